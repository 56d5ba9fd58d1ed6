//! The lunge. Facts: the project's founding exercises, no. 8.

use crate::domain::catalogue::{
    Area, Beat, Cue, Dose, Exercise, Kind, Levels, Measure, Muscle, Muscles, Sides, Slip, Tag, Variation,
};

/// The stance from which each lunge begins.
const STANCE: &str = "Stand tall, feet hip-width apart.";
const TUCK: &str = "Tuck the hips: no arch in the lower back.";

pub(super) const ENTRY: Exercise = Exercise {
    id: "lunge",
    name: "Lunge",
    kind: Kind::BodyWeight,
    summary: "Step, lower and push back; strength for legs that work one before the other.",
    muscles: Muscles { primary: &[Muscle::Quads, Muscle::GluteMax], secondary: &[Muscle::Hamstrings] },
    areas: &[Area::Thighs, Area::Hips],
    timing: "After an easy run or on its own, not on the day before a hard or long run.",
    breathing: "Breathe in as you lower, out as you push back.",
    cues: &[
        Cue { topic: "torso", text: "Hold the torso upright, as you should when you run." },
        Cue { topic: "hips", text: "Keep the hips tucked and both of them facing forward." },
        Cue { topic: "knees", text: "Watch the knees, on the way down and up: they go neither in nor out." },
        Cue { topic: "core", text: "Turn the core on before the foot leaves the floor." },
    ],
    slip: Slip { slip: "The torso tips over the front thigh.", fix: "Step a little longer and lower straight down." },
    why: "A stride is a lunge at speed: one leg takes you, the other is left behind.",
    easier: "Step shorter and lower less, or hold a chair.",
    harder: "Add a weight, one in each hand: it is the natural next step, \
        because muscles must be challenged progressively.",
    warning: "Stop at any pain in the knee; step shorter, lower less, or rest.",
    levels: Levels {
        base: Variation {
            title: "Forward, legs in turn",
            start: &[STANCE, TUCK],
            steps: &[
                "Step one leg forward and lower until the front knee is at 90°.",
                "Keep the torso upright.",
                "Push back to standing.",
                "Step with the other leg.",
            ],
            dose: Dose {
                sets: &[15, 15, 15],
                measure: Measure::Reps,
                hold: 0,
                rest: 60,
                words: "3 sets of 15, legs in turn",
            },
            sides: Sides::Alternating,
            kit: &[],
            tempo: &[Beat { word: "step down", seconds: 2 }, Beat { word: "push back", seconds: 1 }],
            cue: "Torso upright, front knee over the foot.",
            note: "Fifteen is odd, so begin the next set with the other leg.",
            tags: &[Tag::Quiet, Tag::NoFloor],
        },
        hard: Variation {
            title: "Four-way lunge",
            start: &[STANCE, TUCK],
            steps: &[
                "Lunge forward and push back to standing.",
                "Lunge to the side with the same leg, and push back.",
                "Lunge straight back, and return.",
                "Curtsy: step behind you at 45°, lower, and return.",
                "That is one round. Do it 4 times on this leg, then 4 times on the other.",
            ],
            dose: Dose { sets: &[4], measure: Measure::Rounds, hold: 0, rest: 60, words: "4 rounds on each leg" },
            sides: Sides::PerSide,
            kit: &[],
            tempo: &[
                Beat { word: "forward", seconds: 3 },
                Beat { word: "side", seconds: 3 },
                Beat { word: "back", seconds: 3 },
                Beat { word: "curtsy", seconds: 3 },
            ],
            cue: "Forward, side, back, curtsy; torso upright each time.",
            note: "Four directions ask the hip for control that a straight run never asks for.",
            tags: &[Tag::Quiet, Tag::NoFloor],
        },
        harder: Variation {
            title: "Alternating jump lunges",
            start: &[STANCE, TUCK, "Step one leg forward and lower into a lunge."],
            steps: &[
                "Jump up and change legs in the air.",
                "Land in a lunge on the other leg.",
                "Stay controlled on the way down, torso upright.",
            ],
            dose: Dose {
                sets: &[15, 15, 15],
                measure: Measure::Reps,
                hold: 0,
                rest: 60,
                words: "3 sets of 15 jumps, legs in turn",
            },
            sides: Sides::Alternating,
            kit: &[],
            tempo: &[Beat { word: "down", seconds: 2 }, Beat { word: "jump", seconds: 1 }],
            cue: "Land soft, go down under control, torso upright.",
            note: "The jumps make it cardio as well: rest when a landing gets loud.",
            tags: &[Tag::Impact, Tag::NoFloor],
        },
    },
};
