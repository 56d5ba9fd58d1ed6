//! Blocks of as many rounds as fit into a time, and ladders: the plan, the clock of the player, and what is stored of them.

use super::{START, by_clock, started};
use mainspring::domain::catalogue;
use mainspring::domain::coach::trim;
use mainspring::domain::log::{Performed, decode_sheet, encode_sheet, sheet};
use mainspring::domain::routine::{BlockKind, Edit, Routine, decode, encode, estimate, merged};
use mainspring::domain::saved::{self, KeyValue, Loaded, Memory};
use mainspring::domain::session::{Event, Phase, PhaseKind, RestKind, Session};
use mainspring::domain::sound::{Heard, Moment, Sound, ToneChoice, keep_time, plan, spoken, track};
use mainspring::domain::units::{Amount, Seconds, Timestamp};
use mainspring::text::log::session_sets;
use mainspring::text::routine::block_words;
use mainspring::text::speech::words;
use rstest::rstest;

/// Squats and a balance on each leg, as many rounds as fit into two minutes (key 9).
fn open() -> Routine {
    by_clock(BlockKind::AsManyRounds).edited(&Edit::Clock(9, Seconds(120)))
}

fn at(seconds: i64) -> Timestamp {
    Timestamp(START.0 + seconds * 1000)
}

/// In its first set, ten seconds after the start.
fn begun(routine: &Routine) -> Session {
    started(routine).advance(at(10)).0
}

fn done(session: Session, seconds: i64) -> Session {
    let event = Event::Done(session.at(), session.step().target);
    session.on(event, at(seconds)).0
}

/// "deep-squat 2": exercise and round of each step.
fn lines(session: &Session) -> Vec<String> {
    session.steps().iter().map(|step| format!("{} {}", step.exercise, step.place.round)).collect()
}

/// Trains a round that begins `from` seconds after the start: squats in 10 s, each leg for 20 s.
fn round(session: Session, from: i64) -> Session {
    done(session, from + 10).advance(at(from + 30)).0.advance(at(from + 35)).0.advance(at(from + 55)).0
}

#[test]
fn another_round_begins_when_one_is_over_and_without_rest() {
    let session = begun(&open());
    assert_eq!(lines(&session), ["deep-squat 1", "single-leg-balance 1", "single-leg-balance 1"]);
    let session = done(session, 20);
    assert!(matches!(session.phase(), Phase::Work { .. }), "{:?}", session.phase());
    let session = round(begun(&open()), 10);
    assert_eq!(lines(&session)[3..], ["deep-squat 2", "single-leg-balance 2", "single-leg-balance 2"]);
    assert_eq!((session.step().set, session.step().place.round), (2, 2));
    assert!(matches!(session.phase(), Phase::Work { .. }));
}

#[test]
fn the_time_begins_with_the_first_set_and_is_always_there() {
    let view = |session: &Session, seconds| session.view(at(seconds)).open.map(|(round, left)| (round, left.0));
    assert_eq!(view(&started(&open()), 4), Some((1, 120)));
    let session = begun(&open());
    assert_eq!(view(&session, 10), Some((1, 120)));
    let session = round(session, 10);
    assert_eq!(view(&session, 65), Some((2, 65)));
    assert_eq!(session.view(at(65)).left, Seconds(65));
    assert_eq!(begun(&by_clock(BlockKind::Circuit)).view(at(10)).open, None);
}

#[test]
fn a_pause_stops_the_time_and_so_does_the_wait_after_a_page_that_died() {
    let paused = begun(&open()).on(Event::Pause, at(20)).0;
    assert_eq!(paused.block_left(at(500)), Some(Seconds(110)));
    let resumed = paused.on(Event::Resume, at(520)).0;
    assert_eq!(resumed.block_end(), Some(at(630)));
}

#[test]
fn no_set_begins_while_nobody_looks_and_the_time_waits_with_it() {
    let last_hold = done(begun(&open()), 20).advance(at(40)).0.advance(at(45)).0;
    let back = last_hold.advance(at(100)).0;
    assert!(matches!(back.phase(), Phase::Wait { .. }), "{:?}", back.phase());
    assert_eq!((back.step().place.round, back.done().len(), back.block_left(at(100))), (2, 3, Some(Seconds(65))));
    let begun = back.on(Event::Begin, at(100)).0.advance(at(110)).0;
    assert_eq!((begun.view(at(110)).kind, begun.block_left(at(110))), (PhaseKind::Reps, Some(Seconds(55))));
}

#[test]
fn a_hold_ends_with_the_time_and_counts_what_was_held() {
    let session = round(begun(&open()), 10);
    let session = done(session, 115).advance(at(130)).0;
    assert!(session.is_finished());
    let last = session.done().last().copied().unwrap();
    assert_eq!((last.amount, last.step), (Amount::clamped(15), 4));
}

#[test]
fn a_set_that_the_runner_ends_counts_what_she_says_after_the_time() {
    let session = round(round(begun(&open()), 10), 65);
    assert_eq!((session.step().place.round, session.view(at(128)).open.unwrap().1), (3, Seconds(2)));
    let late = session.advance(at(135)).0;
    assert_eq!((late.view(at(135)).kind, late.view(at(135)).open), (PhaseKind::Reps, Some((3, Seconds(0)))));
    let over = late.clone().on(Event::Done(late.at(), Amount::clamped(2)), at(136)).0;
    assert!(over.is_finished());
    assert_eq!(over.done().last().unwrap().amount, Amount::clamped(2));
    assert_eq!(lines(&over).last().unwrap(), "deep-squat 3", "what was left of the round is no part of the plan");
    assert_eq!(Performed::of(&over).unwrap().rounds, 2);
    let skipped = late.clone().on(Event::Skip(late.at()), at(136)).0;
    assert!(skipped.is_finished());
    assert_eq!((skipped.done().len(), lines(&skipped).len()), (6, 6));
    assert_eq!(Performed::of(&skipped).unwrap().rounds, 2);
}

#[test]
fn a_rest_between_rounds_ends_with_the_time() {
    let session = round(begun(&open().edited(&Edit::RoundRest(9, Seconds(90)))), 10);
    assert_eq!((session.rest_kind(), session.phase_end()), (Some(RestKind::Round), Some(at(130))));
    let over = session.advance(at(130)).0;
    assert!(over.is_finished());
    assert_eq!(lines(&over).len(), 3);
}

#[test]
fn what_follows_comes_after_a_rest_and_the_second_block_has_its_own_time() {
    let two = open().edited_with(&Edit::AddBlock(BlockKind::AsManyRounds), 20);
    let two = two.edited_with(&Edit::AddTo(catalogue::brief("lunge").unwrap(), catalogue::Level::Base, 20), 21);
    assert_eq!(estimate(&two), Seconds(10 + 120 + 60 + 600));
    assert_eq!(started(&two).view(START).left, estimate(&two));
    let without = begun(&two).on(Event::Drop("deep-squat"), at(12)).0;
    assert_eq!(without.view(at(12)).left, Seconds(118 + 60 + 600));
    let session = round(round(begun(&two), 10), 65).on(Event::Done(6, Amount::clamped(2)), at(131)).0;
    assert_eq!((session.step().exercise.as_str(), session.step().place.round), ("lunge", 1));
    assert_eq!(session.phase_end(), Some(at(191)));
    let next = session.advance(at(191)).0;
    assert_eq!(next.block_end(), Some(at(791)));
    assert!(lines(&next).iter().filter(|line| line.starts_with("lunge")).eq(["lunge 1"]));
}

#[test]
fn a_round_of_which_nothing_was_done_is_the_last_and_an_exercise_left_out_is_in_no_further_one() {
    let skip = |session: Session, seconds| {
        let event = Event::Skip(session.at());
        session.on(event, at(seconds)).0
    };
    assert!(skip(skip(skip(begun(&open()), 20), 21), 22).is_finished());
    let without = begun(&open()).on(Event::Drop("single-leg-balance"), at(12)).0;
    let next = done(without, 20);
    assert_eq!(lines(&next), ["deep-squat 1", "deep-squat 2"]);
    let last = done(begun(&open()), 20).on(Event::Drop("single-leg-balance"), at(25)).0;
    assert_eq!((last.step().exercise.as_str(), last.step().place.round), ("deep-squat", 2), "dropped in the round");
}

#[rstest]
#[case::up(BlockKind::Circuit, 2, 4, &[5, 7, 9, 11])]
#[case::down(BlockKind::Circuit, -2, 4, &[5, 3, 1, 1])]
#[case::every_minute(BlockKind::EveryMinute, 1, 3, &[5, 6, 7])]
#[case::intervals_have_none(BlockKind::Intervals, 2, 3, &[5, 5, 5])]
#[case::as_many_rounds(BlockKind::AsManyRounds, 2, 4, &[5])]
fn a_ladder_changes_the_amounts(
    #[case] kind: BlockKind,
    #[case] step: i8,
    #[case] rounds: u8,
    #[case] amounts: &[u16],
) {
    let plan =
        [Edit::Rounds(9, rounds), Edit::Ladder(9, step)].iter().fold(by_clock(kind), |plan, edit| plan.edited(edit));
    let of = |plan: &Routine| plan.items[0].targets.iter().map(|amount| amount.get()).collect::<Vec<_>>();
    assert_eq!(of(&plan), amounts);
    let flat = plan.edited(&Edit::Ladder(9, 0));
    assert!(of(&flat).iter().all(|amount| *amount == 5));
    assert_eq!(of(&plan.edited(&Edit::StepAmount(0, 2)))[0], 7);
    assert_eq!(decode(&encode(&plan), "mine").unwrap().items[0].targets, plan.items[0].targets);
}

#[test]
fn a_ladder_goes_on_from_round_to_round_as_long_as_the_time_lasts() {
    let session = round(begun(&open().edited(&Edit::Ladder(9, 2))), 10);
    assert_eq!(session.step().target, Amount::clamped(7));
    assert_eq!(session.steps()[4].target, Amount::clamped(22));
}

#[test]
fn the_voice_says_half_the_time_the_last_minute_and_the_end() {
    let session = begun(&open().edited(&Edit::Clock(9, Seconds(300))));
    let moments: Vec<_> =
        spoken(&session, at(10)).into_iter().skip(1).map(|said| (said.at_ms / 1000, said.moment)).collect();
    assert_eq!(moments, [(150, Moment::HalfTime(Seconds(150))), (240, Moment::LastMinute), (300, Moment::TimeUp)]);
    assert_eq!(words(&session, Moment::LastMinute), "One minute left.");
    let wants = ToneChoice { beeps: true, halfway: false, tempo: false };
    let heard = plan(&session, at(10), wants);
    assert_eq!(heard.last(), Some(&Heard { at_ms: 300_000, sound: Sound::Turn }));
}

#[test]
fn the_track_of_pocket_mode_goes_on_round_by_round_to_the_end_of_the_time() {
    let wants = ToneChoice { beeps: true, halfway: false, tempo: false };
    let session = begun(&open());
    let track = track(&session, at(10), at(10), wants);
    assert!((120_000..150_000).contains(&track.length_ms), "{}", track.length_ms);
    assert_eq!(track.cues.last().unwrap().sound, Sound::Finished);
    let (over, _) = keep_time(session, at(200), at(10));
    assert!(over.is_finished() && over.done().len() > 4);
}

#[test]
fn its_minutes_are_its_time() {
    assert_eq!(estimate(&open()), Seconds(130));
    assert_eq!(estimate(&open().edited(&Edit::Clock(9, Seconds(10_000)))), Seconds(3610));
    assert_eq!(estimate(&open().edited(&Edit::Clock(9, Seconds(0)))), Seconds(70));
    let words = |plan: &Routine| block_words(&plan.blocks[0]).join(", ");
    assert_eq!(words(&open().edited(&Edit::Ladder(9, -1))), "2 min, −1 each round");
    assert_eq!(words(&open().edited(&Edit::RoundRest(9, Seconds(30)))), "2 min, 30 s between rounds");
}

#[test]
fn less_time_takes_minutes_from_it_and_no_round() {
    let ten = open().edited(&Edit::Clock(9, Seconds(600)));
    let shorter = trim(&ten, Seconds(430));
    assert_eq!((shorter.routine.blocks[0].clock, shorter.fits, shorter.is_tighter), (Seconds(420), true, true));
    assert_eq!((shorter.routine.items.len(), shorter.fewer_sets), (2, 0));
}

#[test]
fn the_rounds_are_in_the_log_in_the_file_and_on_the_sheet() {
    let session = round(round(begun(&open()), 10), 65).advance(at(135)).0;
    let over = session.on(Event::Done(6, Amount::clamped(2)), at(136)).0;
    let performed = Performed::of(&over).unwrap();
    assert_eq!(session_sets(&performed), "2 rounds, 5 sets");
    let store = Memory::default();
    saved::append(&store, &performed).unwrap();
    assert!(store.get("mainspring.log:2026-11").unwrap().unwrap().contains(r#""r":[[0,2]]"#));
    assert_eq!(saved::load_month(&store, "log:2026-11"), Loaded::Whole(vec![performed.clone()]));
    let code = encode_sheet(&performed);
    assert!(code.starts_with("5."), "{code}");
    assert_eq!(decode_sheet(&code), Ok(sheet(&performed)));
}

#[test]
fn both_tabs_keep_their_changes_of_the_block_s_rows_and_the_later_time_holds() {
    let base = open();
    let mine = base.edited(&Edit::Ladder(9, 2));
    let theirs = base.edited(&Edit::Amount(0, Amount::clamped(8)));
    let both = merged(&base, &mine, &theirs).routine;
    assert_eq!((both.blocks[0].ladder, both.items[0].targets[0]), (2, Amount::clamped(8)));
    let later = merged(&base, &mine, &base.edited(&Edit::Clock(9, Seconds(300))));
    assert_eq!((later.routine.blocks[0].ladder, later.replaced.len()), (2, 1));
}

/// As many rounds as fit into two minutes with a ladder.
const ROUTINES: &str = include_str!("../fixtures/saved/v4/routines-rounds.json");
const PLAN: &str = include_str!("../fixtures/saved/v3/active-rounds.json");

#[test]
fn it_is_stored_with_its_time_and_read_again_also_in_mid_session() {
    let routine = open().edited(&Edit::Ladder(9, 2));
    assert!(encode(&routine).starts_with('5'));
    assert_eq!(decode(&encode(&routine), "mine").unwrap().blocks[0].ladder, 2);
    let store = Memory::default();
    store.set("mainspring.routines", ROUTINES.trim_end()).unwrap();
    assert_eq!(saved::load_routines(&store), Loaded::Whole(vec![routine.clone()]));
    saved::save_routines(&store, std::slice::from_ref(&routine)).unwrap();
    assert_eq!(store.get("mainspring.routines").unwrap().unwrap(), ROUTINES.trim_end());

    let session = round(begun(&routine), 10);
    saved::save_running(&store, &session).unwrap();
    assert_eq!(store.get("mainspring.active").unwrap().unwrap(), PLAN.trim_end());
    let plan = saved::load_running(&store).whole().unwrap();
    assert_eq!(plan.steps(), session.steps());
    let restored = Session::restore(session.plan(), Some(session.position()), session.done()).unwrap();
    assert_eq!(restored.block_end(), Some(at(130)));
    saved::save_position(&store, &session, 1).unwrap();
    assert!(store.get("mainspring.at").unwrap().unwrap().contains(r#""over":130000"#));
}
