//! From a pose to the positions of the joints: angles by forward kinematics, planted feet and hands by two-bone inverse
//! kinematics, and the hips by the balance law.

use super::body::{
    ANKLE, BALL, FOOT, FOOT_MASS, FOREARM, FOREARM_MASS, HAND, HAND_MASS, HEAD_MASS, HEEL, HIP_HALF, LIMB_CENTRE, NECK,
    SHANK, SHANK_MASS, SHOULDER_HALF, THIGH, THIGH_MASS, TRUNK, TRUNK_MASS, UPPER_ARM, UPPER_ARM_MASS, WAIST,
};
use super::pose::{Arm, Foot, Hand, Leg, Pose, Reach, Root, Swing};
use super::vector::{Frame, Vector, turned, vector, within};

/// Tolerance for the centre of mass: a tenth of the smallest unit in a written path.
const NEAR: f32 = 1e-5;

/// A body in a pose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Skeleton {
    /// Orientation of the pelvis.
    pub pelvis: Frame,
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
    /// Right and left leg.
    pub legs: [LegBones; 2],
    /// Right and left arm.
    pub arms: [ArmBones; 2],
}

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

/// The support of a body, with numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Hold {
    /// At this height, with the centre of mass over this point of the ground (its `y` is not used).
    Over { hips: f32, ground: Vector },
    /// The middle of the hips is at this position.
    Hips(Vector),
    /// The middle of the shoulders is at this position.
    Shoulders(Vector),
}

impl Skeleton {
    /// The body in `pose`.
    #[must_use]
    pub fn of(pose: &Pose) -> Self {
        Self::held(pose, hold(pose))
    }

    /// The body in `pose`, but with this support.
    pub(super) fn held(pose: &Pose, hold: Hold) -> Self {
        match hold {
            Hold::Hips(at) => Self::at(pose, at),
            Hold::Shoulders(at) => {
                let (_, _, _, shoulders) = trunk(pose, Vector::default());
                Self::at(pose, at - shoulders)
            }
            Hold::Over { hips, ground } => Self::balanced(pose, hips, ground),
        }
    }

    /// Most of the body moves with the hips: a few steps find the position.
    fn balanced(pose: &Pose, height: f32, ground: Vector) -> Self {
        let mut at = vector(ground.x, height, ground.z);
        for _ in 0..12 {
            let body = Self::at(pose, at);
            let off = ground - body.centre_of_mass();
            if off.x.abs().max(off.z.abs()) < NEAR {
                return body;
            }
            at = vector(at.x + 1.1 * off.x, height, at.z + 1.1 * off.z);
        }
        Self::at(pose, at)
    }

    fn at(pose: &Pose, hips: Vector) -> Self {
        let (pelvis, chest, waist, shoulders) = trunk(pose, hips);
        let head = chest.pitched(pose.nod);
        let ground = Frame::STANDING.swivelled(pose.turn);
        let leg = |side: usize| match pose.legs[side] {
            Leg::Planted(foot) => planted_leg(hip_joint(hips, &pelvis, side), &foot, &ground, side),
            Leg::Free(swing) => free_leg(hip_joint(hips, &pelvis, side), &swing, &pelvis, side),
        };
        let arm = |side: usize| match pose.arms[side] {
            Arm::Swing(reach) => free_arm(shoulders, &chest, &reach, side),
            Arm::Hand(hand) => placed_arm(shoulders, &chest, &hand, side),
        };
        Self {
            neck: shoulders + (chest.up + head.up).unit() * NECK,
            legs: [leg(0), leg(1)],
            arms: [arm(0), arm(1)],
            pelvis,
            chest,
            head,
            hips,
            waist,
            shoulders,
        }
    }

    /// The centre of mass of the whole body.
    #[must_use]
    pub fn centre_of_mass(&self) -> Vector {
        let limb = |from: Vector, to: Vector, mass: f32| from.towards(to, LIMB_CENTRE) * mass;
        let trunk = self.waist.towards(self.hips.towards(self.shoulders, 0.5), 0.5) * TRUNK_MASS;
        let head = (self.neck + self.head.up * 0.06) * HEAD_MASS;
        let legs = self.legs.iter().map(|leg| {
            let foot = leg.heel.towards(leg.toe, 0.5) * FOOT_MASS;
            limb(leg.hip, leg.knee, THIGH_MASS) + limb(leg.knee, leg.ankle, SHANK_MASS) + foot
        });
        let arms = self.arms.iter().map(|arm| {
            let hand = arm.wrist.towards(arm.tip, 0.5) * HAND_MASS;
            limb(arm.shoulder, arm.elbow, UPPER_ARM_MASS) + limb(arm.elbow, arm.wrist, FOREARM_MASS) + hand
        });
        legs.chain(arms).fold(trunk + head, |sum, part| sum + part)
    }

    /// The angles of a leg, as [`Swing`] counts them.
    #[must_use]
    pub fn swing(&self, side: usize) -> Swing {
        let leg = &self.legs[side];
        let outward = self.pelvis.right * sign(side);
        let (thigh, shank) = ((leg.knee - leg.hip).unit(), (leg.ankle - leg.knee).unit());
        let hip = degrees(thigh.dot(self.pelvis.forward), -thigh.dot(self.pelvis.up));
        let out = arc(thigh.dot(outward));
        let plain = free_leg(leg.hip, &Swing { hip, out, turn: 0.0, knee: 0.0, foot: 0.0 }, &self.pelvis, side);
        let side_of_thigh = turned(outward, turned(self.pelvis.up * -1.0, self.pelvis.forward, hip) * -1.0, out);
        let turn = degrees(leg.front.dot(side_of_thigh), leg.front.dot(plain.front));
        let knee = degrees(-shank.dot(leg.front), shank.dot(thigh));
        let sole = (leg.ball - leg.heel).unit();
        let shin = turned(leg.front, thigh, knee);
        Swing { hip, out, turn, knee, foot: degrees(-sole.dot(shank), sole.dot(shin)) }
    }

    /// The angles of an arm, as [`Reach`] counts them.
    #[must_use]
    pub fn reach(&self, side: usize) -> Reach {
        let arm = &self.arms[side];
        let outward = self.chest.right * sign(side);
        let (upper, fore) = ((arm.elbow - arm.shoulder).unit(), (arm.wrist - arm.elbow).unit());
        let raise = degrees(upper.dot(self.chest.forward), -upper.dot(self.chest.up));
        let out = arc(upper.dot(outward));
        let plain = Reach { raise, out, turn: 0.0, elbow: 0.0 };
        let plain = free_arm(self.shoulders, &self.chest, &plain, side);
        let side_of_arm = turned(outward, turned(self.chest.up * -1.0, self.chest.forward, raise) * -1.0, out);
        let turn = degrees(-arm.front.dot(side_of_arm), arm.front.dot(plain.front));
        Reach { raise, out, turn, elbow: degrees(fore.dot(arm.front), fore.dot(upper)) }
    }
}

/// The support of `pose`; a balanced one is over the middle of its feet, each by its share.
pub(super) fn hold(pose: &Pose) -> Hold {
    match pose.root {
        Root::Hips(at) => Hold::Hips(at),
        Root::Shoulders(at) => Hold::Shoulders(at),
        Root::Balanced { hips, right } => Hold::Over { hips, ground: under(pose, right) },
    }
}

/// The point of the ground under the centre of mass.
fn under(pose: &Pose, right: f32) -> Vector {
    let ground = Frame::STANDING.swivelled(pose.turn);
    let middle = |side: usize| match pose.legs[side] {
        Leg::Planted(foot) => Some(sole_middle(&foot, &ground, side)),
        Leg::Free(_) => None,
    };
    match (middle(0), middle(1)) {
        (Some(one), Some(other)) => other.towards(one, right),
        (one, other) => one.or(other).unwrap_or_default(),
    }
}

/// The middle of the part of a sole that carries weight; of a lifted heel, the ball.
fn sole_middle(foot: &Foot, ground: &Frame, side: usize) -> Vector {
    let ahead = toes(foot, ground, side);
    let share = within(1.0 - foot.heel / 30.0, 0.0, 1.0);
    vector(foot.x, foot.y, foot.z) + ahead * (BALL - share * 0.5 * (HEEL + BALL))
}

fn trunk(pose: &Pose, hips: Vector) -> (Frame, Frame, Vector, Vector) {
    let pelvis = Frame::STANDING.swivelled(pose.turn).pitched(pose.lean).rolled(pose.tilt);
    let chest = pelvis.pitched(pose.spine).rolled(pose.side);
    let waist = hips + pelvis.up * (TRUNK * WAIST);
    (pelvis, chest, waist, waist + chest.up * (TRUNK * (1.0 - WAIST)))
}

/// +1 for the right side, −1 for the left.
pub(super) const fn sign(side: usize) -> f32 {
    if side == 0 { 1.0 } else { -1.0 }
}

fn hip_joint(hips: Vector, pelvis: &Frame, side: usize) -> Vector {
    hips + pelvis.right * (sign(side) * HIP_HALF)
}

fn free_leg(hip: Vector, swing: &Swing, pelvis: &Frame, side: usize) -> LegBones {
    let outward = pelvis.right * sign(side);
    let straight = turned(pelvis.up * -1.0, pelvis.forward, swing.hip);
    let thigh = turned(straight, outward, swing.out);
    let front =
        turned(turned(pelvis.forward, pelvis.up, swing.hip), turned(outward, straight * -1.0, swing.out), swing.turn);
    let shank = turned(thigh, front * -1.0, swing.knee);
    let shin = turned(front, thigh, swing.knee);
    let ahead = turned(shin, shank * -1.0, swing.foot);
    let knee = hip + thigh * THIGH;
    let ankle = knee + shank * SHANK;
    let sole = ankle + turned(shank, shin, swing.foot) * ANKLE;
    let ball = sole + ahead * BALL;
    let toe = sole + ahead * (FOOT - HEEL);
    // The toes bend at the ground.
    let toe = vector(toe.x, toe.y.max(ball.y.min(0.0)), toe.z);
    LegBones { hip, knee, ankle, heel: sole - ahead * HEEL, ball, toe, front, planted: false }
}

/// The direction of the toes on the ground.
fn toes(foot: &Foot, ground: &Frame, side: usize) -> Vector {
    turned(ground.forward, ground.right * sign(side), foot.out)
}

fn planted_leg(hip: Vector, foot: &Foot, ground: &Frame, side: usize) -> LegBones {
    let ahead = toes(foot, ground, side);
    let ball = vector(foot.x, foot.y, foot.z) + ahead * BALL;
    let back = turned(ahead * -1.0, Vector::UP, foot.heel);
    let ankle = ball + back * BALL + turned(Vector::UP, ahead, foot.heel) * ANKLE;
    let pole = turned(ahead, ground.right.beside(ahead).unit() * sign(side), foot.knee);
    let knee = bent(hip, ankle, THIGH, SHANK, pole);
    LegBones {
        hip,
        knee,
        ankle,
        heel: ball + back * (BALL + HEEL),
        ball,
        toe: ball + ahead * (FOOT - HEEL - BALL),
        // In the plane of the bent leg, on the side that it bends to.
        front: pole.beside((ankle - hip).unit()).beside((knee - hip).unit()).unit(),
        planted: true,
    }
}

fn shoulder_joint(shoulders: Vector, chest: &Frame, side: usize) -> Vector {
    shoulders + chest.right * (sign(side) * SHOULDER_HALF) - chest.up * 0.012
}

fn free_arm(shoulders: Vector, chest: &Frame, reach: &Reach, side: usize) -> ArmBones {
    let outward = chest.right * sign(side);
    let straight = turned(chest.up * -1.0, chest.forward, reach.raise);
    let upper = turned(straight, outward, reach.out);
    let inward = turned(outward, straight * -1.0, reach.out) * -1.0;
    let front = turned(turned(chest.forward, chest.up, reach.raise), inward, reach.turn);
    let shoulder = shoulder_joint(shoulders, chest, side);
    let elbow = shoulder + upper * UPPER_ARM;
    let fore = turned(upper, front, reach.elbow);
    let wrist = elbow + fore * FOREARM;
    ArmBones { shoulder, elbow, wrist, tip: wrist + fore * (0.8 * HAND), front }
}

fn placed_arm(shoulders: Vector, chest: &Frame, hand: &Hand, side: usize) -> ArmBones {
    let shoulder = shoulder_joint(shoulders, chest, side);
    let pole = turned(chest.up * -1.0, chest.right * sign(side), hand.elbow);
    let elbow = bent(shoulder, hand.at, UPPER_ARM, FOREARM, pole);
    let upper = (elbow - shoulder).unit();
    let fore = (hand.at - elbow).unit();
    let front = fore.beside(upper);
    let front = if front.length() > 1e-3 { front.unit() } else { (pole * -1.0).beside(upper).unit() };
    ArmBones { shoulder, elbow, wrist: elbow + fore * FOREARM, tip: elbow + fore * (FOREARM + 0.8 * HAND), front }
}

/// The joint between two bones of these lengths that reach from `from` to `to`, bent towards `pole`; law of cosines.
fn bent(from: Vector, to: Vector, first: f32, second: f32, pole: Vector) -> Vector {
    let way = to - from;
    let distance = within(way.length(), (first - second).abs() + 1e-4, first + second - 1e-5);
    let along = way.unit();
    let aside = pole.beside(along).unit();
    let cos = (first * first + distance * distance - second * second) / (2.0 * first * distance);
    let cos = within(cos, -1.0, 1.0);
    from + along * (first * cos) + aside * (first * (1.0 - cos * cos).sqrt())
}

/// The angle from −90 to 90 degrees with this sine.
fn arc(sin: f32) -> f32 {
    degrees(sin, (1.0 - sin * sin).max(0.0).sqrt())
}

fn degrees(sin: f32, cos: f32) -> f32 {
    sin.atan2(cos).to_degrees()
}
