//! The coach: what Today offers and why, and sentences that are true.

use crate::log::{date, performed};
use crate::pain::report;
use crate::routine::{item, routine};
use crate::session::amount;
use mainspring::domain::catalogue::{BodyPart, Kit, Level, Measure};
use mainspring::domain::coach::{Now, Situation, Suggestion, first_suggestion, suggest};
use mainspring::domain::log::{Effort, Performed, SetDone};
use mainspring::domain::progress::weeks;
use mainspring::domain::routine::{Item, Routine, ready_made};
use mainspring::domain::session::Side;
use mainspring::domain::units::Seconds;
use mainspring::text::coach::{finish_sentence, reason as said, weeks_sentence};
use mainspring::text::units::spoken;
use rstest::rstest;
use time::{Date, Duration};

const FIRST: &str = "Strength for runners. Short, standing, no equipment; offline, no account.";
const NEW: &str = "New to you, and you have what it needs.";
const LONGEST_AGO: &str = "Of those that fit you, the one trained longest ago.";
const OTHER: &str = "It trains something else than yesterday.";
const HOURS: &str = "Coaches leave 48 hours between leg sessions.";
const ALL_DAYS: &str = "You trained on all the strength days your goal asks for.";
const HARD_YESTERDAY: &str = "Yesterday was hard. Coaches leave 48 hours between leg sessions.";

/// A Wednesday.
const TODAY: (i32, u8, u8) = (2026, 11, 18);

fn today() -> Date {
    date(TODAY.0, TODAY.1, TODAY.2)
}

/// A session of the routine with this id, so many days before today, with a set of each of its exercises. "gone" is one
/// that is not there any more.
fn trained(ago: i64, id: &str) -> Performed {
    let session = performed("a", today() - Duration::days(ago), (12, 0), 0, 60, 1);
    let routine = ready_made().into_iter().find(|routine| routine.id == id);
    let items = routine.map_or_else(Vec::new, |routine| routine.items);
    let set = |item: &Item| SetDone {
        exercise: item.exercise.clone(),
        level: item.level.min(Level::Base),
        ..session.sets[0].clone()
    };
    Performed { from: id.to_owned(), sets: items.iter().map(set).collect(), ..session }
}

/// A log of sessions of these routines, newest first, the newest of them three days ago, in the week before.
fn log_of(routines: &[&str]) -> Vec<Performed> {
    (3..).zip(routines).map(|(ago, id)| trained(ago, id)).collect()
}

fn own(id: &str, exercise: &str) -> Routine {
    Routine { id: id.to_owned(), ..routine(&[item(exercise, Level::Base, &[10], 60)]) }
}

const NOTHING_HURTS: &dyn Fn(&str, Level) -> bool = &|_, _| false;

/// The suggestion for a goal that asks for two days.
fn ask(own: &[Routine], kit: &[Kit], newest_first: &[Performed]) -> Suggestion {
    let (has_older, weekly_days) = (false, 2);
    suggest(&Situation { own, kit, newest_first, has_older, today: today(), weekly_days, is_out: NOTHING_HURTS })
}

/// The id of what comes next; empty for nothing.
fn id(suggestion: &Suggestion) -> &str {
    suggestion.next.as_ref().map_or("", |(routine, _)| &routine.id)
}

const BAND: &[Kit] = &[Kit::LoopBand];
const BALANCE: &[Kit] = &[Kit::Dowel, Kit::Straps];

#[rstest]
#[case::the_first_day_needs_nothing(&[], &[], &[], "six-minutes", FIRST)]
#[case::the_first_day_needs_nothing_even_with_all_the_kit(&[], Kit::ALL, &[], "six-minutes", FIRST)]
#[case::the_first_day_passes_over_own_routines(&["mine"], &[], &[], "six-minutes", FIRST)]
#[case::then_the_first_one_never_trained(&[], &[], &["six-minutes"], "body-weight", NEW)]
#[case::a_band_opens_the_bands(&[], BAND, &["six-minutes"], "bands-before-a-run", NEW)]
#[case::half_the_kit_opens_nothing(&[], &[Kit::Dowel], &["six-minutes"], "body-weight", NEW)]
#[case::all_of_its_kit_opens_the_balance(&[], BALANCE, &["six-minutes"], "balance", NEW)]
#[case::the_one_trained_longest_ago(&[], &[], &["body-weight", "six-minutes"], "six-minutes", LONGEST_AGO)]
#[case::the_newest_of_its_sessions_counts(&[], &[], &["six-minutes", "body-weight", "six-minutes"], "body-weight", LONGEST_AGO)]
#[case::kit_once_trained_with_but_gone_is_passed_over(&[], &[], &["six-minutes", "body-weight", "bands-before-a-run"], "body-weight", LONGEST_AGO)]
#[case::own_routines_take_their_turn(&["mine"], &[], &["six-minutes", "body-weight"], "mine", NEW)]
#[case::sessions_of_single_exercises_move_no_routine(&[], &[], &["lunge", "body-weight", "six-minutes"], "six-minutes", LONGEST_AGO)]
#[case::a_routine_since_removed_is_not_offered(&[], &[], &["six-minutes", "body-weight", "gone"], "body-weight", LONGEST_AGO)]
fn today_offers(
    #[case] own_ids: &[&str],
    #[case] kit: &[Kit],
    #[case] newest_first: &[&str],
    #[case] expected: &str,
    #[case] reason: &str,
) {
    let own: Vec<Routine> = own_ids.iter().map(|id| own(id, "deep-squat")).collect();
    let suggestion = ask(&own, kit, &log_of(newest_first));
    assert_eq!((id(&suggestion), suggestion.now, said(suggestion.reason)), (expected, Now::Train, reason));
    let (routine, day) = suggestion.next.unwrap();
    assert!(!routine.items.is_empty());
    assert_eq!(day, today());
}

/// Sessions so many days before Wednesday 18 November 2026, the effort of the newest, and what is said then.
#[rstest]
#[case::done_for_today(&[], &[(0, "six-minutes")], None, Now::DoneToday, HOURS, "body-weight", 2)]
#[case::twice_today(BAND, &[(0, "bands-before-a-run"), (0, "six-minutes")], None, Now::DoneToday, HOURS, "balance-or-body-weight", 2)]
#[case::done_today_and_for_the_week(&[], &[(0, "body-weight"), (1, "six-minutes")], None, Now::DoneToday, ALL_DAYS, "six-minutes", 5)]
#[case::the_week_is_done(&[], &[(1, "body-weight"), (2, "six-minutes")], None, Now::WeekDone, ALL_DAYS, "six-minutes", 5)]
#[case::twice_on_one_day_is_one_strength_day(&[], &[(2, "body-weight"), (2, "six-minutes")], None, Now::Train, LONGEST_AGO, "six-minutes", 0)]
#[case::last_week_does_not_count(&[], &[(3, "body-weight"), (4, "six-minutes")], None, Now::Train, LONGEST_AGO, "six-minutes", 0)]
#[case::something_else_than_yesterday(BAND, &[(1, "six-minutes"), (9, "bands-before-a-run"), (20, "body-weight")], None, Now::Train, OTHER, "bands-before-a-run", 0)]
#[case::the_same_after_an_easy_day_where_there_is_nothing_else(&[], &[(1, "six-minutes")], Some(Effort::Easy), Now::Train, NEW, "body-weight", 0)]
#[case::rest_after_a_hard_day(&[], &[(1, "six-minutes")], Some(Effort::Hard), Now::Rest, HARD_YESTERDAY, "body-weight", 1)]
#[case::something_else_after_a_hard_day(BAND, &[(1, "six-minutes")], Some(Effort::Hard), Now::Train, OTHER, "bands-before-a-run", 0)]
fn a_day_that_was_trained_on_and_a_week_that_is_done_ask_for_no_more(
    #[case] kit: &[Kit],
    #[case] sessions: &[(i64, &str)],
    #[case] effort: Option<Effort>,
    #[case] now: Now,
    #[case] reason: &str,
    #[case] next: &str,
    #[case] in_days: i64,
) {
    let mut log: Vec<Performed> = sessions.iter().map(|(ago, id)| trained(*ago, id)).collect();
    log[0].effort = effort;
    let suggestion = ask(&[], kit, &log);
    assert_eq!((suggestion.now, said(suggestion.reason)), (now, reason));
    assert!(next.contains(id(&suggestion)), "{} is next", id(&suggestion));
    assert_eq!(suggestion.next.unwrap().1, today() + Duration::days(in_days));
}

#[test]
fn what_was_trained_today_is_never_up_next_the_same_day() {
    for routine in ready_made() {
        for kit in [&[][..], BAND, BALANCE, Kit::ALL] {
            let suggestion = ask(&[own("mine", "deep-squat")], kit, &[trained(0, &routine.id)]);
            assert_eq!(suggestion.now, Now::DoneToday, "{}", routine.id);
            assert!(suggestion.next.unwrap().1 > today(), "{}", routine.id);
        }
    }
}

/// Sessions of single exercises, which move no routine.
#[rstest]
#[case::many_sessions(8, Level::Base, "body-weight")]
#[case::a_set_at_a_higher_level(1, Level::Hard, "body-weight")]
#[case::neither(7, Level::Base, "six-minutes")]
fn who_is_experienced_is_given_no_beginners_session(
    #[case] sessions: i64,
    #[case] level: Level,
    #[case] expected: &str,
) {
    let session = |ago: i64| {
        let mut session = trained(2 + ago, "body-weight");
        session.sets.iter_mut().for_each(|set| set.level = level);
        session
    };
    let log: Vec<Performed> = (1..=sessions).map(session).collect();
    assert_eq!(id(&ask(&[], &[], &log)), expected);
}

#[rstest]
#[case::some_of_it("lunge", Now::Train, "body-weight", &["Lunge"])]
#[case::a_routine_of_which_nothing_is_left("deep-squat lunge", Now::Train, "six-minutes", &["Deep squat", "Lunge"])]
#[case::all_of_it("deep-squat lunge single-leg-balance", Now::Rest, "", &[])]
fn what_loads_a_part_that_hurts_is_not_suggested(
    #[case] out: &str,
    #[case] now: Now,
    #[case] expected: &str,
    #[case] left_out: &[&str],
    #[values(false, true)] first_day: bool,
) {
    let is_out = |exercise: &str, _| out.split(' ').any(|other| other == exercise);
    let log = if first_day { Vec::new() } else { log_of(&["six-minutes"]) };
    let situation = Situation {
        own: &[],
        kit: &[],
        newest_first: &log,
        has_older: false,
        today: today(),
        weekly_days: 2,
        is_out: &is_out,
    };
    let suggestion = suggest(&situation);
    assert_eq!(suggestion.now, now);
    if !first_day || now == Now::Rest {
        assert_eq!((id(&suggestion), suggestion.left_out.as_slice()), (expected, left_out));
    }
    let left = suggestion.next.iter().flat_map(|(routine, _)| &routine.items);
    assert!(left.into_iter().all(|item| !is_out(&item.exercise, item.level)));
}

#[rstest]
#[case::a_year_ahead(365, Now::Train, "six-minutes")]
#[case::a_week_ahead(7, Now::Train, "six-minutes")]
#[case::tomorrow_by_a_flight_west(1, Now::DoneToday, "six-minutes")]
fn a_session_dated_ahead_does_not_count(#[case] days: i64, #[case] now: Now, #[case] expected: &str) {
    let mut log = log_of(&["body-weight", "six-minutes"]);
    log.insert(0, trained(-days, "bands-before-a-run"));
    let suggestion = ask(&[], &[], &log);
    assert_eq!((suggestion.now, id(&suggestion)), (now, expected));
    assert_eq!(ask(&[], &[], &log[..1]).now, if days == 1 { now } else { Now::Train }, "alone it is the first day");
}

#[test]
fn the_first_suggestion_is_that_of_an_empty_log() {
    assert_eq!(first_suggestion(today()), ask(&[], &[], &[]));
}

#[rstest]
#[case::on_the_first_day(&[], "", "bands-before-a-run balance body-weight")]
#[case::after_some_days(&[(3, "six-minutes")], "", "six-minutes bands-before-a-run balance")]
#[case::nothing_that_was_trained_today(&[(0, "six-minutes")], "", "bands-before-a-run")]
#[case::nothing_that_loads_a_part_that_hurts(&[(3, "six-minutes")], "single-leg-balance", "bands-before-a-run")]
fn the_other_sessions(#[case] sessions: &[(i64, &str)], #[case] out: &str, #[case] expected: &str) {
    let log: Vec<Performed> = sessions.iter().map(|(ago, id)| trained(*ago, id)).collect();
    let is_out = |exercise: &str, _| exercise == out;
    let situation = Situation {
        own: &[],
        kit: &[],
        newest_first: &log,
        has_older: false,
        today: today(),
        weekly_days: 2,
        is_out: &is_out,
    };
    let others = suggest(&situation).others;
    assert_eq!(others.iter().map(|routine| routine.id.as_str()).collect::<Vec<_>>().join(" "), expected);
}

#[test]
fn new_is_said_only_where_the_whole_log_is_known() {
    let log = log_of(&["six-minutes"]);
    let situation = Situation {
        own: &[],
        kit: &[],
        newest_first: &log,
        has_older: true,
        today: today(),
        weekly_days: 2,
        is_out: NOTHING_HURTS,
    };
    assert_eq!(said(suggest(&situation).reason), "It's been a while since this one.");
}

#[test]
fn an_empty_routine_is_never_offered() {
    let empty = Routine::empty("empty".to_owned(), "Empty");
    let log = log_of(&["body-weight", "six-minutes"]);
    assert_eq!(id(&ask(&[empty], &[], &log)), "six-minutes");
    let unknown = own("unknown", "moon-hop");
    assert_eq!(id(&ask(&[unknown], &[], &log)), "six-minutes", "nor one of which nothing can be trained");
}

#[test]
fn an_own_routine_for_kit_that_is_not_at_hand_is_not_offered() {
    let log = log_of(&["body-weight", "six-minutes"]);
    assert_eq!(id(&ask(&[own("mine", "monster-walk")], &[], &log)), "six-minutes");
    assert_eq!(id(&ask(&[own("mine", "monster-walk")], BAND, &log)), "bands-before-a-run");
}

#[test]
fn following_the_offer_rotates_through_everything() {
    let mut offered = Vec::new();
    for _ in 0..6 {
        let before: Vec<&str> = std::iter::once("six-minutes").chain(offered.iter().map(String::as_str)).collect();
        let newest_first: Vec<&str> = before.into_iter().rev().collect();
        let next = id(&ask(&[], Kit::ALL, &log_of(&newest_first))).to_owned();
        offered.push(next);
    }
    let round = ["bands-before-a-run", "balance", "body-weight"];
    assert_eq!(offered, [&round[..], &["six-minutes"], &round[..2]].concat());
}

fn doing(exercise: &str, sets: u8, length: u32) -> Performed {
    let mut session = performed("a", date(2026, 11, 22), (12, 0), 0, length, sets);
    session.sets.iter_mut().for_each(|set| exercise.clone_into(&mut set.exercise));
    session
}

#[rstest]
#[case::the_first_ever("lunge", 1, 45, &[], "Your first session: 1 set in 45 s.")]
#[case::the_first_ever_with_more("lunge", 3, 360, &[], "Your first session: 3 sets in 6 min.")]
#[case::a_new_exercise("lunge", 3, 90, &["deep-squat"], "3 sets in 1 min 30 s, and Lunge for the first time.")]
#[case::nothing_new("lunge", 1, 60, &["deep-squat", "lunge"], "1 set in 1 min. Session 3 in your log.")]
#[case::an_exercise_this_version_does_not_know("moon-hop", 2, 60, &["lunge"], "2 sets in 1 min, and moon-hop for the first time.")]
fn the_sentence_at_the_end(
    #[case] exercise: &str,
    #[case] sets: u8,
    #[case] length: u32,
    #[case] before: &[&str],
    #[case] sentence: &str,
) {
    let before: Vec<Performed> = before.iter().map(|exercise| doing(exercise, 1, 60)).collect();
    assert_eq!(finish_sentence(&doing(exercise, sets, length), &before, &[]), sentence);
}

const BASE: Level = Level::Base;
const HARD: Level = Level::Hard;
const REPS: Measure = Measure::Reps;
const SECONDS: Measure = Measure::Seconds;

/// One minute of these sets, such as "12" and "r10 l9".
fn with_sets(exercise: &str, level: Level, measure: Measure, sets: &str) -> Performed {
    let sets: Vec<&str> = sets.split(' ').collect();
    let mut session = doing(exercise, u8::try_from(sets.len()).unwrap(), 60);
    for (set, text) in session.sets.iter_mut().zip(sets) {
        set.side = match &text[..1] {
            "r" => Some(Side::Right),
            "l" => Some(Side::Left),
            _ => None,
        };
        let done = text.trim_start_matches(['r', 'l']).parse().unwrap();
        (set.level, set.measure, set.done) = (level, measure, amount(done));
    }
    session
}

#[rstest]
#[case::most_reps(BASE, REPS, "10 12", "11", "Your best Lunge at Base: 12 reps in a set, 11 reps before.")]
#[case::longest_hold(BASE, SECONDS, "r40", "r30", "Your best Lunge at Base: 40 s in a set, 30 s before.")]
#[case::as_much_as_ever_is_no_best(BASE, REPS, "12", "12", "1 set in 1 min. Session 2 in your log.")]
#[case::an_old_best_counts(BASE, REPS, "12", "10; 12", "1 set in 1 min. Session 3 in your log.")]
#[case::less_is_no_best(BASE, REPS, "9", "10", "1 set in 1 min. Session 2 in your log.")]
#[case::reps_are_no_seconds(BASE, SECONDS, "12", "", "1 set in 1 min. Session 2 in your log.")]
#[case::a_new_level(HARD, REPS, "4", "10", "1 set in 1 min, and Lunge at Hard for the first time.")]
#[case::sides_closer(BASE, REPS, "r10 l9", "r10 l7", "Lunge: left and right 1 rep apart, 3 reps apart last time.")]
#[case::sides_even(BASE, REPS, "l9 r9", "r10 l9", "Lunge: left and right even, 1 rep apart last time.")]
#[case::in_all(BASE, REPS, "r9 l5 r9 l12", "r30 l28", "Lunge: left and right 1 rep apart, 2 reps apart last time.")]
#[case::sides_as_far_apart(BASE, REPS, "r9 l8", "r10 l9", "2 sets in 1 min. Session 2 in your log.")]
#[case::only_the_last_time_counts(BASE, REPS, "r9 l8", "r9 l9; r10 l5", "2 sets in 1 min. Session 3 in your log.")]
#[case::one_side_then(BASE, REPS, "r9 l8", "r9; r10 l5", "Lunge: left and right 1 rep apart, 5 reps apart last time.")]
#[case::one_side_now(BASE, REPS, "r9 l9 r9", "r10 l5", "3 sets in 1 min. Session 2 in your log.")]
#[case::best_first(BASE, REPS, "r11 l11", "r10 l5", "Your best Lunge at Base: 11 reps in a set, 10 reps before.")]
fn the_sentence_names_what_is_new(
    #[case] level: Level,
    #[case] measure: Measure,
    #[case] sets: &str,
    #[case] newest_first: &str,
    #[case] sentence: &str,
) {
    let earlier = |sets| with_sets("lunge", BASE, REPS, sets);
    let again = |sets| with_sets("lunge", BASE, measure, sets);
    let before: Vec<Performed> = match newest_first {
        "" => vec![earlier("10")],
        sessions => sessions.split("; ").map(again).collect(),
    };
    assert_eq!(finish_sentence(&with_sets("lunge", level, measure, sets), &before, &[]), sentence);
}

#[rstest]
#[case::the_best_that_hurt("lunge", 1, 1, "1 set in 1 min. Session 2 in your log.")]
#[case::earlier_the_same_day("lunge", -3_600_000, 1, "1 set in 1 min. Session 2 in your log.")]
#[case::the_day_before("lunge", -86_400_000, 9, "Your best Lunge at Base: 12 reps in a set, 10 reps before.")]
#[case::another_exercise("deep-squat", 1, 9, "Your best Lunge at Base: 12 reps in a set, 10 reps before.")]
#[case::nothing_hurt("lunge", 1, 0, "Your best Lunge at Base: 12 reps in a set, 10 reps before.")]
fn a_set_that_hurt_is_not_praised(
    #[case] exercise: &str,
    #[case] ms_after_start: i64,
    #[case] score: u8,
    #[case] sentence: &str,
) {
    let before = [with_sets("lunge", BASE, REPS, "10")];
    let session = with_sets("lunge", BASE, REPS, "12");
    let hurt = report(exercise, BodyPart::Knee, score, session.started.plus_ms(ms_after_start));
    assert_eq!(finish_sentence(&session, &before, &[hurt]), sentence);
}

#[test]
fn an_exercise_that_hurt_is_no_first_to_be_glad_of_while_another_is() {
    let before = [with_sets("deep-squat", BASE, REPS, "10")];
    let mut session = with_sets("lunge", BASE, REPS, "8 8");
    session.sets[1].exercise = "monster-walk".to_owned();
    let hurt = [report("lunge", BodyPart::Knee, 3, session.started.plus_ms(9000))];
    let sentence = "2 sets in 1 min, and Monster walk for the first time.";
    assert_eq!(finish_sentence(&session, &before, &hurt), sentence);
}

#[rstest]
#[case::nothing_yet(&[], "Nothing yet this week; trained in 0 of the last 8 weeks.")]
#[case::once(&[22], "1 session, 10 min this week; trained in 1 of the last 8 weeks.")]
#[case::twice(&[22, 16], "2 sessions, 20 min this week; trained in 1 of the last 8 weeks.")]
#[case::last_week_only(&[15], "Nothing yet this week; trained in 1 of the last 8 weeks.")]
#[case::this_week_and_before(&[22, 15, 9, 8], "1 session, 10 min this week; trained in 3 of the last 8 weeks.")]
fn the_sentence_above_the_weeks(#[case] days_of_november: &[u8], #[case] sentence: &str) {
    let session = |day: &u8| performed("a", date(2026, 11, *day), (12, 0), 0, 600, 1);
    let log: Vec<Performed> = days_of_november.iter().map(session).collect();
    assert_eq!(weeks_sentence(&weeks(&log, date(2026, 11, 22), 8)), sentence);
}

#[test]
fn no_weeks_say_nothing() {
    assert_eq!(weeks_sentence(&[]), "");
}

#[rstest]
#[case::seconds(45, "45 s", 1)]
#[case::whole_minutes(360, "6 min", 6)]
#[case::both(90, "1 min 30 s", 2)]
#[case::nothing(0, "0 s", 1)]
#[case::rounded_to_the_nearest_minute(351, "5 min 51 s", 6)]
fn a_time_reads(#[case] seconds: u32, #[case] spoken: &str, #[case] minutes: u32) {
    assert_eq!((self::spoken(Seconds(seconds)).as_str(), Seconds(seconds).minutes()), (spoken, minutes));
}
