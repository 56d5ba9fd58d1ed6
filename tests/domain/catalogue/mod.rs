//! The founding exercises: each fact about them is a row here, tied to the part of the entry that must state it.
//! A fact that is dropped, moved to another level or left empty turns its row red.

mod advice;
mod doses;
mod entries;
mod facts;
mod loads;
mod search;
mod texts;
mod vocabulary;

use mainspring::domain::catalogue::{self, Level};

const BASE: Level = Level::Base;
const HARD: Level = Level::Hard;
const HARDER: Level = Level::Harder;

/// Every level of every exercise.
fn variations() -> impl Iterator<Item = (&'static str, Level, &'static catalogue::Variation)> {
    catalogue::all()
        .iter()
        .flat_map(|exercise| Level::ALL.iter().map(|level| (exercise.id, *level, exercise.at(*level))))
}
