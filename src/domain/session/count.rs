//! Repetitions counted by their tempo, for a runner who wants that. From the moment at which the set began, not from ticks.

use super::{Phase, Session};
use crate::domain::routine::own_time;
use crate::domain::units::Timestamp;

/// The repetitions of a set at work, if it keeps its tempo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RepCount {
    /// Those to come, with the present one.
    pub left: u16,
    /// Those that count as done: one that is more than half over counts.
    pub done: u16,
    /// Milliseconds since the set began, without pauses.
    pub elapsed_ms: i64,
}

impl Session {
    /// Milliseconds of a repetition of the set at work; `None` if none is, or if the clock ends it.
    #[must_use]
    pub fn rep_ms(&self) -> Option<i64> {
        let counts = self.step().demand().is_some() && !self.step().is_hold();
        (counts && matches!(self.phase, Phase::Work { .. })).then(|| i64::from(self.step().rep_seconds()) * 1000)
    }

    /// The time in the exercise's own tempo, and its pace, of a set at work in a tempo of its plan: see [`own_time`].
    #[must_use]
    pub fn own_time(&self, now: Timestamp) -> Option<(u32, u32)> {
        let demand = self.step().demand().filter(|_| !self.step().tempo.is_empty())?;
        let ms = u32::try_from(self.count(now)?.elapsed_ms).ok()?;
        Some(own_time(demand, &self.step().tempo, ms))
    }

    /// The count of the set at work at `now`.
    #[must_use]
    pub fn count(&self, now: Timestamp) -> Option<RepCount> {
        let rep = self.rep_ms()?;
        let elapsed_ms = self.paused.unwrap_or(now).ms_since(self.phase.since());
        let target = self.step().target.get();
        let upto = |ms: i64| u16::try_from(ms / rep).map_or(target, |reps| reps.min(target));
        Some(RepCount { left: target - upto(elapsed_ms), done: upto(elapsed_ms + rep / 2), elapsed_ms })
    }
}
