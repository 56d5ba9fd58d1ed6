//! A pose as `motion.toml` describes it: angles in degrees, positions in standing heights.
//!
//! Angles count from the anatomical position: standing, arms hanging. Limbs are listed right first.

use super::vector::{Vector, vector};

/// A pose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pose {
    /// The support of the body.
    pub root: Root,
    /// The pelvis leans forward; lying on the back is −90.
    pub lean: f32,
    /// The pelvis leans to the right.
    pub tilt: f32,
    /// The body is turned to its right.
    pub turn: f32,
    /// The spine is bent forward between pelvis and chest.
    pub spine: f32,
    /// The spine is bent to the right.
    pub side: f32,
    /// The head nods forward against the chest.
    pub nod: f32,
    /// Right and left leg.
    pub legs: [Leg; 2],
    /// Right and left arm.
    pub arms: [Arm; 2],
}

/// The support of the body.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Root {
    /// The hips are at this height, placed so that the centre of mass is over the planted feet.
    Balanced {
        /// Height of the hip joints' middle.
        hips: f32,
        /// The right foot's share of the weight, 0 … 1; a single planted foot carries all.
        right: f32,
    },
    /// The middle of the hip joints is at this position.
    Hips(Vector),
    /// The middle of the shoulder joints is at this position: lying, or a bridge.
    Shoulders(Vector),
}

/// A leg.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Leg {
    /// A planted foot.
    Planted(Foot),
    /// A free leg.
    Free(Swing),
}

/// A planted foot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Foot {
    /// Position of the ankle, forward.
    pub x: f32,
    /// Height of the surface under the foot.
    pub y: f32,
    /// Position of the ankle, to the right.
    pub z: f32,
    /// Degrees that the heel is lifted, turning about the ball.
    pub heel: f32,
    /// Degrees that the toes point outward.
    pub out: f32,
    /// Degrees that the knee points further outward than the toes.
    pub knee: f32,
}

/// A free leg.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swing {
    /// Hip flexion; negative behind the body.
    pub hip: f32,
    /// Hip abduction; negative across the body.
    pub out: f32,
    /// Turn of the thigh outward.
    pub turn: f32,
    /// Knee flexion.
    pub knee: f32,
    /// Dorsiflexion: toes to the shin; negative points them.
    pub foot: f32,
}

/// An arm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Arm {
    /// Given by its angles.
    Swing(Reach),
    /// Given by the position of the wrist.
    Hand(Hand),
}

/// An arm given by its angles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// Shoulder flexion: raised in front; negative behind.
    pub raise: f32,
    /// Shoulder abduction: raised to the side.
    pub out: f32,
    /// Turn of the upper arm inward.
    pub turn: f32,
    /// Elbow flexion.
    pub elbow: f32,
}

/// An arm given by the position of its hand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hand {
    /// Position of the wrist.
    pub at: Vector,
    /// Direction of the elbow: 0 down, 90 outward, 180 up.
    pub elbow: f32,
}

/// A foot flat on the ground, its ankle this far forward and to the right, pointing ahead.
#[must_use]
pub const fn flat(x: f32, z: f32) -> Foot {
    Foot { x, y: 0.0, z, heel: 0.0, out: 0.0, knee: 0.0 }
}

/// A planted leg.
#[must_use]
pub const fn planted(foot: Foot) -> Leg {
    Leg::Planted(foot)
}

/// A free leg with hip flexion, knee flexion and dorsiflexion.
#[must_use]
pub const fn swing(hip: f32, knee: f32, foot: f32) -> Leg {
    Leg::Free(Swing { hip, out: 0.0, turn: 0.0, knee, foot })
}

/// An arm raised in front and bent.
#[must_use]
pub const fn arm(raise: f32, elbow: f32) -> Arm {
    Arm::Swing(Reach { raise, out: 0.0, turn: 0.0, elbow })
}

/// An arm raised in front and to the side, its upper arm turned inward, and bent.
#[must_use]
pub const fn reach(raise: f32, out: f32, turn: f32, elbow: f32) -> Arm {
    Arm::Swing(Reach { raise, out, turn, elbow })
}

/// A hand with its wrist at this position, and the direction of its elbow (0 down, 90 outward, 180 up).
#[must_use]
pub const fn hand(x: f32, y: f32, z: f32, elbow: f32) -> Arm {
    Arm::Hand(Hand { at: vector(x, y, z), elbow })
}

/// Standing at ease: feet under the hips, arms hanging.
pub const STAND: Pose = Pose {
    root: Root::Balanced { hips: 0.526, right: 0.5 },
    lean: 2.0,
    tilt: 0.0,
    turn: 0.0,
    spine: 0.0,
    side: 0.0,
    nod: 0.0,
    legs: [planted(flat(0.0, 0.052)), planted(flat(0.0, -0.052))],
    arms: [reach(6.0, 8.0, 0.0, 12.0), reach(6.0, 8.0, 0.0, 12.0)],
};

/// Lying on the back with the legs drawn up, feet flat, arms beside the body.
pub const LIE: Pose = Pose {
    root: Root::Shoulders(vector(-0.288, 0.062, 0.0)),
    lean: -90.0,
    legs: [planted(flat(0.30, 0.06)), planted(flat(0.30, -0.06))],
    arms: [reach(-4.0, 14.0, 0.0, 4.0), reach(-4.0, 14.0, 0.0, 4.0)],
    nod: 8.0,
    ..STAND
};
