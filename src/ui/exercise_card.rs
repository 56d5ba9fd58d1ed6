//! Card of an exercise in a list: its name, dose and kit.

use super::element::{El, el};
use super::figure::still_figure;
use super::icon::{Icon, icon};
use super::kind_mark::kind_mark;
use super::link::link_live;
use crate::domain::catalogue::{Exercise, Level};
use crate::domain::place::Place;
use crate::text::{self, vocabulary};

/// A card that is one large link to the exercise. `level` is the level of its dose and kit, and
/// of the page it leads to; a `starred` exercise is a favourite.
#[must_use]
pub fn exercise_card(
    exercise: &'static Exercise,
    level: impl Fn() -> Level + Copy + 'static,
    starred: impl Fn() -> bool + 'static,
) -> El {
    let variation = move || exercise.at(level());
    let href = move || Place::Exercise { id: exercise.id.to_owned(), level: level() }.href();
    let raised = move || (level() != Level::Base).then(|| raised(level(), variation().title));
    let top = el("div")
        .class("exercise-card-top")
        .child(kind_mark(exercise.kind))
        .child(el("p").class("eyebrow grow").text(vocabulary::kind(exercise.kind)))
        .live(move || starred().then(star));
    let dose = el("b").text_live(move || text::dose::words(variation()));
    let facts = el("p")
        .class("facts")
        .child(el("span").text_live(move || text::kit::fact(variation().kit)))
        .child(el("span").text_live(move || vocabulary::sides(variation().sides).to_owned()));
    let foot = el("div").class("exercise-card-foot").child(el("p").class("numbers").child(dose)).child(facts);
    let picture = move || Some(still_figure(exercise.name, variation().motion).attr("aria-hidden", "true"));
    el("li")
        .class("card exercise-card")
        .attr("data-exercise", exercise.id)
        .attr_live("data-level", move || Some(level().slug().to_owned()))
        .child(el("div").class("exercise-card-figure").live(picture))
        .child(top)
        .child(el("h2").child(link_live(href).text(exercise.name)))
        .child(el("p").class("soft").text(exercise.summary))
        .live(raised)
        .child(foot)
}

fn star() -> El {
    let words = el("span").class("visually-hidden").text(text::exercise::starred());
    el("span").class("starred").child(icon(Icon::Star)).child(words)
}

/// The difference of a level above the first.
fn raised(level: Level, title: &str) -> El {
    el("p").class("small").child(el("b").text(vocabulary::level(level))).text(": ").text(title)
}
