//! One routine: the builder for the runner's own, a read-only plan for a ready-made one.

mod builder;
mod coverage;
mod editor;
mod elsewhere;
mod ready;
mod several;
mod share;

use crate::domain::routine;
use crate::pages::shell::not_found;
use crate::state::App;
use crate::text::{common, routines};
use crate::ui::{El, el};
use leptos::prelude::{Get, Memo, With, WithUntracked};

pub(in crate::pages) fn page(id: String) -> El {
    let app = App::get();
    let sought = id.clone();
    // Every change in the builder changes the routines, and must not build the builder again.
    let own =
        Memo::new(move |_| app.choices.routines.with(|routines| routines.iter().any(|routine| routine.id == sought)));
    el("div").live(move || if own.get() { own_routine(app, &id) } else { ready_or_unknown(&id) })
}

/// The builder of one of the runner's own routines, until it is deleted.
fn own_routine(app: App, id: &str) -> Vec<El> {
    let own = app.choices.routines.with_untracked(|routines| routines.iter().find(|routine| routine.id == id).cloned());
    own.map(builder::page).into_iter().collect()
}

fn ready_or_unknown(id: &str) -> Vec<El> {
    match routine::ready_made().iter().find(|routine| routine.id == id) {
        Some(ready) => vec![ready::page(ready)],
        None => vec![unknown()],
    }
}

fn unknown() -> El {
    let ways = [("/routines", common::see_routines()), ("/", common::to_today())];
    not_found(routines::unknown(), routines::unknown_why(), "row lost-ways", ways)
}
