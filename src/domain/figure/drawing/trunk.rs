//! The trunk.

use super::outline::{Contour, Outline, shares};
use super::painter::Painter;
use crate::domain::figure::body::proportions::TRUNK;
use crate::domain::figure::vector::within;
use crate::domain::figure::view::{Point, View};

impl Painter<'_> {
    pub(super) fn trunk_part(&self, contour: &Contour) -> Outline {
        Outline::smooth(shares(contour).map(|(along, aside)| self.trunk_point(along, aside)).collect())
    }

    pub(super) fn both_halves(&self, half: &Contour) -> Outline {
        let one = shares(half).map(|(along, aside)| self.trunk_point(along, aside));
        let other = shares(half).rev().map(|(along, aside)| self.trunk_point(along, -aside));
        Outline::smooth(one.chain(other).collect())
    }

    /// A point of the trunk: along the spine, which bends smoothly between pelvis and chest, and across it.
    pub(super) fn trunk_point(&self, along: f32, across: f32) -> Point {
        let body = self.body;
        let inside = within(along, 0.0, 1.0);
        let (one, two) = (body.hips.towards(body.waist, inside), body.waist.towards(body.shoulders, inside));
        let beyond =
            if along < 0.0 { body.pelvis.up * (along * TRUNK) } else { body.chest.up * ((along - inside) * TRUNK) };
        let (low, high) = match self.view {
            View::Side => (body.pelvis.forward, body.chest.forward),
            View::Front => (body.pelvis.right, body.chest.right),
        };
        self.point(one.towards(two, inside) + beyond + low.towards(high, inside).unit() * across)
    }
}
