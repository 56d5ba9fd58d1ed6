//! The jobs that a routine does for a runner, the first gap, and the shortest way to fill it.

use crate::domain::catalogue::{Brief, Job, Kit, Level, briefs, has_kit, training_facts};
use crate::domain::routine::{Item, Routine, item_estimate};
use crate::domain::units::Seconds;

/// A job that a routine does not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageGap {
    /// The jobs that are missing.
    pub jobs: Vec<Job>,
    /// The exercise that does most of them in the shortest time; `None` if none can be trained with the kit at hand.
    pub fix: Option<GapFix>,
}

/// An exercise that fills a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GapFix {
    /// The exercise.
    pub exercise: &'static Brief,
    /// The level at which it does the job.
    pub level: Level,
    /// The time that it takes with its prescribed dose.
    pub length: Seconds,
}

/// Each job, and true if `routine` does it.
#[must_use]
pub fn coverage(routine: &Routine) -> Vec<(Job, bool)> {
    Job::ALL.iter().map(|job| (*job, routine.items.iter().any(|item| jobs(item).contains(job)))).collect()
}

/// The jobs of an item; none for an exercise that this version does not know.
pub(super) fn jobs(item: &Item) -> &'static [Job] {
    training_facts(&item.exercise, item.level).map_or(&[], |facts| facts.jobs)
}

/// The jobs that `routine` does not do, and the way to fill the gap with `kit`; `None` if it does all. `top` is the highest level at
/// which an exercise may be offered, and none is that `is_out` leaves out.
#[must_use]
pub fn gap(
    routine: &Routine,
    kit: &[Kit],
    top: &dyn Fn(&str) -> Level,
    is_out: &dyn Fn(&str, Level) -> bool,
) -> Option<CoverageGap> {
    let missing: Vec<Job> = coverage(routine).iter().filter(|(_, is_done)| !is_done).map(|(job, _)| *job).collect();
    if missing.is_empty() || routine.items.is_empty() {
        return None;
    }
    let mut best: Option<(usize, GapFix)> = None;
    for exercise in briefs() {
        for level in Level::ALL.iter().copied().filter(|level| *level <= top(exercise.id)) {
            let facts = training_facts(exercise.id, level);
            let filled = facts.map_or(0, |facts| missing.iter().filter(|job| facts.jobs.contains(job)).count());
            if filled == 0 || !has_kit(kit, exercise.at(level).kit) || is_out(exercise.id, level) {
                continue;
            }
            let length = item_estimate(&Item::prescribed(0, exercise, level));
            let is_better = best.is_none_or(|(most, fix)| filled > most || (filled == most && length < fix.length));
            if is_better {
                best = Some((filled, GapFix { exercise, level, length }));
            }
        }
    }
    Some(CoverageGap { jobs: missing, fix: best.map(|(_, fix)| fix) })
}
