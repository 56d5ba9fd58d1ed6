//! The pages of the lazy chunk: all but Today. They are fetched once Today is shown, or at once if the address asks for one of
//! them. Knows none of them: they are passed in.

use super::frame::Page;
use crate::domain::coach::{Suggestion, WayBack};
use crate::domain::log::Performed;
use crate::domain::routine::{Item, Routine};
use crate::domain::session::Session;
use crate::state::{self, App, Chunk, LoadFailure};
use crate::text::{common, frame};
use crate::ui::{El, button, el, title};
use leptos::prelude::{Effect, Get, Memo, RwSignal, With, WithUntracked};

/// The views in the lazy chunk.
#[derive(Clone, Copy, Debug)]
pub(in crate::pages) struct Pages {
    /// A page.
    pub show: fn(LazyPages, Page) -> El,
    /// The still figure of an item's exercise; nothing for one that this version does not know.
    pub still: fn(&Item) -> Option<El>,
    /// The offer to restore a backup.
    pub restore_offer: fn(App) -> El,
    /// The sore parts of the body; nothing if there are none.
    pub sores: fn(App) -> Option<El>,
    /// The button that opens the dialog for a pain, and the dialog.
    pub tell_pain: fn(App) -> [El; 2],
    /// The card of the open session.
    pub resume: fn(App, &Session) -> El,
    /// A day that is done, and the next training day.
    pub nothing_today: fn(App, &Suggestion) -> El,
    /// The explanation of an easier start, and the two ways to start.
    pub way_back: fn(App, &WayBack, &Routine) -> ([El; 2], El),
    /// The exercises that are left out of the suggestion, and that its levels follow the log.
    pub remarks: fn(&[&str], bool) -> Vec<El>,
    /// The last session, under its heading.
    pub last_session: fn(App, &Performed) -> [El; 2],
    /// The requests for a routine made for the runner.
    pub made_chips: fn(App) -> El,
}

/// Fetches the pages into a signal, which stays empty if they cannot be fetched.
pub(in crate::pages) type LoadPages = fn(RwSignal<Option<Pages>>);

/// The pages of the lazy chunk, once they are fetched.
#[derive(Clone, Copy)]
pub(in crate::pages) struct LazyPages {
    app: App,
    pages: RwSignal<Option<Pages>>,
    load: LoadPages,
}

impl LazyPages {
    /// Fetches them as soon as Today is ready or another page is requested, and marks the page as ready once it is shown.
    pub(in crate::pages) fn of(app: App, page: Memo<Page>, load: LoadPages) -> Self {
        let lazy = Self { app, pages: RwSignal::new(None), load };
        let stands = move || (page.get() == Page::Today && !app.unread.get()) || lazy.pages.with(Option::is_some);
        Effect::new(move || {
            if app.ready.get() && stands() {
                state::mark_ready();
            }
        });
        Effect::new(move || {
            // Both are read, so that going to another page tries again.
            let (ready, page) = (app.ready.get(), page.get());
            if ready || page != Page::Today {
                lazy.fetch();
            }
        });
        lazy
    }

    /// The view of `page`; a loading placeholder until it is fetched. Reads reactively.
    pub(in crate::pages) fn page(self, page: Page) -> El {
        match (self.pages.get(), self.app.chunk.get()) {
            (Some(pages), _) => leptos::prelude::untrack(|| (pages.show)(self, page)),
            (None, Chunk::Failed(failure)) => self.failed(failure),
            (None, Chunk::Slow) => {
                waiting(common::opening()).child(el("p").attr("role", "status").text(frame::still_loading()))
            }
            (None, Chunk::Loading | Chunk::Loaded) => waiting(common::opening()),
        }
    }

    /// The still of the exercise of `item`, once it is fetched. Reads reactively.
    pub(in crate::pages) fn still(self, item: &Item) -> Option<El> {
        self.pages.get().and_then(|pages| (pages.still)(item))
    }

    fn failed(self, failure: LoadFailure) -> El {
        let again = button("button primary");
        let again = match failure {
            LoadFailure::New => again.text(common::load_new()).on_click(move || self.app.renew()),
            _ => again.text(common::try_again()).on_click(move || self.fetch()),
        };
        waiting(failure.title()).child(el("p").text(failure.advice())).child(again)
    }

    /// The offer to restore a file, once it is fetched. Reads reactively.
    pub(in crate::pages) fn restore_offer(self) -> Option<El> {
        self.pages.get().map(|pages| (pages.restore_offer)(self.app))
    }

    /// The sore parts of the body, once they are fetched. Reads reactively.
    pub(in crate::pages) fn sores(self) -> Option<El> {
        self.pages.get().and_then(|pages| (pages.sores)(self.app))
    }

    /// The button and dialog for a pain, once they are fetched. Reads reactively.
    pub(in crate::pages) fn tell_pain(self) -> Vec<El> {
        self.pages.get().map_or_else(Vec::new, |pages| (pages.tell_pain)(self.app).into())
    }

    /// True once the pages are fetched. Reads reactively.
    pub(in crate::pages) fn are_here(self) -> bool {
        self.pages.with(Option::is_some)
    }

    /// The card of the open session; `None` until it is fetched.
    pub(in crate::pages) fn resume(self, session: &Session) -> Option<El> {
        self.pages.get().map(|pages| (pages.resume)(self.app, session))
    }

    /// A day that is done, and the next training day; `None` until it is fetched.
    pub(in crate::pages) fn nothing_today(self, suggestion: &Suggestion) -> Option<El> {
        self.pages.get().map(|pages| (pages.nothing_today)(self.app, suggestion))
    }

    /// The explanation of an easier start, and the two ways to start; `None` until they are fetched.
    pub(in crate::pages) fn way_back(self, way: &WayBack, routine: &Routine) -> Option<([El; 2], El)> {
        self.pages.get().map(|pages| (pages.way_back)(self.app, way, routine))
    }

    /// The exercises that are left out of the suggestion, and that its levels follow the log; nothing until it is fetched.
    pub(in crate::pages) fn remarks(self, left_out: &[&str], is_raised: bool) -> Vec<El> {
        self.pages.get().map_or_else(Vec::new, |pages| (pages.remarks)(left_out, is_raised))
    }

    /// The last session; nothing until it is fetched.
    pub(in crate::pages) fn last_session(self, session: &Performed) -> Vec<El> {
        self.pages.get().map_or_else(Vec::new, |pages| (pages.last_session)(self.app, session).into())
    }

    /// The requests for a routine made for the runner, once they are fetched. Reads reactively.
    pub(in crate::pages) fn made_chips(self) -> Option<El> {
        self.pages.get().map(|pages| (pages.made_chips)(self.app))
    }

    fn fetch(self) {
        if self.pages.with_untracked(Option::is_some) {
            return;
        }
        // Stored values are read before a page can show them.
        self.app.fetch(move |loaded| {
            if loaded {
                (self.load)(self.pages);
            }
        });
    }
}

/// The loading placeholder. It has the id that gets the focus on arrival; the page takes it over later.
fn waiting(words: &str) -> El {
    el("div").class("page waiting").child(title().text(words))
}
