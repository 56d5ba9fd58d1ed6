//! Sections and lofts.

use super::table::{Row, StoredRow};
use crate::domain::figure::four::Four;
use crate::domain::figure::vector::{Vector, mix, within};

/// A closed curve of four quarter ellipses about a point of a bone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct CrossSection {
    /// Its position along the bone: 0 at the beginning, 1 at the end.
    pub(super) along: f32,
    /// Its centre.
    pub(super) centre: Vector,
    /// The direction of its outer side.
    pub(super) out: Vector,
    /// The direction of its front, at right angles to the outer side.
    pub(super) front: Vector,
    /// The half-widths to the outer side, the inner side, the front and the back.
    pub(super) half: Four,
}

impl CrossSection {
    /// The section this share of the way to `other`.
    pub(super) fn towards(&self, other: &Self, share: f32) -> Self {
        Self {
            along: mix(self.along, other.along, share),
            centre: self.centre.towards(other.centre, share),
            out: self.out.towards(other.out, share),
            front: self.front.towards(other.front, share),
            half: self.half.towards(other.half, share),
        }
    }

    /// The half-axes on the side of a direction of the section's own plane (to the outer side, to the front).
    fn axes(&self, out: f32, front: f32) -> (f32, f32) {
        let [outer, inner, fore, back] = self.half.array();
        (if out < 0.0 { inner } else { outer }, if front < 0.0 { back } else { fore })
    }

    /// The point of the edge that lies farthest in a direction of the section's own plane.
    pub(super) extern "C" fn support(&self, out: f32, front: f32) -> Vector {
        let (a, b) = self.axes(out, front);
        let (x, z) = (a * out, b * front);
        let scale = 1.0 / (x * x + z * z).sqrt().max(1e-9);
        self.centre + self.out * (a * x * scale) + self.front * (b * z * scale)
    }

    /// The direction in the section's own plane of the edge's normal at an angle on the ellipse, whose cosine and sine these are.
    pub(super) fn normal(&self, cos: f32, sin: f32) -> (f32, f32) {
        let (a, b) = self.axes(cos, sin);
        let (x, z) = (cos * b, sin * a);
        let scale = 1.0 / (x * x + z * z).sqrt().max(1e-9);
        (x * scale, z * scale)
    }
}

/// A row of sections along a bone.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Loft(pub(super) Vec<CrossSection>);

impl Loft {
    /// A loft by a table: `section` places a row.
    pub(super) fn by_table(table: &[StoredRow], section: &mut dyn FnMut(Row) -> CrossSection) -> Self {
        let mut sections = Vec::with_capacity(table.len());
        for row in table {
            sections.push(section(row.read()));
        }
        Self(sections)
    }

    /// A loft by a table along a straight line: from `origin`, `along` leads to the position 1. The rows lie off the line to the front.
    pub(super) fn straight(table: &[StoredRow], origin: Vector, along: Vector, out: Vector, front: Vector) -> Self {
        Self::by_table(table, &mut move |row| CrossSection {
            along: row.at,
            centre: origin + along * row.at + front * row.off,
            out,
            front,
            half: row.half,
        })
    }

    /// A loft on the bone from `from` to `to` by its table. `front` is the direction of its front at the beginning, `roll` that at the
    /// end; `out` is the side of its outer half-widths.
    pub(super) fn on_bone(
        table: &[StoredRow],
        from: Vector,
        to: Vector,
        [front, roll]: [Vector; 2],
        out: Vector,
    ) -> Self {
        let along = (to - from).unit();
        let (front, roll) = (front.beside(along).unit(), roll.beside(along).unit());
        let hand = if along.cross(front).dot(out) > 0.0 { 1.0 } else { -1.0 };
        Self::by_table(table, &mut move |row| {
            let front = front.towards(roll, smooth(row.at, 0.0, 1.0)).beside(along).unit();
            let out = along.cross(front) * hand;
            CrossSection { along: row.at, centre: from.towards(to, row.at), out, front, half: row.half }
        })
    }

    /// A loft of round sections with round ends, through `points` with these radii.
    pub(super) fn balls(points: &[Vector], radii: &[f32], out: Vector, round: bool) -> Self {
        let (&[first, .., last], &[thick, .., thin]) = (points, radii) else { return Self::default() };
        let along = (last - first).unit();
        let out = if out.dot(along).abs() < 0.95 { out } else { Vector::UP };
        let out = out.beside(along).unit();
        let front = out.cross(along);
        let mut sections = Vec::with_capacity(points.len() + 4);
        let mut add = |centre: Vector, radius: f32| {
            sections.push(CrossSection { along: 0.0, centre, out, front, half: Four::all(radius) });
        };
        if round {
            add(first - along * (thick * 0.97), thick * 0.24);
            add(first - along * (thick * 0.72), thick * 0.70);
        }
        for (centre, radius) in points.iter().zip(radii) {
            add(*centre, *radius);
        }
        if round {
            add(last + along * (thin * 0.72), thin * 0.70);
            add(last + along * (thin * 0.97), thin * 0.24);
        }
        let mut loft = Self(sections);
        loft.spread();
        loft
    }

    /// Spreads the positions of its sections evenly from 0 to 1.
    fn spread(&mut self) {
        let step = 1.0 / (self.0.len() - 1) as f32;
        for (at, section) in self.0.iter_mut().enumerate() {
            section.along = at as f32 * step;
        }
    }

    /// A round tube of this radius through `points`: a stick, a strap, a rope.
    pub(super) fn swept(points: &[Vector], radius: f32) -> Self {
        let last = points.len() - 1;
        let point = |at: usize| points[at.min(last)];
        let section = |at: usize| {
            let along = (point(at + 1) - point(at.saturating_sub(1))).unit();
            let aside = if along.y().abs() < 0.9 { Vector::UP } else { Vector::FORWARD };
            let out = aside.beside(along).unit();
            let share = at as f32 / last as f32;
            CrossSection { along: share, centre: point(at), out, front: out.cross(along), half: Four::all(radius) }
        };
        Self((0..=last).map(section).collect())
    }

    /// The fan of sections about a joint, from the last of `one` to the first of `other`. On the outside it makes the joint round, on the
    /// inside the two bones run into each other, which makes the crease.
    pub(super) fn joint(one: &Self, other: &Self) -> Self {
        let (from, to) = (one.ends()[1], other.ends()[0]);
        let mut fan = Self(Vec::with_capacity(5));
        for step in 0..5_u8 {
            let section = from.towards(to, 0.25 * f32::from(step));
            fan.0.push(CrossSection { out: section.out.unit(), front: section.front.unit(), ..section });
        }
        fan.spread();
        fan
    }

    /// The section at this position.
    pub(super) fn at(&self, along: f32) -> CrossSection {
        let (before, share) = self.between(along);
        self.section(before).towards(self.section(before + 1), share)
    }

    /// The section before a position, and the share of the way from there to the next one.
    pub(super) fn between(&self, along: f32) -> (usize, f32) {
        let mut before = 0;
        while before + 2 < self.0.len() && self.section(before + 1).along <= along {
            before += 1;
        }
        let (from, to) = (self.section(before).along, self.section(before + 1).along);
        (before, within((along - from) / (to - from), 0.0, 1.0))
    }

    /// The part between two positions, with sections at both; no more than there is.
    pub(super) fn cut(&self, from: f32, to: f32) -> Self {
        if self.0.is_empty() {
            return Self::default();
        }
        let [from, to] = self.reach(from, to);
        let mut part = Vec::with_capacity(self.0.len() + 2);
        part.push(self.at(from));
        for section in &self.0 {
            if section.along > from + 1e-4 && section.along < to - 1e-4 {
                part.push(*section);
            }
        }
        part.push(self.at(to));
        Self(part)
    }

    /// The same loft, wider by so much on all sides: what is worn on it.
    pub(super) fn grown(mut self, by: f32) -> Self {
        for section in &mut self.0 {
            section.half = section.half.plus(Four::all(by)).max(Four::all(0.001));
        }
        self
    }

    /// The positions between these two that it has.
    pub(super) fn reach(&self, from: f32, to: f32) -> [f32; 2] {
        let [first, last] = self.ends().map(|end| end.along);
        [within(from, first, last), within(to, first, last)]
    }

    /// A section by its number, or the last one.
    pub(super) fn section(&self, at: usize) -> &CrossSection {
        &self.0[at.min(self.0.len() - 1)]
    }

    /// A section at each end of a part of it.
    pub(super) fn ends(&self) -> [&CrossSection; 2] {
        [self.section(0), self.section(usize::MAX)]
    }

    /// The middle of its two ends.
    pub(super) extern "C" fn middle(&self) -> Vector {
        let [from, to] = self.ends();
        from.centre.towards(to.centre, 0.5)
    }
}

/// 0 up to `from`, 1 from `to` on, and a smooth step between.
pub(super) fn smooth(value: f32, from: f32, to: f32) -> f32 {
    let share = within((value - from) / (to - from), 0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}
