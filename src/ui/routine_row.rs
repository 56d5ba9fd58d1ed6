//! One routine in a list: how long it takes, what is in it, and what can be done with it.

use super::icon::{Icon, icon};
use super::planned_rows::kit_fact;
use crate::domain::log::counted;
use crate::domain::place::Place;
use crate::domain::routine::{Routine, estimate};
use leptos::prelude::*;

/// A routine with Start, a way into it, and what else the page offers as children.
#[component]
pub fn RoutineRow(
    /// The routine.
    routine: Routine,
    /// The word on the link into it: "Edit", "View".
    into: &'static str,
    /// Train it.
    on_start: Callback<()>,
    /// Further buttons.
    children: Children,
) -> impl IntoView {
    let href = Place::Routine { id: routine.id.clone() }.href();
    let title = routine.title().to_owned();
    let (minutes, contents) = (minutes(&routine), contents(&routine));
    let (count, kit) = (counted(len(&routine), "exercise"), kit_fact(&routine.kit()));
    let start = (!routine.items.is_empty()).then(|| {
        view! {
            <button type="button" class="button primary" on:click=move |_| on_start.run(())>
                {icon(Icon::Play)}"Start"{of(&title)}
            </button>
        }
    });
    view! {
        <li class="card routine-card" data-routine=routine.id>
            <p class="routine-minutes numbers"><b>{minutes}</b>" min"</p>
            <div class="routine-words">
                <h3><a href=href.clone()>{title.clone()}</a></h3>
                <p class="soft small">{contents}</p>
                <p class="facts"><span>{count}</span><span>{kit}</span></p>
            </div>
            <div class="row routine-actions">
                {start}
                <a class="button" href=href>{into}{of(&title)}</a>
                {children()}
            </div>
        </li>
    }
}

/// " Deep squat day": what a button that looks like all others acts on, for those who cannot see where it stands.
#[must_use]
pub fn of(name: &str) -> AnyView {
    view! { <span class="visually-hidden">{format!(" {name}")}</span> }.into_any()
}

fn minutes(routine: &Routine) -> u32 {
    if routine.items.is_empty() { 0 } else { estimate(routine).minutes() }
}

fn len(routine: &Routine) -> i64 {
    i64::try_from(routine.items.len()).unwrap_or(i64::MAX)
}

/// The exercises by name, each once, in order.
fn contents(routine: &Routine) -> String {
    let mut names: Vec<String> = Vec::new();
    for name in routine.items.iter().map(crate::domain::routine::Item::name) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() { "Nothing in it yet.".to_owned() } else { names.join(", ") }
}
