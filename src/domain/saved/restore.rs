//! Restoring a backup: what it would change here, and the change itself, all or nothing. The browser's two stores are
//! arguments: the key-value store that holds the values, and one record of the journal that survives a kill.
//!
//! A restore goes planned → recorded → applied → settled. It is *recorded* first, durably, with every value before and after
//! (`restore/pending`); then the values are written. The next start finishes what a kill interrupted: where every value
//! is still the one before or the one after, all are written; otherwise nothing had been written yet, and the record goes.
//! Once *applied*, the record only repairs values that the browser had not brought to disk, for a day.

use super::backup::{Backup, BackupFile, OpenSession, RESTORE, collect};
use super::keep::{
    Loaded, NotSaved, Parsed, full, json, load_routines, load_settings, parse, save_routines, save_settings,
};
use super::merge::{is_known_routine, merge, same_routine, sessions_of};
use super::mirror::is_mirrored;
use super::store::{KeyValue, Memory, Refused};
use super::{PREFIX, VERSION, log_change, month, pain};
use crate::domain::log::Performed;
use crate::domain::order::{Places, each_once, places_of, put_in_order};
use crate::domain::settings::Settings;
use crate::domain::units::Timestamp;
use serde::{Deserialize, Serialize};

/// How long an applied record goes on repairing, in milliseconds.
const REPAIRS: i64 = 24 * 60 * 60 * 1000;

/// The key of the record of a restore in the journal.
#[must_use]
pub fn restore_key() -> String {
    format!("{RESTORE}pending")
}

/// A value of the store, before and after a change; `None` where there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueChange {
    /// The full key.
    pub key: String,
    /// The text before.
    pub before: Option<String>,
    /// The text after.
    pub after: Option<String>,
}

/// Numbers of one kind of rows in a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// In the file.
    pub all: usize,
    /// Not on this device yet.
    pub new: usize,
    /// On this device with the same content.
    pub known: usize,
    /// On this device with another content.
    pub differing: usize,
}

/// What restoring a file does to the settings of this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingsChange {
    /// The file has none.
    None,
    /// They stay as they are.
    Kept,
    /// Those of the file are taken: there are none here.
    Taken,
    /// Choices of the file are added to those made here.
    Added,
}

/// What restoring a file would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestorePlan {
    /// Routines.
    pub routines: Counts,
    /// Sessions; the open one counts once it has sets.
    pub sessions: Counts,
    /// Reports of pain.
    pub pain: Counts,
    /// The settings.
    pub settings: SettingsChange,
    /// The sets of a session that was open when the file was saved and goes into the log.
    pub open_sets: usize,
    /// True where the file has the session that is open here: it stays open and untouched.
    pub is_open_here: bool,
    /// Texts of the file that this version cannot read and keeps as they are.
    pub set_aside: usize,
    /// The values to write; none where everything is here already.
    pub changes: Vec<ValueChange>,
}

impl RestorePlan {
    /// True where everything in the file is here already.
    #[must_use]
    pub fn is_nothing_new(&self) -> bool {
        self.changes.is_empty()
    }
}

/// What restoring `file` would change in `store`.
///
/// # Errors
/// Where a value that would change cannot be changed by this version, or cannot be read.
pub fn plan_restore(
    store: &dyn KeyValue,
    journal: &[(String, String)],
    file: &BackupFile,
    now: Timestamp,
) -> Result<RestorePlan, NotSaved> {
    let device = collect(store, Some(journal), now);
    let merged = merge(&device, &file.backup);
    let twin = Memory::default();
    for key in store.keys()?.iter().filter(|key| key.starts_with(PREFIX)) {
        if let Some(value) = store.get(key)? {
            twin.set(key, &value)?;
        }
    }
    write(&twin, &device, &merged)?;
    let open_here = device.open.as_ref().map(|open| open.performed.id.as_str());
    let file_open = file.backup.open.as_ref().filter(|open| Some(open.performed.id.as_str()) != open_here);
    Ok(RestorePlan {
        routines: count_routines(&device, &file.backup),
        sessions: count_sessions(&device, &merged, &file.backup),
        pain: count_pain(&device, &merged, &file.backup),
        settings: match (&device.settings, &file.backup.settings) {
            (_, None) => SettingsChange::None,
            (None, Some(_)) => SettingsChange::Taken,
            (own, _) if *own == merged.settings => SettingsChange::Kept,
            _ => SettingsChange::Added,
        },
        open_sets: file_open.map_or(0, |open: &OpenSession| open.performed.sets.len()),
        is_open_here: open_here.is_some_and(|id| sessions_of(&file.backup).any(|session| session.id == id)),
        set_aside: new_texts(&device, &merged).count(),
        changes: differences(store, &twin)?,
    })
}

impl Counts {
    /// Counts a row of the file: `is_here` under its identity, and `is_known` with all that the file says of it.
    fn add(&mut self, is_here: bool, is_known: bool) {
        self.all += 1;
        match (is_here, is_known) {
            (false, _) => self.new += 1,
            (true, true) => self.known += 1,
            (true, false) => self.differing += 1,
        }
    }
}

fn count_routines(device: &Backup, file: &Backup) -> Counts {
    let mut counts = Counts::default();
    for routine in &file.routines {
        let is_here = device.routines.iter().any(|own| own.id == routine.id);
        counts.add(is_here, is_known_routine(&device.routines, routine));
    }
    counts
}

fn count_pain(device: &Backup, merged: &Backup, file: &Backup) -> Counts {
    let mut counts = Counts::default();
    for report in &file.pain {
        let own = device.pain.iter().find(|own| own.is(report));
        counts.add(own.is_some(), own.is_some_and(|own| merged.pain.contains(own)));
    }
    counts
}

fn count_sessions(device: &Backup, merged: &Backup, file: &Backup) -> Counts {
    let (own, all) = (by_id(device), by_id(merged));
    let mut counts = Counts::default();
    for session in sessions_of(file) {
        let before = own.get(&session.id).map(|at| &device.sessions[*at]);
        let after = all.get(&session.id).map(|at| &merged.sessions[*at]);
        // What the merged backup does not have is open here, and stays as it is.
        counts.add(before.is_some() || after.is_none(), before == after);
    }
    counts
}

/// The places of the sessions of a backup.
fn by_id(backup: &Backup) -> Places {
    places_of(&mut backup.sessions.iter().map(|session| session.id.as_str()))
}

/// The texts set aside that are not on the device.
fn new_texts<'a>(device: &'a Backup, merged: &'a Backup) -> impl Iterator<Item = &'a (String, String)> {
    merged.set_aside.iter().filter(|text| !device.set_aside.contains(text))
}

/// Writes into `twin` what differs between the device and the merged backup.
fn write(twin: &Memory, device: &Backup, merged: &Backup) -> Result<(), NotSaved> {
    if let Some(settings) = merged.settings.as_ref().filter(|_| merged.settings != device.settings) {
        is_changeable(&load_settings(twin))?;
        save_settings(twin, settings)?;
    }
    let is_same = device.routines.len() == merged.routines.len()
        && device.routines.iter().zip(&merged.routines).all(|(own, merged)| same_routine(own, merged));
    if !is_same {
        is_changeable(&load_routines(twin))?;
        save_routines(twin, &merged.routines)?;
    }
    if merged.pain != device.pain {
        pain::save_all(twin, merged.pain.clone())?;
    }
    for (key, sessions) in changed_months(device, merged) {
        is_changeable(&month::load(twin, &key))?;
        month::save_all(twin, &key, sessions)?;
    }
    for (key, text) in new_texts(device, merged) {
        put_aside(twin, key, text)?;
    }
    Ok(())
}

fn is_changeable<T>(found: &Loaded<T>) -> Result<(), NotSaved> {
    match found {
        Loaded::Newer => Err(NotSaved::Newer),
        _ => Ok(()),
    }
}

/// The months with a session that is new or changed, each with all of its sessions.
fn changed_months(device: &Backup, merged: &Backup) -> Vec<(String, Vec<Performed>)> {
    let own = by_id(device);
    let mut changed = Places::new();
    for session in &merged.sessions {
        let before = own.get(&session.id).map(|at| &device.sessions[*at]);
        if before != Some(session) {
            changed.insert(month::month_key(session), 0);
            if let Some(before) = before {
                changed.insert(month::month_key(before), 0);
            }
        }
    }
    month::by_month(&merged.sessions, changed.into_keys().collect())
}

fn put_aside(twin: &Memory, key: &str, text: &str) -> Result<(), Refused> {
    let mut number = 1;
    loop {
        let name = full(&format!("quarantine.{key}.{number}"));
        match twin.get(&name)? {
            None => return twin.set(&name, text),
            Some(kept) if kept == text => return Ok(()),
            Some(_) => number += 1,
        }
    }
}

/// The values that differ, the index last: it names what should be there.
fn differences(store: &dyn KeyValue, twin: &Memory) -> Result<Vec<ValueChange>, Refused> {
    let mut keys = store.keys()?;
    keys.retain(|key| key.starts_with(PREFIX));
    keys.extend(twin.keys()?);
    let mut changes = Vec::new();
    for key in each_once(keys) {
        let (before, after) = (store.get(&key)?, twin.get(&key)?);
        if before != after {
            changes.push(ValueChange { key, before, after });
        }
    }
    let is_index = |change: &ValueChange| change.key == full("index");
    put_in_order(&mut changes, |one, other| !is_index(one) && is_index(other));
    Ok(changes)
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
    /// The store refused one of them, and refused to take back those made before it.
    Halfway,
}

/// Makes every change, or none: where the store refuses one, those before it are taken back.
///
/// # Errors
/// Where the store refused.
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

/// The changes that take `changes` back; `None` where one of the values was changed since. A value that was not there
/// becomes an empty one: a second copy or another tab would bring back one that is taken away. So the index stays.
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
        "pain" => pain::save_all(&twin, Vec::new()),
        month => month::save_all(&twin, month, Vec::new()),
    };
    saved.ok()?;
    twin.get(key).ok()?
}

/// True where both texts are the same but for the revision that a store may have put at the end (`,"rev":7}`).
fn is_same_text(one: Option<&str>, other: Option<&str>) -> bool {
    fn bare(text: &str) -> &str {
        let text = text.trim_end().strip_suffix('}').unwrap_or(text);
        match text.rsplit_once(",\"rev\":") {
            Some((bare, number)) if number.parse::<u64>().is_ok() => bare,
            _ => text,
        }
    }
    one == other || one.map(bare) == other.map(bare)
}

#[derive(Serialize, Deserialize)]
struct PendingV1 {
    v: u32,
    at: i64,
    applied: bool,
    changes: Vec<ValueChange>,
}

/// The record of a restore: key and value. `applied` once its values are written.
#[must_use]
pub fn restore_record(changes: &[ValueChange], applied: bool, now: Timestamp) -> (String, String) {
    let record = PendingV1 { v: VERSION, at: now.0, applied, changes: changes.to_vec() };
    (restore_key(), json(&record))
}

/// What a start has to do about a restore that the last page left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leftover {
    /// Nothing: there was none, or a later version wrote it.
    Nothing,
    /// To write these values, then to note that they are applied.
    Finish(Vec<ValueChange>),
    /// To remove the record: nothing was written, or everything is on disk.
    Remove,
}

/// The keys of the journal's records that would take `changes` back: deletions of sessions that are in the log again.
#[must_use]
pub fn records_to_forget(changes: &[ValueChange]) -> Vec<String> {
    let ids = |text: Option<&String>, key: &str| {
        let twin = Memory::default();
        // A store in memory takes everything.
        let _ = text.map(|text| twin.set(&full(key), text));
        let sessions = month::load(&twin, key).whole().unwrap_or_default();
        places_of(&mut sessions.iter().map(|session| session.id.as_str()))
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

/// Judges the record of a restore among `records` by what stands in `store`.
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
