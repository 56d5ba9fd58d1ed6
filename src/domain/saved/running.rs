//! The running session in the key-value store: its plan whenever it changes, its position at every change of phase. The journal
//! has both as well; of two positions the one that was written more often holds.

use super::journal::position_key;
use super::keep::{Loaded, NotSaved, Parsed, StoredShape, full, load, parse, save};
use super::shapes::{HeadV1, PositionV1};
use super::store::{KeyValue, Refused};
use crate::domain::message::Missing;
use crate::domain::session::Session;

/// True if there is a plan of a session that was running, readable or not.
pub fn is_running(store: &dyn KeyValue) -> bool {
    !matches!(store.get(&full("active")), Ok(None))
}

/// The plan of the session that was running, at its first step and without its sets.
pub fn load_running(store: &dyn KeyValue) -> Loaded<Session> {
    let session = |head: HeadV1| Session::restore(head.plan()?, None, &[]).ok();
    match load::<HeadV1>(store, "active").map(session) {
        Loaded::Whole(Some(session)) => Loaded::Whole(session),
        Loaded::Whole(None) | Loaded::Unreadable => Loaded::Unreadable,
        Loaded::Absent => Loaded::Absent,
        Loaded::Newer => Loaded::Newer,
        Loaded::Blocked => Loaded::Blocked,
    }
}

/// # Errors
/// If the plan was not saved.
pub fn save_running(store: &dyn KeyValue, session: &Session) -> Result<(), NotSaved> {
    save(store, "active", &HeadV1::of(session, false))
}

/// Moves `session` to its stored position; false if that is not known.
pub fn load_position(store: &dyn KeyValue, session: &mut Session) -> bool {
    load::<PositionV1>(store, "at").whole().is_some_and(|position| position.place(session))
}

/// The last known position of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LastPosition {
    /// True if the session is at that position; false if there is none, or none that fits its sets.
    pub placed: bool,
    /// The number of writes of its position.
    pub moves: u32,
    /// The number of writes of the position in the store; `None` if the store has none of this session.
    pub stored: Option<u32>,
    /// The sets that were done when the position was written and that are missing now.
    pub missing: Option<Missing>,
}

/// Moves `session`, which has its sets, to the newest of its positions, of that in the store and those among `records`. A
/// position on a step that is done or left out is ignored: the session stays where it is.
pub fn restore_position(store: &dyn KeyValue, records: &[(String, String)], session: &mut Session) -> LastPosition {
    let own = |position: &PositionV1| position.id == session.id();
    let stored = load::<PositionV1>(store, "at").whole().filter(own);
    let key = position_key(session.id());
    let journaled = records.iter().filter(|(name, _)| *name == key).filter_map(|(_, value)| match parse(value) {
        Parsed::Whole(position) => Some(position).filter(own),
        Parsed::Newer | Parsed::Unreadable => None,
    });
    let known = stored.as_ref().map(|position| position.n);
    let newest = journaled.chain(stored).fold(None, |newest: Option<PositionV1>, position| match newest {
        Some(newest) if newest.n > position.n => Some(newest),
        _ => Some(position),
    });
    let Some(newest) = newest else { return LastPosition::default() };
    let gone = newest.sets.saturating_sub(session.done().len());
    let missing = (gone > 0).then_some(Missing::Sets(gone));
    LastPosition { placed: newest.place(session), moves: newest.n, stored: known, missing }
}

/// Saves the position of `session`, written for the `moves`th time.
///
/// # Errors
/// If the position was not saved.
pub fn save_position(store: &dyn KeyValue, session: &Session, moves: u32) -> Result<(), NotSaved> {
    save(store, "at", &PositionV1::of(session, moves))
}

/// Forgets the running session.
///
/// # Errors
/// If the store cannot be changed.
pub fn clear_running(store: &dyn KeyValue) -> Result<(), Refused> {
    clear::<HeadV1>(store, "active", |_| true)?;
    clear::<PositionV1>(store, "at", |_| true)
}

/// Forgets the running session if it is the one with this id; another one stays.
///
/// # Errors
/// If the store cannot be changed.
pub fn clear_session(store: &dyn KeyValue, id: &str) -> Result<(), Refused> {
    clear::<HeadV1>(store, "active", |plan| plan.id == id)?;
    clear::<PositionV1>(store, "at", |position| position.id == id)
}

/// A value of a later version stays; an unreadable one has been set aside, or stays if there was no room for that.
fn clear<T: StoredShape>(store: &dyn KeyValue, key: &str, is_it: impl Fn(&T) -> bool) -> Result<(), Refused> {
    match load::<T>(store, key) {
        Loaded::Whole(value) if is_it(&value) => store.remove(&full(key)),
        Loaded::Whole(_) | Loaded::Absent | Loaded::Unreadable | Loaded::Newer => Ok(()),
        Loaded::Blocked => Err(Refused::Blocked),
    }
}
