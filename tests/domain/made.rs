//! Routines made for a request: properties over many random requests, of the catalogue and of two hundred invented exercises.

#[path = "../bench/solver/invented.rs"]
mod invented;

use crate::cases::cases;
use invented::invented;
use mainspring::domain::catalogue::{
    Area, BodyPart, Demand, Intensity, Job, Kit, Level, Measure, Sides, brief, training_facts,
};
use mainspring::domain::coach::made::{
    Candidate, Compromise, LEAST_MINUTES, Made, MadeConditions, MadeReason, MadeRequest, RunWhen, another,
    catalogue_candidates, make,
};
use mainspring::domain::routine::{BlockKind, Item, estimate};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The conditions of a runner, with their owner.
#[derive(Clone, Debug)]
struct Runner {
    kit: Vec<Kit>,
    banned: Vec<String>,
    sore: Vec<BodyPart>,
    top: Level,
    may_jump: bool,
}

const ALL_KIT: &[Kit] = Kit::ALL;

fn runner(kit: &[Kit]) -> Runner {
    Runner { kit: kit.to_vec(), banned: Vec::new(), sore: Vec::new(), top: Level::Base, may_jump: false }
}

fn asked(minutes: u8) -> MadeRequest {
    MadeRequest { minutes, ..MadeRequest::default() }
}

fn made_of(request: &MadeRequest, runner: &Runner, candidates: &[Candidate]) -> Made {
    with(runner, candidates, |conditions| make(request, conditions, candidates))
}

fn with<R>(runner: &Runner, candidates: &[Candidate], then: impl FnOnce(&MadeConditions) -> R) -> R {
    let is_out = |slug: &str, level: Level| {
        let found = candidates.iter().find(|candidate| candidate.slug == slug && candidate.level == level);
        found.is_none_or(|candidate| candidate.demand.loads.iter().any(|part| runner.sore.contains(part)))
    };
    let conditions = MadeConditions {
        kit: &runner.kit,
        banned: &runner.banned,
        reached: &|_| runner.top,
        is_out: &is_out,
        may_jump: runner.may_jump,
    };
    then(&conditions)
}

fn made(request: &MadeRequest, runner: &Runner) -> Made {
    made_of(request, runner, &catalogue_candidates())
}

/// The slugs of the main part.
fn main_part(made: &Made) -> Vec<&str> {
    let block = made.routine.blocks.last().map_or(0, |block| block.key);
    made.routine.items_of(block).map(|item| item.exercise.as_str()).collect()
}

static INVENTED: LazyLock<Vec<Candidate<'static>>> = LazyLock::new(invented);

fn request() -> impl Strategy<Value = MadeRequest> {
    let when = select(RunWhen::ALL);
    let level = prop_oneof![Just(None), select(Level::ALL).prop_map(Some)];
    let focus = prop_oneof![Just(None), select(Job::ALL).prop_map(Some)];
    (LEAST_MINUTES..=60, when, level, focus, 0..50_u32).prop_map(|(minutes, when, level, focus, seed)| MadeRequest {
        minutes,
        when,
        level,
        focus,
        seed,
        ..asked(12)
    })
}

fn any_runner() -> impl Strategy<Value = Runner> {
    let kit = subsequence(ALL_KIT, 0..=ALL_KIT.len());
    let sore = prop_oneof![4 => Just(Vec::new()), 1 => subsequence(&BodyPart::ALL[..7], 1..=2)];
    (kit, sore, select(Level::ALL), any::<bool>()).prop_map(|(kit, sore, top, may_jump)| Runner {
        kit,
        banned: Vec::new(),
        sore,
        top,
        may_jump,
    })
}

/// The minutes that `made` is meant to take.
fn meant(request: &MadeRequest, made: &Made) -> u8 {
    made.compromises.iter().fold(request.minutes, |minutes, compromise| match compromise {
        Compromise::BeforeRun(n) | Compromise::RunBegins(n) | Compromise::AfterRun(n) | Compromise::Minutes(n) => *n,
        _ => minutes,
    })
}

fn find<'a>(candidates: &'a [Candidate<'a>], item: &Item) -> &'a Candidate<'a> {
    let found = candidates.iter().find(|one| one.slug == item.exercise && one.level == item.level);
    found.expect("it is one of the exercises that were given")
}

fn check(request: &MadeRequest, runner: &Runner, made: &Made, candidates: &[Candidate]) -> Result<(), TestCaseError> {
    prop_assert_eq!(made.reasons.len(), made.routine.items.len(), "each choice has its reason");
    if made.routine.items.is_empty() {
        prop_assert_eq!(&made.compromises, &vec![Compromise::Nothing]);
        return Ok(());
    }
    let goal = u32::from(meant(request, made)) * 60;
    prop_assert!(made.length.0.abs_diff(goal) * 10 <= goal, "{} s of {goal} s: {made:?}", made.length.0);
    let is_fresh = matches!(request.when, RunWhen::NoRun | RunWhen::AfterEasy);
    for item in &made.routine.items {
        let Candidate { demand, facts, level, .. } = find(candidates, item);
        prop_assert!(demand.kit.iter().all(|piece| runner.kit.contains(piece)), "kit: {item:?}");
        prop_assert!(demand.loads.iter().all(|part| !runner.sore.contains(part)), "sore: {item:?}");
        prop_assert!(!runner.banned.contains(&item.exercise), "banned: {item:?}");
        prop_assert!(!request.without.contains(&item.exercise), "swapped: {item:?}");
        prop_assert!(*level <= request.level.unwrap_or(runner.top), "level: {item:?}");
        prop_assert!(is_fresh || (facts.intensity != Intensity::Demanding && !facts.jumps), "a run: {item:?}");
        prop_assert!(runner.may_jump || !facts.jumps, "jumps: {item:?}");
        doses(item, demand, item.block == made.routine.blocks[0].key && made.routine.blocks.len() > 1)?;
    }
    neighbours(made, candidates)?;
    covers(request, runner, made, candidates)
}

/// Within four fifths and five quarters of the dose; half of it in a warm-up. Both sides alike.
fn doses(item: &Item, demand: &Demand, is_warm_up: bool) -> Result<(), TestCaseError> {
    prop_assert!(item.targets.len() <= 4);
    for (at, target) in item.targets.iter().enumerate() {
        let sets = demand.dose.sets;
        let whole = *sets.get(at).or(sets.last()).unwrap();
        let dose = f64::from(whole);
        let share = f64::from(target.get()) / dose;
        // Rounded to a whole number, to pairs or to five seconds.
        let step = 2.5 / dose;
        let range = if is_warm_up { 0.5 - step..=0.5 + step } else { 0.8 - step..=1.25 + step };
        prop_assert!(range.contains(&share), "{item:?} {dose}");
        let is_even = target.get().is_multiple_of(2) || (!is_warm_up && target.get() == whole);
        let alternates = demand.sides == Sides::Alternating && demand.dose.measure != Measure::Seconds;
        prop_assert!(!alternates || is_even, "both sides: {item:?}");
    }
    Ok(())
}

fn neighbours(made: &Made, candidates: &[Candidate]) -> Result<(), TestCaseError> {
    let routine = &made.routine;
    let areas: Vec<Area> = routine.items.iter().map(|item| find(candidates, item).facts.area).collect();
    let all: BTreeSet<Area> = areas.iter().copied().collect();
    let warm_ups = made.reasons.iter().filter(|reason| **reason == MadeReason::WarmsUp).count();
    if warm_ups > 0 {
        prop_assert_eq!(routine.blocks[0].kind, BlockKind::WarmUp, "the warm-up is first");
    }
    for (at, pair) in areas.windows(2).enumerate() {
        let is_ramp = at + 1 == warm_ups && all.len() == 1;
        prop_assert!(pair[0] != pair[1] || is_ramp, "two neighbours of one area: {made:?}");
    }
    let main: Vec<&Item> = routine.items_of(routine.blocks.last().map_or(0, |block| block.key)).collect();
    if routine.blocks.last().is_some_and(|block| block.kind == BlockKind::Circuit && block.rounds > 1) {
        let area = |item: &Item| find(candidates, item).facts.area;
        prop_assert!(area(main[0]) != area(main[main.len() - 1]), "rounds follow each other: {made:?}");
    }
    Ok(())
}

/// A job for every five minutes, of those that there is an exercise for, and the focus.
fn covers(request: &MadeRequest, runner: &Runner, made: &Made, candidates: &[Candidate]) -> Result<(), TestCaseError> {
    let block = made.routine.blocks.last().map_or(0, |block| block.key);
    let done: BTreeSet<Job> =
        made.routine.items_of(block).flat_map(|item| find(candidates, item).facts.jobs).copied().collect();
    // At its highest level that suits, as a routine takes it.
    let is_fresh = matches!(request.when, RunWhen::NoRun | RunWhen::AfterEasy);
    let suits = |one: &&Candidate| {
        one.level <= request.level.unwrap_or(runner.top)
            && one.demand.kit.iter().all(|piece| runner.kit.contains(piece))
            && one.demand.loads.iter().all(|part| !runner.sore.contains(part))
            && (is_fresh || one.facts.intensity != Intensity::Demanding)
            && (!one.facts.jumps || (is_fresh && runner.may_jump))
    };
    let mut top: Vec<&Candidate> = Vec::new();
    for one in candidates.iter().filter(suits) {
        top.retain(|other| other.slug != one.slug);
        top.push(one);
    }
    let possible: BTreeSet<Job> = top.iter().flat_map(|one| one.facts.jobs).copied().collect();
    let promised = possible.len().min(usize::from(meant(request, made)) / 5);
    prop_assert!(done.len() >= promised, "{done:?} of {possible:?}: {made:?}");
    if let Some(focus) = request.focus {
        prop_assert_eq!(done.contains(&focus), possible.contains(&focus), "{:?}", made);
        prop_assert_eq!(made.compromises.contains(&Compromise::NoFocus(focus)), !possible.contains(&focus));
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn a_routine_of_the_catalogue_keeps_what_was_asked(request in request(), runner in any_runner()) {
        let made = made(&request, &runner);
        check(&request, &runner, &made, &catalogue_candidates())?;
        prop_assert_eq!(made.length, estimate(&made.routine), "the player counts the same seconds");
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn a_routine_of_two_hundred_exercises_keeps_what_was_asked(request in request(), runner in any_runner()) {
        let made = made_of(&request, &runner, &INVENTED);
        check(&request, &runner, &made, &INVENTED)?;
        prop_assert_eq!(&made, &made_of(&request, &runner, &INVENTED), "it is deterministic");
        if runner.sore.is_empty() && matches!(request.when, RunWhen::NoRun) {
            prop_assert!(!made.compromises.iter().any(|one| matches!(one, Compromise::Minutes(_))), "{:?}", made);
        }
    }

    #[test]
    fn what_is_pinned_stays_and_what_is_banned_or_swapped_goes(
        request in request(),
        mut runner in any_runner(),
        at in any::<prop::sample::Index>(),
    ) {
        let first = made_of(&request, &runner, &INVENTED);
        let slugs: Vec<String> = main_part(&first).into_iter().map(str::to_owned).collect();
        prop_assume!(slugs.len() > 2);
        let one = at.get(&slugs).clone();
        let pinned = MadeRequest { seed: request.seed + 9, ..request.clone().with_pin(&one) };
        prop_assert!(main_part(&made_of(&pinned, &runner, &INVENTED)).contains(&one.as_str()));
        let swapped = made_of(&request.clone().swapped(&one, false, &slugs), &runner, &INVENTED);
        prop_assert!(!main_part(&swapped).contains(&one.as_str()));
        runner.banned.push(one.clone());
        let without = made_of(&request, &runner, &INVENTED);
        prop_assert!(without.routine.items.iter().all(|item| item.exercise != one));
    }

    #[test]
    fn an_address_is_read_back(request in request(), slugs in subsequence(&["lunge", "deep-squat", "a-2"][..], 0..=3)) {
        let slugs: Vec<String> = slugs.into_iter().map(str::to_owned).collect();
        let request = MadeRequest {
            pinned: slugs.clone(),
            kept: slugs.clone(),
            without: slugs.clone(),
            not_to_warm_up: slugs,
            run_in: if request.when == RunWhen::Before { 20 } else { 0 },
            ..request
        };
        prop_assert_eq!(MadeRequest::from_query(&request.to_query()), request);
    }
}

#[test]
fn twelve_minutes_with_a_band_before_a_run_wake_the_hips_and_stay_easy() {
    let request = MadeRequest { when: RunWhen::Before, run_in: 20, ..asked(12) };
    let made = made(&request, &runner(&[Kit::LoopBand]));
    assert_eq!(made.compromises, []);
    assert!((648..=792).contains(&made.length.0), "{made:?}");
    let main = main_part(&made);
    assert!(main.contains(&"monster-walk"), "{main:?}");
    for item in &made.routine.items {
        let facts = training_facts(&item.exercise, item.level).unwrap();
        assert!(facts.intensity != Intensity::Demanding && !facts.jumps, "{item:?}");
    }
}

#[test]
fn before_a_run_a_circuit_is_no_longer_than_a_quarter_of_an_hour() {
    let request = MadeRequest { when: RunWhen::Before, run_in: 60, ..asked(30) };
    let made = made(&request, &runner(&[Kit::LoopBand]));
    assert_eq!(made.compromises, [Compromise::BeforeRun(15)]);
    assert_eq!(made.routine.blocks.last().unwrap().kind, BlockKind::Circuit);
}

#[test]
fn a_run_that_begins_sooner_ends_the_session_sooner() {
    let request = MadeRequest { when: RunWhen::Before, run_in: 8, ..asked(12) };
    assert_eq!(made(&request, &runner(&[Kit::LoopBand])).compromises, [Compromise::RunBegins(8)]);
}

#[test]
fn every_length_up_to_three_quarters_of_an_hour_is_good_with_all_kit() {
    for minutes in LEAST_MINUTES..=45 {
        let made = made(&asked(minutes), &runner(ALL_KIT));
        assert_eq!(made.compromises, [], "{minutes} min: {made:?}");
    }
}

#[test]
fn without_kit_a_long_session_becomes_the_nearest_that_there_is() {
    let made = made(&asked(60), &runner(&[]));
    let [Compromise::Minutes(minutes)] = made.compromises[..] else { panic!("{made:?}") };
    assert!((20..45).contains(&minutes), "{minutes}");
}

#[test]
fn nothing_is_made_where_everything_is_banned() {
    let banned = catalogue_candidates().iter().map(|one| one.slug.to_owned()).collect();
    let made = made(&asked(12), &Runner { banned, ..runner(ALL_KIT) });
    assert_eq!((made.compromises, made.routine.items.len()), (vec![Compromise::Nothing], 0));
}

#[test]
fn another_one_is_different_and_as_good() {
    let candidates = catalogue_candidates();
    let runner = runner(ALL_KIT);
    let mut request = asked(20);
    let mut seen = BTreeSet::new();
    for _ in 0..5 {
        seen.insert(main_part(&made(&request, &runner)).join(" "));
        request = with(&runner, &candidates, |conditions| another(&request, conditions, &candidates)).unwrap();
        assert_eq!(made(&request, &runner).compromises, []);
    }
    assert!(seen.len() >= 3, "{seen:?}");
}

#[test]
fn a_swap_leaves_the_others() {
    let request = asked(20);
    let runner = runner(ALL_KIT);
    let first = made(&request, &runner);
    let slugs: Vec<String> = main_part(&first).into_iter().map(str::to_owned).collect();
    let swapped = made(&request.clone().swapped(&slugs[0], false, &slugs), &runner);
    let main = main_part(&swapped);
    assert!(!main.contains(&slugs[0].as_str()));
    assert!(slugs[1..].iter().all(|slug| main.contains(&slug.as_str())), "{slugs:?} {main:?}");
}

#[test]
fn a_hard_run_leaves_out_what_is_near_failure() {
    for when in [RunWhen::AfterHard, RunWhen::AfterLong] {
        let top = Runner { top: Level::Harder, may_jump: true, ..runner(ALL_KIT) };
        let made = made(&MadeRequest { when, ..asked(20) }, &top);
        assert!(!main_part(&made).contains(&"supported-pistol-squat"), "{made:?}");
    }
}

#[test]
fn the_names_of_exercises_are_those_of_the_catalogue() {
    assert!(catalogue_candidates().iter().all(|one| brief(one.slug).is_some()));
}
