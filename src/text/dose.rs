//! The dose of an exercise at a level.

use super::count;
use crate::domain::catalogue::{Dose, Measure, SideName, Sides, Variation};

pub use super::app::dose::*;

/// "3 sets of 12, 6 each side", "1 set of 10 each leg, then 1 set of 8 each leg", "3 sets of 10, each held 3 s".
#[must_use]
pub fn words(variation: &Variation) -> String {
    let dose = &variation.dose;
    let first = dose.sets.first().copied().unwrap_or(1);
    let all = if dose.sets.iter().all(|amount| *amount == first) {
        sets_of(variation, dose.sets.len(), first)
    } else {
        let each = dose.sets.iter().map(|amount| sets_of(variation, 1, *amount));
        each.reduce(|before, next| then(&before, &next)).unwrap_or_default()
    };
    match dose.hold {
        0 => all,
        seconds => held(&all, seconds.into()),
    }
}

/// "3 sets of 10 each leg"; "30 seconds each leg" for a single set that does not count repetitions.
fn sets_of(variation: &Variation, number: usize, amount: u16) -> String {
    let dose = &variation.dose;
    let mut words = self::amount(amount.into(), dose.measure);
    if dose.or_more {
        words = or_more(&words);
    }
    words = by_sides(dose, variation.sides, amount, words);
    match (number, dose.measure) {
        (1, Measure::Seconds | Measure::Rounds) => words,
        _ => sets(&words, count(number)),
    }
}

/// `words`, with the division of the dose between the sides.
fn by_sides(dose: &Dose, sides: Sides, amount: u16, words: String) -> String {
    match (sides, dose.measure, dose.side) {
        (Sides::Both, ..) => words,
        (Sides::PerSide, Measure::Steps, _) => each_way(&words, amount.into()),
        (Sides::PerSide, _, side) => each(&words, side),
        (Sides::Alternating, _, SideName::Side) if amount.is_multiple_of(2) => {
            half_each_side(&words, u32::from(amount) / 2)
        }
        (Sides::Alternating, _, side) => in_turn(&words, side),
    }
}
