//! Changes of a routine, and Undo. Every edit is total: one that does not apply changes nothing.

use super::block::USUAL_BREATHS;
use super::{BlockKind, Item, MAX_NAME, MAX_REST, MAX_SETS, Routine, SideOrder, merged, plan_note};
use crate::domain::catalogue::{Brief, Level};
use crate::domain::load::Load;
use crate::domain::name::visible;
use crate::domain::units::{Amount, Seconds};

/// One change to a routine.
#[derive(Clone, Debug)]
pub enum Edit {
    /// Change the name; longer names are cut at `MAX_NAME` characters, and invisible characters alone are no name.
    Rename(String),
    /// Add an exercise at the end, with its prescribed dose.
    Add(&'static Brief, Level),
    /// Add an exercise at the end of a block.
    AddTo(&'static Brief, Level, u32),
    /// Add an item again after itself.
    Duplicate(u32),
    /// Remove an item.
    Remove(u32),
    /// Move an item towards the start (−) or the end (+) by a number of places. The border of a block is a place.
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
    /// Change the note of an item.
    ItemNote(u32, String),
    /// Change the note of the routine.
    Note(String),
    /// Move an item to the end of a block.
    Into(u32, u32),
    /// Add an empty block: a warm-up at the start, a cool-down at the end, any other before a cool-down.
    AddBlock(BlockKind),
    /// Remove a block; its items move into the one before it, or else after it.
    RemoveBlock(u32),
    /// Change the number of rounds of a block.
    Rounds(u32, u8),
    /// Change the rest after each round of a block.
    RoundRest(u32, Seconds),
    /// Change the note of a block.
    BlockNote(u32, String),
    /// Change the load of an item.
    Load(u32, Option<Load>),
    /// Change the order of the sides of an item.
    SideOrder(u32, Option<SideOrder>),
    /// Change the tempo of an item: the seconds of each part of a repetition. The exercise's own is none.
    Tempo(u32, Vec<u8>),
    /// Change the step of the amounts from round to round of a block; with 0 they are all as the first.
    Ladder(u32, i8),
    /// Change the time of each set of a block of intervals, from one minute's beginning to the next, or of as many rounds as fit.
    Clock(u32, Seconds),
    /// Put an item into a block: before another item of it, or at its end.
    Place(u32, u32, Option<u32>),
    /// Move a block towards the start (−) or the end (+) by a number of places, with its items.
    MoveBlock(u32, i32),
    /// Move several items by one place towards the start (−) or the end (+); those that are together stay together.
    MoveAll(Vec<u32>, i32),
    /// Replace an item's exercise; its place, rest and note stay, and its amounts where the unit is the same.
    Swap(u32, &'static Brief, Level),
    /// Make several changes as one; none of them adds a row.
    All(Vec<Edit>),
}

impl Routine {
    /// This routine after `edit`.
    #[must_use]
    pub fn edited(&self, edit: &Edit) -> Self {
        self.edited_with(edit, self.next_key())
    }

    /// This routine after `edit`; an added row or block has the key `fresh`, unless another has it.
    #[must_use]
    pub fn edited_with(&self, edit: &Edit, fresh: u32) -> Self {
        let mut next = self.clone();
        // 0 is the plain block.
        let is_taken = self.items.iter().any(|item| item.key == fresh)
            || self.blocks.iter().any(|block| block.key == fresh)
            || fresh == 0 && matches!(edit, Edit::AddBlock(_));
        let key = if is_taken { self.next_key().max(1) } else { fresh };
        match edit {
            Edit::Rename(name) => next.name = visible(name.chars().take(MAX_NAME).collect()),
            Edit::Add(exercise, level) => next.add(Item::prescribed(key, exercise, *level), self.parts().len() - 1),
            Edit::AddTo(exercise, level, block) => {
                next.add(Item::prescribed(key, exercise, *level), self.block_place(*block).unwrap_or_default());
            }
            Edit::Duplicate(of) => next.duplicate(*of, key),
            Edit::Remove(key) => next.items.retain(|item| item.key != *key),
            Edit::Move(key, by) => next.shift(*key, *by),
            Edit::Level(key, level) => next.with_item(*key, |item| {
                if let Some(exercise) = item.known() {
                    *item = item.clone().at_level(*level, item.amounts_at(exercise, *level));
                }
            }),
            Edit::Sets(key, sets) => next.with_item(*key, |item| item.repeat((*sets).clamp(1, MAX_SETS))),
            Edit::StepAmount(key, delta) => {
                next.with_item(*key, |item| item.targets.iter_mut().for_each(|t| *t = t.stepped(*delta)));
            }
            Edit::Amount(key, amount) => next.with_item(*key, |item| item.targets.fill(*amount)),
            Edit::Rest(key, rest) => next.with_item(*key, |item| item.rest = Seconds(rest.0.min(MAX_REST))),
            Edit::ItemNote(key, note) => next.with_item(*key, |item| item.note = plan_note(note)),
            Edit::Note(note) => next.note = plan_note(note),
            Edit::Into(key, block) => next.move_into(*key, *block),
            Edit::AddBlock(kind) => next.add_block(key, *kind),
            Edit::RemoveBlock(block) => next.remove_block(*block),
            Edit::Rounds(block, rounds) => next.with_block(*block, |block| block.rounds = *rounds),
            Edit::RoundRest(block, rest) => next.with_block(*block, |block| block.rest = *rest),
            Edit::BlockNote(block, note) => next.with_block(*block, |block| block.note = plan_note(note)),
            Edit::Ladder(block, step) => next.climb(*block, *step),
            Edit::Clock(block, clock) => next.with_block(*block, |block| block.clock = *clock),
            Edit::SideOrder(key, order) => next.with_item(*key, |item| item.side_order = *order),
            Edit::Tempo(key, tempo) => next.with_item(*key, |item| item.tempo = item.checked_tempo(tempo)),
            Edit::Load(key, load) => next.with_item(*key, |item| item.load.clone_from(load)),
            Edit::Place(key, block, before) => next.put_at(*key, *block, *before),
            Edit::MoveBlock(block, by) => next.shift_block(*block, *by),
            Edit::MoveAll(keys, by) => next.shift_all(keys, *by < 0),
            Edit::Swap(of, exercise, level) => next.with_item(*of, |item| *item = item.swapped(key, exercise, *level)),
            Edit::All(edits) => next = edits.iter().fold(next, |next, edit| next.edited(edit)),
        }
        let mut next = next.settled();
        // A copy and an exercise in the place of another keep their breaths under a new key.
        if !matches!(edit, Edit::Duplicate(_) | Edit::Swap(..) | Edit::All(_)) {
            next.follow_breaths(self);
        }
        next
    }

    /// Gives items that have come into a flow breaths, and those that have left one their prescribed amounts.
    fn follow_breaths(&mut self, before: &Self) {
        for item in &mut self.items {
            let was = before.items.iter().any(|other| other.key == item.key && other.is_breathed());
            if was == item.is_breathed() {
                continue;
            }
            let prescribed = item.known().map(|exercise| Self::first_amount(exercise, item.level));
            let breaths = Amount::clamped(USUAL_BREATHS);
            item.targets.fill(if was { prescribed.unwrap_or(breaths) } else { breaths });
        }
    }

    fn first_amount(exercise: &Brief, level: Level) -> Amount {
        Item::prescribed(0, exercise, level).targets[0]
    }

    fn with_item(&mut self, key: u32, change: impl FnOnce(&mut Item)) {
        if let Some(item) = self.items.iter_mut().find(|item| item.key == key) {
            change(item);
        }
    }
}

/// A routine in the builder, with its steps of Undo and Redo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    now: Routine,
    /// The routine before each change, the latest last.
    past: Vec<Routine>,
    /// The routine after each change that was undone, the next one last.
    undone: Vec<Routine>,
}

impl Draft {
    /// The largest number of steps to undo, and to redo.
    pub const DEPTH: usize = 100;

    /// Begins without any step.
    #[must_use]
    pub const fn new(routine: Routine) -> Self {
        Self { now: routine, past: Vec::new(), undone: Vec::new() }
    }

    /// Begins with the steps of an earlier one.
    #[must_use]
    pub const fn with_steps(now: Routine, past: Vec<Routine>, undone: Vec<Routine>) -> Self {
        Self { now, past, undone }
    }

    /// The present routine.
    #[must_use]
    pub const fn routine(&self) -> &Routine {
        &self.now
    }

    /// The routine before each change, and after each that was undone; the nearest last.
    #[must_use]
    pub fn steps(&self) -> (&[Routine], &[Routine]) {
        (&self.past, &self.undone)
    }

    /// True if there is a change to undo.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// True if there is an undone change to make again.
    #[must_use]
    pub const fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Makes a change; one that changes nothing leaves no step.
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
        self.undone.clear();
    }

    /// Continues from `routine`, which has changes of another tab too: Undo and Redo concern only those made here.
    pub fn go_on_from(&mut self, routine: Routine) {
        for step in self.past.iter_mut().chain(&mut self.undone) {
            *step = merged(&self.now, step, &routine).routine;
        }
        self.now = routine;
        for steps in [&mut self.past, &mut self.undone] {
            // A change that the other tab reverted or made as well leaves no step.
            let mut next = self.now.clone();
            let mut kept = Vec::with_capacity(steps.len());
            while let Some(step) = steps.pop() {
                if step != next {
                    next = step.clone();
                    kept.push(step);
                }
            }
            kept.reverse();
            *steps = kept;
        }
    }

    /// Undoes the last change.
    pub fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            self.undone.push(std::mem::replace(&mut self.now, before));
        }
    }

    /// Makes the change again that was undone last.
    pub fn redo(&mut self) {
        if let Some(after) = self.undone.pop() {
            self.past.push(std::mem::replace(&mut self.now, after));
        }
    }

    /// Takes back the last change without a step to redo, before another one takes its place.
    pub fn take_back(&mut self) {
        if let Some(before) = self.past.pop() {
            self.now = before;
        }
    }
}
