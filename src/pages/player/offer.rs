//! Before a start: each exercise with its figure and dose, the kit against what the runner has, and Start within reach.

use crate::domain::catalogue::{self, Level, is_own};
use crate::domain::place::Place;
use crate::domain::routine::{Item, Routine};
use crate::pages::offer::{self, OfferedPlan};
use crate::pages::{pain, shell, way_back};
use crate::state::App;
use crate::text::{self, common, player, vocabulary};
use crate::ui::{El, Icon, el, icon, link, load_fact, name, still_of, title};
use leptos::prelude::{Get, GetUntracked, Memo, RwSignal, With};
use std::rc::Rc;

/// The routine with this `id`, or a single exercise at the level of the address.
fn planned(app: App, id: &str) -> Option<Routine> {
    let level = match app.navigation.place.get_untracked() {
        Place::Play { level, .. } => level,
        _ => Level::Base,
    };
    app.routine(id).or_else(|| catalogue::brief(id).map(|exercise| Routine::single(exercise, level)))
}

/// The offer of a routine, which may still be on its way from the store. Reads the routines reactively.
pub(super) fn screen(id: &str) -> El {
    let app = App::get();
    let Some(routine) = planned(app, id) else { return missing() };
    let (heading, is_swapped) = (name(routine.title()), RwSignal::new(false));
    let as_planned = routine.clone();
    let (whole, minutes) = (routine.clone(), RwSignal::new(None));
    let plan = Memo::new(move |_| OfferedPlan::of(app, &offer::in_minutes(&routine, minutes.get()), is_swapped.get()));
    let away = link("/routines").class("button quiet icon").attr("aria-label", player::back_to_routines());
    let about = el("div")
        .class("player-offer stack")
        .child(shell::notices())
        .child(title().child(heading))
        .live(move || plan.with(facts))
        .live(move || plan.with(|plan| pain::stays_out(app, plan.shown())))
        .live(move || plan.with(|plan| plan.back.iter().flat_map(way_back::words).collect::<Vec<_>>()));
    let about = offer::other_session(app, about).child(offer::kit(app, plan, is_swapped));
    let about = about
        .child(offer::less_time(Rc::new(move || whole.clone()), minutes))
        .live(move || plan.with(|plan| plan.is_all_out.then(|| pain::nothing_left(app))));
    let starts = el("div")
        .class("player-actions")
        .live(move || plan.with(|plan| offer::starts(app, "button main-action", plan)));
    main()
        .child(el("header").class("player-strip").child(away.child(icon(Icon::Close))))
        .child(el("div").class("offer-side").child(about).child(starts))
        .child(el("ol").class("offer-items").live(move || plan.with(|plan| rows(app, plan, &as_planned))))
}

fn main() -> El {
    el("main").class("player offer").id("main").attr("tabindex", "-1")
}

/// Minutes and number of exercises.
fn facts(plan: &OfferedPlan) -> Option<El> {
    let facts = el("p").class("facts numbers");
    let minutes = el("b").text(&text::routine::minutes(&plan.left));
    let exercises = el("span").text(&common::exercises(text::count(plan.left.items.len())));
    (!plan.is_all_out).then(|| facts.child(minutes).child(exercises))
}

fn rows(app: App, plan: &OfferedPlan, planned: &Routine) -> Vec<El> {
    let kit = app.choices.settings.with(|settings| settings.kit.clone());
    plan.left.items.iter().map(|item| row(item, offer::note(item, planned, &kit))).collect()
}

/// An exercise with its dose, and what it needs or whose place it has taken.
fn row(item: &Item, told: Option<String>) -> El {
    let dose = text::routine::dose_words(item);
    let facts = if is_own(&item.exercise) { dose } else { [vocabulary::level(item.level), " · ", &dose].concat() };
    let words = el("div")
        .child(el("strong").text(&item.name()))
        .child(el("span").class("soft small numbers").text(&facts))
        .children(item.load.as_ref().map(|load| load_fact(load).class("load small")))
        .children(told.map(|told| el("span").class("small offer-note").text(&told)));
    el("li").attr("data-exercise", &item.exercise).children(still_of(item)).child(words)
}

fn missing() -> El {
    let words = el("div")
        .class("player-offer stack")
        .child(title().text(player::missing()))
        .child(el("p").class("lead").text(player::missing_why()))
        .child(el("p").child(link("/routines").class("button primary").text(player::see_routines())));
    main().child(words)
}
