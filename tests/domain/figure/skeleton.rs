//! Joints, balance, and held poses.

use mainspring::domain::catalogue;
use mainspring::domain::figure::{
    Easing, Leg, Motion, MotionSampler, Pose, Root, STAND, STILL, Skeleton, Vector, flat, key, planted, swing, vector,
};
use rstest::rstest;

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
fn a_direction_that_is_turned_all_the_way_to_another_one_is_that_one() {
    for degrees in -179..180_i16 {
        let (sin, cos) = f32::from(degrees).to_radians().sin_cos();
        let there = vector(cos, sin, 0.0);
        let off = (Vector::FORWARD.towards_direction(there, 1.0) - there).length();
        assert!(off < 2e-6, "{off} off at {degrees} degrees");
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
        assert!((mass.x() - 0.016).abs() < 0.001 && (mass.z() - 0.03).abs() < 0.001, "{mass:?}");
    }
}

#[test]
fn a_held_pose_breathes_and_stays() {
    const HELD: Motion = Motion { keys: &[key(0.0, Easing::Hold, STAND)], ..STILL };
    let sampler = MotionSampler::of(&HELD);
    let heights: Vec<f32> = (0..38_u8).map(|tenth| sampler.at(f32::from(tenth) / 10.0).shoulders.x()).collect();
    let (least, most) = heights.iter().fold((f32::MAX, f32::MIN), |(a, b), x| (a.min(*x), b.max(*x)));
    assert!(most - least > 0.0005 && most - least < 0.004, "{least} … {most}");
}

#[test]
fn who_stands_on_one_leg_sways_and_ends_where_she_began() {
    let sampler = MotionSampler::of(catalogue::find("single-leg-balance").unwrap().levels.base.motion);
    let sideways: Vec<f32> = (0..40_u8).map(|step| sampler.at(1.5 + f32::from(step) / 10.0).shoulders.z()).collect();
    let (least, most) = sideways.iter().fold((f32::MAX, f32::MIN), |(a, b), z| (a.min(*z), b.max(*z)));
    assert!(most - least > 0.002 && most - least < 0.02, "{least} … {most}");
}
