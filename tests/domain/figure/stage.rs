//! The area of a picture, rings and guide lines, and the mirrored figure.

use super::still::numbers;
use super::{AROUND, is_on, lines, looks, motions, of_exercises, shapes};
use mainspring::domain::catalogue::Sides;
use mainspring::domain::figure::{Figure, GuideLine, Ink, Point, Scene, Stage, View, mirrored_words};
use rstest::rstest;

/// Every motion from all sides: name, scene, view, and the stage as it is seen, on both sides.
fn stages() -> Vec<(String, Scene, View, Stage, bool)> {
    let mut all = Vec::new();
    for (name, motion, _) in motions() {
        let scene = Scene::of(motion);
        for azimuth in AROUND {
            let view = scene.from(azimuth);
            let stage = scene.stage(view);
            all.push((name.clone(), scene.clone(), view, stage, false));
            all.push((name.clone(), scene.clone(), view, stage.mirrored(), true));
        }
    }
    all
}

const fn seen_from((x, y): (i32, i32), mirrored: bool) -> (i32, i32) {
    (if mirrored { -x } else { x }, y)
}

/// A point in the units of a stage.
#[allow(clippy::cast_possible_truncation, reason = "a picture is a few thousand units wide")]
fn on_stage(point: Point) -> (i32, i32) {
    ((point.x * 1000.0) as i32, (point.y * -1000.0) as i32)
}

#[test]
fn everything_is_on_stage_from_every_side_and_on_the_other_side_too() {
    for (name, scene, time, view) in looks(10) {
        let stage = scene.stage(view);
        let holds = |stage: Stage, x: i32| stage.left <= x && x <= stage.left + stage.width;
        for shape in shapes(&scene, time, view).iter().filter(|shape| shape.ink != Ink::Shadow) {
            for (x, y) in lines(&shape.path).concat().into_iter().map(on_stage) {
                let is_in = holds(stage, x) && holds(stage.mirrored(), -x) && y >= stage.top;
                let is_in = is_in && y <= stage.top + stage.height;
                assert!(is_in, "{name} at {time:.2} s from {view:?}: {:?} at {x} {y} is off {stage:?}", shape.ink);
            }
        }
    }
}

#[test]
fn a_figure_that_is_turned_keeps_its_size_and_stays_in_the_middle() {
    for (name, motion, _) in motions() {
        let scene = Scene::of(motion);
        let mut last: Option<Stage> = None;
        for step in 0..=72_u8 {
            let tight = scene.stage(scene.from(f32::from(step) * 5.0 - 180.0));
            let stage = tight.within(scene.room());
            let (width, height) = scene.room();
            let grown = (stage.width - width).max(stage.height - height);
            assert!(grown <= 2 && stage.width >= width && stage.height >= height, "{name} grows by {grown}");
            assert!(stage.left <= tight.left && stage.top <= tight.top, "{name}");
            assert_eq!(stage.top + stage.height, tight.top + tight.height, "{name}");
            let moved = last.map_or(0, |last| (last.left - stage.left).abs().max((last.top - stage.top).abs()));
            assert!(moved < 75, "{name} moves by {moved} in 5 degrees");
            last = Some(stage);
        }
    }
}

#[test]
fn the_ring_round_a_joint_is_whole() {
    let mut broken = Vec::new();
    for (name, scene, view, stage, mirrored) in stages() {
        for moment in scene.motion.moments {
            let mark = scene.sampler.at(moment.at).mark(moment.joint, &view.camera());
            let (x, y) = seen_from(mark, mirrored);
            // Its radius and half its line.
            let room = [x - stage.left, stage.left + stage.width - x, y - stage.top, stage.top + stage.height - y];
            if room.iter().any(|room| *room < 67) {
                broken.push(format!("{name} {view:?} {mirrored}: cue {} has {room:?}", moment.cue));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn the_ring_of_a_hold_is_clear_of_the_figure() {
    let mut broken = Vec::new();
    for (name, scene, time, view) in looks(48) {
        if scene.sampler.held(time).is_none() {
            continue;
        }
        for (stage, mirrored) in [(scene.stage(view), false), (scene.stage(view).mirrored(), true)] {
            let (x, y) = seen_from(stage.corner(), mirrored);
            #[allow(clippy::cast_precision_loss, reason = "a picture is a few thousand units wide")]
            let far = |point: &Point| (point.x * 1000.0 - x as f32).hypot(-point.y * 1000.0 - y as f32);
            let body = Figure::silhouette(&scene.sampler.at(time), &view.camera());
            let near = body.iter().flatten().map(far).fold(f32::MAX, f32::min);
            // Its radius, half its line, and a little air.
            if near < 46.0 + 7.0 + 15.0 {
                broken.push(format!("{name} {view:?} {mirrored} at {time:.2} s: {near}"));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn a_knee_line_ends_at_the_toe_and_not_in_the_ground() {
    for (name, scene, view, ..) in stages() {
        for moment in scene.motion.moments {
            let Some(line @ GuideLine::KneeOverToe(side)) = moment.line else { continue };
            let (body, camera) = (scene.sampler.at(moment.at), view.camera());
            let drawn = body.guide(line, &camera);
            let [.., y] = numbers(&drawn)[..] else { panic!("{name} has its line") };
            let toe = camera.point(body.legs[side].toe.towards(body.legs[side].ball, 0.5));
            assert!((y + toe.y * 1e3).abs() < 1.0 && (view.elevation > 0.0 || y <= 0.0), "{name} {view:?}: {drawn}");
        }
    }
}

#[test]
fn the_ring_of_a_cue_lies_on_the_body_from_every_side() {
    for (name, scene, view, ..) in stages().into_iter().step_by(2) {
        let camera = view.camera();
        for moment in scene.motion.moments {
            let body = scene.sampler.at(moment.at);
            let (x, y) = body.mark(moment.joint, &camera);
            #[allow(clippy::cast_precision_loss, reason = "a picture is a few thousand units wide")]
            let at = Point { x: x as f32 * 1e-3, y: y as f32 * -1e-3 };
            let outlines = Figure::silhouette(&body, &camera);
            assert!(is_on(&outlines, at, 0.02), "{name} {view:?}: {:?}", moment.joint);
        }
    }
}

#[test]
fn the_guide_line_of_a_cue_goes_through_its_joints_from_every_side() {
    for (name, scene, view, ..) in stages().into_iter().step_by(2) {
        let camera = view.camera();
        for moment in scene.motion.moments {
            let (body, Some(line)) = (scene.sampler.at(moment.at), moment.line) else { continue };
            let [x, y, to_x, to_y] = numbers(&body.guide(line, &camera))[..] else { panic!("{name} has its line") };
            let joints = match line {
                GuideLine::KneeOverToe(side) => {
                    [body.legs[side].knee, body.legs[side].toe.towards(body.legs[side].ball, 0.5)]
                }
                GuideLine::ShoulderToKnee(side) => [body.shoulders, body.legs[side].knee],
                GuideLine::HeadToFoot(side) => [body.neck, body.legs[side].ankle],
                GuideLine::AcrossHips => body.legs.map(|leg| leg.hip),
            };
            let (dx, dy) = (to_x - x, to_y - y);
            for at in joints.map(|joint| camera.point(joint)) {
                let (px, py) = (at.x * 1e3 - x, at.y * -1e3 - y);
                let off = (dx * py - dy * px).abs() / dx.hypot(dy).max(1.0);
                assert!(off < 3.0, "{name} {view:?}: {line:?} passes {off} beside a joint");
            }
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
    for (name, motion, variation) in of_exercises() {
        let sides = |words: &str| -> Vec<String> {
            let word = |word: &str| word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
            words.split_whitespace().map(word).filter(|word| word == "left" || word == "right").collect()
        };
        let (own, other) = (sides(motion.words), sides(&mirrored_words(motion.words)));
        let exchanged = own.len() == other.len() && own.iter().zip(&other).all(|(one, other)| one != other);
        assert!(exchanged || variation.sides != Sides::PerSide, "{name}: {own:?} becomes {other:?}");
    }
}
