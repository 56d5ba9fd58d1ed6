//! How much strength a week asks for, and how the week stands against it.

use crate::domain::catalogue::Goal;
use crate::domain::log::DayMark;

/// How many days of strength a week a goal asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weekly {
    /// The number.
    pub days: usize,
    /// Why, in one plain line.
    pub reason: &'static str,
}

/// Rule P1 of the coaching rules: three days for muscle, two for anything else. A convention where no study decides.
#[must_use]
pub const fn weekly(goal: Goal) -> Weekly {
    match goal {
        Goal::Muscle => Weekly {
            days: 3,
            reason: "Coaches ask for a third day when muscle is the goal. Leave 48 hours between hard leg days.",
        },
        Goal::Endurance | Goal::Fitness => Weekly {
            days: 2,
            reason: "Twice a week is the usual dose for runners. Once a week keeps what you have gained.",
        },
    }
}

/// How the week stands against `asked` days: "1 of 2 strength days this week".
#[must_use]
pub fn weekly_words(week: &[DayMark], asked: usize) -> String {
    let done = week.iter().filter(|day| day.trained).count();
    if done > asked {
        format!("{done} strength days this week; your goal asks for {asked}")
    } else {
        format!("{done} of {asked} strength days this week")
    }
}
