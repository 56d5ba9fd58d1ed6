//! Rounds of a running session: the kind of a rest, and the coming rounds of an exercise that is trained in turn with others.

use super::{Phase, Session, Step};
use crate::domain::routine::BlockPlace;
use std::ops::Range;

/// The kind of a rest in a session with blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestKind {
    /// Before another set of the same exercise.
    Set,
    /// Before another exercise.
    Exercise,
    /// Before another round.
    Round,
}

impl RestKind {
    /// The name in `data-rest`.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Set => "set",
            Self::Exercise => "exercise",
            Self::Round => "round",
        }
    }
}

impl Step {
    /// True if `next` is in the same block, as far as their places tell.
    fn shares_block(&self, next: &Self) -> bool {
        let (BlockPlace { kind, round, rounds, number, .. }, other) = (self.place, next.place);
        (kind, rounds, number) == (other.kind, other.rounds, other.number) && round <= other.round
    }
}

impl Session {
    /// The kind of the present rest; `None` outside a rest, and where no step is in a block.
    #[must_use]
    pub fn rest_kind(&self) -> Option<RestKind> {
        let is_rest = matches!(self.phase, Phase::Rest { .. });
        if !is_rest || self.steps.iter().all(|step| step.place == BlockPlace::default()) {
            return None;
        }
        let (before, next) = (&self.steps[self.step_before()?], self.step());
        Some(if before.shares_block(next) && before.place.round < next.place.round {
            RestKind::Round
        } else if before.exercise == next.exercise && (before.set < next.set || before.other_side_next) {
            RestKind::Set
        } else {
            RestKind::Exercise
        })
    }

    /// The step that follows the present set in the same round; `None` if nothing follows in turn.
    #[must_use]
    pub fn next_in_turn(&self) -> Option<&Step> {
        let step = self.step();
        let mut coming = self.steps[self.at..].iter().filter(|next| !self.is_left_out(next));
        let other = coming.find(|next| next.exercise != step.exercise || next.place != step.place)?;
        (step.place.kind.is_in_turn() && other.place == step.place).then_some(other)
    }

    /// The steps of the present exercise in each round from here on, if it is trained in turn with others; else none.
    pub(super) fn rounds_ahead(&self) -> Vec<Range<usize>> {
        let present = self.step();
        let mut rounds: Vec<Range<usize>> = Vec::new();
        if !present.place.kind.is_in_turn() {
            return rounds;
        }
        let mut before = present;
        for (at, step) in self.steps.iter().enumerate().skip(self.at) {
            if !before.shares_block(step) {
                break;
            }
            if step.exercise == present.exercise {
                match rounds.last_mut().filter(|round| round.end == at && self.steps[at - 1].other_side_next) {
                    Some(round) => round.end += 1,
                    None => rounds.push(at..at + 1),
                }
            }
            before = step;
        }
        rounds
    }
}
