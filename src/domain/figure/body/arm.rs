//! The joints of an arm, from angles or from the place of its hand or elbow.

use super::inverse::bent;
use super::limb::directions;
use super::proportions::{ELBOW_RADIUS, FIST, FOREARM, HAND, LYING, PALM_HEIGHT, SHOULDER_HALF, UPPER_ARM};
use super::{ArmBones, ArmContact, sign};
use crate::domain::figure::pose::{Forearm, HandAngles, HandShape, Palm, Reach};
use crate::domain::figure::vector::{Frame, Vector, turned};

/// The fixed parts of an arm: its shoulder joint, the axes of the chest and of the ground, its side and its hand.
#[derive(Clone, Copy)]
pub(super) struct Shoulder<'a> {
    pub(super) joint: Vector,
    pub(super) chest: &'a Frame,
    pub(super) ground: &'a Frame,
    pub(super) side: usize,
    pub(super) hand: &'a HandAngles,
}

/// The shoulder joint, from the middle between both; it moves with its blade.
pub(super) extern "C" fn shoulder_joint(chest: &Frame, side: usize, hand: &HandAngles) -> Vector {
    chest.right * (sign(side) * SHOULDER_HALF) + chest.up * (hand.lift - 0.012) + chest.forward * hand.glide
}

/// The directions of an upper arm and of its front.
pub(super) fn upper_arm(chest: &Frame, reach: &Reach, side: usize) -> [Vector; 2] {
    directions(chest, [reach.raise, reach.out, -reach.turn], side)
}

/// The directions of the palm and of the bend of a forearm in its neutral turn.
pub(super) fn neutral([upper, front]: [Vector; 2], fore: Vector, side: usize) -> [Vector; 2] {
    let axis = upper.cross(front);
    [axis * -sign(side), axis.cross(fore)]
}

impl Shoulder<'_> {
    pub(super) fn free(&self, reach: &Reach) -> ArmBones {
        let [upper, front] = upper_arm(self.chest, reach, self.side);
        self.arm(self.joint + upper * UPPER_ARM, turned(upper, front, reach.elbow), front)
    }

    /// The arm whose wrist is at this position.
    pub(super) fn placed(&self, at: Vector, turn: f32) -> ArmBones {
        let pole = turned(-self.chest.up, self.chest.right * sign(self.side), turn);
        let elbow = bent(self.joint, at, UPPER_ARM, FOREARM, pole);
        let upper = (elbow - self.joint).unit();
        let fore = (at - elbow).unit();
        let front = fore.beside(upper);
        let front = if front.length() > 1e-3 { front.unit() } else { (-pole).beside(upper).unit() };
        self.arm(elbow, fore, front)
    }

    pub(super) fn on_palm(&self, palm: &Palm) -> ArmBones {
        let (wrist, ahead, inside) = self.palm(palm);
        let contact = if self.is_fist() { ArmContact::Fist } else { ArmContact::Palm };
        let tip = wrist + ahead * if self.is_fist() { FIST } else { 0.8 * HAND };
        ArmBones { tip, palm: inside, contact, ..self.placed(wrist, palm.elbow) }
    }

    fn is_fist(&self) -> bool {
        matches!(self.hand.shape, HandShape::Fist | HandShape::Grip)
    }

    /// The wrist of a hand on a surface, and the directions of its fingers and its palm.
    pub(super) fn palm(&self, palm: &Palm) -> (Vector, Vector, Vector) {
        let outward = self.ground.right * sign(self.side);
        let [normal, ahead] =
            if palm.is_on_wall { [-self.ground.forward, Vector::UP] } else { [Vector::UP, self.ground.forward] };
        if self.is_fist() {
            return (palm.at + normal * FIST, -normal, -outward);
        }
        (palm.at + normal * PALM_HEIGHT, turned(ahead, outward, palm.out), -normal)
    }

    /// The arm that lies on its forearm, or stands on its elbow.
    pub(super) fn on_forearm(&self, forearm: &Forearm) -> ArmBones {
        let ahead = turned(self.ground.forward, self.ground.right * sign(self.side), forearm.out);
        let elbow = elbow(forearm);
        let fore = turned(ahead, Vector::UP, forearm.lift - LYING);
        let front = fore.beside((elbow - self.joint).unit()).unit();
        let contact = if forearm.lift > 0.0 { ArmContact::Elbow } else { ArmContact::Forearm };
        ArmBones { contact, ..self.arm(elbow, fore, front) }
    }

    fn arm(&self, elbow: Vector, fore: Vector, front: Vector) -> ArmBones {
        let HandAngles { roll, wrist: bend, shape, .. } = *self.hand;
        let [inside, fold] = neutral([(elbow - self.joint).unit(), front], fore, self.side);
        let inside = turned(inside, -fold, roll);
        let wrist = elbow + fore * FOREARM;
        ArmBones {
            shoulder: self.joint,
            elbow,
            wrist,
            tip: wrist + turned(fore, inside, bend) * (0.8 * HAND),
            front,
            palm: turned(inside, -fore, bend),
            shape: (shape, shape, 0.0),
            contact: ArmContact::None,
        }
    }
}

/// The elbow that an arm lies on.
pub(super) extern "C" fn elbow(forearm: &Forearm) -> Vector {
    forearm.at.raised(ELBOW_RADIUS)
}
