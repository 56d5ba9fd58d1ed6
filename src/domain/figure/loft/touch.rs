//! The muscle or the part of the body under a point of the picture, and their outlines. The nearest one to the viewer counts.

use super::body::{Body, LoftName};
use super::muscles::{PATCHES, Region};
use super::outline::outline;
use super::paint::{turn_right, twice_the_area};
use super::plan::CLOTH;
use super::section::Loft;
use super::surface::{Surface, strip, twin};
use crate::domain::figure::body::{Muscle, Skeleton};
use crate::domain::figure::camera::Camera;
use crate::domain::figure::pen::Pen;
use crate::domain::figure::vector::Vector;
use crate::domain::figure::view::{Point, wrapped};

/// A part of the body as a runner names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigurePart {
    /// Head and neck.
    Head,
    /// The front of the trunk.
    Torso,
    /// The back of the trunk.
    Back,
    /// Hip, groin and buttock.
    Hip,
    /// Between hip and knee.
    Thigh,
    /// The knee.
    Knee,
    /// Between knee and ankle.
    LowerLeg,
    /// Ankle and foot.
    Foot,
    /// Between shoulder and elbow.
    UpperArm,
    /// Between elbow and wrist.
    Forearm,
    /// The hand.
    Hand,
}

/// A place of the body that was touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Touch {
    /// The muscle, if one lies there.
    pub muscle: Option<Muscle>,
    /// The part of the body.
    pub part: FigurePart,
    /// 0 for the right side, 1 for the left one; the side of the trunk on which it lies.
    pub side: usize,
}

/// A part of the body, and the range of its lofts that belongs to it.
type PartRange = (FigurePart, Region, [f32; 2]);
const WHOLE: [f32; 2] = [-1.0, 2.0];
static AREAS: [PartRange; 14] = [
    (FigurePart::Head, Region::Head, WHOLE),
    (FigurePart::Torso, Region::Trunk, [0.18, 1.15]),
    (FigurePart::Back, Region::Trunk, [0.18, 1.15]),
    (FigurePart::Hip, Region::Trunk, [-0.15, 0.18]),
    (FigurePart::Hip, Region::Buttock, WHOLE),
    (FigurePart::Hip, Region::Thigh, [-0.14, 0.14]),
    (FigurePart::Thigh, Region::Thigh, [0.14, 0.8]),
    (FigurePart::Knee, Region::Thigh, [0.8, 1.0]),
    (FigurePart::Knee, Region::Shank, [0.0, 0.16]),
    (FigurePart::LowerLeg, Region::Shank, [0.16, 0.9]),
    (FigurePart::Foot, Region::Foot, WHOLE),
    (FigurePart::UpperArm, Region::UpperArm, WHOLE),
    (FigurePart::Forearm, Region::Forearm, WHOLE),
    (FigurePart::Hand, Region::Hand, WHOLE),
];
impl Region {
    /// Its lofts; the muscles lie on the first one.
    const fn lofts(self) -> &'static [LoftName] {
        match self {
            Self::Thigh => &[LoftName::Thigh],
            Self::Buttock => &[LoftName::Buttock],
            Self::Shank => &[LoftName::Shank],
            Self::Foot => &[LoftName::RearFoot, LoftName::Toes],
            Self::Trunk => &[LoftName::Trunk],
            Self::UpperArm => &[LoftName::UpperArm, LoftName::Collar],
            Self::Forearm => &[LoftName::Forearm],
            Self::Hand => &[
                LoftName::Palm,
                LoftName::Thumb,
                LoftName::FirstFinger,
                LoftName::MiddleFinger,
                LoftName::RingFinger,
                LoftName::LittleFinger,
            ],
            Self::Head => &[LoftName::Head, LoftName::Neck],
        }
    }
}

/// Degrees between the views in which the best one is sought.
const TURN: u16 = 15;
/// A muscle counts as so much nearer than the skin around it: it may reach under a part beside it.
const OVER: f32 = 0.05;

/// A body as a camera sees it.
struct SeenBody<'a> {
    camera: &'a Camera,
    bones: &'a Skeleton,
    lofts: Body,
    /// Every area of every part, and its nearness.
    areas: Vec<(Touch, f32, Vec<Point>)>,
}

impl Touch {
    /// The place at a point of the picture, or the first one found around it, so far away.
    #[must_use]
    pub fn at(bones: &Skeleton, camera: &Camera, point: Point, around: f32) -> Option<Self> {
        let seen = SeenBody::of(bones, camera);
        let ring = [[0.0, 0.0], [1.0, 0.0], [-1.0, 0.0], [0.0, 1.0], [0.0, -1.0]];
        ring.iter().find_map(|[x, y]| seen.touch(point.moved(x * around, y * around)))
    }
}

/// The visible outline of a muscle on both sides of the body, as a path.
#[must_use]
pub fn muscle_outline(bones: &Skeleton, camera: &Camera, muscle: Muscle) -> String {
    let mut pen = Pen::default();
    SeenBody::of(bones, camera).visible(muscle, &mut |area| pen.curve(area, true));
    pen.path()
}

/// The outlines of a part of the body on these sides, as a path.
#[must_use]
pub fn part_outline(bones: &Skeleton, camera: &Camera, parts: &[FigurePart], sides: [bool; 2]) -> String {
    let mut pen = Pen::default();
    for (touch, _, mut area) in SeenBody::of(bones, camera).areas {
        if parts.contains(&touch.part) && sides[touch.side] {
            turn_right(&mut area);
            pen.curve(&area, true);
        }
    }
    pen.path()
}

/// The azimuth from which most of a muscle is seen, in degrees; `azimuth` if much of it is seen from there.
#[must_use]
pub fn best_azimuth(bones: &Skeleton, muscle: Muscle, azimuth: f32) -> f32 {
    let (mut best, mut most) = (azimuth, 0.0);
    for turn in 0..360 / TURN {
        let (there, mut seen) = (wrapped(azimuth + f32::from(turn * TURN)), 0.0);
        let camera = Camera::at(there, 0.0);
        SeenBody::of(bones, &camera).visible(muscle, &mut |area| seen = twice_the_area(area).abs().max(seen));
        if turn == 0 {
            seen *= 3.0;
        }
        if seen > most {
            (best, most) = (there, seen);
        }
    }
    best
}

/// Takes a muscle, its side, its nearness, and an area of it in the picture.
type SeeMuscle<'a> = dyn FnMut(Muscle, usize, f32, &[Point]) + 'a;

impl<'a> SeenBody<'a> {
    fn of(bones: &'a Skeleton, camera: &'a Camera) -> Self {
        let mut seen = Self { camera, bones, lofts: Body::of(bones, [0.0; 2]), areas: Vec::new() };
        seen.areas = seen.parts();
        seen
    }

    fn touch(&self, point: Point) -> Option<Touch> {
        let (mut touch, mut nearest) = self.part(point)?;
        self.muscles(None, &mut |muscle, _, nearness, area| {
            if nearness + OVER > nearest && point.is_inside(area) {
                (touch.muscle, nearest) = (Some(muscle), nearness + OVER);
            }
        });
        Some(touch)
    }

    /// The nearest part at a point, and its nearness.
    fn part(&self, point: Point) -> Option<(Touch, f32)> {
        let mut found: Option<(Touch, f32)> = None;
        for (touch, nearness, area) in &self.areas {
            if found.is_none_or(|(_, other)| *nearness > other) && point.is_inside(area) {
                found = Some((*touch, *nearness));
            }
        }
        found
    }

    /// Calls `see` with the areas of a muscle of which most is not hidden by another part.
    fn visible(&self, muscle: Muscle, see: &mut dyn FnMut(&[Point])) {
        self.muscles(Some(muscle), &mut |_, _, nearness, area| {
            let middle = middle(area);
            let is_seen = |edge: &&Point| {
                self.part(middle.towards(**edge, 0.7)).is_some_and(|(_, before)| before < nearness + OVER)
            };
            if area.iter().filter(is_seen).count() * 4 > area.len() * 3 {
                see(area);
            }
        });
    }

    /// Every area of every part.
    fn parts(&self) -> Vec<(Touch, f32, Vec<Point>)> {
        let mut areas = Vec::new();
        for &(part, region, [from, to]) in &AREAS {
            for side in 0..2 {
                let touch = Touch { muscle: None, part, side };
                let nearness = self.nearness(region, side);
                let mut add =
                    |lines: Vec<Vec<Point>>| areas.extend(lines.into_iter().map(|line| (touch, nearness, line)));
                if region == Region::Trunk {
                    add(self.trunk_part(touch, [from, to]));
                    continue;
                }
                for loft in self.lofts(region, side) {
                    let ends = loft.ends().map(|end| end.along);
                    add(outline(&loft.cut(from.max(ends[0]), to.min(ends[1])), self.camera));
                }
            }
        }
        areas
    }

    /// A part of the trunk: half of its front, of its back, or of both.
    fn trunk_part(&self, touch: Touch, [from, to]: [f32; 2]) -> Vec<Vec<Point>> {
        let (mut low, mut high) = match touch.part {
            FigurePart::Back => (270, 360),
            FigurePart::Torso => (0, 90),
            _ => (-90, 90),
        };
        if touch.side == 1 {
            (low, high) = (180 - high, 180 - low);
        }
        let mut strips = Vec::with_capacity(12);
        for row in 0..12_u8 {
            strips.push(strip(from + (to - from) * f32::from(row) / 11.0, low, high));
        }
        Surface::of(self.lofts.loft(LoftName::Trunk, 0), self.camera).patch(&strips)
    }

    /// Calls `see` with every area of a muscle, or of all.
    fn muscles(&self, muscle: Option<Muscle>, see: &mut SeeMuscle) {
        for patch in PATCHES.iter().filter(|patch| muscle.is_none_or(|one| one == patch.muscle)) {
            for side in 0..2 {
                let (skin, nearness) = (self.skin(patch.region, side), self.nearness(patch.region, side));
                let is_twin = patch.region == Region::Trunk && side == 1;
                let strips = if is_twin { twin(patch.strips) } else { patch.strips.to_vec() };
                for area in Surface::of(&skin, self.camera).patch(&strips) {
                    see(patch.muscle, side, nearness, &area);
                }
            }
        }
    }

    /// The loft on which the muscles of a region lie.
    fn skin(&self, region: Region, side: usize) -> Loft {
        let loft = self.lofts.loft(region.lofts()[0], side).clone();
        if matches!(region, Region::Trunk | Region::Thigh) { loft.grown(CLOTH) } else { loft }
    }

    fn lofts(&self, region: Region, side: usize) -> Vec<&Loft> {
        region.lofts().iter().map(|name| self.lofts.loft(*name, side)).collect()
    }

    /// The nearness of a region to the viewer: that of its middle, and more for what is painted over its neighbours.
    fn nearness(&self, region: Region, side: usize) -> f32 {
        let bones = self.bones;
        let near = |at: Vector| self.camera.nearness(at);
        let trunk = near(bones.hips.towards(bones.shoulders, 0.5));
        let own = || near(self.lofts.loft(region.lofts()[0], side).middle());
        match region {
            // The side of the pelvis lies before the other one.
            Region::Trunk => trunk.max(near(bones.legs[side].hip)),
            Region::Head => near(bones.neck) + 0.07,
            Region::UpperArm | Region::Forearm | Region::Hand => own() + 0.03,
            // Seen from the front, the buttock lies behind the pelvis.
            Region::Buttock if bones.pelvis.forward.dot(self.camera.eye) < 0.5 => own() + 0.04,
            Region::Thigh | Region::Shank | Region::Foot | Region::Buttock => own() + 0.012,
        }
    }
}

/// The mean of the points of an area.
fn middle(area: &[Point]) -> Point {
    let share = 1.0 / area.len() as f32;
    area.iter().fold(Point::default(), |sum, point| sum.moved(point.x * share, point.y * share))
}
