//! The log, one value a month, in a compact form: 20 years of it fill at most 35 % of a browser's quota.
//!
//! `{"v":1,"x":["deep-squat"],"s":[["id","from","name",started,offset,seconds,planned,"e","0b1-n20+48 …","note"]]}`: `x`
//! is the month's dictionary of exercises; a set is its index there, level, number, side, measure, target, `/`done
//! where it differs, `+` seconds since the set before, and `~` reps in reserve where told. A session without a note
//! ends before it. Behind `s`, where there are any, `"d":["id"]`: sessions that were deleted from the month, or moved to another.

use super::keep::{Loaded, NotSaved, for_change, load as load_value, save};
use super::shapes::{level_letter, level_of, measure_letter, measure_of, side_letter, side_of};
use super::store::KeyValue;
use super::{PREFIX, VERSION};
use crate::domain::log::{Effort, Performed, SetDone, note};
use crate::domain::name::visible_or_unnamed;
use crate::domain::order::{each_once, places_of, put_in_order};
use crate::domain::session::MAX_RESERVE;
use crate::domain::units::{Amount, Offset, Seconds, Timestamp};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use std::fmt::Write;

#[derive(Serialize, Deserialize)]
struct MonthV1 {
    v: u32,
    x: Vec<String>,
    s: Vec<SessionV1>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    d: Vec<String>,
}

/// Id, from, name, started, offset, length, planned, effort, sets, note.
#[derive(Clone, Serialize, Deserialize)]
struct SessionV1(
    String,
    String,
    String,
    i64,
    i16,
    u32,
    u16,
    String,
    String,
    #[serde(default, skip_serializing_if = "String::is_empty")] String,
);

/// The result of adding a session to the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appended {
    /// It is there now.
    Added,
    /// It was there already; nothing changed.
    AlreadyThere,
}

/// The key of the month in which `session` was started, by its own local day: `log:2026-11`.
#[must_use]
pub fn month_key(session: &Performed) -> String {
    session
        .day()
        .map_or_else(|| "log:undated".to_owned(), |day| format!("log:{:04}-{:02}", day.year(), u8::from(day.month())))
}

/// The months there are, newest first.
pub fn keys(store: &dyn KeyValue) -> Vec<String> {
    let there = store.keys().unwrap_or_default();
    let ours = |key: &String| key.strip_prefix(PREFIX).filter(|key| key.starts_with("log:")).map(str::to_owned);
    let mut keys: Vec<String> = there.iter().filter_map(ours).collect();
    put_in_order(&mut keys, |one, other| one > other);
    keys
}

/// The sessions of a month, in the order in which they were added.
pub fn load(store: &dyn KeyValue, key: &str) -> Loaded<Vec<Performed>> {
    load_value::<Checked>(store, key).map(|checked| checked.sessions)
}

/// Adds `session` to its month, once: the same id again changes nothing.
///
/// # Errors
/// If it was not saved; the month is as it was then.
pub fn append(store: &dyn KeyValue, session: &Performed) -> Result<Appended, NotSaved> {
    let key = month_key(session);
    let mut month = month_for_change(store, &key)?;
    if month.sessions.iter().any(|s| s.id == session.id) {
        return Ok(Appended::AlreadyThere);
    }
    month.deleted.retain(|id| *id != session.id);
    month.sessions.push(session.clone());
    save(store, &key, &month)?;
    Ok(Appended::Added)
}

/// Puts a session into the log that was deleted from it, or is dated anew: in its month where its start has its place. One
/// that is there already stays as it is, unless it is dated later. A page that dies before a session of its id is deleted from
/// another month leaves both.
///
/// # Errors
/// If it was not saved; the month is as it was then.
pub fn put(store: &dyn KeyValue, session: &Performed) -> Result<(), NotSaved> {
    let key = month_key(session);
    let mut month = month_for_change(store, &key)?;
    if month.sessions.iter().any(|other| other.id == session.id && other.started <= session.started) {
        return Ok(());
    }
    month.sessions.retain(|other| other.id != session.id);
    month.deleted.retain(|id| *id != session.id);
    let place = month.sessions.iter().position(|other| other.started > session.started);
    month.sessions.insert(place.unwrap_or(month.sessions.len()), session.clone());
    save(store, &key, &month)
}

/// Deletes a session from its month, which remembers that; gives it as it was stored.
///
/// # Errors
/// If that was not saved; the month is as it was then.
pub fn delete(store: &dyn KeyValue, session: &Performed) -> Result<Option<Performed>, NotSaved> {
    let key = month_key(session);
    let mut month = month_for_change(store, &key)?;
    let at = month.sessions.iter().position(|s| s.id == session.id);
    let stored = at.map(|at| month.sessions.remove(at));
    if !month.deleted.contains(&session.id) {
        month.deleted.push(session.id.clone());
    }
    save(store, &key, &month)?;
    Ok(stored)
}

/// The ids of the sessions that were deleted from a month, or moved to another.
pub fn deleted(store: &dyn KeyValue, key: &str) -> Vec<String> {
    load_value::<Checked>(store, key).whole().map_or_else(Vec::new, |month| month.deleted)
}

/// True where `session` was deleted from its month, or moved to another.
pub fn is_deleted(store: &dyn KeyValue, session: &Performed) -> bool {
    deleted(store, &month_key(session)).contains(&session.id)
}

/// True where its month knows `session`: it has it, or had it until it was deleted.
pub fn is_known(store: &dyn KeyValue, session: &Performed) -> bool {
    let month = load_value::<Checked>(store, &month_key(session)).whole();
    month.is_some_and(|month| {
        month.deleted.contains(&session.id) || month.sessions.iter().any(|other| other.id == session.id)
    })
}

/// The number of sessions in the log, and true if there are months that cannot be counted.
pub fn count(store: &dyn KeyValue) -> (usize, bool) {
    let months: Vec<Loaded<CountV1>> = keys(store).iter().map(|key| load_value(store, key)).collect();
    let untold = months.iter().any(|month| matches!(month, Loaded::Newer | Loaded::Blocked));
    (months.into_iter().filter_map(Loaded::whole).map(|month| month.s.len()).sum(), untold)
}

/// A month of which only the number of sessions is asked.
#[derive(Deserialize)]
struct CountV1 {
    s: Vec<IgnoredAny>,
}

/// Adds `sessions` to their months, each once; a month is written once for all of its own.
///
/// # Errors
/// If a month was not saved; it is as it was then, and so are those after it.
pub fn append_all(store: &dyn KeyValue, sessions: &[Performed]) -> Result<(), NotSaved> {
    for (key, new) in by_month(sessions, sessions.iter().map(month_key).collect()) {
        let mut month = month_for_change(store, &key)?;
        let ids = month.sessions.iter().map(|session| &session.id);
        let mut known = places_of(&mut ids.chain(&month.deleted).map(String::as_str));
        let before = month.sessions.len();
        for session in new {
            if known.insert(session.id.clone(), 0).is_none() {
                month.sessions.push(session);
            }
        }
        if month.sessions.len() > before {
            save(store, &key, &month)?;
        }
    }
    Ok(())
}

/// The sessions of each of the months `keys`, in the order of the keys.
pub(super) fn by_month(sessions: &[Performed], keys: Vec<String>) -> Vec<(String, Vec<Performed>)> {
    let keys = each_once(keys);
    let places = places_of(&mut keys.iter().map(String::as_str));
    let mut months: Vec<(String, Vec<Performed>)> = keys.into_iter().map(|key| (key, Vec::new())).collect();
    for session in sessions {
        if let Some(at) = places.get(&month_key(session)) {
            months[*at].1.push(session.clone());
        }
    }
    months
}

/// Changes a session of the log where it stands; one that is not there is added, changed, unless it was deleted.
///
/// # Errors
/// If it was not saved; the month is as it was then.
pub fn amend(store: &dyn KeyValue, session: &Performed, change: &dyn Fn(&mut Performed)) -> Result<(), NotSaved> {
    let key = month_key(session);
    let mut month = month_for_change(store, &key)?;
    let at = month.sessions.iter().position(|s| s.id == session.id);
    if at.is_none() && month.deleted.contains(&session.id) {
        return Ok(());
    }
    let at = at.unwrap_or_else(|| {
        month.sessions.push(session.clone());
        month.sessions.len() - 1
    });
    change(&mut month.sessions[at]);
    save(store, &key, &month)
}

fn month_for_change(store: &dyn KeyValue, key: &str) -> Result<Checked, NotSaved> {
    let found = load_value::<Checked>(store, key).map(|month| vec![month]);
    Ok(for_change(found)?.pop().unwrap_or_default())
}

/// Saves a month as exactly these sessions. What was deleted and is not among them stays deleted.
pub(super) fn save_all(store: &dyn KeyValue, key: &str, sessions: Vec<Performed>) -> Result<(), NotSaved> {
    let mut month = month_for_change(store, key)?;
    month.deleted.retain(|id| sessions.iter().all(|session| session.id != *id));
    save(store, key, &Checked { sessions, deleted: month.deleted })
}

/// A month whose every set can be read: anything else is refused as a whole, and so kept verbatim.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(try_from = "MonthV1", into = "MonthV1")]
pub(super) struct Checked {
    pub(super) sessions: Vec<Performed>,
    /// The ids of the sessions that were deleted, or moved to another month.
    pub(super) deleted: Vec<String>,
}

impl Checked {
    pub(super) fn of(session: Performed) -> Self {
        Self { sessions: vec![session], deleted: Vec::new() }
    }

    pub(super) fn into_sessions(self) -> Vec<Performed> {
        self.sessions
    }
}

impl TryFrom<MonthV1> for Checked {
    type Error = &'static str;

    fn try_from(month: MonthV1) -> Result<Self, Self::Error> {
        let session = |s: SessionV1| {
            Some(Performed {
                id: s.0,
                from: s.1,
                name: visible_or_unnamed(s.2),
                started: Timestamp(s.3),
                offset: Offset::from_minutes(s.4),
                length: Seconds(s.5),
                planned: s.6,
                effort: Effort::from_slug(&s.7),
                note: note(&s.9),
                sets: read_sets(&s.8, &month.x)?,
            })
        };
        let sessions = month.s.into_iter().map(session).collect::<Option<Vec<_>>>();
        Ok(Self { sessions: sessions.ok_or("a set that cannot be read")?, deleted: month.d })
    }
}

impl From<Checked> for MonthV1 {
    fn from(checked: Checked) -> Self {
        let mut x: Vec<String> = Vec::new();
        let session = |p: Performed| {
            let sets = write_sets(&p.sets, &mut x);
            let effort = p.effort.map_or("", Effort::slug).to_owned();
            let (offset, note) = (p.offset.minutes(), p.note.unwrap_or_default());
            SessionV1(p.id, p.from, p.name, p.started.0, offset, p.length.0, p.planned, effort, sets, note)
        };
        let s = checked.sessions.into_iter().map(session).collect();
        Self { v: VERSION, x, s, d: checked.deleted }
    }
}

fn write_sets(sets: &[SetDone], dictionary: &mut Vec<String>) -> String {
    let mut out = String::new();
    let mut before = 0;
    for set in sets {
        let known = dictionary.iter().position(|slug| *slug == set.exercise);
        let exercise = known.unwrap_or_else(|| {
            dictionary.push(set.exercise.clone());
            dictionary.len() - 1
        });
        if !out.is_empty() {
            out.push(' ');
        }
        let (level, side, measure) = (level_letter(set.level), side_letter(set.side), measure_letter(set.measure));
        // Writing to a String cannot fail.
        let _ = write!(out, "{exercise}{level}{}{side}{measure}{}", set.set, set.target.get());
        if set.done != set.target {
            let _ = write!(out, "/{}", set.done.get());
        }
        let _ = write!(out, "+{}", i64::from(set.at.0) - before);
        if let Some(reserve) = set.reserve {
            let _ = write!(out, "~{reserve}");
        }
        before = i64::from(set.at.0);
    }
    out
}

fn read_sets(text: &str, dictionary: &[String]) -> Option<Vec<SetDone>> {
    let mut before = 0_i64;
    let mut sets = Vec::new();
    for token in text.split(' ').filter(|token| !token.is_empty()) {
        let (body, after) = token.split_once('+')?;
        let (after, reserve) = match after.split_once('~') {
            Some((after, reserve)) => (after, Some(reserve.parse().ok().filter(|n| *n <= MAX_RESERVE)?)),
            None => (after, None),
        };
        before = before.checked_add(after.parse().ok()?)?;
        let mut reader = Reader(body);
        let exercise = dictionary.get(usize::from(reader.number()?))?.clone();
        let level = level_of(reader.letter()?)?;
        let set = u8::try_from(reader.number()?).ok()?;
        let side = side_of(reader.letter()?)?;
        let measure = measure_of(reader.letter()?)?;
        let target = Amount::new(reader.number()?).ok()?;
        let done = match reader.letter() {
            None => target,
            Some('/') => Amount::new(reader.number()?).ok()?,
            Some(_) => return None,
        };
        reader.0.is_empty().then_some(())?;
        let at = Seconds(u32::try_from(before).ok()?);
        sets.push(SetDone { exercise, level, set, side, measure, target, done, at, reserve });
    }
    Some(sets)
}

/// Takes numbers and letters off the front of a token.
struct Reader<'a>(&'a str);

impl Reader<'_> {
    fn number(&mut self) -> Option<u16> {
        let digits = self.0.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = self.0.split_at(digits);
        self.0 = rest;
        number.parse().ok()
    }

    fn letter(&mut self) -> Option<char> {
        let letter = self.0.chars().next()?;
        self.0 = &self.0[letter.len_utf8()..];
        Some(letter)
    }
}
