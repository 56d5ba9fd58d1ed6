//! The place on screen and the address bar, which always agree. Knows nothing of the pages.

use crate::browser::{clock, document, history};
use crate::domain::base::Base;
use crate::domain::place::Place;
use leptos::prelude::{GetUntracked, RwSignal, Set, WithUntracked};

/// The place of this page.
#[derive(Clone, Copy)]
pub struct Navigation {
    /// The place on screen.
    pub place: RwSignal<Place>,
}

impl Default for Navigation {
    /// At the place that the address bar names.
    fn default() -> Self {
        Self { place: RwSignal::new(Self::place_of_address()) }
    }
}

impl Navigation {
    /// The place that the address bar names.
    #[must_use]
    pub fn place_of_address() -> Place {
        let (path, query, hash) = history::address();
        place_at(&path, &query, &hash).unwrap_or(Place::Unknown { path })
    }

    /// The address bar's path, query and hash in one.
    #[must_use]
    pub fn address() -> String {
        let (path, query, hash) = history::address();
        let query = if query.is_empty() { query } else { ["?", &query].concat() };
        let hash = if hash.is_empty() { hash } else { ["#", &hash].concat() };
        [path, query, hash].concat()
    }

    /// True on the player's page.
    #[must_use]
    pub fn is_at_player(self) -> bool {
        self.place.with_untracked(|place| matches!(place, Place::Play { .. }))
    }

    /// Pushes `place` to the address bar as a new history entry; false if it is there already.
    #[must_use]
    pub fn push(self, place: &Place) -> bool {
        let is_new = *place != self.place.get_untracked();
        if is_new {
            Self::keep_shown();
            history::push(&base().with(&place.href()));
        }
        is_new
    }

    /// Puts `place` into the address bar in place of the present history entry.
    pub fn replace(self, place: &Place) {
        history::replace(&base().with(&place.href()));
    }

    /// Leaves the old page: focus and title.
    pub fn leave(self, title: &str) {
        document::blur();
        document::set_title(title);
    }

    /// Keeps the scroll position and the open lists of the page with its history entry.
    pub fn keep_shown() {
        history::keep(&document::shown());
    }

    /// Shows the new page: as `kept` says, or from its top, with focus on its heading.
    pub fn show_as(self, kept: Option<String>) {
        clock::after_paint(move || {
            document::show_as(kept.as_deref());
            document::focus("title");
        });
    }

    /// Sets the title of the browser's tab.
    pub fn set_title(self, title: &str) {
        document::set_title(title);
    }

    /// Shows `place` in the present page, leaving focus and scroll alone.
    pub fn set(self, place: Place) {
        self.place.set(place);
    }
}

/// The path under which the host serves the app, as the build stamped it into the page.
#[must_use]
pub fn base() -> Base {
    Base::new(document::data("base").unwrap_or_default())
}

/// The beginning of links to this app: scheme, host, port, and the path under which the host serves it.
#[must_use]
pub fn origin() -> String {
    history::origin() + &base().with("")
}

/// The place of a full address; `None` for an address that is not the app's.
pub(super) fn place_at(path: &str, query: &str, hash: &str) -> Option<Place> {
    base().without(path).map(|path| Place::parse(path, query, hash))
}
