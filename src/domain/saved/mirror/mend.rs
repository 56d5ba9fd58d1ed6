//! Repair of the store from its second copies.

use super::newest::newest;
use super::revision::{revision, with_revision};
use super::stored_text::{StoredText, check, is_readable};
use super::{COPIES, Mirrored};
use crate::domain::order::each_once;
use crate::domain::saved::keep::{full, quarantine, set_aside};
use crate::domain::saved::store::KeyValue;
use crate::domain::saved::{PREFIX, fork, index};
use std::cmp::Ordering;

/// The outcome of a repair.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mended {
    /// The names of values that were restored from a copy, or merged.
    pub restored: Vec<String>,
    /// Those of them that could not be read in the store.
    pub repaired: Vec<String>,
    /// Values that are only in the copy, because the store refused them.
    pub refused: Vec<String>,
}

/// Brings the store to the newest of its own values, of the copies in `records`, and of the values seen; values that differ
/// from `records` are marked as changed, to be copied. `erased` is the highest revision erased not long ago: a value up to it
/// counts only if it is among `records`.
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
            // If it cannot be removed now, the next start finds it again.
            let _ = (index::forget(store, name), store.remove(&full(name)));
            here = None;
        }
        mend_one(store, name, here.as_deref(), copies.get(name), &mut mended);
        copy_if_other(store, name, known.get(name));
    }
    mended
}

/// True if [`mend`] has nothing to do.
pub fn is_whole<S: KeyValue>(store: &Mirrored<S>, records: &[(String, String)]) -> bool {
    let Ok(there) = store.keys() else { return true };
    let copies = newest(records, &[]);
    let ours = || there.iter().filter_map(|key| key.strip_prefix(PREFIX)).filter(|name| index::is_named(name));
    let same = |name: &str| store.inner().get(&full(name)).ok().flatten().as_deref() == copies.get(name);
    ours().count() == copies.texts.len() && ours().all(same)
}

/// Marks a value that differs from `record` as changed. An unreadable record is set aside first, one of a later version is left
/// alone.
fn copy_if_other<S: KeyValue>(store: &Mirrored<S>, name: &str, record: Option<&str>) {
    let Ok(Some(here)) = store.inner().get(&full(name)) else { return };
    if record == Some(here.as_str()) || !is_readable(name, &here) {
        return;
    }
    match check(name, record) {
        StoredText::Newer(_) => {}
        StoredText::Unreadable(raw) if quarantine(store, name, raw).is_err() => {}
        StoredText::Absent | StoredText::Whole(_) | StoredText::Unreadable(_) => store.touch(name),
    }
}

/// Brings one value to the newest of what the store has (`here`) and its copy.
fn mend_one<S: KeyValue>(store: &Mirrored<S>, name: &str, here: Option<&str>, copy: Option<&str>, mended: &mut Mended) {
    if here == copy {
        return;
    }
    match (check(name, here), check(name, copy)) {
        // A value of a later version is left alone, unless it is the only one.
        (StoredText::Newer(_), _)
        | (StoredText::Whole(_) | StoredText::Absent, StoredText::Absent | StoredText::Unreadable(_))
        | (StoredText::Whole(_) | StoredText::Unreadable(_), StoredText::Newer(_))
        | (StoredText::Unreadable(_), StoredText::Absent) => {}
        (StoredText::Unreadable(raw), StoredText::Unreadable(_)) => drop(set_aside(store, name, raw)),
        (StoredText::Unreadable(raw), StoredText::Whole(text)) => {
            // Without room to set it aside it stays, and so does the copy.
            if set_aside(store, name, raw).is_ok() {
                mended.repaired.push(name.to_owned());
                put(store, name, text, mended);
            } else {
                mended.refused.push(name.to_owned());
            }
        }
        (StoredText::Absent, StoredText::Whole(text) | StoredText::Newer(text)) => put(store, name, text, mended),
        (StoredText::Whole(here), StoredText::Whole(copy)) => match revision(here).cmp(&revision(copy)) {
            Ordering::Greater => {}
            Ordering::Less => put(store, name, copy, mended),
            Ordering::Equal => {
                let joined = with_revision(&fork::joined(name, here, copy), revision(here) + 1);
                put(store, name, &joined, mended);
            }
        },
    }
}

/// Puts a text into the store, and notes the outcome.
fn put<S: KeyValue>(store: &Mirrored<S>, name: &str, text: &str, mended: &mut Mended) {
    let kept = index::note(store, name).and_then(|()| store.put_back(&full(name), text));
    let list = if kept.is_ok() { &mut mended.restored } else { &mut mended.refused };
    list.push(name.to_owned());
}
