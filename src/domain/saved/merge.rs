//! The union of two backups: nothing of either is lost, and nothing is doubled. Pure rules without a store.
//!
//! Laws, which `tests/domain/restore.rs` checks: merging a backup with itself changes nothing; merging in either order and in
//! any grouping gives the same content; content of either side is there afterwards. Hence two phones that restore each other's
//! files hold the same data, and a file restored twice changes nothing the second time.
//!
//! - **Routines** of one id with different contents are both kept: the one with more exercises (then the later text) keeps the
//!   id, the other gets an id made of its content, the same on every phone, and a name that says so.
//! - **Own exercises** of one id are one: the version that was changed last, a deletion being a change like any other.
//! - **Sessions** of one id are one session: their sets are united by exercise, side and time; of two amounts of one set the
//!   larger holds, of two efforts the harder one; two notes are both kept.
//! - **Reports of pain** of one identity are one: an answer holds over none, the later follow-up over the earlier.
//! - **Settings** belong to a device: a choice that this device has made stays. Where it has the usual one, the file's is
//!   taken. Kit, favourites and bands are united. Only where both devices chose, and chose differently, do they stay different.
//! - **Order** of routines and favourites: that of the side which has all of the other's; else by name.

use super::backup::{Backup, oldest_first, routine_text};
use super::keep::json;
use super::pain::identity;
use super::shapes::{ExerciseV1, level_letter, side_letter};
use crate::domain::catalogue::OwnExercise;
use crate::domain::coach::pain::PainReport;
use crate::domain::load::Load;
use crate::domain::log::{MAX_NOTE, Performed, SetDone};
use crate::domain::order::{Places, places_of, put_in_order};
use crate::domain::routine::{MAX_NAME, Routine};
use crate::domain::settings::{Settings, Toggle};
use std::collections::BTreeSet;

/// The separator of two notes of one session.
const BETWEEN_NOTES: &str = "\n—\n";
/// The end of the name of a routine whose id another one kept.
const OTHER_VERSION: &str = " (other version)";
/// The key of notes that did not fit in.
const NOTES: &str = "notes";

/// The contents of `device` and `file`, merged. The open session of `device` stays open; the file's copy of it is ignored, and
/// another open session of the file is added to the log.
#[must_use]
pub fn merge(device: &Backup, file: &Backup) -> Backup {
    let mut merged = Backup {
        settings: merge_settings(device.settings.as_ref(), file.settings.as_ref()),
        exercises: merge_exercises(&device.exercises, &file.exercises),
        routines: merge_routines(&device.routines, &file.routines),
        pain: merge_pain(&device.pain, &file.pain),
        open: device.open.clone(),
        set_aside: device.set_aside.clone(),
        ..Backup::default()
    };
    for text in &file.set_aside {
        merged.set_aside.insert(text.clone());
    }
    let open_here = device.open.as_ref().map(|open| open.performed.id.as_str());
    let mut places = Places::new();
    for session in device.sessions.iter().chain(sessions_of(file)) {
        if open_here == Some(session.id.as_str()) {
            continue;
        }
        if let Some(at) = places.get(&session.id) {
            let known = &mut merged.sessions[*at];
            *known = merge_sessions(known, session, &mut merged.set_aside);
        } else {
            places.insert(session.id.clone(), merged.sessions.len());
            merged.sessions.push(session.clone());
        }
    }
    oldest_first(&mut merged.sessions);
    merged
}

/// The sessions of a file, the open one with them if it has sets.
pub(super) fn sessions_of(file: &Backup) -> impl Iterator<Item = &Performed> {
    let open = file.open.as_ref().map(|open| &open.performed).filter(|performed| !performed.sets.is_empty());
    file.sessions.iter().chain(open)
}

/// The settings of a device, merged with those of a file; see the laws above.
fn merge_settings(device: Option<&Settings>, file: Option<&Settings>) -> Option<Settings> {
    let (device, file) = match (device, file) {
        (Some(device), Some(file)) => (device, file),
        (one, other) => return one.or(other).cloned(),
    };
    let usual = Settings::default();
    let mut merged = Settings {
        goal: chosen(device.goal, file.goal, usual.goal),
        sound: chosen(device.sound, file.sound, usual.sound),
        theme: chosen(device.theme, file.theme, usual.theme),
        units: chosen(device.units, file.units, usual.units),
        volume: chosen(device.volume, file.volume, usual.volume),
        first_side: chosen(device.first_side, file.first_side, usual.first_side),
        starred: united_slugs(&device.starred, &file.starred),
        banned: united_slugs(&device.banned, &file.banned),
        bands: united(
            &device.bands,
            &file.bands,
            &|band| Load::Band(band.clone()).code(),
            &|one, _| one.clone(),
            &|one, other| one < other,
        ),
        ..device.clone()
    };
    for toggle in Toggle::ALL {
        merged = merged.with(*toggle, chosen(toggle.is_on(device), toggle.is_on(file), toggle.is_on(&usual)));
    }
    if merged.last_request.is_empty() {
        merged.last_request.clone_from(&file.last_request);
    }
    for (venue, kit) in &file.away {
        if device.away.iter().all(|(other, _)| other != venue) {
            merged.away.push((*venue, kit.clone()));
        }
    }
    put_in_order(&mut merged.away, |(one, _), (other, _)| one < other);
    for piece in &file.kit {
        merged = merged.with_kit(*piece, true);
    }
    Some(merged)
}

fn united_slugs(device: &[String], file: &[String]) -> Vec<String> {
    united(device, file, &Clone::clone, &|one, _| one.clone(), &|one, other| one < other)
}

fn chosen<T: Copy + PartialEq>(device: T, file: T, usual: T) -> T {
    if device == usual { file } else { device }
}

fn merge_exercises(device: &[OwnExercise], file: &[OwnExercise]) -> Vec<OwnExercise> {
    let is_before = |one: &OwnExercise, other: &OwnExercise| (&one.name, &one.id) < (&other.name, &other.id);
    united(device, file, &|own| own.id.clone(), &later_exercise, &is_before)
}

/// The version of an own exercise that was changed last; the same in either order.
pub(super) fn later_exercise(one: &OwnExercise, other: &OwnExercise) -> OwnExercise {
    let rank = |own: &OwnExercise| (own.edited, own.is_gone, json(&ExerciseV1::from(own)));
    if rank(one) >= rank(other) { one.clone() } else { other.clone() }
}

fn merge_routines(device: &[Routine], file: &[Routine]) -> Vec<Routine> {
    // Routines that lose their id are rows of their own from here on, on both sides alike.
    let mut others: Vec<Routine> = file
        .iter()
        .filter_map(|theirs| {
            let own = device.iter().find(|own| own.id == theirs.id && !same_routine(own, theirs))?;
            Some(other_version(if keeps_id(own, theirs) { theirs } else { own }))
        })
        .collect();
    put_in_order(&mut others, is_named_before);
    let with_others = |routines: &[Routine]| {
        let mut all = routines.to_vec();
        all.extend(others.iter().filter(|other| routines.iter().all(|routine| routine.id != other.id)).cloned());
        all
    };
    let join = |own: &Routine, theirs: &Routine| if keeps_id(own, theirs) { own.clone() } else { theirs.clone() };
    united(&with_others(device), &with_others(file), &|routine| routine.id.clone(), &join, &is_named_before)
}

/// True if merging `theirs` into `device` would change nothing.
pub(super) fn is_known_routine(device: &[Routine], theirs: &Routine) -> bool {
    let has = |wanted: &Routine| device.iter().any(|own| same_routine(own, wanted));
    has(theirs) || device.iter().any(|own| own.id == theirs.id && keeps_id(own, theirs)) && has(&other_version(theirs))
}

fn is_named_before(one: &Routine, other: &Routine) -> bool {
    (&one.name, &one.id) < (&other.name, &other.id)
}

/// True if both are the same except for the keys of their rows.
pub(super) fn same_routine(one: &Routine, other: &Routine) -> bool {
    one.id == other.id && routine_text(one) == routine_text(other)
}

fn keeps_id(one: &Routine, other: &Routine) -> bool {
    (one.items.len(), routine_text(one)) >= (other.items.len(), routine_text(other))
}

/// `routine` under an id made of its content.
fn other_version(routine: &Routine) -> Routine {
    let room = MAX_NAME - OTHER_VERSION.chars().count();
    let name = routine.title().chars().take(room).collect::<String>() + OTHER_VERSION;
    let id = content_id(&format!("{}\n{}", routine.id, routine_text(routine)));
    Routine { id, name, ..routine.clone() }
}

/// Ten letters and digits made of `text` (FNV-1a, 64 bits).
fn content_id(text: &str) -> String {
    const LETTERS: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";
    let start = 0xcbf2_9ce4_8422_2325_u64;
    let mut hash = text.bytes().fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let mut id = String::new();
    for _ in 0..10 {
        id.push(char::from(LETTERS[usize::try_from(hash % 36).unwrap_or(0)]));
        hash /= 36;
    }
    id
}

fn merge_sessions(one: &Performed, other: &Performed, set_aside: &mut BTreeSet<(String, String)>) -> Performed {
    if one == other {
        return one.clone();
    }
    // The start and the fields that depend on it come from one side, so that the session keeps its month.
    let start = |session: &Performed| (session.started, session.offset.minutes());
    let first = if start(one) <= start(other) { one } else { other };
    Performed {
        id: one.id.clone(),
        from: one.from.clone().max(other.from.clone()),
        name: one.name.clone().max(other.name.clone()),
        started: first.started,
        offset: first.offset,
        length: one.length.max(other.length),
        planned: one.planned.max(other.planned),
        rounds: one.rounds.max(other.rounds),
        effort: one.effort.max(other.effort),
        note: merge_notes(one, other, set_aside),
        sets: united(&one.sets, &other.sets, &set_identity, &merge_sets, &is_set_before),
    }
}

/// The identity of a set: its time, exercise, level, number and side; the same in every copy.
fn set_identity(set: &SetDone) -> String {
    format!("{} {}{}{} {}", set.at.0, set.set, side_letter(set.side), level_letter(set.level), set.exercise)
}

fn is_set_before(one: &SetDone, other: &SetDone) -> bool {
    (one.at.0, &one.exercise, one.set, one.side, one.level)
        < (other.at.0, &other.exercise, other.set, other.side, other.level)
}

fn merge_sets(one: &SetDone, other: &SetDone) -> SetDone {
    let larger = |set: &SetDone| (set.done, set.target, set.reserve);
    let base = if larger(one) >= larger(other) { one } else { other };
    let load = one.load.clone().max(other.load.clone());
    SetDone { target: one.target.max(other.target), reserve: one.reserve.max(other.reserve), load, ..base.clone() }
}

/// Both notes; if one contains the other, the longer one. If there is no room for both, the one that is left out is set aside.
fn merge_notes(one: &Performed, other: &Performed, set_aside: &mut BTreeSet<(String, String)>) -> Option<String> {
    if one.note == other.note {
        return one.note.clone();
    }
    let texts = [one, other].into_iter().filter_map(|session| session.note.as_deref());
    let mut parts: Vec<&str> = texts.flat_map(|note| note.split(BETWEEN_NOTES)).collect();
    put_in_order(&mut parts, |one, other| one < other);
    parts.dedup();
    let all = parts.clone();
    parts.retain(|part| !all.iter().any(|whole| whole != part && whole.contains(*part)));
    let mut kept: Vec<&str> = Vec::new();
    for part in parts {
        let length: usize = kept.iter().map(|kept| kept.chars().count() + BETWEEN_NOTES.chars().count()).sum();
        if length + part.chars().count() <= MAX_NOTE {
            kept.push(part);
        } else {
            set_aside.insert((NOTES.to_owned(), format!("{}: {part}", one.id)));
        }
    }
    (!kept.is_empty()).then(|| kept.join(BETWEEN_NOTES))
}

fn merge_pain(device: &[PainReport], file: &[PainReport]) -> Vec<PainReport> {
    let is_before = |one: &PainReport, other: &PainReport| (one.when, &one.exercise) < (other.when, &other.exercise);
    united(device, file, &identity, &merge_reports, &is_before)
}

fn merge_reports(one: &PainReport, other: &PainReport) -> PainReport {
    let score = |report: &PainReport| (report.score, report.part, report.level, report.offset.minutes());
    let base = if score(one) >= score(other) { one } else { other };
    let later = |report: &PainReport| report.follow_up.map(|follow_up| (follow_up.when, follow_up.change));
    let follow_up = if later(one) >= later(other) { one.follow_up } else { other.follow_up };
    PainReport { answer: one.answer.max(other.answer), side: one.side.max(other.side), follow_up, ..base.clone() }
}

/// The rows of both lists, merged if both have one of the same identity; the second row of one identity is another row. In the
/// order of the list that has all of the other's rows, if there is one; else by `is_before`.
fn united<T: Clone>(
    one: &[T],
    other: &[T],
    identity: &dyn Fn(&T) -> String,
    join: &dyn Fn(&T, &T) -> T,
    is_before: &dyn Fn(&T, &T) -> bool,
) -> Vec<T> {
    let (pairs, is_in_order) = paired(one.iter().map(identity).collect(), other.iter().map(identity).collect());
    let mut all = Vec::new();
    for pair in pairs {
        all.push(match (pair.own.map(|at| &one[at]), pair.theirs.map(|at| &other[at])) {
            (Some(own), Some(theirs)) => join(own, theirs),
            (Some(row), None) | (None, Some(row)) => row.clone(),
            (None, None) => continue,
        });
    }
    if !is_in_order {
        put_in_order(&mut all, is_before);
    }
    all
}

/// The places of one row in two lists.
struct Pair {
    own: Option<usize>,
    theirs: Option<usize>,
}

/// The pairs of two lists, by the identities of their rows; and true if they are in the order of the list that has all of the
/// other's rows.
fn paired(own: Vec<String>, theirs: Vec<String>) -> (Vec<Pair>, bool) {
    let (own, theirs) = (numbered(own), numbered(theirs));
    let own_places = places_of(&mut own.iter().map(String::as_str));
    let their_places = places_of(&mut theirs.iter().map(String::as_str));
    let pair = |key: &String| Pair { own: own_places.get(key).copied(), theirs: their_places.get(key).copied() };
    let own_has_all = theirs.iter().all(|key| own_places.contains_key(key));
    let they_have_all = own.iter().all(|key| their_places.contains_key(key));
    if they_have_all && !own_has_all {
        return (theirs.iter().map(pair).collect(), true);
    }
    let missing = theirs.iter().filter(|key| !own_places.contains_key(*key));
    (own.iter().chain(missing).map(pair).collect(), own_has_all && (!they_have_all || own == theirs))
}

/// Identities that differ in each row: with the number of equal ones before it.
fn numbered(mut identities: Vec<String>) -> Vec<String> {
    let mut counts = Places::new();
    for identity in &mut identities {
        let count = counts.entry(identity.clone()).or_default();
        *count += 1;
        *identity = format!("{count} {identity}");
    }
    identities
}
