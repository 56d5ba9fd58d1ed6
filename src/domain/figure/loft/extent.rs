//! The extent of a figure and its props, as balls: wherever they are seen from, they are as large.

use super::props::Pieces;
use crate::domain::figure::body::Skeleton;
use crate::domain::figure::camera::Camera;
use crate::domain::figure::motion::Prop;
use crate::domain::figure::vector::Vector;

/// Adds the balls of a body.
pub(in crate::domain::figure) fn body_balls(body: &Skeleton, balls: &mut Vec<(Vector, f32)>) {
    let mut add = |at: Vector, radius: f32| balls.push((at, radius));
    add(body.neck + body.head.up * 0.066 + body.head.forward * 0.006, 0.078);
    add(body.hips, 0.10);
    add(body.waist, 0.08);
    add(body.shoulders, 0.09);
    for leg in &body.legs {
        add(leg.knee, 0.036);
        add(leg.ankle, 0.025);
        add(leg.heel, 0.014);
        add(leg.ball, 0.034);
        add(leg.toe, 0.022);
        add(leg.heel.towards(leg.toe, 0.5), 0.034);
    }
    for arm in &body.arms {
        add(arm.shoulder, 0.06);
        add(arm.elbow, 0.030);
        add(arm.wrist, 0.034);
        add(arm.tip, 0.025);
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
