//! The routines: the runner's own and the ready-made ones.

use crate::domain::place::Place;
use crate::domain::routine::{Routine, ready_made};
use crate::state::{self, App};
use crate::ui::{Icon, PageHead, RoutineRow, icon, of};
use leptos::prelude::*;

pub(super) fn page() -> impl IntoView {
    let app = App::get();
    let own = move || {
        let routines = app.routines.get();
        if routines.is_empty() {
            none_yet().into_any()
        } else {
            routines.into_iter().map(own_row).collect_view().into_any()
        }
    };
    view! {
        <div class="routine-lists">
            <div class="routines-head">
                <PageHead title="Routines" />
                <button type="button" class="button primary" on:click=move |_| begin(app)>{icon(Icon::Plus)}"New routine"</button>
            </div>
            <section>
                <h2 id="own" tabindex="-1">"Your own"</h2>
                <ul class="stack routine-cards" aria-labelledby="own">{own}</ul>
            </section>
            <section>
                <h2 id="ready">"Ready to go"</h2>
                <ul class="stack routine-cards" aria-labelledby="ready">
                    {ready_made().into_iter().map(ready_row).collect_view()}
                </ul>
            </section>
        </div>
    }
}

/// A name for a new routine that none of `routines` has.
pub(super) fn free_name(routines: &[Routine]) -> String {
    let first = std::iter::once("My routine".to_owned());
    let names = first.chain((2_u32..).map(|number| format!("My routine {number}")));
    names.into_iter().find(|name| routines.iter().all(|routine| routine.title() != name)).unwrap_or_default()
}

/// Copies a routine to the runner's own and opens it.
pub(super) fn make_own(app: App, routine: Routine) {
    let id = app.add_routine(routine);
    app.announce("Copied to your own routines.");
    app.go(Place::Routine { id });
}

fn begin(app: App) {
    let name = app.routines.with_untracked(|routines| free_name(routines));
    let id = app.add_routine(Routine::empty(String::new(), &name));
    app.go(Place::Routine { id });
}

fn none_yet() -> impl IntoView {
    view! {
        <li class="empty">
            <p><b>"Your own routines will stand here."</b></p>
            <p>"Begin with an empty one, or make a ready one yours and change it."</p>
        </li>
    }
}

fn own_row(routine: Routine) -> impl IntoView {
    let app = App::get();
    let (started, id, name) = (routine.clone(), routine.id.clone(), routine.title().to_owned());
    let delete = move |_| {
        app.delete_routine(&id);
        state::focus("own");
    };
    view! {
        <RoutineRow routine into="Edit" on_start=Callback::new(move |()| app.start(&started))>
            <button type="button" class="button quiet" on:click=delete>{icon(Icon::Bin)}"Delete"{of(&name)}</button>
        </RoutineRow>
    }
}

fn ready_row(routine: Routine) -> impl IntoView {
    let app = App::get();
    let (started, copied, name) = (routine.clone(), routine.clone(), routine.title().to_owned());
    view! {
        <RoutineRow routine into="View" on_start=Callback::new(move |()| app.start(&started))>
            <button type="button" class="button quiet" on:click=move |_| make_own(app, copied.clone())>
                "Make it mine"{of(&name)}
            </button>
        </RoutineRow>
    }
}
