//! Soft things to stand on, marks of the ground, and what is worn on the back.

use super::{Pieces, cushion, turned_solid};
use crate::domain::figure::body::Skeleton;
use crate::domain::figure::loft::paint::Ink;
use crate::domain::figure::loft::part::{Layer, Part};
use crate::domain::figure::loft::section::Loft;
use crate::domain::figure::motion::{BOSU_HEIGHT, PILLOW_HEIGHT};
use crate::domain::figure::vector::{Frame, Vector, vector};

/// Distance below the top and radius of the dome and of the board of half a ball.
const DOME: [(f32, f32); 6] =
    [(0.131, 0.02), (0.127, 0.07), (0.115, 0.105), (0.09, 0.138), (0.06, 0.158), (0.024, 0.168)];
const BOARD: [(f32, f32); 2] = [(0.024, 0.185), (0.0, 0.185)];

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
    let standing = bones.legs.iter().filter(|leg| leg.planted).map(|leg| leg.heel.towards(leg.ball, 0.5).y());
    let top = standing.fold(PILLOW_HEIGHT, f32::min) + 0.006;
    let wide = 1.0 + 2.0 * (PILLOW_HEIGHT + 0.006 - top);
    let rows = [[0.08, 0.15, 0.10], [0.5, 0.17, 0.115], [0.83, 0.165, 0.11], [1.0, 0.14, 0.09]]
        .map(|[height, long, broad]| [height * top, long * wide, broad * wide]);
    cushion(middle, &Frame::STANDING, &rows)
}

/// A backpack, its upper edge at the shoulders.
pub(super) fn backpack(bones: &Skeleton) -> Loft {
    let rows = [
        [-0.215, 0.030, 0.058],
        [-0.20, 0.043, 0.078],
        [-0.10, 0.047, 0.084],
        [0.0, 0.040, 0.078],
        [0.022, 0.024, 0.055],
    ];
    cushion(bones.shoulders - bones.chest.forward * 0.098, &bones.chest, &rows)
}

/// Marks below the ground, which pass under a figure of this speed and shrink toward the edges of the picture.
pub(super) fn marks(pieces: &mut Pieces<'_>, speed: Vector, time: f32) {
    let (camera, gone) = (pieces.camera, speed.length() * time / SPACE);
    let mut part = Part::new(camera, 0);
    for mark in -4..=4_i8 {
        let off = f32::from(mark) - gone + gone.floor();
        let foot = speed.unit() * (SPACE * off);
        if let Some(balls) = &mut pieces.balls {
            balls.push((foot, 0.0));
        }
        let [from, to] = [0.006, (0.03 - 0.0018 * off * off).max(0.007)];
        part.line(
            Layer::Lines,
            Ink::Brow,
            vec![camera.point(foot - Vector::UP * from), camera.point(foot - Vector::UP * to)],
        );
    }
    pieces.add(-9.5, [Vector::default(); 2], part);
}
