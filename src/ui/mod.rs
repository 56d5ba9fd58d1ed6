//! Presentational parts: values in, callbacks out. A part knows no store, no address bar and no browser.

mod choice;
mod effort_choice;
mod goal_choice;
mod head;
mod icon;
mod resume_card;
mod session_row;
mod stepper;
mod week_bars;
mod week_strip;
mod words;

pub use choice::{Segmented, Tick};
pub use effort_choice::EffortChoice;
pub use goal_choice::{GoalCards, GoalChoice};
pub use head::PageHead;
pub use icon::{Icon, icon};
pub use resume_card::ResumeCard;
pub use session_row::{SessionRow, row_id};
pub use stepper::Stepper;
pub use week_bars::WeekBars;
pub use week_strip::WeekStrip;
pub use words::{kit_words, phase_icon};
