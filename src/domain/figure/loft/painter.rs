//! Paints the lofts of a body from far to near.
//!
//! Each piece is painted in two passes: the contour of all its parts, then their areas. Where a piece grows out of one that is painted
//! already, its areas go on into it and its contour does not: no seam shows, and the line where it covers the other one stays.

use super::body::{Body, LoftName, way};
use super::muscles::{mark, working};
use super::order::{FOOT, FORE, HAND, HEAD, Order, PROP, Piece, SHANK, THIGH, TRUNK, UPPER};
use super::outline::outline;
use super::paint::{Contour, Ink, Shape, Sheet, turn_right};
use super::part::{Layer, Part};
use super::plan::{self, Fact, Paint, PlanStep, SurfacePlace};
use super::props::{self, Pieces};
use super::section::{CrossSection, smooth};
use super::shadow::{GROUND, shadow, shadows};
use super::surface::{Strip, Surface, twin};
use crate::domain::figure::body::{Muscles, Skeleton, sign};
use crate::domain::figure::camera::Camera;
use crate::domain::figure::motion::Prop;
use crate::domain::figure::vector::Vector;
use crate::domain::figure::view::Point;

/// Clothes and grip of the figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look<'a> {
    /// True without shoes.
    pub barefoot: bool,
    /// Kit that is held, worn or stood on.
    pub props: &'a [Prop],
    /// The working muscles.
    pub muscles: Muscles,
    /// The second of the motion.
    pub time: f32,
}

/// The pieces, two and two, with the lofts that tell their nearness to the viewer, and an addition: an arm at the side lies before the
/// trunk that it hides a little of.
static PIECES: [([LoftName; 2], f32); 7] = [
    ([LoftName::Trunk, LoftName::Head], 0.0),
    ([LoftName::Thigh; 2], 0.012),
    ([LoftName::Shank; 2], 0.0),
    ([LoftName::RearFoot; 2], 0.0),
    ([LoftName::UpperArm; 2], 0.03),
    ([LoftName::Forearm; 2], 0.03),
    ([LoftName::Palm; 2], 0.03),
];

/// A figure seen by a camera.
pub struct Figure<'a> {
    bones: &'a Skeleton,
    camera: &'a Camera,
    look: Look<'a>,
    body: Body,
    /// The pieces painted so far, a bit each.
    done: u64,
    /// Distance behind the trunk of the right leg, the left one, the right arm and the left one, in steps from 0 to 4.
    far: [u8; 4],
}

impl<'a> Figure<'a> {
    /// The shapes of `bones` as `camera` sees them, in the order in which they are painted. `order` is that of the picture before:
    /// it changes only where a piece lies clearly before another one that it lay behind, so that nothing flickers.
    #[must_use]
    pub fn shapes(bones: &'a Skeleton, camera: &'a Camera, look: Look<'a>, order: &mut Order) -> Vec<Shape> {
        let body = Body::of(bones, props::grips(look.props, look.time));
        let mut figure = Self { bones, camera, look, body, done: 0, far: [0; 4] };
        let mut sheet = Sheet::default();
        let mut dark = shadows(bones, camera, Vector::default(), GROUND);
        look.props.iter().for_each(|prop| shadow(prop, camera, &mut dark));
        for line in &mut dark {
            sheet.add((Ink::Shadow, Contour::None, 0), true, std::slice::from_mut(line));
        }
        let (depths, mut parts) = figure.depths();
        order.follow(&depths);
        let mut last = TRUNK;
        let mut group = Part::new(camera, 0);
        for piece in order.0.iter().copied() {
            let mut part = Part::new(camera, figure.far(piece));
            if piece >= PROP {
                std::mem::swap(&mut part, &mut parts[piece - PROP]);
            } else {
                figure.part(piece, &mut part);
            }
            figure.done |= 1 << piece;
            if figure.goes_on(last, piece) || (part.cord > 0 && part.cord == group.cord) {
                group.add(part);
            } else {
                group.paint(&mut sheet);
                group = part;
            }
            last = piece;
        }
        group.paint(&mut sheet);
        sheet.shapes()
    }

    /// The outlines of the body's parts as `camera` sees them: closed lines, all in the same direction, together the silhouette.
    #[must_use]
    pub fn silhouette(bones: &Skeleton, camera: &Camera) -> Vec<Vec<Point>> {
        let mut lines = Vec::new();
        for loft in Body::of(bones, [0.0; 2]).bare() {
            lines.extend(outline(loft, camera));
        }
        for line in &mut lines {
            turn_right(line);
        }
        lines
    }

    /// The nearness of the middle of every piece, and the parts of the props.
    fn depths(&mut self) -> (Vec<f32>, Vec<Part<'a>>) {
        let (bones, camera) = (self.bones, self.camera);
        let trunk = camera.nearness(bones.hips.towards(bones.shoulders, 0.5));
        let (mut depths, mut rooms) = (vec![trunk; PROP], Vec::with_capacity(64));
        for (piece, depth) in depths.iter_mut().enumerate() {
            let (lofts, nearer) = &PIECES[piece / 2];
            let loft = self.body.loft(lofts[piece % 2], piece);
            let [from, to] = loft.ends();
            rooms.push(from.centre);
            rooms.push(to.centre);
            *depth = camera.nearness(loft.middle()) + nearer;
        }
        depths[TRUNK] = trunk;
        depths[HEAD] = camera.nearness(bones.neck + bones.head.up * 0.06) + 0.07;
        for side in 0..2 {
            let half_way = |piece: Piece| (depths[piece + side] + depths[piece + 2 + side]) * 0.5;
            self.far[side] = steps(camera.nearness(bones.hips) + 0.006 - half_way(THIGH), 0.045);
            self.far[2 + side] = steps(trunk + 0.03 - half_way(UPPER), 0.055);
            let (shank, foot) = (depths[SHANK + side], &mut depths[FOOT + side]);
            if *foot > shank - 0.07 {
                *foot = foot.max(shank + 0.001);
            }
        }
        let mut pieces = Pieces { camera, depths, rooms, parts: Vec::new(), balls: None };
        for prop in self.look.props {
            pieces.prop(bones, Some(&self.body), prop, self.look.time);
        }
        (pieces.depths, pieces.parts)
    }

    /// True for two pieces of a limb that follow each other in depth and are little bent: no line lies between them.
    fn goes_on(&self, one: Piece, other: Piece) -> bool {
        let (low, high) = if one < other { (one, other) } else { (other, one) };
        // Of one side, and neighbours.
        if high - low != 2 || low < UPPER || high >= PROP {
            return false;
        }
        let way = |loft: LoftName| way(self.body.loft(loft, low % 2));
        low >= FORE || way(LoftName::UpperArm).dot(way(LoftName::Forearm)) > 0.7
    }

    const fn far(&self, piece: Piece) -> u8 {
        match piece {
            THIGH..UPPER => self.far[piece % 2],
            UPPER..PROP => self.far[2 + piece % 2],
            _ => 0,
        }
    }

    const fn is_done(&self, piece: Piece) -> bool {
        self.done >> piece & 1 == 1
    }

    /// Adds a piece to `part`.
    fn part(&self, piece: Piece, part: &mut Part) {
        let side = piece % 2;
        match piece - side {
            THIGH => {
                self.paint(&plan::THIGH, side, part);
                if self.is_done(TRUNK) {
                    self.paint(&plan::HIP, side, part);
                }
                self.paint(&plan::THIGH_SURFACE, side, part);
            }
            SHANK => self.paint(&plan::SHANK, side, part),
            FOOT => self.paint(if self.look.barefoot { &plan::FOOT } else { &plan::SHOE }, side, part),
            UPPER => self.paint(&plan::UPPER_ARM, side, part),
            FORE => self.paint(&plan::FOREARM, side, part),
            HAND => {
                self.paint(&plan::HAND, side, part);
                self.between_fingers(side, part);
            }
            _ if piece == TRUNK => self.trunk(part),
            _ => self.head(part),
        }
    }

    fn trunk(&self, part: &mut Part) {
        self.paint(&plan::TRUNK, 0, part);
        self.paint_both(&plan::TRUNK_SIDE, part);
        // Of two that end at one ring, the one whose end is turned away comes last.
        let pelvis = &self.bones.pelvis;
        let sits = self.bones.legs.iter().all(|leg| (leg.hip - leg.knee).unit().dot(pelvis.up) < 0.55);
        let lap_hides = sits && pelvis.forward.dot(self.camera.eye) > 0.0;
        let from_above = pelvis.up.dot(self.camera.eye) > 0.0 && !lap_hides;
        for &is_vest in &[!from_above, from_above] {
            if is_vest {
                self.paint(&plan::VEST, 0, part);
                continue;
            }
            self.paint(&plan::SHORTS, 0, part);
            self.paint_both(&plan::SHORTS_SIDE, part);
            for side in (0..2).filter(|side| self.is_done(THIGH + side)) {
                self.paint(&plan::HIP, side, part);
            }
        }
        self.paint(&plan::TRUNK_MUSCLES, 0, part);
    }

    fn head(&self, part: &mut Part) {
        self.paint_both(&plan::FAR_EAR, part);
        self.paint(&plan::HEAD, 0, part);
        self.paint(&plan::HAIR, 0, part);
        self.paint_both(&plan::NEAR_EAR, part);
    }

    /// Adds the lines between two fingers, where the back of the hand or the palm faces the viewer.
    fn between_fingers(&self, side: usize, part: &mut Part) {
        if self.body.loft(LoftName::Palm, side).section(0).front.dot(self.camera.eye).abs() <= 0.35 {
            return;
        }
        let fingers = LoftName::FINGERS.map(|name| self.body.loft(name, side));
        for (one, other) in fingers.iter().zip(&fingers[1..]) {
            let between = |(one, other): (&CrossSection, &CrossSection)| one.centre.towards(other.centre, 0.5);
            let line = one.0.iter().zip(&other.0).take(3).map(|pair| self.camera.point(between(pair)));
            part.line(Layer::Lines, Ink::Inner, line.collect());
        }
    }

    // Plans --------------------------------------------------------------------------------------------------------------

    fn paint_both(&self, steps: &[PlanStep], part: &mut Part) {
        for side in 0..2 {
            self.paint(steps, side, part);
        }
    }

    /// Adds what a plan says of a side to `part`.
    fn paint(&self, steps: &[PlanStep], side: usize, part: &mut Part) {
        for step in steps.iter().filter(|step| self.holds(step.when.0, side) == step.when.1) {
            self.paint_step(step, side, part);
        }
    }

    fn paint_step(&self, step: &PlanStep, side: usize, part: &mut Part) {
        let (loft, [from, to], over) = (self.body.loft(step.loft, side), step.range(), step.thickness());
        let surface = Surface::worn(loft, self.camera, over);
        let worn = || loft.cut(from, to).grown(over);
        let mut panel = |layer: Layer, ink: Ink, strips: &[Strip]| {
            part.areas(layer, (ink, Contour::Fine, 0), surface.patch(strips));
        };
        match step.paint {
            Paint::Edge => part.edge(&worn()),
            Paint::Lined(ink) => part.lined(&worn(), ink),
            Paint::Filled(ink) => part.fill(&worn(), ink),
            Paint::Shaded(ink, fade) => {
                part.shade(&surface, ink, [from, to], fade.map(|share| f32::from(share) * 0.01));
            }
            Paint::Hem => part.hem(&surface, from),
            Paint::Crease(ink, least, places) | Paint::Twins(ink, least, places) => {
                let count = if matches!(step.paint, Paint::Twins(..)) { 2 } else { 1 };
                for twin in 0..count {
                    crease(part, &surface, (ink, least), places, twin == 1);
                }
            }
            Paint::Panel(layer, ink, strips) => panel(layer, ink, strips),
            Paint::TwinPanels(layer, ink, strips) => {
                panel(layer, ink, strips);
                panel(layer, ink, &twin(strips));
            }
            Paint::Band(ink) => {
                let front = Surface::of(&worn(), self.camera).front();
                part.areas(Layer::Panels, (ink, Contour::Fine, 0), front.into_iter().collect());
            }
            Paint::Muscles(region) => mark(part, &self.look.muscles, region, &surface),
            Paint::Next(contour) => part.go_on(contour),
        }
    }

    /// True if one of its props is so.
    fn wears(&self, is_so: fn(&Prop) -> bool) -> bool {
        self.look.props.iter().any(is_so)
    }

    /// True if a fact holds for a side.
    fn holds(&self, fact: Fact, side: usize) -> bool {
        let (eye, head) = (self.camera.eye, &self.bones.head);
        // Straightness of the hip: 1 standing, 0 from a right angle on.
        let upright = || {
            let leg = &self.bones.legs[side];
            smooth((leg.hip - leg.knee).unit().dot(self.bones.pelvis.up), 0.4, 0.8)
        };
        let ear = head.right.dot(eye) * sign(side);
        match fact {
            Fact::Always => true,
            Fact::OverTrunk => self.is_done(TRUNK),
            Fact::OverThigh => self.is_done(THIGH + side),
            Fact::OverShank => self.is_done(SHANK + side),
            Fact::OverUpperArm => self.is_done(UPPER + side),
            Fact::OverForearm => self.is_done(FORE + side),
            Fact::OverHand => self.is_done(HAND + side),
            Fact::PointsHere => way(self.body.loft(LoftName::Thigh, side)).dot(eye) > 0.0,
            Fact::Upright => upright() > 0.3,
            Fact::StandsOverTrunk => self.is_done(TRUNK) && upright() > 0.5,
            Fact::SeatIsSeen => self.bones.pelvis.forward.dot(eye) < 0.5,
            Fact::Works => working(self.bones)[side],
            Fact::OverBareFoot => self.look.barefoot && self.is_done(FOOT + side),
            Fact::SoleIsSeen => self.body.loft(LoftName::RearFoot, side).section(0).front.dot(eye) < -0.05,
            Fact::EarIsFar => (-0.5..=0.0).contains(&ear),
            Fact::EarIsNear => ear > 0.0,
            Fact::FacesAway => head.forward.dot(eye) < -0.3,
            Fact::EyesClosed => self.wears(|prop| matches!(prop, Prop::EyesClosed)),
            Fact::Backpack => self.wears(|prop| matches!(prop, Prop::Backpack)),
        }
    }
}

/// Adds a line on a surface, or its twin on the other side.
fn crease(part: &mut Part, surface: &Surface, (ink, least): (Ink, u8), places: &[SurfacePlace], is_twin: bool) {
    let mut places = places.iter().map(|[along, angle]| {
        let angle = if is_twin { 180 - angle } else { *angle };
        [f32::from(*along) * 0.0001, f32::from(angle)]
    });
    part.crease(surface, &mut places, f32::from(least) * 0.01, ink);
}

/// A distance up to 0.16 in steps from 0 to 4.
fn steps(distance: f32, least: f32) -> u8 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 4")]
    let steps = (4.0 * smooth(distance, least, 0.16)).round_ties_even() as u8;
    steps
}
