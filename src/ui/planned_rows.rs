//! Read-only plan of a routine: its exercises in order, each with its dose.

use super::element::{El, el, name};
use super::link::link;
use super::load::load_fact;
use super::picture::picture;
use crate::domain::catalogue;
use crate::domain::place::Place;
use crate::domain::routine::{Block, Item, Routine};
use crate::text::{planned, routine, units, vocabulary};

/// The rows of a routine. An exercise that this version does not know keeps its row and says so.
#[must_use]
pub fn planned_rows(routine: &Routine) -> El {
    planned_rows_with(routine, &|_| None)
}

/// The same with a remark on each item, where there is one.
#[must_use]
pub fn planned_rows_with(routine: &Routine, remark: &dyn Fn(&Item) -> Option<String>) -> El {
    planned_rows_and(routine, remark, &|_| None)
}

/// The same with ways to change each item, where there are any.
#[must_use]
pub fn planned_rows_and(
    routine: &Routine,
    remark: &dyn Fn(&Item) -> Option<String>,
    ways: &dyn Fn(&Item) -> Option<El>,
) -> El {
    let mut rows = Vec::new();
    for block in routine.parts() {
        if !routine.blocks.is_empty() {
            let head = el("h3").text(vocabulary::block(block.kind));
            let head = el("div").class("grow").child(head).children(block_facts(block)).children(note(&block.note));
            rows.push(el("li").class("planned-block").attr("data-block", block.kind.slug()).child(head));
        }
        rows.extend(routine.items_of(block.key).map(|item| row(item, remark(item), ways(item))));
    }
    el("ol").class("rows planned").children(rows)
}

/// The rounds of a block and the rest between them; nothing for a block without.
#[must_use]
pub fn block_facts(block: &Block) -> Option<El> {
    let facts = routine::block_words(block);
    let facts = facts.iter().map(|fact| el("span").text(fact));
    block.kind.is_in_turn().then(|| el("p").class("facts numbers").children(facts))
}

/// A note of the runner.
#[must_use]
pub fn note(note: &str) -> Option<El> {
    (!note.is_empty()).then(|| el("p").class("small planned-note").child(name(note)))
}

fn row(item: &Item, remark: Option<String>, ways: Option<El>) -> El {
    let known = item.known().is_some();
    let body = el("div").class("grow");
    let body = if known { known_item(body, item) } else { unknown_item(body, item) };
    let body = body.children(remark.map(|remark| el("p").class("small offer-note").text(&remark)));
    el("li")
        .attr("data-item", &item.key.to_string())
        .attr("data-exercise", &item.exercise)
        .attr("data-known", &known.to_string())
        .children(still_of(item))
        .child(body)
        .children(ways)
}

/// The still of an exercise; nothing for one that this version does not know. The words beside it describe it.
#[must_use]
pub fn still_of(item: &Item) -> Option<El> {
    Some(picture(catalogue::find(&item.exercise)?, item.level))
}

fn known_item(body: El, item: &Item) -> El {
    let href = Place::Exercise { id: item.exercise.clone(), level: item.level }.href();
    let facts = el("p")
        .class("facts numbers")
        .child(el("span").text(&routine::dose_words(item)))
        .children(item.load.as_ref().map(load_fact))
        .children(plan_facts(item))
        .children(routine::level_title(item).map(|level| el("span").text(level)))
        .children(
            (item.rest.0 > 0 && item.clock.is_none())
                .then(|| el("span").text(&planned::rest(&units::spoken(item.rest)))),
        );
    body.child(el("p").class("row-title").child(link(&href).text(&item.name())))
        .child(facts)
        .children(own_cues(item))
        .children(note(&item.note))
}

/// The cues of an own exercise, which whoever gets it in a link has never read.
#[must_use]
pub fn own_cues(item: &Item) -> Option<El> {
    let cues = &catalogue::own(&item.exercise)?.cues;
    let cue = |cue: &String| el("span").child(name(cue));
    (!cues.is_empty()).then(|| el("p").class("facts own-cues").children(cues.iter().map(cue)))
}

/// The order of the sides and the tempo, where the plan has them.
pub fn plan_facts(item: &Item) -> impl Iterator<Item = El> {
    routine::plan_words(item).into_iter().flatten().map(|words| el("span").text(&words))
}

fn unknown_item(body: El, item: &Item) -> El {
    body.child(el("p").class("row-title unknown-name").text(&item.name()))
        .child(el("p").class("small soft").text(planned::unknown()))
}
