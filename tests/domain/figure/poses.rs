//! Poses written by contacts.

use mainspring::domain::figure::{
    AT_EASE, Arm, Foot, Forearm, Hand, HandAngles, HandRest, HandShape, Knee, LIE, Leg, Palm, Pose, RestingPart, Root,
    STAND, Swing, arm, flat, planted, reach, swing, vector,
};

const fn knee(x: f32, z: f32) -> Leg {
    Leg::Kneeling(Knee { at: vector(x, 0.0, z), shin: 0.0, out: 0.0, foot: -48.0, toes: 0.0 })
}

const fn palm(x: f32, z: f32) -> Arm {
    Arm::Palm(Palm { at: vector(x, 0.0, z), elbow: 20.0, out: 0.0, is_on_wall: false })
}

const fn forearm(x: f32, z: f32) -> Arm {
    Arm::Forearm(Forearm { at: vector(x, 0.0, z), lift: 0.0, out: 0.0 })
}

const FLAT_HAND: HandAngles = HandAngles { shape: HandShape::Flat, ..AT_EASE };

pub const ALL_FOURS: Pose = Pose {
    root: Root::Hips(vector(0.0, 0.28, 0.0)),
    lean: 84.0,
    nod: -20.0,
    legs: [knee(0.0, 0.06), knee(0.0, -0.06)],
    arms: [palm(0.40, 0.11), palm(0.40, -0.11)],
    hands: [FLAT_HAND; 2],
    ..STAND
};

pub const FOREARM_PLANK: Pose = Pose {
    root: Root::Hips(vector(0.02, 0.155, 0.0)),
    lean: 81.0,
    nod: -12.0,
    legs: [planted(toes(-0.53, 0.05)), planted(toes(-0.53, -0.05))],
    arms: [forearm(0.30, 0.10), forearm(0.30, -0.10)],
    hands: [HandAngles { shape: HandShape::Fist, ..AT_EASE }; 2],
    ..STAND
};

const fn toes(x: f32, z: f32) -> Foot {
    Foot { heel: 58.0, ..flat(x, z) }
}

pub const SIDE_PLANK: Pose = Pose {
    root: Root::Hips(vector(0.0, 0.135, 0.0)),
    lean: 72.0,
    roll: -90.0,
    nod: 0.0,
    legs: [swing(0.0, 0.0, 5.0), swing(0.0, 0.0, 5.0)],
    arms: [
        Arm::Forearm(Forearm { at: vector(0.27, 0.0, 0.0), lift: 0.0, out: -90.0 }),
        Arm::Hand(Hand { at: vector(0.03, 0.10, -0.10), elbow: 90.0, on: Some(HandRest::Pelvis) }),
    ],
    hands: [HandAngles { shape: HandShape::Fist, ..AT_EASE }, AT_EASE],
    ..STAND
};

pub const HALF_KNEELING: Pose = Pose {
    root: Root::Balanced { hips: 0.27, right: 0.5 },
    lean: 2.0,
    legs: [planted(flat(0.24, 0.06)), knee(0.0, -0.06)],
    ..STAND
};

pub const TALL_KNEELING: Pose = Pose {
    root: Root::Balanced { hips: 0.27, right: 0.5 },
    lean: 0.0,
    legs: [knee(0.0, 0.06), knee(0.0, -0.06)],
    ..STAND
};

/// Sitting on the heels: the knees bend to 150.
pub const DEEP_KNEELING: Pose = Pose {
    root: Root::Balanced { hips: 0.125, right: 0.5 },
    lean: 12.0,
    legs: [knee(0.0, 0.06), knee(0.0, -0.06)],
    arms: [arm(38.0, 50.0), arm(38.0, 50.0)],
    ..STAND
};

pub const BRIDGE_ON_A_STEP: Pose = Pose {
    root: Root::Shoulders(vector(-0.25, 0.066, 0.0)),
    lean: -126.0,
    pillow: Some(0.0),
    legs: [planted(Foot { y: 0.17, ..flat(0.22, 0.055) }), planted(Foot { y: 0.17, ..flat(0.22, -0.055) })],
    ..LIE
};

pub const ON_A_CHAIR: Pose = Pose {
    root: Root::Rest(RestingPart::Seat, vector(0.0, 0.26, 0.0)),
    lean: 4.0,
    legs: [planted(flat(0.25, 0.06)), planted(flat(0.25, -0.06))],
    arms: [
        Arm::Hand(Hand { at: vector(0.045, 0.03, 0.0), elbow: 40.0, on: Some(HandRest::Thigh) }),
        Arm::Hand(Hand { at: vector(0.045, 0.03, 0.0), elbow: 40.0, on: Some(HandRest::Thigh) }),
    ],
    ..STAND
};

pub const BACK_TO_A_WALL: Pose = Pose {
    root: Root::Rest(RestingPart::Back, vector(-0.1, 0.52, 0.0)),
    lean: 0.0,
    legs: [planted(flat(0.19, 0.06)), planted(flat(0.19, -0.06))],
    ..STAND
};

pub const ON_THE_SIDE: Pose = Pose {
    root: Root::Rest(RestingPart::SideOfHip, vector(0.0, 0.0, 0.0)),
    lean: 83.0,
    roll: -90.0,
    head_tilt: 12.0,
    legs: [
        Leg::Free(Swing { hip: 45.0, out: -5.0, turn: 0.0, knee: 80.0, foot: 0.0, toes: 0.0 }),
        swing(45.0, 80.0, 0.0),
    ],
    arms: [reach(88.0, 0.0, 0.0, 4.0), reach(60.0, 0.0, 0.0, 30.0)],
    ..STAND
};

pub const FACE_DOWN: Pose = Pose {
    root: Root::Rest(RestingPart::Thigh, vector(0.0, 0.0, 0.0)),
    lean: 88.5,
    nod: -12.0,
    legs: [swing(0.0, 0.0, -45.0), swing(0.0, 0.0, -45.0)],
    arms: [palm(0.66, 0.18), palm(0.66, -0.18)],
    hands: [FLAT_HAND; 2],
    ..STAND
};

pub const HANDS_ON_A_WALL: Pose = Pose {
    root: Root::Balanced { hips: 0.524, right: 0.5 },
    lean: 8.0,
    arms: [
        Arm::Palm(Palm { at: vector(0.33, 0.90, 0.12), elbow: 30.0, out: 0.0, is_on_wall: true }),
        Arm::Palm(Palm { at: vector(0.33, 0.90, -0.12), elbow: 30.0, out: 0.0, is_on_wall: true }),
    ],
    hands: [FLAT_HAND; 2],
    ..STAND
};

pub const ON_FISTS: Pose = Pose { hands: [HandAngles { shape: HandShape::Fist, ..AT_EASE }; 2], ..ALL_FOURS };

pub const HEELS_ONLY: Pose = Pose {
    root: Root::Rest(RestingPart::Seat, vector(0.0, 0.26, 0.0)),
    legs: [planted(Foot { heel: -18.0, ..flat(0.3, 0.06) }), planted(Foot { heel: -18.0, ..flat(0.3, -0.06) })],
    ..ON_A_CHAIR
};

pub const ON_TIPTOE: Pose = Pose {
    root: Root::Balanced { hips: 0.57, right: 0.5 },
    lean: 0.0,
    legs: [planted(Foot { heel: 40.0, ..flat(0.0, 0.05) }), planted(Foot { heel: 40.0, ..flat(0.0, -0.05) })],
    ..STAND
};
