//! The single-leg balance. Facts: the project's founding exercises, no. 4.

use crate::domain::catalogue::{
    Area, Cue, Dose, Exercise, Kind, Kit, Levels, Measure, Muscle, Muscles, Sides, Slip, Tag, Variation,
};

/// Half a minute on each leg, at every level.
const DOSE: Dose = Dose { sets: &[30], measure: Measure::Seconds, hold: 0, rest: 30, words: "30 seconds on each leg" };

/// What lifts is the same whatever is underfoot.
const LIFT: &str = "Lift one foot slightly and hold it under your body, flexed: toes pulled to the shin.";
const TAGS: &[Tag] = &[Tag::FallRisk, Tag::Quiet, Tag::NoFloor];

pub(super) const ENTRY: Exercise = Exercise {
    id: "single-leg-balance",
    name: "Single-leg balance",
    kind: Kind::Balance,
    summary: "Stand on one bare foot; teaches foot, ankle and hip to hold you still.",
    muscles: Muscles { primary: &[Muscle::FootIntrinsics, Muscle::TibialisPosterior], secondary: &[Muscle::GluteMed] },
    areas: &[Area::LowerLeg, Area::Hips],
    timing: "On any day and at any hour, before a run or after it.",
    breathing: "Breathe slowly and evenly; a held breath makes you stiff.",
    cues: &[
        Cue { topic: "barefoot", text: "Do it barefoot: a strong foot makes a strong landing." },
        Cue { topic: "foot", text: "Keep the lifted foot flexed and under your body." },
        Cue { topic: "hips", text: "Hold both hips at one height." },
        Cue { topic: "core", text: "Brace the core and grow tall; small corrections come from the ankle." },
    ],
    slip: Slip {
        slip: "The standing toes claw at the floor.",
        fix: "Lay the toes long and share the weight between heel, big toe and little toe.",
    },
    why: "A run is a row of landings on one foot. If you can stand on it, you can push from it.",
    easier: "Rest a fingertip on a wall or a chair.",
    harder: "Turn the head slowly from side to side while you stand.",
    warning: "Keep something to hold within reach, and put the foot down before you fall.",
    levels: Levels {
        base: Variation {
            title: "Eyes open",
            start: &["Stand barefoot on firm ground.", LIFT],
            steps: &["Stand on one leg for 30 seconds.", "Change legs."],
            dose: DOSE,
            sides: Sides::PerSide,
            kit: &[],
            tempo: &[],
            cue: "Barefoot and tall; lifted foot flexed under you.",
            note: "New to balance work? Begin here, and own this before you try the next one.",
            tags: TAGS,
        },
        hard: Variation {
            title: "Eyes closed",
            start: &["Stand barefoot on firm ground, something to hold within reach.", LIFT],
            steps: &["Close your eyes.", "Stand on one leg for 30 seconds.", "Open them and change legs."],
            dose: DOSE,
            sides: Sides::PerSide,
            kit: &[],
            tempo: &[],
            cue: "Eyes closed; feel the whole foot on the floor.",
            note: "With the eyes closed this is much harder than it sounds.",
            tags: TAGS,
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
            tempo: &[],
            cue: "Let the ankle work; hips level, core on.",
            note: "The ground gives way under you, so ankle and foot never stop correcting.",
            tags: TAGS,
        },
    },
};
