//! Row of a routine in a list: its length, its exercises, and its buttons.

use super::element::{El, button, el, name};
use super::icon::{Icon, icon};
use super::link::link;
use crate::domain::place::Place;
use crate::domain::routine::{Item, Routine, estimate};
use crate::text::{self, common, routines};

/// A routine with Start, a way into it, and what else the page offers.
pub struct RoutineRow<'a> {
    /// The routine.
    pub routine: &'a Routine,
    /// The label of the link into it: "Edit", "View".
    pub into: &'static str,
    /// Called to train it.
    pub on_start: Box<dyn Fn()>,
    /// A further button.
    pub further: El,
}

impl RoutineRow<'_> {
    /// The row.
    #[must_use]
    pub fn view(self) -> El {
        let Self { routine, into, on_start, further } = self;
        let href = Place::Routine { id: routine.id.clone() }.href();
        let title = routine.title();
        let minutes = el("p")
            .class("routine-minutes numbers")
            .child(el("b").text(&minutes(routine).to_string()))
            .text(routines::min());
        let facts = el("p")
            .class("facts")
            .child(el("span").text(&common::exercises(text::count(routine.items.len()))))
            .child(el("span").text(&text::kit::fact(&routine.kit())));
        let words = el("div")
            .class("routine-words")
            .child(el("h3").child(link(&href).child(name(title))))
            .child(el("p").class("soft small").text(&contents(routine)))
            .child(facts);
        let start = (!routine.items.is_empty()).then(|| {
            button("button primary")
                .child(icon(Icon::Play))
                .text(common::start())
                .child(hidden_target(title))
                .once()
                .on_click(on_start)
        });
        let actions = el("div")
            .class("row routine-actions")
            .children(start)
            .child(link(&href).class("button").text(into).child(hidden_target(title)))
            .child(further);
        el("li").class("card routine-card").attr("data-routine", &routine.id).child(minutes).child(words).child(actions)
    }
}

/// " Deep squat day": hidden text that names the target of a button which looks like all others, for screen readers.
#[must_use]
pub fn hidden_target(title: &str) -> El {
    el("span").class("visually-hidden").text(" ").child(name(title))
}

fn minutes(routine: &Routine) -> u32 {
    if routine.items.is_empty() { 0 } else { estimate(routine).minutes() }
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
