//! Working muscles in the picture.

use super::{is_on, lines, looks, points_of, shapes};
use mainspring::domain::catalogue::{self, Level};
use mainspring::domain::figure::{
    Camera, Figure, Ink, Look, Muscle, Muscles, Order, Pose, STAND, Scene, Skeleton, arm, best_azimuth,
};
use std::collections::BTreeMap;

#[test]
fn working_muscles_are_those_of_the_text_and_lie_on_the_body() {
    for exercise in catalogue::all() {
        for level in Level::ALL {
            assert_eq!(exercise.at(*level).motion.muscles, exercise.muscles, "{} {level:?}", exercise.id);
        }
    }
    let mut seen: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for (name, scene, time, view) in looks(16) {
        if scene.motion.muscles.primary.is_empty() {
            continue;
        }
        let shapes = shapes(&scene, time, view);
        let body = Figure::silhouette(&scene.sampler.at(time), &view.camera());
        let marks = [Ink::Primary, Ink::Secondary].map(|ink| points_of(&shapes, &[ink]));
        for at in marks.iter().flatten() {
            assert!(is_on(&body, *at, 0.012), "{name} at {time} from {view:?}");
        }
        let counts = seen.entry(name).or_default();
        counts.iter_mut().zip(marks).for_each(|(count, points)| *count += points.len());
    }
    assert!(seen.values().all(|counts| counts.iter().all(|count| *count > 0)), "{seen:?}");
}

#[test]
fn a_leg_in_the_air_does_not_work_while_the_other_one_carries() {
    let scene = Scene::of(catalogue::find("single-leg-deadlift").unwrap().levels.base.motion);
    let camera = scene.from(-90.0).camera();
    let drawn = |body: &Skeleton| -> usize {
        let shapes = scene.shapes(body, 2.0, &camera, &mut Order::default());
        let marks = shapes.iter().filter(|shape| matches!(shape.ink, Ink::Primary | Ink::Secondary));
        marks.map(|shape| lines(&shape.path).len()).sum()
    };
    let mut body = scene.sampler.at(2.0);
    let one = drawn(&body);
    body.legs[1].planted = true;
    assert!(drawn(&body) > one, "the hamstrings of the lifted leg come with its foot");
}

#[test]
fn each_muscle_is_drawn_where_it_works_and_nowhere_else() {
    // The arms hide neither hip nor flank.
    let body = Skeleton::of(&Pose { arms: [arm(85.0, 0.0), arm(85.0, 0.0)], ..STAND });
    for (at, muscle) in Muscle::ALL.iter().enumerate() {
        let camera = Camera::at(best_azimuth(&body, *muscle, 90.0), 0.0);
        let silhouette = Figure::silhouette(&body, &camera);
        let drawn = |primary: &'static [Muscle], secondary: &'static [Muscle], ink: Ink| {
            let look = Look { barefoot: true, props: &[], muscles: Muscles { primary, secondary }, time: 0.0 };
            points_of(&Figure::shapes(&body, &camera, look, &mut Order::default()), &[ink])
        };
        let one = &Muscle::ALL[at..=at];
        for points in [drawn(one, &[], Ink::Primary), drawn(&[], one, Ink::Secondary)] {
            assert!(points.len() > 4, "{muscle:?}");
            assert!(points.iter().all(|point| is_on(&silhouette, *point, 0.012)), "{muscle:?} lies on the body");
        }
        assert_eq!(drawn(&[], &[], Ink::Primary), [], "{muscle:?}");
    }
}
