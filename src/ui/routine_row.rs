//! Card of a routine in a list: its picture, its length, its exercises, and Start. The whole card opens it.

use super::element::{El, button, el, name};
use super::icon::{Icon, icon};
use super::link::link;
use super::planned_rows::still_of;
use crate::domain::place::Place;
use crate::domain::routine::{Item, Routine};
use crate::text::{self, common};

/// A routine that opens where its card is tapped, and starts by its round button.
pub struct RoutineRow<'a> {
    /// The routine.
    pub routine: &'a Routine,
    /// Called to train it.
    pub on_start: Box<dyn Fn()>,
    /// A further, quiet button.
    pub further: Option<El>,
}

impl RoutineRow<'_> {
    /// The card.
    #[must_use]
    pub fn view(self) -> El {
        let Self { routine, on_start, further } = self;
        let href = Place::Routine { id: routine.id.clone() }.href();
        let title = routine.title();
        let fact = |words: &str| el("span").text(words);
        let facts = el("p")
            .class("facts numbers")
            .child(fact(&text::routine::minutes(routine)))
            .child(fact(&text::kit::in_short(&routine.kit())));
        let words = el("div")
            .class("routine-words")
            .child(el("h3").child(link(&href).child(name(title))))
            .child(facts)
            .child(el("p").class("soft small").text(&contents(routine)));
        let start = (!routine.items.is_empty()).then(|| {
            button("button primary icon round")
                .child(icon(Icon::Play))
                .child(el("span").class("visually-hidden").text(common::start()))
                .child(hidden_target(title))
                .once()
                .on_click(on_start)
        });
        let picture = el("div").class("routine-picture").children(routine.main_item().and_then(still_of));
        let ways = el("div").class("routine-ways").children(start).children(further);
        el("li").class("card routine-card").attr("data-routine", &routine.id).child(picture).child(words).child(ways)
    }
}

/// " Deep squat day": hidden text that names the target of a button which looks like all others, for screen readers.
#[must_use]
pub fn hidden_target(title: &str) -> El {
    el("span").class("visually-hidden").text(" ").child(name(title))
}

/// The exercises by name, each once, in order.
fn contents(routine: &Routine) -> String {
    let mut names: Vec<String> = Vec::new();
    for name in routine.items.iter().map(Item::name) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() { common::empty().to_owned() } else { names.join(", ") }
}
