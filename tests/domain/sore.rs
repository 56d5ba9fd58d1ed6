//! A sore part of the body: what it keeps out, for how long, and that nothing that loads it is offered, suggested or left
//! in a plan, whatever happens.

use crate::cases::cases;
use crate::log::date;
use crate::pain::report;
use crate::session::{START, started};
use mainspring::domain::catalogue::{self, BodyPart, Brief, Kit, Level};
use mainspring::domain::coach::pain::{
    Answer, FollowUp, PainChange, PainReport, PainSide, Score, Sore, all_out, is_out, possible, sore, trainable,
};
use mainspring::domain::coach::{Now, Situation, suggest};
use mainspring::domain::log::Performed;
use mainspring::domain::routine::{Routine, ready_made};
use mainspring::domain::saved::{self, Memory};
use mainspring::domain::session::{Event, Hurt, PainAction, Session, Side, Step};
use mainspring::domain::units::{Amount, Offset, Timestamp};
use mainspring::text::pain::{sore_words, stays_out};
use proptest::prelude::*;
use rstest::rstest;

const DAY: i64 = 86_400_000;
const NOON: Timestamp = Timestamp(1_795_348_800_000);
const LEFT: Option<PainSide> = Some(PainSide::Left);
const RIGHT: Option<PainSide> = Some(PainSide::Right);
const BOTH: Option<PainSide> = Some(PainSide::Both);
const BETTER: Option<PainChange> = Some(PainChange::Better);
const SAME: Option<PainChange> = Some(PainChange::Same);
const WORSE: Option<PainChange> = Some(PainChange::Worse);

/// A knee in the lunge: side, score, and what was said of it the day after.
type Told = (Option<PainSide>, u8, Option<PainChange>);

fn knees(told: &[Told]) -> Vec<PainReport> {
    let report = |(day, (side, score, change)): (i64, &Told)| {
        let when = NOON.plus_ms(day * 2 * DAY);
        let follow_up = change.map(|change| FollowUp { when: when.plus_ms(DAY), change });
        PainReport { side: *side, follow_up, ..report("lunge", BodyPart::Knee, *score, when) }
    };
    (0..).zip(told).map(report).collect()
}

#[rstest]
#[case::nothing_told(&[], &[])]
#[case::three(&[(LEFT, 3, None)], &[])]
#[case::four(&[(LEFT, 4, None)], &[0])]
#[case::red(&[(LEFT, 10, None)], &[0])]
#[case::without_a_side(&[(None, 6, None)], &[0])]
#[case::the_same(&[(LEFT, 4, SAME)], &[0])]
#[case::better(&[(LEFT, 8, BETTER)], &[])]
#[case::worse_after_little(&[(LEFT, 1, WORSE)], &[0])]
#[case::the_same_after_little(&[(LEFT, 3, SAME)], &[])]
#[case::less_later(&[(LEFT, 8, None), (LEFT, 3, None)], &[])]
#[case::less_later_and_then_worse(&[(LEFT, 8, None), (LEFT, 3, WORSE)], &[1])]
#[case::again_after_better(&[(LEFT, 8, BETTER), (LEFT, 5, None)], &[1])]
#[case::once_only_for_each_side(&[(LEFT, 8, None), (LEFT, 5, None)], &[1])]
#[case::less_on_the_other_side(&[(LEFT, 8, None), (RIGHT, 2, None)], &[0])]
#[case::better_on_the_other_side(&[(LEFT, 8, None), (RIGHT, 5, BETTER)], &[0])]
#[case::both_sides_told_apart(&[(LEFT, 8, None), (RIGHT, 5, None)], &[1, 0])]
#[case::less_on_both(&[(LEFT, 8, None), (BOTH, 2, None)], &[])]
#[case::less_without_a_side(&[(LEFT, 8, None), (None, 2, None)], &[])]
#[case::less_on_one_of_both(&[(BOTH, 8, None), (LEFT, 2, None)], &[0])]
#[case::less_on_one_and_then_the_other(&[(BOTH, 8, None), (LEFT, 2, None), (RIGHT, 0, None)], &[])]
fn a_part_is_sore(#[case] told: &[Told], #[case] expected: &[usize]) {
    let reports = knees(told);
    let sores: Vec<_> = sore(&reports).into_iter().map(|sore| sore.report).collect();
    assert_eq!(sores, expected.iter().map(|at| reports[*at].clone()).collect::<Vec<_>>());
}

#[test]
fn it_stays_sore_without_any_limit_of_time() {
    let old = [report("lunge", BodyPart::Knee, 4, Timestamp(0))];
    assert_eq!(sore(&old).len(), 1);
}

#[test]
fn the_same_does_not_take_back_that_it_got_worse() {
    let worse = report("lunge", BodyPart::Knee, 1, NOON).answered(PainChange::Worse, NOON.plus_ms(DAY));
    let same = worse.answered(PainChange::Same, NOON.plus_ms(2 * DAY));
    assert_eq!(sore(std::slice::from_ref(&same)).len(), 1);
    assert_eq!(sore(&[same.answered(PainChange::Better, NOON.plus_ms(3 * DAY))]), []);
}

/// The levels of an exercise that are left out, as "base hard harder".
fn levels_out(sores: &[Sore], exercise: &str) -> String {
    let out = Level::ALL.iter().filter(|level| is_out(sores, exercise, **level).is_some());
    out.map(|level| level.slug()).collect::<Vec<_>>().join(" ")
}

#[rstest]
#[case::what_loads_it("lunge", BASE, BodyPart::Knee, 4, "deep-squat", "base hard harder")]
#[case::at_the_levels_that_do("lunge", BASE, BodyPart::Knee, 4, "single-leg-balance", "harder")]
#[case::nothing_else("lunge", BASE, BodyPart::Back, 9, "single-leg-balance", "")]
#[case::where_it_hurt_without_loading_it("banded-dead-bug", HARD, BodyPart::Thigh, 5, "banded-dead-bug", "hard harder")]
#[case::where_it_hurt_much("banded-dead-bug", HARD, BodyPart::Thigh, 6, "banded-dead-bug", "base hard harder")]
#[case::elsewhere_only_where_it_hurt(
    "banded-dead-bug",
    HARD,
    BodyPart::Elsewhere,
    4,
    "banded-dead-bug",
    "base hard harder"
)]
#[case::elsewhere_nothing_else("banded-dead-bug", HARD, BodyPart::Elsewhere, 9, "lunge", "")]
#[case::in_an_exercise_of_another_version("moon-hop", BASE, BodyPart::Back, 9, "moon-hop", "base hard harder")]
#[case::told_outside_a_session("", BASE, BodyPart::Arm, 9, "supported-pistol-squat", "base")]
fn a_sore_part_keeps_out(
    #[case] hurt: &str,
    #[case] level: Level,
    #[case] part: BodyPart,
    #[case] score: u8,
    #[case] exercise: &str,
    #[case] expected: &str,
) {
    let sores = sore(&[PainReport { level, ..report(hurt, part, score, NOON) }]);
    assert_eq!(levels_out(&sores, exercise), expected);
}

const BASE: Level = Level::Base;
const HARD: Level = Level::Hard;

/// The last word on the back came from a lunge, but it hurt in the balance before, and was never better.
#[test]
fn what_hurt_before_stays_out_until_it_is_better() {
    let told = |exercise, day| report(exercise, BodyPart::Back, 7, NOON.plus_ms(day * DAY));
    let row = [told("single-leg-balance", 0), told("lunge", 1)];
    assert_eq!(levels_out(&sore(&row), "single-leg-balance"), "base hard harder");
    let better = [row[0].answered(PainChange::Better, NOON.plus_ms(DAY)), row[1].clone()];
    assert_eq!(levels_out(&sore(&better), "single-leg-balance"), "");
}

#[rstest]
#[case::one(&[(LEFT, 7, None)], &["lunge"], &["Lunge stays out: it loads your left knee, 7 of 10 yesterday."])]
#[case::two(&[(RIGHT, 4, None)], &["deep-squat", "lunge"], &["Deep squat and Lunge stay out: they load your right knee, 4 of 10 yesterday."])]
#[case::each_once(&[(None, 4, None)], &["deep-squat", "deep-squat"], &["Deep squat stays out: it loads your knee, 4 of 10 yesterday."])]
#[case::both(&[(BOTH, 4, None)], &["lunge"], &["Lunge stays out: it loads your knees, 4 of 10 yesterday."])]
#[case::worse(&[(LEFT, 2, WORSE)], &["lunge"], &["Lunge stays out: it loads your left knee, worse today."])]
#[case::none(&[(LEFT, 7, None)], &["banded-dead-bug"], &[])]
fn the_reason_is_told(#[case] told: &[Told], #[case] planned: &[&str], #[case] expected: &[&str]) {
    let planned = planned.iter().map(|slug| (*slug, Level::Base));
    assert_eq!(stays_out(planned, &sore(&knees(told)), date(2026, 11, 23)), expected);
}

#[rstest]
#[case::at_one_level("lunge", BodyPart::Knee, ("single-leg-balance", Level::Harder), "Single-leg balance at Harder stays out: it loads your knee, 7 of 10 today.")]
#[case::where_it_hurt("banded-dead-bug", BodyPart::Thigh, ("banded-dead-bug", Level::Base), "Banded dead bug stays out: your thigh hurt in it, 7 of 10 today.")]
#[case::elsewhere("lunge", BodyPart::Elsewhere, ("lunge", Level::Base), "Lunge stays out: something hurt in it, 7 of 10 today.")]
fn the_reason_says_which(
    #[case] hurt: &str,
    #[case] part: BodyPart,
    #[case] planned: (&str, Level),
    #[case] words: &str,
) {
    let sores = sore(&[report(hurt, part, 7, NOON)]);
    assert_eq!(stays_out([planned], &sores, date(2026, 11, 22)), [words]);
}

#[test]
fn levels_of_one_exercise_stand_together() {
    let sores = sore(&[report("", BodyPart::Knee, 7, NOON)]);
    let bridges = Level::ALL.iter().map(|level| ("banded-glute-bridge", *level));
    let words = "Banded glute bridge at Hard and Harder stays out: it loads your knee, 7 of 10 today.";
    assert_eq!(stays_out(bridges, &sores, date(2026, 11, 22)), [words]);
}

#[rstest]
#[case(BodyPart::Knee, LEFT, "Your left knee: 7 of 10 today.")]
#[case(BodyPart::Back, LEFT, "The left of your back: 7 of 10 today.")]
#[case(BodyPart::Back, BOTH, "Your back: 7 of 10 today.")]
#[case(BodyPart::Arm, None, "Your shoulder, arm or hand: 7 of 10 today.")]
#[case(BodyPart::Elsewhere, None, "Something hurts: 7 of 10 today.")]
fn a_sore_part_has_its_words(#[case] part: BodyPart, #[case] side: Option<PainSide>, #[case] words: &str) {
    let sores = sore(&[PainReport { side, ..report("lunge", part, 7, NOON) }]);
    assert_eq!(sore_words(&sores[0], date(2026, 11, 22)), words);
}

/// Of more reports than are kept none goes that keeps a part out, not even one that was asked about.
#[test]
fn what_keeps_a_part_out_is_never_forgotten() {
    let store = Memory::default();
    let back = report("lunge", BodyPart::Back, 2, NOON).answered(PainChange::Worse, NOON.plus_ms(DAY));
    saved::keep_pain(&store, &back).unwrap();
    for n in 1..2 * i64::try_from(saved::MAX_REPORTS).unwrap() {
        saved::keep_pain(&store, &report("lunge", BodyPart::Knee, 2, NOON.plus_ms(n * DAY))).unwrap();
    }
    let kept = saved::load_pain(&store).whole().unwrap();
    assert!(kept.contains(&back));
    assert_eq!(kept.len(), saved::MAX_REPORTS);
}

fn any_report() -> impl Strategy<Value = PainReport> {
    let exercise = prop_oneof![
        4 => any_exercise().prop_map(|exercise| exercise.id.to_owned()),
        1 => Just(String::new()),
        1 => Just("moon-hop".to_owned()),
    ];
    let told = (
        proptest::sample::select(BodyPart::ALL),
        proptest::option::of(proptest::sample::select(PainSide::ALL)),
        0..=Score::MAX,
        proptest::option::of(proptest::sample::select(Answer::ALL)),
        proptest::option::of((any::<i64>(), proptest::sample::select(PainChange::ALL))),
    );
    (any::<i64>(), exercise, proptest::sample::select(Level::ALL), told).prop_map(
        |(when, exercise, level, (part, side, score, answer, asked))| PainReport {
            when: Timestamp(when),
            offset: Offset::from_minutes(60),
            exercise,
            level,
            part,
            side,
            score: Score::new(score).unwrap(),
            answer,
            follow_up: asked.map(|(when, change)| FollowUp { when: Timestamp(when), change }),
        },
    )
}

fn any_exercise() -> impl Strategy<Value = &'static Brief> {
    proptest::sample::select(catalogue::briefs().iter().collect::<Vec<_>>())
}

/// The parts and sides that are sore, found the long way: report by report, side by side.
fn sore_by_hand(reports: &[PainReport]) -> Vec<(BodyPart, String, Side)> {
    let mut sore = Vec::new();
    for report in reports {
        let exercise = if report.part == BodyPart::Elsewhere { report.exercise.clone() } else { String::new() };
        for side in [Side::Left, Side::Right] {
            let told = match report.side {
                None | Some(PainSide::Both) => true,
                Some(PainSide::Left) => side == Side::Left,
                Some(PainSide::Right) => side == Side::Right,
            };
            if !told {
                continue;
            }
            let key = (report.part, exercise.clone(), side);
            sore.retain(|other| *other != key);
            let change = report.follow_up.map(|follow_up| follow_up.change);
            if change == WORSE || (report.score.get() >= 4 && change != BETTER) {
                sore.push(key);
            }
        }
    }
    sore
}

/// An action of the runner in a session.
#[derive(Clone, Debug)]
enum Happening {
    Said(Event),
    Done,
    Skip,
    Hurt(Box<PainReport>),
    /// In the exercise that is felt, and what she chooses of what is offered.
    HurtHere(Box<PainReport>, usize),
    Killed,
}

fn any_happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        5 => Just(Happening::Said(Event::Begin)),
        5 => Just(Happening::Done),
        3 => Just(Happening::Said(Event::Back)),
        1 => Just(Happening::Skip),
        2 => proptest::sample::select(Level::ALL).prop_map(|level| Happening::Said(Event::Level(level))),
        2 => (any_exercise(), proptest::sample::select(Level::ALL)).prop_map(|(exercise, level)| Happening::Said(Event::Swap(exercise, level))),
        1 => any_exercise().prop_map(|exercise| Happening::Said(Event::Drop(exercise.id))),
        1 => Just(Happening::Said(Event::Flip)),
        1 => any::<bool>().prop_map(|wait| Happening::Said(Event::WaitForMe(wait))),
        2 => any_report().prop_map(|report| Happening::Hurt(Box::new(report))),
        2 => (any_report(), 0..5_usize).prop_map(|(report, way)| Happening::HurtHere(Box::new(report), way)),
        1 => Just(Happening::Killed),
    ]
}

/// A session of so many days ago.
fn trained(ago: i64, exercise: &Brief) -> Performed {
    let session = started(&Routine::single(exercise, Level::Base)).on(Event::Begin, START.plus_ms(1_000)).0;
    let session = session.on(Event::Done(0, Amount::clamped(5)), START.plus_ms(9_000)).0;
    let performed = Performed::of(&session).expect("a set is done");
    Performed { started: START.plus_ms(-ago * DAY), ..performed }
}

/// The session as the next page finds it, with or without its position.
fn found(session: &Session, now: Timestamp) -> Session {
    let store = Memory::default();
    saved::save_position(&store, session, 1).unwrap();
    let mut records = vec![saved::head_record(session)];
    let sets = session.done().iter().chain(session.all_taken_back());
    records.extend(sets.map(|done| saved::set_record(session, done)));
    let mut found = saved::replay(&records, |_| None, session.seen()).running.expect("an open session");
    saved::load_position(&store, &mut found);
    found.found_again(now)
}

/// The steps that can still come to work.
fn to_come(session: &Session) -> Vec<&Step> {
    let first = session.step_before().unwrap_or(session.at());
    session.steps()[first..].iter().filter(|step| !session.is_left_out(step)).collect()
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_part_is_sore_by_the_last_word_on_each_side(reports in proptest::collection::vec(any_report(), 0..12)) {
        let sores = sore(&reports);
        let by_hand = sore_by_hand(&reports);
        for exercise in catalogue::briefs() {
            for level in Level::ALL {
                let loads = by_hand.iter().any(|(part, ..)| exercise.at(*level).loads.contains(part));
                let hurt = by_hand.iter().any(|(part, slug, _)| *part == BodyPart::Elsewhere && slug == exercise.id);
                let out = is_out(&sores, exercise.id, *level);
                prop_assert!(out.is_some() || !(loads || hurt), "{} {:?} is not out", exercise.id, level);
                // Any other exercise that is left out hurt there, in a part that is sore.
                let hurt_there = |report: &PainReport| report.exercise == exercise.id && by_hand.iter().any(|(part, ..)| *part == report.part);
                prop_assert!(out.is_none() || loads || hurt || reports.iter().any(hurt_there));
            }
        }
    }

    #[test]
    fn nothing_that_loads_a_sore_part_is_offered_suggested_or_left_in_a_plan(
        mut reports in proptest::collection::vec(any_report(), 0..4),
        routine in crate::session::any_known_routine(),
        kit in proptest::sample::subsequence(Kit::ALL, 0..=Kit::ALL.len()),
        log in proptest::collection::vec((0..20_i64, any_exercise()), 0..3),
        happenings in proptest::collection::vec(any_happening(), 0..60),
    ) {
        let log: Vec<_> = log.iter().map(|(ago, exercise)| trained(*ago, exercise)).collect();
        let mut sores = sore(&reports);
        let today = date(2026, 11, 22);
        // Suggested and listed exercises.
        for planned in ready_made().iter().chain([&routine]) {
            let left = trainable(planned, &sores);
            prop_assert!(left.items.iter().all(|item| is_out(&sores, &item.exercise, item.level).is_none()));
            let told = stays_out(planned.items.iter().map(|item| (item.exercise.as_str(), item.level)), &sores, today);
            prop_assert_eq!(told.is_empty(), left.items.len() == planned.items.len(), "what stays out is told");
        }
        let suggestion = suggest(&Situation {
            own: std::slice::from_ref(&routine),
            kit: &kit,
            starred: &[],
            newest_first: &log,
            has_older: false,
            today,
            weekly_days: 2,
            is_out: &|slug, level| is_out(&sores, slug, level).is_some(),
        });
        if let Some((suggested, _)) = &suggestion.next {
            prop_assert!(suggested.items.iter().all(|item| is_out(&sores, &item.exercise, item.level).is_none()));
            prop_assert!(!suggested.items.is_empty());
        }
        prop_assert!(suggestion.next.is_some() || suggestion.now == Now::Rest, "nothing is suggested: rest");
        for exercise in possible(&sores, &kit) {
            prop_assert!(is_out(&sores, exercise.id, Level::Base).is_none());
            prop_assert!(exercise.at(Level::Base).kit.iter().all(|piece| kit.contains(piece)));
        }
        // The start, and whatever happens in the session.
        let mut now = START;
        let planned = started(&routine);
        let out = all_out(&sores, planned.steps());
        let mut session = planned.without(&out, now).0;
        prop_assert_eq!(session.is_finished(), trainable(&routine, &sores).items.is_empty(), "nothing left is no session");
        for happening in happenings {
            if session.is_finished() {
                break;
            }
            now = now.plus_ms(1_000);
            let (at, target) = (session.at(), session.step().target);
            session = match happening {
                Happening::Said(event) => session.on(event, now).0,
                Happening::Done => session.on(Event::Done(at, target), now).0,
                Happening::Skip => session.on(Event::Skip(at), now).0,
                Happening::Killed => found(&session, now),
                Happening::Hurt(report) => {
                    reports.push(*report);
                    sores = sore(&reports);
                    let out = all_out(&sores, session.steps());
                    let (next, _) = session.without(&out, now);
                    next
                }
                Happening::HurtHere(report, way) => {
                    let felt = session.felt();
                    let hurt = Hurt { step: felt, part: report.part, side: report.side, score: report.score, way: None };
                    let Step { exercise, level, .. } = session.steps()[felt].clone();
                    reports.push(PainReport { exercise, level, when: now, answer: None, follow_up: None, ..*report });
                    sores = sore(&reports);
                    let out = |slug: &str, level: Level| is_out(&sores, slug, level).is_some();
                    // The options of the question, before she has answered it.
                    let advised = session.advised(&hurt, &kit);
                    prop_assert!(advised.easier.is_none_or(|level| !out(&session.step().exercise, level)));
                    prop_assert!(advised.swaps.iter().all(|(exercise, level)| !out(exercise.id, *level)));
                    let way = advised.ways().get(way).copied();
                    let (next, _) = session.on(Event::Hurt(Hurt { way, ..hurt }), now);
                    let all = all_out(&sores, next.steps());
                    prop_assert!(next.is_finished() || all.iter().all(|(slug, level)| next.is_out(slug, *level)));
                    next
                }
            };
            let out = |slug: &str, level: Level| is_out(&sores, slug, level).is_some();
            prop_assert!(session.is_finished() || !out(&session.step().exercise, session.step().level), "at work");
            for step in to_come(&session) {
                prop_assert!(session.is_finished() || !out(&step.exercise, step.level), "{:?} is left in the plan", step);
            }
            let offered = [session.easier(None), session.harder()];
            prop_assert!(offered.iter().flatten().all(|level| !out(&session.step().exercise, *level)), "a level");
            let swaps = session.swaps(&kit, None);
            prop_assert!(swaps.iter().all(|(exercise, level)| !out(exercise.id, *level)), "a swap");
        }
    }
}

/// A session of squats and lunges with a sore knee: nothing is left, and what else can be done is known.
#[test]
fn where_nothing_is_left_other_areas_are_offered() {
    let routine: Routine = ready_made().into_iter().find(|routine| routine.id == "body-weight").unwrap();
    let sores = sore(&[report("lunge", BodyPart::Knee, 7, NOON)]);
    assert_eq!(trainable(&routine, &sores).items, []);
    let offered = |kit: &[Kit]| possible(&sores, kit).iter().map(|exercise| exercise.id).collect::<Vec<_>>();
    assert_eq!(offered(&[]), ["single-leg-balance"]);
    assert_eq!(offered(&[Kit::LoopBand]), ["banded-glute-bridge", "banded-dead-bug", "single-leg-balance"]);
    let hip = sore(&[report("lunge", BodyPart::Hip, 7, NOON)]);
    assert!(possible(&hip, Kit::ALL).is_empty(), "then there is rest");
    // Without support is no way round a sore arm.
    let arm = sore(&[report("", BodyPart::Arm, 7, NOON)]);
    assert!(possible(&arm, Kit::ALL).iter().all(|exercise| exercise.id != "supported-pistol-squat"));
}

/// In mid-session what the part is loaded by goes, what is done keeps its place, and a substitute may be of another area.
#[test]
fn in_mid_session_a_substitute_spares_the_sore_part() {
    let routine: Routine = ready_made().into_iter().find(|routine| routine.id == "body-weight").unwrap();
    let session = started(&routine).on(Event::Begin, START.plus_ms(1_000)).0;
    let session = session.on(Event::Done(0, Amount::clamped(20)), START.plus_ms(30_000)).0;
    let sores = sore(&[report("deep-squat", BodyPart::Knee, 5, NOON)]);
    let out = |slug: &str, level: Level| is_out(&sores, slug, level).is_some();
    let hurt = Hurt { step: 0, part: BodyPart::Knee, side: None, score: Score::new(5).unwrap(), way: None };
    let advised = session.advised(&hurt, &[]);
    assert_eq!(advised.swaps.iter().map(|(exercise, _)| exercise.id).collect::<Vec<_>>(), ["single-leg-balance"]);
    assert_eq!(advised.easier, None);
    let (exercise, level) = advised.swaps[0];
    let hurt = Hurt { way: Some(PainAction::Swap(exercise, level)), ..hurt };
    let after = session.on(Event::Hurt(hurt), START.plus_ms(40_000)).0;
    assert!(after.steps()[after.at()..].iter().all(|step| !out(&step.exercise, step.level)));
    let left: Vec<_> = after.steps()[after.at()..].iter().map(|step| step.exercise.as_str()).collect();
    assert_eq!((after.done().len(), left), (1, vec!["single-leg-balance", "single-leg-balance"]));
}
