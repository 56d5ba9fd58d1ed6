//! Something hurts: what a number allows, what is asked the next time, and when it is one for a professional.

use mainspring::domain::catalogue::{BodyPart, Level};
use mainspring::domain::coach::pain::{
    Answer, Concern, FollowUp, Light, PainAdvice, PainChange, PainReport, PainSide, Score, ScoreOutOfRange, advice,
    concern, open_questions,
};
use mainspring::domain::saved::{self, MAX_REPORTS, Memory};
use mainspring::domain::units::{Offset, Timestamp};
use mainspring::text::pain::{self as words, advice_words, concern_words, question_words};
use rstest::rstest;

const NOON: Timestamp = Timestamp(1_795_348_800_000);
const DAY: i64 = 86_400_000;

/// Noon UTC so many days after 22 November 2026.
fn day(day: i64) -> Timestamp {
    NOON.plus_ms(day * DAY)
}

pub fn report(exercise: &str, part: BodyPart, score: u8, when: Timestamp) -> PainReport {
    PainReport {
        when,
        offset: Offset::from_minutes(0),
        exercise: exercise.to_owned(),
        level: Level::Base,
        part,
        side: None,
        score: Score::new(score).unwrap(),
        answer: advice(Score::new(score).unwrap()).options().first().copied(),
        follow_up: None,
    }
}

fn asked(report: PainReport, when: Timestamp, change: PainChange) -> PainReport {
    PainReport { follow_up: Some(FollowUp { when, change }), ..report }
}

const GO_ON: &[Answer] = &[Answer::GoOn, Answer::Easier];
const EASE: &[Answer] = &[Answer::Easier, Answer::Swap];
const STOP: &[Answer] = &[Answer::Swap, Answer::LeaveOut];

#[rstest]
#[case(0, PainAdvice::GoOn, GO_ON, Light::Green)]
#[case(2, PainAdvice::GoOn, GO_ON, Light::Green)]
#[case(3, PainAdvice::GoOn, GO_ON, Light::Amber)]
#[case(4, PainAdvice::Ease, EASE, Light::Amber)]
#[case(5, PainAdvice::Ease, EASE, Light::Amber)]
#[case(6, PainAdvice::Stop, STOP, Light::Red)]
#[case(10, PainAdvice::Stop, STOP, Light::Red)]
fn a_number_allows(#[case] score: u8, #[case] expected: PainAdvice, #[case] options: &[Answer], #[case] light: Light) {
    let score = Score::new(score).unwrap();
    assert_eq!((advice(score), advice(score).options(), score.light()), (expected, options, light));
}

#[test]
fn there_is_no_number_above_10() {
    assert_eq!(Score::new(11), Err(ScoreOutOfRange));
    assert!((0..=Score::MAX).all(|n| Score::new(n).is_ok_and(|score| score.get() == n)));
}

#[rstest]
#[case::known("lunge", BodyPart::Knee, 4, "Last time your knee hurt: Lunge, 4 of 10. How is it now?")]
#[case::elsewhere("lunge", BodyPart::Elsewhere, 1, "Last time something hurt: Lunge, 1 of 10. How is it now?")]
#[case::of_another_version(
    "moon-hop",
    BodyPart::Hip,
    9,
    "Last time your hip or groin hurt: moon-hop, 9 of 10. How is it now?"
)]
fn the_next_time_it_is_asked(#[case] exercise: &str, #[case] spot: BodyPart, #[case] score: u8, #[case] words: &str) {
    assert_eq!(question_words(&report(exercise, spot, score, NOON)), words);
}

/// The reports asked about before a session at noon of day 20, by their place in the list.
fn check(reports: &[PainReport], coming: &[&str], expected: &[usize]) {
    let coming: Vec<_> = coming.iter().map(|slug| (*slug, Level::Base)).collect();
    let open = open_questions(reports, &coming, day(20));
    let expected: Vec<&PainReport> = expected.iter().map(|at| &reports[*at]).collect();
    assert_eq!(open, expected);
}

#[rstest]
#[case::the_same_exercise("lunge", BodyPart::Elsewhere, 3, 19, &["lunge"], true)]
#[case::an_exercise_that_loads_the_part("lunge", BodyPart::Knee, 3, 19, &["deep-squat"], true)]
#[case::one_that_does_not("deep-squat", BodyPart::Back, 3, 19, &["single-leg-balance"], false)]
#[case::elsewhere_is_no_part("lunge", BodyPart::Elsewhere, 3, 19, &["deep-squat"], false)]
#[case::one_of_another_version("moon-hop", BodyPart::Knee, 3, 19, &["moon-hop"], true)]
#[case::no_exercise("lunge", BodyPart::Knee, 3, 19, &[], false)]
#[case::no_pain("lunge", BodyPart::Knee, 0, 19, &["lunge"], false)]
#[case::the_least_pain("lunge", BodyPart::Knee, 1, 19, &["lunge"], true)]
#[case::fourteen_days_ago("lunge", BodyPart::Knee, 3, 6, &["lunge"], true)]
#[case::longer_ago("lunge", BodyPart::Knee, 3, 5, &["lunge"], false)]
#[case::longer_ago_and_still_sore("lunge", BodyPart::Knee, 4, 5, &["lunge"], true)]
#[case::told_by_a_clock_since_set_back("lunge", BodyPart::Knee, 3, 21, &["lunge"], true)]
fn it_is_asked_about(
    #[case] exercise: &str,
    #[case] part: BodyPart,
    #[case] score: u8,
    #[case] told: i64,
    #[case] coming: &[&str],
    #[case] expected: bool,
) {
    let reports = [report(exercise, part, score, day(told))];
    check(&reports, coming, if expected { &[0] } else { &[] });
}

#[test]
fn each_part_is_asked_about_once_and_the_newest_first() {
    let knee = |exercise, told| report(exercise, BodyPart::Knee, 4, day(told));
    let back = report("banded-dead-bug", BodyPart::Back, 2, day(17));
    let reports = [knee("lunge", 15), knee("deep-squat", 16), back, knee("lunge", 18)];
    check(&reports, &["lunge", "deep-squat", "banded-glute-bridge"], &[3, 2]);
}

#[test]
fn left_and_right_are_asked_about_apart() {
    let knee = |side, told| PainReport { side, ..report("lunge", BodyPart::Knee, 4, day(told)) };
    let reports = [knee(Some(PainSide::Left), 15), knee(Some(PainSide::Right), 16)];
    check(&reports, &["lunge"], &[1, 0]);
    check(&[knee(Some(PainSide::Left), 15), knee(None, 16)], &["lunge"], &[1]);
}

#[test]
fn what_was_answered_is_not_asked_again_until_it_hurts_anew() {
    let knee = |told| report("lunge", BodyPart::Knee, 3, day(told));
    let answered = [knee(15), asked(knee(16), day(18), PainChange::Same)];
    check(&answered, &["lunge"], &[]);
    let anew = [knee(15), asked(knee(16), day(18), PainChange::Same), knee(19)];
    check(&anew, &["lunge"], &[2]);
}

#[rstest]
#[case::the_same_yesterday(PainChange::Same, 19 * DAY, true)]
#[case::worse_yesterday(PainChange::Worse, 19 * DAY, true)]
#[case::better_yesterday(PainChange::Better, 19 * DAY, false)]
#[case::the_same_an_hour_ago(PainChange::Same, 20 * DAY - 3_600_000, false)]
fn what_stays_sore_is_asked_about_again_the_next_day(
    #[case] change: PainChange,
    #[case] at: i64,
    #[case] expected: bool,
) {
    let reports = [asked(report("lunge", BodyPart::Knee, 7, day(1)), NOON.plus_ms(at), change)];
    check(&reports, &["lunge"], if expected { &[0] } else { &[] });
}

/// A report of the knee: score, day, and how it was on which day where asked.
type Told = (u8, i64, Option<(i64, PainChange)>);

const STRONG: Option<Concern> = Some(Concern::Strong);
const LONG: Option<Concern> = Some(Concern::Long);

#[rstest]
#[case::once(&[(10, 0, None)], None)]
#[case::worse(&[(2, 0, Some((1, PainChange::Worse)))], Some(Concern::Worse))]
#[case::the_same(&[(4, 0, Some((1, PainChange::Same)))], None)]
#[case::two_reds_in_7_days(&[(6, 0, None), (6, 7, None)], STRONG)]
#[case::two_reds_in_8_days(&[(6, 0, None), (6, 8, None)], None)]
#[case::a_red_and_an_amber(&[(6, 0, None), (5, 1, None)], None)]
#[case::two_reds_and_better(&[(6, 0, None), (6, 7, Some((8, PainChange::Better)))], None)]
#[case::amber_for_14_days(&[(3, 0, None), (3, 7, None), (3, 14, None)], None)]
#[case::amber_for_15_days(&[(3, 0, None), (3, 7, None), (3, 15, None)], LONG)]
#[case::the_same_after_15_days(&[(3, 0, None), (3, 7, Some((15, PainChange::Same)))], LONG)]
#[case::green_is_not_amber(&[(2, 0, None), (2, 7, None), (2, 15, None)], None)]
#[case::green_in_between(&[(3, 0, None), (2, 7, None), (3, 15, None)], None)]
#[case::better_in_between(&[(3, 0, Some((1, PainChange::Better))), (3, 7, None), (3, 15, None)], None)]
#[case::nothing_told_for_15_days(&[(3, 0, None), (3, 15, None)], None)]
fn it_is_one_for_a_professional(#[case] told: &[Told], #[case] expected: Option<Concern>) {
    let report = |(score, at, change): &Told| {
        let report = report("lunge", BodyPart::Knee, *score, day(*at));
        change.map_or(report.clone(), |(when, change)| asked(report, day(when), change))
    };
    let reports: Vec<PainReport> = told.iter().map(report).collect();
    assert_eq!(concern(&reports, reports.last().unwrap()), expected);
}

#[test]
fn what_another_spot_did_does_not_count() {
    let reports = [report("lunge", BodyPart::Back, 9, day(0)), report("lunge", BodyPart::Knee, 9, day(1))];
    assert_eq!(concern(&reports, &reports[1]), None);
}

#[test]
fn of_too_many_reports_the_oldest_that_were_asked_about_go_first() {
    let store = Memory::default();
    let told = |n: usize| report("lunge", BodyPart::Knee, 4, day(i64::try_from(n).unwrap()));
    for n in 0..MAX_REPORTS {
        let report = if n == 7 { asked(told(n), day(1000), PainChange::Same) } else { told(n) };
        saved::keep_pain(&store, &report).unwrap();
    }
    let keep = |n| {
        saved::keep_pain(&store, &asked(told(n), day(1000), PainChange::Same)).unwrap();
        saved::load_pain(&store).whole().unwrap()
    };
    let gone = |kept: &[PainReport]| (0..MAX_REPORTS).filter(|n| !kept.iter().any(|r| r.is(&told(*n)))).collect();
    let first: Vec<usize> = gone(&keep(MAX_REPORTS));
    let second: Vec<usize> = gone(&keep(MAX_REPORTS + 1));
    assert_eq!((first, second), (vec![7], vec![7]));
    assert_eq!(keep(MAX_REPORTS + 2).len(), MAX_REPORTS);
}

#[test]
fn a_report_told_again_takes_its_own_place() {
    let store = Memory::default();
    let (first, second) = (report("lunge", BodyPart::Knee, 4, day(0)), report("lunge", BodyPart::Knee, 4, day(1)));
    let answered = asked(first.clone(), day(2), PainChange::Better);
    for report in [&first, &second, &answered] {
        saved::keep_pain(&store, report).unwrap();
    }
    assert_eq!(saved::load_pain(&store).whole(), Some(vec![answered, second]));
}

/// Everything that this room says.
fn texts() -> Vec<&'static str> {
    let advices = [PainAdvice::GoOn, PainAdvice::Ease, PainAdvice::Stop];
    let concerns = [Concern::Worse, Concern::Strong, Concern::Long];
    let mut texts = vec![words::at_once(), words::before_you_go_on(), words::no_advice()];
    texts.extend([true, false].into_iter().flat_map(|eases| advices.map(|advice| advice_words(advice, eases))));
    texts.extend(concerns.map(concern_words));
    texts.extend(Answer::ALL.iter().map(|answer| words::answer(*answer)));
    texts
}

/// The wording rules of the coaching rules: fitness information, and no promise.
#[test]
fn nothing_is_diagnosed_treated_or_promised() {
    let banned = ["prevent", "treat", "cure", "diagnos", "rehab", "safe for", "risk", "injur", "tear", "tendin"];
    for text in texts() {
        assert!(!banned.iter().any(|word| text.to_lowercase().contains(word)), "{text}");
    }
}

#[rstest]
#[case("chest pain")]
#[case("fainting")]
#[case("breathlessness out of proportion")]
#[case("sudden severe headache")]
#[case("weakness on one side")]
#[case("swollen calf")]
#[case("pop with swelling")]
#[case("bears no weight")]
#[case("one spot of a bone")]
#[case("at night")]
#[case("on hopping")]
#[case("groin pain")]
fn every_red_flag_is_always_shown(#[case] sign: &str) {
    assert!([words::at_once(), words::before_you_go_on()].concat().contains(sign));
}
