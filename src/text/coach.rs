//! What the coach suggests, in sentences.

use crate::domain::coach::{Now, Reason};

pub use super::app::coach::*;

/// The heading: "Up next", "Done for today".
#[must_use]
pub const fn now(now: Now) -> &'static str {
    match now {
        Now::Train => train(),
        Now::DoneToday => done_today(),
        Now::WeekDone => week_done(),
        Now::Rest => rest(),
    }
}

/// Why that is suggested, in one plain line.
#[must_use]
pub const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::First => first(),
        Reason::FirstHurts => first_hurts(),
        Reason::AllHurts => all_hurts(),
        Reason::AllDays => all_days(),
        Reason::HoursBetween => hours_between(),
        Reason::SomethingElse => something_else(),
        Reason::YesterdayHard => yesterday_hard(),
        Reason::NotLately => not_lately(),
        Reason::New => new(),
        Reason::LongestAgo => longest_ago(),
    }
}
