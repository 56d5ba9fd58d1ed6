//! The replay of the journal at a start: which session runs, which are to be added to the log, which records can go.

use super::read::{logged_at, of_session, read_heads, without_plan};
use super::restore::restore_with_sets;
use crate::domain::log::{Performed, SetDone};
use crate::domain::order::put_in_order;
use crate::domain::session::Session;
use crate::domain::units::{DAY_MS, Timestamp};

/// Period for which records are kept after their session is in the log, in milliseconds.
const KEPT_MS: i64 = DAY_MS;

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
