//! The single-leg deadlift. Facts: the project's founding exercises, no. 5.

use crate::domain::catalogue::{
    Area, Beat, Cue, Dose, Exercise, Kind, Kit, Levels, Measure, Muscle, Muscles, Sides, Slip, Tag, Variation,
};

/// Two seconds into the hinge, one out of it: the way up is a snap.
const TEMPO: &[Beat] = &[Beat { word: "hinge", seconds: 2 }, Beat { word: "snap up", seconds: 1 }];

/// The hinge and its end are the same whatever the hands do.
const HINGE: &str =
    "Hinge the hips back while one straight leg lifts behind you, foot flexed: toes pulled to the shin.";
const DEPTH: &str = "Go as far as you have control, or until torso and leg are parallel to the floor.";
const SNAP: &str = "Snap back up.";
const OTHER: &str = "Finish the set, then do the other side.";

/// Ten on each side, at every level.
const DOSE: Dose =
    Dose { sets: &[10, 10, 10], measure: Measure::Reps, hold: 0, rest: 60, words: "3 sets of 10 on each side" };

pub(super) const ENTRY: Exercise = Exercise {
    id: "single-leg-deadlift",
    name: "Single-leg deadlift",
    kind: Kind::Balance,
    summary: "Hinge forward on one bare foot; loads the back of the hip while you balance.",
    muscles: Muscles { primary: &[Muscle::Hamstrings, Muscle::GluteMax], secondary: &[Muscle::SpinalErectors] },
    areas: &[Area::Thighs, Area::Hips, Area::Trunk],
    timing: "After an easy run or on its own, while you are fresh enough to balance.",
    breathing: "Breathe in as you hinge, out as you snap up.",
    cues: &[
        Cue { topic: "barefoot", text: "Do it barefoot: a strong foot makes a strong landing." },
        Cue {
            topic: "core",
            text: "Core and glutes stay on from start to end. You feel it everywhere, and most of all there.",
        },
        Cue { topic: "hips", text: "Keep the hips level: no tilt out on the side of the lifted leg." },
        Cue { topic: "foot", text: "Trace the floor with the foot and lift it only when it has to." },
        Cue {
            topic: "leg",
            text: "Do not overextend: the leg stays in line with the body, parallel to the floor at most, \
                never above the back.",
        },
        Cue { topic: "mirror", text: "Check hips and back in a mirror." },
    ],
    slip: Slip {
        slip: "The hip of the lifted leg opens to the side.",
        fix: "Point the toes of that foot at the floor and go less deep until both hips face down.",
    },
    why: "Each stride lands you on one hip that must hold still while the rest of you moves past it.",
    easier: "Leave the back foot's toes on the floor, or hold a wall with one hand.",
    harder: "Take three seconds on the way down before you reach for more weight.",
    warning: "If the back rounds or the lower back aches, stop and hinge less deep.",
    levels: Levels {
        base: Variation {
            title: "With a dowel along the back",
            start: &[
                "Stand barefoot, feet together.",
                "Lay a dowel or a broom along your back.",
                "One hand presses it to the back of the neck, the other to the lower back.",
            ],
            steps: &[HINGE, "The dowel touches the whole spine throughout.", DEPTH, SNAP, OTHER],
            dose: DOSE,
            sides: Sides::PerSide,
            kit: &[Kit::Dowel],
            tempo: TEMPO,
            cue: "Dowel on the whole spine; hips level.",
            note: "Begin here; if the dowel leaves the spine anywhere, you have gone too far.",
            tags: &[Tag::FallRisk, Tag::Quiet, Tag::NoFloor],
        },
        hard: Variation {
            title: "Arms beside the head",
            start: &[
                "Stand barefoot, feet together.",
                "Put the dowel away and raise both arms beside your head, palms facing each other.",
            ],
            steps: &[HINGE, "Keep the arms beside the head, in line with torso and leg.", DEPTH, SNAP, OTHER],
            dose: DOSE,
            sides: Sides::PerSide,
            kit: &[],
            tempo: TEMPO,
            cue: "One line from hands to heel; hips level.",
            note: "You move in and out of the yoga pose Warrior III.",
            tags: &[Tag::FallRisk, Tag::Quiet, Tag::NoFloor],
        },
        harder: Variation {
            title: "With a kettlebell",
            start: &["Stand barefoot, feet together.", "Set a kettlebell on the floor in front of you."],
            steps: &[
                "Hinge on one leg to pick the kettlebell up, and stand.",
                "Do the exercise holding it, the back as straight as with the dowel.",
                HINGE,
                DEPTH,
                SNAP,
                OTHER,
            ],
            dose: DOSE,
            sides: Sides::PerSide,
            kit: &[Kit::Kettlebell],
            tempo: TEMPO,
            cue: "Weight close to the leg; core on, hips level.",
            note: "Begin with a weight you could lift twice as often, and set it down the way you picked it up.",
            tags: &[Tag::FallRisk, Tag::Heavy, Tag::Quiet, Tag::NoFloor],
        },
    },
};
