//! Foreign keys, and the months of the log.

use super::values::another;
use super::{NOVEMBER, filled, full, snapshot};
use crate::log::{date, performed};
use crate::session::START;
use mainspring::domain::log::{Effort, Performed};
use mainspring::domain::saved::{self, Appended, KeyValue, Loaded, Memory};
use std::collections::BTreeMap;

const FOREIGN: &[(&str, &str)] = &[
    ("mainspring", "no dot"),
    ("mainsprings.settings", "{{{"),
    ("settings", "someone else's"),
    ("log:2026-10", "someone else's"),
    ("index", "{}"),
    ("", "nameless"),
];

/// Fault 45.
#[test]
fn foreign_keys_are_neither_read_nor_exported_nor_erased() {
    let store = filled();
    for (key, value) in FOREIGN {
        store.set(key, value).unwrap();
    }
    assert_eq!(saved::month_keys(&store), [NOVEMBER]);
    assert_eq!(saved::missing(&store), []);
    let exported = saved::write_backup(&saved::collect(&store, Some(&[]), START), &[], START, None);
    assert!(!exported.contains("someone else's") && !exported.contains("nameless"));
    saved::erase(&store).unwrap();
    let left: BTreeMap<_, _> = FOREIGN.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    assert_eq!(snapshot(&store), left);
}

#[test]
fn months_are_listed_newest_first() {
    let store = Memory::default();
    for (year, month) in [(2026, 2), (2027, 1), (2025, 12), (2026, 11)] {
        let session = performed("a", date(year, month, 1), (12, 0), 0, 60, 1);
        saved::append(&store, &session).unwrap();
    }
    store.set(&full("quarantine.log:2026-12.1"), "{{{").unwrap();
    assert_eq!(saved::month_keys(&store), ["log:2027-01", NOVEMBER, "log:2026-02", "log:2025-12"]);
}

/// Fault 18.
#[test]
fn a_session_is_in_the_log_once_however_often_it_is_given() {
    let store = filled();
    assert_eq!(saved::append(&store, &another()), Ok(Appended::Added));
    let (before, written) = (snapshot(&store), store.written());
    for _ in 0..3 {
        assert_eq!(saved::append(&store, &another()), Ok(Appended::AlreadyThere));
    }
    assert_eq!((snapshot(&store), store.written()), (before, written));
}

#[test]
fn an_effort_for_a_session_that_is_gone_from_the_log_brings_it_back() {
    let store = Memory::default();
    saved::amend(&store, &another(), &|session| session.effort = Some(Effort::Easy)).unwrap();
    let rated = Performed { effort: Some(Effort::Easy), ..another() };
    assert_eq!(saved::load_month(&store, NOVEMBER), Loaded::Whole(vec![rated]));
}
