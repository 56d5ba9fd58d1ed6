//! What planning, timing and the log need of an exercise. Without its text, which is most of the catalogue's bytes: the
//! first page plans and counts with this alone, and the text comes with the pages that show it.

use super::{Beat, BodyPart, Dose, Kit, Level, Measure, SideName, Sides, Slug};

/// An exercise without its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brief {
    /// Its identity for ever.
    pub id: Slug,
    /// What it is called on screen.
    pub name: &'static str,
    /// What base, hard and harder ask for.
    pub levels: [Demand; 3],
}

/// What one level asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    /// How much.
    pub dose: Dose,
    /// How the two sides of the body share the work.
    pub sides: Sides,
    /// What is needed; empty for none.
    pub kit: &'static [Kit],
    /// The parts of the body that it loads.
    pub loads: &'static [BodyPart],
    /// The parts of one repetition in order, with their seconds; empty for a plain hold.
    pub tempo: &'static [Beat],
}

impl Brief {
    /// What `level` asks for.
    #[must_use]
    pub const fn at(&self, level: Level) -> &Demand {
        &self.levels[level as usize]
    }
}

/// Written by the build script from `content/`.
static BRIEFS: &[Brief] = include!(concat!(env!("OUT_DIR"), "/briefs.rs"));

/// Every exercise without its text, in the order in which they are taught.
#[must_use]
pub fn briefs() -> &'static [Brief] {
    BRIEFS
}

/// The exercise that `id` names, without its text.
#[must_use]
pub fn brief(id: &str) -> Option<&'static Brief> {
    BRIEFS.iter().find(|brief| brief.id == id)
}
