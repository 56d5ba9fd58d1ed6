//! The supported pistol squat. Facts: the project's founding exercises, no. 6.

use crate::domain::catalogue::{
    Area, Beat, Cue, Dose, Exercise, Kind, Kit, Levels, Measure, Muscle, Muscles, Sides, Slip, Tag, Variation,
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

pub(super) const ENTRY: Exercise = Exercise {
    id: "supported-pistol-squat",
    name: "Supported pistol squat",
    kind: Kind::Balance,
    summary: "Squat on one bare foot with straps to help; strength for one leg at a time.",
    muscles: Muscles {
        primary: &[Muscle::Quads, Muscle::GluteMax],
        secondary: &[Muscle::GluteMed, Muscle::Hamstrings, Muscle::Calves, Muscle::Abdominals],
    },
    areas: &[Area::Thighs, Area::Hips, Area::LowerLeg],
    timing: "After an easy run or on its own, not on the day before a hard or long run.",
    breathing: "Breathe in as you go down, out as you press up.",
    cues: &[
        Cue { topic: "barefoot", text: "Do it barefoot: a strong foot makes a strong landing." },
        Cue {
            topic: "back",
            text: "The back never hunches: core on, and imagine the dowel from the deadlift along it. \
                That spares the lower back and loads glutes, hamstrings, calves and core.",
        },
        Cue { topic: "heel", text: "The heel stays down; where it wants to lift, you are deep enough." },
        Cue {
            topic: "leg",
            text: "Keep the free leg straight, foot flexed with the toes pulled to the shin; \
                at the bottom it is ideally parallel to the floor.",
        },
        Cue { topic: "mirror", text: "Watch yourself in a mirror, or ask a partner to look." },
    ],
    slip: Slip {
        slip: "The heel lifts and the knee dives forward at the bottom.",
        fix: "Stop higher, sit the hips back, and let the straps take more of you.",
    },
    why: "You run on one leg at a time. This makes each of them strong without help from the other.",
    easier: "Sit down to a chair and stand up again, the straps in your hands.",
    harder: "Go a little deeper, heel down, before you let go of the straps.",
    warning: "Stop at any pain in the knee, and come back to a depth that is free of it.",
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
            tempo: TEMPO,
            cue: "Heel down, back straight, free leg long.",
            note: "Pull on the straps as much as you need, and a little less each week.",
            tags: TAGS,
        },
        hard: Variation {
            title: "No support",
            start: &["Let go of the straps and reach both arms forward.", "Stand barefoot on one leg."],
            steps: STEPS,
            dose: DOSE,
            sides: Sides::PerSide,
            kit: &[],
            tempo: TEMPO,
            cue: "Core on, heel down; only as deep as you control.",
            note: "Warning: without support this can injure you if you are not ready. \
                Wait until both sets are steady with hardly a pull on the straps.",
            tags: TAGS,
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
            tempo: TEMPO,
            cue: "Let the ankle work; heel down, back straight.",
            note: "Again with nothing to hold, and the ground gives way: come here only from ten calm ones on the floor.",
            tags: TAGS,
        },
    },
};
