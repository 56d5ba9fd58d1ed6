//! Reads the packed content: facts and motions as bytes, sentences as lines. `tools/content/pack.rs` writes both.
//!
//! Numbers have seven bits per byte, the lowest first; signed ones count 0, −1, 1, −2, … Times are hundredths of a second,
//! lengths ten-thousandths of the standing height, angles twentieths of a degree.
//!
//! - First the poses that any motion may start from. Then for each exercise its type, areas and muscles (lists: their number,
//!   then a byte each), a byte of tags a level, its poses, and its three motions.
//! - A pose is 38 numbers in six groups (support, trunk, right and left leg, right and left arm), stored as its difference from
//!   another: twice the distance back to that pose, plus one if it is mirrored (0: from zeros); a byte with a bit for each
//!   group that differs, and two bits more for a left leg or arm that mirrors the right one; for each group that differs a byte with a
//!   bit for each number that does, and the differences.
//! - A motion is the seconds of its loop; its view (and 4 for bare feet) with any cuts; its keys (time since the one before, then
//!   four times the pose plus the easing; shared poses count down from 63); its props; its still; and its moments (time, then
//!   sixteen times the line plus the joint).
//! - A language's file has 46 lines for each exercise (see [`Lines`]), with parts of a list separated by tabs. In a level an
//!   empty line or part is the same as in the level before.

use super::{Area, Brief, Cue, Demand, Exercise, Kind, Level, Levels, Muscle, Muscles, Slip, Tag, Variation};
use crate::domain::figure::{
    Arm, CameraViews, CuePoint, Easing, Foot, Hand, Joint, Key, Leg, Line, Motion, Pose, Prop, Reach, Ring, Root,
    STILL, Swing, Vector, View, vector,
};

/// Facts and motions of every exercise.
pub(super) static FACTS_AND_MOTIONS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/content.bin"));
/// The sentences of every exercise.
pub(super) static ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/en.txt"));

const ANGLE: f32 = 20.0;
const LENGTH: f32 = 10_000.0;
const TIME: f32 = 100.0;

/// The exercises that are packed in `facts` and `text`, whose names and numbers are `briefs`.
#[must_use]
pub fn unpack(briefs: &'static [Brief], facts: &'static [u8], text: &'static str) -> Vec<Exercise> {
    let (mut bytes, mut lines) = (Bytes(facts), Lines(text.split('\n')));
    let mut shared = Vec::new();
    if !cfg!(feature = "figureless") {
        bytes.poses(&mut shared);
    }
    briefs.iter().map(|brief| exercise(brief, &shared, &mut bytes, &mut lines)).collect()
}

fn exercise(brief: &'static Brief, shared: &[Numbers], bytes: &mut Bytes, lines: &mut Lines) -> Exercise {
    let kind = Kind::ALL[bytes.index()];
    let areas = bytes.list(Area::ALL);
    let muscles = Muscles { primary: bytes.list(Muscle::ALL), secondary: bytes.list(Muscle::ALL) };
    let tags = [(); 3].map(|()| bytes.tags());
    let mut poses = shared.to_vec();
    if !cfg!(feature = "figureless") {
        bytes.poses(&mut poses);
    }
    let (summary, timing, why) = (lines.next(), lines.next(), lines.next());
    let aliases = lines.list(&[]);
    let mut said = Said::default();
    let mut level = |level: Level| {
        said = lines.level(said);
        let motion = if cfg!(feature = "figureless") {
            &STILL
        } else {
            &*Box::leak(Box::new(Motion { muscles, words: said.motion, ..bytes.motion(&poses, shared.len()) }))
        };
        variation(brief.at(level), said, tags[level as usize], motion)
    };
    let levels = Levels { base: level(Level::Base), hard: level(Level::Hard), harder: level(Level::Harder) };
    Exercise { id: brief.id, name: brief.name, aliases, kind, summary, muscles, areas, timing, why, levels }
}

fn variation(demand: &Demand, said: Said, tags: &'static [Tag], motion: &'static Motion) -> Variation {
    let Demand { dose, sides, kit, loads, tempo } = *demand;
    let Said { title, start, steps, cue, note, breathing, topics, cues, slip, fix, easier, harder, warning, motion: _ } =
        said;
    let cues: Vec<Cue> = topics.iter().zip(cues).map(|(topic, text)| Cue { topic, text }).collect();
    let (cues, slip) = (&*cues.leak(), Slip { slip, fix });
    Variation {
        title,
        start,
        steps,
        dose,
        sides,
        kit,
        loads,
        tempo,
        cue,
        note,
        breathing,
        cues,
        slip,
        easier,
        harder,
        warning,
        tags,
        motion,
    }
}

/// The lines of a language's file: summary, timing, why and other names, then for each level the fields of [`Said`].
struct Lines(std::str::Split<'static, char>);

/// The sentences of a level.
#[derive(Clone, Copy, Default)]
struct Said {
    title: &'static str,
    start: &'static [&'static str],
    steps: &'static [&'static str],
    cue: &'static str,
    note: &'static str,
    breathing: &'static str,
    topics: &'static [&'static str],
    cues: &'static [&'static str],
    slip: &'static str,
    fix: &'static str,
    easier: &'static str,
    harder: &'static str,
    warning: &'static str,
    motion: &'static str,
}

impl Lines {
    fn next(&mut self) -> &'static str {
        self.0.next().unwrap_or_default()
    }

    /// The next line, or `before` if it is empty.
    fn one(&mut self, before: &'static str) -> &'static str {
        Some(self.next()).filter(|line| !line.is_empty()).unwrap_or(before)
    }

    /// The parts of the next line; empty ones are those of `before`.
    fn list(&mut self, before: &'static [&'static str]) -> &'static [&'static str] {
        let line = self.next();
        if line.is_empty() {
            return before;
        }
        let part = |(at, part): (usize, &'static str)| {
            if part.is_empty() { before.get(at).copied().unwrap_or_default() } else { part }
        };
        line.split('\t').enumerate().map(part).collect::<Vec<_>>().leak()
    }

    /// A level; `before` is the level before it.
    fn level(&mut self, before: Said) -> Said {
        Said {
            title: self.one(before.title),
            start: self.list(before.start),
            steps: self.list(before.steps),
            cue: self.one(before.cue),
            note: self.one(before.note),
            breathing: self.one(before.breathing),
            topics: self.list(before.topics),
            cues: self.list(before.cues),
            slip: self.one(before.slip),
            fix: self.one(before.fix),
            easier: self.one(before.easier),
            harder: self.one(before.harder),
            warning: self.one(before.warning),
            motion: self.one(before.motion),
        }
    }
}

/// The numbers of a pose.
type Numbers = [i16; 38];
/// The start of each group of them, and the end of the last.
const GROUPS: [usize; 7] = [0, 4, 10, 17, 24, 31, 38];

/// The bytes left to read. Bytes beyond the end read as zeros.
struct Bytes(&'static [u8]);

impl Bytes {
    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    fn index(&mut self) -> usize {
        usize::from(self.byte())
    }

    fn whole(&mut self) -> u16 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= u16::from(byte & 0x7f) << shift;
            shift = (shift + 7) & 15;
            if byte < 0x80 {
                return number;
            }
        }
    }

    fn signed(&mut self) -> i16 {
        let number = self.whole();
        (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
    }

    fn time(&mut self) -> f32 {
        f32::from(self.signed()) / TIME
    }

    fn length(&mut self) -> f32 {
        f32::from(self.signed()) / LENGTH
    }

    fn list<T: Copy>(&mut self, of: &'static [T]) -> &'static [T] {
        self.many(|bytes| of[bytes.index()])
    }

    fn tags(&mut self) -> &'static [Tag] {
        let set = self.byte();
        Tag::ALL.iter().copied().filter(|tag| set & 1 << (*tag as u8) != 0).collect::<Vec<_>>().leak()
    }

    fn poses(&mut self, poses: &mut Vec<Numbers>) {
        for _ in 0..self.byte() {
            let from = self.index();
            let mut pose = match poses.len().checked_sub(from / 2).and_then(|at| poses.get(at)) {
                Some(other) if from & 1 == 1 => mirrored(other),
                Some(other) => *other,
                None => [0; 38],
            };
            let differs = self.byte();
            for group in (0..6).filter(|group| differs & 1 << group != 0) {
                let numbers = self.byte();
                (0..7)
                    .filter(|number| numbers & 1 << number != 0)
                    .for_each(|number| pose[GROUPS[group] + number] += self.signed());
            }
            for (bit, right, left) in [(1 << 6, 2, 3), (1 << 7, 4, 5)] {
                if differs & bit != 0 {
                    let limb = mirrored_limb(&pose, GROUPS[right]);
                    pose[GROUPS[left]..GROUPS[left + 1]].copy_from_slice(&limb);
                }
            }
            poses.push(pose);
        }
    }

    fn motion(&mut self, poses: &[Numbers], shared: usize) -> Motion {
        let period = f32::from(self.whole());
        let view = self.byte();
        let views = match view & 3 {
            0 => CameraViews::One(View::Side),
            1 => CameraViews::One(View::Front),
            2 => CameraViews::Both,
            _ => CameraViews::Cuts(self.many(|bytes| (bytes.time(), [View::Side, View::Front][bytes.index()]))),
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

    fn many<T>(&mut self, mut one: impl FnMut(&mut Self) -> T) -> &'static [T] {
        (0..self.byte()).map(|_| one(self)).collect::<Vec<_>>().leak()
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

fn line(line: usize) -> Option<Line> {
    match line {
        0 => None,
        1 => Some(Line::AcrossHips),
        2 | 3 => Some(Line::KneeOverToe(line & 1)),
        4 | 5 => Some(Line::ShoulderToKnee(line & 1)),
        _ => Some(Line::HeadToFoot(line & 1)),
    }
}

/// The pose with left and right exchanged.
fn mirrored(pose: &Numbers) -> Numbers {
    let mut other = *pose;
    if pose[0] == 0 {
        // The share of the weight on the right foot.
        other[2] = 10_000 - pose[2];
    } else {
        other[3] = -pose[3];
    }
    // Tilt, turn and side bend.
    for angle in [5, 6, 8] {
        other[angle] = -pose[angle];
    }
    for (to, from) in [(2, 3), (3, 2), (4, 5), (5, 4)] {
        other[GROUPS[to]..GROUPS[to + 1]].copy_from_slice(&mirrored_limb(pose, GROUPS[from]));
    }
    other
}

/// The numbers of a limb, mirrored to the other side.
fn mirrored_limb(pose: &Numbers, at: usize) -> [i16; 7] {
    let mut limb = [0; 7];
    limb.copy_from_slice(&pose[at..at + 7]);
    if limb[0] == 0 {
        limb[3] = -limb[3];
    }
    limb
}

/// The pose with these numbers.
fn written(numbers: &Numbers) -> Pose {
    let length = |at: usize| f32::from(numbers[at]) / LENGTH;
    let angle = |at: usize| f32::from(numbers[at]) / ANGLE;
    let place = |at: usize| -> Vector { vector(length(at), length(at + 1), length(at + 2)) };
    let leg = |at: usize| match numbers[at] {
        0 => Leg::Planted(Foot {
            x: length(at + 1),
            y: length(at + 2),
            z: length(at + 3),
            heel: angle(at + 4),
            out: angle(at + 5),
            knee: angle(at + 6),
        }),
        _ => Leg::Free(Swing {
            hip: angle(at + 1),
            out: angle(at + 2),
            turn: angle(at + 3),
            knee: angle(at + 4),
            foot: angle(at + 5),
        }),
    };
    let arm = |at: usize| match numbers[at] {
        0 => Arm::Hand(Hand { at: place(at + 1), elbow: angle(at + 4) }),
        _ => Arm::Swing(Reach { raise: angle(at + 1), out: angle(at + 2), turn: angle(at + 3), elbow: angle(at + 4) }),
    };
    Pose {
        root: match numbers[0] {
            0 => Root::Balanced { hips: length(1), right: length(2) },
            1 => Root::Hips(place(1)),
            _ => Root::Shoulders(place(1)),
        },
        lean: angle(4),
        tilt: angle(5),
        turn: angle(6),
        spine: angle(7),
        side: angle(8),
        nod: angle(9),
        legs: [leg(10), leg(17)],
        arms: [arm(24), arm(31)],
    }
}
