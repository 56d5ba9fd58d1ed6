//! The way into the lazy chunk of the program: its commands as values, kept until it is here. The first load shows Today and
//! nothing else; everything that trains, writes or exports is fetched right after it, and from then on lies in the offline copy.

use super::App;
use crate::domain::coach::{Suggestion, WayBack};
use crate::domain::routine::Routine;
use crate::state::choices::ChangeSettings;
use crate::state::load_failure::LoadFailure;
use crate::state::notices::Deleted;
use crate::state::store::Records;
use leptos::prelude::Set;

/// The loading state of the lazy chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// It is on its way, or about to be asked for.
    Loading,
    /// It is on its way for longer than usual.
    Slow,
    /// It is here.
    Loaded,
    /// It could not be loaded.
    Failed(LoadFailure),
}

/// Hears whether the lazy chunk could be loaded.
pub(super) type TellLoaded = Box<dyn FnOnce(bool)>;

/// A command of the lazy chunk.
pub(super) enum Command {
    /// Read everything that is stored but sessions.
    Read,
    /// Look for sessions in the journal's records.
    Replay(Records),
    /// Begin a session.
    Start(Routine),
    /// Go on with the open session.
    Resume,
    /// End the open session.
    End,
    /// Bring the open session up to the present moment.
    Advance,
    /// Pause the open session and let the screen sleep.
    Pause,
    /// Take the open session up again, on return to the page.
    Wake,
    /// See to the day and the store: the page is visible again.
    Shown,
    /// Write what waits: the page is hidden.
    Hidden,
    /// Follow the day from a new place.
    FollowDay,
    /// Read again what another tab changed: the value under a key, or all of them.
    Reread(Option<String>),
    /// Keep a change of the settings.
    KeepSettings(ChangeSettings),
    /// Bring back what was deleted.
    Undo(Deleted),
    /// Offer a backup as a file.
    Export,
    /// Take back the last restore.
    UndoRestore,
    /// Let the waiting version in.
    Update,
}

/// The lazy chunk, once it is loaded: its commands, and its answers to questions.
#[derive(Clone, Copy)]
pub(super) struct Lazy {
    pub(super) run: fn(App, Command),
    pub(super) way_back: fn(App, &Routine) -> Option<WayBack>,
    pub(super) suggest: fn(App) -> Suggestion,
    pub(super) isolate: fn(&str) -> String,
}

impl App {
    /// Runs `command`: now if the lazy chunk is here, else as soon as it is. If it cannot be fetched, the runner is told,
    /// and the next call tries again.
    pub(super) fn later(self, command: Command) {
        self.fetch(move |_| self.run_if_loaded(command));
    }

    /// Runs `command` now; not where the lazy chunk is still to come.
    pub(super) fn run_if_loaded(self, command: Command) {
        if let Some(lazy) = self.world().lazy.get() {
            (lazy.run)(self, command);
        }
    }

    /// Fetches the lazy chunk, once, and has it read what is stored before anything can write it anew. Tells `then`
    /// whether it is here; if not, the runner has been told.
    pub fn fetch(self, then: impl FnOnce(bool) + 'static) {
        self.fetch_boxed(Box::new(then));
    }

    fn fetch_boxed(self, then: TellLoaded) {
        let world = self.world();
        if world.lazy.get().is_some() {
            return then(true);
        }
        world.fetching.borrow_mut().push(then);
        // Whoever else asks meanwhile waits for the same try.
        if world.fetching.borrow().len() == 1 {
            (world.fetch)(self);
        }
    }

    /// Tells who waits whether the lazy chunk is `loaded`.
    pub(super) fn fetched(self, loaded: bool) {
        for then in self.world().fetching.take() {
            then(loaded);
        }
        self.opening.set(false);
    }
}
