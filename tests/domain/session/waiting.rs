//! The runner is waited for: after what ended unseen, and wherever she asked for it.

use super::{
    Act, BASE, BEGIN, HOLDS, HOURS, Line, PAUSE, PISTOL, RESUME, SQUATS, START, TICK, amount, cues, done, due,
    in_phase, item, line, played, restored, right, routine, set, sets, skip, started,
};
use mainspring::domain::session::{Effect, Event, PhaseChange, Position, Session, Side, Start, steps};
use mainspring::domain::units::{Offset, Timestamp};
use mainspring::text;
use rstest::rstest;

const WAIT: Act = Act::Say(Event::WaitForMe(true));
const NO_WAIT: Act = Act::Say(Event::WaitForMe(false));
const BACK: Act = Act::Say(Event::Back);

/// A session of `lines`, just begun, in which nothing moves on by itself.
fn patient(lines: &[Line]) -> Session {
    let routine = routine(lines);
    let start = Start { wait_for_me: true, ..Start::of(&routine) };
    Session::start("k3j9x0a1b2".to_owned(), &start, START, Offset::from_minutes(60)).unwrap()
}

#[rstest]
#[case::begin_after_a_missed_rest_goes_to_work(&[(80_000, TICK), (90_000, BEGIN)], "reps 1, 20, 1 done")]
#[case::done_counts_as_from_work(&[(80_000, TICK), (90_000, set(1))], "finished 1, 2, 2 done")]
#[case::done_for_another_step_is_ignored(&[(80_000, TICK), (90_000, set(0))], "wait 1, 20, 1 done")]
#[case::skip_leaves_the_set_out(&[(80_000, TICK), (90_000, skip(1))], "finished 1, 1, 1 done")]
#[case::back_goes_to_the_set_before(&[(80_000, TICK), (90_000, BACK)], "ready 0, 10, 0 done")]
#[case::a_pause_stands_still_and_goes_on_waiting(
    &[(80_000, TICK), (90_000, PAUSE), (900_000, TICK), (900_000, RESUME), (905_000, TICK)], "wait 1, 25, 1 done")]
#[case::begin_ends_a_pause(&[(80_000, TICK), (90_000, PAUSE), (900_000, BEGIN)], "reps 1, 20, 1 done")]
#[case::a_clock_set_back_moves_the_moment_along(&[(80_000, TICK), (-9_000_000, TICK)], "wait 1, 10, 1 done")]
#[case::it_lasts_for_ever(&[(80_000, TICK), (86_470_000, TICK)], "wait 1, 86400, 1 done")]
fn after_a_missed_rest(#[case] events: &[(i64, Act)], #[case] expected: &str) {
    let two: &[Line] = &[item("deep-squat", BASE, &[20, 20], 60)];
    let before = [(500, BEGIN), (10_000, set(0))];
    let (session, now) = played(started(&routine(two)), &[&before, events].concat());
    assert_eq!(line(&session, now), expected);
}

/// Readiness ends at 10 s, the holds last 30 s, changing sides takes 5 s.
#[rstest]
#[case::getting_ready_ends_in_waiting(HOLDS, &[(12_000, TICK)], "wait 0, 2, 0 done")]
#[case::a_hold_is_given_a_get_ready(HOLDS, &[(12_000, TICK), (13_000, BEGIN)], "ready 0, 10, 0 done")]
#[case::which_leads_to_the_hold(HOLDS, &[(12_000, TICK), (13_000, BEGIN), (24_000, TICK)], "hold 0, 29, 0 done")]
#[case::unless_that_goes_unseen(HOLDS, &[(12_000, TICK), (13_000, BEGIN), (33_000, TICK)], "wait 0, 10, 0 done")]
#[case::begin_twice_needs_no_get_ready(HOLDS, &[(12_000, TICK), (13_000, BEGIN), (14_000, BEGIN)], "hold 0, 30, 0 done")]
#[case::begin_before_the_end_begins(HOLDS, &[(5_000, BEGIN)], "hold 0, 30, 0 done")]
#[case::the_clock_ends_a_hold(HOLDS, &[(500, BEGIN), (31_000, TICK)], "switch 1, 5, 1 done")]
#[case::a_change_of_sides_ends_in_waiting(HOLDS, &[(500, BEGIN), (36_500, TICK)], "wait 1, 1, 1 done")]
#[case::a_hold_that_has_not_begun_is_not_done(HOLDS, &[(12_000, TICK), (50_000, set(0))], "wait 0, 40, 0 done")]
#[case::a_rest_ends_in_waiting(SQUATS, &[(500, BEGIN), (10_000, set(0)), (71_000, TICK)], "wait 1, 1, 1 done")]
#[case::reps_begin_at_once(SQUATS, &[(500, BEGIN), (10_000, set(0)), (71_000, TICK), (72_000, BEGIN)], "reps 1, 20, 1 done")]
#[case::an_echo_of_the_tap_before_a_rest_of_nothing(
    &[item("deep-squat", BASE, &[20, 20], 0)], &[(500, BEGIN), (10_000, set(0)), (10_100, BEGIN)], "wait 1, 0, 1 done")]
#[case::chosen_in_mid_session(HOLDS, &[(500, BEGIN), (1_000, NO_WAIT), (36_500, TICK)], "hold 1, 29, 1 done")]
#[case::and_chosen_again(HOLDS, &[(500, NO_WAIT), (1_000, WAIT), (11_000, TICK)], "wait 0, 1, 0 done")]
#[case::no_longer_waiting_does_not_begin_a_set(SQUATS, &[(11_000, TICK), (12_000, NO_WAIT), (13_000, TICK)], "wait 0, 3, 0 done")]
fn where_nothing_moves_on_by_itself(#[case] lines: &[Line], #[case] events: &[(i64, Act)], #[case] expected: &str) {
    let (session, now) = played(patient(lines), events);
    assert_eq!(line(&session, now), expected);
}

/// A whole session of holds and reps in which nothing begins before the runner says so.
#[test]
fn a_patient_session_waits_before_every_set_and_comes_to_its_end() {
    let (mut session, mut waits) = (patient(HOLDS), 0);
    for _ in 0..20 {
        let (next, effects) = session.clone().advance(due(&session).unwrap_or(session.seen()));
        waits += effects.iter().filter(|effect| **effect == Effect::PhaseChange(PhaseChange::Wait)).count();
        let now = next.seen().plus_ms(7_000);
        session = match next.view(now).kind.slug() {
            "wait" => next.on(Event::Begin, now).0,
            "reps" => done(next, now),
            _ => next,
        };
    }
    assert_eq!((waits, session.done().len(), session.is_finished()), (3, 3, true));
}

#[test]
fn a_set_done_while_waited_for_is_saved_at_its_moment() {
    let (session, now) = in_phase(SQUATS, 2).unwrap();
    let later = now.plus_ms(HOURS);
    let (session, effects) = session.advance(later).0.on(Event::Done(1, amount(15)), later.plus_ms(20_000));
    assert_eq!((sets(&effects), cues(&effects)), (vec![1], vec![PhaseChange::Finished]));
    // The hour is no training, except for the half of the rest that was left and the minute that twenty squats take.
    assert_eq!(session.done()[1].at_ms - session.done()[0].at_ms, 60_000 + 60_000);
}

/// Milliseconds for which she was waited for, and how many of them count into the set.
#[rstest]
#[case::less_than_the_set_takes(SQUATS, 2, 20_000, 20_000)]
#[case::as_long_as_it_takes(SQUATS, 2, 60_000, 60_000)]
#[case::for_hours(SQUATS, 2, 3 * HOURS, 60_000)]
#[case::a_hold_had_its_time_before(HOLDS, 1, 20_000, 0)]
fn a_set_done_while_waited_for_takes_its_tempo(
    #[case] lines: &[Line],
    #[case] phase: usize,
    #[case] waited: i64,
    #[case] expected: i64,
) {
    let (session, now) = in_phase(lines, phase).unwrap();
    let end = session.phase_end().unwrap();
    let said = end.plus_ms(waited);
    let found = session.clone().advance(now).0.found_again(said);
    let (session, _) = found.on(Event::Done(session.at(), amount(7)), said);
    assert_eq!(session.done().last().unwrap().at_ms, end.ms_since(START) + expected);
}

/// Ten seconds to get ready, a minute of squats, a minute of rest, a minute of squats.
#[rstest]
fn the_time_for_which_she_is_waited_for_is_no_training(
    #[values(500, 7_000, 2 * HOURS)] waited: i64,
    #[values(1_000, i64::MAX)] looks: i64,
    #[values(false, true)] pauses: bool,
) {
    let mut session = patient(SQUATS);
    for step in 0..2 {
        session = session.clone().advance(session.phase_end().unwrap()).0;
        let come = session.seen().plus_ms(waited);
        if pauses {
            session = session.clone().on(Event::Pause, session.seen().plus_ms(waited / 2)).0;
        }
        while session.seen() < come {
            session = session.clone().advance(session.seen().plus_ms(looks).min(come)).0;
        }
        session = session.on(Event::Begin, come).0;
        session = session.on(Event::Done(step, amount(20)), come.plus_ms(60_000)).0;
    }
    assert_eq!(session.done().iter().map(|done| done.at_ms).collect::<Vec<_>>(), [70_000, 190_000]);
}

#[test]
fn a_wait_that_was_left_out_when_it_began_neither_turns_the_order_of_sets_nor_time_round() {
    let (session, now) = in_phase(SQUATS, 2).unwrap();
    let later = now.plus_ms(HOURS);
    let waits = session.advance(later).0;
    // As it was stored before the wait was left out at its end.
    let position = Position { epoch: waits.epoch().plus_ms(HOURS - 30_000), ..waits.position() };
    let stored = restored(waits.plan(), position, waits.done());
    let (session, _) = stored.on(Event::Begin, later).0.on(Event::Done(1, amount(20)), later.plus_ms(60_000));
    assert_eq!(
        session.done().iter().map(|done| (done.step, done.at_ms)).collect::<Vec<_>>(),
        [(0, 70_000), (1, 70_000)]
    );
}

#[test]
fn a_hold_that_ran_out_unseen_counts_when_the_runner_says_so() {
    let (session, now) = in_phase(HOLDS, 1).unwrap();
    let later = now.plus_ms(60_000);
    let found = session.found_again(later);
    assert_eq!(line(&found, later), "wait 0, 45, 0 done");
    assert_eq!(found.view(later).digits, u32::from(found.step().target.get()), "what is to be done");
    assert_eq!(line(&found.clone().on(Event::Done(0, amount(30)), later).0, later), "switch 1, 5, 1 done");
    assert_eq!(line(&found.on(Event::Begin, later).0, later), "ready 0, 10, 0 done");
}

/// The middle of a phase, counted from the first get-ready; then a minute in which the page was dead.
#[rstest]
#[case::a_set_that_the_runner_ends(SQUATS, 2, "wait", true)]
#[case::a_hold_that_has_not_begun(HOLDS, 2, "wait", false)]
#[case::a_hold_that_ran_out(HOLDS, 1, "wait", true)]
#[case::not_one_that_is_at_work(SQUATS, 1, "reps", false)]
fn a_set_may_be_done_unseen(#[case] lines: &[Line], #[case] phase: usize, #[case] then: &str, #[case] expected: bool) {
    let (session, now) = in_phase(lines, phase).unwrap();
    let later = now.plus_ms(60_000);
    let found = session.found_again(later);
    assert_eq!((found.view(later).kind.slug(), found.may_be_done()), (then, expected));
}

#[test]
fn a_sleep_through_a_whole_hold_and_its_rest_keeps_the_set_and_tells_the_wait() {
    let (session, now) = in_phase(HOLDS, 3).unwrap();
    let (session, effects) = session.advance(now.plus_ms(HOURS));
    assert_eq!(
        (sets(&effects), cues(&effects)),
        (vec![1], vec![PhaseChange::HoldOver, PhaseChange::Rest, PhaseChange::Wait])
    );
    assert_eq!(session.done().len(), 2);
}

#[rstest]
#[case::right("right", &["R", "L", "R", "L"])]
#[case::left("left", &["L", "R", "L", "R"])]
fn the_side_that_starts_is_chosen_for_each_exercise(#[case] first: &str, #[case] expected: &[&str]) {
    let left_first = |_: &str| Side::Left;
    let choose: &dyn Fn(&str) -> Side = if first == "left" { &left_first } else { &right };
    let planned = steps(&routine(PISTOL), choose);
    let sides: Vec<_> = planned.iter().map(|step| &text::session::side(step.side.unwrap())[..1]).collect();
    assert_eq!(sides, expected);
    assert_eq!(planned.iter().map(|step| step.rest.0).collect::<Vec<_>>(), [0, 90, 0, 0]);
    assert_eq!(planned.iter().map(|step| step.other_side_next).collect::<Vec<_>>(), [true, false, true, false]);
}

#[test]
fn a_patient_session_started_at_the_end_of_time_neither_panics_nor_moves() {
    let session = patient(HOLDS).advance(Timestamp(i64::MAX)).0;
    assert_eq!(session.view(Timestamp(i64::MAX)).kind.slug(), "wait");
}

/// One key for all, so many seconds after the start.
#[rstest]
#[case::getting_ready(3, Event::Begin)]
#[case::in_a_hold_the_seconds_held(17, Event::Done(0, amount(7)))]
#[case::changing_sides(42, Event::Begin)]
#[case::resting(80, Event::Begin)]
#[case::reps_as_asked(110, Event::Done(2, amount(20)))]
fn one_key_leads_onward(#[case] seconds: i64, #[case] expected: Event) {
    let now = START.plus_ms(seconds * 1000);
    let on_time = |session: Session, second| session.advance(START.plus_ms(second * 1000)).0;
    let session = (0..=seconds).fold(started(&routine(HOLDS)), on_time);
    assert_eq!(Event::onward(&session, now), expected);
}
