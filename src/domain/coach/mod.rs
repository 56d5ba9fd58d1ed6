//! Rules of the coach: the next session, an easier start after a break, pain. Rules are pure; today and the log are arguments.

mod choice;
mod coverage;
pub mod made;
pub mod pain;
mod suggest;
mod trim;
mod warnings;
mod way_back;
mod weekly;

pub use choice::{kit_at_hand, reached, used_lately};
pub use coverage::{CoverageGap, GapFix, coverage, gap};
pub use suggest::{EXPERIENCED_SESSIONS, Now, Reason, Situation, Suggestion, first_suggestion, suggest};
pub use trim::{Trimmed, trim};
pub use warnings::{RoutineWarning, Trainee, warnings};
pub use way_back::{Lighter, WAY_BACK_DAYS, WayBack, way_back};
pub use weekly::weekly_days;
