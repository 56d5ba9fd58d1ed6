//! Card of an exercise in a list: its name, dose and kit.

use super::element::{El, el};
use super::icon::{Icon, icon};
use super::kind_mark::kind_mark;
use super::kit_mark::kit_marks;
use super::link::link_live;
use super::picture::picture;
use crate::domain::catalogue::{Exercise, Level};
use crate::domain::place::Place;
use crate::text::{self, exercise, vocabulary};

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
    let raised = move || (level() != Level::Base).then(|| raised(level(), variation().short));
    let top = el("div")
        .class("exercise-card-top")
        .child(kind_mark(exercise.kind))
        .child(el("p").class("eyebrow grow").text(vocabulary::kind(exercise.kind)));
    let words = el("div")
        .class("exercise-card-words")
        .child(top)
        .child(el("h2").child(link_live(href).text(exercise.name)))
        .children((!exercise.is_own()).then(|| el("p").class("soft summary").text(exercise.summary)))
        .live(raised)
        .child(el("p").class("numbers dose-line").text_live(move || text::dose::words(variation())))
        .live(move || Some(kit_marks(variation().kit)))
        .live(move || starred().then(star));
    let picture = move || Some(picture(exercise, level()));
    el("li")
        .class("card exercise-card")
        .attr("data-exercise", exercise.id)
        .attr_live("data-level", move || Some(level().slug().to_owned()))
        .child(el("div").class("exercise-card-figure").live(picture))
        .child(words)
}

fn star() -> El {
    let words = el("span").class("visually-hidden").text(exercise::starred());
    el("span").class("starred").child(icon(Icon::Star)).child(words)
}

/// The level above the first, by what it is: "Hard · eyes closed".
fn raised(level: Level, short: &str) -> El {
    el("p").class("raised").text(&exercise::level(vocabulary::level(level), short))
}
