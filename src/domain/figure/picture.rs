//! The drawn body: its parts as outlines, in layers from far to near.
//!
//! A layer is painted in two passes, all its outlines first as one thick line and then all its parts without a line, so
//! that no seam shows at hip, knee or shoulder.

use super::body::{ANKLE, FOREARM, HAND, SHANK, THIGH, TRUNK, UPPER_ARM};
use super::contour::{Contour, Outline, Point, View, shares};
use super::marks::{MuscleMark, marks};
use super::motion::Motion;
use super::muscle::Muscles;
use super::pen::Pen;
use super::props;
use super::shadow;
use super::skeleton::{ArmBones, LegBones, Skeleton, sign};
use super::surface;
use super::vector::{Vector, within};

/// The colour of a part; the style sheet defines it.
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
    /// A surface to stand on.
    Furniture,
    /// A kettlebell.
    Iron,
}

impl Paint {
    /// Its class in the style sheet.
    #[must_use]
    pub fn class(self) -> &'static str {
        &self.lined()["fig-lined ".len()..]
    }

    /// Its classes, with that of the outline.
    #[must_use]
    pub const fn lined(self) -> &'static str {
        match self {
            Self::Skin => "fig-lined fig-skin",
            Self::FarSkin => "fig-lined fig-far-skin",
            Self::Top => "fig-lined fig-top",
            Self::Shorts => "fig-lined fig-shorts",
            Self::FarShorts => "fig-lined fig-far-shorts",
            Self::Shoe => "fig-lined fig-shoe",
            Self::FarShoe => "fig-lined fig-far-shoe",
            Self::Hair => "fig-lined fig-hair",
            Self::Band => "fig-lined fig-prop",
            Self::Furniture => "fig-lined fig-furniture",
            Self::Iron => "fig-lined fig-iron",
        }
    }
}

/// Clothes and grip of the figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dress {
    /// True without shoes.
    pub barefoot: bool,
    /// True for a closed right and left hand.
    pub fists: [bool; 2],
}

/// Everything that is drawn at one moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// The contact shadow on the ground.
    pub shadow: Vec<Outline>,
    /// The layers, from far to near.
    pub layers: Vec<Layer>,
}

impl Picture {
    /// The picture of `body` at `time` of `motion`.
    #[must_use]
    pub fn of(motion: &Motion, body: &Skeleton, view: View, time: f32) -> Self {
        let fists = props::fists(motion.props, time);
        let dress = Dress { barefoot: motion.barefoot, fists };
        let painter = Painter { body, view, dress, muscles: &motion.muscles };
        let mut layers = painter.layers();
        for prop in motion.props {
            props::draw(&painter, prop, time, &mut layers);
        }
        Self { shadow: shadow::cast(body, view), layers }
    }

    /// The paths to paint, in order. A layer is one path for its line and one for each paint; the first paint, under
    /// all the others, has the line itself.
    #[must_use]
    pub fn paths(&self) -> Vec<Path> {
        let mut shadow = Pen::default();
        self.shadow.iter().for_each(|outline| outline.write(&mut shadow));
        let mut paths = vec![Path { class: "fig-shadow", shape: shadow.path() }];
        for layer in &self.layers {
            write_parts(&layer.parts, &mut paths);
            write_marks(&layer.marks, &mut paths);
        }
        paths
    }

    /// The whole picture as one line: the dashed start of a still.
    #[must_use]
    pub fn silhouette(&self) -> String {
        let mut pen = Pen::default();
        self.outlines().for_each(|outline| outline.write(&mut pen));
        pen.path()
    }

    /// Every outline.
    pub fn outlines(&self) -> impl Iterator<Item = &Outline> {
        self.layers.iter().flat_map(|layer| layer.parts.iter().map(|(_, outline)| outline))
    }
}

/// A class of the style sheet, and a shape as SVG path data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The class.
    pub class: &'static str,
    /// The shape; see [`super::PATH_SCALE`].
    pub shape: String,
}

/// Each outline is written once; its bytes are used for the line around all of them as well.
fn write_parts(parts: &[(Paint, Outline)], paths: &mut Vec<Path>) {
    let mut pens: Vec<(Paint, Pen)> = Vec::new();
    let mut edge = Pen::default();
    for (paint, outline) in parts {
        let known = pens.iter().position(|(other, _)| other == paint);
        let at = known.unwrap_or_else(|| {
            pens.push((*paint, Pen::default()));
            pens.len() - 1
        });
        let pen = &mut pens[at].1;
        let from = pen.written().len();
        outline.write(pen);
        if at > 0 {
            edge.copy(&pen.written()[from..]);
        }
    }
    if pens.len() > 1 {
        paths.push(Path { class: "fig-edge", shape: edge.path() });
    }
    let class = |at: usize, paint: Paint| if at == 0 { paint.lined() } else { paint.class() };
    paths.extend(
        pens.into_iter().enumerate().map(|(at, (paint, pen))| Path { class: class(at, paint), shape: pen.path() }),
    );
}

/// Primary muscles are filled; secondary ones have a line around them and stripes.
fn write_marks(marks: &[MuscleMark], paths: &mut Vec<Path>) {
    let (mut filled, mut lined, mut striped) = (Pen::default(), Pen::default(), Pen::default());
    for mark in marks {
        mark.outline.write(if mark.primary { &mut filled } else { &mut lined });
        if !mark.primary {
            mark.hatch(&mut striped);
        }
    }
    let written = [("fig-keyline", lined), ("fig-secondary", striped), ("fig-primary", filled)];
    let written = written.into_iter().filter(|(_, pen)| !pen.written().is_empty());
    paths.extend(written.map(|(class, pen)| Path { class, shape: pen.path() }));
}

/// Parts that are painted together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layer {
    /// Paints and outlines.
    pub parts: Vec<(Paint, Outline)>,
    /// The working muscles on it.
    pub marks: Vec<MuscleMark>,
}

impl Layer {
    /// A layer without muscles.
    pub(super) const fn of(parts: Vec<(Paint, Outline)>) -> Self {
        Self { parts, marks: Vec::new() }
    }
}

pub(super) struct Painter<'a> {
    pub(super) body: &'a Skeleton,
    pub(super) view: View,
    dress: Dress,
    muscles: &'a Muscles,
}

impl Painter<'_> {
    fn layers(&self) -> Vec<Layer> {
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
    fn way(&self, direction: Vector) -> Point {
        self.point(direction)
    }

    pub(super) fn bone(&self, contour: &Contour, from: Vector, to: Vector, length: f32, beside: Vector) -> Outline {
        Outline::on_bone(contour, self.point(from), self.point(to), length, self.way(beside))
    }

    /// The direction away from the middle of the body, for the view from the front.
    fn outward(&self, side: usize) -> Vector {
        self.body.pelvis.right * sign(side)
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

    fn thigh(&self, side: usize) -> Outline {
        let leg = &self.body.legs[side];
        let contour = if self.view == View::Side { surface::THIGH_SIDE } else { surface::THIGH_FRONT };
        self.bone(contour, leg.hip, leg.knee, THIGH, self.thigh_front(side))
    }

    fn leg(&self, side: usize, far: bool, with_thigh: bool) -> Vec<(Paint, Outline)> {
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

    fn foot(&self, leg: &LegBones) -> Outline {
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

    /// A contour on the foot: from the ball to the heel along the sole, or down its back from the front.
    pub(super) fn on_foot(&self, contour: &Contour, leg: &LegBones) -> Outline {
        match self.view {
            View::Side => Outline::smooth(self.on_sole(contour, leg.ball, leg.heel, leg.ankle)),
            View::Front => self.bone_of_foot(contour, leg),
        }
    }

    fn arm(&self, side: usize, far: bool) -> Vec<(Paint, Outline)> {
        let arm = &self.body.arms[side];
        let paint = if far { Paint::FarSkin } else { Paint::Skin };
        let palm = palm(arm);
        let hand = if self.dress.fists[side] { surface::FIST } else { surface::HAND };
        let mut parts = vec![
            (paint, self.bone(surface::UPPER_ARM, arm.shoulder, arm.elbow, UPPER_ARM, arm.front)),
            (paint, self.bone(surface::FOREARM, arm.elbow, arm.wrist, FOREARM, palm)),
            (paint, self.hand(hand, arm)),
        ];
        if !self.dress.fists[side] {
            parts.push((paint, self.hand(surface::THUMB, arm)));
        }
        parts
    }

    /// A contour on the hand. A hand that points at the viewer keeps the size of its knuckles.
    fn hand(&self, contour: &Contour, arm: &ArmBones) -> Outline {
        let (wrist, tip) = (self.point(arm.wrist), self.point(arm.tip));
        let seen = wrist.distance(tip).max(1e-4);
        let tip = wrist.towards(tip, (0.5 * HAND / seen).max(1.0));
        Outline::on_bone(contour, wrist, tip, 0.8 * HAND, self.way(palm(arm)))
    }

    /// Head and neck.
    fn head(&self) -> Vec<(Paint, Outline)> {
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

    fn of_head(&self, contour: &Contour) -> Outline {
        Outline::smooth(shares(contour).map(|(ahead, up)| self.head_point(ahead, up)).collect())
    }

    fn head_halves(&self, half: &Contour) -> Outline {
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

    fn trunk_part(&self, contour: &Contour) -> Outline {
        Outline::smooth(shares(contour).map(|(along, aside)| self.trunk_point(along, aside)).collect())
    }

    fn both_halves(&self, half: &Contour) -> Outline {
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

/// The direction of the front of the shin.
fn shin(leg: &LegBones) -> Vector {
    let (thigh, shank) = ((leg.knee - leg.hip).unit(), (leg.ankle - leg.knee).unit());
    leg.front * shank.dot(thigh) - thigh * shank.dot(leg.front)
}

/// The direction of the front of the forearm, to which the fingers curl.
fn palm(arm: &ArmBones) -> Vector {
    let (upper, fore) = ((arm.elbow - arm.shoulder).unit(), (arm.wrist - arm.elbow).unit());
    arm.front * fore.dot(upper) - upper * fore.dot(arm.front)
}
