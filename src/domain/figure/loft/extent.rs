//! The extent of a figure and its props, as balls: wherever they are seen from, they are as large.

use super::props::{BEHIND_PLATE, KETTLEBELL, OVER_PLATE, WALL_DEPTH, WALL_HALF, dowel, grips};
use crate::domain::figure::body::Skeleton;
use crate::domain::figure::motion::{BOSU_HEIGHT, Prop};
use crate::domain::figure::vector::{Vector, vector};

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
    for prop in props {
        match *prop {
            Prop::Dowel => balls.extend(dowel(body).map(|end| (end, 0.009))),
            Prop::Kettlebell { x, from, until } => {
                let is_held = (from..until).contains(&time);
                let top = if is_held { grips(body) } else { vector(x, KETTLEBELL, 0.0) };
                balls.extend([(top - Vector::UP * 0.02, 0.04), (top - Vector::UP * 0.086, 0.057)]);
            }
            Prop::Straps { x, y } => {
                for side in [-WALL_HALF, WALL_HALF] {
                    balls.extend(
                        [0.0, y + OVER_PLATE].map(|height| (vector(x + BEHIND_PLATE + WALL_DEPTH, height, side), 0.0)),
                    );
                }
            }
            Prop::Bosu { x, z } => {
                let middle = vector(x, BOSU_HEIGHT - 0.02, z);
                for (aside, ahead) in
                    [(0.18, 0.0), (-0.18, 0.0), (0.0, 0.18), (0.0, -0.18), (0.13, 0.13), (-0.13, -0.13)]
                {
                    balls.push((middle + vector(ahead, 0.0, aside), 0.03));
                }
            }
            Prop::Pillow { x, z } => {
                balls.extend([-0.13, 0.13].map(|ahead| (vector(x + ahead, 0.02, z), 0.06)));
            }
            Prop::LoopBand(_) | Prop::LongBand { .. } | Prop::EyesClosed => {}
        }
    }
}
