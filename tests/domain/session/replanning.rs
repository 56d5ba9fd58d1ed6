//! The plan changed in mid-session: another level, another exercise, none of it, the other side first, and corrections.

use super::{
    BASE, HOLDS, Line, PISTOL, SQUATS, START, amount, at_work, begun_with, cues, in_phase, item, line, routine, sets,
    started,
};
use crate::routine::ready;
use mainspring::domain::catalogue::{self, Kit, Level};
use mainspring::domain::log::Performed;
use mainspring::domain::session::{Effect, Event, PhaseChange, ReserveQuestion, Session, Side, Step, reserve_question};
use mainspring::domain::units::{Amount, Timestamp};
use mainspring::text;
use rstest::rstest;

const HARD: Level = Level::Hard;
const HARDER: Level = Level::Harder;
const LUNGES: &[Line] = &[item("lunge", BASE, &[15, 15, 15], 45), item("deep-squat", BASE, &[20], 60)];
const BRIDGE: &[Line] = &[item("banded-glute-bridge", HARDER, &[10, 10, 10], 60)];
const MIXED: &[Line] =
    &[item("deep-squat", BASE, &[20], 60), item("lunge", BASE, &[15], 45), item("deep-squat", BASE, &[10], 30)];

fn swap(slug: &str) -> Event {
    Event::Swap(catalogue::brief(slug).unwrap(), BASE)
}

/// A step as "lunge base 1/3L 15 +45".
fn words(step: &Step) -> String {
    let side = step.side.map_or("", |side| &text::session::side(side)[..1]);
    let level = step.level.slug();
    format!("{} {level} {}/{}{side} {} +{}", step.exercise, step.set, step.sets, step.target.get(), step.rest.0)
}

/// After `event` in the middle of phase `phase`: the steps from the present one on.
fn plan_after(lines: &[Line], phase: usize, event: Event) -> (Session, Session, Timestamp) {
    let (before, now) = in_phase(lines, phase).unwrap();
    (before.clone(), before.on(event, now).0, now)
}

#[track_caller]
fn check(lines: &[Line], phase: usize, event: Event, expected: &[&str], then: &str) {
    let (before, after, now) = plan_after(lines, phase, event);
    assert_eq!(after.steps()[after.at()..].iter().map(words).collect::<Vec<_>>(), expected);
    assert_eq!(line(&after, now), then);
    assert_eq!(after.steps()[..after.at()], before.steps()[..after.at()]);
    assert_eq!(after.done(), before.done());
    let changed = (&after.steps(), &after.left_out()) != (&before.steps(), &before.left_out());
    assert_eq!(after.revision(), before.revision() + u32::from(changed));
}

/// Phases count from 0, the first get-ready.
#[rstest]
#[case::no_more_sets_than_were_planned(SQUATS, 0, HARD, &["deep-squat hard 1/2 20 +60", "deep-squat hard 2/2 20 +0"], "ready 0, 5, 0 done")]
#[case::at_work_gives_a_get_ready(SQUATS, 1, HARD, &["deep-squat hard 1/2 20 +60", "deep-squat hard 2/2 20 +0"], "ready 0, 10, 0 done")]
#[case::in_a_rest_the_rest_goes_on(SQUATS, 2, HARD, &["deep-squat hard 2/2 20 +0"], "rest 1, 30, 1 done")]
#[case::the_same_level_changes_nothing(SQUATS, 1, BASE, &["deep-squat base 1/2 20 +60", "deep-squat base 2/2 20 +0"], "reps 0, 20, 0 done")]
#[case::from_both_sides_to_one_at_a_time(LUNGES, 2, HARD, &["lunge hard 2/2R 4 +0", "lunge hard 2/2L 4 +45", "deep-squat base 1/1 20 +0"], "rest 1, 23, 1 done")]
#[case::the_second_side_alone(PISTOL, 2, HARD, &["supported-pistol-squat hard 1/2L 10 +90", "supported-pistol-squat hard 2/2R 8 +0", "supported-pistol-squat hard 2/2L 8 +0"], "switch 1, 3, 1 done")]
#[case::from_the_second_side_to_both(BRIDGE, 3, BASE, &["banded-glute-bridge base 1/3 10 +60", "banded-glute-bridge base 2/3 10 +60", "banded-glute-bridge base 3/3 10 +0"], "ready 1, 10, 1 done")]
#[case::changing_sides_for_nothing(BRIDGE, 2, BASE, &["banded-glute-bridge base 1/3 10 +60", "banded-glute-bridge base 2/3 10 +60", "banded-glute-bridge base 3/3 10 +0"], "ready 1, 10, 1 done")]
#[case::a_hold_that_is_running(HOLDS, 1, HARD, &["single-leg-balance hard 1/1R 30 +0", "single-leg-balance hard 1/1L 30 +30", "deep-squat base 1/1 20 +0"], "ready 0, 10, 0 done")]
fn another_level(
    #[case] lines: &[Line],
    #[case] phase: usize,
    #[case] level: Level,
    #[case] expected: &[&str],
    #[case] then: &str,
) {
    check(lines, phase, Event::Level(level), expected, then);
}

#[rstest]
#[case::numbers_its_sets_anew(SQUATS, 2, "lunge", &["lunge base 1/1 15 +0"], "rest 1, 30, 1 done")]
#[case::leaves_the_next_exercise(LUNGES, 3, "supported-pistol-squat", &["supported-pistol-squat base 1/2R 10 +0", "supported-pistol-squat base 1/2L 10 +45", "supported-pistol-squat base 2/2R 8 +0", "supported-pistol-squat base 2/2L 8 +45", "deep-squat base 1/1 20 +0"], "ready 1, 10, 1 done")]
#[case::takes_no_more_sets_than_its_own(LUNGES, 0, "single-leg-balance", &["single-leg-balance base 1/1R 30 +0", "single-leg-balance base 1/1L 30 +45", "deep-squat base 1/1 20 +0"], "ready 0, 5, 0 done")]
#[case::the_second_side_alone(PISTOL, 3, "single-leg-deadlift", &["single-leg-deadlift base 1/2L 10 +90", "single-leg-deadlift base 2/2R 10 +0", "single-leg-deadlift base 2/2L 10 +0"], "ready 1, 10, 1 done")]
#[case::for_itself_changes_nothing(SQUATS, 1, "deep-squat", &["deep-squat base 1/2 20 +60", "deep-squat base 2/2 20 +0"], "reps 0, 20, 0 done")]
fn another_exercise(
    #[case] lines: &[Line],
    #[case] phase: usize,
    #[case] slug: &str,
    #[case] expected: &[&str],
    #[case] then: &str,
) {
    check(lines, phase, swap(slug), expected, then);
}

#[rstest]
#[case::at_work(MIXED, 1, "deep-squat", &["lunge base 1/1 15 +0"], "ready 0, 10, 0 done")]
#[case::in_the_rest_after_it(MIXED, 2, "deep-squat", &["lunge base 1/1 15 +0"], "rest 1, 30, 1 done")]
#[case::one_that_comes_later(MIXED, 3, "deep-squat", &["lunge base 1/1 15 +0"], "reps 1, 15, 1 done")]
#[case::one_that_is_over(LUNGES, 7, "lunge", &["deep-squat base 1/1 20 +0"], "reps 3, 20, 3 done")]
#[case::one_that_is_not_there(MIXED, 1, "monster-walk", &["deep-squat base 1/1 20 +60", "lunge base 1/1 15 +45", "deep-squat base 1/1 10 +0"], "reps 0, 20, 0 done")]
#[case::while_changing_sides(HOLDS, 2, "single-leg-balance", &["deep-squat base 1/1 20 +0"], "ready 1, 10, 1 done")]
#[case::nothing_is_left(SQUATS, 3, "deep-squat", &["deep-squat base 1/2 20 +60"], "finished 0, 1, 1 done")]
#[case::nothing_was_ever_done(SQUATS, 1, "deep-squat", &["deep-squat base 1/2 20 +60"], "finished 0, 0, 0 done")]
fn never_again_today(
    #[case] lines: &[Line],
    #[case] phase: usize,
    #[case] slug: &'static str,
    #[case] expected: &[&str],
    #[case] then: &str,
) {
    check(lines, phase, Event::Drop(slug), expected, then);
}

#[rstest]
#[case::all_and_each_once(MIXED, 0, "deep-squat lunge")]
#[case::the_one_at_work_and_what_follows(MIXED, 3, "lunge deep-squat")]
#[case::none_that_is_over(LUNGES, 7, "deep-squat")]
fn the_exercises_to_come(#[case] lines: &[Line], #[case] phase: usize, #[case] expected: &str) {
    assert_eq!(in_phase(lines, phase).unwrap().0.coming().join(" "), expected);
}

#[rstest]
#[case::before_the_first_set(PISTOL, 0, "LRLR")]
#[case::not_at_work(PISTOL, 1, "RLRL")]
#[case::not_between_the_sides(PISTOL, 2, "RLRL")]
#[case::not_between_the_sets(PISTOL, 4, "RLRL")]
#[case::nothing_has_sides(SQUATS, 0, "")]
fn the_other_side_first(#[case] lines: &[Line], #[case] phase: usize, #[case] expected: &str) {
    let (before, after, _) = plan_after(lines, phase, Event::Flip);
    let sides: String =
        after.steps().iter().filter_map(|step| step.side).map(|side| &text::session::side(side)[..1]).collect();
    assert_eq!(sides, expected);
    let first: Vec<_> = after.steps().iter().map(|step| step.other_side_next).collect();
    assert_eq!(first, before.steps().iter().map(|step| step.other_side_next).collect::<Vec<_>>());
}

#[test]
fn only_the_present_exercise_is_flipped_and_of_two_alike_only_the_present_one() {
    let twice: &[Line] = &[item("single-leg-balance", BASE, &[30], 30), item("single-leg-balance", BASE, &[30], 30)];
    let (session, now) = in_phase(twice, 4).unwrap();
    let (session, _) = session.on(Event::Flip, now);
    let sides: Vec<_> = session.steps().iter().map(|step| step.side).collect();
    assert_eq!(sides, [Side::Right, Side::Left, Side::Left, Side::Right].map(Some));
}

#[test]
fn a_change_in_a_pause_stays_paused() {
    let (session, now) = in_phase(HOLDS, 1).unwrap();
    let later = now.plus_ms(60_000);
    let (session, _) = session.on(Event::Pause, now).0.on(Event::Level(HARD), later);
    assert_eq!(line(&session, later), "ready 0, 10, 0 done, paused");
    assert_eq!(line(&session.on(Event::Resume, later).0, later.plus_ms(4_000)), "ready 0, 6, 0 done");
}

#[test]
fn after_a_change_of_level_the_next_side_is_the_one_that_is_left() {
    let (session, now) = in_phase(PISTOL, 3).unwrap();
    let (mut session, mut now) = (session.on(Event::Level(HARD), now).0, now);
    let mut story = Vec::new();
    for _ in 0..3 {
        now = now.plus_ms(600_000);
        session = session.on(Event::Begin, now).0;
        let (next, effects) = session.clone().on(Event::Done(session.at(), amount(8)), now.plus_ms(1_000));
        story.push((session.step().side.unwrap(), *cues(&effects).last().unwrap()));
        session = next;
    }
    assert_eq!(
        story,
        [(Side::Left, PhaseChange::Rest), (Side::Right, PhaseChange::OtherSide), (Side::Left, PhaseChange::Finished)]
    );
}

#[test]
fn going_back_past_a_change_leads_to_no_other_side_that_is_not_there() {
    let (session, now) = in_phase(BRIDGE, 3).unwrap();
    let (session, _) = session.on(Event::Level(BASE), now).0.on(Event::Back, now.plus_ms(1_000));
    let (session, _) = session.on(Event::Begin, now.plus_ms(2_000));
    let (_, effects) = session.on(Event::Done(0, amount(10)), now.plus_ms(9_000));
    assert_eq!((sets(&effects), cues(&effects)), (vec![0], vec![PhaseChange::Rest]));
}

#[rstest]
#[case::the_set_just_done(0, 12, &[Effect::SavePlan, Effect::CorrectSet(0)], 12)]
#[case::the_same_amount_is_no_change(0, 20, &[], 20)]
#[case::a_set_that_is_not_done(1, 12, &[], 20)]
#[case::a_step_beyond_all(usize::MAX, 12, &[], 20)]
fn correcting(#[case] step: usize, #[case] to: u16, #[case] expected: &[Effect], #[case] then: u16) {
    let (session, now) = in_phase(SQUATS, 2).unwrap();
    let (after, effects) = session.clone().on(Event::Amend(step, amount(to)), now);
    assert_eq!((effects.as_slice(), after.done()[0].amount.get()), (expected, then));
    assert_eq!(after.done()[0].at_ms, session.done()[0].at_ms);
    assert_eq!(after.revision(), u32::from(!expected.is_empty()));
}

#[rstest]
#[case::squats_without_kit("deep-squat", BASE, &[], "lunge")]
#[case::squats_with_straps("deep-squat", BASE, &[Kit::Straps], "lunge supported-pistol-squat")]
#[case::balance_without_kit("single-leg-balance", HARD, &[], "supported-pistol-squat single-leg-deadlift")]
#[case::dead_bugs_with_a_band("banded-dead-bug", BASE, &[Kit::LoopBand], "banded-glute-bridge monster-walk")]
#[case::an_exercise_of_a_later_version("moon-hop", BASE, &[], "")]
fn the_same_job_is_done_by(#[case] slug: &str, #[case] level: Level, #[case] kit: &[Kit], #[case] expected: &str) {
    let session = begun_with(slug, &started(&routine(&[item("deep-squat", level, &[20], 60)])));
    let found: Vec<_> = session.swaps(kit, None).iter().map(|(exercise, _)| exercise.id).collect();
    assert_eq!(found.join(" "), expected);
}

#[test]
fn no_exercise_that_comes_later_or_is_left_out_is_offered_in_place_of_the_present_one() {
    let offered = |session: &Session| session.swaps(&[], None).iter().any(|(exercise, _)| exercise.id == "lunge");
    assert!(offered(&at_work(SQUATS)));
    assert!(!offered(&at_work(MIXED)));
    assert!(!offered(&at_work(MIXED).on(Event::Drop("lunge"), START.plus_ms(1_000)).0));
}

#[test]
fn an_exercise_left_out_does_not_come_back_in_the_place_of_another() {
    let dropped = at_work(SQUATS).on(Event::Drop("lunge"), START.plus_ms(1_000)).0;
    assert_eq!(dropped.clone().on(swap("lunge"), START.plus_ms(2_000)).0.steps(), dropped.steps());
}

/// Squats and lunges are done, one set each; in the rest after them the lunges are left out, and what `events` say.
#[track_caller]
fn after_leaving_out(lines: &[Line], phase: usize, slug: &'static str, events: &[Event]) -> (Session, Timestamp) {
    let (session, now) = in_phase(lines, phase).unwrap();
    let all = [&[Event::Drop(slug)], events].concat();
    all.iter().fold((session, now), |(session, now), event| {
        let now = now.plus_ms(1_000);
        (session.on(*event, now).0, now)
    })
}

const THREE: &[Line] =
    &[item("deep-squat", BASE, &[20], 60), item("lunge", BASE, &[15], 45), item("monster-walk", BASE, &[12], 30)];
const BACK: Event = Event::Back;

const fn did(step: usize) -> Event {
    Event::Done(step, Amount::clamped(7))
}

#[rstest]
#[case::over_it_to_the_set_before(THREE, 4, "lunge", &[BACK], "deep-squat ready 0, 10, 1 done")]
#[case::over_all_its_sets(&[THREE[0], LUNGES[0], THREE[2]], 8, "lunge", &[BACK], "deep-squat ready 0, 10, 3 done")]
#[case::while_it_is_at_work(THREE, 3, "lunge", &[BACK], "deep-squat ready 0, 10, 0 done")]
#[case::not_where_nothing_else_is_before(THREE, 2, "deep-squat", &[BACK], "lunge rest 1, 28, 1 done")]
#[case::and_no_further(THREE, 4, "lunge", &[BACK, BACK], "deep-squat ready 0, 9, 1 done")]
#[case::and_on_over_it_again(THREE, 4, "lunge", &[BACK, Event::Begin, did(0)], "monster-walk rest 2, 60, 2 done")]
#[case::and_on_to_the_end(THREE, 4, "lunge", &[BACK, Event::Begin, did(0), Event::Begin, did(2)], "monster-walk switch 3, 5, 3 done")]
fn back_passes_over_what_was_left_out(
    #[case] lines: &[Line],
    #[case] phase: usize,
    #[case] slug: &'static str,
    #[case] events: &[Event],
    #[case] expected: &str,
) {
    let (session, now) = after_leaving_out(lines, phase, slug, events);
    assert_eq!([&session.step().exercise, " ", &line(&session, now)].concat(), expected);
}

/// Steps replanned after going back over sets done lie behind those: a set done keeps its place.
#[rstest]
#[case::another_level(Event::Level(HARD), &[1], &["lunge base 1/1 15 +45", "deep-squat hard 1/1 20 +60", "monster-walk base 1/1R 12 +0", "monster-walk base 1/1L 12 +0"])]
#[case::another_exercise(swap("supported-pistol-squat"), &[1], &["lunge base 1/1 15 +45", "supported-pistol-squat base 1/1R 10 +0", "supported-pistol-squat base 1/1L 10 +60", "monster-walk base 1/1R 12 +0", "monster-walk base 1/1L 12 +0"])]
#[case::none_of_it(Event::Drop("deep-squat"), &[0, 1], &["lunge base 1/1 15 +45", "monster-walk base 1/1R 12 +0", "monster-walk base 1/1L 12 +0"])]
#[case::none_of_what_follows(Event::Drop("monster-walk"), &[1], &["lunge base 1/1 15 +45", "deep-squat base 1/1 20 +0"])]
fn behind_a_set_done_the_plan_changes(#[case] event: Event, #[case] done: &[usize], #[case] expected: &[&str]) {
    let (session, now) = after_leaving_out(THREE, 4, "lunge", &[BACK, event]);
    assert_eq!(session.steps()[1..].iter().map(words).collect::<Vec<_>>(), expected);
    assert_eq!((session.at(), session.done().iter().map(|done| done.step).collect::<Vec<_>>()), (2, done.to_vec()));
    assert_eq!(line(&session, now).split(',').next(), Some("ready 2"));
}

/// Sets gone back over all count as they were done where one between them is left out.
#[rstest]
#[case::one_between(2, &[0, 1, 2], "monster-walk ready 3")]
#[case::one_at_the_end_of_what_she_went_back_over(1, &[0, 1], "monster-walk ready 2")]
fn sets_gone_back_over_count_where_one_of_them_is_left_out(
    #[case] more: usize,
    #[case] done: &[usize],
    #[case] then: &str,
) {
    let (mut session, mut now) = in_phase(THREE, 4).unwrap();
    for event in [Event::Begin, did(2)].into_iter().take(if more == 2 { 2 } else { 0 }).chain(vec![BACK; more + 1]) {
        now = now.plus_ms(1_000);
        session = session.on(event, now).0;
    }
    assert_eq!(session.at(), 0, "gone back to the first set");
    let back = session.all_taken_back().len();
    let session = session.on(Event::Drop("lunge"), now.plus_ms(1_000)).0;
    assert_eq!(session.done().iter().map(|done| done.step).collect::<Vec<_>>(), done);
    assert_eq!((back, session.all_taken_back().len()), (done.len(), 0));
    let phase = line(&session, now.plus_ms(1_000));
    assert_eq!([&session.step().exercise, " ", phase.split(',').next().unwrap()].concat(), then);
}

#[test]
fn what_was_done_again_is_corrected_and_asked_about_though_sets_left_out_lie_between() {
    let (session, _) = after_leaving_out(THREE, 4, "lunge", &[BACK, Event::Begin, did(0)]);
    assert_eq!(session.just_done().map(|done| (done.step, done.amount)), Some((0, amount(7))));
    assert_eq!(session.asked_reserve(), Some((0, ReserveQuestion::Three)));
    assert_eq!(session.done().iter().map(|done| done.step).collect::<Vec<_>>(), [1, 0], "in order of time");
}

#[test]
fn what_is_left_out_is_not_counted_as_left() {
    let (session, now) = after_leaving_out(THREE, 4, "lunge", &[]);
    let (back, later) = after_leaving_out(THREE, 4, "lunge", &[BACK]);
    // Get ready, twenty squats and their rest in the place of what was left of the rest after the lunges.
    let rest = session.phase_end().unwrap().ms_since(now).unsigned_abs().div_ceil(1000);
    assert_eq!(u64::from(back.view(later).left.0), u64::from(session.view(now).left.0) - rest + 10 + 60 + 60);
}

#[rstest]
#[case::a_few_reps("deep-squat", 12, Some(ReserveQuestion::Number))]
#[case::many_reps("deep-squat", 13, Some(ReserveQuestion::Three))]
#[case::steps("monster-walk", 12, Some(ReserveQuestion::Number))]
#[case::a_hold("single-leg-balance", 10, None)]
fn the_runner_is_asked_for_her_reserve(
    #[case] slug: &str,
    #[case] target: u16,
    #[case] expected: Option<ReserveQuestion>,
) {
    let session = started(&routine(&[item(slug, BASE, &[target], 30)]));
    let step = session.step();
    assert_eq!(reserve_question(step.measure, step.target), expected);
}

#[test]
fn the_question_comes_after_the_last_set_of_an_exercise_only() {
    let session = started(&ready("six-minutes"));
    let last: Vec<_> = (0..8).filter(|step| session.is_last_of_exercise(*step)).collect();
    assert_eq!(last, [2, 3, 5], "the balance at the beginning comes again at the end");
    assert_eq!(text::session::reserve(ReserveQuestion::Three), "Could you do 3 more?");
    let answers = |question: ReserveQuestion| {
        let said = question.answers().iter().map(|more| text::session::reserve_answer(question, *more));
        said.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(answers(ReserveQuestion::Number), "0 1 2 3 4 5+");
    assert_eq!(answers(ReserveQuestion::Three), "Yes No");
}

#[test]
fn an_answer_stays_with_its_set_and_is_asked_for_once() {
    const TWO: &[Line] = &[item("deep-squat", BASE, &[5], 30), item("lunge", BASE, &[5], 30)];
    let (at_work, _) = started(&routine(TWO)).on(Event::Begin, START.plus_ms(1_000));
    assert_eq!(at_work.asked_reserve(), None, "nothing is done yet");
    let (resting, _) = at_work.on(Event::Done(0, amount(5)), START.plus_ms(20_000));
    assert_eq!(resting.asked_reserve(), Some((0, ReserveQuestion::Number)));
    let (told, effects) = resting.clone().on(Event::Reserve(0, 12), START.plus_ms(21_000));
    assert_eq!((told.done()[0].reserve, sets(&effects)), (Some(10), vec![0]));
    assert_eq!(told.asked_reserve(), None);
    assert_eq!(Performed::of(&told).unwrap().sets[0].reserve, Some(10));
    let (next, _) = resting.on(Event::Begin, START.plus_ms(25_000));
    assert_eq!(next.asked_reserve(), None, "not while she works");
}
