//! An exercise at one level, with its texts and its motion.

use super::{Beat, BodyPart, Dose, Kit, Sides, Tag};
use crate::domain::figure::Motion;

/// An exercise at one level.
#[derive(Debug)]
pub struct Variation {
    /// The difference from the other levels, in a few words: "One leg straight at the top".
    pub title: &'static str,
    /// The same in one to three words, beside the level: "straight leg".
    pub short: &'static str,
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
    /// Reasons to stop, or not to start.
    pub warning: &'static str,
    /// Facts about the place or the person that it suits.
    pub tags: &'static [Tag],
    /// The motion of the figure.
    pub motion: &'static Motion,
}

/// A cue: the point to attend to, with a topic by which it can be found, spoken, and shown on the figure.
#[derive(Debug)]
pub struct Cue {
    /// The part of the body or topic, in one or two words: "hips", "knees", "breath".
    pub topic: &'static str,
    /// The cue itself, with its reason if it matters.
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
