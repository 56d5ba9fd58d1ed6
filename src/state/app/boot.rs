//! The start: the page is shown, what was kept is read, an open session is looked for.

use super::disk;
use super::echo::mute_echoes;
use super::keeping::{Refused, show_theme};
use super::later::Command;
use super::store::Store;
use super::turn::Turn;
use super::write_right::Writing;
use super::{App, Chunk, LoadFailure, Navigation, Notices, Offer, Signals, Tone, World, clock_now};
use crate::browser::audio::Speaker;
use crate::browser::clock::{self, Alarm};
#[cfg(feature = "web")]
use crate::browser::panic;
use crate::browser::{document, history, local_storage, service_worker};
use crate::domain::coach::{EXPERIENCED_SESSIONS, WAY_BACK_DAYS};
use crate::domain::message::Kept;
use crate::domain::routine::Routine;
use crate::domain::saved::{self, PREFIX};
use crate::domain::settings::Settings;
use crate::text;
#[cfg(feature = "web")]
use crate::text::{broken, common};
use leptos::prelude::{GetUntracked, RwSignal, Set, StoredValue, WithUntracked};
use leptos::task::spawn_local;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use time::Date;

/// How long the static shell stands where there is something to read first; then the page says what it waits for.
const READING: Duration = Duration::from_secs(4);
/// Time between two looks whether the lazy chunk is here.
const LOOK_AGAIN: Duration = Duration::from_millis(500);

/// The words of the screen that stands where the app itself breaks.
#[cfg(feature = "web")]
const BROKEN: panic::Words = panic::Words {
    title: broken::title(),
    what: broken::what(),
    reload: broken::reload(),
    download: common::download_data(),
};

/// Opens the app and has it shown in the place of the static shell, with its state in the context, for ever.
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
    /// Follows the browser, reads what is stored, and calls `stand` for the page to be shown; maybe twice.
    ///
    /// Where nothing is stored the page stands at once. What is stored is read by the lazy chunk, and the page waits for
    /// that: it never shows the usual settings where there are others.
    pub fn begin(self, stand: Rc<dyn Fn()>) {
        self.day.set(self.day_now());
        self.listen();
        if self.world().store.disk.has_ours() {
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
        let world = World {
            store: Store::new(disk),
            writing: Writing::default(),
            speaker: Speaker::default(),
            lazy: OnceCell::new(),
            fetching: RefCell::default(),
            read_down_to: RefCell::new(None),
            tick: OnceCell::new(),
            day_alarm: OnceCell::new(),
            awake: RefCell::new(None),
            wake_lock_warned: Cell::new(false),
            turn: Turn::default(),
            refused: Refused::default(),
            reports: RefCell::new((!memory_only).then(Vec::new)),
            erased_at: Cell::new(0),
            held: RefCell::default(),
            left: RwSignal::new(false),
            claiming: Cell::new(false),
            queued: Cell::new(false),
            pains: RefCell::default(),
            planned: RefCell::default(),
            telling: OnceCell::new(),
            keeping: OnceCell::new(),
            restoring: OnceCell::new(),
        };
        let signals = Signals {
            navigation: Navigation::default(),
            settings: RwSignal::new(Settings::default()),
            routines: RwSignal::new(Vec::new()),
            log: RwSignal::new(Vec::new()),
            log_goes_on: RwSignal::new(true),
            session: RwSignal::new(None),
            day: RwSignal::new(Date::MIN),
            now: RwSignal::new(clock_now()),
            watching: RwSignal::new(false),
            acknowledged: RwSignal::new(0),
            unsure: RwSignal::new(Vec::new()),
            finished: RwSignal::new(None),
            pain_question: RwSignal::new(None),
            sores: RwSignal::new(Vec::new()),
            notices: Notices::default(),
            flash: RwSignal::new(0),
            update_waiting: RwSignal::new(false),
            memory_only: RwSignal::new(memory_only),
            chunk: RwSignal::new(Chunk::Loading),
            opening: RwSignal::new(false),
            unread: RwSignal::new(false),
            ready: RwSignal::new(false),
            world: StoredValue::new_local(Box::leak(Box::new(world))),
        };
        let app = Self(Box::leak(Box::new(signals)));
        app.tell_of_memory();
        app.retitle();
        app
    }

    /// Tells the runner where nothing survives closing the page.
    pub(super) fn tell_of_memory(self) {
        if self.memory_only.get_untracked() {
            self.notices.tell(Tone::Trouble, text::store::memory_only(), Offer::Export);
        }
    }

    /// Follows the address bar, links, other tabs and the page's visibility.
    fn listen(self) {
        self.world().tick.get_or_init(|| Alarm::new(move || self.later(Command::Advance)));
        history::on_move(move || {
            let place = Navigation::place_of_address();
            self.pause_unless_playing(&place);
            self.arrive(place);
        });
        history::on_link(move |path, query, hash| self.follow_link(path, query, hash));
        local_storage::on_change(move |key| {
            if key.as_ref().is_none_or(|key| key.starts_with(PREFIX)) {
                self.later(Command::Reread(key));
            }
        });
        document::on_visibility(move || {
            let visible = document::is_visible();
            // The page may be gone before its turn comes; and much may have happened before it is seen again.
            self.run_if_loaded(if visible { Command::Shown } else { Command::Hidden });
            if visible && self.is_running() {
                self.later(Command::Wake);
            }
        });
    }

    /// Looks for second copies, and for a session that is open or not in the log yet; with nothing stored anywhere the
    /// page is ready at once.
    async fn recall(self) {
        let records = self.store().read_journal().await;
        let world = self.world();
        if records.is_empty() && !world.store.disk.has_ours() {
            world.store.copies.read.set(world.store.journal().is_some());
            world.reports.take();
            world.turn.open.set(true);
            return self.ready.set(true);
        }
        self.fetch(move |_| {
            spawn_local(async move {
                while self.world().lazy.get().is_none() {
                    // Nothing of hers can be shown without the lazy chunk; another command may bring it.
                    clock::sleep(LOOK_AGAIN).await;
                }
                self.later(Command::Replay(records));
            });
        });
    }

    /// Reads everything that was kept but sessions, and asks for the offline copy: once, before any other command.
    pub(super) fn read(self) {
        self.read_choices();
        self.read_pains();
        self.read_log();
        mute_echoes();
        self.mend_address();
        // The name of a routine of the runner's own.
        self.retitle();
        self.update_day();
        for failure in LoadFailure::ALL {
            self.notices.withdraw(failure.sentence());
        }
        // Where nothing can be stored there is no offline copy either.
        if !self.memory_only.get_untracked() {
            let script = super::base().with("/sw.js");
            spawn_local(service_worker::register(script, move || self.update_waiting.set(true)));
        }
    }

    /// Reads the newest part of the log: a month, and on until a break that still asks for a way back, or an experienced runner,
    /// cannot be missed.
    pub(super) fn read_log(self) {
        self.read_more();
        let newer = |day: Date| (self.day_now() - day).whole_days() < WAY_BACK_DAYS;
        let all_newer = || self.log.with_untracked(|log| log.last().is_some_and(|last| last.day().is_none_or(newer)));
        let few = || self.log.with_untracked(Vec::len) < EXPERIENCED_SESSIONS;
        while self.log_goes_on.get_untracked() && (all_newer() || few()) {
            self.read_more();
        }
    }

    /// Reads settings and routines as they stand in the store now.
    pub(super) fn read_choices(self) {
        let disk = &self.world().store.disk;
        if disk.has_vanished() {
            // What is on screen is put back; nothing is filled with the usual.
            return;
        }
        let (settings, routines) = (saved::load_settings(disk), saved::load_routines(disk));
        self.report(&Kept::Settings, &settings);
        self.report(&Kept::Routines, &routines);
        self.take(settings.whole().unwrap_or_default(), routines.whole().unwrap_or_default());
    }

    pub(super) fn take(self, settings: Settings, routines: Vec<Routine>) {
        show_theme(settings.theme);
        if self.settings.with_untracked(|shown| *shown != settings) {
            self.settings.set(settings);
            self.retell();
        }
        if self.routines.with_untracked(|shown| *shown != routines) {
            self.routines.set(routines);
        }
    }
}
