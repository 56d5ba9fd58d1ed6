//! The write-ahead journal: the plan of a session and each of its sets as records of their own, committed before a set
//! counts as acknowledged. At the next start it is replayed, exactly once, whatever died in between.
//!
//! Records are `id/head`, `id/set/00012`, `id/at` (the position, while the session runs), and `id/logged`: when a start first
//! found the session in the log. They stay for a day from then, because a browser may take minutes to bring the log itself
//! to disk. The record `player` names the tab that may write the running session.

use super::keep::{Parsed, json, parse};
use super::shapes::{DoneV1, HeadV1, LoggedV1, PositionV1};
use crate::domain::log::{Performed, SetDone};
use crate::domain::order::{each_once, places_of, put_in_order};
use crate::domain::session::{Done, Effect, Plan, Session};
use crate::domain::units::{DAY_MS, Timestamp};

/// Period for which records are kept after their session is in the log, in milliseconds.
const KEPT_MS: i64 = DAY_MS;

/// The key of the record that names the tab that plays, by a value of its own.
pub const PLAYER: &str = "player";

/// The contents of the journal, sorted out.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Replay {
    /// The session that was running, with its sets, standing after the last step done.
    pub running: Option<Session>,
    /// Sessions that are over or were given up, still to be folded into the log.
    pub fold: Vec<Performed>,
    /// Sessions of the log that lack sets which the journal has: as they are to stand there.
    pub complete: Vec<Performed>,
    /// Sessions found in the log for the first time, whole: [`logged_record`] is to be written for each.
    pub logged: Vec<String>,
    /// Sessions whose records are no longer needed.
    pub purge: Vec<String>,
    /// Keys of records that cannot be read; they are left where they are.
    pub unreadable: Vec<String>,
}

/// The record of a session's plan, to be written again when its revision has changed: key and value.
#[must_use]
pub fn head_record(session: &Session) -> (String, String) {
    (format!("{}/head", session.id()), json(&HeadV1::of(session, false)))
}

/// The record that says that a session is over: takes the place of its plan's.
#[must_use]
pub fn ended_record(session: &Session) -> (String, String) {
    (format!("{}/head", session.id()), json(&HeadV1::of(session, true)))
}

/// The record of one set; written again when its amount is corrected.
#[must_use]
pub fn set_record(session: &Session, done: &Done) -> (String, String) {
    set_record_of(session, done, false)
}

/// The record of a set that is done while the journal cannot be read. It never takes the place of another set of its step.
#[must_use]
pub fn blind_set_record(session: &Session, done: &Done) -> (String, String) {
    set_record_of(session, done, true)
}

fn set_record_of(session: &Session, done: &Done, blind: bool) -> (String, String) {
    (step_key(session, done.step), json(&DoneV1::of(done, session.revision(), blind)))
}

/// The records that the journal lacks of `session`, which was replayed from its records and those of its `stand_in`.
#[must_use]
pub fn missing_records(
    session: &Session,
    journal: &[(String, String)],
    stand_in: &[(String, String)],
) -> Vec<(String, String)> {
    let head = head_record(session);
    // One that cannot be read, or is of a later version, is left alone.
    let is_older =
        |value: &str| matches!(parse::<HeadV1>(value), Parsed::Whole(plan) if plan.revision() < session.revision());
    let planned = journal.iter().any(|(key, value)| *key == head.0 && !is_older(value));
    let has = |records: &[(String, String)], key: &str| records.iter().any(|(other, _)| other == key);
    let sets = session.done().iter().map(|done| set_record(session, done));
    let lacking = sets.filter(|(key, _)| !has(journal, key) || has(stand_in, key));
    (!planned).then(|| head.clone()).into_iter().chain(lacking).collect()
}

/// The record of where a session stands, written for the `moves`th time.
#[must_use]
pub fn position_record(session: &Session, moves: u32) -> (String, String) {
    (position_key(session.id()), json(&PositionV1::of(session, moves)))
}

/// The key of the record of where a session stands.
#[must_use]
pub fn position_key(id: &str) -> String {
    format!("{id}/at")
}

/// The record of when a session was first found in the log.
#[must_use]
pub fn logged_record(id: &str, now: Timestamp) -> (String, String) {
    (format!("{id}/logged"), json(&LoggedV1::at(now)))
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

/// The records that a change of the open session removes and puts, in this order; all of them belong into one transaction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Keys to remove.
    pub remove: Vec<String>,
    /// Keys and values to put.
    pub put: Vec<(String, String)>,
    /// The steps whose sets are put for the first time.
    pub new: Vec<usize>,
    /// The steps whose sets are put again.
    pub corrected: Vec<usize>,
    /// The steps whose sets are removed.
    pub forgotten: Vec<usize>,
    /// True if the plan is among those to put.
    pub plan: bool,
    /// True if the position is among those to put.
    pub position: bool,
}

impl Changes {
    /// Adds what `effect` changes, by which the open session has become `session`, its position written for the `moves`th
    /// time; `blind` while the journal cannot be read. What the runner is told changes nothing.
    pub fn add(&mut self, session: &Session, effect: &Effect, moves: u32, blind: bool) {
        match effect {
            Effect::ForgetSet(step) => {
                self.remove.push(step_key(session, *step));
                self.forgotten.push(*step);
            }
            Effect::SavePlan => {
                self.put.push(head_record(session));
                self.plan = true;
            }
            Effect::SaveSet(step) => {
                self.put.extend(session.set_of(*step).map(|done| set_record_of(session, done, blind)));
                self.new.push(*step);
            }
            Effect::CorrectSet(step) => {
                self.put.extend(session.set_of(*step).map(|done| set_record_of(session, done, blind)));
                self.corrected.push(*step);
            }
            Effect::SavePosition => {
                self.put.push(position_record(session, moves));
                self.position = true;
            }
            Effect::Finish => {
                self.put.push(ended_record(session));
                self.remove.push(position_key(session.id()));
            }
            Effect::LeaveOut(..) | Effect::Cue(_) | Effect::Sound | Effect::Announce(_) => {}
        }
    }
}

/// The changes of the journal by all of `effects`, as [`Changes::add`] has them.
#[must_use]
pub fn changes(session: &Session, effects: &[Effect], moves: u32, blind: bool) -> Changes {
    let mut changes = Changes::default();
    for effect in effects {
        changes.add(session, effect, moves, blind);
    }
    changes
}

/// Sorts out `records` (in any order, doubles allowed). `in_log` gives a session as it stands in the log, if it does.
///
/// Of several sessions that are not over, the one started last is the running one; the others are folded.
#[must_use]
pub fn replay(
    records: &[(String, String)],
    in_log: impl Fn(&Performed) -> Option<Performed>,
    now: Timestamp,
) -> Replay {
    let mut replay = Replay::default();
    let mut open: Vec<Session> = Vec::new();
    // In the order of keys the records of a session lie together.
    let mut in_order = records.to_vec();
    put_in_order(&mut in_order, |(one, _), (other, _)| one < other);
    let records = in_order.as_slice();
    let (heads, unreadable) = read_heads(records);
    replay.unreadable = unreadable;
    replay.unreadable.extend(without_plan(records));
    for (ended, plan) in heads {
        let records = of_session(&plan.id, records);
        let id = plan.id.clone();
        let (session, unreadable) = restore_with_sets(plan, records);
        replay.unreadable.extend(unreadable);
        let Some(session) = session else { continue };
        let performed = Performed::of(&session);
        let logged = performed.as_ref().and_then(&in_log);
        match performed {
            Some(performed) if logged.is_some() => match logged.and_then(|logged| completed(&logged, &performed)) {
                Some(whole) => replay.complete.push(whole),
                None => match logged_at(&id, records) {
                    None => replay.logged.push(id),
                    Some(since) if now.ms_since(since) > KEPT_MS => replay.purge.push(id),
                    Some(_) => {}
                },
            },
            None if ended => replay.purge.push(id),
            Some(performed) if ended => replay.fold.push(performed),
            _ => open.push(session),
        }
    }
    // The one started last; of two in the same moment the later in the alphabet of their ids.
    if let Some(latest) = (0..open.len()).max_by_key(|at| (open[*at].started(), *at)) {
        replay.running = Some(open.remove(latest));
    }
    for session in open {
        match Performed::of(&session) {
            Some(performed) => replay.fold.push(performed),
            None => replay.purge.push(session.id().to_owned()),
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

/// `logged` with the sets that only the journal has; `None` where it lacks none. What was corrected or told since stays.
fn completed(logged: &Performed, journaled: &Performed) -> Option<Performed> {
    let same = |one: &SetDone, other: &SetDone| {
        (&one.exercise, one.level, one.set, one.side) == (&other.exercise, other.level, other.set, other.side)
    };
    let mut known = logged.sets.clone();
    let mut lacks = false;
    let mut sets: Vec<SetDone> = Vec::new();
    for set in &journaled.sets {
        let place = known.iter().position(|other| same(other, set));
        lacks |= place.is_none();
        sets.push(place.map_or_else(|| set.clone(), |place| known.remove(place)));
    }
    if !lacks {
        return None;
    }
    // What only the log has stays, in its place by time.
    for set in known {
        let place = sets.partition_point(|other| other.at <= set.at);
        sets.insert(place, set);
    }
    let length = logged.length.max(journaled.length);
    Some(Performed { sets, length, planned: logged.planned.max(journaled.planned), ..logged.clone() })
}

/// The plans by session, each with whether it is over, and the keys of those that cannot be read. Of two records of one
/// session the later revision holds, and it is over if either says so.
fn read_heads(records: &[(String, String)]) -> (Vec<(bool, Plan)>, Vec<String>) {
    let mut heads: Vec<(bool, Plan)> = Vec::new();
    let mut unreadable = Vec::new();
    for (key, value) in records.iter().filter(|(key, _)| key.ends_with("/head")) {
        let head = match parse::<HeadV1>(value) {
            Parsed::Whole(head) if *key == format!("{}/head", head.id) => Some(head),
            _ => None,
        };
        let Some((ended, plan)) = head.and_then(|head| Some((head.ended, head.plan()?))) else {
            unreadable.push(key.clone());
            continue;
        };
        // Records of one session follow one another.
        match heads.last_mut().filter(|(_, other)| other.id == plan.id) {
            Some((over, other)) => {
                *over |= ended;
                if other.revision <= plan.revision {
                    *other = plan;
                }
            }
            None => heads.push((ended, plan)),
        }
    }
    (heads, unreadable)
}

/// The keys of sets whose session has no plan, readable or not: nothing tells what was done.
fn without_plan(records: &[(String, String)]) -> Vec<String> {
    let planned = places_of(&mut records.iter().filter_map(|(key, _)| key.strip_suffix("/head")));
    let orphan = |key: &&String| key.split_once("/set/").is_some_and(|(id, _)| !planned.contains_key(id));
    each_once(records.iter().map(|(key, _)| key).filter(orphan).cloned().collect())
}

/// The moment at which a session was first found in the log; the earliest of doubles.
fn logged_at(id: &str, records: &[(String, String)]) -> Option<Timestamp> {
    let own = records.iter().filter(|(key, _)| key.strip_suffix("/logged") == Some(id));
    let moment = |(_, value): &(String, String)| match parse::<LoggedV1>(value) {
        Parsed::Whole(logged) => Some(logged.moment()),
        Parsed::Newer | Parsed::Unreadable => None,
    };
    own.filter_map(moment).min()
}

/// The session of `plan` with its sets, standing after the last step done, and the keys that cannot be read.
fn restore_with_sets(mut plan: Plan, records: &[(String, String)]) -> (Option<Session>, Vec<String>) {
    let prefix = format!("{}/set/", plan.id);
    let mut unreadable = Vec::new();
    let (mut kept, mut blind): (Vec<Kept>, Vec<Kept>) = (Vec::new(), Vec::new());
    for (key, value) in records.iter().filter(|(key, _)| key.starts_with(&prefix)) {
        let set = match parse::<DoneV1>(value) {
            Parsed::Whole(shape) => shape
                .done()
                .filter(|done| done.step < plan.steps.len() && *key == format!("{prefix}{:05}", done.step))
                .map(|done| (shape.blind, Kept { rev: shape.rev, done })),
            Parsed::Newer | Parsed::Unreadable => None,
        };
        match set {
            Some((false, set)) => keep_newest(&mut kept, set),
            Some((true, set)) => keep_newest(&mut blind, set),
            None => unreadable.push(key.clone()),
        }
    }
    let mut sets: Vec<Done> = kept.into_iter().map(|kept| kept.done).collect();
    take_blind_sets(&mut plan, &mut sets, blind);
    // Each set has a step of its own in a plan that has steps.
    (Session::restore(plan, None, &sets).ok(), each_once(unreadable))
}

/// A set as one of its records has it.
struct Kept {
    rev: u32,
    done: Done,
}

/// Of two records of one step the corrected one holds, else the later set, and of one moment the larger amount.
fn keep_newest(kept: &mut Vec<Kept>, set: Kept) {
    let rank = |kept: &Kept| (kept.rev, kept.done.at_ms, kept.done.amount.get(), kept.done.reserve);
    match kept.iter_mut().find(|other| other.done.step == set.done.step) {
        Some(other) if rank(other) >= rank(&set) => {}
        Some(other) => *other = set,
        None => kept.push(set),
    }
}

/// Puts the sets in that were done while the journal could not be read. One whose step was done before is another set: it
/// gets a step of its own behind those that are done.
fn take_blind_sets(plan: &mut Plan, sets: &mut Vec<Done>, blind: Vec<Kept>) {
    let first = sets.iter().chain(blind.iter().map(|kept| &kept.done)).map(|done| done.step + 1).max();
    let mut next = first.unwrap_or(0);
    for Kept { done, .. } in blind {
        let is_same = |other: &Done| other.at_ms == done.at_ms;
        if sets.iter().all(|other| other.step != done.step) {
            sets.push(done);
        } else if !sets.iter().any(is_same) {
            plan.steps.insert(next, plan.steps[done.step].clone());
            sets.push(Done { step: next, ..done });
            plan.revision += 1;
            next += 1;
        }
    }
}
