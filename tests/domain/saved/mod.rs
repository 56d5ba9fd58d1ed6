//! Storage: the frozen shapes of every version, and what holds when values are damaged, cut, newer, missing or refused.

pub mod any;
mod damaged;
mod index;
mod keys;
mod lost_sets;
pub mod model;
mod properties;
mod quota;
mod refused;
mod running;
pub mod values;
mod version_1;

use mainspring::domain::saved::{KeyValue, Memory, PREFIX};
use std::collections::BTreeMap;

const SETTINGS: &str = include_str!("../fixtures/saved/v1/settings-player.json");
const ROUTINES: &str = include_str!("../fixtures/saved/v1/routines.json");
pub const ACTIVE: &str = include_str!("../fixtures/saved/v1/active.json");
pub const ENDED: &str = include_str!("../fixtures/saved/v1/ended.json");
const AT: &str = include_str!("../fixtures/saved/v1/at.json");
pub const SET: &str = include_str!("../fixtures/saved/v1/set.json");
const EXERCISES: &str = include_str!("../fixtures/saved/v1/exercises.json");
const PAIN: &str = include_str!("../fixtures/saved/v1/pain.json");
const MONTH: &str = include_str!("../fixtures/saved/v1/month-note.json");
const INDEX: &str = include_str!("../fixtures/saved/v1/index-exercises.json");

const NOVEMBER: &str = "log:2026-11";

/// Every key, with its value in version 1; the journal's records are in `journal.rs`.
const V1: &[(&str, &str)] = &[
    ("settings", SETTINGS),
    ("routines", ROUTINES),
    ("exercises", EXERCISES),
    ("active", ACTIVE),
    ("at", AT),
    ("pain", PAIN),
    (NOVEMBER, MONTH),
    ("index", INDEX),
];

/// The values of version 1 that were written before there were choices of the player's, notes, reserves and pain.
const EARLIER: &[(&str, &str)] = &[
    ("settings", include_str!("../fixtures/saved/v1/settings.json")),
    (NOVEMBER, include_str!("../fixtures/saved/v1/month.json")),
    ("index", include_str!("../fixtures/saved/v1/index.json")),
];

fn full(key: &str) -> String {
    format!("{PREFIX}{key}")
}

/// A store with version 1 of every shape.
fn filled() -> Memory {
    let store = Memory::default();
    for (key, value) in V1 {
        store.set(&full(key), value.trim_end()).unwrap();
    }
    store
}

fn raw(store: &impl KeyValue, key: &str) -> Option<String> {
    store.get(&full(key)).unwrap()
}

fn snapshot(store: &impl KeyValue) -> BTreeMap<String, String> {
    let keys = store.keys().unwrap();
    keys.into_iter().map(|key| (key.clone(), store.get(&key).unwrap().unwrap())).collect()
}
