//! Paints the lofts of a body from far to near.
//!
//! Each piece is painted in two passes: the contour of all its parts, then their areas. Where a piece grows out of one that is painted
//! already, its areas go on into it and its contour does not: no seam shows, and the line where it covers the other one stays.

use super::body::{Body, way};
use super::foot::{FootAxes, over_sole, shoe_sole};
use super::muscles::{Region, mark, working, worn};
use super::outline::outline;
use super::paint::{Ink, Shape, Sheet, turned_right};
use super::part::Part;
use super::props;
use super::section::{Loft, smooth};
use super::shadow::shadows;
use super::surface::{Strip, dense, facing, front, patch};
use crate::domain::figure::body::{Muscles, Skeleton, sign};
use crate::domain::figure::camera::Camera;
use crate::domain::figure::motion::Prop;
use crate::domain::figure::view::Point;

/// The end of the top and the beginning of the shorts, along the trunk.
const WAISTBAND: f32 = 0.195;
/// The end of the shorts, along the thigh.
const HEM: f32 = 0.60;
/// Thickness of cloth.
const CLOTH: f32 = 0.003;

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
    done: Vec<Piece>,
    /// Distance of the limbs behind the trunk, in steps from 0 to 4.
    far_legs: [u8; 2],
    far_arms: [u8; 2],
}

/// A piece of the figure with a depth of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    Trunk,
    Head,
    Thigh(usize),
    Shank(usize),
    Foot(usize),
    Upper(usize),
    Fore(usize),
    Hand(usize),
    /// A part of a prop, by its number.
    Prop(usize),
}

/// The pieces of the last picture, from far to near.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order(Vec<Piece>);

/// Least distance by which a piece is nearer than the one after it, to change places with it.
const CLEARLY: f32 = 0.012;

impl Order {
    /// Takes over the order of `depths`, but for what is as near as another piece, or nearly.
    fn follow(&mut self, mut depths: Vec<(f32, Piece)>) {
        depths.sort_by(|one, other| one.0.total_cmp(&other.0));
        let is_known = self.0.len() == depths.len() && depths.iter().all(|(_, piece)| self.0.contains(piece));
        if is_known {
            let last = |piece: Piece| self.0.iter().position(|other| *other == piece);
            let sorted = depths.clone();
            depths.sort_by_key(|(_, piece)| last(*piece));
            // Neighbours change places until none lies clearly before the one after it.
            for _ in 0..depths.len() {
                let mut is_done = true;
                for at in 1..depths.len() {
                    if depths[at - 1].0 > depths[at].0 + CLEARLY {
                        depths.swap(at - 1, at);
                        is_done = false;
                    }
                }
                if is_done {
                    break;
                }
            }
            // A chain of small differences may hide a large one: then all are sorted anew.
            let is_wrong =
                depths.iter().zip(&sorted).any(|((depth, _), (right, _))| (depth - right).abs() > 4.0 * CLEARLY);
            if is_wrong {
                depths = sorted;
            }
        }
        self.0 = depths.into_iter().map(|(_, piece)| piece).collect();
    }
}

impl<'a> Figure<'a> {
    /// The shapes of `bones` as `camera` sees them, in the order in which they are painted. `order` is that of the picture before:
    /// it changes only where a piece lies clearly before another one that it lay behind, so that nothing flickers.
    #[must_use]
    pub fn shapes(bones: &'a Skeleton, camera: &'a Camera, look: Look<'a>, order: &mut Order) -> Vec<Shape> {
        let body = Body::of(bones, props::fists(look.props, look.time));
        let mut figure = Self { bones, camera, look, body, done: Vec::new(), far_legs: [0; 2], far_arms: [0; 2] };
        let mut sheet = Sheet::default();
        sheet.areas(Ink::Shadow, 0, &shadows(bones, look.props, camera));
        let mut last = None;
        let mut group = Part::default();
        let (depths, mut parts) = figure.depths();
        order.follow(depths);
        for piece in order.0.iter().copied() {
            let part = match piece {
                Piece::Prop(at) => std::mem::take(&mut parts[at]),
                piece => figure.part(piece),
            };
            figure.done.push(piece);
            if last.is_some_and(|last| figure.goes_on(last, piece)) {
                group.add(part);
            } else {
                std::mem::replace(&mut group, part).paint(camera, &mut sheet);
            }
            last = Some(piece);
        }
        group.paint(camera, &mut sheet);
        sheet.shapes()
    }

    /// The outlines of the body's parts as `camera` sees them: closed lines, all in the same direction, together the silhouette.
    #[must_use]
    pub fn silhouette(bones: &Skeleton, camera: &Camera) -> Vec<Vec<Point>> {
        let body = Body::of(bones, [false; 2]);
        let legs = body
            .legs
            .iter()
            .flat_map(|leg| [&leg.thigh, &leg.knee, &leg.shank, &leg.foot[0], &leg.foot[1], &leg.buttock, &leg.hip]);
        let arms = body.arms.iter().flat_map(|arm| {
            let hand = arm.hand.fingers.iter().chain([&arm.hand.palm, &arm.hand.thumb]);
            [&arm.upper, &arm.elbow, &arm.fore, &arm.collar].into_iter().chain(&arm.armpit).chain(hand)
        });
        let rest = [&body.trunk, &body.neck, &body.head, &body.nose, &body.ears[0], &body.ears[1]];
        rest.into_iter().chain(legs).chain(arms).flat_map(|loft| outline(loft, camera)).map(turned_right).collect()
    }

    /// The pieces, each with the nearness of its middle, and the parts of the props.
    fn depths(&mut self) -> (Vec<(f32, Piece)>, Vec<Part>) {
        let (body, camera) = (self.bones, self.camera);
        let near = |loft: &Loft| camera.nearness(loft.middle());
        let trunk = camera.nearness(body.hips.towards(body.shoulders, 0.5));
        let mut pieces =
            vec![(trunk, Piece::Trunk), (camera.nearness(body.neck + body.head.up * 0.06) + 0.07, Piece::Head)];
        for side in [0, 1] {
            let arm = &self.body.arms[side];
            let (upper, fore, hand) = (near(&arm.upper), near(&arm.fore), near(&arm.hand.palm));
            self.far_arms[side] = steps(trunk - (upper + fore) * 0.5, 0.055, 0.16);
            // An arm at the side lies before the trunk that it hides a little of.
            pieces.extend([
                (upper + 0.03, Piece::Upper(side)),
                (fore + 0.03, Piece::Fore(side)),
                (hand + 0.03, Piece::Hand(side)),
            ]);
            let leg = &self.body.legs[side];
            let (thigh, shank) = (near(&leg.thigh), near(&leg.shank));
            self.far_legs[side] = steps(camera.nearness(body.hips) - (thigh + shank) * 0.5, 0.045, 0.16);
            let foot = near(&leg.foot[0]);
            let foot = if foot > shank - 0.07 { foot.max(shank + 0.001) } else { foot };
            pieces.extend([
                (thigh + 0.012, Piece::Thigh(side)),
                (shank, Piece::Shank(side)),
                (foot, Piece::Foot(side)),
            ]);
        }
        let thighs = self.body.legs.each_ref().map(|leg| near(&leg.thigh) + 0.012);
        let legs = [thighs[0].min(thighs[1]), thighs[0].max(thighs[1])];
        let mut parts = Vec::new();
        for prop in self.look.props {
            for (depth, part) in props::parts(body, &self.body, camera, prop, self.look.time, legs) {
                pieces.push((depth, Piece::Prop(parts.len())));
                parts.push(part);
            }
        }
        (pieces, parts)
    }

    /// True for two pieces of a limb that follow each other in depth and are little bent: no line lies between them.
    fn goes_on(&self, one: Piece, other: Piece) -> bool {
        let body = &self.body;
        let straight = |from: &Loft, to: &Loft| way(from).dot(way(to)) > 0.7;
        let arm = |side: usize| straight(&body.arms[side].upper, &body.arms[side].fore);
        match (one, other) {
            (Piece::Upper(one), Piece::Fore(other)) | (Piece::Fore(one), Piece::Upper(other)) => {
                one == other && arm(one)
            }
            (Piece::Fore(one), Piece::Hand(other)) | (Piece::Hand(one), Piece::Fore(other)) => one == other,
            _ => false,
        }
    }

    fn is_done(&self, piece: Piece) -> bool {
        self.done.contains(&piece)
    }

    fn part(&self, piece: Piece) -> Part {
        match piece {
            Piece::Trunk => self.trunk(),
            Piece::Head => self.head(),
            Piece::Thigh(side) => self.thigh(side),
            Piece::Shank(side) => self.shank(side),
            Piece::Foot(side) if self.look.barefoot => self.bare_foot(side),
            Piece::Foot(side) => self.shoe(side),
            Piece::Upper(side) => self.upper_arm(side),
            Piece::Fore(side) => self.forearm(side),
            Piece::Hand(side) => self.hand(side),
            Piece::Prop(_) => Part::default(),
        }
    }

    // The trunk ----------------------------------------------------------------------------------------------------------

    fn trunk(&self) -> Part {
        let (trunk, neck) = (&self.body.trunk, &self.body.neck);
        let (top, shorts) = (trunk.cut(WAISTBAND, 0.745).grown(0.0015), trunk.cut(-0.15, WAISTBAND).grown(CLOTH));
        let mut part = Part::default();
        part.lined.extend([(neck.clone(), Ink::Skin), (trunk.cut(0.7, 1.15), Ink::Skin)]);
        let mut legs = Vec::new();
        for side in [0, 1] {
            let (arm, leg) = (&self.body.arms[side], &self.body.legs[side]);
            if !self.is_done(Piece::Upper(side)) {
                part.lined.extend(arm.armpit.iter().cloned().map(|loft| (loft, Ink::Skin)));
                part.lined.extend([(arm.upper.cut(-0.15, 0.16), Ink::Skin), (arm.collar.clone(), Ink::Skin)]);
            }
            // Where the thigh is painted already, `hip` covers the seam.
            if self.is_done(Piece::Thigh(side)) {
                part.edges.push(leg.buttock.clone());
            } else {
                legs.extend([leg.buttock.clone(), leg.thigh.cut(-0.10, 0.12).grown(CLOTH)]);
            }
        }
        part.edges.extend([top.clone(), shorts.clone()]);
        part.edges.extend(legs.iter().cloned());
        part.shades.extend([
            (neck.clone(), Ink::Skin, [0.05, 0.8], [0.5, 0.0]),
            (trunk.clone(), Ink::Skin, [0.7, 1.05], [0.0, 0.5]),
        ]);
        for places in [[[1.035, 62.0], [1.03, 73.0], [1.01, 84.0]], [[1.035, 118.0], [1.03, 107.0], [1.01, 96.0]]] {
            part.crease(self.camera, trunk, &places, 0.12, Ink::Inner);
        }
        // Of two that end at one ring, the one whose end is turned away comes last.
        let pelvis = &self.bones.pelvis;
        let sits = self.bones.legs.iter().all(|leg| (leg.hip - leg.knee).unit().dot(pelvis.up) < 0.55);
        let lap_hides = sits && pelvis.forward.dot(self.camera.eye) > 0.0;
        let from_above = pelvis.up.dot(self.camera.eye) > 0.0 && !lap_hides;
        let mut bottom = Part::default();
        bottom.fills.extend([shorts.clone()].into_iter().chain(legs).map(|loft| (loft, Ink::Shorts)));
        bottom.shade_whole(&shorts, Ink::Shorts);
        for side in [0, 1] {
            if self.is_done(Piece::Thigh(side)) {
                self.hip(side, &mut bottom);
            }
        }
        bottom.hem(self.camera, &shorts, WAISTBAND);
        let top = self.top(&top);
        let mut marks = Part::default();
        mark(&mut marks, self.camera, &self.look.muscles, Region::Trunk, &worn(&self.body));
        part.after.extend(if from_above { [bottom, top] } else { [top, bottom] });
        part.after.push(marks);
        part
    }

    /// A vest: a band of the trunk, and panels with straps on its surface.
    fn top(&self, band: &Loft) -> Part {
        let trunk = self.body.trunk.clone().grown(0.0012);
        let strips: [&[Strip]; 4] = [&VEST_FRONT, &VEST_BACK, &STRAP_FRONT, &STRAP_BACK];
        let mut part = Part::default();
        for (at, strips) in strips.into_iter().enumerate() {
            let strips = dense(strips, 2);
            part.panels.extend(patch(&trunk, self.camera, &strips));
            if at > 1 {
                let flipped: Vec<Strip> = strips.iter().map(|[at, from, to]| [*at, 180.0 - to, 180.0 - from]).collect();
                part.panels.extend(patch(&trunk, self.camera, &flipped));
            }
        }
        part.panels.extend(front(band, self.camera));
        part.shades.push((trunk.clone(), Ink::Top, [WAISTBAND, 0.86], [0.0, 0.35]));
        let spine = [[0.24, 270.0], [0.35, 270.0], [0.5, 270.0], [0.65, 270.0], [0.78, 270.0]];
        part.crease(self.camera, &trunk, &spine, 0.3, Ink::Inner);
        part
    }

    // Legs ---------------------------------------------------------------------------------------------------------------

    fn thigh(&self, side: usize) -> Part {
        let leg = &self.body.legs[side];
        let (short, bare) = (leg.thigh.cut(-0.14, HEM).grown(CLOTH), leg.thigh.cut(HEM, 1.0));
        let points_here = way(&leg.thigh).dot(self.camera.eye) > 0.0;
        let over_trunk = self.is_done(Piece::Trunk);
        let mut part = Part { far: self.far_legs[side], ..Part::default() };
        part.edges.push(if over_trunk { short.cut(0.06, HEM) } else { short.clone() });
        part.lined.push((bare.clone(), Ink::Skin));
        let mut knee = Vec::new();
        if self.is_done(Piece::Shank(side)) {
            knee.extend([(leg.knee.clone(), Ink::Skin), (leg.shank.cut(0.0, 0.2), Ink::Skin)]);
        }
        if points_here {
            // The knee hides the hem.
            part.fills.push((short.clone(), Ink::Shorts));
            part.fills.push((bare.clone(), Ink::Skin));
            part.fills.extend(knee);
        } else {
            part.fills.extend(knee);
            part.fills.push((short.clone(), Ink::Shorts));
        }
        part.shade_whole(&bare, Ink::Skin);
        if over_trunk {
            self.hip(side, &mut part);
            if self.is_upright(side) > 0.5 {
                let shorts = self.body.trunk.cut(-0.15, WAISTBAND).grown(CLOTH);
                part.hem(self.camera, &shorts, WAISTBAND);
            }
        }
        part.shade_whole(&short, Ink::Shorts);
        if working(self.bones)[side] {
            mark(&mut part, self.camera, &self.look.muscles, Region::Thigh, &leg.thigh.clone().grown(CLOTH));
        }
        part.hem(self.camera, &short, HEM);
        for turn in [1.0, -1.0] {
            let places = [[0.90, 90.0 + turn * 38.0], [0.94, 90.0 + turn * 32.0], [0.985, 90.0 + turn * 28.0]];
            part.crease(self.camera, &leg.thigh, &places, 0.3, Ink::Inner);
        }
        part
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
        if self.is_upright(side) > 0.3 {
            let fold = [[0.20, 300.0], [0.235, 280.0], [0.24, 255.0], [0.21, 225.0]];
            part.crease(self.camera, &root, &fold, 0.3, Ink::Inner);
        }
        part.shades.push((leg.thigh.cut(0.0, 0.36).grown(CLOTH), Ink::Shorts, [0.0, 0.36], [0.7, 0.0]));
        // Seen from the front, the buttock lies behind the pelvis.
        if self.bones.pelvis.forward.dot(self.camera.eye) < 0.5 {
            part.fills.push((leg.buttock.clone(), Ink::Shorts));
        }
        part.fills.extend([leg.hip.clone(), root].map(|loft| (loft, Ink::Shorts)));
        if working(self.bones)[side] {
            mark(part, self.camera, &self.look.muscles, Region::Buttock, &leg.buttock);
        }
    }

    fn shank(&self, side: usize) -> Part {
        let leg = &self.body.legs[side];
        let mut part = Part { far: self.far_legs[side], ..Part::default() };
        part.lined.extend([(leg.shank.clone(), Ink::Skin), (leg.knee.clone(), Ink::Skin)]);
        if self.is_done(Piece::Thigh(side)) {
            part.fills.push((leg.thigh.cut(0.84, 1.0), Ink::Skin));
        }
        if self.is_done(Piece::Foot(side)) && self.look.barefoot {
            part.fills.push((leg.foot[0].cut(-0.03, 0.03), Ink::Skin));
        }
        part.shade_whole(&leg.shank, Ink::Skin);
        if working(self.bones)[side] {
            mark(&mut part, self.camera, &self.look.muscles, Region::Shank, &leg.shank);
        }
        part.crease(self.camera, &leg.shank, &[[0.30, 268.0], [0.42, 262.0], [0.52, 268.0]], 0.45, Ink::Inner);
        part
    }

    fn bare_foot(&self, side: usize) -> Part {
        let leg = &self.body.legs[side];
        let [rear, toes] = &leg.foot;
        let mut part = Part { far: self.far_legs[side], ..Part::default() };
        part.lined.extend([(rear.clone(), Ink::Skin), (toes.clone(), Ink::Skin)]);
        if self.is_done(Piece::Shank(side)) {
            part.fills.push((leg.shank.cut(0.80, 1.0), Ink::Skin));
        }
        part.shade_whole(rear, Ink::Skin);
        if working(self.bones)[side] {
            mark(&mut part, self.camera, &self.look.muscles, Region::Foot, rear);
        }
        for angle in [40.0, 65.0, 90.0, 115.0] {
            part.crease(self.camera, toes, &[[0.012, angle], [0.024, angle], [0.034, angle]], 0.12, Ink::Inner);
        }
        part.crease(self.camera, &leg.shank, &[[0.93, -25.0], [0.965, 0.0], [1.0, -10.0]], 0.12, Ink::Inner);
        part
    }

    fn shoe(&self, side: usize) -> Part {
        let leg = &self.body.legs[side];
        let [rear, toes] = &leg.foot;
        let soles = [shoe_sole(rear), shoe_sole(toes)];
        let collar = leg.shank.cut(0.90, 1.0).grown(0.0035);
        let collar = Loft(vec![collar.0[0], collar.0[collar.0.len() - 1]]);
        let shoe = [over_sole(rear), over_sole(toes), collar.clone()];
        let mut part = Part { far: self.far_legs[side], ..Part::default() };
        part.shade_whole(&shoe[0], Ink::Shoe);
        part.hem(self.camera, &collar, 0.90);
        let (shoe, soles) = (shoe.map(|loft| (loft, Ink::Shoe)), soles.map(|loft| (loft, Ink::Sole)));
        if FootAxes::of(self.bones, side).up.dot(self.camera.eye) < -0.05 {
            // Seen from below.
            part.lined.extend(shoe);
            part.lined.extend(soles);
        } else {
            part.lined.extend(soles);
            part.lined.extend(shoe);
        }
        part
    }

    // Arms ---------------------------------------------------------------------------------------------------------------

    fn upper_arm(&self, side: usize) -> Part {
        let arm = &self.body.arms[side];
        let mut part = Part { far: self.far_arms[side], ..Part::default() };
        if self.is_done(Piece::Trunk) {
            part.lined.push((arm.upper.cut(0.10, 1.0), Ink::Skin));
            part.fills.push((arm.upper.cut(-0.15, 0.2), Ink::Skin));
        } else {
            part.lined.push((arm.upper.clone(), Ink::Skin));
            part.lined.extend(arm.armpit.iter().cloned().map(|loft| (loft, Ink::Skin)));
        }
        if self.is_done(Piece::Fore(side)) {
            part.fills.extend([(arm.elbow.clone(), Ink::Skin), (arm.fore.cut(0.0, 0.18), Ink::Skin)]);
        }
        part.shade_whole(&arm.upper, Ink::Skin);
        part
    }

    fn forearm(&self, side: usize) -> Part {
        let arm = &self.body.arms[side];
        let mut part = Part { far: self.far_arms[side], ..Part::default() };
        part.lined.extend([(arm.fore.clone(), Ink::Skin), (arm.elbow.clone(), Ink::Skin)]);
        if self.is_done(Piece::Upper(side)) {
            part.fills.push((arm.upper.cut(0.82, 1.0), Ink::Skin));
        }
        if self.is_done(Piece::Hand(side)) {
            part.fills.push((arm.hand.palm.cut(-0.1, 0.3), Ink::Skin));
        }
        part.shade_whole(&arm.fore, Ink::Skin);
        part
    }

    fn hand(&self, side: usize) -> Part {
        let arm = &self.body.arms[side];
        let hand = &arm.hand;
        let mut part = Part { far: self.far_arms[side], ..Part::default() };
        part.lined.extend(hand.fingers.iter().chain([&hand.thumb, &hand.palm]).cloned().map(|loft| (loft, Ink::Skin)));
        if self.is_done(Piece::Fore(side)) {
            part.fills.push((arm.fore.cut(0.84, 1.0), Ink::Skin));
        }
        // Between two fingers, where the back of the hand or the palm faces the viewer.
        if hand.inside.dot(self.camera.eye).abs() > 0.35 {
            for pair in hand.fingers.windows(2) {
                let between = |at: usize| pair[0].0[at].centre.towards(pair[1].0[at].centre, 0.5);
                let line = [0, 1, 2].map(|at| self.camera.point(between(at)));
                part.lines.push((Ink::Inner, line.to_vec()));
            }
        }
        part
    }

    // The head -----------------------------------------------------------------------------------------------------------

    fn head(&self) -> Part {
        let (camera, axes) = (self.camera, self.bones.head);
        let (head, nose, neck) = (&self.body.head, &self.body.nose, &self.body.neck);
        let mut part = Part::default();
        part.lined.extend([(head.clone(), Ink::Skin), (nose.clone(), Ink::Skin)]);
        part.shades.push((head.clone(), Ink::Skin, [0.006, 0.12], [0.35, 0.4]));
        for side in [0, 1] {
            // Behind the head.
            let turned = axes.right.dot(camera.eye) * sign(side);
            if turned < -0.5 {
                continue;
            }
            let ear = &self.body.ears[side];
            let mut of_ear = Part { is_fine: true, ..Part::default() };
            of_ear.lined.push((ear.clone(), Ink::Skin));
            if turned > 0.0 {
                of_ear.crease(camera, ear, &[[0.3, 20.0], [0.55, 50.0], [0.8, 30.0]], 0.12, Ink::Inner);
                part.after.push(of_ear);
            } else {
                part.before.push(of_ear);
            }
        }
        if axes.forward.dot(camera.eye) < -0.3 {
            // From behind, the neck hides the jaw.
            let nape = neck.cut(0.30, 0.80);
            let mut behind = Part::default();
            behind.lined.push((nape.clone(), Ink::Skin));
            behind.fills.push((neck.clone(), Ink::Skin));
            behind.shade_whole(&nape, Ink::Skin);
            part.after.insert(0, behind);
        }
        self.face(&mut part);
        part.after.insert(0, self.hair());
        part
    }

    fn face(&self, part: &mut Part) {
        let (camera, head) = (self.camera, &self.body.head);
        for turn in [1.0, -1.0] {
            let place = |height: f32, aside: f32| [height, 90.0 - turn * aside];
            part.crease(
                camera,
                head,
                &[place(0.0835, 44.0), place(0.0865, 32.0), place(0.0850, 16.0)],
                0.12,
                Ink::Brow,
            );
            let lid = if self.look.props.contains(&Prop::EyesClosed) {
                [place(0.0715, 42.0), place(0.0695, 32.0), place(0.0715, 22.0)]
            } else {
                [place(0.0725, 41.0), place(0.0742, 33.0), place(0.0722, 23.0)]
            };
            part.crease(camera, head, &lid, 0.12, Ink::Brow);
            let (faces, at) = facing(head, camera, 0.0718, 90.0 - turn * 32.0);
            if faces > 0.22 && !self.look.props.contains(&Prop::EyesClosed) {
                // A short stroke with round ends is a pupil.
                let at = camera.point(at);
                part.lines.push((Ink::Brow, vec![at.moved(0.0, 0.0018), at.moved(0.0, -0.0018)]));
            }
        }
        part.crease(camera, head, &[[0.0325, 70.0], [0.0318, 90.0], [0.0325, 110.0]], 0.12, Ink::Inner);
        part.crease(camera, &self.body.nose, &[[1.0, 30.0], [1.0, 90.0], [1.0, 150.0]], 0.12, Ink::Inner);
    }

    /// A cap of hair with a broken hairline.
    fn hair(&self) -> Part {
        let hair = self.body.head.clone().grown(0.0055);
        let half = |turn: f32| -> Vec<Strip> {
            let strip = |[height, open]: &[f32; 2]| {
                if turn > 0.0 { [*height, 90.0 + open, 270.0] } else { [*height, -90.0, 90.0 - open] }
            };
            HAIRLINE.iter().map(strip).collect()
        };
        let mut part = Part { is_fine: true, ..Part::default() };
        part.lined.push((hair.cut(0.111, 0.131), Ink::Hair));
        part.hair.extend(patch(&hair, self.camera, &half(1.0)));
        part.hair.extend(patch(&hair, self.camera, &half(-1.0)));
        part
    }
}

/// A number of steps from 0 to 4.
fn steps(value: f32, from: f32, to: f32) -> u8 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 4")]
    let steps = (4.0 * smooth(value, from, to)).round_ties_even() as u8;
    steps
}

const VEST_FRONT: [Strip; 4] = [[0.73, -5.0, 185.0], [0.78, 20.0, 160.0], [0.82, 32.0, 148.0], [0.87, 37.0, 143.0]];
const VEST_BACK: [Strip; 5] =
    [[0.73, 175.0, 365.0], [0.78, 198.0, 342.0], [0.84, 212.0, 328.0], [0.90, 218.0, 322.0], [0.94, 221.0, 319.0]];
/// The right strap, before and behind the shoulder.
const STRAP_FRONT: [Strip; 8] = [
    [0.865, 36.0, 92.0],
    [0.885, 38.0, 78.0],
    [0.91, 39.0, 67.0],
    [0.95, 38.0, 60.0],
    [1.0, 34.0, 54.0],
    [1.04, 24.0, 46.0],
    [1.065, 2.0, 36.0],
    [1.085, -12.0, 22.0],
];
const STRAP_BACK: [Strip; 7] = [
    [0.935, 269.0, 320.0],
    [0.95, 291.0, 321.0],
    [0.98, 301.0, 323.0],
    [1.01, 307.0, 327.0],
    [1.04, 314.0, 336.0],
    [1.065, 324.0, 358.0],
    [1.085, 338.0, 372.0],
];
/// The hairline: by the height on the head, how far beside the middle of the face it begins, in degrees.
const HAIRLINE: [[f32; 2]; 18] = [
    [0.028, 142.0],
    [0.035, 126.0],
    [0.042, 116.0],
    [0.048, 106.0],
    [0.054, 92.0],
    [0.058, 83.0],
    [0.066, 80.0],
    [0.074, 76.0],
    [0.080, 76.0],
    [0.086, 68.0],
    [0.0940, 60.0],
    [0.0985, 47.0],
    [0.1010, 52.0],
    [0.1045, 48.0],
    [0.1075, 33.0],
    [0.1100, 37.0],
    [0.1135, 24.0],
    [0.124, 0.0],
];
