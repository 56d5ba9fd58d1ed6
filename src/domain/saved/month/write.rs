//! Changes of the log's months.

use super::{CheckedMonth, by_month, month_key};
use crate::domain::log::Performed;
use crate::domain::order::places_of;
use crate::domain::saved::keep::{NotSaved, for_change, load as load_value, save};
use crate::domain::saved::store::KeyValue;

/// The result of adding a session to the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appended {
    /// It is there now.
    Added,
    /// It was already there; nothing changed.
    AlreadyThere,
}

/// Adds `session` to its month, once: the same id again changes nothing.
///
/// # Errors
/// If it was not saved; the month is as it was then.
pub fn append(store: &dyn KeyValue, session: &Performed) -> Result<Appended, NotSaved> {
    let key = month_key(session);
    let mut month = month_for_change(store, &key)?;
    if month.sessions.iter().any(|s| s.id == session.id) {
        return Ok(Appended::AlreadyThere);
    }
    month.deleted.retain(|id| *id != session.id);
    month.sessions.push(session.clone());
    save(store, &key, &month)?;
    Ok(Appended::Added)
}

/// Adds `sessions` to their months, each once; every month is written once.
///
/// # Errors
/// If a month was not saved; it is as it was then, and so are those after it.
pub fn append_all(store: &dyn KeyValue, sessions: &[Performed]) -> Result<(), NotSaved> {
    for (key, new) in by_month(sessions, sessions.iter().map(month_key).collect()) {
        let mut month = month_for_change(store, &key)?;
        let ids = month.sessions.iter().map(|session| &session.id);
        let mut known = places_of(&mut ids.chain(&month.deleted).map(String::as_str));
        let before = month.sessions.len();
        for session in new {
            if known.insert(session.id.clone(), 0).is_none() {
                month.sessions.push(session);
            }
        }
        if month.sessions.len() > before {
            save(store, &key, &month)?;
        }
    }
    Ok(())
}

/// Puts a session back into the log after a deletion, or at a new date: in its month, by its start. One that is there already
/// stays as it is, unless it is dated later. A page that dies before the session is deleted from its old month leaves both.
///
/// # Errors
/// If it was not saved; the month is as it was then.
pub fn put(store: &dyn KeyValue, session: &Performed) -> Result<(), NotSaved> {
    let key = month_key(session);
    let mut month = month_for_change(store, &key)?;
    if month.sessions.iter().any(|other| other.id == session.id && other.started <= session.started) {
        return Ok(());
    }
    month.sessions.retain(|other| other.id != session.id);
    month.deleted.retain(|id| *id != session.id);
    let place = month.sessions.iter().position(|other| other.started > session.started);
    month.sessions.insert(place.unwrap_or(month.sessions.len()), session.clone());
    save(store, &key, &month)
}

/// Deletes a session from its month, which keeps its id; gives it as it was stored.
///
/// # Errors
/// If that was not saved; the month is as it was then.
pub fn delete(store: &dyn KeyValue, session: &Performed) -> Result<Option<Performed>, NotSaved> {
    let key = month_key(session);
    let mut month = month_for_change(store, &key)?;
    let at = month.sessions.iter().position(|s| s.id == session.id);
    let stored = at.map(|at| month.sessions.remove(at));
    if !month.deleted.contains(&session.id) {
        month.deleted.push(session.id.clone());
    }
    save(store, &key, &month)?;
    Ok(stored)
}

/// Changes a session of the log; one that is not there is added, changed, unless it was deleted.
///
/// # Errors
/// If it was not saved; the month is as it was then.
pub fn amend(store: &dyn KeyValue, session: &Performed, change: &dyn Fn(&mut Performed)) -> Result<(), NotSaved> {
    let key = month_key(session);
    let mut month = month_for_change(store, &key)?;
    let at = month.sessions.iter().position(|s| s.id == session.id);
    if at.is_none() && month.deleted.contains(&session.id) {
        return Ok(());
    }
    let at = at.unwrap_or_else(|| {
        month.sessions.push(session.clone());
        month.sessions.len() - 1
    });
    change(&mut month.sessions[at]);
    save(store, &key, &month)
}

/// Saves a month with exactly these sessions. Deleted ones that are not among them stay deleted.
pub(in crate::domain::saved) fn save_all(
    store: &dyn KeyValue,
    key: &str,
    sessions: Vec<Performed>,
) -> Result<(), NotSaved> {
    let mut month = month_for_change(store, key)?;
    month.deleted.retain(|id| sessions.iter().all(|session| session.id != *id));
    save(store, key, &CheckedMonth { sessions, deleted: month.deleted })
}

fn month_for_change(store: &dyn KeyValue, key: &str) -> Result<CheckedMonth, NotSaved> {
    let found = load_value::<CheckedMonth>(store, key).map(|month| vec![month]);
    Ok(for_change(found)?.pop().unwrap_or_default())
}
