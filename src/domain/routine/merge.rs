//! Merge of two changes to one routine: rows are identified by their keys, and each row is merged field by field.

use super::{Block, Edit, Item, MAX_ITEMS, Routine};
use crate::domain::catalogue::Level;
use crate::domain::merge::later;

/// One change to a routine, and the routine as its maker saw it.
#[derive(Clone, Debug)]
pub struct RoutineChange {
    /// The routine before the change.
    pub before: Routine,
    /// The routine after it.
    pub after: Routine,
    /// The edit that leads from one to the other; `None` for an undo.
    pub edit: Option<Edit>,
    /// The key of the row that [`Edit::Add`] adds.
    pub fresh: u32,
}

/// A routine with the changes of both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The routine.
    pub routine: Routine,
    /// The earlier changes that were replaced.
    pub replaced: Vec<Replaced>,
}

/// A change made elsewhere and replaced by the later one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Replaced {
    /// Another name.
    Name(String),
    /// Another order.
    Order,
    /// Another level of this row.
    Level(String, Level),
    /// Other sets and amounts of this row.
    Amounts(Item),
    /// Another rest of this row, in seconds.
    Rest(String, u32),
    /// A row that was changed elsewhere and is removed now.
    Row(String),
    /// A row that no longer fitted in.
    NoRoom(String),
    /// Other rounds, another rest or another note of a block.
    Block,
    /// Another note.
    Note(String),
    /// Another load of this row.
    Load(Item),
}

impl RoutineChange {
    /// This change applied to the present routine. One that changed nothing for its maker, such as removing a row that was not
    /// there yet, changes nothing here.
    #[must_use]
    pub fn made_in(&self, stored: &Routine) -> Merged {
        if self.after == self.before {
            return Merged { routine: stored.clone(), replaced: Vec::new() };
        }
        if *stored == self.before {
            return Merged { routine: self.after.clone(), replaced: Vec::new() };
        }
        let mut merged = merged(&self.before, &self.after, stored);
        let Some(edit) = &self.edit else { return merged };
        merged.routine = stored.edited_with(edit, self.fresh);
        merged.replaced.retain(|replaced| match (edit, replaced) {
            (Edit::Add(..), Replaced::NoRoom(_)) => true,
            // Steps and sets apply to the present amounts.
            (Edit::StepAmount(..) | Edit::Sets(..) | Edit::Add(..), _) => false,
            _ => true,
        });
        merged
    }
}

impl Routine {
    /// The rows of both; of a row that both have, this one's.
    #[must_use]
    pub fn united(&self, other: &Self) -> Self {
        merged(&Self::empty(self.id.clone(), ""), self, other).routine
    }

    /// The row with this key.
    fn row(&self, key: u32) -> Option<&Item> {
        self.items.iter().find(|item| item.key == key)
    }

    fn keys(&self) -> Vec<u32> {
        self.items.iter().map(|item| item.key).collect()
    }
}

/// `mine` and `theirs`, both made from `base`. If both changed the same thing, mine is the later one and holds.
#[must_use]
pub fn merged(base: &Routine, mine: &Routine, theirs: &Routine) -> Merged {
    let mine = &without_clash(base, mine, theirs);
    let mut replaced = Vec::new();
    let is_mine = mine.name != base.name || theirs.name == base.name;
    if is_mine && theirs.name != base.name && theirs.name != mine.name && !base.name.is_empty() {
        replaced.push(Replaced::Name(theirs.name.clone()));
    }
    let name = if is_mine { &mine.name } else { &theirs.name }.clone();
    let note = later(&base.note, &mine.note, &theirs.note, &mut |note| replaced.push(Replaced::Note(note.clone())));
    let blocks = blocks(base, mine, theirs, &mut replaced);
    let mut items = Vec::new();
    for key in order(&[base, mine, theirs].map(Routine::keys), &mut replaced) {
        items.extend(row(base.row(key), mine.row(key), theirs.row(key), &mut replaced));
    }
    while items.len() > MAX_ITEMS {
        let added = items.iter().rposition(|item: &Item| theirs.row(item.key).is_none());
        let item = items.remove(added.unwrap_or(items.len() - 1));
        replaced.push(Replaced::NoRoom(item.name()));
    }
    Merged { routine: Routine { id: theirs.id.clone(), name, note, items, blocks }.settled(), replaced }
}

/// `mine` with other keys for rows that were added on both sides under one key.
fn without_clash(base: &Routine, mine: &Routine, theirs: &Routine) -> Routine {
    let mut next = mine.next_key().max(theirs.next_key()).max(base.next_key());
    let mut mine = mine.clone();
    for item in &mut mine.items {
        let is_other = |row: &Item| row.exercise != item.exercise;
        if base.row(item.key).is_none_or(is_other) && theirs.row(item.key).is_some_and(is_other) {
            item.key = next;
            next = next.saturating_add(1);
        }
    }
    mine
}

/// Every key of mine and theirs, in the order of the side that moved some; mine if both did.
fn order([base, mine, theirs]: &[Vec<u32>; 3], replaced: &mut Vec<Replaced>) -> Vec<u32> {
    let has_moved = |side: &[u32]| {
        let left =
            |keys: &[u32], others: &[u32]| keys.iter().copied().filter(|key| others.contains(key)).collect::<Vec<_>>();
        left(base, side) != left(side, base)
    };
    let (i_moved, they_moved) = (has_moved(mine), has_moved(theirs));
    if i_moved && they_moved && mine != theirs {
        replaced.push(Replaced::Order);
    }
    let (first, second) = if i_moved { (mine, theirs) } else { (theirs, mine) };
    joined(first.clone(), second)
}

/// `keys`, and those of `more` that it lacks, each after its neighbour.
fn joined(mut keys: Vec<u32>, more: &[u32]) -> Vec<u32> {
    let first = keys.clone();
    for (at, key) in more.iter().enumerate() {
        if keys.contains(key) {
            continue;
        }
        let is_last = more[at..].iter().all(|key| !first.contains(key));
        let before = more[..at].iter().rev().find_map(|key| keys.iter().position(|kept| kept == key));
        let place = if is_last { keys.len() } else { before.map_or(0, |before| before + 1) };
        keys.insert(place, *key);
    }
    keys
}

/// One row of the three; `None` if it is removed.
fn row(base: Option<&Item>, mine: Option<&Item>, theirs: Option<&Item>, replaced: &mut Vec<Replaced>) -> Option<Item> {
    match (base, mine, theirs) {
        (_, Some(mine), Some(theirs)) => Some(fields(base, mine, theirs, replaced)),
        (None, Some(added), None) | (None, None, Some(added)) => Some(added.clone()),
        (Some(base), Some(mine), None) => (mine != base).then(|| mine.clone()),
        (Some(base), None, Some(theirs)) => {
            if theirs != base {
                replaced.push(Replaced::Row(theirs.name()));
            }
            None
        }
        (_, None, None) => None,
    }
}

fn fields(base: Option<&Item>, mine: &Item, theirs: &Item, replaced: &mut Vec<Replaced>) -> Item {
    let Some(base) = base else { return mine.clone() };
    let mut item = theirs.clone();
    if mine.level != base.level {
        if theirs.level != base.level && theirs.level != mine.level {
            replaced.push(Replaced::Level(theirs.name(), theirs.level));
        } else if theirs.targets != base.targets && theirs.level == base.level {
            replaced.push(Replaced::Amounts(theirs.clone()));
        }
        (item.level, item.targets) = (mine.level, mine.targets.clone());
    } else if mine.targets != base.targets && theirs.level == base.level {
        if theirs.targets != base.targets && theirs.targets != mine.targets {
            replaced.push(Replaced::Amounts(theirs.clone()));
        }
        item.targets.clone_from(&mine.targets);
    }
    if mine.rest != base.rest {
        if theirs.rest != base.rest && theirs.rest != mine.rest {
            replaced.push(Replaced::Rest(theirs.name(), theirs.rest.0));
        }
        item.rest = mine.rest;
    }
    item.load = later(&base.load, &mine.load, &theirs.load, &mut |_| replaced.push(Replaced::Load(theirs.clone())));
    item.side_order = later(&base.side_order, &mine.side_order, &theirs.side_order, &mut |_| {});
    item.tempo = later(&base.tempo, &mine.tempo, &theirs.tempo, &mut |_| {});
    item.tempo = item.checked_tempo(&item.tempo);
    item.block = later(&base.block, &mine.block, &theirs.block, &mut |_| {});
    item.note = later(&base.note, &mine.note, &theirs.note, &mut |note| replaced.push(Replaced::Note(note.clone())));
    item
}

/// The blocks of both; one that a side removed stays if the other changed it.
fn blocks(base: &Routine, mine: &Routine, theirs: &Routine, replaced: &mut Vec<Replaced>) -> Vec<Block> {
    let keys = |routine: &Routine| -> Vec<u32> { routine.parts().iter().map(|block| block.key).collect() };
    let mut blocks = Vec::new();
    for key in order(&[base, mine, theirs].map(keys), replaced) {
        let of = |routine: &Routine| routine.parts().iter().find(|block| block.key == key).cloned();
        let (base, mine, theirs) = (of(base), of(mine), of(theirs));
        let mut tell = |_: &Option<Block>| replaced.push(Replaced::Block);
        // A block that changed elsewhere after it was removed here stays.
        let kept = if mine.is_none() && theirs != base { theirs } else { later(&base, &mine, &theirs, &mut tell) };
        blocks.extend(kept);
    }
    blocks
}
