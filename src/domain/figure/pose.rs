//! A pose as `motion.toml` describes it: angles in degrees, positions in standing heights.
//!
//! Angles count from the anatomical position: standing, arms hanging. Limbs are listed right first.

// An enum with data that is matched often has a tag of its own (`repr`): one hidden in a flag or an option of its data takes more code.

use super::vector::{Vector, mix, vector};

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
    /// The body rolls to its right about its own length, as a body that lies does.
    pub roll: f32,
    /// The spine is bent forward between pelvis and chest.
    pub spine: f32,
    /// The spine is bent to the right.
    pub side: f32,
    /// The chest is turned to the right against the pelvis, a part of it below the waist.
    pub twist: f32,
    /// The head nods forward against the chest.
    pub nod: f32,
    /// The head is turned to the right against the chest.
    pub head_turn: f32,
    /// The head is tilted to the right against the chest.
    pub head_tilt: f32,
    /// Height of the surface on which the back of the head rests; it nods as far as it has to.
    pub pillow: Option<f32>,
    /// Right and left leg.
    pub legs: [Leg; 2],
    /// Right and left arm.
    pub arms: [Arm; 2],
    /// Right and left hand.
    pub hands: [HandAngles; 2],
}

/// The support of the body.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(u8)]
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
    /// A part of the trunk or a thigh rests on a surface: on the floor, a step, a chair, or with the back against a wall.
    Rest(RestingPart, Vector),
}

/// A part of the body that rests on a surface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestingPart {
    /// The seat.
    Seat,
    /// The back between waist and shoulders: on a wall if it is upright, else on what lies under it.
    Back,
    /// The side of the lower hip.
    SideOfHip,
    /// The front of the thighs.
    Thigh,
}

/// A leg.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(u8)]
pub enum Leg {
    /// A planted foot.
    Planted(Foot),
    /// A free leg.
    Free(Swing),
    /// A leg on its knee.
    Kneeling(Knee),
    /// A leg between a planted foot and a free one, with its share of the way to the free one; no key pose has it.
    Stepping(Foot, Swing, f32),
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
    /// Degrees that the heel is lifted, turning about the ball; negative lifts the ball, turning about the heel.
    pub heel: f32,
    /// Degrees that the toes point outward.
    pub out: f32,
    /// Degrees that the knee points further outward than the toes.
    pub knee: f32,
    /// Degrees that the toes are lifted against the surface.
    pub toes: f32,
    /// Degrees that the surface tips to the right.
    pub tip: f32,
    /// True in the air, on its way to another place; no key pose has it.
    pub is_lifted: bool,
}

/// A leg on its knee, the shank behind it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Knee {
    /// Position of the surface under the knee.
    pub at: Vector,
    /// Degrees that the ankle is lifted: 0 has the shin on the surface, with the toes pointed.
    pub shin: f32,
    /// Degrees that the ankle is further outward than the knee.
    pub out: f32,
    /// Dorsiflexion: positive tucks the toes under, negative points them.
    pub foot: f32,
    /// Degrees that the toes are bent up.
    pub toes: f32,
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
    /// Degrees that the toes are bent up.
    pub toes: f32,
}

impl Swing {
    /// Moves the angles this share of the way to others.
    pub(super) fn blend(&mut self, to: &Self, share: f32) {
        blend(&mut self.hip, to.hip, share);
        blend(&mut self.out, to.out, share);
        blend(&mut self.turn, to.turn, share);
        blend(&mut self.knee, to.knee, share);
        blend(&mut self.foot, to.foot, share);
        blend(&mut self.toes, to.toes, share);
    }
}

impl Knee {
    /// Moves it this share of the way to another one.
    pub(super) fn blend(&mut self, to: &Self, share: f32) {
        self.at = self.at.towards(to.at, share);
        blend(&mut self.shin, to.shin, share);
        blend(&mut self.out, to.out, share);
        blend(&mut self.foot, to.foot, share);
        blend(&mut self.toes, to.toes, share);
    }
}

/// Moves a number this share of the way to another one. A call, because it is shorter than the sum: there are forty.
#[inline(never)]
pub(super) fn blend(number: &mut f32, to: f32, share: f32) {
    *number = mix(*number, to, share);
}

/// An arm.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(u8)]
pub enum Arm {
    /// Given by its angles.
    Swing(Reach),
    /// Given by the position of the wrist.
    Hand(Hand),
    /// A hand on a surface: the palm, or the knuckles of a fist.
    Palm(Palm),
    /// A forearm or an elbow on a surface.
    Forearm(Forearm),
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
    /// Position of the wrist: on the ground's axes, or from a part of the own body on that part's.
    pub at: Vector,
    /// Direction of the elbow: 0 down, 90 outward, 180 up.
    pub elbow: f32,
    /// The part of the own body that the hand goes with.
    pub on: Option<HandRest>,
}

/// A part of the own body that a hand lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandRest {
    /// From the middle of the hips.
    Pelvis,
    /// From the middle of the shoulders.
    Chest,
    /// From the top of the neck.
    Head,
    /// From the knee of the same side, up along the thigh.
    Thigh,
}

/// A hand on a surface.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palm {
    /// Position of the surface under the wrist.
    pub at: Vector,
    /// Direction of the elbow: 0 down, 90 outward, 180 up.
    pub elbow: f32,
    /// Degrees that the fingers point outward.
    pub out: f32,
    /// True on a wall ahead, the fingers up.
    pub is_on_wall: bool,
}

/// A forearm on a surface.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Forearm {
    /// Position of the surface under the elbow.
    pub at: Vector,
    /// Degrees that the wrist is lifted: 0 has the forearm on the surface.
    pub lift: f32,
    /// Degrees that the forearm points outward.
    pub out: f32,
}

/// The shape of a hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HandShape {
    /// At ease, the fingers a little bent.
    #[default]
    Relaxed,
    /// The fingers straight, as on a floor.
    Flat,
    /// Closed.
    Fist,
    /// Closed round a handle.
    Grip,
    /// The first finger straight, the others closed.
    Pointing,
}

/// The angles of a forearm, a hand, and its shoulder blade.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct HandAngles {
    /// Turn of the forearm: the palm faces the body at 0, backward with hanging arms at 85.
    pub roll: f32,
    /// Bend of the wrist toward the palm; negative bends it back.
    pub wrist: f32,
    /// The shape of the hand.
    pub shape: HandShape,
    /// Shift of the shoulder blade forward round the ribs, and with it the shoulder joint.
    pub glide: f32,
    /// Shift of the shoulder blade upward.
    pub lift: f32,
}

/// A foot flat on the ground, its ankle this far forward and to the right, pointing ahead.
#[must_use]
pub const fn flat(x: f32, z: f32) -> Foot {
    Foot { x, y: 0.0, z, heel: 0.0, out: 0.0, knee: 0.0, toes: 0.0, tip: 0.0, is_lifted: false }
}

/// A planted leg.
#[must_use]
pub const fn planted(foot: Foot) -> Leg {
    Leg::Planted(foot)
}

/// A free leg with hip flexion, knee flexion and dorsiflexion.
#[must_use]
pub const fn swing(hip: f32, knee: f32, foot: f32) -> Leg {
    Leg::Free(Swing { hip, out: 0.0, turn: 0.0, knee, foot, toes: 0.0 })
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
    Arm::Hand(Hand { at: vector(x, y, z), elbow, on: None })
}

/// A hand at ease, its palm toward the body.
pub const AT_EASE: HandAngles = HandAngles { roll: 0.0, wrist: 0.0, shape: HandShape::Relaxed, glide: 0.0, lift: 0.0 };

/// Standing at ease: feet under the hips, arms hanging.
pub const STAND: Pose = Pose {
    root: Root::Balanced { hips: 0.526, right: 0.5 },
    lean: 2.0,
    tilt: 0.0,
    turn: 0.0,
    roll: 0.0,
    spine: 0.0,
    side: 0.0,
    twist: 0.0,
    nod: 0.0,
    head_turn: 0.0,
    head_tilt: 0.0,
    pillow: None,
    legs: [planted(flat(0.0, 0.052)), planted(flat(0.0, -0.052))],
    arms: [reach(6.0, 8.0, 0.0, 12.0), reach(6.0, 8.0, 0.0, 12.0)],
    hands: [AT_EASE, AT_EASE],
};

/// Standing with arms and legs apart, so that nothing hides another part of the body.
pub const APART: Pose = Pose {
    legs: [planted(flat(0.0, 0.085)), planted(flat(0.0, -0.085))],
    arms: [reach(0.0, 22.0, 0.0, 6.0), reach(0.0, 22.0, 0.0, 6.0)],
    ..STAND
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
