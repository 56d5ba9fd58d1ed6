//! Reading and writing one value without losing any: unreadable bytes are set aside verbatim, those of a later version left
//! alone.

use super::shapes::{ExercisesV1, RoutinesV2, SettingsV2};
use super::store::{KeyValue, Refused};
use super::{PREFIX, VERSION, index};
use crate::domain::catalogue::OwnExercise;
use crate::domain::routine::Routine;
use crate::domain::settings::Settings;
use crate::domain::units::{DAY_MS, Timestamp};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The result of reading a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loaded<T> {
    /// Nothing.
    Absent,
    /// The value.
    Whole(T),
    /// Unreadable bytes; in quarantine, or where they were if there was no room to set them aside.
    Unreadable,
    /// A value of a later version; left alone.
    Newer,
    /// The store could not be read.
    Blocked,
}

impl<T> Loaded<T> {
    /// The same result with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Loaded<U> {
        match self {
            Self::Absent => Loaded::Absent,
            Self::Whole(value) => Loaded::Whole(change(value)),
            Self::Unreadable => Loaded::Unreadable,
            Self::Newer => Loaded::Newer,
            Self::Blocked => Loaded::Blocked,
        }
    }

    /// The value, if it is whole.
    #[must_use]
    pub fn whole(self) -> Option<T> {
        match self {
            Self::Whole(value) => Some(value),
            _ => None,
        }
    }
}

/// The reason why something was not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// The store refused.
    Refused(Refused),
    /// The stored value was written by a later version.
    Newer,
    /// The stored value cannot be read and there is no room to set it aside.
    Unreadable,
}

impl From<Refused> for NotSaved {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}

/// A shape that is stored with its version.
pub(super) trait StoredShape: DeserializeOwned {
    /// The newest version that this program reads.
    const NEWEST: u32 = VERSION;
}

#[derive(Deserialize)]
struct Versioned {
    v: u32,
}

/// The full name of one of the app's keys.
pub(super) fn full(key: &str) -> String {
    format!("{PREFIX}{key}")
}

/// Reads the value under `key`; sets it aside if it cannot be read.
pub(super) fn load<T: StoredShape>(store: &dyn KeyValue, key: &str) -> Loaded<T> {
    let raw = match store.get(&full(key)) {
        Err(_) => return Loaded::Blocked,
        Ok(None) => return Loaded::Absent,
        Ok(Some(raw)) => raw,
    };
    match parse(&raw) {
        Parsed::Whole(value) => Loaded::Whole(value),
        Parsed::Newer => Loaded::Newer,
        Parsed::Unreadable => {
            // A failure leaves the bytes where they are; saving over them is refused in `save`.
            let _ = set_aside(store, key, &raw);
            Loaded::Unreadable
        }
    }
}

pub(super) enum Parsed<T> {
    Whole(T),
    Newer,
    Unreadable,
}

pub(super) fn parse<T: StoredShape>(raw: &str) -> Parsed<T> {
    match serde_json::from_str::<Versioned>(raw) {
        Ok(Versioned { v }) if v > T::NEWEST => Parsed::Newer,
        Ok(_) => serde_json::from_str(raw).map_or(Parsed::Unreadable, Parsed::Whole),
        Err(_) => Parsed::Unreadable,
    }
}

/// Puts `value` under `key`, unless that would destroy a value that this version cannot read.
pub(super) fn save<T: Serialize + StoredShape>(store: &dyn KeyValue, key: &str, value: &T) -> Result<(), NotSaved> {
    let found = store.get(&full(key))?;
    match found.as_deref().map(parse::<T>) {
        Some(Parsed::Whole(_)) => return Ok(store.set(&full(key), &json(value))?),
        Some(Parsed::Newer) => return Err(NotSaved::Newer),
        Some(Parsed::Unreadable) => {
            set_aside(store, key, found.as_deref().unwrap_or_default()).map_err(|_| NotSaved::Unreadable)?;
        }
        None => {}
    }
    index::note(store, key)?;
    store.set(&full(key), &json(value)).map_err(|refused| {
        // A value that was never written must not be reported as vanished; if even this is refused, a needless report is the
        // worst.
        let _ = index::forget(store, key);
        refused.into()
    })
}

/// A stored list, to be changed; empty if there is none that can be read.
pub(super) fn for_change<T>(found: Loaded<Vec<T>>) -> Result<Vec<T>, NotSaved> {
    match found {
        Loaded::Whole(list) => Ok(list),
        Loaded::Absent | Loaded::Unreadable => Ok(Vec::new()),
        Loaded::Newer => Err(NotSaved::Newer),
        Loaded::Blocked => Err(NotSaved::Refused(Refused::Blocked)),
    }
}

/// `value` as JSON. Our shapes have string keys and finite numbers only, so this cannot fail.
pub(super) fn json<T: Serialize>(value: &T) -> String {
    let Ok(text) = serde_json::to_string(value) else { unreachable!("stored shapes are always JSON") };
    text
}

/// Moves unreadable bytes to a quarantine key that does not exist yet: first the copy, then the index, then the removal.
pub(super) fn set_aside(store: &dyn KeyValue, key: &str, raw: &str) -> Result<(), Refused> {
    quarantine(store, key, raw)?;
    index::forget(store, key)?;
    store.remove(&full(key))
}

/// Puts a copy of unreadable bytes under a quarantine key, once.
pub(super) fn quarantine(store: &dyn KeyValue, key: &str, raw: &str) -> Result<(), Refused> {
    let mut number = 1;
    loop {
        let name = full(&format!("quarantine.{key}.{number}"));
        match store.get(&name)? {
            Some(kept) if kept == raw => return Ok(()),
            Some(_) => number += 1,
            None => return store.set(&name, raw),
        }
    }
}

/// The settings, as stored.
pub fn load_settings(store: &dyn KeyValue) -> Loaded<Settings> {
    load::<SettingsV2>(store, "settings").map(Settings::from)
}

/// # Errors
/// If they were not saved; the old ones are intact then.
pub fn save_settings(store: &dyn KeyValue, settings: &Settings) -> Result<(), NotSaved> {
    save(store, "settings", &SettingsV2::from(settings))
}

/// The runner's own routines.
pub fn load_routines(store: &dyn KeyValue) -> Loaded<Vec<Routine>> {
    load::<RoutinesV2>(store, "routines").map(Vec::from)
}

/// # Errors
/// If they were not saved; the old ones are intact then.
pub fn save_routines(store: &dyn KeyValue, routines: &[Routine]) -> Result<(), NotSaved> {
    save(store, "routines", &RoutinesV2::from(routines))
}

/// The runner's own exercises, those with them that are in no list any more.
pub fn load_exercises(store: &dyn KeyValue) -> Loaded<Vec<OwnExercise>> {
    load::<ExercisesV1>(store, "exercises").map(Vec::from)
}

/// # Errors
/// If they were not saved; the old ones are intact then.
pub fn save_exercises(store: &dyn KeyValue, exercises: &[OwnExercise]) -> Result<(), NotSaved> {
    save(store, "exercises", &ExercisesV1::from(exercises))
}

/// The key that is set and removed when everything is erased, so that other tabs get an event.
pub const ERASED: &str = "erased";

/// Removes every key of the app, and nothing else; other tabs get an event of [`ERASED`].
///
/// # Errors
/// If the store cannot be changed.
pub fn erase(store: &dyn KeyValue) -> Result<(), Refused> {
    let told = full(ERASED);
    // First, so that no tab takes the erased values for lost. Without room it is set afterwards.
    let is_told = store.set(&told, "").is_ok();
    for key in store.keys()?.iter().filter(|key| key.starts_with(PREFIX) && **key != told) {
        store.remove(key)?;
    }
    if !is_told {
        store.set(&told, "")?;
    }
    store.remove(&told)
}

/// Period for which the note of an erasure is valid. Milliseconds.
const NOTE_COUNTS: i64 = DAY_MS;

impl StoredShape for ErasedV1 {}

/// The moment of an erasure, and the highest revision erased.
#[derive(Serialize, Deserialize)]
struct ErasedV1 {
    v: u32,
    at: i64,
    rev: u64,
}

/// The note that everything up to the revision `floor` is erased.
#[must_use]
pub fn erased_note(floor: u64, now: Timestamp) -> String {
    json(&ErasedV1 { v: VERSION, at: now.0, rev: floor })
}

/// The highest revision erased, by a note that is still valid.
#[must_use]
pub fn erased_up_to(note: &str, now: Timestamp) -> Option<u64> {
    match parse::<ErasedV1>(note) {
        Parsed::Whole(note) if now.ms_since(Timestamp(note.at)).abs() <= NOTE_COUNTS => Some(note.rev),
        _ => None,
    }
}
