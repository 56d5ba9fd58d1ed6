//! The replay of the journal at a start: the running session, the sessions to add to the log, the records to remove.

use super::read::{logged_at, of_session, read_heads, without_plan};
use super::restore::restore_with_sets;
use crate::domain::log::{Performed, SetDone};
use crate::domain::order::put_in_order;
use crate::domain::session::Session;
use crate::domain::units::{DAY_MS, Timestamp};

/// Period for which records are kept after their session is in the log, in milliseconds.
const KEPT_MS: i64 = DAY_MS;

/// The contents of the journal, by the action that they need.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Replay {
    /// The session that was running, with its sets, standing after the last step done.
    pub running: Option<Session>,
    /// Finished or abandoned sessions to add to the log.
    pub fold: Vec<Performed>,
    /// Sessions of the log that lack sets of the journal, completed with them.
    pub complete: Vec<Performed>,
    /// Sessions found in the log for the first time, complete: a [`logged_record`](super::logged_record) is to be written for each.
    pub logged: Vec<String>,
    /// Sessions whose records are no longer needed.
    pub purge: Vec<String>,
    /// Keys of records that cannot be read; they are left where they are.
    pub unreadable: Vec<String>,
}

/// Replays `records` (in any order, duplicates allowed). `in_log` gives a session of the log, if it is there.
///
/// Of several sessions that are not over, the one started last is the running one; the others are to be added to the log.
#[must_use]
pub fn replay(
    records: &[(String, String)],
    in_log: impl Fn(&Performed) -> Option<Performed>,
    now: Timestamp,
) -> Replay {
    let mut replay = Replay::default();
    let mut open: Vec<Session> = Vec::new();
    // In the order of their keys, the records of a session are neighbours.
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
    // The one started last; of two at the same moment the later id in the alphabet.
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

/// `logged` with the sets that only the journal has; `None` if it lacks none. Later corrections and answers stay.
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
    // Sets that only the log has stay, in their place by time.
    for set in known {
        let place = sets.partition_point(|other| other.at <= set.at);
        sets.insert(place, set);
    }
    let length = logged.length.max(journaled.length);
    Some(Performed {
        sets,
        length,
        planned: logged.planned.max(journaled.planned),
        rounds: logged.rounds.max(journaled.rounds),
        ..logged.clone()
    })
}
