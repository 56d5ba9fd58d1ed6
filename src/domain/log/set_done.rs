//! A set that was done.

use crate::domain::catalogue::{self, Level, Measure};
use crate::domain::session::Side;
use crate::domain::units::{Amount, Seconds};

/// A set that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetDone {
    /// The slug of the exercise.
    pub exercise: String,
    /// Its level.
    pub level: Level,
    /// Number of the set of the exercise, from 1.
    pub set: u8,
    /// The side, if sides are separate.
    pub side: Option<Side>,
    /// The unit of the amounts.
    pub measure: Measure,
    /// The planned amount.
    pub target: Amount,
    /// The amount done.
    pub done: Amount,
    /// Seconds after the session's start.
    pub at: Seconds,
    /// Repetitions in reserve, 0 … [`MAX_RESERVE`](crate::domain::session::MAX_RESERVE), if the runner gave them.
    pub reserve: Option<u8>,
}

impl SetDone {
    /// The name of its exercise.
    #[must_use]
    pub fn name(&self) -> &str {
        catalogue::brief(&self.exercise).map_or(self.exercise.as_str(), |exercise| exercise.name)
    }
}
