//! The outline of a loft in the picture: the union of the hulls of every two neighbouring sections.
//!
//! Of each hull only its two tangents are new: they lie where the farther support point passes from one section to the other. The
//! tangents chain up to one closed line, with arcs at both ends. Where a section hides its neighbour, because the bone points at the
//! viewer, or the chain turns back, the run ends and the whole hull is written. All lines run in the same direction, so the non-zero
//! rule unites them, and no view needs a case of its own.

use super::section::{CrossSection, Loft};
use crate::domain::figure::camera::Camera;
use crate::domain::figure::view::Point;

/// The number of directions in which support points are sought.
const DIRECTIONS: usize = 16;
/// Their cosines and sines.
const CIRCLE: [(f32, f32); DIRECTIONS] = [
    (1.0, 0.0),
    (0.923_879_5, 0.382_683_43),
    (0.707_106_77, 0.707_106_77),
    (0.382_683_43, 0.923_879_5),
    (0.0, 1.0),
    (-0.382_683_43, 0.923_879_5),
    (-0.707_106_77, 0.707_106_77),
    (-0.923_879_5, 0.382_683_43),
    (-1.0, 0.0),
    (-0.923_879_5, -0.382_683_43),
    (-0.707_106_77, -0.707_106_77),
    (-0.382_683_43, -0.923_879_5),
    (0.0, -1.0),
    (0.382_683_43, -0.923_879_5),
    (0.707_106_77, -0.707_106_77),
    (0.923_879_5, -0.382_683_43),
];
/// The most directions by which the tangents may turn from one pair of sections to the next.
const TURN: isize = 3;
/// Points nearer than this to the last one are left out, and points so near to the chord of their neighbours; two points are no
/// farther apart than this. A smooth curve goes through those that are kept.
const NEAR: f32 = 0.0024;
const FLAT: f32 = 0.0014;
const FAR: f32 = 0.09;

/// The support points of a section in the picture, and how far each reaches in its direction.
#[derive(Clone, Copy)]
struct Supports {
    points: [Point; DIRECTIONS],
    reach: [f32; DIRECTIONS],
}

/// Closed lines of points, all in the same direction; where they overlap they are one.
pub(super) fn outline(loft: &Loft, camera: &Camera) -> Vec<Vec<Point>> {
    let sections: Vec<Supports> = loft.0.iter().map(|section| Supports::of(section, camera)).collect();
    let mut chain = Chain { lines: Vec::new(), run: None, hull: None };
    for (at, pair) in sections.windows(2).enumerate() {
        let is_later = std::array::from_fn(|to| pair[1].reach[to] > pair[0].reach[to] + 1e-7);
        chain.add(&sections, at, &is_later);
    }
    chain.end(&sections);
    chain.lines.into_iter().map(|line| thinned(line, FLAT)).filter(|line| line.len() > 2).collect()
}

impl Supports {
    /// The formula of [`CrossSection::support`], in the plane of the picture.
    fn of(section: &CrossSection, camera: &Camera) -> Self {
        let [centre, out, front] = [section.centre, section.out, section.front].map(|at| camera.point(at));
        let mut supports = Self { points: [centre; DIRECTIONS], reach: [0.0; DIRECTIONS] };
        let [outer, inner, fore, back] = section.half;
        for (at, (x, y)) in CIRCLE.into_iter().enumerate() {
            let (aside, ahead) = (out.x * x + out.y * y, front.x * x + front.y * y);
            let (wide, deep) = (if aside < 0.0 { inner } else { outer }, if ahead < 0.0 { back } else { fore });
            let (far, near) = (wide * aside, deep * ahead);
            let length = (far * far + near * near).sqrt().max(1e-9);
            let (s, t) = (wide * far / length, deep * near / length);
            supports.points[at] = centre.moved(out.x * s + front.x * t, out.y * s + front.y * t);
            supports.reach[at] = centre.x * x + centre.y * y + length;
        }
        supports
    }
}

/// The tangents of the sections passed so far.
struct Chain {
    lines: Vec<Vec<Point>>,
    run: Option<Run>,
    /// The hull of the sections that hid each other last; it is the last line.
    hull: Option<Supports>,
}

/// A run of pairs whose tangents go on from each other.
struct Run {
    /// The points of the left tangents in order, and those of the right ones.
    left: Vec<Point>,
    right: Vec<Point>,
    /// The last directions in which the earlier section reaches farther: before the left tangent, and before the right one.
    on: usize,
    off: usize,
    /// The last section.
    last: usize,
}

impl Chain {
    /// Adds the pair of section `at` and the next one; `is_later` tells in which directions that one reaches farther.
    fn add(&mut self, sections: &[Supports], at: usize, is_later: &[bool; DIRECTIONS]) {
        let [earlier, later] = [&sections[at], &sections[at + 1]];
        let Some((on, off)) = tangents(is_later) else {
            self.end(sections);
            self.hide(earlier, later);
            return;
        };
        self.hull = None;
        if let Some(run) = &self.run {
            let turns = [turn(run.on + 1, on), turn(run.off, off + 1)];
            if turns.iter().any(|turn| turn.abs() > TURN) {
                self.end(sections);
            }
        }
        if let Some(run) = &mut self.run {
            walk(&mut run.left, earlier, run.on + 1, turn(run.on + 1, on));
            walk(&mut run.right, earlier, run.off, turn(run.off, off + 1));
            (run.on, run.off, run.last) = (on, off, at + 1);
        } else {
            let left = arc(off + 1, on).map(|to| earlier.points[to]).collect();
            self.run = Some(Run { left, right: vec![earlier.points[(off + 1) % DIRECTIONS]], on, off, last: at + 1 });
        }
    }

    /// Adds a pair of which one hides the other, or nearly: one hull for as many as follow each other.
    fn hide(&mut self, earlier: &Supports, later: &Supports) {
        let is_known = self.hull.is_some();
        let mut hull = self.hull.take().unwrap_or(*earlier);
        for at in 0..DIRECTIONS {
            if later.reach[at] > hull.reach[at] {
                (hull.points[at], hull.reach[at]) = (later.points[at], later.reach[at]);
            }
        }
        if is_known {
            self.lines.pop();
        }
        self.lines.push(hull.points.to_vec());
        self.hull = Some(hull);
    }

    /// Ends the run with the far side of its last section.
    fn end(&mut self, sections: &[Supports]) {
        let Some(Run { mut left, right, on, off, last }) = self.run.take() else { return };
        left.extend(arc(on + 1, off).map(|to| sections[last].points[to]));
        left.extend(right.into_iter().rev());
        self.lines.push(left);
    }
}

/// The last directions before the later section begins, and before it ceases, to reach farther; `None` where it is not exactly one each.
fn tangents(is_later: &[bool; DIRECTIONS]) -> Option<(usize, usize)> {
    let mut found = [None; 2];
    for at in 0..DIRECTIONS {
        let next = (at + 1) % DIRECTIONS;
        if is_later[at] != is_later[next] {
            let slot = &mut found[usize::from(is_later[at])];
            if slot.replace(at).is_some() {
                return None;
            }
        }
    }
    Some((found[0]?, found[1]?))
}

/// The directions from one to another, both included.
fn arc(from: usize, to: usize) -> impl Iterator<Item = usize> {
    let (from, count) = (from % DIRECTIONS, DIRECTIONS);
    (0..=(to + count - from) % count).map(move |step| (from + step) % count)
}

/// The way from one direction to another: the shorter one.
fn turn(from: usize, to: usize) -> isize {
    let half = DIRECTIONS / 2;
    ((to + 2 * DIRECTIONS + half - from) % DIRECTIONS).cast_signed() - half.cast_signed()
}

/// Adds the points from one direction on, this far.
fn walk(line: &mut Vec<Point>, supports: &Supports, from: usize, turn: isize) {
    for step in 0..=turn.abs() {
        let at = (from + DIRECTIONS).cast_signed() + step * turn.signum();
        line.push(supports.points[at.cast_unsigned() % DIRECTIONS]);
    }
}

/// The line without points that say nothing new: those near the last one, and those no farther than `flat` from the chord of their
/// neighbours.
pub(super) fn thinned(line: Vec<Point>, flat: f32) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::with_capacity(line.len());
    // Skipped since the last one that was kept.
    let mut skipped: Vec<Point> = Vec::new();
    for point in line {
        let Some(last) = kept.last().copied() else {
            kept.push(point);
            continue;
        };
        let is_bent = skipped.iter().any(|between| off_chord(*between, last, point) > flat);
        if is_bent || last.distance(point) > FAR {
            let keep = skipped.last().copied().filter(|keep| keep.distance(last) > NEAR);
            kept.extend(keep);
            skipped.clear();
        }
        skipped.push(point);
    }
    kept.extend(skipped.last().filter(|last| last.distance(kept[0]) > NEAR));
    kept
}

/// The distance of a point from the line through two others.
fn off_chord(point: Point, from: Point, to: Point) -> f32 {
    let length = from.distance(to).max(1e-6);
    ((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)).abs() / length
}
