//! Weights, in the hands or where they lie, and a rolled mat.

use super::{Pieces, SolidRow, between_grips, hands, turned_solid};
use crate::domain::figure::body::{Skeleton, sign};
use crate::domain::figure::loft::paint::Ink;
use crate::domain::figure::loft::section::Loft;
use crate::domain::figure::motion::{Grip, WeightShape};
use crate::domain::figure::vector::{Vector, cosine, sine, vector};

/// The ball of a kettlebell, from its handle down: distances, and the radius twice.
static BALL: [SolidRow; 7] = [
    [1384, 136, 136],
    [1292, 336, 336],
    [1130, 485, 485],
    [860, 560, 560],
    [590, 485, 485],
    [428, 336, 336],
    [336, 136, 136],
];
/// Half a dumbbell, from the fist that holds it on, and half a rolled mat.
static HEAD: [SolidRow; 6] =
    [[160, 80, 80], [360, 80, 80], [370, 240, 240], [420, 310, 310], [780, 310, 310], [840, 240, 240]];
static ROLL: [SolidRow; 2] = [[0, 350, 350], [1700, 350, 350]];

/// Adds a weight, which lies `at` its own place if nobody holds it.
pub(super) fn weight(pieces: &mut Pieces<'_>, bones: &Skeleton, shape: WeightShape, hold: Grip, at: Vector) {
    let (mut top, mut down, mut bar, mut behind) = (at, -Vector::UP, vector(0.0, 0.0, 1.0), 0.0);
    if hold != Grip::None {
        let [one, other] = hands(hold);
        top = between_grips(bones, one, other).raised(0.008);
        let arm = &bones.arms[one % 2];
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
    for side in 0..2 {
        let half = bar * sign(side);
        pieces.loft(pieces.near(top + half * 0.06) - behind, &turned_solid(top, half, rows), ink);
    }
}
