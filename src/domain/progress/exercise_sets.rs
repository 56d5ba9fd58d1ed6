//! The sets of a session, exercise by exercise.

use crate::domain::catalogue::Level;
use crate::domain::log::{Performed, SetDone};

/// Consecutive sets of one exercise at one level within a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExerciseSets<'a> {
    /// The sets in order; never empty.
    pub sets: &'a [SetDone],
    /// The level of all of them.
    pub level: Level,
    /// True if any of them was done on one side alone.
    pub sided: bool,
}

impl ExerciseSets<'_> {
    /// The last set whose repetitions in reserve the runner gave.
    #[must_use]
    pub fn last_with_reserve(&self) -> Option<&SetDone> {
        self.sets.iter().rev().find(|set| set.reserve.is_some())
    }
}

/// The sets of `session`, exercise by exercise, in the order of training.
#[must_use]
pub fn sets_by_exercise(session: &Performed) -> Vec<ExerciseSets<'_>> {
    let is_sided = |sets: &[SetDone]| sets.iter().any(|set| set.side.is_some());
    let group = |sets: &'_ [SetDone]| sets.first().map(|first| (first.level, is_sided(sets)));
    let same = |a: &SetDone, b: &SetDone| a.exercise == b.exercise && a.level == b.level;
    let runs = session.sets.chunk_by(same);
    runs.filter_map(|sets| group(sets).map(|(level, sided)| ExerciseSets { sets, level, sided })).collect()
}
