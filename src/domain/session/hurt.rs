//! Pain in a session: the options at a score, the exercises left out, and the runner's choice. Names no condition, and knows no
//! earlier report.

use super::transition::Transition;
use super::{MOST_SWAPS, Session, Step, Substitute};
use crate::domain::catalogue::{BodyPart, Brief, Kit, Level, brief, briefs, vocabulary};
use crate::domain::units::Timestamp;

/// Pain score: 0, none, to 10, the worst possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(u8);

/// A score above 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScoreOutOfRange;

/// The score from which on every exercise that loads the part is left out.
const SORE: u8 = 4;

impl Score {
    /// The worst possible.
    pub const MAX: u8 = 10;
    /// None.
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

    /// True if every exercise that loads the part is left out.
    #[must_use]
    pub const fn is_sore(self) -> bool {
        self.0 >= SORE
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
    /// The side of the body part that hurts.
    PainSide {
        /// The runner's left.
        Left = "left";
        /// The runner's right.
        Right = "right";
        /// Left and right, or the middle.
        Both = "both";
    }
}

vocabulary! {
    /// The runner's choice after a report.
    Answer {
        /// The same set as planned.
        GoOn = "go-on";
        /// The same exercise, a level lower.
        Easier = "easier";
        /// Another exercise in its place.
        Swap = "swap";
        /// Its remaining sets leave the session.
        LeaveOut = "leave-out";
    }
}

/// The advice for a score of pain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PainAdvice {
    /// 0 to 3.
    GoOn,
    /// 4 and 5.
    Ease,
    /// 6 and more: never the same move again today.
    Stop,
}

/// The advice at `score`: the app's own steps, on the careful side of the traffic light at 4 and 5.
#[must_use]
pub const fn advice(score: Score) -> PainAdvice {
    match score.0 {
        0..SORE => PainAdvice::GoOn,
        SORE..=5 => PainAdvice::Ease,
        _ => PainAdvice::Stop,
    }
}

impl PainAdvice {
    /// The options, the recommended one first.
    #[must_use]
    pub const fn options(self) -> &'static [Answer] {
        match self {
            Self::GoOn => &[Answer::GoOn, Answer::Easier],
            Self::Ease => &[Answer::Easier, Answer::Swap],
            Self::Stop => &[Answer::Swap, Answer::LeaveOut],
        }
    }
}

/// True if `exercise` loads `part` at `level`, by the catalogue.
#[must_use]
pub fn loads(exercise: &str, level: Level, part: BodyPart) -> bool {
    brief(exercise).is_some_and(|exercise| exercise.at(level).loads.contains(&part))
}

/// The lowest level at which the exercise in which `part` hurt with this score, at `level`, is left out, even if it does not
/// load the part by the catalogue: at 4 and 5 a lower one may be easier.
#[must_use]
pub fn out_from(part: BodyPart, score: Score, level: Level) -> Level {
    if score.light() == Light::Red || part == BodyPart::Elsewhere { Level::Base } else { level }
}

/// A pain in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hurt {
    /// The step in which it hurt.
    pub step: usize,
    /// The body part.
    pub part: BodyPart,
    /// The side, if the runner gave it.
    pub side: Option<PainSide>,
    /// The intensity.
    pub score: Score,
    /// The runner's choice; `None` while the question is open.
    pub way: Option<PainAction>,
}

/// The consequence for the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PainAction {
    /// The same set as planned.
    GoOn,
    /// The present exercise at this lower level.
    Easier(Level),
    /// This exercise, at this level, instead of the present one.
    Swap(&'static Brief, Level),
    /// Exercises that load the part leave the session.
    LeaveOut,
}

impl PainAction {
    /// The answer that the report notes.
    #[must_use]
    pub const fn answer(self) -> Answer {
        match self {
            Self::GoOn => Answer::GoOn,
            Self::Easier(_) => Answer::Easier,
            Self::Swap(..) => Answer::Swap,
            Self::LeaveOut => Answer::LeaveOut,
        }
    }
}

/// The options of a session with a pain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advised {
    /// The advice for the score.
    pub advice: PainAdvice,
    /// A lower level of the present exercise that does not load the part.
    pub easier: Option<Level>,
    /// Exercises that can replace the present one and do not load the part, best first.
    pub swaps: Vec<Substitute>,
}

impl Advised {
    /// The possible choices, the best first; never empty.
    #[must_use]
    pub fn ways(&self) -> Vec<PainAction> {
        let mut ways = Vec::new();
        for answer in self.advice.options() {
            match answer {
                Answer::GoOn => ways.push(PainAction::GoOn),
                Answer::Easier => ways.extend(self.easier.map(PainAction::Easier)),
                Answer::Swap => {
                    ways.extend(self.swaps.iter().map(|(exercise, level)| PainAction::Swap(exercise, *level)));
                }
                Answer::LeaveOut => ways.push(PainAction::LeaveOut),
            }
        }
        if ways.is_empty() {
            ways.push(PainAction::LeaveOut);
        }
        ways
    }

    /// True if there is an easier level or another exercise.
    #[must_use]
    pub const fn eases(&self) -> bool {
        self.easier.is_some() || !self.swaps.is_empty()
    }
}

impl Hurt {
    /// True if `exercise` at `level` is left out of `session` because of it.
    #[must_use]
    pub fn takes_out(&self, session: &Session, exercise: &str, level: Level) -> bool {
        let hurt_in = |step: &Step| step.exercise == exercise && out_from(self.part, self.score, step.level) <= level;
        self.score.is_sore() && (loads(exercise, level, self.part) || session.steps.get(self.step).is_some_and(hurt_in))
    }

    /// Every exercise that is left out of `session` because of it, of those that could be planned and those that are.
    fn out(&self, session: &Session) -> Vec<(String, Level)> {
        let every = briefs().iter().flat_map(|brief| Level::ALL.iter().map(|level| (brief.id, *level)));
        let planned = session.steps.iter().map(|step| (step.exercise.as_str(), step.level));
        let out = every.chain(planned).filter(|(slug, level)| self.takes_out(session, slug, *level));
        out.map(|(slug, level)| (slug.to_owned(), level)).collect()
    }
}

impl Session {
    /// The options for a pain, with this kit. Only the present exercise can be made easier or replaced: if it is the one that
    /// hurts, or loads the part.
    #[must_use]
    pub fn advised(&self, hurt: &Hurt, kit: &[Kit]) -> Advised {
        let present = self.step();
        let is_same = self.steps.get(hurt.step).is_some_and(|step| step.exercise == present.exercise);
        let is_present = is_same || hurt.takes_out(self, &present.exercise, present.level);
        let mut swaps = if is_present { self.swaps(kit, Some(hurt)) } else { Vec::new() };
        swaps.truncate(MOST_SWAPS);
        Advised { advice: advice(hurt.score), easier: self.easier(Some(hurt)).filter(|_| is_present), swaps }
    }
}

impl Transition {
    /// Carries out the runner's choice, leaves out exercises that load the part, and resumes once she has answered.
    pub(super) fn hurt(&mut self, hurt: &Hurt, now: Timestamp) {
        let out = hurt.out(self);
        match hurt.way {
            Some(PainAction::Easier(level)) => self.change_level(level, now),
            Some(PainAction::Swap(exercise, level)) => self.swap(exercise, level, now),
            Some(PainAction::GoOn | PainAction::LeaveOut) | None => {}
        }
        self.leave_out(&out, now);
        if hurt.way.is_some() {
            self.go_on(now);
        }
    }
}
