//! Deleting sessions and routines, bringing them back, and sessions that a wrong clock dated ahead.

use crate::cases::cases;
use crate::log::{date, performed};
use crate::routine::{item, routine};
use crate::session::{done, on_time};
use mainspring::domain::catalogue::Level;
use mainspring::domain::log::{Effort, Performed, merge, newest_first};
use mainspring::domain::routine::{Routine, put_back};
use mainspring::domain::saved::{self, Appended, KeyValue, Loaded, LogChange, Memory, NotSaved};
use mainspring::domain::units::Timestamp;
use proptest::prelude::*;
use rstest::rstest;
use time::Date;

const NOVEMBER: &str = "log:2026-11";
const DELETED: &str = include_str!("fixtures/saved/v1/month-deleted.json");

fn session(id: &str, day: Date) -> Performed {
    Performed {
        effort: Some(Effort::Hard),
        note: Some("Left knee.".to_owned()),
        ..performed(id, day, (18, 0), 60, 600, 3)
    }
}

fn at(day: Date, hour: u8) -> Timestamp {
    Timestamp(day.with_hms(hour, 0, 0).unwrap().assume_utc().unix_timestamp() * 1000)
}

fn stored(store: &Memory, key: &str) -> Option<String> {
    store.get(&format!("mainspring.{key}")).unwrap()
}

/// Every session of the store, as the app reads it: newest month first, each id once.
fn log(store: &Memory) -> Vec<Performed> {
    let mut log = Vec::new();
    for key in saved::month_keys(store) {
        merge(&mut log, saved::load_month(store, &key).whole().unwrap());
    }
    log
}

#[test]
fn a_month_from_which_something_was_deleted_is_read_and_written_back_byte_for_byte() {
    let store = Memory::default();
    store.set("mainspring.log:2026-11", DELETED.trim_end()).unwrap();
    assert_eq!(saved::load_month(&store, NOVEMBER).whole().unwrap().len(), 1);
    assert_eq!(saved::deleted_sessions(&store, NOVEMBER), ["a0b1c2d3e4"]);
    let kept = log(&store).remove(0);
    saved::amend(&store, &kept, &|_| {}).unwrap();
    assert_eq!(stored(&store, NOVEMBER).unwrap(), DELETED.trim_end());
}

#[rstest]
fn a_deleted_session_is_gone_and_undo_brings_back_all_of_it_to_its_place(#[values(0, 1, 2)] which: usize) {
    let store = Memory::default();
    let sessions: Vec<Performed> = (1..4).map(|day| session(&format!("s{day}"), date(2026, 11, day * 5))).collect();
    for session in &sessions {
        assert_eq!(saved::append(&store, session), Ok(Appended::Added));
    }
    let before = stored(&store, NOVEMBER);
    let gone = &sessions[which];
    assert_eq!(saved::delete_session(&store, gone), Ok(Some(gone.clone())));
    assert_eq!(log(&store).iter().filter(|session| session.id == gone.id).count(), 0);
    assert!(saved::is_known(&store, gone), "its journal does not bring it back");
    saved::amend(&store, gone, &|session| session.effort = None).unwrap();
    assert_eq!(log(&store).len(), 2, "nor does another tab's change to it");
    saved::put_session(&store, gone).unwrap();
    saved::put_session(&store, gone).unwrap();
    assert_eq!(stored(&store, NOVEMBER), before);
}

#[test]
fn the_last_session_of_a_month_leaves_a_month_that_is_not_missed() {
    let store = Memory::default();
    let only = session("only", date(2026, 11, 5));
    saved::append(&store, &only).unwrap();
    assert_eq!(saved::delete_session(&store, &only), Ok(Some(only.clone())));
    assert_eq!(saved::delete_session(&store, &only), Ok(None), "again");
    assert_eq!((log(&store), saved::missing(&store)), (vec![], vec![]));
    assert_eq!(saved::append(&store, &only), Ok(Appended::Added), "what is added on purpose is there");
    assert!(saved::deleted_sessions(&store, NOVEMBER).is_empty());
}

#[test]
fn a_refused_deletion_leaves_the_month_and_says_so() {
    let store = Memory::default();
    let only = session("only", date(2026, 11, 5));
    saved::append(&store, &only).unwrap();
    let before = stored(&store, NOVEMBER);
    store.fail_after(Some(0));
    assert!(matches!(saved::delete_session(&store, &only), Err(NotSaved::Refused(_))));
    assert_eq!(stored(&store, NOVEMBER), before);
    store.set("mainspring.log:2026-11", r#"{"v":4}"#).unwrap_err();
    store.fail_after(None);
    store.set("mainspring.log:2026-11", r#"{"v":4}"#).unwrap();
    assert_eq!(saved::delete_session(&store, &only), Err(NotSaved::Newer));
    assert_eq!(saved::put_session(&store, &only), Err(NotSaved::Newer));
}

/// A session of 22 November 2027 that is set to Thursday 26 November 2026, with a kill after each write.
#[rstest]
fn a_session_set_to_today_is_never_lost_nor_doubled(#[values(0, 1, 2, 3, 4)] writes: usize) {
    let store = Memory::default();
    let now = at(date(2026, 11, 26), 20);
    let ahead = session("ahead", date(2027, 11, 22));
    let other = session("other", date(2026, 11, 20));
    saved::append(&store, &other).unwrap();
    saved::append(&store, &ahead).unwrap();
    let today = ahead.clone().dated_today(now);
    assert_eq!(today, Performed { started: at(date(2026, 11, 26), 18), ..ahead.clone() });
    store.fail_after(Some(writes));
    let moved = saved::put_session(&store, &today).and_then(|()| saved::delete_session(&store, &ahead));
    store.fail_after(None);
    let found = log(&store);
    let ids: Vec<&str> = found.iter().map(|session| session.id.as_str()).collect();
    assert_eq!(ids.iter().filter(|id| **id == "ahead").count(), 1, "{ids:?}");
    assert!(ids.contains(&"other"));
    if moved.is_ok() {
        assert_eq!(found, [today, other]);
    }
}

#[test]
fn a_session_set_to_today_within_its_month_is_changed_where_it_stands() {
    let store = Memory::default();
    let ahead = session("ahead", date(2026, 11, 29));
    saved::append(&store, &ahead).unwrap();
    let today = ahead.dated_today(at(date(2026, 11, 26), 20));
    saved::put_session(&store, &today).unwrap();
    assert_eq!(log(&store), [today]);
}

#[rstest]
#[case::later_than_now_it_is_now(21, 21)]
#[case::earlier_it_keeps_its_time(22, 18)]
#[case::exactly(18, 18)]
fn a_session_set_to_today_keeps_its_time_of_day_where_that_has_been(#[case] now: u8, #[case] started: u8) {
    let (today, ahead) = (date(2026, 11, 26), session("ahead", date(2027, 11, 22)));
    let ahead = if now == 21 { Performed { started: at(date(2027, 11, 22), 22), ..ahead } } else { ahead };
    assert_eq!(ahead.dated_today(at(today, now)).started, at(today, started));
}

#[test]
fn of_two_sessions_with_one_id_the_one_dated_earlier_holds() {
    let (early, late) = (session("a", date(2026, 11, 5)), session("a", date(2027, 11, 5)));
    for (known, read) in [(&early, &late), (&late, &early)] {
        let mut log = vec![known.clone()];
        assert_eq!(merge(&mut log, vec![read.clone()]), std::slice::from_ref(&late));
        assert_eq!(log, std::slice::from_ref(&early));
    }
    let rated = Performed { effort: None, ..early.clone() };
    let mut log = vec![rated.clone()];
    assert!(merge(&mut log, vec![early]).is_empty());
    assert_eq!(log, [rated], "what is on screen stays");
}

#[rstest]
#[case(true)]
#[case(false)]
fn a_change_of_the_log_goes_through_the_journal(#[case] deleted: bool) {
    let (session, now) = (session("a", date(2026, 11, 5)), at(date(2026, 11, 6), 9));
    let record = saved::change_record(&session, deleted, now);
    assert_eq!(record.0, "a/log");
    let change = LogChange { session, deleted, at: now };
    assert_eq!(change.key(), record.0);
    let other = ("b/log".to_owned(), record.1.clone());
    let broken = ("a/log".to_owned(), "{".to_owned());
    assert_eq!(saved::log_changes(&[other, broken, record]), [change]);
}

#[test]
fn a_change_is_made_again_until_the_store_has_had_it_for_an_hour() {
    let store = Memory::default();
    let (session, now) = (session("a", date(2026, 11, 5)), at(date(2026, 11, 6), 9));
    let change = LogChange { session: session.clone(), deleted: true, at: now };
    let (soon, later) = (now.plus_ms(3_000_000), now.plus_ms(4_000_000));
    assert!(!change.has_lasted(&store, soon) && !change.has_lasted(&store, later), "the store has lost it");
    saved::append(&store, &session).unwrap();
    assert!(!change.has_lasted(&store, later));
    saved::delete_session(&store, &session).unwrap();
    assert!(!change.has_lasted(&store, soon) && change.has_lasted(&store, later));
    assert!(change.has_lasted(&store, now.plus_ms(-4_000_000)), "by a clock set back");
}

#[test]
fn the_records_of_a_deleted_session_do_not_bring_it_back() {
    let store = Memory::default();
    let trained = on_time(&routine(&[item("deep-squat", Level::Base, &[20, 20], 60)]), done);
    let sets = trained.done().iter().map(|done| saved::set_record(&trained, done));
    let records: Vec<(String, String)> = std::iter::once(saved::ended_record(&trained)).chain(sets).collect();
    let known = |performed: &Performed| saved::is_known(&store, performed).then(|| performed.clone());
    let now = trained.seen().plus_ms(60_000);
    let fold = saved::replay(&records, known, now).fold;
    let [session] = fold.as_slice() else { panic!("one to fold: {fold:?}") };
    saved::append(&store, session).unwrap();
    saved::delete_session(&store, session).unwrap();
    let replay = saved::replay(&records, known, now);
    assert_eq!((replay.fold, replay.running, replay.logged.len()), (vec![], None, 1));
}

#[test]
fn sessions_are_counted_without_reading_their_sets() {
    let store = Memory::default();
    assert_eq!(saved::count_sessions(&store), (0, false));
    for month in 1..=10 {
        for day in 1..=4 {
            saved::append(&store, &session(&format!("{month}-{day}"), date(2026, month, day))).unwrap();
        }
    }
    assert_eq!(saved::count_sessions(&store), (40, false));
    saved::delete_session(&store, &session("3-1", date(2026, 3, 1))).unwrap();
    assert_eq!(saved::count_sessions(&store), (39, false));
    store.set("mainspring.log:2026-12", r#"{"v":4}"#).unwrap();
    assert_eq!(saved::count_sessions(&store), (39, true), "a month of a later version does not tell");
    assert_eq!(saved::load_month(&store, "log:2026-12"), Loaded::Newer);
}

fn named(id: char) -> Routine {
    // All of one name: nothing is told apart by it.
    Routine::empty(id.to_string(), "Body weight")
}

proptest! {
    #![proptest_config(cases(256))]

    /// Routines deleted in any order, each with the ids that stood there then, and put back in any other.
    #[test]
    fn routines_put_back_stand_where_they_stood(
        deleted in proptest::sample::subsequence(vec!['a', 'b', 'c', 'd', 'e'], 0..=5).prop_shuffle(),
        seed in any::<u64>(),
    ) {
        let all: Vec<Routine> = "abcde".chars().map(named).collect();
        let mut routines = all.clone();
        let mut bin: Vec<(Routine, Vec<String>)> = Vec::new();
        for id in deleted {
            let mut order = routines.clone();
            for (routine, stood) in &bin {
                put_back(&mut order, routine, stood);
            }
            let at = routines.iter().position(|routine| routine.id == id.to_string()).unwrap();
            bin.push((routines.remove(at), order.into_iter().map(|routine| routine.id).collect()));
        }
        let mut seed = seed;
        while !bin.is_empty() {
            let (routine, order) = bin.remove(usize::try_from(seed % 5).unwrap() % bin.len());
            put_back(&mut routines, &routine, &order);
            put_back(&mut routines, &routine, &order);
            seed /= 5;
        }
        prop_assert_eq!(routines, all);
    }

    #[test]
    fn merging_what_was_read_twice_changes_nothing(days in proptest::collection::vec((0..20_u8, 1..29_u8), 0..30)) {
        let read: Vec<Performed> =
            days.iter().map(|(id, day)| session(&id.to_string(), date(2026, 11, *day))).collect();
        let mut log = Vec::new();
        merge(&mut log, read.clone());
        let once = log.clone();
        merge(&mut log, read);
        prop_assert_eq!(&log, &once);
        let mut sorted = log.clone();
        newest_first(&mut sorted);
        prop_assert_eq!(log, sorted);
    }
}
