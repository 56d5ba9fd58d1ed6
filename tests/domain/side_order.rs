//! The order of the sides of an item: in the session, in the link, in stored routines, after an edit of both tabs.

use crate::routine::{item, routine};
use crate::session::started;
use mainspring::domain::catalogue::Level;
use mainspring::domain::routine::{Edit, Routine, RoutineChange, SideOrder, decode, encode, merged};
use mainspring::domain::saved::{self, Loaded, Memory};
use mainspring::text::routine::{as_text, plan_words};
use mainspring::text::session::side;
use rstest::rstest;

const BASE: Level = Level::Base;

/// A balance on each leg for three sets (key 0), and a squat (key 1).
fn plain() -> Routine {
    routine(&[item("single-leg-balance", BASE, &[20, 20, 20], 30), item("deep-squat", BASE, &[8, 8], 60)])
}

fn with(order: SideOrder) -> Routine {
    plain().edited(&Edit::SideOrder(0, Some(order)))
}

#[rstest]
#[case::as_usual(None, "RL RL RL")]
#[case::right_first(Some(SideOrder::RightFirst), "RL RL RL")]
#[case::left_first(Some(SideOrder::LeftFirst), "LR LR LR")]
#[case::taking_turns(Some(SideOrder::Alternating), "RL LR RL")]
fn the_sides_follow_the_order_of_the_plan(#[case] order: Option<SideOrder>, #[case] expected: &str) {
    let plan = plain().edited(&Edit::SideOrder(0, order));
    let session = started(&plan);
    let sides: Vec<_> = session.steps().iter().filter_map(|step| Some(&side(step.side?)[..1])).collect();
    let sets: Vec<_> = sides.chunks(2).map(<[&str]>::concat).collect();
    assert_eq!(sets.join(" "), expected);
    assert_eq!(session.set_count(), 5);
    assert_eq!(decode(&encode(&plan), "mine").unwrap().items[0].side_order, order);
}

#[test]
fn a_link_with_an_order_is_of_version_5_and_two_bytes_longer() {
    let (before, code) = (encode(&plain()), encode(&with(SideOrder::LeftFirst)));
    assert!(before.starts_with('2') && code.starts_with('5'), "{code}");
    assert!(code.len() <= before.len() + 3);
}

#[test]
fn it_is_stored_in_version_4_and_only_then() {
    let text = |routine: Routine| {
        let store = Memory::default();
        saved::save_routines(&store, std::slice::from_ref(&routine)).unwrap();
        assert_eq!(saved::load_routines(&store), Loaded::Whole(vec![routine]));
        saved::KeyValue::get(&store, "mainspring.routines").unwrap().unwrap()
    };
    assert!(text(plain()).starts_with(r#"{"v":1,"#));
    let stored = text(with(SideOrder::Alternating));
    assert!(stored.starts_with(r#"{"v":4,"#) && stored.contains(r#""order":"alternating""#), "{stored}");
}

#[test]
fn both_tabs_keep_their_changes_and_undo_takes_back_the_own_one() {
    let (base, mine) = (plain(), with(SideOrder::LeftFirst));
    let theirs = base.edited(&Edit::Sets(0, 2));
    let both = merged(&base, &mine, &theirs).routine;
    assert_eq!((both.items[0].side_order, both.items[0].targets.len()), (Some(SideOrder::LeftFirst), 2));
    let undo = RoutineChange { before: mine.clone(), after: base.clone(), edit: None, fresh: 0 };
    let undone = undo.made_in(&both).routine;
    assert_eq!((undone.items[0].side_order, undone.items[0].targets.len()), (None, 2));
}

#[test]
fn it_is_said_where_each_side_is_done_alone() {
    let words =
        |routine: &Routine, item: usize| plan_words(&routine.items[item]).into_iter().flatten().collect::<Vec<_>>();
    assert_eq!(words(&with(SideOrder::LeftFirst), 0), ["Left first"]);
    assert_eq!(words(&plain(), 0), [""; 0]);
    assert_eq!(words(&plain().edited(&Edit::SideOrder(1, Some(SideOrder::LeftFirst))), 1), [""; 0]);
    assert!(
        as_text(&with(SideOrder::Alternating), "").contains("each side, Sides in turn"),
        "{}",
        as_text(&with(SideOrder::Alternating), "")
    );
}
