//! The store whose values have second copies.

use super::revision::{revision, with_revision};
use super::{COPIES, copy_key, is_mirrored};
use crate::domain::saved::PREFIX;
use crate::domain::saved::keep::full;
use crate::domain::saved::store::{KeyValue, Refused};
use std::cell::{Cell, RefCell};

/// A store that adds revisions to written values, remembers the values seen, and marks changed ones, to be copied.
#[derive(Debug)]
pub struct Mirrored<S> {
    store: S,
    /// Seconds since the Unix epoch.
    now: fn() -> u64,
    /// The last text seen or written under each full key, to restore it after the store was cleared.
    seen: RefCell<Vec<(String, String)>>,
    /// The full keys that have changed since they were copied, each once.
    changed: RefCell<Vec<String>>,
    /// Every later revision is higher than this.
    floor: Cell<u64>,
}

impl<S: KeyValue> Mirrored<S> {
    /// `store`, with revisions by the clock `now`, in seconds.
    pub const fn new(store: S, now: fn() -> u64) -> Self {
        Self { store, now, seen: RefCell::new(Vec::new()), changed: RefCell::new(Vec::new()), floor: Cell::new(0) }
    }

    /// The store itself.
    pub const fn inner(&self) -> &S {
        &self.store
    }

    /// Takes the changed values as records of the journal, to be written there now.
    pub fn take_changed(&self) -> Vec<(String, String)> {
        let record = |key: String| {
            let text = self.store.get(&key).ok()??;
            Some((copy_key(key.strip_prefix(PREFIX)?), text))
        };
        self.changed.take().into_iter().filter_map(record).collect()
    }

    /// Marks the values of these records as changed again: they did not reach the journal.
    pub fn give_back(&self, records: &[(String, String)]) {
        for name in records.iter().filter_map(|(key, _)| key.strip_prefix(COPIES)) {
            self.touch(name);
        }
    }

    /// Marks the value `name` as changed, to be copied.
    pub fn touch(&self, name: &str) {
        self.note_changed(full(name));
    }

    /// True if a value that was there is gone from the store.
    pub fn has_vanished(&self) -> bool {
        let gone = |(key, _): &(String, String)| matches!(self.store.get(key), Ok(None));
        self.seen.borrow().iter().any(gone)
    }

    /// The values that were seen, as records of the journal.
    #[must_use]
    pub fn seen(&self) -> Vec<(String, String)> {
        let seen = self.seen.borrow();
        let record = |(key, text): &(String, String)| Some((copy_key(key.strip_prefix(PREFIX)?), text.clone()));
        seen.iter().filter_map(record).collect()
    }

    /// True if no value seen has a higher revision.
    #[must_use]
    pub fn is_all_up_to(&self, floor: u64) -> bool {
        self.seen.borrow().iter().all(|(_, text)| revision(text) <= floor)
    }

    /// The size of the changed values, in bytes.
    pub fn changed_bytes(&self) -> usize {
        let size = |key: &String| self.store.get(key).ok().flatten().map_or(0, |text| text.len());
        self.changed.borrow().iter().map(size).sum()
    }

    /// Forgets the values seen, because they are erased. Gives the highest revision of the erased ones.
    pub fn forget(&self) -> u64 {
        let seen = self.seen.take().into_iter().map(|(_, text)| text);
        let there = self.store.keys().unwrap_or_default();
        let stored = there.iter().filter(|key| is_mirrored(key)).filter_map(|key| self.store.get(key).ok().flatten());
        let highest = seen.chain(stored).map(|text| revision(&text)).max().unwrap_or(0);
        self.changed.take();
        self.floor.set(self.floor.get().max(highest).max((self.now)()));
        self.floor.get()
    }

    /// Puts a text under a key unchanged, with its revision.
    pub(super) fn put_back(&self, key: &str, text: &str) -> Result<(), Refused> {
        self.store.set(key, text)?;
        self.note(key, text);
        Ok(())
    }

    fn note_changed(&self, key: String) {
        let mut changed = self.changed.borrow_mut();
        if !changed.contains(&key) {
            changed.push(key);
        }
    }

    fn note(&self, key: &str, text: &str) {
        let mut seen = self.seen.borrow_mut();
        match seen.iter_mut().find(|(other, _)| other == key) {
            Some((_, known)) if known == text => {}
            Some((_, known)) => text.clone_into(known),
            None => seen.push((key.to_owned(), text.to_owned())),
        }
    }

    /// The revision after those of the text under `key` and of the one last seen there.
    fn next_revision(&self, key: &str) -> Result<u64, Refused> {
        let here = self.store.get(key)?.map_or(0, |text| revision(&text));
        let seen = self.seen.borrow().iter().find(|(other, _)| other == key).map_or(0, |(_, text)| revision(text));
        Ok((here.max(seen).max(self.floor.get()) + 1).max((self.now)()))
    }
}

impl<S: KeyValue> KeyValue for Mirrored<S> {
    fn get(&self, key: &str) -> Result<Option<String>, Refused> {
        let text = self.store.get(key)?;
        if let Some(text) = text.as_ref().filter(|_| is_mirrored(key)) {
            self.note(key, text);
        }
        Ok(text)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Refused> {
        if !is_mirrored(key) {
            return self.store.set(key, value);
        }
        let text = with_revision(value, self.next_revision(key)?);
        self.put_back(key, &text)?;
        self.note_changed(key.to_owned());
        Ok(())
    }

    /// A value removed by the app itself has not vanished.
    fn remove(&self, key: &str) -> Result<(), Refused> {
        self.store.remove(key)?;
        self.seen.borrow_mut().retain(|(other, _)| other != key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, Refused> {
        self.store.keys()
    }
}
