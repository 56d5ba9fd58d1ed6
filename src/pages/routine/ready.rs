//! A ready-made routine, to read and train as it is, or to make one's own.

use super::builder::{kit_words, minutes_words, sets_words};
use super::share;
use crate::domain::routine::Routine;
use crate::pages::routines::make_own;
use crate::state::App;
use crate::ui::{Icon, PageHead, PlannedRows, icon};
use leptos::prelude::*;

pub(super) fn page(routine: Routine) -> impl IntoView {
    let app = App::get();
    let (started, copied) = (routine.clone(), routine.clone());
    let shared = Signal::stored(routine.clone());
    let id = routine.id.clone();
    view! {
        <div class="plan-page" data-routine=id>
            <PageHead title=routine.title().to_owned() eyebrow="Ready to go".to_owned() up=("/routines".to_owned(), "Routines") />
            <p class="plan-figures numbers">
                <b>{minutes_words(&routine)}</b>
                <span class="facts"><span>{sets_words(&routine)}</span><span>{kit_words(&routine)}</span></span>
            </p>
            <div class="row plan-actions">
                <button type="button" class="button primary big" on:click=move |_| app.start(&started)>{icon(Icon::Play)}"Start"</button>
                <button type="button" class="button big" on:click=move |_| make_own(app, copied.clone())>"Make it mine"</button>
            </div>
            <PlannedRows routine />
            {share::section(shared)}
        </div>
    }
}
