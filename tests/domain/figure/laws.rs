//! The laws of the body: it keeps its lengths and limits, stands where it stands and never jumps.

use super::{far, frames, hold, motions};
use mainspring::domain::figure::{
    FOREARM, JointAngle, Key, Leg, MotionSampler, Prop, Root, SHANK, Skeleton, THIGH, UPPER_ARM, Vector,
};

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
    hold(|_, _, body| {
        let wrong = |joint: &JointAngle| {
            let JointAngle { angle, range, .. } = *joint;
            !(angle >= range.from - 0.5 && angle <= range.to + 0.5)
        };
        let told = |JointAngle { name, side, angle, range }: JointAngle| {
            format!("{name} {side} is {angle:.0}°, not {} … {}", range.from, range.to)
        };
        body.joint_angles().into_iter().filter(wrong).map(told).collect()
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
        let low = legs.chain(arms).chain(trunk).filter(|(_, at)| at.y() < -0.003);
        low.map(|(name, at)| format!("{name} at height {:.4}", at.y())).collect()
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
                    // Half a ball tips, and the feet on it go up and down with it.
                    let tips = motion.props.iter().any(|prop| matches!(prop, Prop::Bosu { .. }));
                    let level = |at: Vector| if tips { at.at_height(0.0) } else { at };
                    let moved = |now: Vector, before: Vector| far(level(now), level(before));
                    let drift = moved(leg.heel, stood.heel).max(moved(leg.ball, stood.ball));
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
            let (least, most) = ends.iter().fold((f32::MAX, f32::MIN), |(a, b), at| (a.min(at.x()), b.max(at.x())));
            let (left, right) = ends.iter().fold((f32::MAX, f32::MIN), |(a, b), at| (a.min(at.z()), b.max(at.z())));
            if mass.x() < least || mass.x() > most || mass.z() < left - 0.0275 || mass.z() > right + 0.0275 {
                broken.push(format!(
                    "{name} at {at} s: the mass is over {:.3} {:.3}, the feet are not",
                    mass.x(),
                    mass.z()
                ));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
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
