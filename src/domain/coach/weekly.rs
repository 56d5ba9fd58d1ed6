//! Strength days a week.

use crate::domain::catalogue::Goal;

/// The number of strength days a week for a goal. Rule P1 of the coaching rules: three for muscle, two for anything else. A
/// convention if no study decides.
#[must_use]
pub const fn weekly_days(goal: Goal) -> usize {
    match goal {
        Goal::Muscle => 3,
        Goal::Endurance | Goal::Fitness => 2,
    }
}
