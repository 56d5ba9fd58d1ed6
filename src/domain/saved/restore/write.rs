//! The merged backup written into a copy of the store, and the differences between the two.

use super::ValueChange;
use crate::domain::log::{Performed, places_by_id};
use crate::domain::order::{Places, each_once, put_in_order};
use crate::domain::saved::backup::Backup;
use crate::domain::saved::keep::{
    Loaded, NotSaved, full, load_exercises, load_routines, load_settings, save_exercises, save_routines, save_settings,
};
use crate::domain::saved::merge::same_routine;
use crate::domain::saved::store::{KeyValue, Memory, Refused};
use crate::domain::saved::{PREFIX, month, pain};

/// Writes the differences between the device and the merged backup into `twin`.
pub(super) fn write(twin: &Memory, device: &Backup, merged: &Backup) -> Result<(), NotSaved> {
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
    if merged.exercises != device.exercises {
        is_changeable(&load_exercises(twin))?;
        save_exercises(twin, &merged.exercises)?;
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
    let own = places_by_id(&device.sessions);
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

/// The texts set aside that are not on the device.
pub(super) fn new_texts<'a>(device: &'a Backup, merged: &'a Backup) -> impl Iterator<Item = &'a (String, String)> {
    merged.set_aside.iter().filter(|text| !device.set_aside.contains(text))
}

/// The values that differ, the index last: it names what should be there.
pub(super) fn differences(store: &dyn KeyValue, twin: &Memory) -> Result<Vec<ValueChange>, Refused> {
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
