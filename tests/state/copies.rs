//! Two copies of every value: each store failing under each kind of change, and each copy missing, unreadable or older.

use crate::lived::{self, Texts};
use crate::tab::Tab;
use leptos::prelude::WithUntracked;
use mainspring::browser::device::{self, Fault, device};
use mainspring::domain::coach::pain::PainReport;
use mainspring::domain::routine::{Routine, ready_made};
use mainspring::domain::session::Score;
use mainspring::domain::settings::Settings;
use mainspring::domain::vocabulary::BodyPart;
use mainspring::state::Saved;
use std::cell::Cell;
use std::rc::Rc;

const SESSION: &str = "q1w2e3r4t5";

/// A change that the runner makes: its words, the name of the value, what its text holds then, and that it is on screen.
struct Change {
    what: &'static str,
    name: &'static str,
    holds: &'static str,
    make: fn(&Tab),
    is_shown: fn(&Tab) -> bool,
}

const CHANGES: [Change; 4] = [
    Change {
        what: "a setting",
        name: "settings",
        holds: r#""flash""#,
        make: |tab| tab.tap(|app| app.choose(|settings| Settings { flash: true, ..settings })),
        is_shown: |tab| tab.app.choices.settings.with_untracked(|settings| settings.flash),
    },
    Change {
        what: "a routine",
        name: "routines",
        holds: "Steep hills",
        make: |tab| drop(add(tab)),
        is_shown: |tab| tab.app.choices.routines.with_untracked(|all| all.iter().any(|r| r.name == "Steep hills")),
    },
    Change {
        what: "a note",
        name: "log:2026-11",
        holds: "Left ankle stiff",
        make: |tab| tab.tap(|app| app.note(SESSION, "Left ankle stiff")),
        is_shown: |tab| lived::log(tab).iter().any(|session| session.note.as_deref() == Some("Left ankle stiff")),
    },
    Change {
        what: "what hurts",
        name: "pain",
        holds: r#""knee",3"#,
        make: |tab| tab.tap(|app| app.note_pain(&hurts(tab))),
        is_shown: |tab| tab.app.pains().iter().any(|report| report.part == BodyPart::Knee),
    },
];

/// Adds a routine; gives what is said of it, as soon as that is.
fn add(tab: &Tab) -> Rc<Cell<Option<Saved>>> {
    let told = Rc::new(Cell::new(None));
    let tell = told.clone();
    let routine = Routine { name: "Steep hills".to_owned(), ..ready_made().remove(0) };
    tab.tap(|app| drop(app.add_routine(routine, move |saved| tell.set(Some(saved)))));
    told
}

fn hurts(tab: &Tab) -> PainReport {
    let item = &ready_made()[0].items[0];
    PainReport {
        when: tab.app.moment(),
        offset: tab.app.offset(),
        exercise: item.exercise.clone(),
        level: item.level,
        part: BodyPart::Knee,
        side: None,
        score: Score::new(3).unwrap(),
        answer: None,
        follow_up: None,
    }
}

/// Somebody with a routine, settings and two sessions, and no session open; tab `number` is open, and all is copied.
fn settled(number: device::Tab) -> Tab {
    let mut keys = lived::keys();
    keys.retain(|key, _| key != "mainspring.active" && key != "mainspring.at");
    lived::put(&keys, &Texts::new());
    let tab = Tab::open(number);
    device::pass(5_000);
    lived::check_copied("at the start");
    tab
}

fn holds(texts: &Texts, key: &str, change: &Change) -> bool {
    texts.get(key).is_some_and(|text| text.contains(change.holds))
}

#[test]
fn a_change_is_called_what_it_is_whichever_store_fails() {
    let faults: [(&str, Fault); 5] = [
        ("localStorage refuses", |device| &device.is_read_only),
        ("localStorage is full", |device| &device.is_full),
        ("IndexedDB refuses", |device| &device.refuses),
        ("IndexedDB answers no write", |device| &device.never_writes),
        ("IndexedDB answers nothing", |device| &device.is_stuck),
    ];
    let mut number = 0;
    for (fault, of) in faults {
        let is_kept = fault.starts_with("IndexedDB");
        for change in CHANGES {
            let (key, what) = (format!("mainspring.{}", change.name), format!("{fault}, {}", change.what));
            let tab = settled(number + 1);
            of(device()).set(true);
            (change.make)(&tab);
            device::pass(10_000);
            let is_refused = tab.notices().iter().any(|text| text.starts_with("Not saved."));
            assert_eq!(is_refused, !is_kept, "{what}: {:?}", tab.notices());
            assert_eq!(holds(&lived::stored(), &key, &change), is_kept, "{what}");
            assert!(!holds(&lived::copies(), change.name, &change), "{what}");
            assert!((change.is_shown)(&tab), "{what}: what is on screen stays");
            device::kill(number + 1);

            // The next start, with stores that work again.
            of(device()).set(false);
            device().late.take();
            let next = Tab::open(number + 2);
            device::pass(5_000);
            assert_eq!(holds(&lived::stored(), &key, &change), is_kept, "{what}");
            lived::check_copied(&what);
            assert_eq!(next.notices(), Vec::<String>::new(), "{what}");
            device::kill(number + 2);
            number += 2;
        }
    }
}

#[test]
fn a_routine_is_called_saved_on_disk_soon_or_not_by_what_the_stores_took() {
    let cases: [(Fault, Saved); 4] = [
        (|device| &device.is_read_only, Saved::No),
        (|device| &device.is_full, Saved::No),
        (|device| &device.refuses, Saved::Soon),
        (|device| &device.never_writes, Saved::Soon),
    ];
    for (at, (of, expected)) in cases.into_iter().enumerate() {
        let tab = settled(at + 1);
        of(device()).set(true);
        let told = add(&tab);
        device::pass(10_000);
        assert_eq!(told.get(), Some(expected), "case {at}");
        of(device()).set(false);
        device().late.take();
        device::kill(tab.number);
    }
}

#[test]
fn a_value_that_is_missing_unreadable_or_older_in_one_store_is_taken_from_the_other() {
    let mut number = 0;
    for change in CHANGES {
        for how in ["missing", "unreadable", "older"] {
            let key = format!("mainspring.{}", change.name);
            let tab = settled(number + 1);
            let before = lived::stored().remove(&key);
            (change.make)(&tab);
            device::pass(5_000);
            device::kill(number + 1);
            let (keys, records) = (lived::stored(), crate::tab::journal());
            let damaged = |texts: &Texts, key: &str| {
                let mut texts = texts.clone();
                match (how, &before) {
                    ("unreadable", _) => drop(texts.insert(key.to_owned(), "{{{".to_owned())),
                    ("older", Some(before)) => drop(texts.insert(key.to_owned(), before.clone())),
                    _ => drop(texts.remove(key)),
                }
                texts
            };
            assert!(holds(&keys, &key, &change), "{}", change.what);
            let copy = format!("store/{}", change.name);
            let stores = [
                ("the store", damaged(&keys, &key), records.clone()),
                ("the copies", keys.clone(), damaged(&records, &copy)),
            ];
            for (at, (place, local, database)) in stores.into_iter().enumerate() {
                let what = format!("{}, {how} in {place}", change.what);
                lived::put(&local, &database);
                let tab = Tab::open(number + 2 + at);
                device::pass(5_000);
                assert_eq!(lived::stored()[&key], keys[&key], "{what}");
                lived::check_copied(&what);
                let is_damaged = how == "unreadable" && place == "the store";
                let told = tab.notices();
                assert_eq!(told.len(), usize::from(is_damaged), "{what}: {told:?}");
                assert!(told.iter().all(|text| text.contains("A second copy is in its place.")), "{what}: {told:?}");
                let aside = lived::stored().into_iter().filter(|(key, _)| key.starts_with("mainspring.quarantine."));
                let expected: &[&str] = if how == "unreadable" { &["{{{"] } else { &[] };
                assert_eq!(aside.map(|(_, text)| text).collect::<Vec<_>>(), expected, "{what}");
                device::kill(tab.number);
            }
            number += 4;
        }
    }
}
