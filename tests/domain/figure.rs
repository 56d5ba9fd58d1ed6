//! The laws of the figure, held at every frame of every motion: the body keeps its lengths and its limits, feet stay
//! where they stand, nothing goes through the ground, and nobody falls over.

use mainspring::domain::catalogue::{self, Kit, Level, Measure, Sides, Variation};
use mainspring::domain::figure::{
    ANKLE_FREE, ANKLE_LOADED, CameraViews, ELBOW, Easing, FOREARM, HIP_ABDUCTION, HIP_FLEXION, Joint, KNEE, Key, Layer,
    Leg, Line, Motion, MotionSampler, Outline, Paint, Picture, Point, Pose, Prop, Range, Root, SHANK,
    SHOULDER_ABDUCTION, SHOULDER_FLEXION, SPINE, STAND, STILL, Skeleton, Stage, Still, THIGH, UPPER_ARM, Vector, View,
    flat, key, mirrored_words, planted, swing, vector,
};
use rstest::rstest;

/// Frames a second that the laws are held at.
const RATE: f32 = 30.0;

/// Every motion with its name.
fn motions() -> Vec<(String, &'static Motion, &'static Variation)> {
    let of = |exercise: &'static catalogue::Exercise| {
        Level::ALL.iter().map(move |level| {
            let variation = exercise.at(*level);
            (format!("{} {}", exercise.id, level.slug()), variation.motion, variation)
        })
    };
    catalogue::all().iter().copied().flat_map(of).collect()
}

fn frames(motion: &Motion) -> Vec<(f32, Skeleton)> {
    let sampler = MotionSampler::of(motion);
    let mut time = 0.0;
    let mut frames = Vec::new();
    while time < motion.period {
        frames.push((time, sampler.at(time)));
        time += 1.0 / RATE;
    }
    frames
}

/// Fails with what `broken` says of each frame; the worst few lines are enough.
#[track_caller]
fn hold(law: impl Fn(&Motion, f32, &Skeleton) -> Vec<String>) {
    let mut broken = Vec::new();
    for (name, motion, _) in motions() {
        for (time, body) in frames(motion) {
            broken.extend(law(motion, time, &body).into_iter().map(|what| format!("{name} at {time:.2} s: {what}")));
        }
    }
    let shown = broken.iter().take(40).cloned().collect::<Vec<_>>().join("\n");
    assert!(broken.is_empty(), "{} times broken\n{shown}", broken.len());
}

fn far(from: Vector, to: Vector) -> f32 {
    (to - from).length()
}

#[test]
fn limbs_keep_their_lengths() {
    hold(|_, _, body| {
        let legs = body
            .legs
            .iter()
            .flat_map(|leg| [("thigh", far(leg.hip, leg.knee), THIGH), ("shank", far(leg.knee, leg.ankle), SHANK)]);
        let arms = body.arms.iter().flat_map(|arm| {
            [("upper arm", far(arm.shoulder, arm.elbow), UPPER_ARM), ("forearm", far(arm.elbow, arm.wrist), FOREARM)]
        });
        let wrong = legs.chain(arms).filter(|(_, found, length)| (found - length).abs() > 2e-4);
        wrong.map(|(name, found, length)| format!("{name} is {found:.4}, not {length:.4} long")).collect()
    });
}

#[test]
fn joints_keep_their_limits() {
    // Half a degree is what single precision and the search for balance leave open.
    let within = |name: &str, side: usize, angle: f32, range: Range| {
        let right = angle >= range.from - 0.5 && angle <= range.to + 0.5;
        (!right).then(|| format!("{name} {side} is {angle:.0}°, not {} … {}", range.from, range.to))
    };
    hold(|_, _, body| {
        let side = |side: usize| {
            let (leg, arm) = (body.swing(side), body.reach(side));
            let ankle = if body.legs[side].planted { ANKLE_LOADED } else { ANKLE_FREE };
            [
                within("hip", side, leg.hip, HIP_FLEXION),
                within("hip abduction", side, leg.out, HIP_ABDUCTION),
                within("knee", side, leg.knee, KNEE),
                within("ankle", side, leg.foot, ankle),
                within("shoulder", side, arm.raise, SHOULDER_FLEXION),
                within("shoulder abduction", side, arm.out, SHOULDER_ABDUCTION),
                within("elbow", side, arm.elbow, ELBOW),
            ]
        };
        let (pelvis, chest) = (body.pelvis.up, body.chest.up);
        let spine = chest.dot(body.pelvis.forward).atan2(chest.dot(pelvis)).to_degrees();
        let spine = within("spine", 0, spine, SPINE);
        [0, 1].into_iter().flat_map(side).chain([spine]).flatten().collect()
    });
}

#[test]
fn nothing_goes_below_the_ground() {
    hold(|_, _, body| {
        let legs = body
            .legs
            .iter()
            .flat_map(|leg| [("knee", leg.knee), ("heel", leg.heel), ("ball", leg.ball), ("toe", leg.toe)]);
        let arms = body.arms.iter().flat_map(|arm| [("elbow", arm.elbow), ("wrist", arm.wrist), ("hand", arm.tip)]);
        let trunk = [("hips", body.hips), ("shoulders", body.shoulders), ("head", body.neck)];
        let low = legs.chain(arms).chain(trunk).filter(|(_, at)| at.y < -0.003);
        low.map(|(name, at)| format!("{name} at height {:.4}", at.y)).collect()
    });
}

#[test]
fn feet_that_stand_stay_where_they_are() {
    let mut broken = Vec::new();
    for (name, motion, _) in motions() {
        let (sampler, keys) = (MotionSampler::of(motion), motion.keys.to_vec());
        let pairs = keys.iter().zip(keys.iter().skip(1));
        for (one, other) in pairs {
            for side in [0, 1] {
                let (Leg::Planted(before), Leg::Planted(after)) = (one.pose.legs[side], other.pose.legs[side]) else {
                    continue;
                };
                if before != after {
                    continue;
                }
                let stood = Skeleton::of(&one.pose).legs[side];
                for step in 0..=20_u8 {
                    let time = one.at + (other.at - one.at) * f32::from(step) / 20.0;
                    let leg = sampler.at(time.min(motion.period - 1e-3)).legs[side];
                    let drift = far(leg.heel, stood.heel).max(far(leg.ball, stood.ball));
                    if drift > 0.001 {
                        broken.push(format!("{name} at {time:.2} s: foot {side} drifts by {drift:.4}"));
                    }
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn who_stands_without_support_stands_over_the_feet() {
    let mut broken = Vec::new();
    for (name, motion, _) in motions() {
        for Key { at, pose, .. } in
            motion.keys.to_vec().iter().filter(|key| matches!(key.pose.root, Root::Balanced { .. }))
        {
            let body = Skeleton::of(pose);
            let mass = body.centre_of_mass();
            let feet = body.legs.iter().filter(|leg| leg.planted);
            let ends: Vec<Vector> = feet.flat_map(|leg| [leg.heel, leg.toe]).collect();
            let (least, most) = ends.iter().fold((f32::MAX, f32::MIN), |(a, b), at| (a.min(at.x), b.max(at.x)));
            let (left, right) = ends.iter().fold((f32::MAX, f32::MIN), |(a, b), at| (a.min(at.z), b.max(at.z)));
            if mass.x < least || mass.x > most || mass.z < left - 0.0275 || mass.z > right + 0.0275 {
                broken
                    .push(format!("{name} at {at} s: the mass is over {:.3} {:.3}, the feet are not", mass.x, mass.z));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// How far the knee of a leg is outside the second toe, seen from the front; inside is negative.
fn outside_the_toe(body: &Skeleton, side: usize) -> f32 {
    let outward = if side == 0 { 1.0 } else { -1.0 };
    (body.legs[side].knee.z - body.legs[side].toe.z) * outward
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
                let flat = (leg.heel.y - leg.ball.y).abs() < 0.002;
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
            let lean = body.pelvis.up.x.atan2(body.pelvis.up.y).to_degrees();
            let (height, knee) = (body.legs[1].toe.y.max(body.legs[1].ball.y), body.swing(1).knee);
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
fn a_loop_ends_as_it_begins() {
    let mut broken = Vec::new();
    for (name, motion, _) in motions() {
        let sampler = MotionSampler::of(motion);
        let (first, last) = (sampler.at(0.0), sampler.at(motion.period - 1e-4));
        for side in [0, 1] {
            let (one, other) = (first.swing(side), last.swing(side));
            let (arm, after) = (first.reach(side), last.reach(side));
            let seams = [
                one.hip - other.hip,
                one.out - other.out,
                one.knee - other.knee,
                one.foot - other.foot,
                arm.raise - after.raise,
                arm.elbow - after.elbow,
            ];
            if seams.iter().any(|seam| seam.abs() > 0.5) || far(first.hips, last.hips) > 0.002 {
                broken.push(format!("{name}: {seams:?}"));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn no_joint_jumps_from_frame_to_frame() {
    let mut broken = Vec::new();
    for (name, motion, _) in motions() {
        for pair in frames(motion).windows(2) {
            let (before, after) = (&pair[0].1, &pair[1].1);
            let legs = [0, 1].map(|side| far(before.legs[side].knee, after.legs[side].knee));
            let arms = [0, 1].map(|side| far(before.arms[side].wrist, after.arms[side].wrist));
            let most = legs.into_iter().chain(arms).fold(0.0_f32, f32::max);
            // The fastest is a jump: 1.75 m a second and a half times that for a hand.
            if most > 0.10 {
                broken.push(format!("{name} at {:.2} s: {most:.3} in a frame", pair[1].0));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_exercise_moves_at_its_own_tempo() {
    let mut broken = Vec::new();
    for (name, motion, variation) in motions() {
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

#[test]
fn in_a_balance_the_toes_of_the_lifted_foot_are_higher_than_its_heel() {
    for level in Level::ALL {
        let foot = MotionSampler::of(catalogue::find("single-leg-balance").unwrap().at(*level).motion).at(3.5).legs[1];
        assert!(foot.toe.y > foot.heel.y + 0.015, "{level:?}: toes at {:.3}, heel at {:.3}", foot.toe.y, foot.heel.y);
    }
}

#[test]
fn in_a_lunge_the_core_is_turned_on_just_before_a_foot_leaves_the_floor() {
    let lunge = catalogue::find("lunge").unwrap();
    let core = lunge.levels.base.cues.iter().position(|cue| cue.topic == "core").unwrap();
    for level in Level::ALL {
        let motion = lunge.at(*level).motion;
        let (sampler, at) = (MotionSampler::of(motion), motion.moments[core].at);
        let lifted = |time: f32| sampler.at(time).legs.iter().any(|leg| leg.ball.y > 0.003);
        assert!(!lifted(at), "{level:?}: a foot is in the air at {at} s");
        assert!(lifted(at + 0.5), "{level:?}: no foot leaves the floor after {at} s");
    }
}

/// What the ring is to go round: nothing that the cue does not speak of.
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

#[rstest]
#[case::a_loop_band(Kit::LoopBand, "LoopBand")]
#[case::a_long_band(Kit::LongBand, "LongBand")]
#[case::a_dowel(Kit::Dowel, "Dowel")]
#[case::a_kettlebell(Kit::Kettlebell, "Kettlebell")]
#[case::straps(Kit::Straps, "Straps")]
fn who_needs_it_has_it(#[case] kit: Kit, #[case] prop: &str) {
    for (name, motion, variation) in motions() {
        let shown = motion.props.iter().any(|shown| format!("{shown:?}").starts_with(prop));
        assert_eq!(shown, variation.kit.contains(&kit), "{name}");
    }
}

#[test]
fn who_stands_on_something_soft_is_seen_to() {
    for (name, motion, variation) in motions() {
        let soft = |prop: &Prop| matches!(prop, Prop::Bosu { .. } | Prop::Pillow { .. });
        let needs = variation.kit.iter().any(|kit| matches!(kit, Kit::Bosu | Kit::SoftSurface));
        assert_eq!(motion.props.iter().any(soft), needs, "{name}");
    }
}

#[rstest]
#[case::hip_and_knee(swing(70.0, 90.0, 5.0))]
#[case::straight_behind(swing(-20.0, 2.0, -30.0))]
#[case::bent_far(swing(110.0, 130.0, 15.0))]
fn the_angles_of_a_leg_are_those_it_was_given(#[case] leg: Leg) {
    let pose =
        Pose { root: Root::Hips(vector(0.0, 0.6, 0.0)), lean: 12.0, tilt: 4.0, turn: 9.0, legs: [leg, leg], ..STAND };
    let Leg::Free(given) = leg else { unreachable!() };
    for side in [0, 1] {
        let found = Skeleton::of(&pose).swing(side);
        for (found, given) in
            [(found.hip, given.hip), (found.out, given.out), (found.knee, given.knee), (found.foot, given.foot)]
        {
            assert!((found - given).abs() < 0.05, "{found} is not {given}");
        }
    }
}

#[test]
fn the_balance_law_puts_the_mass_where_it_is_asked_to_be() {
    for (hips, lean) in [(0.52, 2.0), (0.4, 30.0), (0.3, 40.0)] {
        let pose = Pose {
            root: Root::Balanced { hips, right: 1.0 },
            lean,
            legs: [planted(flat(0.0, 0.03)), swing(20.0, 40.0, 0.0)],
            ..STAND
        };
        let mass = Skeleton::of(&pose).centre_of_mass();
        assert!((mass.x - 0.016).abs() < 0.001 && (mass.z - 0.03).abs() < 0.001, "{mass:?}");
    }
}

#[test]
fn a_held_pose_breathes_and_stays() {
    const HELD: Motion = Motion { keys: &[key(0.0, Easing::Hold, STAND)], ..STILL };
    let sampler = MotionSampler::of(&HELD);
    let heights: Vec<f32> = (0..38_u8).map(|tenth| sampler.at(f32::from(tenth) / 10.0).shoulders.x).collect();
    let (least, most) = heights.iter().fold((f32::MAX, f32::MIN), |(a, b), x| (a.min(*x), b.max(*x)));
    assert!(most - least > 0.0005 && most - least < 0.004, "{least} … {most}");
}

#[test]
fn working_muscles_are_those_of_the_text_and_lie_on_the_body() {
    for exercise in catalogue::all() {
        for level in Level::ALL {
            let motion = exercise.at(*level).motion;
            assert_eq!(motion.muscles, exercise.muscles, "{} {level:?}", exercise.id);
            let sampler = MotionSampler::of(motion);
            let (mut primary, mut secondary) = (0, 0);
            for step in 0..12_u8 {
                let time = motion.period * f32::from(step) / 12.0;
                let picture = Picture::of(motion, &sampler.at(time), motion.views.view(time, View::Side), time);
                for layer in &picture.layers {
                    let on_body = |at: &Point| {
                        let corners = layer.parts.iter().flat_map(|(_, part)| part.points());
                        corners.into_iter().any(|corner| (corner.x - at.x).hypot(corner.y - at.y) < 0.1)
                    };
                    for mark in &layer.marks {
                        assert!(mark.outline.points().iter().all(on_body), "{} {level:?} at {time}", exercise.id);
                        *(if mark.primary { &mut primary } else { &mut secondary }) += 1;
                    }
                }
            }
            assert!(primary > 0 && secondary > 0, "{} {level:?}: {primary} and {secondary}", exercise.id);
        }
    }
}

#[test]
fn a_leg_in_the_air_does_not_work_while_the_other_one_carries() {
    let motion = catalogue::find("single-leg-deadlift").unwrap().levels.base.motion;
    let drawn = |body: &Skeleton| -> usize {
        let picture = Picture::of(motion, body, View::Side, 2.0);
        picture.layers.iter().map(|layer| layer.marks.len()).sum()
    };
    let mut body = MotionSampler::of(motion).at(2.0);
    let one = drawn(&body);
    body.legs[1].planted = true;
    assert_eq!((one, drawn(&body)), (3, 4), "the far hamstrings come with the far foot");
}

#[test]
fn in_a_curtsy_the_foot_on_its_way_back_passes_behind_the_other_one() {
    let motion = catalogue::find("lunge").unwrap().levels.hard.motion;
    let body = MotionSampler::of(motion).at(10.0);
    let picture = Picture::of(motion, &body, View::Front, 10.0);
    let shoes = picture.layers.iter().flat_map(|layer| &layer.parts);
    let shoes = shoes.filter(|(paint, _)| matches!(paint, Paint::Shoe | Paint::FarShoe));
    let heights: Vec<f32> =
        shoes.map(|(_, shoe)| shoe.points().iter().map(|at| at.y).fold(f32::MAX, f32::min)).collect();
    assert!(heights[0] > heights[1] + 0.01, "the lifted shoe is painted over the other one: {heights:?}");
}

#[rstest]
#[case::bent(Level::Hard)]
#[case::straight(Level::Harder)]
fn a_long_band_runs_behind_the_head_on_its_way_to_the_far_hand(#[case] level: Level) {
    let motion = catalogue::find("banded-dead-bug").unwrap().at(level).motion;
    let sampler = MotionSampler::of(motion);
    for step in 0..=15_u8 {
        let time = 1.0 + f32::from(step) * 0.1;
        let body = sampler.at(time);
        let picture = Picture::of(motion, &body, View::Side, time);
        let hair = picture.layers.iter().position(|layer| layer.parts[0].0 == Paint::Hair).unwrap();
        let left = |layers: &[Layer]| {
            let bands = layers.iter().flat_map(|layer| &layer.parts).filter(|(paint, _)| *paint == Paint::Band);
            bands.flat_map(|(_, band)| band.points()).map(|at| at.x).fold(f32::MAX, f32::min)
        };
        let (behind, before) = (left(&picture.layers[..hair]), left(&picture.layers[hair..]));
        assert!(behind < body.arms[1].wrist.x, "it ends at {behind}, not in the hand");
        assert!(before > body.neck.x, "at {time} it lies on the head, from {before}");
    }
}

#[test]
fn from_the_front_both_straps_end_under_the_hands() {
    let motion = catalogue::find("supported-pistol-squat").unwrap().levels.base.motion;
    for time in [0.0, 1.0, 2.0, 3.0] {
        let picture = Picture::of(motion, &MotionSampler::of(motion).at(time), View::Front, time);
        let paints: Vec<Paint> = picture.layers.iter().rev().map(|layer| layer.parts[0].0).collect();
        assert_eq!(paints[..3], [Paint::Skin, Paint::Skin, Paint::Band], "arm, arm and straps at {time}");
    }
}

#[test]
fn the_sole_of_a_foot_lifted_towards_the_viewer_is_seen_level() {
    let motion = catalogue::find("single-leg-balance").unwrap().levels.base.motion;
    let body = MotionSampler::of(motion).at(3.5);
    let picture = Picture::of(motion, &body, View::Front, 3.5);
    let toe = View::Front.point(body.legs[1].toe);
    let foot = |outline: &&Outline| outline.points().iter().all(|at| (at.x - toe.x).hypot(at.y - toe.y) < 0.1);
    let mut heights: Vec<f32> = picture.outlines().find(foot).unwrap().points().iter().map(|at| at.y).collect();
    heights.sort_by(f32::total_cmp);
    assert!(heights[1] - heights[0] < 0.001 && heights[3] - heights[0] < 0.006, "{heights:?}");
}

#[rstest]
#[case::pistol("supported-pistol-squat")]
#[case::lunge("lunge")]
fn a_limb_that_points_at_the_viewer_has_no_spikes(#[case] id: &str) {
    let turn = |[a, b, c]: [Point; 3]| {
        let (one, two) = ((b.x - a.x, b.y - a.y), (c.x - b.x, c.y - b.y));
        let (cross, dot) = (one.0 * two.1 - one.1 * two.0, one.0 * two.0 + one.1 * two.1);
        cross.atan2(dot).to_degrees().abs()
    };
    let motion = catalogue::find(id).unwrap().levels.base.motion;
    for (time, body) in frames(motion) {
        let picture = Picture::of(motion, &body, View::Front, time);
        let parts = picture.layers.iter().flat_map(|layer| &layer.parts);
        for (paint, outline) in parts.filter(|(paint, _)| matches!(paint, Paint::Shorts | Paint::FarSkin)) {
            let points = outline.points();
            let at = |place: usize| points[place % points.len()];
            let turns = (0..points.len()).map(|place| turn([at(place), at(place + 1), at(place + 2)]));
            let sharpest = turns.fold(0.0, f32::max);
            let allowed = if *paint == Paint::FarSkin { 95.0 } else { 75.0 };
            assert!(sharpest < allowed, "{paint:?} at {time} turns by {sharpest} degrees");
        }
    }
}

#[test]
fn half_a_ball_tips_with_who_stands_on_it_and_stays_under_the_foot() {
    let motion = catalogue::find("single-leg-balance").unwrap().levels.harder.motion;
    let sampler = MotionSampler::of(motion);
    for view in [View::Side, View::Front] {
        let mut tips = Vec::new();
        for step in 0..140_u8 {
            let time = f32::from(step) * 0.05;
            let body = sampler.at(time);
            let picture = Picture::of(motion, &body, view, time);
            let (_, board) = picture.layers[0].parts.iter().find(|(paint, _)| *paint == Paint::Iron).unwrap();
            let [left, right] = [board.points()[0], board.points()[1]];
            for at in [body.legs[0].heel, body.legs[0].toe].map(|at| view.point(at)) {
                let height = left.y + (right.y - left.y) * (at.x - left.x) / (right.x - left.x);
                assert!((at.y - height).abs() <= 0.004, "{view:?} at {time}: {} over {height}", at.y);
            }
            tips.push(right.y - left.y);
        }
        let (least, most) = tips.iter().fold((f32::MAX, f32::MIN), |(a, b), tip| (a.min(*tip), b.max(*tip)));
        assert!(least < -0.005 && most > 0.005, "{view:?}: {least} … {most}");
    }
}

#[test]
fn a_shadow_lies_under_what_is_near_the_ground_and_fades_in_the_air() {
    let motion = catalogue::find("deep-squat").unwrap().levels.harder.motion;
    let sampler = MotionSampler::of(motion);
    let height = |time: f32| {
        let picture = Picture::of(motion, &sampler.at(time), View::Side, time);
        picture.shadow.iter().flat_map(Outline::points).map(|point| point.y).fold(0.0, f32::max)
    };
    assert!(height(1.5) > 0.008 && height(2.7) < height(1.5) * 0.6, "{} {}", height(1.5), height(2.7));
}

#[test]
fn who_stands_on_one_leg_sways_and_ends_where_she_began() {
    let sampler = MotionSampler::of(catalogue::find("single-leg-balance").unwrap().levels.base.motion);
    let sideways: Vec<f32> = (0..40_u8).map(|step| sampler.at(1.5 + f32::from(step) / 10.0).shoulders.z).collect();
    let (least, most) = sideways.iter().fold((f32::MAX, f32::MIN), |(a, b), z| (a.min(*z), b.max(*z)));
    assert!(most - least > 0.002 && most - least < 0.02, "{least} … {most}");
}

/// Every outline of some pictures, a line each: name, then its points in thousandths of the standing height.
fn outlines() -> Vec<(String, Vec<i32>)> {
    let seen = |(id, time, view): (&str, f32, View)| {
        let motion = catalogue::find(id).unwrap().levels.base.motion;
        let picture = Picture::of(motion, &MotionSampler::of(motion).at(time), view, time);
        let line = |(at, outline): (usize, &Outline)| {
            let points = outline.points().iter().flat_map(|point| [point.x, point.y]);
            #[allow(clippy::cast_possible_truncation, reason = "a picture is a few thousand units wide")]
            let points = points.map(|length| (length * 1000.0).round() as i32).collect();
            (format!("{id} {time} {view:?} {at}"), points)
        };
        picture.outlines().enumerate().map(line).collect::<Vec<_>>()
    };
    let pictures = [
        ("deep-squat", 0.0, View::Side),
        ("deep-squat", 2.0, View::Front),
        ("banded-glute-bridge", 2.0, View::Side),
        ("single-leg-deadlift", 2.0, View::Side),
    ];
    pictures.into_iter().flat_map(seen).collect()
}

/// A change of the body is seen here; looked at in `make figures` and wanted, it is taken over with
/// `ACCEPT=1 cargo test --no-default-features outlines`.
#[test]
fn the_outlines_are_those_that_were_looked_at() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/domain/fixtures/figure/outlines.txt");
    let drawn = outlines();
    if std::env::var_os("ACCEPT").is_some() {
        let words = |points: &[i32]| points.iter().map(i32::to_string).collect::<Vec<_>>().join(" ");
        let lines: Vec<String> = drawn.iter().map(|(name, points)| format!("{name}: {}", words(points))).collect();
        std::fs::write(file, lines.join("\n") + "\n").unwrap();
    }
    let kept = std::fs::read_to_string(file).unwrap();
    assert_eq!(kept.lines().count(), drawn.len());
    for (line, (name, points)) in kept.lines().zip(&drawn) {
        let (kept_name, kept) = line.split_once(": ").unwrap();
        let kept: Vec<i32> = kept.split(' ').map(|number| number.parse().unwrap()).collect();
        // Sines differ in their last digit from machine to machine.
        let alike = kept.len() == points.len() && kept.iter().zip(points).all(|(one, other)| (one - other).abs() <= 1);
        assert!(kept_name == name && alike, "{name} was {kept:?} and is {points:?}");
    }
}

/// Where the lines and curves of a path end, in its own units: what the browser makes of it.
fn ends(path: &str) -> Vec<(i32, i32)> {
    let mut ends = Vec::new();
    for part in path.split('M').skip(1) {
        let numbers = |text: &str| -> Vec<i32> {
            text.replace('-', " -").split_whitespace().map(|number| number.parse().unwrap()).collect()
        };
        let (start, rest) = part.trim_end_matches('z').split_once(['c', 'l']).unwrap();
        let mut here = (0, 0);
        let mut go = |by: &[i32]| {
            here = (here.0 + by[by.len() - 2], here.1 + by[by.len() - 1]);
            ends.push(here);
        };
        go(&numbers(start));
        match rest.split_once('s') {
            Some((first, others)) => {
                go(&numbers(first));
                numbers(others).chunks(4).for_each(go);
            }
            None => numbers(rest).chunks(2).for_each(go),
        }
    }
    ends
}

#[test]
fn what_is_written_goes_through_the_points_of_every_outline_and_back_to_the_first() {
    #[allow(clippy::cast_possible_truncation, reason = "a picture is a few thousand units wide")]
    let place = |at: &Point| ((at.x * 1e4).round_ties_even() as i32, (at.y * -1e4).round_ties_even() as i32);
    for (name, motion, _) in motions() {
        let picture = Picture::of(motion, &MotionSampler::of(motion).at(1.7), motion.views.view(1.7, View::Side), 1.7);
        let written = ends(&picture.silhouette());
        let mut from = 0;
        for outline in picture.outlines() {
            let mut points: Vec<_> = outline.points().iter().map(place).collect();
            let loop_of = &written[from..=from + points.len()];
            from += points.len() + 1;
            assert_eq!((loop_of[0], loop_of[points.len()]), (points[0], points[0]), "{name}");
            // Either way round.
            if loop_of[1] != points[1] {
                points[1..].reverse();
            }
            assert_eq!(loop_of[..points.len()], points, "{name}");
        }
        assert_eq!(from, written.len(), "{name}");
    }
}

#[test]
fn every_part_is_painted_once_and_lined_once() {
    for (name, motion, _) in motions() {
        let picture = Picture::of(motion, &MotionSampler::of(motion).at(1.7), motion.views.view(1.7, View::Side), 1.7);
        let outlines = |wanted: &dyn Fn(&str) -> bool| -> usize {
            picture.paths().iter().filter(|path| wanted(path.class)).map(|path| path.shape.matches('M').count()).sum()
        };
        let marks = ["fig-shadow", "fig-keyline", "fig-secondary", "fig-primary"];
        let parts = picture.outlines().count();
        assert_eq!(outlines(&|class| class == "fig-edge" || class.starts_with("fig-lined")), parts, "{name}");
        assert_eq!(outlines(&|class| class != "fig-edge" && !marks.contains(&class)), parts, "{name}");
    }
}

#[test]
fn a_cut_changes_the_view_and_nothing_else_does() {
    let lunge = catalogue::find("lunge").unwrap().levels.hard.motion;
    let views = [1.0, 4.0, 7.0, 10.0].map(|time| lunge.views.view(time, View::Side));
    assert_eq!(views, [View::Side, View::Front, View::Side, View::Front]);
    assert_eq!(CameraViews::Both.view(1.0, View::Front), View::Front);
    assert_eq!(CameraViews::One(View::Side).view(1.0, View::Front), View::Side);
}

#[test]
fn a_still_shows_where_it_goes_and_everything_is_on_stage() {
    for (name, motion, _) in motions() {
        let sampler = MotionSampler::of(motion);
        for view in [View::Side, View::Front] {
            let still = Still::of(motion, &sampler, view);
            assert!(still.ghost.starts_with('M') && !still.picture.layers.is_empty(), "{name}");
            let stage = Stage::of(motion, &sampler, view);
            for (time, body) in frames(motion) {
                let (x, y) = body.mark(Joint::Head, motion.views.view(time, view));
                let inside = (stage.left..stage.left + stage.width).contains(&x)
                    && (stage.top..stage.top + stage.height).contains(&y);
                assert!(inside, "{name} at {time:.2} s from {view:?}: the head is at {x} {y}, off {stage:?}");
            }
        }
    }
}

/// The numbers of a path.
fn numbers(path: &str) -> Vec<f32> {
    path.split(|c: char| c.is_ascii_alphabetic() || c == ' ').filter_map(|word| word.parse().ok()).collect()
}

/// Whether a point is inside a line through points (even-odd rule).
fn is_inside(outline: &Outline, (x, y): (f32, f32)) -> bool {
    let points = outline.points();
    let pairs = points.iter().zip(points.iter().cycle().skip(1));
    let left = |(a, b): &(&Point, &Point)| (a.y > y) != (b.y > y) && x < a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y);
    pairs.filter(left).count() % 2 == 1
}

#[test]
fn the_arrow_of_a_still_leads_past_the_body_and_stays_on_stage() {
    for (name, motion, _) in motions() {
        let sampler = MotionSampler::of(motion);
        for asked in [View::Side, View::Front] {
            let still = Still::of(motion, &sampler, asked);
            let stage = Stage::of(motion, &sampler, asked);
            let [x, y, via_x, via_y, to_x, to_y, ..] = numbers(&still.arrow)[..] else {
                assert!(name.contains("single-leg-balance"), "{name} goes somewhere");
                continue;
            };
            assert!((to_x - x).hypot(to_y - y) >= 100.0, "{name} {asked:?}: an arrow too short to be seen");
            let at = |share: f32| {
                let mix = |a: f32, b: f32, c: f32| {
                    a * (1.0 - share) * (1.0 - share) + 2.0 * b * share * (1.0 - share) + c * share * share
                };
                (mix(x, via_x, to_x), mix(y, via_y, to_y))
            };
            let way: Vec<(f32, f32)> = (0..=20_u8).map(|look| at(f32::from(look) / 20.0)).collect();
            for (x, y) in &way {
                let [left, top, width] = [stage.left, stage.top, stage.width].map(|side| i16::try_from(side).unwrap());
                let (left, right, top) = (f32::from(left), f32::from(left + width), f32::from(top));
                assert!((left..=right).contains(x) && (top..=0.0).contains(y), "{name} {asked:?}: {x} {y}");
            }
            let on_body = |&&(x, y): &&(f32, f32)| {
                still.picture.outlines().any(|outline| is_inside(outline, (x / 1000.0, -y / 1000.0)))
            };
            // Its head may lie on what it points at.
            let covered = way[..15].iter().filter(on_body).count();
            assert!(covered <= 4, "{name} {asked:?}: {covered} of 15 points of the arrow lie on the body");
        }
    }
}

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
            let Some(line @ Line::KneeOverToe(_)) = moment.line else { continue };
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
