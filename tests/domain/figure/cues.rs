//! Tempo and cue points.

use super::of_exercises;
use mainspring::domain::catalogue::{self, Level, Measure};
use mainspring::domain::figure::{Joint, STILL};
use rstest::rstest;

#[test]
fn every_exercise_moves_at_its_own_tempo() {
    let mut broken = Vec::new();
    for (name, motion, variation) in of_exercises() {
        let tempo: f32 = variation.tempo.iter().map(|beat| f32::from(beat.seconds)).sum();
        let right = match variation.dose.measure {
            Measure::Seconds => (motion.period - 7.0).abs() < 1e-3,
            _ => {
                motion.period >= tempo - 1e-3
                    && ((motion.period / tempo) - (motion.period / tempo).round()).abs() < 1e-3
            }
        };
        if !right || *motion == STILL {
            broken.push(format!("{name}: a loop of {} s for a tempo of {tempo} s", motion.period));
        }
        let keys = motion.keys.to_vec();
        if keys.windows(2).any(|pair| pair[0].at >= pair[1].at) || keys.iter().any(|key| key.at >= motion.period) {
            broken.push(format!("{name}: its keys are not in order"));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_cue_has_its_moment_and_every_motion_its_sentence() {
    for exercise in catalogue::all() {
        for level in Level::ALL {
            let motion = exercise.at(*level).motion;
            let cues: Vec<usize> = motion.moments.iter().map(|moment| moment.cue).collect();
            assert_eq!(cues, (0..exercise.at(*level).cues.len()).collect::<Vec<_>>(), "{} {level:?}", exercise.id);
            assert!(motion.moments.iter().all(|moment| (0.0..motion.period).contains(&moment.at)), "{}", exercise.id);
            assert!(motion.words.ends_with('.') && motion.words.len() > 20, "{} {level:?}", exercise.id);
            let (from, to) = motion.still;
            assert!((0.0..motion.period).contains(&from) && (0.0..motion.period).contains(&to), "{}", exercise.id);
        }
    }
}

/// The ring of a cue goes round its subject and nothing else.
#[rstest]
#[case::a_weight_close_to_the_body("deep-squat", "weight", Joint::Chest)]
#[case::hips_and_back_in_a_mirror("single-leg-deadlift", "mirror", Joint::Hips)]
fn a_cue_points_at_what_it_speaks_of(#[case] id: &str, #[case] topic: &str, #[case] joint: Joint) {
    let exercise = catalogue::find(id).unwrap();
    let cued = |level: &&Level| exercise.at(**level).cues.iter().any(|cue| cue.topic == topic);
    for level in Level::ALL.iter().filter(cued) {
        let cue = exercise.at(*level).cues.iter().position(|cue| cue.topic == topic).unwrap();
        assert_eq!(exercise.at(*level).motion.moments[cue].joint, joint, "{level:?}");
    }
}
