//! Paints the lofts of a body from far to near.
//!
//! Each piece is painted in two passes: the contour of all its parts, then their areas. Where a piece grows out of one that is painted
//! already, its areas go on into it and its contour does not: no seam shows, and the line where it covers the other one stays.

use super::body::{Body, way};
use super::foot::{FootAxes, shoe_sole};
use super::outline::outline;
use super::paint::{Ink, Shape, Sheet};
use super::section::{Loft, smooth};
use super::surface::{Strip, dense, facing, hem, line, patch, shade};
use crate::domain::figure::body::{Skeleton, sign};
use crate::domain::figure::camera::Camera;
use crate::domain::figure::view::Point;

/// Where the top ends and the shorts begin, along the trunk.
const WAISTBAND: f32 = 0.195;
/// Where the shorts end, along the thigh.
const HEM: f32 = 0.60;
/// What cloth adds to the body.
const CLOTH: f32 = 0.003;

/// Clothes and grip of the figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// True without shoes.
    pub barefoot: bool,
    /// True for a closed right and left hand.
    pub fists: [bool; 2],
    /// True for closed eyes.
    pub eyes_closed: bool,
}

/// A figure seen by a camera.
pub struct Figure<'a> {
    bones: &'a Skeleton,
    camera: &'a Camera,
    look: Look,
    body: Body,
    sheet: Sheet,
    done: Vec<Piece>,
    /// How far the limbs lie behind the trunk.
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
}

impl<'a> Figure<'a> {
    /// The shapes of `bones` as `camera` sees them, in the order in which they are painted.
    #[must_use]
    pub fn shapes(bones: &'a Skeleton, camera: &'a Camera, look: Look) -> Vec<Shape> {
        let (body, sheet) = (Body::of(bones, look.fists), Sheet::default());
        let mut figure =
            Self { bones, camera, look, body, sheet, done: Vec::new(), far_legs: [0; 2], far_arms: [0; 2] };
        for piece in figure.order() {
            figure.paint(piece);
            figure.done.push(piece);
        }
        figure.sheet.shapes()
    }

    /// The pieces from far to near, each by the depth of its middle.
    fn order(&mut self) -> Vec<Piece> {
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
        pieces.sort_by(|one, other| one.0.total_cmp(&other.0));
        pieces.into_iter().map(|(_, piece)| piece).collect()
    }

    fn is_done(&self, piece: Piece) -> bool {
        self.done.contains(&piece)
    }

    fn paint(&mut self, piece: Piece) {
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
        }
    }

    // Primitives ---------------------------------------------------------------------------------------------------------

    fn outline(&self, loft: &Loft) -> Vec<Vec<Point>> {
        outline(loft, self.camera)
    }

    fn fill(&mut self, loft: &Loft, ink: Ink, far: u8) {
        let areas = self.outline(loft);
        self.sheet.areas(ink, far, &areas);
    }

    fn edge(&mut self, loft: &Loft, ink: Ink) {
        let areas = self.outline(loft);
        self.sheet.areas(ink, 0, &areas);
    }

    fn shade(&mut self, loft: &Loft, ink: Ink, far: u8, range: [f32; 2], fade: [f32; 2]) {
        if let Some(area) = shade(loft, self.camera, range, fade) {
            self.sheet.areas(ink.shaded(), far, &[area]);
        }
    }

    fn shade_whole(&mut self, loft: &Loft, ink: Ink, far: u8) {
        self.shade(loft, ink, far, [loft.0[0].along, loft.0[loft.0.len() - 1].along], [0.0; 2]);
    }

    /// The contour of `edges`, then `parts` in their colours, then their shaded sides.
    fn solid(&mut self, edges: &[&Loft], parts: &[(&Loft, Ink)], far: u8) {
        for loft in edges {
            self.edge(loft, Ink::Contour);
        }
        for (loft, ink) in parts {
            self.fill(loft, *ink, far);
        }
        for (loft, ink) in parts {
            self.shade_whole(loft, *ink, far);
        }
    }

    fn crease(&mut self, loft: &Loft, places: &[[f32; 2]], least: f32, ink: Ink) {
        if let Some(line) = line(loft, self.camera, places, least) {
            self.sheet.line(ink, 0, &line);
        }
    }

    fn hem(&mut self, loft: &Loft, along: f32) {
        let line = hem(loft, self.camera, along);
        self.sheet.line(Ink::Inner, 0, &line);
    }

    // The trunk ----------------------------------------------------------------------------------------------------------

    fn trunk(&mut self) {
        let trunk = self.body.trunk.clone();
        let neck = self.body.neck.clone();
        let (top, shorts) = (trunk.cut(WAISTBAND, 0.745).grown(0.0015), trunk.cut(-0.15, WAISTBAND).grown(CLOTH));
        let mut skin = vec![neck.clone(), trunk.clone()];
        let mut legs = Vec::new();
        for side in [0, 1] {
            let (arm, leg) = (&self.body.arms[side], &self.body.legs[side]);
            if !self.is_done(Piece::Upper(side)) {
                skin.extend(arm.armpit.iter().cloned());
                skin.extend([arm.upper.cut(-0.15, 0.16), arm.collar.clone()]);
            }
            legs.push(leg.buttock.clone());
            if !self.is_done(Piece::Thigh(side)) {
                legs.push(leg.thigh.cut(-0.10, 0.12).grown(CLOTH));
            }
        }
        for loft in skin.iter().chain([&top, &shorts]).chain(&legs) {
            self.edge(loft, Ink::Contour);
        }
        for loft in &skin {
            self.fill(loft, Ink::Skin, 0);
        }
        self.shade(&neck, Ink::Skin, 0, [0.05, 0.8], [0.5, 0.0]);
        self.shade(&trunk, Ink::Skin, 0, [0.7, 1.05], [0.0, 0.5]);
        for places in [[[1.035, 62.0], [1.03, 73.0], [1.01, 84.0]], [[1.035, 118.0], [1.03, 107.0], [1.01, 96.0]]] {
            self.crease(&trunk, &places, 0.12, Ink::Inner);
        }
        for side in [0, 1] {
            if self.is_done(Piece::Upper(side)) && self.far_arms[side] < 2 {
                let collar = self.body.arms[side].collar.clone();
                self.fill(&collar, Ink::Skin, self.far_arms[side]);
            }
        }
        // Of two that end at one ring, the one whose end is turned away comes last.
        let pelvis = &self.bones.pelvis;
        let sits = self.bones.legs.iter().all(|leg| (leg.hip - leg.knee).unit().dot(pelvis.up) < 0.55);
        let lap_hides = sits && pelvis.forward.dot(self.camera.eye) > 0.0;
        let from_above = pelvis.up.dot(self.camera.eye) > 0.0 && !lap_hides;
        if !from_above {
            self.top(&top);
        }
        for loft in [&shorts].into_iter().chain(&legs) {
            self.fill(loft, Ink::Shorts, 0);
        }
        self.shade_whole(&shorts, Ink::Shorts, 0);
        for side in [0, 1] {
            if self.is_done(Piece::Thigh(side)) {
                self.hip(side);
            }
        }
        if from_above {
            self.top(&top);
        }
        self.waistband();
    }

    fn waistband(&mut self) {
        let shorts = self.body.trunk.cut(-0.15, WAISTBAND).grown(CLOTH);
        self.hem(&shorts, WAISTBAND);
    }

    /// A vest: a band of the trunk, and panels with straps on its surface.
    fn top(&mut self, band: &Loft) {
        let trunk = self.body.trunk.clone().grown(0.0012);
        let strips: [&[Strip]; 4] = [&VEST_FRONT, &VEST_BACK, &STRAP_FRONT, &STRAP_BACK];
        let mut panels = Vec::new();
        for (at, strips) in strips.into_iter().enumerate() {
            let strips = dense(strips, 2);
            panels.extend(patch(&trunk, self.camera, &strips));
            if at > 1 {
                let flipped: Vec<Strip> = strips.iter().map(|[at, from, to]| [*at, 180.0 - to, 180.0 - from]).collect();
                panels.extend(patch(&trunk, self.camera, &flipped));
            }
        }
        self.fill(band, Ink::Top, 0);
        self.sheet.areas(Ink::Fine, 0, &panels);
        self.sheet.areas(Ink::Top, 0, &panels);
        let upper = band.cut(0.6, 0.742);
        self.fill(&upper, Ink::Top, 0);
        self.shade(&trunk, Ink::Top, 0, [WAISTBAND, 0.86], [0.0, 0.35]);
        self.crease(
            &trunk,
            &[[0.24, 270.0], [0.35, 270.0], [0.5, 270.0], [0.65, 270.0], [0.78, 270.0]],
            0.3,
            Ink::Inner,
        );
    }

    // Legs ---------------------------------------------------------------------------------------------------------------

    fn thigh(&mut self, side: usize) {
        let (far, leg) = (self.far_legs[side], &self.body.legs[side]);
        let (short, bare) = (leg.thigh.cut(-0.14, HEM).grown(CLOTH), leg.thigh.cut(HEM, 1.0));
        let (knee, below) = (leg.knee.clone(), leg.shank.cut(0.0, 0.2));
        let points_here = way(&leg.thigh).dot(self.camera.eye) > 0.0;
        let over_trunk = self.is_done(Piece::Trunk);
        let edge = if over_trunk { short.cut(0.06, HEM) } else { short.clone() };
        let mut parts = vec![(&bare, Ink::Skin)];
        if self.is_done(Piece::Shank(side)) {
            parts.extend([(&knee, Ink::Skin), (&below, Ink::Skin)]);
        }
        parts.insert(if points_here { 0 } else { parts.len() }, (&short, Ink::Shorts));
        self.solid(&[&bare, &edge], &parts, far);
        if over_trunk {
            self.hip(side);
            if self.is_upright(side) > 0.5 {
                self.waistband();
            }
        }
        self.hem(&short, HEM);
        let thigh = self.body.legs[side].thigh.clone();
        for turn in [1.0, -1.0] {
            let places = [[0.90, 90.0 + turn * 38.0], [0.94, 90.0 + turn * 32.0], [0.985, 90.0 + turn * 28.0]];
            self.crease(&thigh, &places, 0.3, Ink::Inner);
        }
    }

    /// How straight the hip is: 1 standing, 0 from a right angle on.
    fn is_upright(&self, side: usize) -> f32 {
        let leg = &self.bones.legs[side];
        smooth((leg.hip - leg.knee).unit().dot(self.bones.pelvis.up), 0.4, 0.8)
    }

    /// The seam of thigh and pelvis: covers the lines between them, but leaves the crease in front of a bent hip.
    fn hip(&mut self, side: usize) {
        let (far, leg) = (self.far_legs[side], &self.body.legs[side]);
        let (hip, buttock) = (leg.hip.clone(), leg.buttock.clone());
        let root = leg.thigh.cut(-0.03, 0.36).grown(CLOTH);
        let shaded = leg.thigh.cut(0.0, 0.36).grown(CLOTH);
        self.fill(&hip, Ink::Shorts, 0);
        self.fill(&buttock, Ink::Shorts, 0);
        self.fill(&root, Ink::Shorts, far);
        self.shade(&shaded, Ink::Shorts, far, [0.0, 0.36], [0.7, 0.0]);
        if self.is_upright(side) > 0.3 {
            self.crease(&root, &[[0.20, 300.0], [0.235, 280.0], [0.24, 255.0], [0.21, 225.0]], 0.3, Ink::Inner);
        }
    }

    fn shank(&mut self, side: usize) {
        let (far, leg) = (self.far_legs[side], &self.body.legs[side]);
        let (shank, knee) = (leg.shank.clone(), leg.knee.clone());
        let (above, heel) = (leg.thigh.cut(0.84, 1.0), leg.foot[0].cut(-0.03, 0.03));
        let mut parts = vec![(&shank, Ink::Skin), (&knee, Ink::Skin)];
        if self.is_done(Piece::Thigh(side)) {
            parts.push((&above, Ink::Skin));
        }
        if self.is_done(Piece::Foot(side)) && self.look.barefoot {
            parts.push((&heel, Ink::Skin));
        }
        self.solid(&[&shank, &knee], &parts, far);
        self.crease(&shank, &[[0.30, 268.0], [0.42, 262.0], [0.52, 268.0]], 0.45, Ink::Inner);
    }

    fn bare_foot(&mut self, side: usize) {
        let (far, leg) = (self.far_legs[side], &self.body.legs[side]);
        let [rear, toes] = leg.foot.clone();
        let shank = leg.shank.clone();
        let ankle = shank.cut(0.80, 1.0);
        let mut parts = vec![(&rear, Ink::Skin), (&toes, Ink::Skin)];
        if self.is_done(Piece::Shank(side)) {
            parts.push((&ankle, Ink::Skin));
        }
        self.solid(&[&rear, &toes], &parts, far);
        for angle in [40.0, 65.0, 90.0, 115.0] {
            self.crease(&toes, &[[0.012, angle], [0.024, angle], [0.034, angle]], 0.12, Ink::Inner);
        }
        self.crease(&shank, &[[0.93, -25.0], [0.965, 0.0], [1.0, -10.0]], 0.12, Ink::Inner);
    }

    fn shoe(&mut self, side: usize) {
        let (far, leg) = (self.far_legs[side], &self.body.legs[side]);
        let [rear, toes] = leg.foot.clone();
        let soles = [shoe_sole(&rear), shoe_sole(&toes)];
        let collar = leg.shank.cut(0.90, 1.0).grown(0.0035);
        let collar = Loft(vec![collar.0[0], collar.0[collar.0.len() - 1]]);
        let (rear, toes) = (rear.grown(CLOTH), toes.grown(CLOTH));
        let shoe = [&rear, &toes, &collar];
        for loft in shoe.into_iter().chain(&soles) {
            self.edge(loft, Ink::Contour);
        }
        let axes = FootAxes::of(self.bones, side);
        let from_below = axes.up.dot(self.camera.eye) < -0.05;
        if !from_below {
            soles.iter().for_each(|sole| self.fill(sole, Ink::Sole, far));
        }
        shoe.iter().for_each(|loft| self.fill(loft, Ink::Shoe, far));
        [&rear, &toes].iter().for_each(|loft| self.shade_whole(loft, Ink::Shoe, far));
        if from_below {
            soles.iter().for_each(|sole| self.fill(sole, Ink::Sole, far));
        }
        self.hem(&collar, 0.90);
    }

    // Arms ---------------------------------------------------------------------------------------------------------------

    fn upper_arm(&mut self, side: usize) {
        let (far, arm) = (self.far_arms[side], &self.body.arms[side]);
        let over_trunk = self.is_done(Piece::Trunk);
        let (upper, elbow, below) = (arm.upper.clone(), arm.elbow.clone(), arm.fore.cut(0.0, 0.18));
        let edge = upper.cut(if over_trunk { 0.10 } else { -0.15 }, 1.0);
        let armpit = if over_trunk { Vec::new() } else { arm.armpit.clone() };
        let mut parts: Vec<_> = armpit.iter().map(|loft| (loft, Ink::Skin)).collect();
        parts.push((&upper, Ink::Skin));
        if self.is_done(Piece::Fore(side)) {
            parts.extend([(&elbow, Ink::Skin), (&below, Ink::Skin)]);
        }
        let edges: Vec<_> = armpit.iter().chain([&edge]).collect();
        self.solid(&edges, &parts, far);
    }

    fn forearm(&mut self, side: usize) {
        let (far, arm) = (self.far_arms[side], &self.body.arms[side]);
        let (fore, elbow) = (arm.fore.clone(), arm.elbow.clone());
        let (above, palm) = (arm.upper.cut(0.82, 1.0), arm.hand.palm.cut(-0.1, 0.3));
        let mut parts = vec![(&fore, Ink::Skin), (&elbow, Ink::Skin)];
        if self.is_done(Piece::Upper(side)) {
            parts.push((&above, Ink::Skin));
        }
        if self.is_done(Piece::Hand(side)) {
            parts.push((&palm, Ink::Skin));
        }
        self.solid(&[&fore, &elbow], &parts, far);
    }

    fn hand(&mut self, side: usize) {
        let (far, arm) = (self.far_arms[side], &self.body.arms[side]);
        let hand = &arm.hand;
        let palm_faces = hand.inside.dot(self.camera.eye) > 0.1;
        let mut lofts: Vec<&Loft> = hand.fingers.iter().chain([&hand.thumb, &hand.palm]).collect();
        lofts.sort_by(|one, other| self.camera.nearness(one.middle()).total_cmp(&self.camera.nearness(other.middle())));
        let outlines: Vec<_> = lofts.iter().map(|loft| self.outline(loft)).collect();
        let mut covers = vec![hand.palm.cut(0.0, 0.9)];
        if palm_faces {
            covers.push(hand.thumb.cut(0.3, 1.0));
        }
        if self.is_done(Piece::Fore(side)) {
            covers.push(arm.fore.cut(0.84, 1.0));
        }
        for areas in &outlines {
            self.sheet.areas(Ink::Contour, 0, areas);
        }
        for areas in &outlines {
            self.sheet.areas(Ink::Fine, 0, areas);
            self.sheet.areas(Ink::Skin, far, areas);
        }
        covers.iter().for_each(|loft| self.fill(loft, Ink::Skin, far));
    }

    // The head -----------------------------------------------------------------------------------------------------------

    fn head(&mut self) {
        let (camera, axes) = (self.camera, self.bones.head);
        let (head, nose, neck) = (self.body.head.clone(), self.body.nose.clone(), self.body.neck.clone());
        let ears = self.body.ears.clone();
        let faces = [0, 1].map(|side| axes.right.dot(camera.eye) * sign(side));
        for side in [0, 1] {
            if faces[side] <= 0.0 {
                self.solid(&[&ears[side]], &[(&ears[side], Ink::Skin)], 0);
            }
        }
        self.edge(&head, Ink::Contour);
        self.edge(&nose, Ink::Contour);
        self.fill(&head, Ink::Skin, 0);
        self.fill(&nose, Ink::Skin, 0);
        self.shade(&head, Ink::Skin, 0, [0.006, 0.12], [0.12, 0.0]);
        if axes.forward.dot(camera.eye) < -0.3 {
            // From behind, the neck hides the jaw.
            let nape = neck.cut(0.30, 0.80);
            self.edge(&nape, Ink::Contour);
            self.fill(&neck, Ink::Skin, 0);
            self.shade_whole(&nape, Ink::Skin, 0);
        }
        self.face(&head, &nose);
        self.hair(&head);
        for side in [0, 1] {
            if faces[side] > 0.0 {
                self.edge(&ears[side], Ink::Fine);
                self.fill(&ears[side], Ink::Skin, 0);
                self.crease(&ears[side], &[[0.3, 20.0], [0.55, 50.0], [0.8, 30.0]], 0.12, Ink::Inner);
            }
        }
    }

    fn face(&mut self, head: &Loft, nose: &Loft) {
        for turn in [1.0, -1.0] {
            let place = |height: f32, aside: f32| [height, 90.0 - turn * aside];
            self.crease(head, &[place(0.0835, 44.0), place(0.0865, 32.0), place(0.0850, 16.0)], 0.12, Ink::Brow);
            let lid = if self.look.eyes_closed {
                [place(0.0715, 42.0), place(0.0695, 32.0), place(0.0715, 22.0)]
            } else {
                [place(0.0725, 41.0), place(0.0742, 33.0), place(0.0722, 23.0)]
            };
            self.crease(head, &lid, 0.12, Ink::Brow);
            let (faces, at) = facing(head, self.camera, 0.0718, 90.0 - turn * 32.0);
            if faces > 0.22 && !self.look.eyes_closed {
                let at = self.camera.point(at);
                let (half, high) = (0.0034 * faces, 0.0038);
                let round = [
                    (1.0, 0.0),
                    (0.7, 0.7),
                    (0.0, 1.0),
                    (-0.7, 0.7),
                    (-1.0, 0.0),
                    (-0.7, -0.7),
                    (0.0, -1.0),
                    (0.7, -0.7),
                ];
                let pupil: Vec<Point> = round.iter().map(|(x, y)| at.moved(x * half, y * high)).collect();
                self.sheet.areas(Ink::Eye, 0, &[pupil]);
            }
        }
        self.crease(head, &[[0.0325, 70.0], [0.0318, 90.0], [0.0325, 110.0]], 0.12, Ink::Mouth);
        self.crease(nose, &[[1.0, 30.0], [1.0, 90.0], [1.0, 150.0]], 0.12, Ink::Inner);
    }

    /// A cap of hair with a broken hairline.
    fn hair(&mut self, head: &Loft) {
        let hair = head.clone().grown(0.0055);
        let half = |turn: f32| -> Vec<Strip> {
            let strip = |[height, open]: &[f32; 2]| {
                if turn > 0.0 { [*height, 90.0 + open, 270.0] } else { [*height, -90.0, 90.0 - open] }
            };
            HAIRLINE.iter().map(strip).collect()
        };
        let mut areas = self.outline(&hair.cut(0.111, 0.131));
        areas.extend(patch(&hair, self.camera, &half(1.0)));
        areas.extend(patch(&hair, self.camera, &half(-1.0)));
        self.sheet.areas(Ink::Fine, 0, &areas);
        self.sheet.areas(Ink::Hair, 0, &areas);
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
