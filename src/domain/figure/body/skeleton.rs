//! From a pose to the positions of the joints: angles by forward kinematics, planted feet and hands by two-bone inverse
//! kinematics, and the hips by contacts and the balance law.

use super::arm::{Shoulder, neutral, shoulder_joint, upper_arm};
use super::inverse::angle;
use super::leg::{free_leg, hip_joint, kneeling_leg, planted_leg};
use super::limb::angles;
use super::proportions::{
    FOOT_MASS, FOREARM_MASS, HAND_MASS, HEAD_MASS, LIMB_CENTRE, SHANK_MASS, THIGH, THIGH_MASS, TRUNK_MASS,
    UPPER_ARM_MASS,
};
use super::trunk::Trunk;
use super::{ArmBones, BodyPoint, Hold, LegBones, hold};
use crate::domain::figure::pose::{Arm, Hand, HandAngles, HandRest, Leg, Pose, Reach, RestingPart, Swing};
use crate::domain::figure::vector::{Frame, Vector, degrees, turned};

/// Tolerance for the centre of mass: a tenth of the smallest unit in a written path.
const NEAR: f32 = 1e-5;

/// The parts of the limbs: their ends, the share of the way to their centre of mass, and their mass.
static LIMB_MASSES: [(BodyPoint, BodyPoint, f32, f32); 6] = [
    (BodyPoint::Hip, BodyPoint::Knee, LIMB_CENTRE, THIGH_MASS),
    (BodyPoint::Knee, BodyPoint::Ankle, LIMB_CENTRE, SHANK_MASS),
    (BodyPoint::Heel, BodyPoint::Toe, 0.5, FOOT_MASS),
    (BodyPoint::Shoulder, BodyPoint::Elbow, LIMB_CENTRE, UPPER_ARM_MASS),
    (BodyPoint::Elbow, BodyPoint::Wrist, LIMB_CENTRE, FOREARM_MASS),
    (BodyPoint::Wrist, BodyPoint::Tip, 0.5, HAND_MASS),
];

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

    /// The body in `pose`, but with this support. Most of a body moves with its hips: a few steps find their position.
    pub(in crate::domain::figure) fn held(pose: &Pose, hold: Hold) -> Self {
        let trunk = Trunk::of(pose);
        let mut hips = match hold {
            Hold::Hips(at) => at,
            Hold::Shoulders(at) => at - trunk.shoulders,
            Hold::Over { hips, ground } => ground.at_height(hips),
            Hold::Rest(..) | Hold::Mass(_) => Vector::default(),
        };
        let mut steps = 0;
        loop {
            if matches!(hold, Hold::Hips(_) | Hold::Over { .. }) {
                hips = trunk.reach(pose, hips);
            }
            let mut body = Self::at(pose, &trunk, hips);
            let off = match hold {
                Hold::Hips(_) | Hold::Shoulders(_) => Vector::default(),
                Hold::Rest(rest, at) => {
                    body.rest = Some(rest);
                    at - body.rest_point(rest)
                }
                Hold::Mass(at) => at - body.centre_of_mass(),
                Hold::Over { ground, .. } => (ground - body.centre_of_mass()).at_height(0.0) * 1.1,
            };
            if off.length() < NEAR || steps == 12 {
                return body;
            }
            hips = hips + off;
            if let Hold::Over { hips: height, .. } = hold {
                hips = hips.at_height(height);
            }
            steps += 1;
        }
    }

    /// Slope of half a ball under a body in `pose`: it tips to the right with the chest, less under two feet than under one.
    pub(in crate::domain::figure) fn tip(pose: &Pose) -> f32 {
        let both = pose.legs.iter().all(|leg| matches!(leg, Leg::Planted(_)));
        Trunk::of(pose).chest.up.z() * if both { 0.5 } else { 1.0 }
    }

    fn at(pose: &Pose, trunk: &Trunk, hips: Vector) -> Self {
        let shoulders = hips + trunk.shoulders;
        let (head, neck) = trunk.head(pose, hips);
        let leg = |side: usize| {
            let hip = hip_joint(hips, &trunk.pelvis, side);
            match &pose.legs[side] {
                Leg::Kneeling(knee) => kneeling_leg(hip, knee, &trunk.ground, side),
                Leg::Free(swing) => free_leg(hip, swing, &trunk.pelvis, side),
                Leg::Planted(foot) => planted_leg(hip, foot, [&trunk.ground, &trunk.pelvis], side),
                Leg::Stepping(foot, swing, share) => {
                    let leg = planted_leg(hip, foot, [&trunk.ground, &trunk.pelvis], side);
                    if *share <= 0.0 {
                        return leg;
                    }
                    let mut there = leg_angles(&leg, &trunk.pelvis, side);
                    there.blend(swing, *share);
                    free_leg(hip, &there, &trunk.pelvis, side)
                }
            }
        };
        let legs = [leg(0), leg(1)];
        let on_body = |hand: &Hand, side: usize| {
            let leg: &LegBones = &legs[side];
            let up = (leg.hip - leg.knee).unit();
            let thigh = Frame { forward: leg.front, up, right: leg.front.cross(up) };
            let (origin, axes) = match hand.on {
                None => (Vector::default(), &Frame::STANDING),
                Some(HandRest::Pelvis) => (hips, &trunk.pelvis),
                Some(HandRest::Chest) => (shoulders, &trunk.chest),
                Some(HandRest::Head) => (neck, &head),
                Some(HandRest::Thigh) => (leg.knee, &thigh),
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
    pub(super) extern "C" fn rest_point(&self, rest: RestingPart) -> Vector {
        match rest {
            RestingPart::Seat => self.hips.raised(-0.056) - self.pelvis.forward.at_height(0.0) * 0.02,
            RestingPart::Back => self.waist.towards(self.shoulders, 0.6) - self.chest.forward * 0.057,
            RestingPart::SideOfHip => {
                let lower = if self.pelvis.right.y() < 0.0 { 1.0 } else { -1.0 };
                self.hips + self.pelvis.right * (0.0975 * lower)
            }
            RestingPart::Thigh => {
                let [right, left] = &self.legs;
                ((right.hip + right.knee + left.hip + left.knee) * 0.25).raised(-0.2 * THIGH)
            }
        }
    }

    /// The centre of mass of the whole body.
    #[must_use]
    pub extern "C" fn centre_of_mass(&self) -> Vector {
        let mut sum = (self.neck + self.head.up * 0.06) * HEAD_MASS;
        let mut add = |from: Vector, to: Vector, share: f32, mass: f32| sum = sum + from.towards(to, share) * mass;
        add(self.waist, self.hips.towards(self.shoulders, 0.5), 0.5, TRUNK_MASS);
        for side in 0..2 {
            for &(from, to, share, mass) in &LIMB_MASSES {
                add(self.point(from, side), self.point(to, side), share, mass);
            }
        }
        sum
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
        arm_angles(&self.chest, [upper, arm.front], angle(fore, arm.front, upper), side)
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
        let roll = angle(inside, -fold, straight);
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
    let (thigh, shank) = ((leg.knee - leg.hip).unit(), (leg.ankle - leg.knee).unit());
    let [hip, out, turn] = angles(pelvis, [thigh, leg.front], side);
    let knee = angle(shank, -leg.front, thigh);
    let sole = (leg.ball - leg.heel).unit();
    let shin = turned(leg.front, thigh, knee);
    let foot = angle(sole, -shank, shin);
    let top = turned(-shank, -shin, foot);
    Swing { hip, out, turn, knee, foot, toes: angle((leg.toe - leg.ball).unit(), top, sole) }
}

/// The angles of an arm with these directions of its upper arm and its front.
pub(in crate::domain::figure) fn arm_angles(
    chest: &Frame,
    [upper, front]: [Vector; 2],
    elbow: f32,
    side: usize,
) -> Reach {
    let [raise, out, turn] = angles(chest, [upper, front], side);
    Reach { raise, out, turn: -turn, elbow }
}

/// The directions of the upper arm and its front at these angles, in the axes of a standing body.
pub(in crate::domain::figure) fn arm_directions(reach: &Reach, side: usize) -> [Vector; 2] {
    upper_arm(&Frame::STANDING, reach, side)
}

/// +1 for the right side, −1 for the left.
#[inline(never)]
pub(in crate::domain::figure) const extern "C" fn sign(side: usize) -> f32 {
    if side == 0 { 1.0 } else { -1.0 }
}
