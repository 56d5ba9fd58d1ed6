//! The entry to the lazy chunk of the program: its commands as values, kept until it is loaded. The first load shows Today
//! only; all code that trains, writes or exports is fetched right after it, and is part of the offline copy.

use super::App;
use crate::domain::coach::{Suggestion, WayBack};
use crate::domain::routine::Routine;
use crate::state::choices::SettingsEdit;
use crate::state::load_failure::LoadFailure;
use crate::state::notices::Deleted;
use crate::state::store::Records;
use leptos::prelude::Set;

/// The loading state of the lazy chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// On its way, or about to be requested.
    Loading,
    /// On its way for longer than usual.
    Slow,
    /// Loaded.
    Loaded,
    /// Not loaded, because of an error.
    Failed(LoadFailure),
}

/// Called with true if the lazy chunk could be loaded.
pub(super) type TellLoaded = Box<dyn FnOnce(bool)>;

/// A command of the lazy chunk.
pub(super) enum Command {
    /// Read every stored value but sessions.
    Read,
    /// Look for sessions in the journal's records.
    Replay(Records),
    /// Begin a session.
    Start(Routine),
    /// Resume the open session.
    Resume,
    /// End the open session.
    End,
    /// Bring the open session up to the present moment.
    Advance,
    /// Pause the open session and let the screen sleep.
    Pause,
    /// Resume the open session, on return to the page.
    Wake,
    /// Update the day and check the store: the page is visible again.
    Shown,
    /// Write pending changes: the page is hidden.
    Hidden,
    /// Update the day for a new place.
    FollowDay,
    /// Read what another tab changed: the value under a key, or all of them.
    Reread(Option<String>),
    /// Save a change of the settings.
    KeepSettings(SettingsEdit),
    /// Undo a deletion.
    Undo(Deleted),
    /// Offer a backup as a file.
    Export,
    /// Undo the last restore.
    UndoRestore,
    /// Activate the waiting version.
    Update,
}

/// The lazy chunk, once it is loaded: its commands, and its functions with a result.
#[derive(Clone, Copy)]
pub(super) struct Lazy {
    pub(super) run: fn(App, Command),
    pub(super) way_back: fn(App, &Routine) -> Option<WayBack>,
    pub(super) suggest: fn(App) -> Suggestion,
    pub(super) isolate: fn(&str) -> String,
}

impl App {
    /// Runs `command`: now if the lazy chunk is loaded, else as soon as it is. If it cannot be fetched, the runner is told, and
    /// the next call tries again.
    pub(super) fn later(self, command: Command) {
        self.fetch(move |_| self.run_if_loaded(command));
    }

    /// Runs `command` now if the lazy chunk is loaded, else not at all.
    pub(super) fn run_if_loaded(self, command: Command) {
        if let Some(lazy) = self.early().lazy.get() {
            (lazy.run)(self, command);
        }
    }

    /// Fetches the lazy chunk, once, and lets it read stored values before any is written. Calls `then` with true if it is
    /// loaded; if not, the runner has been told.
    pub fn fetch(self, then: impl FnOnce(bool) + 'static) {
        self.fetch_boxed(Box::new(then));
    }

    fn fetch_boxed(self, then: TellLoaded) {
        let early = self.early();
        if early.lazy.get().is_some() {
            return then(true);
        }
        early.fetching.borrow_mut().push(then);
        // Other callers wait for the same try.
        if early.fetching.borrow().len() == 1 {
            (early.fetch)(self);
        }
    }

    /// Calls the waiting callbacks with the result.
    pub(super) fn fetched(self, loaded: bool) {
        for then in self.early().fetching.take() {
            then(loaded);
        }
        self.opening.set(false);
    }
}
