//! The area of a picture, rings and guide lines, and the mirrored figure.

use super::motions;
use super::still::numbers;
use mainspring::domain::catalogue::Sides;
use mainspring::domain::figure::{
    GuideLine, Motion, MotionSampler, Outline, Picture, Point, Stage, View, mirrored_words,
};
use rstest::rstest;

/// Both views and both sides of every motion: name, motion, sampler, the view asked for, and the stage as it is seen.
fn stages() -> Vec<(String, &'static Motion, MotionSampler, View, Stage, bool)> {
    let mut all = Vec::new();
    for (name, motion, _) in motions() {
        for asked in [View::Side, View::Front] {
            let sampler = MotionSampler::of(motion);
            let stage = Stage::of(motion, &sampler, asked);
            all.push((name.clone(), motion, sampler.clone(), asked, stage, false));
            all.push((name.clone(), motion, sampler, asked, stage.mirrored(), true));
        }
    }
    all
}

const fn seen_from((x, y): (i32, i32), mirrored: bool) -> (i32, i32) {
    (if mirrored { -x } else { x }, y)
}

#[test]
fn the_other_side_is_on_stage_as_the_first_one_is() {
    for (name, motion, sampler, asked, stage, mirrored) in stages() {
        for step in 0..24_u8 {
            let time = motion.period * f32::from(step) / 24.0;
            let picture = Picture::of(motion, &sampler.at(time), motion.views.view(time, asked), time);
            for point in picture.outlines().flat_map(Outline::points) {
                #[allow(clippy::cast_possible_truncation, reason = "a picture is a few thousand units wide")]
                let (x, _) = seen_from(((point.x * 1000.0) as i32, 0), mirrored);
                let inside = stage.left <= x && x <= stage.left + stage.width;
                assert!(inside, "{name} {asked:?} {mirrored} at {time:.2} s: {x} is off {stage:?}");
            }
        }
    }
}

#[test]
fn the_ring_round_a_joint_is_whole() {
    let mut broken = Vec::new();
    for (name, motion, sampler, asked, stage, mirrored) in stages() {
        for moment in motion.moments {
            let mark = sampler.at(moment.at).mark(moment.joint, motion.views.view(moment.at, asked));
            let (x, y) = seen_from(mark, mirrored);
            // Its radius and half its line.
            let room = [x - stage.left, stage.left + stage.width - x, y - stage.top, stage.top + stage.height - y];
            if room.iter().any(|room| *room < 67) {
                broken.push(format!("{name} {asked:?} {mirrored}: cue {} has {room:?}", moment.cue));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn the_ring_of_a_hold_is_clear_of_the_figure() {
    let mut broken = Vec::new();
    for (name, motion, sampler, asked, stage, mirrored) in stages() {
        let (x, y) = seen_from(stage.corner(), mirrored);
        for step in 0..48_u8 {
            let time = motion.period * f32::from(step) / 48.0;
            if sampler.held(time).is_none() {
                continue;
            }
            let picture = Picture::of(motion, &sampler.at(time), motion.views.view(time, asked), time);
            #[allow(clippy::cast_precision_loss, reason = "a picture is a few thousand units wide")]
            let far = |point: &Point| (point.x * 1000.0 - x as f32).hypot(-point.y * 1000.0 - y as f32);
            let near = picture.outlines().flat_map(Outline::points).map(far).fold(f32::MAX, f32::min);
            // Its radius, half its line, and a little air.
            if near < 46.0 + 7.0 + 15.0 {
                broken.push(format!("{name} {asked:?} {mirrored} at {time:.2} s: {near}"));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn a_knee_line_ends_at_the_toe_and_not_in_the_ground() {
    for (name, motion, sampler, asked, ..) in stages() {
        for moment in motion.moments {
            let Some(line @ GuideLine::KneeOverToe(_)) = moment.line else { continue };
            let drawn = sampler.at(moment.at).guide(line, motion.views.view(moment.at, asked));
            let [.., y] = numbers(&drawn)[..] else { panic!("{name} has its line") };
            assert!(y <= 0.0, "{name} {asked:?}: {drawn}");
        }
    }
}

#[rstest]
#[case::a_leg("Stands on the right leg, the left leg out.", "Stands on the left leg, the right leg out.")]
#[case::both_ways(
    "Walks to the right and back to the left with care.",
    "Walks to the left and back to the right with care."
)]
#[case::no_side("Holds the torso upright.", "Holds the torso upright.")]
fn the_sentence_of_the_other_side_names_the_other_leg(#[case] words: &str, #[case] mirrored: &str) {
    assert_eq!(mirrored_words(words), mirrored);
    assert_eq!(mirrored_words(mirrored), words);
}

#[test]
fn every_sentence_with_a_side_has_one_for_the_other_side() {
    for (name, motion, variation) in motions() {
        let sides = |words: &str| -> Vec<String> {
            let word = |word: &str| word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
            words.split_whitespace().map(word).filter(|word| word == "left" || word == "right").collect()
        };
        let (own, other) = (sides(motion.words), sides(&mirrored_words(motion.words)));
        let exchanged = own.len() == other.len() && own.iter().zip(&other).all(|(one, other)| one != other);
        assert!(exchanged || variation.sides != Sides::PerSide, "{name}: {own:?} becomes {other:?}");
    }
}
