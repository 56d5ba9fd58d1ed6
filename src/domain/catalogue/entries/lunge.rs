//! The lunge. Facts: the project's founding exercises, no. 8.

use crate::domain::catalogue::{
    Area, Beat, BodyPart, Cue, Dose, Exercise, Kind, Levels, Measure, Muscle, Muscles, Sides, Slip, Tag, Variation,
};
use crate::domain::figure::{
    Arm, Foot, Joint, Leg, Line, Moment, Motion, Pass, Pose, Root, STAND, Shots, View, flat, key, packed, planted,
    reach, swing, vector,
};

/// The stance from which each lunge begins.
const STANCE: &str = "Stand tall, feet hip-width apart.";
const TUCK: &str = "Tuck the hips: no arch in the lower back.";

const MUSCLES: Muscles = Muscles { primary: &[Muscle::Quads, Muscle::GluteMax], secondary: &[Muscle::Hamstrings] };

/// With one foot on the floor at all times.
const CUES: &[Cue] = &[
    Cue { topic: "torso", text: "Hold the torso upright, as you should when you run." },
    Cue { topic: "hips", text: "Keep the hips tucked and both of them facing forward." },
    Cue { topic: "knees", text: "Watch the knees, on the way down and up: they go neither in nor out." },
    Cue { topic: "core", text: "Turn the core on before the foot leaves the floor." },
];
/// In the jump.
const JUMP_CUES: &[Cue] = &[
    Cue { topic: "torso", text: "Hold the torso upright, as you should when you run." },
    Cue { topic: "hips", text: "Keep the hips tucked and both of them facing forward." },
    Cue { topic: "knees", text: "Watch the knees as you land and push off: they go neither in nor out." },
    Cue { topic: "core", text: "Turn the core on before the feet leave the floor." },
];
/// The slip is the same at every level, its mend is not.
const TIPS: &str = "The torso tips over the front thigh.";
/// Without a jump.
const WARNING: &str = "Stop at any pain in the knee; step shorter, lower less, or rest.";

pub(super) const ENTRY: Exercise = Exercise {
    id: "lunge",
    name: "Lunge",
    kind: Kind::BodyWeight,
    summary: "Lower into a lunge and come up again; strength for legs that work one before the other.",
    muscles: MUSCLES,
    areas: &[Area::Thighs, Area::Hips],
    timing: "After an easy run or on its own, not on the day before a hard or long run.",
    why: "A stride is a lunge at speed: one leg takes you, the other is left behind.",
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
            loads: &[BodyPart::Foot, BodyPart::LowerLeg, BodyPart::Knee, BodyPart::Thigh, BodyPart::Hip],
            tempo: &[Beat { word: "step down", seconds: 2 }, Beat { word: "push back", seconds: 1 }],
            cue: "Torso upright, front knee over the foot.",
            note: "Fifteen is odd, so begin the next set with the other leg.",
            breathing: "Breathe in as you lower, out as you push back.",
            cues: CUES,
            slip: Slip { slip: TIPS, fix: "Step a little longer and lower straight down." },
            easier: "Step shorter and lower less, or hold a chair.",
            harder: "Add a weight, one in each hand: it is the natural next step, because muscles must be \
                challenged progressively.",
            warning: WARNING,
            tags: &[Tag::Quiet, Tag::NoFloor],
            motion: &BASE_MOTION,
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
            loads: &[
                BodyPart::Foot,
                BodyPart::LowerLeg,
                BodyPart::Knee,
                BodyPart::Thigh,
                BodyPart::Hip,
                BodyPart::Back,
            ],
            tempo: &[
                Beat { word: "forward", seconds: 3 },
                Beat { word: "side", seconds: 3 },
                Beat { word: "back", seconds: 3 },
                Beat { word: "curtsy", seconds: 3 },
            ],
            cue: "Forward, side, back, curtsy; torso upright each time.",
            note: "Four directions ask the hip for control that a straight run never asks for.",
            breathing: "Breathe in as you lower, out as you come back.",
            cues: CUES,
            slip: Slip { slip: TIPS, fix: "Step a little longer and lower straight down." },
            easier: "Step shorter and lower less in each direction.",
            harder: "Hold a weight close to the chest before you add rounds.",
            warning: WARNING,
            tags: &[Tag::Quiet, Tag::NoFloor],
            motion: &HARD_MOTION,
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
            loads: &[
                BodyPart::Foot,
                BodyPart::LowerLeg,
                BodyPart::Knee,
                BodyPart::Thigh,
                BodyPart::Hip,
                BodyPart::Back,
            ],
            tempo: &[Beat { word: "down", seconds: 2 }, Beat { word: "jump", seconds: 1 }],
            cue: "Land soft, go down under control, torso upright.",
            note: "The jumps make it cardio as well: rest when a landing gets loud.",
            breathing: "Breathe in as you lower, out as you jump.",
            cues: JUMP_CUES,
            slip: Slip { slip: TIPS, fix: "Jump lower, and land with the feet farther apart." },
            easier: "Jump lower, or step from leg to leg instead of jumping.",
            harder: "Jump a little higher, as long as every landing stays soft.",
            warning: "Stop at any pain in knee, calf or Achilles tendon, and when you cannot land softly any more.",
            tags: &[Tag::Impact, Tag::NoFloor],
            motion: &HARDER_MOTION,
        },
    },
};

/// How far apart the feet are, from the middle.
const APART: f32 = 0.06;
const HERE: [Foot; 2] = [flat(0.0, APART), flat(0.0, -APART)];

/// As in a stride: one arm ahead, the other back.
const fn striding(right: f32, left: f32) -> [Arm; 2] {
    [reach(right, 8.0, 0.0, 62.0), reach(left, 8.0, 0.0, 62.0)]
}

/// Right and left foot planted.
const fn on(right: Foot, left: Foot) -> [Leg; 2] {
    [planted(right), planted(left)]
}

const TALL: Pose = Pose { root: Root::Balanced { hips: 0.5288, right: 0.5 }, legs: on(HERE[0], HERE[1]), ..STAND };

/// The front foot is there, the heel behind has left the floor, the way down is still to go.
const STEP_RIGHT: Pose = Pose {
    root: Root::Hips(vector(0.20, 0.405, 0.0)),
    lean: 3.0,
    legs: on(flat(0.50, APART), Foot { heel: 34.0, ..HERE[1] }),
    arms: striding(-14.0, 26.0),
    ..STAND
};
/// Front knee at 90° over the foot, the other one just over the floor, torso upright.
const DOWN_RIGHT: Pose = Pose {
    root: Root::Hips(vector(0.252, 0.302, 0.0)),
    legs: on(flat(0.50, APART), Foot { heel: 62.0, ..HERE[1] }),
    arms: striding(-22.0, 36.0),
    ..STEP_RIGHT
};
const STEP_LEFT: Pose =
    Pose { legs: on(Foot { heel: 34.0, ..HERE[0] }, flat(0.50, -APART)), arms: striding(26.0, -14.0), ..STEP_RIGHT };
const DOWN_LEFT: Pose =
    Pose { legs: on(Foot { heel: 62.0, ..HERE[0] }, flat(0.50, -APART)), arms: striding(36.0, -22.0), ..DOWN_RIGHT };

/// When each cue is seen.
const fn moments(at: [f32; 4]) -> [Moment; 4] {
    [
        Moment { cue: 0, at: at[0], joint: Joint::Chest, line: None },
        Moment { cue: 1, at: at[1], joint: Joint::Hips, line: None },
        Moment { cue: 2, at: at[2], joint: Joint::Knee(0), line: Some(Line::KneeOverToe(0)) },
        Moment { cue: 3, at: at[3], joint: Joint::Waist, line: None },
    ]
}

/// Right, then left: step, lower, push back.
const BASE_MOTION: Motion = Motion {
    period: 6.0,
    keys: &packed([
        key(0.0, Pass::Settle, TALL),
        key(0.8, Pass::Flow, STEP_RIGHT),
        key(2.0, Pass::Drive, DOWN_RIGHT),
        key(3.0, Pass::Settle, TALL),
        key(3.8, Pass::Flow, STEP_LEFT),
        key(5.0, Pass::Drive, DOWN_LEFT),
    ]),
    shots: Shots::Both,
    barefoot: false,
    props: &[],
    muscles: MUSCLES,
    still: (0.0, 2.0),
    moments: &moments([1.8, 1.4, 2.0, 0.0]),
    words: "Steps one leg forward, lowers until the front knee is at a right angle with the torso upright, pushes back \
        to standing, and steps with the other leg.",
};

/// A wide step to the right: the hips go back and that knee bends over its toes, the other leg stays long.
const DOWN_SIDE: Pose = Pose {
    root: Root::Hips(vector(-0.12, 0.345, 0.345)),
    lean: 32.0,
    nod: -14.0,
    legs: on(Foot { out: 12.0, knee: 3.0, ..flat(0.0, 0.445) }, HERE[1]),
    arms: [reach(60.0, 4.0, 30.0, 80.0), reach(60.0, 4.0, 30.0, 80.0)],
    ..STAND
};
const DOWN_BACK: Pose = Pose {
    root: Root::Hips(vector(-0.248, 0.302, 0.0)),
    lean: 3.0,
    legs: on(Foot { heel: 62.0, ..flat(-0.50, APART) }, HERE[1]),
    arms: striding(36.0, -22.0),
    ..STAND
};
/// Behind and across, at 45°.
const DOWN_CURTSY: Pose = Pose {
    root: Root::Hips(vector(-0.125, 0.345, -0.068)),
    lean: 8.0,
    legs: on(Foot { heel: 58.0, knee: 14.0, ..flat(-0.32, -0.2) }, Foot { out: 4.0, knee: -10.0, ..HERE[1] }),
    arms: [reach(46.0, 4.0, 30.0, 80.0), reach(46.0, 4.0, 30.0, 80.0)],
    ..STAND
};

/// Forward, side, back and curtsy with the right leg; from the front where the side cannot tell.
const HARD_MOTION: Motion = Motion {
    period: 12.0,
    keys: &packed([
        key(0.0, Pass::Settle, TALL),
        key(0.8, Pass::Flow, STEP_RIGHT),
        key(2.0, Pass::Drive, DOWN_RIGHT),
        key(3.0, Pass::Settle, TALL),
        key(5.0, Pass::Drive, DOWN_SIDE),
        key(6.0, Pass::Settle, TALL),
        key(8.0, Pass::Drive, DOWN_BACK),
        key(9.0, Pass::Settle, TALL),
        key(11.0, Pass::Drive, DOWN_CURTSY),
    ]),
    shots: Shots::Cuts(&[(0.0, View::Side), (3.0, View::Front), (6.0, View::Side), (9.0, View::Front)]),
    still: (3.0, 5.0),
    moments: &moments([7.8, 10.8, 4.9, 0.0]),
    words: "Lunges with one leg forward, to the side, straight back, and behind the other leg at an angle, and \
        returns to standing each time.",
    ..BASE_MOTION
};

/// Feet far apart, one before and one behind, the heel behind lifted so far.
const fn split(front: f32, back: f32, heel: f32) -> [Leg; 2] {
    on(flat(front, APART), Foot { heel, ..flat(back, -APART) })
}

const fn other_way(legs: [Leg; 2]) -> [Leg; 2] {
    let [Leg::Planted(right), Leg::Planted(left)] = legs else { return legs };
    on(Foot { z: -left.z, ..left }, Foot { z: -right.z, ..right })
}

const LANDED_RIGHT: Pose = Pose {
    root: Root::Hips(vector(-0.012, 0.424, 0.0)),
    lean: 4.0,
    legs: split(0.24, -0.27, 46.0),
    arms: striding(-8.0, 28.0),
    ..STAND
};
const DEEP_RIGHT: Pose = Pose {
    root: Root::Hips(vector(-0.005, 0.305, 0.0)),
    legs: split(0.24, -0.27, 60.0),
    arms: striding(-24.0, 34.0),
    ..LANDED_RIGHT
};
const LEAVING_RIGHT: Pose = Pose {
    root: Root::Hips(vector(0.0, 0.45, 0.0)),
    legs: on(Foot { heel: 26.0, ..flat(0.24, APART) }, Foot { heel: 64.0, ..flat(-0.27, -APART) }),
    arms: striding(10.0, 30.0),
    ..LANDED_RIGHT
};
const LEAVING_LEFT: Pose = Pose { legs: other_way(LEAVING_RIGHT.legs), arms: striding(30.0, 10.0), ..LEAVING_RIGHT };
/// Both legs under the body, on their way past each other.
const AIR: Pose = Pose {
    root: Root::Hips(vector(0.0, 0.625, 0.0)),
    legs: [swing(20.0, 44.0, -16.0), swing(20.0, 44.0, -16.0)],
    arms: striding(20.0, 20.0),
    ..LANDED_RIGHT
};
/// On the way up the legs begin to pass each other; on the way down they have passed.
const RISING_RIGHT: Pose =
    Pose { root: Root::Hips(vector(0.0, 0.56, 0.0)), legs: [swing(38.0, 40.0, -26.0), swing(4.0, 54.0, -18.0)], ..AIR };
const RISING_LEFT: Pose = Pose { legs: [RISING_RIGHT.legs[1], RISING_RIGHT.legs[0]], ..RISING_RIGHT };
const LANDED_LEFT: Pose = Pose { legs: other_way(LANDED_RIGHT.legs), arms: striding(28.0, -8.0), ..LANDED_RIGHT };
const DEEP_LEFT: Pose = Pose { legs: other_way(DEEP_RIGHT.legs), arms: striding(34.0, -24.0), ..DEEP_RIGHT };

/// Down under control, up and over to the other leg.
const HARDER_MOTION: Motion = Motion {
    keys: &packed([
        key(0.0, Pass::Flow, LANDED_RIGHT),
        key(2.0, Pass::Drive, DEEP_RIGHT),
        key(2.36, Pass::Flow, LEAVING_RIGHT),
        key(2.5, Pass::Flow, RISING_RIGHT),
        key(2.66, Pass::Flow, AIR),
        key(2.82, Pass::Flow, RISING_LEFT),
        key(3.0, Pass::Flow, LANDED_LEFT),
        key(5.0, Pass::Drive, DEEP_LEFT),
        key(5.36, Pass::Flow, LEAVING_LEFT),
        key(5.5, Pass::Flow, RISING_LEFT),
        key(5.66, Pass::Flow, AIR),
        key(5.82, Pass::Flow, RISING_RIGHT),
    ]),
    still: (2.0, 2.66),
    moments: &moments([1.8, 1.4, 1.6, 2.0]),
    words: "Lowers into a lunge under control, jumps up, changes legs in the air, and lands in a lunge on the other leg.",
    ..BASE_MOTION
};
