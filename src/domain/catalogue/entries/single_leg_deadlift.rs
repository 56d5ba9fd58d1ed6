//! The single-leg deadlift. Facts: the project's founding exercises, no. 5.

use crate::domain::catalogue::{
    Area, Beat, BodyPart, Cue, Dose, Exercise, Kind, Kit, Levels, Measure, Muscle, Muscles, Sides, Slip, Tag, Variation,
};
use crate::domain::figure::{
    Arm, Foot, Joint, Leg, Line, Moment, Motion, Packed, Pass, Pose, Prop, Root, STAND, Shots, View, flat, hand, key,
    packed, planted, reach, swing,
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

const MUSCLES: Muscles =
    Muscles { primary: &[Muscle::Hamstrings, Muscle::GluteMax], secondary: &[Muscle::SpinalErectors] };

/// The same at every level.
const BREATH: &str = "Breathe in as you hinge, out as you snap up.";
/// The same at every level.
const CUES: &[Cue] = &[
    Cue { topic: "barefoot", text: "Do it barefoot: a strong foot makes a strong landing." },
    Cue {
        topic: "core",
        text: "Core and glutes stay on from start to end. You feel it everywhere, and most of all \
                    there.",
    },
    Cue { topic: "hips", text: "Keep the hips level: no tilt out on the side of the lifted leg." },
    Cue { topic: "foot", text: "Trace the floor with the foot and lift it only when it has to." },
    Cue {
        topic: "leg",
        text: "Do not overextend: the leg stays in line with the body, parallel to the floor at most, \
                    never above the back.",
    },
    Cue { topic: "mirror", text: "Check hips and back in a mirror." },
];
/// The same at every level.
const SLIP: Slip = Slip {
    slip: "The hip of the lifted leg opens to the side.",
    fix: "Point the toes of that foot at the floor and go less deep until both hips face down.",
};
/// Without a weight.
const WARNING: &str = "If the back rounds or the lower back aches, stop and hinge less deep.";

pub(super) const ENTRY: Exercise = Exercise {
    id: "single-leg-deadlift",
    name: "Single-leg deadlift",
    kind: Kind::Balance,
    summary: "Hinge forward on one bare foot; loads the back of the hip while you balance.",
    muscles: MUSCLES,
    areas: &[Area::Thighs, Area::Hips, Area::Trunk],
    timing: "After an easy run or on its own, while you are fresh enough to balance.",
    why: "Each stride lands you on one hip that must hold still while the rest of you moves past it.",
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
            cue: "Dowel on the whole spine; hips level.",
            note: "Begin here; if the dowel leaves the spine anywhere, you have gone too far.",
            breathing: BREATH,
            cues: CUES,
            slip: SLIP,
            easier: "Leave the back foot's toes on the floor, or hinge less deep.",
            harder: "Take three seconds on the way down, and stop for one at the bottom.",
            warning: WARNING,
            tags: &[Tag::FallRisk, Tag::Quiet, Tag::NoFloor],
            motion: &BASE_MOTION,
        },
        hard: Variation {
            title: "Arms beside the head",
            start: &[
                "Stand barefoot, feet together.",
                "Without a dowel this time: raise both arms beside your head, palms facing each other.",
            ],
            steps: &[HINGE, "Keep the arms beside the head, in line with torso and leg.", DEPTH, SNAP, OTHER],
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
                BodyPart::Arm,
            ],
            tempo: TEMPO,
            cue: "One line from hands to heel; hips level.",
            note: "You move in and out of the yoga pose Warrior III.",
            breathing: BREATH,
            cues: CUES,
            slip: SLIP,
            easier: "Leave the back foot's toes on the floor, or hold a wall with one hand.",
            harder: "Take three seconds on the way down, the arms still beside the head.",
            warning: WARNING,
            tags: &[Tag::FallRisk, Tag::Quiet, Tag::NoFloor],
            motion: &HARD_MOTION,
        },
        harder: Variation {
            title: "With a kettlebell",
            start: &["Stand barefoot, feet together.", "Set a kettlebell on the floor in front of you."],
            steps: &[
                "Hinge on one leg to pick the kettlebell up, and stand.",
                "Do the exercise holding it, the back straight throughout.",
                HINGE,
                DEPTH,
                SNAP,
                OTHER,
            ],
            dose: DOSE,
            sides: Sides::PerSide,
            kit: &[Kit::Kettlebell],
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
            cue: "Weight close to the leg; core on, hips level.",
            note: "Begin with a weight you could lift twice as often, and set it down the way you picked it up.",
            breathing: BREATH,
            cues: CUES,
            slip: SLIP,
            easier: "Leave the back foot's toes on the floor, or take a lighter weight.",
            harder: "Take three seconds on the way down before you reach for more weight.",
            warning: "If the back rounds or the lower back aches, set the weight down and stop.",
            tags: &[Tag::FallRisk, Tag::Heavy, Tag::Quiet, Tag::NoFloor],
            motion: &HARDER_MOTION,
        },
    },
};

/// Feet together, bare; the weight is already rather on the right foot.
const RISEN: Pose = Pose {
    root: Root::Balanced { hips: 0.5283, right: 0.72 },
    lean: 3.0,
    legs: [RIGHT, planted(flat(0.0, -0.030))],
    arms: DOWEL_ARMS,
    ..STAND
};
/// The straight left leg begins to trace the floor with its toes; what the arms weigh lets it reach `back` farther.
const fn tracing(back: f32, arms: [Arm; 2]) -> Pose {
    let foot = Foot { heel: 10.0, ..flat(-0.133 - back, -0.030) };
    let root = Root::Balanced { hips: 0.5255, right: 1.0 };
    Pose { root, lean: 13.0, legs: [RIGHT, planted(foot)], arms, ..RISEN }
}
/// The toes have traced the floor as far back as they reach, and are about to leave it.
const fn traced(back: f32, arms: [Arm; 2]) -> Pose {
    let foot = Foot { heel: 27.0, ..flat(-0.265 - back, -0.030) };
    let root = Root::Balanced { hips: 0.512, right: 1.0 };
    Pose { root, lean: 28.0, legs: [RIGHT, planted(foot)], arms, ..RISEN }
}
/// Torso and left leg are one line, a hair below the level.
const HINGED: Pose = Pose {
    root: Root::Balanced { hips: 0.508, right: 1.0 },
    lean: 85.0,
    nod: -4.0,
    legs: [RIGHT, swing(-1.0, 2.0, 14.0)],
    ..RISEN
};
/// The foot that everything stands on.
const RIGHT: Leg = planted(flat(0.0, 0.030));
/// The right hand behind the lower back, the left one behind the neck, its elbow ahead.
const DOWEL_ARMS: [Arm; 2] = [reach(-47.0, 22.0, 69.0, 106.0), reach(143.0, 0.0, 45.5, 142.0)];
/// The way there and back.
const DOWEL_KEYS: &[Packed] = &packed([
    key(0.0, Pass::Settle, RISEN),
    key(0.2, Pass::Flow, tracing(0.0, DOWEL_ARMS)),
    key(0.58, Pass::Flow, traced(0.0, DOWEL_ARMS)),
    key(2.0, Pass::Drive, HINGED),
    key(2.6, Pass::Flow, traced(0.0, DOWEL_ARMS)),
    key(2.78, Pass::Flow, tracing(0.0, DOWEL_ARMS)),
]);
/// What each cue speaks of.
const MOMENTS: &[Moment] = &[
    Moment { cue: 0, at: 0.1, joint: Joint::Foot(0), line: None },
    Moment { cue: 1, at: 1.3, joint: Joint::Waist, line: None },
    Moment { cue: 2, at: 1.9, joint: Joint::Hips, line: None },
    Moment { cue: 3, at: 0.5, joint: Joint::Foot(1), line: None },
    Moment { cue: 4, at: 2.0, joint: Joint::Foot(1), line: Some(Line::HeadToFoot(1)) },
    Moment { cue: 5, at: 1.7, joint: Joint::Hips, line: None },
];
/// Hinge with the dowel held to the spine.
const BASE_MOTION: Motion = Motion {
    period: 3.0,
    keys: DOWEL_KEYS,
    shots: Shots::One(View::Side),
    barefoot: true,
    props: &[Prop::Dowel],
    muscles: MUSCLES,
    still: (0.0, 2.0),
    moments: MOMENTS,
    words: "Stands barefoot on the right leg with a dowel held along the spine, hinges at the hip until torso and the \
        straight left leg are level, hips square, and snaps back up.",
};

/// Arms beside the head.
const OVERHEAD: [Arm; 2] = [reach(172.0, 3.0, 0.0, 4.0), reach(172.0, 3.0, 0.0, 4.0)];
/// Into a Warrior III and out of it.
const HARD_MOTION: Motion = Motion {
    keys: &packed([
        key(0.0, Pass::Settle, Pose { arms: OVERHEAD, ..RISEN }),
        key(0.2, Pass::Flow, tracing(0.010, OVERHEAD)),
        key(0.58, Pass::Flow, traced(0.010, OVERHEAD)),
        key(2.0, Pass::Drive, Pose { arms: OVERHEAD, ..HINGED }),
        key(2.6, Pass::Flow, traced(0.010, OVERHEAD)),
        key(2.78, Pass::Flow, tracing(0.010, OVERHEAD)),
    ]),
    props: &[],
    words: "Stands barefoot on the right leg with both arms beside the head, hinges at the hip until arms, torso and the \
        straight left leg are one level line, and snaps back up.",
    ..BASE_MOTION
};

/// Both hands at the handle where it stands on the floor.
const REACHED: Pose = Pose {
    root: Root::Balanced { hips: 0.484, right: 1.0 },
    lean: 89.0,
    legs: [RIGHT, swing(-1.0, 2.0, 14.0)],
    arms: [hand(BELL_X, 0.171, 0.022, 60.0), hand(BELL_X, 0.171, -0.022, 60.0)],
    ..HINGED
};
/// How far forward the kettlebell stands.
const BELL_X: f32 = 0.175;
/// Empty hands.
const EASY: [Arm; 2] = [reach(12.0, -6.0, 0.0, 10.0), reach(12.0, -6.0, 0.0, 10.0)];
/// Empty hands on their way down.
const LOOSE: [Arm; 2] = [reach(27.0, -9.0, 0.0, 8.0), reach(27.0, -9.0, 0.0, 8.0)];
/// The kettlebell on its way down, close to the leg.
const LOWERED: [Arm; 2] = [reach(30.0, -14.0, 0.0, 4.0), reach(30.0, -14.0, 0.0, 4.0)];
/// Both hands round the handle, hanging.
const HELD: [Arm; 2] = [reach(18.0, -14.0, 0.0, 6.0), reach(18.0, -14.0, 0.0, 6.0)];
/// Twice: the first hinge picks the kettlebell up, the second sets it down.
const HARDER_MOTION: Motion = Motion {
    period: 6.0,
    keys: &packed([
        key(0.0, Pass::Settle, Pose { arms: EASY, ..RISEN }),
        key(0.2, Pass::Flow, tracing(-0.002, EASY)),
        key(0.58, Pass::Flow, traced(-0.002, LOOSE)),
        key(2.0, Pass::Drive, REACHED),
        key(2.6, Pass::Flow, traced(-0.002, HELD)),
        key(2.78, Pass::Flow, tracing(-0.002, HELD)),
        key(3.0, Pass::Settle, Pose { arms: HELD, ..RISEN }),
        key(3.2, Pass::Flow, tracing(-0.002, HELD)),
        key(3.58, Pass::Flow, traced(-0.002, LOWERED)),
        key(5.0, Pass::Drive, REACHED),
        key(5.6, Pass::Flow, traced(-0.002, LOOSE)),
        key(5.78, Pass::Flow, tracing(-0.002, EASY)),
    ]),
    props: &[Prop::Kettlebell { x: BELL_X, from: 2.0, until: 5.0 }],
    still: (3.0, 4.6),
    words: "Stands barefoot on the right leg, hinges with the left leg straight behind to pick a kettlebell up with both \
        hands, snaps up with it, and hinges again to set it down.",
    ..BASE_MOTION
};
