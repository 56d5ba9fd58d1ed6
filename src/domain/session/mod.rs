//! The player: a running session as a state machine on timestamps. Knows no clock; `now` is always an argument.
//!
//! Phases hold the moment they began and, where the clock ends them, the moment they end; nothing counts ticks, so a
//! page that slept, was throttled or died finds the right phase from the time alone. A device clock that is set back
//! moves the session's own moments with it: time in a session never runs backwards.

mod advance;
mod plan;
mod view;

pub use advance::{Cue, Event};
pub use plan::{Step, steps};
pub use view::{PhaseKind, View};

use super::routine::{READY, Routine};
use super::units::{Amount, Offset, Timestamp};

/// A side of the body, or a direction of travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// The runner's left.
    Left,
    /// The runner's right.
    Right,
}

impl Side {
    /// The word on screen.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Left => "Left",
            Self::Right => "Right",
        }
    }
}

/// What is happening now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Taking position; ends by the clock.
    Ready {
        /// When it began.
        since: Timestamp,
        /// When work begins.
        until: Timestamp,
    },
    /// The set. A hold ends by the clock, everything else when the runner says so.
    Work {
        /// When it began.
        since: Timestamp,
    },
    /// Changing to the other side; ends by the clock.
    Switch {
        /// When it began.
        since: Timestamp,
        /// When the other side begins.
        until: Timestamp,
    },
    /// Between sets; ends by the clock.
    Rest {
        /// When it began.
        since: Timestamp,
        /// When the next set begins.
        until: Timestamp,
    },
    /// All sets are over.
    Finished {
        /// When.
        at: Timestamp,
    },
}

/// A set as it was done within a running session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    /// Which step of the session.
    pub step: usize,
    /// How much was done.
    pub amount: Amount,
    /// Milliseconds after the session's start, by the session's own clock, which stands still in pauses.
    pub at_ms: i64,
}

/// A running session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Permanent and unique.
    pub id: String,
    /// The routine or exercise it was started from.
    pub from: String,
    /// Its name at the start.
    pub name: String,
    /// When it was started, by the device's clock at that moment. Never changes.
    pub started: Timestamp,
    /// The local clock's lead on UTC at the start.
    pub offset: Offset,
    /// The sets to do, in order. Never empty.
    pub steps: Vec<Step>,
    /// The step at work or coming next.
    pub at: usize,
    /// What is happening.
    pub phase: Phase,
    /// Since when it stands still, if it does.
    pub paused: Option<Timestamp>,
    /// The sets done, in order of time, each step at most once.
    pub done: Vec<Done>,
    /// The session's zero: the start, moved on by every pause, and along when the device's clock is set back.
    pub epoch: Timestamp,
    /// The last moment seen.
    pub seen: Timestamp,
}

impl Session {
    /// Begins a session of `routine` with the get-ready phase; `None` where nothing in it can be trained.
    #[must_use]
    pub fn start(id: String, routine: &Routine, now: Timestamp, offset: Offset) -> Option<Self> {
        let steps = steps(routine);
        if steps.is_empty() {
            return None;
        }
        Some(Self {
            id,
            from: routine.id.clone(),
            name: routine.title().to_owned(),
            started: now,
            offset,
            steps,
            at: 0,
            phase: Phase::Ready { since: now, until: now.plus(READY) },
            paused: None,
            done: Vec::new(),
            epoch: now,
            seen: now,
        })
    }

    /// The step at work or coming next.
    #[must_use]
    pub fn step(&self) -> &Step {
        &self.steps[self.at.min(self.steps.len() - 1)]
    }

    /// Whether every set is over.
    #[must_use]
    pub const fn is_finished(&self) -> bool {
        matches!(self.phase, Phase::Finished { .. })
    }
}
