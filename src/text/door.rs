//! What a language other than English takes from the browser (`Intl`): plurals, numbers, names of days and months. It is put in
//! when the app starts; natively and in English there is none, and each caller has its English twin.

use super::Category;
use std::sync::OnceLock;

/// What the browser knows of the language.
#[derive(Debug)]
pub struct Door {
    /// The category of a number.
    pub plural: fn(u32) -> Category,
    /// A whole number.
    pub number: fn(u32) -> String,
    /// The days, Monday first: in full, short, and in a letter.
    pub days: [[String; 7]; 3],
    /// The months: in full, and short.
    pub months: [[String; 12]; 2],
}

static DOOR: OnceLock<Door> = OnceLock::new();

/// Puts it in, once.
pub fn install(door: Door) {
    let _ = DOOR.set(door);
}

/// What was put in.
pub(super) fn names() -> Option<&'static Door> {
    DOOR.get()
}

pub(super) fn plural(count: u32) -> Option<Category> {
    DOOR.get().map(|door| (door.plural)(count))
}

pub(super) fn number(count: u32) -> Option<String> {
    DOOR.get().map(|door| (door.number)(count))
}
