//! What became of a session while nobody looked.

use super::{After, Phase, Session};
use crate::domain::units::{Seconds, Timestamp};

/// What happened last, and how long ago.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Truth {
    /// What happened.
    pub past: Past,
    /// How long ago.
    pub ago: Seconds,
}

/// What can have happened to a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Past {
    /// The runner stopped it.
    Paused,
    /// A phase ended.
    Ended(After),
    /// A hold ended and is logged as done.
    Counted,
    /// A hold ended and is logged as done, and then this phase ended as well.
    CountedThenEnded(After),
}

impl Session {
    /// What happened to this session since it was `before`; `None` where it goes on as it was. Of a session that is
    /// paused, or waits for the runner, always something.
    #[must_use]
    pub fn truth(&self, before: &Self, now: Timestamp) -> Option<Truth> {
        let at = before.at;
        let counted = matches!(before.phase, Phase::Work { .. }) && self.done.iter().any(|done| done.step == at);
        let (past, since) = match self.phase {
            _ if self.paused.is_some() => (Past::Paused, self.paused?),
            Phase::Wait { since, after } if counted => (Past::CountedThenEnded(after), since),
            Phase::Wait { since, after } => (Past::Ended(after), since),
            Phase::Rest { since, .. } | Phase::Switch { since, .. } if counted => (Past::Counted, since),
            Phase::Finished { at } if counted => (Past::Counted, at),
            Phase::Work { since } => (Past::Ended(before.before_work()?), since),
            _ => return None,
        };
        Some(Truth { past, ago: Seconds(u32::try_from(now.ms_since(since) / 1000).unwrap_or(u32::MAX)) })
    }

    /// What comes before the set, while it does.
    const fn before_work(&self) -> Option<After> {
        match self.phase {
            Phase::Ready { .. } => Some(After::Ready),
            Phase::Switch { .. } => Some(After::Switch),
            Phase::Rest { .. } => Some(After::Rest),
            Phase::Wait { after, .. } => Some(after),
            Phase::Work { .. } | Phase::Finished { .. } => None,
        }
    }
}
