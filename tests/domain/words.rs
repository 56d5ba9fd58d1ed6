//! The log in words: days, clocks, counts, bars, and what a row says.

use crate::log::{date, performed};
use crate::routine::{item, routine};
use crate::session::{done, on_time, started};
use mainspring::domain::catalogue::{self, Goal, Level, Measure};
use mainspring::domain::coach::weekly_days;
use mainspring::domain::log::{Performed, set_count, so_far};
use mainspring::domain::progress::{Week, bars, covers_weeks, sets_by_exercise, week_days, weeks};
use mainspring::domain::routine::{Edit, Routine, ready_made};
use mainspring::domain::session::{Event, Side, steps};
use mainspring::domain::sound::Moment;
use mainspring::domain::units::{Amount, Seconds, Timestamp};
use mainspring::text::coach::{finish_sentence, weekly_words, weeks_sentence};
use mainspring::text::dates::long_day;
use mainspring::text::log::{
    ago_words, amount_words, bar_month, bar_value, dated_words, day_words, mark_words, next_day_words, open_words,
    reserve_words, session_minutes, session_sets, sets_words, span_words, stored_words, watch_words, when_words,
};
use mainspring::text::routine::{as_text, dose_words, start_button};
use mainspring::text::units::minutes_of;
use mainspring::text::{common, speech, units};
use rstest::rstest;
use time::Duration;

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
    assert_eq!(when_words(&session, date(2026, 11, 22)), "Today, 17:42");
    assert_eq!(when_words(&session, date(2026, 11, 30)), "Sun 22 Nov, 17:42");
    assert_eq!(session_sets(&session), "6 sets");
    session.planned = 8;
    assert_eq!(session_sets(&session), "6 sets, ended early");
    assert_eq!(session_minutes(&session), "6 min");
}

/// The lengths of the sessions of a week in seconds.
#[rstest]
#[case::the_reported_week(&[655, 655, 655], 33)]
#[case::another_reported_week(&[239, 239, 239, 239, 239], 20)]
#[case::one_session(&[372], 6)]
#[case::short_ones_add_up(&[20, 20, 20, 20, 20, 20], 2)]
#[case::never_nothing(&[1], 1)]
#[case::no_session(&[], 0)]
fn the_seconds_of_a_week_are_added_up_and_rounded_once(#[case] lengths: &[u32], #[case] minutes: u32) {
    let day = date(2026, 11, 18);
    let log: Vec<Performed> = lengths.iter().map(|length| performed("a", day, (9, 0), 0, *length, 3)).collect();
    let weeks = weeks(&log, day, 1);
    assert_eq!(weeks[0].minutes, minutes);
    assert_eq!(bar_value(&bars(&weeks)[0]), if minutes == 0 { String::new() } else { minutes.to_string() });
    let sentence = weeks_sentence(&weeks);
    let said = if minutes == 0 { "Nothing yet this week".to_owned() } else { format!(", {minutes} min this week") };
    assert!(sentence.contains(&said), "{sentence}");
}

#[test]
fn minutes_are_rounded_alike_wherever_they_are_shown() {
    for seconds in 0..=7200 {
        let session = performed("a", date(2026, 11, 18), (9, 0), 0, seconds, 3);
        let week = weeks(std::slice::from_ref(&session), date(2026, 11, 18), 1)[0].minutes;
        assert_eq!(
            session_minutes(&session),
            format!("{week} min"),
            "{seconds} s: a week of one session says the same"
        );
        assert_eq!(minutes_of(Seconds(seconds)), session_minutes(&session));
    }
}

/// Every ready-made routine and every exercise at every level: what is planned, what the player counts and what the log has.
#[test]
fn a_set_is_the_same_everywhere() {
    let singles =
        catalogue::briefs().iter().flat_map(|brief| Level::ALL.iter().map(|level| Routine::single(brief, *level)));
    for routine in ready_made().into_iter().chain(singles) {
        let sets = routine.sets();
        let steps = steps(&routine, &|_| Side::Right).len();
        let session = on_time(&routine, done);
        let open = started(&routine);
        let view = open.view(open.seen());
        assert_eq!((view.set, view.sets, view.steps), (1, sets, steps), "the player's \"1 of {sets}\"");
        assert_eq!((open.set_count(), open.sets_done(), session.sets_done()), (sets, 0, sets), "{}", routine.name);
        let performed = Performed::of(&session).unwrap();
        assert_eq!((performed.sets.len(), usize::from(performed.planned)), (steps, steps), "{}", routine.name);
        assert_eq!(set_count(&performed.sets), sets);
        let words = sets_words(sets);
        assert_eq!(session_sets(&performed), words);
        assert_eq!(open_words(0, sets, 0), format!("0 of {words} done"));
        let sentence = finish_sentence(&performed, &[], &[]);
        assert!(sentence.starts_with(&format!("Your first session: {words} in ")), "{sentence}");
        assert_eq!(sets_by_exercise(&performed).iter().map(|exercise| set_count(exercise.sets)).sum::<usize>(), sets);
    }
}

#[rstest]
#[case(&[("single-leg-balance", 1)], 1)]
#[case(&[("single-leg-deadlift", 3)], 3)]
#[case(&[("deep-squat", 3)], 3)]
#[case(&[("monster-walk", 2)], 2)]
#[case(&[("lunge", 3), ("single-leg-balance", 2)], 5)]
#[case::what_this_version_does_not_know_has_none(&[("moon-hop", 3)], 0)]
fn both_sides_are_one_set(#[case] items: &[(&str, usize)], #[case] sets: usize) {
    let lines: Vec<_> = items.iter().map(|(slug, sets)| item(slug, Level::Base, &[10, 10, 10][..*sets], 60)).collect();
    assert_eq!(routine(&lines).sets(), sets);
}

/// Two exercises of two sets on each side: the number of the set and how many are done, after each side.
#[test]
fn a_set_is_done_after_both_sides() {
    let lines = [item("single-leg-deadlift", Level::Base, &[10, 10], 60)];
    let mut counted = Vec::new();
    let session = on_time(&routine(&lines), |session, now| {
        let next = done(session, now);
        counted.push((next.set_number(), next.sets_begun(), next.sets_done()));
        next
    });
    assert_eq!(counted, [(1, 1, 0), (2, 1, 1), (2, 2, 1), (2, 2, 2)]);
    // One side of the last set is left out.
    let mut sides = 0;
    let one_sided = on_time(&routine(&lines), |session, now| {
        sides += 1;
        let at = session.at();
        if sides == 4 { session.on(Event::Skip(at), now).0 } else { done(session, now) }
    });
    assert_eq!((one_sided.sets_done(), set_count(&Performed::of(&one_sided).unwrap().sets)), (1, 2));
    assert_eq!(set_count(&Performed::of(&session).unwrap().sets), 2);
}

/// Sets as `side set`; the same exercise twice in a row begins with its first set again.
#[rstest]
#[case::none(&[], 0)]
#[case::both_sides(&[(Some(Side::Right), 1), (Some(Side::Left), 1)], 1)]
#[case::left_first(&[(Some(Side::Left), 1), (Some(Side::Right), 1)], 1)]
#[case::one_side_of_two_sets(&[(Some(Side::Right), 1), (Some(Side::Right), 2)], 2)]
#[case::twice_in_a_row(&[(Some(Side::Right), 1), (Some(Side::Left), 1), (Some(Side::Right), 1), (Some(Side::Left), 1)], 2)]
#[case::no_sides(&[(None, 1), (None, 2), (None, 1)], 3)]
fn sets_are_counted(#[case] of: &[(Option<Side>, u8)], #[case] count: usize) {
    let mut session = performed("a", date(2026, 11, 22), (16, 42), 60, 372, u8::try_from(of.len()).unwrap());
    for (set, (side, number)) in session.sets.iter_mut().zip(of) {
        (set.side, set.set) = (*side, *number);
    }
    assert_eq!(set_count(&session.sets), count);
}

#[rstest]
#[case(0, 8, 0, "0 of 8 sets done")]
#[case(3, 8, 3, "3 of 8 sets done, all saved")]
#[case(3, 8, 2, "3 of 8 sets done, 2 saved")]
#[case(0, 1, 0, "0 of 1 set done")]
#[case(1, 1, 1, "1 of 1 set done, all saved")]
#[case(1, 2, 1, "1 of 2 sets done, all saved")]
fn an_open_session_says_what_is_saved(#[case] done: usize, #[case] of: usize, #[case] saved: usize, #[case] w: &str) {
    assert_eq!(open_words(done, of, saved), w);
}

#[rstest]
#[case("six-minutes", "Start · 6 min · no kit")]
#[case("bands-before-a-run", "Start · 8 min · loop band")]
fn start_says_minutes_and_kit(#[case] id: &str, #[case] words: &str) {
    let routine = ready_made().into_iter().find(|r| r.id == id).unwrap();
    assert_eq!(start_button(&routine), words);
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

/// A number with its noun.
type Say = fn(u32) -> String;

/// The noun or unit that goes with 0, 1 and 2, wherever a number is said.
#[rstest]
fn numbers_and_their_nouns_agree(#[values(0_u16, 1, 2)] number: u16) {
    let plural = if number == 1 { "" } else { "s" };
    let n = usize::from(number);
    let nouns: [(Say, &str); 4] = [
        (common::sets, "set"),
        (common::sessions, "session"),
        (common::routines, "routine"),
        (common::exercises, "exercise"),
    ];
    for (say, noun) in nouns {
        assert_eq!(say(number.into()), format!("{number} {noun}{plural}"));
    }
    assert_eq!(sets_words(n), format!("{number} set{plural}"));
    assert_eq!(stored_words(n, false), format!("{number} session{plural}"));
    for (measure, unit) in
        [(Measure::Reps, "rep"), (Measure::Seconds, "second"), (Measure::Steps, "step"), (Measure::Rounds, "round")]
    {
        assert_eq!(units::word(number.into(), measure), format!("{unit}{plural}"));
    }
    let week = [Week { monday: date(2026, 11, 16), minutes: u32::from(number), sessions: u32::from(number) }];
    let sentence = weeks_sentence(&week);
    assert_eq!(sentence.starts_with("1 session,"), number == 1, "{sentence}");
    if number > 0 {
        let amount = Amount::new(number).unwrap();
        assert_eq!(amount_words(amount, Measure::Reps), format!("{number} rep{plural}"));
        let plan = routine(&[item("deep-squat", Level::Base, &[number], 60)]);
        assert_eq!(dose_words(&plan.items[0]), format!("{number} rep{plural}"));
        let performed = performed("a", date(2026, 11, 16), (7, 0), 0, 60, u8::try_from(number).unwrap());
        let sentence = finish_sentence(&performed, &[], &[]);
        assert!(sentence.contains(&format!(" {number} set{plural} in")), "{sentence}");
        assert_eq!(session_sets(&performed), format!("{number} set{plural}"));
    }
}

#[rstest]
#[case(1, "Done. Rest, 1 second. Next: deep squat.")]
#[case(2, "Done. Rest, 2 seconds. Next: deep squat.")]
fn a_rest_is_announced_in_seconds(#[case] rest: u32, #[case] words: &str) {
    let session = started(&routine(&[item("deep-squat", Level::Base, &[10, 10], rest)]));
    let now = session.seen().plus_ms(20_000);
    let session = session.on(Event::Begin, now).0;
    let session = done(session, now.plus_ms(9_000));
    assert_eq!(speech::words(&session, Moment::Opening), words);
}

#[rstest]
#[case(&[1, 8], "1, 8 reps")]
#[case(&[8, 1], "8, 1 reps")]
#[case(&[1, 1], "2 × 1 rep")]
#[case(&[1], "1 rep")]
fn a_dose_of_unequal_sets_has_the_unit_of_the_largest(#[case] targets: &[u16], #[case] words: &str) {
    assert_eq!(dose_words(&routine(&[item("deep-squat", Level::Base, targets, 60)]).items[0]), words);
}

#[rstest]
#[case(0, "today")]
#[case(1, "tomorrow")]
#[case(2, "Saturday")]
#[case(6, "Wednesday")]
#[case(7, "Thu 26 Nov")]
fn a_day_to_come_is_named(#[case] days: i64, #[case] words: &str) {
    let today = date(2026, 11, 19);
    assert_eq!(next_day_words(today + Duration::days(days), today), words);
}

#[test]
fn a_session_dated_ahead_says_so_and_counts_into_no_week() {
    let today = date(2026, 11, 19);
    let now = Timestamp(today.with_hms(12, 0, 0).unwrap().assume_utc().unix_timestamp() * 1000);
    let ahead = performed("a", date(2027, 11, 22), (7, 0), 0, 300, 3);
    assert_eq!(dated_words(&ahead, today, now), "Dated ahead: 22 Nov 2027");
    assert_eq!(dated_words(&performed("b", today, (7, 0), 0, 300, 3), today, now), "Today, 7:00");
    for day in [date(2026, 11, 21), date(2026, 11, 22), date(2027, 11, 22)] {
        let log = [performed("a", day, (7, 0), 0, 300, 3), performed("b", today, (7, 0), 0, 300, 3)];
        assert_eq!(weeks(&log, today, 1)[0].sessions, 1, "{day}");
        assert_eq!(week_days(&log, today).iter().filter(|day| day.trained).count(), 1, "{day}");
        assert_eq!(so_far(&log, today), &log[1..], "{day}");
    }
}

/// A session started two hours ago, at this lead on UTC, by whoever is now in New York, five hours behind.
#[rstest]
#[case::in_tokyo(540, (2026, 11, 20))]
#[case::in_london(0, (2026, 11, 19))]
fn a_session_of_tomorrow_by_a_flight_west_counts_today(#[case] offset: i16, #[case] day: (i32, u8, u8)) {
    let today = date(2026, 11, 19);
    let now = Timestamp(today.with_hms(20, 0, 0).unwrap().assume_utc().unix_timestamp() * 1000);
    let session = performed("a", today, (18, 0), offset, 300, 3);
    assert_eq!(session.day(), Some(date(day.0, day.1, day.2)));
    assert_eq!((session.counted_day(today), session.is_dated_ahead(now)), (Some(today), false));
    assert!(week_days(std::slice::from_ref(&session), today)[3].trained);
    assert_eq!(weeks(&[session], today, 1)[0].sessions, 1);
}

/// The moments of its sets in seconds, and what counts of its length in minutes.
#[rstest]
#[case::eight_hours_asleep_in_a_set(&[60, 28_860], 31)]
#[case::a_clock_that_leapt_a_year(&[31_536_000], 30)]
#[case::three_hours_are_believed(&[3 * 3600], 180)]
#[case::a_long_day_of_many_sets(&[1800, 3600, 5400, 7200, 9000, 10_800, 12_600], 210)]
fn a_session_that_stood_open_does_not_swamp_its_week(#[case] at: &[u32], #[case] minutes: u32) {
    let today = date(2026, 11, 19);
    let length = *at.last().unwrap();
    let mut session = performed("a", today, (7, 0), 0, length, u8::try_from(at.len()).unwrap());
    session.sets.iter_mut().zip(at).for_each(|(set, at)| set.at = Seconds(*at));
    assert_eq!(session_minutes(&session), minutes_of(Seconds(length)), "shown as what it is");
    assert_eq!(weeks(&[session], today, 1)[0].minutes, minutes);
}

#[test]
fn a_week_marks_the_days_trained() {
    let today = date(2026, 11, 19);
    let log = [performed("a", date(2026, 11, 16), (7, 0), 0, 300, 3), performed("b", today, (7, 0), 0, 300, 3)];
    let week = week_days(&log, today);
    let words: Vec<String> = week.iter().map(mark_words).collect();
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
    assert_eq!(weekly_days(goal), days);
}

#[test]
fn the_longest_week_fills_the_chart_and_none_is_flat_that_was_trained() {
    let week = |day: u8, minutes| Week { monday: date(2026, 11, day), minutes, sessions: minutes.min(1) };
    let bars = bars(&[week(2, 0), week(9, 1), week(16, 200)]);
    assert_eq!(bars.iter().map(|bar| bar.percent).collect::<Vec<_>>(), [0, 3, 100]);
    assert_eq!(bars.iter().map(bar_value).collect::<Vec<_>>(), ["", "1", "200"]);
    assert_eq!(bars.iter().map(bar_month).collect::<Vec<_>>(), ["Nov", "", ""]);
    assert_eq!(bars.iter().map(|bar| bar.now).collect::<Vec<_>>(), [false, false, true]);
}

#[test]
fn two_names_of_months_never_stand_side_by_side() {
    let week = |month, day| Week { monday: date(2026, month, day), minutes: 0, sessions: 0 };
    let months: Vec<&str> = bars(&[week(8, 31), week(9, 7), week(9, 14)]).iter().map(bar_month).collect();
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
    assert!(!covers_weeks(&[], today, 12));
    assert!(!covers_weeks(&of(date(2026, 8, 31)), today, 12));
    assert!(covers_weeks(&of(date(2026, 8, 30)), today, 12));
}

#[test]
fn sets_are_told_exercise_by_exercise() {
    let mut session = performed("a", date(2026, 11, 19), (7, 0), 0, 300, 4);
    session.sets[2].exercise = "lunge".to_owned();
    let exercises: Vec<usize> = sets_by_exercise(&session).iter().map(|exercise| exercise.sets.len()).collect();
    assert_eq!(exercises, [2, 1, 1]);
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
    assert_eq!(reserve_words(&sets_by_exercise(&session)[0]).as_deref(), words);
}

#[test]
fn a_routine_as_a_text_names_its_parts_rounds_and_notes() {
    let noted = crate::blocks::with_circuit().edited(&Edit::BlockNote(9, "No chat".to_owned()));
    let noted = noted.edited(&Edit::ItemNote(1, "Slowly".to_owned())).edited(&Edit::Note("For hills".to_owned()));
    let text = as_text(&noted, "https://example.org/r#2x");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[1], "For hills");
    assert_eq!(lines[3], "Main part");
    assert!(lines[4].starts_with("1. Deep squat, "), "{text}");
    assert_eq!(&lines[6..8], ["Circuit: 3 rounds, 1 min between rounds", "No chat"]);
    assert!(lines[8].starts_with("2. Lunge, ") && lines[10].starts_with("3. Banded glute bridge, "), "{text}");
    assert_eq!(lines[9], "Slowly");
    assert_eq!(&lines[lines.len() - 2..], ["Open it in Mainspring:", "https://example.org/r#2x"]);
}
