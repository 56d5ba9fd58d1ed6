//! What is said at the end of a session: true and specific, with its numbers. A set that hurt is not praised.

use super::pain::PainReport;
use super::sets;
use crate::domain::log::{Performed, SetDone};
use crate::domain::session::Side;
use crate::domain::units::Amount;

/// What is said of a session just finished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Highlight<'a> {
    /// It is the first one.
    FirstSession,
    /// An exercise for the first time.
    FirstExercise(&'a SetDone),
    /// An exercise at a level for the first time.
    FirstLevel(&'a SetDone),
    /// The most repetitions or the longest hold of an exercise at its level.
    Best {
        /// A set of it.
        set: &'a SetDone,
        /// The most in this session.
        now: Amount,
        /// The most before.
        then: Amount,
    },
    /// Left and right nearer to each other.
    Closer {
        /// A set of the exercise.
        set: &'a SetDone,
        /// How much they are apart.
        now: u16,
        /// How much they were the last time.
        then: u16,
    },
    /// Nothing but what was done.
    None,
}

/// What is true and specific of a session just finished: a first, a best, sides closer, or plainly what was done.
///
/// `before` is the whole log without it, newest first; `reports` is what hurt so far.
#[must_use]
pub fn highlight<'a>(session: &'a Performed, before: &[Performed], reports: &[PainReport]) -> Highlight<'a> {
    if before.is_empty() {
        return Highlight::FirstSession;
    }
    let well: Vec<&SetDone> = session.sets.iter().filter(|set| !hurt(session, reports, set)).collect();
    let first = || first_exercise(&well, before).or_else(|| first_level(&well, before));
    first().or_else(|| best(&well, before)).or_else(|| closer(&well, before)).unwrap_or(Highlight::None)
}

/// Whether the exercise of `set` hurt in this session, or earlier on its day.
fn hurt(session: &Performed, reports: &[PainReport], set: &SetDone) -> bool {
    let same_day = |report: &PainReport| report.when.day(report.offset) == session.day();
    let now = |report: &&PainReport| report.when >= session.started || same_day(report);
    reports.iter().filter(now).any(|report| report.exercise == set.exercise && report.score.get() > 0)
}

fn first_exercise<'a>(well: &[&'a SetDone], before: &[Performed]) -> Option<Highlight<'a>> {
    let known = |set: &SetDone| sets(before).any(|earlier| earlier.exercise == set.exercise);
    well.iter().find(|set| !known(set)).map(|set| Highlight::FirstExercise(set))
}

fn first_level<'a>(well: &[&'a SetDone], before: &[Performed]) -> Option<Highlight<'a>> {
    let same = |a: &SetDone, b: &SetDone| a.exercise == b.exercise && a.level == b.level;
    let known = |set: &SetDone| sets(before).any(|earlier| same(earlier, set));
    well.iter().find(|set| !known(set)).map(|set| Highlight::FirstLevel(set))
}

/// The most repetitions or the longest hold of an exercise at its level. As much as ever before is no best.
fn best<'a>(well: &[&'a SetDone], before: &[Performed]) -> Option<Highlight<'a>> {
    let most = |kind: &SetDone| well.iter().filter(|set| is_like(set, kind)).map(|set| set.done).max();
    let said = |kind: &&'a SetDone| {
        let now = most(kind)?;
        let then = sets(before).filter(|set| is_like(set, kind)).map(|set| set.done).max()?;
        (now > then).then_some(Highlight::Best { set: kind, now, then })
    };
    kinds(well).iter().find_map(said)
}

/// Left and right nearer to each other than the last time the exercise was done at its level on both sides.
fn closer<'a>(well: &[&'a SetDone], before: &[Performed]) -> Option<Highlight<'a>> {
    let said = |kind: &&'a SetDone| {
        let now = apart(well.iter().copied(), kind)?;
        let then = before.iter().find_map(|session| apart(session.sets.iter(), kind))?;
        (now < then).then_some(Highlight::Closer { set: kind, now, then })
    };
    kinds(well).iter().find_map(said)
}

/// How much one side did more than the other in all; `None` where they did not do the same number of sets.
fn apart<'a>(sets: impl Iterator<Item = &'a SetDone>, kind: &SetDone) -> Option<u16> {
    let (mut right, mut left) = ((0, 0_u16), (0, 0_u16));
    for set in sets.filter(|set| is_like(set, kind)) {
        let (count, sum) = if set.side? == Side::Right { &mut right } else { &mut left };
        *count += 1;
        *sum = sum.saturating_add(set.done.get());
    }
    (right.0 > 0 && right.0 == left.0).then(|| right.1.abs_diff(left.1))
}

/// One set of each exercise and level, in order.
fn kinds<'a>(well: &[&'a SetDone]) -> Vec<&'a SetDone> {
    let mut kinds: Vec<&SetDone> = Vec::new();
    for set in well {
        if !kinds.iter().any(|kind| is_like(kind, set)) {
            kinds.push(set);
        }
    }
    kinds
}

fn is_like(a: &SetDone, b: &SetDone) -> bool {
    a.exercise == b.exercise && a.level == b.level && a.measure == b.measure
}
