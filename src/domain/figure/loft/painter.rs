//! Paints the lofts of a body from far to near.
//!
//! Each piece is painted in two passes: the contour of all its parts, then their areas. Where a piece grows out of one that is painted
//! already, its areas go on into it and its contour does not: no seam shows, and the line where it covers the other one stays.

use super::body::{Body, way};
use super::foot::{FootAxes, over_sole, shoe_sole};
use super::muscles::{Region, mark, working};
use super::outline::outline;
use super::paint::{Contour, Ink, Shape, Sheet, turned_right};
use super::part::{Layer, Part};
use super::props;
use super::section::{Loft, smooth};
use super::shadow::shadows;
use super::surface::{Strip, Surface, strip};
use crate::domain::figure::body::{Muscles, Skeleton, sign};
use crate::domain::figure::camera::Camera;
use crate::domain::figure::motion::Prop;
use crate::domain::figure::view::Point;

/// The end of the top and the beginning of the shorts, along the trunk.
const WAISTBAND: f32 = 0.195;
/// The end of the shorts, along the thigh.
const HEM: f32 = 0.60;
/// Thickness of cloth.
pub(super) const CLOTH: f32 = 0.003;

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

/// A figure seen by a camera.
pub struct Figure<'a> {
    bones: &'a Skeleton,
    camera: &'a Camera,
    look: Look<'a>,
    body: Body,
    /// The pieces painted so far, a bit each.
    done: u64,
    /// Distance of each piece behind the trunk, in steps from 0 to 4.
    far: [u8; PROP],
}

/// A piece of the figure with a depth of its own, by its number. Those of the limbs have one for each side, and the parts of props
/// follow after all others.
type Piece = usize;
const TRUNK: Piece = 0;
const HEAD: Piece = 1;
const THIGH: Piece = 2;
const SHANK: Piece = 4;
const FOOT: Piece = 6;
const UPPER: Piece = 8;
const FORE: Piece = 10;
const HAND: Piece = 12;
const PROP: Piece = 14;

/// The pieces of the last picture, from far to near.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order(Vec<Piece>);

/// Least distance by which a piece is nearer than the one after it, to change places with it.
const CLEARLY: f32 = 0.012;

impl Order {
    /// Takes over the order of `depths`, but for what is as near as another piece, or nearly.
    fn follow(&mut self, depths: &[f32]) {
        let mut sorted: Vec<Piece> = (0..depths.len()).collect();
        settle(&mut sorted, depths, 0.0);
        if self.0.len() == depths.len() {
            settle(&mut self.0, depths, CLEARLY);
            // A chain of small differences may hide a large one: then all are sorted anew.
            let is_right = |(one, other): (&Piece, &Piece)| (depths[*one] - depths[*other]).abs() <= 4.0 * CLEARLY;
            if self.0.iter().zip(&sorted).all(is_right) {
                return;
            }
        }
        self.0 = sorted;
    }
}

/// Lets neighbours change places until none lies nearer by `clearly` than the one after it.
fn settle(order: &mut [Piece], depths: &[f32], clearly: f32) {
    for _ in 0..order.len() {
        for at in 1..order.len() {
            if depths[order[at - 1]] > depths[order[at]] + clearly {
                order.swap(at - 1, at);
            }
        }
    }
}

impl<'a> Figure<'a> {
    /// The shapes of `bones` as `camera` sees them, in the order in which they are painted. `order` is that of the picture before:
    /// it changes only where a piece lies clearly before another one that it lay behind, so that nothing flickers.
    #[must_use]
    pub fn shapes(bones: &'a Skeleton, camera: &'a Camera, look: Look<'a>, order: &mut Order) -> Vec<Shape> {
        let body = Body::of(bones, props::fists(look.props, look.time));
        let mut figure = Self { bones, camera, look, body, done: 0, far: [0; PROP] };
        let mut sheet = Sheet::default();
        for shadow in shadows(bones, look.props, camera) {
            sheet.add((Ink::Shadow, Contour::None, 0), true, &[&shadow]);
        }
        let (depths, mut parts) = figure.depths();
        order.follow(&depths);
        let mut last = TRUNK;
        let mut group = Part::new(camera, 0);
        for piece in order.0.iter().copied() {
            let mut part = Part::new(camera, figure.far.get(piece).copied().unwrap_or_default());
            if piece >= PROP {
                std::mem::swap(&mut part, &mut parts[piece - PROP]);
            } else {
                figure.part(piece, &mut part);
            }
            figure.done |= 1 << piece;
            if figure.goes_on(last, piece) {
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
        Body::of(bones, [false; 2]).each(&mut |loft| lines.extend(outline(loft, camera).into_iter().map(turned_right)));
        lines
    }

    /// The nearness of the middle of every piece, and the parts of the props.
    fn depths(&mut self) -> (Vec<f32>, Vec<Part<'a>>) {
        let (body, camera) = (self.bones, self.camera);
        let near = |loft: &Loft| camera.nearness(loft.middle());
        let trunk = camera.nearness(body.hips.towards(body.shoulders, 0.5));
        let mut depths = Vec::with_capacity(32);
        depths.resize(PROP, trunk);
        depths[HEAD] = camera.nearness(body.neck + body.head.up * 0.06) + 0.07;
        for side in [0, 1] {
            let arm = &self.body.arms[side];
            let (upper, fore) = (near(&arm.upper), near(&arm.fore));
            let far = steps(trunk - (upper + fore) * 0.5, 0.055, 0.16);
            for piece in [UPPER, FORE, HAND] {
                self.far[piece + side] = far;
            }
            // An arm at the side lies before the trunk that it hides a little of.
            depths[UPPER + side] = upper + 0.03;
            depths[FORE + side] = fore + 0.03;
            depths[HAND + side] = near(&arm.hand.palm) + 0.03;
            let leg = &self.body.legs[side];
            let (thigh, shank, foot) = (near(&leg.thigh), near(&leg.shank), near(&leg.foot[0]));
            let far = steps(camera.nearness(body.hips) - (thigh + shank) * 0.5, 0.045, 0.16);
            for piece in [THIGH, SHANK, FOOT] {
                self.far[piece + side] = far;
            }
            depths[THIGH + side] = thigh + 0.012;
            depths[SHANK + side] = shank;
            depths[FOOT + side] = if foot > shank - 0.07 { foot.max(shank + 0.001) } else { foot };
        }
        let limbs = [THIGH, SHANK, FOOT].map(|limb| [depths[limb], depths[limb + 1]]);
        let mut parts = Vec::new();
        for prop in self.look.props {
            props::parts(body, &self.body, camera, prop, self.look.time, &limbs, &mut |depth, part| {
                depths.push(depth);
                parts.push(part);
            });
        }
        (depths, parts)
    }

    /// True for two pieces of a limb that follow each other in depth and are little bent: no line lies between them.
    fn goes_on(&self, one: Piece, other: Piece) -> bool {
        let (low, high) = if one < other { (one, other) } else { (other, one) };
        // Of one side, and neighbours.
        if high - low != 2 || low < UPPER || high >= PROP {
            return false;
        }
        let arm = &self.body.arms[low % 2];
        low >= FORE || way(&arm.upper).dot(way(&arm.fore)) > 0.7
    }

    const fn is_done(&self, piece: Piece) -> bool {
        self.done >> piece & 1 == 1
    }

    /// Adds a piece to `part`.
    fn part(&self, piece: Piece, part: &mut Part) {
        let side = piece % 2;
        match piece - side {
            THIGH => self.thigh(side, part),
            SHANK => self.shank(side, part),
            FOOT => self.foot(side, part),
            UPPER => self.upper_arm(side, part),
            FORE => self.forearm(side, part),
            HAND => self.hand(side, part),
            _ if piece == TRUNK => self.trunk(part),
            _ => self.head(part),
        }
    }

    // The trunk ----------------------------------------------------------------------------------------------------------

    fn trunk(&self, part: &mut Part) {
        let (camera, trunk, neck) = (self.camera, &self.body.trunk, &self.body.neck);
        let (top, shorts) = (trunk.cut(WAISTBAND, 0.745).grown(0.0015), trunk.cut(-0.15, WAISTBAND).grown(CLOTH));
        part.lined(neck, Ink::Skin);
        part.lined(&trunk.cut(0.7, 1.15), Ink::Skin);
        part.edge(&top);
        let mut bottom = part.edge(&shorts);
        for side in [0, 1] {
            let (arm, leg) = (&self.body.arms[side], &self.body.legs[side]);
            if !self.is_done(UPPER + side) {
                arm.armpit
                    .iter()
                    .chain([&arm.upper.cut(-0.15, 0.16), &arm.collar])
                    .for_each(|loft| part.lined(loft, Ink::Skin));
            }
            let buttock = part.edge(&leg.buttock);
            // Where the thigh is painted already, `hip` covers the seam.
            if !self.is_done(THIGH + side) {
                bottom.extend(buttock);
                bottom.extend(part.edge(&leg.thigh.cut(-0.10, 0.12).grown(CLOTH)));
            }
        }
        part.shade(&Surface::of(neck, camera), Ink::Skin, [0.05, 0.8], [0.5, 0.0]);
        let skin = Surface::of(trunk, camera);
        part.shade(&skin, Ink::Skin, [0.7, 1.05], [0.0, 0.5]);
        for turn in [-1.0, 1.0] {
            let collar_bone = [[1.035, 28.0], [1.03, 17.0], [1.01, 6.0]].map(|[at, aside]| [at, 90.0 + turn * aside]);
            part.crease(&skin, &collar_bone, 0.12, Ink::Inner);
        }
        // Of two that end at one ring, the one whose end is turned away comes last.
        let pelvis = &self.bones.pelvis;
        let sits = self.bones.legs.iter().all(|leg| (leg.hip - leg.knee).unit().dot(pelvis.up) < 0.55);
        let lap_hides = sits && pelvis.forward.dot(camera.eye) > 0.0;
        let from_above = pelvis.up.dot(camera.eye) > 0.0 && !lap_hides;
        for is_top in [!from_above, from_above] {
            part.go_on(Contour::Full);
            if is_top {
                self.top(&top, part);
                continue;
            }
            part.fill_areas(std::mem::take(&mut bottom), Ink::Shorts);
            part.shade_whole(&shorts, Ink::Shorts);
            (0..2).filter(|side| self.is_done(THIGH + side)).for_each(|side| self.hip(side, part));
            part.hem(&Surface::of(&shorts, camera), WAISTBAND);
        }
        part.go_on(Contour::Full);
        self.mark(part, Region::Trunk, &trunk.clone().grown(CLOTH));
    }

    /// A vest: a band of the trunk, and panels with straps on its surface.
    fn top(&self, band: &Loft, part: &mut Part) {
        let trunk = self.body.trunk.clone().grown(0.0012);
        let (surface, look) = (Surface::of(&trunk, self.camera), (Ink::Top, Contour::Fine, 0));
        for (at, strips) in [&VEST_FRONT[..], &VEST_BACK, &STRAP_FRONT, &STRAP_BACK].into_iter().enumerate() {
            part.areas(Layer::Panels, look, surface.patch(strips));
            if at > 1 {
                part.areas(Layer::Panels, look, surface.patch(&twin(strips)));
            }
        }
        part.areas(Layer::Panels, look, Surface::of(band, self.camera).front().into_iter().collect());
        part.shade(&surface, Ink::Top, [WAISTBAND, 0.86], [0.0, 0.35]);
        let spine = [[0.24, 270.0], [0.35, 270.0], [0.5, 270.0], [0.65, 270.0], [0.78, 270.0]];
        part.crease(&surface, &spine, 0.3, Ink::Inner);
    }

    /// Adds the working muscles of a region.
    fn mark(&self, part: &mut Part, region: Region, loft: &Loft) {
        mark(part, &self.look.muscles, region, &Surface::of(loft, self.camera));
    }

    // Legs ---------------------------------------------------------------------------------------------------------------

    fn thigh(&self, side: usize, part: &mut Part) {
        let leg = &self.body.legs[side];
        let (short, bare) = (leg.thigh.cut(-0.14, HEM).grown(CLOTH), leg.thigh.cut(HEM, 1.0));
        let over_trunk = self.is_done(TRUNK);
        part.edge(&short.cut(if over_trunk { 0.06 } else { -0.14 }, HEM));
        part.lined(&bare, Ink::Skin);
        // Where the thigh points at the viewer, the knee hides the hem.
        let points_here = way(&leg.thigh).dot(self.camera.eye) > 0.0;
        if points_here {
            part.fill(&short, Ink::Shorts);
            part.fill(&bare, Ink::Skin);
        }
        if self.is_done(SHANK + side) {
            part.fill(&leg.knee, Ink::Skin);
            part.fill(&leg.shank.cut(0.0, 0.2), Ink::Skin);
        }
        if !points_here {
            part.fill(&short, Ink::Shorts);
        }
        part.shade_whole(&bare, Ink::Skin);
        if over_trunk {
            self.hip(side, part);
            if self.is_upright(side) > 0.5 {
                let shorts = self.body.trunk.cut(-0.15, WAISTBAND).grown(CLOTH);
                part.hem(&Surface::of(&shorts, self.camera), WAISTBAND);
            }
        }
        let surface = Surface::of(&short, self.camera);
        part.shade(&surface, Ink::Shorts, [-0.14, HEM], [0.0; 2]);
        part.hem(&surface, HEM);
        if working(self.bones)[side] {
            self.mark(part, Region::Thigh, &leg.thigh.clone().grown(CLOTH));
        }
        let surface = Surface::of(&leg.thigh, self.camera);
        for turn in [1.0, -1.0] {
            let places = [[0.90, 90.0 + turn * 38.0], [0.94, 90.0 + turn * 32.0], [0.985, 90.0 + turn * 28.0]];
            part.crease(&surface, &places, 0.3, Ink::Inner);
        }
    }

    /// Straightness of the hip: 1 standing, 0 from a right angle on.
    fn is_upright(&self, side: usize) -> f32 {
        let leg = &self.bones.legs[side];
        smooth((leg.hip - leg.knee).unit().dot(self.bones.pelvis.up), 0.4, 0.8)
    }

    /// The seam of thigh and pelvis: covers the lines between them, but leaves the crease in front of a bent hip.
    fn hip(&self, side: usize, part: &mut Part) {
        let leg = &self.body.legs[side];
        let root = leg.thigh.cut(-0.03, 0.36).grown(CLOTH);
        let surface = Surface::of(&root, self.camera);
        if self.is_upright(side) > 0.3 {
            let fold = [[0.20, 300.0], [0.235, 280.0], [0.24, 255.0], [0.21, 225.0]];
            part.crease(&surface, &fold, 0.3, Ink::Inner);
        }
        part.shade(&surface, Ink::Shorts, [0.0, 0.36], [0.7, 0.0]);
        // Seen from the front, the buttock lies behind the pelvis.
        if self.bones.pelvis.forward.dot(self.camera.eye) < 0.5 {
            part.fill(&leg.buttock, Ink::Shorts);
        }
        part.fill(&leg.hip, Ink::Shorts);
        part.fill(&root, Ink::Shorts);
        if working(self.bones)[side] {
            self.mark(part, Region::Buttock, &leg.buttock);
        }
    }

    fn shank(&self, side: usize, part: &mut Part) {
        let leg = &self.body.legs[side];
        part.lined(&leg.shank, Ink::Skin);
        part.lined(&leg.knee, Ink::Skin);
        if self.is_done(THIGH + side) {
            part.fill(&leg.thigh.cut(0.84, 1.0), Ink::Skin);
        }
        if self.is_done(FOOT + side) && self.look.barefoot {
            part.fill(&leg.foot[0].cut(-0.03, 0.03), Ink::Skin);
        }
        let surface = Surface::of(&leg.shank, self.camera);
        part.shade(&surface, Ink::Skin, [0.0, 1.0], [0.0; 2]);
        part.crease(&surface, &[[0.30, 268.0], [0.42, 262.0], [0.52, 268.0]], 0.45, Ink::Inner);
        if working(self.bones)[side] {
            mark(part, &self.look.muscles, Region::Shank, &surface);
        }
    }

    fn foot(&self, side: usize, part: &mut Part) {
        let leg = &self.body.legs[side];
        let [rear, toes] = &leg.foot;
        if !self.look.barefoot {
            return self.shoe(side, part);
        }
        part.lined(rear, Ink::Skin);
        part.lined(toes, Ink::Skin);
        if self.is_done(SHANK + side) {
            part.fill(&leg.shank.cut(0.80, 1.0), Ink::Skin);
        }
        part.shade_whole(rear, Ink::Skin);
        if working(self.bones)[side] {
            self.mark(part, Region::Foot, rear);
        }
        let surface = Surface::of(toes, self.camera);
        for angle in [40.0, 65.0, 90.0, 115.0] {
            part.crease(&surface, &[[0.012, angle], [0.024, angle], [0.034, angle]], 0.12, Ink::Inner);
        }
        let ankle = [[0.93, -25.0], [0.965, 0.0], [1.0, -10.0]];
        part.crease(&Surface::of(&leg.shank, self.camera), &ankle, 0.12, Ink::Inner);
    }

    fn shoe(&self, side: usize, part: &mut Part) {
        let leg = &self.body.legs[side];
        let collar = leg.shank.cut(0.90, 1.0).grown(0.0035);
        let collar = Loft(collar.ends().map(|end| *end).to_vec());
        let (uppers, soles) = (leg.foot.each_ref().map(over_sole), leg.foot.each_ref().map(shoe_sole));
        part.shade_whole(&uppers[0], Ink::Shoe);
        part.hem(&Surface::of(&collar, self.camera), 0.90);
        // Seen from below, the sole lies before the shoe.
        let from_below = FootAxes::of(self.bones, side).up.dot(self.camera.eye) < -0.05;
        for is_sole in [!from_below, from_below] {
            if is_sole {
                for loft in &soles {
                    part.lined(loft, Ink::Sole);
                }
            } else {
                uppers.iter().chain([&collar]).for_each(|loft| part.lined(loft, Ink::Shoe));
            }
        }
    }

    // Arms ---------------------------------------------------------------------------------------------------------------

    fn upper_arm(&self, side: usize, part: &mut Part) {
        let arm = &self.body.arms[side];
        if self.is_done(TRUNK) {
            part.lined(&arm.upper.cut(0.10, 1.0), Ink::Skin);
            part.fill(&arm.upper.cut(-0.15, 0.2), Ink::Skin);
        } else {
            part.lined(&arm.upper, Ink::Skin);
            arm.armpit.iter().for_each(|loft| part.lined(loft, Ink::Skin));
        }
        if self.is_done(FORE + side) {
            part.fill(&arm.elbow, Ink::Skin);
            part.fill(&arm.fore.cut(0.0, 0.18), Ink::Skin);
        }
        part.shade_whole(&arm.upper, Ink::Skin);
        self.mark(part, Region::UpperArm, &arm.upper);
    }

    fn forearm(&self, side: usize, part: &mut Part) {
        let arm = &self.body.arms[side];
        part.lined(&arm.fore, Ink::Skin);
        part.lined(&arm.elbow, Ink::Skin);
        if self.is_done(UPPER + side) {
            part.fill(&arm.upper.cut(0.82, 1.0), Ink::Skin);
        }
        if self.is_done(HAND + side) {
            part.fill(&arm.hand.palm.cut(-0.1, 0.3), Ink::Skin);
        }
        part.shade_whole(&arm.fore, Ink::Skin);
        self.mark(part, Region::Forearm, &arm.fore);
    }

    fn hand(&self, side: usize, part: &mut Part) {
        let arm = &self.body.arms[side];
        let hand = &arm.hand;
        hand.fingers.iter().chain([&hand.thumb, &hand.palm]).for_each(|loft| part.lined(loft, Ink::Skin));
        if self.is_done(FORE + side) {
            part.fill(&arm.fore.cut(0.84, 1.0), Ink::Skin);
        }
        // Between two fingers, where the back of the hand or the palm faces the viewer.
        if hand.inside.dot(self.camera.eye).abs() > 0.35 {
            for pair in hand.fingers.windows(2) {
                let between = |at: usize| pair[0].0[at].centre.towards(pair[1].0[at].centre, 0.5);
                let line = [0, 1, 2].map(|at| self.camera.point(between(at)));
                part.line(Layer::Lines, Ink::Inner, line.to_vec());
            }
        }
    }

    // The head -----------------------------------------------------------------------------------------------------------

    fn head(&self, part: &mut Part) {
        let (camera, axes) = (self.camera, self.bones.head);
        let (head, neck) = (&self.body.head, &self.body.neck);
        let sideways = axes.right.dot(camera.eye);
        // An ear is seen behind the head, or before it.
        let ears = |part: &mut Part, is_before: bool| {
            for side in [0, 1] {
                let turned = sideways * sign(side);
                if turned >= -0.5 && (turned > 0.0) == is_before {
                    let ear = &self.body.ears[side];
                    part.go_on(Contour::Fine);
                    part.lined(ear, Ink::Skin);
                    if is_before {
                        let rim = [[0.25, 20.0], [0.59, 50.0], [0.86, 30.0]];
                        part.crease(&Surface::of(ear, camera), &rim, 0.12, Ink::Inner);
                    }
                }
            }
        };
        ears(part, false);
        part.go_on(Contour::Full);
        part.lined(head, Ink::Skin);
        part.lined(&self.body.nose, Ink::Skin);
        let surface = Surface::of(head, camera);
        part.shade(&surface, Ink::Skin, [0.006, 0.12], [0.35, 0.4]);
        self.face(&surface, part);
        part.go_on(Contour::Fine);
        self.hair(part);
        if axes.forward.dot(camera.eye) < -0.3 {
            // From behind, the neck hides the jaw.
            let nape = neck.cut(0.30, 0.80);
            part.go_on(Contour::Full);
            part.lined(&nape, Ink::Skin);
            part.fill(neck, Ink::Skin);
            part.shade_whole(&nape, Ink::Skin);
        }
        ears(part, true);
    }

    fn face(&self, head: &Surface, part: &mut Part) {
        let eyes_closed = self.look.props.contains(&Prop::EyesClosed);
        for turn in [1.0, -1.0] {
            let mut draw = |places: &[[f32; 2]], ink: Ink| {
                let places: Vec<_> = places.iter().map(|[height, aside]| [*height, 90.0 - turn * aside]).collect();
                part.crease(head, &places, 0.12, ink);
            };
            draw(&[[0.0835, 44.0], [0.0865, 32.0], [0.0850, 16.0]], Ink::Brow);
            if eyes_closed {
                let arc = [[0.0728, 45.0], [0.0686, 39.0], [0.0670, 32.0], [0.0686, 25.0], [0.0728, 19.0]];
                draw(&arc, Ink::Inner);
                continue;
            }
            draw(&[[0.0725, 41.0], [0.0742, 33.0], [0.0722, 23.0]], Ink::Brow);
            let (faces, at) = head.facing(0.0718, 90.0 - turn * 32.0);
            if faces > 0.22 {
                // A short stroke with round ends is a pupil.
                let at = self.camera.point(at);
                part.line(Layer::Lines, Ink::Brow, vec![at.moved(0.0, 0.0018), at.moved(0.0, -0.0018)]);
            }
        }
        part.crease(head, &[[0.0325, 70.0], [0.0318, 90.0], [0.0325, 110.0]], 0.12, Ink::Inner);
        let nose = Surface::of(&self.body.nose, self.camera);
        part.crease(&nose, &[[1.0, 30.0], [1.0, 90.0], [1.0, 150.0]], 0.12, Ink::Inner);
    }

    /// A cap of hair with a broken hairline.
    fn hair(&self, part: &mut Part) {
        let hair = self.body.head.clone().grown(0.0055);
        part.lined(&hair.cut(0.111, 0.131), Ink::Hair);
        let surface = Surface::of(&hair, self.camera);
        for strips in [&HAIRLINE[..], &twin(&HAIRLINE)] {
            part.areas(Layer::First, (Ink::Hair, Contour::Fine, 0), surface.patch(strips));
        }
    }
}

/// The same strips on the other side.
pub(super) fn twin(strips: &[Strip]) -> Vec<Strip> {
    strips.iter().map(|[at, from, to]| [*at, 180 - to, 180 - from]).collect()
}

/// A number of steps from 0 to 4.
fn steps(value: f32, from: f32, to: f32) -> u8 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 4")]
    let steps = (4.0 * smooth(value, from, to)).round_ties_even() as u8;
    steps
}

static VEST_FRONT: [Strip; 4] =
    [strip(0.73, -5, 185), strip(0.78, 20, 160), strip(0.82, 32, 148), strip(0.87, 37, 143)];
static VEST_BACK: [Strip; 5] =
    [strip(0.73, 175, 365), strip(0.78, 198, 342), strip(0.84, 212, 328), strip(0.90, 218, 322), strip(0.94, 221, 319)];
/// The right strap, before and behind the shoulder.
static STRAP_FRONT: [Strip; 8] = [
    strip(0.865, 36, 92),
    strip(0.885, 38, 78),
    strip(0.91, 39, 67),
    strip(0.95, 38, 60),
    strip(1.0, 34, 54),
    strip(1.04, 24, 46),
    strip(1.065, 2, 36),
    strip(1.085, -12, 22),
];
static STRAP_BACK: [Strip; 7] = [
    strip(0.935, 269, 320),
    strip(0.95, 291, 321),
    strip(0.98, 301, 323),
    strip(1.01, 307, 327),
    strip(1.04, 314, 336),
    strip(1.065, 324, 358),
    strip(1.085, 338, 372),
];
/// The hair on the right side of the head: by the height, from the hairline to the middle of the back.
static HAIRLINE: [Strip; 18] = [
    strip(0.028, 232, 270),
    strip(0.035, 216, 270),
    strip(0.042, 206, 270),
    strip(0.048, 196, 270),
    strip(0.054, 182, 270),
    strip(0.058, 173, 270),
    strip(0.066, 170, 270),
    strip(0.074, 166, 270),
    strip(0.080, 166, 270),
    strip(0.086, 158, 270),
    strip(0.0940, 150, 270),
    strip(0.0985, 137, 270),
    strip(0.1010, 142, 270),
    strip(0.1045, 138, 270),
    strip(0.1075, 123, 270),
    strip(0.1100, 127, 270),
    strip(0.1135, 114, 270),
    strip(0.124, 90, 270),
];
