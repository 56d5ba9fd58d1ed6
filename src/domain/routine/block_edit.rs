//! Changes of a routine's blocks, and of the places of its items in them.

use super::{Block, BlockKind, Item, MAX_BLOCKS, MAX_ITEMS, Routine};
use crate::domain::catalogue::{Brief, Level, Measure};
use crate::domain::units::Seconds;

/// The longest rest of an exercise that is added to a block in turn.
const REST_IN_TURN: Seconds = Seconds(15);

impl Routine {
    /// The place of the block with this key among [`Routine::parts`].
    pub(super) fn block_place(&self, key: u32) -> Option<usize> {
        self.parts().iter().position(|block| block.key == key)
    }

    pub(super) fn with_block(&mut self, key: u32, change: impl FnOnce(&mut Block)) {
        if let Some(block) = self.blocks.iter_mut().find(|block| block.key == key) {
            change(block);
        }
    }

    /// Adds an item at the end of a block, by its place.
    pub(super) fn add(&mut self, mut item: Item, block: usize) {
        if self.items.len() >= MAX_ITEMS {
            return;
        }
        let block = &self.parts()[block];
        item.block = block.key;
        if block.kind.is_in_turn() {
            item.rest = item.rest.min(REST_IN_TURN);
        }
        self.items.push(item);
    }

    /// Sets the step of a block's amounts from round to round.
    pub(super) fn climb(&mut self, key: u32, step: i8) {
        self.with_block(key, |block| block.ladder = step);
        let is_in = |item: &&mut Item| item.block == key && step == 0;
        for item in self.items.iter_mut().filter(is_in) {
            let first = item.targets[0];
            item.targets.fill(first);
        }
    }

    pub(super) fn duplicate(&mut self, of: u32, key: u32) {
        let Some(at) = self.items.iter().position(|item| item.key == of) else { return };
        if self.items.len() < MAX_ITEMS {
            self.items.insert(at + 1, Item { key, ..self.items[at].clone() });
        }
    }

    /// Moves an item past its neighbour, or over the border of its block, `by` times.
    pub(super) fn shift(&mut self, key: u32, by: i32) {
        let most = self.items.len() + self.blocks.len();
        for _ in 0..most.min(by.unsigned_abs() as usize) {
            self.shift_once(key, by < 0);
        }
    }

    fn shift_once(&mut self, key: u32, to_start: bool) {
        let Some(at) = self.items.iter().position(|item| item.key == key) else { return };
        let block = self.items[at].block;
        let neighbour = if to_start { at.checked_sub(1) } else { Some(at + 1) };
        let neighbour = neighbour.filter(|other| self.items.get(*other).is_some_and(|item| item.block == block));
        if let Some(neighbour) = neighbour {
            self.items.swap(at, neighbour);
            return;
        }
        let Some(place) = self.block_place(block) else { return };
        let next = if to_start { place.checked_sub(1) } else { Some(place + 1) };
        if let Some(next) = next.and_then(|next| self.blocks.get(next)) {
            self.items[at].block = next.key;
        }
    }

    pub(super) fn move_into(&mut self, key: u32, block: u32) {
        let Some(at) = self.items.iter().position(|item| item.key == key) else { return };
        if self.block_place(block).is_some() && self.items[at].block != block {
            let item = Item { block, ..self.items.remove(at) };
            self.items.push(item);
        }
    }

    pub(super) fn add_block(&mut self, key: u32, kind: BlockKind) {
        if self.blocks.len() >= MAX_BLOCKS {
            return;
        }
        if self.blocks.is_empty() && !self.items.is_empty() {
            self.blocks.push(Block::PLAIN);
        }
        let end = self.blocks.iter().rposition(|block| block.kind != BlockKind::CoolDown).map_or(0, |at| at + 1);
        let at = match kind {
            BlockKind::WarmUp => 0,
            BlockKind::CoolDown => self.blocks.len(),
            BlockKind::Main
            | BlockKind::Superset
            | BlockKind::Circuit
            | BlockKind::Intervals
            | BlockKind::EveryMinute
            | BlockKind::AsManyRounds
            | BlockKind::Flow
            | BlockKind::MirroredFlow => end,
        };
        self.blocks.insert(at, Block::new(key, kind));
    }

    pub(super) fn remove_block(&mut self, key: u32) {
        let Some(at) = self.blocks.iter().position(|block| block.key == key) else { return };
        self.blocks.remove(at);
        let heir = self.blocks.get(at.saturating_sub(1)).map_or(0, |block| block.key);
        self.items.iter_mut().filter(|item| item.block == key).for_each(|item| item.block = heir);
    }

    /// Puts an item into a block, before the item `before` of it or at its end.
    pub(super) fn put_at(&mut self, key: u32, block: u32, before: Option<u32>) {
        let Some(at) = self.items.iter().position(|item| item.key == key) else { return };
        if self.block_place(block).is_none() || before == Some(key) {
            return;
        }
        let item = Item { block, ..self.items.remove(at) };
        let place = self.items.iter().position(|item| Some(item.key) == before && item.block == block);
        let end = self.items.iter().rposition(|item| item.block == block).map_or(self.items.len(), |last| last + 1);
        self.items.insert(place.unwrap_or(end), item);
    }

    pub(super) fn shift_block(&mut self, key: u32, by: i32) {
        let Some(at) = self.blocks.iter().position(|block| block.key == key) else { return };
        let most = self.blocks.len() - 1;
        let by = isize::try_from(by).unwrap_or_default();
        let block = self.blocks.remove(at);
        self.blocks.insert(at.saturating_add_signed(by).min(most), block);
    }

    /// Moves several items by one place; one whose neighbour is one of them and stays, stays too.
    pub(super) fn shift_all(&mut self, keys: &[u32], to_start: bool) {
        let mut moved: Vec<(u32, u32)> = self.items.iter().map(|item| (item.key, item.block)).collect();
        moved.retain(|(key, _)| keys.contains(key));
        if !to_start {
            moved.reverse();
        }
        for (key, block) in moved {
            let own: Vec<u32> = self.items_of(block).map(|item| item.key).collect();
            let at = own.iter().position(|other| *other == key).unwrap_or_default();
            let next = if to_start { at.checked_sub(1) } else { Some(at + 1) };
            if next.and_then(|next| own.get(next)).is_none_or(|next| !keys.contains(next)) {
                self.shift_once(key, to_start);
            }
        }
    }
}

impl Item {
    /// This item with another exercise and key: its block, rest and note stay, and its amounts where the unit is the same or breaths
    /// count; else it has the prescribed ones in as many sets.
    #[must_use]
    pub fn swapped(&self, key: u32, exercise: &Brief, level: Level) -> Self {
        let mut swap = Self::prescribed(key, exercise, level);
        // Its own unit: within intervals both are counted in seconds, but only as long as they stay there.
        let unit = |item: &Self| item.demand().map_or(Measure::Reps, |demand| demand.dose.measure);
        if self.is_breathed() || unit(&swap) == unit(self) {
            swap.targets.clone_from(&self.targets);
        } else {
            swap.repeat(self.targets.len().max(1));
        }
        Self { rest: self.rest, block: self.block, note: self.note.clone(), ..swap }
    }
}
