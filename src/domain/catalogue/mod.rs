//! Exercises: their type, levels, sentences and motions. Knows no routine, no log and no browser.
//!
//! Exercises are data: `content/` holds them, the build script packs it (tools/content), and `packed` unpacks it when an exercise
//! is first asked for. Names and numbers, which Today needs at once, are compiled in (`brief`).

mod advice;
mod brief;
mod dose;
mod packed;
mod search;

pub use advice::{CORE, CoreAdvice, OrderAdvice, TypePurpose, order_advice, purpose};
pub use brief::{Brief, Demand, brief, briefs};
pub use packed::unpack;
pub use search::{Filter, matches, search};

use super::figure::Motion;
pub use super::figure::Muscles;
pub(crate) use super::vocabulary::vocabulary;
use std::sync::OnceLock;

pub use super::vocabulary::{Area, BodyPart, Goal, Kind, Kit, Level, Measure, Muscle, SideName, Sides, Tag};

/// The permanent slug of an exercise in links and stored data: lower-case words joined by hyphens, never reused.
pub type Slug = &'static str;

/// One exercise at its three levels.
#[derive(Debug)]
pub struct Exercise {
    /// Its permanent slug.
    pub id: Slug,
    /// Its name on screen.
    pub name: &'static str,
    /// Other names, found by the search.
    pub aliases: &'static [&'static str],
    /// Its type, one of three.
    pub kind: Kind,
    /// One line for a list: the exercise and its effect.
    pub summary: &'static str,
    /// The muscles that it works.
    pub muscles: Muscles,
    /// The body areas in which it is felt; used by the body-area filter.
    pub areas: &'static [Area],
    /// Its timing relative to a run, in one sentence.
    pub timing: &'static str,
    /// The reason for a runner to do it.
    pub why: &'static str,
    /// Base, hard and harder.
    pub levels: Levels,
}

impl Exercise {
    /// The variation at `level`.
    #[must_use]
    pub const fn at(&self, level: Level) -> &Variation {
        match level {
            Level::Base => &self.levels.base,
            Level::Hard => &self.levels.hard,
            Level::Harder => &self.levels.harder,
        }
    }
}

/// The three levels of an exercise.
#[derive(Debug)]
pub struct Levels {
    /// For beginners.
    pub base: Variation,
    /// After base is mastered.
    pub hard: Variation,
    /// After hard is mastered.
    pub harder: Variation,
}

/// An exercise at one level.
#[derive(Debug)]
pub struct Variation {
    /// The difference from the other levels, in a few words: "One leg straight at the top".
    pub title: &'static str,
    /// Getting into position, one sentence each.
    pub start: &'static [&'static str],
    /// The movement in order, one sentence each.
    pub steps: &'static [&'static str],
    /// Sets, amounts and rest.
    pub dose: Dose,
    /// The use of the two sides of the body.
    pub sides: Sides,
    /// The kit that it needs; empty for none.
    pub kit: &'static [Kit],
    /// The parts of the body that it loads, by the rules of [`BodyPart`].
    pub loads: &'static [BodyPart],
    /// The parts of one repetition in order, with their seconds; empty for a plain hold.
    pub tempo: &'static [Beat],
    /// The one cue shown while working: at most 12 words.
    pub cue: &'static str,
    /// A note for this level alone: its risk, its condition, or its additional effect. Never empty.
    pub note: &'static str,
    /// Breathing.
    pub breathing: &'static str,
    /// Three or more cues in time order; the same topics in the same order at every level.
    pub cues: &'static [Cue],
    /// The most common mistake and its correction.
    pub slip: Slip,
    /// A way to make this level easier.
    pub easier: &'static str,
    /// A way to make it harder within this level.
    pub harder: &'static str,
    /// When to stop, or who should not start.
    pub warning: &'static str,
    /// Facts about the place or the person that it suits.
    pub tags: &'static [Tag],
    /// The motion of the figure.
    pub motion: &'static Motion,
}

/// The dose of a variation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dose {
    /// The amount of each set, for one side where sides are separate.
    pub sets: &'static [u16],
    /// The unit of the amounts.
    pub measure: Measure,
    /// Seconds that each repetition is held; 0 for none.
    pub hold: u8,
    /// Seconds of rest between sets.
    pub rest: u16,
    /// The word for a side.
    pub side: SideName,
    /// True if more than the amount is welcome.
    pub or_more: bool,
}

/// One part of a repetition: "hold", 3 s.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beat {
    /// The movement, in one or two words: "up", "hold", "down".
    pub word: &'static str,
    /// Its length in seconds; at least 1.
    pub seconds: u8,
}

/// A cue: the point to attend to, with a topic by which it can be found, spoken, and shown on the figure.
#[derive(Debug)]
pub struct Cue {
    /// The part of the body or topic, in one or two words: "hips", "knees", "breath".
    pub topic: &'static str,
    /// The cue itself, with its reason where it matters.
    pub text: &'static str,
}

/// A common mistake and its correction.
#[derive(Clone, Copy, Debug)]
pub struct Slip {
    /// The mistake.
    pub slip: &'static str,
    /// Its correction.
    pub fix: &'static str,
}

/// Every exercise, in the order of teaching.
#[must_use]
pub fn all() -> &'static [&'static Exercise] {
    static ALL: OnceLock<Vec<&'static Exercise>> = OnceLock::new();
    ALL.get_or_init(|| unpack(briefs(), packed::FACTS_AND_MOTIONS, packed::ENGLISH).leak().iter().collect())
}

/// The exercise with the slug `id`.
#[must_use]
pub fn find(id: &str) -> Option<&'static Exercise> {
    all().iter().copied().find(|exercise| exercise.id == id)
}
