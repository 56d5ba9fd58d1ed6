//! The banded dead bug. Facts: the project's founding exercises, no. 3.

use crate::domain::catalogue::{
    Area, Beat, BodyPart, Cue, Dose, Exercise, Kind, Kit, Levels, Measure, Muscle, Muscles, Sides, Slip, Tag, Variation,
};
use crate::domain::figure::{
    Arm, Joint, LIE as LYING, Leg, Moment, Motion, Pass, Pose, Prop, Ring, Root, Shots, View, key, packed, reach,
    swing, vector,
};

/// Two seconds down and one back: lowering is where the core works.
const TEMPO: &[Beat] = &[Beat { word: "lower", seconds: 2 }, Beat { word: "return", seconds: 1 }];

/// The position of the limbs is the same whichever band is used.
const LIE: &str = "Lie on your back with the whole back flat on the floor.";
const ARMS: &str = "Reach both arms straight up.";
const LEGS: &str = "Raise the legs, knees and hips at 90°, calves parallel to the floor.";
const LONG_BAND: &str = "Hold one end of a longer band in one hand and loop the other end round the opposite foot.";

const MUSCLES: Muscles = Muscles { primary: &[Muscle::Abdominals], secondary: &[Muscle::HipFlexors] };

/// The same at every level.
const BREATH: &str = "Breathe out as arm and leg lower, in as they return.";
/// The same at every level.
const CUES: &[Cue] = &[
    Cue {
        topic: "spine",
        text: "Keep the whole back on the floor. If it lifts, stop, tuck the hips until there is no \
                    arch, and brace.",
    },
    Cue { topic: "core", text: "An arched back is doing the work that belongs to the core." },
    Cue { topic: "breath", text: "Breathe out while the limbs lower, in while they come back." },
    Cue { topic: "limbs", text: "Arm and opposite leg leave together and come back together." },
];
/// The same at every level.
const SLIP: Slip = Slip {
    slip: "The lower back peels off the floor as the leg goes down.",
    fix: "Lower only as far as the back stays flat, and breathe out on the way.",
};
/// With the long band.
const ARMS_UP: &str = "Keep both arms up throughout and move the leg only: with the long band in the hands that is a \
        challenge of its own.";
/// The same at every level.
const PAUSE: &str = "Take a stronger band, or pause for a second with the heel just off the floor.";
/// Where there is a lighter level.
const WARNING: &str = "If you feel it in the lower back, stop; shorten the movement or go back to a lighter level.";

pub(super) const ENTRY: Exercise = Exercise {
    id: "banded-dead-bug",
    name: "Banded dead bug",
    kind: Kind::Band,
    summary: "Lower an arm and the opposite leg while the back stays flat; steadies the trunk.",
    muscles: MUSCLES,
    areas: &[Area::Trunk, Area::Hips],
    timing: "Directly before a run to wake the core, or directly after it.",
    why: "A stride moves arm and opposite leg at once. The steadier your trunk, the less of that work is lost.",
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
            loads: &[BodyPart::Foot, BodyPart::Hip, BodyPart::Arm],
            tempo: TEMPO,
            cue: "Whole back down; heel and opposite arm touch together.",
            note: "Begin here; go on when the back stays down for all twelve.",
            breathing: BREATH,
            cues: CUES,
            slip: SLIP,
            easier: "Keep both arms up throughout and move the legs only.",
            harder: PAUSE,
            warning: "If you feel it in the lower back, stop; shorten the movement or take a lighter band.",
            tags: &[Tag::Supine, Tag::Quiet],
            motion: &BASE_MOTION,
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
            loads: &[BodyPart::Foot, BodyPart::Hip, BodyPart::Back, BodyPart::Arm],
            tempo: TEMPO,
            cue: "Arm and leg pull apart; the back stays down.",
            note: "One side does all its work before the other, so the core has no rep to rest in.",
            breathing: BREATH,
            cues: CUES,
            slip: SLIP,
            easier: ARMS_UP,
            harder: PAUSE,
            warning: WARNING,
            tags: &[Tag::Supine, Tag::Quiet],
            motion: &HARD_MOTION,
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
            cue: "Leg long, foot flexed, whole back on the floor.",
            note: "The same long band, but a straight leg is a longer lever: bend it again if the back lifts.",
            breathing: BREATH,
            cues: CUES,
            slip: SLIP,
            easier: ARMS_UP,
            harder: PAUSE,
            warning: WARNING,
            tags: &[Tag::Supine, Tag::Quiet],
            motion: &HARDER_MOTION,
        },
    },
};

/// Thigh upright over the tucked pelvis, knee at a right angle, the calf parallel to the floor.
const UP_LEG: Leg = swing(81.0, 90.0, 4.0);
/// Still bent at the knee, the heel on the floor.
const DOWN_LEG: Leg = swing(34.6, 90.0, 6.0);
/// Straight, the foot flexed, the heel on the floor.
const LONG_LEG: Leg = swing(-11.6, 0.0, 14.0);
/// Straight up from the shoulder.
const UP_ARM: Arm = reach(93.0, 2.0, 0.0, 2.0);
/// On the floor beside the head.
const DOWN_ARM: Arm = reach(179.5, 8.0, 0.0, 14.0);

/// The start: hips tucked so that the whole back is on the floor, arms up, legs raised.
const UP: Pose = Pose {
    root: Root::Shoulders(vector(-0.288, 0.065, 0.0)),
    lean: -99.0,
    spine: 12.0,
    legs: [UP_LEG, UP_LEG],
    arms: [UP_ARM, UP_ARM],
    nod: 5.0,
    ..LYING
};
/// Right leg and left arm on the floor.
const RIGHT_DOWN: Pose = Pose { legs: [DOWN_LEG, UP_LEG], arms: [UP_ARM, DOWN_ARM], ..UP };
/// Left leg and right arm on the floor.
const LEFT_DOWN: Pose = Pose { legs: [UP_LEG, DOWN_LEG], arms: [DOWN_ARM, UP_ARM], ..UP };
/// Right leg straight on the floor, left arm down.
const RIGHT_LONG: Pose = Pose { legs: [LONG_LEG, UP_LEG], ..RIGHT_DOWN };

/// When the cues are seen: all levels lower and return at the same seconds.
const MOMENTS: &[Moment] = &[
    Moment { cue: 0, at: 1.6, joint: Joint::Waist, line: None },
    Moment { cue: 1, at: 2.0, joint: Joint::Waist, line: None },
    Moment { cue: 2, at: 1.0, joint: Joint::Chest, line: None },
    Moment { cue: 3, at: 0.7, joint: Joint::Foot(0), line: None },
];

/// One repetition of each side.
const BASE_MOTION: Motion = Motion {
    period: 6.0,
    keys: &packed([
        key(0.0, Pass::Settle, UP),
        key(2.0, Pass::Drive, RIGHT_DOWN),
        key(3.0, Pass::Settle, UP),
        key(5.0, Pass::Drive, LEFT_DOWN),
    ]),
    shots: Shots::One(View::Side),
    barefoot: false,
    props: &[Prop::LoopBand(Ring::Arches)],
    muscles: MUSCLES,
    still: (0.0, 2.0),
    moments: MOMENTS,
    words: "Lies on the back, arms up and legs raised, lowers one bent leg and the opposite arm to the floor, brings \
        both back; then the other side.",
};

/// The band runs from the left hand to the right foot, and is drawn out as they part.
const HARD_MOTION: Motion = Motion {
    period: 3.0,
    keys: &packed([key(0.0, Pass::Settle, UP), key(2.0, Pass::Drive, RIGHT_DOWN)]),
    props: &[Prop::LongBand { hand: 1, foot: 0, slack: 0.5 }],
    words: "Lies on the back, a band from one hand to the opposite foot, lowers that arm and that bent leg to the \
        floor and brings both back.",
    ..BASE_MOTION
};

/// The same band; the leg becomes straight on its way down.
const HARDER_MOTION: Motion = Motion {
    keys: &packed([key(0.0, Pass::Settle, UP), key(2.0, Pass::Drive, RIGHT_LONG)]),
    words: "Lies on the back, a band from one hand to the opposite foot, lowers that arm and straightens that leg to \
        the floor, foot flexed, and brings both back.",
    ..HARD_MOTION
};
