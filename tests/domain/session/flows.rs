//! Flows: exercises held for breaths, one after the other without rest, and to both sides in turn.

use super::{START, by_clock, right, started};
use mainspring::domain::catalogue::{self, Measure};
use mainspring::domain::coach::trim;
use mainspring::domain::log::{Performed, decode_sheet, encode_sheet, sheet};
use mainspring::domain::message::while_away;
use mainspring::domain::routine::{BlockKind, Edit, Routine, SideOrder, decode, encode, estimate};
use mainspring::domain::saved::{self, KeyValue, Loaded, Memory};
use mainspring::domain::session::{Event, Phase, Session, fitted, steps};
use mainspring::domain::sound::{Moment, Sound, ToneChoice, plan, spoken};
use mainspring::domain::units::{Amount, Seconds, Timestamp};
use mainspring::text::log::session_sets;
use mainspring::text::routine::{block_words, dose_words};
use mainspring::text::session::{side, while_away_words};
use mainspring::text::speech::words;
use rstest::rstest;

/// A squat and a balance on each leg, held for five breaths each (key 9), in two rounds.
fn flow(kind: BlockKind) -> Routine {
    by_clock(kind)
}

fn at(seconds: i64) -> Timestamp {
    Timestamp(START.0 + seconds * 1000)
}

/// "deep-squat 5R +0": exercise, breaths, side and rest of each step.
fn lines(routine: &Routine) -> Vec<String> {
    let line = |step: &mainspring::domain::session::Step| {
        assert_eq!(step.measure, Measure::Breaths);
        format!(
            "{} {}{} +{}",
            step.exercise,
            step.target.get(),
            step.side.map_or("", |leg| &side(leg)[..1]),
            step.rest.0
        )
    };
    steps(routine, &right).iter().map(line).collect()
}

#[test]
fn a_flow_does_both_sides_of_an_exercise_and_a_mirrored_one_a_round_to_each() {
    assert_eq!(
        lines(&flow(BlockKind::Flow).edited(&Edit::Rounds(9, 1))),
        ["deep-squat 5 +0", "single-leg-balance 5R +0", "single-leg-balance 5L +0"]
    );
    assert_eq!(
        lines(&flow(BlockKind::MirroredFlow)),
        ["deep-squat 5 +0", "single-leg-balance 5R +0", "deep-squat 5 +0", "single-leg-balance 5L +0"]
    );
}

#[rstest]
#[case::one(1, 2)]
#[case::odd(3, 4)]
#[case::the_most(19, 20)]
fn a_mirrored_flow_has_as_many_rounds_to_each_side(#[case] rounds: u8, #[case] expected: u8) {
    assert_eq!(flow(BlockKind::MirroredFlow).edited(&Edit::Rounds(9, rounds)).blocks[0].rounds, expected);
}

/// A flow to both sides of six rounds, in a third of its time and in none.
#[rstest]
#[case::a_third(110, 2)]
#[case::half(170, 2)]
#[case::two_thirds(220, 4)]
#[case::none(1, 2)]
fn a_mirrored_flow_that_is_trimmed_has_as_many_rounds_to_each_side(#[case] seconds: u32, #[case] rounds: u8) {
    let trimmed = trim(&flow(BlockKind::MirroredFlow).edited(&Edit::Rounds(9, 6)), Seconds(seconds)).routine;
    assert_eq!((trimmed.blocks[0].rounds, trimmed.items[1].targets.len()), (rounds, rounds.into()));
}

#[rstest]
#[case::left_first(SideOrder::LeftFirst, "LR")]
#[case::taking_turns(SideOrder::Alternating, "RL")]
fn a_mirrored_flow_does_both_sides_in_any_order(#[case] order: SideOrder, #[case] expected: &str) {
    let plan = flow(BlockKind::MirroredFlow).edited(&Edit::SideOrder(1, Some(order)));
    let sides: String = steps(&plan, &right).iter().filter_map(|step| Some(&side(step.side?)[..1])).collect();
    assert_eq!(sides, expected);
}

#[test]
fn another_exercise_in_its_place_keeps_the_breaths() {
    let longer = flow(BlockKind::Flow).edited(&Edit::StepAmount(1, 3));
    let swap = Edit::Swap(1, catalogue::brief("lunge").unwrap(), catalogue::Level::Base);
    assert_eq!(longer.edited_with(&swap, 20).items[1].targets, [Amount::clamped(8); 2]);
    assert_eq!(longer.edited_with(&Edit::All(vec![swap]), 20).items[1].targets, [Amount::clamped(8); 2]);
}

#[test]
fn another_level_keeps_the_breaths_and_so_does_what_is_trained_without_the_kit() {
    let longer = flow(BlockKind::Flow).edited(&Edit::StepAmount(1, 3));
    let harder = longer.edited(&Edit::Level(1, catalogue::Level::Hard));
    assert_eq!((harder.items[1].level, &harder.items[1].targets), (catalogue::Level::Hard, &longer.items[1].targets));
    let walk = Edit::Swap(1, catalogue::brief("monster-walk").unwrap(), catalogue::Level::Base);
    let banded = longer.edited_with(&walk, 20);
    let bare = fitted(&banded, &[], &|_, _| false);
    assert_ne!(bare.items[1].exercise, "monster-walk");
    assert_eq!(bare.items[1].targets, longer.items[1].targets);
}

#[rstest]
#[case::none("")]
#[case::no_time(r#","clocks":[0,0]"#)]
fn a_stored_plan_without_the_length_of_a_breath_has_the_shortest(#[case] clocks: &str) {
    let store = Memory::default();
    let text = PLAN.trim_end().replace(r#","clocks":[5,5]"#, clocks);
    assert_ne!(text, PLAN.trim_end());
    store.set("mainspring.active", &text).unwrap();
    let plan = saved::load_running(&store).whole().unwrap();
    assert_eq!(plan.step().breath(), Some(Seconds(4)));
    assert_eq!((plan.view(at(10)).digits, plan.step().held(9)), (0, Amount::clamped(2)));
}

#[test]
fn amounts_become_breaths_in_a_flow_and_are_as_prescribed_outside() {
    let plan = flow(BlockKind::Flow);
    assert_eq!(plan.items[1].targets, [Amount::clamped(5); 2]);
    let longer = plan.edited(&Edit::StepAmount(1, 1));
    assert_eq!((longer.items[1].targets[0], longer.items[1].measure()), (Amount::clamped(6), Measure::Breaths));
    let out = longer.edited_with(&Edit::AddBlock(BlockKind::Main), 20).edited(&Edit::Into(1, 20));
    let prescribed = catalogue::brief("single-leg-balance").unwrap().at(catalogue::Level::Base).dose.sets[0];
    assert_eq!((out.items[1].targets[0].get(), out.items[1].measure()), (prescribed, Measure::Seconds));
}

#[test]
fn it_takes_its_breaths_and_the_changes_of_sides() {
    assert_eq!(estimate(&flow(BlockKind::MirroredFlow)), Seconds(10 + 4 * 25));
    assert_eq!(estimate(&flow(BlockKind::Flow)), Seconds(10 + 2 * (25 + 25 + 5 + 25)));
    assert_eq!(estimate(&flow(BlockKind::MirroredFlow).edited(&Edit::Clock(9, Seconds(8)))), Seconds(10 + 4 * 40));
    assert_eq!(flow(BlockKind::Flow).edited(&Edit::Clock(9, Seconds(99))).blocks[0].clock, Seconds(8));
}

#[test]
fn it_moves_on_by_itself_and_counts_breaths() {
    let session = started(&flow(BlockKind::MirroredFlow)).advance(at(10)).0;
    let view = |seconds: i64| {
        let view = session.view(at(seconds));
        (view.digits, view.breathes_in)
    };
    assert_eq!(
        [view(10), view(13), view(15), view(34)],
        [(5, Some(true)), (5, Some(false)), (4, Some(true)), (1, Some(false))]
    );
    let next = session.clone().advance(at(35)).0;
    assert!(matches!(next.phase(), Phase::Work { .. }), "no rest: {:?}", next.phase());
    assert_eq!(next.done()[0].amount, Amount::clamped(5));
    let stopped = session.clone().on(Event::onward(&session, at(22)), at(22)).0;
    assert_eq!(stopped.done()[0].amount, Amount::clamped(2), "whole breaths");
}

/// A call of three minutes in the middle of an exercise, on a page that was hidden, and on one that ran on.
#[rstest]
#[case::asleep(true, 2, "Hold ended 2:45 ago")]
#[case::awake(false, 5, "Hold ended 2:45 ago; it counts")]
fn no_exercise_begins_while_nobody_looks(#[case] slept: bool, #[case] breaths: u16, #[case] told: &str) {
    for kind in [BlockKind::Flow, BlockKind::MirroredFlow] {
        let before = started(&flow(kind)).advance(at(10)).0.advance(at(20)).0;
        let back = at(200);
        let after = if slept { before.clone().advance_asleep(back).0 } else { before.clone().advance(back).0 };
        assert!(matches!(after.phase(), Phase::Wait { .. }), "{:?}", after.phase());
        assert_eq!((after.at(), after.done().len(), after.done()[0].amount.get()), (1, 1, breaths));
        assert_eq!(while_away(&after, &before, back).map(while_away_words).as_deref(), Some(told));
        assert_eq!(while_away(&after, &after, back).map(while_away_words).as_deref(), Some("Hold ended 2:45 ago"));
        let begun = after.on(Event::Begin, back).0.advance(at(210)).0;
        assert!(matches!(begun.phase(), Phase::Work { .. }), "{:?}", begun.phase());
        assert_eq!(begun.view(at(210)).digits, 5);
    }
}

#[test]
fn the_voice_leads_the_breath_and_names_what_comes_and_nothing_beeps_before_a_change() {
    let session = started(&flow(BlockKind::MirroredFlow)).advance(at(10)).0;
    let said: Vec<_> = spoken(&session, at(10)).into_iter().map(|said| (said.at_ms, said.moment)).collect();
    assert_eq!(said[0], (0, Moment::Opening));
    assert_eq!(said[1..3], [(5_000, Moment::BreatheIn), (7_500, Moment::BreatheOut)]);
    assert_eq!(said.last(), Some(&(21_000, Moment::NextInFlow)));
    assert_eq!(words(&session, Moment::Opening), "Deep squat. 5 breaths.");
    assert_eq!(words(&session, Moment::NextInFlow), "Next: single-leg balance, right leg.");
    let wants = ToneChoice { beeps: true, halfway: true, tempo: true };
    let sounds: Vec<Sound> = plan(&session, at(10), wants).into_iter().map(|heard| heard.sound).collect();
    assert_eq!(sounds, [Sound::Go]);
}

#[test]
fn it_is_said_in_breaths() {
    let plan = flow(BlockKind::MirroredFlow);
    assert_eq!(dose_words(&plan.items[1]), "5 breaths each side");
    assert_eq!(block_words(&plan.blocks[0]), ["5 s a breath"]);
    assert_eq!(block_words(&flow(BlockKind::Flow).blocks[0]), ["2 rounds", "5 s a breath"]);
}

/// The flow to both sides: as a routine, as the plan of a session, and in the log.
const ROUTINES: &str = include_str!("../fixtures/saved/v4/routines-flow.json");
const PLAN: &str = include_str!("../fixtures/saved/v3/active-flow.json");
const MONTH: &str = include_str!("../fixtures/saved/v3/month-flow.json");

#[test]
fn it_travels_is_stored_and_logged_as_breaths() {
    let plan = flow(BlockKind::MirroredFlow);
    let code = encode(&plan);
    assert!(code.starts_with('5'));
    assert_eq!(decode(&code, "mine").unwrap().blocks[0].kind, BlockKind::MirroredFlow);
    let store = Memory::default();
    saved::save_routines(&store, std::slice::from_ref(&plan)).unwrap();
    assert_eq!(store.get("mainspring.routines").unwrap().unwrap(), ROUTINES.trim_end());
    assert_eq!(saved::load_routines(&store), Loaded::Whole(vec![plan.clone()]));

    let session = started(&plan).advance(at(10)).0.advance(at(35)).0;
    saved::save_running(&store, &session).unwrap();
    assert_eq!(store.get("mainspring.active").unwrap().unwrap(), PLAN.trim_end());
    assert_eq!(saved::load_running(&store).whole().unwrap().steps(), session.steps());
    let over = [60, 85, 110].into_iter().fold(session, |session: Session, seconds| session.advance(at(seconds)).0);
    assert!(over.is_finished());
    let performed = Performed::of(&over).unwrap();
    assert_eq!(session_sets(&performed), "4 sets");
    saved::append(&store, &performed).unwrap();
    assert_eq!(store.get("mainspring.log:2026-11").unwrap().unwrap(), MONTH.trim_end());
    assert_eq!(saved::load_month(&store, "log:2026-11"), Loaded::Whole(vec![performed.clone()]));
    let code = encode_sheet(&performed);
    assert!(code.starts_with("5."));
    assert_eq!(decode_sheet(&code), Ok(sheet(&performed)));
}
