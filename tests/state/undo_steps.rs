//! The steps of Undo after a reload, in two tabs, and where there is no room for them.

use crate::tab::Tab;
use leptos::prelude::WithUntracked;
use mainspring::browser::device::{self, device};
use mainspring::domain::routine::{Draft, Edit, Routine, RoutineChange, ready_made};
use std::cell::RefCell;
use std::rc::Rc;

const KEY: &str = "mainspring.undo";

/// The builder of a routine in a tab.
struct Builder<'a> {
    tab: &'a Tab,
    draft: Draft,
}

impl<'a> Builder<'a> {
    fn open(tab: &'a Tab, id: &str) -> Self {
        let routine = stored(tab, id);
        let found = Rc::new(RefCell::new(None));
        let tell = found.clone();
        tab.tap(|app| app.find_steps(id.to_owned(), move |draft| drop(tell.replace(Some(draft)))));
        device::pass(1_000);
        let mut draft = found.take().unwrap_or_else(|| Draft::new(routine.clone()));
        draft.go_on_from(routine);
        Self { tab, draft }
    }

    fn edit(&mut self, edit: &Edit) {
        self.step(|draft| draft.apply(edit), Some(edit.clone()));
    }

    fn step(&mut self, step: impl FnOnce(&mut Draft), edit: Option<Edit>) {
        let before = self.draft.routine().clone();
        step(&mut self.draft);
        let change = RoutineChange { before, after: self.draft.routine().clone(), edit, fresh: 0 };
        let draft = self.draft.clone();
        self.tab.tap(|app| {
            app.change_routine(change, |_, _| {});
            app.keep_steps(draft);
        });
    }

    /// Takes over what another tab changed.
    fn follow(&mut self) {
        let id = self.draft.routine().id.clone();
        self.draft.go_on_from(stored(self.tab, &id));
    }
}

fn stored(tab: &Tab, id: &str) -> Routine {
    let own = tab.app.choices.routines;
    own.with_untracked(|own| own.iter().find(|own| own.id == id).cloned()).expect("the routine")
}

fn added(tab: &Tab) -> String {
    let mut id = String::new();
    let routine = Routine { name: "Mine".to_owned(), ..ready_made().remove(0) };
    tab.tap(|app| id = app.add_routine(routine, |_| {}));
    id
}

fn named(name: &str) -> Edit {
    Edit::Rename(name.to_owned())
}

#[test]
fn fifty_changes_are_undone_and_made_again_after_the_tab_was_killed() {
    let tab = Tab::open(1);
    let id = added(&tab);
    let mut builder = Builder::open(&tab, &id);
    for number in 0..50 {
        builder.edit(&named(&number.to_string()));
    }
    let tab = tab.killed(2);
    let mut builder = Builder::open(&tab, &id);
    for _ in 0..50 {
        builder.step(Draft::undo, None);
    }
    assert_eq!(stored(&tab, &id).name, "Mine");
    let tab = tab.killed(3);
    let mut builder = Builder::open(&tab, &id);
    builder.step(Draft::redo, None);
    assert_eq!(stored(&tab, &id).name, "0");
}

#[test]
fn each_of_two_tabs_undoes_only_its_own_changes_also_after_a_reload() {
    let first = Tab::open(1);
    let id = added(&first);
    let mut one = Builder::open(&first, &id);
    one.edit(&named("First"));
    let second = Tab::open(2);
    let mut two = Builder::open(&second, &id);
    assert!(!two.draft.can_undo(), "the first tab is open, and undoes its change itself");
    two.edit(&Edit::Note("Second".to_owned()));
    one.follow();
    let first = first.killed(3);
    let mut one = Builder::open(&first, &id);
    assert!(one.draft.can_undo());
    one.step(Draft::undo, None);
    let left = stored(&first, &id);
    assert_eq!((left.name.as_str(), left.note.as_str()), ("Mine", "Second"));
    assert!(!one.draft.can_undo());
    two.follow();
    two.step(Draft::undo, None);
    assert_eq!(stored(&second, &id).note, "");
}

#[test]
fn a_store_without_room_for_the_steps_loses_only_them_and_says_nothing() {
    let tab = Tab::open(1);
    let id = added(&tab);
    let mut builder = Builder::open(&tab, &id);
    builder.edit(&named("First"));
    assert!(device().local.borrow().contains_key(KEY));
    // The routine is written first.
    device().refused.set(device().writes.get() + 2);
    builder.edit(&named("Second"));
    assert_eq!(device().refused_key.borrow().as_deref(), Some(KEY));
    assert_eq!(tab.notices(), Vec::<String>::new());
    assert!(!device().local.borrow().contains_key(KEY), "no steps that end before the routine");
    assert_eq!(stored(&tab, &id).name, "Second");
    let tab = tab.killed(2);
    assert!(!Builder::open(&tab, &id).draft.can_undo());
}

#[test]
fn the_steps_of_a_deleted_routine_are_deleted_and_all_when_everything_is_erased() {
    let tab = Tab::open(1);
    let id = added(&tab);
    Builder::open(&tab, &id).edit(&named("First"));
    tab.tap(|app| app.delete_routine(&id));
    assert!(!device().local.borrow().contains_key(KEY));
    let id = added(&tab);
    Builder::open(&tab, &id).edit(&named("First"));
    assert!(device().local.borrow().contains_key(KEY));
    tab.tap(mainspring::state::App::erase);
    device::pass(5_000);
    assert!(!device().local.borrow().contains_key(KEY));
}
