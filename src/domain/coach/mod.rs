//! What to do next, and the sentences that say how it went. Rules are pure; today and the log are arguments.

mod finish;
pub mod pain;
mod suggest;
mod way_back;
mod weekly;

pub use finish::finish_sentence;
pub use suggest::{EXPERIENCED_SESSIONS, Now, Reason, Situation, Suggestion, first_suggestion, suggest};
pub use way_back::{WAY_BACK_DAYS, WayBack, way_back};
pub use weekly::{Weekly, weekly, weekly_words};

use super::log::{Performed, SetDone, Week, counted};

/// Every set of a log.
fn sets(log: &[Performed]) -> impl Iterator<Item = &SetDone> {
    log.iter().flat_map(|session| &session.sets)
}

/// The sentence above the chart of weeks, oldest first.
#[must_use]
pub fn weeks_sentence(weeks: &[Week]) -> String {
    let Some(this) = weeks.last() else { return String::new() };
    let kept = weeks.iter().filter(|week| week.sessions > 0).count();
    let now = match this.sessions {
        0 => "Nothing yet this week".to_owned(),
        n => format!("{}, {} min this week", counted(n, "session"), this.minutes),
    };
    let of = match weeks.len() {
        1 => "week".to_owned(),
        n => format!("{n} weeks"),
    };
    format!("{now}; trained in {kept} of the last {of}.")
}
