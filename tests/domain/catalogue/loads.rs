//! Parts of the body that a level loads.

use super::search::ids;
use super::{BASE, HARD, HARDER, variations};
use mainspring::domain::catalogue::Sides::PerSide;
use mainspring::domain::catalogue::{self, BodyPart, Exercise, Kit, Level, Tag};
use rstest::rstest;

/// The loads of each level, as a physiotherapist would say, in the order of the body from below.
#[rstest]
#[case::bridge("banded-glute-bridge", BASE, "thigh hip back")]
#[case::bridge_hard("banded-glute-bridge", HARD, "knee thigh hip back")]
#[case::bridge_harder("banded-glute-bridge", HARDER, "knee thigh hip back")]
#[case::walk("monster-walk", BASE, "foot lower-leg knee thigh hip back")]
#[case::walk_hard("monster-walk", HARD, "foot lower-leg knee thigh hip back")]
#[case::walk_harder("monster-walk", HARDER, "foot lower-leg knee thigh hip back")]
#[case::bug("banded-dead-bug", BASE, "foot hip arm")]
#[case::bug_hard("banded-dead-bug", HARD, "foot hip back arm")]
#[case::bug_harder("banded-dead-bug", HARDER, "foot lower-leg knee thigh hip back arm")]
#[case::balance("single-leg-balance", BASE, "foot lower-leg hip")]
#[case::balance_hard("single-leg-balance", HARD, "foot lower-leg hip")]
#[case::balance_harder("single-leg-balance", HARDER, "foot lower-leg knee hip")]
#[case::deadlift("single-leg-deadlift", BASE, "foot lower-leg knee thigh hip back arm")]
#[case::deadlift_hard("single-leg-deadlift", HARD, "foot lower-leg knee thigh hip back arm")]
#[case::deadlift_harder("single-leg-deadlift", HARDER, "foot lower-leg knee thigh hip back arm")]
#[case::pistol("supported-pistol-squat", BASE, "foot lower-leg knee thigh hip back arm")]
#[case::pistol_hard("supported-pistol-squat", HARD, "foot lower-leg knee thigh hip back")]
#[case::pistol_harder("supported-pistol-squat", HARDER, "foot lower-leg knee thigh hip back")]
#[case::squat("deep-squat", BASE, "foot lower-leg knee thigh hip back")]
#[case::squat_hard("deep-squat", HARD, "foot lower-leg knee thigh hip back")]
#[case::squat_harder("deep-squat", HARDER, "foot lower-leg knee thigh hip back")]
#[case::lunge("lunge", BASE, "foot lower-leg knee thigh hip")]
#[case::lunge_hard("lunge", HARD, "foot lower-leg knee thigh hip back")]
#[case::lunge_harder("lunge", HARDER, "foot lower-leg knee thigh hip back")]
fn a_level_loads_parts_of_the_body(#[case] id: &str, #[case] level: Level, #[case] parts: &str) {
    let loads = catalogue::find(id).expect("the exercise is in the catalogue").at(level).loads;
    assert_eq!(loads.iter().map(|part| part.slug()).collect::<Vec<_>>().join(" "), parts);
}

/// The rules by which tags and ways of standing tell what is loaded at least.
#[test]
fn what_a_level_loads_follows_from_how_it_is_done() {
    for (id, level, variation) in variations() {
        let loads = |parts: &[BodyPart]| parts.iter().all(|part| variation.loads.contains(part));
        let has = |tag: Tag| variation.tags.contains(&tag);
        let text = [variation.start, variation.steps].concat().join(" ").to_lowercase();
        if has(Tag::Impact) {
            let parts =
                [BodyPart::Foot, BodyPart::LowerLeg, BodyPart::Knee, BodyPart::Thigh, BodyPart::Hip, BodyPart::Back];
            assert!(loads(&parts), "{id} {level:?} jumps");
        }
        if has(Tag::DeepKnee) {
            assert!(loads(&[BodyPart::Knee, BodyPart::Thigh, BodyPart::LowerLeg]), "{id} {level:?} bends the knee");
        }
        if has(Tag::NoFloor) && variation.sides == PerSide {
            assert!(loads(&[BodyPart::Foot, BodyPart::LowerLeg, BodyPart::Hip]), "{id} {level:?} stands on one leg");
        }
        if text.contains("hinge") || has(Tag::Heavy) {
            assert!(loads(&[BodyPart::Back, BodyPart::Thigh]), "{id} {level:?} hinges");
        }
        if variation.kit.iter().any(|kit| [Kit::Straps, Kit::Kettlebell, Kit::Dowel, Kit::LongBand].contains(kit)) {
            assert!(loads(&[BodyPart::Arm]), "{id} {level:?} is held in the hands");
        }
        assert!(!loads(&[BodyPart::Elsewhere]), "{id} {level:?}");
    }
}

/// The exercises that can still be trained with a sore part, at the least. With a sore hip or groin there are none: each of the
/// eight loads it.
#[rstest]
#[case(BodyPart::Foot, &["banded-glute-bridge"])]
#[case(BodyPart::LowerLeg, &["banded-glute-bridge", "banded-dead-bug"])]
#[case(BodyPart::Knee, &["banded-glute-bridge", "banded-dead-bug", "single-leg-balance"])]
#[case(BodyPart::Thigh, &["banded-dead-bug", "single-leg-balance"])]
#[case(BodyPart::Hip, &[])]
#[case(BodyPart::Back, &["banded-dead-bug", "single-leg-balance", "lunge"])]
#[case(BodyPart::Arm, &["banded-glute-bridge", "monster-walk", "single-leg-balance", "supported-pistol-squat", "deep-squat", "lunge"])]
fn with_a_sore_part_these_are_left(#[case] part: BodyPart, #[case] expected: &[&str]) {
    let spares = |exercise: &&&Exercise| Level::ALL.iter().any(|level| !exercise.at(*level).loads.contains(&part));
    assert_eq!(ids(catalogue::all().iter().filter(spares).copied()), expected);
}
