//! The app: its members, and the commands that say in which order they act. The files of this folder call members, and each
//! other in one direction.

mod backing_up;
mod boot;
mod day;
mod deleting;
mod erasing;
mod hearing;
mod hurting;
mod keeping;
mod later;
mod mending;
mod places;
mod pocket;
mod replaying;
mod restoring;
mod saving;
mod store_lock;
mod telling;
mod training;
mod unfinished;
mod waking;
mod watching;
mod writing;

pub use backing_up::{StorageFacts, is_installed_app};
#[cfg(feature = "web")]
pub use boot::begin;
pub use hearing::has_silent_switch;
pub use keeping::fresh_key;
pub use later::Chunk;
pub use places::{build, close_dialog, focus, keep_focus, mark_ready, open_dialog};
pub use restoring::Restore;
pub use training::play_place;

use super::{Deleted, LoadFailure, Navigation, Notices, Offer, Saved, Tone, base};
use super::{disk, echo, load_failure, navigation, saved_state, store, turn, write_right};
use crate::browser::audio::Speaker;
use crate::browser::clock::{self, Alarm};
use crate::browser::locks::Held;
use crate::browser::wake_lock::Sentinel;
use crate::domain::coach::pain::{PainReport, Sore};
use crate::domain::log::Performed;
use crate::domain::routine::{self, Routine};
use crate::domain::session::Session;
use crate::domain::settings::Settings;
use crate::domain::units::{Offset, Timestamp};
use backing_up::Keeping;
use hurting::Planned;
use keeping::Refused;
use later::{Lazy, TellLoaded};
use leptos::prelude::{
    Get, GetUntracked, LocalStorage, RwSignal, StoredValue, WithUntracked, WithValue, expect_context,
};
use mending::Report;
use restoring::Restoring;
use std::cell::{Cell, OnceCell, RefCell};
use std::ops::Deref;
use store::Store;
use telling::Telling;
use time::Date;
use turn::Turn;
use write_right::Writing;

/// The app of this page: everything it knows, as signals, and its commands. Copy it freely; read what you show, call a
/// command for what you want.
#[derive(Clone, Copy)]
pub struct App(&'static Signals);

impl Deref for App {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// Everything the app knows. There is one for as long as the page lives.
pub struct Signals {
    /// The place on screen and in the address bar.
    pub navigation: Navigation,
    /// Her choices.
    pub settings: RwSignal<Settings>,
    /// Her own routines.
    pub routines: RwSignal<Vec<Routine>>,
    /// The sessions of the log, newest first, as far back as they have been read.
    pub log: RwSignal<Vec<Performed>>,
    /// Whether the log has months that have not been read yet.
    pub log_goes_on: RwSignal<bool>,
    /// The session that is open, running or left for later.
    pub session: RwSignal<Option<Session>>,
    /// The local day when it was last looked at: see [`App::today`].
    day: RwSignal<Date>,
    /// The moment last looked at the clock; moves only while a session runs.
    pub now: RwSignal<Timestamp>,
    /// Whether the open session is another tab's: it is shown here and changed there.
    pub watching: RwSignal<bool>,
    /// How many sets of the open session a store has taken.
    pub acknowledged: RwSignal<usize>,
    /// The steps of those that are not on disk for sure, or not as they were corrected since.
    pub unsure: RwSignal<Vec<usize>>,
    /// The session just finished, until the runner goes elsewhere.
    pub finished: RwSignal<Option<Finished>>,
    /// What hurt before and is asked about now.
    pub pain_question: RwSignal<Option<PainReport>>,
    /// The parts of the body that are sore: what loads them stays out everywhere.
    pub sores: RwSignal<Vec<Sore>>,
    /// The notices for the runner, and the status line.
    pub notices: Notices,
    /// How often the screen has flashed where the player beeps; each change is a flash to show.
    pub flash: RwSignal<u32>,
    /// Whether a new version stands ready.
    pub update_waiting: RwSignal<bool>,
    /// Whether nothing survives closing the page.
    pub memory_only: RwSignal<bool>,
    /// How far the lazy chunk of the program has come.
    pub chunk: RwSignal<Chunk>,
    /// True if a session begins as soon as the lazy chunk is here.
    pub opening: RwSignal<bool>,
    /// True if something is stored that only the lazy chunk can read: what is shown is not the runner's own yet.
    pub unread: RwSignal<bool>,
    /// Whether the journal has been read, so that an open session would be known.
    pub ready: RwSignal<bool>,
    world: StoredValue<&'static World, LocalStorage>,
}

/// A session just finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    /// What was done.
    pub performed: Performed,
    /// What to say of it.
    pub sentence: String,
    /// What became of it on its way to disk; `None` while that is not known.
    pub saved: Option<Saved>,
}

/// What is no value: the doors to the browser.
struct World {
    store: Store,
    writing: Writing,
    speaker: Speaker,
    lazy: OnceCell<Lazy>,
    /// Who waits for the lazy chunk.
    fetching: RefCell<Vec<TellLoaded>>,
    /// The oldest month of the log that has been read.
    read_down_to: RefCell<Option<String>>,
    /// Rings when the running session has something new to say.
    tick: OnceCell<Alarm>,
    /// Rings when the day is to be looked at again.
    day_alarm: OnceCell<Alarm>,
    awake: RefCell<Option<Sentinel>>,
    wake_lock_warned: Cell<bool>,
    turn: Turn,
    /// Changes that the store refused: they are made again with the next one.
    refused: Refused,
    /// What is to be told once the store is compared with its copies; `None` from then on.
    reports: RefCell<Option<Vec<Report>>>,
    /// When another tab was last heard to erase everything. Milliseconds since the Unix epoch.
    erased_at: Cell<i64>,
    /// The lock of the open session, in the tab that plays it.
    held: RefCell<Option<Held>>,
    /// Whether the tab whose session is watched is gone.
    left: RwSignal<bool>,
    /// Whether this tab is about to play, by a tap.
    claiming: Cell<bool>,
    /// Whether this tab waits to hear that nobody plays any more.
    queued: Cell<bool>,
    /// What hurt so far, in the order told, with what is still on its way to the store.
    pains: RefCell<Vec<PainReport>>,
    /// The session just begun with all that was planned.
    planned: RefCell<Option<Planned>>,
    telling: OnceCell<&'static Telling>,
    keeping: OnceCell<&'static Keeping>,
    restoring: OnceCell<&'static Restoring>,
}

impl App {
    /// The app of the present page.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// The local clock's lead on UTC now.
    #[must_use]
    pub fn offset(self) -> Offset {
        Offset::from_minutes(clock::offset_minutes())
    }

    /// The moment now.
    #[must_use]
    pub fn moment(self) -> Timestamp {
        clock_now()
    }

    /// The routine that `id` names: one of the runner's own or a ready-made one. Reads the routines reactively.
    #[must_use]
    pub fn routine(self, id: &str) -> Option<Routine> {
        let own = self.routines.get().into_iter().find(|r| r.id == id);
        own.or_else(|| routine::ready_made().into_iter().find(|r| r.id == id))
    }

    /// Whether the open session is running here, not paused.
    #[must_use]
    pub fn is_running(self) -> bool {
        let runs = |session: &Session| session.paused().is_none() && !session.is_finished();
        !self.watching.get_untracked() && self.session.with_untracked(|s| s.as_ref().is_some_and(runs))
    }

    /// Whether the tab whose session is watched is gone. Reads reactively.
    #[must_use]
    pub fn is_left(self) -> bool {
        self.world().left.get()
    }

    fn store(self) -> &'static Store {
        &self.world().store
    }

    fn world(self) -> &'static World {
        self.world.with_value(|world| *world)
    }
}

fn clock_now() -> Timestamp {
    Timestamp(clock::now_ms())
}
