//! The own exercises that are known to this page, so that everything finds them by their ids as it finds those of the catalogue.
//!
//! Facts of exercises are constants everywhere. So a definition is kept for the life of the page, once for each content: one that is
//! edited a hundred times leaves some kilobytes behind. A test's thread has definitions of its own.

use super::{OwnExercise, picture};
use crate::domain::catalogue::{
    Area, Beat, BodyPart, Brief, Cue, Demand, Dose, Exercise, Level, Levels, Measure, Muscles, SideName, Slip,
    Variation,
};
use crate::domain::figure::Motion;
use crate::domain::name::{isolated, plain};
use std::cell::{OnceCell, RefCell};

thread_local! {
    static DEFINED: RefCell<Vec<Definition>> = const { RefCell::new(Vec::new()) };
}

/// A known own exercise.
#[derive(Clone, Copy)]
struct Definition {
    own: &'static OwnExercise,
    brief: &'static Brief,
    /// Made when it is first asked for: its picture needs the poses of the catalogue.
    exercise: &'static OnceCell<Exercise>,
    /// True if it is stored here; one from a link never takes its place.
    is_kept: bool,
}

fn find(id: &str) -> Option<Definition> {
    DEFINED.with_borrow(|defined| defined.iter().find(|one| one.brief.id == id).copied())
}

/// The facts of the own exercise with this id.
pub(in crate::domain::catalogue) fn own_brief(id: &str) -> Option<&'static Brief> {
    Some(find(id)?.brief)
}

/// The own exercise with this id, with its texts and its motion.
pub(in crate::domain::catalogue) fn own_exercise(id: &str) -> Option<&'static Exercise> {
    find(id).map(exercise_of)
}

/// The definition of the own exercise with this id.
#[must_use]
pub fn own(id: &str) -> Option<&'static OwnExercise> {
    Some(find(id)?.own)
}

/// The runner's own exercises, by name.
#[must_use]
pub fn own_exercises() -> Vec<&'static Exercise> {
    let mut listed = DEFINED.with_borrow(Clone::clone);
    listed.retain(|one| one.is_kept && !one.own.is_gone);
    let mut sorted: Vec<(String, &'static Exercise)> = Vec::new();
    for one in listed {
        let name = one.own.name.to_ascii_lowercase();
        let at = sorted.partition_point(|(other, _)| *other <= name);
        sorted.insert(at, (name, exercise_of(one)));
    }
    sorted.into_iter().map(|(_, exercise)| exercise).collect()
}

/// Makes the stored own exercises known, in place of those before; gives them as they are known.
#[allow(clippy::must_use_candidate, reason = "the value is only for a list of them")]
pub fn define(exercises: &[OwnExercise]) -> Vec<&'static OwnExercise> {
    DEFINED.with_borrow_mut(|defined| defined.iter_mut().for_each(|one| one.is_kept = false));
    exercises.iter().map(|exercise| put(exercise, true)).collect()
}

/// Forgets every own exercise: everything is erased.
pub fn forget_own() {
    DEFINED.with_borrow_mut(Vec::clear);
}

/// Makes an own exercise known that came in a link. One that is stored here stays as it is.
pub fn define_received(exercise: &OwnExercise) {
    if find(&exercise.id).is_none_or(|known| !known.is_kept) {
        put(exercise, false);
    }
}

fn put(own: &OwnExercise, is_kept: bool) -> &'static OwnExercise {
    DEFINED.with_borrow_mut(|defined| {
        let at = defined.iter().position(|one| one.own.id == own.id);
        if let Some(at) = at
            && defined[at].own == own
        {
            defined[at].is_kept = is_kept;
            return defined[at].own;
        }
        let new = definition(own, is_kept);
        match at {
            Some(at) => defined[at] = new,
            None => defined.push(new),
        }
        new.own
    })
}

fn definition(own: &OwnExercise, is_kept: bool) -> Definition {
    let own: &OwnExercise = Box::leak(Box::new(own.clone()));
    let brief = Brief { id: &own.id, name: plain(&isolated(own.name.trim())).leak(), levels: [demand(own); 3] };
    Definition { own, brief: Box::leak(Box::new(brief)), exercise: Box::leak(Box::default()), is_kept }
}

fn demand(own: &'static OwnExercise) -> Demand {
    let tempo = match own.measure {
        Measure::Seconds | Measure::Breaths => Vec::new(),
        Measure::Reps | Measure::Steps | Measure::Rounds => vec![Beat { word: "", seconds: own.rep }],
    };
    let dose = Dose {
        sets: vec![own.amount.get(); own.sets.into()].leak(),
        measure: own.measure,
        hold: 0,
        rest: u16::try_from(own.rest.0).unwrap_or(u16::MAX),
        side: SideName::Side,
        or_more: false,
    };
    Demand { dose, sides: own.sides, kit: &own.kit, loads: &own.loads, tempo: tempo.leak(), weight: own.weight }
}

fn exercise_of(definition: Definition) -> &'static Exercise {
    let Definition { own, brief, exercise, .. } = definition;
    exercise.get_or_init(|| {
        let motion = picture::motion(own);
        let level = || variation(own, brief.at(Level::Base), motion);
        Exercise {
            id: brief.id,
            name: brief.name,
            aliases: &[],
            kind: own.kind,
            summary: "",
            muscles: Muscles { primary: &[], secondary: &[] },
            areas: areas(own).leak(),
            timing: "",
            why: "",
            levels: Levels { base: level(), hard: level(), harder: level() },
        }
    })
}

fn variation(own: &'static OwnExercise, demand: &Demand, motion: &'static Motion) -> Variation {
    let Demand { dose, sides, kit, loads, tempo, .. } = *demand;
    let cues: Vec<Cue> = own.cues.iter().map(|text| Cue { topic: "", text }).collect();
    Variation {
        title: "",
        short: "",
        start: &[],
        steps: &[],
        dose,
        sides,
        kit,
        loads,
        tempo,
        cue: own.cues.first().map_or("", String::as_str),
        note: "",
        breathing: "",
        cues: cues.leak(),
        slip: Slip { slip: "", fix: "" },
        easier: "",
        harder: "",
        warning: "",
        tags: &[],
        motion,
    }
}

/// The areas of the parts that it loads, each once.
fn areas(own: &OwnExercise) -> Vec<Area> {
    let area = |part: &BodyPart| match part {
        BodyPart::Foot | BodyPart::LowerLeg => Some(Area::LowerLeg),
        BodyPart::Knee | BodyPart::Thigh => Some(Area::Thighs),
        BodyPart::Hip => Some(Area::Hips),
        BodyPart::Back => Some(Area::Trunk),
        BodyPart::Arm | BodyPart::Elsewhere => None,
    };
    let loaded: Vec<Area> = own.loads.iter().filter_map(area).collect();
    Area::ALL.iter().copied().filter(|area| loaded.contains(area)).collect()
}
