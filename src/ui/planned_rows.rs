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
    let head = |block: &Block| {
        let head = with_block_words(el("div").class("grow").child(el("h3").text(vocabulary::block(block.kind))), block);
        el("li").class("planned-block").attr("data-block", block.kind.slug()).child(head)
    };
    let rows = listed(routine, &head, &|item| row(item, remark(item), ways(item)));
    el("ol").class("rows planned").children(rows)
}

/// The items of a routine in order; where it has blocks, each after the head of its block.
pub fn listed(routine: &Routine, head: &dyn Fn(&Block) -> El, row: &dyn Fn(&Item) -> El) -> Vec<El> {
    let mut rows = Vec::new();
    for block in routine.parts() {
        if !routine.blocks.is_empty() {
            rows.push(head(block));
        }
        rows.extend(routine.items_of(block.key).map(row));
    }
    rows
}

/// `head` with the facts and the note of `block` below.
#[must_use]
pub fn with_block_words(head: El, block: &Block) -> El {
    head.children(block_facts(block)).children(note(&block.note))
}

/// The rounds of a block and the rest between them; nothing for a block without.
#[must_use]
pub(super) fn block_facts(block: &Block) -> Option<El> {
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
    let facts = dose_facts(el("p").class("facts numbers"), item).children(level_fact(item)).children(rest_fact(item));
    let body = body.child(el("p").class("row-title").child(link(&href).text(&item.name()))).child(facts);
    with_item_words(body, item)
}

/// `facts` with the dose, the load, the order of the sides and the tempo of an item.
#[must_use]
pub fn dose_facts(facts: El, item: &Item) -> El {
    let dose = el("span").text(&routine::dose_words(item));
    facts.child(dose).children(item.load.as_ref().map(load_fact)).children(plan_facts(item))
}

/// The level of an item, where it has a title.
#[must_use]
pub fn level_fact(item: &Item) -> Option<El> {
    routine::level_title(item).map(|level| el("span").text(level))
}

/// The rest after each set of an item, if there is one and no clock decides on it.
#[must_use]
pub fn rest_fact(item: &Item) -> Option<El> {
    let rests = item.rest.0 > 0 && item.clock.is_none();
    rests.then(|| el("span").text(&planned::rest(&units::spoken(item.rest))))
}

/// `body` with the cues of an own exercise and the note of an item below.
#[must_use]
pub fn with_item_words(body: El, item: &Item) -> El {
    body.children(own_cues(item)).children(note(&item.note))
}

/// The cues of an own exercise, which whoever gets it in a link has never read.
fn own_cues(item: &Item) -> Option<El> {
    let cues = &catalogue::own(&item.exercise)?.cues;
    let cue = |cue: &String| el("span").child(name(cue));
    (!cues.is_empty()).then(|| el("p").class("facts own-cues").children(cues.iter().map(cue)))
}

/// The order of the sides and the tempo, where the plan has them.
pub(super) fn plan_facts(item: &Item) -> impl Iterator<Item = El> {
    routine::plan_words(item).into_iter().flatten().map(|words| el("span").text(&words))
}

fn unknown_item(body: El, item: &Item) -> El {
    body.child(el("p").class("row-title unknown-name").text(&item.name()))
        .child(el("p").class("small soft").text(planned::unknown()))
}
