//! One exercise in a list: what it is, how much of it, and what it takes.

use super::element::{El, el};
use super::figure::still_figure;
use super::icon::{Icon, icon};
use super::kind_mark::kind_mark;
use super::link::link_live;
use crate::domain::catalogue::{Exercise, Level};
use crate::domain::place::Place;
use crate::text;

/// A card that leads to the exercise, the whole of it the target. `level` is the one whose dose and kit are shown, and to
/// which the card leads; a `starred` exercise is a favourite.
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
        .child(el("p").class("eyebrow grow").text(exercise.kind.words()))
        .live(move || starred().then(star));
    let dose = el("b").text_live(move || variation().dose_words());
    let facts = el("p")
        .class("facts")
        .child(el("span").text_live(move || text::kit::fact(variation().kit)))
        .child(el("span").text_live(move || variation().sides.words().to_owned()));
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

/// What tells a level above the first from the others.
fn raised(level: Level, title: &str) -> El {
    el("p").class("small").child(el("b").text(level.words())).text(": ").text(title)
}
