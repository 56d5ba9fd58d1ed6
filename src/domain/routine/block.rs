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
/// The shortest and the longest time of a set of a block by the clock, in seconds.
const CLOCK: RangeInclusive<u32> = 5..=600;
/// The shortest and the longest time of a block of as many rounds as fit, in seconds.
pub const OPEN_CLOCK: RangeInclusive<u32> = 60..=3600;
/// The shortest and the longest breath, in seconds.
pub const BREATH: RangeInclusive<u32> = 4..=8;
/// The usual length of a breath in a flow: twelve a minute, slower than at rest.
const USUAL_BREATH: Seconds = Seconds(5);
/// The breaths of an exercise that is new in a flow.
pub(super) const USUAL_BREATHS: u16 = 5;
/// The rest after a flow.
const AFTER_FLOW: Seconds = Seconds(15);
/// The largest step of a ladder.
pub const MAX_LADDER: i8 = 20;

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
        /// Exercises in turn, for as many rounds as fit into a time.
        AsManyRounds = "as-many-rounds";
        /// Exercises in turn, each held for breaths, without rest.
        Flow = "flow";
        /// A flow to one side, then to the other.
        MirroredFlow = "mirrored-flow";
    }
}

impl BlockKind {
    /// True if one set of each item is trained in turn, round by round; otherwise all sets of an item before the next item.
    #[must_use]
    pub const fn is_in_turn(self) -> bool {
        matches!(self, Self::Superset | Self::Circuit | Self::AsManyRounds) || self.is_by_clock() || self.is_flow()
    }

    /// True if the clock begins its sets.
    #[must_use]
    pub const fn is_by_clock(self) -> bool {
        matches!(self, Self::Intervals | Self::EveryMinute)
    }

    /// True if its exercises are held for breaths.
    #[must_use]
    pub const fn is_flow(self) -> bool {
        matches!(self, Self::Flow | Self::MirroredFlow)
    }

    /// True for the kinds of version 4 of stored routines.
    pub(super) const fn is_of_version_4(self) -> bool {
        self.is_flow() || matches!(self, Self::AsManyRounds)
    }

    /// True if it has a time: of each set, of each breath, or of the whole block.
    #[must_use]
    pub const fn has_clock(self) -> bool {
        self.is_by_clock() || self.is_of_version_4()
    }

    /// True if its amounts may change from round to round by a step.
    #[must_use]
    pub const fn has_ladder(self) -> bool {
        self.is_in_turn() && !self.is_flow() && !matches!(self, Self::Intervals)
    }

    /// The time of a block of this kind, within its range; 0 if it has none.
    fn time(self, time: Seconds) -> Seconds {
        let range = match self {
            Self::AsManyRounds => OPEN_CLOCK,
            kind if kind.is_flow() => BREATH,
            kind if kind.is_by_clock() => CLOCK,
            _ => 0..=0,
        };
        Seconds(time.0.clamp(*range.start(), *range.end()))
    }

    /// The clock of the sets of a block of this kind, which has this time.
    pub(in crate::domain) fn set_clock(self, time: Seconds) -> Option<SetClock> {
        let time = self.time(time);
        match self {
            Self::Intervals => Some(SetClock::For(Amount::clamped(u16::try_from(time.0).unwrap_or(u16::MAX)))),
            Self::EveryMinute => Some(SetClock::Every(time)),
            Self::AsManyRounds => Some(SetClock::Within(time)),
            Self::Flow => Some(SetClock::Breaths { each: time, mirrored: false }),
            Self::MirroredFlow => Some(SetClock::Breaths { each: time, mirrored: true }),
            Self::WarmUp | Self::Main | Self::Superset | Self::Circuit | Self::CoolDown => None,
        }
    }

    /// Every kind, in the order in which they are offered.
    pub const OFFERED: &'static [Self] = &[
        Self::WarmUp,
        Self::Main,
        Self::Superset,
        Self::Circuit,
        Self::Intervals,
        Self::EveryMinute,
        Self::AsManyRounds,
        Self::Flow,
        Self::MirroredFlow,
        Self::CoolDown,
    ];
}

/// A part of a routine. Its items name it by its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Identity within its routine. [`Block::PLAIN`] has 0.
    pub key: u32,
    /// Its kind.
    pub kind: BlockKind,
    /// The number of rounds, 1 … [`MAX_ROUNDS`]; 1 if its items are not trained in turn, and for as many as fit.
    pub rounds: u8,
    /// Rest after each round, of intervals after each set; 0 if its items are not trained in turn, or one a minute.
    pub rest: Seconds,
    /// Of intervals the time of each set; one a minute the time from one beginning to the next; of as many rounds as fit the time
    /// of all; of a flow that of a breath; 0 in any other block.
    pub clock: Seconds,
    /// The step by which the amount of each item changes from round to round; 0 for none.
    pub ladder: i8,
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
            BlockKind::AsManyRounds => (1, Seconds(0), Seconds(600)),
            BlockKind::Flow => (1, Seconds(0), USUAL_BREATH),
            BlockKind::MirroredFlow => (2, Seconds(0), USUAL_BREATH),
            BlockKind::WarmUp | BlockKind::Main | BlockKind::CoolDown => (1, Seconds(0), Seconds(0)),
        };
        Self { key, kind, rounds, rest, clock, ladder: 0, note: String::new() }
    }

    fn settle(&mut self) {
        let in_turn = self.kind.is_in_turn();
        let is_open = self.kind == BlockKind::AsManyRounds;
        self.rounds = if in_turn && !is_open { self.rounds.clamp(1, MAX_ROUNDS) } else { 1 };
        if self.kind == BlockKind::MirroredFlow {
            self.rounds = self.rounds.next_multiple_of(2);
        }
        let rests = in_turn && self.kind != BlockKind::EveryMinute && !self.kind.is_flow();
        self.rest = Seconds(if rests { self.rest.0.min(MAX_REST) } else { 0 });
        self.clock = self.kind.time(self.clock);
        self.ladder = if self.kind.has_ladder() { self.ladder.clamp(-MAX_LADDER, MAX_LADDER) } else { 0 };
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
    /// As many rounds as fit into so many seconds.
    Within(Seconds),
    /// Each unit is a breath.
    Breaths {
        /// Its length.
        each: Seconds,
        /// True if every second round is done to the other side.
        mirrored: bool,
    },
}

/// The place of a set in the blocks of a routine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockPlace {
    /// The kind of its block.
    pub kind: BlockKind,
    /// The number of its round, from 1.
    pub round: u8,
    /// The number of rounds of its block; 0 for as many as fit.
    pub rounds: u8,
    /// The clock of its block.
    pub clock: Option<SetClock>,
    /// The number of its block, from 1, where as many rounds are done as fit; else 0.
    pub number: u8,
    /// The step of its amount from round to round there; else 0.
    pub ladder: i8,
}

impl Default for BlockPlace {
    /// In a plain routine.
    fn default() -> Self {
        Self { kind: BlockKind::Main, round: 1, rounds: 1, clock: None, number: 0, ladder: 0 }
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
        for (number, block) in (1..).zip(self.parts()) {
            let items: Vec<&Item> = self.items_of(block.key).filter(|item| counts(item)).collect();
            if block.kind.is_in_turn() {
                in_turn(block, number, &items, &mut sets);
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
                Some(block) => {
                    item.repeat(block.rounds.into());
                    item.climb(block.ladder);
                }
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

    /// Changes the amounts from round to round by `step`, from the first on; 0 leaves them.
    fn climb(&mut self, step: i8) {
        for round in 1..self.targets.len() {
            if step != 0 {
                self.targets[round] = self.targets[round - 1].stepped(step.into());
            }
        }
    }
}

/// One set of each item in turn, for as many rounds as the longest item has sets.
fn in_turn<'a>(block: &Block, number: u8, items: &[&'a Item], sets: &mut Vec<PlannedSet<'a>>) {
    let rounds = items.iter().map(|item| item.targets.len()).max().unwrap_or(0);
    let rounds = u8::try_from(rounds).unwrap_or(u8::MAX);
    for round in 1..=rounds {
        let place = place(block, number, round, rounds);
        let target = |item: &Item| item.targets.get(usize::from(round) - 1).copied();
        let trained = items.iter().filter_map(|item| Some((*item, target(item)?)));
        sets.extend(trained.map(|(item, target)| {
            let (target, rest) = match place.clock {
                Some(SetClock::For(time)) => (time, block.rest),
                Some(SetClock::Every(every)) => (target, Seconds(every.0.saturating_sub(side_seconds(item, target)))),
                Some(SetClock::Within(_) | SetClock::Breaths { .. }) => (target, Seconds(0)),
                None => (target, item.rest),
            };
            PlannedSet { item, set: round, target, rest, place }
        }));
        let is_by_clock = block.kind.is_by_clock();
        if let Some(last) = sets.last_mut().filter(|_| !is_by_clock) {
            last.rest = if block.kind.is_flow() && round == rounds { AFTER_FLOW } else { block.rest };
        }
    }
}

fn place(block: &Block, number: u8, round: u8, rounds: u8) -> BlockPlace {
    let place = BlockPlace { kind: block.kind, round, rounds, clock: block.set_clock(), ..BlockPlace::default() };
    if block.kind == BlockKind::AsManyRounds {
        return BlockPlace { rounds: 0, number, ladder: block.ladder, ..place };
    }
    place
}

/// The rest after a block of as many rounds as fit, whose rest after each round is this: a minute if there is none.
#[must_use]
pub const fn rest_after_rounds(rest: Seconds) -> Seconds {
    if rest.0 > 0 { rest } else { USUAL_REST }
}
