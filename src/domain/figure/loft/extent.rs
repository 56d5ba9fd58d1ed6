//! The extent of a figure and its props, as balls: wherever they are seen from, they are as large.

use super::props::{corners, dowel, weight_balls};
use crate::domain::figure::body::Skeleton;
use crate::domain::figure::motion::{BOSU_HEIGHT, BandEnd, Grip, Prop};
use crate::domain::figure::vector::{Vector, vector};

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
    for prop in props {
        match *prop {
            Prop::Dowel => balls.extend(dowel(body).map(|end| (end, 0.009))),
            Prop::Weight { shape, grip, at, from, until } => {
                let is_held = (from..until).contains(&time);
                balls.extend(weight_balls(body, shape, if is_held { grip } else { Grip::None }, at));
            }
            Prop::Block { middle, half, .. } => balls.extend(corners(middle, half).map(|corner| (corner, 0.0))),
            Prop::Backpack => {
                let back = body.shoulders - body.chest.forward * 0.1;
                balls.extend([0.0, 0.08, 0.16].map(|down| (back - body.chest.up * down, 0.09)));
            }
            Prop::JumpRope { .. } => {
                for arm in &body.arms {
                    let reach = arm.wrist.y();
                    for (ahead, up) in [(0.0, 1.24), (0.8, 0.8), (-0.8, 0.8), (1.1, 0.0), (-1.1, 0.0)] {
                        balls.push((arm.wrist + vector(ahead * reach, up * reach, 0.0), 0.01));
                    }
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
            Prop::PassingGround { speed } => {
                balls.extend([0.4, -0.4].map(|along| (speed.unit() * along, 0.0)));
            }
            Prop::LongBand { ends, .. } => {
                for end in ends {
                    if let BandEnd::Anchor(at) = end {
                        balls.push((at, 0.02));
                    }
                }
            }
            Prop::LoopBand(_) | Prop::Straps { .. } | Prop::EyesClosed => {}
        }
    }
}
