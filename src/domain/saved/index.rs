//! The index of the keys that should exist, so that one that vanished is noticed and never silently replaced by a default.

use super::keep::{Loaded, NotSaved, load, save};
use super::shapes::IndexV1;
use super::store::{KeyValue, Refused};
use super::{PREFIX, VERSION};
use crate::domain::message::{Kept, Missing};
use crate::domain::order::{keep_first, places_of};

/// More months than this are reported as their number.
const MANY_MONTHS: usize = 3;

/// The keys that have vanished; each is reported once, then forgotten.
pub fn missing(store: &dyn KeyValue) -> Vec<Missing> {
    let Loaded::Whole(mut index) = read(store) else { return Vec::new() };
    let Ok(there) = store.keys() else { return Vec::new() };
    let there = places_of(&mut there.iter().filter_map(|key| key.strip_prefix(PREFIX)));
    let (kept, mut lost): (Vec<String>, Vec<String>) = index.keys.into_iter().partition(|key| there.contains_key(key));
    index.keys = kept;
    let has_lost = !lost.is_empty();
    keep_first(&mut lost, &Clone::clone);
    let found = lost.iter().filter_map(|key| name(key)).collect();
    if has_lost {
        // Reported again next time if this is refused: better twice than never.
        let _ = write(store, &index);
    }
    in_few_words(found)
}

/// Many months as one.
fn in_few_words(found: Vec<Missing>) -> Vec<Missing> {
    let (months, mut others): (Vec<Missing>, Vec<Missing>) =
        found.into_iter().partition(|gone| matches!(gone, Missing::Month(_)));
    if months.len() > MANY_MONTHS {
        others.push(Missing::Months(months.len()));
    } else {
        others.extend(months);
    }
    others
}

/// Writes a new index from the present keys, if there is none.
///
/// # Errors
/// If it cannot be written.
pub fn rebuild(store: &dyn KeyValue) -> Result<(), Refused> {
    match read(store) {
        Loaded::Whole(_) | Loaded::Newer | Loaded::Blocked => Ok(()),
        Loaded::Absent | Loaded::Unreadable => match of_what_is_there(store)? {
            index if index.keys.is_empty() => Ok(()),
            index => write(store, &index),
        },
    }
}

/// Adds `key`. Written before the value: an entry without a value is only reported.
pub(super) fn note(store: &dyn KeyValue, key: &str) -> Result<(), Refused> {
    if name(key).is_none() {
        return Ok(());
    }
    let mut index = match read(store) {
        Loaded::Whole(index) => index,
        Loaded::Newer => return Ok(()),
        Loaded::Blocked => return Err(Refused::Blocked),
        Loaded::Absent | Loaded::Unreadable => of_what_is_there(store)?,
    };
    if index.keys.iter().any(|k| k == key) {
        return Ok(());
    }
    index.keys.push(key.to_owned());
    write(store, &index)
}

/// Notes that the app itself moved `key` into quarantine: nothing to report.
pub(super) fn forget(store: &dyn KeyValue, key: &str) -> Result<(), Refused> {
    // The index has no entry for itself; asking would lead back here.
    if name(key).is_none() {
        return Ok(());
    }
    let Loaded::Whole(mut index) = read(store) else { return Ok(()) };
    let before = index.keys.len();
    index.keys.retain(|k| k != key);
    if index.keys.len() == before { Ok(()) } else { write(store, &index) }
}

fn of_what_is_there(store: &dyn KeyValue) -> Result<IndexV1, Refused> {
    let there = store.keys()?;
    let ours = there.iter().filter_map(|key| key.strip_prefix(PREFIX)).filter(|key| name(key).is_some());
    Ok(IndexV1 { v: VERSION, keys: ours.map(str::to_owned).collect() })
}

fn read(store: &dyn KeyValue) -> Loaded<IndexV1> {
    load(store, "index")
}

fn write(store: &dyn KeyValue, index: &IndexV1) -> Result<(), Refused> {
    match save(store, "index", index) {
        Ok(()) | Err(NotSaved::Newer) => Ok(()),
        Err(NotSaved::Refused(refused)) => Err(refused),
        Err(NotSaved::Unreadable) => Err(Refused::Full),
    }
}

/// The value under this key.
#[must_use]
pub fn kept(key: &str) -> Kept {
    match key {
        "settings" => Kept::Settings,
        "routines" => Kept::Routines,
        "exercises" => Kept::Exercises,
        "pain" => Kept::Pain,
        "active" => Kept::Plan,
        month => Kept::Month(month.trim_start_matches("log:").to_owned()),
    }
}

/// True if the index names a key.
pub(super) fn is_named(key: &str) -> bool {
    matches!(key, "settings" | "routines" | "exercises" | "pain") || key.starts_with("log:")
}

pub(super) fn name(key: &str) -> Option<Missing> {
    match key {
        "settings" => Some(Missing::Settings),
        "routines" => Some(Missing::Routines),
        "exercises" => Some(Missing::Exercises),
        "pain" => Some(Missing::Pain),
        _ => key.strip_prefix("log:").filter(|month| is_month(month)).map(|month| Missing::Month(month.to_owned())),
    }
}

/// True if `text` reads as `2026-11`.
fn is_month(text: &str) -> bool {
    let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(text.split_once('-'), Some((year, month)) if year.len() == 4 && month.len() == 2 && number(year) && number(month))
}
