//! Planned training: a list of exercises, each with its level, sets, amounts and rest, in blocks. Knows nothing of finished
//! sessions.

mod block;
mod block_edit;
mod deleted;
mod edit;
mod estimate;
mod link;
mod merge;
mod note;
mod ready;
mod received;
mod side_order;
mod tempo;

pub use block::{
    BREATH, Block, BlockKind, BlockPlace, MAX_BLOCKS, MAX_LADDER, MAX_ROUNDS, OPEN_CLOCK, PlannedSet, SetClock,
    rest_after_rounds,
};
pub use deleted::put_back;
pub use edit::{Draft, Edit};
pub use estimate::{READY, SWITCH, estimate, item_estimate, rep_seconds};
pub use link::{UnreadableLink, decode, encode, find_code};
pub use merge::{Merged, Replaced, RoutineChange, merged};
pub use note::{MAX_PLAN_NOTE, plan_note};
pub use ready::{DEFAULT, about, is_suggested, ready_made};
pub use received::RECEIVED;
pub use side_order::SideOrder;
pub(in crate::domain) use tempo::within_range;
pub use tempo::{MAX_BEAT, MAX_BEATS, beat_seconds, own_time};

use super::catalogue::{self, Brief, Demand, Kit, Level, LoadKind, Measure, Sides};
use super::load::Load;
use super::name::UNNAMED;
use super::units::{Amount, Seconds};

/// The largest number of sets of one item.
pub const MAX_SETS: usize = 10;
/// The longest rest, in seconds.
pub const MAX_REST: u32 = 600;
/// The largest number of items in one routine.
pub const MAX_ITEMS: usize = 60;
/// The longest name, in characters.
pub const MAX_NAME: usize = 60;

/// A planned list of exercises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Routine {
    /// Permanent: a slug for the ready-made ones, a random one for the runner's own.
    pub id: String,
    /// The runner's name for it; may be empty while it is being typed. Never of invisible characters alone.
    pub name: String,
    /// The runner's note.
    pub note: String,
    /// In the order of the blocks, then of training.
    pub items: Vec<Item>,
    /// In the order of training; empty for one plain block.
    pub blocks: Vec<Block>,
}

/// One exercise of a routine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Identity within its routine, so that moving and removing never affect a neighbour.
    pub key: u32,
    /// The slug of the exercise; may name one that only a newer version knows.
    pub exercise: String,
    /// The level trained.
    pub level: Level,
    /// The amount of each set, for one side if sides are separate. Never empty.
    pub targets: Vec<Amount>,
    /// Rest after each set.
    pub rest: Seconds,
    /// The key of its block.
    pub block: u32,
    /// The runner's note.
    pub note: String,
    /// The load of each set; `None` if the plan leaves it to the runner.
    pub load: Option<Load>,
    /// The order of the sides; `None` for that of the runner.
    pub side_order: Option<SideOrder>,
    /// The seconds of each part of a repetition; empty for the exercise's own tempo.
    pub tempo: Vec<u8>,
    /// The clock of its block, as every edit of the routine leaves it.
    pub clock: Option<SetClock>,
}

impl Routine {
    /// An empty routine.
    #[must_use]
    pub fn empty(id: String, name: &str) -> Self {
        Self { id, name: name.to_owned(), note: String::new(), items: Vec::new(), blocks: Vec::new() }
    }

    /// A single exercise as a routine of its own, with its prescribed dose.
    #[must_use]
    pub fn single(exercise: &Brief, level: Level) -> Self {
        let items = vec![Item::prescribed(0, exercise, level)];
        Self { items, ..Self::empty(exercise.id.to_owned(), exercise.name) }
    }

    /// These exercises at their base level, those that this version knows.
    #[must_use]
    pub fn of_exercises(name: &str, slugs: &[String]) -> Self {
        let known = slugs.iter().filter_map(|slug| catalogue::listed_brief(slug));
        let added = |routine: Self, exercise| routine.edited(&Edit::Add(exercise, Level::Base));
        known.fold(Self::empty(String::new(), name), added)
    }

    /// The name on screen, also for an unnamed routine.
    #[must_use]
    pub fn title(&self) -> &str {
        let name = self.name.trim();
        if name.is_empty() { UNNAMED } else { name }
    }

    /// All kit that it needs, each piece once, in the order of the catalogue.
    #[must_use]
    pub fn kit(&self) -> Vec<Kit> {
        let used = |kit: &Kit| self.items.iter().filter_map(Item::demand).any(|d| d.kit.contains(kit));
        Kit::ALL.iter().copied().filter(used).collect()
    }

    /// The number of its sets, counted like [`Item::sets`].
    #[must_use]
    pub fn sets(&self) -> usize {
        self.items.iter().map(Item::sets).sum()
    }

    /// The item in the middle, after those that warm up: the one to show in a picture. `None` in an empty routine.
    #[must_use]
    pub fn main_item(&self) -> Option<&Item> {
        self.items.get(self.items.len() / 2)
    }

    /// True if it has a load or a block by the clock: version 3 of stored routines and of links, which a program of version 2
    /// leaves alone.
    #[must_use]
    pub(in crate::domain) fn is_of_version_3(&self) -> bool {
        self.items.iter().any(|item| item.load.is_some()) || self.blocks.iter().any(|block| block.kind.is_by_clock())
    }

    /// True if an item has an order of sides or a tempo, or a block a ladder, as many rounds as fit or breaths: version 4 of stored
    /// routines and version 5 of links.
    #[must_use]
    pub(in crate::domain) fn is_of_version_4(&self) -> bool {
        self.items.iter().any(|item| item.side_order.is_some() || !item.tempo.is_empty())
            || self.blocks.iter().any(|block| block.ladder != 0 || block.kind.is_of_version_4())
    }

    /// A key that no item and no block has yet.
    #[must_use]
    pub fn next_key(&self) -> u32 {
        let blocks = self.blocks.iter().map(|block| block.key);
        let items = self.items.iter().map(|item| item.key);
        items.chain(blocks).max().map_or(0, |key| key.saturating_add(1))
    }
}

impl Item {
    /// `exercise` at `level` with its prescribed dose.
    #[must_use]
    pub fn prescribed(key: u32, exercise: &Brief, level: Level) -> Self {
        let dose = &exercise.at(level).dose;
        Self {
            key,
            exercise: exercise.id.to_owned(),
            level,
            targets: dose.sets.iter().copied().map(Amount::clamped).collect(),
            rest: Seconds(u32::from(dose.rest)),
            block: 0,
            note: String::new(),
            load: None,
            side_order: None,
            tempo: Vec::new(),
            clock: None,
        }
    }

    /// The amounts for `exercise` at `level` in its place: those prescribed, or in a flow its own breaths.
    #[must_use]
    pub(in crate::domain) fn amounts_at(&self, exercise: &Brief, level: Level) -> Vec<Amount> {
        if self.is_breathed() { self.targets.clone() } else { Self::prescribed(self.key, exercise, level).targets }
    }

    /// The same at another level with these amounts; a load or a tempo that does not fit there is gone.
    #[must_use]
    pub(in crate::domain) fn at_level(mut self, level: Level, targets: Vec<Amount>) -> Self {
        (self.level, self.targets) = (level, targets);
        let takes = self.load_kind();
        self.load = self.load.filter(|load| takes.is_some_and(|kind| load.is(kind)));
        self.tempo = self.checked_tempo(&self.tempo);
        self
    }

    /// The amounts of its sets: of intervals their time, as often as there are rounds.
    #[must_use]
    pub fn amounts(&self) -> Vec<Amount> {
        match self.clock {
            Some(SetClock::For(time)) => vec![time; self.targets.len()],
            // A round to each side is one amount.
            Some(SetClock::Breaths { mirrored: true, .. }) => self.targets[..self.targets.len().div_ceil(2)].to_vec(),
            Some(SetClock::Every(_) | SetClock::Within(_) | SetClock::Breaths { .. }) | None => self.targets.clone(),
        }
    }

    /// The exercise, if this version of the app knows it.
    #[must_use]
    pub fn known(&self) -> Option<&'static Brief> {
        catalogue::brief(&self.exercise)
    }

    /// The facts of its exercise at its level.
    #[must_use]
    pub fn demand(&self) -> Option<&'static Demand> {
        Some(self.known()?.at(self.level))
    }

    /// Its name; for an exercise unknown to this version, its slug in words.
    #[must_use]
    pub fn name(&self) -> String {
        self.known().map_or_else(|| self.exercise.replace('-', " "), |exercise| exercise.name.to_owned())
    }

    /// The number of its sets: **the one meaning of *set*** wherever sets are counted. Both sides of a set are one set, though each
    /// has its own start, end and record: "3 × 10 reps each side" are 3 sets, 6 steps of the player. The player, the log and the
    /// plan of a session count the same ([`crate::domain::log::set_count`]). 0 for an exercise that this version does not know:
    /// the player skips it.
    #[must_use]
    pub fn sets(&self) -> usize {
        if self.known().is_some() { self.targets.len() } else { 0 }
    }

    /// True in a flow: its amounts are breaths.
    #[must_use]
    pub const fn is_breathed(&self) -> bool {
        matches!(self.clock, Some(SetClock::Breaths { .. }))
    }

    /// True if it is done to one side in each round.
    #[must_use]
    pub const fn is_mirrored(&self) -> bool {
        matches!(self.clock, Some(SetClock::Breaths { mirrored: true, .. }))
    }

    /// The unit of its amounts.
    #[must_use]
    pub fn measure(&self) -> Measure {
        match self.clock {
            Some(SetClock::For(_)) => Measure::Seconds,
            Some(SetClock::Breaths { .. }) => Measure::Breaths,
            Some(SetClock::Every(_) | SetClock::Within(_)) | None => {
                self.demand().map_or(Measure::Reps, |d| d.dose.measure)
            }
        }
    }

    /// The kind of load that its exercise takes at its level; `None` for none.
    #[must_use]
    pub fn load_kind(&self) -> Option<LoadKind> {
        self.demand()?.load_kind()
    }

    /// The use of the two sides in its exercise.
    #[must_use]
    pub fn sides(&self) -> Sides {
        self.demand().map_or(Sides::Both, |d| d.sides)
    }
}
