//! Plurals, numbers, and names of days and months in a language other than English, from the browser (`Intl`). Installed when
//! the app starts; natively and in English there is none, and callers use their own English.

use super::Category;
use std::sync::OnceLock;

/// Plurals, numbers and names of a language.
#[derive(Debug)]
pub struct Locale {
    /// The category of a number.
    pub plural: fn(u32) -> Category,
    /// A whole number.
    pub number: fn(u32) -> String,
    /// The days, Monday first: in full, short, and in a letter.
    pub days: [[String; 7]; 3],
    /// The months: in full, and short.
    pub months: [[String; 12]; 2],
}

static INSTALLED: OnceLock<Locale> = OnceLock::new();

/// Installs it, once.
pub fn install(locale: Locale) {
    let _ = INSTALLED.set(locale);
}

/// The installed one.
pub(super) fn names() -> Option<&'static Locale> {
    INSTALLED.get()
}

pub(super) fn plural(count: u32) -> Option<Category> {
    INSTALLED.get().map(|locale| (locale.plural)(count))
}

pub(super) fn number(count: u32) -> Option<String> {
    INSTALLED.get().map(|locale| (locale.number)(count))
}
