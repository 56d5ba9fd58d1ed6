//! The app: its members, and the commands that call them in order. The files of this folder call members, and each other in one
//! direction.

mod backing_up;
mod boot;
mod choosing;
mod commands;
mod erasing;
mod first_load;
mod hurting;
mod later;
mod logbook;
mod making;
mod mending;
mod own;
mod places;
mod reading;
mod replaying;
mod restoring;
#[cfg(feature = "web")]
mod sharing;
mod showing;
#[cfg(feature = "web")]
mod sounding;
mod starting;
mod training;
mod turns;
mod undoing;
mod viewing;
mod watching;

#[cfg(feature = "web")]
pub use boot::begin;
pub use choosing::fresh_key;
pub use later::Chunk;
pub use places::{build, close_dialog, focus, focus_if_lost, keep_focus, mark_ready, open_dialog};
#[cfg(feature = "web")]
pub use sharing::{ScanEnd, before_print, can_paste, can_scan, can_send, may_have_home_screen_app, print};
#[cfg(feature = "web")]
pub use sounding::{SoundFile, SoundFileStage};

use super::choices::{ChoiceStore, Choices};
use super::day::{DayClock, clock_now, offset};
use super::disk::Disk;
use super::logbook::{LogStore, Logbook};
use super::navigation::Navigation;
use super::notices::{NoticeKind, Notices, Offer};
use super::pains::{PainStore, Pains};
use super::player::Player;
use super::reports::Reports;
use super::restore_stage::RestoreStage;
use super::saving::Saving;
use super::session_writer::SessionWriter;
use super::sound::SessionSound;
use super::storage_facts::StorageWatch;
use super::undo_steps::UndoSteps;
use super::wake_lock::WakeLock;
use crate::browser::audio::Speaker;
use crate::domain::routine::{self, Routine};
use crate::domain::units::{Offset, Timestamp};
use crate::text;
use later::{Lazy, TellLoaded};
use leptos::prelude::{Get, GetUntracked, LocalStorage, RwSignal, StoredValue, Track, WithValue, expect_context};
use std::cell::{OnceCell, RefCell};
use std::ops::Deref;
use time::Date;

/// The app of this page: its state as signals, and its commands. Copy it freely.
#[derive(Clone, Copy)]
pub struct App(&'static Signals);

impl Deref for App {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// The signals of the app: those of each member, and a few of its own. There is one for as long as the page lives.
pub struct Signals {
    /// The place on screen and in the address bar.
    pub navigation: Navigation,
    /// The notices for the runner, and the status line.
    pub notices: Notices,
    /// The open session, and the one just finished.
    pub player: Player,
    /// The settings and the runner's own routines.
    pub choices: Choices,
    /// The finished sessions.
    pub log: Logbook,
    /// The sore parts and the question about pain.
    pub pains: Pains,
    /// The local day at the last check: see [`App::today`].
    day: RwSignal<Date>,
    /// True if a new version is ready.
    pub update_waiting: RwSignal<bool>,
    /// True if nothing is kept after the page is closed.
    pub memory_only: RwSignal<bool>,
    /// The loading state of the lazy chunk.
    pub chunk: RwSignal<Chunk>,
    /// True if a session begins as soon as the lazy chunk is loaded.
    pub opening: RwSignal<bool>,
    /// True if there are stored values that only the lazy chunk can read: the values on screen are not the runner's yet.
    pub unread: RwSignal<bool>,
    /// True if the journal has been read, so that any open session is known.
    pub ready: RwSignal<bool>,
    early: StoredValue<&'static EarlyState, LocalStorage>,
}

/// The part of the state that is no signal and is needed before the lazy chunk is loaded.
struct EarlyState {
    saving: Saving,
    reports: Reports,
    speaker: Speaker,
    lazy: OnceCell<Lazy>,
    /// Fetches the lazy chunk.
    fetch: fn(App),
    /// The callbacks that wait for the lazy chunk.
    fetching: RefCell<Vec<TellLoaded>>,
    members: OnceCell<&'static Members>,
}

/// The members that only the lazy chunk uses. They live as long as the page, so that the first load needs no code to make or
/// drop them.
struct Members {
    choices: ChoiceStore,
    day: DayClock,
    log: LogStore,
    pains: PainStore,
    restore: RestoreStage,
    sound: SessionSound,
    storage: StorageWatch,
    undo_steps: UndoSteps,
    wake_lock: &'static WakeLock,
    writer: SessionWriter,
}

impl Members {
    fn new(app: App) -> Self {
        let Signals { navigation, notices, player, choices, log, pains, day, memory_only, .. } = *app.0;
        let EarlyState { saving, reports, speaker, .. } = app.early();
        let wake_lock: &WakeLock = Box::leak(Box::new(WakeLock::new(player, notices)));
        Self {
            choices: ChoiceStore::new(choices, saving, reports, notices),
            day: DayClock::new(day, player, navigation),
            log: LogStore::new((log, player), saving, reports, notices),
            pains: PainStore::new(pains, saving, reports, notices),
            restore: RestoreStage::default(),
            sound: SessionSound::new((player, choices, notices), wake_lock, speaker),
            storage: StorageWatch::new(memory_only),
            undo_steps: UndoSteps::new(saving),
            wake_lock,
            writer: SessionWriter::new(saving, player, notices),
        }
    }
}

impl App {
    /// The app of the present page, from the context.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// Offset of the local clock from UTC now.
    #[must_use]
    pub fn offset(self) -> Offset {
        offset()
    }

    /// The moment now.
    #[must_use]
    pub fn moment(self) -> Timestamp {
        clock_now()
    }

    /// The local day now. Reads reactively.
    #[must_use]
    pub fn today(self) -> Date {
        self.day.get()
    }

    /// Runs the present effect again on another day.
    pub fn track_day(self) {
        self.day.track();
    }

    /// The routine with this `id`: one of the runner's own or a ready-made one. Reads the routines reactively.
    #[must_use]
    pub fn routine(self, id: &str) -> Option<Routine> {
        let own = self.choices.routines.get().into_iter().find(|r| r.id == id);
        own.or_else(|| routine::ready_made().into_iter().find(|r| r.id == id))
    }

    /// Warns the runner if nothing is kept after the page is closed.
    fn tell_of_memory(self) {
        if self.memory_only.get_untracked() {
            self.notices.tell(NoticeKind::Trouble, text::store::memory_only(), Offer::Export);
        }
    }

    fn early(self) -> &'static EarlyState {
        self.early.with_value(|early| *early)
    }

    fn members(self) -> &'static Members {
        self.early().members.get_or_init(|| Box::leak(Box::new(Members::new(self))))
    }

    fn saving(self) -> &'static Saving {
        &self.early().saving
    }

    fn disk(self) -> &'static Disk {
        self.saving().disk()
    }

    fn sound(self) -> &'static SessionSound {
        &self.members().sound
    }

    fn writer(self) -> &'static SessionWriter {
        &self.members().writer
    }
}
