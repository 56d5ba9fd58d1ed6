//! The log as numbers for charts and comparisons: weeks, days, bars, sets by exercise, bests. No sentences, no suggestions, no
//! storage.

mod day_mark;
mod exercise_sets;
mod record;
mod side;
mod week;
mod week_bar;

pub use day_mark::{DayMark, week_days};
pub use exercise_sets::{ExerciseSets, sets_by_exercise};
pub use record::{kinds, most, sides_apart};
pub use side::weaker_side;
pub use week::{Week, monday, this_week, weeks};
pub use week_bar::{WeekBar, bars, covers_weeks};
