//! What can be done with an exercise: try it now, star it, put it into a routine.

use crate::domain::catalogue::{Exercise, Level};
use crate::domain::place::Place;
use crate::domain::routine::{Edit, Item, MAX_ITEMS, Routine};
use crate::pages::routines::free_name;
use crate::state::{App, Offer, Tone};
use crate::ui::{Icon, Select, icon};
use leptos::prelude::*;

/// Try now and Star; on a phone they stay within reach of the thumb.
pub(super) fn main(exercise: &'static Exercise, level: Memo<Level>) -> impl IntoView {
    let app = App::get();
    let starred = Memo::new(move |_| app.settings.with(|settings| is_starred(&settings.starred, exercise)));
    let star = move |_| app.choose(|settings| settings.with_star(exercise.id, !starred.get_untracked()));
    view! {
        <div class="exercise-actions">
            <button type="button" class="button primary big grow" on:click=move |_| app.start(&alone(exercise, level.get_untracked()))>
                {icon(Icon::Play)}"Try now"
            </button>
            <button type="button" class="button big star" aria-pressed=move || starred.get().to_string() on:click=star>
                {icon(Icon::Star)}"Star"
            </button>
        </div>
    }
}

/// Adding to one of the runner's routines, or to a new one.
pub(super) fn add(exercise: &'static Exercise, level: Memo<Level>) -> impl IntoView {
    let app = App::get();
    let chosen = RwSignal::new(app.routines.with_untracked(|routines| latest(routines)));
    let added = RwSignal::new(None::<Routine>);
    let options = Signal::derive(move || app.routines.with(|routines| options(routines)));
    let add = move |_| {
        let to = target(app, &chosen.get_untracked());
        if let Some(kept) = put(app, &to, exercise, level.get_untracked()) {
            chosen.set(kept.id.clone());
            added.set(Some(kept));
        }
    };
    let open = move |routine: Routine| {
        let href = Place::Routine { id: routine.id.clone() }.href();
        view! { <a class="added" href=href>{icon(Icon::Check)}{format!("Open {}", routine.title())}</a> }
    };
    view! {
        <div class="add-to">
            <Select label="Add to a routine" id="add-to" options chosen on_choose=Callback::new(move |id| chosen.set(id)) />
            <button type="button" class="button" on:click=add>{icon(Icon::Plus)}"Add"</button>
            {move || added.get().map(open)}
        </div>
    }
}

fn is_starred(starred: &[String], exercise: &Exercise) -> bool {
    starred.iter().any(|slug| slug == exercise.id)
}

/// The exercise as a routine of its own.
fn alone(exercise: &Exercise, level: Level) -> Routine {
    let items = vec![Item::prescribed(0, exercise, level)];
    Routine { id: exercise.id.to_owned(), name: exercise.name.to_owned(), items }
}

/// The routine last made, which an exercise is most likely meant for; empty for a new one.
fn latest(routines: &[Routine]) -> String {
    routines.last().map(|routine| routine.id.clone()).unwrap_or_default()
}

fn options(routines: &[Routine]) -> Vec<(String, String)> {
    let own = routines.iter().map(|routine| (routine.id.clone(), routine.title().to_owned()));
    own.rev().chain(std::iter::once((String::new(), "New routine".to_owned()))).collect()
}

/// The routine with this id, or a new one that is not kept yet and has no id.
fn target(app: App, id: &str) -> Routine {
    let routines = app.routines.get_untracked();
    let name = free_name(&routines);
    routines.into_iter().find(|routine| routine.id == id).unwrap_or_else(|| Routine::empty(String::new(), &name))
}

/// Adds the exercise and keeps the routine; `None` where it is full.
fn put(app: App, to: &Routine, exercise: &'static Exercise, level: Level) -> Option<Routine> {
    let longer = to.edited(&Edit::Add(exercise, level));
    if longer.items.len() == to.items.len() {
        let text = format!("{} is full: a routine has room for {MAX_ITEMS} exercises.", to.title());
        app.tell(Tone::Trouble, text, Offer::Nothing);
        return None;
    }
    let text = format!("Added to {}.", longer.title());
    let kept = if longer.id.is_empty() {
        Routine { id: app.add_routine(longer.clone()), ..longer }
    } else {
        app.keep_routine(longer.clone());
        longer
    };
    app.announce(text.clone());
    app.tell(Tone::Plain, text, Offer::Nothing);
    Some(kept)
}
