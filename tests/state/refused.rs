//! Whichever single write of localStorage is refused: the runner is told, nothing that was shown as saved is lost, and the
//! session is in the log once.

use crate::tab::Tab;
use leptos::prelude::WithUntracked;
use mainspring::browser::device::{self, device};
use mainspring::domain::log::Effort;
use mainspring::domain::routine::{Item, Routine, ready_made};
use mainspring::domain::settings::Settings;
use std::collections::BTreeSet;

/// More than a scenario writes.
const MANY: usize = 200;

fn squats() -> Routine {
    let item = ready_made().into_iter().flat_map(|r| r.items).find(|item| item.exercise == "deep-squat").unwrap();
    let two_sets = Item { targets: vec![item.targets[0]; 2], ..item };
    Routine { id: String::new(), name: "Squats".to_owned(), items: vec![two_sets] }
}

/// The device of somebody who has never opened the app.
fn wipe() {
    let device = device();
    device.local.borrow_mut().clear();
    device.databases.borrow_mut().clear();
    device.locks.borrow_mut().clear();
    device.listeners.borrow_mut().clear();
    device.writes.set(0);
    device.refused_key.take();
}

/// Changes a setting, adds a routine, trains it to its end and rates it. After each step a refused write has been told.
fn scenario(tab: &Tab) {
    let told = |what: &str| {
        let key = device().refused_key.borrow().clone();
        let is_told = tab.notices().iter().any(|text| text.starts_with("Not saved. The browser's storage is full."));
        assert!(key.is_none() || is_told, "{what}: the write of {key:?} was refused, and {:?} is said", tab.notices());
    };
    tab.tap(|app| app.choose(|settings| Settings { wait_for_me: true, ..settings }));
    told("a setting");
    let mut id = String::new();
    tab.tap(|app| id = app.add_routine(squats(), |_| {}));
    told("a routine");
    tab.tap(|app| app.start(&Routine { id: id.clone(), ..squats() }));
    told("the start");
    while tab.session().is_some() {
        tab.complete_set();
        told("a set");
    }
    device::pass(5_000);
    let session = tab.app.log.sessions.with_untracked(|log| log.first().map(|session| session.id.clone()));
    tab.tap(|app| app.rate(&session.unwrap_or_default(), Effort::Hard));
    told("a rating");
}

#[test]
fn whichever_write_is_refused_the_runner_is_told_and_nothing_done_is_lost() {
    let mut refused = BTreeSet::new();
    for write in 1..MANY {
        wipe();
        device().refused.set(write);
        let number = write * 2;
        let tab = Tab::open(number);
        scenario(&tab);
        let Some(key) = device().refused_key.borrow().clone() else {
            let expected = ["index", "settings", "routines", "active", "at", "log:"];
            for name in expected {
                let prefix = format!("mainspring.{name}");
                assert!(refused.iter().any(|key: &String| key.starts_with(&prefix)), "{name} in {refused:?}");
            }
            return;
        };
        refused.insert(key.clone());
        // The next start, with room again.
        let next = tab.killed(number + 1);
        device::pass(5_000);
        let what = format!("write {write}, {key}");
        let sets: Vec<usize> = next.app.log.sessions.with_untracked(|log| log.iter().map(|s| s.sets.len()).collect());
        assert_eq!(sets, [2], "{what}");
        assert!(next.session().is_none(), "{what}");
        assert_eq!(next.notices(), Vec::<String>::new(), "{what}");
        device::kill(next.number);
    }
    panic!("the scenario has more than {MANY} writes");
}
