//! The visible surface of a loft: patches, lines, hems, and the side away from the light.
//!
//! At a section all normals that face the viewer lie in one range of angles: about the view's direction in the section's plane, half
//! a circle where the bone lies across the view, and less or more where it tapers. Everything on the surface is clipped to it, row
//! by row. Angles on a section are in degrees: 0 outward, 90 to the front, 180 inward, 270 to the back.

use super::outline::thin_out;
use super::section::{CrossSection, Loft, smooth};
use crate::domain::figure::camera::Camera;
use crate::domain::figure::four::Four;
use crate::domain::figure::vector::{Vector, cosine, degrees, sine, within};
use crate::domain::figure::view::{Point, wrapped};

/// A strip across a surface: its position along the bone in half thousandths, and the angles from which to which it reaches.
pub(super) type Strip = [i16; 3];

#[allow(clippy::cast_possible_truncation, reason = "positions are about 1")]
pub(super) const fn strip(along: f32, from: i16, to: i16) -> Strip {
    [(along * 2000.0).round_ties_even() as i16, from, to]
}

/// Its position, and its angles in degrees.
pub(super) fn measures([along, from, to]: Strip) -> [f32; 3] {
    [f32::from(along) * 0.0005, f32::from(from), f32::from(to)]
}

/// The same strips on the other side.
pub(super) fn twin(strips: &[Strip]) -> Vec<Strip> {
    strips.iter().map(|[at, from, to]| [*at, 180 - to, 180 - from]).collect()
}

/// The points of a row across the surface.
const ROW: usize = 5;
type SurfaceRow = [Point; ROW];
/// A row narrower than this is not seen, in degrees.
const NARROW: f32 = 0.5;
/// A form shadow nowhere wider than this is left out, in degrees.
const THIN_SHADE: f32 = 6.0;
/// The rows of a form shadow.
const SHADE_ROWS: u8 = 7;
/// Points of a patch so near to the chord of their neighbours are left out.
const FLAT: f32 = 0.0007;

/// The surface of a loft, seen by a camera.
pub(super) struct Surface<'a> {
    loft: &'a Loft,
    camera: &'a Camera,
    /// Distance of the surface over the loft: the thickness of what is worn.
    over: f32,
}

/// A section of a surface, the slope of the loft there, and the directions to the viewer and to the light in the section's plane.
struct SeenSection {
    section: CrossSection,
    axis: Vector,
    taper: f32,
    eye: Direction,
}

/// A direction as a section sees it: its angle in the section's plane, and its length there.
struct Direction {
    angle: f32,
    length: f32,
}

impl Direction {
    fn of(section: &CrossSection, direction: Vector) -> Self {
        let (x, z) = (section.out.dot(direction), section.front.dot(direction));
        Self { angle: degrees(z, x), length: (x * x + z * z).sqrt() }
    }

    /// Half the range of normals that face along it: `axial` is its part along the bone, `taper` how fast the bone becomes narrower.
    fn half_range(&self, axial: f32, taper: f32) -> f32 {
        let cos = within(-taper * axial / (self.length + 1e-6), -1.0, 1.0);
        degrees((1.0 - cos * cos).sqrt(), cos)
    }
}

impl<'a> Surface<'a> {
    pub(super) const fn of(loft: &'a Loft, camera: &'a Camera) -> Self {
        Self { loft, camera, over: 0.0 }
    }

    /// The surface of what is worn on the loft, so thick.
    pub(super) const fn worn(loft: &'a Loft, camera: &'a Camera, over: f32) -> Self {
        Self { loft, camera, over }
    }

    /// At a section the direction of the bone, and how much narrower the loft becomes along it.
    fn slope(&self, at: usize) -> (Vector, f32) {
        let (from, to) = (self.loft.section(at.saturating_sub(1)), self.loft.section(at + 1));
        let way = to.centre - from.centre;
        let length = way.length() + 1e-6;
        let narrower = from.half.minus(to.half).array().iter().sum::<f32>() * 0.25;
        (way * (1.0 / length), within(narrower / length, -2.0, 2.0))
    }

    fn at(&self, along: f32) -> SeenSection {
        let (before, share) = self.loft.between(along);
        let [(from, one), (to, other)] = [self.slope(before), self.slope(before + 1)];
        let mut section = self.loft.section(before).towards(self.loft.section(before + 1), share);
        section.half = section.half.plus(Four::all(self.over));
        let eye = Direction::of(&section, self.camera.eye);
        SeenSection { section, axis: from.towards(to, share), taper: one + (other - one) * share, eye }
    }

    /// Half the range of normals that face the viewer.
    fn seen(&self, place: &SeenSection) -> f32 {
        place.eye.half_range(place.axis.dot(self.camera.eye), place.taper)
    }

    /// The points of a section's edge with normals between two angles from the view.
    fn row(&self, place: &SeenSection, from: f32, to: f32) -> SurfaceRow {
        let (first, step) = (place.eye.angle + from, (to - from) / (ROW - 1) as f32);
        let (mut x, mut z, cos, sin) = (cosine(first), sine(first), cosine(step), sine(step));
        let mut row = [Point::default(); ROW];
        for point in &mut row {
            *point = self.camera.seen(place.section.support(x, z));
            (x, z) = (x * cos - z * sin, z * cos + x * sin);
        }
        row
    }

    /// A patch of the surface over these strips, clipped to what is seen.
    pub(super) fn patch(&self, strips: &[Strip]) -> Vec<Vec<Point>> {
        let (mut patches, mut run) = (Vec::new(), Vec::with_capacity(strips.len()));
        for strip in strips {
            let [along, from, to] = measures(*strip);
            let place = self.at(along);
            let half = self.seen(&place);
            let (from, to) = (normal_angle(&place.section, from), normal_angle(&place.section, to));
            let middle = wrapped((from + to) * 0.5 - place.eye.angle);
            let reach = (to - from) * 0.5;
            let (from, to) = (within(middle - reach, -half, half), within(middle + reach, -half, half));
            if to - from > NARROW {
                run.push(self.row(&place, from, to));
            } else {
                patches.extend(around(&run));
                run.clear();
            }
        }
        patches.extend(around(&run));
        patches
    }

    /// All of the surface that is seen, without the ends: what is worn hides what is in it only where it lies before it.
    pub(super) fn front(&self) -> Option<Vec<Point>> {
        let mut rows = Vec::with_capacity(self.loft.0.len());
        for section in &self.loft.0 {
            let place = self.at(section.along);
            let half = self.seen(&place);
            if half > NARROW {
                rows.push(self.row(&place, -half, half));
            }
        }
        around(&rows)
    }

    /// The side of the loft that faces away from the light and toward the viewer, between two positions. `fade` is the share of its
    /// length over which it begins, and ends.
    pub(super) fn shade(&self, [from, to]: [f32; 2], fade: [f32; 2]) -> Option<Vec<Point>> {
        let [from, to] = self.loft.reach(from, to);
        let (mut widest, mut rows) = (0.0, Vec::with_capacity(usize::from(SHADE_ROWS)));
        for row in 0..SHADE_ROWS {
            let share = f32::from(row) / f32::from(SHADE_ROWS - 1);
            let fading = |length: f32, at: f32| if length > 0.0 { smooth(at, 0.0, length) } else { 1.0 };
            let wide = fading(fade[0], share) * fading(fade[1], 1.0 - share);
            let place = self.at(from + (to - from) * share);
            let (from, to) = self.dark(&place, wide);
            if to - from > widest {
                widest = to - from;
            }
            if to - from > NARROW {
                rows.push(self.row(&place, from, to));
            }
        }
        if widest < THIN_SHADE {
            return None;
        }
        around(&rows)
    }

    /// The angles from the view between which a section lies in the shade.
    fn dark(&self, place: &SeenSection, wide: f32) -> (f32, f32) {
        let (camera, half) = (self.camera, self.seen(place));
        let light = Direction::of(&place.section, camera.light);
        let away = wrapped(light.angle + 180.0 - place.eye.angle);
        let dark = light.half_range(-place.axis.dot(camera.light), within(place.taper, -0.3, 0.3));
        let (from, to) = if away > 0.0 {
            (within(away - dark, -half, 180.0), half)
        } else {
            (-half, within(away + dark, -180.0, half))
        };
        // Little is said where the bone points at the viewer or at the light.
        let width = within(to - from, 0.0, 360.0)
            * smooth(place.eye.length, 0.25, 0.7)
            * smooth(light.length, 0.12, 0.5)
            * wide;
        if away > 0.0 { (to - width, to) } else { (from, from + width) }
    }

    /// The visible half of a section's edge, as an open line: a hem.
    pub(super) fn hem(&self, along: f32) -> Vec<Point> {
        let place = self.at(along);
        let mut line = self.row(&place, -90.0, 0.0).to_vec();
        line.extend(&self.row(&place, 0.0, 90.0)[1..]);
        line
    }

    /// The cosine between the viewer and the normal of a place of the surface, and its position.
    pub(super) fn facing(&self, along: f32, angle: f32) -> (f32, Vector) {
        let SeenSection { section, axis, taper, .. } = self.at(along);
        let (x, z) = section.normal(cosine(angle), sine(angle));
        let normal = (section.out * x + section.front * z + axis * taper).unit();
        (normal.dot(self.camera.eye), section.support(x, z))
    }

    /// A line on the surface through these places (position, angle), where it faces the viewer by more than `least`.
    pub(super) fn line(&self, places: &mut dyn Iterator<Item = [f32; 2]>, least: f32) -> Option<Vec<Point>> {
        let mut line = Vec::with_capacity(8);
        for [along, angle] in places {
            let (facing, at) = self.facing(along, angle);
            if facing > least {
                line.push(self.camera.point(at));
            }
        }
        (line.len() > 1).then_some(line)
    }
}

/// The angle of the normal at an angle on the ellipse, within half a turn of it.
fn normal_angle(section: &CrossSection, angle: f32) -> f32 {
    let (x, z) = section.normal(cosine(angle), sine(angle));
    angle + wrapped(degrees(z, x) - angle)
}

/// A closed line around rows of points.
fn around(rows: &[SurfaceRow]) -> Option<Vec<Point>> {
    let [first, .., last] = rows else { return None };
    let mut line = Vec::with_capacity(2 * (rows.len() + ROW));
    line.extend(rows.iter().map(|row| row[0]));
    line.extend(&last[1..ROW - 1]);
    line.extend(rows.iter().rev().map(|row| row[ROW - 1]));
    line.extend(first[1..ROW - 1].iter().rev());
    thin_out(&mut line, FLAT);
    Some(line)
}
