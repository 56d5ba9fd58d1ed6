//! Motions: views, keys, props and cue points.

use super::bytes::{Bytes, TIME};
use super::pose::{Numbers, written};
use crate::domain::figure::{CameraViews, CuePoint, Easing, GuideLine, Joint, Key, Motion, Prop, Ring, STILL, View};

impl Bytes {
    pub(super) fn motion(&mut self, poses: &[Numbers], shared: usize) -> Motion {
        let period = f32::from(self.whole());
        let view = self.byte();
        let views = match view & 3 {
            0 => CameraViews::One(View::SIDE),
            1 => CameraViews::One(View::FRONT),
            2 => CameraViews::Both,
            _ => CameraViews::Cuts(self.many(|bytes| (bytes.time(), [View::SIDE, View::FRONT][bytes.index()]))),
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
            0 => Prop::LoopBand([Ring::AboveKnees, Ring::Ankles, Ring::Arches][self.signed().unsigned_abs() as usize]),
            1 => {
                let (hand, foot) = (self.signed().unsigned_abs() as usize, self.signed().unsigned_abs() as usize);
                Prop::LongBand { hand, foot, slack: self.length() }
            }
            2 => Prop::Dowel,
            3 => Prop::Kettlebell { x: self.length(), from: self.time(), until: self.time() },
            4 => Prop::Straps { x: self.length(), y: self.length() },
            5 => Prop::Bosu { x: self.length(), z: self.length() },
            6 => Prop::Pillow { x: self.length(), z: self.length() },
            _ => Prop::EyesClosed,
        }
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
