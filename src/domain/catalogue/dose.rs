//! A dose in words.

use super::{Dose, Measure, SideName, Sides, Variation};

impl Variation {
    /// "3 sets of 12, 6 each side", "1 set of 10 each leg, then 1 set of 8 each leg", "3 sets of 10, each held 3 s".
    #[must_use]
    pub fn dose_words(&self) -> String {
        let dose = &self.dose;
        let first = dose.sets.first().copied().unwrap_or(1);
        let each = each_side(dose, self.sides, first);
        let sets = if dose.sets.iter().all(|amount| *amount == first) {
            sets(dose, dose.sets.len(), first, &each)
        } else {
            let one = |amount: &u16| sets(dose, 1, *amount, &each);
            dose.sets.iter().map(one).collect::<Vec<_>>().join(", then ")
        };
        match dose.hold {
            0 => sets,
            seconds => format!("{sets}, each held {seconds} s"),
        }
    }
}

/// "3 sets of 10 each leg"; "30 seconds each leg" for a single set that does not count repetitions.
fn sets(dose: &Dose, count: usize, amount: u16, each: &str) -> String {
    let unit = match dose.measure {
        Measure::Reps => String::new(),
        measure => format!(" {}", measure.word(amount)),
    };
    let more = if dose.or_more { " or more" } else { "" };
    match (count, dose.measure) {
        (1, Measure::Seconds | Measure::Rounds) => format!("{amount}{unit}{more}{each}"),
        (1, _) => format!("1 set of {amount}{unit}{more}{each}"),
        _ => format!("{count} sets of {amount}{unit}{more}{each}"),
    }
}

/// The words for one side of a set.
fn each_side(dose: &Dose, sides: Sides, amount: u16) -> String {
    match (sides, dose.measure, dose.side) {
        (Sides::Both, ..) => String::new(),
        (Sides::PerSide, Measure::Steps, _) => format!(" each way: {amount} right, {amount} left"),
        (Sides::PerSide, _, side) => format!(" each {}", side.words()),
        (Sides::Alternating, _, SideName::Side) if amount.is_multiple_of(2) => format!(", {} each side", amount / 2),
        (Sides::Alternating, _, side) => format!(", {}s in turn", side.words()),
    }
}
