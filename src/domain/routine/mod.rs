//! What is planned: a list of exercises, each with its level, sets, amounts and rest. Knows nothing of what was done.

mod deleted;
mod edit;
mod estimate;
mod link;
mod merge;
mod ready;

pub use deleted::put_back;
pub use edit::{Draft, Edit};
pub use estimate::{READY, SWITCH, estimate, item_estimate, rep_seconds};
pub use link::{Unreadable, decode, encode};
pub use merge::{Change, Merged, Replaced, merged};
pub use ready::{DEFAULT, ready_made};

use super::catalogue::{self, Brief, Demand, Kit, Level, Measure, Sides};
use super::name::UNNAMED;
use super::units::{Amount, Seconds};

/// The most sets that one item can have.
pub const MAX_SETS: usize = 10;
/// The longest rest, in seconds.
pub const MAX_REST: u32 = 600;
/// The most items that one routine can have.
pub const MAX_ITEMS: usize = 60;
/// The longest name, in characters.
pub const MAX_NAME: usize = 60;

/// A planned list of exercises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Routine {
    /// Permanent: a slug for the ready-made ones, a random one for the runner's own.
    pub id: String,
    /// What the runner calls it; may be empty while it is being typed. Never of unseen characters alone.
    pub name: String,
    /// In the order of training.
    pub items: Vec<Item>,
}

/// One exercise of a routine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Identity within its routine, so that moving and removing never hit a neighbour.
    pub key: u32,
    /// The slug of the exercise; may name one that only a newer version knows.
    pub exercise: String,
    /// The level trained.
    pub level: Level,
    /// The amount of each set, for one side where sides are separate. Never empty.
    pub targets: Vec<Amount>,
    /// Rest after each set.
    pub rest: Seconds,
}

impl Routine {
    /// An empty routine.
    #[must_use]
    pub fn empty(id: String, name: &str) -> Self {
        Self { id, name: name.to_owned(), items: Vec::new() }
    }

    /// A single exercise as a routine of its own, with the dose its text gives.
    #[must_use]
    pub fn single(exercise: &Brief, level: Level) -> Self {
        let items = vec![Item::prescribed(0, exercise, level)];
        Self { id: exercise.id.to_owned(), name: exercise.name.to_owned(), items }
    }

    /// The name on screen: an unnamed routine is called so.
    #[must_use]
    pub fn title(&self) -> &str {
        let name = self.name.trim();
        if name.is_empty() { UNNAMED } else { name }
    }

    /// Everything it needs, each piece once, in the order of the catalogue.
    #[must_use]
    pub fn kit(&self) -> Vec<Kit> {
        let used = |kit: &Kit| self.items.iter().filter_map(Item::demand).any(|d| d.kit.contains(kit));
        Kit::ALL.iter().copied().filter(used).collect()
    }

    /// How many sets it has in all, as [`Item::sets`] counts them.
    #[must_use]
    pub fn sets(&self) -> usize {
        self.items.iter().map(Item::sets).sum()
    }

    /// A key that no item has yet.
    #[must_use]
    pub fn next_key(&self) -> u32 {
        self.items.iter().map(|item| item.key).max().map_or(0, |key| key.saturating_add(1))
    }
}

impl Item {
    /// `exercise` at `level` with the dose its text gives.
    #[must_use]
    pub fn prescribed(key: u32, exercise: &Brief, level: Level) -> Self {
        let dose = &exercise.at(level).dose;
        Self {
            key,
            exercise: exercise.id.to_owned(),
            level,
            targets: dose.sets.iter().copied().map(Amount::clamped).collect(),
            rest: Seconds(u32::from(dose.rest)),
        }
    }

    /// The exercise, where this version of the app knows it.
    #[must_use]
    pub fn known(&self) -> Option<&'static Brief> {
        catalogue::brief(&self.exercise)
    }

    /// What the exercise asks for at the item's level.
    #[must_use]
    pub fn demand(&self) -> Option<&'static Demand> {
        Some(self.known()?.at(self.level))
    }

    /// Its name; for an exercise unknown to this version, its slug in words.
    #[must_use]
    pub fn name(&self) -> String {
        self.known().map_or_else(|| self.exercise.replace('-', " "), |exercise| exercise.name.to_owned())
    }

    /// How many sets it has: **the one meaning of *set*** wherever sets are counted. Where the sides are done one after the
    /// other each side is a set of its own: it has its own start, its own end and its own record, and "3 × 10 reps each side"
    /// are 6 sets. Where the sides work together or in turn a set is a set. It is the number of steps that the player counts
    /// ("2 of 6"), of the sets that the log has, and of those that a session was planned with. 0 for an exercise that this
    /// version does not know: training passes over it.
    #[must_use]
    pub fn sets(&self) -> usize {
        let sides = match self.sides() {
            Sides::PerSide => 2,
            Sides::Both | Sides::Alternating => 1,
        };
        if self.known().is_some() { self.targets.len() * sides } else { 0 }
    }

    /// What its amounts count.
    #[must_use]
    pub fn measure(&self) -> Measure {
        self.demand().map_or(Measure::Reps, |d| d.dose.measure)
    }

    /// How its sides share the work.
    #[must_use]
    pub fn sides(&self) -> Sides {
        self.demand().map_or(Sides::Both, |d| d.sides)
    }
}
