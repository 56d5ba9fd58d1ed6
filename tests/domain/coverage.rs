//! The jobs of a routine and the way to fill a gap; a routine in less time; warnings about one.

use crate::cases::cases;
use crate::log::{date, performed};
use crate::routine::routine;
use mainspring::domain::catalogue::{Job, Kit, Level, Sides, brief, briefs, training_facts};
use mainspring::domain::coach::{RoutineWarning, Trainee, Trimmed, coverage, gap, trim, warnings};
use mainspring::domain::log::Performed;
use mainspring::domain::routine::{Block, BlockKind, Edit, Item, Routine, estimate, ready_made};
use mainspring::domain::units::{Amount, Seconds};
use proptest::prelude::*;
use proptest::sample::select;
use rstest::rstest;
use time::Duration;

const BAND: &[Kit] = &[Kit::LoopBand];
const BASE: Level = Level::Base;

/// A routine of exercises at Base, with their prescribed doses.
fn of(slugs: &str) -> Routine {
    at(&slugs.split_whitespace().map(|slug| (slug, BASE)).collect::<Vec<_>>())
}

fn at(items: &[(&str, Level)]) -> Routine {
    let add =
        |routine: Routine, (slug, level): &(&str, Level)| routine.edited(&Edit::Add(brief(slug).unwrap(), *level));
    items.iter().fold(routine(&[]), add)
}

fn jobs(routine: &Routine) -> String {
    let done = coverage(routine).into_iter().filter(|(_, is_done)| *is_done);
    done.map(|(job, _)| job.slug()).collect::<Vec<_>>().join(" ")
}

#[rstest]
#[case::nothing("", "")]
#[case::both_legs("deep-squat", "")]
#[case::one_exercise_for_three("single-leg-balance", "single-leg calf-foot balance")]
#[case::the_hip("monster-walk", "hip-side")]
#[case::all("monster-walk single-leg-balance banded-dead-bug", "single-leg hip-side calf-foot trunk balance")]
#[case::an_unknown_exercise("", "")]
fn a_routine_does_the_jobs_of_its_exercises(#[case] slugs: &str, #[case] expected: &str) {
    assert_eq!(jobs(&of(slugs)), expected);
}

#[rstest]
#[case::most_jobs_in_the_shortest_time("deep-squat", &[], Some(("single-leg-balance", 65 + 30)))]
#[case::the_trunk_needs_a_band("single-leg-balance", &[], None)]
#[case::with_a_band("single-leg-balance monster-walk", BAND, Some(("banded-dead-bug", 3 * (36 + 60))))]
fn a_gap_has_the_shortest_way_to_fill_it(
    #[case] slugs: &str,
    #[case] kit: &[Kit],
    #[case] expected: Option<(&str, u32)>,
) {
    let gap = gap(&of(slugs), kit, &|_| BASE, &|_, _| false).unwrap();
    assert_eq!(gap.fix.map(|fix| (fix.exercise.id, fix.length.0)), expected);
}

#[test]
fn a_whole_routine_and_an_empty_one_have_no_gap() {
    let whole = of("monster-walk single-leg-balance banded-dead-bug");
    assert_eq!(gap(&whole, BAND, &|_| BASE, &|_, _| false), None);
    assert_eq!(gap(&of(""), BAND, &|_| BASE, &|_, _| false), None);
}

#[test]
fn what_hurts_fills_no_gap() {
    let gap = gap(&of("deep-squat"), &[], &|_| BASE, &|slug, _| slug == "single-leg-balance").unwrap();
    assert_eq!(gap.fix.map(|fix| fix.exercise.id), Some("lunge"));
}

#[test]
fn a_fix_added_fills_its_gap() {
    for ready in ready_made() {
        let Some(found) = gap(&ready, Kit::ALL, &|_| Level::Harder, &|_, _| false) else { continue };
        let fix = found.fix.unwrap();
        let fixed = ready.edited(&Edit::Add(fix.exercise, fix.level));
        let left = gap(&fixed, Kit::ALL, &|_| Level::Harder, &|_, _| false).map_or(0, |gap| gap.jobs.len());
        assert!(left < found.jobs.len(), "{}", ready.name);
    }
}

fn minutes(minutes: u32) -> Seconds {
    Seconds(minutes * 60)
}

#[test]
fn sets_go_first() {
    let whole = of("monster-walk single-leg-balance banded-dead-bug");
    let Trimmed { routine, fewer_sets, left_out, is_tighter, fits } = trim(&whole, minutes(9));
    assert!(estimate(&routine) <= minutes(9) && fits);
    assert_eq!((left_out.len(), is_tighter), (0, false));
    assert!(fewer_sets > 0);
}

#[test]
fn then_what_another_exercise_stands_in_for() {
    let whole = of("lunge deep-squat single-leg-deadlift single-leg-balance monster-walk");
    let trimmed = trim(&whole, minutes(6));
    assert!(trimmed.fits && !trimmed.left_out.is_empty(), "{trimmed:?}");
    assert_eq!(jobs(&trimmed.routine), jobs(&whole));
}

#[test]
fn what_is_short_enough_stays_as_it_is() {
    let whole = of("lunge single-leg-balance");
    let trimmed = trim(&whole, minutes(60));
    assert_eq!(trimmed, Trimmed { routine: whole, fewer_sets: 0, left_out: vec![], is_tighter: false, fits: true });
}

#[test]
fn a_circuit_loses_whole_rounds() {
    let mut circuit = of("lunge monster-walk");
    circuit.blocks = vec![Block::new(9, BlockKind::Circuit)];
    circuit.items.iter_mut().for_each(|item| item.block = 9);
    let trimmed = trim(&circuit, minutes(5));
    let rounds = usize::from(trimmed.routine.blocks[0].rounds);
    assert!(rounds < 3);
    assert!(trimmed.routine.items.iter().all(|item| item.targets.len() == rounds));
}

/// A warm-up of three sets (key 0) before a circuit of three rounds (keys 1 and 2).
fn with_warm_up() -> Routine {
    let mut whole = of("single-leg-balance lunge monster-walk");
    whole.blocks = vec![Block::new(101, BlockKind::WarmUp), Block::new(102, BlockKind::Circuit)];
    (whole.items[0].block, whole.items[0].targets) = (101, vec![Amount::clamped(30); 3]);
    whole.items.iter_mut().skip(1).for_each(|item| item.block = 102);
    whole.edited(&Edit::Note(String::new()))
}

#[test]
fn a_round_less_is_one_of_its_block_alone() {
    let whole = with_warm_up();
    let shorter = trim(&whole, Seconds(estimate(&whole).0 - 1)).routine;
    assert_eq!((shorter.blocks[1].rounds, shorter.items[0].targets.len()), (2, 3));
}

#[test]
fn a_block_goes_with_its_last_exercise_and_one_plain_block_alone_is_none() {
    let mut whole = of("lunge monster-walk lunge");
    whole.blocks = vec![Block::new(101, BlockKind::Main), Block::new(102, BlockKind::CoolDown)];
    whole.items.iter_mut().for_each(|item| item.block = 101);
    whole.items[2].block = 102;
    let shorter = trim(&whole, minutes(1)).routine;
    assert_eq!((shorter.items.len(), shorter.blocks), (2, vec![]));
}

#[test]
fn the_warm_up_goes_last_wherever_it_is() {
    let mut whole = of("lunge lunge");
    whole.blocks = vec![Block::new(101, BlockKind::Circuit), Block::new(102, BlockKind::WarmUp)];
    (whole.items[0].block, whole.items[1].block) = (101, 102);
    let shorter = trim(&whole, minutes(1)).routine;
    assert_eq!(shorter.items.iter().map(|item| item.block).collect::<Vec<_>>(), [102]);
}

#[test]
fn nothing_stands_in_for_an_exercise_that_nobody_knows() {
    let unknown = routine(&[("moon-hop", BASE, &[10], 60), ("moon-walk", BASE, &[10], 60)]);
    assert_eq!(trim(&unknown, Seconds(1)).left_out, [""; 0]);
}

/// Rest and amount of a single set, before and after; at last no time is left at all.
#[rstest]
#[case::half(90, 45)]
#[case::in_steps_of_five(70, 35)]
#[case::up_to_the_next_step(45, 25)]
#[case::no_less_than_a_quarter_of_a_minute(20, 15)]
#[case::never_longer(10, 10)]
#[case::none(0, 0)]
fn then_rests_are_halved(#[case] rest: u32, #[case] expected: u32) {
    let lines = [("lunge", BASE, &[10_u16][..], rest), ("monster-walk", BASE, &[10], rest)];
    let trimmed = trim(&routine(&lines), Seconds(1));
    assert_eq!(trimmed.routine.items[0].rest, Seconds(expected));
    let mut circuit = with_warm_up().edited(&Edit::Rounds(102, 1)).edited(&Edit::RoundRest(102, Seconds(rest)));
    circuit.items.iter_mut().for_each(|item| item.rest = Seconds(0));
    assert_eq!(trim(&circuit, Seconds(1)).routine.blocks[1].rest, Seconds(expected));
}

#[rstest]
#[case::four_fifths("single-leg-balance", 10, 8)]
#[case::to_the_nearest("single-leg-balance", 12, 10)]
#[case::never_none("single-leg-balance", 1, 1)]
#[case::as_many_on_both_sides("lunge", 10, 8)]
#[case::even("lunge", 14, 12)]
#[case::never_more("lunge", 3, 2)]
#[case::one_stays("lunge", 1, 1)]
fn and_amounts_become_smaller_at_last(#[case] slug: &str, #[case] amount: u16, #[case] expected: u16) {
    let trimmed = trim(&routine(&[(slug, BASE, &[amount], 0)]), Seconds(1));
    assert_eq!(trimmed.routine.items[0].targets, [Amount::clamped(expected)]);
    assert_eq!((trimmed.is_tighter, trimmed.fits), (expected < amount, false));
}

#[test]
fn a_shorter_rest_is_told() {
    let lines = [("lunge", BASE, &[10_u16][..], 90), ("monster-walk", BASE, &[10], 90)];
    let whole = routine(&lines);
    let trimmed = trim(&whole, Seconds(estimate(&whole).0 - 40));
    assert_eq!(trimmed.routine.items[0].targets, whole.items[0].targets);
    assert!(trimmed.is_tighter && trimmed.fits);
}

fn any_routine() -> impl Strategy<Value = Routine> {
    let slugs: Vec<&str> = briefs().iter().map(|brief| brief.id).collect();
    let item = (select(slugs), select(Level::ALL), any::<bool>());
    (prop::collection::vec(item, 1..12), any::<bool>()).prop_map(|(items, has_blocks)| {
        let named: Vec<(&str, Level)> = items.iter().map(|(slug, level, _)| (*slug, *level)).collect();
        let mut routine = at(&named);
        if has_blocks {
            routine.blocks = vec![Block::new(101, BlockKind::WarmUp), Block::new(102, BlockKind::Circuit)];
            for (item, (_, _, warms_up)) in routine.items.iter_mut().zip(&items) {
                item.block = if *warms_up { 101 } else { 102 };
            }
            // Any edit puts items and rounds in order.
            routine = routine.edited(&Edit::Note(String::new()));
        }
        routine
    })
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn a_shorter_routine_keeps_jobs_and_sides(routine in any_routine(), asked in 1_u32..60) {
        let before = routine.clone();
        let trimmed = trim(&routine, minutes(asked));
        prop_assert_eq!(&routine, &before);
        let settled = trimmed.routine.edited(&Edit::Note(String::new()));
        prop_assert_eq!(&trimmed.routine, &settled);
        prop_assert_eq!(jobs(&trimmed.routine), jobs(&routine));
        prop_assert!(estimate(&trimmed.routine) <= estimate(&routine));
        prop_assert_eq!(trimmed.fits, estimate(&trimmed.routine) <= minutes(asked));
        prop_assert_eq!(trimmed.left_out.len(), routine.items.len() - trimmed.routine.items.len());
        for item in &trimmed.routine.items {
            let planned: &Item = routine.items.iter().find(|other| other.key == item.key).unwrap();
            prop_assert!(!item.targets.is_empty() && item.targets.len() <= planned.targets.len());
            let one = item.targets[0].get();
            let is_planned = item.targets[0] == planned.targets[0];
            prop_assert!(item.sides() != Sides::Alternating || is_planned || one.is_multiple_of(2));
        }
    }
}

fn warned(routine: &Routine, kit: &[Kit], log: &[Performed]) -> Vec<RoutineWarning> {
    warnings(routine, &Trainee { kit, log, has_older: false, today: date(2026, 11, 18) })
}

#[test]
fn nothing_is_wrong_with_a_routine_of_base_levels() {
    let whole = of("monster-walk single-leg-balance banded-dead-bug");
    assert_eq!(warned(&whole, BAND, &[]), []);
}

#[test]
fn two_balances_in_a_row_are_told() {
    let two = at(&[("single-leg-balance", BASE), ("single-leg-deadlift", BASE)]);
    let told = warned(&two, &[Kit::Dowel], &[]);
    assert_eq!(told, [RoutineWarning::TwoBalances("Single-leg balance".into(), "Single-leg deadlift".into())]);
    let apart = at(&[("single-leg-balance", BASE), ("monster-walk", BASE), ("single-leg-deadlift", BASE)]);
    assert_eq!(warned(&apart, &[Kit::Dowel, Kit::LoopBand], &[]), []);
}

#[test]
fn two_of_one_exercise_and_two_in_different_blocks_are_no_two_balances() {
    assert_eq!(warned(&of("single-leg-balance single-leg-balance"), &[], &[]), []);
    let mut two = at(&[("single-leg-balance", BASE), ("single-leg-deadlift", BASE)]);
    two.blocks = vec![Block::new(101, BlockKind::WarmUp), Block::new(102, BlockKind::Circuit)];
    (two.items[0].block, two.items[1].block) = (101, 102);
    assert_eq!(warned(&two, &[Kit::Dowel], &[]), []);
}

#[test]
fn three_exercises_without_the_side_of_the_hip_are_told() {
    assert_eq!(warned(&of("lunge deep-squat lunge"), &[], &[]), [RoutineWarning::NoHipSide]);
    assert_eq!(warned(&of("lunge deep-squat"), &[], &[]), []);
}

#[test]
fn kit_that_is_not_there_is_told() {
    assert_eq!(warned(&of("monster-walk"), &[], &[]), [RoutineWarning::NoKit(vec![Kit::LoopBand])]);
}

#[test]
fn a_level_never_trained_is_told_until_it_was() {
    let hard = at(&[("monster-walk", Level::Hard)]);
    let name = "Monster walk".to_owned();
    assert_eq!(warned(&hard, BAND, &[]), [RoutineWarning::NewLevel(name, Level::Hard)]);
    let mut session = performed("a", date(2026, 11, 10), (12, 0), 0, 60, 1);
    for set in &mut session.sets {
        (set.exercise, set.level) = ("monster-walk".to_owned(), Level::Hard);
    }
    assert_eq!(warned(&hard, BAND, std::slice::from_ref(&session)), []);
    session.sets[0].level = Level::Harder;
    assert_eq!(warned(&hard, BAND, &[session]), [], "a harder one was");
    let older = Trainee { kit: BAND, log: &[], has_older: true, today: date(2026, 11, 18) };
    assert_eq!(warnings(&hard, &older), [], "nobody knows");
    let twice = at(&[("monster-walk", Level::Hard), ("monster-walk", Level::Hard)]);
    assert_eq!(warned(&twice, BAND, &[]), [RoutineWarning::NewLevel("Monster walk".into(), Level::Hard)]);
    assert_eq!(warned(&routine(&[("moon-hop", Level::Hard, &[10], 60)]), &[], &[]), []);
}

#[test]
fn jumps_are_told_in_the_first_four_weeks() {
    let jumps = at(&[("deep-squat", Level::Harder)]);
    assert!(training_facts("deep-squat", Level::Harder).unwrap().jumps);
    let session = |days: i64| performed("a", date(2026, 11, 18) - Duration::days(days), (12, 0), 0, 60, 1);
    let too_soon = RoutineWarning::JumpsTooSoon("Deep squat".to_owned());
    assert!(warned(&jumps, &[], &[session(27)]).contains(&too_soon));
    assert!(!warned(&jumps, &[], &[session(28)]).contains(&too_soon));
    assert_eq!(warned(&jumps, &[], &[]), [too_soon], "and not that the level is new");
    let older = Trainee { kit: &[], log: &[], has_older: true, today: date(2026, 11, 18) };
    assert_eq!(warnings(&jumps, &older), []);
}

#[test]
fn every_job_has_an_exercise() {
    for job in Job::ALL {
        let does = |slug: &str| Level::ALL.iter().any(|level| training_facts(slug, *level).unwrap().jobs.contains(job));
        assert!(briefs().iter().any(|brief| does(brief.id)), "{job:?}");
    }
}
