//! A set that was done.

use crate::domain::catalogue::{self, Level, Measure, SideName};
use crate::domain::load::Load;
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
    /// Its load, if it had one.
    pub load: Option<Load>,
}

impl SetDone {
    /// The name of its exercise.
    #[must_use]
    pub fn name(&self) -> &str {
        catalogue::brief(&self.exercise).map_or(self.exercise.as_str(), |exercise| exercise.name)
    }

    /// The word beside left and right.
    #[must_use]
    pub fn limb(&self) -> SideName {
        catalogue::limb(&self.exercise)
    }
}

/// The number of sets among these: both sides of a set are one, wherever sets are counted ([`crate::domain::routine::Item::sets`]).
#[must_use]
pub fn set_count(sets: &[SetDone]) -> usize {
    let (mut count, mut first) = (0, None::<&SetDone>);
    for set in sets {
        let is_other = first.take().is_some_and(|first| {
            (&first.exercise, first.set) == (&set.exercise, set.set)
                && first.side.is_some_and(|side| set.side == Some(side.other()))
        });
        if !is_other {
            count += 1;
            first = Some(set);
        }
    }
    count
}
