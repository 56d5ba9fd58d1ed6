//! How much strength a week asks for.

use crate::domain::catalogue::Goal;

/// How many days of strength a week a goal asks for. Rule P1 of the coaching rules: three for muscle, two for anything else. A
/// convention where no study decides.
#[must_use]
pub const fn weekly_days(goal: Goal) -> usize {
    match goal {
        Goal::Muscle => 3,
        Goal::Endurance | Goal::Fitness => 2,
    }
}
