//! The joints of a leg and of an arm.

use super::Skeleton;
use crate::domain::figure::pose::HandShape;
use crate::domain::figure::vector::Vector;

/// The joints of a leg.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LegBones {
    /// The hip joint.
    pub hip: Vector,
    /// The knee.
    pub knee: Vector,
    /// The ankle.
    pub ankle: Vector,
    /// The heel, at the sole.
    pub heel: Vector,
    /// The hinge of the toes, at the sole.
    pub ball: Vector,
    /// The tip of the toes.
    pub toe: Vector,
    /// Direction of the kneecap, at right angles to the thigh.
    pub front: Vector,
    /// True for a planted foot.
    pub planted: bool,
    /// True for a foot in the air, on its way to another place.
    pub steps: bool,
    /// True for a leg on its knee.
    pub kneels: bool,
}

/// The joints of an arm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ArmBones {
    /// The shoulder joint.
    pub shoulder: Vector,
    /// The elbow.
    pub elbow: Vector,
    /// The wrist.
    pub wrist: Vector,
    /// The tip of the hand.
    pub tip: Vector,
    /// The direction to which the elbow bends, at right angles to the upper arm.
    pub front: Vector,
    /// The direction that the palm faces, at right angles to the hand.
    pub palm: Vector,
    /// The shapes between which the hand is, and its share of the way from the first to the second.
    pub shape: (HandShape, HandShape, f32),
    /// The part of it that is on a surface.
    pub contact: ArmContact,
}

/// A point of the body: in the middle, or of one side.
#[derive(Clone, Copy)]
pub(in crate::domain::figure) enum BodyPoint {
    Hips,
    Waist,
    Shoulders,
    Hip,
    Knee,
    Ankle,
    Heel,
    Ball,
    Toe,
    Shoulder,
    Elbow,
    Wrist,
    Tip,
}

impl Skeleton {
    /// The position of a point; of one in the middle the same on both sides.
    #[inline(never)]
    pub(in crate::domain::figure) extern "C" fn point(&self, point: BodyPoint, side: usize) -> Vector {
        let (leg, arm) = (&self.legs[side % 2], &self.arms[side % 2]);
        match point {
            BodyPoint::Hips => self.hips,
            BodyPoint::Waist => self.waist,
            BodyPoint::Shoulders => self.shoulders,
            BodyPoint::Hip => leg.hip,
            BodyPoint::Knee => leg.knee,
            BodyPoint::Ankle => leg.ankle,
            BodyPoint::Heel => leg.heel,
            BodyPoint::Ball => leg.ball,
            BodyPoint::Toe => leg.toe,
            BodyPoint::Shoulder => arm.shoulder,
            BodyPoint::Elbow => arm.elbow,
            BodyPoint::Wrist => arm.wrist,
            BodyPoint::Tip => arm.tip,
        }
    }
}

/// The part of an arm that is on a surface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArmContact {
    /// No part.
    None,
    /// The palm.
    Palm,
    /// The knuckles.
    Fist,
    /// The forearm.
    Forearm,
    /// The elbow alone.
    Elbow,
}
