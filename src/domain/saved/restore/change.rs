//! Changes of stored values: all or none, and undone.

use crate::domain::saved::keep::{full, save_exercises, save_routines, save_settings};
use crate::domain::saved::mirror::is_mirrored;
use crate::domain::saved::store::{KeyValue, Memory, Refused};
use crate::domain::saved::{PREFIX, month, pain};
use crate::domain::settings::Settings;
use serde::{Deserialize, Serialize};

/// A value of the store, before and after a change; `None` for no value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueChange {
    /// The full key.
    pub key: String,
    /// The text before.
    pub before: Option<String>,
    /// The text after.
    pub after: Option<String>,
}

/// True while every value is still as it was when the changes were planned.
pub fn is_current(store: &dyn KeyValue, changes: &[ValueChange]) -> bool {
    changes.iter().all(|change| store.get(&change.key).is_ok_and(|now| now == change.before))
}

/// The reason why changes were not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotApplied {
    /// The store refused one of them; all values are as they were before.
    TakenBack(Refused),
    /// The store refused one of them, and refused to undo those before it.
    Halfway,
}

/// Makes every change, or none: if the store refuses one, those before it are undone.
///
/// # Errors
/// If the store refused.
pub fn apply_changes(store: &dyn KeyValue, changes: &[ValueChange]) -> Result<(), NotApplied> {
    for (at, change) in changes.iter().enumerate() {
        if let Err(refused) = put(store, &change.key, change.after.as_deref()) {
            let take_back = |done: &ValueChange| put(store, &done.key, done.before.as_deref());
            // Backwards: each of these texts had room before.
            let is_taken_back = changes[..at].iter().rev().all(|done| take_back(done).is_ok());
            return Err(if is_taken_back { NotApplied::TakenBack(refused) } else { NotApplied::Halfway });
        }
    }
    Ok(())
}

fn put(store: &dyn KeyValue, key: &str, value: Option<&str>) -> Result<(), Refused> {
    match value {
        Some(value) => store.set(key, value),
        None => store.remove(key),
    }
}

/// The changes that undo `changes`; `None` if one of the values was changed since. A value that was not there becomes an empty
/// one: a second copy or another tab would bring back a removed one. So the index stays.
pub fn undo_changes(store: &dyn KeyValue, changes: &[ValueChange]) -> Option<Vec<ValueChange>> {
    let back = |change: &ValueChange| {
        let now = store.get(&change.key).ok()?;
        let after = change.before.clone().or_else(|| empty_value(&change.key));
        let is_untouched = is_same_text(now.as_deref(), change.after.as_deref());
        is_untouched.then(|| ValueChange { key: change.key.clone(), before: now, after })
    };
    changes.iter().filter(|change| change.key != full("index")).map(back).collect()
}

/// The text of a value with nothing in it; `None` for a key without a second copy.
fn empty_value(key: &str) -> Option<String> {
    let name = key.strip_prefix(PREFIX).filter(|_| is_mirrored(key))?;
    let twin = Memory::default();
    let saved = match name {
        "settings" => save_settings(&twin, &Settings::default()),
        "routines" => save_routines(&twin, &[]),
        "exercises" => save_exercises(&twin, &[]),
        "pain" => pain::save_all(&twin, Vec::new()),
        month => month::save_all(&twin, month, Vec::new()),
    };
    saved.ok()?;
    twin.get(key).ok()?
}

/// True if both texts are the same except for the revision that a store may have put at the end (`,"rev":7}`).
pub(super) fn is_same_text(one: Option<&str>, other: Option<&str>) -> bool {
    fn bare(text: &str) -> &str {
        let text = text.trim_end().strip_suffix('}').unwrap_or(text);
        match text.rsplit_once(",\"rev\":") {
            Some((bare, number)) if number.parse::<u64>().is_ok() => bare,
            _ => text,
        }
    }
    one == other || one.map(bare) == other.map(bare)
}
