//! The lofts of a whole body in a pose, once a frame.

use super::foot::foot;
use super::hand::{HandLofts, hand};
use super::section::{Loft, smooth};
use super::table::{FOREARM, SHANK, THIGH, UPPER_ARM};
use super::{head, trunk};
use crate::domain::figure::body::{Skeleton, sign};
use crate::domain::figure::vector::Vector;

/// The lofts of a leg.
pub(super) struct LegLofts {
    pub(super) thigh: Loft,
    pub(super) knee: Loft,
    pub(super) shank: Loft,
    /// Heel to the hinge of the toes, and the toes.
    pub(super) foot: [Loft; 2],
    pub(super) buttock: Loft,
    pub(super) hip: Loft,
}

/// The lofts of an arm.
pub(super) struct ArmLofts {
    pub(super) upper: Loft,
    pub(super) elbow: Loft,
    pub(super) fore: Loft,
    pub(super) hand: HandLofts,
    pub(super) collar: Loft,
    pub(super) armpit: Vec<Loft>,
}

/// The lofts of a body.
pub(super) struct Body {
    pub(super) trunk: Loft,
    pub(super) neck: Loft,
    pub(super) head: Loft,
    pub(super) nose: Loft,
    pub(super) ears: [Loft; 2],
    pub(super) legs: [LegLofts; 2],
    pub(super) arms: [ArmLofts; 2],
}

impl Body {
    pub(super) fn of(body: &Skeleton, grips: [f32; 2]) -> Self {
        Self {
            trunk: trunk::trunk(body),
            neck: trunk::neck(body),
            head: head::head(body),
            nose: head::nose(body),
            ears: [0, 1].map(|side| head::ear(body, side)),
            legs: [0, 1].map(|side| leg(body, side)),
            arms: [0, 1].map(|side| arm(body, side, grips[side])),
        }
    }

    /// Calls `see` with every loft.
    pub(super) fn each(&self, see: &mut dyn FnMut(&Loft)) {
        for loft in [&self.trunk, &self.neck, &self.head, &self.nose, &self.ears[0], &self.ears[1]] {
            see(loft);
        }
        for leg in &self.legs {
            for loft in [&leg.thigh, &leg.knee, &leg.shank, &leg.foot[0], &leg.foot[1], &leg.buttock, &leg.hip] {
                see(loft);
            }
        }
        for arm in &self.arms {
            let hand = &arm.hand;
            for loft in [&arm.upper, &arm.elbow, &arm.fore, &arm.collar, &hand.palm, &hand.thumb] {
                see(loft);
            }
            for loft in arm.armpit.iter().chain(&hand.fingers) {
                see(loft);
            }
        }
    }
}

fn leg(body: &Skeleton, side: usize) -> LegLofts {
    let bones = &body.legs[side];
    let out = body.pelvis.right * sign(side);
    let (along, down) = ((bones.knee - bones.hip).unit(), (bones.ankle - bones.knee).unit());
    // The kneecap points away from the bend; a straight leg has none.
    let pole = if along.dot(down) < 0.999 { (along - down).unit() } else { bones.front };
    let (front, shin) = (pole.beside(along).unit(), pole.beside(down).unit());
    let thigh = Loft::on_bone(&THIGH, bones.hip, bones.knee, [front; 2], out);
    let shank = Loft::on_bone(&SHANK, bones.knee, bones.ankle, [shin; 2], out);
    LegLofts {
        knee: Loft::joint(&thigh, &shank),
        thigh,
        shank,
        foot: foot(body, side),
        buttock: trunk::buttock(body, bones, front, side),
        hip: trunk::hip(body, bones, side),
    }
}

fn arm(body: &Skeleton, side: usize, grip: f32) -> ArmLofts {
    let (bones, chest) = (&body.arms[side], &body.chest);
    let out = chest.right * sign(side);
    // The shoulder joint rises and goes in as the arm is raised, and forward as it reaches forward.
    let way = (bones.elbow - bones.shoulder).unit();
    let raised = smooth(way.dot(chest.up), -0.57, 0.99);
    let shoulder = bones.shoulder + chest.up * (0.034 * raised) - out * (0.016 * raised)
        + chest.forward * (0.012 * way.dot(chest.forward).max(0.0));
    let (along, down) = ((bones.elbow - shoulder).unit(), (bones.wrist - bones.elbow).unit());
    let pole = if along.dot(down) < 0.999 { (down - along).unit() } else { bones.front };
    let (front, fold) = (pole.beside(along).unit(), pole.beside(down).unit());
    let lateral = along.cross(front) * sign(side);
    let upper = Loft::on_bone(&UPPER_ARM, shoulder, bones.elbow, [front; 2], lateral);
    // The flat side of the wrist is that of the hand, whether it is bent or not.
    let inside = (bones.tip - bones.wrist).cross(bones.palm).cross(down).unit();
    let fore = Loft::on_bone(&FOREARM, bones.elbow, bones.wrist, [fold, inside], lateral);
    ArmLofts {
        elbow: Loft::joint(&upper, &fore),
        upper,
        fore,
        hand: hand(bones, side, grip),
        collar: trunk::collar(body, shoulder, side),
        armpit: trunk::armpit(body, bones, shoulder, side),
    }
}

/// The direction of a loft from its beginning to its end.
pub(super) fn way(loft: &Loft) -> Vector {
    let [from, to] = loft.ends();
    (to.centre - from.centre).unit()
}
