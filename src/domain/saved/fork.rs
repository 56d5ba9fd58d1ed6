//! Merge of two values of one revision, written by two tabs without a lock.

use super::index;
use super::keep::{Parsed, StoredShape, json, parse};
use super::merge::later_exercise;
use super::shapes::{ExercisesV1, RoutinesV2, SettingsV2};
use super::{month, pain};
use crate::domain::catalogue::OwnExercise;
use crate::domain::coach::pain::PainReport;
use crate::domain::log::Performed;
use crate::domain::message::Missing;
use crate::domain::order::put_in_order;
use crate::domain::routine::Routine;

/// Both texts of the value `name`, merged; the first one if they cannot be.
pub(super) fn joined(name: &str, here: &str, other: &str) -> String {
    match index::name(name) {
        Some(Missing::Settings) => join::<SettingsV2>(here, other, |here, _| here),
        Some(Missing::Routines) => join::<RoutinesV2>(here, other, |here, other| {
            RoutinesV2::from(&*routines(Vec::from(here), Vec::from(other)))
        }),
        Some(Missing::Exercises) => join::<ExercisesV1>(here, other, |here, other| {
            ExercisesV1::from(&*exercises(Vec::from(here), Vec::from(other)))
        }),
        Some(Missing::Pain) => join::<pain::CheckedPain>(here, other, |here, other| pain::CheckedPain {
            reports: reports(here.reports, other.reports),
        }),
        _ => join::<month::CheckedMonth>(here, other, months),
    }
}

fn join<T: serde::Serialize + StoredShape>(here: &str, other: &str, both: fn(T, T) -> T) -> String {
    match (parse::<T>(here), parse::<T>(other)) {
        (Parsed::Whole(here), Parsed::Whole(other)) => json(&both(here, other)),
        _ => here.to_owned(),
    }
}

/// Every exercise of either; of one that both have, the version that was changed last.
fn exercises(here: Vec<OwnExercise>, other: Vec<OwnExercise>) -> Vec<OwnExercise> {
    either(here, other, |one, other| one.id == other.id, |known, own| *known = later_exercise(known, &own))
}

/// Every routine of either; of one that both have, the rows of both.
fn routines(here: Vec<Routine>, other: Vec<Routine>) -> Vec<Routine> {
    either(here, other, |one, other| one.id == other.id, |known, routine| *known = known.united(&routine))
}

/// Two versions of a month, merged. A session that only one of them deleted stays: the later of the two is unknown.
fn months(here: month::CheckedMonth, other: month::CheckedMonth) -> month::CheckedMonth {
    let sessions = sessions(here.sessions, other.sessions);
    let mut deleted = here.deleted;
    deleted.extend(other.deleted);
    put_in_order(&mut deleted, |one, other| one < other);
    deleted.dedup();
    deleted.retain(|id| sessions.iter().all(|session| session.id != *id));
    month::CheckedMonth { sessions, deleted }
}

/// Every session of either; of one that both have, the sets and answers of both.
fn sessions(here: Vec<Performed>, other: Vec<Performed>) -> Vec<Performed> {
    let join = |known: &mut Performed, session: Performed| {
        known.effort = known.effort.or(session.effort);
        known.note = known.note.take().or(session.note);
        if known.sets.len() < session.sets.len() {
            known.sets = session.sets;
            known.length = session.length;
        }
    };
    either(here, other, |one, other| one.id == other.id, join)
}

/// The rows of `here`, then those that only `other` has; a row of both is merged.
fn either<T>(mut here: Vec<T>, other: Vec<T>, is_same: fn(&T, &T) -> bool, join: fn(&mut T, T)) -> Vec<T> {
    for row in other {
        match here.iter_mut().find(|known| is_same(known, &row)) {
            Some(known) => join(known, row),
            None => here.push(row),
        }
    }
    here
}

/// Every report of either; of one that both have, the one with an answer and a follow-up.
fn reports(mut here: Vec<PainReport>, other: Vec<PainReport>) -> Vec<PainReport> {
    for report in other {
        if let Some(known) = here.iter_mut().find(|known| known.is(&report)) {
            known.answer = known.answer.or(report.answer);
            known.follow_up = known.follow_up.or(report.follow_up);
        } else {
            let place = here.partition_point(|known| known.when <= report.when);
            here.insert(place, report);
        }
    }
    here
}
