//! Thigh and shank.

use super::outline::Outline;
use super::paint::Paint;
use super::painter::Painter;
use super::surface;
use crate::domain::figure::body::LegBones;
use crate::domain::figure::body::proportions::{SHANK, THIGH};
use crate::domain::figure::vector::Vector;
use crate::domain::figure::view::View;

impl Painter<'_> {
    pub(super) fn leg(&self, side: usize, far: bool, with_thigh: bool) -> Vec<(Paint, Outline)> {
        let leg = &self.body.legs[side];
        let contour = if self.view == View::Side { surface::SHANK_SIDE } else { surface::SHANK_FRONT };
        let shank = self.bone(contour, leg.knee, leg.ankle, SHANK, self.shank_front(side));
        let skin = if far { Paint::FarSkin } else { Paint::Skin };
        let foot = match (self.dress.barefoot, far) {
            (true, _) => skin,
            (false, false) => Paint::Shoe,
            (false, true) => Paint::FarShoe,
        };
        let mut parts = vec![(skin, shank), (foot, self.foot(leg))];
        if with_thigh {
            parts.push((if far { Paint::FarShorts } else { Paint::Shorts }, self.thigh(side)));
        }
        parts
    }

    pub(super) fn thigh(&self, side: usize) -> Outline {
        let leg = &self.body.legs[side];
        let contour = if self.view == View::Side { surface::THIGH_SIDE } else { surface::THIGH_FRONT };
        self.bone(contour, leg.hip, leg.knee, THIGH, self.thigh_front(side))
    }

    /// The direction of the front of a thigh's contour.
    pub(super) fn thigh_front(&self, side: usize) -> Vector {
        match self.view {
            View::Side => self.body.legs[side].front,
            View::Front => self.outward(side),
        }
    }

    /// The direction of the front of a shank's contour.
    pub(super) fn shank_front(&self, side: usize) -> Vector {
        match self.view {
            View::Side => shin(&self.body.legs[side]),
            View::Front => self.outward(side),
        }
    }
}

/// The direction of the front of the shin.
fn shin(leg: &LegBones) -> Vector {
    let (thigh, shank) = ((leg.knee - leg.hip).unit(), (leg.ankle - leg.knee).unit());
    leg.front * shank.dot(thigh) - thigh * shank.dot(leg.front)
}
