//! Blocks of a routine: a warm-up, rounds of a circuit, a superset. A routine without any is one plain list.

use super::estimate::side_seconds;
use super::{Item, MAX_REST, MAX_SETS, Routine};
use crate::domain::catalogue::vocabulary;
use crate::domain::units::{Amount, Seconds};
use std::ops::RangeInclusive;

/// The largest number of rounds of a block.
pub const MAX_ROUNDS: u8 = 20;
/// The largest number of blocks in one routine.
pub const MAX_BLOCKS: usize = 12;
/// Rounds of a new block in turn.
const USUAL_ROUNDS: u8 = 3;
/// Rest between the rounds of a new block in turn.
const USUAL_REST: Seconds = Seconds(60);
/// The shortest and the longest time of a block by the clock, in seconds.
const CLOCK: RangeInclusive<u32> = 5..=600;

vocabulary! {
    /// The kind of a block.
    BlockKind {
        /// Gets the body ready.
        WarmUp = "warm-up";
        /// The training itself, set by set.
        Main = "main";
        /// Two or more exercises in turn.
        Superset = "superset";
        /// Many exercises in turn.
        Circuit = "circuit";
        /// Calms down.
        CoolDown = "cool-down";
        /// Exercises in turn, each for a time, with the same rest after each.
        Intervals = "intervals";
        /// Exercises in turn, each begun on the minute: the rest of the minute is rest.
        EveryMinute = "every-minute";
    }
}

impl BlockKind {
    /// True if one set of each item is trained in turn, round by round; otherwise all sets of an item before the next item.
    #[must_use]
    pub const fn is_in_turn(self) -> bool {
        matches!(self, Self::Superset | Self::Circuit) || self.is_by_clock()
    }

    /// True if the clock begins its sets.
    #[must_use]
    pub const fn is_by_clock(self) -> bool {
        matches!(self, Self::Intervals | Self::EveryMinute)
    }

    /// The clock of the sets of a block of this kind, which has this time.
    pub(in crate::domain) fn set_clock(self, time: Seconds) -> Option<SetClock> {
        match self {
            Self::Intervals => Some(SetClock::For(Amount::clamped(u16::try_from(time.0).unwrap_or(u16::MAX)))),
            Self::EveryMinute => Some(SetClock::Every(time)),
            Self::WarmUp | Self::Main | Self::Superset | Self::Circuit | Self::CoolDown => None,
        }
    }

    /// Every kind, in the order in which they are offered.
    pub const OFFERED: &'static [Self] =
        &[Self::WarmUp, Self::Main, Self::Superset, Self::Circuit, Self::Intervals, Self::EveryMinute, Self::CoolDown];
}

/// A part of a routine. Its items name it by its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Identity within its routine. [`Block::PLAIN`] has 0.
    pub key: u32,
    /// Its kind.
    pub kind: BlockKind,
    /// The number of rounds, 1 … [`MAX_ROUNDS`]; 1 if its items are not trained in turn.
    pub rounds: u8,
    /// Rest after each round, of intervals after each set; 0 if its items are not trained in turn, or one a minute.
    pub rest: Seconds,
    /// Of intervals the time of each set; one a minute the time from one beginning to the next; 0 in any other block.
    pub clock: Seconds,
    /// The runner's note.
    pub note: String,
}

impl Block {
    /// The block of a routine that has none of its own.
    pub const PLAIN: Self = Self::new(0, BlockKind::Main);

    /// A new block.
    #[must_use]
    pub const fn new(key: u32, kind: BlockKind) -> Self {
        let (rounds, rest, clock) = match kind {
            BlockKind::Superset | BlockKind::Circuit => (USUAL_ROUNDS, USUAL_REST, Seconds(0)),
            BlockKind::Intervals => (USUAL_ROUNDS, Seconds(20), Seconds(40)),
            BlockKind::EveryMinute => (5, Seconds(0), Seconds(60)),
            BlockKind::WarmUp | BlockKind::Main | BlockKind::CoolDown => (1, Seconds(0), Seconds(0)),
        };
        Self { key, kind, rounds, rest, clock, note: String::new() }
    }

    fn settle(&mut self) {
        let in_turn = self.kind.is_in_turn();
        self.rounds = if in_turn { self.rounds.clamp(1, MAX_ROUNDS) } else { 1 };
        let rests = in_turn && self.kind != BlockKind::EveryMinute;
        self.rest = Seconds(if rests { self.rest.0.min(MAX_REST) } else { 0 });
        let clock = self.clock.0.clamp(*CLOCK.start(), *CLOCK.end());
        self.clock = Seconds(if self.kind.is_by_clock() { clock } else { 0 });
    }

    /// The clock of its sets.
    fn set_clock(&self) -> Option<SetClock> {
        self.kind.set_clock(self.clock)
    }
}

/// The clock of the sets in a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetClock {
    /// Each set lasts so many seconds.
    For(Amount),
    /// Each set begins so long after the one before.
    Every(Seconds),
}

/// The place of a set in the blocks of a routine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockPlace {
    /// The kind of its block.
    pub kind: BlockKind,
    /// The number of its round, from 1.
    pub round: u8,
    /// The number of rounds of its block.
    pub rounds: u8,
    /// The clock of its block.
    pub clock: Option<SetClock>,
}

impl Default for BlockPlace {
    /// In a plain routine.
    fn default() -> Self {
        Self { kind: BlockKind::Main, round: 1, rounds: 1, clock: None }
    }
}

/// A set of a routine in the order of training; both sides are one set.
#[derive(Clone, Copy, Debug)]
pub struct PlannedSet<'a> {
    /// Its item.
    pub item: &'a Item,
    /// Its number within the item, from 1.
    pub set: u8,
    /// The amount to do.
    pub target: Amount,
    /// Rest after it.
    pub rest: Seconds,
    /// Its place in the blocks.
    pub place: BlockPlace,
}

impl Routine {
    /// Its blocks in order; [`Block::PLAIN`] alone if it has none of its own.
    #[must_use]
    pub fn parts(&self) -> &[Block] {
        const ONE: &[Block] = &[Block::PLAIN];
        if self.blocks.is_empty() { ONE } else { &self.blocks }
    }

    /// The items of the block with this key, in order.
    pub fn items_of(&self, block: u32) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| self.blocks.is_empty() || item.block == block)
    }

    /// Its sets in the order of training, of the items that `counts`.
    #[must_use]
    pub fn planned_sets(&self, counts: fn(&Item) -> bool) -> Vec<PlannedSet<'_>> {
        let mut sets = Vec::new();
        for block in self.parts() {
            let items: Vec<&Item> = self.items_of(block.key).filter(|item| counts(item)).collect();
            if block.kind.is_in_turn() {
                in_turn(block, &items, &mut sets);
                continue;
            }
            let place = BlockPlace { kind: block.kind, ..BlockPlace::default() };
            for item in items {
                let numbered = (1..).zip(&item.targets);
                sets.extend(numbered.map(|(set, target)| PlannedSet {
                    item,
                    set,
                    target: *target,
                    rest: item.rest,
                    place,
                }));
            }
        }
        sets
    }

    /// The same with its items in the order of its blocks, each in a block that there is, with a set for each of its rounds. One
    /// plain block alone is none.
    #[must_use]
    pub(in crate::domain) fn settled(mut self) -> Self {
        self.blocks.truncate(MAX_BLOCKS);
        self.blocks.iter_mut().for_each(Block::settle);
        if matches!(&self.blocks[..], [only] if only.kind == BlockKind::Main && only.note.is_empty()) {
            self.blocks.clear();
        }
        let mut before = self.parts()[0].key;
        for item in &mut self.items {
            let block = self.blocks.iter().find(|block| block.key == item.block);
            before = block.map_or(before, |block| block.key);
            item.block = before;
            let rounds = block.or(self.blocks.iter().find(|block| block.key == before));
            item.clock = rounds.and_then(Block::set_clock);
            match rounds.filter(|block| block.kind.is_in_turn()) {
                Some(block) => item.repeat(block.rounds.into()),
                None => item.targets.truncate(MAX_SETS),
            }
        }
        self.items = self.parts().iter().flat_map(|block| self.items_of(block.key)).cloned().collect();
        self
    }
}

impl Item {
    /// Makes this many sets of it; new ones repeat the last.
    pub(in crate::domain) fn repeat(&mut self, sets: usize) {
        let last = self.targets.last().copied().unwrap_or(Amount::clamped(1));
        self.targets.resize(sets, last);
    }
}

/// One set of each item in turn, for as many rounds as the longest item has sets.
fn in_turn<'a>(block: &Block, items: &[&'a Item], sets: &mut Vec<PlannedSet<'a>>) {
    let rounds = items.iter().map(|item| item.targets.len()).max().unwrap_or(0);
    let rounds = u8::try_from(rounds).unwrap_or(u8::MAX);
    for round in 1..=rounds {
        let place = BlockPlace { kind: block.kind, round, rounds, clock: block.set_clock() };
        let target = |item: &Item| item.targets.get(usize::from(round) - 1).copied();
        let trained = items.iter().filter_map(|item| Some((*item, target(item)?)));
        sets.extend(trained.map(|(item, target)| {
            let (target, rest) = match place.clock {
                Some(SetClock::For(time)) => (time, block.rest),
                Some(SetClock::Every(every)) => (target, Seconds(every.0.saturating_sub(side_seconds(item, target)))),
                None => (target, item.rest),
            };
            PlannedSet { item, set: round, target, rest, place }
        }));
        if let Some(last) = sets.last_mut().filter(|_| place.clock.is_none()) {
            last.rest = block.rest;
        }
    }
}
