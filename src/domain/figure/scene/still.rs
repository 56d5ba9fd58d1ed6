//! The still picture of a motion: for lists, print, and people who prefer less motion.

use super::Scene;
use super::stage::path;
use crate::domain::figure::body::{BodyPoint, Skeleton};
use crate::domain::figure::camera::Camera;
use crate::domain::figure::loft::{Figure, Order, Shape};
use crate::domain::figure::pen::Pen;
use crate::domain::figure::vector::Vector;
use crate::domain::figure::view::{Point, View};

/// Number of moments at which a part is followed.
const MOMENTS: u8 = 9;
/// For hips, shoulders, feet and hands: the shortest path worth an arrow, in standing heights as all lengths here,
/// and the weight of its length. The trunk follows the feet; hands that move less only keep the balance.
static SHARES: [(f32, f32); 6] = [(0.06, 0.9), (0.06, 0.9), (0.06, 0.7), (0.06, 0.7), (0.3, 0.6), (0.3, 0.6)];
/// A path shorter than this is chosen only if there is no other.
const SHORT: f32 = 0.1;
/// Distances beside its path at which an arrow is tried, the nearest first.
static BESIDE: [f32; 13] = [0.0, 0.05, -0.05, 0.1, -0.1, 0.15, -0.15, 0.2, -0.2, 0.25, -0.25, 0.3, -0.3];
/// Number of points at which an arrow is checked. The head of one on its path may lie on its target, that of one beside it may not.
const LOOKS: u8 = 12;

/// The still picture of a motion: its start, dashed, its end, and an arrow between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Still {
    /// The silhouette of the start, as the outlines of its parts.
    pub ghost: String,
    /// The end.
    pub shapes: Vec<Shape>,
    /// The arrow's path; empty if nothing moves far.
    pub arrow: String,
}

impl Scene {
    /// The still in this view.
    #[must_use]
    pub fn still(&self, view: View) -> Still {
        let (camera, (from, to)) = (view.camera(), self.motion.still);
        let step = (to - from) / f32::from(MOMENTS - 1);
        let moments: Vec<Skeleton> = (0..MOMENTS).map(|at| self.sampler.at(from + step * f32::from(at))).collect();
        let (first, last) = (&moments[0], &moments[usize::from(MOMENTS - 1)]);
        let mut ghost = Pen::default();
        for line in &Figure::silhouette(first, &camera) {
            ghost.curve(line, true);
        }
        let shapes = self.shapes(last, to, &camera, &mut Order::default());
        let body = Figure::silhouette(last, &camera);
        let arrow = arrow(&moments, &camera, &ArrowSpace { body: &body, edges: self.clear(view) });
        Still { ghost: ghost.path(), shapes, arrow }
    }
}

/// The arrow along the longest weighted path that is clear of the body, moved beside it if need be.
fn arrow(moments: &[Skeleton], camera: &Camera, space: &ArrowSpace<'_>) -> String {
    let (mut least_cost, mut best) = (f32::MAX, None);
    for (part, &(least, share)) in SHARES.iter().enumerate() {
        let way = PartPath::of(part, moments, camera);
        let far = way.from.distance(way.to);
        if far < least {
            continue;
        }
        for &beside in &BESIDE {
            // The weights were found by looking at the arrows of every motion.
            let short = if far < SHORT { 4.0 } else { 0.0 };
            let cost = 6.0 * beside.abs() - 9.0 * far * share + short;
            if cost >= least_cost {
                break;
            }
            let looks = if beside == 0.0 { LOOKS } else { LOOKS + 1 };
            let way = way.beside(beside);
            let cost = cost + way.covered(space, looks);
            if cost < least_cost {
                (least_cost, best) = (cost, Some(way));
            }
        }
    }
    best.map(|way| way.arrow()).unwrap_or_default()
}

/// The place of an arrow: clear of the body, and between the left, right, lower and upper edges.
struct ArrowSpace<'a> {
    body: &'a [Vec<Point>],
    edges: [f32; 4],
}

/// The path of a body part, as a quadratic Bézier curve.
#[derive(Clone, Copy, Debug)]
struct PartPath {
    from: Point,
    control: Point,
    to: Point,
}

impl PartPath {
    /// The path of a part through `moments`: 0 hips, 1 shoulders, 2 and 3 feet, 4 and 5 hands.
    fn of(part: usize, moments: &[Skeleton], camera: &Camera) -> Self {
        let point = |at: usize| camera.point(place(&moments[at], part));
        let (from, to) = (point(0), point(moments.len() - 1));
        let (mut half, mut least) = (from, f32::MAX);
        for at in 0..moments.len() {
            let point = point(at);
            let uneven = (from.distance(point) - point.distance(to)).abs();
            if uneven < least {
                (half, least) = (point, uneven);
            }
        }
        // Through the half-way point.
        let control = Point { x: 2.0 * half.x - 0.5 * (from.x + to.x), y: 2.0 * half.y - 0.5 * (from.y + to.y) };
        Self { from, control, to }
    }

    /// The share of it that lies on the body or off the clear area.
    fn covered(&self, space: &ArrowSpace<'_>, looks: u8) -> f32 {
        let [left, right, bottom, top] = space.edges;
        let mut covered = 0.0;
        for look in 0..looks {
            let point = self.at(f32::from(look) / f32::from(LOOKS));
            let is_off = point.x < left || point.x > right || point.y < bottom || point.y > top;
            if is_off || space.body.iter().any(|line| point.is_inside(line)) {
                covered += 2.0;
            }
        }
        covered
    }

    /// The point at this share of the path.
    fn at(&self, share: f32) -> Point {
        self.from.towards(self.control, share).towards(self.control.towards(self.to, share), share)
    }

    /// The same path, moved to its left.
    fn beside(&self, by: f32) -> Self {
        let scale = by / self.from.distance(self.to).max(1e-4);
        let (x, y) = ((self.from.y - self.to.y) * scale, (self.to.x - self.from.x) * scale);
        let [from, control, to] = [self.from, self.control, self.to].map(|point| point.moved(x, y));
        Self { from, control, to }
    }

    /// The arrow along it.
    fn arrow(&self) -> String {
        let Self { from, control, to } = *self;
        let scale = 0.035 / control.distance(to).max(1e-4);
        let (dx, dy) = ((to.x - control.x) * scale, (to.y - control.y) * scale);
        let [left, right] = [0.6, -0.6].map(|turn| to.moved(-dx + turn * dy, -dy - turn * dx));
        path(&[("M", from), ("Q", control), ("", to), ("M", left), ("L", to), ("L", right)])
    }
}

extern "C" fn place(body: &Skeleton, part: usize) -> Vector {
    let point = match part {
        0 => BodyPoint::Hips,
        1 => BodyPoint::Shoulders,
        2 | 3 => BodyPoint::Ankle,
        _ => BodyPoint::Wrist,
    };
    body.point(point, part)
}
