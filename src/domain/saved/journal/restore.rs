//! A session restored from the records of its plan and its sets.

use crate::domain::order::each_once;
use crate::domain::saved::keep::{Parsed, parse};
use crate::domain::saved::shapes::DoneV1;
use crate::domain::session::{Done, Plan, Session};

/// The session of `plan` with its sets, standing after the last step done, and the keys that cannot be read.
pub(super) fn restore_with_sets(mut plan: Plan, records: &[(String, String)]) -> (Option<Session>, Vec<String>) {
    let prefix = format!("{}/set/", plan.id);
    let mut unreadable = Vec::new();
    let (mut kept, mut blind): (Vec<StoredSet>, Vec<StoredSet>) = (Vec::new(), Vec::new());
    for (key, value) in records.iter().filter(|(key, _)| key.starts_with(&prefix)) {
        let set = match parse::<DoneV1>(value) {
            Parsed::Whole(shape) => shape
                .done()
                .filter(|done| done.step < plan.steps.len() && *key == format!("{prefix}{:05}", done.step))
                .map(|done| (shape.blind, StoredSet { rev: shape.rev, done })),
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

/// A set in one of its records.
struct StoredSet {
    rev: u32,
    done: Done,
}

/// Keeps the newest of the records of one step: the corrected one, else the later set, else the larger amount.
fn keep_newest(kept: &mut Vec<StoredSet>, set: StoredSet) {
    let rank = |kept: &StoredSet| (kept.rev, kept.done.at_ms, kept.done.amount.get(), kept.done.reserve);
    match kept.iter_mut().find(|other| other.done.step == set.done.step) {
        Some(other) if rank(other) >= rank(&set) => {}
        Some(other) => *other = set,
        None => kept.push(set),
    }
}

/// Inserts the sets that were done while the journal could not be read. If the step of one was done before, it is another set:
/// it gets a step of its own after those that are done.
fn take_blind_sets(plan: &mut Plan, sets: &mut Vec<Done>, blind: Vec<StoredSet>) {
    let first = sets.iter().chain(blind.iter().map(|kept| &kept.done)).map(|done| done.step + 1).max();
    let mut next = first.unwrap_or(0);
    for StoredSet { done, .. } in blind {
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
