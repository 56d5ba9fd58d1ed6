//! The contact shadow: parts near the ground darken it, the less the higher they are.

use super::outline::Outline;
use crate::domain::figure::body::Skeleton;
use crate::domain::figure::vector::{Vector, within};
use crate::domain::figure::view::{Point, View};

/// From this height on no shadow is visible.
const REACH: f32 = 0.30;
/// Extent of a shadow beyond its part, and half its thickness, directly on the ground.
const EDGE: (f32, f32) = (0.022, 0.009);

/// The shadows of feet, trunk and head.
pub(super) fn cast(body: &Skeleton, view: View) -> Vec<Outline> {
    let [right, left] = &body.legs;
    let bodies =
        [(right.heel, right.toe), (left.heel, left.toe), (body.hips, body.shoulders), (body.shoulders, body.neck)];
    bodies.into_iter().filter_map(|(from, to)| under(from, to, view)).collect()
}

fn under(from: Vector, to: Vector, view: View) -> Option<Outline> {
    let near = 1.0 - from.y.min(to.y).max(0.0) / REACH;
    if near <= 0.0 {
        return None;
    }
    let (a, b) = (view.point(from).x, view.point(to).x);
    let (edge, half) = (EDGE.0 * near, EDGE.1 * near);
    // A part that is higher at one end touches the ground at the other.
    let lean = (from.y - to.y) / REACH;
    let (a, b) = (a + (b - a) * within(lean, 0.0, 1.0), b + (a - b) * within(-lean, 0.0, 1.0));
    let (left, right) = (a.min(b) - edge, a.max(b) + edge);
    let at = |x, y| Point { x, y };
    Some(Outline::smooth(vec![
        at(left, 0.0),
        at(left + edge, half),
        at(right - edge, half),
        at(right, 0.0),
        at(right - edge, -half),
        at(left + edge, -half),
    ]))
}
