//! List of exercises to add, with its own search field.

use super::element::{Act, El, button, el, value_of};
use super::icon::{Icon, icon};
use super::kind_mark::kind_mark;
use super::routine_row::hidden_target;
use super::typed::while_typed;
use crate::domain::catalogue::{self, Exercise, Filter, Level, Slug};
use crate::text::{builder, common, dose, exercises};
use leptos::prelude::{Get, RwSignal, Set, With};
use std::rc::Rc;

/// Exercises to add, filtered by a search that belongs to this list alone. `id` is that of its search field, unique on
/// the page; `on_add` gets the exercise to add. `searched` is the initial search text; `on_search` gets the
/// text as it is typed.
#[must_use]
pub fn exercise_picker(
    id: &str,
    on_add: impl Fn(Slug) + 'static,
    searched: Option<String>,
    on_search: Act<Option<String>>,
) -> El {
    let on_add: Act<Slug> = Rc::new(on_add);
    let text = RwSignal::new(searched.unwrap_or_default());
    let shown = move || text.with(|text| found(text));
    let keys = move || shown().iter().map(|exercise| exercise.id.to_owned()).collect();
    let made = move |id: &str| catalogue::find(id).map_or_else(|| el("li"), |exercise| row(exercise, &on_add));
    let search = el("input")
        .class("input")
        .id(id)
        .attr("type", "search")
        .attr("autocomplete", "off")
        .prop_live("value", move || text.get())
        .on("input", move |event| text.set(value_of(&event)));
    let search = while_typed(search, Rc::new(move |text| on_search(Some(text).filter(|text| !text.is_empty()))));
    let field = el("div").class("field").child(el("label").attr("for", id).text(builder::search())).child(search);
    let nothing = move || shown().is_empty().then(|| el("p").class("soft").text(builder::none_found()));
    el("div").class("picker").child(field).child(el("ul").class("picker-rows").each(keys, made)).live(nothing)
}

fn row(exercise: &'static Exercise, on_add: &Act<Slug>) -> El {
    let on_add = on_add.clone();
    let words = el("div")
        .class("grow")
        .child(el("p").class("row-title").text(exercise.name))
        .child(el("p").class("small soft numbers").text(&dose::words(exercise.at(Level::Base))));
    let add = button("button icon")
        .child(icon(Icon::Plus))
        .child(el("span").class("visually-hidden").text(common::add()))
        .child(hidden_target(exercise.name))
        .on_click(move || on_add(exercise.id));
    el("li").attr("data-exercise", exercise.id).child(kind_mark(exercise.kind)).child(words).child(add)
}

fn found(text: &str) -> Vec<&'static Exercise> {
    exercises::find(&Filter { text: text.to_owned(), ..Filter::default() })
}
