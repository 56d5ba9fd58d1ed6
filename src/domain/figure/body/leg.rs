//! The joints of a leg, from angles or from the place of its foot.

use super::inverse::bent;
use super::proportions::{ANKLE, BALL, FOOT, HEEL, HIP_HALF, SHANK, THIGH};
use super::{LegBones, sign};
use crate::domain::figure::pose::{Foot, Swing};
use crate::domain::figure::vector::{Frame, Vector, turned, vector};

pub(super) fn hip_joint(hips: Vector, pelvis: &Frame, side: usize) -> Vector {
    hips + pelvis.right * (sign(side) * HIP_HALF)
}

pub(super) fn free_leg(hip: Vector, swing: &Swing, pelvis: &Frame, side: usize) -> LegBones {
    let outward = pelvis.right * sign(side);
    let straight = turned(pelvis.up * -1.0, pelvis.forward, swing.hip);
    let thigh = turned(straight, outward, swing.out);
    let front =
        turned(turned(pelvis.forward, pelvis.up, swing.hip), turned(outward, straight * -1.0, swing.out), swing.turn);
    let shank = turned(thigh, front * -1.0, swing.knee);
    let shin = turned(front, thigh, swing.knee);
    let ahead = turned(shin, shank * -1.0, swing.foot);
    let knee = hip + thigh * THIGH;
    let ankle = knee + shank * SHANK;
    let sole = ankle + turned(shank, shin, swing.foot) * ANKLE;
    let ball = sole + ahead * BALL;
    let toe = sole + ahead * (FOOT - HEEL);
    // The toes bend at the ground.
    let toe = vector(toe.x, toe.y.max(ball.y.min(0.0)), toe.z);
    LegBones { hip, knee, ankle, heel: sole - ahead * HEEL, ball, toe, front, planted: false }
}

/// The direction of the toes on the ground.
pub(super) fn toes(foot: &Foot, ground: &Frame, side: usize) -> Vector {
    turned(ground.forward, ground.right * sign(side), foot.out)
}

pub(super) fn planted_leg(hip: Vector, foot: &Foot, ground: &Frame, side: usize) -> LegBones {
    let ahead = toes(foot, ground, side);
    let ball = vector(foot.x, foot.y, foot.z) + ahead * BALL;
    let back = turned(ahead * -1.0, Vector::UP, foot.heel);
    let ankle = ball + back * BALL + turned(Vector::UP, ahead, foot.heel) * ANKLE;
    let pole = turned(ahead, ground.right.beside(ahead).unit() * sign(side), foot.knee);
    let knee = bent(hip, ankle, THIGH, SHANK, pole);
    LegBones {
        hip,
        knee,
        ankle,
        heel: ball + back * (BALL + HEEL),
        ball,
        toe: ball + ahead * (FOOT - HEEL - BALL),
        // In the plane of the bent leg, on the side that it bends to.
        front: pole.beside((ankle - hip).unit()).beside((knee - hip).unit()).unit(),
        planted: true,
    }
}
