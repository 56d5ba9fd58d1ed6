//! Presentational parts: values in, callbacks out. A part knows no store and no address bar; `element` and `figure` alone
//! touch the document.

mod amount_field;
mod builder_row;
mod choice;
mod effort_choice;
mod element;
mod exercise_card;
mod exercise_picker;
mod figure;
mod file_button;
mod goal_choice;
mod head;
mod icon;
mod kind_mark;
mod note_field;
mod planned_rows;
mod resume_card;
mod routine_row;
mod select;
mod session_row;
mod stepper;
mod week_bars;
mod week_strip;
mod words;

pub use builder_row::{BuilderRow, item_id};
pub use choice::{Segmented, tick};
pub use effort_choice::effort_choice;
pub use element::{Act, El, Live, button, el, follow, is_checked, link, value_of};
pub use exercise_card::exercise_card;
pub use exercise_picker::exercise_picker;
pub use figure::{Controls, WEIGHED_WITHOUT, figure, still_figure};
pub use file_button::file_button;
pub use goal_choice::{goal_cards, goal_choice};
pub use head::{PageHead, title};
pub use icon::{Icon, icon, icon_live};
pub use kind_mark::kind_mark;
pub use note_field::note_field;
pub use planned_rows::{UNKNOWN, planned_rows};
pub use resume_card::ResumeCard;
pub use routine_row::{RoutineRow, of};
pub use select::Select;
pub use session_row::{row_id, session_row};
pub use stepper::stepper;
pub use week_bars::week_bars;
pub use week_strip::week_strip;
pub use words::{kit_fact, kit_words, phase_icon};
