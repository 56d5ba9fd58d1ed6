//! The numbers by which sports watches know exercises: those of the FIT profile. Apart from the other facts, because only a workout
//! for a watch has them.

use super::{Level, Slug};

/// An exercise in the FIT profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watched {
    /// The number of its category.
    pub category: u16,
    /// The number of the exercise in it; `None` where the category has none that is the same.
    pub name: Option<u16>,
}

/// Written by the build script: the numbers of each level.
static WATCHED: &[(Slug, [&[u16]; 3])] = include!(concat!(env!("OUT_DIR"), "/watched.rs"));

/// The category of an exercise that fits into no other.
const OTHER: u16 = 65_534;

/// The exercise with this slug at `level` as watches know it.
#[must_use]
pub fn watched(slug: &str, level: Level) -> Watched {
    let found = WATCHED.iter().find(|(other, _)| *other == slug);
    let numbers = found.map_or(&[][..], |(_, levels)| levels[level as usize]);
    Watched { category: numbers.first().copied().unwrap_or(OTHER), name: numbers.get(1).copied() }
}
