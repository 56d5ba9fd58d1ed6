//! The one room with words: a value and a language become a sentence.
//!
//! A module for each place that speaks, with a function for each message of `content/app/en.ftl`, made when the app is
//! built; the files beside this one say values of the domain. Knows no browser: what a language needs of it comes in
//! through [`locale`]. The sentences of exercises are content (`domain::catalogue`).

pub mod backup;
pub mod coach;
pub mod dates;
pub mod dose;
pub mod exercises;
pub mod goal;
pub mod kit;
pub mod locale;
pub mod log;
pub mod pain;
pub mod restore;
pub mod routine;
pub mod session;
pub mod settings;
pub mod speech;
pub mod store;
pub mod units;

/// What `build.rs` makes of `content/app`.
#[allow(clippy::pedantic, reason = "it is made")]
mod app {
    include!(concat!(env!("OUT_DIR"), "/app_text.rs"));
}

pub use app::*;

/// True where the app is built in English, which needs nothing of the browser.
pub const IS_ENGLISH: bool = matches!(LANGUAGE.as_bytes(), b"en");

/// An error that the runner is told of.
pub trait Sentence {
    /// What happened, and what to do next.
    fn sentence(&self) -> String;
}

/// A category of the plural, as Unicode's CLDR names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// Nothing, in Arabic and others.
    Zero,
    /// One, and in some languages 21 or 0 too.
    One,
    /// Two, in Arabic and others.
    Two,
    /// A few.
    Few,
    /// Many.
    Many,
    /// Everything else.
    Other,
}

/// The category of a number in the language of the app.
#[must_use]
pub fn plural(count: u32) -> Category {
    if !IS_ENGLISH && let Some(plural) = locale::plural(count) {
        return plural;
    }
    if count == 1 { Category::One } else { Category::Other }
}

/// A whole number as the language writes it.
#[must_use]
pub fn number(count: u32) -> String {
    if !IS_ENGLISH && let Some(number) = locale::number(count) {
        return number;
    }
    count.to_string()
}

/// A count of things as a message takes it.
#[must_use]
pub fn count(things: usize) -> u32 {
    u32::try_from(things).unwrap_or(u32::MAX)
}

/// One text after the other.
#[must_use]
pub fn fill(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}
