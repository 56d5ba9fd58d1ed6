//! A finished session in a link, to send it back to whoever planned it: what was done and how it felt, without the runner's note.
//! Reading is total: hostile links give an error.
//!
//! Form: `1.` and the values in Base64 with their checksum (`compact`); `3.` with the loads, where there are any,
//! as in the link of a routine; `4.` with the names of own exercises as well; `5.` with the rounds at the end as well, where as many
//! were done as fit, or where breaths count. There is no version 2.

use super::{Effort, Performed, SetDone};
use crate::domain::catalogue::{Level, MAX_OWN_NAME, Measure, OwnExercise, brief, define_received, is_own, own};
use crate::domain::compact::{CodeReader, CodeWriter, checksum};
use crate::domain::load::Load;
use crate::domain::name::visible;
use crate::domain::routine::{MAX_NAME, UnreadableLink, find_code};
use crate::domain::session::{MAX_RESERVE, Side};
use crate::domain::units::{Amount, Offset, Seconds, Timestamp};

/// The longest slug of an exercise.
const LONGEST_SLUG: usize = 60;
/// The longest text of a load.
const LONGEST_LOAD: usize = LONGEST_SLUG + 4 * MAX_NAME;
/// The largest number of sets, each side of one counted.
const MOST_SETS: usize = 2000;
/// The shortest code that can hold a session: less is no code of a later version either.
const SHORTEST: usize = 8;
const MINUTE_MS: i64 = 60_000;

/// `session` as it comes out of its link: without its id, the routine's id, the note and the time of each set; its start to the
/// minute.
#[must_use]
pub fn sheet(session: &Performed) -> Performed {
    let sets = session.sets.iter().filter(|set| set.exercise.len() <= LONGEST_SLUG).take(MOST_SETS);
    Performed {
        id: String::new(),
        from: String::new(),
        name: visible(session.name.chars().take(MAX_NAME).collect()),
        started: Timestamp(session.started.0.div_euclid(MINUTE_MS).saturating_mul(MINUTE_MS)),
        note: None,
        sets: sets.map(|set| SetDone { at: Seconds(0), ..set.clone() }).collect(),
        ..*session
    }
}

/// The text of `session` for a link.
#[must_use]
pub fn encode_sheet(session: &Performed) -> String {
    let session = sheet(session);
    let mut code = CodeWriter::default();
    code.text(&session.name);
    code.signed(session.started.0.div_euclid(MINUTE_MS));
    code.signed(session.offset.minutes().into());
    code.number(session.length.0.into());
    code.number(session.planned.into());
    code.number(session.effort.map_or(0, |effort| place(Effort::ALL, effort) + 1));
    let mut slugs: Vec<&str> = Vec::new();
    for set in &session.sets {
        if !slugs.contains(&set.exercise.as_str()) {
            slugs.push(&set.exercise);
        }
    }
    code.count(slugs.len());
    for slug in &slugs {
        code.text(slug);
    }
    let is_new = session.rounds > 0 || session.sets.iter().any(|set| set.measure == Measure::Breaths);
    let has_own = slugs.iter().any(|slug| own(slug).is_some());
    // Version 4 and later: nothing where none is an own one.
    if has_own || is_new {
        for slug in slugs.iter().filter(|slug| is_own(slug)) {
            code.text(own(slug).map_or("", |own| &own.name));
        }
    }
    let mut loads: Vec<&Load> = Vec::new();
    for load in session.sets.iter().filter_map(|set| set.load.as_ref()) {
        if !loads.contains(&load) {
            loads.push(load);
        }
    }
    let has_loads = has_own || is_new || !loads.is_empty();
    if has_loads {
        code.count(loads.len());
        for load in &loads {
            code.text(&load.code());
        }
    }
    code.count(session.sets.len());
    let mut before = None;
    for set in &session.sets {
        let exercise = place(&slugs, set.exercise.as_str());
        let kind = exercise << 6 | place(Level::ALL, set.level) << 4 | place(Measure::ALL, set.measure);
        let side = set.side.map_or(0, |side| if side == Side::Left { 1 } else { 2 });
        let is_other = before != Some(kind);
        let flags =
            u64::from(is_other) | u64::from(set.done != set.target) << 1 | u64::from(set.reserve.is_some()) << 2;
        code.number(u64::from(set.set) << 5 | side << 3 | flags);
        if is_other {
            code.number(kind);
        }
        code.number(set.target.get().into());
        if set.done != set.target {
            code.number(set.done.get().into());
        }
        if let Some(reserve) = set.reserve {
            code.number(reserve.into());
        }
        if has_loads {
            code.number(set.load.as_ref().map_or(0, |load| place(&loads, load) + 1));
        }
        before = Some(kind);
    }
    if is_new {
        code.number(session.rounds.into());
    }
    let version = match (is_new, has_own, has_loads) {
        (true, ..) => "5.",
        (_, true, _) => "4.",
        (.., true) => "3.",
        (.., false) => "1.",
    };
    code.finish(version, checksum)
}

/// The session in a link, or in a text that contains one.
///
/// # Errors
/// If the text is empty, newer or damaged.
pub fn decode_sheet(code: &str) -> Result<Performed, UnreadableLink> {
    if code.trim().is_empty() {
        return Err(UnreadableLink::Empty);
    }
    find_code(code, &exact)
}

/// The session in a code as it was made.
fn exact(code: &str) -> Result<Performed, UnreadableLink> {
    let (version, values) = code.split_once('.').ok_or(UnreadableLink::Damaged)?;
    match version.parse::<u32>() {
        Ok(version @ (1 | 3..=5)) => CodeReader::whole(values, checksum)
            .and_then(|mut code| read(&mut code, version))
            .ok_or(UnreadableLink::Damaged),
        Ok(2..) if values.len() >= SHORTEST => Err(UnreadableLink::Newer),
        _ => Err(UnreadableLink::Damaged),
    }
}

fn read(code: &mut CodeReader, version: u32) -> Option<Performed> {
    let has_loads = version > 1;
    let name = code.text(MAX_NAME)?;
    let started = Timestamp(code.signed()?.saturating_mul(MINUTE_MS));
    let offset = Offset::from_minutes(i16::try_from(code.signed()?).ok()?);
    let (length, planned) = (Seconds(code.small()?), code.small()?);
    let effort = match code.small::<usize>()? {
        0 => None,
        place => Some(*Effort::ALL.get(place - 1)?),
    };
    let slugs = (0..count(code)?).map(|_| code.text(LONGEST_SLUG)).collect::<Option<Vec<_>>>()?;
    let mut named = Vec::new();
    if version > 3 {
        for slug in slugs.iter().filter(|slug| is_own(slug)) {
            let name = code.text(MAX_OWN_NAME)?;
            if !name.is_empty() {
                named.push(OwnExercise::new(slug.clone(), &name).checked()?);
            }
        }
    }
    let loads = if has_loads { count(code)? } else { 0 };
    let load = |code: &mut CodeReader| Load::from_code(&code.text(LONGEST_LOAD)?);
    let loads = (0..loads).map(|_| load(code)).collect::<Option<Vec<_>>>()?;
    let (mut sets, mut kind) = (Vec::new(), 0);
    for _ in 0..count(code)? {
        let mut set = read_set(code, &slugs, &mut kind)?;
        if has_loads && let Some(at) = code.small::<usize>()?.checked_sub(1) {
            set.load = Some(loads.get(at)?.clone());
        }
        sets.push(set);
    }
    let rounds = if version > 4 { code.small()? } else { 0 };
    let (id, from, note) = (String::new(), String::new(), None);
    let name = visible(name);
    let session = Performed { id, from, name, started, offset, length, planned, rounds, effort, note, sets };
    // One that is known here by more than its name stays as it is.
    let is_whole = code.is_at_end();
    named.iter().filter(|own| is_whole && brief(&own.id).is_none()).for_each(define_received);
    is_whole.then_some(session)
}

fn count(code: &mut CodeReader) -> Option<usize> {
    code.small().filter(|count| *count <= MOST_SETS)
}

/// A set; `kind` is the exercise, level and unit of the set before.
fn read_set(code: &mut CodeReader, slugs: &[String], kind: &mut usize) -> Option<SetDone> {
    let flags = code.number()?;
    if flags & 1 != 0 {
        *kind = code.small()?;
    }
    let target = amount(code)?;
    let done = if flags & 2 == 0 { target } else { amount(code)? };
    let reserve = if flags & 4 == 0 { None } else { Some(code.small().filter(|reserve| *reserve <= MAX_RESERVE)?) };
    Some(SetDone {
        exercise: slugs.get(*kind >> 6)?.clone(),
        level: *Level::ALL.get(*kind >> 4 & 3)?,
        set: u8::try_from(flags >> 5).ok()?,
        side: match flags >> 3 & 3 {
            0 => None,
            1 => Some(Side::Left),
            2 => Some(Side::Right),
            _ => return None,
        },
        measure: *Measure::ALL.get(*kind & 15)?,
        target,
        done,
        at: Seconds(0),
        reserve,
        load: None,
    })
}

fn amount(code: &mut CodeReader) -> Option<Amount> {
    Amount::new(code.small()?).ok()
}

/// The place of `value` in `all`, which contains it.
fn place<T: PartialEq + Copy>(all: &[T], value: T) -> u64 {
    all.iter().position(|other| *other == value).unwrap_or_default() as u64
}
