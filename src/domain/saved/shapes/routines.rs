//! The runner's own routines as stored.

use crate::domain::catalogue::Level;
use crate::domain::name::visible;
use crate::domain::routine::{Item, MAX_ITEMS, MAX_REST, MAX_SETS, Routine};
use crate::domain::saved::VERSION;
use crate::domain::units::{Amount, Seconds};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub(in crate::domain::saved) struct RoutinesV1 {
    v: u32,
    routines: Vec<RoutineV1>,
}

#[derive(Serialize, Deserialize)]
struct RoutineV1 {
    id: String,
    name: String,
    items: Vec<ItemV1>,
}

#[derive(Serialize, Deserialize)]
struct ItemV1 {
    exercise: String,
    level: String,
    targets: Vec<u16>,
    rest: u32,
    /// Its key, if that is not its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    key: Option<u32>,
}

impl From<&[Routine]> for RoutinesV1 {
    fn from(routines: &[Routine]) -> Self {
        let item = |(place, item): (u32, &Item)| ItemV1 {
            exercise: item.exercise.clone(),
            level: item.level.slug().to_owned(),
            targets: item.targets.iter().map(|t| t.get()).collect(),
            rest: item.rest.0,
            key: (item.key != place).then_some(item.key),
        };
        let routine = |routine: &Routine| RoutineV1 {
            id: routine.id.clone(),
            name: routine.name.clone(),
            items: (0..).zip(&routine.items).map(item).collect(),
        };
        Self { v: VERSION, routines: routines.iter().map(routine).collect() }
    }
}

impl From<RoutinesV1> for Vec<Routine> {
    fn from(shape: RoutinesV1) -> Self {
        let item = |(place, item): (u32, ItemV1)| {
            let key = item.key.unwrap_or(place);
            let mut targets: Vec<Amount> = item.targets.into_iter().take(MAX_SETS).map(Amount::clamped).collect();
            if targets.is_empty() {
                targets.push(Amount::clamped(1));
            }
            let level = Level::from_slug(&item.level).unwrap_or(Level::Base);
            Item { key, exercise: item.exercise, level, targets, rest: Seconds(item.rest.min(MAX_REST)) }
        };
        let routine = |r: RoutineV1| {
            let items = with_keys_of_their_own((0..).zip(r.items).take(MAX_ITEMS).map(item).collect());
            Routine { id: r.id, name: visible(r.name), items }
        };
        shape.routines.into_iter().map(routine).collect()
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
