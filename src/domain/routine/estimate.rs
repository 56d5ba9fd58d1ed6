//! The estimated length of a routine: work at its own tempo, rests and side changes.

use super::{Item, PlannedSet, Routine, SetClock, beat_seconds, rest_after_rounds};
use crate::domain::catalogue::{Demand, Measure, Sides};
use crate::domain::units::{Amount, Seconds};

/// The get-ready time before the first set.
pub const READY: Seconds = Seconds(10);
/// The time to change sides.
pub const SWITCH: Seconds = Seconds(5);

/// Seconds that one repetition, step or round takes: the sum of `tempo`, or of the exercise's own if that is empty; 1 for plain
/// seconds.
#[must_use]
pub fn rep_seconds(demand: &Demand, tempo: &[u8]) -> u32 {
    match demand.dose.measure {
        Measure::Seconds | Measure::Breaths => 1,
        Measure::Reps | Measure::Steps | Measure::Rounds => {
            beat_seconds(demand, tempo).into_iter().map(u32::from).sum::<u32>().max(1)
        }
    }
}

/// The whole routine from Start to the end of the last set. Exercises that this version does not know are not trained and take no time;
/// 0 if there is nothing else.
#[must_use]
pub fn estimate(routine: &Routine) -> Seconds {
    let sets = routine.planned_sets(|item| item.known().is_some());
    let Some(last) = sets.last() else { return Seconds(0) };
    let (open, counted): (Vec<&PlannedSet>, Vec<&PlannedSet>) = sets.iter().partition(|set| within(set).is_some());
    let all: u32 = counted.iter().map(|set| set_seconds(set) + set.rest.0).sum();
    // The time of each block of as many rounds as fit counts once.
    let blocks = open.chunk_by(|one, other| one.place.number == other.place.number);
    let blocks: u32 = blocks.filter_map(|sets| Some(within(sets[0])?.0 + after(sets).0)).sum();
    let rest = if within(last).is_some() { after(&open).0 } else { last.rest.0 };
    Seconds((READY.0 + all + blocks).saturating_sub(rest))
}

fn within(set: &PlannedSet) -> Option<Seconds> {
    match set.place.clock {
        Some(SetClock::Within(time)) => Some(time),
        _ => None,
    }
}

/// The rest after the block of `sets`.
fn after(sets: &[&PlannedSet]) -> Seconds {
    rest_after_rounds(sets.last().map_or(Seconds(0), |set| set.rest))
}

/// One item, of an exercise that this version knows, with the rest after each of its sets.
#[must_use]
pub fn item_estimate(item: &Item) -> Seconds {
    Seconds(item.targets.iter().map(|target| both_sides(item, *target) + item.rest.0).sum())
}

/// A set with both sides, without the rest after it.
fn set_seconds(set: &PlannedSet) -> u32 {
    let between = match set.place.clock {
        // Each side has a minute of its own.
        Some(SetClock::Every(_)) => set.rest,
        Some(SetClock::For(_) | SetClock::Within(_) | SetClock::Breaths { .. }) | None => SWITCH,
    };
    with_sides(set.item, side_seconds(set.item, set.target), between)
}

/// The same of an item wherever it is trained.
fn both_sides(item: &Item, target: Amount) -> u32 {
    with_sides(item, side_seconds(item, target), SWITCH)
}

fn with_sides(item: &Item, one: u32, between: Seconds) -> u32 {
    match item.sides() {
        Sides::PerSide if !item.is_mirrored() => 2 * one + between.0,
        Sides::PerSide | Sides::Both | Sides::Alternating => one,
    }
}

/// One side of a set, or both where they work together.
pub(super) fn side_seconds(item: &Item, target: Amount) -> u32 {
    let rep = match item.clock {
        Some(SetClock::For(_)) => 1,
        Some(SetClock::Breaths { each, .. }) => each.0,
        Some(SetClock::Every(_) | SetClock::Within(_)) | None => {
            item.demand().map_or(0, |demand| rep_seconds(demand, &item.tempo))
        }
    };
    u32::from(target.get()) * rep
}
