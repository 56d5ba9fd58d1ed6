//! The frame around every page: navigation, notices, the status line; and which page stands in it.

use super::{exercise, exercises, lost, plan, play, progress, routine, routines, session, settings, shared, today};
use crate::domain::place::{Place, Section};
use crate::state::{App, Notice, Offer, Tone};
use crate::ui::{Icon, icon};
use leptos::prelude::*;

/// What makes a page another page: a filter, a level or a hash that changes leaves it standing.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Page {
    Today,
    Exercises,
    Exercise(String),
    Routines,
    Routine(String),
    Shared(String),
    Plan,
    Progress,
    Session(String),
    Play(String),
    Settings,
    Lost,
}

impl From<Place> for Page {
    fn from(place: Place) -> Self {
        match place {
            Place::Today => Self::Today,
            Place::Exercises(_) => Self::Exercises,
            Place::Exercise { id, .. } => Self::Exercise(id),
            Place::Routines => Self::Routines,
            Place::Routine { id } => Self::Routine(id),
            Place::Shared { code } => Self::Shared(code),
            Place::Plan => Self::Plan,
            Place::Progress => Self::Progress,
            Place::Session { id } => Self::Session(id),
            Place::Play { id, .. } => Self::Play(id),
            Place::Settings => Self::Settings,
            Place::Unknown { .. } => Self::Lost,
        }
    }
}

/// The whole app.
#[component]
pub fn Frame() -> impl IntoView {
    let app = App::get();
    let page = Memo::new(move |_| Page::from(app.place.get()));
    let full_screen = Memo::new(move |_| matches!(page.get(), Page::Play(_)));
    view! {
        {move || if full_screen.get() { player(page).into_any() } else { framed(page).into_any() }}
        <p class="visually-hidden" role="status">{move || app.status.get()}</p>
    }
}

fn player(page: Memo<Page>) -> impl IntoView {
    move || match page.get() {
        Page::Play(id) => play::page(id).into_any(),
        _ => ().into_any(),
    }
}

fn framed(page: Memo<Page>) -> impl IntoView {
    let broad = move || matches!(page.get(), Page::Exercises | Page::Routine(_));
    let body = move || match page.get() {
        Page::Today => today::page().into_any(),
        Page::Exercises => exercises::page().into_any(),
        Page::Exercise(id) => exercise::page(id).into_any(),
        Page::Routines => routines::page().into_any(),
        Page::Routine(id) => routine::page(id).into_any(),
        Page::Shared(code) => shared::page(code).into_any(),
        Page::Plan => plan::page().into_any(),
        Page::Progress => progress::page().into_any(),
        Page::Session(id) => session::page(id).into_any(),
        Page::Settings => settings::page().into_any(),
        Page::Lost => lost::page().into_any(),
        Page::Play(_) => ().into_any(),
    };
    view! {
        <button type="button" class="skip button" on:click=|_| crate::state::focus("main")>
            "Skip to content"
        </button>
        <div class="shell">
            <header class="shell-bar">
                <a class="brand" href="/">{icon(Icon::Brand)}"Mainspring"</a>
                <a class="button quiet icon to-settings" href="/settings" aria-label="Settings">{icon(Icon::Settings)}</a>
            </header>
            <div class="shell-page">
                <main id="main" class="shell-main" class:broad=broad tabindex="-1">
                    {notices()}
                    {body}
                </main>
            </div>
            {navigation()}
        </div>
    }
}

fn navigation() -> impl IntoView {
    let app = App::get();
    let here = Memo::new(move |_| app.place.get().section());
    let entry = move |section: Section| {
        let current = move || (here.get() == Some(section)).then_some("page");
        view! {
            <li class:only-rail=section == Section::Settings>
                <a href=section.place().href() aria-current=current>{icon(section_icon(section))}{section.words()}</a>
            </li>
        }
    };
    view! {
        <nav class="nav" aria-label="Main">
            <ul class="nav-list">{Section::ALL.map(entry).collect_view()}</ul>
        </nav>
    }
}

const fn section_icon(section: Section) -> Icon {
    match section {
        Section::Today => Icon::Today,
        Section::Exercises => Icon::Exercises,
        Section::Routines => Icon::Routines,
        Section::Plan => Icon::Plan,
        Section::Progress => Icon::Progress,
        Section::Settings => Icon::Settings,
    }
}

/// What the runner has to be told, newest last; the same on every page and in the player.
pub(super) fn notices() -> impl IntoView {
    let app = App::get();
    let update = move || {
        (app.update_waiting.get() && app.session.with(Option::is_none)).then(|| {
            view! {
                <div class="notice" data-notice="update">
                    <p>"A new version is ready. Reload to use it; nothing is lost."</p>
                    <button type="button" class="button" on:click=move |_| app.update()>"Reload"</button>
                </div>
            }
        })
    };
    view! {
        <div class="notices">
            {update}
            <For each=move || app.notices.get() key=|notice| notice.text.clone() children=notice />
        </div>
    }
}

fn notice(notice: Notice) -> impl IntoView {
    let app = App::get();
    let trouble = notice.tone == Tone::Trouble;
    let (text, dismissed) = (notice.text.clone(), notice.text.clone());
    let offer = match notice.offer {
        Offer::Nothing => ().into_any(),
        Offer::Export => view! {
            <button type="button" class="button" on:click=move |_| app.export()>
                {icon(Icon::Download)}"Download my data"
            </button>
        }
        .into_any(),
        Offer::PutBack(at, routine) => {
            let words = text.clone();
            let undo = move |_| {
                app.put_back(at, (*routine).clone());
                app.dismiss(&words);
            };
            view! { <button type="button" class="button" on:click=undo>{icon(Icon::Undo)}"Undo"</button> }.into_any()
        }
    };
    view! {
        <div class="notice" class:trouble=trouble role=trouble.then_some("alert") data-notice=if trouble { "trouble" } else { "plain" }>
            <p>{text}</p>
            {offer}
            <button type="button" class="button quiet icon" aria-label="Dismiss" on:click=move |_| app.dismiss(&dismissed)>
                {icon(Icon::Close)}
            </button>
        </div>
    }
}
