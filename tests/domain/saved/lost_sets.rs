//! Sets that the journal has lost.

use super::values::{fixed_position, placed, running};
use super::{filled, raw};
use crate::session::{amount, restored};
use mainspring::domain::message::Missing;
use mainspring::domain::saved::{self, KeyValue, Memory};
use mainspring::domain::session::{Done, Plan, Session};
use mainspring::text::store;
use rstest::rstest;

const AT_SETS: &str = include_str!("../fixtures/saved/v1/at-sets.json");

/// The session of the fixtures where its position puts it, with so many sets done.
fn placed_after(sets: usize) -> Session {
    let done = (0..sets).map(|step| Done { step, amount: amount(9), at_ms: 41_000, reserve: None });
    restored(running().plan(), fixed_position(), &done.collect::<Vec<_>>())
}

#[test]
fn a_position_tells_how_many_sets_are_done() {
    let store = Memory::default();
    saved::save_position(&store, &placed_after(2), 0).unwrap();
    assert_eq!(raw(&store, "at").unwrap(), AT_SETS.trim_end());
    let mut found = Session::restore(running().plan(), None, placed_after(2).done()).unwrap();
    assert!(saved::load_position(&store, &mut found));
    assert_eq!(found, placed_after(2));
}

/// The sets of `session` that its position in `store` counts and that are not there.
fn missing_sets(store: &impl KeyValue, session: &Session) -> Option<Missing> {
    saved::restore_position(store, &[], &mut session.clone()).missing
}

/// Fault 10, of the journal's database.
#[rstest]
#[case::every_set_is_there(2, 2, None)]
#[case::a_set_more_than_the_position_knows(1, 2, None)]
#[case::one_is_gone(2, 1, Some("One set of the open session is gone from this browser's storage."))]
#[case::all_are_gone(2, 0, Some("2 sets of the open session are gone from this browser's storage."))]
fn sets_that_the_journal_has_lost_are_counted(
    #[case] kept: usize,
    #[case] there: usize,
    #[case] expected: Option<&str>,
) {
    let store = Memory::default();
    saved::save_position(&store, &placed_after(kept), 0).unwrap();
    let found = missing_sets(&store, &placed_after(there)).map(|missing| store::gone(&missing));
    assert_eq!(found.map(|text| text.split_inclusive('.').next().unwrap().to_owned()).as_deref(), expected);
    let other = restored(Plan { id: "other".to_owned(), ..running().plan() }, fixed_position(), &[]);
    assert_eq!(missing_sets(&store, &other), None, "the position is of another session");
}

#[test]
fn of_a_position_that_counts_no_sets_none_is_missed() {
    assert_eq!(missing_sets(&filled(), &placed()), None);
}
