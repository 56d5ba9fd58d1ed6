//! The facts of an exercise that planning, timing and the log need. Without its text, which is most of the catalogue's bytes: the
//! first load plans and counts with this alone, and the text comes with the pages that show it.

use super::{Beat, BodyPart, Demand, Dose, Kit, Level, LoadPlace, Measure, SideName, Sides, Slug};

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

/// Written by the build script: the words beside left and right that differ from those of the dose.
static LIMBS: &[(&str, SideName)] = include!(concat!(env!("OUT_DIR"), "/limbs.rs"));

/// The word beside left and right in the exercise with this slug: "right leg".
#[must_use]
pub fn limb(slug: &str) -> SideName {
    let own = LIMBS.iter().find(|(other, _)| *other == slug).map(|(_, limb)| *limb);
    own.or_else(|| Some(brief(slug)?.at(Level::Base).dose.side)).unwrap_or(SideName::Side)
}

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
