//! The steps of Undo and Redo: by hand, in the store, and after a change of another tab.

use crate::routine::{any_routine, item, ready, routine};
use mainspring::domain::catalogue::{Level, brief};
use mainspring::domain::routine::{BlockKind, Draft, Edit, Routine};
use mainspring::domain::saved::{KeyValue, Memory, PREFIX, StoredDraft, forget_steps, keep_steps, load_steps};
use mainspring::domain::units::Seconds;
use proptest::prelude::*;

const FIXTURE: &str = include_str!("fixtures/saved/v1/undo.json");

fn key() -> String {
    format!("{PREFIX}undo")
}

fn squats() -> Routine {
    Routine { id: "own0000001".to_owned(), ..routine(&[item("deep-squat", Level::Base, &[10, 8], 60)]) }
}

/// A draft after a name with an umlaut, a circuit with a lunge, and an undone change of a rest.
fn edited() -> Draft {
    let mut draft = Draft::new(squats());
    draft.apply(&Edit::Rename("Hügel".to_owned()));
    draft.apply_with(&Edit::AddBlock(BlockKind::Circuit), 7);
    draft.apply_with(&Edit::AddTo(brief("lunge").unwrap(), Level::Hard, 7), 8);
    draft.apply(&Edit::Rest(0, Seconds(30)));
    draft.undo();
    draft
}

fn kept(store: &Memory, id: &str) -> Vec<StoredDraft> {
    load_steps(store, id)
}

fn keep(store: &Memory, tab: u32, draft: &Draft) {
    keep_steps(store, tab, draft, &|_| true).expect("memory writes");
}

#[test]
fn undone_changes_are_made_again_until_another_change_is_made() {
    let mut draft = edited();
    assert!(draft.can_redo());
    draft.redo();
    assert_eq!(draft.routine().items[0].rest, Seconds(30));
    for _ in 0..4 {
        draft.undo();
    }
    assert_eq!((draft.routine(), draft.can_undo()), (&squats(), false));
    draft.redo();
    assert_eq!(draft.routine().name, "Hügel");
    draft.apply(&Edit::Rename("Hills".to_owned()));
    assert!(!draft.can_redo(), "another change ends Redo");
}

#[test]
fn what_is_taken_back_is_not_made_again() {
    let mut draft = Draft::new(squats());
    draft.apply(&Edit::Rename("H".to_owned()));
    draft.take_back();
    assert_eq!((draft.routine(), draft.can_undo(), draft.can_redo()), (&squats(), false, false));
}

#[test]
fn redo_keeps_the_change_of_another_tab() {
    let mut draft = edited();
    let theirs = draft.routine().edited(&Edit::Note("Slowly".to_owned()));
    draft.go_on_from(theirs);
    draft.redo();
    assert_eq!((draft.routine().items[0].rest, draft.routine().note.as_str()), (Seconds(30), "Slowly"));
    draft.undo();
    draft.undo();
    assert_eq!((draft.routine().items.len(), draft.routine().note.as_str()), (1, "Slowly"));
}

#[test]
fn the_stored_steps_of_version_1_are_read_and_written_the_same() {
    let again = Memory::default();
    keep(&again, 5, &edited());
    assert_eq!(again.get(&key()).expect("memory reads").as_deref(), Some(FIXTURE.trim()));
    let store = Memory::default();
    store.set(&key(), FIXTURE.trim()).expect("memory writes");
    assert_eq!(kept(&store, "own0000001"), [StoredDraft { tab: 5, draft: edited() }]);
}

#[test]
fn each_tab_has_steps_of_its_own_and_a_deleted_routine_none() {
    let store = Memory::default();
    let mut other = Draft::new(squats());
    other.apply(&Edit::Rename("Other".to_owned()));
    keep(&store, 1, &edited());
    keep(&store, 2, &other);
    assert_eq!(kept(&store, "own0000001").iter().map(|kept| kept.tab).collect::<Vec<_>>(), [2, 1], "the latest first");
    keep(&store, 1, &edited());
    assert_eq!(kept(&store, "own0000001").iter().map(|kept| kept.tab).collect::<Vec<_>>(), [1, 2]);
    let mut third = Draft::new(Routine { id: "own0000003".to_owned(), ..squats() });
    third.apply(&Edit::Rename("Third".to_owned()));
    keep_steps(&store, 1, &third, &|id| id != "own0000001").expect("memory writes");
    assert!(kept(&store, "own0000001").is_empty(), "it is gone");
    forget_steps(&store, Some("own0000003")).expect("memory writes");
    assert_eq!(store.get(&key()), Ok(None));
}

#[test]
fn a_routine_without_steps_is_not_stored() {
    let store = Memory::default();
    keep(&store, 1, &Draft::new(squats()));
    assert_eq!(store.get(&key()), Ok(None));
}

#[test]
fn steps_have_a_bounded_size_and_the_latest_stay() {
    let store = Memory::default();
    for number in 0..40 {
        let mut draft = Draft::new(Routine { id: format!("own{number}"), ..ready("body-weight") });
        for step in 0..120_u32 {
            draft.apply(&Edit::Note(format!("{step} ").repeat(30)));
        }
        keep(&store, 1, &draft);
        let size = store.get(&key()).expect("memory reads").map_or(0, |text| text.len());
        assert!(size < 90_000, "{size} bytes");
        assert_eq!(kept(&store, &format!("own{number}"))[0].draft, draft);
    }
    assert!(kept(&store, "own0").is_empty(), "the oldest are dropped");
}

#[test]
fn damaged_steps_are_none() {
    let store = Memory::default();
    for text in ["{{{", r#"{"v":1,"r":[{"id":"a","tab":1,"now":"x","past":["9 9 y"]}]}"#, r#"{"v":9,"r":[]}"#] {
        store.set(&key(), text).expect("memory writes");
        assert!(kept(&store, "a").is_empty(), "{text}");
    }
    let whole = FIXTURE.trim();
    for wrong in ["99999 0 ", "0 99999 ", "-1 0 ", "x"] {
        let damaged = whole.replacen("\"past\":[\"", &format!("\"past\":[\"{wrong}"), 1);
        store.set(&key(), &damaged).expect("memory writes");
        assert!(kept(&store, "own0000001").is_empty(), "{wrong}");
    }
}

proptest! {
    #[test]
    fn any_steps_are_read_as_they_were_kept(routines in proptest::collection::vec(any_routine(), 2..6)) {
        let store = Memory::default();
        let mut steps = routines;
        // As the store reads them.
        for (step, routine) in steps.iter_mut().enumerate() {
            routine.items.truncate(12);
            routine.name = format!("{} {step}", routine.name);
        }
        let now = steps.pop().unwrap();
        let undone = steps.split_off(steps.len() / 2);
        let draft = Draft::with_steps(now, steps, undone);
        keep(&store, 3, &draft);
        let read = kept(&store, "mine");
        prop_assert_eq!(read, [StoredDraft { tab: 3, draft }]);
    }
}
