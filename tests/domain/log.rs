//! The log: local days, months and weeks, and what a session amounts to.

use crate::routine::{item, routine};
use crate::session::{amount, on_time, started};
use mainspring::domain::catalogue::{Level, Measure};
use mainspring::domain::log::{MAX_NOTE, Performed, SetDone, note};
use mainspring::domain::progress::{Week, monday, weaker_side, weeks};
use mainspring::domain::saved::month_key;
use mainspring::domain::session::{Event, Session, Side};
use mainspring::domain::units::{Offset, Seconds, Timestamp};
use rstest::rstest;
use time::{Date, Duration, Month, OffsetDateTime};

/// A calendar day.
pub fn date(year: i32, month: u8, day: u8) -> Date {
    Date::from_calendar_date(year, Month::try_from(month).unwrap(), day).unwrap()
}

/// A session of `sets` squats, started at `hour`:`minute` UTC of that day, where the local clock is `offset` ahead.
pub fn performed(id: &str, day: Date, (hour, minute): (u8, u8), offset: i16, length: u32, sets: u8) -> Performed {
    let start = day.with_hms(hour, minute, 0).unwrap().assume_utc().unix_timestamp();
    let set = |set: u8| SetDone {
        exercise: "deep-squat".to_owned(),
        level: Level::Base,
        set,
        side: None,
        measure: Measure::Reps,
        target: amount(20),
        done: amount(20),
        at: Seconds(length * u32::from(set) / u32::from(sets)),
        reserve: None,
        load: None,
    };
    Performed {
        id: id.to_owned(),
        from: "body-weight".to_owned(),
        name: "Body weight".to_owned(),
        started: Timestamp(start * 1000),
        offset: Offset::from_minutes(offset),
        length: Seconds(length),
        planned: u16::from(sets),
        rounds: 0,
        effort: None,
        note: None,
        sets: (1..=sets).map(set).collect(),
    }
}

/// A session with these amounts of an exercise, each on its side.
fn sided(exercise: &str, sets: &[(Side, u16)]) -> Performed {
    let mut session = performed("a", date(2026, 11, 22), (18, 0), 60, 60, 1);
    let template = session.sets.remove(0);
    let set = |(side, done): &(Side, u16)| SetDone {
        exercise: exercise.to_owned(),
        side: Some(*side),
        done: amount(*done),
        ..template.clone()
    };
    session.sets = sets.iter().map(set).collect();
    session
}

const L: Side = Side::Left;
const R: Side = Side::Right;

/// Sessions of single-leg deadlifts, newest first.
#[rstest]
#[case::nothing_yet(&[], None)]
#[case::fewer_on_the_left(&[&[(R, 10), (L, 8)][..]], Some(L))]
#[case::fewer_on_the_right(&[&[(L, 10), (R, 9)][..]], Some(R))]
#[case::in_all(&[&[(R, 10), (L, 9), (R, 8), (L, 10)][..]], Some(R))]
#[case::equal(&[&[(R, 10), (L, 10)][..]], None)]
#[case::equal_last_time_though_not_before(&[&[(R, 10), (L, 10)][..], &[(R, 10), (L, 8)][..]], None)]
#[case::the_newest_holds(&[&[(R, 10), (L, 8)][..], &[(R, 8), (L, 10)][..]], Some(L))]
#[case::a_session_with_one_side_tells_nothing(&[&[(R, 3)][..], &[(R, 8), (L, 10)][..]], Some(R))]
fn the_weaker_side(#[case] sessions: &[&[(Side, u16)]], #[case] expected: Option<Side>) {
    let log: Vec<_> = sessions.iter().map(|sets| sided("single-leg-deadlift", sets)).collect();
    assert_eq!(weaker_side(&log, "single-leg-deadlift"), expected);
    assert_eq!(weaker_side(&log, "single-leg-balance"), None, "of another exercise");
}

#[rstest]
#[case::utc((2026, 11, 22), (18, 30), 0, (2026, 11, 22), "log:2026-11")]
#[case::before_midnight_in_berlin((2026, 11, 22), (22, 59), 60, (2026, 11, 22), "log:2026-11")]
#[case::midnight_in_berlin((2026, 11, 22), (23, 0), 60, (2026, 11, 23), "log:2026-11")]
#[case::last_minute_of_the_year_in_berlin((2026, 12, 31), (22, 59), 60, (2026, 12, 31), "log:2026-12")]
#[case::first_minute_of_the_year_in_berlin((2026, 12, 31), (23, 0), 60, (2027, 1, 1), "log:2027-01")]
#[case::still_last_year_in_new_york((2027, 1, 1), (4, 59), -300, (2026, 12, 31), "log:2026-12")]
#[case::new_year_in_new_york((2027, 1, 1), (5, 0), -300, (2027, 1, 1), "log:2027-01")]
#[case::west_of_the_date_line((2026, 11, 22), (10, 0), 840, (2026, 11, 23), "log:2026-11")]
#[case::east_of_the_date_line((2026, 11, 22), (10, 0), -720, (2026, 11, 21), "log:2026-11")]
#[case::last_month_east_of_the_date_line((2026, 12, 1), (10, 0), -720, (2026, 11, 30), "log:2026-11")]
#[case::half_an_hour((2026, 11, 22), (18, 30), 330, (2026, 11, 23), "log:2026-11")]
#[case::three_quarters((2026, 11, 22), (18, 15), 345, (2026, 11, 23), "log:2026-11")]
#[case::half_an_hour_behind((2026, 11, 22), (3, 29), -210, (2026, 11, 21), "log:2026-11")]
#[case::leap_day((2028, 2, 29), (23, 0), 0, (2028, 2, 29), "log:2028-02")]
#[case::day_after_the_leap_day((2028, 2, 29), (23, 0), 60, (2028, 3, 1), "log:2028-03")]
#[case::no_leap_day_in_2100((2100, 2, 28), (23, 0), 60, (2100, 3, 1), "log:2100-03")]
#[case::before_the_epoch((1969, 12, 31), (23, 59), 0, (1969, 12, 31), "log:1969-12")]
#[case::an_offset_no_clock_can_show((2026, 11, 22), (23, 0), 1440, (2026, 11, 22), "log:2026-11")]
fn a_session_belongs_to_its_own_local_day_and_month(
    #[case] utc: (i32, u8, u8),
    #[case] at: (u8, u8),
    #[case] offset: i16,
    #[case] day: (i32, u8, u8),
    #[case] month: &str,
) {
    let session = performed("a", date(utc.0, utc.1, utc.2), at, offset, 60, 1);
    assert_eq!(session.day(), Some(date(day.0, day.1, day.2)));
    assert_eq!(month_key(&session), month);
}

#[test]
fn a_moment_beyond_all_calendars_is_undated_and_not_lost() {
    let mut session = performed("a", date(2026, 1, 1), (0, 0), 0, 60, 1);
    for moment in [i64::MAX, i64::MIN] {
        session.started = Timestamp(moment);
        assert_eq!((session.day(), month_key(&session).as_str()), (None, "log:undated"));
        assert_eq!(weeks(std::slice::from_ref(&session), date(2026, 1, 1), 1)[0].sessions, 0);
        let (hour, minute) = session.started.clock(Offset::from_minutes(-720));
        assert!(hour < 24 && minute < 60);
    }
}

#[rstest]
#[case::utc((0, 0), 0, (0, 0))]
#[case::ahead((18, 30), 345, (0, 15))]
#[case::behind((1, 0), -210, (21, 30))]
fn the_local_clock(#[case] utc: (u8, u8), #[case] offset: i16, #[case] local: (u8, u8)) {
    let session = performed("a", date(2026, 11, 22), utc, offset, 60, 1);
    assert_eq!(session.started.clock(session.offset), local);
}

/// Central European time as its law has it: summer time from the last Sunday of March to the last of October, 01:00 UTC.
fn berlin(moment: OffsetDateTime) -> i16 {
    let last_sunday = |month: Month| {
        let last = Date::from_calendar_date(moment.year(), month, 31).unwrap();
        (last - Duration::days(i64::from(last.weekday().number_days_from_sunday())))
            .with_hms(1, 0, 0)
            .unwrap()
            .assume_utc()
    };
    let summer = last_sunday(Month::March) <= moment && moment < last_sunday(Month::October);
    if summer { 120 } else { 60 }
}

#[test]
fn from_2000_to_2040_each_local_day_comes_once_in_order_through_days_of_23_and_25_hours() {
    let mut hour = date(2000, 1, 1).with_hms(0, 0, 0).unwrap().assume_utc();
    let end = date(2041, 1, 1).with_hms(0, 0, 0).unwrap().assume_utc();
    let (mut last, mut hours, mut lengths) = (None, 0, std::collections::BTreeMap::new());
    while hour < end {
        let day = Timestamp(hour.unix_timestamp() * 1000).day(Offset::from_minutes(berlin(hour))).unwrap();
        if last != Some(day) {
            assert!(last.is_none_or(|before: Date| before.next_day() == Some(day)), "{last:?} then {day}");
            *lengths.entry(hours).or_insert(0) += 1;
            (last, hours) = (Some(day), 0);
        }
        hours += 1;
        hour += Duration::hours(1);
    }
    // The first entry stands for what came before the first day, the second for the one begun at 01:00.
    assert_eq!(
        lengths.into_iter().filter(|(hours, _)| *hours >= 23 && *hours != 24).collect::<Vec<_>>(),
        [(23, 42), (25, 41)]
    );
}

#[rstest]
#[case::a_monday((2026, 11, 16), (2026, 11, 16))]
#[case::a_sunday((2026, 11, 22), (2026, 11, 16))]
#[case::over_the_year_end((2027, 1, 3), (2026, 12, 28))]
#[case::new_years_day_on_a_monday((2029, 1, 1), (2029, 1, 1))]
#[case::over_a_leap_day((2028, 3, 1), (2028, 2, 28))]
#[case::the_spring_change((2026, 3, 29), (2026, 3, 23))]
#[case::the_autumn_change((2026, 10, 25), (2026, 10, 19))]
fn the_week_of(#[case] day: (i32, u8, u8), #[case] its_monday: (i32, u8, u8)) {
    assert_eq!(monday(date(day.0, day.1, day.2)), date(its_monday.0, its_monday.1, its_monday.2));
}

#[test]
fn weeks_are_counted_by_local_days_across_the_year_end_and_empty_ones_stay() {
    let log = [
        performed("a", date(2026, 12, 20), (12, 0), 0, 600, 2),
        performed("b", date(2026, 12, 27), (23, 30), 60, 61, 2),
        performed("c", date(2027, 1, 3), (12, 0), 0, 1, 1),
        performed("d", date(2027, 1, 4), (4, 0), -300, 0, 1),
        performed("e", date(2027, 1, 12), (12, 0), 0, 59, 1),
    ];
    let week = |monday, minutes, sessions| Week { monday, minutes, sessions };
    let expected = [
        week(date(2026, 12, 14), 10, 1),
        week(date(2026, 12, 21), 0, 0),
        // 62 seconds in all.
        week(date(2026, 12, 28), 1, 3),
        week(date(2027, 1, 4), 0, 0),
    ];
    assert_eq!(weeks(&log, date(2027, 1, 10), 4), expected);
    assert!(weeks(&log, date(2027, 1, 10), 0).is_empty());
}

#[test]
fn ten_years_of_weeks_are_seven_days_apart_and_hold_every_session_once() {
    let first = date(2025, 12, 29);
    let days: Vec<Date> = (0..3650).map(|n| first + Duration::days(n)).collect();
    let log: Vec<Performed> = days.iter().map(|day| performed("a", *day, (12, 0), 0, 60, 1)).collect();
    let all = weeks(&log, *days.last().unwrap(), 522);
    assert!(all.windows(2).all(|pair| pair[1].monday - pair[0].monday == Duration::weeks(1)));
    assert_eq!(all.iter().map(|week| week.sessions).sum::<u32>(), 3650);
    assert!(all[..521].iter().all(|week| week.sessions == 7));
}

#[test]
fn a_session_without_a_set_amounts_to_nothing() {
    assert_eq!(Performed::of(&started(&routine(&[item("deep-squat", Level::Base, &[20], 60)]))), None);
}

#[test]
fn a_session_amounts_to_its_sets_with_what_was_asked_and_what_was_done() {
    let plan =
        routine(&[item("supported-pistol-squat", Level::Hard, &[10, 8], 60), item("lunge", Level::Base, &[15], 60)]);
    let session: Session = on_time(&plan, |session, now| {
        let event = match session.at() {
            1 => Event::Skip(1),
            at => Event::Done(at, amount(9)),
        };
        session.on(event, now).0
    });
    let performed = Performed::of(&session).unwrap();
    let sets: Vec<_> =
        performed.sets.iter().map(|s| (s.exercise.as_str(), s.set, s.side, s.target.get(), s.done.get())).collect();
    let pistol = "supported-pistol-squat";
    let (left, right) = (Some(Side::Left), Some(Side::Right));
    assert_eq!(
        sets,
        [(pistol, 1, right, 10, 9), (pistol, 2, right, 8, 9), (pistol, 2, left, 8, 9), ("lunge", 1, None, 15, 9)]
    );
    assert_eq!((performed.planned, performed.effort), (5, None));
    assert_eq!((performed.id.as_str(), &performed.from, &performed.name), (session.id(), &plan.id, &plan.name));
    assert_eq!((performed.started, performed.offset), (session.started(), session.offset()));
    assert_eq!(performed.length, performed.sets.last().unwrap().at);
    assert_eq!(performed.exercises(), ["Supported pistol squat", "Lunge"]);
}

#[rstest]
#[case::plain("Felt good.", Some("Felt good."))]
#[case::space_around_it("  \n Felt good.\t\n", Some("Felt good."))]
#[case::lines_stay("One.\nTwo.", Some("One.\nTwo."))]
#[case::lines_of_windows("One.\r\nTwo.", Some("One.\nTwo."))]
#[case::control_characters_go("a\u{0}b\u{7f}c\u{85}d", Some("abcd"))]
#[case::nothing("", None)]
#[case::nothing_but_space(" \n\t", None)]
#[case::other_scripts_stay("Ümläut 🧱", Some("Ümläut 🧱"))]
fn a_note_is_kept_as(#[case] text: &str, #[case] kept: Option<&str>) {
    assert_eq!(note(text).as_deref(), kept);
}

#[test]
fn a_note_ends_after_500_characters_and_not_in_the_middle_of_one() {
    let long = note(&"🧱".repeat(501)).unwrap();
    assert_eq!((long.chars().count(), MAX_NOTE), (500, 500));
    assert_eq!(note(&long).as_ref(), Some(&long));
    let spaced = note(&format!("{} {}", "a".repeat(499), "b")).unwrap();
    assert_eq!((spaced.len(), note(&spaced).as_ref()), (499, Some(&spaced)));
}

#[rstest]
#[case::some(1, 3, [None, Some(3)])]
#[case::none_left(0, 0, [Some(0), None])]
#[case::more_than_can_be_told(0, 11, [Some(10), None])]
#[case::no_such_set(2, 3, [None, None])]
fn a_reserve_belongs_to_its_set(#[case] index: usize, #[case] reserve: u8, #[case] expected: [Option<u8>; 2]) {
    let session = performed("a", date(2026, 11, 22), (12, 0), 0, 60, 2).with_reserve(index, reserve);
    assert_eq!(session.sets.iter().map(|set| set.reserve).collect::<Vec<_>>(), expected);
}
