//! The deep squat. Facts: the project's founding exercises, no. 7.

use crate::domain::catalogue::{
    Area, Beat, Cue, Dose, Exercise, Kind, Kit, Levels, Measure, Muscle, Muscles, Sides, Slip, Tag, Variation,
};

/// Two seconds down, one up: lowering is slower than lifting.
const TEMPO: &[Beat] = &[Beat { word: "down", seconds: 2 }, Beat { word: "press up", seconds: 1 }];

/// The stance is the same on the floor and on the ball.
const BRACE: &str = "Turn the core on and tuck the hips: no arch in the lower back.";

/// Twenty, three times, at every level.
const DOSE: Dose = Dose { sets: &[20, 20, 20], measure: Measure::Reps, hold: 0, rest: 60, words: "3 sets of 20" };

pub(super) const ENTRY: Exercise = Exercise {
    id: "deep-squat",
    name: "Deep squat",
    kind: Kind::BodyWeight,
    summary: "Squat all the way down and press up; strength through the full range.",
    muscles: Muscles { primary: &[Muscle::Quads, Muscle::GluteMax], secondary: &[Muscle::Adductors] },
    areas: &[Area::Thighs, Area::Hips],
    timing: "After an easy run or on its own, not on the day before a hard or long run.",
    breathing: "Breathe in as you go down, out as you press up.",
    cues: &[
        Cue { topic: "back", text: "Keep the back straight and the core on." },
        Cue { topic: "knees", text: "Press the knees out over the feet all the way down and up." },
        Cue { topic: "foot", text: "The whole foot stays down, the weight even across it." },
        Cue {
            topic: "weight",
            text: "Hold any weight in front as close to the body as you can: the farther it is, the more your back carries.",
        },
        Cue { topic: "form", text: "When form falls apart, stop and rest. Never power through." },
    ],
    slip: Slip {
        slip: "The knees fall in on the way up.",
        fix: "Press them out over the feet before you rise, and rise slower.",
    },
    why: "Strength through the whole bend of hip and knee leaves you something in hand on each landing and each hill.",
    easier: "Squat down to a box or a chair, or hold a door frame.",
    harder: "Add a weight: it is the natural next step, because muscles must be challenged progressively.",
    warning: "Stop at any pain in the knee, and come back to a depth that is free of it.",
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
            tempo: TEMPO,
            cue: "Whole foot down, knees out, back straight.",
            note: "New to strength work? This is a good place to start; it needs nothing.",
            tags: &[Tag::DeepKnee, Tag::Quiet, Tag::NoFloor],
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
            tempo: TEMPO,
            cue: "Keep the flat side level; core on, knees out.",
            note: "The ball tips under you: keep something to hold within reach.",
            tags: &[Tag::FallRisk, Tag::DeepKnee, Tag::Quiet, Tag::NoFloor],
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
            tempo: &[Beat { word: "down", seconds: 2 }, Beat { word: "jump", seconds: 1 }],
            cue: "Jump high; land soft, straight into the squat.",
            note: "Jump on the floor, never on the BOSU.",
            tags: &[Tag::Impact, Tag::DeepKnee, Tag::NoFloor],
        },
    },
};
