//! The joints of an arm, from angles or from the place of its hand.

use super::inverse::bent;
use super::proportions::{FOREARM, HAND, SHOULDER_HALF, UPPER_ARM};
use super::{ArmBones, sign};
use crate::domain::figure::pose::{Hand, Reach};
use crate::domain::figure::vector::{Frame, Vector, turned};

fn shoulder_joint(shoulders: Vector, chest: &Frame, side: usize) -> Vector {
    shoulders + chest.right * (sign(side) * SHOULDER_HALF) - chest.up * 0.012
}

pub(super) fn free_arm(shoulders: Vector, chest: &Frame, reach: &Reach, side: usize) -> ArmBones {
    let outward = chest.right * sign(side);
    let straight = turned(chest.up * -1.0, chest.forward, reach.raise);
    let upper = turned(straight, outward, reach.out);
    let inward = turned(outward, straight * -1.0, reach.out) * -1.0;
    let front = turned(turned(chest.forward, chest.up, reach.raise), inward, reach.turn);
    let shoulder = shoulder_joint(shoulders, chest, side);
    let elbow = shoulder + upper * UPPER_ARM;
    let fore = turned(upper, front, reach.elbow);
    let wrist = elbow + fore * FOREARM;
    ArmBones { shoulder, elbow, wrist, tip: wrist + fore * (0.8 * HAND), front }
}

pub(super) fn placed_arm(shoulders: Vector, chest: &Frame, hand: &Hand, side: usize) -> ArmBones {
    let shoulder = shoulder_joint(shoulders, chest, side);
    let pole = turned(chest.up * -1.0, chest.right * sign(side), hand.elbow);
    let elbow = bent(shoulder, hand.at, UPPER_ARM, FOREARM, pole);
    let upper = (elbow - shoulder).unit();
    let fore = (hand.at - elbow).unit();
    let front = fore.beside(upper);
    let front = if front.length() > 1e-3 { front.unit() } else { (pole * -1.0).beside(upper).unit() };
    ArmBones { shoulder, elbow, wrist: elbow + fore * FOREARM, tip: elbow + fore * (FOREARM + 0.8 * HAND), front }
}
