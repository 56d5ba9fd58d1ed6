//! Poses written by contacts: limits, ground, reach and balance of each, and contacts that stay where they are.

use super::balance::outside;
use super::far;
use super::poses::{
    ALL_FOURS, BACK_TO_A_WALL, BRIDGE_ON_A_STEP, DEEP_KNEELING, FACE_DOWN, FOREARM_PLANK, HALF_KNEELING,
    HANDS_ON_A_WALL, HEELS_ONLY, ON_A_CHAIR, ON_FISTS, ON_THE_SIDE, ON_TIPTOE, SIDE_PLANK, TALL_KNEELING,
};
use mainspring::domain::figure::{
    ContactPart, Easing, Key, LIE, Motion, MotionSampler, Pose, Root, STILL, Skeleton, key, vector,
};
use rstest::rstest;

/// A pose, and the parts that it is on.
#[rstest]
#[case::on_all_fours(ALL_FOURS, &[ContactPart::Shin, ContactPart::Palm])]
#[case::on_knees_and_fists(ON_FISTS, &[ContactPart::Shin, ContactPart::Fist])]
#[case::plank_on_forearms(FOREARM_PLANK, &[ContactPart::Ball, ContactPart::Toes, ContactPart::Forearm])]
#[case::side_plank(SIDE_PLANK, &[ContactPart::Forearm])]
#[case::half_kneeling(HALF_KNEELING, &[ContactPart::Sole, ContactPart::Shin])]
#[case::kneeling_tall(TALL_KNEELING, &[ContactPart::Shin])]
#[case::kneeling_deep(DEEP_KNEELING, &[ContactPart::Shin])]
#[case::bridge_with_the_feet_on_a_step(BRIDGE_ON_A_STEP, &[ContactPart::Sole, ContactPart::Head])]
#[case::seated_on_a_chair(ON_A_CHAIR, &[ContactPart::Sole, ContactPart::Seat])]
#[case::seated_on_the_heels_of_the_feet(HEELS_ONLY, &[ContactPart::Heel, ContactPart::Seat])]
#[case::back_to_a_wall(BACK_TO_A_WALL, &[ContactPart::Sole, ContactPart::Back])]
#[case::on_the_side(ON_THE_SIDE, &[ContactPart::SideOfHip])]
#[case::face_down(FACE_DOWN, &[ContactPart::Thigh])]
#[case::on_the_back(LIE, &[ContactPart::Sole, ContactPart::Shoulders])]
#[case::hands_on_a_wall(HANDS_ON_A_WALL, &[ContactPart::Sole, ContactPart::Palm])]
#[case::on_tiptoe(ON_TIPTOE, &[ContactPart::Ball, ContactPart::Toes])]
fn a_pose_of_contacts_keeps_the_laws(#[case] pose: Pose, #[case] parts: &[ContactPart]) {
    let body = Skeleton::of(&pose);
    let contacts = body.contacts();
    for part in parts {
        assert!(contacts.iter().any(|contact| contact.part == *part), "{part:?} is not in {contacts:?}");
    }
    for joint in body.joint_angles() {
        assert!((joint.range.from - 0.5..=joint.range.to + 0.5).contains(&joint.angle), "{joint:?}");
    }
    for leg in &body.legs {
        assert!((far(leg.hip, leg.knee) - 0.245).abs() < 2e-4, "a thigh of {}", far(leg.hip, leg.knee));
        assert!((far(leg.knee, leg.ankle) - 0.246).abs() < 2e-4, "a shank of {}", far(leg.knee, leg.ankle));
        assert!([leg.knee, leg.heel, leg.ball, leg.toe].iter().all(|at| at.y() > -0.003), "{leg:?}");
    }
    for arm in &body.arms {
        assert!(
            (far(arm.shoulder, arm.elbow) - 0.186).abs() < 2e-4,
            "an upper arm of {}",
            far(arm.shoulder, arm.elbow)
        );
        assert!((far(arm.elbow, arm.wrist) - 0.146).abs() < 2e-4, "a forearm of {}", far(arm.elbow, arm.wrist));
        assert!([arm.elbow, arm.wrist, arm.tip].iter().all(|at| at.y() > -0.003), "{arm:?}");
    }
    let off = outside(body.centre_of_mass(), &contacts);
    let leans_on_a_wall = parts.contains(&ContactPart::Back) || contacts.iter().any(|contact| contact.at.y() > 0.4);
    assert!(leans_on_a_wall || off < 0.008, "the mass is {off:.3} outside of {contacts:?}");
}

/// Between two poses with the same contacts, all of these stay where they are.
#[rstest]
#[case::rocking_on_all_fours(ALL_FOURS, Pose { root: Root::Hips(vector(-0.06, 0.28, 0.0)), lean: 78.0, ..ALL_FOURS })]
#[case::a_plank_that_breathes(FOREARM_PLANK, Pose { root: Root::Hips(vector(0.02, 0.19, 0.0)), lean: 86.0, ..FOREARM_PLANK })]
#[case::half_kneeling_forward(HALF_KNEELING, Pose { root: Root::Hips(vector(0.05, 0.27, 0.0)), ..HALF_KNEELING })]
#[case::turning_on_all_fours(ALL_FOURS, Pose { twist: 14.0, ..ALL_FOURS })]
fn contacts_stay_where_they_are(#[case] one: Pose, #[case] other: Pose) {
    let keys: Vec<Key> = vec![key(0.0, Easing::Settle, one), key(2.0, Easing::Settle, other)];
    let sampler = MotionSampler::of(&Motion { period: 4.0, keys: keys.leak(), ..STILL });
    let first = sampler.at(0.0).contacts();
    for step in 0..40_u8 {
        let now = sampler.at(f32::from(step) / 10.0);
        let contacts = now.contacts();
        assert_eq!(contacts.len(), first.len(), "at {step}: {contacts:?}");
        for (was, is) in first.iter().zip(&contacts) {
            assert!(far(was.at, is.at) <= 0.001, "{:?} drifts by {} at {step}", is.part, far(was.at, is.at));
        }
    }
}
