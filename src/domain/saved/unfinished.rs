//! Typed texts that are not valid, under a key of their own: `{"v":1,"f":[["id field","0",when]]}`,
//! newest last. It is given back for a day.

use super::VERSION;
use super::keep::{NotSaved, StoredShape, full, load, save};
use super::store::KeyValue;
use crate::domain::units::{DAY_MS, Timestamp};
use serde::{Deserialize, Serialize};

/// The largest number of fields kept.
const MAX_FIELDS: usize = 20;
/// The longest text, in characters: more than the longest that is valid in any field.
const MAX_TEXT: usize = 1_000;
/// Period in which a text is given back, in milliseconds.
const KEPT_MS: i64 = DAY_MS;
const KEY: &str = "unfinished";

#[derive(Serialize, Deserialize)]
struct UnfinishedV1 {
    v: u32,
    f: Vec<(String, String, i64)>,
}

impl StoredShape for UnfinishedV1 {}

/// A text typed into `field` that is not valid.
pub fn load_unfinished(store: &dyn KeyValue, field: &str, now: Timestamp) -> Option<String> {
    fresh(store, now).into_iter().find(|(name, ..)| name == field).map(|(_, text, _)| text)
}

/// Keeps what is typed into `field`, or forgets it.
///
/// # Errors
/// If it was not saved.
pub fn keep_unfinished(store: &dyn KeyValue, field: &str, text: Option<&str>, now: Timestamp) -> Result<(), NotSaved> {
    let mut f = fresh(store, now);
    f.retain(|(name, ..)| name != field);
    if let Some(text) = text {
        f.push((field.to_owned(), text.chars().take(MAX_TEXT).collect(), now.0));
    }
    let extra = f.len().saturating_sub(MAX_FIELDS);
    f.drain(..extra);
    if f.is_empty() {
        return Ok(store.remove(&full(KEY))?);
    }
    save(store, KEY, &UnfinishedV1 { v: VERSION, f })
}

fn fresh(store: &dyn KeyValue, now: Timestamp) -> Vec<(String, String, i64)> {
    let mut fields = load::<UnfinishedV1>(store, KEY).whole().map(|kept| kept.f).unwrap_or_default();
    fields.retain(|(_, _, at)| (0..=KEPT_MS).contains(&now.ms_since(Timestamp(*at))));
    fields
}
