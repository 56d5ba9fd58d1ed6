//! The coach: what Today offers and why, and sentences that are true.

use crate::log::{date, performed};
use crate::routine::{item, routine};
use mainspring::domain::catalogue::{Kit, Level};
use mainspring::domain::coach::{finish_sentence, suggest, weeks_sentence};
use mainspring::domain::log::{Performed, weeks};
use mainspring::domain::routine::Routine;
use mainspring::domain::units::Seconds;
use rstest::rstest;

const FIRST: &str = "A first session: short, standing, nothing to fetch.";
const NEW: &str = "New to you, and you have what it needs.";
const LONGEST_AGO: &str = "The one you trained longest ago.";

/// A log of sessions of these routines, newest first.
fn log_of(routines: &[&str]) -> Vec<Performed> {
    let session =
        |id: &&str| Performed { from: (*id).to_owned(), ..performed("a", date(2026, 11, 22), (12, 0), 0, 60, 1) };
    routines.iter().map(session).collect()
}

fn own(id: &str, exercise: &str) -> Routine {
    Routine { id: id.to_owned(), ..routine(&[item(exercise, Level::Base, &[10], 60)]) }
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
    let suggestion = suggest(&own, kit, &log_of(newest_first));
    assert_eq!((suggestion.routine.id.as_str(), suggestion.reason), (expected, reason));
    assert!(!suggestion.routine.items.is_empty());
}

#[test]
fn an_empty_routine_is_never_offered() {
    let empty = Routine::empty("empty".to_owned(), "Empty");
    let log = log_of(&["body-weight", "six-minutes"]);
    assert_eq!(suggest(&[empty], &[], &log).routine.id, "six-minutes");
}

#[test]
fn an_own_routine_for_kit_that_is_not_at_hand_is_not_offered() {
    let log = log_of(&["body-weight", "six-minutes"]);
    assert_eq!(suggest(&[own("mine", "monster-walk")], &[], &log).routine.id, "six-minutes");
    assert_eq!(suggest(&[own("mine", "monster-walk")], BAND, &log).routine.id, "bands-before-a-run");
}

#[test]
fn following_the_offer_rotates_through_everything() {
    let mut log = log_of(&["six-minutes"]);
    let mut offered = Vec::new();
    for _ in 0..8 {
        let next = suggest(&[], Kit::ALL, &log).routine.id;
        log.insert(0, log_of(&[&next]).remove(0));
        offered.push(next);
    }
    let round = ["bands-before-a-run", "balance", "body-weight", "six-minutes"];
    assert_eq!(offered, [round, round].concat());
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
    assert_eq!(finish_sentence(&doing(exercise, sets, length), &before), sentence);
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
    assert_eq!((Seconds(seconds).spoken().as_str(), Seconds(seconds).minutes()), (spoken, minutes));
}
