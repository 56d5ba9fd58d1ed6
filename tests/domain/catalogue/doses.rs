//! Sets, amounts, rest and tempo of each level.

use super::{BASE, HARD, HARDER, variations};
use mainspring::domain::catalogue::Measure::{Reps, Rounds, Seconds, Steps as Paces};
use mainspring::domain::catalogue::Sides::{Alternating, Both, PerSide};
use mainspring::domain::catalogue::{self, Kit, Level, Measure, Sides};
use mainspring::text;
use rstest::rstest;

/// One level's dose (sets, measure, seconds of hold, seconds of rest), how sides share it, and the kit.
#[rstest]
#[case::bridge("banded-glute-bridge", BASE, (&[10, 10, 10][..], Reps, 3, 60), Both, &[Kit::LoopBand])]
#[case::bridge_hard("banded-glute-bridge", HARD, (&[10, 10, 10][..], Reps, 3, 60), Alternating, &[Kit::LoopBand])]
#[case::bridge_harder("banded-glute-bridge", HARDER, (&[10, 10, 10][..], Reps, 3, 60), PerSide, &[Kit::LoopBand])]
#[case::walk("monster-walk", BASE, (&[12, 12, 12][..], Paces, 0, 60), PerSide, &[Kit::LoopBand])]
#[case::walk_hard("monster-walk", HARD, (&[12, 12, 12][..], Paces, 0, 60), PerSide, &[Kit::LoopBand])]
#[case::walk_harder("monster-walk", HARDER, (&[12, 12, 12][..], Paces, 0, 60), PerSide, &[Kit::LoopBand, Kit::SecondLoopBand])]
#[case::bug("banded-dead-bug", BASE, (&[12, 12, 12][..], Reps, 0, 60), Alternating, &[Kit::LoopBand])]
#[case::bug_hard("banded-dead-bug", HARD, (&[6, 6, 6][..], Reps, 0, 60), PerSide, &[Kit::LongBand])]
#[case::bug_harder("banded-dead-bug", HARDER, (&[6, 6, 6][..], Reps, 0, 60), PerSide, &[Kit::LongBand])]
#[case::balance("single-leg-balance", BASE, (&[30][..], Seconds, 0, 30), PerSide, &[])]
#[case::balance_hard("single-leg-balance", HARD, (&[30][..], Seconds, 0, 30), PerSide, &[])]
#[case::balance_harder("single-leg-balance", HARDER, (&[30][..], Seconds, 0, 30), PerSide, &[Kit::SoftSurface])]
#[case::deadlift("single-leg-deadlift", BASE, (&[10, 10, 10][..], Reps, 0, 60), PerSide, &[Kit::Dowel])]
#[case::deadlift_hard("single-leg-deadlift", HARD, (&[10, 10, 10][..], Reps, 0, 60), PerSide, &[])]
#[case::deadlift_harder("single-leg-deadlift", HARDER, (&[10, 10, 10][..], Reps, 0, 60), PerSide, &[Kit::Kettlebell])]
#[case::pistol("supported-pistol-squat", BASE, (&[10, 8][..], Reps, 0, 90), PerSide, &[Kit::Straps])]
#[case::pistol_hard("supported-pistol-squat", HARD, (&[10, 8][..], Reps, 0, 90), PerSide, &[])]
#[case::pistol_harder("supported-pistol-squat", HARDER, (&[10, 8][..], Reps, 0, 90), PerSide, &[Kit::SoftSurface])]
#[case::squat("deep-squat", BASE, (&[20, 20, 20][..], Reps, 0, 60), Both, &[])]
#[case::squat_hard("deep-squat", HARD, (&[20, 20, 20][..], Reps, 0, 60), Both, &[Kit::Bosu])]
#[case::squat_harder("deep-squat", HARDER, (&[20, 20, 20][..], Reps, 0, 60), Both, &[])]
#[case::lunge("lunge", BASE, (&[15, 15, 15][..], Reps, 0, 60), Alternating, &[])]
#[case::lunge_hard("lunge", HARD, (&[4][..], Rounds, 0, 60), PerSide, &[])]
#[case::lunge_harder("lunge", HARDER, (&[15, 15, 15][..], Reps, 0, 60), Alternating, &[])]
fn a_level_has_its_dose(
    #[case] id: &str,
    #[case] level: Level,
    #[case] dose: (&[u16], Measure, u8, u16),
    #[case] sides: Sides,
    #[case] kit: &[Kit],
) {
    let variation = catalogue::find(id).expect("the exercise is in the catalogue").at(level);
    let own = &variation.dose;
    assert_eq!((own.sets, own.measure, own.hold, own.rest), dose);
    assert_eq!((variation.sides, variation.kit), (sides, kit));
}

#[rstest]
#[case::bridge("banded-glute-bridge", BASE, "3 sets of 10, each held 3 s")]
#[case::bridge_hard("banded-glute-bridge", HARD, "3 sets of 10, alternating legs, each held 3 s")]
#[case::bridge_harder("banded-glute-bridge", HARDER, "3 sets of 10 each leg, each held 3 s")]
#[case::walk("monster-walk", BASE, "3 sets of 12 steps each way: 12 right, 12 left")]
#[case::bug("banded-dead-bug", BASE, "3 sets of 12, 6 each side")]
#[case::bug_hard("banded-dead-bug", HARD, "3 sets of 6 or more each side")]
#[case::bug_harder("banded-dead-bug", HARDER, "3 sets of 6 or more each side")]
#[case::balance("single-leg-balance", BASE, "30 seconds each leg")]
#[case::deadlift("single-leg-deadlift", BASE, "3 sets of 10 each side")]
#[case::pistol("supported-pistol-squat", BASE, "1 set of 10 each leg, then 1 set of 8 each leg")]
#[case::squat("deep-squat", BASE, "3 sets of 20")]
#[case::lunge("lunge", BASE, "3 sets of 15, alternating legs")]
#[case::lunge_hard("lunge", HARD, "4 rounds each leg")]
fn a_dose_is_worded(#[case] id: &str, #[case] level: Level, #[case] words: &str) {
    let variation = catalogue::find(id).expect("the exercise is in the catalogue").at(level);
    assert_eq!(text::dose::words(variation), words);
}

#[test]
fn every_dose_counts_and_its_words_say_so() {
    for (id, level, variation) in variations() {
        let dose = &variation.dose;
        assert!(!dose.sets.is_empty() && dose.sets.iter().all(|amount| *amount >= 1), "{id} {level:?}");
        assert!(dose.rest >= 1, "{id} {level:?} rests");
        let words = text::dose::words(variation);
        let numbers: Vec<u16> =
            words.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
        let equal = dose.sets.iter().all(|amount| *amount == dose.sets[0]);
        let count = (equal && dose.sets.len() > 1).then(|| u16::try_from(dose.sets.len()).expect("few sets"));
        let hold = (dose.hold > 0).then_some(u16::from(dose.hold));
        for number in dose.sets.iter().copied().chain(count).chain(hold) {
            assert!(numbers.contains(&number), "{id} {level:?}: no {number} in {words}");
        }
    }
}

#[test]
fn a_hold_of_the_dose_is_a_beat_of_the_tempo() {
    for (id, level, variation) in variations() {
        let beat = variation.tempo.iter().find(|beat| beat.word == "hold").map_or(0, |beat| beat.seconds);
        assert_eq!(beat, variation.dose.hold, "{id} {level:?}");
    }
}
