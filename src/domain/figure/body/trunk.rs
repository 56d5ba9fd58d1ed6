//! The trunk of a pose: pelvis, waist, chest, neck and head, and the place of the hips at which all contacts are reached.

use super::arm::{Shoulder, elbow, shoulder_joint};
use super::leg::{hip_joint, knee_and_shank, planted_foot};
use super::proportions::{FOREARM, NECK, SHANK, SKULL, SKULL_RADIUS, THIGH, TRUNK, UPPER_ARM, WAIST};
use crate::domain::figure::pose::{Arm, Leg, Pose};
use crate::domain::figure::vector::{Frame, Vector, within};

/// A trunk with its hips at the origin.
pub(super) struct Trunk {
    /// The axes of the ground: its forward is that of the body.
    pub(super) ground: Frame,
    pub(super) pelvis: Frame,
    pub(super) loin: Frame,
    pub(super) chest: Frame,
    pub(super) waist: Vector,
    pub(super) shoulders: Vector,
}

/// A limb between a joint of the trunk (from the hips) and a point on the ground, with its least and its greatest length.
type Tie = (Vector, Vector, [f32; 2]);

impl Trunk {
    pub(super) fn of(pose: &Pose) -> Self {
        let ground = Frame::STANDING.swivelled(pose.turn);
        let pelvis = ground.pitched(pose.lean).rolled(pose.tilt).swivelled(pose.roll);
        let loin = pelvis.pitched(pose.spine * 0.5).rolled(pose.side * 0.5).swivelled(pose.twist * 0.4);
        let chest = pelvis.pitched(pose.spine).rolled(pose.side).swivelled(pose.twist);
        let waist = pelvis.up * (TRUNK * WAIST);
        let shoulders = waist + chest.up * (TRUNK * (1.0 - WAIST));
        Self { ground, pelvis, loin, chest, waist, shoulders }
    }

    /// The axes of the head, and the top of the neck; the back of the head rests on its pillow if it has one.
    pub(super) fn head(&self, pose: &Pose, hips: Vector) -> (Frame, Vector) {
        let nodded = |nod: f32| {
            let head = self.chest.pitched(nod).rolled(pose.head_tilt).swivelled(pose.head_turn);
            (head, hips + self.shoulders + (self.chest.up + head.up).unit() * NECK)
        };
        let mut nod = pose.nod;
        if let Some(pillow) = pose.pillow {
            for _ in 0..8 {
                let (head, neck) = nodded(nod);
                let skull = neck + head.forward * SKULL[0] + head.up * SKULL[1];
                // A degree lifts a lying head by a 440th of the standing height.
                nod += within((pillow + SKULL_RADIUS - skull.y()) * 440.0, -30.0, 30.0);
            }
        }
        nodded(nod)
    }

    /// The place of the hips that is nearest to `at` and lets every limb reach what it stands on.
    pub(super) extern "C" fn reach(&self, pose: &Pose, at: Vector) -> Vector {
        let ties = self.ties(pose);
        let mut at = at;
        for _ in 0..40 {
            let before = at;
            for (joint, end, [least, most]) in ties.iter().flatten() {
                let way = at + *joint - *end;
                at = at + way.unit() * (within(way.length(), *least, *most) - way.length());
            }
            if at == before {
                break;
            }
        }
        at
    }

    fn ties(&self, pose: &Pose) -> [Option<Tie>; 4] {
        let leg = |side: usize| {
            let hip = hip_joint(Vector::default(), &self.pelvis, side);
            Some(match &pose.legs[side] {
                Leg::Planted(foot) => (hip, planted_foot(foot, &self.ground, side).ankle, [0.1, THIGH + SHANK - 2e-5]),
                Leg::Kneeling(knee) => (hip, knee_and_shank(knee, &self.ground, side)[0], [THIGH; 2]),
                Leg::Free(_) | Leg::Stepping(..) => return None,
            })
        };
        let arm = |side: usize| {
            let hand = &pose.hands[side];
            let joint = self.shoulders + shoulder_joint(&self.chest, side, hand);
            let shoulder = Shoulder { joint, chest: &self.chest, ground: &self.ground, side, hand };
            Some(match &pose.arms[side] {
                Arm::Palm(palm) => (joint, shoulder.palm(palm).0, [0.1, UPPER_ARM + FOREARM - 2e-5]),
                Arm::Forearm(forearm) => (joint, elbow(forearm), [UPPER_ARM; 2]),
                Arm::Swing(_) | Arm::Hand(_) => return None,
            })
        };
        [leg(0), leg(1), arm(0), arm(1)]
    }
}
