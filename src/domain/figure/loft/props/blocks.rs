//! Blocks: furniture, walls and mats, of which at most three faces are seen, in order with the body.

use super::Pieces;
use crate::domain::figure::body::Skeleton;
use crate::domain::figure::loft::paint::{Contour, Ink};
use crate::domain::figure::loft::part::{Layer, Part};
use crate::domain::figure::loft::shadow::shadows;
use crate::domain::figure::motion::Material;
use crate::domain::figure::vector::{Frame, Vector};

/// Least cosine between the viewer and a face that is seen.
const SEEN: f32 = 0.02;
/// A part of the body that is no farther in a block than this is outside of it.
const SOFT: f32 = 0.014;
/// Distance in depth between a block and what is before it or behind it: more than an order leaves open.
const APART: f32 = 0.026;
/// A face is dark if the cosine between it and the light is less.
const DARK: f32 = 0.45;

const AXES: [Vector; 3] = [Frame::STANDING.forward, Frame::STANDING.up, Frame::STANDING.right];

/// Adds a block by its middle and half its lengths.
pub(super) fn block(pieces: &mut Pieces<'_>, bones: &Skeleton, [middle, half]: [Vector; 2], material: Material) {
    let camera = pieces.camera;
    let is_wall = material == Material::Wall;
    let mut corners = [middle; 8];
    for (at, corner) in corners.iter_mut().enumerate() {
        for (bit, axis) in AXES.into_iter().enumerate() {
            *corner = *corner + axis * (axis.dot(half) * (1.0 - 2.0 * f32::from((at >> bit & 1) as u8)));
        }
    }
    if let Some(balls) = &mut pieces.balls {
        corners.iter().for_each(|corner| balls.push((*corner, 0.0)));
        return;
    }
    // A wall is not there for who looks from its other side.
    if is_wall && middle.at_height(0.0).unit().dot(camera.eye) >= 0.3 {
        return;
    }
    let ink = match material {
        Material::Wood | Material::Wall => Ink::Furniture,
        Material::Pad => Ink::Iron,
        Material::Foam => Ink::Band,
    };
    let mut part = Part::new(camera, 0);
    for (at, axis) in AXES.into_iter().enumerate() {
        let faces = axis.dot(camera.eye);
        if faces.abs() < SEEN {
            continue;
        }
        let normal = axis * faces.signum();
        // The bits of the corners of this face.
        let (side, one, other) = (usize::from(faces < 0.0) << at, 1 << ((at + 1) % 3), 1 << ((at + 2) % 3));
        let mut face = Vec::with_capacity(8);
        for corner in [side, side + one, side + one + other, side + other] {
            // Twice: a corner, however wide its angle is.
            face.push(camera.point(corners[corner]));
            face.push(camera.point(corners[corner]));
        }
        if !is_wall {
            if normal.dot(camera.light) < DARK {
                part.areas(Layer::Shades, (Ink::Shadow, Contour::None, 0), vec![face.clone()]);
            }
            part.line(Layer::Lines, Ink::Inner, face.clone());
        }
        part.areas(Layer::First, (ink, if is_wall { Contour::None } else { Contour::Full }, 0), vec![face]);
    }
    part.areas(Layer::Bands, (Ink::Shadow, Contour::None, 0), shadows(bones, camera, [middle, half]));
    let depth = if is_wall { -10.0 } else { order(pieces, middle, half) };
    pieces.add(depth, [middle - half, middle + half], part);
}

/// The nearness of a block's middle, but before all that its faces have behind them, and behind all that they have before them. What is
/// before one face and behind another is nowhere near it in the picture.
fn order(pieces: &Pieces<'_>, middle: Vector, half: Vector) -> f32 {
    let (mut lowest, mut highest) = (f32::MIN, f32::MAX);
    for ([from, to], depth) in pieces.rooms.iter().zip(&pieces.depths) {
        let (mut before, mut behind, mut beside, mut over) = (false, false, false, false);
        for axis in AXES {
            let edge = axis.dot(half) - SOFT;
            let (from, to) = ((*from - middle).dot(axis), (*to - middle).dot(axis));
            let side = if from.min(to) > edge {
                1.0
            } else if from.max(to) < -edge {
                -1.0
            } else {
                continue;
            };
            let faces = side * axis.dot(pieces.camera.eye);
            before |= faces > SEEN;
            behind |= faces < -SEEN;
            let is_over = side > 0.0 && axis == Vector::UP;
            over |= is_over;
            beside |= !is_over;
        }
        // At eye level a top is not seen, but what stands on it hides its edge.
        before |= over && !beside;
        if before && !behind {
            highest = highest.min(depth - APART);
        } else if behind && !before {
            lowest = lowest.max(depth + APART);
        }
    }
    pieces.near(middle).max(lowest).min(highest)
}
