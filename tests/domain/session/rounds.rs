//! Rounds in the player: the order, the three rests, what follows in turn, and changes of the plan in mid-round.

use super::{START, done, due, restored, started};
use crate::blocks::with_circuit;
use mainspring::domain::catalogue::{self, Level};
use mainspring::domain::routine::{BlockKind, Edit, Routine};
use mainspring::domain::session::{Event, Phase, RestKind, Session, Side, Step};
use mainspring::domain::sound::{Moment, Sound, opening};
use mainspring::domain::units::Timestamp;
use mainspring::text::session::side;
use mainspring::text::speech::words;
use rstest::rstest;

/// A lunge and a balance on each leg in turn, twice.
fn superset() -> Routine {
    let brief = |slug| catalogue::brief(slug).unwrap();
    let empty = Routine::empty("pair".to_owned(), "Pair").edited_with(&Edit::AddBlock(BlockKind::Superset), 1);
    let edits = [
        Edit::Rounds(1, 2),
        Edit::AddTo(brief("lunge"), Level::Base, 1),
        Edit::AddTo(brief("single-leg-balance"), Level::Base, 1),
    ];
    edits.iter().fold(empty, |routine, edit| routine.edited(edit))
}

/// The session at the beginning of its phase number `phase`, and that moment.
fn in_phase(routine: &Routine, phase: usize) -> (Session, Timestamp) {
    let (mut session, mut now) = (started(routine), START);
    for _ in 0..phase {
        now = due(&session).unwrap();
        session = if session.phase_end().is_none() { done(session, now) } else { session.advance(now).0 };
    }
    (session, now)
}

/// "lunge base 1/2R round 1/2 +15"
fn line(step: &Step) -> String {
    let leg = step.side.map_or("", |leg| &side(leg)[..1]);
    let (exercise, level, place) = (&step.exercise, step.level.slug(), step.place);
    let numbers = format!("{}/{}{leg} round {}/{}", step.set, step.sets, place.round, place.rounds);
    format!("{exercise} {level} {numbers} +{}", step.rest.0)
}

fn ahead(session: &Session) -> Vec<String> {
    session.steps()[session.at()..].iter().map(line).collect()
}

#[test]
fn both_sides_of_a_set_come_before_the_next_exercise() {
    assert_eq!(
        ahead(&started(&superset())),
        [
            "lunge base 1/2 round 1/2 +15",
            "single-leg-balance base 1/2R round 1/2 +0",
            "single-leg-balance base 1/2L round 1/2 +60",
            "lunge base 2/2 round 2/2 +15",
            "single-leg-balance base 2/2R round 2/2 +0",
            "single-leg-balance base 2/2L round 2/2 +0",
        ]
    );
}

/// Every rest of a routine with two sets of squats and a circuit of two in three rounds, then every rest of a plain one.
#[test]
fn the_three_rests_are_told_apart_and_a_plain_routine_has_one() {
    let rests = |routine: &Routine| {
        let phases = (0..).map(|phase| in_phase(routine, phase).0).take_while(|session| !session.is_finished());
        let rests = phases.filter(|session| matches!(session.phase(), Phase::Rest { .. }));
        rests.map(|session| (session.rest_kind(), opening(&session).unwrap())).collect::<Vec<_>>()
    };
    let set = (Some(RestKind::Set), Sound::Rest);
    let exercise = (Some(RestKind::Exercise), Sound::RestExercise);
    let round = (Some(RestKind::Round), Sound::RestRound);
    assert_eq!(rests(&with_circuit()), [set, exercise, exercise, round, exercise, round, exercise]);
    let plain = with_circuit().edited(&Edit::RemoveBlock(9));
    assert!(rests(&plain).iter().all(|rest| *rest == (None, Sound::Rest)));
}

#[rstest]
#[case::at_the_first_exercise(1, Some("single-leg-balance"))]
#[case::at_the_second(3, None)]
#[case::in_the_rest_between_them(2, None)]
#[case::in_the_rest_between_rounds(6, Some("single-leg-balance"))]
fn the_next_exercise_in_turn(#[case] phase: usize, #[case] expected: Option<&str>) {
    let session = in_phase(&superset(), phase).0;
    assert_eq!(session.next_in_turn().map(|step| step.exercise.as_str()), expected);
}

#[test]
fn nothing_follows_in_turn_in_a_plain_block() {
    let session = started(&with_circuit());
    assert_eq!(session.next_in_turn(), None);
}

#[test]
fn the_voice_says_the_round_that_comes() {
    let (session, _) = in_phase(&superset(), 6);
    assert_eq!(session.rest_kind(), Some(RestKind::Round));
    assert_eq!(words(&session, Moment::Opening), "Done. Rest, 60 seconds. Then round 2 of 2. Next: lunge.");
    let (skipped, now) = in_phase(&superset(), 4);
    let skipped = skipped.on(Event::Skip(2), now.plus_ms(1000)).0;
    assert!(words(&skipped, Moment::Opening).starts_with("Rest, "), "{}", words(&skipped, Moment::Opening));
}

#[test]
fn another_level_holds_for_every_coming_round() {
    let (session, now) = in_phase(&superset(), 1);
    let hard = session.on(Event::Level(Level::Hard), now.plus_ms(1000)).0;
    assert_eq!(
        ahead(&hard),
        [
            "lunge hard 1/2R round 1/2 +0",
            "lunge hard 1/2L round 1/2 +15",
            "single-leg-balance base 1/2R round 1/2 +0",
            "single-leg-balance base 1/2L round 1/2 +60",
            "lunge hard 2/2R round 2/2 +0",
            "lunge hard 2/2L round 2/2 +15",
            "single-leg-balance base 2/2R round 2/2 +0",
            "single-leg-balance base 2/2L round 2/2 +0",
        ]
    );
    let (session, now) = in_phase(&superset(), 5);
    let second_side = session.on(Event::Level(Level::Hard), now.plus_ms(1000)).0;
    assert_eq!(ahead(&second_side)[0], "single-leg-balance hard 1/2L round 1/2 +60");
    assert_eq!(ahead(&second_side)[2], "single-leg-balance hard 2/2R round 2/2 +0");
}

#[test]
fn another_exercise_takes_the_place_in_every_coming_round() {
    let (session, now) = in_phase(&superset(), 7);
    let swap = Event::Swap(catalogue::brief("deep-squat").unwrap(), Level::Base);
    let swapped = session.on(swap, now.plus_ms(1000)).0;
    assert_eq!(ahead(&swapped)[0], "deep-squat base 1/1 round 2/2 +15");
    let (session, now) = in_phase(&superset(), 1);
    let swapped = session.on(swap, now.plus_ms(1000)).0;
    assert_eq!(ahead(&swapped)[0], "deep-squat base 1/2 round 1/2 +15");
    assert_eq!(ahead(&swapped)[3], "deep-squat base 2/2 round 2/2 +15");
}

#[test]
fn the_other_side_first_holds_for_every_coming_round() {
    let (session, now) = in_phase(&superset(), 2);
    assert_eq!(session.flipped(), Some(Side::Left));
    let flipped = session.on(Event::Flip, now.plus_ms(1000)).0;
    let sides: Vec<_> = flipped.steps().iter().filter_map(|step| step.side).collect();
    assert_eq!(sides, [Side::Left, Side::Right, Side::Left, Side::Right]);
}

#[test]
fn the_rest_between_rounds_stays_when_the_last_exercise_is_left_out() {
    let (session, now) = in_phase(&superset(), 1);
    let dropped = session.on(Event::Drop("single-leg-balance"), now.plus_ms(1000)).0;
    assert_eq!(ahead(&dropped), ["lunge base 1/2 round 1/2 +60", "lunge base 2/2 round 2/2 +0"]);
    let (rest, _) = {
        let end = due(&dropped).unwrap();
        (done(dropped, end), end)
    };
    assert_eq!(rest.rest_kind(), Some(RestKind::Round));
}

#[test]
fn a_session_of_the_build_before_is_a_plain_one() {
    let session = started(&superset());
    let mut plan = session.plan();
    for step in &mut plan.steps {
        step.place = mainspring::domain::routine::BlockPlace::default();
    }
    let old = restored(plan, session.position(), &[]);
    assert_eq!((old.set_count(), session.set_count()), (4, 4), "a set counts the same");
}
