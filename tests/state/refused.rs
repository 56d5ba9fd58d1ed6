//! Whichever single write of localStorage is refused: the runner is told, nothing that was shown as saved is lost, and the
//! session is in the log once.

use crate::tab::Tab;
use leptos::prelude::{GetUntracked, WithUntracked};
use mainspring::browser::device::{self, device};
use mainspring::domain::log::Effort;
use mainspring::domain::routine::{Item, Routine, ready_made};
use mainspring::domain::settings::Settings;
use mainspring::state::{App, Offer, Saved};
use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;

/// More than a scenario writes.
const MANY: usize = 200;

fn squats() -> Routine {
    let item = ready_made().into_iter().flat_map(|r| r.items).find(|item| item.exercise == "deep-squat").unwrap();
    let two_sets = Item { targets: vec![item.targets[0]; 2], ..item };
    Routine { items: vec![two_sets], ..Routine::empty(String::new(), "Squats") }
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

/// Changes a setting, adds a routine, trains it to its end and rates it. After each step a refused write has been told, the data
/// file has all that is stored, and nothing refused is called saved.
fn scenario(tab: &Tab) {
    let mut is_told = false;
    let mut step = |what: &str| {
        let key = device().refused_key.borrow().clone().filter(|_| !is_told)?;
        is_told = true;
        check_told(tab, what, &key);
        Some(key)
    };
    tab.tap(|app| app.choose(|settings| Settings { wait_for_me: true, ..settings }));
    step("a setting");
    let (mut id, saved) = (String::new(), Rc::new(Cell::new(None)));
    let tell = saved.clone();
    tab.tap(|app| id = app.add_routine(squats(), move |told| tell.set(Some(told))));
    let expected = if step("a routine").is_some() { Saved::No } else { Saved::OnDisk };
    assert_eq!(saved.get(), Some(expected), "a routine");
    tab.tap(|app| app.start(&Routine { id: id.clone(), ..squats() }));
    step("the start");
    let mut last = None;
    while tab.session().is_some() {
        tab.complete_set();
        last = step("a set");
    }
    device::pass(5_000);
    last = last.or_else(|| step("the end"));
    let is_log = last.is_some_and(|key| key.contains("log:") || key.ends_with("index"));
    let saved = tab.app.player.finished.get_untracked().and_then(|finished| finished.saved);
    assert_eq!(saved, Some(if is_log { Saved::No } else { Saved::OnDisk }), "the end");
    let session = tab.app.log.sessions.with_untracked(|log| log.first().map(|session| session.id.clone()));
    tab.tap(|app| app.rate(&session.unwrap_or_default(), Effort::Hard));
    let is_refused = step("a rating").is_some();
    let effort = tab.app.log.sessions.with_untracked(|log| log.first().and_then(|session| session.effort));
    assert_eq!(effort.is_none(), is_refused, "a rating that was refused is not shown as given");
}

fn check_told(tab: &Tab, what: &str, key: &str) {
    let is_told = tab.notices().iter().any(|text| text.starts_with("Not saved. The browser's storage is full."));
    assert!(is_told, "{what}: the write of {key} was refused, and {:?} is said", tab.notices());
    let offers = tab.app.notices.list.with_untracked(|list| list.iter().any(|notice| notice.offer == Offer::Export));
    assert!(offers, "{what}, {key}: the data is offered");
    tab.tap(App::export);
    let file = device().files.take().pop().unwrap();
    assert!(file.contains(r#""kind":"backup""#) && file.contains(r#""missing":[]"#), "{what}, {key}: {file}");
    let ids = tab.app.choices.routines.with_untracked(|all| all.iter().map(|r| r.id.clone()).collect::<Vec<_>>());
    let sessions = tab.app.log.sessions.with_untracked(|log| log.iter().map(|s| s.id.clone()).collect::<Vec<_>>());
    for id in ids.iter().chain(&sessions) {
        assert!(file.contains(id.as_str()), "{what}, {key}: {id} is missing in {file}");
    }
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
        // The first two writes are the setting's: its place in the index, and itself.
        let is_set = next.app.choices.settings.with_untracked(|settings| settings.wait_for_me);
        assert_eq!(is_set, write > 2, "{what}");
        device::kill(next.number);
    }
    panic!("the scenario has more than {MANY} writes");
}
