//! The last unseen event of a session.

use crate::domain::session::{After, Phase, Session};
use crate::domain::units::{Seconds, Timestamp};

/// The last event, and the time since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WhileAway {
    /// The event.
    pub past: MissedEvent,
    /// The time since, in whole seconds.
    pub ago: Seconds,
}

/// An event of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissedEvent {
    /// The runner paused it.
    Paused,
    /// A phase ended.
    Ended(After),
    /// A hold ended; no more than a part of it is logged, or it was told before that it counts.
    HoldEnded,
    /// A hold ended and is logged as done.
    Counted,
    /// A hold ended and is logged as done, and then this phase ended as well.
    CountedThenEnded(After),
}

/// The last event of `session` since it was `before`; `None` if it goes on as it was. A session that is paused, or waits for
/// the runner, always has one.
#[must_use]
pub fn while_away(session: &Session, before: &Session, now: Timestamp) -> Option<WhileAway> {
    let at = before.at();
    let counted = matches!(before.phase(), Phase::Work { .. }) && session.done().iter().any(|done| done.step == at);
    let in_part = session.asked_hold().is_some_and(|done| done.step == at);
    let (past, since) = match session.phase() {
        _ if session.paused().is_some() => (MissedEvent::Paused, session.paused()?),
        Phase::Wait { since, after: After::Rest } if session.goes_on() => {
            (if counted && !in_part { MissedEvent::Counted } else { MissedEvent::HoldEnded }, since)
        }
        Phase::Wait { since, after } if counted && !in_part => (MissedEvent::CountedThenEnded(after), since),
        Phase::Wait { since, after } => (MissedEvent::Ended(after), since),
        Phase::Rest { since, .. } | Phase::Switch { since, .. } | Phase::Finished { at: since } if counted => {
            (if in_part { MissedEvent::HoldEnded } else { MissedEvent::Counted }, since)
        }
        Phase::Work { since } => (MissedEvent::Ended(before_work(before.phase())?), since),
        _ => return None,
    };
    Some(WhileAway { past, ago: Seconds(u32::try_from(now.ms_since(since) / 1000).unwrap_or(u32::MAX)) })
}

/// The phase before a set, if `phase` is one.
const fn before_work(phase: Phase) -> Option<After> {
    match phase {
        Phase::Ready { .. } => Some(After::Ready),
        Phase::Switch { .. } => Some(After::Switch),
        Phase::Rest { .. } => Some(After::Rest),
        Phase::Wait { after, .. } => Some(after),
        Phase::Work { .. } | Phase::Finished { .. } => None,
    }
}
