//! Outlines of the picture: contours placed on the bones, smooth or cornered.

use super::pen::Pen;
use crate::domain::figure::vector::within;
use crate::domain::figure::view::Point;

/// A contour in the coordinates of a bone, in thousandths: the position of each point along it (0 at its beginning, 1,000 at
/// its end), and its distance beside it in standing heights: seen from the side towards the front of the part, seen from the
/// front away from the middle of the body.
pub(super) type Contour = [(i16, i16)];

/// The points of a contour, as shares.
pub(super) fn shares(contour: &Contour) -> impl DoubleEndedIterator<Item = (f32, f32)> + Clone {
    contour.iter().map(|&(along, beside)| (f32::from(along) * 0.001, f32::from(beside) * 0.001))
}

/// A closed line through points: smooth, or with corners.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    points: Vec<Point>,
    cornered: bool,
}

impl Outline {
    /// A smooth line through `points`.
    pub(super) const fn smooth(points: Vec<Point>) -> Self {
        Self { points, cornered: false }
    }

    /// Straight lines from point to point.
    pub(super) const fn cornered(points: Vec<Point>) -> Self {
        Self { points, cornered: true }
    }

    /// Twice the area inside; negative for points in clockwise order.
    fn area(&self) -> f32 {
        let next = self.points.iter().cycle().skip(1);
        self.points.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum()
    }

    /// True if `point` is inside, by the straight lines between the points (even-odd rule).
    pub(super) fn holds(&self, point: Point) -> bool {
        let mut before = self.points.last().copied().unwrap_or_default();
        let mut inside = false;
        for &here in &self.points {
            let spans = (here.y > point.y) != (before.y > point.y);
            if spans && point.x < here.x + (before.x - here.x) * (point.y - here.y) / (before.y - here.y) {
                inside = !inside;
            }
            before = here;
        }
        inside
    }

    /// The points it goes through.
    #[must_use]
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// A strip of this width along `line`.
    pub(super) fn ribbon(line: &[Point], width: f32) -> Self {
        let beside = |at: usize, turn: f32| {
            let (before, after) = (line[at.saturating_sub(1)], line[(at + 1).min(line.len() - 1)]);
            let (dx, dy) = (after.x - before.x, after.y - before.y);
            let scale = turn * width * 0.5 / (dx * dx + dy * dy).sqrt().max(1e-5);
            Point { x: line[at].x - dy * scale, y: line[at].y + dx * scale }
        };
        let one = (0..line.len()).map(|at| beside(at, 1.0));
        let other = (0..line.len()).rev().map(|at| beside(at, -1.0));
        Self::cornered(one.chain(other).collect())
    }

    /// `contour` on the bone from `from` to `to`, which is `length` long when it is not foreshortened; `beside` is the direction of its
    /// second coordinate.
    pub(super) fn on_bone(contour: &Contour, from: Point, to: Point, length: f32, beside: Point) -> Self {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let seen = (dx * dx + dy * dy).sqrt();
        // A bone that points at the viewer has no direction in the picture: it is drawn as if it hung down.
        let (ux, uy) = if seen > 1e-4 { (dx / seen, dy / seen) } else { (0.0, -1.0) };
        let turn = if -uy * beside.x + ux * beside.y < 0.0 { -1.0 } else { 1.0 };
        let (nx, ny) = (-uy * turn, ux * turn);
        // The more it points at the viewer, the rounder it is.
        let round = (0.6 - 1.2 * seen / length).max(0.0);
        let wider = |most: (f32, f32), (along, aside): (f32, f32)| {
            if aside.abs() > most.1 { (along, aside.abs()) } else { most }
        };
        let (middle, widest) = shares(contour).fold((0.0, 0.0), wider);
        let place = |(along, aside): (f32, f32)| {
            // The rounded ends keep their size.
            let inside = within(along, 0.0, 1.0);
            let end = (along - inside).abs() * length;
            let end = end.max((widest * widest - aside * aside).sqrt() * round);
            let along = inside * seen + if along < middle { -end } else { end };
            Point { x: from.x + ux * along + nx * aside, y: from.y + uy * along + ny * aside }
        };
        Self::smooth(shares(contour).map(place).collect())
    }

    /// Writes it with `pen`.
    pub(super) fn write(&self, pen: &mut Pen) {
        let points = &self.points;
        let count = points.len();
        if count < 3 {
            return;
        }
        // All in the same winding order: parts of one path never cut each other out.
        let step = if self.area() < 0.0 { count - 1 } else { 1 };
        let after = |at: usize| if at + step < count { at + step } else { at + step - count };
        let mut at = [0, 0, after(0), after(after(0))];
        at[0] = if step == 1 { count - 1 } else { 1 };
        pen.start(points[0], if self.cornered { b'l' } else { b'c' });
        for index in 0..count {
            let [before, here, next, then] = at.map(|at| points[at]);
            if !self.cornered {
                // Catmull-Rom through the points, as cubic Béziers: each starts in the direction in which the last one ended.
                if index == 0 {
                    pen.point(here.moved((next.x - before.x) / 6.0, (next.y - before.y) / 6.0));
                }
                pen.point(next.moved((here.x - then.x) / 6.0, (here.y - then.y) / 6.0));
            }
            pen.reach(next);
            if index == 0 && !self.cornered {
                pen.letter(b's');
            }
            at = [at[1], at[2], at[3], after(at[3])];
        }
        pen.letter(b'z');
    }
}
