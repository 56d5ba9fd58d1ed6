//! Blocks: furniture, walls and mats, of which at most three faces are seen, in order with the body.

use super::Pieces;
use crate::domain::figure::body::Skeleton;
use crate::domain::figure::loft::paint::{Contour, Ink};
use crate::domain::figure::loft::part::{Layer, Part};
use crate::domain::figure::loft::shadow::shadows_on;
use crate::domain::figure::motion::Material;
use crate::domain::figure::vector::{Frame, Vector, within};

/// Least cosine between the viewer and a face that is seen.
const SEEN: f32 = 0.02;
/// A part of the body that is no farther in a block than this is outside of it.
const SOFT: f32 = 0.014;
/// Least and greatest distance at which a block lies behind what is before it.
const BEHIND: [f32; 2] = [0.013, 0.06];
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

/// The nearness at which a block lies before all that its faces have behind them, and behind all that they have before them. What is
/// before one and behind another is nowhere near it in the picture.
fn order(pieces: &Pieces<'_>, middle: Vector, half: Vector) -> f32 {
    let (mut lowest, mut highest) = (f32::MIN, f32::MAX);
    for (piece, room) in &pieces.rooms {
        let depth = pieces.depths[*piece];
        let (mut is_before, mut is_behind) = (false, false);
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
            // At eye level a top is not seen, but what stands on it hides its edge.
            is_before |= faces > SEEN || (side > 0.0 && axis == Vector::UP);
            is_behind |= faces < -SEEN;
        }
        if is_before && !is_behind {
            highest = highest.min(depth);
        } else if is_behind && !is_before {
            lowest = lowest.max(depth);
        }
    }
    match (lowest > f32::MIN, highest < f32::MAX) {
        (true, true) => highest - within((highest - lowest) * 0.5, BEHIND[0], BEHIND[1]),
        (false, true) => highest - BEHIND[1],
        (true, false) => lowest + BEHIND[1],
        (false, false) => pieces.near(middle),
    }
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
