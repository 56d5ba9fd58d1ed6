//! Intervals, and one set every minute: the plan, the clock of the player, changes in mid-session, and what is stored of them.

use super::{START, done, due, started};
use crate::routine::{item, routine};
use mainspring::domain::catalogue::{self, Level, Measure};
use mainspring::domain::log::Performed;
use mainspring::domain::routine::{Block, BlockKind, Edit, Routine, decode, encode, estimate};
use mainspring::domain::saved::{self, KeyValue, Loaded, Memory};
use mainspring::domain::session::{Event, Phase, PhaseKind, RestKind, Session, Step};
use mainspring::domain::units::{Seconds, Timestamp};
use mainspring::text::routine::{block_words, dose_words};
use mainspring::text::session::side;
use mainspring::text::speech::words;
use rstest::rstest;

const BASE: Level = Level::Base;

/// A squat (key 0) and a balance on each leg (key 1) in one block of this kind (key 9), for two rounds.
pub fn by_clock(kind: BlockKind) -> Routine {
    let plain = routine(&[item("deep-squat", BASE, &[5], 60), item("single-leg-balance", BASE, &[20], 30)]);
    let edits = [Edit::AddBlock(kind), Edit::Into(0, 9), Edit::Into(1, 9), Edit::RemoveBlock(0), Edit::Rounds(9, 2)];
    edits.iter().fold(plain, |routine, edit| routine.edited_with(edit, 9))
}

/// "deep-squat 1/2 40 s +20"
fn line(step: &Step) -> String {
    let leg = step.side.map_or("", |leg| &side(leg)[..1]);
    let unit = if step.measure == Measure::Seconds { "s" } else { "reps" };
    format!("{} {}/{}{leg} {} {unit} +{}", step.exercise, step.set, step.sets, step.target.get(), step.rest.0)
}

fn lines(session: &Session) -> Vec<String> {
    session.steps()[session.at()..].iter().map(line).collect()
}

#[test]
fn intervals_are_timed_with_the_same_rest_after_each() {
    assert_eq!(
        lines(&started(&by_clock(BlockKind::Intervals))),
        [
            "deep-squat 1/2 40 s +20",
            "single-leg-balance 1/2R 40 s +0",
            "single-leg-balance 1/2L 40 s +20",
            "deep-squat 2/2 40 s +20",
            "single-leg-balance 2/2R 40 s +0",
            "single-leg-balance 2/2L 40 s +0",
        ]
    );
}

#[test]
fn every_minute_has_one_side_and_what_is_left_of_it_as_rest() {
    assert_eq!(
        lines(&started(&by_clock(BlockKind::EveryMinute))),
        [
            "deep-squat 1/2 5 reps +45",
            "single-leg-balance 1/2R 20 s +40",
            "single-leg-balance 1/2L 20 s +40",
            "deep-squat 2/2 5 reps +45",
            "single-leg-balance 2/2R 20 s +40",
            "single-leg-balance 2/2L 20 s +0",
        ]
    );
}

#[rstest]
// Get ready 10, squat 40 + 20, balance 40 + 5 + 40; 20 between the rounds.
#[case::intervals(BlockKind::Intervals, 10 + 145 + 20 + 145)]
// Five minutes, and the last set.
#[case::every_minute(BlockKind::EveryMinute, 10 + 5 * 60 + 20)]
fn the_estimate_is_that_of_the_clock(#[case] kind: BlockKind, #[case] seconds: u32) {
    let routine = by_clock(kind);
    assert_eq!(estimate(&routine), Seconds(seconds));
    assert_eq!(started(&routine).view(START).left, Seconds(seconds), "the player says the same");
}

/// The moments at which sets begin, in seconds after the first one, for a runner who takes `takes` seconds for a set that she
/// ends herself.
fn beginnings(routine: &Routine, takes: u32) -> Vec<i64> {
    let mut session = started(routine);
    let mut at = Vec::new();
    let mut now = START;
    while !session.is_finished() {
        if let Phase::Work { since } = session.phase() {
            at.push(since);
            now = session.phase_end().unwrap_or_else(|| since.plus(Seconds(takes)));
        } else {
            now = due(&session).unwrap().max(now);
        }
        let reps = matches!(session.view(now).kind, PhaseKind::Reps);
        session = if reps { done(session, now) } else { session.advance(now).0 };
    }
    let first = at[0];
    at.iter().map(|at| at.ms_since(first) / 1000).collect()
}

#[rstest]
#[case::in_time(15, &[0, 60, 120, 180, 240, 300])]
#[case::to_the_second(60, &[0, 60, 120, 180, 240, 300])]
#[case::late(75, &[0, 75, 135, 195, 270, 330])]
fn each_set_begins_on_the_minute(#[case] takes: u32, #[case] expected: &[i64]) {
    assert_eq!(beginnings(&by_clock(BlockKind::EveryMinute), takes), expected);
}

#[test]
fn an_interval_of_repetitions_is_ended_by_the_clock() {
    assert_eq!(beginnings(&by_clock(BlockKind::Intervals), 1), [0, 60, 105, 165, 225, 270]);
    let session = started(&by_clock(BlockKind::Intervals));
    let begun = session.advance(due(&session_of(BlockKind::Intervals)).unwrap()).0;
    assert!(begun.step().is_interval() && begun.step().is_hold());
    assert_eq!(words(&begun, mainspring::domain::sound::Moment::Opening), "Deep squat. 40 seconds.");
}

fn session_of(kind: BlockKind) -> Session {
    started(&by_clock(kind))
}

/// The session in its first rest.
fn in_rest(kind: BlockKind) -> (Session, Timestamp) {
    let (mut session, mut now) = (session_of(kind), START);
    while !matches!(session.phase(), Phase::Rest { .. }) {
        now = due(&session).unwrap();
        session = if session.phase_end().is_none() { done(session, now) } else { session.advance(now).0 };
    }
    (session, now)
}

#[test]
fn a_pause_moves_the_minute_on() {
    let (session, now) = in_rest(BlockKind::EveryMinute);
    let end = session.phase_end().unwrap();
    let paused = session.on(Event::Pause, now.plus(Seconds(1))).0;
    let resumed = paused.on(Event::Resume, now.plus(Seconds(31))).0;
    assert_eq!(resumed.phase_end(), Some(end.plus(Seconds(30))));
}

#[test]
fn the_rest_before_the_other_side_is_one_between_sets() {
    let (mut session, mut now) = in_rest(BlockKind::EveryMinute);
    let mut kinds = Vec::new();
    while !session.is_finished() {
        kinds.extend(session.rest_kind());
        now = due(&session).unwrap_or(now);
        session = if session.phase_end().is_none() { done(session, now) } else { session.advance(now).0 };
        if session.is_finished() {
            break;
        }
    }
    assert_eq!(kinds, [RestKind::Exercise, RestKind::Set, RestKind::Round, RestKind::Exercise, RestKind::Set]);
}

#[test]
fn another_exercise_keeps_the_time_of_its_block() {
    for (kind, expected) in
        [(BlockKind::Intervals, "lunge 1/2 40 s +20"), (BlockKind::EveryMinute, "lunge 1/2 15 reps +45")]
    {
        let (lunge, session) = (catalogue::brief("lunge").unwrap(), session_of(kind));
        let swapped = session.on(Event::Swap(lunge, BASE), START.plus(Seconds(1))).0;
        assert_eq!(lines(&swapped)[0], expected);
        assert_eq!(swapped.step().every(), session_of(kind).step().every());
    }
}

#[test]
fn the_log_has_the_seconds_of_an_interval() {
    let mut session = session_of(BlockKind::Intervals);
    while let Some(now) = due(&session) {
        session = session.advance(now).0;
    }
    let sets = Performed::of(&session).unwrap().sets;
    assert_eq!(sets.len(), 6);
    assert!(sets.iter().all(|set| set.measure == Measure::Seconds && set.done.get() == 40), "{sets:?}");
}

#[rstest]
#[case(BlockKind::Intervals, "2 rounds · 40 s work · 20 s rest", "2 × 40 s")]
#[case(BlockKind::EveryMinute, "2 rounds · one set every 1 min", "2 × 5 reps")]
fn a_block_says_its_clock(#[case] kind: BlockKind, #[case] block: &str, #[case] dose: &str) {
    let routine = by_clock(kind);
    assert_eq!(block_words(&routine.blocks[0]).join(" · "), block);
    assert!(dose_words(&routine.items[0]).starts_with(dose), "{}", dose_words(&routine.items[0]));
}

#[test]
fn an_exercise_that_leaves_the_block_has_its_own_amounts_again() {
    let out =
        by_clock(BlockKind::Intervals).edited_with(&Edit::AddBlock(BlockKind::Main), 12).edited(&Edit::Into(0, 12));
    let squat = out.items.iter().find(|item| item.key == 0).unwrap();
    assert_eq!((squat.clock, squat.targets[0].get(), squat.measure()), (None, 5, Measure::Reps));
}

#[rstest]
#[case::too_short(BlockKind::Intervals, 0, 5)]
#[case::too_long(BlockKind::EveryMinute, 5000, 600)]
#[case::as_chosen(BlockKind::EveryMinute, 90, 90)]
#[case::not_by_the_clock(BlockKind::Circuit, 40, 0)]
fn a_clock_keeps_within_its_range(#[case] kind: BlockKind, #[case] chosen: u32, #[case] expected: u32) {
    let block = |routine: &Routine| routine.blocks.iter().find(|block: &&Block| block.key == 9).unwrap().clock;
    assert_eq!(block(&by_clock(kind).edited(&Edit::Clock(9, Seconds(chosen)))), Seconds(expected));
}

#[rstest]
#[case(BlockKind::Intervals)]
#[case(BlockKind::EveryMinute)]
fn a_block_by_the_clock_is_kept_and_sent_as_version_3(#[case] kind: BlockKind) {
    let routine = by_clock(kind).edited(&Edit::Clock(9, Seconds(75)));
    let code = encode(&routine);
    assert!(code.starts_with('3'), "{code}");
    let read = decode(&code, "mine").unwrap();
    assert_eq!((&read.blocks[0].clock, &read.items[0].clock), (&Seconds(75), &routine.items[0].clock));
    let store = Memory::default();
    saved::save_routines(&store, std::slice::from_ref(&routine)).unwrap();
    assert!(store.get("mainspring.routines").unwrap().unwrap().starts_with("{\"v\":3,"));
    assert_eq!(saved::load_routines(&store), Loaded::Whole(vec![routine.clone()]));
    let session = started(&routine);
    saved::save_running(&store, &session).unwrap();
    assert!(store.get("mainspring.active").unwrap().unwrap().starts_with("{\"v\":2,"));
    assert_eq!(saved::load_running(&store).whole().unwrap().steps(), session.steps());
}
