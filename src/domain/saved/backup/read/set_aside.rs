//! Texts in a file that an older version could not read and kept.

use super::reader::Reader;
use crate::domain::order::put_in_order;
use crate::domain::saved::backup::MAX_ID;
use crate::domain::saved::backup::fields::Entries;
use std::collections::BTreeSet;

/// The largest size of such texts, in bytes.
const MAX_SET_ASIDE: usize = 1_000_000;

impl Reader {
    /// Texts to keep; those that are too long are ignored, and counted.
    pub(super) fn set_aside(&mut self, text: &str) -> BTreeSet<(String, String)> {
        let Some(texts) = texts_by_key(text) else {
            self.unreadable.values += 1;
            return BTreeSet::new();
        };
        let mut room = MAX_SET_ASIDE;
        let mut kept = BTreeSet::new();
        for (key, text) in texts {
            if text.len() <= room && key.chars().count() <= MAX_ID && !key.is_empty() {
                room -= text.len();
                kept.insert((key, text));
            } else {
                self.unreadable.values += 1;
            }
        }
        kept
    }
}

/// The texts of `{key: [texts]}`, each with its key, in the order of the keys; of two fields with one key the later.
fn texts_by_key(text: &str) -> Option<Vec<(String, String)>> {
    let Entries { mut entries, too_many } = serde_json::from_str(text).ok()?;
    put_in_order(&mut entries, |(one, _), (other, _)| one < other);
    let mut all = Vec::new();
    for (at, (key, texts)) in entries.iter().enumerate() {
        let texts = serde_json::from_str::<Vec<String>>(texts.get()).ok()?;
        let is_last = entries.get(at + 1).is_none_or(|(next, _)| next != key);
        for text in texts {
            if is_last {
                all.push((key.clone(), text));
            }
        }
    }
    (!too_many).then_some(all)
}
