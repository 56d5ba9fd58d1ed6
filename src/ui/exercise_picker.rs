//! List of exercises to add, with its own search field.

use super::element::{Act, El, Live, button, el, value_of};
use super::icon::{Icon, icon};
use super::link::link;
use super::picture::picture;
use super::routine_row::hidden_target;
use super::typed::while_typed;
use crate::domain::catalogue::{self, Exercise, Filter, Level, Slug, familiar_first};
use crate::text::{builder, common, dose, exercises, own};
use leptos::prelude::{Get, RwSignal, Set, Update, With, untrack};
use std::rc::Rc;

/// A list of exercises to add.
pub struct ExercisePicker {
    /// The id of its search field, unique on the page.
    pub id: &'static str,
    /// The slugs of the exercises that are added, each as often as it is there.
    pub added: Live<Vec<String>>,
    /// The slugs of the starred exercises.
    pub starred: Live<Vec<String>>,
    /// The slugs of the exercises trained lately, the latest first.
    pub lately: Live<Vec<String>>,
    /// Read whenever the runner's own exercises change.
    pub own: Live<()>,
    /// Called with the exercise to add.
    pub on_add: Act<Slug>,
    /// Called with the typed words of a new own exercise to make and add.
    pub on_make: Act<String>,
    /// The address of the form for a new one.
    pub form: String,
    /// The initial search text.
    pub searched: Option<String>,
    /// Called with the text as it is typed.
    pub on_search: Act<Option<String>>,
}

impl ExercisePicker {
    /// The list under its search field, which belongs to this list alone.
    #[must_use]
    pub fn view(self) -> El {
        let Self { id, added, starred, lately, own: follow_own, on_add, on_make, form, searched, on_search } = self;
        let text = RwSignal::new(searched.unwrap_or_default());
        let only_starred = RwSignal::new(false);
        let stars = starred.clone();
        let shown = move || {
            follow_own();
            let stars = stars();
            let mut found = familiar_first(&text.with(|text| found(text)), &stars, &lately());
            if only_starred.get() && !stars.is_empty() {
                found.retain(|exercise| stars.iter().any(|slug| slug == exercise.id));
            }
            found
        };
        let keyed = shown.clone();
        let keys = move || keyed().iter().map(|exercise| exercise.id.to_owned()).collect();
        let marked = starred.clone();
        let made = move |id: &str| {
            catalogue::find(id).map_or_else(|| el("li"), |exercise| row(exercise, &added, &marked, &on_add))
        };
        let search = el("input")
            .class("input")
            .id(id)
            .attr("type", "search")
            .attr("autocomplete", "off")
            .attr("placeholder", exercises::search_example())
            .prop_live("value", move || text.get())
            .on("input", move |event| text.set(value_of(&event)));
        let search = while_typed(search, Rc::new(move |text| on_search(Some(text).filter(|text| !text.is_empty()))));
        let label = el("label").attr("for", id).text(builder::search());
        let field = el("div").class("field").child(label);
        let field = field.child(el("div").class("with-icon").child(icon(Icon::Search)).child(search));
        let nothing = move || shown().is_empty().then(|| el("p").class("soft").text(builder::none_found()));
        let chip = button("chip star-chip")
            .attr_live("aria-pressed", move || Some(only_starred.get().to_string()))
            .flag_live("hidden", move || starred().is_empty())
            .child(icon(Icon::Star))
            .child(el("span").text(exercises::starred()))
            .on_click(move || only_starred.update(|only| *only = !*only));
        el("div")
            .class("picker")
            .child(field)
            .child(chip)
            .child(el("ul").class("picker-rows").each(keys, made))
            .live(nothing)
            .child(make(text, on_make))
            .child(link(&form).class("button quiet picker-new").child(icon(Icon::Plus)).text(own::new()))
    }
}

fn row(exercise: &'static Exercise, added: &Live<Vec<String>>, starred: &Live<Vec<String>>, on_add: &Act<Slug>) -> El {
    let starred = starred.clone();
    let star = move || starred().iter().any(|slug| slug == exercise.id).then(star);
    let (added, on_add) = (added.clone(), on_add.clone());
    let times = move || added().iter().filter(|slug| *slug == exercise.id).count();
    let variation = exercise.at(Level::Base);
    let words = el("div")
        .class("grow")
        .child(el("p").class("row-title").text(exercise.name).live(star))
        .child(el("p").class("small soft numbers").text(&dose::words(variation)));
    let (is_there, counted) = (times.clone(), times);
    let mark = move || match counted() {
        0 => vec![icon(Icon::Plus)],
        times => vec![icon(Icon::Check), el("span").attr("translate", "no").text(&times.to_string())],
    };
    let add = button("button icon picker-add")
        .class_live("counted", move || is_there() > 0)
        .child(el("span").class("visually-hidden").text(common::add()))
        .child(hidden_target(exercise.name))
        .child(el("span").class("picker-mark").live(mark))
        .on_click(move || on_add(exercise.id));
    el("li").attr("data-exercise", exercise.id).child(picture(exercise, Level::Base)).child(words).child(add)
}

/// The button that makes an own exercise of the search text.
fn make(text: RwSignal<String>, on_make: Act<String>) -> El {
    let typed = move || text.with(|text| text.trim().to_owned());
    button("button picker-make")
        .flag_live("hidden", move || typed().is_empty())
        .child(icon(Icon::Plus))
        .child(el("span").attr("translate", "no").text_live(move || own::make(&typed())))
        .no_double_click()
        .on_click(move || {
            on_make(untrack(typed));
            text.set(String::new());
        })
}

/// The mark of a starred exercise.
fn star() -> El {
    let words = el("span").class("visually-hidden").text(exercises::starred());
    el("span").class("picker-star").child(icon(Icon::Star)).child(words)
}

fn found(text: &str) -> Vec<&'static Exercise> {
    exercises::find(&Filter { text: text.to_owned(), ..Filter::default() })
}
