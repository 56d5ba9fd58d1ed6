//! The contact shadow on the ground: the lower a part is, the more of it.

use super::outline::outline;
use super::props::lies_over;
use super::section::{CrossSection, Loft};
use crate::domain::figure::body::Skeleton;
use crate::domain::figure::camera::Camera;
use crate::domain::figure::four::Four;
use crate::domain::figure::motion::{Grip, Material, Prop};
use crate::domain::figure::vector::{Vector, vector, within};
use crate::domain::figure::view::Point;

/// From this height over the ground on, a part casts no shadow.
const REACH: f32 = 0.30;
/// The flattest shadow, as a share of its length: at eye level it is still seen.
const FLATTEST: f32 = 0.22;

/// The shadows of what is near the ground, as closed lines.
pub(super) fn shadows(bones: &Skeleton, props: &[Prop], camera: &Camera) -> Vec<Vec<Point>> {
    let mut lines = Vec::new();
    let mut cast = |from: Vector, to: Vector, half: f32| cast(&mut lines, camera, [from, to], half, 0.0);
    body(bones, &mut cast);
    // Props that stand on the ground themselves.
    for prop in props {
        match *prop {
            Prop::Bosu { x, z } => cast(vector(x, 0.0, z), vector(x, 0.0, z), 0.13),
            Prop::Pillow { x, z } => cast(vector(x - 0.08, 0.0, z), vector(x + 0.08, 0.0, z), 0.10),
            Prop::Block { middle, half, material } if material != Material::Wall && middle.y() < half.y() + 0.01 => {
                let along = if half.x() > half.z() { Vector::FORWARD } else { vector(0.0, 0.0, 1.0) };
                let (long, wide) = (half.x().max(half.z()), half.x().min(half.z()));
                let (foot, way) = (middle.at_height(0.0), along * (long - wide));
                cast(foot - way, foot + way, wide);
            }
            Prop::Weight { grip: Grip::None, at, .. } => {
                cast(at - vector(0.0, 0.0, 0.14), at + vector(0.0, 0.0, 0.14), 0.035);
            }
            _ => {}
        }
    }
    lines
}

/// The shadows of what is near the top of a block, over which it is.
pub(super) fn shadows_on(bones: &Skeleton, block: [Vector; 2], camera: &Camera) -> Vec<Vec<Point>> {
    let (mut lines, [middle, room]) = (Vec::new(), block);
    let inside = |at: Vector| {
        let clamped = |at: f32, middle: f32, room: f32| within(at, middle - room, middle + room);
        vector(clamped(at.x(), middle.x(), room.x()), at.y(), clamped(at.z(), middle.z(), room.z()))
    };
    body(bones, &mut |from, to, half| {
        if lies_over(from.towards(to, 0.5), block) {
            cast(&mut lines, camera, [inside(from), inside(to)], half, middle.y() + room.y());
        }
    });
    lines
}

/// Calls `cast` with the ends and half the breadth of each part of a body.
fn body(bones: &Skeleton, cast: &mut dyn FnMut(Vector, Vector, f32)) {
    for leg in &bones.legs {
        cast(leg.heel, leg.toe, 0.034);
        cast(leg.knee, leg.ankle, 0.036);
        cast(leg.hip, leg.knee, 0.055);
    }
    for arm in &bones.arms {
        cast(arm.wrist, arm.tip, 0.026);
        cast(arm.elbow, arm.wrist, 0.026);
    }
    let head = bones.neck + bones.head.up * 0.07;
    cast(bones.hips, bones.waist, 0.075);
    cast(bones.waist, bones.shoulders, 0.085);
    cast(head, head, 0.07);
}

/// Adds the shadow of a part between two points, this wide on both sides, on what is so high.
fn cast(lines: &mut Vec<Vec<Point>>, camera: &Camera, [from, to]: [Vector; 2], half: f32, floor: f32) {
    let over = |at: Vector| within(at.y() - half - floor, 0.0, REACH);
    let near = 1.0 - within(over(from), 0.0, over(to)) / REACH;
    if near <= 0.1 {
        return;
    }
    // A part that is higher at one end lies over the ground at the other.
    let slope = (from.y() - to.y()) / REACH;
    let (low, high) = (from.towards(to, within(slope, 0.0, 1.0)), to.towards(from, within(-slope, 0.0, 1.0)));
    let wide = (half + 0.012) * near;
    let (ahead, aside) = (camera.up.x(), camera.up.z());
    let flat = wide * within((ahead * ahead + aside * aside).sqrt(), FLATTEST, 1.0) * near;
    let section = |along: f32, at: Vector| CrossSection {
        along,
        centre: at.at_height(floor),
        out: camera.right,
        front: camera.up,
        half: Four::of([wide, wide, flat, flat]),
    };
    lines.extend(outline(&Loft(vec![section(0.0, low), section(1.0, high)]), camera));
}
