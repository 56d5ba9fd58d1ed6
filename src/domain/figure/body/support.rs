//! The support of a body: hips, shoulders or balanced feet.

use super::leg::{knee_and_shank, surface};
use super::proportions::{BALL, HEEL, SHANK};
use crate::domain::figure::pose::{Foot, Leg, Pose, RestingPart, Root};
use crate::domain::figure::vector::{Frame, Vector, vector, within};

/// The support of a body, with numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(u8)]
pub(in crate::domain::figure) enum Hold {
    /// At this height, with the centre of mass over this point of the ground (its `y` is not used).
    Over { hips: f32, ground: Vector },
    /// The middle of the hips is at this position.
    Hips(Vector),
    /// The middle of the shoulders is at this position.
    Shoulders(Vector),
    /// A part of the body rests at this position.
    Rest(RestingPart, Vector),
    /// The centre of mass is at this position: in flight.
    Mass(Vector),
}

/// The support of `pose`; a balanced one is over the middle of its feet, each by its share.
pub(in crate::domain::figure) fn hold(pose: &Pose) -> Hold {
    match pose.root {
        Root::Hips(at) => Hold::Hips(at),
        Root::Shoulders(at) => Hold::Shoulders(at),
        Root::Rest(rest, at) => Hold::Rest(rest, at),
        Root::Balanced { hips, right } => Hold::Over { hips, ground: under(pose, right) },
    }
}

/// The point of the ground under the centre of mass.
extern "C" fn under(pose: &Pose, right: f32) -> Vector {
    let ground = Frame::STANDING.swivelled(pose.turn);
    let middle = |side: usize| match pose.legs[side] {
        Leg::Planted(foot) => Some(sole_middle(&foot, &ground, side)),
        Leg::Kneeling(knee) => {
            let [middle, shank] = knee_and_shank(&knee, &ground, side);
            Some(middle + shank * (0.5 * SHANK))
        }
        Leg::Free(_) | Leg::Stepping(..) => None,
    };
    match (middle(0), middle(1)) {
        (Some(one), Some(other)) => other.towards(one, right),
        (one, other) => one.or(other).unwrap_or_default(),
    }
}

/// The middle of the part of a sole that carries weight; of a lifted heel, the ball, of a lifted ball, the heel.
extern "C" fn sole_middle(foot: &Foot, ground: &Frame, side: usize) -> Vector {
    let ahead = surface(foot, ground, side).forward;
    let (toward_heel, toward_ball) =
        (within(1.0 - foot.heel / 30.0, 0.0, 1.0), within(1.0 + foot.heel / 30.0, 0.0, 1.0));
    vector(foot.x, foot.y, foot.z)
        + ahead * (BALL * toward_ball * (1.0 - 0.5 * toward_heel) - HEEL * toward_heel * (1.0 - 0.5 * toward_ball))
}
