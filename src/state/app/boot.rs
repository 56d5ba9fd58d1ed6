//! The start: the page is shown, stored values are read, an open session is restored.

use super::commands::fetch;
use super::later::{Chunk, Command};
use super::{App, EarlyState, Signals};
use crate::browser::audio::Speaker;
use crate::browser::clock;
#[cfg(feature = "web")]
use crate::browser::panic;
use crate::browser::{document, history, local_storage};
use crate::domain::saved::PREFIX;
use crate::state::choices::Choices;
use crate::state::day::{clock_now, day_now};
use crate::state::disk;
use crate::state::logbook::Logbook;
use crate::state::navigation::Navigation;
use crate::state::notices::Notices;
use crate::state::pains::Pains;
use crate::state::player::Player;
use crate::state::reports::Reports;
use crate::state::saving::Saving;
#[cfg(feature = "web")]
use crate::text::{broken, common};
use leptos::prelude::{RwSignal, Set, StoredValue};
use leptos::task::spawn_local;
#[cfg(feature = "web")]
use std::cell::Cell;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use time::Date;

/// Time for which the static shell stays while stored values are read; after it the page shows a loading placeholder.
const READING: Duration = Duration::from_secs(4);
/// Interval between two checks for the lazy chunk.
const LOOK_AGAIN: Duration = Duration::from_millis(500);

/// The words of the recovery screen for a panic.
#[cfg(feature = "web")]
const BROKEN: panic::Words = panic::Words {
    title: broken::title(),
    what: broken::what(),
    reload: common::reload(),
    download: common::download_data(),
};

/// Opens the app and shows it in place of the static shell, with its state in the context, for ever.
#[cfg(feature = "web")]
pub fn begin(show: impl FnOnce(web_sys::HtmlElement) + 'static) {
    use leptos::prelude::{Owner, mount_to, provide_context};

    panic::install(&BROKEN);
    panic::listen_for_break();
    let Some(place) = document::find("app") else { return };
    let mounted = mount_to(place.clone(), move || {
        let app = App::open();
        provide_context(app);
        let owner = Owner::current();
        let show = Cell::new(Some(show));
        app.begin(Rc::new(move || {
            if let Some((show, owner)) = show.take().zip(owner.clone()) {
                document::empty(&place);
                owner.with(|| show(place.clone()));
            }
        }));
    });
    mounted.forget();
}

impl App {
    /// Listens to the browser, reads stored values, and calls `stand` to show the page; maybe twice.
    ///
    /// If nothing is stored, the page is shown at once. Stored values are read by the lazy chunk, and the page waits for that:
    /// it never shows default settings in place of the runner's.
    pub fn begin(self, stand: Rc<dyn Fn()>) {
        self.day.set(day_now());
        self.listen();
        if self.disk().has_ours() {
            self.unread.set(true);
            let late = stand.clone();
            let timer = clock::after(READING, move || late());
            self.fetch(move |_| {
                drop(timer);
                stand();
                spawn_local(self.recall());
            });
        } else {
            stand();
            spawn_local(self.recall());
        }
    }

    /// The state before anything has been read.
    #[must_use]
    pub fn open() -> Self {
        let disk = disk::open();
        let memory_only = disk.is_memory();
        let notices = Notices::default();
        let early = EarlyState {
            saving: Saving::new(disk),
            reports: Reports::new(notices, !memory_only),
            speaker: Speaker::default(),
            lazy: OnceCell::new(),
            fetch,
            fetching: RefCell::default(),
            members: OnceCell::new(),
        };
        let signals = Signals {
            navigation: Navigation::default(),
            notices,
            player: Player::new(clock_now()),
            choices: Choices::default(),
            log: Logbook::default(),
            pains: Pains::default(),
            day: RwSignal::new(Date::MIN),
            update_waiting: RwSignal::new(false),
            memory_only: RwSignal::new(memory_only),
            chunk: RwSignal::new(Chunk::Loading),
            opening: RwSignal::new(false),
            unread: RwSignal::new(false),
            ready: RwSignal::new(false),
            early: StoredValue::new_local(Box::leak(Box::new(early))),
        };
        let app = Self(Box::leak(Box::new(signals)));
        app.tell_of_memory();
        app.retitle();
        app
    }

    /// Listens to the address bar, links, other tabs and the page's visibility.
    fn listen(self) {
        history::on_move(move || {
            let place = Navigation::place_of_address();
            self.pause_unless_playing(&place);
            self.return_to(place);
        });
        history::on_link(move |path, query, hash| self.follow_link(path, query, hash));
        local_storage::on_change(move |key| {
            if key.as_ref().is_none_or(|key| key.starts_with(PREFIX)) {
                self.later(Command::Reread(key));
            }
        });
        document::on_visibility(move || {
            let visible = document::is_visible();
            // The page may close before its turn comes; and a long time may pass before it is visible again.
            self.run_if_loaded(if visible { Command::Shown } else { Command::Hidden });
            if visible && self.player.is_running() {
                self.later(Command::Wake);
            }
        });
    }

    /// Looks for second copies, and for a session that is open or not in the log yet; if nothing is stored anywhere the page is
    /// ready at once.
    async fn recall(self) {
        let records = self.saving().store.read_journal().await;
        let saving = self.saving();
        if records.is_empty() && !self.disk().has_ours() {
            saving.store.copies.read.set(saving.store.journal().is_some());
            self.early().reports.drop_waiting();
            saving.turn.open.set(true);
            return self.ready.set(true);
        }
        self.fetch(move |_| {
            spawn_local(async move {
                while self.early().lazy.get().is_none() {
                    // None of the runner's values can be shown without the lazy chunk; another command may load it.
                    clock::sleep(LOOK_AGAIN).await;
                }
                self.later(Command::Replay(records));
            });
        });
    }
}
