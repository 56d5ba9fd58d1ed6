//! Read-only plan of a routine: its exercises in order, each with its dose.

use super::element::{El, el};
use super::figure::still_figure;
use super::link::link;
use crate::domain::catalogue;
use crate::domain::place::Place;
use crate::domain::routine::{Item, Routine};
use crate::text::{planned, routine, units, vocabulary};

/// The rows of a routine. An exercise that this version does not know keeps its row and says so.
#[must_use]
pub fn planned_rows(routine: &Routine) -> El {
    el("ol").class("rows planned").children(routine.items.iter().map(row))
}

fn row(item: &Item) -> El {
    let known = item.known().is_some();
    let body = el("div").class("grow");
    let body = if known { known_item(body, item) } else { unknown_item(body, item) };
    el("li")
        .attr("data-item", &item.key.to_string())
        .attr("data-exercise", &item.exercise)
        .attr("data-known", &known.to_string())
        .children(still_of(item))
        .child(body)
}

/// The still of an exercise; nothing for one that this version does not know. The words beside it describe it.
#[must_use]
pub fn still_of(item: &Item) -> Option<El> {
    let exercise = catalogue::find(&item.exercise)?;
    Some(still_figure(exercise.name, exercise.at(item.level).motion).attr("aria-hidden", "true"))
}

fn known_item(body: El, item: &Item) -> El {
    let href = Place::Exercise { id: item.exercise.clone(), level: item.level }.href();
    let facts = el("p")
        .class("facts numbers")
        .child(el("span").text(&routine::dose_words(item)))
        .child(el("span").text(vocabulary::level(item.level)))
        .child(el("span").text(&planned::rest(&units::spoken(item.rest))));
    body.child(el("p").class("row-title").child(link(&href).text(&item.name()))).child(facts)
}

fn unknown_item(body: El, item: &Item) -> El {
    body.child(el("p").class("row-title unknown-name").text(&item.name()))
        .child(el("p").class("small soft").text(planned::unknown()))
}
