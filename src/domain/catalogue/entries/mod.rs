//! One file an exercise: its text, and beside it its motions.

use super::{Exercise, Levels, Variation};
use crate::domain::figure::STILL;

mod banded_dead_bug;
mod banded_glute_bridge;
mod deep_squat;
mod lunge;
mod monster_walk;
mod single_leg_balance;
mod single_leg_deadlift;
mod supported_pistol_squat;

/// All entries, in the order in which they are taught.
pub(super) const ALL: &[&Exercise] = &[
    &shown(banded_glute_bridge::ENTRY),
    &shown(monster_walk::ENTRY),
    &shown(banded_dead_bug::ENTRY),
    &shown(single_leg_balance::ENTRY),
    &shown(single_leg_deadlift::ENTRY),
    &shown(supported_pistol_squat::ENTRY),
    &shown(deep_squat::ENTRY),
    &shown(lunge::ENTRY),
];

/// An entry as it is shipped; without its motions where the figure is weighed by what is missing (`make sizes`).
const fn shown(entry: Exercise) -> Exercise {
    if !cfg!(feature = "figureless") {
        return entry;
    }
    let Levels { base, hard, harder } = entry.levels;
    Exercise { levels: Levels { base: still(base), hard: still(hard), harder: still(harder) }, ..entry }
}

#[allow(clippy::needless_pass_by_value, reason = "a constant is taken apart")]
const fn still(variation: Variation) -> Variation {
    Variation { motion: &STILL, ..variation }
}
