//! Exercises at their three levels.

use super::own::{is_own, own, own_exercise};
use super::{Area, Kind, Level, Muscles, Slug, Variation, briefs, packed, unpack};
use std::sync::OnceLock;

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
    /// True for one of the runner's own, which has a single level.
    #[must_use]
    pub fn is_own(&self) -> bool {
        is_own(self.id)
    }

    /// True if the figure shows it.
    #[must_use]
    pub fn has_picture(&self) -> bool {
        !self.is_own() || own(self.id).is_some_and(|own| own.picture.is_some())
    }

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

/// Every exercise of the catalogue, in the order of teaching.
#[must_use]
pub fn all() -> &'static [&'static Exercise] {
    static ALL: OnceLock<Vec<&'static Exercise>> = OnceLock::new();
    ALL.get_or_init(|| unpack(briefs(), packed::FACTS_AND_MOTIONS, packed::ENGLISH).leak().iter().collect())
}

/// The exercise with the slug `id`, of the catalogue or the runner's own.
#[must_use]
pub fn find(id: &str) -> Option<&'static Exercise> {
    all().iter().copied().find(|exercise| exercise.id == id).or_else(|| own_exercise(id))
}
