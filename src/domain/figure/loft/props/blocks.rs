//! Blocks: furniture, walls and mats, of which at most three faces are seen, in order with the body.

use super::Pieces;
use crate::domain::figure::body::Skeleton;
use crate::domain::figure::loft::paint::{Contour, Ink};
use crate::domain::figure::loft::part::{Layer, Part};
use crate::domain::figure::loft::shadow::shadows_on;
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
        let [one, other] = [AXES[(at + 1) % 3], AXES[(at + 2) % 3]].map(|axis| axis * axis.dot(half));
        let centre = middle + normal * axis.dot(half);
        let mut face = Vec::with_capacity(8);
        for corner in [one + other, one - other, (one + other) * -1.0, other - one] {
            // Twice: a corner, however wide its angle is.
            face.extend([camera.point(centre + corner); 2]);
        }
        if !is_wall {
            if normal.dot(camera.light) < DARK {
                part.areas(Layer::Shades, (Ink::Shadow, Contour::None, 0), vec![face.clone()]);
            }
            part.line(Layer::Lines, Ink::Inner, face.clone());
        }
        part.areas(Layer::First, (ink, if is_wall { Contour::None } else { Contour::Full }, 0), vec![face]);
    }
    part.areas(Layer::Bands, (Ink::Shadow, Contour::None, 0), shadows_on(bones, [middle, half], camera));
    let depth = if is_wall { -10.0 } else { order(pieces, middle, half) };
    pieces.rooms.push((pieces.depths.len(), [middle - half, middle + half]));
    pieces.add(depth, part);
}

/// The nearness of a block's middle, but before all that its faces have behind them, and behind all that they have before them. What is
/// before one face and behind another is nowhere near it in the picture.
fn order(pieces: &Pieces<'_>, middle: Vector, half: Vector) -> f32 {
    let (mut lowest, mut highest) = (f32::MIN, f32::MAX);
    for (piece, room) in &pieces.rooms {
        let (mut before, mut behind, mut beside, mut over) = (false, false, false, false);
        for axis in AXES {
            let edge = axis.dot(half) - SOFT;
            let [from, to] = room.map(|at| (at - middle).dot(axis));
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
        let depth = pieces.depths[*piece];
        if before && !behind {
            highest = highest.min(depth - APART);
        } else if behind && !before {
            lowest = lowest.max(depth + APART);
        }
    }
    pieces.near(middle).max(lowest).min(highest)
}

/// The corners of a block.
pub(in crate::domain::figure::loft) fn corners(middle: Vector, half: Vector) -> [Vector; 8] {
    let mut corners = [middle; 8];
    for (at, corner) in corners.iter_mut().enumerate() {
        for (bit, axis) in AXES.into_iter().enumerate() {
            let turn = if at >> bit & 1 == 0 { 1.0 } else { -1.0 };
            *corner = *corner + axis * (axis.dot(half) * turn);
        }
    }
    corners
}

/// True if a point lies over a block, or hardly beside it.
pub(in crate::domain::figure::loft) fn lies_over(at: Vector, [middle, half]: [Vector; 2]) -> bool {
    let off = at - middle;
    off.x().abs() < half.x() + SOFT && off.z().abs() < half.z() + SOFT && off.y() > half.y() - SOFT
}
