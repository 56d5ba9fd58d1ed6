//! The one sentence at the end of a session: true and specific, with its numbers. A set that hurt is not praised.

use super::pain::PainReport;
use super::sets;
use crate::domain::log::{Performed, SetDone, amount_words, sets_words};
use crate::domain::session::Side;
use crate::domain::units::Amount;

/// One true and specific sentence on a session just finished: a first, a best, sides closer, or plainly what was done.
///
/// `before` is the whole log without it, newest first; `reports` is what hurt so far.
#[must_use]
pub fn finish_sentence(session: &Performed, before: &[Performed], reports: &[PainReport]) -> String {
    let counted = sets_words(session.sets.len());
    let length = session.length.spoken();
    if before.is_empty() {
        return format!("Your first session: {counted} in {length}.");
    }
    let well: Vec<&SetDone> = session.sets.iter().filter(|set| !hurt(session, reports, set)).collect();
    if let Some(first) = first_exercise(&well, before).or_else(|| first_level(&well, before)) {
        return format!("{counted} in {length}, and {first} for the first time.");
    }
    let plain = || format!("{counted} in {length}. Session {} in your log.", before.len() + 1);
    best(&well, before).or_else(|| closer(&well, before)).unwrap_or_else(plain)
}

/// Whether the exercise of `set` hurt in this session, or earlier on its day.
fn hurt(session: &Performed, reports: &[PainReport], set: &SetDone) -> bool {
    let same_day = |report: &PainReport| report.when.day(report.offset) == session.day();
    let now = |report: &&PainReport| report.when >= session.started || same_day(report);
    reports.iter().filter(now).any(|report| report.exercise == set.exercise && report.score.get() > 0)
}

fn first_exercise(well: &[&SetDone], before: &[Performed]) -> Option<String> {
    let known = |set: &SetDone| sets(before).any(|earlier| earlier.exercise == set.exercise);
    well.iter().find(|set| !known(set)).map(|set| set.name().to_owned())
}

fn first_level(well: &[&SetDone], before: &[Performed]) -> Option<String> {
    let same = |a: &SetDone, b: &SetDone| a.exercise == b.exercise && a.level == b.level;
    let known = |set: &SetDone| sets(before).any(|earlier| same(earlier, set));
    well.iter().find(|set| !known(set)).map(|set| titled(set))
}

/// The most repetitions or the longest hold of an exercise at its level. As much as ever before is no best.
fn best(well: &[&SetDone], before: &[Performed]) -> Option<String> {
    let most = |kind: &SetDone| well.iter().filter(|set| is_like(set, kind)).map(|set| set.done).max();
    let said = |kind: &&SetDone| {
        let now = most(kind)?;
        let then = sets(before).filter(|set| is_like(set, kind)).map(|set| set.done).max()?;
        (now > then).then(|| best_words(kind, now, then))
    };
    kinds(well).iter().find_map(said)
}

fn best_words(kind: &SetDone, now: Amount, then: Amount) -> String {
    let now = amount_words(now, kind.measure);
    format!("Your best {}: {now} in a set, {} before.", titled(kind), amount_words(then, kind.measure))
}

/// Left and right nearer to each other than the last time the exercise was done at its level on both sides.
fn closer(well: &[&SetDone], before: &[Performed]) -> Option<String> {
    let said = |kind: &&SetDone| {
        let now = apart(well.iter().copied(), kind)?;
        let then = before.iter().find_map(|session| apart(session.sets.iter(), kind))?;
        (now < then).then(|| closer_words(kind, now, then))
    };
    kinds(well).iter().find_map(said)
}

fn closer_words(kind: &SetDone, now: u16, then: u16) -> String {
    let apart = |amount: u16| format!("{amount} {} apart", kind.measure.word(amount));
    let now = if now == 0 { "even".to_owned() } else { apart(now) };
    format!("{}: left and right {now}, {} last time.", kind.name(), apart(then))
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

/// "Lunge at Hard".
fn titled(set: &SetDone) -> String {
    format!("{} at {}", set.name(), set.level.words())
}
