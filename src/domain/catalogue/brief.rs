//! The facts of an exercise that planning, timing and the log need. Without its text, which is most of the catalogue's bytes: the
//! first load plans and counts with this alone, and the text comes with the pages that show it.

use super::own::{own, own_brief};
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

/// Every exercise of the catalogue without its text, in the order of teaching.
#[must_use]
pub fn briefs() -> &'static [Brief] {
    BRIEFS
}

/// The same, but none that the runner has deleted.
#[must_use]
pub fn listed_brief(id: &str) -> Option<&'static Brief> {
    brief(id).filter(|_| !own(id).is_some_and(|own| own.is_gone))
}

/// The exercise with the slug `id`, of the catalogue or the runner's own, without its text.
#[must_use]
pub fn brief(id: &str) -> Option<&'static Brief> {
    BRIEFS.iter().find(|brief| brief.id == id).or_else(|| own_brief(id))
}

/// True for the form of a slug: up to 60 small letters, digits and hyphens.
pub(in crate::domain) fn is_slug(text: &str) -> bool {
    let is_sign = |sign: u8| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-';
    (1..=60).contains(&text.len()) && text.bytes().all(is_sign)
}
