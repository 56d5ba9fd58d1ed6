//! The write-ahead journal: the plan of a session and each of its sets as records of their own, committed before a set
//! counts as acknowledged. At the next start it is replayed, exactly once, whatever died in between.
//!
//! Records are `id/head`, `id/set/00012`, and `id/logged`: when a start first found the session in the log. They stay
//! for a day from then, because a browser may take minutes to bring the log itself to disk.

use super::keep::{Parsed, json, parse};
use super::shapes::{DoneV1, HeadV1, LoggedV1};
use crate::domain::log::Performed;
use crate::domain::order::put_in_order;
use crate::domain::session::{Done, Phase, Session};
use crate::domain::units::{Seconds, Timestamp};
use std::collections::BTreeSet;

/// How long records outlive their session's arrival in the log.
const KEPT: Seconds = Seconds(24 * 60 * 60);

/// What the journal holds, sorted out.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Replay {
    /// The session that was running, with its sets, standing after the last step done.
    pub running: Option<Session>,
    /// Sessions that are over or were given up, still to be folded into the log.
    pub fold: Vec<Performed>,
    /// Sessions found in the log for the first time: [`logged_record`] is to be written for each.
    pub logged: Vec<String>,
    /// Sessions whose records are no longer needed.
    pub purge: Vec<String>,
    /// Keys of records that cannot be read; they are left where they are.
    pub unreadable: Vec<String>,
}

/// The record of a session's plan, to be written again when its revision has changed: key and value.
#[must_use]
pub fn head_record(session: &Session) -> (String, String) {
    (format!("{}/head", session.id), json(&HeadV1::of(session, false)))
}

/// The record that says that a session is over: takes the place of its plan's.
#[must_use]
pub fn ended_record(session: &Session) -> (String, String) {
    (format!("{}/head", session.id), json(&HeadV1::of(session, true)))
}

/// The record of one set; written again when its amount is corrected.
#[must_use]
pub fn set_record(session: &Session, done: &Done) -> (String, String) {
    (step_key(session, done.step), json(&DoneV1::of(done, session.revision)))
}

/// The record of when a session was first found in the log.
#[must_use]
pub fn logged_record(id: &str, now: Timestamp) -> (String, String) {
    (format!("{id}/logged"), json(&LoggedV1::at(now)))
}

/// The key of the record of one step.
#[must_use]
pub fn step_key(session: &Session, step: usize) -> String {
    format!("{}/set/{step:05}", session.id)
}

/// What the keys of a session's records begin with.
#[must_use]
pub fn session_prefix(id: &str) -> String {
    format!("{id}/")
}

/// Sorts out `records` (in any order, doubles allowed). `in_log` tells whether a session is in the log already.
///
/// Of several sessions that are not over, the one started last is the running one; the others are folded.
#[must_use]
pub fn replay(records: &[(String, String)], in_log: impl Fn(&Performed) -> bool, now: Timestamp) -> Replay {
    let mut replay = Replay::default();
    let mut open: Vec<Session> = Vec::new();
    // In the order of keys the records of a session lie together.
    let mut in_order = records.to_vec();
    in_order.sort_by(|(one, _), (other, _)| one.cmp(other));
    let records = in_order.as_slice();
    let (heads, unreadable) = read_heads(records);
    replay.unreadable = unreadable;
    replay.unreadable.extend(without_plan(records));
    for (ended, mut session) in heads {
        let records = of_session(&session.id, records);
        replay.unreadable.extend(take_sets(&mut session, records));
        let performed = Performed::of(&session);
        match performed {
            Some(performed) if in_log(&performed) => match logged_at(&session.id, records) {
                None => replay.logged.push(session.id),
                Some(since) if now.ms_since(since) > i64::from(KEPT.0) * 1000 => replay.purge.push(session.id),
                Some(_) => {}
            },
            None if ended => replay.purge.push(session.id),
            Some(performed) if ended => replay.fold.push(performed),
            _ => open.push(session),
        }
    }
    // The one started last; of two in the same moment the later in the alphabet of their ids.
    if let Some(latest) = (0..open.len()).max_by_key(|at| (open[*at].started, *at)) {
        replay.running = Some(open.remove(latest));
    }
    for session in open {
        match Performed::of(&session) {
            Some(performed) => replay.fold.push(performed),
            None => replay.purge.push(session.id),
        }
    }
    replay
}

/// The records of one session among `records`, which are in the order of their keys.
fn of_session<'a>(id: &str, records: &'a [(String, String)]) -> &'a [(String, String)] {
    let prefix = session_prefix(id);
    let from = records.partition_point(|(key, _)| *key < prefix);
    let rest = &records[from..];
    &rest[..rest.partition_point(|(key, _)| key.starts_with(&prefix))]
}

/// The plans by session, each with whether it is over, and the keys of those that cannot be read. Of two records of one
/// session the later revision holds, and it is over if either says so.
fn read_heads(records: &[(String, String)]) -> (Vec<(bool, Session)>, Vec<String>) {
    let mut heads: Vec<(bool, Session)> = Vec::new();
    let mut unreadable = Vec::new();
    for (key, value) in records.iter().filter(|(key, _)| key.ends_with("/head")) {
        let head = match parse::<HeadV1>(value) {
            Parsed::Whole(head) if *key == format!("{}/head", head.id) => Some(head),
            _ => None,
        };
        let Some((ended, session)) = head.and_then(|head| Some((head.ended, head.session()?))) else {
            unreadable.push(key.clone());
            continue;
        };
        // Records of one session follow one another.
        match heads.last_mut().filter(|(_, other)| other.id == session.id) {
            Some((over, other)) => {
                *over |= ended;
                if other.revision <= session.revision {
                    *other = session;
                }
            }
            None => heads.push((ended, session)),
        }
    }
    (heads, unreadable)
}

/// The keys of sets whose session has no plan, readable or not: nothing tells what was done.
fn without_plan(records: &[(String, String)]) -> Vec<String> {
    let planned: BTreeSet<&str> = records.iter().filter_map(|(key, _)| key.strip_suffix("/head")).collect();
    let orphan = |key: &&String| key.split_once("/set/").is_some_and(|(id, _)| !planned.contains(id));
    let mut keys: Vec<String> = records.iter().map(|(key, _)| key).filter(orphan).cloned().collect();
    put_in_order(&mut keys, |one, other| one < other);
    keys.dedup();
    keys
}

/// When a session was first found in the log; the earliest of doubles.
fn logged_at(id: &str, records: &[(String, String)]) -> Option<Timestamp> {
    let own = records.iter().filter(|(key, _)| key.strip_suffix("/logged") == Some(id));
    let moment = |(_, value): &(String, String)| match parse::<LoggedV1>(value) {
        Parsed::Whole(logged) => Some(logged.moment()),
        Parsed::Newer | Parsed::Unreadable => None,
    };
    own.filter_map(moment).min()
}

/// Puts the sets of `session` into it and stands it after the last step done; returns keys that cannot be read.
fn take_sets(session: &mut Session, records: &[(String, String)]) -> Vec<String> {
    let prefix = format!("{}/set/", session.id);
    let mut unreadable = Vec::new();
    let mut kept: Vec<(u32, Done)> = Vec::new();
    for (key, value) in records.iter().filter(|(key, _)| key.starts_with(&prefix)) {
        let set = match parse::<DoneV1>(value) {
            Parsed::Whole(shape) => shape
                .done()
                .filter(|done| done.step < session.steps.len() && *key == format!("{prefix}{:05}", done.step))
                .map(|done| (shape.rev, done)),
            Parsed::Newer | Parsed::Unreadable => None,
        };
        match set {
            Some((rev, done)) => match kept.iter_mut().find(|(_, other)| other.step == done.step) {
                Some(other) if other.0 < rev => *other = (rev, done),
                Some(_) => {}
                None => {
                    let place = kept.partition_point(|(_, other)| (other.at_ms, other.step) < (done.at_ms, done.step));
                    kept.insert(place, (rev, done));
                }
            },
            None => unreadable.push(key.clone()),
        }
    }
    session.done = kept.into_iter().map(|(_, done)| done).collect();
    stand_after_sets(session);
    put_in_order(&mut unreadable, |one, other| one < other);
    unreadable.dedup();
    unreadable
}

fn stand_after_sets(session: &mut Session) {
    let next = session.done.iter().map(|done| done.step + 1).max().unwrap_or(0);
    let next = (next..session.steps.len()).find(|step| !session.is_left_out(&session.steps[*step]));
    let reached = session.done.last().map_or(session.started, |done| session.started.plus_ms(done.at_ms));
    if let Some(next) = next {
        session.at = next;
        session.phase = Phase::Ready { since: reached, until: reached, asked: false };
    } else {
        session.at = session.steps.len() - 1;
        session.phase = Phase::Finished { at: reached };
    }
    session.seen = reached;
}
