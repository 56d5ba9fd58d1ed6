//! The last event of a session while nobody looked.

use crate::domain::session::{After, Phase, Session};
use crate::domain::units::{Seconds, Timestamp};

/// The last event, and the time since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Truth {
    /// The event.
    pub past: Past,
    /// The time since, in whole seconds.
    pub ago: Seconds,
}

/// An event of a session.
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

impl Truth {
    /// "Rest ended 0:40 ago", "Hold ended 2:10 ago; it counts", "Paused 5 min ago".
    #[must_use]
    pub fn words(self) -> String {
        let (what, more) = match self.past {
            Past::Paused => ("Paused ", ""),
            Past::Ended(After::Hold) => ("Hold ended ", ". Did you finish it?"),
            Past::Ended(after) => (after.ended(), ""),
            Past::Counted => ("Hold ended ", "; it counts"),
            Past::CountedThenEnded(after) => (after.ended(), "; your hold counts"),
        };
        [what, &ago_words(self.ago), more].concat()
    }
}

/// The last event of `session` since it was `before`; `None` where it goes on as it was. A session that is paused, or waits for
/// the runner, always has one.
#[must_use]
pub fn truth(session: &Session, before: &Session, now: Timestamp) -> Option<Truth> {
    let at = before.at();
    let counted = matches!(before.phase(), Phase::Work { .. }) && session.done().iter().any(|done| done.step == at);
    let (past, since) = match session.phase() {
        _ if session.paused().is_some() => (Past::Paused, session.paused()?),
        Phase::Wait { since, after } if counted => (Past::CountedThenEnded(after), since),
        Phase::Wait { since, after } => (Past::Ended(after), since),
        Phase::Rest { since, .. } | Phase::Switch { since, .. } if counted => (Past::Counted, since),
        Phase::Finished { at } if counted => (Past::Counted, at),
        Phase::Work { since } => (Past::Ended(before_work(before.phase())?), since),
        _ => return None,
    };
    Some(Truth { past, ago: Seconds(u32::try_from(now.ms_since(since) / 1000).unwrap_or(u32::MAX)) })
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

impl After {
    const fn ended(self) -> &'static str {
        match self {
            Self::Ready => "Get-ready ended ",
            Self::Switch => "Change of sides ended ",
            Self::Rest => "Rest ended ",
            Self::Hold => "Hold ended ",
        }
    }
}

/// "0:40 ago", from five minutes on "5 min ago", then "3 h ago", "2 days ago".
fn ago_words(ago: Seconds) -> String {
    let minutes = ago.0 / 60;
    match minutes {
        0..5 => format!("{minutes}:{:02} ago", ago.0 % 60),
        5..60 => format!("{minutes} min ago"),
        60..2880 => format!("{} h ago", minutes / 60),
        _ => format!("{} days ago", minutes / 1440),
    }
}
