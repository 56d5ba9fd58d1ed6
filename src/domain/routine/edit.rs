//! Changes of a routine, and Undo. Every edit is total: one that does not apply changes nothing.

use super::{Item, MAX_ITEMS, MAX_NAME, MAX_REST, MAX_SETS, Routine, merged};
use crate::domain::catalogue::{Brief, Level};
use crate::domain::name::visible;
use crate::domain::units::{Amount, Seconds};

/// One change to a routine.
#[derive(Clone, Debug)]
pub enum Edit {
    /// Change the name; longer names are cut at `MAX_NAME` characters, and invisible characters alone are no name.
    Rename(String),
    /// Add an exercise at the end, with its prescribed dose.
    Add(&'static Brief, Level),
    /// Remove an item.
    Remove(u32),
    /// Move an item towards the start (−) or the end (+) by a number of places.
    Move(u32, i32),
    /// Change the level of an item; it gets that level's dose.
    Level(u32, Level),
    /// Change the number of sets of an item; new ones repeat the last.
    Sets(u32, usize),
    /// Change the amount of every set of an item by this much.
    StepAmount(u32, i16),
    /// Give every set of an item this amount.
    Amount(u32, Amount),
    /// Change the rest after each set of an item.
    Rest(u32, Seconds),
}

impl Routine {
    /// This routine after `edit`.
    #[must_use]
    pub fn edited(&self, edit: &Edit) -> Self {
        self.edited_with(edit, self.next_key())
    }

    /// This routine after `edit`; an added row has the key `fresh`, unless another has it.
    #[must_use]
    pub fn edited_with(&self, edit: &Edit, fresh: u32) -> Self {
        let mut next = self.clone();
        let is_taken = self.items.iter().any(|item| item.key == fresh);
        let key = if is_taken { self.next_key() } else { fresh };
        match edit {
            Edit::Rename(name) => next.name = visible(name.chars().take(MAX_NAME).collect()),
            Edit::Add(exercise, level) if next.items.len() < MAX_ITEMS => {
                next.items.push(Item::prescribed(key, exercise, *level));
            }
            Edit::Add(..) => {}
            Edit::Remove(key) => next.items.retain(|item| item.key != *key),
            Edit::Move(key, by) => next.shift(*key, *by),
            Edit::Level(key, level) => next.with_item(*key, |item| {
                if let Some(exercise) = item.known() {
                    *item = Item { rest: item.rest, ..Item::prescribed(item.key, exercise, *level) };
                }
            }),
            Edit::Sets(key, sets) => next.with_item(*key, |item| {
                let last = item.targets.last().copied().unwrap_or(Amount::clamped(1));
                item.targets.resize((*sets).clamp(1, MAX_SETS), last);
            }),
            Edit::StepAmount(key, delta) => {
                next.with_item(*key, |item| item.targets.iter_mut().for_each(|t| *t = t.stepped(*delta)));
            }
            Edit::Amount(key, amount) => next.with_item(*key, |item| item.targets.fill(*amount)),
            Edit::Rest(key, rest) => next.with_item(*key, |item| item.rest = Seconds(rest.0.min(MAX_REST))),
        }
        next
    }

    fn with_item(&mut self, key: u32, change: impl FnOnce(&mut Item)) {
        if let Some(item) = self.items.iter_mut().find(|item| item.key == key) {
            change(item);
        }
    }

    fn shift(&mut self, key: u32, by: i32) {
        let Some(from) = self.items.iter().position(|item| item.key == key) else { return };
        let last = self.items.len() - 1;
        let to = from.saturating_add_signed(by as isize).min(last);
        let item = self.items.remove(from);
        self.items.insert(to, item);
    }
}

/// A routine in the builder, with its Undo steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    now: Routine,
    past: Vec<Routine>,
}

impl Draft {
    /// The largest number of Undo steps.
    pub const DEPTH: usize = 100;

    /// Begins without any Undo step.
    #[must_use]
    pub const fn new(routine: Routine) -> Self {
        Self { now: routine, past: Vec::new() }
    }

    /// The present routine.
    #[must_use]
    pub const fn routine(&self) -> &Routine {
        &self.now
    }

    /// True if there is a change to undo.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Makes a change; one that changes nothing leaves no Undo step.
    pub fn apply(&mut self, edit: &Edit) {
        self.apply_with(edit, self.now.next_key());
    }

    /// Makes a change like [`Draft::apply`]; an added row has the key `fresh`.
    pub fn apply_with(&mut self, edit: &Edit, fresh: u32) {
        let next = self.now.edited_with(edit, fresh);
        if next == self.now {
            return;
        }
        if self.past.len() == Self::DEPTH {
            self.past.remove(0);
        }
        self.past.push(std::mem::replace(&mut self.now, next));
    }

    /// Continues from `routine`, which has changes of another tab too: Undo reverts only those made here.
    pub fn go_on_from(&mut self, routine: Routine) {
        for past in &mut self.past {
            *past = merged(&self.now, past, &routine).routine;
        }
        self.now = routine;
        // A change that the other tab reverted or made as well leaves no Undo step.
        let mut next = self.now.clone();
        let mut kept = Vec::with_capacity(self.past.len());
        while let Some(past) = self.past.pop() {
            if past != next {
                next = past.clone();
                kept.push(past);
            }
        }
        kept.reverse();
        self.past = kept;
    }

    /// Undoes the last change.
    pub fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            self.now = before;
        }
    }
}
