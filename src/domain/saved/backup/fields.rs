//! Objects and lists of a JSON text, read field by field: missing, double, surplus and unknown ones are noticed.

use crate::domain::order::put_in_order;
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// The largest number of fields in one object, and of rows in one list.
pub(super) const MAX_ROWS: usize = 50_000;

/// The fields of an object that have not been taken yet, each with its value as text.
pub(super) struct Fields<'a>(Vec<(String, &'a RawValue)>);

impl<'a> Fields<'a> {
    /// The fields of the object `text`; `None` if it is no object or has a field twice.
    pub(super) fn of(text: &'a str) -> Option<Self> {
        let Entries { entries, .. } = serde_json::from_str(text).ok()?;
        let mut names: Vec<&String> = entries.iter().map(|(name, _)| name).collect();
        put_in_order(&mut names, |one, other| one < other);
        let doubled = names.windows(2).any(|pair| pair[0] == pair[1]);
        (!doubled).then_some(Self(entries))
    }

    /// Takes the value of `name` as text.
    pub(super) fn text(&mut self, name: &str) -> Option<&'a str> {
        let at = self.0.iter().position(|(other, _)| other == name)?;
        Some(self.0.swap_remove(at).1.get())
    }

    /// Takes the value of `name`; `None` if it is missing or of another type.
    pub(super) fn value<T: Deserialize<'a>>(&mut self, name: &str) -> Option<T> {
        serde_json::from_str(self.text(name)?).ok()
    }

    /// Takes the value of `name`, `Some(None)` if it is missing or null; `None` if it is of another type.
    #[allow(clippy::option_option, reason = "a missing value is a value of its own")]
    pub(super) fn optional<T: Deserialize<'a>>(&mut self, name: &str) -> Option<Option<T>> {
        match self.text(name) {
            None | Some("null") => Some(None),
            Some(text) => serde_json::from_str(text).ok().map(Some),
        }
    }

    /// Takes the whole number `name`; `None` if it is missing, of another type, or out of range.
    pub(super) fn number<T: TryFrom<i64>>(&mut self, name: &str) -> Option<T> {
        T::try_from(self.value(name)?).ok()
    }

    /// Takes the whole number `name`, `Some(None)` if it is missing or null; `None` if it is anything else.
    #[allow(clippy::option_option, reason = "a missing value is a value of its own")]
    pub(super) fn optional_number<T: TryFrom<i64>>(&mut self, name: &str) -> Option<Option<T>> {
        match self.optional(name)? {
            Some(number) => T::try_from(number).ok().map(Some),
            None => Some(None),
        }
    }

    /// Takes the word `name`, read by `of`; `None` if it is missing or unknown.
    pub(super) fn word<T>(&mut self, name: &str, of: fn(&str) -> Option<T>) -> Option<T> {
        of(&self.value::<String>(name)?)
    }

    /// Takes the word `name`, `Some(None)` if it is missing or null; `None` if it is unknown.
    #[allow(clippy::option_option, reason = "a missing value is a value of its own")]
    pub(super) fn optional_word<T>(&mut self, name: &str, of: fn(&str) -> Option<T>) -> Option<Option<T>> {
        match self.optional::<String>(name)? {
            Some(word) => of(&word).map(Some),
            None => Some(None),
        }
    }

    /// Takes the list `name`; an empty one if it is missing.
    pub(super) fn rows(&mut self, name: &str) -> Option<Rows<'a>> {
        match self.text(name) {
            Some(text) => serde_json::from_str(text).ok(),
            None => Some(Rows::default()),
        }
    }

    /// The names of the fields that were not taken.
    pub(super) fn left(self) -> impl Iterator<Item = String> {
        self.0.into_iter().map(|(name, _)| name)
    }
}

/// The rows of a list, each as text.
#[derive(Default)]
pub(super) struct Rows<'a> {
    pub(super) rows: Vec<&'a RawValue>,
    /// True if there are more than [`MAX_ROWS`].
    pub(super) too_many: bool,
}

/// The entries of an object, in order, duplicates included.
#[derive(Default)]
pub(super) struct Entries<'a> {
    pub(super) entries: Vec<(String, &'a RawValue)>,
    /// True if there are more than [`MAX_ROWS`].
    pub(super) too_many: bool,
}

impl<'de> Deserialize<'de> for Rows<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_seq(RowsVisitor)
    }
}

struct RowsVisitor;

impl<'de> Visitor<'de> for RowsVisitor {
    type Value = Rows<'de>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut rows = Rows::default();
        while rows.rows.len() < MAX_ROWS {
            match list.next_element()? {
                Some(row) => rows.rows.push(row),
                None => return Ok(rows),
            }
        }
        while list.next_element::<IgnoredAny>()?.is_some() {
            rows.too_many = true;
        }
        Ok(rows)
    }
}

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(EntriesVisitor)
    }
}

struct EntriesVisitor;

impl<'de> Visitor<'de> for EntriesVisitor {
    type Value = Entries<'de>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let mut entries = Entries::default();
        while entries.entries.len() < MAX_ROWS {
            match object.next_entry()? {
                Some(entry) => entries.entries.push(entry),
                None => return Ok(entries),
            }
        }
        while object.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
            entries.too_many = true;
        }
        Ok(entries)
    }
}
