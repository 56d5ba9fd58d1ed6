//! Working muscles in the picture.

use mainspring::domain::catalogue::{self, Level};
use mainspring::domain::figure::{MotionSampler, Picture, Point, Skeleton, View};

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
