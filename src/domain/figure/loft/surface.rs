//! The visible surface of a loft: patches, lines, hems, and the side away from the light.
//!
//! At a section all normals that face the viewer lie in one range of angles: about the view's direction in the section's plane, half
//! a circle where the bone lies across the view, and less or more where it tapers. Everything on the surface is clipped to it, row
//! by row. Angles on a section are in degrees: 0 outward, 90 to the front, 180 inward, 270 to the back.

use super::outline::thinned;
use super::section::{CrossSection, Loft, smooth};
use crate::domain::figure::camera::Camera;
use crate::domain::figure::vector::{Vector, cosine, sine, within};
use crate::domain::figure::view::{Point, wrapped};

/// A strip across a surface: its position along the bone, and the angles from which to which it reaches.
pub(super) type Strip = [f32; 3];

/// The points of a row across the surface.
const ROW: u8 = 5;
/// A row narrower than this is not seen, in degrees.
const NARROW: f32 = 0.5;
/// A form shadow nowhere wider than this is left out, in degrees.
const THIN_SHADE: f32 = 6.0;
/// The rows of a form shadow.
const SHADE_ROWS: u8 = 9;
/// Points of a patch so near to the chord of their neighbours are left out.
const FLAT: f32 = 0.0007;

fn angle_of(x: f32, y: f32) -> f32 {
    y.atan2(x).to_degrees()
}

/// Half the range of normals that face along a direction: `plane` is its length in the section's plane, `axial` its part along the
/// bone, `taper` how fast the bone becomes narrower.
fn half_range(plane: f32, axial: f32, taper: f32) -> f32 {
    let cos = within(-taper * axial / plane.max(1e-6), -1.0, 1.0);
    angle_of(cos, (1.0 - cos * cos).sqrt())
}

/// The angle of the normal at an angle on the ellipse, within half a turn of it.
fn normal_angle(section: &CrossSection, angle: f32) -> f32 {
    let (x, z) = section.normal(cosine(angle), sine(angle));
    angle + wrapped(angle_of(x, z) - angle)
}

/// A direction in the plane of a section: to the outer side, to the front.
fn in_plane(section: &CrossSection, direction: Vector) -> (f32, f32) {
    (section.out.dot(direction), section.front.dot(direction))
}

/// The points of the section's edge with normals between two angles.
fn points(section: &CrossSection, camera: &Camera, from: f32, to: f32) -> Vec<Point> {
    let step = (to - from) / f32::from(ROW - 1);
    let point = |at: u8| {
        let angle = from + step * f32::from(at);
        camera.point(section.support(cosine(angle), sine(angle)))
    };
    (0..ROW).map(point).collect()
}

/// The visible part of a strip, and its width in degrees.
fn strip(loft: &Loft, camera: &Camera, [along, from, to]: Strip) -> (Vec<Point>, f32) {
    let section = loft.at(along);
    let (axis, taper) = loft.slope(along);
    let (x, z) = in_plane(&section, camera.eye);
    let (view, half) = (angle_of(x, z), half_range((x * x + z * z).sqrt(), axis.dot(camera.eye), taper));
    let (from, to) = (normal_angle(&section, from), normal_angle(&section, to));
    let middle = wrapped((from + to) * 0.5 - view);
    let reach = (to - from) * 0.5;
    let (from, to) = (within(middle - reach, -half, half), within(middle + reach, -half, half));
    (points(&section, camera, view + from, view + to), to - from)
}

/// A patch of the surface over these strips, clipped to what is seen.
pub(super) fn patch(loft: &Loft, camera: &Camera, strips: &[Strip]) -> Vec<Vec<Point>> {
    let mut runs: Vec<Vec<Vec<Point>>> = vec![Vec::new()];
    for seen in strips.iter().map(|at| strip(loft, camera, *at)) {
        match seen {
            (points, width) if width > NARROW => runs.last_mut().into_iter().for_each(|run| run.push(points.clone())),
            _ => runs.push(Vec::new()),
        }
    }
    runs.iter().filter(|run| run.len() > 1).map(|run| around(run)).collect()
}

/// All of the surface that is seen, without the ends: what is worn hides what is in it only where it lies before it.
pub(super) fn front(loft: &Loft, camera: &Camera) -> Option<Vec<Point>> {
    let row = |section: &CrossSection| {
        let (axis, taper) = loft.slope(section.along);
        let (x, z) = in_plane(section, camera.eye);
        let (view, half) = (angle_of(x, z), half_range((x * x + z * z).sqrt(), axis.dot(camera.eye), taper));
        (half > NARROW).then(|| points(section, camera, view - half, view + half))
    };
    let rows: Vec<_> = loft.0.iter().filter_map(row).collect();
    (rows.len() > 1).then(|| around(&rows))
}

/// A closed line around rows of points.
fn around(rows: &[Vec<Point>]) -> Vec<Point> {
    let (first, last) = (&rows[0], &rows[rows.len() - 1]);
    let end = first.len() - 1;
    let mut line: Vec<Point> = rows.iter().map(|row| row[0]).collect();
    line.extend(&last[1..end]);
    line.extend(rows.iter().rev().map(|row| row[end]));
    line.extend(first[1..end].iter().rev());
    thinned(line, FLAT)
}

/// The side of the loft that faces away from the light and toward the viewer, between two positions. `fade` is the share of its
/// length over which it begins, and ends.
pub(super) fn shade(loft: &Loft, camera: &Camera, [from, to]: [f32; 2], fade: [f32; 2]) -> Option<Vec<Point>> {
    let mut widest = 0.0_f32;
    let mut rows = Vec::new();
    for row in 0..SHADE_ROWS {
        let share = f32::from(row) / f32::from(SHADE_ROWS - 1);
        let fading = |length: f32, at: f32| if length > 0.0 { smooth(at, 0.0, length) } else { 1.0 };
        let wide = fading(fade[0], share) * fading(fade[1], 1.0 - share);
        let (points, width) = shade_row(loft, camera, from + (to - from) * share, wide);
        widest = widest.max(width);
        if width > NARROW {
            rows.push(points);
        }
    }
    (widest >= THIN_SHADE && rows.len() > 1).then(|| around(&rows))
}

fn shade_row(loft: &Loft, camera: &Camera, along: f32, wide: f32) -> (Vec<Point>, f32) {
    let section = loft.at(along);
    let (axis, taper) = loft.slope(along);
    let length = |(x, z): (f32, f32)| (x * x + z * z).sqrt();
    let (eye, light) = (in_plane(&section, camera.eye), in_plane(&section, camera.light));
    let (view, half) = (angle_of(eye.0, eye.1), half_range(length(eye), axis.dot(camera.eye), taper));
    let away = wrapped(angle_of(-light.0, -light.1) - view);
    let dark = half_range(length(light), -axis.dot(camera.light), within(taper, -0.3, 0.3));
    let (from, to) = if away > 0.0 { ((away - dark).max(-half), half) } else { (-half, (away + dark).min(half)) };
    // Little is said where the bone points at the viewer or at the light.
    let width = (to - from).max(0.0) * smooth(length(eye), 0.25, 0.7) * smooth(length(light), 0.12, 0.5) * wide;
    let (from, to) = if away > 0.0 { (to - width, to) } else { (from, from + width) };
    (points(&section, camera, view + from, view + to), to - from)
}

/// The visible half of a section's edge, as an open line: a hem.
pub(super) fn hem(loft: &Loft, camera: &Camera, along: f32) -> Vec<Point> {
    let section = loft.at(along);
    let (x, z) = in_plane(&section, camera.eye);
    let view = angle_of(x, z);
    let mut line = points(&section, camera, view - 90.0, view);
    line.extend(points(&section, camera, view, view + 90.0).into_iter().skip(1));
    line
}

/// The cosine between the viewer and the normal of a place of the surface, and its position.
pub(super) fn facing(loft: &Loft, camera: &Camera, along: f32, angle: f32) -> (f32, Vector) {
    let section = loft.at(along);
    let (x, z) = section.normal(cosine(angle), sine(angle));
    let (axis, taper) = loft.slope(along);
    let normal = (section.out * x + section.front * z + axis * taper).unit();
    (normal.dot(camera.eye), section.support(x, z))
}

/// A line on the surface through these places (position, angle), where it faces the viewer by more than `least`.
pub(super) fn line(loft: &Loft, camera: &Camera, places: &[[f32; 2]], least: f32) -> Option<Vec<Point>> {
    let seen = places.iter().map(|[along, angle]| facing(loft, camera, *along, *angle));
    let line: Vec<Point> = seen.filter(|(facing, _)| *facing > least).map(|(_, at)| camera.point(at)).collect();
    (line.len() > 1).then_some(line)
}

/// More strips between the given ones.
pub(super) fn dense(strips: &[Strip], times: u8) -> Vec<Strip> {
    let mut all = Vec::new();
    for pair in strips.windows(2) {
        for step in 0..times {
            let share = f32::from(step) / f32::from(times);
            all.push(std::array::from_fn(|at| pair[0][at] + (pair[1][at] - pair[0][at]) * share));
        }
    }
    all.extend(strips.last());
    all
}
