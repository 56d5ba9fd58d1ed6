//! The replay of records.

use super::properties::log;
use super::records::SET_CORRECTED;
use super::{HOUR, Records, ended, ids, line, open, plan, replay, with_sets, without};
use crate::log::performed;
use crate::saved::ACTIVE;
use crate::session::{START, amount, done, on_time, started};
use mainspring::domain::log::Performed;
use mainspring::domain::saved::{self, Memory};
use mainspring::domain::session::{Done, Event, Plan, Session};
use rstest::rstest;
use std::collections::BTreeSet;

#[rstest]
#[case::nothing(vec![], &[], "- fold  purge  unreadable ")]
#[case::a_plan_without_sets(open(&with_sets("a", START, 0)), &[], "a:@0 fold  purge  unreadable ")]
#[case::a_plan_with_sets(open(&with_sets("a", START, 3)), &[], "a:012@3 fold  purge  unreadable ")]
#[case::a_plan_with_all_its_sets(open(&with_sets("a", START, 7)), &[], "a:0123456@6 fold  purge  unreadable ")]
#[case::a_plan_with_an_exercise_left_out(open(&without(&with_sets("a", START, 3), "deep-squat")), &[], "a:012@4 fold  purge  unreadable ")]
#[case::a_plan_of_which_all_else_is_done(open(&without(&with_sets("a", START, 6), "lunge")), &[], "a:012345@6 fold  purge  unreadable ")]
#[case::a_session_that_is_over(ended(&with_sets("a", START, 3)), &[], "- fold a:3 purge  unreadable ")]
#[case::a_session_that_is_over_without_a_set(ended(&with_sets("a", START, 0)), &[], "- fold  purge a unreadable ")]
#[case::a_session_already_in_the_log(ended(&with_sets("a", START, 3)), &["a"], "- fold  purge  unreadable ")]
#[case::an_open_session_already_in_the_log(open(&with_sets("a", START, 3)), &["a"], "- fold  purge  unreadable ")]
#[case::everything_twice([open(&with_sets("a", START, 3)), open(&with_sets("a", START, 3))].concat(), &[], "a:012@3 fold  purge  unreadable ")]
#[case::open_and_over_at_once([open(&with_sets("a", START, 3)), ended(&with_sets("a", START, 3))].concat(), &[], "- fold a:3 purge  unreadable ")]
#[case::over_and_open_at_once([ended(&with_sets("a", START, 3)), open(&with_sets("a", START, 3))].concat(), &[], "- fold a:3 purge  unreadable ")]
#[case::two_open_sessions([open(&with_sets("new", START, 2)), open(&with_sets("old", START.plus_ms(-HOUR), 3))].concat(), &[], "new:01@2 fold old:3 purge  unreadable ")]
#[case::two_open_sessions_the_older_without_a_set([open(&with_sets("new", START, 2)), open(&with_sets("old", START.plus_ms(-HOUR), 0))].concat(), &[], "new:01@2 fold  purge old unreadable ")]
#[case::two_open_sessions_the_newer_without_a_set([open(&with_sets("new", START, 0)), open(&with_sets("old", START.plus_ms(-HOUR), 1))].concat(), &[], "new:@0 fold old:1 purge  unreadable ")]
#[case::one_open_and_one_over([open(&with_sets("a", START.plus_ms(-HOUR), 1)), ended(&with_sets("b", START, 2))].concat(), &[], "a:0@1 fold b:2 purge  unreadable ")]
#[case::ids_that_begin_alike([open(&with_sets("a", START, 1)), ended(&with_sets("aa", START, 2))].concat(), &[], "a:0@1 fold aa:2 purge  unreadable ")]
#[case::sets_without_their_plan(
    open(&with_sets("a", START, 3)).split_off(1),
    &[],
    "- fold  purge  unreadable a/set/00000,a/set/00001,a/set/00002"
)]
fn replay_finds(#[case] records: Records, #[case] in_log: &[&str], #[case] expected: &str) {
    assert_eq!(line(&replay(&records, in_log)), expected);
    let reversed: Records = records.into_iter().rev().collect();
    assert_eq!(line(&replay(&reversed, in_log)), expected, "in reverse");
}

/// The session `a` with its first set corrected, so often that it is at this revision.
pub fn corrected(revision: u32, to: u16) -> Session {
    let session = with_sets("a", START, 2);
    let sets = [Done { amount: amount(to), ..session.done()[0] }, session.done()[1]];
    Session::restore(Plan { revision, ..session.plan() }, None, &sets).unwrap()
}

/// A record that the journal and its stand-in both hold, in any order.
#[test]
fn of_two_records_of_one_set_or_plan_the_later_revision_holds() {
    let (old, new) = (corrected(1, 8), corrected(2, 9));
    let new = Session::restore(Plan { wait_for_me: true, ..new.plan() }, None, new.done()).unwrap();
    assert_eq!(saved::set_record(&new, &new.done()[0]).1, SET_CORRECTED.trim_end());
    for records in [[open(&old), open(&new)].concat(), [open(&new), open(&old)].concat()] {
        let found = replay(&records, &[]).running.unwrap();
        assert_eq!((found.done()[0].amount, found.revision(), found.wait_for_me()), (amount(9), 2, true));
    }
    let over = replay(&[open(&new), ended(&old)].concat(), &[]);
    assert_eq!((over.fold.len(), over.fold[0].sets[0].done), (1, amount(9)), "it is over all the same");
}

/// The records of three sets, the one under `key` with another value.
fn with_value(key: &str, value: &str) -> Records {
    let mut records = open(&with_sets("a", START, 3));
    records.iter_mut().filter(|(name, _)| name == key).for_each(|(_, old)| value.clone_into(old));
    records
}

#[rstest]
#[case::a_set_that_is_no_value("a/set/00001", "{{{", "a:02@3 fold  purge  unreadable a/set/00001")]
#[case::the_last_set_that_is_no_value("a/set/00002", "null", "a:01@2 fold  purge  unreadable a/set/00002")]
#[case::a_set_of_a_newer_version(
    "a/set/00001",
    r#"{"v":2,"step":1,"done":7,"at":1}"#,
    "a:02@3 fold  purge  unreadable a/set/00001"
)]
#[case::a_set_beyond_the_plan(
    "a/set/00001",
    r#"{"v":1,"step":7,"done":7,"at":1}"#,
    "a:02@3 fold  purge  unreadable a/set/00001"
)]
#[case::a_set_of_another_step(
    "a/set/00001",
    r#"{"v":1,"step":0,"done":7,"at":1}"#,
    "a:02@3 fold  purge  unreadable a/set/00001"
)]
#[case::a_set_of_nothing(
    "a/set/00001",
    r#"{"v":1,"step":1,"done":0,"at":1}"#,
    "a:02@3 fold  purge  unreadable a/set/00001"
)]
#[case::a_set_of_a_thousand(
    "a/set/00001",
    r#"{"v":1,"step":1,"done":1000,"at":1}"#,
    "a:02@3 fold  purge  unreadable a/set/00001"
)]
#[case::a_plan_that_is_no_value("a/head", "{{{", "- fold  purge  unreadable a/head")]
#[case::a_plan_of_a_newer_version("a/head", r#"{"v":3}"#, "- fold  purge  unreadable a/head")]
#[case::a_plan_without_steps(
    "a/head",
    r#"{"v":1,"id":"a","from":"","name":"","started":0,"offset":0,"steps":[],"ended":false}"#,
    "- fold  purge  unreadable a/head"
)]
#[case::a_plan_of_another_session("a/head", ACTIVE, "- fold  purge  unreadable a/head")]
fn an_unreadable_record_is_named_and_harms_no_other(#[case] key: &str, #[case] value: &str, #[case] expected: &str) {
    let mut records = with_value(key, value);
    assert_eq!(line(&replay(&records, &[])), expected);
    records.extend(ended(&with_sets("b", START, 2)));
    assert!(line(&replay(&records, &[])).contains("fold b:2"), "another session is folded all the same");
}

#[test]
fn a_set_at_an_impossible_time_neither_panics_nor_is_lost() {
    for at in [i64::MIN, -1, i64::MAX] {
        let records = with_value("a/set/00001", &format!(r#"{{"v":1,"step":1,"done":7,"at":{at}}}"#));
        let session = replay(&records, &[]).running.unwrap();
        let steps: BTreeSet<_> = session.done().iter().map(|done| done.step).collect();
        assert_eq!(steps, BTreeSet::from([0, 1, 2]));
        let now = START.plus_ms(HOUR);
        let _ = (Performed::of(&session), session.clone().waiting(now).view(now), session.found_again(now).view(now));
    }
}

#[rstest]
#[case::at_once(0, false)]
#[case::within_a_day(23 * HOUR, false)]
#[case::after_a_day(25 * HOUR, true)]
#[case::with_the_clock_set_back(-48 * HOUR, false)]
fn records_of_a_session_stay_for_a_day_after_it_was_found_in_the_log(#[case] later: i64, #[case] purged: bool) {
    let session = with_sets("a", START, 3);
    let found_in_log = START.plus_ms(100 * HOUR);
    for mut records in [ended(&session), open(&session)] {
        let first = saved::replay(&records, |found| Some(found.clone()), found_in_log);
        assert_eq!((first.logged, first.purge, first.fold), (vec!["a".to_owned()], vec![], vec![]));
        records.push(saved::logged_record("a", found_in_log));
        let found = saved::replay(&records, |found| Some(found.clone()), found_in_log.plus_ms(later));
        assert_eq!((found.purge == ["a"], found.fold.len(), found.logged.len()), (purged, 0, 0));
        let found = saved::replay(&records, |_| None, found_in_log.plus_ms(later));
        assert!(found.purge.is_empty(), "what is not in the log is never purged");
    }
}

#[test]
fn of_two_moments_a_session_was_found_in_the_log_the_first_counts() {
    let mut records = ended(&with_sets("a", START, 1));
    records.extend([30, 1].map(|hours| saved::logged_record("a", START.plus_ms(hours * HOUR))));
    let purge = |hours| saved::replay(&records, |found| Some(found.clone()), START.plus_ms(hours * HOUR)).purge;
    assert_eq!((purge(25), purge(26)), (vec![], vec!["a".to_owned()]));
}

#[test]
fn a_replayed_session_goes_on_with_the_next_set_and_its_times_in_order() {
    let before = with_sets("a", START, 3);
    let found = replay(&open(&before), &[]).running.unwrap();
    assert_eq!((found.seen(), found.epoch(), found.started()), (START.plus_ms(180_000), START, START));
    for set_back in [0, 5 * HOUR] {
        let now = START.plus_ms(HOUR - set_back);
        let (going_on, _) = found.clone().found_again(now).on(Event::Begin, now.plus_ms(1_000));
        let (over, _) = going_on.on(Event::Done(3, amount(15)), now.plus_ms(60_000));
        assert_eq!(over.done().len(), 4);
        assert!(over.done().windows(2).all(|pair| pair[0].at_ms <= pair[1].at_ms), "{:?}", over.done());
    }
}

#[test]
fn a_whole_session_is_folded_as_it_was_performed() {
    let session = on_time(&plan(), done);
    assert_eq!(replay(&ended(&session), &[]).fold, [Performed::of(&session).unwrap()]);
}

#[test]
fn a_month_from_another_device_or_time_zone_takes_its_own_session_only() {
    let store = Memory::default();
    let day = crate::log::date(2026, 11, 30);
    for (id, offset) in [("a", 0), ("b", 120), ("c", -720)] {
        saved::append(&store, &performed(id, day, (23, 0), offset, 60, 1)).unwrap();
    }
    assert_eq!(saved::month_keys(&store), ["log:2026-12", "log:2026-11"]);
    assert_eq!(ids(&log(&store)), ["b", "a", "c"]);
    assert!(started(&plan()).done().is_empty());
}
