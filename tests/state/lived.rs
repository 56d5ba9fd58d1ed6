//! The stores of somebody who has trained, as version 1 wrote them: settings, routines, a month with two sessions, and an open
//! session of two sets that rests before its third.

use crate::tab::Tab;
use leptos::prelude::WithUntracked;
use mainspring::browser::device::{self, device};
use mainspring::domain::log::Performed;
use std::collections::BTreeMap;

/// Texts under keys.
pub type Texts = BTreeMap<String, String>;

/// The id of the open session.
pub const OPEN: &str = "open000001";
/// The key of the month.
pub const MONTH: &str = "mainspring.log:2026-11";
/// Keys whose values are written anew without a word, because nothing of the runner's is in them.
pub const MADE_ANEW: [&str; 2] = ["mainspring.at", "mainspring.index"];

/// The moment at which the open session began: 22 November 2026, 18:00 UTC.
const NOW: i64 = 1_795_370_400_000;

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!("../domain/fixtures/saved/v1/", $name, ".json")).trim().to_owned()
    };
}

/// The values of localStorage, by full key.
pub fn keys() -> Texts {
    let running = |text: String| text.replace("q1w2e3r4t5", OPEN);
    Texts::from([
        ("mainspring.settings".to_owned(), fixture!("settings")),
        ("mainspring.routines".to_owned(), fixture!("routines")),
        (MONTH.to_owned(), fixture!("month")),
        ("mainspring.index".to_owned(), fixture!("index")),
        ("mainspring.active".to_owned(), running(fixture!("active"))),
        ("mainspring.at".to_owned(), running(fixture!("at"))),
    ])
}

/// The records of the journal.
pub fn journal() -> Texts {
    Texts::from([
        (format!("{OPEN}/head"), keys()["mainspring.active"].clone()),
        (format!("{OPEN}/set/00000"), r#"{"v":1,"step":0,"done":10,"at":41000}"#.to_owned()),
        (format!("{OPEN}/set/00001"), r#"{"v":1,"step":1,"done":9,"at":91500}"#.to_owned()),
    ])
}

/// Makes the stores of the device hold exactly this, and its tabs be gone; the clock is not before [`NOW`].
pub fn put(keys: &Texts, records: &Texts) {
    let device = device();
    device.local.replace(keys.clone());
    device.databases.replace(BTreeMap::from([("mainspring".to_owned(), records.clone())]));
    device.locks.borrow_mut().clear();
    device.listeners.borrow_mut().clear();
    device::pass((NOW - device::now()).max(0));
}

/// The app's entries in localStorage.
pub fn stored() -> Texts {
    device().local.borrow().iter().filter(|(key, _)| key.starts_with("mainspring.")).map(own).collect()
}

/// The records of the database whose key begins with `store/`, without that: the second copies.
pub fn copies() -> Texts {
    let copy = |(key, text): (&String, &String)| Some((key.strip_prefix("store/")?.to_owned(), text.clone()));
    crate::tab::journal().iter().filter_map(copy).collect()
}

/// The other records of the database.
pub fn sets() -> Texts {
    crate::tab::journal().iter().filter(|(key, _)| !key.starts_with("store/")).map(own).collect()
}

fn own((key, text): (&String, &String)) -> (String, String) {
    (key.clone(), text.clone())
}

/// Asserts that every value with a second copy has one of the same text.
#[track_caller]
pub fn check_copied(what: &str) {
    let values: Texts = stored()
        .into_iter()
        .filter_map(|(key, text)| Some((key.strip_prefix("mainspring.")?.to_owned(), text)))
        .filter(|(name, _)| is_value(name))
        .collect();
    assert_eq!(copies(), values, "{what}");
}

/// Asserts that the index names every value, and nothing else.
#[track_caller]
pub fn check_index(what: &str) {
    let there = stored();
    let values = there.keys().filter_map(|key| key.strip_prefix("mainspring.")).filter(|name| is_value(name));
    let mut named = there["mainspring.index"].split('"').filter(|name| is_value(name)).collect::<Vec<_>>();
    named.sort_unstable();
    assert_eq!(named, values.collect::<Vec<_>>(), "{what}");
}

/// True for the names of values with a second copy.
fn is_value(name: &str) -> bool {
    matches!(name, "settings" | "routines" | "pain") || name.starts_with("log:")
}

/// The sessions in the log of `tab`.
pub fn log(tab: &Tab) -> Vec<Performed> {
    tab.app.log.sessions.with_untracked(Clone::clone)
}
