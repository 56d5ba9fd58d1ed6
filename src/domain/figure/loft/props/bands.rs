//! Bands, straps and a rope: strips and cords between limbs.

use super::{Pieces, grip};
use crate::domain::figure::body::Skeleton;
use crate::domain::figure::loft::body::Body;
use crate::domain::figure::loft::paint::{Contour, Ink};
use crate::domain::figure::loft::part::{Layer, Part};
use crate::domain::figure::loft::section::{Loft, smooth};
use crate::domain::figure::loft::surface::Surface;
use crate::domain::figure::motion::{BandEnd, Ring};
use crate::domain::figure::vector::{Vector, cosine, sine, vector};
use crate::domain::figure::view::Point;

/// The pieces of the thighs; those of shanks and feet follow.
const LIMBS: usize = 2;
/// Half the breadth of a loop band, as a share of the bone.
const BAND: f32 = 0.035;

/// A loop round both legs: a strip on each, and what is taut between them before and behind.
pub(super) fn loop_band(pieces: &mut Pieces<'_>, body: &Body, ring: Ring) {
    let camera = pieces.camera;
    let (at, half, limb) = match ring {
        Ring::AboveKnees => (0.86, BAND, 0),
        Ring::Ankles => (0.88, BAND, 1),
        Ring::Arches => (0.045, 0.010, 2),
    };
    let strips = body.legs.each_ref().map(|leg| {
        let bone = [&leg.thigh, &leg.shank, &leg.foot[0]][limb];
        bone.cut(at - half, at + half).grown(0.004)
    });
    let surfaces = strips.each_ref().map(|strip| Surface::of(strip, camera));
    let mean = |angle: f32| surfaces[0].facing(at, angle).0 + surfaces[1].facing(at, angle).0;
    // The side toward the viewer, and the one away.
    let near = if mean(90.0) > mean(270.0) { 90.0 } else { 270.0 };
    let strip = |ink: Ink, lines: Vec<Vec<Point>>| {
        let mut part = Part::new(camera, 0);
        part.areas(Layer::Bands, (ink, Contour::Fine, 0), lines);
        part
    };
    let taut = |ink: Ink, angle: f32| {
        let edge = |side: usize, at: f32| camera.point(surfaces[side].facing(at, angle).1);
        strip(ink, vec![vec![edge(0, at - half), edge(0, at + half), edge(1, at + half), edge(1, at - half)]])
    };
    let depths = [0, 1].map(|side| pieces.depths[LIMBS + 2 * limb + side]);
    let nowhere = [vector(f32::NAN, 0.0, 0.0); 2];
    let (far, last) = if depths[0] < depths[1] { (depths[0], depths[1]) } else { (depths[1], depths[0]) };
    pieces.add(far - 0.001, nowhere, taut(Ink::BandShade, 360.0 - near));
    for (surface, depth) in surfaces.iter().zip(depths) {
        // On the ankle it lies over the shoe.
        pieces.add(depth + 0.002, nowhere, strip(Ink::Band, surface.front().into_iter().collect()));
    }
    pieces.add(last + 0.003, nowhere, taut(Ink::Band, near));
}

/// The position of an end of a band.
fn end(bones: &Skeleton, end: BandEnd) -> Vector {
    let arch = |side: usize| bones.legs[side].heel.towards(bones.legs[side].ball, 0.6);
    match end {
        BandEnd::Hand(side) => grip(&bones.arms[side]),
        BandEnd::Foot(side) => arch(side),
        BandEnd::Ankle(side) => bones.legs[side].ankle,
        BandEnd::Feet => arch(0).towards(arch(1), 0.5),
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
    cord(pieces, 4, width, &|share| {
        let at = from.towards(to, share);
        let hanging = at - Vector::UP * (4.0 * share * (1.0 - share) * sag);
        // Over the chest and the belly of a person lying under it, and never in the ground.
        let over = 0.006 + if lies { 0.125 * smooth(share, 0.02, 0.3) * smooth(share, 0.85, 0.5) } else { 0.0 };
        vector(hanging.x(), hanging.y().max(over), hanging.z())
    });
}

/// A jump rope after so many turns: an arc through both hands, wider over the head than under the feet.
pub(super) fn rope(pieces: &mut Pieces<'_>, bones: &Skeleton, turns: f32) {
    let [right, left] = [grip(&bones.arms[0]), grip(&bones.arms[1])];
    let (down, back) = (cosine(360.0 * turns), sine(360.0 * turns));
    let height = right.towards(left, 0.5).y();
    let reach = (height - 0.006) * (1.12 - 0.12 * down);
    cord(pieces, 10, 0.004, &|share| {
        let off = (2.0 * share - 1.0) * (2.0 * share - 1.0);
        let bow = reach * (1.0 - off * off);
        right.towards(left, share) - Vector::UP * (bow * down) - Vector::FORWARD * (bow * back)
    });
}

/// A cord in pieces, so that each lies at its own depth.
fn cord(pieces: &mut Pieces<'_>, count: u8, width: f32, point: &dyn Fn(f32) -> Vector) {
    let (length, cord) = (1.0 / f32::from(count), pieces.parts.len() + 1);
    for piece in 0..count {
        let points = [0.0, 0.5, 1.0].map(|share| point(length * (f32::from(piece) + share)));
        pieces.lofts(pieces.near(points[1]) + 0.05, &[&Loft::swept(&points, width)], Ink::Band, cord);
    }
}

/// Straps from both hands to a plate on a wall.
pub(super) fn straps(pieces: &mut Pieces<'_>, bones: &Skeleton, anchor: Vector) {
    for arm in &bones.arms {
        let from = grip(arm);
        let middle = from.towards(anchor, 0.5);
        // It ends under the hand.
        let depth = pieces.near(middle).min(pieces.near(arm.wrist) + 0.02);
        pieces.loft(depth, &Loft::swept(&[from, middle, anchor], 0.0045), Ink::Band);
    }
    let half = Vector::UP * 0.02;
    let plate = Loft::balls(&[anchor - half, anchor + half], &[0.012; 2], Vector::FORWARD, true);
    pieces.loft(pieces.near(anchor) + 0.01, &plate, Ink::Iron);
}
