//! The lofts of a whole body in a pose, once a frame.

use super::foot;
use super::hand::hand;
use super::section::{Loft, smooth};
use super::table::{FOREARM, SHANK, StoredRow, THIGH, UPPER_ARM};
use super::{head, trunk};
use crate::domain::figure::body::{Skeleton, sign};
use crate::domain::figure::vector::Vector;

/// The name of a loft. Those from the ears on are there on both sides, the others once, on the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum LoftName {
    Trunk,
    Neck,
    Head,
    Nose,
    Ear,
    Thigh,
    Knee,
    Shank,
    /// The foot from the heel to the hinge of the toes.
    RearFoot,
    Toes,
    Buttock,
    Hip,
    UpperArm,
    Elbow,
    Forearm,
    Palm,
    Thumb,
    FirstFinger,
    MiddleFinger,
    RingFinger,
    LittleFinger,
    Collar,
    /// From the ribs to a raised arm: the chest muscle, and the back muscle.
    ChestBridge,
    BackBridge,
    /// The first loft that is worn.
    RearUpper,
    ToesUpper,
    RearSole,
    ToesSole,
}

use LoftName as Name;

impl Name {
    /// The fingers from the first to the little one.
    pub(super) const FINGERS: [Self; 4] = [Self::FirstFinger, Self::MiddleFinger, Self::RingFinger, Self::LittleFinger];
    const COUNT: usize = Self::ToesSole as usize + 1;
}

/// The lofts of a body: by name, right before left. A loft that a pose does not have is empty.
pub(super) struct Body([[Loft; 2]; Name::COUNT]);

impl Body {
    pub(super) fn of(bones: &Skeleton, grips: [f32; 2]) -> Self {
        let mut body = Self([const { [const { Loft(Vec::new()) }; 2] }; Name::COUNT]);
        body.put(Name::Trunk, 0, trunk::trunk(bones));
        body.put(Name::Neck, 0, trunk::neck(bones));
        body.put(Name::Head, 0, head::head(bones));
        body.put(Name::Nose, 0, head::nose(bones));
        for (side, &grip) in grips.iter().enumerate() {
            body.put(Name::Ear, side, head::ear(bones, side));
            body.add_leg(bones, side);
            body.add_arm(bones, side, grip);
        }
        body
    }

    /// A loft of a side: 0 right, 1 left. Both have those of the middle.
    #[inline(never)]
    pub(super) fn loft(&self, name: Name, side: usize) -> &Loft {
        let is_in_middle = (name as usize) < Name::Ear as usize;
        &self.0[name as usize][if is_in_middle { 0 } else { side % 2 }]
    }

    /// The lofts of the bare body.
    pub(super) fn bare(&self) -> impl Iterator<Item = &Loft> {
        self.0.iter().take(Name::RearUpper as usize).flatten()
    }

    #[inline(never)]
    pub(super) fn put(&mut self, name: Name, side: usize, loft: Loft) {
        self.0[name as usize][side % 2] = loft;
    }

    fn add_leg(&mut self, bones: &Skeleton, side: usize) {
        let leg = &bones.legs[side];
        let (along, down) = ((leg.knee - leg.hip).unit(), (leg.ankle - leg.knee).unit());
        // The kneecap points away from the bend; a straight leg has none.
        let pole = if along.dot(down) < 0.999 { along - down } else { leg.front };
        let names = [Name::Thigh, Name::Knee, Name::Shank];
        let out = bones.pelvis.right * sign(side);
        self.add_limb(side, names, [&THIGH, &SHANK], [leg.hip, leg.knee, leg.ankle], [pole; 2], out);
        let front = self.loft(Name::Thigh, side).section(0).front;
        self.put(Name::Buttock, side, trunk::buttock(bones, leg, front, side));
        self.put(Name::Hip, side, trunk::hip(bones, leg, side));
        foot::foot(self, leg, side);
    }

    fn add_arm(&mut self, bones: &Skeleton, side: usize, grip: f32) {
        let (arm, chest) = (&bones.arms[side], &bones.chest);
        let out = chest.right * sign(side);
        // The shoulder joint rises and goes in as the arm is raised, and forward as it reaches forward.
        let way = (arm.elbow - arm.shoulder).unit();
        let raised = smooth(way.dot(chest.up), -0.57, 0.99);
        let shoulder = arm.shoulder + chest.up * (0.034 * raised) - out * (0.016 * raised)
            + chest.forward * (0.012 * way.dot(chest.forward).max(0.0));
        let (along, down) = ((arm.elbow - shoulder).unit(), (arm.wrist - arm.elbow).unit());
        let pole = if along.dot(down) < 0.999 { down - along } else { arm.front };
        // The flat side of the wrist is that of the hand, whether it is bent or not.
        let inside = (arm.tip - arm.wrist).cross(arm.palm).cross(down);
        let names = [Name::UpperArm, Name::Elbow, Name::Forearm];
        let lateral = along.cross(pole) * sign(side);
        let joints = [shoulder, arm.elbow, arm.wrist];
        self.add_limb(side, names, [&UPPER_ARM, &FOREARM], joints, [pole, inside], lateral);
        self.put(Name::Collar, side, trunk::collar(bones, shoulder, side));
        trunk::armpit(self, bones, shoulder, side);
        hand(self, arm, grip, side);
    }

    /// Adds the two bones of a limb and the joint between them. `pole` is the direction of the joint's front, `end` that of the front of
    /// the lower bone at its end, `out` the side of the outer half-widths.
    fn add_limb(
        &mut self,
        side: usize,
        [upper, joint, lower]: [Name; 3],
        [over, under]: [&[StoredRow]; 2],
        [from, middle, to]: [Vector; 3],
        [pole, end]: [Vector; 2],
        out: Vector,
    ) {
        let over = Loft::on_bone(over, from, middle, [pole; 2], out);
        let under = Loft::on_bone(under, middle, to, [pole, end], out);
        self.put(joint, side, Loft::joint(&over, &under));
        self.put(upper, side, over);
        self.put(lower, side, under);
    }
}

/// The direction of a loft from its beginning to its end.
pub(super) extern "C" fn way(loft: &Loft) -> Vector {
    let [from, to] = loft.ends();
    (to.centre - from.centre).unit()
}
