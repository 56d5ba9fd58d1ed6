//! The message at the end of a session: true and specific, with its numbers. A set that hurt is not praised.

use crate::domain::coach::pain::PainReport;
use crate::domain::log::{Performed, SetDone, all_sets};
use crate::domain::progress::{kinds, most, sides_apart};
use crate::domain::units::Amount;

/// The message on a session just finished.
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
        /// The best of this session.
        now: Amount,
        /// The best before.
        then: Amount,
    },
    /// Left and right nearer to each other.
    Closer {
        /// A set of the exercise.
        set: &'a SetDone,
        /// Their difference now.
        now: u16,
        /// Their difference the last time.
        then: u16,
    },
    /// None of these: the plain numbers of the session.
    None,
}

/// The highlight of a session just finished: a first, a best, sides closer, or none.
///
/// `before` is the whole log without it, newest first; `reports` are all reports of pain.
#[must_use]
pub fn highlight<'a>(session: &'a Performed, before: &[Performed], reports: &[PainReport]) -> Highlight<'a> {
    if before.is_empty() {
        return Highlight::FirstSession;
    }
    let well: Vec<&SetDone> = session.sets.iter().filter(|set| !hurt(session, reports, set)).collect();
    let first = || first_exercise(&well, before).or_else(|| first_level(&well, before));
    first().or_else(|| best(&well, before)).or_else(|| closer(&well, before)).unwrap_or(Highlight::None)
}

/// A comparison for a session without a highlight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison<'a> {
    /// Left against right.
    Sides {
        /// A set of the exercise.
        set: &'a SetDone,
        /// Their difference.
        apart: u16,
    },
    /// The largest set against that of the last time.
    LastTime {
        /// A set of the exercise.
        set: &'a SetDone,
        /// That of this session.
        now: Amount,
        /// That of the last time.
        then: Amount,
    },
}

/// Left against right in the first exercise with both sides, else the first exercise that was done before against the last time; a
/// set that hurt is not compared. The arguments are those of [`highlight`].
#[must_use]
pub fn comparison<'a>(session: &'a Performed, before: &[Performed], reports: &[PainReport]) -> Option<Comparison<'a>> {
    let well: Vec<&SetDone> = session.sets.iter().filter(|set| !hurt(session, reports, set)).collect();
    let kinds = kinds(&well);
    let sides = |set: &&'a SetDone| Some(Comparison::Sides { set, apart: sides_apart(well.iter().copied(), set)? });
    let last = |set: &&'a SetDone| {
        let now = most(well.iter().copied(), set)?;
        let then = before.iter().find_map(|session| most(session.sets.iter(), set))?;
        Some(Comparison::LastTime { set, now, then })
    };
    kinds.iter().find_map(sides).or_else(|| kinds.iter().find_map(last))
}

/// True if the exercise of `set` hurt in this session, or earlier on its day.
fn hurt(session: &Performed, reports: &[PainReport], set: &SetDone) -> bool {
    let same_day = |report: &PainReport| report.when.day(report.offset) == session.day();
    let now = |report: &&PainReport| report.when >= session.started || same_day(report);
    reports.iter().filter(now).any(|report| report.exercise == set.exercise && report.score.get() > 0)
}

fn first_exercise<'a>(well: &[&'a SetDone], before: &[Performed]) -> Option<Highlight<'a>> {
    let known = |set: &SetDone| all_sets(before).any(|earlier| earlier.exercise == set.exercise);
    well.iter().find(|set| !known(set)).map(|set| Highlight::FirstExercise(set))
}

fn first_level<'a>(well: &[&'a SetDone], before: &[Performed]) -> Option<Highlight<'a>> {
    let same = |a: &SetDone, b: &SetDone| a.exercise == b.exercise && a.level == b.level;
    let known = |set: &SetDone| all_sets(before).any(|earlier| same(earlier, set));
    well.iter().find(|set| !known(set)).map(|set| Highlight::FirstLevel(set))
}

/// The most repetitions or the longest hold of an exercise at its level. The same as before is no best.
fn best<'a>(well: &[&'a SetDone], before: &[Performed]) -> Option<Highlight<'a>> {
    let better = |kind: &&'a SetDone| {
        let now = most(well.iter().copied(), kind)?;
        let then = most(all_sets(before), kind)?;
        (now > then).then_some(Highlight::Best { set: kind, now, then })
    };
    kinds(well).iter().find_map(better)
}

/// Left and right nearer to each other than the last time the exercise was done at its level on both sides.
fn closer<'a>(well: &[&'a SetDone], before: &[Performed]) -> Option<Highlight<'a>> {
    let nearer = |kind: &&'a SetDone| {
        let now = sides_apart(well.iter().copied(), kind)?;
        let then = before.iter().find_map(|session| sides_apart(session.sets.iter(), kind))?;
        (now < then).then_some(Highlight::Closer { set: kind, now, then })
    };
    kinds(well).iter().find_map(nearer)
}
