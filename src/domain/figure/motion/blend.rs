//! A pose between two key poses.

use super::{Easing, Key};
use crate::domain::figure::body::{Hold, Skeleton, hold};
use crate::domain::figure::pose::{Arm, Foot, Hand, Leg, Pose, Reach, Root, Swing};
use crate::domain::figure::vector::{Vector, vector};

/// A key pose with all interpolated values.
#[derive(Clone, Copy, Debug)]
pub(super) struct Keyframe {
    pub(super) at: f32,
    pub(super) easing: Easing,
    pub(super) pose: Pose,
    pub(super) hold: Hold,
    pub(super) hips: Vector,
    pub(super) swings: [Swing; 2],
    pub(super) reaches: [Reach; 2],
}

impl Keyframe {
    pub(super) fn of(key: &Key) -> Self {
        let body = Skeleton::of(&key.pose);
        Self {
            at: key.at,
            easing: key.easing,
            pose: key.pose,
            hold: hold(&key.pose),
            hips: body.hips,
            swings: [body.swing(0), body.swing(1)],
            reaches: [body.reach(0), body.reach(1)],
        }
    }
}

/// Minimum-jerk from rest to rest (Flash and Hogan 1985); a key with `Flow` has speed at its end.
pub(super) fn eased(time: f32, from: Easing, to: Easing) -> f32 {
    let t = match from {
        // A push accelerates faster than it slows down.
        Easing::Drive => time * (1.35 - 0.35 * time),
        _ => time,
    };
    let (start, end) = (speed(from), speed(to));
    let (t3, t4, t5) = (t * t * t, t * t * t * t, t * t * t * t * t);
    let rest = 10.0 * t3 - 15.0 * t4 + 6.0 * t5;
    let leave = t - 6.0 * t3 + 8.0 * t4 - 3.0 * t5;
    let arrive = -4.0 * t3 + 7.0 * t4 - 3.0 * t5;
    rest + start * leave + end * arrive
}

/// The speed at a key, relative to an even motion.
const fn speed(easing: Easing) -> f32 {
    match easing {
        Easing::Flow => 1.0,
        Easing::Settle | Easing::Drive | Easing::Hold => 0.0,
    }
}

fn mix(from: f32, to: f32, share: f32) -> f32 {
    from + (to - from) * share
}

pub(super) fn mixed_trunk(from: &Pose, to: &Pose, share: f32) -> Pose {
    Pose {
        lean: mix(from.lean, to.lean, share),
        tilt: mix(from.tilt, to.tilt, share),
        turn: mix(from.turn, to.turn, share),
        spine: mix(from.spine, to.spine, share),
        side: mix(from.side, to.side, share),
        nod: mix(from.nod, to.nod, share),
        ..*from
    }
}

pub(super) fn mixed_hold(from: &Keyframe, to: &Keyframe, share: f32) -> Hold {
    match (from.hold, to.hold) {
        (Hold::Over { hips, ground }, Hold::Over { hips: other, ground: there }) => {
            Hold::Over { hips: mix(hips, other, share), ground: ground.towards(there, share) }
        }
        (Hold::Shoulders(one), Hold::Shoulders(other)) => Hold::Shoulders(one.towards(other, share)),
        _ => Hold::Hips(from.hips.towards(to.hips, share)),
    }
}

pub(super) fn mixed_leg(from: &Keyframe, to: &Keyframe, share: f32, side: usize) -> Leg {
    match (from.pose.legs[side], to.pose.legs[side]) {
        (Leg::Planted(one), Leg::Planted(other)) => {
            let lifted = !trails(&from.pose, side) && !trails(&to.pose, side);
            Leg::Planted(stepped(&one, &other, share, lifted))
        }
        _ => Leg::Free(mixed_swing(&from.swings[side], &to.swings[side], share)),
    }
}

/// True if a foot on the ground bears no weight: it slides, as in tracing the floor.
fn trails(pose: &Pose, side: usize) -> bool {
    matches!(pose.root, Root::Balanced { right, .. } if if side == 0 { right <= 0.0 } else { right >= 1.0 })
}

/// A foot that stays, slides, or steps: a `lifted` one rises the more the farther it moves.
fn stepped(from: &Foot, to: &Foot, share: f32, lifted: bool) -> Foot {
    let way = vector(to.x - from.x, 0.0, to.z - from.z).length();
    let height = if lifted && way > 0.01 { 4.0 * share * (1.0 - share) } else { 0.0 };
    let lift = height * (0.012 + 0.10 * way);
    // A foot leaves the ground from the heel.
    let peel = height * (80.0 * way).min(34.0);
    Foot {
        x: mix(from.x, to.x, share),
        y: mix(from.y, to.y, share) + lift,
        z: mix(from.z, to.z, share),
        heel: mix(from.heel, to.heel, share) + peel,
        out: mix(from.out, to.out, share),
        knee: mix(from.knee, to.knee, share),
    }
}

fn mixed_swing(from: &Swing, to: &Swing, share: f32) -> Swing {
    Swing {
        hip: mix(from.hip, to.hip, share),
        out: mix(from.out, to.out, share),
        turn: mix(from.turn, to.turn, share),
        knee: mix(from.knee, to.knee, share),
        foot: mix(from.foot, to.foot, share),
    }
}

pub(super) fn mixed_arm(from: &Keyframe, to: &Keyframe, share: f32, side: usize) -> Arm {
    if let (Arm::Hand(one), Arm::Hand(other)) = (from.pose.arms[side], to.pose.arms[side]) {
        return Arm::Hand(Hand { at: one.at.towards(other.at, share), elbow: mix(one.elbow, other.elbow, share) });
    }
    let (one, other) = (&from.reaches[side], &to.reaches[side]);
    Arm::Swing(Reach {
        raise: mix(one.raise, other.raise, share),
        out: mix(one.out, other.out, share),
        turn: mix(one.turn, other.turn, share),
        elbow: mix(one.elbow, other.elbow, share),
    })
}
