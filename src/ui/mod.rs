//! Presentational parts: values in, callbacks out. A part knows no store, no address bar and no browser.

mod amount_field;
mod builder_row;
mod choice;
mod effort_choice;
mod exercise_card;
mod exercise_picker;
mod goal_choice;
mod head;
mod icon;
mod kind_mark;
mod planned_rows;
mod resume_card;
mod routine_row;
mod select;
mod session_row;
mod stepper;
mod week_bars;
mod week_strip;
mod words;

pub use builder_row::BuilderRow;
pub use choice::{Segmented, Tick};
pub use effort_choice::EffortChoice;
pub use exercise_card::ExerciseCard;
pub use exercise_picker::ExercisePicker;
pub use goal_choice::{GoalCards, GoalChoice};
pub use head::PageHead;
pub use icon::{Icon, icon};
pub use planned_rows::{PlannedRows, kit_fact};
pub use resume_card::ResumeCard;
pub use routine_row::{RoutineRow, of};
pub use select::Select;
pub use session_row::{SessionRow, row_id};
pub use stepper::Stepper;
pub use week_bars::WeekBars;
pub use week_strip::WeekStrip;
pub use words::{kit_words, phase_icon};
