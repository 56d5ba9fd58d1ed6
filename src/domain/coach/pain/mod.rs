//! Something hurts: where and how much, what the runner may do then, and what is always said. Names no condition: it
//! sorts numbers by the traffic light and says when to ask somebody who may.

mod follow_up;
mod sore;

pub use follow_up::{Concern, concern, open_questions};
pub use sore::{Sore, StaysOut, is_out, possible, reasons_out, sore, trainable};

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

/// How much it hurts: 0, not at all, to 10, the worst there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(u8);

/// A score above 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Choose a number from 0 to 10.")]
pub struct ScoreOutOfRange;

impl Score {
    /// The worst there is.
    pub const MAX: u8 = 10;
    /// Not at all.
    pub const NONE: Self = Self(0);

    /// # Errors
    /// Above 10.
    pub const fn new(value: u8) -> Result<Self, ScoreOutOfRange> {
        if value <= Self::MAX { Ok(Self(value)) } else { Err(ScoreOutOfRange) }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// Its colour by the traffic light (Silbernagel 2007; validated in tendons, not in bone).
    #[must_use]
    pub const fn light(self) -> Light {
        match self.0 {
            0..=2 => Light::Green,
            3..=5 => Light::Amber,
            _ => Light::Red,
        }
    }
}

/// The traffic light of pain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// At most 2.
    Green,
    /// 3 to 5.
    Amber,
    /// 6 and more.
    Red,
}

vocabulary! {
    /// Which side of the body part hurts.
    PainSide {
        /// The runner's left.
        Left = "left", "Left";
        /// The runner's right.
        Right = "right", "Right";
        /// Left and right, or what lies between.
        Both = "both", "Both or middle";
    }
}

vocabulary! {
    /// What the runner does about it.
    Answer {
        /// The same set as planned.
        GoOn = "go-on", "Go on";
        /// The same exercise, a level lower.
        Easier = "easier", "Make it easier";
        /// Another exercise in its place.
        Swap = "swap", "Another exercise";
        /// Its remaining sets leave the session.
        LeaveOut = "leave-out", "Leave it out";
    }
}

/// From this score on everything that loads the part stays out.
const SORE: u8 = 4;

/// What is possible with so much pain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PainAdvice {
    /// 0 to 3.
    GoOn,
    /// 4 and 5.
    Ease,
    /// 6 and more: never the same move again today.
    Stop,
}

/// What is possible at `score`: the app's own steps, on the careful side of the traffic light at 4 and 5.
#[must_use]
pub const fn advice(score: Score) -> PainAdvice {
    match score.0 {
        0..SORE => PainAdvice::GoOn,
        SORE..=5 => PainAdvice::Ease,
        _ => PainAdvice::Stop,
    }
}

impl PainAdvice {
    /// The ways from here, the first one first.
    #[must_use]
    pub const fn options(self) -> &'static [Answer] {
        match self {
            Self::GoOn => &[Answer::GoOn, Answer::Easier],
            Self::Ease => &[Answer::Easier, Answer::Swap],
            Self::Stop => &[Answer::Swap, Answer::LeaveOut],
        }
    }
}

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
