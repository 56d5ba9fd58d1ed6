//! The banded dead bug. Facts: the project's founding exercises, no. 3.

use crate::domain::catalogue::{
    Area, Beat, Cue, Dose, Exercise, Kind, Kit, Levels, Measure, Muscle, Muscles, Sides, Slip, Tag, Variation,
};

/// Two seconds down and one back: lowering is where the core works.
const TEMPO: &[Beat] = &[Beat { word: "lower", seconds: 2 }, Beat { word: "return", seconds: 1 }];

/// The position of the limbs is the same whichever band is used.
const LIE: &str = "Lie on your back with the whole back flat on the floor.";
const ARMS: &str = "Reach both arms straight up.";
const LEGS: &str = "Raise the legs, knees and hips at 90°, calves parallel to the floor.";
const LONG_BAND: &str = "Hold one end of a longer band in one hand and loop the other end round the opposite foot.";

pub(super) const ENTRY: Exercise = Exercise {
    id: "banded-dead-bug",
    name: "Banded dead bug",
    kind: Kind::Band,
    summary: "Lower an arm and the opposite leg while the back stays flat; steadies the trunk.",
    muscles: Muscles { primary: &[Muscle::Abdominals], secondary: &[Muscle::HipFlexors] },
    areas: &[Area::Trunk, Area::Hips],
    timing: "Directly before a run to wake the core, or directly after it.",
    breathing: "Breathe out as arm and leg lower, in as they return.",
    cues: &[
        Cue {
            topic: "spine",
            text: "Keep the whole back on the floor. If it lifts, stop, tuck the hips until there is no arch, and brace.",
        },
        Cue { topic: "core", text: "An arched back is doing the work that belongs to the core." },
        Cue { topic: "breath", text: "Breathe out while the limbs lower, in while they come back." },
        Cue { topic: "limbs", text: "Arm and opposite leg leave together and come back together." },
    ],
    slip: Slip {
        slip: "The lower back peels off the floor as the leg goes down.",
        fix: "Lower only as far as the back stays flat, and breathe out on the way.",
    },
    why: "A stride moves arm and opposite leg at once. The steadier your trunk, the less of that work is lost.",
    easier: "Keep both arms up throughout and move the legs only. \
        With the long band in the hands this works too, as a challenge.",
    harder: "Take a stronger band, or pause for a second with the heel just off the floor.",
    warning: "If you feel it in the lower back, stop; shorten the movement or go back to a lighter level.",
    levels: Levels {
        base: Variation {
            title: "Band round both feet",
            start: &[LIE, "Loop the band round both feet.", ARMS, LEGS],
            steps: &[
                "Lower one bent leg until the heel touches down; lower the opposite arm to the floor with it.",
                "Bring both back together. That is one rep.",
                "Change sides on the next rep.",
            ],
            dose: Dose {
                sets: &[12, 12, 12],
                measure: Measure::Reps,
                hold: 0,
                rest: 60,
                words: "3 sets of 12, 6 each side",
            },
            sides: Sides::Alternating,
            kit: &[Kit::LoopBand],
            tempo: TEMPO,
            cue: "Whole back down; heel and opposite arm touch together.",
            note: "Begin here; go on when the back stays down for all twelve.",
            tags: &[Tag::Supine, Tag::Quiet],
        },
        hard: Variation {
            title: "Long band from hand to opposite foot",
            start: &[LIE, LONG_BAND, ARMS, LEGS],
            steps: &[
                "Lower the banded leg, still bent, until the heel touches down, and the banded arm to the floor.",
                "Bring both back together.",
                "Do all reps on this side, 6 or more, before you change to the other.",
            ],
            dose: Dose {
                sets: &[6, 6, 6],
                measure: Measure::Reps,
                hold: 0,
                rest: 60,
                words: "3 sets of 6 or more each side, one side at a time",
            },
            sides: Sides::PerSide,
            kit: &[Kit::LongBand],
            tempo: TEMPO,
            cue: "Arm and leg pull apart; the back stays down.",
            note: "One side does all its work before the other, so the core has no rep to rest in.",
            tags: &[Tag::Supine, Tag::Quiet],
        },
        harder: Variation {
            title: "The leg straightens as it lowers",
            start: &[LIE, LONG_BAND, ARMS, LEGS],
            steps: &[
                "Straighten the banded leg as it lowers to the floor, foot flexed: toes pulled to the shin.",
                "Lower the banded arm to the floor at the same time.",
                "Bring both back together.",
                "Do all reps on this side, 6 or more, before you change to the other.",
            ],
            dose: Dose {
                sets: &[6, 6, 6],
                measure: Measure::Reps,
                hold: 0,
                rest: 60,
                words: "3 sets of 6 or more each side, one side at a time",
            },
            sides: Sides::PerSide,
            kit: &[Kit::LongBand],
            tempo: TEMPO,
            cue: "Leg long, foot flexed, whole back on the floor.",
            note: "The same long band, but a straight leg is a longer lever: bend it again if the back lifts.",
            tags: &[Tag::Supine, Tag::Quiet],
        },
    },
};
