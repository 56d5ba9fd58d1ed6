//! The banded glute bridge. Facts: the project's founding exercises, no. 1.

use crate::domain::catalogue::{
    Area, Beat, BodyPart, Cue, Dose, Exercise, Kind, Kit, Levels, Measure, Muscle, Muscles, Sides, Slip, Tag, Variation,
};
use crate::domain::figure::{
    Joint, LIE, Leg, Line, Moment, Motion, Pass, Pose, Prop, Ring, Root, Shots, View, flat, hand, key, packed, planted,
    swing, vector,
};

/// Up in a second, held three, down in two: the hold is the text's, lowering is slower than lifting.
const TEMPO: &[Beat] =
    &[Beat { word: "up", seconds: 1 }, Beat { word: "hold", seconds: 3 }, Beat { word: "down", seconds: 2 }];

/// With one leg going out and in at the top, so that the straight leg is held for its 3 seconds.
const LEG_OUT_TEMPO: &[Beat] = &[
    Beat { word: "up", seconds: 1 },
    Beat { word: "leg out", seconds: 1 },
    Beat { word: "hold", seconds: 3 },
    Beat { word: "leg in", seconds: 1 },
    Beat { word: "down", seconds: 2 },
];

const MUSCLES: Muscles = Muscles { primary: &[Muscle::GluteMax], secondary: &[Muscle::Hamstrings, Muscle::GluteMed] };

/// The same at every level.
const BREATH: &str = "Breathe out as you press up, in as you lower.";
/// With both feet down, at least on the way up and down.
const CUES: &[Cue] = &[
    Cue {
        topic: "hips",
        text: "Keep the hips tucked from start to end, with no arch in the lower back: an arch strains \
                    the back and switches the core off.",
    },
    Cue { topic: "breath", text: "Breathe out on the way up, in on the way down." },
    Cue {
        topic: "knees",
        text: "Hold the knees over the feet, on the way up and down: they neither fall in nor bow out.",
    },
    Cue { topic: "band", text: "Feel the band pull the whole time. If it goes slack, take a stronger one." },
    Cue { topic: "line", text: "At the top a dowel would touch hips, quads, core and chest." },
];
/// On one foot.
const ONE_LEG_CUES: &[Cue] = &[
    Cue {
        topic: "hips",
        text: "Keep the hips tucked from start to end, with no arch in the lower back: an arch strains \
                    the back and switches the core off.",
    },
    Cue { topic: "breath", text: "Breathe out on the way up, in on the way down." },
    Cue {
        topic: "knees",
        text: "Hold the knee that presses over its foot, on the way up and down: it neither falls in \
                    nor bows out.",
    },
    Cue { topic: "band", text: "Feel the band pull the whole time. If it goes slack, take a stronger one." },
    Cue { topic: "line", text: "At the top a dowel would touch hips, quads, core and chest." },
];
/// The same at every level.
const SLIP: Slip = Slip {
    slip: "The lower back arches to get the hips higher.",
    fix: "Tuck the hips first, then press; stop where torso and thighs make one line.",
};
/// The same at every level.
const STRONGER: &str = "Take a stronger band before you add repetitions.";
/// The same at every level.
const WARNING: &str =
    "Felt in the lower back rather than the glutes? Lower, tuck the hips and start again, not as high.";

pub(super) const ENTRY: Exercise = Exercise {
    id: "banded-glute-bridge",
    name: "Banded glute bridge",
    kind: Kind::Band,
    summary: "Press the hips up against a band; wakes the glutes that drive push-off.",
    muscles: MUSCLES,
    areas: &[Area::Hips, Area::Thighs, Area::Trunk],
    timing: "Directly before a run to wake the hips, or directly after it.",
    why: "Push-off comes from the hip. A glute that works on time drives you forward and spares hamstrings and back.",
    levels: Levels {
        base: Variation {
            title: "Both feet down",
            start: &[
                "Lie on your back, knees bent, feet flat and hip-width apart.",
                "Slip a loop band just above the knees.",
                "Spread your weight evenly across each foot.",
            ],
            steps: &[
                "Brace core and glutes and press the hips up until torso and thighs make one line.",
                "Hold for 3 seconds.",
                "Lower with control.",
            ],
            dose: Dose {
                sets: &[10, 10, 10],
                measure: Measure::Reps,
                hold: 3,
                rest: 60,
                words: "3 sets of 10, each held 3 s",
            },
            sides: Sides::Both,
            kit: &[Kit::LoopBand],
            loads: &[BodyPart::Thigh, BodyPart::Hip, BodyPart::Back],
            tempo: TEMPO,
            cue: "Hips tucked, knees over the feet, band tight.",
            note: "Begin here; go on when all ten keep one straight line.",
            breathing: BREATH,
            cues: CUES,
            slip: SLIP,
            easier: "Leave the band off, or hold for one second, until ten look alike.",
            harder: STRONGER,
            warning: WARNING,
            tags: &[Tag::Supine, Tag::Quiet],
            motion: &BASE_MOTION,
        },
        hard: Variation {
            title: "One leg straightens at the top",
            start: &[
                "Lie on your back, knees bent, feet flat and hip-width apart.",
                "Slip a loop band just above the knees.",
                "Spread your weight evenly across each foot.",
            ],
            steps: &[
                "Brace core and glutes and press up until torso and thighs make one line.",
                "At the top straighten one leg, foot flexed: toes pulled to the shin.",
                "Hold for 3 seconds with the pelvis parallel to the floor.",
                "Set the foot down, then lower. Change legs on the next repetition.",
            ],
            dose: Dose {
                sets: &[10, 10, 10],
                measure: Measure::Reps,
                hold: 3,
                rest: 60,
                words: "3 sets of 10, legs in turn, each held 3 s",
            },
            sides: Sides::Alternating,
            kit: &[Kit::LoopBand],
            loads: &[BodyPart::Knee, BodyPart::Thigh, BodyPart::Hip, BodyPart::Back],
            tempo: LEG_OUT_TEMPO,
            cue: "Pelvis level: no dip, no tilt. Foot flexed.",
            note: "The pelvis stays parallel to the floor as the leg goes out: it neither dips nor tilts.",
            breathing: BREATH,
            cues: CUES,
            slip: SLIP,
            easier: "Straighten the leg only halfway, or hold for one second.",
            harder: STRONGER,
            warning: WARNING,
            tags: &[Tag::Supine, Tag::Quiet],
            motion: &HARD_MOTION,
        },
        harder: Variation {
            title: "One-leg bridge",
            start: &[
                "Lie on your back, knees bent, feet flat and hip-width apart, a loop band just above the knees.",
                "Straighten one leg before you press, foot flexed: toes pulled to the shin.",
            ],
            steps: &[
                "Brace core and glutes and press up on the other leg; the straight leg rises with the body.",
                "Hold for 3 seconds.",
                "Lower, the leg still straight and lifted.",
                "Finish the set, then change legs.",
            ],
            dose: Dose {
                sets: &[10, 10, 10],
                measure: Measure::Reps,
                hold: 3,
                rest: 60,
                words: "3 sets of 10 each leg, each held 3 s",
            },
            sides: Sides::PerSide,
            kit: &[Kit::LoopBand],
            loads: &[BodyPart::Knee, BodyPart::Thigh, BodyPart::Hip, BodyPart::Back],
            tempo: TEMPO,
            cue: "Leg straight and lifted; hips level and tucked.",
            note: "A one-leg bridge: the straight leg never touches down within a set.",
            breathing: BREATH,
            cues: ONE_LEG_CUES,
            slip: SLIP,
            easier: "Press up on both feet, then lift the straight leg at the top.",
            harder: STRONGER,
            warning: WARNING,
            tags: &[Tag::Supine, Tag::Quiet],
            motion: &HARDER_MOTION,
        },
    },
};

/// The feet stand hip-width apart, so near that the shins are nearly upright at the top.
const FEET: [Leg; 2] = [planted(flat(0.225, 0.052)), planted(flat(0.225, -0.052))];

/// A leg straight in line with the thigh of the other, its foot flexed.
const STRAIGHT: Leg = swing(0.0, 0.0, 14.0);

/// Lying, legs drawn up, arms on the floor beside the hips.
const DOWN: Pose = Pose {
    root: Root::Shoulders(vector(-0.288, 0.068, 0.0)),
    legs: FEET,
    arms: [hand(0.025, 0.029, 0.18, 138.0), hand(0.025, 0.029, -0.18, 138.0)],
    ..LIE
};

/// Shoulders, hips and knees in one line, the hips tucked, the head where it lay.
const TOP: Pose = Pose { lean: -117.0, spine: 4.0, nod: 31.0, ..DOWN };

/// The right leg straight out of the bridge.
const TOP_RIGHT_OUT: Pose = Pose { legs: [STRAIGHT, FEET[1]], ..TOP };

/// The left leg straight out of the bridge.
const TOP_LEFT_OUT: Pose = Pose { legs: [FEET[0], STRAIGHT], ..TOP };

/// The left leg straight and lifted before the press.
const DOWN_LEFT_OUT: Pose = Pose { legs: [FEET[0], swing(30.0, 0.0, 14.0)], ..DOWN };

const BAND: &[Prop] = &[Prop::LoopBand(Ring::AboveKnees)];

/// When the cues are seen: all levels press, hold and lower at the same seconds.
const MOMENTS: &[Moment] = &[
    Moment { cue: 0, at: 0.8, joint: Joint::Waist, line: None },
    Moment { cue: 1, at: 0.5, joint: Joint::Chest, line: None },
    Moment { cue: 2, at: 4.8, joint: Joint::Knee(0), line: Some(Line::KneeOverToe(0)) },
    Moment { cue: 3, at: 5.4, joint: Joint::Knee(0), line: None },
    Moment { cue: 4, at: 2.5, joint: Joint::Hips, line: Some(Line::ShoulderToKnee(0)) },
];

/// Up, three seconds held, down.
const BASE_MOTION: Motion = Motion {
    period: 6.0,
    keys: &packed([key(0.0, Pass::Drive, DOWN), key(1.0, Pass::Hold, TOP), key(4.0, Pass::Settle, TOP)]),
    shots: Shots::One(View::Side),
    barefoot: false,
    props: BAND,
    muscles: MUSCLES,
    still: (0.0, 2.5),
    moments: MOMENTS,
    words: "Lies on the back, presses the hips up until body and thighs are one line, holds three seconds and lowers.",
};

/// One repetition with the right leg going out at the top, one with the left.
const HARD_MOTION: Motion = Motion {
    period: 16.0,
    keys: &packed([
        key(0.0, Pass::Drive, DOWN),
        key(1.0, Pass::Settle, TOP),
        key(2.0, Pass::Hold, TOP_RIGHT_OUT),
        key(5.0, Pass::Settle, TOP_RIGHT_OUT),
        key(6.0, Pass::Settle, TOP),
        key(8.0, Pass::Drive, DOWN),
        key(9.0, Pass::Settle, TOP),
        key(10.0, Pass::Hold, TOP_LEFT_OUT),
        key(13.0, Pass::Settle, TOP_LEFT_OUT),
        key(14.0, Pass::Settle, TOP),
    ]),
    still: (0.0, 3.5),
    moments: &[
        Moment { at: 0.8, ..MOMENTS[0] },
        Moment { at: 0.5, ..MOMENTS[1] },
        Moment { at: 6.8, ..MOMENTS[2] },
        Moment { at: 7.4, ..MOMENTS[3] },
        Moment { at: 3.5, ..MOMENTS[4] },
    ],
    words: "Lies on the back, presses the hips up, straightens one leg in line with the body and holds it three \
        seconds, sets it down and lowers; then the same with the other leg.",
    ..BASE_MOTION
};

/// The left leg is straight from start to end; the right one presses.
const HARDER_MOTION: Motion = Motion {
    keys: &packed([
        key(0.0, Pass::Drive, DOWN_LEFT_OUT),
        key(1.0, Pass::Hold, TOP_LEFT_OUT),
        key(4.0, Pass::Settle, TOP_LEFT_OUT),
    ]),
    words: "Lies on the back with one leg straight and lifted, presses the hips up on the other leg until body and \
        legs are one line, holds three seconds and lowers.",
    ..BASE_MOTION
};
