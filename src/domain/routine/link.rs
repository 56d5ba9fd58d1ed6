//! A routine in a link, after `#`, so that no server sees it. Reading is total: hostile links give an error.
//!
//! Form: `1~name~exercise.level.rest.amount.amount~…`, the name percent-encoded; a level is `b`, `h` or `x`.

mod mangled;

use super::{Item, MAX_ITEMS, MAX_NAME, MAX_REST, MAX_SETS, Routine};
use crate::domain::catalogue::Level;
use crate::domain::name::visible;
use crate::domain::percent;
use crate::domain::units::{Amount, Seconds};
use std::fmt::Write;

/// The largest number of times that a name may be percent-encoded on its way.
const MOST_ENCODED: usize = 4;

/// A link that holds no routine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnreadableLink {
    /// Nothing after the `#`.
    Empty,
    /// Written by a later version.
    Newer,
    /// Cut or altered on its way.
    Damaged,
}

/// The text of `routine` for a link.
#[must_use]
pub fn encode(routine: &Routine) -> String {
    let mut code = format!("1~{}", encode_name(&routine.name));
    for item in &routine.items {
        // Writing to a String cannot fail.
        let _ = write!(code, "~{}.{}.{}", item.exercise, letter(item.level), item.rest.0);
        for target in &item.targets {
            let _ = write!(code, ".{}", target.get());
        }
    }
    code
}

/// The routine in a link, or in a text that contains one; it gets the id `id`. Mail and messengers change links: their
/// encoding, wrapping and additions are removed as long as the whole routine is there.
///
/// # Errors
/// If the text is empty, newer or damaged.
pub fn decode(code: &str, id: &str) -> Result<Routine, UnreadableLink> {
    if code.trim().is_empty() {
        return Err(UnreadableLink::Empty);
    }
    match exact(code, id) {
        Err(UnreadableLink::Damaged) => mangled::read(code, id),
        read => read,
    }
}

/// The routine in a link as it was made.
fn exact(code: &str, id: &str) -> Result<Routine, UnreadableLink> {
    let mut parts = code.split('~');
    version(parts.next().unwrap_or_default())?;
    // A name's own line breaks are escaped.
    let name = parts.next().filter(|name| !name.contains(['\r', '\n', '\t'])).ok_or(UnreadableLink::Damaged)?;
    routine(name, parts, id)
}

/// Accepts the version that this program reads.
fn version(text: &str) -> Result<(), UnreadableLink> {
    match text.parse::<u32>() {
        Ok(1) => Ok(()),
        Ok(version) if version > 1 => Err(UnreadableLink::Newer),
        _ => Err(UnreadableLink::Damaged),
    }
}

fn routine<'a>(name: &str, items: impl Iterator<Item = &'a str>, id: &str) -> Result<Routine, UnreadableLink> {
    let items = (0..).zip(items).map(|(key, text)| item(key, text).ok_or(UnreadableLink::Damaged));
    let items = items.collect::<Result<Vec<_>, _>>()?;
    if items.is_empty() || items.len() > MAX_ITEMS {
        return Err(UnreadableLink::Damaged);
    }
    Ok(Routine { id: id.to_owned(), name: visible(decode_name(name)), items })
}

/// A name for a link. If the name itself contains something like an escape, its digits are escaped as well: so it differs from
/// a name that was encoded again on its way.
fn encode_name(name: &str) -> String {
    let escaped = percent::encode(name);
    let mut parts = escaped.split("%25");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str("%25");
        let (digits, rest) = part.split_at_checked(2).unwrap_or(("", part));
        if digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            for byte in digits.bytes() {
                // Writing to a String cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
            out.push_str(rest);
        } else {
            out.push_str(part);
        }
    }
    out
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
    sets_fit.then_some(Item { key, exercise, level, targets, rest: Seconds(rest) })
}

fn is_slug(text: &str) -> bool {
    (1..=60).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

const fn letter(level: Level) -> char {
    match level {
        Level::Base => 'b',
        Level::Hard => 'h',
        Level::Harder => 'x',
    }
}

fn level(text: &str) -> Option<Level> {
    Level::ALL.iter().copied().find(|level| text.len() == 1 && text.starts_with(letter(*level)))
}
