//! The monster walk. Facts: the project's founding exercises, no. 2.

use crate::domain::catalogue::{
    Area, Beat, BodyPart, Cue, Dose, Exercise, Kind, Kit, Levels, Measure, Muscle, Muscles, Sides, Slip, Tag, Variation,
};
use crate::domain::figure::{
    Foot, Joint, Leg, Line, Moment, Motion, Packed, Pass, Pose, Prop, Ring, Root, STAND, Shots, View, flat, key,
    packed, planted, reach,
};

/// A second out and two to follow: the trailing foot gives way to the band slowly.
const TEMPO: &[Beat] = &[Beat { word: "step out", seconds: 1 }, Beat { word: "follow", seconds: 2 }];

/// The stance is the same wherever the band sits.
const BEND: &str = "Bend the knees to 45°.";
const LEAN: &str = "Lean the torso slightly forward without a hunch in the back; eyes and chest face forward.";
const WALK: &[&str] = &[
    "Take a wide step to the right, body straight, knees pointing forward.",
    "Let the left foot follow slowly, and keep the band tight.",
    "Take 12 steps to the right, then 12 to the left.",
];

/// Twelve steps right and twelve left, at every level.
const DOSE: Dose = Dose {
    sets: &[12, 12, 12],
    measure: Measure::Steps,
    hold: 0,
    rest: 60,
    words: "3 sets of 12 steps each way: 12 right, 12 left",
};

const MUSCLES: Muscles = Muscles { primary: &[Muscle::GluteMed], secondary: &[Muscle::GluteMax, Muscle::Quads] };

/// The same at every level.
const BREATH: &str = "Breathe out as you step, in as the other foot follows.";
/// The same at every level.
const CUES: &[Cue] = &[
    Cue {
        topic: "knees",
        text: "Point the knees forward, never in or out. In a run you want to land with the knee \
                    straight and strong, and core, glutes and hips are what hold it there.",
    },
    Cue { topic: "core", text: "Keep the core on, with no arch in the lower back." },
    Cue { topic: "step", text: "Step from the core, and never so high that your torso shifts." },
    Cue { topic: "band", text: "The lower the band sits on the legs, the harder the walk." },
    Cue {
        topic: "mirror",
        text: "Watch yourself in a mirror. If your head bobs, the steps are not smooth and the wrong \
                    muscles work.",
    },
];
/// The same at every level.
const SLIP: Slip = Slip {
    slip: "The torso sways from side to side with each step.",
    fix: "Take a lower step and start it from the core; the head glides along one line.",
};
/// With one band.
const WARNING: &str = "If a knee falls in and you cannot bring it back, stop and take a lighter band.";

pub(super) const ENTRY: Exercise = Exercise {
    id: "monster-walk",
    name: "Monster walk",
    kind: Kind::Band,
    summary: "Wide side steps against a band; works the outer hip that keeps your pelvis level.",
    muscles: MUSCLES,
    areas: &[Area::Hips, Area::Thighs],
    timing: "Directly before a run to wake the outer hips, or directly after it.",
    why: "Each stride asks the outer hip to hold the pelvis level. Here it learns that against a pull.",
    levels: Levels {
        base: Variation {
            title: "Band round the ankles",
            start: &["Stand with a loop band round the ankles.", BEND, LEAN],
            steps: WALK,
            dose: DOSE,
            sides: Sides::PerSide,
            kit: &[Kit::LoopBand],
            loads: &[
                BodyPart::Foot,
                BodyPart::LowerLeg,
                BodyPart::Knee,
                BodyPart::Thigh,
                BodyPart::Hip,
                BodyPart::Back,
            ],
            tempo: TEMPO,
            cue: "Knees forward, head level, step from the core.",
            note: "Begin here; go on when the head stays level for every step both ways.",
            breathing: BREATH,
            cues: CUES,
            slip: SLIP,
            easier: "Slip the band above the knees, or take a lighter one.",
            harder: "Take a stronger band before you add steps.",
            warning: WARNING,
            tags: &[Tag::Quiet, Tag::NoFloor],
            motion: &BASE_MOTION,
        },
        hard: Variation {
            title: "Band round the feet",
            start: &["Stand with the loop band round the feet, over the arches.", BEND, LEAN],
            steps: WALK,
            dose: DOSE,
            sides: Sides::PerSide,
            kit: &[Kit::LoopBand],
            loads: &[
                BodyPart::Foot,
                BodyPart::LowerLeg,
                BodyPart::Knee,
                BodyPart::Thigh,
                BodyPart::Hip,
                BodyPart::Back,
            ],
            tempo: TEMPO,
            cue: "Feet and knees forward against the pull; core on.",
            note: "Over the arches the band pulls the feet inwards, so the rotation of the hip is worked as well.",
            breathing: BREATH,
            cues: CUES,
            slip: SLIP,
            easier: "Slip the band up to the ankles, or take a lighter one.",
            harder: "Take a stronger band before you add steps.",
            warning: WARNING,
            tags: &[Tag::Quiet, Tag::NoFloor],
            motion: &HARD_MOTION,
        },
        harder: Variation {
            title: "A second band round the knees",
            start: &[
                "Keep the first loop band at the ankles or the feet, and stand.",
                "Slip a second loop band round the knees.",
                BEND,
                LEAN,
            ],
            steps: WALK,
            dose: DOSE,
            sides: Sides::PerSide,
            kit: &[Kit::LoopBand, Kit::SecondLoopBand],
            loads: &[
                BodyPart::Foot,
                BodyPart::LowerLeg,
                BodyPart::Knee,
                BodyPart::Thigh,
                BodyPart::Hip,
                BodyPart::Back,
            ],
            tempo: TEMPO,
            cue: "Two bands, same walk: knees forward, no sway.",
            note: "The second band pulls at the knees: if they give way, take it off again.",
            breathing: BREATH,
            cues: CUES,
            slip: SLIP,
            easier: "Take the band at the knees off, or take lighter ones.",
            harder: "Take stronger bands, one at a time, before you add steps.",
            warning: "If a knee falls in and you cannot bring it back, stop and take the band at the knees off.",
            tags: &[Tag::Quiet, Tag::NoFloor],
            motion: &HARDER_MOTION,
        },
    },
};

/// A foot that looks ahead, its knee held out over it against the band.
const fn stood(z: f32) -> Leg {
    planted(Foot { knee: 10.0, ..flat(0.0, z) })
}

/// A quarter squat with a straight back, hands before the chest: feet so far from `middle`, so much of the weight on the
/// right, arms so far raised.
const fn squat(middle: f32, apart: f32, right: f32, raise: f32) -> Pose {
    let arm = reach(raise, 14.0, 52.0, 118.0);
    Pose {
        root: Root::Balanced { hips: 0.485, right },
        lean: 20.0,
        nod: -16.0,
        legs: [stood(middle + apart), stood(middle - apart)],
        arms: [arm, arm],
        ..STAND
    }
}

/// Where the stance is narrowest the band is still tight.
const fn narrow(middle: f32) -> Pose {
    squat(middle, 0.07, 0.5, 24.0)
}

/// After a wide step, most of the weight on the foot that stepped.
const fn wide(middle: f32, right: f32) -> Pose {
    squat(middle, 0.15, right, 29.0)
}

/// Two steps right, two steps left, hips and head at one height.
const WALKING: &[Packed] = &packed([
    key(0.0, Pass::Drive, narrow(-0.16)),
    key(1.0, Pass::Settle, wide(-0.08, 0.66)),
    key(3.0, Pass::Drive, narrow(0.0)),
    key(4.0, Pass::Settle, wide(0.08, 0.66)),
    key(6.0, Pass::Drive, narrow(0.16)),
    key(7.0, Pass::Settle, wide(0.08, 0.34)),
    key(9.0, Pass::Drive, narrow(0.0)),
    key(10.0, Pass::Settle, wide(-0.08, 0.34)),
]);

/// The band at the ankles.
const BASE_MOTION: Motion = Motion {
    period: 12.0,
    keys: WALKING,
    shots: Shots::One(View::Front),
    barefoot: false,
    props: &[Prop::LoopBand(Ring::Ankles)],
    muscles: MUSCLES,
    still: (0.0, 1.0),
    moments: &[
        Moment { cue: 0, at: 1.0, joint: Joint::Knee(0), line: Some(Line::KneeOverToe(0)) },
        Moment { cue: 1, at: 3.0, joint: Joint::Waist, line: None },
        Moment { cue: 2, at: 3.6, joint: Joint::Hips, line: Some(Line::AcrossHips) },
        Moment { cue: 3, at: 4.0, joint: Joint::Foot(0), line: None },
        Moment { cue: 4, at: 5.0, joint: Joint::Head, line: None },
    ],
    words: "Stands with bent knees and a loop band round the ankles, steps wide to the side, lets the other foot follow \
        slowly, and walks so to the right and back to the left with the head at one height.",
};

/// The band round the arches.
const HARD_MOTION: Motion = Motion {
    props: &[Prop::LoopBand(Ring::Arches)],
    words: "Stands with bent knees and a loop band round both feet, steps wide to the side, lets the other foot follow \
        slowly, and walks so to the right and back to the left with toes and knees forward.",
    ..BASE_MOTION
};

/// A second band at the knees.
const HARDER_MOTION: Motion = Motion {
    props: &[Prop::LoopBand(Ring::Ankles), Prop::LoopBand(Ring::AboveKnees)],
    words: "Stands with bent knees, one loop band round the ankles and one round the knees, steps wide to the side, lets \
        the other foot follow slowly, and walks so to the right and back to the left without a sway.",
    ..BASE_MOTION
};
