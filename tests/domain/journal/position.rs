//! Positions of a session in the journal.

use super::{HOUR, Records, line, open, replay, with_sets, without};
use crate::session::{START, restored as stored};
use mainspring::domain::saved::{self, KeyValue, Memory};
use mainspring::domain::session::{Phase, Position};
use rstest::rstest;

/// Faults 5 and 10: nothing but the moments of the position is lost with it.
#[rstest]
#[case::gone(None)]
#[case::no_json(Some("{{{"))]
#[case::nothing(Some("null"))]
#[case::of_a_wrong_type(Some(r#"{"v":1,"id":"a","at":"3"}"#))]
fn without_its_position_a_session_stands_after_its_last_set(#[case] position: Option<&str>) {
    let (store, session) = (Memory::default(), with_sets("a", START, 3));
    if let Some(bytes) = position {
        store.set("mainspring.at", bytes).unwrap();
    }
    let mut found = replay(&open(&session), &[]).running.unwrap();
    assert!(!saved::load_position(&store, &mut found));
    let waiting = found.waiting(START.plus_ms(HOUR));
    assert_eq!((waiting.at(), &waiting.done()), (3, &session.done()));
    assert_eq!(saved::restore_position(&store, &[], &mut waiting.clone()).missing, None);
}

/// The session `a` after three sets, resting at this step, its position written so many times.
fn at(step: usize, moves: u32) -> (String, String) {
    let phase = Phase::Rest { since: START, until: START.plus_ms(60_000) };
    let session = with_sets("a", START, step.min(3));
    let position = Position { at: step, phase, ..session.position() };
    saved::position_record(&stored(session.plan(), position, session.done()), moves)
}

/// Restores the session of `records` with this position in the store: where it stands, and whether a position says so.
fn restored(records: &[(String, String)], stored: Option<(String, String)>) -> (usize, saved::LastPosition) {
    let store = Memory::default();
    if let Some((_, position)) = stored {
        store.set("mainspring.at", &position).unwrap();
    }
    let mut session = replay(records, &[]).running.unwrap();
    let standing = saved::restore_position(&store, records, &mut session);
    (session.at(), standing)
}

#[rstest]
#[case::the_stores_alone(None, Some(at(4, 9)), 4, 9)]
#[case::the_journals_alone(Some(at(5, 9)), None, 5, 9)]
#[case::the_stores_is_newer(Some(at(5, 8)), Some(at(4, 9)), 4, 9)]
#[case::the_journals_is_newer(Some(at(5, 9)), Some(at(4, 8)), 5, 9)]
#[case::written_by_an_older_version(Some(at(5, 1)), Some(at(4, 0)), 5, 1)]
#[case::as_often_in_both(Some(at(5, 9)), Some(at(4, 9)), 4, 9)]
fn of_two_positions_the_one_written_more_often_holds(
    #[case] journaled: Option<(String, String)>,
    #[case] stored: Option<(String, String)>,
    #[case] expected: usize,
    #[case] moves: u32,
) {
    let records: Records = open(&with_sets("a", START, 3)).into_iter().chain(journaled).collect();
    let (step, standing) = restored(&records, stored);
    assert_eq!((step, standing.placed, standing.moves), (expected, true, moves));
}

#[test]
fn a_position_of_the_journal_that_cannot_be_read_or_is_of_another_session_is_passed_over() {
    for value in
        ["{{{".to_owned(), at(5, 9).1.replace(r#""id":"a""#, r#""id":"b""#), at(5, 9).1.replace(r#""v":1"#, r#""v":2"#)]
    {
        let records = [open(&with_sets("a", START, 3)), vec![("a/at".to_owned(), value)]].concat();
        assert_eq!(line(&replay(&records, &[])), "a:012@3 fold  purge  unreadable ");
        let (step, standing) = restored(&records, Some(at(4, 3)));
        assert_eq!((step, standing.placed, standing.moves), (4, true, 3));
    }
}

/// R1: what hurt is left out, and the page dies before the position after that.
#[test]
fn a_position_on_a_step_that_is_left_out_or_done_is_not_taken() {
    let session = without(&with_sets("a", START, 3), "deep-squat");
    for (step, expected) in [(3, 4), (1, 4), (2, 4)] {
        let (at, standing) = restored(&open(&session), Some(at(step, 9)));
        assert_eq!((at, standing.placed), (expected, false), "a position at {step}");
    }
}

#[test]
fn a_running_session_is_cleared_by_its_id_and_no_other() {
    let store = Memory::default();
    let session = with_sets("a", START, 3);
    saved::save_running(&store, &session).unwrap();
    saved::save_position(&store, &session, 1).unwrap();
    saved::clear_session(&store, "b").unwrap();
    assert!(saved::is_running(&store) && saved::load_position(&store, &mut with_sets("a", START, 3)));
    saved::clear_session(&store, "a").unwrap();
    assert!(!saved::is_running(&store) && !saved::load_position(&store, &mut with_sets("a", START, 3)));
}
