//! The deep squat. Facts: the project's founding exercises, no. 7.

use crate::domain::catalogue::{
    Area, Beat, BodyPart, Cue, Dose, Exercise, Kind, Kit, Levels, Measure, Muscle, Muscles, Sides, Slip, Tag, Variation,
};
use crate::domain::figure::{
    Arm, BOSU_HEIGHT, Foot, Joint, Leg, Line, Moment, Motion, Pass, Pose, Prop, Root, STAND, Shots, key, packed,
    planted, reach, swing, vector,
};

/// Two seconds down, one up: lowering is slower than lifting.
const TEMPO: &[Beat] = &[Beat { word: "down", seconds: 2 }, Beat { word: "press up", seconds: 1 }];

/// The stance is the same on the floor and on the ball.
const BRACE: &str = "Turn the core on and tuck the hips: no arch in the lower back.";

/// Twenty, three times, at every level.
const DOSE: Dose = Dose { sets: &[20, 20, 20], measure: Measure::Reps, hold: 0, rest: 60, words: "3 sets of 20" };

const MUSCLES: Muscles = Muscles { primary: &[Muscle::Quads, Muscle::GluteMax], secondary: &[Muscle::Adductors] };

/// Without a jump.
const BREATH: &str = "Breathe in as you go down, out as you press up.";
/// On the floor.
const CUES: &[Cue] = &[
    Cue { topic: "back", text: "Keep the back straight and the core on." },
    Cue { topic: "knees", text: "Press the knees out over the feet all the way down and up." },
    Cue { topic: "foot", text: "The whole foot stays down, the weight even across it." },
    Cue {
        topic: "weight",
        text: "Hold any weight in front as close to the body as you can: the farther it is, the more \
                    your back carries.",
    },
    Cue { topic: "form", text: "When form falls apart, stop and rest. Never power through." },
];
/// On the ball.
const BALL_CUES: &[Cue] = &[
    Cue { topic: "back", text: "Keep the back straight and the core on." },
    Cue { topic: "knees", text: "Press the knees out over the feet all the way down and up." },
    Cue { topic: "foot", text: "The whole foot stays on the flat side, your weight even across it." },
    Cue { topic: "chest", text: "Keep the chest up and look ahead: a look down tips the ball." },
    Cue { topic: "form", text: "When form falls apart, step off and rest. Never power through." },
];
/// In the jump.
const JUMP_CUES: &[Cue] = &[
    Cue { topic: "back", text: "Keep the back straight and the core on, in the air as well." },
    Cue { topic: "knees", text: "Press the knees out over the feet as you land, go down and push off." },
    Cue { topic: "foot", text: "Land on the balls of both feet and let the heels down at once, softly." },
    Cue { topic: "chest", text: "Keep the chest up as you land, so that the back stays straight." },
    Cue { topic: "form", text: "When a landing gets loud or form falls apart, stop and rest. Never power through." },
];
/// Without a jump.
const SLIP: Slip = Slip {
    slip: "The knees fall in on the way up.",
    fix: "Press them out over the feet before you rise, and rise slower.",
};

pub(super) const ENTRY: Exercise = Exercise {
    id: "deep-squat",
    name: "Deep squat",
    kind: Kind::BodyWeight,
    summary: "Squat all the way down and come up again; strength through the full range.",
    muscles: MUSCLES,
    areas: &[Area::Thighs, Area::Hips],
    timing: "After an easy run or on its own, not on the day before a hard or long run.",
    why: "Strength through the whole bend of hip and knee leaves you something in hand on each landing and each hill.",
    levels: Levels {
        base: Variation {
            title: "On the floor",
            start: &[
                "Stand with the feet wider than the hips, pointing forward.",
                "Spread your weight evenly across each foot.",
                BRACE,
            ],
            steps: &[
                "Squat all the way down, knees pressed out over the feet.",
                "Keep the whole foot on the floor.",
                "Press up.",
            ],
            dose: DOSE,
            sides: Sides::Both,
            kit: &[],
            loads: &[
                BodyPart::Foot,
                BodyPart::LowerLeg,
                BodyPart::Knee,
                BodyPart::Thigh,
                BodyPart::Hip,
                BodyPart::Back,
            ],
            tempo: TEMPO,
            cue: "Whole foot down, knees out, back straight.",
            note: "New to strength work? This is a good place to start; it needs nothing.",
            breathing: BREATH,
            cues: CUES,
            slip: SLIP,
            easier: "Squat down to a box or a chair, or hold a door frame.",
            harder: "Add a weight: it is the natural next step, because muscles must be challenged progressively.",
            warning: "Stop at any pain in the knee, and come back to a depth that is free of it.",
            tags: &[Tag::DeepKnee, Tag::Quiet, Tag::NoFloor],
            motion: &BASE_MOTION,
        },
        hard: Variation {
            title: "On a BOSU",
            start: &[
                "Turn a BOSU flat side up.",
                "Step onto it one foot at a time, feet wider than the hips and pointing forward.",
                "Spread your weight evenly across each foot.",
                BRACE,
            ],
            steps: &[
                "Squat all the way down, knees pressed out over the feet.",
                "Keep the whole foot on the flat side.",
                "Press up.",
            ],
            dose: DOSE,
            sides: Sides::Both,
            kit: &[Kit::Bosu],
            loads: &[
                BodyPart::Foot,
                BodyPart::LowerLeg,
                BodyPart::Knee,
                BodyPart::Thigh,
                BodyPart::Hip,
                BodyPart::Back,
            ],
            tempo: TEMPO,
            cue: "Keep the flat side level; core on, knees out.",
            note: "The ball tips under you: keep something to hold within reach.",
            breathing: BREATH,
            cues: BALL_CUES,
            slip: SLIP,
            easier: "Hold on to something with one hand, or go less deep.",
            harder: "Take three seconds on the way down, and stop for one at the bottom.",
            warning: "Stop at any pain in the knee, and step off before you fall.",
            tags: &[Tag::FallRisk, Tag::DeepKnee, Tag::Quiet, Tag::NoFloor],
            motion: &HARD_MOTION,
        },
        harder: Variation {
            title: "Jump squats",
            start: &[
                "Stand on the floor, feet wider than the hips and pointing forward.",
                "Spread your weight evenly across each foot.",
                BRACE,
            ],
            steps: &[
                "Squat all the way down, knees pressed out over the feet.",
                "From the bottom jump as high as you can.",
                "Land straight into the next squat, rather than landing first and squatting after.",
            ],
            dose: DOSE,
            sides: Sides::Both,
            kit: &[],
            loads: &[
                BodyPart::Foot,
                BodyPart::LowerLeg,
                BodyPart::Knee,
                BodyPart::Thigh,
                BodyPart::Hip,
                BodyPart::Back,
            ],
            tempo: &[Beat { word: "down", seconds: 2 }, Beat { word: "jump", seconds: 1 }],
            cue: "Jump high; land soft, straight into the squat.",
            note: "Jump on the floor, never on the BOSU.",
            breathing: "Breathe in as you go down, out as you jump.",
            cues: JUMP_CUES,
            slip: Slip {
                slip: "The knees fall in on landing.",
                fix: "Press them out over the feet before you touch down, and jump lower.",
            },
            easier: "Jump lower, or rise onto the toes instead of jumping.",
            harder: "Jump a little higher, as long as every landing stays soft.",
            warning: "Stop at any pain in knee, calf or Achilles tendon, and when you cannot land softly any more.",
            tags: &[Tag::Impact, Tag::DeepKnee, Tag::NoFloor],
            motion: &HARDER_MOTION,
        },
    },
};

/// Feet wider than the hips, pointing forward, so high, with the heels lifted so far; the knees go out over them.
const fn wide(y: f32, heel: f32) -> [Leg; 2] {
    let foot = Foot { x: 0.0, y, z: 0.125, heel, out: 0.0, knee: 22.0 };
    [planted(foot), planted(Foot { z: -foot.z, ..foot })]
}

/// Hips so high, the weight even on both feet.
const fn even(hips: f32) -> Root {
    Root::Balanced { hips, right: 0.5 }
}

/// Both arms alike.
const fn arms(raise: f32, out: f32, elbow: f32) -> [Arm; 2] {
    [reach(raise, out, 0.0, elbow), reach(raise, out, 0.0, elbow)]
}

const TALL: Pose = Pose { root: even(0.5234), legs: wide(0.0, 0.0), ..STAND };

/// All the way down: hips below the knees, back straight, arms reaching ahead against the weight of the hips.
const LOW: Pose = Pose {
    root: even(0.22),
    lean: 26.5,
    spine: 5.0,
    nod: -20.0,
    legs: wide(0.0, 0.0),
    arms: arms(117.0, 6.0, 12.0),
    ..STAND
};

/// On the way: the hips go back first, so the trunk leans as far as it will.
const HALF: Pose = Pose {
    root: even(0.37),
    lean: 27.0,
    spine: 2.0,
    nod: -16.0,
    legs: wide(0.0, 0.0),
    arms: arms(82.0, 6.0, 14.0),
    ..STAND
};

/// Down in two seconds, up in one.
const BASE_MOTION: Motion = Motion {
    period: 3.0,
    keys: &packed([
        key(0.0, Pass::Settle, TALL),
        key(1.0, Pass::Flow, HALF),
        key(2.0, Pass::Drive, LOW),
        key(2.45, Pass::Flow, HALF),
    ]),
    shots: Shots::Both,
    barefoot: false,
    props: &[],
    muscles: MUSCLES,
    still: (0.0, 2.0),
    moments: &[
        Moment { cue: 0, at: 1.6, joint: Joint::Waist, line: None },
        Moment { cue: 1, at: 2.3, joint: Joint::Knee(0), line: Some(Line::KneeOverToe(0)) },
        Moment { cue: 2, at: 2.0, joint: Joint::Foot(0), line: None },
        Moment { cue: 3, at: 1.3, joint: Joint::Chest, line: None },
        Moment { cue: 4, at: 2.6, joint: Joint::Hips, line: None },
    ],
    words: "Stands with the feet wide, squats all the way down with the knees out over the feet and the arms ahead, \
        and presses up.",
};

const BALL_TALL: Pose =
    Pose { root: even(0.508 + BOSU_HEIGHT), legs: wide(BOSU_HEIGHT, 0.0), arms: arms(16.0, 32.0, 18.0), ..STAND };
const BALL_LOW: Pose = Pose {
    root: even(0.226 + BOSU_HEIGHT),
    lean: 27.5,
    legs: wide(BOSU_HEIGHT, 0.0),
    arms: arms(112.0, 24.0, 10.0),
    ..LOW
};
/// On the way down the ball sways a little, and the trunk answers.
const BALL_HALF: Pose = Pose {
    root: even(0.385 + BOSU_HEIGHT),
    lean: 26.0,
    spine: 2.0,
    side: 2.5,
    nod: -14.0,
    legs: wide(BOSU_HEIGHT, 0.0),
    arms: [reach(62.0, 34.0, 0.0, 14.0), reach(56.0, 26.0, 0.0, 14.0)],
    ..STAND
};

/// The same on the flat side of a BOSU, arms wider.
const HARD_MOTION: Motion = Motion {
    keys: &packed([
        key(0.0, Pass::Settle, BALL_TALL),
        key(1.0, Pass::Flow, BALL_HALF),
        key(2.0, Pass::Drive, BALL_LOW),
        key(2.45, Pass::Flow, BALL_HALF),
    ]),
    props: &[Prop::Bosu { x: 0.016, z: 0.0 }],
    words: "Stands on the flat side of a BOSU with the feet wide, squats all the way down with the knees out and the \
        arms ahead, and presses up.",
    ..BASE_MOTION
};

/// At the bottom of a jump squat the arms are back, ready to swing.
const COILED: Pose = Pose { root: even(0.238), lean: 29.0, arms: arms(78.0, 10.0, 30.0), ..LOW };
const TAKEOFF: Pose =
    Pose { root: even(0.545), lean: 6.0, nod: -8.0, legs: wide(0.0, 44.0), arms: arms(98.0, 10.0, 30.0), ..STAND };
const LEAVING: Pose = Pose { root: Root::Hips(vector(0.05, 0.60, 0.0)), legs: wide(0.04, 52.0), ..TAKEOFF };
const TOP: Pose = Pose {
    root: Root::Hips(vector(0.05, 0.74, 0.0)),
    legs: [swing(10.0, 14.0, -42.0), swing(10.0, 14.0, -42.0)],
    arms: arms(140.0, 10.0, 12.0),
    ..TAKEOFF
};
const TOUCH: Pose =
    Pose { root: even(0.52), lean: 12.0, nod: -10.0, legs: wide(0.0, 30.0), arms: arms(90.0, 14.0, 20.0), ..STAND };
const SOAK: Pose =
    Pose { root: even(0.36), lean: 26.0, nod: -14.0, legs: wide(0.0, 0.0), arms: arms(70.0, 14.0, 20.0), ..STAND };

/// The loop begins as the feet touch: the landing is the next squat.
const HARDER_MOTION: Motion = Motion {
    keys: &packed([
        key(0.0, Pass::Flow, TOUCH),
        key(0.25, Pass::Flow, SOAK),
        key(2.0, Pass::Drive, COILED),
        key(2.38, Pass::Flow, TAKEOFF),
        key(2.44, Pass::Flow, LEAVING),
        key(2.70, Pass::Settle, TOP),
    ]),
    still: (2.0, 2.7),
    moments: &[
        Moment { cue: 0, at: 1.5, joint: Joint::Waist, line: None },
        Moment { cue: 1, at: 0.4, joint: Joint::Knee(0), line: Some(Line::KneeOverToe(0)) },
        Moment { cue: 2, at: 2.0, joint: Joint::Foot(0), line: None },
        Moment { cue: 3, at: 1.0, joint: Joint::Chest, line: None },
        Moment { cue: 4, at: 0.2, joint: Joint::Hips, line: None },
    ],
    words: "Squats all the way down, jumps as high as it can with the arms swinging up, and lands straight into the \
        next squat.",
    ..BASE_MOTION
};
