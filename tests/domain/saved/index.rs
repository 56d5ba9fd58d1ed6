//! Keys that vanished.

use super::damaged::{kept, save};
use super::values::settings;
use super::{NOVEMBER, V1, filled, full, raw, snapshot};
use crate::log::{date, performed};
use mainspring::domain::message::Missing;
use mainspring::domain::saved::{self, KeyValue, Loaded, Memory};
use mainspring::text::store;
use rstest::rstest;
use std::collections::BTreeSet;

/// Fault 10.
#[rstest]
#[case::settings(&["settings"], &[Missing::Settings])]
#[case::routines(&["routines"], &[Missing::Routines])]
#[case::exercises(&["exercises"], &[Missing::Exercises])]
#[case::pain(&["pain"], &[Missing::Pain])]
#[case::a_month(&[NOVEMBER], &[Missing::Month("2026-11".to_owned())])]
#[case::all_of_them(&["settings", "routines", "pain", NOVEMBER], &[Missing::Settings, Missing::Routines, Missing::Pain, Missing::Month("2026-11".to_owned())])]
#[case::a_running_session_is_the_journals_affair(&["active", "at"], &[])]
#[case::the_index_itself(&["index"], &[])]
fn a_key_that_vanished_is_reported_once(#[case] keys: &[&str], #[case] expected: &[Missing]) {
    let store = filled();
    for key in keys {
        store.remove(&full(key)).unwrap();
    }
    saved::rebuild_index(&store).unwrap();
    assert_eq!(saved::missing(&store), expected);
    assert_eq!(saved::missing(&store), []);
    for (key, value) in V1.iter().filter(|(key, _)| !keys.contains(key) && *key != "index") {
        assert_eq!(raw(&store, key).as_deref(), Some(value.trim_end()));
    }
    assert!(keys.iter().all(|key| *key == "index" || raw(&store, key).is_none()), "nothing is default-filled");
    assert!(expected.iter().all(|missing| store::gone(missing).contains("gone from this browser's storage")));
}

#[test]
fn a_rebuilt_index_notices_what_vanishes_later() {
    for lost in [None, Some("{{{")] {
        let store = filled();
        match lost {
            None => store.remove(&full("index")).unwrap(),
            Some(bytes) => store.set(&full("index"), bytes).unwrap(),
        }
        saved::rebuild_index(&store).unwrap();
        store.remove(&full("routines")).unwrap();
        assert_eq!(saved::missing(&store), [Missing::Routines]);
    }
}

#[rstest]
#[case::gone(None)]
#[case::no_json(Some("{{{"))]
#[case::nothing(Some("null"))]
#[case::cut_short(Some("{\"v\":1,\"keys\":[\"settings\""))]
#[case::of_a_wrong_type(Some("{\"v\":1,\"keys\":\"settings\"}"))]
fn without_its_index_every_month_is_found_and_the_index_is_whole_again(#[case] bytes: Option<&str>) {
    let store = filled();
    for year in 2019..2026 {
        saved::append(&store, &performed(&format!("y{year}"), date(year, 3, 1), (7, 0), 0, 60, 3)).unwrap();
    }
    let keys = |store: &Memory| -> BTreeSet<String> {
        let index: serde_json::Value = serde_json::from_str(&raw(store, "index").unwrap()).unwrap();
        index["keys"].as_array().unwrap().iter().map(|key| key.as_str().unwrap().to_owned()).collect()
    };
    let before = keys(&store);
    match bytes {
        None => store.remove(&full("index")).unwrap(),
        Some(bytes) => store.set(&full("index"), bytes).unwrap(),
    }
    let months = saved::month_keys(&store);
    let sessions: usize = months.iter().map(|key| saved::load_month(&store, key).whole().unwrap().len()).sum();
    assert_eq!((months.len(), sessions), (8, 9));
    assert_eq!(saved::missing(&store), []);
    saved::rebuild_index(&store).unwrap();
    assert_eq!(keys(&store), before);
    assert_eq!(before.len(), 4 + 8, "settings, routines, exercises, pain, and the months");
    assert!(bytes.is_none_or(|bytes| kept(&store, "index", bytes)));
}

#[test]
fn an_index_that_was_lost_is_whole_again_after_the_next_new_key() {
    let store = filled();
    store.remove(&full("index")).unwrap();
    save(&store, "index").unwrap();
    for key in ["settings", "routines", NOVEMBER] {
        store.remove(&full(key)).unwrap();
    }
    assert_eq!(saved::missing(&store).len(), 3);
}

#[test]
fn an_empty_store_gets_no_index() {
    let store = Memory::default();
    saved::rebuild_index(&store).unwrap();
    assert!(snapshot(&store).is_empty() && saved::missing(&store).is_empty());
}

#[test]
fn a_report_that_could_not_be_noted_is_made_again() {
    let store = filled();
    store.remove(&full("settings")).unwrap();
    store.fail_after(Some(0));
    assert_eq!(saved::missing(&store), [Missing::Settings]);
    store.fail_after(None);
    assert_eq!(saved::missing(&store), [Missing::Settings]);
    assert_eq!(saved::missing(&store), []);
}

#[test]
fn what_mainspring_itself_set_aside_is_not_reported_but_what_vanishes_after_it_is() {
    let store = filled();
    store.set(&full("settings"), "{{{").unwrap();
    assert_eq!(saved::load_settings(&store), Loaded::Unreadable);
    assert_eq!(saved::missing(&store), []);
    saved::save_settings(&store, &settings()).unwrap();
    assert_eq!(saved::missing(&store), []);
    store.remove(&full("settings")).unwrap();
    assert_eq!(saved::missing(&store), [Missing::Settings], "an old quarantine hides nothing");
}
