//! Something hurts: where and how much, what the runner may do then, and what is always said. Names no condition: it
//! sorts numbers by the traffic light and says when to ask somebody who may.

mod follow_up;

pub use follow_up::{Concern, concern, is_out_today, open_questions};

use crate::domain::catalogue::{Area, Level, brief, vocabulary};
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
    /// Where it hurts, as a runner says it.
    Spot {
        /// Below the calf.
        Foot = "foot", "Foot or ankle";
        /// Between ankle and knee.
        LowerLeg = "lower-leg", "Calf or shin";
        /// The knee, all round.
        Knee = "knee", "Knee";
        /// Front or back.
        Thigh = "thigh", "Thigh";
        /// Outside or inside.
        Hip = "hip", "Hip or groin";
        /// From neck to seat.
        Back = "back", "Back";
        /// Anywhere else.
        Elsewhere = "elsewhere", "Elsewhere";
    }
}

impl Spot {
    /// The region of the body whose exercises load it, where there is one.
    #[must_use]
    pub const fn area(self) -> Option<Area> {
        match self {
            Self::Foot | Self::LowerLeg => Some(Area::LowerLeg),
            Self::Knee | Self::Thigh => Some(Area::Thighs),
            Self::Hip => Some(Area::Hips),
            Self::Back => Some(Area::Trunk),
            Self::Elsewhere => None,
        }
    }

    const fn subject(self) -> &'static str {
        match self {
            Self::Foot => "your foot or ankle",
            Self::LowerLeg => "your calf or shin",
            Self::Knee => "your knee",
            Self::Thigh => "your thigh",
            Self::Hip => "your hip or groin",
            Self::Back => "your back",
            Self::Elsewhere => "something",
        }
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
        0..=3 => PainAdvice::GoOn,
        4 | 5 => PainAdvice::Ease,
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

    /// What the number asks for, in one line: `eases` is whether there is something easier or something else.
    #[must_use]
    pub const fn sentence(self, eases: bool) -> &'static str {
        match self {
            Self::GoOn => "Up to 3 of 10, go on while it stays there.",
            Self::Ease if eases => "4 or 5 of 10 asks for something easier, or something else.",
            Self::Ease => "At 4 or 5 of 10, leave it for today.",
            Self::Stop => "From 6 of 10, this exercise is over for today.",
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

/// Something that hurt in training. Its moment and its exercise are its identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PainReport {
    /// When it was told.
    pub when: Timestamp,
    /// The local clock's lead on UTC then: it keeps its local day wherever the runner travels.
    pub offset: Offset,
    /// The slug of the exercise.
    pub exercise: String,
    /// Its level.
    pub level: Level,
    /// Where it hurt.
    pub spot: Spot,
    /// How much.
    pub score: Score,
    /// What she chose to do; `None` while she has not, or where the page died first.
    pub answer: Option<Answer>,
    /// What was said of it the next time, once it was asked.
    pub follow_up: Option<FollowUp>,
}

impl PainReport {
    /// "Last time your knee hurt: Lunge, 4 of 10. How is it now?"
    #[must_use]
    pub fn question(&self) -> String {
        let name = brief(&self.exercise).map_or(self.exercise.as_str(), |exercise| exercise.name);
        format!("Last time {} hurt: {name}, {} of 10. How is it now?", self.spot.subject(), self.score.0)
    }
}
