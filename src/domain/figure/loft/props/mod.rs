//! Props, each placed by the joints that hold it or by its own numbers, so that it cannot be anywhere else.

mod bands;
mod blocks;
mod stands;
mod weights;

pub(super) use blocks::{corners, lies_over};
pub(super) use weights::weight_balls;

use super::body::Body;
use super::paint::Ink;
use super::part::Part;
use super::section::{CrossSection, Loft, smooth};
use crate::domain::figure::body::{ArmBones, Skeleton};
use crate::domain::figure::camera::Camera;
use crate::domain::figure::four::Four;
use crate::domain::figure::motion::{BandEnd, Grip, Prop};
use crate::domain::figure::vector::{Frame, Vector, vector};

/// Length of a dowel.
const DOWEL: f32 = 0.69;
/// Seconds in which a hand closes on a handle, or lets it go.
const CLOSING: f32 = 0.2;

/// The share by which each hand is closed round a handle at `time`.
pub(super) fn grips(props: &[Prop], time: f32) -> [f32; 2] {
    let mut grips = [0.0_f32; 2];
    for prop in props {
        let mut close = |side: usize, share: f32| grips[side] = grips[side].max(share);
        match *prop {
            Prop::LongBand { ends, .. } => {
                for end in ends {
                    if let BandEnd::Hand(side) = end {
                        close(side, 1.0);
                    }
                }
            }
            Prop::Dowel | Prop::Straps { .. } | Prop::JumpRope { .. } => grips = [1.0; 2],
            Prop::Weight { grip, from, until, .. } => {
                let share = smooth(time, from - CLOSING, from) * (1.0 - smooth(time, until, until + CLOSING));
                match grip {
                    Grip::Hand(side) | Grip::Swing(side) => close(side, share),
                    Grip::Hands | Grip::Chest => (0..2).for_each(|side| close(side, share)),
                    Grip::None => {}
                }
            }
            _ => {}
        }
    }
    grips
}

/// The pieces of a picture: the nearness of each, first those of the body in their order, then a part of a prop each.
pub(super) struct Pieces<'a> {
    pub(super) camera: &'a Camera,
    pub(super) depths: Vec<f32>,
    pub(super) parts: Vec<Part<'a>>,
    /// Pieces and two opposite corners of the room that each takes: those of the body, and blocks.
    pub(super) rooms: Vec<(usize, [Vector; 2])>,
}

impl Pieces<'_> {
    fn near(&self, at: Vector) -> f32 {
        self.camera.nearness(at)
    }
}

impl<'a> Pieces<'a> {
    fn add(&mut self, depth: f32, part: Part<'a>) {
        self.depths.push(depth);
        self.parts.push(part);
    }

    fn loft(&mut self, depth: f32, loft: &Loft, ink: Ink) {
        self.add(depth, Part::of(self.camera, &[loft], ink));
    }

    /// Adds the parts of a prop at `time`. `limbs` are the pieces of thigh, shank and foot on the right side.
    pub(super) fn prop(&mut self, bones: &Skeleton, body: &Body, prop: &Prop, time: f32, limbs: [usize; 3]) {
        match *prop {
            Prop::LoopBand(ring) => bands::loop_band(self, body, ring, limbs),
            Prop::LongBand { ends, slack } => bands::long_band(self, bones, ends, slack),
            Prop::Dowel => {
                let ends = dowel(bones);
                let stick = Loft::swept(&[ends[0], ends[0].towards(ends[1], 0.5), ends[1]], 0.0085);
                self.loft(self.on_back(bones), &stick, Ink::Band);
            }
            Prop::Weight { shape, grip, at, from, until } => {
                let is_held = (from..until).contains(&time);
                weights::weight(self, bones, shape, if is_held { grip } else { Grip::None }, at);
            }
            Prop::Straps { x, y } => bands::straps(self, bones, vector(x, y, 0.0)),
            Prop::Bosu { x, z } => self.add(-9.0, stands::bosu(bones, self.camera, vector(x, 0.0, z))),
            Prop::Pillow { x, z } => self.loft(-9.0, &stands::pillow(bones, vector(x, 0.0, z)), Ink::Furniture),
            Prop::EyesClosed => {}
            Prop::Block { middle, half, material } => blocks::block(self, bones, [middle, half], material),
            Prop::Backpack => self.loft(self.on_back(bones), &stands::backpack(bones), Ink::Band),
            Prop::JumpRope { under, turn } => bands::rope(self, bones, (time - under) / turn),
            Prop::PassingGround { speed } => self.add(-9.5, stands::marks(self.camera, speed, time)),
        }
    }

    /// The nearness of what lies on the back: from behind before trunk and head, from the front behind both.
    fn on_back(&self, bones: &Skeleton) -> f32 {
        self.near(bones.waist.towards(bones.neck, 0.5)) - 0.17 * bones.chest.forward.dot(self.camera.eye)
    }
}

/// A solid of revolution: rows of the distance from `from` along its axis, and the radius there.
fn turned_solid(from: Vector, axis: Vector, rows: &[(f32, f32)]) -> Loft {
    let (mut points, mut radii) = (Vec::with_capacity(rows.len()), Vec::with_capacity(rows.len()));
    for (along, radius) in rows {
        points.push(from + axis * *along);
        radii.push(*radius);
    }
    Loft::balls(&points, &radii, Vector::FORWARD, false)
}

/// A cushion: rows of the distance upward from `from`, and the half-widths forward and aside.
fn cushion(from: Vector, axes: &Frame, rows: &[[f32; 3]]) -> Loft {
    let mut sections = Vec::with_capacity(rows.len());
    for (at, [up, deep, wide]) in rows.iter().copied().enumerate() {
        sections.push(CrossSection {
            along: at as f32 / (rows.len() - 1) as f32,
            centre: from + axes.up * up,
            out: axes.right,
            front: axes.forward,
            half: Four::of([wide, wide, deep, deep]),
        });
    }
    Loft(sections)
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
