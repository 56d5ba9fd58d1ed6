//! The outline of a loft in the picture: the union of the hulls of every two neighbouring sections.
//!
//! Of each hull only its two tangents are new: they lie where the farther support point passes from one section to the other. The
//! tangents chain up to one closed line, with arcs at both ends. Where a section hides its neighbour, because the bone points at the
//! viewer, or the chain turns back, the run ends and the whole hull is written. All lines run in the same direction, so the non-zero
//! rule unites them, and no view needs a case of its own.

use super::section::{CrossSection, Loft};
use crate::domain::figure::camera::Camera;
use crate::domain::figure::four::Four;
use crate::domain::figure::view::Point;

/// The number of directions in which support points are sought: a bit of a `u16` each.
const DIRECTIONS: usize = 16;
/// Their cosines and sines, four at once.
static CIRCLE: [[Four; 2]; 4] = {
    const A: f32 = 0.923_879_5;
    const B: f32 = 0.707_106_77;
    const C: f32 = 0.382_683_43;
    [
        [Four::of([1.0, A, B, C]), Four::of([0.0, C, B, A])],
        [Four::of([0.0, -C, -B, -A]), Four::of([1.0, A, B, C])],
        [Four::of([-1.0, -A, -B, -C]), Four::of([0.0, -C, -B, -A])],
        [Four::of([0.0, C, B, A]), Four::of([-1.0, -A, -B, -C])],
    ]
};
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
    reach: [Four; 4],
}

/// Closed lines of points, all in the same direction; where they overlap they are one.
pub(super) fn outline(loft: &Loft, camera: &Camera) -> Vec<Vec<Point>> {
    let [first, others @ ..] = &loft.0[..] else { return Vec::new() };
    let mut chain = Chain { lines: Vec::with_capacity(2), run: None, hull: None };
    let mut earlier = Supports::of(first, camera);
    for section in others {
        let later = Supports::of(section, camera);
        chain.add(&earlier, &later);
        earlier = later;
    }
    chain.end(&earlier);
    chain.lines.iter_mut().for_each(|line| thin_out(line, FLAT));
    chain.lines.retain(|line| line.len() > 2);
    chain.lines
}

impl Supports {
    /// The formula of [`CrossSection::support`], in the plane of the picture.
    fn of(section: &CrossSection, camera: &Camera) -> Self {
        let [centre, out, front] = [section.centre, section.out, section.front].map(|at| camera.seen(at));
        let mut supports = Self { points: [centre; DIRECTIONS], reach: [Four::all(0.0); 4] };
        let [outer, inner, fore, back] = section.half.array();
        let along = |point: Point, [x, y]: [Four; 2]| Four::all(point.x).times(x).plus(Four::all(point.y).times(y));
        for (quarter, &circle) in CIRCLE.iter().enumerate() {
            let (aside, ahead) = (along(out, circle), along(front, circle));
            let (wide, deep) = (aside.by_sign(inner, outer), ahead.by_sign(back, fore));
            let (far, near) = (wide.times(aside), deep.times(ahead));
            let length = far.times(far).plus(near.times(near)).plus(Four::all(1e-18)).root();
            let (s, t) = (wide.times(far).over(length), deep.times(near).over(length));
            let part = |middle: f32, out: f32, front: f32| {
                Four::all(middle).plus(Four::all(out).times(s)).plus(Four::all(front).times(t)).array()
            };
            let (x, y) = (part(centre.x, out.x, front.x), part(centre.y, out.y, front.y));
            for at in 0..4 {
                supports.points[quarter * 4 + at] = Point { x: x[at], y: y[at] };
            }
            supports.reach[quarter] = along(centre, circle).plus(length);
        }
        supports
    }

    /// The directions in which it reaches farther than `other`, a bit each.
    fn beyond(&self, other: &Self) -> u16 {
        (0..4).fold(0, |bits, at| bits | self.reach[at].minus(other.reach[at]).above(Four::all(1e-7)) << (4 * at))
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
}

impl Chain {
    /// Adds a pair of sections.
    fn add(&mut self, earlier: &Supports, later: &Supports) {
        let Some((on, off)) = tangents(later.beyond(earlier)) else {
            self.end(earlier);
            self.hide(earlier, later);
            return;
        };
        self.hull = None;
        if let Some(run) = &self.run {
            let turns = [turn(run.on + 1, on), turn(run.off, off + 1)];
            if turns.iter().any(|turn| turn.abs() > TURN) {
                self.end(earlier);
            }
        }
        if let Some(run) = &mut self.run {
            walk(&mut run.left, earlier, run.on + 1, turn(run.on + 1, on));
            walk(&mut run.right, earlier, run.off, turn(run.off, off + 1));
            (run.on, run.off) = (on, off);
        } else {
            let mut left = Vec::with_capacity(64);
            arc(&mut left, earlier, off + 1, on);
            let mut right = Vec::with_capacity(32);
            right.push(earlier.points[(off + 1) % DIRECTIONS]);
            self.run = Some(Run { left, right, on, off });
        }
    }

    /// Adds a pair of which one hides the other, or nearly: one hull for as many as follow each other.
    fn hide(&mut self, earlier: &Supports, later: &Supports) {
        let is_known = self.hull.is_some();
        let mut hull = self.hull.take().unwrap_or(*earlier);
        let beyond = later.beyond(&hull);
        for at in (0..DIRECTIONS).filter(|at| beyond >> at & 1 == 1) {
            hull.points[at] = later.points[at];
        }
        for (reach, other) in hull.reach.iter_mut().zip(later.reach) {
            *reach = reach.max(other);
        }
        if is_known {
            self.lines.pop();
        }
        self.lines.push(hull.points.to_vec());
        self.hull = Some(hull);
    }

    /// Ends the run with the far side of its last section.
    fn end(&mut self, last: &Supports) {
        let Some(Run { mut left, right, on, off }) = self.run.take() else { return };
        arc(&mut left, last, on + 1, off);
        left.extend(right.iter().rev());
        self.lines.push(left);
    }
}

/// The last directions before the later section begins, and before it ceases, to reach farther; `None` where it is not exactly one each.
fn tangents(later: u16) -> Option<(usize, usize)> {
    let next = later.rotate_right(1);
    let (begins, ceases) = (!later & next, later & !next);
    let last = |bits: u16| bits.trailing_zeros() as usize;
    (begins.is_power_of_two() && ceases.is_power_of_two()).then(|| (last(begins), last(ceases)))
}

/// Adds the points in the directions from one to another, both included.
fn arc(line: &mut Vec<Point>, supports: &Supports, from: usize, to: usize) {
    for step in 0..=(to + DIRECTIONS - from % DIRECTIONS) % DIRECTIONS {
        line.push(supports.points[(from + step) % DIRECTIONS]);
    }
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

/// Leaves out the points that say nothing new: those near the last one, and those no farther than `flat` from the chord of their
/// neighbours.
pub(super) fn thin_out(line: &mut Vec<Point>, flat: f32) {
    let [first, .., end] = line[..] else { return };
    let mut last = first;
    // The points that are kept are moved to the front; those after the last of them begin at `from`.
    let (mut kept, mut from) = (1, 1);
    for at in 1..line.len() {
        let point = line[at];
        let chord = last.distance(point);
        let is_off = |between: &Point| last.turn(point, *between).abs() > flat * chord;
        if chord > FAR || line[from..at].iter().any(is_off) {
            let keep = line[at - 1];
            if keep.distance(last) > NEAR {
                line[kept] = keep;
                kept += 1;
                last = keep;
            }
            from = at;
        }
    }
    if end.distance(first) > NEAR {
        line[kept] = end;
        kept += 1;
    }
    line.truncate(kept);
}
