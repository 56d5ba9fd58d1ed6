//! Head and neck.

use super::outline::{Contour, Outline, shares};
use super::paint::Paint;
use super::painter::Painter;
use super::surface;
use crate::domain::figure::view::{Point, View};

impl Painter<'_> {
    /// Head and neck.
    pub(super) fn head(&self) -> Vec<(Paint, Outline)> {
        match self.view {
            View::Side => vec![(Paint::Skin, self.neck_side()), (Paint::Skin, self.of_head(surface::HEAD_SIDE))],
            View::Front => {
                vec![(Paint::Skin, self.neck_front()), (Paint::Skin, self.head_halves(surface::HEAD_FRONT_HALF))]
            }
        }
    }

    fn neck_side(&self) -> Outline {
        let (low, high) = (|along, aside| self.trunk_point(along, aside), |ahead, up| self.head_point(ahead, up));
        // The trapezius: from the upper back to the nape in one slope.
        Outline::smooth(vec![
            low(0.90, -0.046),
            low(1.06, -0.034),
            low(1.10, -0.026).towards(high(-0.036, 0.020), 0.55),
            high(-0.036, 0.030),
            high(0.0, 0.050),
            high(0.030, 0.020),
            low(1.06, 0.022).towards(high(0.020, 0.004), 0.6),
            low(1.03, 0.026),
            low(0.92, 0.0),
        ])
    }

    fn neck_front(&self) -> Outline {
        let half = |turn: f32| {
            vec![
                self.trunk_point(0.97, 0.055 * turn),
                self.trunk_point(1.06, 0.066 * turn),
                self.trunk_point(1.12, 0.046 * turn),
                self.trunk_point(1.17, 0.034 * turn),
                self.head_point(0.030 * turn, 0.040),
            ]
        };
        let other: Vec<Point> = half(-1.0).into_iter().rev().collect();
        Outline::smooth(half(1.0).into_iter().chain(other).collect())
    }

    pub(super) fn of_head(&self, contour: &Contour) -> Outline {
        Outline::smooth(shares(contour).map(|(ahead, up)| self.head_point(ahead, up)).collect())
    }

    pub(super) fn head_halves(&self, half: &Contour) -> Outline {
        let one = shares(half).map(|(aside, up)| self.head_point(aside, up));
        let other = shares(half).rev().map(|(aside, up)| self.head_point(-aside, up));
        Outline::smooth(one.chain(other).collect())
    }

    /// A point of the head: forward (from the side) or outward (from the front), and up from the top of the neck.
    pub(super) fn head_point(&self, across: f32, up: f32) -> Point {
        let head = &self.body.head;
        let across = match self.view {
            View::Side => head.forward * across,
            View::Front => head.right * across,
        };
        self.point(self.body.neck + head.up * up + across)
    }
}
