//! The player's page: which of its screens stands there. A session that is open and belongs here is shown at once; an
//! address opened cold offers to start.

use super::{finish, frame, running};
use crate::domain::catalogue::{self, Level};
use crate::domain::place::Place;
use crate::domain::routine::{self, Item, Routine};
use crate::state::{App, focus};
use crate::ui::{Icon, icon, kit_words};
use leptos::prelude::*;

/// What the player shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Screen {
    /// The journal has not been read yet.
    Opening,
    /// The open session.
    Running,
    /// What was just finished.
    Finished,
    /// What could be started.
    Offer,
}

pub(super) fn page(id: String) -> impl IntoView {
    let app = App::get();
    let of_here = id.clone();
    let screen = Memo::new(move |_| {
        let open = app.session.with(|s| s.as_ref().is_some_and(|s| s.from == of_here));
        match (open, app.finished.with(Option::is_some), app.ready.get()) {
            (true, ..) => Screen::Running,
            (false, true, _) => Screen::Finished,
            (false, false, true) => Screen::Offer,
            (false, false, false) => Screen::Opening,
        }
    });
    // The button that led to another screen is gone with its own: the heading takes the focus from it.
    Effect::new(move |before: Option<Screen>| {
        let now = screen.get();
        if before.is_some_and(|before| before != now) {
            request_animation_frame(|| focus("title"));
        }
        now
    });
    move || match screen.get() {
        Screen::Running => running::screen().into_any(),
        Screen::Finished => finish::screen().into_any(),
        Screen::Offer => offer(&id).into_any(),
        Screen::Opening => {
            view! { <main class="player" id="main"><h1 id="title" tabindex="-1">"Opening…"</h1></main> }.into_any()
        }
    }
}

/// What `id` names: a routine, or a single exercise at the level of the address.
fn planned(app: App, id: &str) -> Option<Routine> {
    let level = match app.place.get_untracked() {
        Place::Play { level, .. } => level,
        _ => Level::Base,
    };
    let single = |exercise: &'static catalogue::Exercise| Routine {
        id: exercise.id.to_owned(),
        name: exercise.name.to_owned(),
        items: vec![Item::prescribed(0, exercise, level)],
    };
    app.routine(id).or_else(|| catalogue::find(id).map(single))
}

fn offer(id: &str) -> impl IntoView + use<> {
    let app = App::get();
    let Some(routine) = planned(app, id) else { return missing().into_any() };
    let minutes = routine::estimate(&routine).minutes();
    let facts = format!("{minutes} min · {}", kit_words(&routine.kit()));
    let name = routine.title().to_owned();
    let items = routine.items.clone();
    let empty = items.is_empty();
    let row = |item: Item| {
        view! {
            <li>
                <strong>{item.name()}</strong>
                <span class="soft small">{format!("{} · {}", item.level.words(), item.dose_words())}</span>
            </li>
        }
    };
    view! {
        <main class="player offer" id="main" tabindex="-1">
            <header class="player-strip">
                <a class="button quiet icon" href="/routines" aria-label="Back to routines">{icon(Icon::Close)}</a>
            </header>
            <div class="player-offer stack">
                {frame::notices()}
                <p class="eyebrow">{facts}</p>
                <h1 id="title" tabindex="-1">{name}</h1>
                {other_session(app)}
                <ol class="offer-items">{items.into_iter().map(row).collect_view()}</ol>
            </div>
            <div class="player-actions">
                <button type="button" class="button primary main-action" disabled=empty on:click=move |_| app.start(&routine)>
                    {icon(Icon::Play)}"Start"
                </button>
            </div>
        </main>
    }
    .into_any()
}

/// Another session that is open: starting here ends it.
fn other_session(app: App) -> impl IntoView {
    move || {
        app.session.with(|session| {
            let session = session.as_ref()?;
            let (name, done, of) = (session.name.clone(), session.done.len(), session.steps.len());
            Some(view! {
                <div class="card stack tight" data-resume=name.clone()>
                    <p>{format!("{name} is still open: {done} of {of} sets done. Starting this one ends it; its sets stay saved.")}</p>
                    <button type="button" class="button" on:click=move |_| app.resume()>{format!("Resume {name}")}</button>
                </div>
            })
        })
    }
}

fn missing() -> impl IntoView {
    view! {
        <main class="player offer" id="main" tabindex="-1">
            <div class="player-offer stack">
                <h1 id="title" tabindex="-1">"This routine is not on this device"</h1>
                <p class="lead">"It may have been deleted, or built on another device. A link can bring it over."</p>
                <p><a class="button primary" href="/routines">"See my routines"</a></p>
            </div>
        </main>
    }
}
