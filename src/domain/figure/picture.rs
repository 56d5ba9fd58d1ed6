//! What is drawn of a body: its parts as outlines, in layers from far to near.
//!
//! A layer is painted in two passes, all its outlines first as one thick line and then all its parts without a line, so
//! that no seam shows at hip, knee or shoulder.

use super::body::{ANKLE, FOREARM, HAND, SHANK, THIGH, TRUNK, UPPER_ARM};
use super::contour::{
    Contour, FIST, FOREARM as FOREARM_CONTOUR, HAIR_FRONT_HALF, HAIR_SIDE, HAND as HAND_CONTOUR, HEAD_FRONT_HALF,
    HEAD_SIDE, Outline, Point, SHANK_FRONT, SHANK_SIDE, SHORTS_FRONT_HALF, SHORTS_SIDE, THIGH_FRONT, THIGH_SIDE, THUMB,
    TRUNK_FRONT_HALF, TRUNK_SIDE, UPPER_ARM as UPPER_ARM_CONTOUR, View,
};
use super::motion::Motion;
use super::props;
use super::skeleton::{ArmBones, LegBones, Skeleton, sign};
use super::vector::Vector;

/// What a part is painted with; the style sheet has the colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// Skin.
    Skin,
    /// Skin of a far limb.
    FarSkin,
    /// The sleeveless top.
    Top,
    /// The shorts.
    Shorts,
    /// The shorts' far leg.
    FarShorts,
    /// A shoe.
    Shoe,
    /// The far shoe.
    FarShoe,
    /// Hair.
    Hair,
    /// Bands, straps and sticks.
    Band,
    /// What one stands on.
    Furniture,
    /// A kettlebell.
    Iron,
}

impl Paint {
    /// The class that the style sheet knows it by.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Skin => "fig-skin",
            Self::FarSkin => "fig-far-skin",
            Self::Top => "fig-top",
            Self::Shorts => "fig-shorts",
            Self::FarShorts => "fig-far-shorts",
            Self::Shoe => "fig-shoe",
            Self::FarShoe => "fig-far-shoe",
            Self::Hair => "fig-hair",
            Self::Band => "fig-prop",
            Self::Furniture => "fig-furniture",
            Self::Iron => "fig-iron",
        }
    }
}

/// What the figure wears and holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dress {
    /// No shoes.
    pub barefoot: bool,
    /// Right and left hand closed round something.
    pub fists: [bool; 2],
}

/// Everything that is drawn at one moment, from far to near.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture(pub Vec<Layer>);

impl Picture {
    /// The picture of `body` at `time` of `motion`.
    #[must_use]
    pub fn of(motion: &Motion, body: &Skeleton, view: View, time: f32) -> Self {
        let fists = props::fists(motion.props, time);
        let dress = Dress { barefoot: motion.barefoot, fists };
        let painter = Painter { body, view, dress };
        let mut layers = painter.layers();
        for prop in motion.props {
            props::draw(&painter, prop, time, &mut layers);
        }
        Self(layers)
    }

    /// What is to be painted, in order: a class of the style sheet and a path. A layer is one path for its line and one
    /// for each paint.
    #[must_use]
    pub fn paths(&self) -> Vec<(&'static str, String)> {
        let mut paths = Vec::new();
        for Layer(parts) in &self.0 {
            let mut edge = String::new();
            let first = paths.len() + 1;
            paths.push(("fig-edge", String::new()));
            for (paint, outline) in parts {
                outline.write(&mut edge);
                if paths[first..].iter().all(|(class, _)| *class != paint.class()) {
                    paths.push((paint.class(), String::new()));
                }
                let own = paths[first..].iter_mut().filter(|(class, _)| *class == paint.class());
                own.for_each(|(_, path)| outline.write(path));
            }
            paths[first - 1].1 = edge;
        }
        paths
    }

    /// All of it as one line: the ghost of a still.
    #[must_use]
    pub fn silhouette(&self) -> String {
        let mut path = String::new();
        self.outlines().for_each(|outline| outline.write(&mut path));
        path
    }

    /// Every outline.
    pub fn outlines(&self) -> impl Iterator<Item = &Outline> {
        self.0.iter().flat_map(|layer| layer.0.iter().map(|(_, outline)| outline))
    }
}

/// Parts that are painted together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layer(pub Vec<(Paint, Outline)>);

pub(super) struct Painter<'a> {
    pub(super) body: &'a Skeleton,
    pub(super) view: View,
    dress: Dress,
}

impl Painter<'_> {
    fn layers(&self) -> Vec<Layer> {
        match self.view {
            View::Side => {
                let mut middle = self.head();
                middle.extend(self.leg(0, false, false));
                middle.push((Paint::Top, self.trunk_part(TRUNK_SIDE)));
                middle.push((Paint::Shorts, self.trunk_part(SHORTS_SIDE)));
                middle.push((Paint::Shorts, self.thigh(0)));
                vec![
                    Layer(self.arm(1, true)),
                    Layer(self.leg(1, true, true)),
                    Layer(middle),
                    Layer(vec![(Paint::Hair, self.of_head(HAIR_SIDE))]),
                    Layer(self.arm(0, false)),
                ]
            }
            View::Front => self.front_layers(),
        }
    }

    /// Limbs that are behind the trunk before it, the others after it.
    fn front_layers(&self) -> Vec<Layer> {
        let body = self.body;
        let depth = |at: Vector| self.view.nearness(at) - self.view.nearness(body.hips);
        let legs_back = [0, 1].map(|side| depth(body.legs[side].ankle) < -0.08);
        let arms_back =
            [0, 1].map(|side| self.view.nearness(body.arms[side].wrist) < self.view.nearness(body.shoulders) - 0.06);
        let mut layers = Vec::new();
        for side in [1, 0] {
            if arms_back[side] {
                layers.push(Layer(self.arm(side, true)));
            }
        }
        for side in [1, 0] {
            if legs_back[side] {
                layers.push(Layer(self.leg(side, true, true)));
            }
        }
        let mut middle = self.head();
        for side in [1, 0] {
            if !legs_back[side] {
                middle.extend(self.leg(side, false, false));
            }
        }
        middle.push((Paint::Top, self.both_halves(TRUNK_FRONT_HALF)));
        middle.push((Paint::Shorts, self.both_halves(SHORTS_FRONT_HALF)));
        for side in [1, 0] {
            if !legs_back[side] {
                middle.push((Paint::Shorts, self.thigh(side)));
            }
        }
        layers.push(Layer(middle));
        layers.push(Layer(vec![(Paint::Hair, self.head_halves(HAIR_FRONT_HALF))]));
        for side in [1, 0] {
            if !arms_back[side] {
                layers.push(Layer(self.arm(side, false)));
            }
        }
        layers
    }

    pub(super) fn point(&self, at: Vector) -> Point {
        self.view.point(at)
    }

    /// The picture of a direction.
    fn way(&self, direction: Vector) -> Point {
        self.point(direction)
    }

    fn bone(&self, contour: &Contour, from: Vector, to: Vector, length: f32, beside: Vector) -> Outline {
        Outline::on_bone(contour, self.point(from), self.point(to), length, self.way(beside))
    }

    /// Away from the middle of the body, for what is seen from the front.
    fn outward(&self, side: usize) -> Vector {
        self.body.pelvis.right * sign(side)
    }

    fn thigh(&self, side: usize) -> Outline {
        let leg = &self.body.legs[side];
        match self.view {
            View::Side => self.bone(THIGH_SIDE, leg.hip, leg.knee, THIGH, leg.front),
            View::Front => self.bone(THIGH_FRONT, leg.hip, leg.knee, THIGH, self.outward(side)),
        }
    }

    fn leg(&self, side: usize, far: bool, with_thigh: bool) -> Vec<(Paint, Outline)> {
        let leg = &self.body.legs[side];
        let shank = match self.view {
            View::Side => self.bone(SHANK_SIDE, leg.knee, leg.ankle, SHANK, shin(leg)),
            View::Front => self.bone(SHANK_FRONT, leg.knee, leg.ankle, SHANK, self.outward(side)),
        };
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

    fn foot(&self, leg: &LegBones) -> Outline {
        match self.view {
            View::Side => self.foot_side(leg),
            View::Front => self.foot_front(leg),
        }
    }

    /// The foot in two parts that meet at the hinge of the toes: along each, and over its sole.
    fn foot_side(&self, leg: &LegBones) -> Outline {
        const REAR: &Contour = &[
            (0.15, 0.0),
            (0.50, 0.004),
            (0.85, 0.0),
            (1.04, 0.003),
            (1.10, 0.016),
            (1.05, 0.034),
            (0.86, 0.050),
            (0.66, 0.056),
            (0.44, 0.050),
            (0.18, 0.032),
        ];
        const TOES: &Contour = &[(0.35, 0.021), (0.85, 0.016), (1.06, 0.008), (1.02, 0.001), (0.50, 0.0)];
        let rear = self.on_sole(REAR, leg.ball, leg.heel, leg.ankle);
        let toes = self.on_sole(TOES, leg.ball, leg.toe, leg.ankle);
        Outline::smooth(rear.into_iter().chain(toes).collect())
    }

    /// Points along a part of the sole and over it, on the side of the ankle.
    fn on_sole(&self, contour: &Contour, from: Vector, to: Vector, ankle: Vector) -> Vec<Point> {
        let (from, to, ankle) = (self.point(from), self.point(to), self.point(ankle));
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let length = (dx * dx + dy * dy).sqrt().max(1e-4);
        let up = if dx * (ankle.y - from.y) - dy * (ankle.x - from.x) < 0.0 { -1.0 } else { 1.0 };
        let (nx, ny) = (-dy / length * up, dx / length * up);
        contour
            .iter()
            .map(|&(along, over)| Point { x: from.x + dx * along + nx * over, y: from.y + dy * along + ny * over })
            .collect()
    }

    fn foot_front(&self, leg: &LegBones) -> Outline {
        const FRONT: &Contour = &[
            (-0.30, 0.016),
            (0.20, 0.021),
            (0.70, 0.029),
            (0.96, 0.029),
            (1.02, 0.016),
            (1.02, -0.014),
            (0.96, -0.026),
            (0.70, -0.026),
            (0.20, -0.019),
            (-0.30, -0.015),
        ];
        let tip = leg.ball.towards(leg.toe, 0.6);
        let outward = if leg.hip.z < self.body.hips.z { -1.0 } else { 1.0 };
        self.bone(FRONT, leg.ankle, tip, ANKLE, self.body.pelvis.right * outward)
    }

    fn arm(&self, side: usize, far: bool) -> Vec<(Paint, Outline)> {
        let arm = &self.body.arms[side];
        let paint = if far { Paint::FarSkin } else { Paint::Skin };
        let palm = palm(arm);
        let hand = if self.dress.fists[side] { FIST } else { HAND_CONTOUR };
        let mut parts = vec![
            (paint, self.bone(UPPER_ARM_CONTOUR, arm.shoulder, arm.elbow, UPPER_ARM, arm.front)),
            (paint, self.bone(FOREARM_CONTOUR, arm.elbow, arm.wrist, FOREARM, palm)),
            (paint, self.bone(hand, arm.wrist, arm.tip, 0.8 * HAND, palm)),
        ];
        if !self.dress.fists[side] {
            parts.push((paint, self.bone(THUMB, arm.wrist, arm.tip, 0.8 * HAND, palm)));
        }
        parts
    }

    /// Head and neck.
    fn head(&self) -> Vec<(Paint, Outline)> {
        match self.view {
            View::Side => vec![(Paint::Skin, self.neck_side()), (Paint::Skin, self.of_head(HEAD_SIDE))],
            View::Front => vec![(Paint::Skin, self.neck_front()), (Paint::Skin, self.head_halves(HEAD_FRONT_HALF))],
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
                self.trunk_point(1.075, 0.056 * turn),
                self.trunk_point(1.12, 0.036 * turn),
                self.head_point(0.031 * turn, 0.006),
                self.head_point(0.030 * turn, 0.040),
            ]
        };
        let other: Vec<Point> = half(-1.0).into_iter().rev().collect();
        Outline::smooth(half(1.0).into_iter().chain(other).collect())
    }

    fn of_head(&self, contour: &Contour) -> Outline {
        Outline::smooth(contour.iter().map(|&(ahead, up)| self.head_point(ahead, up)).collect())
    }

    fn head_halves(&self, half: &Contour) -> Outline {
        let one = half.iter().map(|&(aside, up)| self.head_point(aside, up));
        let other = half.iter().rev().map(|&(aside, up)| self.head_point(-aside, up));
        Outline::smooth(one.chain(other).collect())
    }

    /// A point of the head: ahead (from the side) or aside (from the front), and up from where it sits on the neck.
    pub(super) fn head_point(&self, across: f32, up: f32) -> Point {
        let head = &self.body.head;
        let across = match self.view {
            View::Side => head.forward * across,
            View::Front => head.right * across,
        };
        self.point(self.body.neck + head.up * up + across)
    }

    fn trunk_part(&self, contour: &Contour) -> Outline {
        Outline::smooth(contour.iter().map(|&(along, aside)| self.trunk_point(along, aside)).collect())
    }

    fn both_halves(&self, half: &Contour) -> Outline {
        let one = half.iter().map(|&(along, aside)| self.trunk_point(along, aside));
        let other = half.iter().rev().map(|&(along, aside)| self.trunk_point(along, -aside));
        Outline::smooth(one.chain(other).collect())
    }

    /// A point of the trunk: along the spine, which bends smoothly between pelvis and chest, and across it.
    pub(super) fn trunk_point(&self, along: f32, across: f32) -> Point {
        let body = self.body;
        let inside = along.clamp(0.0, 1.0);
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

/// The direction that the shin looks.
fn shin(leg: &LegBones) -> Vector {
    let (thigh, shank) = ((leg.knee - leg.hip).unit(), (leg.ankle - leg.knee).unit());
    leg.front * shank.dot(thigh) - thigh * shank.dot(leg.front)
}

/// The direction that the forearm's front looks: where the fingers curl to.
fn palm(arm: &ArmBones) -> Vector {
    let (upper, fore) = ((arm.elbow - arm.shoulder).unit(), (arm.wrist - arm.elbow).unit());
    arm.front * fore.dot(upper) - upper * fore.dot(arm.front)
}
