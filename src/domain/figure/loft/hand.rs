//! Hands: a palm, four fingers of two pieces each, and a thumb.

use super::section::{CrossSection, Loft};
use super::table::{PALM, spread};
use crate::domain::figure::body::sign;
use crate::domain::figure::vector::{Vector, turned};

const PALM_LENGTH: f32 = 0.055;
/// For each finger from the first to the little one: how far toward the thumb it grows, and its length.
const FINGERS: [(f32, f32); 4] = [(0.0165, 0.046), (0.0055, 0.051), (-0.0055, 0.047), (-0.0160, 0.037)];

/// The shape of a hand: for each finger the degrees by which it bends at its root and in its middle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum HandShape {
    /// At ease, the fingers a little bent.
    #[default]
    Relaxed,
    /// Closed.
    Fist,
}

impl HandShape {
    const fn bends(self) -> [(f32, f32); 4] {
        match self {
            Self::Relaxed => [(14.0, 24.0), (22.0, 30.0), (26.0, 34.0), (30.0, 38.0)],
            Self::Fist => [(82.0, 100.0); 4],
        }
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

/// The hand at `wrist` that points along `ahead`, its palm toward `inside`.
pub(super) fn hand(wrist: Vector, ahead: Vector, inside: Vector, shape: HandShape, side: usize) -> HandLofts {
    let thumb = ahead.cross(inside) * sign(side);
    let section = |row: super::table::Row| CrossSection {
        along: row[0],
        centre: wrist + ahead * (PALM_LENGTH * row[0]),
        out: thumb,
        front: inside,
        half: [row[1], row[2], row[3], row[4]],
    };
    let palm = Loft(spread(&PALM, 6).map(section).collect());
    let bends = shape.bends();
    let is_fist = shape == HandShape::Fist;
    let finger = |at: usize| {
        let ((aside, length), (root, middle)) = (FINGERS[at], bends[at]);
        let base = wrist + ahead * 0.052 + thumb * aside;
        let spread = if is_fist { 0.0 } else { aside * 5.4 };
        let first = (turned(ahead, inside, root) + thumb * spread).unit();
        let second = turned(ahead, inside, root + middle);
        let joint = base + first * (length * 0.5);
        let tip = joint + second * (length * if is_fist { 0.42 } else { 0.5 });
        Loft::balls(&[base, joint, tip - second * 0.003, tip], &[0.0064, 0.0062, 0.0054, 0.0030], thumb, false)
    };
    let root = wrist + ahead * 0.012 + thumb * 0.013 + inside * 0.004;
    let (joint, tip) = if is_fist {
        (wrist + ahead * 0.040 + thumb * 0.020 + inside * 0.014, wrist + ahead * 0.056 + thumb * 0.004 + inside * 0.024)
    } else {
        let joint = root + (ahead * 0.8 + thumb * 0.62 + inside * 0.25).unit() * 0.026;
        (joint, joint + (ahead + thumb * 0.22 + inside * 0.15).unit() * 0.024)
    };
    let points = [root, joint, joint.towards(tip, 0.8), tip];
    HandLofts {
        palm,
        fingers: [0, 1, 2, 3].map(finger),
        thumb: Loft::balls(&points, &[0.0105, 0.0085, 0.0068, 0.0035], thumb, false),
        inside,
    }
}
