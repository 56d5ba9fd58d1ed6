//! The head: skull and jaw, nose, ears.

use super::section::{CrossSection, Loft};
use super::table::{HEAD, Row, between};
use super::trunk::on;
use crate::domain::figure::body::{Skeleton, sign};
use crate::domain::figure::vector::Vector;

/// Heights of the sections: denser at the crown, which is round.
const HEIGHTS: [f32; 19] = [
    0.0, 0.008, 0.016, 0.024, 0.032, 0.040, 0.048, 0.056, 0.064, 0.072, 0.080, 0.090, 0.100, 0.110, 0.117, 0.122,
    0.1265, 0.1298, 0.131,
];
/// Height, distance before the neck, and half the breadth of the nose.
const NOSE: [(f32, f32, f32); 6] = [
    (0.080, 0.0575, 0.004),
    (0.072, 0.0590, 0.0048),
    (0.064, 0.0635, 0.0060),
    (0.056, 0.0672, 0.0072),
    (0.0520, 0.0680, 0.0080),
    (0.0480, 0.0650, 0.0075),
];
/// Height, distance before the neck, half the thickness, and half the depth of an ear.
const EAR: [(f32, f32, f32, f32); 5] = [
    (0.040, 0.000, 0.003, 0.004),
    (0.046, 0.000, 0.004, 0.0078),
    (0.058, -0.002, 0.0046, 0.011),
    (0.068, -0.004, 0.0048, 0.011),
    (0.074, -0.005, 0.003, 0.006),
];

fn at(body: &Skeleton, forward: f32, up: f32, right: f32) -> Vector {
    body.neck + on(&body.head, forward, up, right)
}

/// Positions on it are heights over the top of the neck.
pub(super) fn head(body: &Skeleton) -> Loft {
    let section = |height: f32| {
        let row: Row = between(&HEAD, height);
        CrossSection {
            along: height,
            centre: at(body, row[5], height, 0.0),
            out: body.head.right,
            front: body.head.forward,
            half: [row[1], row[2], row[3], row[4]],
        }
    };
    Loft(HEIGHTS.map(section).to_vec())
}

pub(super) fn nose(body: &Skeleton) -> Loft {
    let section = |(row, (up, forward, half)): (usize, (f32, f32, f32))| CrossSection {
        along: row as f32 * 0.2,
        centre: at(body, forward, up, 0.0),
        out: body.head.right,
        front: body.head.forward,
        half: [half, half, 0.0065, 0.010],
    };
    Loft(NOSE.into_iter().enumerate().map(section).collect())
}

pub(super) fn ear(body: &Skeleton, side: usize) -> Loft {
    let section = |(row, (up, forward, thick, deep)): (usize, (f32, f32, f32, f32))| CrossSection {
        along: row as f32 * 0.25,
        centre: at(body, forward, up, sign(side) * (0.0425 + 0.0013 * row as f32)),
        out: body.head.right * sign(side),
        front: body.head.forward,
        half: [thick, thick, deep, deep],
    };
    Loft(EAR.into_iter().enumerate().map(section).collect())
}
