//! The pages of the second part of the program: all but Today. They are fetched once Today stands, or at once where the
//! address asks for one of them.

use super::frame::Page;
use super::{
    exercise, exercises, lost, pain, plan, play, progress, restore, routine, routines, session, settings, shared,
    today, trained,
};
use crate::domain::catalogue;
use crate::domain::coach::{Now, Reason, WayBack};
use crate::domain::log::Performed;
use crate::domain::routine::{Item, Routine};
use crate::domain::session::Session;
use crate::state::{self, App, Chunk, LoadFailure};
use crate::ui::{El, button, el, still_figure, title};
use leptos::prelude::{Effect, Get, Memo, RwSignal, Set, With, WithUntracked};
use leptos::task::spawn_local;
use time::Date;
use wasm_split_helpers::SplitLoaderError;

/// Said in the place of what is about to come.
pub(super) const OPENING: &str = "Opening…";
/// Said with it when that takes longer than usual.
pub(super) const STILL_LOADING: &str = "This takes long. Mainspring is still trying.";

/// A routine, and the day on which it is next.
type Next = (Routine, Date);

/// What the second part makes: the view of a page, the still of what is trained, what hurts, and the way to tell it.
#[derive(Clone, Copy, Debug)]
struct Pages {
    show: fn(Rest, Page) -> El,
    still: fn(&Item) -> Option<El>,
    restore_offer: fn(App) -> El,
    sores: fn(App) -> Option<El>,
    tell_pain: fn(App) -> [El; 2],
    resume: fn(App, &Session) -> El,
    nothing_today: fn(App, Now, Reason, Option<Next>) -> El,
    way_back: fn(App, &WayBack, &Routine) -> ([El; 2], El),
    left_out: fn(&[&str]) -> Option<El>,
    last_session: fn(App, &Performed) -> [El; 2],
}

/// The door to the pages; waited for where the build is split, open at once where it is not.
#[cfg_attr(split, wasm_split_helpers::wasm_split(later, fallible))]
#[cfg_attr(not(split), allow(clippy::unnecessary_wraps, reason = "a split build can fail here"))]
fn pages() -> Result<Pages, SplitLoaderError> {
    Ok(Pages {
        show,
        still,
        restore_offer: restore::restore_offer,
        sores: pain::sores,
        tell_pain,
        resume: trained::resume,
        nothing_today: trained::nothing_today,
        way_back: trained::starts_back,
        left_out: trained::left_out,
        last_session: trained::last_session,
    })
}

fn show(rest: Rest, page: Page) -> El {
    match page {
        Page::Today => today::page(rest),
        Page::Exercises => exercises::page(),
        Page::Exercise(id) => exercise::page(&id),
        Page::Routines => routines::page(),
        Page::Routine(id) => routine::page(id),
        Page::Shared(code) => shared::page(&code),
        Page::Plan => plan::page(),
        Page::Progress => progress::page(rest),
        Page::Session(id) => session::page(&id),
        Page::Play(id) => play::page(id),
        Page::Settings => settings::page(),
        Page::Lost => lost::page(),
    }
}

/// Nothing for an exercise that this version does not know. The words beside it name what it shows.
fn still(item: &Item) -> Option<El> {
    let exercise = catalogue::find(&item.exercise)?;
    Some(still_figure(exercise.name, exercise.at(item.level).motion).attr("aria-hidden", "true"))
}

/// The button that opens the questions what hurts, and their dialog.
fn tell_pain(app: App) -> [El; 2] {
    [pain::tell_button(), pain::dialog(app)]
}

/// The pages that come later.
#[derive(Clone, Copy)]
pub(super) struct Rest {
    app: App,
    pages: RwSignal<Option<Pages>>,
}

impl Rest {
    /// Has them fetched as soon as Today is ready or another page is asked for; and says when the page asked for
    /// stands and answers.
    pub(super) fn of(app: App, page: Memo<Page>) -> Self {
        let rest = Self { app, pages: RwSignal::new(None) };
        let stands = move || (page.get() == Page::Today && !app.unread.get()) || rest.pages.with(Option::is_some);
        Effect::new(move || {
            if app.ready.get() && stands() {
                state::mark_ready();
            }
        });
        Effect::new(move || {
            // Both are read, so that going elsewhere is another try.
            let (ready, page) = (app.ready.get(), page.get());
            if ready || page != Page::Today {
                rest.fetch();
            }
        });
        rest
    }

    /// The view of `page`; until the pages are here, what is waited for. Follows their coming.
    pub(super) fn page(self, page: Page) -> El {
        match (self.pages.get(), self.app.chunk.get()) {
            (Some(pages), _) => leptos::prelude::untrack(|| (pages.show)(self, page)),
            (None, Chunk::Failed(failure)) => self.failed(failure),
            (None, Chunk::Slow) => waiting(OPENING).child(el("p").attr("role", "status").text(STILL_LOADING)),
            (None, Chunk::Loading | Chunk::Loaded) => waiting(OPENING),
        }
    }

    /// The still of what `item` trains, as soon as it can be drawn. Follows its coming.
    pub(super) fn still(self, item: &Item) -> Option<El> {
        self.pages.get().and_then(|pages| (pages.still)(item))
    }

    fn failed(self, failure: LoadFailure) -> El {
        let again = button("button primary");
        let again = match failure {
            LoadFailure::New => again.text("Load the new version").on_click(move || self.app.renew()),
            _ => again.text("Try again").on_click(move || self.fetch()),
        };
        waiting(failure.title()).child(el("p").text(failure.advice())).child(again)
    }

    #[cfg_attr(not(split), allow(clippy::unused_async, reason = "a split build waits here"))]
    async fn open(self) {
        let pages = pages();
        #[cfg(split)]
        let pages = pages.await;
        self.pages.set(pages.ok());
    }

    /// The offer to restore a file, as soon as it can be made. Follows its coming.
    pub(super) fn restore_offer(self) -> Option<El> {
        self.pages.get().map(|pages| (pages.restore_offer)(self.app))
    }

    /// The parts of the body that are sore, as soon as they can be shown. Follows their coming.
    pub(super) fn sores(self) -> Option<El> {
        self.pages.get().and_then(|pages| (pages.sores)(self.app))
    }

    /// The way to tell what hurts, as soon as it is there. Follows its coming.
    pub(super) fn tell_pain(self) -> Vec<El> {
        self.pages.get().map_or_else(Vec::new, |pages| (pages.tell_pain)(self.app).into())
    }

    /// True once the pages are here. Follows their coming.
    pub(super) fn are_here(self) -> bool {
        self.pages.with(Option::is_some)
    }

    /// The card of the open session; `None` until it can be shown.
    pub(super) fn resume(self, session: &Session) -> Option<El> {
        self.pages.get().map(|pages| (pages.resume)(self.app, session))
    }

    /// A day without training, and what comes next; `None` until it can be shown.
    pub(super) fn nothing_today(self, now: Now, reason: Reason, next: Option<Next>) -> Option<El> {
        self.pages.get().map(|pages| (pages.nothing_today)(self.app, now, reason, next))
    }

    /// The words of a way back and its two ways to start; `None` until they can be shown.
    pub(super) fn way_back(self, way: &WayBack, routine: &Routine) -> Option<([El; 2], El)> {
        self.pages.get().map(|pages| (pages.way_back)(self.app, way, routine))
    }

    /// The exercises that are left out of the suggestion; `None` where there are none, or until they can be shown.
    pub(super) fn left_out(self, names: &[&str]) -> Option<El> {
        self.pages.get().and_then(|pages| (pages.left_out)(names))
    }

    /// The last session; nothing until it can be shown.
    pub(super) fn last_session(self, session: &Performed) -> Vec<El> {
        self.pages.get().map_or_else(Vec::new, |pages| (pages.last_session)(self.app, session).into())
    }

    fn fetch(self) {
        if self.pages.with_untracked(Option::is_some) {
            return;
        }
        // What is stored is read before a page can show it.
        self.app.fetch(move |loaded| {
            if loaded {
                spawn_local(self.open());
            }
        });
    }
}

/// It has the id that the focus goes to on arrival; the page takes it over when it comes.
fn waiting(words: &str) -> El {
    el("div").class("page waiting").child(title().text(words))
}
