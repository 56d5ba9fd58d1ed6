//! The log in words: days, clocks, counts, bars, and what a row says.

use crate::log::{date, performed};
use mainspring::domain::catalogue::{self, Goal, Measure};
use mainspring::domain::coach::{weekly, weekly_words};
use mainspring::domain::log::{
    Week, ago_words, amount_words, bars, covers, day_words, long_day, open_words, span_words, stored_words,
    watch_words, week_days, weeks,
};
use mainspring::domain::routine::{Routine, ready_made, start_words};
use mainspring::domain::units::{Amount, Seconds, Timestamp};
use rstest::rstest;

#[rstest]
#[case::today((2026, 11, 22), "Today")]
#[case::yesterday((2026, 11, 21), "Yesterday")]
#[case::the_day_before((2026, 11, 20), "Fri 20 Nov")]
#[case::monday((2026, 11, 16), "Mon 16 Nov")]
#[case::tomorrow_by_a_clock_set_back((2026, 11, 23), "Mon 23 Nov")]
#[case::last_year((2025, 12, 31), "Wed 31 Dec 2025")]
fn a_day_is_said_as_seen_from_today(#[case] day: (i32, u8, u8), #[case] words: &str) {
    assert_eq!(day_words(date(day.0, day.1, day.2), date(2026, 11, 22)), words);
}

#[test]
fn a_day_is_said_in_full() {
    assert_eq!(long_day(date(2026, 11, 22)), "Sunday 22 November");
    assert_eq!(long_day(date(2027, 1, 1)), "Friday 1 January");
}

#[rstest]
#[case(0, "just now")]
#[case(59, "just now")]
#[case(60, "1 min ago")]
#[case(59 * 60, "59 min ago")]
#[case(60 * 60, "1 h ago")]
#[case(24 * 3600, "1 day ago")]
#[case(50 * 3600, "2 days ago")]
#[case::clock_set_back(-300, "just now")]
fn how_long_ago(#[case] seconds: i64, #[case] words: &str) {
    assert_eq!(ago_words(Timestamp(1_000_000), Timestamp(1_000_000 + seconds * 1000)), words);
}

#[test]
fn a_session_says_when_how_many_sets_and_minutes() {
    let mut session = performed("a", date(2026, 11, 22), (16, 42), 60, 372, 6);
    assert_eq!(session.when_words(date(2026, 11, 22)), "Today, 17:42");
    assert_eq!(session.when_words(date(2026, 11, 30)), "Sun 22 Nov, 17:42");
    assert_eq!(session.sets_words(), "6 sets");
    session.planned = 8;
    assert_eq!(session.sets_words(), "6 of 8 sets");
    assert_eq!(session.minutes_words(), "7 min");
}

#[test]
fn the_minutes_of_the_rows_add_up_to_the_bar() {
    let day = date(2026, 11, 18);
    let log = [performed("a", day, (9, 0), 0, 372, 6), performed("b", day, (18, 0), 0, 61, 1)];
    let rows: u32 = log.iter().map(|p| p.minutes_words().trim_end_matches(" min").parse::<u32>().unwrap()).sum();
    assert_eq!(weeks(&log, day, 1)[0].minutes, rows);
}

#[rstest]
#[case(0, 8, 0, "0 of 8 sets done")]
#[case(3, 8, 3, "3 of 8 sets done, all saved")]
#[case(3, 8, 2, "3 of 8 sets done, 2 saved")]
fn an_open_session_says_what_is_saved(#[case] done: usize, #[case] of: usize, #[case] saved: usize, #[case] w: &str) {
    assert_eq!(open_words(done, of, saved), w);
}

#[rstest]
#[case("six-minutes", "Start · 6 min · no kit")]
#[case("bands-before-a-run", "Start · 8 min · loop band")]
fn start_says_minutes_and_kit(#[case] id: &str, #[case] words: &str) {
    let routine = ready_made().into_iter().find(|r| r.id == id).unwrap();
    assert_eq!(start_words(&routine), words);
}

#[test]
fn amounts_and_times_are_short() {
    let twelve = Amount::new(12).unwrap();
    assert_eq!(amount_words(twelve, Measure::Reps), "12 reps");
    assert_eq!(amount_words(twelve, Measure::Seconds), "12 s");
    assert_eq!(watch_words(Seconds(48)), "0:48");
    assert_eq!(watch_words(Seconds(725)), "12:05");
    assert_eq!(stored_words(1, false), "1 session");
    assert_eq!(stored_words(43, true), "At least 43 sessions");
}

#[test]
fn a_week_marks_the_days_trained() {
    let today = date(2026, 11, 19);
    let log = [performed("a", date(2026, 11, 16), (7, 0), 0, 300, 3), performed("b", today, (7, 0), 0, 300, 3)];
    let week = week_days(&log, today);
    let words: Vec<&str> = week.iter().map(|day| day.words.as_str()).collect();
    assert_eq!(
        words,
        [
            "Monday, trained",
            "Tuesday, no session",
            "Wednesday, no session",
            "Thursday, today, trained",
            "Friday, to come",
            "Saturday, to come",
            "Sunday, to come"
        ]
    );
    assert_eq!(weekly_words(&week, 2), "2 of 2 strength days this week");
    assert_eq!(weekly_words(&week, 1), "2 strength days this week; your goal asks for 1");
}

#[rstest]
#[case(Goal::Muscle, 3)]
#[case(Goal::Endurance, 2)]
#[case(Goal::Fitness, 2)]
fn muscle_asks_for_a_third_day(#[case] goal: Goal, #[case] days: usize) {
    assert_eq!(weekly(goal).days, days);
}

#[test]
fn the_longest_week_fills_the_chart_and_none_is_flat_that_was_trained() {
    let week = |day: u8, minutes| Week { monday: date(2026, 11, day), minutes, sessions: minutes.min(1) };
    let bars = bars(&[week(2, 0), week(9, 1), week(16, 200)]);
    assert_eq!(bars.iter().map(|bar| bar.percent).collect::<Vec<_>>(), [0, 3, 100]);
    assert_eq!(bars.iter().map(|bar| bar.value.as_str()).collect::<Vec<_>>(), ["", "1", "200"]);
    assert_eq!(bars.iter().map(|bar| bar.month).collect::<Vec<_>>(), ["Nov", "", ""]);
    assert_eq!(bars.iter().map(|bar| bar.now).collect::<Vec<_>>(), [false, false, true]);
}

#[test]
fn two_names_of_months_never_stand_side_by_side() {
    let week = |month, day| Week { monday: date(2026, month, day), minutes: 0, sessions: 0 };
    let months: Vec<&str> = bars(&[week(8, 31), week(9, 7), week(9, 14)]).iter().map(|bar| bar.month).collect();
    assert_eq!(months, ["", "Sep", ""]);
}

#[test]
fn a_week_may_reach_into_the_next_month() {
    assert_eq!(span_words(date(2026, 11, 16)), "16–22 Nov");
    assert_eq!(span_words(date(2026, 11, 30)), "30 Nov – 6 Dec");
}

#[test]
fn a_log_covers_the_chart_once_something_older_was_read() {
    let today = date(2026, 11, 19);
    let of = |day| [performed("a", day, (7, 0), 0, 300, 3)];
    assert!(!covers(&[], today, 12));
    assert!(!covers(&of(date(2026, 8, 31)), today, 12));
    assert!(covers(&of(date(2026, 8, 30)), today, 12));
}

#[test]
fn sets_are_told_exercise_by_exercise() {
    let mut session = performed("a", date(2026, 11, 19), (7, 0), 0, 300, 4);
    session.sets[2].exercise = "lunge".to_owned();
    let bouts: Vec<usize> = session.bouts().iter().map(|bout| bout.sets.len()).collect();
    assert_eq!(bouts, [2, 1, 1]);
}

#[test]
fn a_session_can_be_done_again_while_its_routine_or_exercise_is_there() {
    let mut session = performed("a", date(2026, 11, 19), (7, 0), 0, 300, 3);
    let routine = Routine::empty("body-weight".to_owned(), "Body weight");
    assert_eq!(session.again(Some(routine.clone())), Some(routine));
    assert_eq!(session.again(None), None);
    session.from = "deep-squat".to_owned();
    let again = session.again(None).unwrap();
    assert_eq!((again.id.as_str(), again.items.len()), ("deep-squat", 1));
    assert_eq!(again.title(), catalogue::find("deep-squat").unwrap().name);
}

#[rstest]
#[case::not_told(None, Measure::Reps, None)]
#[case::nothing(Some(0), Measure::Reps, Some("0 reps in reserve"))]
#[case::one(Some(1), Measure::Reps, Some("1 rep in reserve"))]
#[case::steps(Some(4), Measure::Steps, Some("4 steps in reserve"))]
fn an_exercise_says_its_reserve(#[case] reserve: Option<u8>, #[case] measure: Measure, #[case] words: Option<&str>) {
    let mut session = performed("a", date(2026, 11, 19), (7, 0), 0, 300, 3);
    (session.sets[1].reserve, session.sets[1].measure) = (reserve, measure);
    assert_eq!(session.bouts()[0].reserve_words().as_deref(), words);
}
