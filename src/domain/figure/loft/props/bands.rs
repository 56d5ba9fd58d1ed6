//! Bands, straps and a rope: strips and cords between limbs.

use super::{NOWHERE, Pieces, between_grips, grip};
use crate::domain::figure::body::{BodyPoint, Skeleton};
use crate::domain::figure::loft::body::{Body, LoftName};
use crate::domain::figure::loft::paint::{Contour, Ink};
use crate::domain::figure::loft::part::{Layer, Part};
use crate::domain::figure::loft::section::{Loft, smooth};
use crate::domain::figure::loft::surface::Surface;
use crate::domain::figure::motion::{BandEnd, Ring};
use crate::domain::figure::vector::{Vector, cosine, mix, sine, vector};
use crate::domain::figure::view::Point;

/// The pieces of the thighs; those of shanks and feet follow.
const LIMBS: usize = 2;
/// Half the breadth of a loop band, as a share of the bone.
const BAND: f32 = 0.035;
/// Half the breadth of a closed hand: there a band leaves it.
const HALF_HAND: f32 = 0.026;

/// A loop round both legs: a strip on each, and what is taut between them before and behind.
pub(super) fn loop_band(pieces: &mut Pieces<'_>, body: &Body, ring: Ring) {
    let camera = pieces.camera;
    let (at, half, limb) = match ring {
        Ring::AboveKnees => (0.86, BAND, 0),
        Ring::Ankles => (0.88, BAND, 1),
        Ring::Arches => (0.045, 0.010, 2),
    };
    let bone = [LoftName::Thigh, LoftName::Shank, LoftName::RearFoot][limb];
    let strip = |side: usize| body.loft(bone, side).cut(at - half, at + half).grown(0.004);
    let strips = [strip(0), strip(1)];
    let surfaces = [Surface::of(&strips[0], camera), Surface::of(&strips[1], camera)];
    let mean = |angle: f32| surfaces[0].facing(at, angle).0 + surfaces[1].facing(at, angle).0;
    // The side toward the viewer, and the one away.
    let near = if mean(90.0) > mean(270.0) { 90.0 } else { 270.0 };
    let taut = |angle: f32| {
        let mut line = Vec::with_capacity(4);
        for corner in 0..4_usize {
            let along = if corner == 1 || corner == 2 { at + half } else { at - half };
            line.push(camera.point(surfaces[corner / 2].facing(along, angle).1));
        }
        vec![line]
    };
    let depths = [pieces.depths[LIMBS + 2 * limb], pieces.depths[LIMBS + 2 * limb + 1]];
    let mut add = |depth: f32, ink: Ink, lines: Vec<Vec<Point>>| {
        let mut part = Part::new(camera, 0);
        part.areas(Layer::Bands, (ink, Contour::Fine, 0), lines);
        pieces.add(depth, NOWHERE, part);
    };
    add(depths[0].min(depths[1]) - 0.001, Ink::BandShade, taut(360.0 - near));
    for side in 0..2 {
        // On the ankle it lies over the shoe.
        add(depths[side] + 0.002, Ink::Band, surfaces[side].front().into_iter().collect());
    }
    add(depths[0].max(depths[1]) + 0.003, Ink::Band, taut(near));
}

/// The position of an end of a band.
extern "C" fn end(bones: &Skeleton, end: BandEnd) -> Vector {
    let arches = |one: usize, other: usize| {
        let (one, other) = (&bones.legs[one % 2], &bones.legs[other % 2]);
        one.heel.towards(one.ball, 0.6).towards(other.heel.towards(other.ball, 0.6), 0.5)
    };
    match end {
        BandEnd::Hand(side) => between_grips(bones, side, side),
        BandEnd::Foot(side) => arches(side, side),
        BandEnd::Ankle(side) => bones.point(BodyPoint::Ankle, side),
        BandEnd::Feet => arches(0, 1),
        BandEnd::Anchor(at) => at,
    }
}

/// From one end to the other: taut, or hanging.
pub(super) fn long_band(pieces: &mut Pieces<'_>, bones: &Skeleton, ends: [BandEnd; 2], slack: f32) {
    let [from, to] = ends.map(|one| end(bones, one));
    let length = (to - from).length();
    let sag = (slack * slack - length * length).max(0.0).sqrt() * 0.45;
    let width = if length > slack { (0.007 * slack / length).max(0.004) } else { 0.007 };
    let lies = bones.pelvis.forward.y() > 0.8;
    let in_hand = ends.map(|end| {
        let BandEnd::Hand(side) = end else { return 0.0 };
        pieces.handle(bones, side, Ink::Band);
        (HALF_HAND / length).min(0.3)
    });
    cord(pieces, 6, width, &|share| {
        let share = mix(in_hand[0], 1.0 - in_hand[1], share);
        let at = from.towards(to, share);
        let hanging = at.raised(-4.0 * share * (1.0 - share) * sag);
        // Over the chest, the belly and the thigh of a person lying under it, and never in the ground.
        let beyond = (share - 0.65).max(0.0) * (1.0 / 0.35);
        let over = 0.006 + if lies { 0.125 * smooth(share, 0.02, 0.3) * (1.0 - beyond * beyond) } else { 0.0 };
        vector(hanging.x(), hanging.y().max(over), hanging.z())
    });
}

/// A jump rope after so many turns: an arc through both hands, wider over the head than under the feet.
pub(super) fn rope(pieces: &mut Pieces<'_>, bones: &Skeleton, turns: f32) {
    let [right, left] = [0, 1].map(|side| between_grips(bones, side, side));
    let (down, back) = (cosine(360.0 * turns), sine(360.0 * turns));
    let height = right.towards(left, 0.5).y();
    let reach = (height - 0.006) * (1.12 - 0.12 * down);
    for side in 0..2 {
        pieces.handle(bones, side, Ink::Iron);
    }
    cord(pieces, 10, 0.004, &|share| {
        let off = (2.0 * share - 1.0) * (2.0 * share - 1.0);
        let bow = reach * (1.0 - off * off);
        right.towards(left, share) - vector(bow * back, bow * down, 0.0)
    });
}

/// A cord in pieces, so that each lies at its own depth.
fn cord(pieces: &mut Pieces<'_>, count: u8, width: f32, point: &dyn Fn(f32) -> Vector) {
    let (length, cord) = (1.0 / f32::from(count), pieces.parts.len() + 1);
    for piece in 0..count {
        let at = |share: f32| point(length * (f32::from(piece) + share));
        let points = [0.0, 0.5, 1.0].map(at);
        pieces.lofts(pieces.near(points[1]) + 0.05, &[&Loft::swept(&points, width)], Ink::Band, cord);
        // It goes on a little into its neighbours, without a line between them.
        let [before, beyond] = [if piece > 0 { -0.1 } else { 0.05 }, if piece < count - 1 { 1.1 } else { 0.95 }];
        if let Some(part) = pieces.parts.last_mut() {
            part.fill(&Loft::swept(&[at(before), points[1], at(beyond)], width), Ink::Band);
        }
    }
}

/// Straps from both hands to a plate on a wall.
pub(super) fn straps(pieces: &mut Pieces<'_>, bones: &Skeleton, anchor: Vector) {
    for side in 0..2 {
        let from = grip(&bones.arms[side]);
        let middle = from.towards(anchor, 0.5);
        // It ends under the hand.
        let depth = pieces.near(middle).min(pieces.handle(bones, side, Ink::Iron));
        pieces.loft(depth, &Loft::swept(&[from, middle, anchor], 0.0045), Ink::Band);
    }
    let plate = Loft::balls(&[anchor.raised(-0.02), anchor.raised(0.02)], &[0.012; 2], Vector::FORWARD, true);
    pieces.loft(pieces.near(anchor) + 0.01, &plate, Ink::Iron);
}
