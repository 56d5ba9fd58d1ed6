//! A running session in words: its phases, missed time, and the questions after a set.

use super::{log, number};
use crate::domain::message::{MissedEvent, WhileAway};
use crate::domain::session::ReserveQuestion;
use crate::domain::units::Seconds;

pub use super::app::session::*;

/// "Rest ended 0:40 ago", "Hold ended 2:10 ago; it counts", "Paused 5 min ago".
#[must_use]
pub fn while_away_words(event: WhileAway) -> String {
    let ago = ago_words(event.ago);
    match event.past {
        MissedEvent::Paused => paused_ago(&ago),
        MissedEvent::Ended(after) => ended(after, &ago),
        MissedEvent::Counted => counted(&ago),
        MissedEvent::CountedThenEnded(after) => counted_then_ended(after, &ago),
    }
}

/// "0:40 ago", from five minutes on "5 min ago", then "3 h ago", "2 days ago".
fn ago_words(ago: Seconds) -> String {
    let minutes = ago.0 / 60;
    match minutes {
        0..5 => clock_ago(&log::watch_words(ago)),
        5..60 => log::minutes_ago(minutes),
        60..2880 => log::hours_ago(minutes / 60),
        _ => log::days_ago(minutes / 1440),
    }
}

/// An answer to `question` for a number of further repetitions: "2", "5+", "Yes".
#[must_use]
pub fn reserve_answer(question: ReserveQuestion, more: u8) -> String {
    match (question, more) {
        (ReserveQuestion::Number, 5..) => reserve_most(more.into()),
        (ReserveQuestion::Number, _) => number(more.into()),
        (ReserveQuestion::Three, 3..) => yes().to_owned(),
        (ReserveQuestion::Three, _) => no().to_owned(),
    }
}
