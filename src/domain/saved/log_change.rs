//! The record, in the journal, of a change to a session of the log: a deletion, or an insertion (again, or at another date).
//! The store brings a month to disk seconds later; a start that finds the record repeats the change if a kill reverted it.
//!
//! The key is `id/log`, the value `{"v":1,"at":…,"deleted":true,"month":{…}}` with a month of this one session.

use super::VERSION;
use super::keep::{Parsed, StoredShape, json, parse};
use super::month::{self, CheckedMonth};
use super::store::KeyValue;
use crate::domain::log::Performed;
use crate::domain::units::{Seconds, Timestamp};
use serde::{Deserialize, Serialize};

/// Period for which a record is kept: after it the store has brought the month to disk.
const KEPT: Seconds = Seconds(60 * 60);

#[derive(Serialize, Deserialize)]
struct ChangeV1 {
    v: u32,
    at: i64,
    deleted: bool,
    month: CheckedMonth,
}

impl StoredShape for ChangeV1 {}

/// A change to a session of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogChange {
    /// The session before or after the change.
    pub session: Performed,
    /// True if it was deleted, false if it was put into the log.
    pub deleted: bool,
    /// The moment of the change.
    pub at: Timestamp,
}

impl LogChange {
    /// The key of its record.
    #[must_use]
    pub fn key(&self) -> String {
        key(&self.session.id)
    }

    /// True if the store has had the change for so long that it is on disk.
    pub fn has_lasted(&self, store: &dyn KeyValue, now: Timestamp) -> bool {
        let old = (now.0 - self.at.0).unsigned_abs() > u64::from(KEPT.0) * 1000;
        old && month::is_deleted(store, &self.session) == self.deleted
    }
}

/// The record of a change at `now`: key and value.
#[must_use]
pub fn change_record(session: &Performed, deleted: bool, now: Timestamp) -> (String, String) {
    let month = CheckedMonth::of(session.clone());
    (key(&session.id), json(&ChangeV1 { v: VERSION, at: now.0, deleted, month }))
}

/// The changes in the journal. Records that cannot be read are left where they are.
#[must_use]
pub fn changes(records: &[(String, String)]) -> Vec<LogChange> {
    let change = |(name, value): &(String, String)| {
        let Parsed::Whole(ChangeV1 { at, deleted, month, .. }) = parse::<ChangeV1>(value) else { return None };
        let session = month.into_sessions().pop().filter(|session| *name == key(&session.id))?;
        Some(LogChange { session, deleted, at: Timestamp(at) })
    };
    records.iter().filter(|(name, _)| name.ends_with("/log")).filter_map(change).collect()
}

pub(super) fn key(id: &str) -> String {
    format!("{id}/log")
}
