//! Weights, in the hands or where they lie, and a rolled mat.

use super::{Pieces, between_grips, hands, turned_solid};
use crate::domain::figure::body::Skeleton;
use crate::domain::figure::loft::paint::Ink;
use crate::domain::figure::loft::section::Loft;
use crate::domain::figure::motion::{Grip, WeightShape};
use crate::domain::figure::vector::{Vector, cosine, sine, vector};

/// The ball of a kettlebell, from its handle down: distances, and the radius twice.
const BALL: [[f32; 3]; 7] = [
    [0.1384, 0.0136, 0.0136],
    [0.1292, 0.0336, 0.0336],
    [0.113, 0.0485, 0.0485],
    [0.086, 0.056, 0.056],
    [0.059, 0.0485, 0.0485],
    [0.0428, 0.0336, 0.0336],
    [0.0336, 0.0136, 0.0136],
];
/// Half a dumbbell, from the fist that holds it on, and half a rolled mat.
const HEAD: [[f32; 3]; 6] = [
    [0.016, 0.008, 0.008],
    [0.036, 0.008, 0.008],
    [0.037, 0.024, 0.024],
    [0.042, 0.031, 0.031],
    [0.078, 0.031, 0.031],
    [0.084, 0.024, 0.024],
];
const ROLL: [[f32; 3]; 2] = [[0.0, 0.035, 0.035], [0.17, 0.035, 0.035]];

/// Adds a weight, which lies `at` its own place if nobody holds it.
pub(super) fn weight(pieces: &mut Pieces<'_>, bones: &Skeleton, shape: WeightShape, hold: Grip, at: Vector) {
    let (mut top, mut down, mut bar, mut behind) = (at, Vector::UP * -1.0, vector(0.0, 0.0, 1.0), 0.0);
    if hold != Grip::None {
        let [one, other] = hands(hold);
        top = between_grips(bones, [one, other]) + Vector::UP * 0.008;
        let arm = &bones.arms[one];
        if one == other {
            bar = super::bar(arm);
        }
        if matches!(hold, Grip::Swing(_)) {
            down = (arm.wrist - arm.shoulder).unit();
        }
        // It lies behind the hand that holds it.
        behind = 0.02;
    }
    let (rows, ink) = match shape {
        WeightShape::Kettlebell => {
            let (bow, bar) = (top + down * 0.046, bar.beside(down).unit());
            let mut handle = Vec::with_capacity(9);
            for step in 0..9_u8 {
                let angle = f32::from(step) * 22.5;
                handle.push(bow - down * (0.042 * sine(angle)) + bar * (0.038 * cosine(angle)));
            }
            let lofts = [turned_solid(top, down, &BALL), Loft::swept(&handle, 0.007)];
            return pieces.lofts(pieces.near(top) - behind, &[&lofts[0], &lofts[1]], Ink::Iron, 0);
        }
        WeightShape::Dumbbell => (&HEAD[..], Ink::Iron),
        WeightShape::Roll => (&ROLL[..], Ink::Band),
    };
    // Each half at its own depth: one of them may lie before the hand.
    for half in [bar, bar * -1.0] {
        pieces.loft(pieces.near(top + half * 0.06) - behind, &turned_solid(top, half, rows), ink);
    }
}
