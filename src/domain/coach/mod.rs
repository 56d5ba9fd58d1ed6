//! What to do next, and how it went. Rules are pure; today and the log are arguments.

mod finish;
pub mod pain;
mod suggest;
mod way_back;
mod weekly;

pub use finish::{Highlight, highlight};
pub use suggest::{EXPERIENCED_SESSIONS, Now, Reason, Situation, Suggestion, first_suggestion, suggest};
pub use way_back::{Lighter, WAY_BACK_DAYS, WayBack, way_back};
pub use weekly::weekly_days;

use super::log::{Performed, SetDone};

/// Every set of a log.
fn sets(log: &[Performed]) -> impl Iterator<Item = &SetDone> {
    log.iter().flat_map(|session| &session.sets)
}
