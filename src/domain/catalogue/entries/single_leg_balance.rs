//! The single-leg balance. Facts: the project's founding exercises, no. 4.

use crate::domain::catalogue::{
    Area, BodyPart, Cue, Dose, Exercise, Kind, Kit, Levels, Measure, Muscle, Muscles, Sides, Slip, Tag, Variation,
};
use crate::domain::figure::{
    Arm, BOSU_HEIGHT, Foot, Joint, Key, Leg, Line, Moment, Motion, Pass, Pose, Prop, Root, STAND, Shots, Swing, flat,
    key, packed, planted, reach,
};

/// Half a minute on each leg, at every level.
const DOSE: Dose = Dose { sets: &[30], measure: Measure::Seconds, hold: 0, rest: 30, words: "30 seconds on each leg" };

/// What lifts is the same whatever is underfoot.
const LIFT: &str = "Lift one foot slightly and hold it under your body, flexed: toes pulled to the shin.";
const TAGS: &[Tag] = &[Tag::FallRisk, Tag::Quiet, Tag::NoFloor];

const MUSCLES: Muscles =
    Muscles { primary: &[Muscle::FootIntrinsics, Muscle::TibialisPosterior], secondary: &[Muscle::GluteMed] };

/// The same at every level.
const BREATH: &str = "Breathe slowly and evenly; a held breath makes you stiff.";
/// The same at every level.
const CUES: &[Cue] = &[
    Cue { topic: "barefoot", text: "Do it barefoot: a strong foot makes a strong landing." },
    Cue { topic: "foot", text: "Keep the lifted foot flexed and under your body." },
    Cue { topic: "hips", text: "Hold both hips at one height." },
    Cue { topic: "core", text: "Brace the core and grow tall; small corrections come from the ankle." },
];

pub(super) const ENTRY: Exercise = Exercise {
    id: "single-leg-balance",
    name: "Single-leg balance",
    kind: Kind::Balance,
    summary: "Stand on one bare foot; teaches foot, ankle and hip to hold you still.",
    muscles: MUSCLES,
    areas: &[Area::LowerLeg, Area::Hips],
    timing: "On any day and at any hour, before a run or after it.",
    why: "A run is a row of landings on one foot. If you can stand on it, you can push from it.",
    levels: Levels {
        base: Variation {
            title: "Eyes open",
            start: &["Stand barefoot on firm ground.", LIFT],
            steps: &["Stand on one leg for 30 seconds.", "Change legs."],
            dose: DOSE,
            sides: Sides::PerSide,
            kit: &[],
            loads: &[BodyPart::Foot, BodyPart::LowerLeg, BodyPart::Hip],
            tempo: &[],
            cue: "Barefoot and tall; lifted foot flexed under you.",
            note: "New to balance work? Begin here, and own this before you try the next one.",
            breathing: BREATH,
            cues: CUES,
            slip: Slip {
                slip: "The standing toes claw at the floor.",
                fix: "Lay the toes long and share the weight between heel, big toe and little toe.",
            },
            easier: "Rest a fingertip on a wall or a chair.",
            harder: "Turn the head slowly from side to side while you stand.",
            warning: "Keep something to hold within reach, and put the foot down before you fall.",
            tags: TAGS,
            motion: &BASE_MOTION,
        },
        hard: Variation {
            title: "Eyes closed",
            start: &["Stand barefoot on firm ground, something to hold within reach.", LIFT],
            steps: &["Close your eyes.", "Stand on one leg for 30 seconds.", "Open them and change legs."],
            dose: DOSE,
            sides: Sides::PerSide,
            kit: &[],
            loads: &[BodyPart::Foot, BodyPart::LowerLeg, BodyPart::Hip],
            tempo: &[],
            cue: "Eyes closed; feel the whole foot on the floor.",
            note: "With the eyes closed this is much harder than it sounds.",
            breathing: BREATH,
            cues: CUES,
            slip: Slip {
                slip: "The standing toes claw at the floor.",
                fix: "Lay the toes long and feel the weight on heel, big toe and little toe.",
            },
            easier: "Rest a fingertip on a wall or a chair, or close your eyes for a few breaths only.",
            harder: "Cross the arms over the chest, something to hold still within reach.",
            warning: "Keep something to hold within reach; open your eyes and put the foot down before you fall.",
            tags: TAGS,
            motion: &HARD_MOTION,
        },
        harder: Variation {
            title: "On a soft surface",
            start: &[
                "Lay out something that gives way: a BOSU turned flat side up, a pillow, anything soft.",
                "Step onto it barefoot, something to hold within reach.",
                LIFT,
            ],
            steps: &["Stand on one leg for 30 seconds.", "Step down and change legs."],
            dose: DOSE,
            sides: Sides::PerSide,
            kit: &[Kit::SoftSurface],
            loads: &[BodyPart::Foot, BodyPart::LowerLeg, BodyPart::Knee, BodyPart::Hip],
            tempo: &[],
            cue: "Let the ankle work; hips level, core on.",
            note: "The ground gives way under you, so ankle and foot never stop correcting.",
            breathing: BREATH,
            cues: CUES,
            slip: Slip {
                slip: "The standing toes claw at what is under them.",
                fix: "Lay the toes long and share the weight between heel, big toe and little toe.",
            },
            easier: "Rest a fingertip on a wall, or take something firmer.",
            harder: "Take something softer, or cross the arms over the chest.",
            warning: "Keep something to hold within reach, and step down before you fall.",
            tags: TAGS,
            motion: &HARDER_MOTION,
        },
    },
};

/// The lifted leg: a little bent in front, its foot under the body, the toes to the shin and higher than the heel.
const LIFTED: Leg = Leg::Free(Swing { hip: 26.0, out: 4.0, turn: 0.0, knee: 34.0, foot: 20.0 });

/// Standing tall on ground this high, the hips so far above it, so much of the weight on the right foot, arms so.
const fn both(ground: f32, hips: f32, right: f32, arms: [Arm; 2]) -> Pose {
    Pose {
        root: Root::Balanced { hips: ground + hips, right },
        legs: [planted(Foot { y: ground, ..flat(0.0, 0.04) }), planted(Foot { y: ground, ..flat(0.0, -0.04) })],
        arms,
        ..STAND
    }
}

/// Standing tall on the right foot.
const fn one(ground: f32, arms: [Arm; 2]) -> Pose {
    let stand = both(ground, 0.525, 1.0, arms);
    Pose { legs: [stand.legs[0], LIFTED], ..stand }
}

/// Arms this far from the body.
const fn arms(right: f32, left: f32) -> [Arm; 2] {
    [reach(10.0, right, 10.0, 16.0), reach(10.0, left, 10.0, 16.0)]
}

/// Weight over the right foot, then the left foot up; so it stays, and so it is put down again.
const fn balance(ground: f32, hips: f32, out: f32) -> [Key; 5] {
    let held = one(ground, arms(out, out + 4.0));
    let ready = both(ground, hips, 0.72, arms(0.5 * out + 4.0, 0.5 * out + 6.0));
    [
        key(0.0, Pass::Settle, both(ground, hips, 0.5, arms(8.0, 8.0))),
        key(0.7, Pass::Flow, ready),
        key(1.5, Pass::Hold, held),
        key(5.5, Pass::Settle, held),
        key(6.3, Pass::Flow, ready),
    ]
}

/// On firm ground.
const BASE_MOTION: Motion = Motion {
    period: 7.0,
    keys: &packed(balance(0.0, 0.5287, 18.0)),
    shots: Shots::Both,
    barefoot: true,
    props: &[],
    muscles: MUSCLES,
    still: (0.0, 3.5),
    moments: &[
        Moment { cue: 0, at: 2.0, joint: Joint::Foot(0), line: None },
        Moment { cue: 1, at: 3.0, joint: Joint::Foot(1), line: None },
        Moment { cue: 2, at: 4.0, joint: Joint::Hips, line: Some(Line::AcrossHips) },
        Moment { cue: 3, at: 5.0, joint: Joint::Waist, line: None },
    ],
    words: "Stands barefoot, lifts the left foot a little, toes to the shin, keeps it under the body and stands still and \
        tall on the right leg, hips level.",
};

/// Without the eyes: the arms help more.
const HARD_MOTION: Motion = Motion {
    keys: &packed(balance(0.0, 0.5287, 28.0)),
    props: &[Prop::EyesClosed],
    words: "Stands barefoot, closes the eyes, lifts the left foot a little, toes to the shin, and stands still on the right \
        leg, arms a little out.",
    ..BASE_MOTION
};

/// On half a ball.
const HARDER_MOTION: Motion = Motion {
    keys: &packed(balance(BOSU_HEIGHT, 0.525, 36.0)),
    props: &[Prop::Bosu { x: 0.02, z: 0.03 }],
    words: "Stands barefoot on the flat side of half a ball, lifts the left foot a little, toes to the shin, and stands on \
        the right leg, hips level, arms out for balance.",
    ..BASE_MOTION
};
