//! The extent of a figure and its props, as balls: wherever they are seen from, they are as large.

use super::props::Pieces;
use crate::domain::figure::body::{BodyPoint, Skeleton};
use crate::domain::figure::camera::Camera;
use crate::domain::figure::motion::Prop;
use crate::domain::figure::vector::{Vector, vector};

/// The balls of a body but its head: half-way between two points, with their radii in thousandths.
static BALLS: [(BodyPoint, BodyPoint, u8); 13] = [
    (BodyPoint::Hips, BodyPoint::Hips, 100),
    (BodyPoint::Waist, BodyPoint::Waist, 80),
    (BodyPoint::Shoulders, BodyPoint::Shoulders, 90),
    (BodyPoint::Knee, BodyPoint::Knee, 36),
    (BodyPoint::Ankle, BodyPoint::Ankle, 25),
    (BodyPoint::Heel, BodyPoint::Heel, 14),
    (BodyPoint::Ball, BodyPoint::Ball, 34),
    (BodyPoint::Toe, BodyPoint::Toe, 22),
    (BodyPoint::Heel, BodyPoint::Toe, 34),
    (BodyPoint::Shoulder, BodyPoint::Shoulder, 60),
    (BodyPoint::Elbow, BodyPoint::Elbow, 30),
    (BodyPoint::Wrist, BodyPoint::Wrist, 34),
    (BodyPoint::Tip, BodyPoint::Tip, 25),
];

/// Adds the balls of a body.
pub(in crate::domain::figure) fn body_balls(body: &Skeleton, balls: &mut Vec<(Vector, f32)>) {
    let head = vector(0.006, 0.066, 0.0);
    balls.push((body.head.beyond(body.neck, head), 0.078));
    for &(one, other, radius) in &BALLS {
        for side in 0..2 {
            let middle = body.point(one, side).towards(body.point(other, side), 0.5);
            balls.push((middle, f32::from(radius) / 1000.0));
        }
    }
}

/// Adds the balls of what is held or stood on.
pub(in crate::domain::figure) fn prop_balls(
    body: &Skeleton,
    props: &[Prop],
    time: f32,
    balls: &mut Vec<(Vector, f32)>,
) {
    let camera = Camera::at(0.0, 0.0);
    let mut pieces =
        Pieces { camera: &camera, depths: Vec::new(), rooms: Vec::new(), parts: Vec::new(), balls: Some(balls) };
    for prop in props {
        pieces.prop(body, None, prop, time);
    }
}
