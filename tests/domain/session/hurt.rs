//! A pain in a session: what it leaves out, whether the session goes on, and what is possible then.

use super::{Line, START, item, started};
use crate::routine::routine;
use mainspring::domain::catalogue::{self, BodyPart, Level};
use mainspring::domain::session::{Answer, Effect, Event, Hurt, PainAction, PainAdvice, Score, Session};
use rstest::rstest;

const SQUAT_AND_BALANCE: &[Line] =
    &[item("deep-squat", Level::Base, &[20, 20], 60), item("single-leg-balance", Level::Base, &[30], 30)];
const SQUAT: &[Line] = &[item("deep-squat", Level::Base, &[20], 60)];
const HARD_LUNGE: &[Line] = &[item("lunge", Level::Hard, &[8], 60)];

/// The session at work in its first set, standing still while it is asked what hurts.
fn asked(lines: &[Line]) -> Session {
    let (session, _) = started(&routine(lines)).on(Event::Begin, START.plus_ms(1_000));
    session.on(Event::Pause, START.plus_ms(5_000)).0
}

fn hurt(part: BodyPart, score: u8, way: Option<PainAction>) -> Hurt {
    Hurt { step: 0, part, side: None, score: Score::new(score).unwrap(), way }
}

fn swap(slug: &str) -> PainAction {
    PainAction::Swap(catalogue::brief(slug).unwrap(), Level::Base)
}

/// Phase, exercises to come with their levels, what is told as left out, and whether it stands.
fn line(session: &Session, effects: &[Effect]) -> String {
    let mut coming: Vec<String> = Vec::new();
    for step in session.steps()[session.at()..].iter().filter(|step| !session.is_left_out(step)) {
        let name = format!("{} {}", step.exercise, step.level.slug());
        if !coming.contains(&name) {
            coming.push(name);
        }
    }
    let told = effects.iter().filter_map(|effect| match effect {
        Effect::LeaveOut(exercise, level) => Some(format!("{exercise} {}", level.slug())),
        _ => None,
    });
    let stands = if session.is_paused() { ", stands" } else { "" };
    let phase = session.view(START.plus_ms(9_000)).kind.slug();
    format!("{phase}: {}; out: {}{stands}", coming.join(", "), told.collect::<Vec<_>>().join(", "))
}

#[rstest]
#[case::little(
    SQUAT_AND_BALANCE,
    hurt(BodyPart::Knee, 3, Some(PainAction::GoOn)),
    "reps: deep-squat base, single-leg-balance base; out: "
)]
#[case::little_and_easier(
    HARD_LUNGE,
    hurt(BodyPart::Knee, 3, Some(PainAction::Easier(Level::Base))),
    "ready: lunge base; out: "
)]
#[case::sore(
    SQUAT_AND_BALANCE,
    hurt(BodyPart::Knee, 4, Some(PainAction::LeaveOut)),
    "ready: single-leg-balance base; out: deep-squat base"
)]
#[case::left_open(
    SQUAT_AND_BALANCE,
    hurt(BodyPart::Knee, 7, None),
    "ready: single-leg-balance base; out: deep-squat base, stands"
)]
#[case::little_and_left_open(
    SQUAT_AND_BALANCE,
    hurt(BodyPart::Knee, 3, None),
    "reps: deep-squat base, single-leg-balance base; out: , stands"
)]
#[case::exchanged(
    SQUAT,
    hurt(BodyPart::Knee, 5, Some(swap("single-leg-balance"))),
    "ready: single-leg-balance base; out: "
)]
#[case::nothing_is_left(
    SQUAT_AND_BALANCE,
    hurt(BodyPart::Hip, 8, Some(PainAction::LeaveOut)),
    "finished: ; out: deep-squat base, single-leg-balance base"
)]
#[case::nothing_is_left_and_left_open(SQUAT, hurt(BodyPart::Knee, 6, None), "finished: ; out: deep-squat base")]
#[case::elsewhere(
    SQUAT_AND_BALANCE,
    hurt(BodyPart::Elsewhere, 4, Some(PainAction::LeaveOut)),
    "ready: single-leg-balance base; out: deep-squat base"
)]
#[case::a_step_beyond_the_plan(SQUAT_AND_BALANCE, Hurt { step: 99, ..hurt(BodyPart::Knee, 4, Some(PainAction::LeaveOut)) }, "ready: single-leg-balance base; out: deep-squat base")]
fn a_pain_is_one_event(#[case] lines: &[Line], #[case] hurt: Hurt, #[case] expected: &str) {
    let (session, effects) = asked(lines).on(Event::Hurt(hurt), START.plus_ms(9_000));
    assert_eq!(line(&session, &effects), expected);
    assert_eq!(session.is_finished(), effects.contains(&Effect::Finish));
}

/// From 4 on what loads the part is left out; at 4 and 5 a lower level of what hurt may be easier, from 6 on it is over.
#[rstest]
#[case(3, Level::Base, false)]
#[case(3, Level::Hard, false)]
#[case(4, Level::Base, false)]
#[case(5, Level::Hard, true)]
#[case(5, Level::Harder, true)]
#[case(6, Level::Base, true)]
fn an_exercise_that_hurt_in_a_part_it_does_not_load_is_left_out_from(
    #[case] score: u8,
    #[case] level: Level,
    #[case] expected: bool,
) {
    let session = asked(&[item("banded-dead-bug", Level::Hard, &[8], 60)]);
    assert_eq!(hurt(BodyPart::Thigh, score, None).takes_out(&session, "banded-dead-bug", level), expected);
}

#[rstest]
#[case::none(SQUAT_AND_BALANCE, 0, PainAdvice::GoOn, &[Answer::GoOn])]
#[case::little(HARD_LUNGE, 3, PainAdvice::GoOn, &[Answer::GoOn, Answer::Easier])]
#[case::some(SQUAT, 4, PainAdvice::Ease, &[Answer::Swap])]
#[case::some_and_nothing_easier(SQUAT_AND_BALANCE, 5, PainAdvice::Ease, &[Answer::LeaveOut])]
#[case::much(SQUAT, 6, PainAdvice::Stop, &[Answer::Swap, Answer::LeaveOut])]
#[case::the_worst(SQUAT_AND_BALANCE, 10, PainAdvice::Stop, &[Answer::LeaveOut])]
fn what_is_possible(
    #[case] lines: &[Line],
    #[case] score: u8,
    #[case] advice: PainAdvice,
    #[case] expected: &[Answer],
) {
    let advised = asked(lines).advised(&hurt(BodyPart::Knee, score, None), &[]);
    let mut answers: Vec<Answer> = advised.ways().into_iter().map(PainAction::answer).collect();
    answers.dedup();
    assert_eq!((advised.advice, answers.as_slice()), (advice, expected));
}
