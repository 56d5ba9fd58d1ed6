//! The supported pistol squat. Facts: the project's founding exercises, no. 6.

use crate::domain::catalogue::{
    Area, Beat, BodyPart, Cue, Dose, Exercise, Kind, Kit, Levels, Measure, Muscle, Muscles, Sides, Slip, Tag, Variation,
};
use crate::domain::figure::{
    Foot, Joint, Leg, Line, Moment, Motion, PILLOW_HEIGHT, Pass, Pose, Prop, Root, STAND, Shots, flat, hand, key,
    packed, planted, reach, swing,
};

/// Three seconds down, one up: the depth is found slowly.
const TEMPO: &[Beat] = &[Beat { word: "down", seconds: 3 }, Beat { word: "press up", seconds: 1 }];

/// The squat is the same with or without support.
const STEPS: &[&str] = &[
    "Squat on that leg, the other straight out in front of you.",
    "Go only as deep as the heel stays down.",
    "Press up.",
    "Finish the set, then change legs.",
];

/// Ten on each leg, then eight on each, at every level.
const DOSE: Dose = Dose {
    sets: &[10, 8],
    measure: Measure::Reps,
    hold: 0,
    rest: 90,
    words: "1 set of 10 each leg, then 1 set of 8 each leg",
};
const TAGS: &[Tag] = &[Tag::FallRisk, Tag::DeepKnee, Tag::Quiet, Tag::NoFloor];

const MUSCLES: Muscles = Muscles {
    primary: &[Muscle::Quads, Muscle::GluteMax],
    secondary: &[Muscle::GluteMed, Muscle::Hamstrings, Muscle::Calves, Muscle::Abdominals],
};

/// The same at every level.
const BREATH: &str = "Breathe in as you go down, out as you press up.";
/// The same at every level.
const CUES: &[Cue] = &[
    Cue { topic: "barefoot", text: "Do it barefoot: a strong foot makes a strong landing." },
    Cue {
        topic: "back",
        text: "The back never hunches: core on, and imagine the dowel from the deadlift along it. That \
                    spares the lower back and loads glutes, hamstrings, calves and core.",
    },
    Cue { topic: "heel", text: "The heel stays down; where it wants to lift, you are deep enough." },
    Cue {
        topic: "leg",
        text: "Keep the free leg straight, foot flexed with the toes pulled to the shin; at the bottom \
                    it is ideally parallel to the floor.",
    },
    Cue { topic: "mirror", text: "Watch yourself in a mirror, or ask a partner to look." },
];
/// The slip is the same at every level, its mend is not.
const DIVE: &str = "The heel lifts and the knee dives forward at the bottom.";
/// The same at every level.
const WARNING: &str = "Stop at any pain in the knee, and come back to a depth that is free of it.";

pub(super) const ENTRY: Exercise = Exercise {
    id: "supported-pistol-squat",
    name: "Supported pistol squat",
    kind: Kind::Balance,
    summary: "Squat on one bare foot, the other leg out in front; strength for one leg at a time.",
    muscles: MUSCLES,
    areas: &[Area::Thighs, Area::Hips, Area::LowerLeg],
    timing: "After an easy run or on its own, not on the day before a hard or long run.",
    why: "You run on one leg at a time. This makes each of them strong without help from the other.",
    levels: Levels {
        base: Variation {
            title: "Holding straps",
            start: &[
                "Fix suspension straps, or any band, to a wall in front of you, and hold them.",
                "Stand barefoot on one leg.",
            ],
            steps: STEPS,
            dose: DOSE,
            sides: Sides::PerSide,
            kit: &[Kit::Straps],
            loads: &[
                BodyPart::Foot,
                BodyPart::LowerLeg,
                BodyPart::Knee,
                BodyPart::Thigh,
                BodyPart::Hip,
                BodyPart::Back,
                BodyPart::Arm,
            ],
            tempo: TEMPO,
            cue: "Heel down, back straight, free leg long.",
            note: "Pull on the straps as much as you need, and a little less each week.",
            breathing: BREATH,
            cues: CUES,
            slip: Slip { slip: DIVE, fix: "Stop higher, sit the hips back, and let the straps take more of you." },
            easier: "Sit down to a chair and stand up again, the straps in your hands.",
            harder: "Go a little deeper, heel down, before you let go of the straps.",
            warning: WARNING,
            tags: TAGS,
            motion: &BASE_MOTION,
        },
        hard: Variation {
            title: "No support",
            start: &["Hold nothing: reach both arms forward.", "Stand barefoot on one leg."],
            steps: STEPS,
            dose: DOSE,
            sides: Sides::PerSide,
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
            cue: "Core on, heel down; only as deep as you control.",
            note: "Warning: without support this can injure you if you are not ready. \
                Wait until both sets at Base are steady and you hardly pull.",
            breathing: BREATH,
            cues: CUES,
            slip: Slip {
                slip: DIVE,
                fix: "Stop higher and sit the hips back; hold on to something until it stays down.",
            },
            easier: "Sit down to a chair and stand up again on one leg.",
            harder: "Go a little deeper, heel down, and stop for a second at the bottom.",
            warning: WARNING,
            tags: TAGS,
            motion: &HARD_MOTION,
        },
        harder: Variation {
            title: "On a soft surface",
            start: &[
                "Lay out a pillow or a folded mat.",
                "Stand on it barefoot on one leg, a wall within reach, and reach both arms forward.",
            ],
            steps: STEPS,
            dose: DOSE,
            sides: Sides::PerSide,
            kit: &[Kit::SoftSurface],
            loads: &[
                BodyPart::Foot,
                BodyPart::LowerLeg,
                BodyPart::Knee,
                BodyPart::Thigh,
                BodyPart::Hip,
                BodyPart::Back,
            ],
            tempo: TEMPO,
            cue: "Let the ankle work; heel down, back straight.",
            note: "Again with nothing to hold, and the ground gives way: come here only from ten calm ones on the floor.",
            breathing: BREATH,
            cues: CUES,
            slip: Slip {
                slip: DIVE,
                fix: "Stop higher and sit the hips back; do it on firm ground until it stays down.",
            },
            easier: "Rest a fingertip on the wall, or take something firmer.",
            harder: "Go a little deeper, heel down, and stop for a second at the bottom.",
            warning: WARNING,
            tags: TAGS,
            motion: &HARDER_MOTION,
        },
    },
};

/// On the right leg, tall, the left one long in front.
const TALL: Pose = Pose {
    root: Root::Balanced { hips: 0.525, right: 1.0 },
    lean: 3.0,
    legs: [planted(RIGHT), swing(30.0, 2.0, 12.0)],
    arms: [hand(0.27, 0.755, 0.09, 30.0), hand(0.27, 0.755, -0.09, 30.0)],
    ..STAND
};
/// As deep as the heel stays down, the left leg level with the floor.
const DEEP: Pose = Pose {
    root: Root::Balanced { hips: 0.262, right: 1.0 },
    lean: 31.0,
    spine: 3.0,
    nod: -18.0,
    legs: [planted(RIGHT), swing(119.0, 1.0, 14.0)],
    arms: [hand(0.303, 0.645, 0.09, 30.0), hand(0.303, 0.645, -0.09, 30.0)],
    ..TALL
};
/// The foot that everything stands on.
const RIGHT: Foot = Foot { out: 6.0, knee: -14.0, ..flat(0.0, 0.020) };
/// What each cue speaks of.
const MOMENTS: &[Moment] = &[
    Moment { cue: 0, at: 0.2, joint: Joint::Foot(0), line: None },
    Moment { cue: 1, at: 2.0, joint: Joint::Waist, line: None },
    Moment { cue: 2, at: 2.8, joint: Joint::Foot(0), line: None },
    Moment { cue: 3, at: 3.0, joint: Joint::Foot(1), line: None },
    Moment { cue: 4, at: 2.4, joint: Joint::Knee(0), line: Some(Line::KneeOverToe(0)) },
];
/// Down and up with taut straps.
const BASE_MOTION: Motion = Motion {
    period: 4.0,
    keys: &packed([key(0.0, Pass::Settle, TALL), key(3.0, Pass::Drive, DEEP)]),
    shots: Shots::Both,
    barefoot: true,
    props: &[Prop::Straps { x: 0.66, y: 0.80 }],
    muscles: MUSCLES,
    still: (0.0, 3.0),
    moments: MOMENTS,
    words: "Stands barefoot on the right leg holding wall straps, squats slowly with the heel down and the left leg \
        straight out in front until it is level with the floor, and presses up.",
};

/// The same without anything to hold: the arms reach forward against the hips.
const HARD_MOTION: Motion = Motion {
    keys: &packed([
        key(0.0, Pass::Settle, Pose { arms: [reach(76.0, 6.0, 0.0, 6.0), reach(76.0, 6.0, 0.0, 6.0)], ..TALL }),
        key(3.0, Pass::Drive, Pose { arms: [reach(122.0, 4.0, 0.0, 4.0), reach(122.0, 4.0, 0.0, 4.0)], ..DEEP }),
    ]),
    props: &[],
    words: "Stands barefoot on the right leg with both arms reached forward, squats slowly with the heel down and the \
        left leg straight out in front until it is level with the floor, and presses up.",
    ..BASE_MOTION
};

/// The foot on the pillow.
const SOFT: Leg = planted(Foot { y: PILLOW_HEIGHT, ..RIGHT });
/// The same on a pillow, the arms a little wider.
const HARDER_MOTION: Motion = Motion {
    keys: &packed([
        key(
            0.0,
            Pass::Settle,
            Pose {
                root: Root::Balanced { hips: 0.525 + PILLOW_HEIGHT, right: 1.0 },
                legs: [SOFT, swing(37.0, 2.0, 12.0)],
                arms: [reach(72.0, 16.0, 0.0, 8.0), reach(72.0, 16.0, 0.0, 8.0)],
                ..TALL
            },
        ),
        key(
            3.0,
            Pass::Drive,
            Pose {
                root: Root::Balanced { hips: 0.272 + PILLOW_HEIGHT, right: 1.0 },
                legs: [SOFT, DEEP.legs[1]],
                arms: [reach(120.0, 12.0, 0.0, 6.0), reach(118.0, 15.0, 0.0, 6.0)],
                ..DEEP
            },
        ),
    ]),
    props: &[Prop::Pillow { x: 0.030, z: 0.020 }],
    words: "Stands barefoot on the right leg on a pillow with both arms reached forward, squats slowly with the heel \
        down and the left leg straight out in front, and presses up.",
    ..BASE_MOTION
};
