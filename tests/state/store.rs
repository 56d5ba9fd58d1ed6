//! The save state that is reported, by the answers of the stores.

use crate::tab::Tab;
use leptos::prelude::GetUntracked;
use mainspring::browser::device::{self, device};
use mainspring::browser::indexed_db;
use mainspring::domain::routine::{Routine, ready_made};
use mainspring::domain::settings::Settings;
use mainspring::state::Saved;
use std::cell::Cell;
use std::rc::Rc;

/// Adds a routine; gives what is said of it, as soon as that is.
fn added(tab: &Tab) -> Rc<Cell<Option<Saved>>> {
    let told = Rc::new(Cell::new(None));
    let tell = told.clone();
    let routine = Routine { name: "Mine".to_owned(), ..ready_made().remove(0) };
    tab.tap(|app| drop(app.add_routine(routine, move |saved| tell.set(Some(saved)))));
    told
}

#[test]
fn a_change_that_both_stores_took_is_on_disk() {
    let tab = Tab::open(1);
    assert_eq!(added(&tab).get(), Some(Saved::OnDisk));
    let tab = tab.killed(2);
    assert_eq!(tab.app.choices.routines.get_untracked().len(), 1);
}

#[test]
fn a_change_whose_second_copy_is_refused_is_saved_soon_and_copied_later() {
    let tab = Tab::open(1);
    device().refuses.set(true);
    assert_eq!(added(&tab).get(), Some(Saved::Soon));
    device().refuses.set(false);
    device::pass(5_000);
    let is_copied = device().databases.borrow()["mainspring"].values().any(|value| value.contains("Mine"));
    assert!(is_copied, "the second copy is written once it can be");
}

#[test]
fn a_change_whose_second_copy_is_never_answered_is_not_called_on_disk() {
    let tab = Tab::open(1);
    device().is_stuck.set(true);
    let told = added(&tab);
    assert_eq!(told.get(), None);
    device::pass(10_000);
    assert_ne!(told.get(), Some(Saved::OnDisk));
    indexed_db::answer();
}

#[test]
fn a_change_that_the_store_refuses_is_told_and_made_with_the_next_one() {
    let tab = Tab::open(1);
    device().is_full.set(true);
    assert_eq!(added(&tab).get(), Some(Saved::No));
    assert!(tab.notices()[0].ends_with("You can go on and download your data."));
    device().is_full.set(false);
    assert_eq!(added(&tab).get(), Some(Saved::OnDisk));
    assert_eq!(tab.killed(2).app.choices.routines.get_untracked().len(), 2);
}

#[test]
fn changes_of_two_tabs_are_both_kept() {
    let (one, two) = (Tab::open(1), Tab::open(2));
    device::within(1, || one.app.choose(|settings| Settings { sound: false, ..settings }));
    device::within(2, || two.app.choose(|settings| Settings { voice: true, ..settings }));
    device::pass(100);
    for tab in [&one, &two] {
        let settings = tab.app.choices.settings.get_untracked();
        assert!(!settings.sound && settings.voice, "tab {}", tab.number);
    }
}

#[test]
fn a_tab_that_changes_much_on_a_slow_device_lets_another_tab_in_before_its_turn_is_taken_from_it() {
    let (one, two) = (Tab::open(1), Tab::open(2));
    device().write_ms.set(1_400);
    for _ in 0..10 {
        for tab in [&one, &two] {
            added(tab);
        }
        device::pass(500);
    }
    device::pass(20_000);
    assert_eq!(device().stolen.get(), 0, "locks taken");
    for tab in [&one, &two] {
        assert_eq!(tab.app.choices.routines.get_untracked().len(), 20, "tab {}", tab.number);
    }
}

#[test]
fn a_tab_that_changes_much_keeps_no_other_tab_waiting() {
    let (one, two) = (Tab::open(1), Tab::open(2));
    device().write_ms.set(1_000);
    added(&one);
    let told = added(&two);
    for _ in 0..10 {
        added(&one);
        device::pass(230);
    }
    assert_eq!(told.get(), Some(Saved::OnDisk), "after the turn that was going on and its own");
}

#[test]
fn two_changes_of_one_tap_ask_for_one_turn() {
    let tab = Tab::open(1);
    let before = device().waits.get();
    tab.tap(|app| {
        app.choose(|settings| Settings { sound: false, ..settings });
        app.choose(|settings| Settings { voice: true, ..settings });
    });
    assert_eq!(device().waits.get() - before, 1);
    let settings = tab.killed(2).app.choices.settings.get_untracked();
    assert!(!settings.sound && settings.voice);
}

#[test]
fn where_the_journal_answers_no_write_the_app_opens_after_one_turn_at_the_store() {
    let tab = Tab::open(1);
    added(&tab);
    device::kill(tab.number);
    // The second copies are gone, and none can be written.
    device().databases.borrow_mut().clear();
    device().never_writes.set(true);
    let tab = Tab::begin(2, "/");
    let began = device::now();
    while !tab.app.ready.get_untracked() {
        device::pass(100);
        assert!(device::now() - began < 60_000, "it never opens");
    }
    let limits = (device::now() - began) / 3_000;
    assert!(limits <= 2, "it waited for {limits} writes: one of the copies, one of the store's index");
    assert_eq!(tab.app.choices.routines.get_untracked().len(), 1);
}
