//! Blocks: furniture, walls and mats, of which at most three faces are seen, in order with the body.

use super::Pieces;
use crate::domain::figure::body::Skeleton;
use crate::domain::figure::loft::paint::{Contour, Ink};
use crate::domain::figure::loft::part::{Layer, Part};
use crate::domain::figure::loft::shadow::shadows;
use crate::domain::figure::motion::Material;
use crate::domain::figure::vector::{Vector, vector};
use crate::domain::figure::view::Point;

/// Least cosine between the viewer and a face that is seen.
const SEEN: f32 = 0.02;
/// A part of the body that is no farther in a block than this is outside of it.
const SOFT: f32 = 0.014;
/// Distance in depth between a block and what is before it or behind it: more than an order leaves open.
const APART: f32 = 0.026;
/// A face is dark if the cosine between it and the light is less.
const DARK: f32 = 0.45;

/// Adds a block by its middle and half its lengths.
pub(super) fn block(pieces: &mut Pieces<'_>, bones: &Skeleton, middle: Vector, half: Vector, material: Material) {
    let camera = pieces.camera;
    let mut corners = [Point::default(); 8];
    for (at, corner) in corners.iter_mut().enumerate() {
        let off = vector(half.x() * sign(at & 1), half.y() * sign(at & 2), half.z() * sign(at & 4));
        *corner = camera.point(middle + off);
        if let Some(balls) = &mut pieces.balls {
            balls.push((middle + off, 0.0));
        }
    }
    let is_wall = material == Material::Wall;
    if pieces.balls.is_some() {
        return;
    }
    // Who looks from its other side sees through a wall.
    let is_clear = is_wall && middle.at_height(0.0).unit().dot(camera.eye) >= 0.3;
    let (mut part, mut faces) = (Part::new(camera, 0), Vec::with_capacity(3));
    let mut dark = shadows(bones, camera, middle, half);
    let (eye, light) = (parts(camera.eye), parts(camera.light));
    for axis in 0..3 {
        if eye[axis].abs() < SEEN {
            continue;
        }
        let side = usize::from(eye[axis] < 0.0) << axis;
        let (one, other) = (1 << ((axis + 1) % 3), 1 << ((axis + 2) % 3));
        let mut face = Vec::with_capacity(8);
        for &corner in &[side, side + one, side + one + other, side + other] {
            // Twice: a corner, however wide its angle is.
            face.push(corners[corner]);
            face.push(corners[corner]);
        }
        if is_clear {
            face.push(face[0]);
            part.line(Layer::Lines, Ink::Inner, face);
            continue;
        }
        if !is_wall {
            part.line(Layer::Lines, Ink::Inner, face.clone());
            if light[axis] * eye[axis].signum() < DARK {
                dark.push(face.clone());
            }
        }
        faces.push(face);
    }
    let (contour, depth) = if is_wall { (Contour::None, -10.0) } else { (Contour::Full, order(pieces, middle, half)) };
    let ink = match material {
        Material::Wood | Material::Wall => Ink::Furniture,
        Material::Pad => Ink::Iron,
        Material::Foam => Ink::Band,
    };
    part.areas(Layer::First, (ink, contour, 0), faces);
    part.areas(Layer::Shades, (Ink::Shadow, Contour::None, 0), dark);
    pieces.add(depth, [middle - half, middle + half], part);
}

/// The parts of a vector: forward, up, to the right.
fn parts(of: Vector) -> [f32; 3] {
    [of.x(), of.y(), of.z()]
}

/// The nearness of a block's middle, but before all that its faces have behind them, and behind all that they have before them. What is
/// before one face and behind another is nowhere near it in the picture.
fn order(pieces: &Pieces<'_>, middle: Vector, half: Vector) -> f32 {
    let (mut lowest, mut highest) = (f32::MIN, f32::MAX);
    let (eye, half) = (parts(pieces.camera.eye), parts(half));
    for (room, depth) in pieces.rooms.chunks_exact(2).zip(&pieces.depths) {
        let (from, to) = (parts(room[0] - middle), parts(room[1] - middle));
        let (mut before, mut behind, mut beside, mut over) = (false, false, false, false);
        for axis in 0..3 {
            let edge = half[axis] - SOFT;
            let side = if from[axis] > edge && to[axis] > edge {
                1.0
            } else if from[axis] < -edge && to[axis] < -edge {
                -1.0
            } else {
                continue;
            };
            let faces = side * eye[axis];
            before |= faces > SEEN;
            behind |= faces < -SEEN;
            let is_over = axis == 1 && side > 0.0;
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

/// Minus 1 where a bit is set.
const fn sign(bit: usize) -> f32 {
    if bit == 0 { 1.0 } else { -1.0 }
}
