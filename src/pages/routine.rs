//! One routine: the builder for the runner's own, a plan to read for a ready-made one.

mod bench;
mod builder;
mod ready;
mod share;

use crate::domain::routine;
use crate::state::App;
use crate::ui::PageHead;
use leptos::prelude::*;

pub(super) fn page(id: String) -> impl IntoView {
    let app = App::get();
    let own = {
        let id = id.clone();
        Memo::new(move |_| app.routines.with(|routines| routines.iter().any(|routine| routine.id == id)))
    };
    move || {
        let kept = app.routines.with_untracked(|routines| routines.iter().find(|routine| routine.id == id).cloned());
        match (own.get(), kept) {
            (true, Some(routine)) => builder::page(routine).into_any(),
            _ => match routine::ready_made().into_iter().find(|routine| routine.id == id) {
                Some(routine) => ready::page(routine).into_any(),
                None => unknown().into_any(),
            },
        }
    }
}

fn unknown() -> impl IntoView {
    view! {
        <PageHead title="This routine is not here" />
        <p class="lead">"It may have been deleted, or kept in another browser."</p>
        <p class="row lost-ways">
            <a class="button primary" href="/routines">"See all routines"</a>
            <a class="button" href="/">"Go to Today"</a>
        </p>
    }
}
