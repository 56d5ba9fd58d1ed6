//! An own exercise from a few typed words: "wall sit 45 s", "push-ups 3 × 12".

use super::{MAX_OWN_NAME, MAX_OWN_SETS, OwnExercise};
use crate::domain::catalogue::Measure;
use crate::domain::units::Amount;

/// The words for units, as the runner may type them, each a list with blanks between.
#[derive(Clone, Copy, Debug)]
pub struct UnitWords {
    /// Of seconds.
    pub seconds: &'static str,
    /// Of minutes.
    pub minutes: &'static str,
    /// Of repetitions.
    pub reps: &'static str,
    /// Of steps.
    pub steps: &'static str,
}

/// A part of the typed dose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DosePart {
    Number(u16),
    Times,
    /// A unit, and the number that one of it counts as.
    Unit(Measure, u16),
}

impl OwnExercise {
    /// The exercise that `text` names, with the dose at its end if there is one: an amount with a unit is one set, "3 × 12" are
    /// three.
    #[must_use]
    pub fn from_words(id: String, text: &str, units: &UnitWords) -> Self {
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut dose = None;
        let mut named = words.len();
        // "3 × 45 s" is the longest dose.
        for at in (1..words.len()).rev().take(4) {
            let Some(parts) = words[at..].iter().map(|word| parts(word, units)).collect::<Option<Vec<_>>>() else {
                break;
            };
            if let Some(found) = dose_of(&parts.concat()) {
                (dose, named) = (Some(found), at);
            }
        }
        let mut exercise = Self::new(id, &name(&words[..named].join(" ")));
        if let Some((sets, amount, measure)) = dose {
            (exercise.sets, exercise.amount, exercise.measure) = (sets, amount, measure);
        }
        exercise
    }
}

/// The name with a capital first letter, not too long.
fn name(words: &str) -> String {
    let mut letters = words.chars().filter(|letter| !letter.is_control()).take(MAX_OWN_NAME);
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect::<String>().trim_end().to_owned()
}

/// The parts of one word: "3x45s" has four. `None` if anything else is in it.
fn parts(word: &str, units: &UnitWords) -> Option<Vec<DosePart>> {
    let mut parts = Vec::new();
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let is_digit = first.is_ascii_digit();
        let end = rest.find(|sign: char| sign.is_ascii_digit() != is_digit).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        parts.push(if is_digit { DosePart::Number(piece.parse().ok()?) } else { sign(piece, units)? });
        rest = after;
    }
    Some(parts)
}

fn sign(piece: &str, units: &UnitWords) -> Option<DosePart> {
    let is_in = |words: &str| words.split(' ').any(|word| word.eq_ignore_ascii_case(piece.trim_end_matches('.')));
    match piece {
        "x" | "X" | "×" | "*" => Some(DosePart::Times),
        _ if is_in(units.seconds) => Some(DosePart::Unit(Measure::Seconds, 1)),
        _ if is_in(units.minutes) => Some(DosePart::Unit(Measure::Seconds, 60)),
        _ if is_in(units.reps) => Some(DosePart::Unit(Measure::Reps, 1)),
        _ if is_in(units.steps) => Some(DosePart::Unit(Measure::Steps, 1)),
        _ => None,
    }
}

/// Sets, amount and unit. A bare number is none, and neither is more than an exercise can have: it belongs to the name.
fn dose_of(parts: &[DosePart]) -> Option<(u8, Amount, Measure)> {
    let of = |amount: u16, each: u16| Amount::new(amount.checked_mul(each)?).ok();
    let sets = |sets: u16| u8::try_from(sets).ok().filter(|sets| (1..=MAX_OWN_SETS).contains(sets));
    match *parts {
        [DosePart::Number(amount), DosePart::Unit(measure, each)] => Some((1, of(amount, each)?, measure)),
        [DosePart::Number(times), DosePart::Times, DosePart::Number(amount)] => {
            Some((sets(times)?, of(amount, 1)?, Measure::Reps))
        }
        [DosePart::Number(times), DosePart::Times, DosePart::Number(amount), DosePart::Unit(measure, each)] => {
            Some((sets(times)?, of(amount, each)?, measure))
        }
        _ => None,
    }
}
