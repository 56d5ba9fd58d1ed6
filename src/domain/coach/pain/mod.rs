//! Something hurts: where and how much, what the runner may do then, and what is always said. Names no condition: it
//! sorts numbers by the traffic light and says when to ask somebody who may.

mod follow_up;
mod sore;

pub use follow_up::{Concern, concern, open_questions};
pub use sore::{Sore, all_out, is_out, possible, sore, trainable};

pub use crate::domain::session::{Answer, Light, PainAdvice, PainSide, Score, ScoreOutOfRange, advice};

use crate::domain::catalogue::{BodyPart, Level, vocabulary};
use crate::domain::units::{Offset, Timestamp};

/// The signs that end training at once: always shown where something hurts.
pub const AT_ONCE: &str = "Stop and get medical help at once for chest pain, fainting, \
    breathlessness out of proportion, a sudden severe headache, or new weakness on one side.";
/// The signs that somebody has to look at first: always shown where something hurts.
pub const BEFORE_YOU_GO_ON: &str = "See a professional before you train on with a hot, swollen calf, a pop with \
    swelling, a leg that bears no weight, pain in one spot of a bone, at night or on hopping, or groin pain when you \
    stand on the leg.";
/// What all of this is: always shown where something hurts.
pub const NO_ADVICE: &str = "This is fitness information, not medical advice.";

vocabulary! {
    /// How it is the next time.
    Change {
        /// Less, or gone.
        Better = "better", "Better";
        /// As it was.
        Same = "same", "Same";
        /// More.
        Worse = "worse", "Worse";
    }
}

/// What the runner said when asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// When she said it.
    pub when: Timestamp,
    /// How it was then.
    pub change: Change,
}

/// Something that hurt. Its moment and its exercise are its identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PainReport {
    /// When it was told.
    pub when: Timestamp,
    /// The local clock's lead on UTC then: it keeps its local day wherever the runner travels.
    pub offset: Offset,
    /// The slug of the exercise; empty where it was told outside a session.
    pub exercise: String,
    /// Its level.
    pub level: Level,
    /// Where it hurt.
    pub part: BodyPart,
    /// On which side, if she said.
    pub side: Option<PainSide>,
    /// How much.
    pub score: Score,
    /// What she chose to do; `None` while she has not, or where the page died first.
    pub answer: Option<Answer>,
    /// What was said of it the next time, once it was asked.
    pub follow_up: Option<FollowUp>,
}

impl PainReport {
    /// This report with what the runner says of it now. "Same" after "worse" leaves it at worse.
    #[must_use]
    pub fn answered(&self, change: Change, now: Timestamp) -> Self {
        let was_worse = self.follow_up.is_some_and(|follow_up| follow_up.change == Change::Worse);
        let change = if was_worse && change == Change::Same { Change::Worse } else { change };
        Self { follow_up: Some(FollowUp { when: now, change }), ..self.clone() }
    }
}
