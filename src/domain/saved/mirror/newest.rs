//! The newest copy of each value.

use super::COPIES;
use super::revision::revision;
use super::stored_text::is_readable;
use crate::domain::order::Places;
use crate::domain::saved::index;

/// The copies by name.
#[derive(Default)]
pub(super) struct NewestCopies<'a> {
    pub(super) places: Places,
    pub(super) texts: Vec<&'a str>,
}

impl<'a> NewestCopies<'a> {
    pub(super) fn get(&self, name: &str) -> Option<&'a str> {
        self.places.get(name).map(|at| self.texts[*at])
    }
}

/// The copies of both lists; of several with one name the readable one of the highest revision.
pub(super) fn newest<'a>(records: &'a [(String, String)], seen: &'a [(String, String)]) -> NewestCopies<'a> {
    let mut newest = NewestCopies::default();
    for (key, text) in records.iter().chain(seen) {
        let Some(name) = key.strip_prefix(COPIES).filter(|name| index::is_named(name)) else { continue };
        let Some(at) = newest.places.get(name) else {
            newest.places.insert(name.to_owned(), newest.texts.len());
            newest.texts.push(text);
            continue;
        };
        let kept = &mut newest.texts[*at];
        let rank = |text: &str| (is_readable(name, text), revision(text));
        if *kept != text && rank(text) > rank(kept) {
            *kept = text;
        }
    }
    newest
}
