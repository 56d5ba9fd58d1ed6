//! The runner's own routines as stored. Version 2 adds blocks and notes, version 3 loads and blocks by the clock, version 4 orders
//! of sides, tempos, ladders, as many rounds as fit and breaths; each is written only where it is needed.

use super::is_zero;
use crate::domain::catalogue::Level;
use crate::domain::load::Load;
use crate::domain::name::visible;
use crate::domain::order::keep_first;
use crate::domain::routine::{Block, BlockKind, Item, MAX_ITEMS, MAX_REST, MAX_ROUNDS, Routine, SideOrder, plan_note};
use crate::domain::saved::VERSION;
use crate::domain::saved::keep::StoredShape;
use crate::domain::units::{Amount, Seconds};
use serde::{Deserialize, Serialize};

/// The version with blocks and notes.
const WITH_BLOCKS: u32 = 2;
/// The version with loads, and with blocks by the clock.
const WITH_CLOCKS: u32 = 3;
/// The version with orders of sides, tempos, ladders, as many rounds as fit and breaths.
const WITH_TEMPOS: u32 = 4;

#[derive(Serialize, Deserialize)]
pub(in crate::domain::saved) struct RoutinesV2 {
    v: u32,
    routines: Vec<RoutineV2>,
}

#[derive(Serialize, Deserialize)]
struct RoutineV2 {
    id: String,
    name: String,
    items: Vec<ItemV2>,
    /// Since version 2, like every field that may be missing but the key of an item.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    blocks: Vec<BlockV2>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

#[derive(Serialize, Deserialize)]
struct BlockV2 {
    key: u32,
    kind: String,
    rounds: u8,
    rest: u32,
    /// Since version 3.
    #[serde(default, skip_serializing_if = "is_zero")]
    clock: u32,
    /// Since version 4.
    #[serde(default, skip_serializing_if = "is_zero")]
    ladder: i8,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

#[derive(Serialize, Deserialize)]
struct ItemV2 {
    exercise: String,
    level: String,
    targets: Vec<u16>,
    rest: u32,
    /// Its key, if that is not its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    key: Option<u32>,
    /// The key of its block.
    #[serde(default, skip_serializing_if = "is_zero")]
    block: u32,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    /// Its load, since version 3.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    load: String,
    /// The order of its sides, since version 4.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    order: String,
    /// The seconds of each part of a repetition, since version 4.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tempo: Vec<u8>,
}

impl StoredShape for RoutinesV2 {
    const NEWEST: u32 = WITH_TEMPOS;
}

impl From<&[Routine]> for RoutinesV2 {
    fn from(routines: &[Routine]) -> Self {
        let item = |(place, item): (u32, &Item)| ItemV2 {
            exercise: item.exercise.clone(),
            level: item.level.slug().to_owned(),
            targets: item.targets.iter().map(|t| t.get()).collect(),
            rest: item.rest.0,
            key: (item.key != place).then_some(item.key),
            block: item.block,
            note: item.note.clone(),
            load: item.load.as_ref().map_or_else(String::new, Load::code),
            order: item.side_order.map_or("", SideOrder::slug).to_owned(),
            tempo: item.tempo.clone(),
        };
        let block = |block: &Block| BlockV2 {
            key: block.key,
            kind: block.kind.slug().to_owned(),
            rounds: block.rounds,
            rest: block.rest.0,
            clock: block.clock.0,
            ladder: block.ladder,
            note: block.note.clone(),
        };
        let routine = |routine: &Routine| RoutineV2 {
            id: routine.id.clone(),
            name: routine.name.clone(),
            items: (0..).zip(&routine.items).map(item).collect(),
            blocks: routine.blocks.iter().map(block).collect(),
            note: routine.note.clone(),
        };
        let v = routines.iter().map(version).max().unwrap_or(VERSION);
        Self { v, routines: routines.iter().map(routine).collect() }
    }
}

impl From<RoutinesV2> for Vec<Routine> {
    fn from(shape: RoutinesV2) -> Self {
        let item = |(place, item): (u32, ItemV2)| {
            let key = item.key.unwrap_or(place);
            let mut targets: Vec<Amount> =
                item.targets.into_iter().take(MAX_ROUNDS.into()).map(Amount::clamped).collect();
            if targets.is_empty() {
                targets.push(Amount::clamped(1));
            }
            let level = Level::from_slug(&item.level).unwrap_or(Level::Base);
            let (rest, note) = (Seconds(item.rest.min(MAX_REST)), plan_note(&item.note));
            let load = Load::from_code(&item.load);
            let read = Item {
                key,
                exercise: item.exercise,
                level,
                targets,
                rest,
                block: item.block,
                note,
                load,
                side_order: SideOrder::from_slug(&item.order),
                tempo: Vec::new(),
                clock: None,
            };
            Item { tempo: read.checked_tempo(&item.tempo), ..read }
        };
        let block = |block: BlockV2| Block {
            key: block.key,
            kind: BlockKind::from_slug(&block.kind).unwrap_or(BlockKind::Main),
            rounds: block.rounds,
            rest: Seconds(block.rest),
            clock: Seconds(block.clock),
            ladder: block.ladder,
            note: plan_note(&block.note),
        };
        let routine = |r: RoutineV2| {
            let items = with_keys_of_their_own((0..).zip(r.items).take(MAX_ITEMS).map(item).collect());
            let mut blocks: Vec<Block> = r.blocks.into_iter().map(block).collect();
            keep_first(&mut blocks, &|block| block.key.to_string());
            Routine { id: r.id, name: visible(r.name), note: plan_note(&r.note), items, blocks }.settled()
        };
        shape.routines.into_iter().map(routine).collect()
    }
}

/// The lowest version that has everything of `routine`.
fn version(routine: &Routine) -> u32 {
    let has_note = !routine.note.is_empty() || routine.items.iter().any(|item| !item.note.is_empty());
    if routine.is_of_version_4() {
        WITH_TEMPOS
    } else if routine.is_of_version_3() {
        WITH_CLOCKS
    } else if has_note || !routine.blocks.is_empty() {
        WITH_BLOCKS
    } else {
        VERSION
    }
}

/// `items` with a new key for each that has the key of one before it.
fn with_keys_of_their_own(mut items: Vec<Item>) -> Vec<Item> {
    for at in 1..items.len() {
        let (before, rest) = items.split_at_mut(at);
        if before.iter().any(|item| item.key == rest[0].key) {
            let used = |key: &u32| before.iter().chain(&*rest).any(|item| item.key == *key);
            rest[0].key = (0..u32::MAX).find(|key| !used(key)).unwrap_or(u32::MAX);
        }
    }
    items
}
