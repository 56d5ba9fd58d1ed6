//! Pain reports: place, score, and the runner's options. Names no condition: it sorts scores by the traffic light and says when
//! to see a professional.

mod follow_up;
mod sore;

pub use follow_up::{Concern, concern, open_questions};
pub use sore::{Sore, all_out, is_out, possible, sore, trainable};

pub use crate::domain::session::{Answer, Light, PainAdvice, PainSide, Score, ScoreOutOfRange, advice};

use crate::domain::catalogue::{BodyPart, Level, vocabulary};
use crate::domain::units::{Offset, Timestamp};

vocabulary! {
    /// Change since a report.
    PainChange {
        /// Less, or gone.
        Better = "better";
        /// As it was.
        Same = "same";
        /// More.
        Worse = "worse";
    }
}

/// The runner's answer to a follow-up question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// The moment of the answer.
    pub when: Timestamp,
    /// The change.
    pub change: PainChange,
}

/// A report of pain. Its moment and its exercise are its identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PainReport {
    /// The moment of the report.
    pub when: Timestamp,
    /// Offset of the local clock from UTC then: it keeps its local day wherever the runner travels.
    pub offset: Offset,
    /// The slug of the exercise; empty for a report outside a session.
    pub exercise: String,
    /// Its level.
    pub level: Level,
    /// The body part.
    pub part: BodyPart,
    /// The side, if the runner gave it.
    pub side: Option<PainSide>,
    /// The intensity.
    pub score: Score,
    /// The runner's choice; `None` while there is none, or if the page died first.
    pub answer: Option<Answer>,
    /// The follow-up, once it was asked.
    pub follow_up: Option<FollowUp>,
}

impl PainReport {
    /// This report with the runner's answer. "Same" after "worse" stays at worse.
    #[must_use]
    pub fn answered(&self, change: PainChange, now: Timestamp) -> Self {
        let was_worse = self.follow_up.is_some_and(|follow_up| follow_up.change == PainChange::Worse);
        let change = if was_worse && change == PainChange::Same { PainChange::Worse } else { change };
        Self { follow_up: Some(FollowUp { when: now, change }), ..self.clone() }
    }
}
