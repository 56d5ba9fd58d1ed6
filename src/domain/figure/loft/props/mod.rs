//! Props, each placed by the joints that hold it or by its own numbers, so that it cannot be anywhere else.

mod bands;
mod blocks;
mod stands;
mod weights;

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
/// A section that is wider than this is measured all round, in these directions.
const WIDE: f32 = 0.06;
static ROUND: [(f32, f32); 8] =
    [(1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (-1.0, 1.0), (-1.0, 0.0), (-1.0, -1.0), (0.0, -1.0), (1.0, -1.0)];

/// The room of what takes none.
const NOWHERE: [Vector; 2] = [vector(f32::NAN, f32::NAN, f32::NAN); 2];

/// The share by which each hand is closed round a handle at `time`.
pub(super) fn grips(props: &[Prop], time: f32) -> [f32; 2] {
    let mut grips = [0.0_f32; 2];
    for prop in props {
        match prop {
            Prop::LongBand { ends, .. } => {
                for end in ends {
                    if let BandEnd::Hand(side) = end {
                        grips[side % 2] = 1.0;
                    }
                }
            }
            Prop::Dowel | Prop::Straps { .. } | Prop::JumpRope { .. } => grips = [1.0; 2],
            &Prop::Weight { grip, from, until, .. } => {
                let share = smooth(time, from - CLOSING, from) * (1.0 - smooth(time, until, until + CLOSING));
                let [one, other] = hands(grip);
                grips[one % 2] = share;
                grips[other % 2] = share;
            }
            _ => {}
        }
    }
    grips
}

/// The hands that hold a weight; twice the same if it is one.
const fn hands(grip: Grip) -> [usize; 2] {
    match grip {
        Grip::Hand(side) | Grip::Swing(side) => [side, side],
        Grip::Hands | Grip::None => [0, 1],
    }
}

/// The pieces of a picture: those of the body in their order, and after them a part of a prop each.
pub(super) struct Pieces<'a> {
    pub(super) camera: &'a Camera,
    /// The nearness of each.
    pub(super) depths: Vec<f32>,
    /// Two opposite corners of the room that each takes; not numbers if it changes no place with a block.
    pub(super) rooms: Vec<Vector>,
    /// The parts of props.
    pub(super) parts: Vec<Part<'a>>,
    /// The room that props take, as balls, where they are measured and not drawn.
    pub(super) balls: Option<&'a mut Vec<(Vector, f32)>>,
}

impl<'a> Pieces<'a> {
    fn near(&self, at: Vector) -> f32 {
        self.camera.nearness(at)
    }

    fn add(&mut self, depth: f32, room: [Vector; 2], part: Part<'a>) {
        self.depths.push(depth);
        self.rooms.push(room[0]);
        self.rooms.push(room[1]);
        self.parts.push(part);
    }

    /// Adds lofts of a cord, or of none if it is 0.
    fn lofts(&mut self, depth: f32, lofts: &[&Loft], ink: Ink, cord: usize) {
        let Some(balls) = &mut self.balls else {
            let mut part = Part::of(self.camera, lofts, ink);
            part.cord = cord;
            return self.add(depth, NOWHERE, part);
        };
        for section in lofts.iter().flat_map(|loft| &loft.0) {
            let half = section.half.get::<0>();
            if half < WIDE {
                balls.push((section.centre, half));
                continue;
            }
            for &(out, front) in &ROUND {
                balls.push((section.support(out, front), 0.0));
            }
        }
    }

    fn loft(&mut self, depth: f32, loft: &Loft, ink: Ink) {
        self.lofts(depth, &[loft], ink, 0);
    }

    /// Adds a handle in a hand, which is seen on both sides of it, and returns its nearness: behind the hand.
    fn handle(&mut self, bones: &Skeleton, side: usize, ink: Ink) -> f32 {
        let arm = &bones.arms[side % 2];
        let (middle, half) = (grip(arm), bar(arm) * 0.036);
        let depth = self.near(middle).min(self.near(arm.wrist)) + 0.01;
        self.loft(depth, &Loft::swept(&[middle - half, middle, middle + half], 0.008), ink);
        depth
    }

    /// Adds the parts of a prop at `time`; a band on the legs is drawn with their lofts only.
    pub(super) fn prop(&mut self, bones: &Skeleton, body: Option<&Body>, prop: &Prop, time: f32) {
        match *prop {
            Prop::LoopBand(ring) => body.into_iter().for_each(|body| bands::loop_band(self, body, ring)),
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
            Prop::Bosu { x, z } => stands::bosu(self, bones, vector(x, 0.0, z)),
            Prop::Pillow { x, z } => self.loft(-9.0, &stands::pillow(bones, vector(x, 0.0, z)), Ink::Furniture),
            Prop::EyesClosed => {}
            Prop::Block { middle, half, material } => blocks::block(self, bones, middle, half, material),
            Prop::Backpack => self.loft(self.on_back(bones), &stands::backpack(bones), Ink::Band),
            Prop::JumpRope { under, turn } => bands::rope(self, bones, (time - under) / turn),
            Prop::PassingGround { speed } => stands::marks(self, speed, time),
        }
    }

    /// The nearness of what lies on the back: from behind before trunk and head, from the front behind both.
    fn on_back(&self, bones: &Skeleton) -> f32 {
        self.near(bones.waist.towards(bones.neck, 0.5)) - 0.17 * bones.chest.forward.dot(self.camera.eye)
    }
}

/// A row of a solid in ten-thousandths: its distance along the axis, and its half-widths forward and aside.
type SolidRow = [i16; 3];

/// A solid of revolution: rows of the distance from `from` along its axis, and twice the radius there.
fn turned_solid(from: Vector, axis: Vector, rows: &[SolidRow]) -> Loft {
    let aside = if axis.x().abs() < 0.95 { Vector::FORWARD } else { Vector::UP }.beside(axis).unit();
    cushion(from, &Frame { up: axis, right: aside, forward: aside.cross(axis) }, rows, [1.0; 2])
}

/// A cushion: rows of the distance upward from `from`, and the half-widths forward and aside, all times the scale upward and that of the half-widths.
fn cushion(from: Vector, axes: &Frame, rows: &[SolidRow], [high, broad]: [f32; 2]) -> Loft {
    let mut sections = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        let [up, deep, wide] = row.map(|length| f32::from(length) / 10_000.0);
        sections.push(CrossSection {
            along: at as f32 / (rows.len() - 1) as f32,
            centre: from + axes.up * (up * high),
            out: axes.right,
            front: axes.forward,
            half: Four::of([wide, wide, deep, deep]).times(Four::all(broad)),
        });
    }
    Loft(sections)
}

/// The ends of a stick along sacrum and head, and so along the whole spine.
fn dowel(bones: &Skeleton) -> [Vector; 2] {
    let low = bones.hips - bones.pelvis.forward * 0.064;
    let high = bones.head.beyond(bones.neck, vector(-0.052, 0.07, 0.0));
    let along = (high - low).unit();
    [low - along * 0.11, low + along * (DOWEL - 0.11)]
}

/// The position of a closed hand's grip.
extern "C" fn grip(arm: &ArmBones) -> Vector {
    arm.wrist.towards(arm.tip, 0.55)
}

/// The direction of a bar in a closed hand.
extern "C" fn bar(arm: &ArmBones) -> Vector {
    (arm.tip - arm.wrist).cross(arm.palm).unit()
}

/// The point between two grips.
extern "C" fn between_grips(bones: &Skeleton, one: usize, other: usize) -> Vector {
    grip(&bones.arms[one % 2]).towards(grip(&bones.arms[other % 2]), 0.5)
}
