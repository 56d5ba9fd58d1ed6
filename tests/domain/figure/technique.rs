//! The technique of single exercises.

use super::{frames, lines, shapes};
use mainspring::domain::catalogue::{self, Level};
use mainspring::domain::figure::{ContactPart, Ink, MotionSampler, Scene, Skeleton, View};
use rstest::rstest;

/// The distance of a knee from the second toe, seen from the front; negative on the inside.
fn outside_the_toe(body: &Skeleton, side: usize) -> f32 {
    let outward = if side == 0 { 1.0 } else { -1.0 };
    (body.legs[side].knee.z() - body.legs[side].toe.z()) * outward
}

#[rstest]
#[case::pistol_squat("supported-pistol-squat")]
#[case::deep_squat("deep-squat")]
#[case::lunge("lunge")]
fn the_knee_of_a_leg_that_carries_tracks_over_its_foot_seen_from_the_front(#[case] id: &str) {
    let exercise = catalogue::find(id).unwrap();
    for level in Level::ALL {
        for (time, body) in frames(exercise.at(*level).motion) {
            for side in [0, 1].into_iter().filter(|side| body.legs[*side].planted) {
                let (leg, aside) = (&body.legs[side], outside_the_toe(&body, side).abs());
                let flat = (leg.heel.y() - leg.ball.y()).abs() < 0.002;
                // A straight leg that stands wide goes to its foot from inside.
                let carries = flat && body.swing(side).knee > 60.0;
                assert!(!carries || aside <= 0.025, "{id} {level:?} at {time:.2} s: knee {side} is {aside:.3} aside");
            }
        }
    }
}

#[test]
fn in_a_pistol_squat_the_knee_is_over_the_second_toe_from_tall_to_deep() {
    for level in Level::ALL {
        let motion = catalogue::find("supported-pistol-squat").unwrap().at(*level).motion;
        for (time, body) in frames(motion) {
            let aside = outside_the_toe(&body, 0);
            assert!(aside.abs() <= 0.02, "{level:?} at {time:.2} s: the knee is {aside:.3} outside the toe");
        }
    }
}

#[rstest]
#[case::lunge("lunge", 8.0, &[Level::Base, Level::Hard])]
#[case::deep_squat("deep-squat", 8.0, &[Level::Base])]
#[case::single_leg_balance("single-leg-balance", 8.0, &[Level::Base, Level::Hard])]
#[case::pistol_squat("supported-pistol-squat", 8.0, Level::ALL)]
#[case::single_leg_deadlift("single-leg-deadlift", 10.0, Level::ALL)]
fn who_stands_tall_has_straight_knees(#[case] id: &str, #[case] most: f32, #[case] levels: &[Level]) {
    for level in levels {
        let body = MotionSampler::of(catalogue::find(id).unwrap().at(*level).motion).at(0.0);
        let knees = [0, 1].map(|side| body.swing(side).knee);
        assert!(knees.iter().all(|knee| *knee <= most), "{id} {level:?}: {knees:?}");
    }
}

#[test]
fn in_a_deadlift_a_straight_leg_traces_the_floor_leaves_it_once_and_comes_back_to_it_once() {
    for level in Level::ALL {
        let motion = catalogue::find("single-leg-deadlift").unwrap().at(*level).motion;
        let mut lifts = 0;
        let mut was_down = true;
        for (time, body) in frames(motion) {
            let lean = body.pelvis.up.x().atan2(body.pelvis.up.y()).to_degrees();
            let (height, knee) = (body.legs[1].toe.y().max(body.legs[1].ball.y()), body.swing(1).knee);
            let down = height <= 0.02;
            assert!(down || lean > 30.0, "{level:?} at {time:.2} s: lifted by {height:.3} at a lean of {lean:.0}°");
            assert!(knee < 20.0, "{level:?} at {time:.2} s: its knee is bent by {knee:.0}°");
            lifts += u8::from(was_down && !down);
            was_down = down;
        }
        let hinges = if *level == Level::Harder { 2 } else { 1 };
        assert_eq!(lifts, hinges, "{level:?}");
    }
}

#[test]
fn in_a_balance_the_toes_of_the_lifted_foot_are_higher_than_its_heel() {
    for level in Level::ALL {
        let foot = MotionSampler::of(catalogue::find("single-leg-balance").unwrap().at(*level).motion).at(3.5).legs[1];
        assert!(
            foot.toe.y() > foot.heel.y() + 0.015,
            "{level:?}: toes at {:.3}, heel at {:.3}",
            foot.toe.y(),
            foot.heel.y()
        );
    }
}

#[test]
fn in_a_lunge_the_core_is_turned_on_just_before_a_foot_leaves_the_floor() {
    let lunge = catalogue::find("lunge").unwrap();
    let core = lunge.levels.base.cues.iter().position(|cue| cue.topic == "core").unwrap();
    for level in Level::ALL {
        let motion = lunge.at(*level).motion;
        let (sampler, at) = (MotionSampler::of(motion), motion.moments[core].at);
        let lifted = |time: f32| sampler.at(time).legs.iter().any(|leg| leg.ball.y() > 0.003);
        assert!(!lifted(at), "{level:?}: a foot is in the air at {at} s");
        assert!(lifted(at + 0.5), "{level:?}: no foot leaves the floor after {at} s");
    }
}

#[test]
fn in_a_curtsy_the_foot_on_its_way_back_passes_behind_the_other_one() {
    let scene = Scene::of(catalogue::find("lunge").unwrap().levels.hard.motion);
    let shapes = shapes(&scene, 9.65, View::FRONT);
    let soles = shapes.iter().filter(|shape| shape.ink == Ink::Sole);
    let heights: Vec<f32> =
        soles.map(|sole| lines(&sole.path).concat().iter().map(|at| at.y).fold(f32::MAX, f32::min)).collect();
    assert!(heights[0] > heights[1] + 0.01, "the lifted shoe is painted over the other one: {heights:?}");
}

#[rstest]
#[case::on_the_floor(Level::Base, 2.0)]
#[case::on_half_a_ball(Level::Hard, 2.0)]
fn a_deep_squat_goes_down_until_the_hips_are_below_the_knees(#[case] level: Level, #[case] time: f32) {
    let body = MotionSampler::of(catalogue::find("deep-squat").unwrap().at(level).motion).at(time);
    let knee = body.legs[0].knee.y().min(body.legs[1].knee.y());
    assert!(body.hips.y() < knee - 0.005, "the hips are at {}, the knees at {knee}", body.hips.y());
}

#[test]
fn in_a_monster_walk_the_knees_stay_bent_and_the_trunk_leans() {
    for level in Level::ALL {
        for (time, body) in frames(catalogue::find("monster-walk").unwrap().at(*level).motion) {
            let knees = [0, 1].map(|side| body.swing(side).knee);
            assert!(knees.iter().any(|knee| *knee > 40.0), "{level:?} at {time:.2} s: {knees:?}");
            let lean = body.pelvis.up.x().atan2(body.pelvis.up.y()).to_degrees();
            assert!(lean > 20.0, "{level:?} at {time:.2} s: it leans by {lean}");
        }
    }
}

#[test]
fn in_a_lunge_the_foot_pushes_off_before_it_leaves_the_floor() {
    let foot = MotionSampler::of(catalogue::find("lunge").unwrap().levels.base.motion).at(0.43).legs[0];
    assert!(foot.planted && foot.heel.y() > foot.ball.y() + 0.01, "the heel is at {}", foot.heel.y());
}

#[test]
fn in_a_bridge_head_and_shoulders_stay_on_the_floor() {
    for level in Level::ALL {
        for (time, body) in frames(catalogue::find("banded-glute-bridge").unwrap().at(*level).motion) {
            let parts: Vec<ContactPart> = body.contacts().iter().map(|contact| contact.part).collect();
            let lies = [ContactPart::Head, ContactPart::Shoulders].iter().all(|part| parts.contains(part));
            assert!(lies, "{level:?} at {time:.2} s: {parts:?}");
        }
    }
}

#[test]
fn in_a_dead_bug_back_seat_and_head_stay_on_the_floor() {
    for level in Level::ALL {
        for (time, body) in frames(catalogue::find("banded-dead-bug").unwrap().at(*level).motion) {
            let parts: Vec<ContactPart> = body.contacts().iter().map(|contact| contact.part).collect();
            let lies =
                [ContactPart::Head, ContactPart::Back, ContactPart::Seat].iter().all(|part| parts.contains(part));
            assert!(lies, "{level:?} at {time:.2} s: {parts:?}");
        }
    }
}
