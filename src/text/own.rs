//! Own exercises in words.

use crate::domain::catalogue::{Measure, NamedPose, Sides, UnitWords};

pub use super::app::own::*;

/// The words for units that are read in a typed name.
pub const UNITS: UnitWords =
    UnitWords { seconds: seconds_typed(), minutes: minutes_typed(), reps: reps_typed(), steps: steps_typed() };

/// The name of a pose: "Deep squat", "Deep squat, start".
#[must_use]
pub fn pose_words(pose: &NamedPose) -> String {
    let name = pose.exercise.name;
    if pose.pose.at_end { name.to_owned() } else { pose_named(name) }
}

/// The label of the amount.
#[must_use]
pub const fn amount_label(measure: Measure, sides: Sides) -> &'static str {
    match sides {
        Sides::PerSide => amount_side(measure),
        Sides::Both | Sides::Alternating => amount(measure),
    }
}
