//! Hands: a palm, four fingers of two pieces each, and a thumb.

use super::section::{CrossSection, Loft, smooth};
use super::table::PALM;
use crate::domain::figure::body::{ArmBones, sign};
use crate::domain::figure::pose::HandShape;
use crate::domain::figure::vector::{Vector, mix, turned};

const PALM_LENGTH: f32 = 0.055;
/// For each finger from the first to the little one: how far toward the thumb it grows, and its length.
const FINGERS: [(f32, f32); 4] = [(0.0165, 0.046), (0.0055, 0.051), (-0.0055, 0.047), (-0.0160, 0.037)];

/// For each finger the degrees by which it bends at its root and in its middle.
const fn bends(shape: HandShape) -> [(f32, f32); 4] {
    match shape {
        HandShape::Relaxed => [(14.0, 24.0), (22.0, 30.0), (26.0, 34.0), (30.0, 38.0)],
        HandShape::Flat => [(0.0, 3.0); 4],
        HandShape::Fist => [(82.0, 100.0); 4],
        HandShape::Grip => [(66.0, 94.0), (70.0, 96.0), (74.0, 98.0), (78.0, 100.0)],
        HandShape::Pointing => [(2.0, 4.0), (80.0, 98.0), (82.0, 100.0), (82.0, 100.0)],
    }
}

/// Place of the thumb: 0 beside the fingers, 1 across them.
const fn closed(shape: HandShape) -> f32 {
    match shape {
        HandShape::Relaxed | HandShape::Flat => 0.0,
        HandShape::Fist | HandShape::Grip | HandShape::Pointing => 1.0,
    }
}

/// The lofts of a hand: palm, fingers, thumb.
pub(super) struct HandLofts {
    pub(super) palm: Loft,
    pub(super) fingers: [Loft; 4],
    pub(super) thumb: Loft,
    /// The direction of the palm.
    pub(super) inside: Vector,
}

/// The hand of an arm, closed round a handle by the share `grip`.
pub(super) fn hand(arm: &ArmBones, side: usize, grip: f32) -> HandLofts {
    let (wrist, ahead, inside) = (arm.wrist, (arm.tip - arm.wrist).unit(), arm.palm);
    let (from, to, share) = arm.shape;
    let thumb = ahead.cross(inside) * sign(side);
    let palm = Loft::by_table(&PALM, &mut |row| CrossSection {
        along: row.at,
        centre: wrist + ahead * (PALM_LENGTH * row.at),
        out: thumb,
        front: inside,
        half: row.half,
    });
    let (one, other, closing) = (bends(from), bends(to), bends(HandShape::Grip));
    let finger = |at: usize| {
        let (aside, length) = FINGERS[at];
        let root = mix(mix(one[at].0, other[at].0, share), closing[at].0, grip);
        let middle = mix(mix(one[at].1, other[at].1, share), closing[at].1, grip);
        let bent = smooth(root, 30.0, 82.0);
        let base = wrist + ahead * 0.052 + thumb * aside;
        let spread = aside * 5.4 * (1.0 - bent);
        let first = (turned(ahead, inside, root) + thumb * spread).unit();
        let second = turned(ahead, inside, root + middle);
        let joint = base + first * (length * 0.5);
        let tip = joint + second * (length * mix(0.5, 0.42, bent));
        Loft::balls(&[base, joint, tip - second * 0.003, tip], &[0.0064, 0.0062, 0.0054, 0.0030], thumb, false)
    };
    let root = wrist + ahead * 0.012 + thumb * 0.013 + inside * 0.004;
    let beside = root + (ahead * 0.8 + thumb * 0.62 + inside * 0.25).unit() * 0.026;
    let open = [beside, beside + (ahead + thumb * 0.22 + inside * 0.15).unit() * 0.024];
    let across = [
        wrist + ahead * 0.040 + thumb * 0.020 + inside * 0.014,
        wrist + ahead * 0.056 + thumb * 0.004 + inside * 0.024,
    ];
    let over = mix(mix(closed(from), closed(to), share), 1.0, grip);
    let [joint, tip] = [0, 1].map(|at| open[at].towards(across[at], over));
    let points = [root, joint, joint.towards(tip, 0.8), tip];
    HandLofts {
        palm,
        fingers: [0, 1, 2, 3].map(finger),
        thumb: Loft::balls(&points, &[0.0105, 0.0085, 0.0068, 0.0035], thumb, false),
        inside,
    }
}
