//! Handing a routine on: the link holds all of it, so no server sees it.

use crate::domain::place::Place;
use crate::domain::routine::{Routine, encode};
use crate::state::{self, App};
use crate::ui::{Icon, icon};
use leptos::html;
use leptos::prelude::*;

/// The link to a routine, to copy by a button or by hand. An empty routine has none.
pub(super) fn section(routine: Signal<Routine>) -> impl IntoView {
    let app = App::get();
    let link = Memo::new(move |_| routine.with(link_to));
    let field = NodeRef::<html::Input>::new();
    let select = move |_| {
        if let Some(field) = field.get_untracked() {
            field.select();
        }
    };
    move || {
        (!routine.with(|routine| routine.items.is_empty())).then(|| {
            view! {
                <section class="share">
                    <h2>"Share"</h2>
                    <p class="soft">"The whole routine is in the link. No server sees it."</p>
                    <div class="share-line">
                        <div class="field grow">
                            <label for="share-link">"Link"</label>
                            <input class="input" id="share-link" type="text" readonly node_ref=field
                                prop:value=move || link.get() on:focus=select
                            />
                        </div>
                        <button type="button" class="button" on:click=move |_| app.copy(link.get_untracked())>
                            {icon(Icon::Share)}"Copy link"
                        </button>
                    </div>
                </section>
            }
        })
    }
}

fn link_to(routine: &Routine) -> String {
    format!("{}{}", state::origin(), Place::Shared { code: encode(routine) }.href())
}
