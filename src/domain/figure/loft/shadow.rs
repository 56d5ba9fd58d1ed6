//! The contact shadow on the ground: the lower a part is, the more of it.

use super::outline::outline;
use super::section::{CrossSection, Loft};
use crate::domain::figure::body::{BodyPoint, Skeleton};
use crate::domain::figure::camera::Camera;
use crate::domain::figure::four::Four;
use crate::domain::figure::motion::{Material, Prop};
use crate::domain::figure::vector::{Vector, vector, within};
use crate::domain::figure::view::Point;

/// From this height over the ground on, a part casts no shadow.
const REACH: f32 = 0.30;
/// A part that is no farther beside or in a block than this is over it.
const BESIDE: f32 = 0.05;
/// The flattest shadow, as a share of its length: at eye level it is still seen.
const FLATTEST: f32 = 0.22;

/// A part with a shadow: its ends, and half its breadth in thousandths.
type DarkPart = (BodyPoint, BodyPoint, u8);
/// Those of legs, arms and trunk, and the number of their sides.
static DARK_PARTS: [(&[DarkPart], usize); 3] = [
    (
        &[
            (BodyPoint::Heel, BodyPoint::Toe, 34),
            (BodyPoint::Knee, BodyPoint::Ankle, 36),
            (BodyPoint::Hip, BodyPoint::Knee, 55),
        ],
        2,
    ),
    (&[(BodyPoint::Wrist, BodyPoint::Tip, 26), (BodyPoint::Elbow, BodyPoint::Wrist, 26)], 2),
    (&[(BodyPoint::Hips, BodyPoint::Waist, 75), (BodyPoint::Waist, BodyPoint::Shoulders, 85)], 1),
];

/// Half the lengths of the ground, as a block.
pub(super) const GROUND: Vector = vector(9.0, 0.0, 9.0);

/// The shadows of a body on the top of a block, as closed lines: of what is over it and near it.
pub(super) fn shadows(bones: &Skeleton, camera: &Camera, middle: Vector, half: Vector) -> Vec<Vec<Point>> {
    let mut lines = Vec::new();
    let is_over = |at: Vector| {
        let off = at - middle;
        off.x().abs() < half.x() + BESIDE && off.z().abs() < half.z() + BESIDE && off.y() > half.y() - BESIDE
    };
    let mut part = |from: Vector, to: Vector, wide: f32| {
        if is_over(from) && is_over(to) {
            cast(&mut lines, camera, [from, to], wide, middle.y() + half.y());
        }
    };
    for &(parts, sides) in &DARK_PARTS {
        for side in 0..sides {
            for &(from, to, half) in parts {
                part(bones.point(from, side), bones.point(to, side), f32::from(half) / 1000.0);
            }
        }
    }
    let head = bones.neck + bones.head.up * 0.07;
    part(head, head, 0.07);
    lines
}

/// Adds the shadow of a prop that stands on the ground itself.
pub(super) fn shadow(prop: &Prop, camera: &Camera, lines: &mut Vec<Vec<Point>>) {
    let (foot, way, half) = match *prop {
        Prop::Bosu { x, z } => (vector(x, 0.0, z), Vector::default(), 0.13),
        Prop::Pillow { x, z } => (vector(x, 0.0, z), Vector::FORWARD * 0.08, 0.10),
        Prop::Block { middle, half, material } if material != Material::Wall && middle.y() < half.y() + 0.01 => {
            let more = half.x() - half.z();
            let way = if more > 0.0 { Vector::FORWARD * more } else { vector(0.0, 0.0, more) };
            (middle.at_height(0.0), way, half.x().min(half.z()))
        }
        _ => return,
    };
    cast(lines, camera, [foot - way, foot + way], half, 0.0);
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
