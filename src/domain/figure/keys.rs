//! Key poses as they are kept: small whole numbers, each pose as its difference from the one before, because most of a
//! pose is that. Made of written poses by the compiler; the program holds nothing else of them.

use super::motion::{Key, Pass};
use super::pose::{Arm, Foot, Hand, Leg, Pose, Reach, Root, Swing};
use super::vector::vector;

/// Numbers of a key: its time, how it is passed, what holds the body (a kind and three numbers), six angles of the trunk,
/// and a kind and six numbers for each limb.
const NUMBERS: usize = 2 + 4 + 6 + 4 * 7;
/// Steps of an angle, in a degree.
const ANGLE: f32 = 20.0;
/// Steps of a length, in a standing height, and of a time, in a second.
const LENGTH: f32 = 10_000.0;
const TIME: f32 = 1000.0;

/// A key pose as its difference from the one before; the first from nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Packed([i16; NUMBERS]);

/// The key poses of a motion, packed.
#[must_use]
pub const fn packed<const COUNT: usize>(keys: [Key; COUNT]) -> [Packed; COUNT] {
    let mut packed = [Packed([0; NUMBERS]); COUNT];
    let mut before = [0; NUMBERS];
    let mut at = 0;
    while at < COUNT {
        let numbers = numbers(&keys[at]);
        let mut number = 0;
        while number < NUMBERS {
            packed[at].0[number] = numbers[number] - before[number];
            number += 1;
        }
        before = numbers;
        at += 1;
    }
    packed
}

/// The key poses that were packed.
pub(super) fn unpacked(packed: &[Packed]) -> Vec<Key> {
    let mut numbers = [0; NUMBERS];
    let next = |Packed(differences): &Packed| {
        numbers.iter_mut().zip(differences).for_each(|(number, difference)| *number += difference);
        key(&numbers)
    };
    packed.iter().map(next).collect()
}

#[allow(clippy::cast_possible_truncation, reason = "angles, places and times of a pose are small")]
const fn steps(value: f32, of: f32) -> i16 {
    let steps = value * of;
    (if steps < 0.0 { steps - 0.5 } else { steps + 0.5 }) as i16
}

const fn numbers(key: &Key) -> [i16; NUMBERS] {
    let Pose { root, lean, tilt, turn, spine, side, nod, legs, arms } = key.pose;
    let mut all = [0; NUMBERS];
    all[0] = steps(key.at, TIME);
    all[1] = key.pass as i16;
    let (kind, held) = match root {
        Root::Balanced { hips, right } => (0, [hips, right, 0.0]),
        Root::Hips(at) => (1, [at.x, at.y, at.z]),
        Root::Shoulders(at) => (2, [at.x, at.y, at.z]),
    };
    all[2] = kind;
    let trunk = [lean, tilt, turn, spine, side, nod];
    let mut at = 0;
    while at < 6 {
        if at < 3 {
            all[3 + at] = steps(held[at], LENGTH);
        }
        all[6 + at] = steps(trunk[at], ANGLE);
        at += 1;
    }
    put(&mut all, 12, leg(legs[0]));
    put(&mut all, 19, leg(legs[1]));
    put(&mut all, 26, arm(arms[0]));
    put(&mut all, 33, arm(arms[1]));
    all
}

const fn put(all: &mut [i16; NUMBERS], from: usize, limb: [i16; 7]) {
    let mut at = 0;
    while at < 7 {
        all[from + at] = limb[at];
        at += 1;
    }
}

const fn leg(leg: Leg) -> [i16; 7] {
    match leg {
        Leg::Planted(Foot { x, y, z, heel, out, knee }) => limb(0, [x, y, z], [heel, out, knee, 0.0, 0.0]),
        Leg::Free(Swing { hip, out, turn, knee, foot }) => angles(1, [hip, out, turn, knee, foot]),
    }
}

const fn arm(arm: Arm) -> [i16; 7] {
    match arm {
        Arm::Hand(Hand { at, elbow }) => limb(0, [at.x, at.y, at.z], [elbow, 0.0, 0.0, 0.0, 0.0]),
        Arm::Swing(Reach { raise, out, turn, elbow }) => angles(1, [raise, out, turn, elbow, 0.0]),
    }
}

const fn limb(kind: i16, place: [f32; 3], turned: [f32; 5]) -> [i16; 7] {
    let place = [steps(place[0], LENGTH), steps(place[1], LENGTH), steps(place[2], LENGTH)];
    let turned = [steps(turned[0], ANGLE), steps(turned[1], ANGLE), steps(turned[2], ANGLE)];
    [kind, place[0], place[1], place[2], turned[0], turned[1], turned[2]]
}

const fn angles(kind: i16, of: [f32; 5]) -> [i16; 7] {
    let mut limb = [kind, 0, 0, 0, 0, 0, 0];
    let mut at = 0;
    while at < of.len() {
        limb[at + 1] = steps(of[at], ANGLE);
        at += 1;
    }
    limb
}

fn key(numbers: &[i16; NUMBERS]) -> Key {
    let length = |at: usize| f32::from(numbers[at]) / LENGTH;
    let angle = |at: usize| f32::from(numbers[at]) / ANGLE;
    let place = |at: usize| vector(length(at), length(at + 1), length(at + 2));
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
    Key {
        at: f32::from(numbers[0]) / TIME,
        pass: [Pass::Flow, Pass::Settle, Pass::Drive, Pass::Hold][numbers[1].unsigned_abs() as usize & 3],
        pose: Pose {
            root: match numbers[2] {
                0 => Root::Balanced { hips: length(3), right: length(4) },
                1 => Root::Hips(place(3)),
                _ => Root::Shoulders(place(3)),
            },
            lean: angle(6),
            tilt: angle(7),
            turn: angle(8),
            spine: angle(9),
            side: angle(10),
            nod: angle(11),
            legs: [leg(12), leg(19)],
            arms: [arm(26), arm(33)],
        },
    }
}
