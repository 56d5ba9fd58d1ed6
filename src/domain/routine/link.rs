//! A routine carried in a link, after `#`, so that no server sees it. Reading is total: hostile links give an error.
//!
//! Form: `1~name~exercise.level.rest.amount.amount~…`, the name percent-encoded; a level is `b`, `h` or `x`.

use super::{Item, MAX_ITEMS, MAX_NAME, MAX_REST, MAX_SETS, Routine};
use crate::domain::catalogue::Level;
use crate::domain::name::visible;
use crate::domain::percent;
use crate::domain::units::{Amount, Seconds};
use std::fmt::Write;

/// A link that holds no routine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Nothing after the `#`.
    #[error("This link carries no routine. Ask for it to be sent again, whole.")]
    Empty,
    /// Written by a later version.
    #[error("This link was made by a newer version of Mainspring. Reload to update, then open it again.")]
    Newer,
    /// Cut or altered on its way.
    #[error("This link is damaged: part of it was lost on the way. Ask for it to be sent again, whole.")]
    Damaged,
}

/// The text of `routine` for a link.
#[must_use]
pub fn encode(routine: &Routine) -> String {
    let mut code = format!("1~{}", percent::encode(&routine.name));
    for item in &routine.items {
        // Writing to a String cannot fail.
        let _ = write!(code, "~{}.{}.{}", item.exercise, letter(item.level), item.rest.0);
        for target in &item.targets {
            let _ = write!(code, ".{}", target.get());
        }
    }
    code
}

/// The routine in a link; it gets the id `id`.
///
/// # Errors
/// Where the text is empty, newer or damaged.
pub fn decode(code: &str, id: &str) -> Result<Routine, Unreadable> {
    if code.is_empty() {
        return Err(Unreadable::Empty);
    }
    let mut parts = code.split('~');
    match parts.next().map(str::parse::<u32>) {
        Some(Ok(1)) => {}
        Some(Ok(version)) if version > 1 => return Err(Unreadable::Newer),
        _ => return Err(Unreadable::Damaged),
    }
    let name = percent::decode(parts.next().ok_or(Unreadable::Damaged)?);
    let name = visible(name.chars().take(MAX_NAME).collect());
    let items = (0..).zip(parts).map(|(key, text)| item(key, text).ok_or(Unreadable::Damaged));
    let items = items.collect::<Result<Vec<_>, _>>()?;
    if items.is_empty() || items.len() > MAX_ITEMS {
        return Err(Unreadable::Damaged);
    }
    Ok(Routine { id: id.to_owned(), name, items })
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
