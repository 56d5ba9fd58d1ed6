//! The ready-made routines. They are data: `content/routines`.

use super::{Item, Routine};
use crate::domain::catalogue::{self, Level, Slug};
use crate::domain::units::{Amount, Seconds};

/// The routine of the first day: no kit, about six minutes.
pub const DEFAULT: &str = "six-minutes";

/// One line of a ready-made routine: exercise, level, amounts, seconds of rest.
type ReadyItem = (Slug, Level, &'static [u16], u32);

/// Id, name and lines. Written by the build script.
const READY_MADE: &[(&str, &str, &[ReadyItem])] = include!(concat!(env!("OUT_DIR"), "/routines.rs"));

/// Id and line about it. Written by the build script.
const ABOUT: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/abouts.rs"));

/// For whom and when the ready-made routine with this id is, in one line; `None` for any other routine.
#[must_use]
pub fn about(id: &str) -> Option<&'static str> {
    ABOUT.iter().find(|(ready, _)| *ready == id).map(|(_, about)| *about)
}

/// The ready-made routines, in the order in which they are offered.
#[must_use]
pub fn ready_made() -> Vec<Routine> {
    READY_MADE
        .iter()
        .map(|(id, name, lines)| Routine { items: items(lines), ..Routine::empty((*id).to_owned(), name) })
        .collect()
}

fn items(lines: &[ReadyItem]) -> Vec<Item> {
    (0..)
        .zip(lines)
        .filter_map(|(key, (slug, level, amounts, rest))| {
            let prescribed = Item::prescribed(key, catalogue::brief(slug)?, *level);
            let targets = amounts.iter().copied().map(Amount::clamped).collect();
            Some(Item { targets, rest: Seconds(*rest), ..prescribed })
        })
        .collect()
}
