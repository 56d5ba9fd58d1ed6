//! A routine that came in a link: saved once, and never over what the runner made of it.

use crate::tab::Tab;
use leptos::prelude::GetUntracked;
use mainspring::domain::routine::{RECEIVED, Routine, RoutineChange, ready_made};
use mainspring::state::Saved;
use std::cell::Cell;
use std::rc::Rc;

fn hills() -> Routine {
    Routine { id: RECEIVED.to_owned(), name: "Hills".to_owned(), ..ready_made().remove(0) }
}

/// Saves `routine`; gives its id, true if it was there, and what is said of it.
fn save(tab: &Tab, routine: &Routine) -> (String, bool, Option<Saved>) {
    let (told, mut kept) = (Rc::new(Cell::new(None)), None);
    let tell = told.clone();
    tab.tap(|app| kept = Some(app.keep_received(routine, move |saved| tell.set(Some(saved)))));
    let (id, was_there) = kept.unwrap();
    (id, was_there, told.get())
}

fn names(tab: &Tab) -> Vec<String> {
    tab.app.choices.routines.get_untracked().into_iter().map(|routine| routine.name).collect()
}

fn rename(tab: &Tab, id: &str) {
    let own = tab.app.choices.routines.get_untracked();
    let before = own.into_iter().find(|routine| routine.id == id).unwrap();
    let after = Routine { name: "My hills".to_owned(), ..before.clone() };
    tab.tap(|app| app.change_routine(RoutineChange { before, after, edit: None, fresh: 0 }, |_, _| {}));
}

#[test]
fn a_link_saved_twice_is_one_routine_also_after_it_was_changed() {
    let tab = Tab::open(1);
    let (id, was_there, told) = save(&tab, &hills());
    assert_eq!((was_there, told), (false, Some(Saved::OnDisk)));
    assert_eq!(save(&tab, &hills()), (id.clone(), true, None));
    rename(&tab, &id);
    let tab = tab.killed(2);
    assert_eq!(save(&tab, &hills()), (id, true, None));
    assert_eq!(names(&tab), ["My hills"]);
}

#[test]
fn two_tabs_that_save_one_link_make_one_routine_and_keep_its_changes() {
    let (one, other) = (Tab::open(1), Tab::open(2));
    let (id, ..) = save(&one, &hills());
    rename(&one, &id);
    save(&other, &hills());
    let next = other.killed(3);
    assert_eq!(names(&next), ["My hills"]);
}
