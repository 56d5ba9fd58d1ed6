//! Draws the parts of the body in layers, from far to near.

use super::layer::Layer;
use super::muscle_mark::marks;
use super::outline::{Contour, Outline};
use super::paint::Paint;
use super::surface;
use crate::domain::figure::body::{Muscles, Skeleton, sign};
use crate::domain::figure::vector::Vector;
use crate::domain::figure::view::{Point, View};

/// Clothes and grip of the figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dress {
    /// True without shoes.
    pub barefoot: bool,
    /// True for a closed right and left hand.
    pub fists: [bool; 2],
}

pub(super) struct Painter<'a> {
    pub(super) body: &'a Skeleton,
    pub(super) view: View,
    pub(super) dress: Dress,
    pub(super) muscles: &'a Muscles,
}

impl Painter<'_> {
    pub(super) fn layers(&self) -> Vec<Layer> {
        match self.view {
            View::Side => {
                let mut middle = self.head();
                middle.extend(self.leg(0, false, false));
                middle.push((Paint::Top, self.trunk_part(surface::TRUNK_SIDE)));
                middle.push((Paint::Shorts, self.trunk_part(surface::SHORTS_SIDE)));
                middle.push((Paint::Shorts, self.thigh(0)));
                vec![
                    Layer::of(self.arm(1, true)),
                    self.marked(self.leg(1, true, true), [false, true], false),
                    self.marked(middle, [true, false], true),
                    Layer::of(vec![(Paint::Hair, self.of_head(surface::HAIR_SIDE))]),
                    Layer::of(self.arm(0, false)),
                ]
            }
            View::Front => self.front_layers(),
        }
    }

    /// Limbs behind the trunk come before it, the others after it.
    fn front_layers(&self) -> Vec<Layer> {
        let body = self.body;
        let depth = |at: Vector| self.view.nearness(at) - self.view.nearness(body.hips);
        let legs_back = [0, 1].map(|side| depth(body.legs[side].ankle) < -0.08);
        // A raised leg covers what is behind it.
        let legs_front = [0, 1].map(|side| !body.legs[side].planted && depth(body.legs[side].ankle) > 0.2);
        let arms_back =
            [0, 1].map(|side| self.view.nearness(body.arms[side].wrist) < self.view.nearness(body.shoulders) - 0.06);
        // Of crossed legs, the nearer one comes last.
        let [right, left] = [0, 1].map(|side| depth(body.legs[side].ankle));
        let legs = if right + 0.02 < left { [0, 1] } else { [1, 0] };
        let mut layers = Vec::new();
        for side in [1, 0] {
            if arms_back[side] {
                layers.push(Layer::of(self.arm(side, true)));
            }
        }
        for side in legs {
            if legs_back[side] {
                layers.push(self.marked(self.leg(side, true, true), [side == 0, side == 1], false));
            }
        }
        let mut middle = self.head();
        for side in legs {
            if !legs_back[side] && !legs_front[side] {
                middle.extend(self.leg(side, false, false));
            }
        }
        middle.push((Paint::Top, self.both_halves(surface::TRUNK_FRONT_HALF)));
        middle.push((Paint::Shorts, self.both_halves(surface::SHORTS_FRONT_HALF)));
        for side in legs {
            if !legs_back[side] && !legs_front[side] {
                middle.push((Paint::Shorts, self.thigh(side)));
            }
        }
        layers.push(self.marked(middle, [0, 1].map(|side| !legs_back[side] && !legs_front[side]), true));
        layers.push(Layer::of(vec![(Paint::Hair, self.head_halves(surface::HAIR_FRONT_HALF))]));
        for side in [1, 0] {
            if legs_front[side] {
                let mut parts = self.leg(side, false, true);
                // Its foot comes first.
                parts.reverse();
                layers.push(self.marked(parts, [side == 0, side == 1], false));
            }
        }
        for side in [1, 0] {
            if !arms_back[side] {
                layers.push(Layer::of(self.arm(side, false)));
            }
        }
        layers
    }

    /// These parts with the muscles that work on these legs, and on the trunk if `trunk`.
    fn marked(&self, parts: Vec<(Paint, Outline)>, legs: [bool; 2], trunk: bool) -> Layer {
        Layer { parts, marks: marks(self, self.muscles, legs, trunk) }
    }

    pub(super) fn point(&self, at: Vector) -> Point {
        self.view.point(at)
    }

    /// The picture of a direction.
    pub(super) fn way(&self, direction: Vector) -> Point {
        self.point(direction)
    }

    pub(super) fn bone(&self, contour: &Contour, from: Vector, to: Vector, length: f32, beside: Vector) -> Outline {
        Outline::on_bone(contour, self.point(from), self.point(to), length, self.way(beside))
    }

    /// The direction away from the middle of the body, for the view from the front.
    pub(super) fn outward(&self, side: usize) -> Vector {
        self.body.pelvis.right * sign(side)
    }
}
