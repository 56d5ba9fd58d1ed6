//! The angles of all joints with their limits.

use super::inverse::arc;
use super::proportions::{
    ANKLE_FREE, ANKLE_LOADED, BLADE_GLIDE, BLADE_LIFT, ELBOW, FOREARM_ROLL, HIP_ABDUCTION, HIP_FLEXION, HIP_TURN, KNEE,
    KNEE_KNEELING, NECK_BEND, NECK_TILT, NECK_TURN, Range, SHOULDER_ABDUCTION, SHOULDER_FLEXION, SHOULDER_TURN,
    SIDE_BEND, SPINE, TOES, TWIST, WRIST,
};
use super::{Skeleton, sign};
use crate::domain::figure::pose::{Reach, Swing};
use crate::domain::figure::vector::{Frame, Vector, degrees, turned};

/// A joint's angle and its limits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct JointAngle {
    /// The name of the joint and of its movement.
    pub name: &'static str,
    /// 0 right or in the middle, 1 left.
    pub side: usize,
    /// The angle in degrees.
    pub angle: f32,
    /// Its limits.
    pub range: Range,
}

/// The arm is nearly overhead from this angle on: its turn then says nothing of the shoulder.
const OVERHEAD: f32 = 140.0;
/// The arm points so far to the side that "raised in front" says nothing.
const ASIDE: f32 = 65.0;

impl Skeleton {
    /// The angles of all joints.
    #[must_use]
    pub fn joint_angles(&self) -> Vec<JointAngle> {
        let joint = |side: usize| {
            move |(name, angle, range): (&'static str, f32, Range)| JointAngle { name, side, angle, range }
        };
        let [spine, side, twist] = bend(&self.pelvis, &self.chest);
        let [nod, tilt, turn] = bend(&self.chest, &self.head);
        let trunk = [
            ("spine", spine, SPINE),
            ("side-bend", side, SIDE_BEND),
            ("trunk-twist", twist, TWIST),
            ("neck", nod, NECK_BEND),
            ("neck-tilt", tilt, NECK_TILT),
            ("neck-turn", turn, NECK_TURN),
        ];
        let mut all: Vec<_> = trunk.into_iter().map(joint(0)).collect();
        for side in 0..2 {
            all.extend(self.leg_angles(side).into_iter().map(joint(side)));
            all.extend(self.arm_angles(side).into_iter().map(joint(side)));
        }
        all
    }

    fn leg_angles(&self, side: usize) -> [(&'static str, f32, Range); 6] {
        let (leg, Swing { hip, out, turn, knee, foot, toes }) = (&self.legs[side], self.swing(side));
        [
            ("hip", hip, HIP_FLEXION),
            ("hip-abduction", out, HIP_ABDUCTION),
            ("hip-turn", turn, HIP_TURN),
            ("knee", knee, if leg.kneels { KNEE_KNEELING } else { KNEE }),
            ("ankle", foot, if leg.planted || leg.steps || leg.kneels { ANKLE_LOADED } else { ANKLE_FREE }),
            ("toes", toes, TOES),
        ]
    }

    fn arm_angles(&self, side: usize) -> [(&'static str, f32, Range); 8] {
        let (arm, Reach { raise, out, elbow, .. }, hand) = (&self.arms[side], self.reach(side), self.wrist(side));
        let upper = (arm.elbow - arm.shoulder).unit();
        let elevation = degrees(upper.beside(self.chest.up).length(), -upper.dot(self.chest.up));
        let turn = if elevation > OVERHEAD { 0.0 } else { shortest_turn(&self.chest, upper, arm.front, side) };
        [
            ("shoulder", if out.abs() > ASIDE { 0.0 } else { raise }, SHOULDER_FLEXION),
            ("shoulder-abduction", out, SHOULDER_ABDUCTION),
            ("shoulder-turn", turn, SHOULDER_TURN),
            ("elbow", elbow, ELBOW),
            ("forearm-roll", hand.roll, FOREARM_ROLL),
            ("wrist", hand.wrist, WRIST),
            ("shoulder-blade-glide", hand.glide * 1000.0, BLADE_GLIDE),
            ("shoulder-blade-lift", hand.lift * 1000.0, BLADE_LIFT),
        ]
    }
}

/// The bend of `over` against `under`: forward, to the right, and its turn to the right.
fn bend(under: &Frame, over: &Frame) -> [f32; 3] {
    let forward = degrees(over.up.dot(under.forward), over.up.dot(under.up));
    let side = arc(over.up.dot(under.right));
    let straight = under.pitched(forward).rolled(side);
    [forward, side, degrees(over.forward.dot(straight.right), over.forward.dot(straight.forward))]
}

/// The inward turn of an upper arm about itself, against the shortest way up from hanging down.
fn shortest_turn(chest: &Frame, upper: Vector, front: Vector, side: usize) -> f32 {
    let down = -chest.up;
    let aside = upper.beside(down);
    if aside.length() < 1e-3 {
        let inward = chest.right * -sign(side);
        return degrees(front.dot(inward), front.dot(chest.forward));
    }
    let (aside, elevation) = (aside.unit(), degrees(aside.length(), upper.dot(down)));
    let lifted = |at: Vector| turned(aside, -down, elevation) * at.dot(aside) + at.beside(aside);
    let (ahead, inward) = (lifted(chest.forward), lifted(chest.right * -sign(side)));
    degrees(front.dot(inward), front.dot(ahead))
}
