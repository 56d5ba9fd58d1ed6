//! A running session in words: its phases, missed time, and the questions after a set.

use super::{finish, log, number, player};
use crate::domain::catalogue::SideName;
use crate::domain::log::SetDone;
use crate::domain::message::{MissedEvent, WhileAway};
use crate::domain::session::{PhaseKind, ReserveQuestion, Session, Side, Step};
use crate::domain::units::Seconds;

pub use super::app::session::*;

/// "Rest ended 0:40 ago", "Hold ended 2:10 ago; it counts", "Paused 5 min ago".
#[must_use]
pub fn while_away_words(event: WhileAway) -> String {
    let ago = ago_words(event.ago);
    match event.past {
        MissedEvent::Paused => paused_ago(&ago),
        MissedEvent::Ended(after) => ended(after, &ago),
        MissedEvent::HoldEnded => hold_ended(&ago),
        MissedEvent::Counted => counted(&ago),
        MissedEvent::CountedThenEnded(after) => counted_then_ended(after, &ago),
    }
}

/// "Right leg": the side by which a set is done.
#[must_use]
pub const fn side_words(side: Side, limb: SideName) -> &'static str {
    match limb {
        SideName::Leg => leg(side),
        SideName::Side => half(side),
    }
}

/// The same within a sentence: "right leg".
#[must_use]
pub const fn side_within(side: Side, limb: SideName) -> &'static str {
    match limb {
        SideName::Leg => leg_within(side),
        SideName::Side => half_within(side),
    }
}

/// A set in words: "Lunge", "Lunge, right leg".
#[must_use]
pub fn set_words(step: &Step) -> String {
    of_name(step.name(), step.side, step.limb())
}

/// The same of a set done.
#[must_use]
pub fn done_words(set: &SetDone) -> String {
    of_name(set.name(), set.side, set.limb())
}

/// The same with any form of the name.
pub(super) fn of_name(name: &str, side: Option<Side>, limb: SideName) -> String {
    side.map_or_else(|| name.to_owned(), |side| of_side(name, side_within(side, limb)))
}

/// The question of the moment: "Deep squat: Could you do 3 more?", "Held on to the end?".
#[must_use]
pub fn question_words(session: &Session) -> Option<String> {
    let reserved = |(step, question): (usize, ReserveQuestion)| {
        finish::reserve(&set_words(&session.steps()[step]), reserve(question))
    };
    session.asked_hold().map(|_| held_on().to_owned()).or_else(|| session.asked_reserve().map(reserved))
}

/// The state of a session: "Paused.", "Work. Deep squat.", "Rest. Next: lunge, right leg."
#[must_use]
pub fn state_words(session: &Session) -> String {
    let (view, set) = (session.view(session.seen()), set_words(session.step()));
    match view.kind {
        _ if view.paused => player::said_paused().to_owned(),
        PhaseKind::Hold if session.step().is_interval() => player::said_state(&set, phase(PhaseKind::Reps)),
        PhaseKind::Hold | PhaseKind::Reps => player::said_state(&set, phase(view.kind)),
        _ => player::said_state_next(&set, phase(view.kind)),
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
