//! The plan and the position of a running session.

use super::values::{fixed_position, placed, running};
use super::{V1, filled, raw, snapshot};
use crate::routine::{item, routine};
use crate::session::{START, amount, done, on_time, restored, started};
use mainspring::domain::catalogue::{self, Level};
use mainspring::domain::saved::{self, Loaded, Memory};
use mainspring::domain::session::{After, Done, Event, Phase, Plan, Position, Session};
use rstest::rstest;

#[test]
fn every_phase_and_place_of_a_session_comes_back() {
    let plan = routine(&[item("single-leg-balance", Level::Base, &[30], 30), item("lunge", Level::Base, &[15], 60)]);
    let store = Memory::default();
    saved::save_running(&store, &started(&plan)).unwrap();
    let begun = |session: Session, now| session.on(Event::Begin, now).0;
    let check = |session: &Session| {
        saved::save_position(&store, session, 0).unwrap();
        let mut found = saved::load_running(&store).whole().unwrap();
        assert!(saved::load_position(&store, &mut found));
        assert_eq!(restored(found.plan(), found.position(), session.done()), *session);
    };
    let mut session = started(&plan);
    for now in (0..120).map(|second| START.plus_ms(second * 1000)) {
        session = session.advance(now).0;
        check(&session);
        check(&session.clone().on(Event::Pause, now).0);
        let away = now.plus_ms(600_000);
        for unseen in [session.clone().advance(away).0, session.clone().found_again(away)] {
            check(&unseen);
            check(&begun(unseen, away.plus_ms(1_000)));
        }
    }
    check(&on_time(&plan, done));
}

#[rstest]
#[case::another_session(restored(Plan { id: "other".to_owned(), ..running().plan() }, fixed_position(), &[]))]
#[case::a_step_beyond_the_plan(restored(
    Plan { steps: [running().steps(), running().steps()].concat(), ..running().plan() },
    Position { at: 6, ..fixed_position() },
    &[],
))]
fn a_position_that_does_not_belong_changes_nothing(#[case] elsewhere: Session) {
    let store = Memory::default();
    saved::save_position(&store, &elsewhere, 0).unwrap();
    let mut session = running();
    assert!(!saved::load_position(&store, &mut session));
    assert_eq!(session, running());
}

#[test]
fn a_position_behind_a_set_that_is_done_is_not_taken() {
    let store = Memory::default();
    let at_work = placed().on(Event::Begin, placed().seen()).0;
    saved::save_position(&store, &at_work, 0).unwrap();
    let (over, _) = at_work.clone().on(Event::Done(2, amount(30)), at_work.seen().plus_ms(20_000));
    let mut found = Session::restore(running().plan(), None, over.done()).unwrap();
    assert!(!saved::load_position(&store, &mut found), "the page died between the set and the position");
    assert_eq!(found.at(), 3);
}

const ACTIVE_REPLANNED: &str = include_str!("../fixtures/saved/v1/active-replanned.json");
const AT_WAIT: &str = include_str!("../fixtures/saved/v1/at-wait.json");

/// The running session of the fixtures after a change of level at its second step, waiting there for the runner.
fn replanned() -> Session {
    let now = START.plus_ms(90_500);
    let plan = Plan { wait_for_me: true, ..running().plan() };
    let session = restored(plan, Position { at: 1, ..running().position() }, &[]);
    let (session, _) = session.on(Event::Level(Level::Base), now);
    let phase = Phase::Wait { since: now, after: After::Rest };
    restored(session.plan(), Position { phase, epoch: START, ..session.position() }, session.done())
}

#[test]
fn a_plan_that_changed_and_a_wait_are_written_and_read() {
    let store = Memory::default();
    saved::save_running(&store, &replanned()).unwrap();
    saved::save_position(&store, &replanned(), 0).unwrap();
    assert_eq!(raw(&store, "active").unwrap(), ACTIVE_REPLANNED.trim_end());
    assert_eq!(raw(&store, "at").unwrap(), AT_WAIT.trim_end());
    let mut found = saved::load_running(&store).whole().unwrap();
    assert!(saved::load_position(&store, &mut found));
    assert_eq!((found.revision(), found.wait_for_me()), (1, true));
    assert_eq!(found, replanned());
}

const ACTIVE_LEFT_OUT: &str = include_str!("../fixtures/saved/v1/active-left-out.json");

#[test]
fn a_plan_with_an_exercise_left_out_is_written_and_read() {
    let (session, _) = running().on(Event::Drop("lunge"), START);
    let store = Memory::default();
    saved::save_running(&store, &session).unwrap();
    assert_eq!(raw(&store, "active").unwrap(), ACTIVE_LEFT_OUT.trim_end());
    let found = saved::load_running(&store).whole().unwrap();
    assert_eq!((found.left_out(), found.steps().len()), (&["lunge".to_owned()][..], 5));
}

const ACTIVE_LEFT_OUT_LEVELS: &str = include_str!("../fixtures/saved/v1/active-left-out-levels.json");

#[test]
fn a_plan_with_an_exercise_left_out_at_some_levels_is_written_and_read() {
    let is_out = |slug: &str, level: Level| {
        slug == "lunge" && level > Level::Base || slug == "deep-squat" && level == Level::Hard
    };
    let every = catalogue::briefs().iter().flat_map(|brief| Level::ALL.iter().map(move |level| (brief.id, *level)));
    let out: Vec<_> =
        every.filter(|(slug, level)| is_out(slug, *level)).map(|(slug, level)| (slug.to_owned(), level)).collect();
    let (session, _) = running().without(&out, START);
    let store = Memory::default();
    saved::save_running(&store, &session).unwrap();
    assert_eq!(raw(&store, "active").unwrap(), ACTIVE_LEFT_OUT_LEVELS.trim_end());
    let found = saved::load_running(&store).whole().unwrap();
    assert_eq!((found.left_out_levels(), found.left_out().len()), (session.left_out_levels(), 0));
    assert_eq!(session.left_out_levels().len(), 3);
}

/// At the first step, with a set of the third one done.
#[rstest]
#[case::of_an_exercise_left_out("single-leg-balance", true)]
#[case::of_any_other("lunge", false)]
fn a_position_before_a_set_that_is_done_is_taken(#[case] left_out: &str, #[case] expected: bool) {
    let store = Memory::default();
    saved::save_position(&store, &running(), 0).unwrap();
    let done = Done { step: 2, amount: amount(30), at_ms: 90_000, reserve: None };
    let plan = Plan { left_out: vec![left_out.to_owned()], ..running().plan() };
    let mut found = Session::restore(plan, None, &[done]).unwrap();
    assert_eq!(saved::load_position(&store, &mut found), expected);
}

#[test]
fn clearing_the_running_session_leaves_everything_else() {
    let store = filled();
    saved::clear_running(&store).unwrap();
    assert_eq!((saved::load_running(&store), raw(&store, "at")), (Loaded::Absent, None));
    assert_eq!(snapshot(&store).len(), V1.len() - 2);
    saved::clear_running(&store).unwrap();
}
