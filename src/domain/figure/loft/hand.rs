//! Hands: a palm, four fingers of two pieces each, and a thumb.

use super::body::{Body, LoftName};
use super::section::{Loft, smooth};
use super::table::PALM;
use super::trunk::on;
use crate::domain::figure::body::{ArmBones, sign};
use crate::domain::figure::pose::HandShape;
use crate::domain::figure::vector::{Frame, Vector, mix, turned, vector};

const PALM_LENGTH: f32 = 0.055;
/// The fingers: how far toward the thumb each grows, and its length.
static FINGERS: [(LoftName, f32, f32); 4] = [
    (LoftName::FirstFinger, 0.0165, 0.046),
    (LoftName::MiddleFinger, 0.0055, 0.051),
    (LoftName::RingFinger, -0.0055, 0.047),
    (LoftName::LittleFinger, -0.0160, 0.037),
];

/// For each shape of a hand and each finger the degrees by which it bends at its root and in its middle.
static BENDS: [[[u8; 2]; 4]; 5] = [
    [[14, 24], [22, 30], [26, 34], [30, 38]],
    [[0, 3]; 4],
    [[82, 100]; 4],
    [[66, 94], [70, 96], [74, 98], [78, 100]],
    [[2, 4], [80, 98], [82, 100], [82, 100]],
];

/// The joint of the thumb and its tip, beside the fingers and across them: to the inside, ahead, and to its own side.
static THUMB: [[Vector; 2]; 2] = [
    [vector(0.0102, 0.0320, 0.0285), vector(0.0137, 0.0551, 0.0336)],
    [vector(0.014, 0.040, 0.020), vector(0.024, 0.056, 0.004)],
];

/// Place of the thumb: 0 beside the fingers, 1 across them.
const fn closed(shape: HandShape) -> f32 {
    if matches!(shape, HandShape::Relaxed | HandShape::Flat) { 0.0 } else { 1.0 }
}

/// Adds the hand of an arm, closed round a handle by the share `grip`: palm, fingers, thumb.
pub(super) fn hand(body: &mut Body, arm: &ArmBones, grip: f32, side: usize) {
    let (from, to, share) = arm.shape;
    let (wrist, ahead, inside) = (arm.wrist, (arm.tip - arm.wrist).unit(), arm.palm);
    let thumb = ahead.cross(inside) * sign(side);
    body.put(LoftName::Palm, side, Loft::straight(&PALM, wrist, ahead * PALM_LENGTH, thumb, inside));
    let angles = BENDS[from as usize].iter().zip(&BENDS[to as usize]).zip(&BENDS[HandShape::Grip as usize]);
    for (&(name, aside, length), ((one, other), closed)) in FINGERS.iter().zip(angles) {
        let turn = |joint: usize| {
            mix(mix(f32::from(one[joint]), f32::from(other[joint]), share), f32::from(closed[joint]), grip)
        };
        let (root, middle) = (turn(0), turn(1));
        let bent = smooth(root, 30.0, 82.0);
        let base = wrist + ahead * 0.052 + thumb * aside;
        let first = (turned(ahead, inside, root) + thumb * (aside * 5.4 * (1.0 - bent))).unit();
        let second = turned(ahead, inside, root + middle);
        let joint = base + first * (length * 0.5);
        let tip = joint + second * (length * mix(0.5, 0.42, bent));
        let points = [base, joint, tip - second * 0.003, tip];
        body.put(name, side, Loft::balls(&points, &[0.0064, 0.0062, 0.0054, 0.0030], thumb, false));
    }
    let (axes, over) =
        (Frame { forward: inside, up: ahead, right: thumb }, mix(mix(closed(from), closed(to), share), 1.0, grip));
    let [beside, across] = &THUMB;
    let place = |at: usize| wrist + on(&axes, beside[at].towards(across[at], over));
    let (root, joint, tip) = (wrist + on(&axes, vector(0.004, 0.012, 0.013)), place(0), place(1));
    let points = [root, joint, joint.towards(tip, 0.8), tip];
    body.put(LoftName::Thumb, side, Loft::balls(&points, &[0.0105, 0.0085, 0.0068, 0.0035], thumb, false));
}
