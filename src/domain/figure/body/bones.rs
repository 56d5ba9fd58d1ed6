//! The joints of a leg and of an arm.

use crate::domain::figure::vector::Vector;

/// The joints of a leg.
#[derive(Clone, Copy, Debug, PartialEq)]
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
}
