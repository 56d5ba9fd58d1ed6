//! Props, each placed by the joints that hold it, so that it cannot be anywhere else.

use super::body::{Body, LoftName};
use super::paint::{Contour, Ink};
use super::part::{Layer, Part};
use super::section::{CrossSection, Loft, smooth};
use super::surface::Surface;
use crate::domain::figure::body::{ArmBones, LegBones, Skeleton};
use crate::domain::figure::camera::Camera;
use crate::domain::figure::four::Four;
use crate::domain::figure::motion::{BOSU_HEIGHT, PILLOW_HEIGHT, Prop, Ring};
use crate::domain::figure::vector::{Vector, cosine, sine, vector};
use crate::domain::figure::view::Point;

/// Length of a dowel.
const DOWEL: f32 = 0.69;
/// Height of a kettlebell.
pub(super) const KETTLEBELL: f32 = 0.14;
/// Half the breadth of the wall behind a plate, its thickness, its height over the plate, and its distance.
pub(super) const WALL_HALF: f32 = 0.3;
pub(super) const WALL_DEPTH: f32 = 0.02;
pub(super) const OVER_PLATE: f32 = 0.2;
pub(super) const BEHIND_PLATE: f32 = 0.014;
/// Half the breadth of a loop band, as a share of the bone.
const BAND: f32 = 0.035;

/// The hands that are closed at `time`.
pub(super) fn fists(props: &[Prop], time: f32) -> [bool; 2] {
    let mut fists = [false; 2];
    for prop in props {
        match *prop {
            Prop::LongBand { hand, .. } => fists[hand] = true,
            Prop::Dowel | Prop::Straps { .. } => fists = [true; 2],
            Prop::Kettlebell { from, until, .. } if (from..until).contains(&time) => fists = [true; 2],
            _ => {}
        }
    }
    fists
}

/// Takes the parts of a prop, each with its nearness to the viewer.
pub(super) type AddPart<'a, 'b> = &'b mut dyn FnMut(f32, Part<'a>);

/// Adds the parts of a prop. `limbs` is the nearness of thigh, shank and foot, each on both sides.
pub(super) fn parts<'a>(
    bones: &Skeleton,
    body: &Body,
    camera: &'a Camera,
    prop: &Prop,
    time: f32,
    limbs: &[[f32; 2]; 3],
    add: AddPart<'a, '_>,
) {
    let near = |at: Vector| camera.nearness(at);
    match *prop {
        Prop::LoopBand(ring) => loop_band(body, camera, ring, limbs, add),
        Prop::LongBand { hand, foot, slack } => long_band(bones, camera, hand, foot, slack, add),
        Prop::Dowel => {
            let ends = dowel(bones);
            let stick = Loft::swept(&[ends[0], ends[0].towards(ends[1], 0.5), ends[1]], 0.0085);
            // It lies on the back: from behind before trunk and head, from the front behind both.
            let depth = near(bones.waist.towards(bones.neck, 0.5)) - 0.17 * bones.chest.forward.dot(camera.eye);
            add(depth, Part::of(camera, &[&stick], Ink::Band));
        }
        Prop::Kettlebell { x, from, until } => {
            let is_held = (from..until).contains(&time);
            let top = if is_held { grips(bones) } else { vector(x, KETTLEBELL, 0.0) };
            let [bell, handle] = kettlebell(top);
            add(near(top) - if is_held { 0.02 } else { 0.0 }, Part::of(camera, &[&bell, &handle], Ink::Iron));
        }
        Prop::Straps { x, y } => straps(bones, camera, vector(x, y, 0.0), add),
        Prop::Bosu { x, z } => add(-9.0, bosu(bones, camera, vector(x, 0.0, z))),
        Prop::Pillow { x, z } => add(-9.0, pillow(bones, camera, vector(x, 0.0, z))),
        Prop::EyesClosed => {}
    }
}

/// A loop round both legs: a strip on each, and what is taut between them before and behind.
fn loop_band<'a>(body: &Body, camera: &'a Camera, ring: Ring, limbs: &[[f32; 2]; 3], add: AddPart<'a, '_>) {
    let (at, half, limb) = match ring {
        Ring::AboveKnees => (0.86, BAND, 0),
        Ring::Ankles => (0.88, BAND, 1),
        Ring::Arches => (0.045, 0.010, 2),
    };
    let bone = [LoftName::Thigh, LoftName::Shank, LoftName::RearFoot][limb];
    let strips = [0, 1].map(|side| body.loft(bone, side).cut(at - half, at + half).grown(0.004));
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
    let depths = limbs[limb];
    let (far, last) = if depths[0] < depths[1] { (depths[0], depths[1]) } else { (depths[1], depths[0]) };
    add(far - 0.001, taut(Ink::BandShade, 360.0 - near));
    for (surface, depth) in surfaces.iter().zip(depths) {
        // On the ankle it lies over the shoe.
        add(depth + 0.002, strip(Ink::Band, surface.front().into_iter().collect()));
    }
    add(last + 0.003, taut(Ink::Band, near));
}

/// From the hand to the sole of the foot: taut, or hanging.
fn long_band<'a>(bones: &Skeleton, camera: &'a Camera, hand: usize, foot: usize, slack: f32, add: AddPart<'a, '_>) {
    let (from, to) = (grip(&bones.arms[hand]), arch(&bones.legs[foot]));
    let length = (to - from).length();
    let sag = (slack * slack - length * length).max(0.0).sqrt() * 0.45;
    let width = if length > slack { (0.007 * slack / length).max(0.004) } else { 0.007 };
    let lies = bones.pelvis.forward.y() > 0.8;
    let point = |share: f32| {
        let at = from.towards(to, share);
        let hanging = at - Vector::UP * (4.0 * share * (1.0 - share) * sag);
        // Over the chest and the belly of a person lying under it, and never in the ground.
        let over = 0.006 + if lies { 0.125 * smooth(share, 0.02, 0.3) * smooth(share, 0.85, 0.5) } else { 0.0 };
        vector(hanging.x(), hanging.y().max(over), hanging.z())
    };
    // In pieces, so that each lies at its own depth.
    for piece in 0..4_u8 {
        let points = [0.0, 0.125, 0.25].map(|share| point(0.25 * f32::from(piece) + share));
        add(camera.nearness(points[1]) + 0.05, Part::of(camera, &[&Loft::swept(&points, width)], Ink::Band));
    }
}

/// Straps from both hands to a plate on a wall.
fn straps<'a>(bones: &Skeleton, camera: &'a Camera, anchor: Vector, add: AddPart<'a, '_>) {
    for arm in &bones.arms {
        let from = grip(arm);
        let middle = from.towards(anchor, 0.5);
        // It ends under the hand.
        let depth = camera.nearness(middle).min(camera.nearness(arm.wrist) + 0.02);
        add(depth, Part::of(camera, &[&Loft::swept(&[from, middle, anchor], 0.0045)], Ink::Band));
    }
    let half = Vector::UP * 0.02;
    let plate = Loft::balls(&[anchor - half, anchor + half], &[0.012; 2], Vector::FORWARD, true);
    add(camera.nearness(anchor) + 0.01, Part::of(camera, &[&plate], Ink::Iron));
    // The faces of the wall, seen from its own side only.
    if camera.eye.x() >= 0.3 {
        return;
    }
    let top = anchor.y() + OVER_PLATE;
    let face = |[behind, side]: [f32; 2], [behind_too, other]: [f32; 2]| {
        [(behind, side, 0.0), (behind_too, other, 0.0), (behind_too, other, top), (behind, side, top)]
            .map(|(behind, side, height)| {
                camera.point(vector(anchor.x() + BEHIND_PLATE + behind, height, side * WALL_HALF))
            })
            .to_vec()
    };
    let mut wall = Part::new(camera, 0);
    let faces = [([0.0, -1.0], [0.0, 1.0]), ([0.0, -1.0], [WALL_DEPTH, -1.0]), ([0.0, 1.0], [WALL_DEPTH, 1.0])];
    for (from, to) in faces {
        wall.areas(Layer::First, (Ink::Furniture, Contour::None, 0), vec![face(from, to)]);
    }
    add(-10.0, wall);
}

/// A bell that hangs from `top`, and its handle.
fn kettlebell(top: Vector) -> [Loft; 2] {
    let middle = top + Vector::UP * (0.054 - KETTLEBELL);
    let ball = [-0.97_f32, -0.8, -0.5, 0.0, 0.5, 0.8, 0.97];
    let points = ball.map(|at| middle + Vector::UP * (at * 0.054));
    let radii = ball.map(|at| 0.056 * (1.0 - at * at).sqrt().max(0.1));
    let bow = top - Vector::UP * 0.046;
    let handle: Vec<Vector> = (0_u8..=8)
        .map(|step| {
            let angle = f32::from(step) * 22.5;
            bow + vector(0.0, 0.042 * sine(angle), 0.038 * cosine(angle))
        })
        .collect();
    [Loft::balls(&points, &radii, Vector::FORWARD, false), Loft::swept(&handle, 0.007)]
}

/// Half a ball, flat side up: a board on a dome. It tips with the sway of the person on it, less under two feet than under one.
fn bosu<'a>(bones: &Skeleton, camera: &'a Camera, middle: Vector) -> Part<'a> {
    let [right, left] = bones.legs.map(|leg| leg.planted);
    let tip = bones.chest.up.z() * if right && left { 0.5 } else { 1.0 };
    let up = (Vector::UP + vector(0.0, 0.0, tip)).unit();
    let top = middle + Vector::UP * BOSU_HEIGHT;
    let disc = |below: f32, radius: f32| (top - up * below, radius);
    let dome = [(0.131, 0.02), (0.127, 0.07), (0.115, 0.105), (0.09, 0.138), (0.06, 0.158), (0.024, 0.168)]
        .map(|(b, r)| disc(b, r));
    let board = [(0.024, 0.185), (0.0, 0.185)].map(|(b, r)| disc(b, r));
    let round = |discs: &[(Vector, f32)]| {
        let (points, radii): (Vec<Vector>, Vec<f32>) = discs.iter().copied().unzip();
        Loft::balls(&points, &radii, Vector::FORWARD, false)
    };
    let mut part = Part::of(camera, &[&round(&dome)], Ink::Furniture);
    part.go_on(Contour::Full);
    part.lined(&round(&board), Ink::Iron);
    part
}

/// A pillow, pressed in by the foot on it: the lower it is, the wider.
fn pillow<'a>(bones: &Skeleton, camera: &'a Camera, middle: Vector) -> Part<'a> {
    let standing = bones.legs.iter().filter(|leg| leg.planted).map(|leg| leg.heel.towards(leg.ball, 0.5).y());
    let top = standing.fold(PILLOW_HEIGHT, f32::min) + 0.006;
    let wide = 1.0 + 2.0 * (PILLOW_HEIGHT + 0.006 - top);
    let rows = [(0.08, 0.15, 0.10), (0.5, 0.17, 0.115), (0.83, 0.165, 0.11), (1.0, 0.14, 0.09)]
        .map(|(height, long, broad)| (height * top, long * wide, broad * wide));
    let section = |(at, (height, long, wide)): (usize, (f32, f32, f32))| CrossSection {
        along: at as f32 / 3.0,
        centre: middle + Vector::UP * height,
        out: vector(0.0, 0.0, 1.0),
        front: Vector::FORWARD,
        half: Four::of([wide, wide, long, long]),
    };
    Part::of(camera, &[&Loft(rows.into_iter().enumerate().map(section).collect())], Ink::Furniture)
}

/// The ends of a stick along sacrum and head, and so along the whole spine.
pub(super) fn dowel(bones: &Skeleton) -> [Vector; 2] {
    let low = bones.hips - bones.pelvis.forward * 0.064;
    let high = bones.neck + bones.head.up * 0.07 - bones.head.forward * 0.052;
    let along = (high - low).unit();
    [low - along * 0.11, low + along * (DOWEL - 0.11)]
}

/// The position of a closed hand's grip.
fn grip(arm: &ArmBones) -> Vector {
    arm.wrist.towards(arm.tip, 0.55)
}

/// The point between the hands.
pub(super) fn grips(bones: &Skeleton) -> Vector {
    grip(&bones.arms[0]).towards(grip(&bones.arms[1]), 0.5) + Vector::UP * 0.008
}

fn arch(leg: &LegBones) -> Vector {
    leg.heel.towards(leg.ball, 0.6)
}
