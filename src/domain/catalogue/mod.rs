//! What an exercise is, and the exercises there are. Knows no routine, no log and no browser.
//!
//! Exercises are data: `content/` holds them, the build script packs it (tools/content), and `packed` unpacks it when an exercise
//! is asked for first. Names and numbers, which Today needs at once, are compiled in (`brief`).

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

/// The permanent name of an exercise in links and stored data: lower-case words joined by hyphens, never reused.
pub type Slug = &'static str;

/// One exercise at its three levels.
#[derive(Debug)]
pub struct Exercise {
    /// Its identity for ever.
    pub id: Slug,
    /// What it is called on screen.
    pub name: &'static str,
    /// Other names, which a search finds.
    pub aliases: &'static [&'static str],
    /// Which of the three types it belongs to.
    pub kind: Kind,
    /// One line for a list: what it is and does.
    pub summary: &'static str,
    /// What it works.
    pub muscles: Muscles,
    /// Where in the body it is felt; drives the body-area filter.
    pub areas: &'static [Area],
    /// When in relation to a run it fits, in one sentence.
    pub timing: &'static str,
    /// Why a runner does it.
    pub why: &'static str,
    /// Base, hard and harder.
    pub levels: Levels,
}

impl Exercise {
    /// How it is done at `level`.
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
    /// Where to begin.
    pub base: Variation,
    /// When base is owned.
    pub hard: Variation,
    /// When hard is owned.
    pub harder: Variation,
}

/// An exercise as it is done at one level.
#[derive(Debug)]
pub struct Variation {
    /// What tells this level from the others, in a few words: "One leg straight at the top".
    pub title: &'static str,
    /// Taking position, a sentence each.
    pub start: &'static [&'static str],
    /// The movement, a sentence each, in order.
    pub steps: &'static [&'static str],
    /// How much.
    pub dose: Dose,
    /// How the two sides of the body share the work.
    pub sides: Sides,
    /// What is needed; empty for none.
    pub kit: &'static [Kit],
    /// The parts of the body that it loads, by the rules of [`BodyPart`].
    pub loads: &'static [BodyPart],
    /// The parts of one repetition in order, with their seconds; empty for a plain hold.
    pub tempo: &'static [Beat],
    /// The one cue shown while working: at most 12 words.
    pub cue: &'static str,
    /// What belongs to this level alone: its danger, its condition, or what it adds. Never empty.
    pub note: &'static str,
    /// How to breathe.
    pub breathing: &'static str,
    /// Three or more cues in time order; the same topics in the same order at every level.
    pub cues: &'static [Cue],
    /// The mistake seen most, and what mends it.
    pub slip: Slip,
    /// A way to make this level easier.
    pub easier: &'static str,
    /// A way to make it harder within this level.
    pub harder: &'static str,
    /// When to stop, or who should not start.
    pub warning: &'static str,
    /// What a place or a person may need to know.
    pub tags: &'static [Tag],
    /// How the figure does it.
    pub motion: &'static Motion,
}

/// How much of a variation makes one exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dose {
    /// The amount of each set, for one side where sides are separate.
    pub sets: &'static [u16],
    /// What the amounts count.
    pub measure: Measure,
    /// Seconds that each repetition is held; 0 for none.
    pub hold: u8,
    /// Seconds of rest between sets.
    pub rest: u16,
    /// What a side is called.
    pub side: SideName,
    /// More than the amount is welcome.
    pub or_more: bool,
}

/// One part of a repetition: "hold", 3 s.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beat {
    /// What happens, in one or two words: "up", "hold", "down".
    pub word: &'static str,
    /// How long, in seconds; at least 1.
    pub seconds: u8,
}

/// A cue: what to attend to, tied to its topic so that it can be found, spoken, and later shown on the figure.
#[derive(Debug)]
pub struct Cue {
    /// The part it speaks of, one or two words: "hips", "knees", "breath".
    pub topic: &'static str,
    /// The cue itself, and why where it matters.
    pub text: &'static str,
}

/// A common mistake and its mend.
#[derive(Clone, Copy, Debug)]
pub struct Slip {
    /// What goes wrong.
    pub slip: &'static str,
    /// What to do about it.
    pub fix: &'static str,
}

/// Every exercise, in the order in which they are taught.
#[must_use]
pub fn all() -> &'static [&'static Exercise] {
    static ALL: OnceLock<Vec<&'static Exercise>> = OnceLock::new();
    ALL.get_or_init(|| unpack(briefs(), packed::FACTS_AND_MOTIONS, packed::ENGLISH).leak().iter().collect())
}

/// The exercise that `id` names.
#[must_use]
pub fn find(id: &str) -> Option<&'static Exercise> {
    all().iter().copied().find(|exercise| exercise.id == id)
}
