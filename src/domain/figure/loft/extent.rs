//! The extent of a figure and its props, as balls: wherever they are seen from, they are as large.

use super::props::Pieces;
use crate::domain::figure::body::Skeleton;
use crate::domain::figure::camera::Camera;
use crate::domain::figure::motion::Prop;
use crate::domain::figure::vector::Vector;

/// Adds the balls of a body.
pub(in crate::domain::figure) fn body_balls(body: &Skeleton, balls: &mut Vec<(Vector, f32)>) {
    balls.push((body.neck + body.head.up * 0.066 + body.head.forward * 0.006, 0.078));
    balls.extend([(body.hips, 0.10), (body.waist, 0.08), (body.shoulders, 0.09)]);
    for leg in &body.legs {
        balls.extend([(leg.knee, 0.036), (leg.ankle, 0.025), (leg.heel, 0.014), (leg.ball, 0.034), (leg.toe, 0.022)]);
        balls.push((leg.heel.towards(leg.toe, 0.5), 0.034));
    }
    for arm in &body.arms {
        balls.extend([(arm.shoulder, 0.06), (arm.elbow, 0.030), (arm.wrist, 0.034), (arm.tip, 0.025)]);
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
