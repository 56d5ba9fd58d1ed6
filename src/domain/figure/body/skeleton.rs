//! From a pose to the positions of the joints: angles by forward kinematics, planted feet and hands by two-bone inverse
//! kinematics, and the hips by contacts and the balance law.

use super::arm::{Shoulder, neutral, shoulder_joint, upper_arm};
use super::inverse::{arc, degrees};
use super::leg::{free_leg, hip_joint, kneeling_leg, planted_leg};
use super::proportions::{
    FOOT_MASS, FOREARM_MASS, HAND_MASS, HEAD_MASS, LIMB_CENTRE, SHANK_MASS, THIGH, THIGH_MASS, TRUNK_MASS,
    UPPER_ARM_MASS,
};
use super::trunk::Trunk;
use super::{ArmBones, Hold, LegBones, hold};
use crate::domain::figure::pose::{Arm, Hand, HandAngles, HandRest, Leg, Pose, Reach, RestingPart, Swing};
use crate::domain::figure::vector::{Frame, Vector, turned, vector};

/// Tolerance for the centre of mass: a tenth of the smallest unit in a written path.
const NEAR: f32 = 1e-5;

/// A body in a pose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Skeleton {
    /// Orientation of the pelvis.
    pub pelvis: Frame,
    /// Orientation of the waist, between pelvis and chest.
    pub loin: Frame,
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
    /// Fill of the chest: −1 … 1.
    pub breath: f32,
    /// The part of trunk or thighs that rests on a surface.
    pub rest: Option<RestingPart>,
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
        let trunk = Trunk::of(pose);
        let mut rested = None;
        let hips = match hold {
            Hold::Hips(at) => trunk.reach(pose, at),
            Hold::Shoulders(at) => at - trunk.shoulders,
            Hold::Rest(rest, at) => {
                rested = Some(rest);
                at - Self::at(pose, &trunk, Vector::default()).rest_point(rest)
            }
            Hold::Over { hips, ground } => return Self::balanced(pose, &trunk, hips, ground),
            Hold::Mass(at) => at - Self::at(pose, &trunk, Vector::default()).centre_of_mass(),
        };
        Self { rest: rested, ..Self::at(pose, &trunk, hips) }
    }

    /// Slope of half a ball under a body in `pose`: it tips to the right with the chest, less under two feet than under one.
    pub(in crate::domain::figure) fn tip(pose: &Pose) -> f32 {
        let both = pose.legs.iter().all(|leg| matches!(leg, Leg::Planted(_)));
        Trunk::of(pose).chest.up.z() * if both { 0.5 } else { 1.0 }
    }

    /// Most of the body moves with the hips: a few steps find the position.
    fn balanced(pose: &Pose, trunk: &Trunk, height: f32, ground: Vector) -> Self {
        let mut at = trunk.reach(pose, vector(ground.x(), height, ground.z()));
        for _ in 0..12 {
            let body = Self::at(pose, trunk, at);
            let off = ground - body.centre_of_mass();
            if off.x().abs().max(off.z().abs()) < NEAR {
                return body;
            }
            at = trunk.reach(pose, vector(at.x() + 1.1 * off.x(), height, at.z() + 1.1 * off.z()));
        }
        Self::at(pose, trunk, at)
    }

    fn at(pose: &Pose, trunk: &Trunk, hips: Vector) -> Self {
        let shoulders = hips + trunk.shoulders;
        let (head, neck) = trunk.head(pose, hips);
        let leg = |side: usize| {
            let hip = hip_joint(hips, &trunk.pelvis, side);
            match pose.legs[side] {
                Leg::Planted(foot) => planted_leg(hip, &foot, [&trunk.ground, &trunk.pelvis], side),
                Leg::Free(swing) => free_leg(hip, &swing, &trunk.pelvis, side),
                Leg::Kneeling(knee) => kneeling_leg(hip, &knee, &trunk.ground, side),
                Leg::Stepping(foot, swing, share) => {
                    let planted = planted_leg(hip, &foot, [&trunk.ground, &trunk.pelvis], side);
                    if share <= 0.0 {
                        return planted;
                    }
                    let there = leg_angles(&planted, &trunk.pelvis, side).towards(&swing, share);
                    free_leg(hip, &there, &trunk.pelvis, side)
                }
            }
        };
        let legs = [leg(0), leg(1)];
        let on_body = |hand: &Hand, side: usize| {
            let leg: &LegBones = &legs[side];
            let up = (leg.hip - leg.knee).unit();
            let (origin, axes) = match hand.on {
                None => return hand.at,
                Some(HandRest::Pelvis) => (hips, trunk.pelvis),
                Some(HandRest::Chest) => (shoulders, trunk.chest),
                Some(HandRest::Head) => (neck, head),
                Some(HandRest::Thigh) => (leg.knee, Frame { forward: leg.front, up, right: leg.front.cross(up) }),
            };
            origin + axes.forward * hand.at.x() + axes.up * hand.at.y() + axes.right * hand.at.z()
        };
        let arm = |side: usize| {
            let hand = &pose.hands[side];
            let joint = shoulders + shoulder_joint(&trunk.chest, side, hand);
            let shoulder = Shoulder { joint, chest: &trunk.chest, ground: &trunk.ground, side, hand };
            match &pose.arms[side] {
                Arm::Swing(reach) => shoulder.free(reach),
                Arm::Hand(hand) => shoulder.placed(on_body(hand, side), hand.elbow),
                Arm::Palm(palm) => shoulder.on_palm(palm),
                Arm::Forearm(forearm) => shoulder.on_forearm(forearm),
            }
        };
        Self {
            arms: [arm(0), arm(1)],
            legs,
            pelvis: trunk.pelvis,
            loin: trunk.loin,
            chest: trunk.chest,
            head,
            hips,
            waist: hips + trunk.waist,
            shoulders,
            neck,
            breath: 0.0,
            rest: None,
        }
    }

    /// The point of the skin at which a part rests on a surface.
    pub(super) fn rest_point(&self, rest: RestingPart) -> Vector {
        match rest {
            RestingPart::Seat => {
                self.hips - Vector::UP * 0.056 - vector(self.pelvis.forward.x(), 0.0, self.pelvis.forward.z()) * 0.02
            }
            RestingPart::Back => self.waist.towards(self.shoulders, 0.6) - self.chest.forward * 0.057,
            RestingPart::SideOfHip => self.hips - self.pelvis.right * (0.0975 * self.pelvis.right.y().signum()),
            RestingPart::Thigh => {
                let [right, left] = self.legs.each_ref().map(|leg| leg.hip.towards(leg.knee, 0.5));
                right.towards(left, 0.5) - Vector::UP * (0.2 * THIGH)
            }
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
        leg_angles(&self.legs[side], &self.pelvis, side)
    }

    /// The angles of an arm, as [`Reach`] counts them.
    #[must_use]
    pub fn reach(&self, side: usize) -> Reach {
        let arm = &self.arms[side];
        let upper = (arm.elbow - arm.shoulder).unit();
        let fore = (arm.wrist - arm.elbow).unit();
        arm_angles(&self.chest, [upper, arm.front], degrees(fore.dot(arm.front), fore.dot(upper)), side)
    }

    /// The turn of a forearm and the bend of its wrist, as [`HandAngles`] counts them.
    #[must_use]
    pub fn wrist(&self, side: usize) -> HandAngles {
        let arm = &self.arms[side];
        let (upper, fore) = ((arm.elbow - arm.shoulder).unit(), (arm.wrist - arm.elbow).unit());
        let ahead = (arm.tip - arm.wrist).unit();
        let wrist = degrees(-arm.palm.dot(fore), ahead.dot(fore));
        let inside = turned(arm.palm, ahead, wrist);
        let [straight, fold] = neutral([upper, arm.front], fore, side);
        let joint = arm.shoulder - self.shoulders - shoulder_joint(&self.chest, side, &HandAngles::default());
        let roll = degrees(-inside.dot(fold), inside.dot(straight));
        HandAngles {
            roll,
            wrist,
            shape: arm.shape.0,
            glide: joint.dot(self.chest.forward),
            lift: joint.dot(self.chest.up),
        }
    }
}

fn leg_angles(leg: &LegBones, pelvis: &Frame, side: usize) -> Swing {
    let outward = pelvis.right * sign(side);
    let (thigh, shank) = ((leg.knee - leg.hip).unit(), (leg.ankle - leg.knee).unit());
    let hip = degrees(thigh.dot(pelvis.forward), -thigh.dot(pelvis.up));
    let out = arc(thigh.dot(outward));
    let front = turned(pelvis.forward, pelvis.up, hip);
    let side_of_thigh = turned(outward, turned(pelvis.up * -1.0, pelvis.forward, hip) * -1.0, out);
    let turn = degrees(leg.front.dot(side_of_thigh), leg.front.dot(front));
    let knee = degrees(-shank.dot(leg.front), shank.dot(thigh));
    let sole = (leg.ball - leg.heel).unit();
    let shin = turned(leg.front, thigh, knee);
    let foot = degrees(-sole.dot(shank), sole.dot(shin));
    let (toes, top) = ((leg.toe - leg.ball).unit(), turned(shank * -1.0, shin * -1.0, foot));
    Swing { hip, out, turn, knee, foot, toes: degrees(toes.dot(top), toes.dot(sole)) }
}

/// The angles of an arm with these directions of its upper arm and its front.
pub(in crate::domain::figure) fn arm_angles(
    chest: &Frame,
    [upper, front]: [Vector; 2],
    elbow: f32,
    side: usize,
) -> Reach {
    let outward = chest.right * sign(side);
    let raise = degrees(upper.dot(chest.forward), -upper.dot(chest.up));
    let out = arc(upper.dot(outward));
    let plain = turned(chest.forward, chest.up, raise);
    let side_of_arm = turned(outward, turned(chest.up * -1.0, chest.forward, raise) * -1.0, out);
    Reach { raise, out, turn: degrees(-front.dot(side_of_arm), front.dot(plain)), elbow }
}

/// The directions of the upper arm and its front at these angles, in the axes of a standing body.
pub(in crate::domain::figure) fn arm_directions(reach: &Reach, side: usize) -> [Vector; 2] {
    upper_arm(&Frame::STANDING, reach, side)
}

/// +1 for the right side, −1 for the left.
pub(in crate::domain::figure) const fn sign(side: usize) -> f32 {
    if side == 0 { 1.0 } else { -1.0 }
}
