//! Weights, in the hands or where they lie, and a rolled mat.

use super::{Pieces, grip, turned_solid};
use crate::domain::figure::body::Skeleton;
use crate::domain::figure::loft::paint::Ink;
use crate::domain::figure::loft::part::Part;
use crate::domain::figure::loft::section::Loft;
use crate::domain::figure::motion::{Grip, WeightShape};
use crate::domain::figure::vector::{Vector, cosine, sine, vector};

/// The ball of a kettlebell, from its handle down, and half a dumbbell, from its middle on: distances and radii.
const BALL: [(f32, f32); 7] = [
    (0.1384, 0.0136),
    (0.1292, 0.0336),
    (0.113, 0.0485),
    (0.086, 0.056),
    (0.059, 0.0485),
    (0.0428, 0.0336),
    (0.0336, 0.0136),
];
const HEAD: [(f32, f32); 4] = [(0.036, 0.024), (0.042, 0.031), (0.078, 0.031), (0.084, 0.024)];
/// A rolled mat, and the end of its spiral.
const ROLL: [(f32, f32); 2] = [(-0.17, 0.035), (0.17, 0.035)];

/// A weight's handle: its position, the direction in which it hangs, and that of its bar.
fn held(bones: &Skeleton, hold: Grip, at: Vector) -> [Vector; 3] {
    let [right, left] = bones.arms.each_ref().map(grip);
    let middle = right.towards(left, 0.5);
    let across = vector(0.0, 0.0, 1.0);
    match hold {
        Grip::None => [at, Vector::UP * -1.0, across],
        Grip::Hands => [middle + Vector::UP * 0.008, Vector::UP * -1.0, across],
        Grip::Chest => [middle + bones.chest.up * 0.03, bones.chest.up * -1.0, bones.chest.right],
        Grip::Hand(side) | Grip::Swing(side) => {
            let arm = &bones.arms[side];
            let bar = (arm.tip - arm.wrist).cross(arm.palm).unit();
            let swings = matches!(hold, Grip::Swing(_));
            let down = if swings { (arm.wrist - arm.shoulder).unit() } else { Vector::UP * -1.0 };
            [grip(arm), down, bar]
        }
    }
}

/// Adds a weight, which lies `at` its own place if nobody holds it.
pub(super) fn weight(pieces: &mut Pieces<'_>, bones: &Skeleton, shape: WeightShape, hold: Grip, at: Vector) {
    let [top, down, bar] = held(bones, hold, at);
    // It lies behind the hand that holds it.
    let depth = pieces.near(top) - if hold == Grip::None { 0.0 } else { 0.02 };
    match shape {
        WeightShape::Kettlebell => {
            let (bow, bar) = (top + down * 0.046, bar.beside(down).unit());
            let mut handle = Vec::with_capacity(9);
            for step in 0..9_u8 {
                let angle = f32::from(step) * 22.5;
                handle.push(bow - down * (0.042 * sine(angle)) + bar * (0.038 * cosine(angle)));
            }
            let lofts = [turned_solid(top, down, &BALL), Loft::swept(&handle, 0.007)];
            pieces.add(depth, Part::of(pieces.camera, &[&lofts[0], &lofts[1]], Ink::Iron));
        }
        WeightShape::Dumbbell => {
            pieces.loft(depth, &Loft::swept(&[top - bar * 0.04, top, top + bar * 0.04], 0.008), Ink::Iron);
            for bar in [bar, bar * -1.0] {
                // Each head at its own depth: one of them may lie before the hand.
                pieces.loft(pieces.near(top + bar * 0.06), &turned_solid(top, bar, &HEAD), Ink::Iron);
            }
        }
        WeightShape::Roll => pieces.loft(-9.0, &turned_solid(top, bar, &ROLL), Ink::Band),
    }
}

/// The balls that a weight takes.
pub(in crate::domain::figure::loft) fn weight_balls(
    bones: &Skeleton,
    shape: WeightShape,
    hold: Grip,
    at: Vector,
) -> [(Vector, f32); 2] {
    let [top, down, bar] = held(bones, hold, at);
    match shape {
        WeightShape::Kettlebell => [(top - Vector::UP * 0.02, 0.04), (top + down * 0.086, 0.057)],
        WeightShape::Dumbbell => [0.058, -0.058].map(|along| (top + bar * along, 0.042)),
        WeightShape::Roll => [0.15, -0.15].map(|along| (top + bar * along, 0.045)),
    }
}
