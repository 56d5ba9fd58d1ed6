//! Motions: views, keys, props and cue points.

use super::bytes::{Bytes, TIME};
use super::pose::{Numbers, written};
use crate::domain::figure::{
    BandEnd, CameraViews, CuePoint, Easing, Grip, GuideLine, Joint, Key, Material, Motion, Prop, Ring, STILL, Vector,
    View, WeightShape, vector,
};

impl Bytes {
    pub(super) fn motion(&mut self, poses: &[Numbers], shared: usize) -> Motion {
        let period = f32::from(self.whole());
        let view = self.byte();
        let views = match view & 3 {
            0 => CameraViews::One(View::SIDE),
            1 => CameraViews::One(View::FRONT),
            2 => CameraViews::Both,
            _ => CameraViews::Cuts(
                self.many(|bytes| (bytes.time(), [View::SIDE, View::FRONT, View::BETWEEN][bytes.index()])),
            ),
        };
        let mut at = 0;
        let keys = self.many(|bytes| {
            at += bytes.signed();
            let key = bytes.index();
            let pose = poses.get(shared + key / 4).unwrap_or_else(|| &poses[63 - key / 4]);
            let easing = [Easing::Flow, Easing::Settle, Easing::Drive, Easing::Hold][key % 4];
            Key { at: f32::from(at) / TIME, easing, pose: written(pose) }
        });
        Motion {
            period,
            keys,
            views,
            barefoot: view & 4 != 0,
            props: self.many(Self::prop),
            still: (self.time(), self.time()),
            moments: self.moments(),
            ..STILL
        }
    }

    fn prop(&mut self) -> Prop {
        match self.byte() {
            0 => Prop::LoopBand([Ring::AboveKnees, Ring::Ankles, Ring::Arches][self.number()]),
            1 => Prop::LongBand { ends: [self.end(), self.end()], slack: self.length() },
            2 => Prop::Dowel,
            3 => {
                let shape = match self.number() {
                    0 => WeightShape::Kettlebell,
                    1 => WeightShape::Dumbbell,
                    _ => WeightShape::Roll,
                };
                let number = self.number();
                let grip = match number {
                    0 | 1 => Grip::Hand(number),
                    2 | 3 => Grip::Swing(number - 2),
                    4 => Grip::Hands,
                    _ => Grip::None,
                };
                Prop::Weight { shape, grip, at: self.place(), from: self.time(), until: self.time() }
            }
            4 => Prop::Straps { x: self.length(), y: self.length() },
            5 => Prop::Bosu { x: self.length(), z: self.length() },
            6 => Prop::Pillow { x: self.length(), z: self.length() },
            7 => Prop::EyesClosed,
            8 => {
                let material = match self.number() {
                    0 => Material::Wood,
                    1 => Material::Pad,
                    2 => Material::Foam,
                    _ => Material::Wall,
                };
                Prop::Block { middle: self.place(), half: self.place(), material }
            }
            9 => Prop::Backpack,
            10 => Prop::JumpRope { under: self.time(), turn: self.time() },
            _ => Prop::PassingGround { speed: self.place() },
        }
    }

    fn end(&mut self) -> BandEnd {
        let number = self.number();
        match number {
            0 | 1 => BandEnd::Hand(number),
            2 | 3 => BandEnd::Foot(number - 2),
            4 | 5 => BandEnd::Ankle(number - 4),
            6 => BandEnd::Feet,
            _ => BandEnd::Anchor(self.place()),
        }
    }

    /// The number of a side or of a kind.
    fn number(&mut self) -> usize {
        self.signed().unsigned_abs() as usize
    }

    fn place(&mut self) -> Vector {
        vector(self.length(), self.length(), self.length())
    }

    fn moments(&mut self) -> &'static [CuePoint] {
        let mut cue = 0;
        self.many(|bytes| {
            cue += 1;
            let (at, seen) = (bytes.time(), bytes.index());
            CuePoint { cue: cue - 1, at, joint: joint(seen & 15), line: line(seen >> 4) }
        })
    }
}

fn joint(joint: usize) -> Joint {
    match joint {
        0 => Joint::Head,
        1 => Joint::Chest,
        2 => Joint::Waist,
        3 => Joint::Hips,
        4 | 5 => Joint::Knee(joint & 1),
        6 | 7 => Joint::Foot(joint & 1),
        _ => Joint::Hand(joint & 1),
    }
}

fn line(line: usize) -> Option<GuideLine> {
    match line {
        0 => None,
        1 => Some(GuideLine::AcrossHips),
        2 | 3 => Some(GuideLine::KneeOverToe(line & 1)),
        4 | 5 => Some(GuideLine::ShoulderToKnee(line & 1)),
        _ => Some(GuideLine::HeadToFoot(line & 1)),
    }
}
