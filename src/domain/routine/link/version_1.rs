//! Links of version 1: `1~name~exercise.level.rest.amount.amount~…`, the name percent-encoded; a level is `b`, `h` or `x`. They are
//! only read.

use super::{MOST_ENCODED, UnreadableLink};
use crate::domain::catalogue::{Level, is_slug};
use crate::domain::name::visible;
use crate::domain::percent;
use crate::domain::routine::{Item, MAX_ITEMS, MAX_NAME, MAX_REST, MAX_SETS, Routine};
use crate::domain::units::{Amount, Seconds};

/// The routine in a link as it was made.
pub(super) fn exact(code: &str, id: &str) -> Result<Routine, UnreadableLink> {
    let (number, rest) = code.split_once('~').ok_or(UnreadableLink::Damaged)?;
    version(number)?;
    let mut parts = rest.split('~');
    // A name's own line breaks are escaped.
    let name = parts.next().filter(|name| !name.contains(['\r', '\n', '\t'])).ok_or(UnreadableLink::Damaged)?;
    routine(name, parts, id)
}

/// Accepts the version that this program reads.
pub(super) fn version(text: &str) -> Result<(), UnreadableLink> {
    match text.parse::<u32>() {
        Ok(1) => Ok(()),
        Ok(version) if version > 1 => Err(UnreadableLink::Newer),
        _ => Err(UnreadableLink::Damaged),
    }
}

pub(super) fn routine<'a>(
    name: &str,
    items: impl Iterator<Item = &'a str>,
    id: &str,
) -> Result<Routine, UnreadableLink> {
    let items = (0..).zip(items).map(|(key, text)| item(key, text).ok_or(UnreadableLink::Damaged));
    let items = items.collect::<Result<Vec<_>, _>>()?;
    if items.is_empty() || items.len() > MAX_ITEMS {
        return Err(UnreadableLink::Damaged);
    }
    Ok(Routine { items, ..Routine::empty(id.to_owned(), &visible(decode_name(name))) })
}

/// The name in a part of a link, however often it was encoded; at most [`MAX_NAME`] characters.
fn decode_name(part: &str) -> String {
    let mut name = part.to_owned();
    for _ in 0..MOST_ENCODED {
        // Only a name that contains something like an escape is written so.
        let is_last = percent::has_escape(&name, |byte| byte.is_ascii_alphanumeric());
        let decoded = percent::decode(&name);
        if decoded == name {
            break;
        }
        name = decoded;
        if is_last || !percent::has_escape(&name, |_| true) {
            break;
        }
    }
    name.chars().take(MAX_NAME).collect()
}

fn item(key: u32, text: &str) -> Option<Item> {
    let mut fields = text.split('.');
    let exercise = fields.next().filter(|slug| is_slug(slug))?.to_owned();
    let level = level(fields.next()?)?;
    let rest = fields.next()?.parse().ok().filter(|rest| *rest <= MAX_REST)?;
    let targets = fields.map(|field| Amount::new(field.parse().ok()?).ok()).collect::<Option<Vec<_>>>()?;
    let sets_fit = !targets.is_empty() && targets.len() <= MAX_SETS;
    sets_fit.then_some(Item {
        key,
        exercise,
        level,
        targets,
        rest: Seconds(rest),
        block: 0,
        note: String::new(),
        load: None,
        side_order: None,
        tempo: Vec::new(),
        clock: None,
    })
}

const fn letter(level: Level) -> char {
    match level {
        Level::Base => 'b',
        Level::Hard => 'h',
        Level::Harder => 'x',
    }
}

pub(super) fn level(text: &str) -> Option<Level> {
    Level::ALL.iter().copied().find(|level| text.len() == 1 && text.starts_with(letter(*level)))
}
