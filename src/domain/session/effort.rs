//! The question after the last set of an exercise: repetitions in reserve. Rule G7 of the coaching rules.

use super::{Phase, Session, Step};
use crate::domain::catalogue::Measure;
use crate::domain::units::Amount;

/// The question; no answer is an answer too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReserveQuestion {
    /// Answered by a number.
    Number,
    /// Answered by yes or no: after many repetitions nobody can count the rest.
    Three,
}

/// The question after a set of this amount; none after a hold, whose reserve cannot be told.
#[must_use]
pub fn reserve_question(measure: Measure, target: Amount) -> Option<ReserveQuestion> {
    match (measure, target.get()) {
        (Measure::Seconds | Measure::Breaths, _) => None,
        (_, ..=12) => Some(ReserveQuestion::Number),
        _ => Some(ReserveQuestion::Three),
    }
}

impl ReserveQuestion {
    /// The answers: a number of further repetitions. The largest stands for any larger one.
    #[must_use]
    pub const fn answers(self) -> &'static [u8] {
        match self {
            Self::Number => &[0, 1, 2, 3, 4, 5],
            // Yes and no. After a no it may be 0, 1 or 2: the middle is neither exhaustion nor room for more.
            Self::Three => &[3, 1],
        }
    }
}

impl Session {
    /// The set just done that is to be asked about, the last of its exercise: during its rest and until it is answered.
    #[must_use]
    pub fn asked_reserve(&self) -> Option<(usize, ReserveQuestion)> {
        if matches!(self.phase, Phase::Work { .. }) {
            return None;
        }
        let done = self.just_done().filter(|done| done.reserve.is_none())?;
        let step = &self.steps[done.step];
        let question = reserve_question(step.measure, step.target)?;
        self.is_last_of_exercise(done.step).then_some((done.step, question))
    }

    /// True if no set of the same exercise comes after this step.
    #[must_use]
    pub fn is_last_of_exercise(&self, step: usize) -> bool {
        let Some((last, coming)) = self.steps.get(step..).and_then(<[Step]>::split_first) else { return false };
        coming.iter().all(|other| other.exercise != last.exercise)
    }
}
