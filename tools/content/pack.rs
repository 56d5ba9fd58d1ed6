//! The packed form: facts and motions as small whole numbers, a language's sentences as lines of text.
//! `domain/catalogue/packed` reads it and describes the format.

use super::facts::LevelFacts;
use super::motion::{Motion, Motions};
use super::pose::{GROUPS, Pose, mirrored_limb};
use super::text::Text;
use super::{Content, Exercise};

/// Everything but sentences and the compiled-in data (`briefs_source`).
pub fn facts_and_motions(content: &Content, with_motions: bool) -> Vec<u8> {
    let mut bytes = if with_motions { shared_poses(content) } else { Vec::new() };
    for exercise in &content.exercises {
        bytes.extend(exercise_facts(exercise));
        if with_motions {
            bytes.extend(exercise_motions(exercise, content.shared_poses.len()));
        }
    }
    bytes
}

/// The sentences of all exercises in a language; of one that lacks it, in English.
pub fn texts(content: &Content, language: &str) -> String {
    let text = |exercise: &Exercise| exercise_text(exercise.texts.get(language).unwrap_or_else(|| exercise.english()));
    content.exercises.iter().map(text).collect::<Vec<_>>().join("\n")
}

/// The poses that any motion may start from.
pub fn shared_poses(content: &Content) -> Vec<u8> {
    let mut packer = Packer::default();
    packer.poses(&content.shared_poses, 0);
    packer.0
}

/// The facts of an exercise.
pub fn exercise_facts(exercise: &Exercise) -> Vec<u8> {
    let facts = &exercise.facts;
    let mut packer = Packer::default();
    packer.byte(facts.kind as u8);
    packer.list(&facts.areas, |area| *area as u8);
    packer.list(&facts.primary, |muscle| *muscle as u8);
    packer.list(&facts.secondary, |muscle| *muscle as u8);
    for LevelFacts { tags, .. } in &facts.levels {
        packer.byte(tags.iter().fold(0, |set, tag| set | 1 << (*tag as u8)));
    }
    packer.0
}

/// The motions of an exercise, whose first poses are `shared` ones.
pub fn exercise_motions(exercise: &Exercise, shared: usize) -> Vec<u8> {
    motions(&exercise.motions, shared)
}

/// Motions whose first poses are `shared` ones.
pub fn motions(motions: &Motions, shared: usize) -> Vec<u8> {
    let mut packer = Packer::default();
    let Motions { poses, levels } = motions;
    packer.poses(poses, shared);
    for motion in levels {
        packer.motion(motion, shared);
    }
    packer.0
}

/// The sentences of an exercise but its name: a line each, with the parts of a list separated by tabs. An empty line or part of a level is
/// the same as in the level before.
pub fn exercise_text(text: &Text) -> String {
    let mut lines = vec![text.summary.clone(), text.timing.clone(), text.why.clone(), text.aliases.join("\t")];
    let nothing = Vec::new();
    for (at, level) in text.levels.iter().enumerate() {
        for (field, parts) in level.fields.iter().enumerate() {
            let before = at.checked_sub(1).map_or(&nothing, |before| &text.levels[before].fields[field]);
            let packed = |(at, part): (usize, &String)| {
                if before.get(at) == Some(part) { String::new() } else { part.clone() }
            };
            let line = parts.iter().enumerate().map(packed).collect::<Vec<_>>().join("\t");
            let is_other = line.is_empty() && parts != before;
            lines.push(if parts == before {
                String::new()
            } else if is_other {
                parts.join("\t")
            } else {
                line
            });
        }
    }
    lines.join("\n")
}

#[derive(Default)]
struct Packer(Vec<u8>);

impl Packer {
    fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    /// An unsigned number, seven bits per byte, the lowest first.
    #[allow(clippy::cast_possible_truncation, reason = "the low bits are meant")]
    fn whole(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// A signed number: 0, −1, 1, −2, 2, …
    fn signed(&mut self, number: i32) {
        self.whole(((number << 1) ^ (number >> 31)).cast_unsigned());
    }

    fn count(&mut self, count: usize) {
        self.whole(u32::try_from(count).expect("lists are short"));
    }

    fn list<T>(&mut self, list: &[T], byte: impl Fn(&T) -> u8) {
        self.count(list.len());
        for item in list {
            self.byte(byte(item));
        }
    }

    /// The poses after the first `known`, each as its difference from the most similar one before it.
    fn poses(&mut self, poses: &[(String, Pose)], known: usize) {
        self.count(poses.len() - known);
        for (at, (_, pose)) in poses.iter().enumerate().skip(known) {
            let nothing = Packer::default().differences(0, &Pose::default(), pose);
            let near = poses[..at].iter().enumerate().flat_map(|(from, (_, other))| {
                let back = 2 * (at - from);
                [
                    Packer::default().differences(back, other, pose),
                    Packer::default().differences(back + 1, &other.mirrored(), pose),
                ]
            });
            let least = near.chain([nothing]).min_by_key(Vec::len);
            self.0.extend(least.unwrap_or_default());
        }
    }

    /// The difference of `pose` from `from`, which is `back` poses before: the groups of numbers that differ, and the numbers in each.
    fn differences(mut self, back: usize, from: &Pose, pose: &Pose) -> Vec<u8> {
        self.count(back);
        let at = self.0.len();
        self.byte(0);
        for (group, numbers) in GROUPS.into_iter().enumerate() {
            let (old, new) = (&from.0[numbers.clone()], &pose.0[numbers.clone()]);
            if old == new {
                continue;
            }
            // The left limb as a mirror of the right one.
            let mirrors = group > 2 && group % 2 == 1 && mirrored_limb(pose.limb(group - 1)) == pose.limb(group);
            if mirrors {
                self.0[at] |= 1 << (6 + u8::from(group == 5));
                continue;
            }
            self.0[at] |= 1 << group;
            let differs = |pair: &(&i32, &i32)| pair.0 != pair.1;
            let numbers = old.iter().zip(new);
            let bits = numbers.clone().enumerate().filter(|(_, pair)| differs(pair)).map(|(bit, _)| 1 << bit);
            self.whole(bits.sum());
            numbers.filter(differs).for_each(|(old, new)| self.signed(new - old));
        }
        self.0
    }

    fn motion(&mut self, motion: &Motion, shared: usize) {
        let Motion { seconds, keys, view, cuts, barefoot, props, still, moments, speed: _ } = motion;
        self.whole(u32::from(*seconds));
        self.byte(view | u8::from(*barefoot) << 2);
        if *view == 3 {
            self.count(cuts.len());
            for (time, view) in cuts {
                self.signed(*time);
                self.byte(*view);
            }
        }
        self.count(keys.len());
        let mut before = 0;
        for (time, ease, pose) in keys {
            self.signed(time - before);
            before = *time;
            // The shared poses come after the exercise's own.
            let pose = if *pose >= shared { pose - shared } else { 63 - pose };
            self.byte(ease | u8::try_from(pose << 2).expect("an exercise has fewer than 62 poses"));
        }
        self.count(props.len());
        for (kind, numbers) in props {
            self.byte(*kind);
            for number in numbers {
                self.signed(*number);
            }
        }
        for time in still {
            self.signed(*time);
        }
        self.count(moments.len());
        for moment in moments {
            self.signed(moment.at);
            self.byte(moment.joint | moment.line << 4);
        }
    }
}
