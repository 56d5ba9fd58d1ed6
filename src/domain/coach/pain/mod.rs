//! Something hurts: where and how much, what the runner may do then, and what is always said. Names no condition: it
//! sorts numbers by the traffic light and says when to ask somebody who may.

mod follow_up;
mod sore;

pub use follow_up::{Concern, concern, open_questions};
pub use sore::{Sore, all_out, is_out, possible, sore, stays_out, trainable};

pub use crate::domain::session::{Answer, Light, PainAdvice, PainSide, Score, ScoreOutOfRange, advice};

use crate::domain::catalogue::{BodyPart, Level, brief, vocabulary};
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
    /// "Last time your left knee hurt: Lunge, 4 of 10. How is it now?"
    #[must_use]
    pub fn question(&self) -> String {
        let (subject, score) = (self.subject(), self.score.get());
        if self.exercise.is_empty() {
            return format!("Last time {subject} hurt, {score} of 10. How is it now?");
        }
        let name = brief(&self.exercise).map_or(self.exercise.as_str(), |exercise| exercise.name);
        format!("Last time {subject} hurt: {name}, {score} of 10. How is it now?")
    }

    /// "your left knee", "your knees", "your knee" where no side was told.
    #[must_use]
    pub fn subject(&self) -> String {
        let (one, both) = match self.part {
            BodyPart::Foot => ("foot or ankle", "feet or ankles"),
            BodyPart::LowerLeg => ("calf, shin or Achilles", "calves, shins or Achilles"),
            BodyPart::Knee => ("knee", "knees"),
            BodyPart::Thigh => ("thigh", "thighs"),
            BodyPart::Hip => ("hip or groin", "hips or groin"),
            BodyPart::Back => ("back", "back"),
            BodyPart::Arm => ("shoulder, arm or hand", "shoulders, arms or hands"),
            BodyPart::Elsewhere => return "something".to_owned(),
        };
        match (self.side, self.part) {
            (None, _) => format!("your {one}"),
            (Some(PainSide::Both), _) => format!("your {both}"),
            (Some(PainSide::Left), BodyPart::Back) => "the left of your back".to_owned(),
            (Some(PainSide::Right), BodyPart::Back) => "the right of your back".to_owned(),
            (Some(PainSide::Left), _) => format!("your left {one}"),
            (Some(PainSide::Right), _) => format!("your right {one}"),
        }
    }

    /// "What loads your left knee stays out until you say it is better."
    #[must_use]
    pub fn until_better(&self) -> String {
        match self.part {
            BodyPart::Elsewhere => "The exercise stays out until you say it is better.".to_owned(),
            _ => format!("What loads {} stays out until you say it is better.", self.subject()),
        }
    }

    /// This report with what the runner says of it now. "Same" after "worse" leaves it at worse.
    #[must_use]
    pub fn answered(&self, change: Change, now: Timestamp) -> Self {
        let was_worse = self.follow_up.is_some_and(|follow_up| follow_up.change == Change::Worse);
        let change = if was_worse && change == Change::Same { Change::Worse } else { change };
        Self { follow_up: Some(FollowUp { when: now, change }), ..self.clone() }
    }
}
