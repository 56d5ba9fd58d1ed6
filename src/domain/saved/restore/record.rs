//! The record of a restore in the journal, which a kill leaves behind.

use super::ValueChange;
use super::change::is_same_text;
use crate::domain::log::places_by_id;
use crate::domain::saved::backup::RESTORE;
use crate::domain::saved::keep::{Parsed, StoredShape, full, json, parse};
use crate::domain::saved::store::{KeyValue, Memory};
use crate::domain::saved::{PREFIX, VERSION, log_change, month};
use crate::domain::units::{DAY_MS, Timestamp};
use serde::{Deserialize, Serialize};

/// Period for which an applied record repairs values, in milliseconds.
const REPAIRS: i64 = DAY_MS;

/// The key of the record of a restore in the journal.
#[must_use]
pub fn restore_key() -> String {
    format!("{RESTORE}pending")
}

#[derive(Serialize, Deserialize)]
struct PendingV1 {
    v: u32,
    at: i64,
    applied: bool,
    changes: Vec<ValueChange>,
}

impl StoredShape for PendingV1 {}

/// The record of a restore: key and value. `applied` once its values are written.
#[must_use]
pub fn restore_record(changes: &[ValueChange], applied: bool, now: Timestamp) -> (String, String) {
    let record = PendingV1 { v: VERSION, at: now.0, applied, changes: changes.to_vec() };
    (restore_key(), json(&record))
}

/// The task of a start for a restore that the last page left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leftover {
    /// Nothing: there was none, or a later version wrote it.
    Nothing,
    /// To write these values, then to note that they are applied.
    Finish(Vec<ValueChange>),
    /// To remove the record: nothing was written, or everything is on disk.
    Remove,
}

/// The keys of the journal's records that would revert `changes`: deletions of sessions that are in the log again.
#[must_use]
pub fn records_to_forget(changes: &[ValueChange]) -> Vec<String> {
    let ids = |text: Option<&String>, key: &str| {
        let twin = Memory::default();
        // A store in memory accepts every write.
        let _ = text.map(|text| twin.set(&full(key), text));
        let sessions = month::load(&twin, key).whole().unwrap_or_default();
        places_by_id(&sessions)
    };
    let mut keys = Vec::new();
    for change in changes {
        let Some(key) = change.key.strip_prefix(PREFIX).filter(|key| key.starts_with("log:")) else { continue };
        let before = ids(change.before.as_ref(), key);
        let after = ids(change.after.as_ref(), key);
        keys.extend(after.keys().filter(|id| !before.contains_key(*id)).map(|id| log_change::key(id)));
    }
    keys
}

/// The task for the restore that is recorded in `records`, by the values in `store`.
pub fn leftover(store: &dyn KeyValue, records: &[(String, String)], now: Timestamp) -> Leftover {
    let Some((_, text)) = records.iter().find(|(key, _)| *key == restore_key()) else { return Leftover::Nothing };
    let pending = match parse::<PendingV1>(text) {
        Parsed::Whole(pending) => pending,
        Parsed::Newer => return Leftover::Nothing,
        Parsed::Unreadable => return Leftover::Remove,
    };
    let current = |change: &ValueChange| store.get(&change.key).ok();
    let is_before = |change: &ValueChange| current(change).is_some_and(|now| now == change.before);
    let is_after =
        |change: &ValueChange| current(change).is_some_and(|now| is_same_text(now.as_deref(), change.after.as_deref()));
    let open: Vec<ValueChange> = pending.changes.iter().filter(|change| is_before(change)).cloned().collect();
    if !pending.applied {
        let is_whole = pending.changes.iter().all(|change| is_before(change) || is_after(change));
        return if is_whole { Leftover::Finish(pending.changes) } else { Leftover::Remove };
    }
    let is_old = now.ms_since(Timestamp(pending.at)) > REPAIRS || now < Timestamp(pending.at);
    match (open.is_empty(), is_old) {
        (false, false) => Leftover::Finish(open),
        (true, false) => Leftover::Nothing,
        (_, true) => Leftover::Remove,
    }
}
