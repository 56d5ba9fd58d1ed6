//! Finished sessions and their sets, as performed. Plans nothing, compares nothing and stores nothing.

mod note;
mod performed;
mod set_done;
mod sheet;

pub use note::{MAX_NOTE, note};
pub use performed::Performed;
pub use set_done::{SetDone, set_count};
pub use sheet::{decode_sheet, encode_sheet, sheet};

use super::catalogue::{Level, vocabulary};
use super::load::Load;
use super::order::{Places, places_of, put_in_order};
use std::cmp::Ordering;
use time::Date;

vocabulary! {
    /// Effort of a whole session.
    Effort {
        /// Could have done much more.
        Easy = "easy";
        /// As it should be.
        Right = "right";
        /// Too much.
        Hard = "hard";
    }
}

/// The sessions of a log, newest first, that are not dated after `today` (a session of tomorrow counts today).
#[must_use]
pub fn so_far(newest_first: &[Performed], today: Date) -> &[Performed] {
    let ahead = |session: &&Performed| session.counted_day(today).is_none();
    &newest_first[newest_first.iter().take_while(ahead).count()..]
}

/// True if a session from the day `since` on has a set of `exercise`.
#[must_use]
pub fn trained_since(log: &[Performed], today: Date, since: Date, exercise: &str) -> bool {
    let counts = |session: &&Performed| session.counted_day(today).is_some_and(|day| day >= since);
    log.iter().filter(counts).flat_map(|session| &session.sets).any(|set| set.exercise == exercise)
}

/// The load of the last set of `exercise` at `level` in a log, newest first; `None` if it had none, or if there is no such set.
#[must_use]
pub fn last_load(newest_first: &[Performed], exercise: &str, level: Level) -> Option<Load> {
    let of = |session: &Performed| {
        session.sets.iter().rev().find(|set| set.exercise == exercise && set.level == level).cloned()
    };
    newest_first.iter().find_map(of)?.load
}

/// The exercises of these sessions, each once, in their order.
#[must_use]
pub fn exercises_of(sessions: &[Performed]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for set in all_sets(sessions) {
        if !found.contains(&set.exercise) {
            found.push(set.exercise.clone());
        }
    }
    found
}

/// Every set of a log, in its order.
pub fn all_sets(log: &[Performed]) -> impl Iterator<Item = &SetDone> {
    log.iter().flat_map(|session| &session.sets)
}

/// The places of `sessions` by their ids.
#[must_use]
pub fn places_by_id(sessions: &[Performed]) -> Places {
    places_of(&mut sessions.iter().map(|session| session.id.as_str()))
}

/// Merges sessions into a log, newest first. Of two sessions with one id the one dated earlier holds, else the known one.
/// Returns those that are replaced, because they are dated later.
pub fn merge(log: &mut Vec<Performed>, read: Vec<Performed>) -> Vec<Performed> {
    let mut places = places_by_id(log);
    let mut stale = Vec::new();
    for session in read {
        let Some(known) = places.get(&session.id).map(|at| &mut log[*at]) else {
            places.insert(session.id.clone(), log.len());
            log.push(session);
            continue;
        };
        match session.started.cmp(&known.started) {
            Ordering::Less => stale.push(std::mem::replace(known, session)),
            Ordering::Equal => {}
            Ordering::Greater => stale.push(session),
        }
    }
    newest_first(log);
    stale
}

/// Puts sessions in the order of the log.
pub fn newest_first(sessions: &mut [Performed]) {
    put_in_order(sessions, |one, other| (one.started, &one.id) > (other.started, &other.id));
}
