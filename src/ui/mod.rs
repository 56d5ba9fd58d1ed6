//! Presentational components: values in, callbacks out. They know no store and no address bar; only `element` and `figure`
//! touch the document.

mod amount_field;
mod builder_block;
mod builder_load;
mod builder_row;
mod builder_side_order;
mod builder_tempo;
mod choice;
mod drag;
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
mod kit_mark;
mod link;
mod load;
mod named;
mod note_field;
mod phase_icon;
mod picture;
mod planned_rows;
mod qr;
mod resume_card;
mod routine_row;
mod said;
mod select;
mod session_row;
mod stepper;
mod typed;
mod typed_weight;
mod week_bars;
mod week_strip;

pub use builder_block::{BuilderBlock, block_id};
pub use builder_row::{BuilderRow, item_id, stepped_rest};
pub use choice::{Segmented, tick};
pub use drag::{RowDrop, with_handles};
pub use effort_choice::effort_choice;
pub use element::{Act, El, Live, bdi, button, el, follow, is_checked, name, value_of};
pub use exercise_card::exercise_card;
pub use exercise_picker::ExercisePicker;
pub use figure::{
    Controls, FigureHighlight, Parts, WEIGHED_WITHOUT, body_chart, figure, still_figure, stops, view_list,
};
pub use file_button::file_button;
pub use goal_choice::goal_choice;
pub use head::{PageHead, title};
pub use icon::{Icon, icon, icon_live};
pub use kind_mark::kind_mark;
pub use kit_mark::kit_marks;
pub use link::{link, link_live, set_base};
pub use load::{LoadChoice, load_fact};
pub use named::named;
pub use note_field::note_field;
pub use phase_icon::phase_icon;
pub use picture::{no_picture, picture};
pub use planned_rows::{
    dose_facts, level_fact, listed, note, planned_rows, planned_rows_and, planned_rows_with, rest_fact, still_of,
    with_block_words, with_item_words,
};
pub use qr::qr_code;
pub use resume_card::ResumeCard;
pub use routine_row::{RoutineRow, hidden_target};
pub use said::said_live;
pub use select::Select;
pub use session_row::{row_id, session_row};
pub use stepper::stepper;
pub use typed::{text_field, while_typed};
pub use week_bars::week_bars;
pub use week_strip::week_strip;
