//! Poses, each as its difference from another one.

use super::bytes::{Bytes, LENGTH};
use crate::domain::figure::{Arm, Foot, Hand, Leg, Pose, Reach, Root, Swing, Vector, vector};

const ANGLE: f32 = 20.0;

/// The numbers of a pose.
pub(super) type Numbers = [i16; 38];

/// The start of each group of them, and the end of the last.
const GROUPS: [usize; 7] = [0, 4, 10, 17, 24, 31, 38];

impl Bytes {
    pub(super) fn poses(&mut self, poses: &mut Vec<Numbers>) {
        for _ in 0..self.byte() {
            let from = self.index();
            let mut pose = match poses.len().checked_sub(from / 2).and_then(|at| poses.get(at)) {
                Some(other) if from & 1 == 1 => mirrored(other),
                Some(other) => *other,
                None => [0; 38],
            };
            let differs = self.byte();
            for group in (0..6).filter(|group| differs & 1 << group != 0) {
                let numbers = self.byte();
                (0..7)
                    .filter(|number| numbers & 1 << number != 0)
                    .for_each(|number| pose[GROUPS[group] + number] += self.signed());
            }
            for (bit, right, left) in [(1 << 6, 2, 3), (1 << 7, 4, 5)] {
                if differs & bit != 0 {
                    let limb = mirrored_limb(&pose, GROUPS[right]);
                    pose[GROUPS[left]..GROUPS[left + 1]].copy_from_slice(&limb);
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
    // Tilt, turn and side bend.
    for angle in [5, 6, 8] {
        other[angle] = -pose[angle];
    }
    for (to, from) in [(2, 3), (3, 2), (4, 5), (5, 4)] {
        other[GROUPS[to]..GROUPS[to + 1]].copy_from_slice(&mirrored_limb(pose, GROUPS[from]));
    }
    other
}

/// The numbers of a limb, mirrored to the other side.
fn mirrored_limb(pose: &Numbers, at: usize) -> [i16; 7] {
    let mut limb = [0; 7];
    limb.copy_from_slice(&pose[at..at + 7]);
    if limb[0] == 0 {
        limb[3] = -limb[3];
    }
    limb
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
        }),
        _ => Leg::Free(Swing {
            hip: angle(at + 1),
            out: angle(at + 2),
            turn: angle(at + 3),
            knee: angle(at + 4),
            foot: angle(at + 5),
        }),
    };
    let arm = |at: usize| match numbers[at] {
        0 => Arm::Hand(Hand { at: place(at + 1), elbow: angle(at + 4) }),
        _ => Arm::Swing(Reach { raise: angle(at + 1), out: angle(at + 2), turn: angle(at + 3), elbow: angle(at + 4) }),
    };
    Pose {
        root: match numbers[0] {
            0 => Root::Balanced { hips: length(1), right: length(2) },
            1 => Root::Hips(place(1)),
            _ => Root::Shoulders(place(1)),
        },
        lean: angle(4),
        tilt: angle(5),
        turn: angle(6),
        spine: angle(7),
        side: angle(8),
        nod: angle(9),
        legs: [leg(10), leg(17)],
        arms: [arm(24), arm(31)],
    }
}
