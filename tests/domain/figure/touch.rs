//! The muscle and the part of the body under a point of the picture.

use super::{AROUND, lines};
use mainspring::domain::figure::{
    APART, Camera, FigurePart, Muscle, Point, Pose, STAND, Skeleton, Touch, Vector, arm, best_azimuth, muscle_outline,
    part_outline,
};
use rstest::rstest;

/// Standing with the arms raised in front: they hide neither hip nor flank.
const REACHING: Pose = Pose { arms: [arm(85.0, 0.0), arm(85.0, 0.0)], ..STAND };

/// The touch at this place of the standing body in the picture.
fn touched(azimuth: f32, place: fn(&Skeleton) -> Vector) -> Option<Touch> {
    let pose = if (45.0..=135.0).contains(&azimuth.abs()) { REACHING } else { APART };
    let (body, camera) = (Skeleton::of(&pose), Camera::at(azimuth, 0.0));
    Touch::at(&body, &camera, camera.point(place(&body)), 0.0)
}

fn thigh(body: &Skeleton) -> Vector {
    body.legs[0].hip.towards(body.legs[0].knee, 0.5)
}

fn shank(body: &Skeleton) -> Vector {
    body.legs[0].knee.towards(body.legs[0].ankle, 0.3)
}

fn belly(body: &Skeleton) -> Vector {
    body.waist + body.pelvis.right * 0.02
}

fn chest(body: &Skeleton) -> Vector {
    body.waist.towards(body.shoulders, 0.6) + body.chest.right * 0.045
}

fn shoulder(body: &Skeleton) -> Vector {
    body.arms[0].shoulder
}

#[rstest]
#[case::the_front_of_the_thigh(0.0, thigh, Muscle::Quads)]
#[case::the_front_of_the_thigh_between(35.0, thigh, Muscle::Quads)]
#[case::the_back_of_the_thigh(180.0, thigh, Muscle::Hamstrings)]
#[case::the_back_of_the_thigh_between(145.0, thigh, Muscle::Hamstrings)]
#[case::the_inside_of_the_thigh(0.0, |body: &Skeleton| body.legs[0].hip.towards(body.legs[0].knee, 0.35) - body.pelvis.right * 0.041, Muscle::Adductors)]
#[case::the_shin(20.0, shank, Muscle::TibialisAnterior)]
#[case::the_calf(180.0, shank, Muscle::Calves)]
#[case::below_the_calf(180.0, |body: &Skeleton| body.legs[0].knee.towards(body.legs[0].ankle, 0.7), Muscle::Soleus)]
#[case::the_belly(0.0, belly, Muscle::Abdominals)]
#[case::the_flank(90.0, |body: &Skeleton| body.waist + body.chest.up * 0.02 + body.chest.forward * 0.02, Muscle::Obliques)]
#[case::the_lower_back(180.0, belly, Muscle::SpinalErectors)]
#[case::the_chest(0.0, chest, Muscle::Pecs)]
#[case::between_the_shoulder_blades(180.0, |body: &Skeleton| body.waist.towards(body.shoulders, 0.85) + body.chest.right * 0.03, Muscle::UpperBack)]
#[case::below_the_armpit(180.0, |body: &Skeleton| body.waist.towards(body.shoulders, 0.4) + body.chest.right * 0.06, Muscle::Lats)]
#[case::the_buttock(180.0, |body: &Skeleton| body.legs[0].hip + body.pelvis.up * 0.01, Muscle::GluteMax)]
#[case::the_side_of_the_hip(90.0, |body: &Skeleton| body.hips + body.pelvis.up * 0.03, Muscle::GluteMed)]
#[case::the_shoulder(90.0, shoulder, Muscle::Shoulders)]
#[case::the_shoulder_from_the_front(0.0, shoulder, Muscle::Shoulders)]
fn a_touch_finds_the_muscle_that_faces_the_viewer(
    #[case] azimuth: f32,
    #[case] place: fn(&Skeleton) -> Vector,
    #[case] muscle: Muscle,
) {
    assert_eq!(touched(azimuth, place).and_then(|touch| touch.muscle), Some(muscle));
}

#[rstest]
#[case::the_right_knee(0.0, |body: &Skeleton| body.legs[0].knee, FigurePart::Knee, 0)]
#[case::the_left_knee(0.0, |body: &Skeleton| body.legs[1].knee, FigurePart::Knee, 1)]
#[case::the_left_knee_from_behind(180.0, |body: &Skeleton| body.legs[1].knee, FigurePart::Knee, 1)]
#[case::the_near_knee(90.0, |body: &Skeleton| body.legs[0].knee, FigurePart::Knee, 0)]
#[case::the_foot(0.0, |body: &Skeleton| body.legs[0].ankle.towards(body.legs[0].ball, 0.5), FigurePart::Foot, 0)]
#[case::the_ankle(180.0, |body: &Skeleton| body.legs[1].ankle, FigurePart::Foot, 1)]
#[case::the_shin(0.0, shank, FigurePart::LowerLeg, 0)]
#[case::the_thigh(0.0, thigh, FigurePart::Thigh, 0)]
#[case::the_groin(0.0, |body: &Skeleton| body.legs[1].hip, FigurePart::Hip, 1)]
#[case::the_seat(180.0, |body: &Skeleton| body.legs[1].hip, FigurePart::Hip, 1)]
#[case::the_belly(0.0, belly, FigurePart::Torso, 0)]
#[case::the_lower_back(180.0, belly, FigurePart::Back, 0)]
#[case::the_face(0.0, |body: &Skeleton| body.neck + body.head.up * 0.06, FigurePart::Head, 0)]
#[case::the_upper_arm(0.0, |body: &Skeleton| body.arms[1].shoulder.towards(body.arms[1].elbow, 0.5), FigurePart::UpperArm, 1)]
#[case::the_hand(0.0, |body: &Skeleton| body.arms[0].wrist.towards(body.arms[0].tip, 0.4), FigurePart::Hand, 0)]
fn a_touch_finds_the_part_and_its_side(
    #[case] azimuth: f32,
    #[case] place: fn(&Skeleton) -> Vector,
    #[case] part: FigurePart,
    #[case] side: usize,
) {
    let found = touched(azimuth, place).unwrap();
    assert_eq!(found.part, part);
    assert!(part == FigurePart::Head || found.side == side, "{found:?}");
}

#[test]
fn a_touch_beside_the_body_finds_nothing_but_what_is_as_near_as_a_finger() {
    let body = Skeleton::of(&APART);
    for azimuth in AROUND {
        let camera = Camera::at(azimuth, 0.0);
        let ankle = camera.point(body.legs[0].ankle);
        let beside = |by: f32, around: f32| Touch::at(&body, &camera, Point { x: ankle.x + by, ..ankle }, around);
        assert_eq!(beside(0.3, 0.0), None, "from {azimuth}");
        assert_eq!(beside(0.3, 0.03), None, "from {azimuth}");
        let camera = Camera::at(0.0, 0.0);
        let knee = camera.point(body.legs[0].knee);
        // A little outside the right knee, which lies to the left in the picture.
        let point = Point { x: knee.x - 0.05, ..knee };
        assert_eq!(Touch::at(&body, &camera, point, 0.0), None);
        assert_eq!(Touch::at(&body, &camera, point, 0.03).map(|touch| touch.part), Some(FigurePart::Knee));
    }
}

#[test]
fn an_arm_hides_the_trunk_behind_it() {
    let body = Skeleton::of(&STAND);
    for (azimuth, side) in [(90.0, 0), (-90.0, 1)] {
        let camera = Camera::at(azimuth, 0.0);
        let arm = &body.arms[side];
        let touched = |at: Vector| Touch::at(&body, &camera, camera.point(at), 0.0).unwrap();
        let found = touched(arm.elbow.towards(arm.wrist, 0.3));
        assert_eq!((found.part, found.side), (FigurePart::Forearm, side));
        // The flank and its muscle lie behind.
        for share in [0.7, 0.8, 0.9] {
            let found = touched(arm.shoulder.towards(arm.elbow, share));
            assert_eq!((found.part, found.muscle), (FigurePart::UpperArm, None), "{share}");
        }
    }
}

#[rstest]
#[case::left_of_the_right_knee(|body: &Skeleton| body.legs[0].knee + body.pelvis.right * 0.05, FigurePart::Knee)]
#[case::right_of_the_left_knee(|body: &Skeleton| body.legs[1].knee - body.pelvis.right * 0.05, FigurePart::Knee)]
#[case::over_the_head(|body: &Skeleton| body.neck + body.head.up * 0.155, FigurePart::Head)]
#[case::under_the_toes(|body: &Skeleton| body.legs[0].toe - Vector::UP * 0.02, FigurePart::Foot)]
fn a_finger_finds_what_is_near_on_any_side_of_it(#[case] place: fn(&Skeleton) -> Vector, #[case] part: FigurePart) {
    let (body, camera) = (Skeleton::of(&APART), Camera::at(0.0, 0.0));
    let point = camera.point(place(&body));
    assert_eq!(Touch::at(&body, &camera, point, 0.0), None);
    assert_eq!(Touch::at(&body, &camera, point, 0.03).map(|touch| touch.part), Some(part));
}

#[rstest]
#[case::from_the_right(90.0, 0)]
#[case::from_the_left(-90.0, 1)]
fn a_muscle_of_the_far_leg_is_not_outlined_on_the_near_one(#[case] azimuth: f32, #[case] near: usize) {
    let (body, camera) = (Skeleton::of(&REACHING), Camera::at(azimuth, 0.0));
    assert_eq!(lines(&muscle_outline(&body, &camera, Muscle::Quads)).len(), 1);
    let found = Touch::at(&body, &camera, camera.point(thigh(&body)), 0.0).unwrap();
    assert_eq!((found.part, found.side), (FigurePart::Thigh, near));
}

#[test]
fn every_muscle_is_outlined_where_it_faces_the_viewer_and_a_touch_there_finds_it() {
    let body = Skeleton::of(&REACHING);
    for muscle in Muscle::ALL {
        let azimuth = best_azimuth(&body, *muscle, 90.0);
        let camera = Camera::at(azimuth, 0.0);
        let outlines = lines(&muscle_outline(&body, &camera, *muscle));
        assert!(!outlines.is_empty(), "{muscle:?} from {azimuth}");
        for outline in outlines {
            let across = outline.len() / 2;
            let found = outline.iter().zip(&outline[across..]).any(|(one, other)| {
                let between = Point { x: (one.x + other.x) * 0.5, y: (one.y + other.y) * 0.5 };
                Touch::at(&body, &camera, between, 0.0).and_then(|touch| touch.muscle) == Some(*muscle)
            });
            assert!(found, "{muscle:?} from {azimuth}");
        }
    }
}

#[rstest]
#[case::seen_already(Muscle::Quads, 50.0, 50.0..=50.0)]
#[case::behind(Muscle::Hamstrings, 0.0, 120.0..=240.0)]
#[case::before(Muscle::Abdominals, 180.0, -60.0..=60.0)]
#[case::the_shin(Muscle::TibialisAnterior, 180.0, -80.0..=80.0)]
fn the_figure_turns_to_a_muscle_that_is_hidden(
    #[case] muscle: Muscle,
    #[case] from: f32,
    #[case] to: std::ops::RangeInclusive<f32>,
) {
    let azimuth = best_azimuth(&Skeleton::of(&STAND), muscle, from);
    assert!(to.contains(&azimuth) || to.contains(&(azimuth + 360.0)), "{azimuth}");
}

#[test]
fn a_part_is_outlined_on_the_sides_that_are_asked_for() {
    let (body, camera) = (Skeleton::of(&APART), Camera::at(0.0, 0.0));
    let knees = |sides| lines(&part_outline(&body, &camera, &[FigurePart::Knee], sides));
    let sides = |lines: Vec<Vec<Point>>| -> [bool; 2] {
        // From the front the right side lies to the left.
        [lines.iter().flatten().any(|point| point.x < 0.0), lines.iter().flatten().any(|point| point.x > 0.0)]
    };
    assert_eq!(sides(knees([true, false])), [true, false]);
    assert_eq!(sides(knees([false, true])), [false, true]);
    assert_eq!(sides(knees([true, true])), [true, true]);
    assert_eq!(part_outline(&body, &camera, &[FigurePart::Back], [true; 2]), "", "the back is not seen from the front");
}
