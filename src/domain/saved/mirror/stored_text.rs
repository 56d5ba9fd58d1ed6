//! A stored text, by whether it can be read.

use crate::domain::message::Missing;
use crate::domain::saved::keep::{Parsed, StoredShape, parse};
use crate::domain::saved::shapes::{ExercisesV1, RoutinesV2, SettingsV2};
use crate::domain::saved::{index, month, pain};

/// The text of a value in one store, as far as it can be read.
#[derive(Clone, Copy)]
pub(super) enum StoredText<'a> {
    /// There is none.
    Absent,
    Whole(&'a str),
    /// Of a later version.
    Newer(&'a str),
    Unreadable(&'a str),
}

/// The text of the value `name`, checked.
pub(super) fn check<'a>(name: &str, text: Option<&'a str>) -> StoredText<'a> {
    let Some(text) = text else { return StoredText::Absent };
    match parse_as(name, text) {
        Parsed::Whole(()) => StoredText::Whole(text),
        Parsed::Newer => StoredText::Newer(text),
        Parsed::Unreadable => StoredText::Unreadable(text),
    }
}

/// True if this version can read the text of the value `name`.
pub(super) fn is_readable(name: &str, text: &str) -> bool {
    matches!(parse_as(name, text), Parsed::Whole(()))
}

/// Reads a text in the shape of the value `name`.
fn parse_as(name: &str, text: &str) -> Parsed<()> {
    fn known<T: StoredShape>(text: &str) -> Parsed<()> {
        match parse::<T>(text) {
            Parsed::Whole(_) => Parsed::Whole(()),
            Parsed::Newer => Parsed::Newer,
            Parsed::Unreadable => Parsed::Unreadable,
        }
    }
    match index::name(name) {
        Some(Missing::Settings) => known::<SettingsV2>(text),
        Some(Missing::Routines) => known::<RoutinesV2>(text),
        Some(Missing::Exercises) => known::<ExercisesV1>(text),
        Some(Missing::Pain) => known::<pain::CheckedPain>(text),
        _ => known::<month::CheckedMonth>(text),
    }
}
