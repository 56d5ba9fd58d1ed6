//! Types, muscles and tags; every entry is whole.

use super::facts::{Part, part};
use super::search::{FOUNDING, ids};
use super::texts::level_strings;
use super::{BASE, HARD, HARDER, variations};
use mainspring::domain::catalogue::{self, Kind, Level, Measure, Muscle, Tag};
use rstest::rstest;

#[rstest]
#[case("banded-glute-bridge", Kind::Band, &[Muscle::GluteMax], &[Muscle::Hamstrings, Muscle::GluteMed])]
#[case("monster-walk", Kind::Band, &[Muscle::GluteMed], &[Muscle::GluteMax, Muscle::Quads])]
#[case("banded-dead-bug", Kind::Band, &[Muscle::Abdominals], &[Muscle::HipFlexors])]
#[case("single-leg-balance", Kind::Balance, &[Muscle::FootIntrinsics, Muscle::TibialisPosterior], &[Muscle::GluteMed])]
#[case("single-leg-deadlift", Kind::Balance, &[Muscle::Hamstrings, Muscle::GluteMax], &[Muscle::SpinalErectors])]
#[case("supported-pistol-squat", Kind::Balance, &[Muscle::Quads, Muscle::GluteMax], &[Muscle::GluteMed, Muscle::Hamstrings, Muscle::Calves, Muscle::Abdominals])]
#[case("deep-squat", Kind::BodyWeight, &[Muscle::Quads, Muscle::GluteMax], &[Muscle::Adductors])]
#[case("lunge", Kind::BodyWeight, &[Muscle::Quads, Muscle::GluteMax], &[Muscle::Hamstrings])]
fn an_exercise_has_its_type_and_muscles(
    #[case] id: &str,
    #[case] kind: Kind,
    #[case] primary: &[Muscle],
    #[case] secondary: &[Muscle],
) {
    let exercise = catalogue::find(id).expect("the exercise is in the catalogue");
    assert_eq!(exercise.kind, kind);
    assert_eq!((exercise.muscles.primary, exercise.muscles.secondary), (primary, secondary));
}

#[rstest]
#[case::jump_squats_leave_the_ground("deep-squat", HARDER, Tag::Impact, true)]
#[case::deep_squats_stay_on_it("deep-squat", BASE, Tag::Impact, false)]
#[case::jump_lunges_leave_the_ground("lunge", HARDER, Tag::Impact, true)]
#[case::jump_lunges_are_not_quiet("lunge", HARDER, Tag::Quiet, false)]
#[case::the_kettlebell_is_an_added_weight("single-leg-deadlift", HARDER, Tag::Heavy, true)]
#[case::the_pistol_bends_the_knee_deep("supported-pistol-squat", BASE, Tag::DeepKnee, true)]
#[case::the_ball_tips("deep-squat", HARD, Tag::FallRisk, true)]
#[case::the_dead_bug_lies("banded-dead-bug", BASE, Tag::Supine, true)]
fn a_level_carries_its_tags(#[case] id: &str, #[case] level: Level, #[case] tag: Tag, #[case] carries: bool) {
    let variation = catalogue::find(id).expect("the exercise is in the catalogue").at(level);
    assert_eq!(variation.tags.contains(&tag), carries);
}

#[test]
fn no_part_of_an_exercise_is_empty() {
    for exercise in catalogue::all() {
        let id = exercise.id;
        assert!(!exercise.areas.is_empty(), "{id} has areas");
        assert!(!exercise.muscles.primary.is_empty() && !exercise.muscles.secondary.is_empty(), "{id} has muscles");
    }
    for (id, level, variation) in variations() {
        assert!(!variation.start.is_empty(), "{id} {level:?} has a start");
        assert!(!variation.steps.is_empty(), "{id} {level:?} has steps");
        assert!(!variation.tags.is_empty(), "{id} {level:?} has tags");
        assert!(variation.cues.len() >= 3, "{id} {level:?} has three cues");
        assert!(!variation.loads.is_empty(), "{id} {level:?} loads something");
        assert_eq!(
            variation.tempo.is_empty(),
            variation.dose.measure == Measure::Seconds,
            "{id} {level:?} has a tempo"
        );
        assert!(variation.tempo.iter().all(|beat| beat.seconds >= 1), "{id} {level:?}: each beat lasts");
    }
}

#[test]
fn every_exercise_engages_the_core() {
    for exercise in catalogue::all() {
        for level in Level::ALL {
            let text = level_strings(exercise.at(*level)).join(" ").to_lowercase();
            assert!(text.contains("core"), "{} {level:?} cues the core", exercise.id);
        }
    }
}

#[test]
fn every_balance_exercise_is_barefoot_at_every_level() {
    for exercise in catalogue::all().iter().filter(|exercise| exercise.kind == Kind::Balance) {
        for level in Level::ALL {
            assert!(part(exercise, Part::Start(*level)).contains("barefoot"), "{} {level:?}", exercise.id);
        }
    }
}

#[test]
fn the_exercises_stand_in_teaching_order_and_are_found_by_their_ids() {
    assert_eq!(ids(catalogue::all().iter().copied()), FOUNDING);
    for exercise in catalogue::all() {
        let same: Vec<_> = catalogue::all().iter().filter(|other| other.id == exercise.id).collect();
        assert_eq!(same.len(), 1, "{} is unique", exercise.id);
        assert_eq!(catalogue::find(exercise.id).map(|found| found.name), Some(exercise.name));
    }
    assert!(catalogue::find("handstand").is_none());
}

#[test]
fn every_exercise_has_its_brief_which_asks_for_the_same() {
    assert_eq!(catalogue::briefs().iter().map(|brief| brief.id).collect::<Vec<_>>(), FOUNDING);
    for exercise in catalogue::all() {
        let brief = catalogue::brief(exercise.id).unwrap();
        assert_eq!((brief.id, brief.name), (exercise.id, exercise.name));
        for level in Level::ALL {
            let (asked, taught) = (brief.at(*level), exercise.at(*level));
            assert_eq!((asked.dose, asked.sides), (taught.dose, taught.sides), "{} {level:?}", exercise.id);
            assert_eq!((asked.kit, asked.tempo), (taught.kit, taught.tempo), "{} {level:?}", exercise.id);
            assert_eq!(asked.loads, taught.loads, "{} {level:?}", exercise.id);
        }
    }
    assert!(catalogue::brief("handstand").is_none());
}
