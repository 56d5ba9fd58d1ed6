//! Soft things to stand on, marks of the ground, and what is worn on the back.

use super::{Pieces, cushion, turned_solid};
use crate::domain::figure::body::Skeleton;
use crate::domain::figure::loft::paint::Ink;
use crate::domain::figure::loft::section::Loft;
use crate::domain::figure::motion::{BOSU_HEIGHT, PILLOW_HEIGHT};
use crate::domain::figure::vector::{Frame, Vector, vector};

/// Distance below the top, and the radius twice, of the dome and of the board of half a ball.
const DOME: [[f32; 3]; 6] = [
    [0.131, 0.02, 0.02],
    [0.127, 0.07, 0.07],
    [0.115, 0.105, 0.105],
    [0.09, 0.138, 0.138],
    [0.06, 0.158, 0.158],
    [0.024, 0.168, 0.168],
];
const BOARD: [[f32; 3]; 2] = [[0.024, 0.185, 0.185], [0.0, 0.185, 0.185]];

/// The rows of a pillow, its height 1, and those of a backpack.
const PILLOW: [[f32; 3]; 4] = [[0.08, 0.15, 0.10], [0.5, 0.17, 0.115], [0.83, 0.165, 0.11], [1.0, 0.14, 0.09]];
const BACKPACK: [[f32; 3]; 5] =
    [[-0.215, 0.030, 0.058], [-0.20, 0.043, 0.078], [-0.10, 0.047, 0.084], [0.0, 0.040, 0.078], [0.022, 0.024, 0.055]];
/// Distance between two marks of the ground.
const SPACE: f32 = 0.1;

/// Half a ball, flat side up: a board on a dome. It tips with the sway of the person on it, less under two feet than under one.
pub(super) fn bosu(pieces: &mut Pieces<'_>, bones: &Skeleton, middle: Vector) {
    let [right, left] = bones.legs.map(|leg| leg.planted);
    let tip = bones.chest.up.z() * if right && left { 0.5 } else { 1.0 };
    let down = (Vector::UP + vector(0.0, 0.0, tip)).unit() * -1.0;
    let top = middle + Vector::UP * BOSU_HEIGHT;
    pieces.loft(-9.0, &turned_solid(top, down, &DOME), Ink::Furniture);
    pieces.loft(-8.9, &turned_solid(top, down, &BOARD), Ink::Iron);
}

/// A pillow, pressed in by the foot on it: the lower it is, the wider.
pub(super) fn pillow(bones: &Skeleton, middle: Vector) -> Loft {
    let mut top = PILLOW_HEIGHT;
    for leg in &bones.legs {
        if leg.planted {
            top = top.min(leg.heel.towards(leg.ball, 0.5).y());
        }
    }
    let scale = [top + 0.006, 1.0 + 2.0 * (PILLOW_HEIGHT - top)];
    cushion(middle, &Frame::STANDING, &PILLOW, scale)
}

/// A backpack, its upper edge at the shoulders.
pub(super) fn backpack(bones: &Skeleton) -> Loft {
    cushion(bones.shoulders - bones.chest.forward * 0.098, &bones.chest, &BACKPACK, [1.0; 2])
}

/// Marks below the ground, which pass under a figure of this speed and shrink toward the edges of the picture.
pub(super) fn marks(pieces: &mut Pieces<'_>, speed: Vector, time: f32) {
    let gone = speed.length() * time / SPACE;
    for mark in -4..=4_i8 {
        let off = f32::from(mark) - gone + gone.floor();
        let foot = speed.unit() * (SPACE * off) - Vector::UP * 0.006;
        let end = foot - Vector::UP * (0.025 - 0.001 * off * off);
        pieces.loft(-9.5, &Loft::swept(&[foot, end], 0.0025), Ink::Iron);
    }
}
