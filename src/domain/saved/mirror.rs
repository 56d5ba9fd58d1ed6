//! The second copy of every value: a record of the journal with the same text, under `store/` and the value's key.
//!
//! localStorage may lose its last minutes in a crash, the copy loses nothing. So every value has a revision,
//! `"rev":1764150000`: higher than the one before, and not below the clock's seconds. Of two copies the higher revision
//! holds; of two values with one revision, which two tabs without a lock can leave, both are joined.

use super::index;
use super::keep::{Parsed, full, parse, quarantine, set_aside};
use super::shapes::{RoutinesV1, SettingsV1};
use super::store::{KeyValue, Refused};
use super::{PREFIX, fork};
use super::{month, pain};
use crate::domain::message::Missing;
use crate::domain::order::{Places, each_once};
use std::cell::{Cell, RefCell};
use std::cmp::Ordering;

/// The prefix of the keys of second copies among the journal's records.
pub const COPIES: &str = "store/";

/// The key of the second copy of `name`, such as `settings` or `log:2026-11`.
#[must_use]
pub fn copy_key(name: &str) -> String {
    format!("{COPIES}{name}")
}

/// True if the value under this full key has a second copy.
pub(super) fn is_mirrored(key: &str) -> bool {
    key.strip_prefix(PREFIX).is_some_and(index::is_named)
}

/// The revision of a stored text; 0 where it has none.
#[must_use]
pub fn revision(text: &str) -> u64 {
    let tail = text.trim_end().strip_suffix('}').and_then(|text| text.rsplit_once(",\"rev\":"));
    tail.and_then(|(_, number)| number.parse().ok()).unwrap_or(0)
}

/// A stored text with this revision in the place of its own.
fn with_revision(text: &str, revision: u64) -> String {
    let bare = text.trim_end().strip_suffix('}').unwrap_or(text);
    let bare = match bare.rsplit_once(",\"rev\":") {
        Some((bare, number)) if number.parse::<u64>().is_ok() => bare,
        _ => bare,
    };
    format!("{bare},\"rev\":{revision}}}")
}

/// A store that counts the revisions of what it is given, remembers what it has seen, and notes what is to be copied.
#[derive(Debug)]
pub struct Mirrored<S> {
    store: S,
    /// Seconds since the Unix epoch.
    now: fn() -> u64,
    /// The last text seen or written under each full key: what is put back where a store was cleared.
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

    /// Notes that these records did not reach the journal.
    pub fn give_back(&self, records: &[(String, String)]) {
        for name in records.iter().filter_map(|(key, _)| key.strip_prefix(COPIES)) {
            self.touch(name);
        }
    }

    /// Notes that the value `name` is to be copied though it did not change.
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

    /// True if everything seen is of this revision at most.
    #[must_use]
    pub fn is_all_up_to(&self, floor: u64) -> bool {
        self.seen.borrow().iter().all(|(_, text)| revision(text) <= floor)
    }

    /// The size of what is to be copied, in bytes.
    pub fn changed_bytes(&self) -> usize {
        let size = |key: &String| self.store.get(key).ok().flatten().map_or(0, |text| text.len());
        self.changed.borrow().iter().map(size).sum()
    }

    /// Forgets what was seen: it is erased. Gives the highest revision of what is erased.
    pub fn forget(&self) -> u64 {
        let seen = self.seen.take().into_iter().map(|(_, text)| text);
        let there = self.store.keys().unwrap_or_default();
        let stored = there.iter().filter(|key| is_mirrored(key)).filter_map(|key| self.store.get(key).ok().flatten());
        let highest = seen.chain(stored).map(|text| revision(&text)).max().unwrap_or(0);
        self.changed.take();
        self.floor.set(self.floor.get().max(highest).max((self.now)()));
        self.floor.get()
    }

    /// Puts a text under a key as it is, revision and all.
    fn put_back(&self, key: &str, text: &str) -> Result<(), Refused> {
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

    /// The revision after those of the text that stands under `key` and of the one last seen there.
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

    /// A value that is taken away by Mainspring itself is missed no more.
    fn remove(&self, key: &str) -> Result<(), Refused> {
        self.store.remove(key)?;
        self.seen.borrow_mut().retain(|(other, _)| other != key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, Refused> {
        self.store.keys()
    }
}

/// The outcome of mending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mended {
    /// The names of values that the store has now as another copy had them, or joined.
    pub restored: Vec<String>,
    /// Those of them that could not be read where they stood.
    pub repaired: Vec<String>,
    /// Values that are only in the copy, because the store refused them.
    pub refused: Vec<String>,
}

/// Brings the store to the newest of what it has, of the copies in `records`, and of what was seen; what `records` lack
/// of that is to be copied then. `erased` is the highest revision of what was erased not long ago: nothing up to it that
/// `records` do not have is taken for a value.
pub fn mend<S: KeyValue>(store: &Mirrored<S>, records: &[(String, String)], erased: Option<u64>) -> Mended {
    let mut mended = Mended::default();
    let Ok(there) = store.keys() else { return mended };
    let known = newest(records, &[]);
    let is_erased =
        |name: &str, text: &str| erased.is_some_and(|floor| revision(text) <= floor) && known.get(name) != Some(text);
    let mut seen = store.seen();
    seen.retain(|(key, text)| !is_erased(key.strip_prefix(COPIES).unwrap_or(key), text));
    let copies = newest(records, &seen);
    let mut names: Vec<String> = copies.places.keys().cloned().collect();
    for name in there.iter().filter_map(|key| key.strip_prefix(PREFIX)).filter(|name| index::is_named(name)) {
        names.push(name.to_owned());
    }
    for name in &each_once(names) {
        let Ok(mut here) = store.inner().get(&full(name)) else { continue };
        if here.as_ref().is_some_and(|text| is_erased(name, text)) {
            // What cannot be taken away now is found again at the next start.
            let _ = (index::forget(store, name), store.remove(&full(name)));
            here = None;
        }
        mend_one(store, name, here.as_deref(), copies.get(name), &mut mended);
        copy_if_other(store, name, known.get(name));
    }
    mended
}

/// Has a value copied that `record` differs from. An unreadable record is kept in quarantine first, a newer version's is
/// left alone.
fn copy_if_other<S: KeyValue>(store: &Mirrored<S>, name: &str, record: Option<&str>) {
    let Ok(Some(here)) = store.inner().get(&full(name)) else { return };
    if record == Some(here.as_str()) || !is_readable(name, &here) {
        return;
    }
    match judge(name, record) {
        Judged::Newer(_) => {}
        Judged::Unreadable(raw) if quarantine(store, name, raw).is_err() => {}
        Judged::Absent | Judged::Whole(_) | Judged::Unreadable(_) => store.touch(name),
    }
}

/// True if [`mend`] has nothing to do.
pub fn is_whole<S: KeyValue>(store: &Mirrored<S>, records: &[(String, String)]) -> bool {
    let Ok(there) = store.keys() else { return true };
    let copies = newest(records, &[]);
    let ours = || there.iter().filter_map(|key| key.strip_prefix(PREFIX)).filter(|name| index::is_named(name));
    let same = |name: &str| store.inner().get(&full(name)).ok().flatten().as_deref() == copies.get(name);
    ours().count() == copies.texts.len() && ours().all(same)
}

/// The copies by name.
#[derive(Default)]
struct Copies<'a> {
    places: Places,
    texts: Vec<&'a str>,
}

impl<'a> Copies<'a> {
    fn get(&self, name: &str) -> Option<&'a str> {
        self.places.get(name).map(|at| self.texts[*at])
    }
}

/// The copies of both lists, of several of one name the readable one of the highest revision.
fn newest<'a>(records: &'a [(String, String)], seen: &'a [(String, String)]) -> Copies<'a> {
    let mut newest = Copies::default();
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

/// A stored text, judged.
#[derive(Clone, Copy)]
enum Judged<'a> {
    Absent,
    Whole(&'a str),
    Newer(&'a str),
    Unreadable(&'a str),
}

fn mend_one<S: KeyValue>(store: &Mirrored<S>, name: &str, here: Option<&str>, copy: Option<&str>, mended: &mut Mended) {
    if here == copy {
        return;
    }
    match (judge(name, here), judge(name, copy)) {
        // A newer version's is left alone, but where it is the only one.
        (Judged::Newer(_), _)
        | (Judged::Whole(_) | Judged::Absent, Judged::Absent | Judged::Unreadable(_))
        | (Judged::Whole(_) | Judged::Unreadable(_), Judged::Newer(_))
        | (Judged::Unreadable(_), Judged::Absent) => {}
        (Judged::Unreadable(raw), Judged::Unreadable(_)) => drop(set_aside(store, name, raw)),
        (Judged::Unreadable(raw), Judged::Whole(text)) => {
            // Without room to set it aside it stays, and the copy with it.
            if set_aside(store, name, raw).is_ok() {
                mended.repaired.push(name.to_owned());
                put(store, name, text, mended);
            } else {
                mended.refused.push(name.to_owned());
            }
        }
        (Judged::Absent, Judged::Whole(text) | Judged::Newer(text)) => put(store, name, text, mended),
        (Judged::Whole(here), Judged::Whole(copy)) => match revision(here).cmp(&revision(copy)) {
            Ordering::Greater => {}
            Ordering::Less => put(store, name, copy, mended),
            Ordering::Equal => {
                let joined = with_revision(&fork::joined(name, here, copy), revision(here) + 1);
                put(store, name, &joined, mended);
            }
        },
    }
}

fn put<S: KeyValue>(store: &Mirrored<S>, name: &str, text: &str, mended: &mut Mended) {
    let kept = index::note(store, name).and_then(|()| store.put_back(&full(name), text));
    let list = if kept.is_ok() { &mut mended.restored } else { &mut mended.refused };
    list.push(name.to_owned());
}

fn judge<'a>(name: &str, text: Option<&'a str>) -> Judged<'a> {
    let Some(text) = text else { return Judged::Absent };
    match read(name, text) {
        Parsed::Whole(()) => Judged::Whole(text),
        Parsed::Newer => Judged::Newer(text),
        Parsed::Unreadable => Judged::Unreadable(text),
    }
}

fn is_readable(name: &str, text: &str) -> bool {
    matches!(read(name, text), Parsed::Whole(()))
}

fn read(name: &str, text: &str) -> Parsed<()> {
    fn known<T: serde::de::DeserializeOwned>(text: &str) -> Parsed<()> {
        match parse::<T>(text) {
            Parsed::Whole(_) => Parsed::Whole(()),
            Parsed::Newer => Parsed::Newer,
            Parsed::Unreadable => Parsed::Unreadable,
        }
    }
    match index::name(name) {
        Some(Missing::Settings) => known::<SettingsV1>(text),
        Some(Missing::Routines) => known::<RoutinesV1>(text),
        Some(Missing::Pain) => known::<pain::Checked>(text),
        _ => known::<month::Checked>(text),
    }
}
