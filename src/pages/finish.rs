//! After the last set: all is saved already, or this does not say so; one sentence, and one tap on how it felt.

use super::frame;
use crate::domain::log::Effort;
use crate::domain::place::Place;
use crate::state::{App, Finished};
use crate::ui::{Icon, icon};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// A tap this soon after the screen came is the echo of the one on Done. Milliseconds.
const ECHO: i64 = 500;

pub(super) fn screen() -> impl IntoView {
    let app = App::get();
    let since = app.moment();
    let leave = move |event: MouseEvent| {
        if app.moment().ms_since(since) < ECHO {
            event.prevent_default();
        }
    };
    let Some(Finished { performed, sentence, kept }) = app.finished.get_untracked() else { return ().into_any() };
    let id = performed.id.clone();
    let felt = Memo::new(move |_| app.finished.with(|f| f.as_ref().and_then(|finished| finished.performed.effort)));
    let effort = move |effort: Effort| {
        let id = id.clone();
        view! {
            <button
                type="button"
                class="button"
                aria-pressed=move || (felt.get() == Some(effort)).to_string()
                on:click=move |_| app.rate(&id, effort)
            >
                {effort.words()}
            </button>
        }
    };
    let exercises = performed.exercises().into_iter().map(|name| view! { <li>{name.to_owned()}</li> }).collect_view();
    let in_full = Place::Session { id: performed.id.clone() }.href();
    view! {
        <main class="player finish" id="main" tabindex="-1" data-phase="finished">
            <div class="player-offer stack wide">
                {frame::notices()}
                <div class="stack tight">
                    <p class="player-phase">{icon(Icon::Check)}<span>{if kept { "Done and saved" } else { "Done" }}</span></p>
                    <h1 id="title" tabindex="-1">{performed.name.clone()}</h1>
                    <p class="lead">{sentence}</p>
                </div>
                <ul class="finish-items">{exercises}</ul>
                <div class="stack tight" role="group" aria-labelledby="felt">
                    <p id="felt" class="legend">"How did it feel?"</p>
                    <div class="finish-effort">{Effort::ALL.iter().copied().map(effort).collect_view()}</div>
                </div>
            </div>
            <div class="player-actions">
                <a class="button primary main-action" href="/" on:click=leave>"To Today"</a>
                <div class="player-small"><a class="button quiet" href=in_full>"See every set"</a></div>
            </div>
        </main>
    }
    .into_any()
}
