//! Reading of the log's months.

use super::{CheckedMonth, keys, month_key};
use crate::domain::log::Performed;
use crate::domain::saved::keep::{Loaded, StoredShape, load as load_value};
use crate::domain::saved::store::KeyValue;
use serde::Deserialize;
use serde::de::IgnoredAny;

/// The sessions of a month, in the order in which they were added.
pub fn load(store: &dyn KeyValue, key: &str) -> Loaded<Vec<Performed>> {
    load_value::<CheckedMonth>(store, key).map(|checked| checked.sessions)
}

/// The ids of the sessions that were deleted from a month, or moved to another.
pub fn deleted(store: &dyn KeyValue, key: &str) -> Vec<String> {
    load_value::<CheckedMonth>(store, key).whole().map_or_else(Vec::new, |month| month.deleted)
}

/// True if `session` was deleted from its month, or moved to another.
pub fn is_deleted(store: &dyn KeyValue, session: &Performed) -> bool {
    deleted(store, &month_key(session)).contains(&session.id)
}

/// True if its month knows `session`: it has it, or had it until it was deleted.
pub fn is_known(store: &dyn KeyValue, session: &Performed) -> bool {
    let month = load_value::<CheckedMonth>(store, &month_key(session)).whole();
    month.is_some_and(|month| {
        month.deleted.contains(&session.id) || month.sessions.iter().any(|other| other.id == session.id)
    })
}

/// The number of sessions in the log, and true if there are months that cannot be counted.
pub fn count(store: &dyn KeyValue) -> (usize, bool) {
    let months: Vec<Loaded<CountV1>> = keys(store).iter().map(|key| load_value(store, key)).collect();
    let untold = months.iter().any(|month| matches!(month, Loaded::Newer | Loaded::Blocked));
    (months.into_iter().filter_map(Loaded::whole).map(|month| month.s.len()).sum(), untold)
}

/// A month of which only the number of sessions is read.
#[derive(Deserialize)]
struct CountV1 {
    s: Vec<IgnoredAny>,
}

impl StoredShape for CountV1 {
    const NEWEST: u32 = CheckedMonth::NEWEST;
}
