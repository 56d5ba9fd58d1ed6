//! Repetitions counted by their tempo, holds during which the page slept, and a set skipped in a rest.

use super::{Act, played, started};
use super::{
    BASE, BEGIN, HOLDS, Line, PAUSE, RESUME, SQUATS, START, amount, at_work, in_phase, item, line, rest, set, sets,
    skip,
};
use crate::routine::routine;
use mainspring::domain::catalogue::{Kit, Level};
use mainspring::domain::message::while_away;
use mainspring::domain::session::{Effect, Event, Session, fitted};
use mainspring::domain::sound::{Sound, count_ticks, counted_aloud};
use mainspring::domain::units::Timestamp;
use mainspring::text::session::{question_words, set_words, state_words, while_away_words};
use mainspring::text::speech::words;
use rstest::rstest;

const TICK: Act = Act::Tick;

/// Twenty squats of three seconds each: milliseconds after the first began, those left and those that count as done.
#[rstest]
#[case::at_the_beginning(0, 20, 0)]
#[case::in_the_first(2_999, 20, 1)]
#[case::less_than_half_of_it(1_499, 20, 0)]
#[case::after_the_first(3_000, 19, 1)]
#[case::in_the_last(59_000, 1, 20)]
#[case::after_the_last(60_000, 0, 20)]
#[case::long_after(3_600_000, 0, 20)]
fn squats_are_counted_down(#[case] ms: i64, #[case] left: u16, #[case] reps: u16) {
    let count = at_work(SQUATS).count(START.plus_ms(ms)).unwrap();
    assert_eq!((count.left, count.done, count.elapsed_ms), (left, reps, ms));
}

#[test]
fn the_count_stands_in_a_pause_and_goes_on_after_it() {
    let (session, now) = played(at_work(SQUATS), &[(7_000, PAUSE), (90_000, TICK)]);
    assert_eq!(session.count(now).unwrap().left, 18);
    let (session, now) = played(session, &[(100_000, RESUME), (101_000, TICK), (102_000, TICK)]);
    assert_eq!(session.count(now).unwrap().left, 17);
}

#[test]
fn nothing_else_is_counted() {
    let resting = played(at_work(SQUATS), &[(60_000, set(0))]).0;
    let holding = at_work(HOLDS);
    assert!(
        [started(&routine(SQUATS)), resting, holding].iter().all(|session| session.count(session.seen()).is_none())
    );
}

fn heard(session: &Session, ms: i64) -> (String, String) {
    let now = START.plus_ms(ms);
    let said = counted_aloud(session, now);
    let said = said.iter().map(|said| format!("{} {}", said.at_ms / 1000, words(session, said.moment)));
    let sound = |sound| if sound == Sound::Turn { "turn" } else { "tick" };
    let ticks = |voice| {
        count_ticks(session, now, voice).into_iter().map(|tick| format!("{} {}", tick.at_ms / 1000, sound(tick.sound)))
    };
    (
        said.collect::<Vec<_>>().join(", "),
        [ticks(true).collect::<Vec<_>>().join(", "), ticks(false).collect::<Vec<_>>().join(", ")].join(" | "),
    )
}

#[rstest]
#[case::not_over_the_words_of_the_set(&[item("deep-squat", BASE, &[4], 60)], 0,
    "6 2, 9 1, 12 That was the last one.", "12 turn | 0 tick, 3 tick, 6 tick, 9 tick, 12 turn")]
#[case::from_the_present_one_on(&[item("deep-squat", BASE, &[4], 60)], 8_000, "1 1, 4 That was the last one.", "4 turn | 1 tick, 4 turn")]
#[case::after_the_end_nothing(&[item("deep-squat", BASE, &[4], 60)], 13_000, "", " | ")]
#[case::a_hold_has_a_clock(HOLDS, 0, "", " | ")]
fn the_count_is_heard(#[case] lines: &[Line], #[case] ms: i64, #[case] said: &str, #[case] ticks: &str) {
    assert_eq!(heard(&at_work(lines), ms), (said.to_owned(), ticks.to_owned()));
}

#[test]
fn a_pause_is_not_counted_aloud() {
    let (session, _) = played(at_work(SQUATS), &[(7_000, PAUSE)]);
    assert_eq!(heard(&session, 7_000), (String::new(), " | ".to_owned()));
}

const THREE: &[Line] = &[item("deep-squat", BASE, &[20, 20, 20], 60)];

/// A minute of rest after the first set, which ends at 60 s.
#[rstest]
#[case::keeps_what_was_rested(&[(80_000, skip(1))], "rest 2, 40, 1 done")]
#[case::and_what_was_added(&[(70_000, rest(20)), (80_000, skip(1))], "rest 2, 60, 1 done")]
#[case::in_a_pause_too(&[(80_000, PAUSE), (500_000, skip(1))], "rest 2, 40, 1 done")]
#[case::a_rest_that_is_over_is_not_begun_again(&[(130_000, TICK), (131_000, skip(1))], "wait 2, 11, 1 done")]
#[case::a_rest_cut_short_stays_so(&[(70_000, BEGIN), (70_600, TICK)], "reps 1, 20, 1 done")]
#[case::the_last_set_ends_it(&[(80_000, skip(1)), (81_000, skip(2))], "finished 2, 1, 1 done")]
#[case::a_set_at_work_has_its_rest(&[(70_000, BEGIN), (80_000, skip(1))], "rest 2, 60, 1 done")]
fn a_set_skipped_in_a_rest(#[case] events: &[(i64, Act)], #[case] expected: &str) {
    let (session, now) = played(at_work(THREE), &[&[(60_000, set(0))][..], events].concat());
    assert_eq!(line(&session, now), expected);
}

#[test]
fn a_set_skipped_in_a_rest_is_announced_with_the_next_one() {
    let (session, _) = played(at_work(THREE), &[(60_000, set(0))]);
    let (_, effects) = session.on(Event::Skip(1), START.plus_ms(80_000));
    assert!(effects.contains(&Effect::Announce(mainspring::domain::session::Announcement::Step)), "{effects:?}");
}

/// A hold of 30 s, seen until 12 s after it began, and the page asleep from then until so many seconds after its beginning.
fn asleep(until: i64) -> (Session, Session, Timestamp, Vec<Effect>) {
    let before = at_work(HOLDS).advance(START.plus_ms(12_400)).0;
    let now = START.plus_ms(until * 1000);
    let (after, effects) = before.clone().advance_asleep(now);
    (before, after, now, effects)
}

#[test]
fn of_a_hold_in_which_the_page_slept_only_what_was_seen_counts_and_the_runner_is_asked() {
    let (before, after, now, effects) = asleep(33);
    assert_eq!((sets(&effects), after.done()[0].amount.get()), (vec![0], 12));
    assert_eq!(question_words(&after).as_deref(), Some("Held on to the end?"));
    assert_eq!(while_away(&after, &before, now).map(while_away_words).as_deref(), Some("Hold ended 0:03 ago"));

    let (yes, effects) = after.clone().on(Event::Amend(0, amount(30)), now);
    assert_eq!((yes.done()[0].amount.get(), yes.asked_hold(), sets(&effects)), (30, None, vec![0]));
    let (no, _) = after.on(Event::Amend(0, amount(12)), now);
    assert_eq!((no.done()[0].amount.get(), no.asked_hold()), (12, None));
}

#[test]
fn the_question_stands_while_she_is_waited_for_and_goes_with_the_next_set() {
    let (before, after, now, _) = asleep(90);
    assert_eq!(line(&after, now), "wait 1, 55, 1 done");
    assert!(after.asked_hold().is_some());
    assert_eq!(
        while_away(&after, &before, now).map(while_away_words).as_deref(),
        Some("Change of sides ended 0:55 ago")
    );
    let (ready, _) = after.on(Event::Begin, now);
    let work = ready.advance(now.plus_ms(10_000)).0;
    assert_eq!((work.asked_hold(), work.done()[0].amount.get()), (None, 12));
}

#[test]
fn a_last_hold_is_asked_about_at_the_end_and_one_that_goes_on_is_not() {
    let last: &[Line] = &[item("single-leg-balance", BASE, &[30], 30)];
    let (before, now) = in_phase(last, 3).unwrap();
    let (over, _) = before.clone().advance_asleep(now.plus_ms(25_000));
    assert!(over.is_finished() && over.asked_hold().is_some_and(|done| done.amount == amount(15)));
    let (goes_on, _) = before.advance_asleep(now.plus_ms(10_000));
    assert_eq!((goes_on.done().len(), goes_on.asked_hold()), (1, None));
}

#[test]
fn a_hold_that_was_seen_to_its_end_is_not_asked_about() {
    let before = at_work(HOLDS).advance(START.plus_ms(30_000)).0;
    assert_eq!(before.advance_asleep(START.plus_ms(60_000)).0.asked_hold(), None);
    let seen = at_work(HOLDS).advance(START.plus_ms(33_000)).0;
    assert_eq!((seen.asked_hold(), seen.done()[0].amount.get()), (None, 30));
}

#[rstest]
#[case::a_hold(HOLDS, 1, "Single-leg balance, right leg", "Hold. Single-leg balance, right leg.")]
#[case::a_rest(SQUATS, 2, "Deep squat", "Rest. Next: Deep squat.")]
fn a_session_stands_in_words(#[case] lines: &[Line], #[case] phase: usize, #[case] set: &str, #[case] state: &str) {
    let (session, now) = in_phase(lines, phase).unwrap();
    assert_eq!((set_words(session.step()), state_words(&session)), (set.to_owned(), state.to_owned()));
    assert_eq!(state_words(&session.on(Event::Pause, now).0), "Paused.");
}

/// Exercises and levels in place of what asks for kit: "deep-squat hard 8".
#[rstest]
#[case::what_she_has_stays(item("deep-squat", Level::Hard, &[8, 8], 60), &[Kit::Bosu], "deep-squat hard 8 8")]
#[case::a_lower_level_of_the_same(item("deep-squat", Level::Hard, &[8, 8], 60), &[], "deep-squat base 20 20")]
#[case::another_exercise_like_it(item("single-leg-deadlift", BASE, &[10], 60), &[], "lunge base 15")]
#[case::what_this_version_does_not_know_stays(item("moon-hop", BASE, &[5], 10), &[], "moon-hop base 5")]
fn a_plan_is_fitted_to_the_kit(#[case] planned: Line, #[case] kit: &[Kit], #[case] expected: &str) {
    let fit = fitted(&routine(&[planned]), kit, &|_, _| false);
    let item = &fit.items[0];
    let amounts: Vec<String> = item.targets.iter().map(|amount| amount.get().to_string()).collect();
    assert_eq!(format!("{} {} {}", item.exercise, item.level.slug(), amounts.join(" ")), expected);
}

#[test]
fn a_plan_fitted_to_the_kit_repeats_nothing_and_leaves_out_what_hurts() {
    let planned = routine(&[item("single-leg-deadlift", BASE, &[10], 60), item("lunge", BASE, &[15], 60)]);
    let names = |fit: &mainspring::domain::routine::Routine| {
        fit.items.iter().map(|item| item.exercise.clone()).collect::<Vec<_>>()
    };
    let fit = fitted(&planned, &[], &|_, _| false);
    assert_ne!(names(&fit)[0], "lunge");
    let none = fitted(&planned, &[], &|_, _| true);
    assert_eq!(names(&none), names(&planned));
}
