//! Navigation: the address bar and the screen always agree.

use super::App;
use super::later::Command;
use crate::browser::{clock, dialog, document, history};
use crate::domain::catalogue::{self, Filter};
use crate::domain::place::Place;
use crate::domain::routine::Routine;
use crate::state::navigation::{Navigation, place_at};
use crate::text::{place, tab};
use leptos::prelude::{GetUntracked, Set, untrack};
use leptos::task::spawn_local;

impl App {
    /// Goes to the target of a followed link; false if it leads out of the app.
    pub(super) fn follow_link(self, path: &str, query: &str, hash: &str) -> bool {
        let place = place_at(path, query, hash);
        place.map(|place| self.go(place)).is_some()
    }

    /// Goes to the most likely target of an address that was damaged on its way to the runner.
    pub(super) fn mend_address(self) {
        let named = self.navigation.place.get_untracked();
        let mended = Place::mended(&Navigation::address(), &|place| self.is_there(place));
        if let Some(mended) = mended.filter(|mended| *mended != named && !has_link(&named)) {
            self.go_instead(mended);
        }
    }

    /// The place that a link in a pasted text leads to.
    #[must_use]
    pub fn place_in(self, text: &str) -> Option<Place> {
        Place::in_text(text, &|place| self.is_there(place))
    }

    /// True if `place` has something to show.
    fn is_there(self, place: &Place) -> bool {
        match place {
            Place::Unknown { .. } => false,
            Place::Exercise { id, .. } => catalogue::brief(id).is_some(),
            Place::Play { id, .. } => catalogue::brief(id).is_some() || untrack(|| self.routine(id)).is_some(),
            Place::Routine { id } => untrack(|| self.routine(id)).is_some(),
            Place::Session { id } => {
                // Ids have letters and digits alone; one from a file may have more.
                id.bytes().all(|byte| byte.is_ascii_alphanumeric()) || {
                    self.members().log.read_all();
                    self.log.has(id)
                }
            }
            _ => true,
        }
    }

    /// Goes to `place` as a new history entry.
    pub fn go(self, place: Place) {
        if self.navigation.push(&place) {
            self.arrive(place);
        }
    }

    /// Goes to `place` in place of the present history entry.
    pub fn go_instead(self, place: Place) {
        self.navigation.replace(&place);
        self.arrive(place);
    }

    /// Filters the catalogue: the address follows, focus and scroll stay, typing makes no history.
    pub fn narrow(self, filter: Filter) {
        let place = Place::Exercises(filter);
        self.navigation.replace(&place);
        self.navigation.set(place);
    }

    /// Changes what the present page shows (a level, a tab) as a new history entry, leaving focus and scroll alone.
    pub fn turn(self, place: Place) {
        if self.navigation.push(&place) {
            self.navigation.set(place);
        }
    }

    /// Shows `place`: title, top of the page, focus on its heading.
    pub(super) fn arrive(self, place: Place) {
        self.arrive_as(place, None);
    }

    /// Shows the place in the address bar, scrolled and opened as it was left.
    pub(super) fn return_to(self, place: Place) {
        self.arrive_as(place, history::kept());
    }

    fn arrive_as(self, place: Place, kept: Option<String>) {
        if !matches!(place, Place::Play { .. }) {
            self.player.finished.set(None);
        }
        self.navigation.leave(&self.title(&place));
        self.pause_unless_playing(&place);
        if matches!(self.navigation.place.get_untracked(), Place::Play { .. }) {
            // What was said of a session is not said on another page.
            self.notices.status.set(String::new());
        }
        self.navigation.set(place);
        self.run_if_loaded(Command::FollowDay);
        self.navigation.show_as(kept);
    }

    /// Sets the title of the browser's tab anew, after a name has changed.
    pub fn retitle(self) {
        self.navigation.set_title(&self.title(&self.navigation.place.get_untracked()));
    }

    /// Pauses a running session on any page but the player's.
    pub(super) fn pause_unless_playing(self, place: &Place) {
        if !matches!(place, Place::Play { .. }) && self.player.is_running() {
            self.later(Command::Pause);
        }
    }

    /// A routine's title for the browser's tab; only the runner's own, which the lazy chunk reads, need it.
    fn isolated_title(self, routine: &Routine) -> String {
        let isolate = self.early().lazy.get().map(|lazy| lazy.isolate);
        isolate.map_or_else(|| routine.title().to_owned(), |isolate| isolate(routine.title()))
    }

    /// The title of a place for the browser's tab.
    #[must_use]
    pub fn title(self, place: &Place) -> String {
        let own = |id: &str| {
            let exercise = catalogue::brief(id).map(|exercise| exercise.name.to_owned());
            exercise.or_else(|| untrack(|| self.routine(id)).map(|r| self.isolated_title(&r)))
        };
        let named = match place {
            Place::Exercise { id, .. } | Place::Routine { id } => {
                own(id).unwrap_or_else(|| tab::not_found().to_owned())
            }
            Place::Play { id, .. } => own(id).map_or_else(|| tab::not_found().to_owned(), |name| tab::training(&name)),
            Place::Shared { .. } => tab::shared().to_owned(),
            Place::DoneSheet { .. } => tab::sheet().to_owned(),
            Place::Made { .. } => tab::made().to_owned(),
            Place::OwnForm { .. } => tab::own().to_owned(),
            Place::Session { .. } => tab::session().to_owned(),
            Place::Unknown { .. } => tab::not_found().to_owned(),
            other => other.section().map_or("", |section| place::section(section)).to_owned(),
        };
        tab::title(&named)
    }
}

/// True if the address holds a routine or what somebody did: its page reads as much of it as it can.
const fn has_link(place: &Place) -> bool {
    matches!(place, Place::Shared { code } | Place::DoneSheet { code } if !code.is_empty())
}

/// Moves focus to the element with this id.
pub fn focus(id: &str) {
    document::focus(id);
}

/// Moves focus to the element with this id after the page's update, if the focused element is gone by then.
pub fn keep_focus(id: &'static str) {
    let had = document::focused();
    // Other effects of the same change run first.
    spawn_local(async move { spawn_local(async move { document::keep_focus(had.as_ref(), id) }) });
}

/// Moves focus to the element with this id after the page's update, if nothing has it by then.
pub fn focus_if_lost(id: &'static str) {
    spawn_local(async move { spawn_local(async move { document::focus_if_lost(id) }) });
}

/// Marks the root element: the page is ready. A page that is loaded anew is as it was left.
pub fn mark_ready() {
    if document::data("ready").is_none() {
        let kept = history::kept();
        clock::after_paint(move || {
            if kept.is_some() {
                document::show_as(kept.as_deref());
            }
            // Not before: a list that opens with its page would count as a change.
            document::on_shown_otherwise(Navigation::keep_shown);
        });
    }
    document::set_data("ready", Some("true"));
}

/// The id of the running build.
#[must_use]
pub fn build() -> Option<String> {
    document::build()
}

/// Opens the dialog with this id over the page.
pub fn open_dialog(id: &str) {
    dialog::open(id);
}

/// Closes the dialog with this id.
pub fn close_dialog(id: &str) {
    dialog::close(id);
}
