//! The four routines that are there from the start.

use super::{Item, Routine};
use crate::domain::catalogue::{self, Level, Slug};
use crate::domain::units::{Amount, Seconds};

/// The routine that Start begins on the first day: no kit, about six minutes.
pub const DEFAULT: &str = "six-minutes";

/// One line of a ready-made routine: exercise, level, amounts, seconds of rest.
type Line = (Slug, Level, &'static [u16], u32);

const READY_MADE: &[(&str, &str, &[Line])] = &[
    (
        DEFAULT,
        "Six minutes, no kit",
        &[
            ("single-leg-balance", Level::Base, &[30], 30),
            ("deep-squat", Level::Base, &[15], 50),
            ("lunge", Level::Base, &[12], 50),
            ("single-leg-balance", Level::Base, &[30], 30),
        ],
    ),
    (
        "bands-before-a-run",
        "Bands before a run",
        &[
            ("banded-glute-bridge", Level::Base, &[10, 10], 30),
            ("monster-walk", Level::Base, &[12, 12], 30),
            ("banded-dead-bug", Level::Base, &[12, 12], 30),
        ],
    ),
    (
        "balance",
        "Balance, barefoot",
        &[
            ("single-leg-balance", Level::Base, &[30], 30),
            ("single-leg-deadlift", Level::Base, &[10, 10], 60),
            ("supported-pistol-squat", Level::Base, &[10, 8], 90),
            ("single-leg-balance", Level::Hard, &[30], 30),
        ],
    ),
    (
        "body-weight",
        "Body weight",
        &[("deep-squat", Level::Base, &[20, 20, 20], 60), ("lunge", Level::Base, &[15, 15, 15], 60)],
    ),
];

/// The ready-made routines, in the order in which they are offered.
#[must_use]
pub fn ready_made() -> Vec<Routine> {
    READY_MADE
        .iter()
        .map(|(id, name, lines)| Routine { id: (*id).to_owned(), name: (*name).to_owned(), items: items(lines) })
        .collect()
}

fn items(lines: &[Line]) -> Vec<Item> {
    (0..)
        .zip(lines)
        .filter_map(|(key, (slug, level, amounts, rest))| {
            let prescribed = Item::prescribed(key, catalogue::brief(slug)?, *level);
            let targets = amounts.iter().copied().map(Amount::clamped).collect();
            Some(Item { targets, rest: Seconds(*rest), ..prescribed })
        })
        .collect()
}
