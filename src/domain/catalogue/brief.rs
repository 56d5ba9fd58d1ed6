//! The facts of an exercise that planning, timing and the log need. Without its text, which is most of the catalogue's bytes: the
//! first load plans and counts with this alone, and the text comes with the pages that show it.

use super::{Beat, BodyPart, Demand, Dose, Kit, Level, Measure, SideName, Sides, Slug};

/// An exercise without its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brief {
    /// Its permanent slug.
    pub id: Slug,
    /// Its name on screen.
    pub name: &'static str,
    /// Base, hard and harder.
    pub levels: [Demand; 3],
}

impl Brief {
    /// The facts of `level`.
    #[must_use]
    pub const fn at(&self, level: Level) -> &Demand {
        &self.levels[level as usize]
    }
}

/// Written by the build script from `content/`.
static BRIEFS: &[Brief] = include!(concat!(env!("OUT_DIR"), "/briefs.rs"));

/// Every exercise without its text, in the order of teaching.
#[must_use]
pub fn briefs() -> &'static [Brief] {
    BRIEFS
}

/// The exercise with the slug `id`, without its text.
#[must_use]
pub fn brief(id: &str) -> Option<&'static Brief> {
    BRIEFS.iter().find(|brief| brief.id == id)
}
