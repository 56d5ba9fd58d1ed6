//! The estimated length of a routine: work at its own tempo, rests and side changes.

use super::{Item, Routine};
use crate::domain::catalogue::{Demand, Measure, Sides};
use crate::domain::units::{Amount, Seconds};

/// The get-ready time before the first set.
pub const READY: Seconds = Seconds(10);
/// The time to change sides.
pub const SWITCH: Seconds = Seconds(5);
/// A repetition of an exercise that this version does not know.
const UNKNOWN_REP: u32 = 4;

/// Seconds that one repetition, step or round takes: the sum of its tempo; 1 for plain seconds.
#[must_use]
pub fn rep_seconds(demand: &Demand) -> u32 {
    match demand.dose.measure {
        Measure::Seconds => 1,
        Measure::Reps | Measure::Steps | Measure::Rounds => {
            demand.tempo.iter().map(|beat| u32::from(beat.seconds)).sum::<u32>().max(1)
        }
    }
}

/// The whole routine from Start to the end of the last set; 0 for an empty one.
#[must_use]
pub fn estimate(routine: &Routine) -> Seconds {
    let Some(last) = routine.items.last() else { return Seconds(0) };
    let items: u32 = routine.items.iter().map(|item| item_estimate(item).0).sum();
    Seconds((READY.0 + items).saturating_sub(last.rest.0))
}

/// One item with the rest after each of its sets.
#[must_use]
pub fn item_estimate(item: &Item) -> Seconds {
    let rep = item.demand().map_or(UNKNOWN_REP, rep_seconds);
    let set = |target: &Amount| {
        let one = u32::from(target.get()) * rep;
        match item.sides() {
            Sides::PerSide => 2 * one + SWITCH.0,
            Sides::Both | Sides::Alternating => one,
        }
    };
    Seconds(item.targets.iter().map(|target| set(target) + item.rest.0).sum())
}
