//! The own exercises of a routine in its link, after the bytes of the routine: for each of them, in the order of the routine, its
//! definition, so that whoever receives the link can train it.
//!
//! Bytes: 0 for one that is unknown here, else 1 + its type + 3 × (its sides + 3 × its unit); name; sets; amount; rest; seconds of a
//! repetition; place of a weight, 0 for none; number of pieces of kit and their digests; the same for the parts that it loads; number
//! of cues and the cues; 0 for no picture, or 1 and two poses: the digest of the exercise, and 1 for its main pose.

use super::version_2::position;
use crate::domain::catalogue::{
    BodyPart, Kind, Kit, LoadPlace, MAX_CUE, MAX_CUES, MAX_OWN_NAME, Measure, OwnExercise, OwnPose, Sides, briefs,
    is_own, own,
};
use crate::domain::compact::{CodeReader, CodeWriter, digest};
use crate::domain::routine::Routine;
use crate::domain::units::{Amount, Seconds};

/// The ids of the own exercises of `routine`, each once.
fn ids(routine: &Routine) -> Vec<&str> {
    let mut ids: Vec<&str> = Vec::new();
    let items = routine.parts().iter().flat_map(|block| routine.items_of(block.key).collect::<Vec<_>>());
    for item in items.filter(|item| is_own(&item.exercise)) {
        if !ids.contains(&item.exercise.as_str()) {
            ids.push(&item.exercise);
        }
    }
    ids
}

/// True if a link of `routine` has definitions.
pub(super) fn has_own(routine: &Routine) -> bool {
    routine.items.iter().any(|item| own(&item.exercise).is_some())
}

pub(super) fn write(out: &mut CodeWriter, routine: &Routine) {
    for id in ids(routine) {
        match own(id) {
            Some(own) => write_one(out, own),
            None => out.byte(0),
        }
    }
}

fn write_one(out: &mut CodeWriter, own: &OwnExercise) {
    let sides = position(Sides::ALL, own.sides) + 3 * position(Measure::ALL, own.measure);
    out.byte(1 + position(Kind::ALL, own.kind) + 3 * sides);
    out.text(&own.name);
    out.byte(own.sets);
    out.number(own.amount.get().into());
    out.number(own.rest.0.into());
    out.byte(own.rep);
    out.byte(own.weight.map_or(0, |place| 1 + position(LoadPlace::ALL, place)));
    out.count(own.kit.len());
    own.kit.iter().for_each(|kit| out.digest(kit.slug()));
    out.count(own.loads.len());
    own.loads.iter().for_each(|part| out.digest(part.slug()));
    out.count(own.cues.len());
    own.cues.iter().for_each(|cue| out.text(cue));
    out.byte(own.picture.is_some().into());
    for pose in own.picture.iter().flatten() {
        out.digest(&pose.exercise);
        out.byte(pose.at_end.into());
    }
}

/// The definitions after the bytes of `routine`; `is_known` becomes false if one has a value of a later version.
pub(super) fn read(from: &mut CodeReader, routine: &Routine, is_known: &mut bool) -> Option<Vec<OwnExercise>> {
    let mut all = Vec::new();
    for id in ids(routine) {
        if let Some(head) = from.byte()?.checked_sub(1) {
            all.push(read_one(from, id, head.into(), is_known)?);
        }
    }
    Some(all)
}

fn read_one(from: &mut CodeReader, id: &str, head: usize, is_known: &mut bool) -> Option<OwnExercise> {
    let (kind, sides) = (*Kind::ALL.get(head % 3)?, *Sides::ALL.get(head / 3 % 3)?);
    let measure = *Measure::ALL.get(head / 9)?;
    let name = from.text(MAX_OWN_NAME)?;
    let sets = from.small()?;
    let amount = Amount::new(from.small()?).ok()?;
    let rest = Seconds(from.small()?);
    let rep = from.small()?;
    let weight = match usize::from(from.byte()?) {
        0 => None,
        place => Some(*LoadPlace::ALL.get(place - 1)?),
    };
    let kit = digests(from, Kit::ALL, Kit::slug, is_known)?;
    let loads = digests(from, BodyPart::ALL, BodyPart::slug, is_known)?;
    let cues = from.small().filter(|cues| *cues <= MAX_CUES)?;
    let cues = (0..cues).map(|_| from.text(MAX_CUE)).collect::<Option<Vec<_>>>()?;
    let picture = match from.byte()? {
        0 => None,
        1 => read_pose(from)?.zip(read_pose(from)?).map(|(start, end)| [start, end]),
        _ => return None,
    };
    let new = OwnExercise::new(id.to_owned(), &name);
    OwnExercise { kind, sides, measure, sets, amount, rest, rep, kit, weight, loads, cues, picture, ..new }.checked()
}

/// A list of values by the digests of their slugs.
fn digests<T: Copy>(
    from: &mut CodeReader,
    all: &[T],
    slug: fn(T) -> &'static str,
    is_known: &mut bool,
) -> Option<Vec<T>> {
    let count = from.up_to(64)?;
    let mut values = Vec::new();
    for _ in 0..count {
        let number = from.digest()?;
        let found = all.iter().find(|value| digest(slug(**value).as_bytes()) == number);
        *is_known &= found.is_some();
        values.extend(found);
    }
    Some(values)
}

/// A pose; `Some(None)` of an exercise that this version does not know: then there is no picture.
#[allow(clippy::option_option, reason = "an unknown pose is no damage")]
fn read_pose(from: &mut CodeReader) -> Option<Option<OwnPose>> {
    let number = from.digest()?;
    let at_end = from.up_to(1)? == 1;
    let found = briefs().iter().find(|exercise| digest(exercise.id.as_bytes()) == number);
    Some(found.map(|exercise| OwnPose { exercise: exercise.id.to_owned(), at_end }))
}
