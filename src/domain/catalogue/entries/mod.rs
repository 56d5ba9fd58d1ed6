//! One file an exercise: its text, and beside it the room for its poses.

use super::Exercise;

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
    &banded_glute_bridge::ENTRY,
    &monster_walk::ENTRY,
    &banded_dead_bug::ENTRY,
    &single_leg_balance::ENTRY,
    &single_leg_deadlift::ENTRY,
    &supported_pistol_squat::ENTRY,
    &deep_squat::ENTRY,
    &lunge::ENTRY,
];
