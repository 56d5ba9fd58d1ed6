//! A journal that fails: training goes on in its stand-in and nothing is called saved for sure; sets that could not be read at
//! one start are joined with those done meanwhile.

use crate::lived::{self, OPEN, Texts};
use crate::tab::Tab;
use leptos::prelude::GetUntracked;
use mainspring::browser::device::{self, Fault, device};
use mainspring::domain::routine::{Item, Routine, ready_made};
use mainspring::state::{App, Saved};

fn two_sets() -> Routine {
    let item = ready_made().into_iter().flat_map(|r| r.items).find(|item| item.exercise == "deep-squat").unwrap();
    let item = Item { targets: vec![item.targets[0]; 2], ..item };
    Routine { items: vec![item], ..Routine::empty("squats0001".to_owned(), "Squats") }
}

/// Opens a tab and waits until it is ready, however long the stores take.
fn open(number: device::Tab) -> Tab {
    let tab = Tab::begin(number, "/");
    while !tab.app.ready.get_untracked() {
        device::pass(100);
        assert!(device::now() < device::START + 40 * 86_400_000, "it never opens");
    }
    tab.tap(|app| app.fetch(|loaded| assert!(loaded)));
    tab
}

#[test]
fn where_the_journal_fails_training_goes_on_in_the_stand_in_and_nothing_is_called_saved() {
    let faults: [(&str, Fault); 5] = [
        ("there is no IndexedDB", |device| &device.has_no_databases),
        ("opening fails", |device| &device.opens_none),
        ("reading fails", |device| &device.refuses_reads),
        ("a write is refused", |device| &device.refuses),
        ("a write is never answered", |device| &device.never_writes),
    ];
    for (at, (fault, of)) in faults.into_iter().enumerate() {
        let number = at * 2 + 1;
        lived::put(&Texts::new(), &Texts::new());
        of(device()).set(true);
        let tab = open(number);
        tab.tap(|app| app.start(&two_sets()));
        tab.complete_set();
        device::pass(10_000);
        let player = tab.app.player;
        assert_eq!((player.acknowledged.get_untracked(), player.unsure.get_untracked().len()), (1, 1), "{fault}");
        let told = tab.notices().iter().filter(|text| text.contains("not saved for sure yet")).count();
        assert_eq!(told, 1, "{fault}: {:?}", tab.notices());

        // A page that dies now has the set all the same.
        device::kill(number);
        let next = open(number + 1);
        assert_eq!(next.sets(), 1, "{fault}");
        next.tap(App::resume);
        while next.session().is_some() {
            next.complete_set();
        }
        device::pass(20_000);
        let finished = next.app.player.finished.get_untracked().unwrap();
        assert_ne!(finished.saved, Some(Saved::OnDisk), "{fault}");
        assert!(finished.saved.is_some(), "{fault}");
        let logged = lived::stored().into_iter().filter(|(key, _)| key.contains(".log:")).map(|(_, text)| text);
        assert_eq!(logged.collect::<String>().matches("Squats").count(), 1, "{fault}");
        // The tab lets others play.
        assert!(!device().locks.borrow().iter().any(|lock| lock.name() == "mainspring-session"), "{fault}");
        device::kill(number + 1);
        of(device()).set(false);
        device().late.take();
    }
}

#[test]
fn sets_of_a_journal_that_could_not_be_read_at_one_start_are_joined_with_those_done_meanwhile() {
    let faults: [(&str, Fault); 3] = [
        ("reading fails", |device| &device.refuses_reads),
        ("opening fails", |device| &device.opens_none),
        ("there is no answer", |device| &device.is_stuck),
    ];
    for (at, (fault, of)) in faults.into_iter().enumerate() {
        let number = at * 2 + 1;
        let mut keys = lived::keys();
        let position = keys["mainspring.at"].replacen('}', r#","sets":2}"#, 1);
        keys.insert("mainspring.at".to_owned(), position);
        lived::put(&keys, &lived::journal());
        of(device()).set(true);
        let tab = open(number);
        let told = tab.notices();
        assert_eq!(told.len(), 1, "{fault}: {told:?}");
        assert!(told[0].starts_with("Sets of the open session could not be read just now."), "{fault}: {told:?}");
        tab.tap(App::resume);
        tab.complete_set();
        device::pass(10_000);
        let player = tab.app.player;
        assert_eq!((player.acknowledged.get_untracked(), player.unsure.get_untracked().len()), (1, 1), "{fault}");
        assert_eq!(lived::sets(), lived::journal(), "{fault}: nothing is written into what was not read");

        device::kill(number);
        of(device()).set(false);
        device().late.take();
        let next = open(number + 1);
        device::pass(1_000);
        assert_eq!(next.notices(), Vec::<String>::new(), "{fault}");
        assert_eq!(next.sets(), 3, "{fault}");
        let sets = lived::sets().into_keys().filter(|key| key.starts_with(&format!("{OPEN}/set/"))).count();
        assert_eq!(sets, 3, "{fault}");
        device::kill(number + 1);
    }
}
