//! A set that was done.

use crate::domain::catalogue::{self, Level, Measure};
use crate::domain::session::Side;
use crate::domain::units::{Amount, Seconds};

/// The most repetitions in reserve that can be told from one another.
pub const MAX_RESERVE: u8 = 10;

/// A set that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetDone {
    /// The slug of the exercise.
    pub exercise: String,
    /// Its level.
    pub level: Level,
    /// Which set of the exercise, from 1.
    pub set: u8,
    /// The side, where sides are separate.
    pub side: Option<Side>,
    /// What the amounts count.
    pub measure: Measure,
    /// How much was asked.
    pub target: Amount,
    /// How much was done.
    pub done: Amount,
    /// Seconds after the session's start.
    pub at: Seconds,
    /// How many more the runner could have done, 0 … [`MAX_RESERVE`], if she said.
    pub reserve: Option<u8>,
}

impl SetDone {
    /// The name of its exercise.
    #[must_use]
    pub fn name(&self) -> &str {
        catalogue::brief(&self.exercise).map_or(self.exercise.as_str(), |exercise| exercise.name)
    }
}
