//! The goals of training, in words.

use crate::domain::catalogue::Goal;

pub use super::app::goal::*;

/// The goal in one word, for three in a row on a phone.
#[must_use]
pub const fn short(goal: Goal) -> &'static str {
    match goal {
        Goal::Muscle => muscle(),
        Goal::Endurance => endurance(),
        Goal::Fitness => fitness(),
    }
}
