//! The running session in the key-value store: its plan when that is made or changed, its position at every change of phase.

use super::index::Missing;
use super::keep::{Loaded, NotSaved, full, load, save};
use super::shapes::{HeadV1, PositionV1};
use super::store::{KeyValue, Refused};
use crate::domain::session::Session;
use serde::de::DeserializeOwned;

/// Whether there is a plan of a session that was running, readable or not.
pub fn is_running(store: &impl KeyValue) -> bool {
    !matches!(store.get(&full("active")), Ok(None))
}

/// The plan of the session that was running, at its first step and without its sets.
pub fn load_running(store: &impl KeyValue) -> Loaded<Session> {
    match load::<HeadV1>(store, "active").map(HeadV1::session) {
        Loaded::Whole(Some(session)) => Loaded::Whole(session),
        Loaded::Whole(None) | Loaded::Unreadable => Loaded::Unreadable,
        Loaded::Absent => Loaded::Absent,
        Loaded::Newer => Loaded::Newer,
        Loaded::Blocked => Loaded::Blocked,
    }
}

/// # Errors
/// Where the plan was not saved.
pub fn save_running(store: &impl KeyValue, session: &Session) -> Result<(), NotSaved> {
    save(store, "active", &HeadV1::of(session, false))
}

/// Puts `session` where it stood; false where that is not known.
pub fn load_position(store: &impl KeyValue, session: &mut Session) -> bool {
    load::<PositionV1>(store, "at").whole().is_some_and(|position| position.place(session))
}

/// The sets of `session` that were done when its position was kept, and that the journal has lost since.
pub fn missing_sets(store: &impl KeyValue, session: &Session) -> Option<Missing> {
    let kept = load::<PositionV1>(store, "at").whole().filter(|position| position.id == session.id)?;
    let gone = kept.sets.saturating_sub(session.done.len());
    (gone > 0).then_some(Missing::Sets(gone))
}

/// # Errors
/// Where the position was not saved.
pub fn save_position(store: &impl KeyValue, session: &Session) -> Result<(), NotSaved> {
    save(store, "at", &PositionV1::of(session))
}

/// Forgets the running session.
///
/// # Errors
/// Where the store cannot be changed.
pub fn clear_running(store: &impl KeyValue) -> Result<(), Refused> {
    clear::<HeadV1>(store, "active")?;
    clear::<PositionV1>(store, "at")
}

/// What a later version wrote stays; what cannot be read has been set aside, or stays where there was no room for that.
fn clear<T: DeserializeOwned>(store: &impl KeyValue, key: &str) -> Result<(), Refused> {
    match load::<T>(store, key) {
        Loaded::Whole(_) => store.remove(&full(key)),
        Loaded::Absent | Loaded::Unreadable | Loaded::Newer => Ok(()),
        Loaded::Blocked => Err(Refused::Blocked),
    }
}
