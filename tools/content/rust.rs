//! The data that the first load needs (names, numbers, ready-made routines, advice), as Rust that is compiled in.

use super::facts::{Facts, LevelFacts};
use super::vocabulary::{SideName, Tag};
use super::{Advice, Content, Exercise, Text};
use std::fmt::Write;

/// A slice of `Brief`, in the order of teaching.
pub fn briefs_source(content: &Content) -> String {
    let mut source = String::from("&[\n");
    for exercise in &content.exercises {
        let Exercise { slug, facts, .. } = exercise;
        let text = exercise.english();
        let _ = writeln!(source, "Brief {{ id: {slug:?}, name: {:?}, levels: [", text.name);
        for level in &facts.levels {
            source.push_str(&demand(level, text, facts.side));
        }
        source.push_str("] },\n");
    }
    source.push(']');
    source
}

/// A slice of `(slug, SideName)`: the exercises whose word beside left and right is another one than in their dose.
pub fn limbs_source(content: &Content) -> String {
    let others: Vec<_> =
        content.exercises.iter().filter(|exercise| exercise.facts.limb != exercise.facts.side).collect();
    listed(&others, |exercise| format!("({:?}, SideName::{:?})", exercise.slug, exercise.facts.limb))
}

/// A slice of `(slug, [TrainingFacts; 3])`, in the order of teaching.
pub fn training_source(content: &Content) -> String {
    listed(&content.exercises, |exercise| {
        let Facts { areas, levels, .. } = &exercise.facts;
        let level = |level: &LevelFacts| {
            let LevelFacts { jobs, position, intensity, tags, .. } = level;
            let jobs = listed(jobs, |job| format!("Job::{job:?}"));
            let jumps = tags.contains(&Tag::Impact);
            format!(
                "TrainingFacts {{ area: Area::{:?}, jobs: {jobs}, position: BodyPosition::{position:?}, \
                 intensity: Intensity::{intensity:?}, jumps: {jumps} }}",
                areas[0]
            )
        };
        let levels: Vec<_> = levels.iter().map(level).collect();
        format!("({:?}, [{}])\n", exercise.slug, levels.join(", "))
    })
}

fn demand(facts: &LevelFacts, text: &Text, side: SideName) -> String {
    let LevelFacts { sides, kit, sets, counts, or_more, rest, tempo, loads, weight, .. } = facts;
    let kit = listed(kit, |kit| format!("Kit::{kit:?}"));
    let loads = listed(loads, |part| format!("BodyPart::{part:?}"));
    let tempo = listed(tempo, |(beat, seconds)| format!("Beat {{ word: {:?}, seconds: {seconds} }}", text.beat(beat)));
    let hold = facts.hold();
    let dose = format!(
        "Dose {{ sets: &{sets:?}, measure: Measure::{counts:?}, hold: {hold}, rest: {rest}, \
         side: SideName::{side:?}, or_more: {or_more} }}"
    );
    let weight = weight.map_or_else(|| "None".to_owned(), |place| format!("Some(LoadPlace::{place:?})"));
    format!(
        "Demand {{ dose: {dose}, sides: Sides::{sides:?}, kit: {kit}, loads: {loads}, tempo: {tempo}, weight: {weight} }},\n"
    )
}

/// A slice of `(id, name, lines)`, in their order.
pub fn routines_source(content: &Content) -> String {
    let item = |item: &super::routines::Item| {
        let super::routines::Item { exercise, level, sets, rest, block } = item;
        format!("({exercise:?}, Level::{level:?}, &{sets:?}, {rest}, {block})")
    };
    let block =
        |block: &super::routines::Block| format!("(BlockKind::{}, {}, {})", block.kind, block.rounds, block.rest);
    listed(&content.routines, |routine| {
        let super::Routine { id, name, suggested, blocks, items, .. } = routine;
        let (blocks, items) = (listed(blocks, block), listed(items, item));
        format!("ReadyMade {{ id: {id:?}, name: {name:?}, suggested: {suggested}, blocks: {blocks}, items: {items} }}")
    })
}

/// The numbers of each level by which watches know the exercises.
pub fn watched_source(content: &Content) -> String {
    listed(&content.exercises, |exercise| {
        let levels: Vec<_> = exercise.facts.levels.iter().map(|level| format!("&{:?}", level.watch)).collect();
        format!("({:?}, [{}])", exercise.slug, levels.join(", "))
    })
}

/// The line about each ready-made routine, by its id. Apart from the routines, because the first page does not show it.
pub fn abouts_source(content: &Content) -> String {
    listed(&content.routines, |routine| format!("({:?}, {:?})", routine.id, routine.about))
}

/// A constant for each part of the advice, so that the first load contains only the one that it shows.
pub fn advice_sources(content: &Content) -> [(&'static str, String); 3] {
    let Advice { order, purposes, core } = &content.advice;
    let order = listed(order, |[headline, reason, nuance]| {
        format!("OrderAdvice {{ headline: {headline:?}, reason: {reason:?}, nuance: {nuance:?} }}")
    });
    let purposes = listed(purposes, |(headline, points, note)| {
        format!("TypePurpose {{ headline: {headline:?}, points: &{points:?}, note: {note:?} }}")
    });
    let core = format!("CoreAdvice {{ headline: {:?}, text: &{:?} }}", core.0, core.1);
    [("order.rs", order), ("purposes.rs", purposes), ("core.rs", core)]
}

fn listed<T>(list: &[T], item: impl Fn(&T) -> String) -> String {
    format!("&[{}]", list.iter().map(item).collect::<Vec<_>>().join(", "))
}
