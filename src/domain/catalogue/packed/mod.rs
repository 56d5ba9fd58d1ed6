//! Reads the packed content: facts and motions as bytes, sentences as lines. `tools/content/pack.rs` writes both.
//!
//! Numbers have seven bits per byte, the lowest first; signed ones count 0, −1, 1, −2, … Times are hundredths of a second,
//! lengths ten-thousandths of the standing height, angles twentieths of a degree.
//!
//! - First the poses that any motion may start from. Then for each exercise its type, areas and muscles (lists: their number,
//!   then a byte each), a byte of tags a level, its poses, and its three motions.
//! - A pose is 53 numbers in six groups (support, trunk, right and left leg, right and left arm), stored as its difference from
//!   another: twice the distance back to that pose, plus one if it is mirrored (0: from zeros); a byte with a bit for each
//!   group that differs, and two bits more for a left leg or arm that mirrors the right one; for each group that differs a number
//!   with a bit for each of its numbers that does (rare ones come last, so that it is mostly a byte), and the differences.
//! - A motion is the seconds of its loop; its view (and 4 for bare feet) with any cuts; its keys (time since the one before, then
//!   four times the pose plus the easing; shared poses count down from 63); its props; its still; and its moments (time, then
//!   sixteen times the line plus the joint).
//! - A language's file has 49 lines for each exercise (see [`Lines`]), with parts of a list separated by tabs. In a level an
//!   empty line or part is the same as in the level before.

mod bytes;
mod lines;
mod motion;
mod pose;

use self::bytes::Bytes;
use self::lines::{Lines, Said};
use self::pose::Numbers;
use super::{Area, Brief, Cue, Demand, Exercise, Kind, Level, Levels, Muscle, Muscles, Slip, Tag, Variation};
use crate::domain::figure::{Motion, STILL};

/// Facts and motions of every exercise.
pub(super) static FACTS_AND_MOTIONS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/content.bin"));
/// The sentences of every exercise.
pub(super) static ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/en.txt"));

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
    let Demand { dose, sides, kit, loads, tempo, .. } = *demand;
    let Said {
        title, short, start, steps, cue, note, breathing, topics, cues, slip, fix, easier, harder, warning, ..
    } = said;
    let cues: Vec<Cue> = topics.iter().zip(cues).map(|(topic, text)| Cue { topic, text }).collect();
    let (cues, slip) = (&*cues.leak(), Slip { slip, fix });
    Variation {
        title,
        short,
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

impl Bytes {
    fn tags(&mut self) -> &'static [Tag] {
        let set = self.byte();
        Tag::ALL.iter().copied().filter(|tag| set & 1 << (*tag as u8) != 0).collect::<Vec<_>>().leak()
    }
}
