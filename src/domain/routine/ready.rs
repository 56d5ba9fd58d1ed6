//! The ready-made routines. They are data: `content/routines`.

use super::{Block, BlockKind, Item, Routine};
use crate::domain::catalogue::{self, Level, Slug};
use crate::domain::units::{Amount, Seconds};

/// The routine of the first day: no kit, about six minutes.
pub const DEFAULT: &str = "six-minutes";

/// A ready-made routine as it is compiled in.
struct ReadyMade {
    id: &'static str,
    name: &'static str,
    suggested: bool,
    /// Kind, rounds, seconds of rest after each; none for one plain list.
    blocks: &'static [(BlockKind, u8, u32)],
    /// Exercise, level, amounts, seconds of rest, and the number of its block from 1.
    items: &'static [ReadyItem],
}

type ReadyItem = (Slug, Level, &'static [u16], u32, u8);

/// Written by the build script.
const READY_MADE: &[ReadyMade] = include!(concat!(env!("OUT_DIR"), "/routines.rs"));

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
    READY_MADE.iter().map(ReadyMade::routine).collect()
}

/// True if Today suggests the routine with this id from the first day on.
#[must_use]
pub fn is_suggested(id: &str) -> bool {
    READY_MADE.iter().any(|ready| ready.suggested && ready.id == id)
}

impl ReadyMade {
    fn routine(&self) -> Routine {
        let block = |(at, (kind, rounds, rest)): (usize, &(BlockKind, u8, u32))| Block {
            rounds: *rounds,
            rest: Seconds(*rest),
            ..Block::new(low(at), *kind)
        };
        let blocks = self.blocks.iter().enumerate().map(block).collect();
        let items = self.items.iter().enumerate().filter_map(|(at, item)| ready_item(low(at), item)).collect();
        Routine { items, blocks, ..Routine::empty(self.id.to_owned(), self.name) }.settled()
    }
}

fn low(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn ready_item(key: u32, &(slug, level, amounts, rest, block): &ReadyItem) -> Option<Item> {
    let prescribed = Item::prescribed(key, catalogue::brief(slug)?, level);
    let targets = amounts.iter().copied().map(Amount::clamped).collect();
    Some(Item { targets, rest: Seconds(rest), block: u32::from(block.saturating_sub(1)), ..prescribed })
}
