//! Soft things to stand on, marks of the ground, and what is worn on the back.

use super::{Pieces, SolidRow, cushion, turned_solid};
use crate::domain::figure::body::Skeleton;
use crate::domain::figure::loft::paint::Ink;
use crate::domain::figure::loft::section::Loft;
use crate::domain::figure::motion::{BOSU_HEIGHT, PILLOW_HEIGHT};
use crate::domain::figure::vector::{Frame, Vector, vector};

/// Distance below the top, and the radius twice, of the dome and of the board of half a ball.
static DOME: [SolidRow; 6] =
    [[1310, 200, 200], [1270, 700, 700], [1150, 1050, 1050], [900, 1380, 1380], [600, 1580, 1580], [240, 1680, 1680]];
static BOARD: [SolidRow; 2] = [[240, 1850, 1850], [0, 1850, 1850]];

/// The rows of a pillow, its height 1, and those of a backpack.
static PILLOW: [SolidRow; 4] = [[800, 1500, 1000], [5000, 1700, 1150], [8300, 1650, 1100], [10000, 1400, 900]];
static BACKPACK: [SolidRow; 5] =
    [[-2150, 300, 580], [-2000, 430, 780], [-1000, 470, 840], [0, 400, 780], [220, 240, 550]];
/// Distance between two marks of the ground.
const SPACE: f32 = 0.1;

/// Half a ball, flat side up: a board on a dome. It tips with the sway of the person on it, less under two feet than under one.
pub(super) fn bosu(pieces: &mut Pieces<'_>, bones: &Skeleton, middle: Vector) {
    let [right, left] = bones.legs.map(|leg| leg.planted);
    let tip = bones.chest.up.z() * if right && left { 0.5 } else { 1.0 };
    let down = -(Vector::UP + vector(0.0, 0.0, tip)).unit();
    let top = middle.raised(BOSU_HEIGHT);
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
    for mark in -4..5_i8 {
        let off = f32::from(mark) - gone + gone.floor();
        let foot = (speed.unit() * (SPACE * off)).raised(-0.006);
        let end = foot.raised(0.001 * off * off - 0.025);
        pieces.loft(-9.5, &Loft::swept(&[foot, end], 0.0025), Ink::Iron);
    }
}
