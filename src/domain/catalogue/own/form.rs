//! The form of an own exercise: numbers and cues as they are typed, and what is wrong with them.

use super::{MAX_CUE, MAX_CUES, MAX_OWN_NAME, MAX_OWN_REST, MAX_OWN_SETS, MAX_REP, OwnExercise};
use crate::domain::catalogue::Measure;
use crate::domain::name::visible;
use crate::domain::units::{Amount, Seconds};
use std::ops::RangeInclusive;

/// The form as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnForm {
    /// Everything that is chosen, and the name.
    pub exercise: OwnExercise,
    /// The number of sets.
    pub sets: String,
    /// The amount of each set.
    pub amount: String,
    /// Seconds of rest.
    pub rest: String,
    /// Seconds of one repetition.
    pub rep: String,
    /// The cues, one a line.
    pub cues: String,
}

/// A fault of the form, by its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnProblem {
    /// No visible name.
    Name,
    /// A name that is too long.
    LongName,
    /// The number of sets.
    Sets,
    /// The amount.
    Amount,
    /// The rest.
    Rest,
    /// The seconds of a repetition.
    Rep,
    /// Too many cues.
    Cues,
    /// A cue that is too long.
    LongCue,
}

impl OwnForm {
    /// The form filled with `exercise`.
    #[must_use]
    pub fn of(exercise: &OwnExercise) -> Self {
        Self {
            sets: exercise.sets.to_string(),
            amount: exercise.amount.get().to_string(),
            rest: exercise.rest.0.to_string(),
            rep: exercise.rep.to_string(),
            cues: exercise.cues.join("\n"),
            exercise: exercise.clone(),
        }
    }

    /// The exercise that it describes.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the fields.
    pub fn read(&self) -> Result<OwnExercise, Vec<OwnProblem>> {
        let mut wrong = Vec::new();
        let mut number = |text: &str, range: RangeInclusive<u32>, problem: OwnProblem| {
            let number = text.trim().parse().ok().filter(|number| range.contains(number));
            if number.is_none() {
                wrong.push(problem);
            }
            number.unwrap_or(*range.start())
        };
        let sets = number(&self.sets, 1..=MAX_OWN_SETS.into(), OwnProblem::Sets);
        let amount = number(&self.amount, 1..=Amount::MAX.into(), OwnProblem::Amount);
        let counts_time = self.exercise.measure == Measure::Seconds;
        let rep = if counts_time { "1" } else { &self.rep };
        let rest = number(&self.rest, 0..=MAX_OWN_REST, OwnProblem::Rest);
        let rep = number(rep, 1..=MAX_REP.into(), OwnProblem::Rep);
        // A pasted text may have signs in it that nobody sees.
        let is_gap = |sign: char| sign.is_whitespace() || sign.is_control();
        let words = |text: &str| {
            let words = text.split(is_gap).filter(|word| !word.is_empty());
            words.collect::<Vec<_>>().join(" ")
        };
        let name = words(&self.exercise.name);
        if visible(name.clone()).is_empty() {
            wrong.insert(0, OwnProblem::Name);
        } else if name.chars().count() > MAX_OWN_NAME {
            wrong.insert(0, OwnProblem::LongName);
        }
        let cues: Vec<String> = self.cues.lines().map(words).filter(|cue| !cue.is_empty()).collect();
        if cues.len() > MAX_CUES {
            wrong.push(OwnProblem::Cues);
        }
        if cues.iter().any(|cue| cue.chars().count() > MAX_CUE) {
            wrong.push(OwnProblem::LongCue);
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let low = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
        let rep = if counts_time { self.exercise.rep } else { low(rep) };
        let amount = Amount::clamped(u16::try_from(amount).unwrap_or(u16::MAX));
        Ok(OwnExercise { name, sets: low(sets), amount, rest: Seconds(rest), rep, cues, ..self.exercise.clone() })
    }
}
