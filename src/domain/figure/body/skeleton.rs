//! From a pose to the positions of the joints: angles by forward kinematics, planted feet and hands by two-bone inverse
//! kinematics, and the hips by the balance law.

use super::arm::{free_arm, placed_arm};
use super::inverse::{arc, degrees};
use super::leg::{free_leg, hip_joint, planted_leg};
use super::proportions::{
    FOOT_MASS, FOREARM_MASS, HAND_MASS, HEAD_MASS, LIMB_CENTRE, NECK, SHANK_MASS, THIGH_MASS, TRUNK, TRUNK_MASS,
    UPPER_ARM_MASS, WAIST,
};
use super::{ArmBones, Hold, LegBones, hold};
use crate::domain::figure::pose::{Arm, Leg, Pose, Reach, Swing};
use crate::domain::figure::vector::{Frame, Vector, turned, vector};

/// Tolerance for the centre of mass: a tenth of the smallest unit in a written path.
const NEAR: f32 = 1e-5;

/// A body in a pose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Skeleton {
    /// Orientation of the pelvis.
    pub pelvis: Frame,
    /// Orientation of the chest.
    pub chest: Frame,
    /// Orientation of the head.
    pub head: Frame,
    /// The middle of the hip joints.
    pub hips: Vector,
    /// The point at which the trunk bends.
    pub waist: Vector,
    /// The middle of the shoulder joints.
    pub shoulders: Vector,
    /// The top of the neck.
    pub neck: Vector,
    /// Right and left leg.
    pub legs: [LegBones; 2],
    /// Right and left arm.
    pub arms: [ArmBones; 2],
}

impl Skeleton {
    /// The body in `pose`.
    #[must_use]
    pub fn of(pose: &Pose) -> Self {
        Self::held(pose, hold(pose))
    }

    /// The body in `pose`, but with this support.
    pub(in crate::domain::figure) fn held(pose: &Pose, hold: Hold) -> Self {
        match hold {
            Hold::Hips(at) => Self::at(pose, at),
            Hold::Shoulders(at) => {
                let (_, _, _, shoulders) = trunk(pose, Vector::default());
                Self::at(pose, at - shoulders)
            }
            Hold::Over { hips, ground } => Self::balanced(pose, hips, ground),
        }
    }

    /// Most of the body moves with the hips: a few steps find the position.
    fn balanced(pose: &Pose, height: f32, ground: Vector) -> Self {
        let mut at = vector(ground.x, height, ground.z);
        for _ in 0..12 {
            let body = Self::at(pose, at);
            let off = ground - body.centre_of_mass();
            if off.x.abs().max(off.z.abs()) < NEAR {
                return body;
            }
            at = vector(at.x + 1.1 * off.x, height, at.z + 1.1 * off.z);
        }
        Self::at(pose, at)
    }

    fn at(pose: &Pose, hips: Vector) -> Self {
        let (pelvis, chest, waist, shoulders) = trunk(pose, hips);
        let head = chest.pitched(pose.nod);
        let ground = Frame::STANDING.swivelled(pose.turn);
        let leg = |side: usize| match pose.legs[side] {
            Leg::Planted(foot) => planted_leg(hip_joint(hips, &pelvis, side), &foot, &ground, side),
            Leg::Free(swing) => free_leg(hip_joint(hips, &pelvis, side), &swing, &pelvis, side),
        };
        let arm = |side: usize| match pose.arms[side] {
            Arm::Swing(reach) => free_arm(shoulders, &chest, &reach, side),
            Arm::Hand(hand) => placed_arm(shoulders, &chest, &hand, side),
        };
        Self {
            neck: shoulders + (chest.up + head.up).unit() * NECK,
            legs: [leg(0), leg(1)],
            arms: [arm(0), arm(1)],
            pelvis,
            chest,
            head,
            hips,
            waist,
            shoulders,
        }
    }

    /// The centre of mass of the whole body.
    #[must_use]
    pub fn centre_of_mass(&self) -> Vector {
        let limb = |from: Vector, to: Vector, mass: f32| from.towards(to, LIMB_CENTRE) * mass;
        let trunk = self.waist.towards(self.hips.towards(self.shoulders, 0.5), 0.5) * TRUNK_MASS;
        let head = (self.neck + self.head.up * 0.06) * HEAD_MASS;
        let legs = self.legs.iter().map(|leg| {
            let foot = leg.heel.towards(leg.toe, 0.5) * FOOT_MASS;
            limb(leg.hip, leg.knee, THIGH_MASS) + limb(leg.knee, leg.ankle, SHANK_MASS) + foot
        });
        let arms = self.arms.iter().map(|arm| {
            let hand = arm.wrist.towards(arm.tip, 0.5) * HAND_MASS;
            limb(arm.shoulder, arm.elbow, UPPER_ARM_MASS) + limb(arm.elbow, arm.wrist, FOREARM_MASS) + hand
        });
        legs.chain(arms).fold(trunk + head, |sum, part| sum + part)
    }

    /// The angles of a leg, as [`Swing`] counts them.
    #[must_use]
    pub fn swing(&self, side: usize) -> Swing {
        let leg = &self.legs[side];
        let outward = self.pelvis.right * sign(side);
        let (thigh, shank) = ((leg.knee - leg.hip).unit(), (leg.ankle - leg.knee).unit());
        let hip = degrees(thigh.dot(self.pelvis.forward), -thigh.dot(self.pelvis.up));
        let out = arc(thigh.dot(outward));
        let plain = free_leg(leg.hip, &Swing { hip, out, turn: 0.0, knee: 0.0, foot: 0.0 }, &self.pelvis, side);
        let side_of_thigh = turned(outward, turned(self.pelvis.up * -1.0, self.pelvis.forward, hip) * -1.0, out);
        let turn = degrees(leg.front.dot(side_of_thigh), leg.front.dot(plain.front));
        let knee = degrees(-shank.dot(leg.front), shank.dot(thigh));
        let sole = (leg.ball - leg.heel).unit();
        let shin = turned(leg.front, thigh, knee);
        Swing { hip, out, turn, knee, foot: degrees(-sole.dot(shank), sole.dot(shin)) }
    }

    /// The angles of an arm, as [`Reach`] counts them.
    #[must_use]
    pub fn reach(&self, side: usize) -> Reach {
        let arm = &self.arms[side];
        let outward = self.chest.right * sign(side);
        let (upper, fore) = ((arm.elbow - arm.shoulder).unit(), (arm.wrist - arm.elbow).unit());
        let raise = degrees(upper.dot(self.chest.forward), -upper.dot(self.chest.up));
        let out = arc(upper.dot(outward));
        let plain = Reach { raise, out, turn: 0.0, elbow: 0.0 };
        let plain = free_arm(self.shoulders, &self.chest, &plain, side);
        let side_of_arm = turned(outward, turned(self.chest.up * -1.0, self.chest.forward, raise) * -1.0, out);
        let turn = degrees(-arm.front.dot(side_of_arm), arm.front.dot(plain.front));
        Reach { raise, out, turn, elbow: degrees(fore.dot(arm.front), fore.dot(upper)) }
    }
}

fn trunk(pose: &Pose, hips: Vector) -> (Frame, Frame, Vector, Vector) {
    let pelvis = Frame::STANDING.swivelled(pose.turn).pitched(pose.lean).rolled(pose.tilt);
    let chest = pelvis.pitched(pose.spine).rolled(pose.side);
    let waist = hips + pelvis.up * (TRUNK * WAIST);
    (pelvis, chest, waist, waist + chest.up * (TRUNK * (1.0 - WAIST)))
}

/// +1 for the right side, −1 for the left.
pub(in crate::domain::figure) const fn sign(side: usize) -> f32 {
    if side == 0 { 1.0 } else { -1.0 }
}
