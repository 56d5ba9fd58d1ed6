//! Feet.

use super::outline::{Contour, Outline, shares};
use super::painter::Painter;
use crate::domain::figure::body::LegBones;
use crate::domain::figure::body::proportions::ANKLE;
use crate::domain::figure::vector::Vector;
use crate::domain::figure::view::{Point, View};

impl Painter<'_> {
    pub(super) fn foot(&self, leg: &LegBones) -> Outline {
        match self.view {
            View::Side => self.foot_side(leg),
            View::Front => self.foot_front(leg),
        }
    }

    /// The foot in two parts that meet at the toe joint: along each, and over its sole.
    fn foot_side(&self, leg: &LegBones) -> Outline {
        const REAR: &Contour = &[
            (150, 0),
            (500, 4),
            (850, 0),
            (1040, 3),
            (1100, 16),
            (1050, 34),
            (860, 50),
            (660, 56),
            (440, 50),
            (180, 32),
        ];
        const TOES: &Contour = &[(350, 21), (850, 16), (1060, 8), (1020, 1), (500, 0)];
        let rear = self.on_sole(REAR, leg.ball, leg.heel, leg.ankle);
        let toes = self.on_sole(TOES, leg.ball, leg.toe, leg.ankle);
        Outline::smooth(rear.into_iter().chain(toes).collect())
    }

    fn foot_front(&self, leg: &LegBones) -> Outline {
        const FRONT: &Contour = &[
            (-300, 16),
            (200, 21),
            (700, 29),
            (930, 28),
            (1020, 13),
            (1020, -11),
            (930, -25),
            (700, -26),
            (200, -19),
            (-300, -15),
        ];
        self.bone_of_foot(FRONT, leg)
    }

    /// A contour on the foot: from the ball to the heel along the sole, or down its back from the front.
    pub(super) fn on_foot(&self, contour: &Contour, leg: &LegBones) -> Outline {
        match self.view {
            View::Side => Outline::smooth(self.on_sole(contour, leg.ball, leg.heel, leg.ankle)),
            View::Front => self.bone_of_foot(contour, leg),
        }
    }

    /// Points along a part of the sole and over it, on the side of the ankle.
    fn on_sole(&self, contour: &Contour, from: Vector, to: Vector, ankle: Vector) -> Vec<Point> {
        let (from, to, ankle) = (self.point(from), self.point(to), self.point(ankle));
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let length = (dx * dx + dy * dy).sqrt().max(1e-4);
        let up = if dx * (ankle.y - from.y) - dy * (ankle.x - from.x) < 0.0 { -1.0 } else { 1.0 };
        let (nx, ny) = (-dy / length * up, dx / length * up);
        shares(contour)
            .map(|(along, over)| Point { x: from.x + dx * along + nx * over, y: from.y + dy * along + ny * over })
            .collect()
    }

    /// A contour on the foot seen from the front: from the ankle to the toes.
    fn bone_of_foot(&self, contour: &Contour, leg: &LegBones) -> Outline {
        let (ankle, tip) = (self.point(leg.ankle), self.point(leg.ball.towards(leg.toe, 0.6)));
        let outward = if leg.hip.z < self.body.hips.z { -1.0 } else { 1.0 };
        let aside = (self.body.pelvis.right * outward).beside((leg.ball - leg.heel).unit());
        // Toes that point a little outward do not tip the sole: the visible part of its length lies across its breadth.
        let aside = self.point(aside.unit());
        let off = (tip.x - ankle.x) * aside.x + (tip.y - ankle.y) * aside.y;
        Outline::on_bone(contour, ankle, tip.moved(-off * aside.x, -off * aside.y), ANKLE, aside)
    }
}
