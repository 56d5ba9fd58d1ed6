//! Restoring a file, undoing it and erasing everything: one at a time, whatever the stores take for it.

use crate::lived::log;
use crate::tab::Tab;
use leptos::prelude::{GetUntracked, WithUntracked, untrack};
use mainspring::browser::device::{self, device};
use mainspring::browser::locks::{self, LockMode};
use mainspring::browser::picked_file::Event;
use mainspring::browser::{indexed_db, local_storage};
use mainspring::domain::log::Effort;
use mainspring::domain::settings::Settings;
use mainspring::state::{App, Restore};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A tab with one session in its log, and the file of a backup that holds it.
fn with_file() -> (Tab, Event) {
    let tab = Tab::open(1);
    tab.start();
    tab.complete_set();
    tab.tap(App::end);
    tab.tap(App::export);
    device::pass(100);
    let file = device().files.borrow().last().cloned().unwrap();
    (tab, Event(file.into_bytes()))
}

/// A tab in which the file of [`with_file`] has just been restored, after everything was erased.
fn restored() -> (Tab, Event) {
    let (tab, file) = with_file();
    tab.tap(App::erase);
    device::pass(100);
    tab.tap(|app| app.choose_backup(&file));
    tab.tap(App::restore);
    device::pass(100);
    assert_eq!(log(&tab).len(), 1);
    (tab, file)
}

/// The number of sessions that the preview would add; `None` without a preview.
fn new_sessions(tab: &Tab) -> Option<usize> {
    match untrack(|| tab.app.restore_stage()) {
        Restore::Preview(_, plan) => Some(plan.sessions.new),
        _ => None,
    }
}

#[test]
fn a_file_chosen_while_everything_is_being_erased_is_compared_with_what_is_left() {
    let (tab, file) = with_file();
    device().is_stuck.set(true);
    tab.tap(App::erase);
    tab.tap(|app| app.choose_backup(&file));
    device::pass(100);
    assert_eq!(new_sessions(&tab), None, "the erasing is not over");
    indexed_db::answer();
    device::pass(1_000);
    assert_eq!(new_sessions(&tab), Some(1));
}

#[test]
fn a_file_chosen_while_a_restore_is_being_undone_is_compared_with_what_is_left() {
    let (tab, file) = restored();
    device().is_stuck.set(true);
    tab.tap(App::undo_restore);
    tab.tap(|app| app.choose_backup(&file));
    device::pass(100);
    assert_eq!(new_sessions(&tab), None, "the Undo is not over");
    indexed_db::answer();
    device::pass(1_000);
    assert_eq!(new_sessions(&tab), Some(1));
}

#[test]
fn an_undo_comes_after_a_change_made_just_before_it() {
    let (tab, _) = restored();
    let id = log(&tab).remove(0).id;
    tab.tap(|app| app.rate(&id, Effort::Easy));
    tab.tap(|app| {
        // Given again it is taken back: the session is as it was restored.
        app.rate(&id, Effort::Easy);
        app.choose(|settings| Settings { flash: true, ..settings });
        app.undo_restore();
    });
    device::pass(100);
    let check = |tab: &Tab| {
        assert!(log(tab).is_empty());
        assert!(tab.app.choices.settings.with_untracked(|settings| settings.flash));
    };
    check(&tab);
    check(&tab.killed(2));
}

#[test]
fn a_restore_that_another_tab_overtakes_by_erasing_ends_and_the_next_file_is_read() {
    let (tab, file) = restored();
    let elsewhere = 9;
    let held = Rc::new(RefCell::new(None));
    let keep = held.clone();
    device::within(elsewhere, || {
        device::spawn(async move {
            keep.replace(locks::hold("mainspring-store", LockMode::IfFree, Box::new(|| {})).await);
        });
    });
    device::pass(20);
    assert!(held.borrow().is_some());
    tab.tap(App::undo_restore);
    // The other tab erases everything in its turn, and this one hears of it.
    device::within(elsewhere, || {
        local_storage::set("mainspring.erased", "").unwrap();
        for key in local_storage::keys().unwrap() {
            local_storage::remove(&key).unwrap();
        }
        device().databases.borrow_mut().insert("mainspring".to_owned(), BTreeMap::new());
    });
    device::pass(20);
    held.take();
    device::pass(10_000);
    assert!(log(&tab).is_empty());
    tab.tap(|app| app.choose_backup(&file));
    device::pass(100);
    assert_eq!(new_sessions(&tab), Some(1));
    assert!(tab.app.player.session.get_untracked().is_none());
}
