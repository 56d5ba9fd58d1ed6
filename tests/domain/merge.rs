//! One routine changed in two tabs: every change of either is there, and what the later one replaced is told.

use crate::cases::cases;
use crate::routine::{item, routine};
use crate::session::amount;
use mainspring::domain::catalogue::{self, Level};
use mainspring::domain::routine::{Draft, Edit, Item, MAX_ITEMS, Replaced, Routine, RoutineChange, merged};
use mainspring::domain::saved::{self, KeyValue, Loaded, Memory};
use mainspring::domain::units::Seconds;
use mainspring::text;
use proptest::prelude::*;
use rstest::rstest;

const BASE: Level = Level::Base;

/// A balance (key 0), a squat (key 1) and a lunge (key 2).
fn three() -> Routine {
    let lines = [
        item("single-leg-balance", BASE, &[30], 20),
        item("deep-squat", BASE, &[10, 8], 60),
        item("lunge", BASE, &[12], 30),
    ];
    Routine { name: "Hills".to_owned(), ..routine(&lines) }
}

fn change(before: &Routine, edit: &Edit, fresh: u32) -> RoutineChange {
    let after = before.edited_with(edit, fresh);
    RoutineChange { before: before.clone(), after, edit: Some(edit.clone()), fresh }
}

fn exercises(routine: &Routine) -> Vec<&str> {
    routine.items.iter().map(|item| item.exercise.as_str()).collect()
}

fn brief(slug: &str) -> &'static catalogue::Brief {
    catalogue::brief(slug).unwrap()
}

#[rstest]
#[case::two_rows(Edit::Remove(0), Edit::StepAmount(1, 2))]
#[case::two_fields_of_a_row(Edit::Rest(1, Seconds(90)), Edit::Amount(1, amount(7)))]
#[case::steps_of_one_amount(Edit::StepAmount(1, 1), Edit::StepAmount(1, 3))]
#[case::name_and_row(Edit::Rename("New".to_owned()), Edit::Level(2, Level::Hard))]
#[case::a_move_and_an_amount(Edit::Move(2, -2), Edit::Amount(2, amount(5)))]
#[case::a_move_and_a_removal(Edit::Move(2, -2), Edit::Remove(1))]
#[case::two_rows_added(Edit::Add(brief("monster-walk"), BASE), Edit::Add(brief("banded-dead-bug"), BASE))]
fn changes_of_two_tabs_are_both_there_in_either_order(#[case] one: Edit, #[case] other: Edit) {
    let base = three();
    let (one, other) = (change(&base, &one, 701), change(&base, &other, 702));
    let first = other.made_in(&one.made_in(&base).routine);
    let second = one.made_in(&other.made_in(&base).routine);
    assert_eq!((&first.replaced, &second.replaced), (&vec![], &vec![]));
    let sorted = |routine: &Routine| {
        let mut items = routine.items.clone();
        items.sort_by_key(|item| item.key);
        (routine.name.clone(), items)
    };
    assert_eq!(sorted(&first.routine), sorted(&second.routine));
    assert_ne!(first.routine, one.after);
    assert_ne!(first.routine, other.after);
}

#[rstest]
#[case::rest(Edit::Rest(1, Seconds(90)), Edit::Rest(1, Seconds(15)), Replaced::Rest("Deep squat".to_owned(), 90))]
#[case::amount(
    Edit::Amount(1, amount(7)),
    Edit::Amount(1, amount(9)),
    Replaced::Amounts(Item { targets: vec![amount(7); 2], ..three().items[1].clone() })
)]
#[case::level(
    Edit::Level(2, Level::Hard),
    Edit::Level(2, Level::Harder),
    Replaced::Level("Lunge".to_owned(), Level::Hard)
)]
#[case::name(Edit::Rename("A".to_owned()), Edit::Rename("B".to_owned()), Replaced::Name("A".to_owned()))]
#[case::a_row_that_was_changed(Edit::Amount(1, amount(7)), Edit::Remove(1), Replaced::Row("Deep squat".to_owned()))]
fn of_two_changes_of_one_thing_the_later_holds_and_says_what_it_replaced(
    #[case] one: Edit,
    #[case] later: Edit,
    #[case] expected: Replaced,
) {
    let base = three();
    let stored = change(&base, &one, 0).made_in(&base).routine;
    let later = change(&base, &later, 0);
    let merged = later.made_in(&stored);
    assert_eq!(merged.routine, later.after);
    assert_eq!(merged.replaced, [expected]);
    assert!(text::routine::replaced(&merged.replaced[0]).ends_with('.'));
}

#[test]
fn without_room_for_a_row_it_is_told() {
    let mut base = three();
    while base.items.len() < MAX_ITEMS - 1 {
        base = base.edited(&Edit::Add(brief("lunge"), BASE));
    }
    let stored = base.edited_with(&Edit::Add(brief("monster-walk"), BASE), 901);
    let merged = change(&base, &Edit::Add(brief("banded-dead-bug"), BASE), 902).made_in(&stored);
    assert_eq!(merged.routine, stored);
    assert_eq!(merged.replaced, [Replaced::NoRoom(brief("banded-dead-bug").name.to_owned())]);
}

#[test]
fn rows_added_under_one_key_are_two_rows() {
    let base = three();
    let mine = base.edited_with(&Edit::Add(brief("monster-walk"), BASE), 3);
    let theirs = base.edited_with(&Edit::Add(brief("banded-dead-bug"), BASE), 3);
    let both = merged(&base, &mine, &theirs).routine;
    assert_eq!(exercises(&both)[3..], ["banded-dead-bug", "monster-walk"]);
    let mut keys: Vec<u32> = both.items.iter().map(|item| item.key).collect();
    keys.dedup();
    assert_eq!(keys.len(), 5);
}

#[test]
fn a_step_back_takes_back_only_what_was_changed_here() {
    let mut draft = Draft::new(three());
    draft.apply_with(&Edit::Add(brief("monster-walk"), BASE), 501);
    draft.apply(&Edit::Rest(1, Seconds(90)));
    // The other tab adds a row and changes another.
    let theirs = draft.routine().edited_with(&Edit::Add(brief("banded-dead-bug"), BASE), 601).edited(&Edit::Remove(0));
    draft.go_on_from(theirs.clone());
    assert_eq!(draft.routine(), &theirs);
    draft.undo();
    assert_eq!(exercises(draft.routine()), ["deep-squat", "lunge", "monster-walk", "banded-dead-bug"]);
    assert_eq!(draft.routine().items[0].rest, Seconds(60));
    draft.undo();
    assert_eq!(exercises(draft.routine()), ["deep-squat", "lunge", "banded-dead-bug"]);
    assert!(!draft.can_undo());
}

#[test]
fn keys_of_rows_are_permanent_where_they_are_not_places() {
    let store = Memory::default();
    let moved = three().edited(&Edit::Move(2, -2)).edited_with(&Edit::Add(brief("monster-walk"), BASE), 77);
    saved::save_routines(&store, &[three(), moved.clone()]).unwrap();
    assert_eq!(saved::load_routines(&store), Loaded::Whole(vec![three(), moved]));
    let text = store.get("mainspring.routines").unwrap().unwrap();
    let fixture = include_str!("fixtures/saved/v1/routines-keys.json");
    assert_eq!(text, fixture.trim_end());
    // Two rows of one key, as nothing of ours writes them.
    let twice = text.replace("\"key\":77", "\"key\":2");
    store.set("mainspring.routines", &twice).unwrap();
    let read = saved::load_routines(&store).whole().unwrap().remove(1);
    assert_eq!(read.items.iter().map(|item| item.key).collect::<Vec<_>>(), [2, 0, 1, 3]);
}

pub fn any_edit() -> impl Strategy<Value = Edit> {
    let key = || prop_oneof![0..4_u32, 700..720_u32];
    let level = proptest::sample::select(Level::ALL);
    prop_oneof![
        "[A-Z]{1,3}".prop_map(Edit::Rename),
        (proptest::sample::select(catalogue::all()), level.clone())
            .prop_map(|(exercise, level)| Edit::Add(brief(exercise.id), level)),
        key().prop_map(Edit::Remove),
        (key(), -3..4_i32).prop_map(|(key, by)| Edit::Move(key, by)),
        (key(), level).prop_map(|(key, level)| Edit::Level(key, level)),
        (key(), 1..5_usize).prop_map(|(key, sets)| Edit::Sets(key, sets)),
        (key(), -2..3_i16).prop_map(|(key, by)| Edit::StepAmount(key, by)),
        (key(), 1..40_u16).prop_map(|(key, to)| Edit::Amount(key, amount(to))),
        (key(), 0..200_u32).prop_map(|(key, to)| Edit::Rest(key, Seconds(to))),
    ]
}

/// A tab: its draft, and the changes it has not made in the store yet.
struct Tab {
    draft: Draft,
    waiting: Vec<RoutineChange>,
    next: u32,
}

impl Tab {
    fn edit(&mut self, edit: Option<&Edit>) {
        let before = self.draft.routine().clone();
        let fresh = self.next;
        match edit {
            Some(edit) => self.draft.apply_with(edit, fresh),
            None => self.draft.undo(),
        }
        if matches!(edit, Some(Edit::Add(..))) {
            self.next += 2;
        }
        let after = self.draft.routine().clone();
        self.waiting.push(RoutineChange { before, after, edit: edit.cloned(), fresh });
    }

    /// Makes what waits in `stored`, and goes on from there.
    fn keep(&mut self, stored: &mut Routine) {
        for change in self.waiting.drain(..) {
            *stored = change.made_in(stored).routine;
        }
        if self.draft.routine() != stored {
            self.draft.go_on_from(stored.clone());
        }
    }
}

proptest! {
    #![proptest_config(cases(256))]

    /// Rows added in two tabs are all there unless one was taken out, whatever else is edited, taken back and when each
    /// tab gets its turn; and both tabs show the same in the end.
    #[test]
    fn two_tabs_that_edit_one_routine_lose_no_row(
        steps in proptest::collection::vec((any::<bool>(), proptest::option::weighted(0.9, any_edit()), 0..3_u8), 1..40)
    ) {
        let mut stored = three();
        let mut tabs = [700, 701].map(|next| Tab { draft: Draft::new(three()), waiting: Vec::new(), next });
        let mut expected = vec![0, 1, 2];
        let mut undone = false;
        for (which, edit, turn) in &steps {
            let tab = &mut tabs[usize::from(*which)];
            undone |= edit.is_none();
            if let Some(Edit::Add(..)) = edit {
                expected.push(tab.next);
            }
            // A tab takes out only what it shows.
            if let Some(Edit::Remove(key)) = edit
                && tab.draft.routine().items.iter().any(|item| item.key == *key)
            {
                expected.retain(|row| row != key);
            }
            tab.edit(edit.as_ref());
            if *turn < 2 {
                tabs[usize::from(*turn)].keep(&mut stored);
            }
            let mut keys: Vec<u32> = stored.items.iter().map(|item| item.key).collect();
            keys.sort_unstable();
            let count = keys.len();
            keys.dedup();
            prop_assert_eq!(keys.len(), count, "a key is there twice");
            prop_assert!(count <= MAX_ITEMS);
        }
        let [one, other] = &mut tabs;
        one.keep(&mut stored);
        other.keep(&mut stored);
        one.keep(&mut stored);
        prop_assert_eq!(one.draft.routine(), other.draft.routine());
        prop_assert_eq!(one.draft.routine(), &stored);
        for key in expected.into_iter().filter(|_| !undone) {
            prop_assert!(stored.items.iter().any(|item| item.key == key), "row {} is gone", key);
        }
    }

    /// The three-way rule alone: with one side unchanged the other holds, and with both the same that one.
    #[test]
    fn a_side_that_changed_nothing_changes_nothing(edits in proptest::collection::vec(any_edit(), 0..12)) {
        let base = three();
        let changed = edits.iter().zip(700..).fold(base.clone(), |routine, (edit, fresh)| routine.edited_with(edit, fresh));
        for (mine, theirs) in [(&changed, &base), (&base, &changed), (&changed, &changed)] {
            let merged = merged(&base, mine, theirs);
            prop_assert_eq!(&merged.routine, &changed);
            prop_assert_eq!(merged.replaced, vec![]);
        }
    }
}
