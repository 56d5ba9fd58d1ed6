//! The player: its phases by the clock, what the runner says, and clocks, sleeps and taps that go wrong.

use crate::routine::{Line, item, ready, routine};
use mainspring::domain::catalogue::Level;
use mainspring::domain::routine::{BlockKind, Routine, estimate, ready_made};
use mainspring::domain::session::{
    Done, Effect, Event, Phase, PhaseChange, PhaseKind, Plan, Position, Session, Side, Start, steps,
};
use mainspring::domain::units::{Amount, Offset, Seconds, Timestamp};
use rstest::rstest;

mod counting;
mod effects;
mod flows;
mod hurt;
mod intervals;
mod leaps;
mod open_rounds;
mod properties;
mod replanning;
mod rounds;
mod waiting;
mod while_away;

pub use intervals::by_clock;
pub use properties::any_known_routine;

/// Sunday 22 November 2026, 18:00 UTC.
pub const START: Timestamp = Timestamp(1_795_370_400_000);

pub fn amount(value: u16) -> Amount {
    Amount::new(value).unwrap()
}

/// Right first, whatever the exercise.
pub fn right(_: &str) -> Side {
    Side::Right
}

/// A session of `routine`, just begun.
pub fn started(routine: &Routine) -> Session {
    Session::start("k3j9x0a1b2".to_owned(), &Start::of(routine), START, Offset::from_minutes(60))
        .expect("something to train")
}

/// A session that no sequence of events leads to, as it may have been stored.
pub fn restored(plan: Plan, position: Position, sets: &[Done]) -> Session {
    Session::restore(plan, Some(position), sets).expect("a position within the plan")
}

/// The same session with another exercise in its first step: one of a later version, or one that is not there.
pub fn begun_with(slug: &str, session: &Session) -> Session {
    let mut plan = session.plan();
    slug.clone_into(&mut plan.steps[0].exercise);
    restored(plan, session.position(), session.done())
}

/// The milliseconds by which a session of `routine` may differ from its estimate, because the time of a block of as many rounds as
/// fit ends in the middle of a set or a rest; 0 without any.
pub fn open_slack(routine: &Routine) -> i64 {
    let blocks = routine.blocks.iter().filter(|block| block.kind == BlockKind::AsManyRounds).count();
    let longest = steps(routine, &right).iter().map(|step| step.length().0 + step.rest.0 + 60).max().unwrap_or(0);
    i64::try_from(blocks).unwrap() * i64::from(longest) * 1000
}

/// The changes of phase among `effects`, in order.
pub fn cues(effects: &[Effect]) -> Vec<PhaseChange> {
    effects.iter().filter_map(|effect| if let Effect::PhaseChange(cue) = effect { Some(*cue) } else { None }).collect()
}

/// The steps whose sets are saved by `effects`.
pub fn sets(effects: &[Effect]) -> Vec<usize> {
    let set = |effect: &Effect| match effect {
        Effect::SaveSet(step) | Effect::CorrectSet(step) => Some(*step),
        _ => None,
    };
    effects.iter().filter_map(set).collect()
}

/// The end of the present set for a runner who keeps the tempo, or of the phase by the clock; `None` at the end.
pub fn due(session: &Session) -> Option<Timestamp> {
    match session.phase() {
        Phase::Finished { .. } => None,
        Phase::Work { since } if !session.step().is_hold() => {
            let step = session.step();
            let rep = step.rep_seconds();
            Some(since.plus(Seconds(u32::from(step.target.get()) * rep)))
        }
        _ => session.phase_end(),
    }
}

/// The whole of `routine`, every phase ended the moment it is due; `work` says what happens at the end of a set of reps.
pub fn on_time(routine: &Routine, mut work: impl FnMut(Session, Timestamp) -> Session) -> Session {
    let mut session = started(routine);
    while let Some(now) = due(&session) {
        let by_the_runner = session.phase_end().is_none();
        session = if by_the_runner { work(session, now) } else { session.advance(now).0 };
    }
    session
}

/// The set at work is done as asked.
pub fn done(session: Session, now: Timestamp) -> Session {
    let (at, target) = (session.at(), session.step().target);
    session.on(Event::Done(at, target), now).0
}

/// The session at `now` in one line: the phase, the step, the big digits or the seconds waited, how many sets are done.
fn line(session: &Session, now: Timestamp) -> String {
    let view = session.view(now);
    let paused = if view.paused { ", paused" } else { "" };
    // In a wait the digits show the target; only the time of the wait moves.
    let number = if view.kind == PhaseKind::Wait { view.elapsed } else { view.digits };
    format!("{} {}, {number}, {} done{paused}", view.kind.slug(), view.step, view.done)
}

const BASE: Level = Level::Base;
const SQUATS: &[Line] = &[item("deep-squat", BASE, &[20, 20], 60)];
const HOLDS: &[Line] = &[item("single-leg-balance", BASE, &[30], 30), item("deep-squat", BASE, &[20], 0)];
const PISTOL: &[Line] = &[item("supported-pistol-squat", BASE, &[10, 8], 90)];

#[rstest]
#[case::reps(SQUATS, &["0 ready 0", "10 reps 0", "70 rest 1", "130 reps 1", "190 finished 1"])]
#[case::holds_on_both_sides_then_reps(HOLDS, &[
    "0 ready 0", "10 hold 0", "40 switch 1", "45 hold 1", "75 rest 2", "105 reps 2", "165 finished 2",
])]
#[case::ten_and_eight_on_each_leg(PISTOL, &[
    "0 ready 0", "10 reps 0", "50 switch 1", "55 reps 1", "95 rest 2", "185 reps 2", "217 switch 3", "222 reps 3",
    "254 finished 3",
])]
fn the_phases_of_a_whole_session(#[case] lines: &[Line], #[case] expected: &[&str]) {
    let mut session = started(&routine(lines));
    let mut story = vec!["0 ready 0".to_owned()];
    while let Some(now) = due(&session) {
        let by_the_runner = session.phase_end().is_none();
        session = if by_the_runner { done(session, now) } else { session.advance(now).0 };
        let view = session.view(now);
        story.push(format!("{} {} {}", now.ms_since(START) / 1000, view.kind.slug(), view.step));
    }
    assert_eq!(story, expected);
}

#[rstest]
#[case::per_side_goes_right_then_left(PISTOL, &["R 1/2 10 rest 0", "L 1/2 10 rest 90", "R 2/2 8 rest 0", "L 2/2 8 rest 0"])]
#[case::alternating_is_one_step(&[item("lunge", BASE, &[15, 12], 60)], &["- 1/2 15 rest 60", "- 2/2 12 rest 0"])]
#[case::both_sides_is_one_step(SQUATS, &["- 1/2 20 rest 60", "- 2/2 20 rest 0"])]
#[case::the_last_rest_falls_away_even_before_something_unknown(
    &[item("deep-squat", BASE, &[20], 60), item("moon-hop", BASE, &[5], 10)], &["- 1/1 20 rest 0"])]
fn the_steps_of(#[case] lines: &[Line], #[case] expected: &[&str]) {
    let side = |side| match side {
        None => '-',
        Some(Side::Left) => 'L',
        Some(Side::Right) => 'R',
    };
    let found: Vec<_> = steps(&routine(lines), &right)
        .iter()
        .map(|s| format!("{} {}/{} {} rest {}", side(s.side), s.set, s.sets, s.target.get(), s.rest.0))
        .collect();
    assert_eq!(found, expected);
}

#[rstest]
#[case::nothing(&[])]
#[case::nothing_that_this_version_knows(&[item("moon-hop", BASE, &[5], 10)])]
fn a_routine_without_anything_to_train_starts_no_session(#[case] lines: &[Line]) {
    assert_eq!(Session::start("x".to_owned(), &Start::of(&routine(lines)), START, Offset::default()), None);
}

/// The event at a moment of a table: only time, or one of the runner's.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Act {
    Tick,
    Say(Event),
}

const TICK: Act = Act::Tick;
const BEGIN: Act = Act::Say(Event::Begin);
const BACK: Act = Act::Say(Event::Back);
const PAUSE: Act = Act::Say(Event::Pause);
const RESUME: Act = Act::Say(Event::Resume);

const fn set(step: usize) -> Act {
    Act::Say(Event::Done(step, Amount::clamped(20)))
}

const fn skip(step: usize) -> Act {
    Act::Say(Event::Skip(step))
}

const fn rest(seconds: i32) -> Act {
    Act::Say(Event::Rest(seconds))
}

/// A session of `lines` whose first set begins at `START`.
fn at_work(lines: &[Line]) -> Session {
    let start = START.plus_ms(-10_000);
    let session =
        Session::start("k3j9x0a1b2".to_owned(), &Start::of(&routine(lines)), start, Offset::from_minutes(60)).unwrap();
    session.advance(START).0
}

/// A moment with its event, in milliseconds, and the session in one line afterwards. Zero is the start of the session, or of
/// its first set if that begins at zero.
#[rstest]
#[case::begins_with_getting_ready(SQUATS, &[(0, TICK)], "ready 0, 10, 0 done")]
#[case::counts_down_to_one(SQUATS, &[(9_999, TICK)], "ready 0, 1, 0 done")]
#[case::begins_work_by_the_clock(SQUATS, &[(10_000, TICK)], "reps 0, 20, 0 done")]
#[case::reps_wait_for_ever(SQUATS, &[(10_000, TICK), (31_536_000_000, TICK)], "reps 0, 20, 0 done")]
#[case::a_hold_counts_down(HOLDS, &[(10_000, TICK), (10_001, TICK)], "hold 0, 30, 0 done")]
#[case::a_hold_shows_one_to_the_very_end(HOLDS, &[(10_000, TICK), (39_999, TICK)], "hold 0, 1, 0 done")]
#[case::a_hold_ends_by_the_clock(HOLDS, &[(10_000, TICK), (40_000, TICK)], "switch 1, 5, 1 done")]
#[case::a_hold_can_be_ended_by_hand(HOLDS, &[(10_000, TICK), (20_000, set(0))], "switch 1, 5, 1 done")]
#[case::reps_end_when_the_runner_says_so(SQUATS, &[(10_000, TICK), (60_000, set(0))], "rest 1, 60, 1 done")]
#[case::done_twice_in_the_same_moment_is_one_set(SQUATS, &[(10_000, TICK), (60_000, set(0)), (60_000, set(0))], "rest 1, 60, 1 done")]
#[case::done_twice_at_the_very_end_is_one_set(SQUATS, &[(0, BEGIN), (60_000, set(0)), (61_000, BEGIN), (90_000, set(1)), (90_000, set(1))], "finished 1, 2, 2 done")]
#[case::done_for_an_earlier_step_is_ignored(SQUATS, &[(0, BEGIN), (60_000, set(0)), (61_000, BEGIN), (90_000, set(0))], "reps 1, 20, 1 done")]
#[case::done_for_a_later_step_is_ignored(SQUATS, &[(0, BEGIN), (60_000, set(1))], "reps 0, 20, 0 done")]
#[case::done_for_a_step_beyond_all_is_ignored(SQUATS, &[(0, BEGIN), (60_000, set(usize::MAX))], "reps 0, 20, 0 done")]
#[case::done_while_getting_ready_is_ignored(SQUATS, &[(9_000, set(0))], "ready 0, 1, 0 done")]
#[case::done_while_resting_is_ignored(SQUATS, &[(0, BEGIN), (60_000, set(0)), (70_000, set(1))], "rest 1, 50, 1 done")]
#[case::done_within_half_a_second_is_an_echo(SQUATS, &[(0, BEGIN), (499, set(0))], "reps 0, 20, 0 done")]
#[case::done_after_half_a_second_counts(SQUATS, &[(0, BEGIN), (500, set(0))], "rest 1, 60, 1 done")]
#[case::an_echo_right_after_a_rest_of_nothing_is_ignored(
    &[item("deep-squat", BASE, &[20, 20], 0)], &[(0, BEGIN), (60_000, set(0)), (60_000, TICK), (60_100, set(1))], "reps 1, 20, 1 done")]
#[case::a_hold_that_the_clock_has_just_ended_is_not_ended_again(HOLDS, &[(0, BEGIN), (30_100, set(0))], "switch 1, 5, 1 done")]
#[case::begin_cuts_getting_ready_short(SQUATS, &[(3_000, BEGIN)], "reps 0, 20, 0 done")]
#[case::begin_cuts_a_rest_short(SQUATS, &[(0, BEGIN), (60_000, set(0)), (70_000, BEGIN)], "reps 1, 20, 1 done")]
#[case::begin_cuts_a_switch_short(HOLDS, &[(0, BEGIN), (30_000, TICK), (31_000, BEGIN)], "hold 1, 30, 1 done")]
#[case::begin_within_half_a_second_is_an_echo(SQUATS, &[(499, BEGIN)], "ready 0, 10, 0 done")]
#[case::begin_after_half_a_second_counts(SQUATS, &[(500, BEGIN)], "reps 0, 20, 0 done")]
#[case::done_and_begin_in_one_moment_do_not_cut_the_rest(SQUATS, &[(0, BEGIN), (60_000, set(0)), (60_000, BEGIN)], "rest 1, 60, 1 done")]
#[case::begin_at_work_does_not_begin_again(HOLDS, &[(0, BEGIN), (10_000, BEGIN)], "hold 0, 20, 0 done")]
#[case::a_pause_stands_still(HOLDS, &[(0, BEGIN), (10_000, PAUSE), (9_000_000, TICK)], "hold 0, 20, 0 done, paused")]
#[case::a_pause_keeps_the_remaining_time(HOLDS, &[(0, BEGIN), (10_000, PAUSE), (9_000_000, RESUME)], "hold 0, 20, 0 done")]
#[case::a_paused_hold_ends_later(HOLDS, &[(0, BEGIN), (10_000, PAUSE), (9_000_000, RESUME), (9_019_999, TICK)], "hold 0, 1, 0 done")]
#[case::a_second_pause_changes_nothing(HOLDS, &[(0, BEGIN), (10_000, PAUSE), (15_000, PAUSE), (20_000, RESUME)], "hold 0, 20, 0 done")]
#[case::resume_without_a_pause_changes_nothing(HOLDS, &[(0, BEGIN), (10_000, RESUME)], "hold 0, 20, 0 done")]
#[case::a_pause_while_getting_ready(SQUATS, &[(4_000, PAUSE), (60_000, RESUME)], "ready 0, 6, 0 done")]
#[case::begin_ends_a_pause(SQUATS, &[(4_000, PAUSE), (60_000, BEGIN)], "reps 0, 20, 0 done")]
#[case::done_in_a_pause_counts(SQUATS, &[(0, BEGIN), (4_000, PAUSE), (60_000, set(0))], "rest 1, 60, 1 done")]
#[case::an_echo_in_a_pause_does_not_count(SQUATS, &[(0, BEGIN), (100, PAUSE), (60_000, set(0))], "reps 0, 20, 0 done, paused")]
#[case::skip_leaves_a_set_out(SQUATS, &[(0, BEGIN), (5_000, skip(0))], "rest 1, 60, 0 done")]
#[case::skip_before_the_set_leaves_it_out(SQUATS, &[(0, skip(0))], "rest 1, 60, 0 done")]
#[case::skip_twice_in_the_same_moment_leaves_one_out(SQUATS, &[(0, skip(0)), (0, skip(0))], "rest 1, 60, 0 done")]
#[case::skip_of_the_last_set_finishes(SQUATS, &[(0, skip(0)), (1, skip(1))], "finished 1, 0, 0 done")]
#[case::skip_ends_a_pause(SQUATS, &[(0, PAUSE), (5_000, skip(0))], "rest 1, 60, 0 done")]
#[case::back_takes_the_set_back(SQUATS, &[(0, BEGIN), (60_000, set(0)), (61_000, BACK)], "ready 0, 10, 0 done")]
#[case::back_ends_a_pause(SQUATS, &[(0, BEGIN), (60_000, set(0)), (61_000, PAUSE), (62_000, BACK)], "ready 0, 10, 0 done")]
#[case::a_set_taken_back_can_be_done_again(SQUATS, &[(0, BEGIN), (60_000, set(0)), (61_000, BACK), (62_000, BEGIN), (90_000, set(0))], "rest 1, 60, 1 done")]
#[case::a_set_taken_back_and_skipped_is_as_it_was(SQUATS, &[(0, BEGIN), (60_000, set(0)), (61_000, BACK), (62_000, skip(0))], "rest 1, 60, 1 done")]
#[case::two_steps_back_and_skipped_are_as_they_were(HOLDS, &[(0, BEGIN), (30_000, BEGIN), (36_000, BEGIN), (67_000, BACK), (68_000, BACK), (69_000, skip(0)), (70_000, skip(1))], "rest 2, 30, 2 done")]
#[case::the_echo_of_back_goes_no_further(HOLDS, &[(0, BEGIN), (30_000, BEGIN), (36_000, BEGIN), (67_000, BACK), (67_300, BACK)], "ready 1, 10, 1 done")]
#[case::back_at_the_first_step_changes_nothing(SQUATS, &[(4_000, BACK)], "ready 0, 6, 0 done")]
#[case::back_after_the_end_changes_nothing(SQUATS, &[(0, skip(0)), (1, skip(1)), (2, BACK)], "finished 1, 0, 0 done")]
#[case::back_goes_to_a_step_that_was_left_out(SQUATS, &[(0, skip(0)), (1, BACK)], "ready 0, 10, 0 done")]
#[case::a_rest_can_be_longer(SQUATS, &[(0, skip(0)), (10_000, rest(15))], "rest 1, 65, 0 done")]
#[case::a_rest_can_be_shorter(SQUATS, &[(0, skip(0)), (10_000, rest(-15))], "rest 1, 35, 0 done")]
#[case::a_rest_cut_to_nothing_is_over(SQUATS, &[(0, skip(0)), (10_000, rest(-90)), (10_000, TICK)], "reps 1, 20, 0 done")]
#[case::a_rest_has_an_upper_end(SQUATS, &[(0, skip(0)), (10_000, rest(i32::MAX))], "rest 1, 600, 0 done")]
#[case::a_rest_has_a_lower_end(SQUATS, &[(0, skip(0)), (10_000, rest(i32::MIN))], "rest 1, 0, 0 done")]
#[case::a_paused_rest_can_be_longer(SQUATS, &[(0, skip(0)), (10_000, PAUSE), (99_000, rest(15)), (99_000, RESUME)], "rest 1, 65, 0 done")]
#[case::rest_at_work_changes_nothing(HOLDS, &[(0, BEGIN), (10_000, rest(60))], "hold 0, 20, 0 done")]
#[case::several_phases_pass_in_one_sleep(HOLDS, &[(0, BEGIN), (36_000, TICK)], "hold 1, 29, 1 done")]
#[case::a_hold_missed_by_five_seconds_still_begins_on_time(HOLDS, &[(0, BEGIN), (40_000, TICK)], "hold 1, 25, 1 done")]
#[case::a_hold_that_would_have_begun_unseen_waits(HOLDS, &[(0, BEGIN), (40_001, TICK)], "wait 1, 5, 1 done")]
#[case::nothing_is_invented_in_a_long_sleep(HOLDS, &[(0, BEGIN), (90_000_000, TICK)], "wait 1, 89965, 1 done")]
#[case::reps_after_a_long_sleep_wait(SQUATS, &[(0, BEGIN), (60_000, set(0)), (90_000_000, TICK)], "wait 1, 89880, 1 done")]
#[case::reps_missed_by_five_seconds_begin_on_time(SQUATS, &[(0, BEGIN), (60_000, set(0)), (125_000, TICK)], "reps 1, 20, 1 done")]
#[case::a_sleep_before_the_first_hold_waits(HOLDS, &[(90_000_000, TICK)], "wait 0, 89990, 0 done")]
#[case::pause_after_the_end_changes_nothing(SQUATS, &[(0, skip(0)), (1, skip(1)), (2, PAUSE)], "finished 1, 0, 0 done")]
#[case::begin_after_the_end_changes_nothing(SQUATS, &[(0, skip(0)), (1, skip(1)), (2, BEGIN)], "finished 1, 0, 0 done")]
#[case::skip_after_the_end_changes_nothing(SQUATS, &[(0, skip(0)), (1, skip(1)), (2, skip(1))], "finished 1, 0, 0 done")]
fn after(#[case] lines: &[Line], #[case] events: &[(i64, Act)], #[case] expected: &str) {
    let session = if events[0] == (0, BEGIN) { at_work(lines) } else { started(&routine(lines)) };
    let (session, now) = played(session, events);
    assert_eq!(line(&session, now), expected);
}

/// The session after `events`, in milliseconds from `START`, and the moment of the last.
fn played(session: Session, events: &[(i64, Act)]) -> (Session, Timestamp) {
    events.iter().fold((session, START), |(session, _), (ms, event)| {
        let now = START.plus_ms(*ms);
        let next = match event {
            Act::Say(event) => session.on(*event, now).0,
            Act::Tick => session.advance(now).0,
        };
        (next, now)
    })
}

#[rstest]
#[case::shorter(0, "−10 s", "rest 1, 40, 0 done")]
#[case::longer(1, "+20 s", "rest 1, 70, 0 done")]
fn a_press_changes_a_rest(#[case] press: usize, #[case] words: &str, #[case] expected: &str) {
    let (said, event) = Event::REST_STEPS[press];
    let (session, now) = played(started(&routine(SQUATS)), &[(0, skip(0)), (10_000, Act::Say(event))]);
    assert_eq!((said, line(&session, now).as_str()), (words, expected));
}

#[test]
fn every_change_of_phase_has_its_cues() {
    let session = started(&routine(HOLDS));
    let told = |effects: &[Effect]| (sets(effects), cues(effects));
    let (session, effects) = session.advance(START.plus_ms(10_000));
    assert_eq!(told(&effects), (vec![], vec![PhaseChange::Go]));
    let (session, effects) = session.advance(START.plus_ms(45_000));
    assert_eq!(told(&effects), (vec![0], vec![PhaseChange::HoldOver, PhaseChange::OtherSide, PhaseChange::Go]));
    let (session, effects) = session.advance(START.plus_ms(75_000));
    assert_eq!(told(&effects), (vec![1], vec![PhaseChange::HoldOver, PhaseChange::Rest]));
    let (session, effects) = session.on(Event::Begin, START.plus_ms(80_000));
    assert_eq!(told(&effects), (vec![], vec![PhaseChange::Go]));
    let (_, effects) = session.on(Event::Done(2, amount(18)), START.plus_ms(140_000));
    assert_eq!(told(&effects), (vec![2], vec![PhaseChange::Finished]));
}

#[test]
fn a_set_keeps_what_was_done_and_when() {
    let (session, _) = at_work(SQUATS).on(Event::Done(0, amount(17)), START.plus_ms(51_234));
    assert_eq!(session.done(), [Done { step: 0, amount: amount(17), at_ms: 61_234, reserve: None }]);
}

#[test]
fn a_hold_that_ends_in_the_moment_of_back_is_taken_back_and_saved_as_it_was_done() {
    let (session, effects) = at_work(HOLDS).on(Event::Back, START.plus_ms(30_000));
    assert!(session.done().is_empty() && session.taken_back().is_some());
    assert_eq!(sets(&effects), [0]);
}

#[test]
fn the_bar_runs_from_nothing_to_the_whole() {
    let session = at_work(HOLDS);
    let permille = |ms| session.view(START.plus_ms(ms)).permille;
    assert_eq!([0, 15_000, 29_999, 30_000, 99_000].map(permille), [0, 500, 999, 1000, 1000]);
}

/// Plays `lines` on time up to its phase `n`, to the middle of it: the session and that moment, or `None` after the end.
fn in_phase(lines: &[Line], n: usize) -> Option<(Session, Timestamp)> {
    let mut session = started(&routine(lines));
    for _ in 0..n {
        let now = due(&session)?;
        session = if session.phase_end().is_none() { done(session, now) } else { session.advance(now).0 };
    }
    let middle = due(&session)
        .map_or(session.seen().plus_ms(5_000), |end| session.seen().plus_ms(end.ms_since(session.seen()) / 2));
    Some((session.advance(middle).0, middle))
}

const HOURS: i64 = 3_600_000;

/// Fault 19.
#[test]
fn a_clock_set_back_changes_nothing_in_any_phase() {
    for lines in [HOLDS, PISTOL] {
        let undisturbed = on_time(&routine(lines), done);
        for (n, by) in
            (0..10).flat_map(|n| [1, 999, HOURS, 26 * HOURS, 24 * 3650 * HOURS, i64::MAX / 2].map(|by| (n, by)))
        {
            for paused in [false, true] {
                let Some((mut session, now)) = in_phase(lines, n) else { continue };
                if paused {
                    session = session.on(Event::Pause, now).0;
                }
                let before = session.view(now);
                let set_back = now.plus_ms(-by);
                let (mut session, effects) = session.advance(set_back);
                let told = effects.into_iter().filter(|effect| *effect != Effect::SavePosition).collect::<Vec<_>>();
                assert_eq!((session.view(set_back), told), (before, vec![]), "phase {n} by {by} ms");
                session = session.on(Event::Resume, set_back).0;
                while let Some(now) = due(&session) {
                    session = if session.phase_end().is_none() { done(session, now) } else { session.advance(now).0 };
                }
                assert_eq!(session.done(), undisturbed.done(), "phase {n} by {by} ms");
                assert_eq!(session.started(), START);
            }
        }
    }
}

#[test]
fn a_clock_that_goes_back_every_second_never_takes_time_back() {
    let mut session = at_work(HOLDS);
    let mut now = START;
    for second in 1..30 {
        now = now.plus_ms(1_000);
        session = session.advance(now).0;
        assert_eq!(session.view(now).digits, 30 - second);
        now = now.plus_ms(-HOURS);
        session = session.advance(now).0;
        assert_eq!(session.view(now).digits, 30 - second);
    }
    session = session.advance(now.plus_ms(1_000)).0;
    assert_eq!(session.done(), [Done { step: 0, amount: amount(30), at_ms: 40_000, reserve: None }]);
}

#[test]
fn a_session_found_again_never_takes_a_set_as_done() {
    let short: &[Line] = &[item("single-leg-balance", BASE, &[1, 3], 1), item("deep-squat", BASE, &[20], 0)];
    for lines in [HOLDS, PISTOL, short] {
        for (n, gap) in
            (0..10).flat_map(|n| [0, 1_000, 4_000, 6_000, 20_000, HOURS, 48 * HOURS, -HOURS].map(|gap| (n, gap)))
        {
            let Some((session, now)) = in_phase(lines, n) else { continue };
            let now = now.plus_ms(gap);
            let found = session.clone().found_again(now);
            assert_eq!((&found.done(), found.at()), (&session.done(), session.at()), "phase {n} after {gap} ms");
            assert_eq!(found.is_finished(), session.is_finished());
            assert!(found.phase_end().is_none_or(|end| end > now));
        }
    }
}

#[rstest]
#[case::a_hold_still_running_goes_on(HOLDS, 1, 5_000, "hold 0, 10, 0 done")]
#[case::a_hold_that_ran_out_waits(HOLDS, 1, 25_000, "wait 0, 10, 0 done")]
#[case::a_rest_still_running_goes_on(HOLDS, 4, 5_000, "rest 2, 10, 2 done")]
#[case::a_rest_that_ran_out_before_reps_waits(HOLDS, 4, 55_000, "wait 2, 40, 2 done")]
#[case::a_switch_that_ran_out_before_a_hold_waits(HOLDS, 2, 4_500, "wait 1, 2, 1 done")]
#[case::reps_go_on(SQUATS, 1, HOURS, "reps 0, 20, 0 done")]
#[case::the_end_stays_the_end(SQUATS, 4, HOURS, "finished 1, 2, 2 done")]
fn found_again(#[case] lines: &[Line], #[case] phase: usize, #[case] gap: i64, #[case] expected: &str) {
    let (session, now) = in_phase(lines, phase).unwrap();
    let now = now.plus_ms(gap);
    assert_eq!(line(&session.found_again(now), now), expected);
}

#[rstest]
#[case::a_rest_paused_for_a_minute(2, true, 60_000, 60_000)]
#[case::a_rest_paused_over_night(2, true, 14 * HOURS, 14 * HOURS)]
#[case::dead_for_some_seconds_of_a_rest(2, false, 5_000, 0)]
#[case::dead_over_night_from_a_rest_of_thirty_seconds(2, false, 14 * HOURS, 14 * HOURS - 30_000 + 1_000)]
#[case::dead_for_a_minute_of_a_set(3, false, 60_000, 0)]
#[case::dead_for_two_minutes_of_a_set(3, false, 120_000, 0)]
#[case::dead_for_longer_only_the_half_of_its_tempo_counts_that_was_left(3, false, 121_000, 121_000 - 30_000)]
#[case::dead_over_night_from_a_set(3, false, 14 * HOURS, 14 * HOURS - 30_000)]
fn time_without_training_does_not_count(
    #[case] phase: usize,
    #[case] paused: bool,
    #[case] gap: i64,
    #[case] left_out: i64,
) {
    let (session, now) = in_phase(SQUATS, phase).unwrap();
    let session = if paused { session.on(Event::Pause, now).0 } else { session };
    let back = now.plus_ms(gap);
    let session = session.found_again(back).on(Event::Resume, back).0.on(Event::Begin, back.plus_ms(1_000)).0;
    let (session, _) = session.on(Event::Done(1, amount(20)), back.plus_ms(61_000));
    assert_eq!(session.done()[1].at_ms, back.ms_since(START) + 61_000 - left_out);
}

#[test]
fn stepping_back_out_of_a_pause_leaves_the_pause_out() {
    let (session, now) = in_phase(SQUATS, 3).unwrap();
    let back = now.plus_ms(HOURS);
    let (session, _) = session.on(Event::Pause, now).0.on(Event::Back, back);
    let (session, _) =
        session.on(Event::Begin, back.plus_ms(1_000)).0.on(Event::Done(0, amount(20)), back.plus_ms(31_000));
    assert_eq!((session.done().len(), session.done()[0].at_ms), (1, now.ms_since(START) + 31_000));
}

#[test]
fn a_session_that_waits_on_a_clock_set_back_keeps_the_order_of_its_sets() {
    let (session, now) = in_phase(SQUATS, 2).unwrap();
    let back = now.plus_ms(-HOURS);
    let (session, _) = session.waiting(back).on(Event::Begin, back.plus_ms(1_000));
    let (session, _) = session.on(Event::Done(1, amount(20)), back.plus_ms(60_000));
    assert!(session.done()[0].at_ms < session.done()[1].at_ms, "{:?}", session.done());
}

#[test]
fn a_session_whose_position_is_not_known_waits_paused_before_its_step() {
    let (session, _) = in_phase(HOLDS, 3).unwrap();
    let now = START.plus_ms(48 * HOURS);
    let waiting = session.waiting(now);
    assert_eq!(line(&waiting, now.plus_ms(HOURS)), "ready 1, 10, 1 done, paused");
    let (finished, now) = in_phase(SQUATS, 4).unwrap();
    assert_eq!(line(&finished.waiting(now), now), "finished 1, 2, 2 done");
}

#[test]
fn a_paused_session_is_found_paused_with_its_remaining_time() {
    let (session, now) = in_phase(HOLDS, 1).unwrap();
    let (session, _) = session.on(Event::Pause, now);
    let now = now.plus_ms(48 * HOURS);
    let found = session.found_again(now);
    assert_eq!(line(&found, now), "hold 0, 15, 0 done, paused");
    assert_eq!(line(&found.on(Event::Resume, now).0, now), "hold 0, 15, 0 done");
}

#[test]
fn moments_at_the_ends_of_the_range_neither_overflow_nor_mislead() {
    for since in [i64::MIN, -1, 0, i64::MAX] {
        for until in [i64::MIN, 0, 1, i64::MAX] {
            for now in [i64::MIN, 0, i64::MAX] {
                let (since, until) = (Timestamp(since), Timestamp(until));
                let session = started(&routine(SQUATS));
                let position = Position { phase: Phase::Rest { since, until }, at: 1, ..session.position() };
                let session = restored(session.plan(), position, &[]);
                assert!(session.view(Timestamp(now)).permille <= 1000);
                let (session, _) = session.on(Event::Rest(i32::MAX), Timestamp(now));
                assert!(session.view(Timestamp(now)).permille <= 1000);
            }
        }
    }
}

#[test]
fn every_ready_made_routine_done_on_time_takes_as_long_as_it_says() {
    for routine in ready_made() {
        let session = on_time(&routine, done);
        assert_eq!(session.done().last().unwrap().at_ms, i64::from(estimate(&routine).0) * 1000, "{}", routine.id);
        assert_eq!(session.done().len(), session.steps().len());
    }
}

#[test]
fn the_default_session_has_six_sets() {
    assert_eq!(steps(&ready("six-minutes"), &right).len(), 6);
}
