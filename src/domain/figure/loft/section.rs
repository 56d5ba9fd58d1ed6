//! Sections and lofts.

use super::table::Row;
use crate::domain::figure::vector::{Vector, within};

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
    pub(super) half: [f32; 4],
}

impl CrossSection {
    /// The section this share of the way to `other`.
    pub(super) fn towards(&self, other: &Self, share: f32) -> Self {
        let half = [0, 1, 2, 3].map(|at| self.half[at] + (other.half[at] - self.half[at]) * share);
        Self {
            along: self.along + (other.along - self.along) * share,
            centre: self.centre.towards(other.centre, share),
            out: self.out.towards(other.out, share),
            front: self.front.towards(other.front, share),
            half,
        }
    }

    /// The half-axes on the side of a direction of the section's own plane (to the outer side, to the front).
    fn axes(&self, out: f32, front: f32) -> (f32, f32) {
        (self.half[usize::from(out < 0.0)], self.half[2 + usize::from(front < 0.0)])
    }

    /// The point of the edge that lies farthest in a direction of the section's own plane.
    pub(super) fn support(&self, out: f32, front: f32) -> Vector {
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
    /// A loft on the bone from `from` to `to` by its table. `front` is the direction of its front at the beginning, `roll` that at the
    /// end; `out` is the side of its outer half-widths.
    pub(super) fn on_bone(
        table: &[Row],
        from: Vector,
        to: Vector,
        [front, roll]: [Vector; 2],
        out: Vector,
        count: u8,
    ) -> Self {
        let along = (to - from).unit();
        let (front, roll) = (front.beside(along).unit(), roll.beside(along).unit());
        let hand = if along.cross(front).dot(out) > 0.0 { 1.0 } else { -1.0 };
        let section = |at: f32, row: Row| {
            let rolled = smooth(at, 0.0, 1.0);
            let front = front.towards(roll, rolled).beside(along).unit();
            CrossSection {
                along: at,
                centre: from.towards(to, at),
                out: along.cross(front) * hand,
                front,
                half: [row[1], row[2], row[3], row[4]],
            }
        };
        Self(super::table::spread(table, count).map(|row| section(row[0], row)).collect())
    }

    /// A loft of round sections with round ends, through `points` with these radii.
    pub(super) fn balls(points: &[Vector], radii: &[f32], out: Vector, round: bool) -> Self {
        let along = (points[points.len() - 1] - points[0]).unit();
        let out = if out.dot(along).abs() < 0.95 { out } else { Vector::UP };
        let out = out.beside(along).unit();
        let front = out.cross(along);
        let mut sections: Vec<(Vector, f32)> = points.iter().copied().zip(radii.iter().copied()).collect();
        if round {
            let [first, last] = [sections[0], sections[sections.len() - 1]];
            let cap = |(at, radius): (Vector, f32), way: f32, far: f32, share: f32| {
                (at + along * (way * radius * far), radius * share)
            };
            sections.insert(0, cap(first, -1.0, 0.72, 0.70));
            sections.insert(0, cap(first, -1.0, 0.97, 0.24));
            sections.push(cap(last, 1.0, 0.72, 0.70));
            sections.push(cap(last, 1.0, 0.97, 0.24));
        }
        let step = 1.0 / (sections.len() - 1) as f32;
        let place = |(at, (centre, radius)): (usize, (Vector, f32))| CrossSection {
            along: at as f32 * step,
            centre,
            out,
            front,
            half: [radius; 4],
        };
        Self(sections.into_iter().enumerate().map(place).collect())
    }

    /// A round tube of this radius through `points`: a stick, a strap, a rope.
    pub(super) fn swept(points: &[Vector], radius: f32) -> Self {
        let last = points.len() - 1;
        let section = |at: usize| {
            let along = (points[(at + 1).min(last)] - points[at.saturating_sub(1)]).unit();
            let aside = if along.y().abs() < 0.9 { Vector::UP } else { Vector::FORWARD };
            let out = aside.beside(along).unit();
            let along_share = at as f32 / last as f32;
            CrossSection { along: along_share, centre: points[at], out, front: out.cross(along), half: [radius; 4] }
        };
        Self((0..=last).map(section).collect())
    }

    /// The fan of sections about a joint, from the last of `one` to the first of `other`. On the outside it makes the joint round, on the
    /// inside the two bones run into each other, which makes the crease.
    pub(super) fn joint(one: &Self, other: &Self) -> Self {
        let (from, to) = (one.0[one.0.len() - 1], other.0[0]);
        let fan = [0.0, 0.25, 0.5, 0.75, 1.0].map(|share| {
            let section = from.towards(&to, share);
            CrossSection { along: share, out: section.out.unit(), front: section.front.unit(), ..section }
        });
        Self(fan.to_vec())
    }

    /// The section at this position.
    pub(super) fn at(&self, along: f32) -> CrossSection {
        let last = self.0.len() - 1;
        let next = self.0.iter().position(|section| section.along > along).unwrap_or(last).max(1);
        let (from, to) = (&self.0[next - 1], &self.0[next]);
        let share = within((along - from.along) / (to.along - from.along), 0.0, 1.0);
        from.towards(to, share)
    }

    /// The part between two positions, with sections at both.
    pub(super) fn cut(&self, from: f32, to: f32) -> Self {
        let inside = self.0.iter().filter(|section| section.along > from + 1e-4 && section.along < to - 1e-4);
        Self([self.at(from)].into_iter().chain(inside.copied()).chain([self.at(to)]).collect())
    }

    /// The same loft, wider by so much on all sides: what is worn on it.
    pub(super) fn grown(mut self, by: f32) -> Self {
        for section in &mut self.0 {
            section.half = section.half.map(|half| (half + by).max(0.001));
        }
        self
    }

    /// The direction of the bone at this position, and how much narrower the loft becomes along it.
    pub(super) fn slope(&self, along: f32) -> (Vector, f32) {
        let (first, last) = (self.0[0].along, self.0[self.0.len() - 1].along);
        let step = (last - first) * 0.02;
        let (from, to) = (self.at((along - step).max(first)), self.at((along + step).min(last)));
        let way = to.centre - from.centre;
        let length = way.length().max(1e-6);
        let mean = |section: &CrossSection| section.half.iter().sum::<f32>() * 0.25;
        (way * (1.0 / length), within((mean(&from) - mean(&to)) / length, -2.0, 2.0))
    }

    /// The middle of its two ends.
    pub(super) fn middle(&self) -> Vector {
        self.0[0].centre.towards(self.0[self.0.len() - 1].centre, 0.5)
    }
}

/// 0 up to `from`, 1 from `to` on, and a smooth step between.
pub(super) fn smooth(value: f32, from: f32, to: f32) -> f32 {
    let share = within((value - from) / (to - from), 0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}
