//! The actions of an exercise: try it now, star it, add it to a routine.

use super::ShownExercise;
use crate::domain::catalogue::{Brief, Level, Slug};
use crate::domain::name::isolated;
use crate::domain::place::Place;
use crate::domain::routine::{Edit, MAX_ITEMS, Routine};
use crate::domain::settings::Settings;
use crate::pages::routines::free_name;
use crate::state::{App, NoticeKind, Offer};
use crate::text::{self, common, count, exercise};
use crate::ui::{El, Icon, Select, button, el, icon, link};
use leptos::prelude::{Get, GetUntracked, RwSignal, Set, With, WithUntracked};
use std::rc::Rc;

/// Try now and Star, in sight wherever the page is scrolled to; on a phone within reach of the thumb.
pub(super) fn main(shown: ShownExercise) -> El {
    let ShownExercise { app, brief, .. } = shown;
    let starred = move || app.choices.settings.with(|settings| is_starred(settings, brief.id));
    let try_now = button("button primary big grow")
        .child(icon(Icon::Play))
        .text(exercise::try_now())
        .flag_live("disabled", move || app.pains.is_out(brief.id, shown.level()))
        .once()
        .on_click(move || app.start_or_ask(&Routine::single(brief, shown.level_now())));
    let star = button("button big star")
        .attr_live("aria-pressed", move || Some(starred().to_string()))
        .child(icon(Icon::Star))
        .child(el("span").text(exercise::star()))
        .on_click(move || app.choose(move |settings| with_other_star(settings, brief.id)));
    el("div").class("exercise-actions").child(try_now).child(star)
}

/// The form that adds it to one of the runner's routines, or to a new one.
pub(super) fn add(shown: ShownExercise) -> El {
    let ShownExercise { app, brief, .. } = shown;
    let chosen = RwSignal::new(app.choices.routines.with_untracked(|routines| latest(routines)));
    let last_id = RwSignal::new(String::new());
    let put = move || {
        let to = target(app, &chosen.get_untracked());
        if let Some(id) = put(app, &to, brief, shown.level_now()) {
            chosen.set(id.clone());
            last_id.set(id);
        }
    };
    let select = Select {
        label: exercise::add_to(),
        id: "add-to",
        options: Rc::new(move || app.choices.routines.with(|routines| options(routines))),
        chosen: Rc::new(move || chosen.get()),
        on_choose: Box::new(move |id| chosen.set(id)),
    };
    let added_to = move || {
        let id = last_id.get();
        app.choices.routines.with(|routines| routines.iter().find(|routine| routine.id == id).map(open))
    };
    el("div")
        .class("add-to")
        .child(select.view())
        .child(button("button").child(icon(Icon::Plus)).text(common::add()).on_click(put))
        .live(added_to)
}

fn open(routine: &Routine) -> El {
    let href = Place::Routine { id: routine.id.clone() }.href();
    link(&href).class("added").child(icon(Icon::Check)).text(&exercise::open_routine(&isolated(routine.title())))
}

fn is_starred(settings: &Settings, exercise: Slug) -> bool {
    settings.starred.iter().any(|slug| slug == exercise)
}

fn with_other_star(settings: Settings, exercise: Slug) -> Settings {
    let starred = is_starred(&settings, exercise);
    settings.with_star(exercise, !starred)
}

/// The routine made last, the most likely choice; empty for a new one.
fn latest(routines: &[Routine]) -> String {
    routines.last().map(|routine| routine.id.clone()).unwrap_or_default()
}

fn options(routines: &[Routine]) -> Vec<(String, String)> {
    let own = routines.iter().map(|routine| (routine.id.clone(), routine.title().to_owned()));
    own.rev().chain(std::iter::once((String::new(), text::routines::new().to_owned()))).collect()
}

/// The routine with this id, or a new one that is not saved yet and has no id.
fn target(app: App, id: &str) -> Routine {
    let routines = app.choices.routines.get_untracked();
    let name = free_name(&routines);
    routines.into_iter().find(|routine| routine.id == id).unwrap_or_else(|| Routine::empty(String::new(), &name))
}

/// Adds the exercise and saves the routine, and gives its id; `None` if it is full.
fn put(app: App, to: &Routine, exercise: &'static Brief, level: Level) -> Option<String> {
    let longer = to.edited(&Edit::Add(exercise, level));
    if longer.items.len() == to.items.len() {
        let text = exercise::full(count(MAX_ITEMS), &isolated(to.title()));
        app.notices.tell(NoticeKind::Trouble, text, Offer::Nothing);
        return None;
    }
    Some(app.put_into(to, exercise, level))
}
