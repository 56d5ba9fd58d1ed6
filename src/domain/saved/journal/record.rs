//! The records of a session in the journal: their keys and values.

use crate::domain::saved::keep::{Parsed, json, parse};
use crate::domain::saved::shapes::{DoneV1, HeadV1, LoggedV1, PositionV1};
use crate::domain::session::{Done, Session};
use crate::domain::units::Timestamp;

/// The record of a session's plan, to be written again when its revision has changed: key and value.
#[must_use]
pub fn head_record(session: &Session) -> (String, String) {
    (format!("{}/head", session.id()), json(&HeadV1::of(session, false)))
}

/// The record of a finished session: replaces that of its plan.
#[must_use]
pub fn ended_record(session: &Session) -> (String, String) {
    (format!("{}/head", session.id()), json(&HeadV1::of(session, true)))
}

/// The record of one set; written again when its amount is corrected.
#[must_use]
pub fn set_record(session: &Session, done: &Done) -> (String, String) {
    set_record_of(session, done, false)
}

/// The record of a set that is done while the journal cannot be read. It never replaces another set of its step.
#[must_use]
pub fn blind_set_record(session: &Session, done: &Done) -> (String, String) {
    set_record_of(session, done, true)
}

/// The record of a session's position, written for the `moves`th time.
#[must_use]
pub fn position_record(session: &Session, moves: u32) -> (String, String) {
    (position_key(session.id()), json(&PositionV1::of(session, moves)))
}

/// The record of the moment at which a session was first found in the log.
#[must_use]
pub fn logged_record(id: &str, now: Timestamp) -> (String, String) {
    (format!("{id}/logged"), json(&LoggedV1::at(now)))
}

/// The records of `session` that are not in the journal; it was replayed from its records and those of its `stand_in`.
#[must_use]
pub fn missing_records(
    session: &Session,
    journal: &[(String, String)],
    stand_in: &[(String, String)],
) -> Vec<(String, String)> {
    let head = head_record(session);
    // A plan that cannot be read, or is of a later version, is left alone.
    let is_older =
        |value: &str| matches!(parse::<HeadV1>(value), Parsed::Whole(plan) if plan.revision() < session.revision());
    let planned = journal.iter().any(|(key, value)| *key == head.0 && !is_older(value));
    let has = |records: &[(String, String)], key: &str| records.iter().any(|(other, _)| other == key);
    let sets = session.done().iter().map(|done| set_record(session, done));
    let lacking = sets.filter(|(key, _)| !has(journal, key) || has(stand_in, key));
    (!planned).then(|| head.clone()).into_iter().chain(lacking).collect()
}

/// The key of the record of a session's position.
#[must_use]
pub fn position_key(id: &str) -> String {
    format!("{id}/at")
}

/// The key of the record of one step.
#[must_use]
pub fn step_key(session: &Session, step: usize) -> String {
    format!("{}/set/{step:05}", session.id())
}

/// The prefix of the keys of a session's records.
#[must_use]
pub fn session_prefix(id: &str) -> String {
    format!("{id}/")
}

pub(super) fn set_record_of(session: &Session, done: &Done, blind: bool) -> (String, String) {
    (step_key(session, done.step), json(&DoneV1::of(done, session.revision(), blind)))
}
