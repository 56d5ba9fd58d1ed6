//! Poses, each as its difference from another one.

use super::bytes::{Bytes, LENGTH};
use crate::domain::figure::{
    Arm, Foot, Forearm, Hand, HandAngles, HandRest, HandShape, Knee, Leg, Palm, Pose, Reach, RestingPart, Root, Swing,
    Vector, vector,
};

const ANGLE: f32 = 20.0;

/// The numbers of a pose.
pub(super) type Numbers = [i16; 53];

/// The start of each group of them, and the end of the last.
const GROUPS: [usize; 7] = [0, 5, 15, 23, 31, 42, 53];

impl Bytes {
    pub(super) fn poses(&mut self, poses: &mut Vec<Numbers>) {
        for _ in 0..self.byte() {
            let from = self.index();
            let mut pose = match poses.len().checked_sub(from / 2).and_then(|at| poses.get(at)) {
                Some(other) if from & 1 == 1 => mirrored(other),
                Some(other) => *other,
                None => [0; 53],
            };
            let differs = self.byte();
            for group in (0..6).filter(|group| differs & 1 << group != 0) {
                let numbers = self.whole();
                (0..GROUPS[group + 1] - GROUPS[group])
                    .filter(|number| numbers & 1 << number != 0)
                    .for_each(|number| pose[GROUPS[group] + number] += self.signed());
            }
            for (bit, right, left) in [(1 << 6, 2, 3), (1 << 7, 4, 5)] {
                if differs & bit != 0 {
                    let from = pose;
                    copy_mirrored(&mut pose, left, &from, right);
                }
            }
            poses.push(pose);
        }
    }
}

/// The pose with left and right exchanged.
fn mirrored(pose: &Numbers) -> Numbers {
    let mut other = *pose;
    if pose[0] == 0 {
        // The share of the weight on the right foot.
        other[2] = 10_000 - pose[2];
    } else {
        other[3] = -pose[3];
    }
    // Tilt, turn, side bend, roll, twist, turn and tilt of the head.
    for angle in [6, 7, 9, 11, 12, 13, 14] {
        other[angle] = -pose[angle];
    }
    for (to, from) in [(2, 3), (3, 2), (4, 5), (5, 4)] {
        copy_mirrored(&mut other, to, pose, from);
    }
    other
}

/// Copies a limb to the other side. A position is mirrored, angles are the same.
fn copy_mirrored(to: &mut Numbers, group: usize, from: &Numbers, limb: usize) {
    let at = GROUPS[group];
    to[at..GROUPS[group + 1]].copy_from_slice(&from[GROUPS[limb]..GROUPS[limb + 1]]);
    if to[at] != 1 {
        to[at + 3] = -to[at + 3];
    }
}

/// The pose with these numbers.
pub(super) fn written(numbers: &Numbers) -> Pose {
    let length = |at: usize| f32::from(numbers[at]) / LENGTH;
    let angle = |at: usize| f32::from(numbers[at]) / ANGLE;
    let place = |at: usize| -> Vector { vector(length(at), length(at + 1), length(at + 2)) };
    let leg = |at: usize| match numbers[at] {
        0 => Leg::Planted(Foot {
            x: length(at + 1),
            y: length(at + 2),
            z: length(at + 3),
            heel: angle(at + 4),
            out: angle(at + 5),
            knee: angle(at + 6),
            toes: angle(at + 7),
            tip: 0.0,
            is_lifted: false,
        }),
        1 => Leg::Free(Swing {
            hip: angle(at + 1),
            out: angle(at + 2),
            turn: angle(at + 3),
            knee: angle(at + 4),
            foot: angle(at + 5),
            toes: angle(at + 7),
        }),
        _ => Leg::Kneeling(Knee {
            at: place(at + 1),
            shin: angle(at + 4),
            out: angle(at + 5),
            foot: angle(at + 6),
            toes: angle(at + 7),
        }),
    };
    let arm = |at: usize| match numbers[at] {
        0 => Arm::Hand(Hand { at: place(at + 1), elbow: angle(at + 4), on: body_part(numbers[at + 10]) }),
        1 => Arm::Swing(Reach { raise: angle(at + 1), out: angle(at + 2), turn: angle(at + 3), elbow: angle(at + 4) }),
        4 => Arm::Forearm(Forearm { at: place(at + 1), lift: angle(at + 4), out: angle(at + 10) }),
        on => Arm::Palm(Palm { at: place(at + 1), elbow: angle(at + 4), out: angle(at + 10), is_on_wall: on == 3 }),
    };
    let hand = |at: usize| HandAngles {
        roll: angle(at + 5),
        wrist: angle(at + 6),
        shape: SHAPES[usize::from(numbers[at + 7].unsigned_abs()) % SHAPES.len()],
        glide: length(at + 8),
        lift: length(at + 9),
    };
    Pose {
        root: match numbers[0] {
            0 => Root::Balanced { hips: length(1), right: length(2) },
            1 => Root::Hips(place(1)),
            2 => Root::Shoulders(place(1)),
            3 => Root::Rest(RestingPart::Seat, place(1)),
            4 => Root::Rest(RestingPart::Back, place(1)),
            5 => Root::Rest(RestingPart::SideOfHip, place(1)),
            _ => Root::Rest(RestingPart::Thigh, place(1)),
        },
        pillow: (numbers[4] > 0).then(|| f32::from(numbers[4] - 1) / LENGTH),
        lean: angle(5),
        tilt: angle(6),
        turn: angle(7),
        spine: angle(8),
        side: angle(9),
        nod: angle(10),
        roll: angle(11),
        twist: angle(12),
        head_turn: angle(13),
        head_tilt: angle(14),
        legs: [leg(15), leg(23)],
        arms: [arm(31), arm(42)],
        hands: [hand(31), hand(42)],
    }
}

const SHAPES: [HandShape; 5] =
    [HandShape::Relaxed, HandShape::Flat, HandShape::Fist, HandShape::Grip, HandShape::Pointing];

const fn body_part(number: i16) -> Option<HandRest> {
    match number {
        1 => Some(HandRest::Pelvis),
        2 => Some(HandRest::Chest),
        3 => Some(HandRest::Head),
        4 => Some(HandRest::Thigh),
        _ => None,
    }
}
