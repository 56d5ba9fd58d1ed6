//! The state as the first load needs it for Today: the suggestion, starting a session and resuming one. The commands
//! themselves are in the lazy chunk.

use super::App;
use super::later::Command;
use crate::browser::document;
use crate::domain::catalogue;
use crate::domain::coach::{self, Suggestion, WayBack};
use crate::domain::place::Place;
use crate::domain::routine::Routine;
use crate::state::notices::Deleted;
use leptos::prelude::{Set, Track, With, untrack};

impl App {
    /// Loads the newest version of the program in the place of this one.
    pub fn renew(self) {
        document::dispatch("mainspring:renew");
    }

    /// Begins a session of `routine`, in answer to a tap, and goes to the player. A session open in this tab is ended
    /// first: what is done of it goes into the log. One in another tab is shown instead, to be taken over.
    pub fn start(self, routine: &Routine) {
        self.world().speaker.begin();
        self.opening.set(self.world().lazy.get().is_none());
        self.later(Command::Start(routine.clone()));
    }

    /// Begins a session of `routine` as [`App::start`] does; after a long break the player asks first how to go on, unless
    /// a session is open: she is back already.
    pub fn start_or_ask(self, routine: &Routine) {
        let known = catalogue::brief(&routine.id).is_some() || untrack(|| self.routine(&routine.id)).is_some();
        let is_back = self.player.has_session();
        let asks = known && !is_back && untrack(|| self.way_back(routine)).is_some_and(|way| way.is_long);
        match routine.items.first() {
            Some(first) if asks => self.go(Place::play(&routine.id, first.level)),
            _ => self.start(routine),
        }
    }

    /// The way to train `routine` today after a break; `None` without a break that still counts. Follows the log.
    #[must_use]
    pub fn way_back(self, routine: &Routine) -> Option<WayBack> {
        // What was trained is read by the lazy chunk: without it there is nothing to come back from.
        let is_empty = self.log.sessions.with(Vec::is_empty);
        self.world().lazy.get().filter(|_| !is_empty).and_then(|lazy| (lazy.way_back)(self, routine))
    }

    /// Brings back what was deleted.
    pub fn undo(self, deleted: Deleted) {
        self.later(Command::Undo(deleted));
    }

    /// The suggested routine and its day. Follows the log, the routines, the settings and the sore parts.
    #[must_use]
    pub fn suggestion(self) -> Suggestion {
        // What was trained is read by the lazy chunk: without it this is the first day.
        self.log.sessions.track();
        self.pains.sores.track();
        self.world().lazy.get().map_or_else(|| coach::first_suggestion(self.today()), |lazy| (lazy.suggest)(self))
    }

    /// Goes on with the open session, in answer to a tap, and goes to the player.
    pub fn resume(self) {
        self.world().speaker.begin();
        self.later(Command::Resume);
    }

    /// Ends the open session where it is: what is done goes into the log.
    pub fn end(self) {
        self.later(Command::End);
    }

    /// Takes back the last restore of this visit.
    pub fn undo_restore(self) {
        self.later(Command::UndoRestore);
    }

    /// Offers everything the runner has as a file.
    pub fn export(self) {
        self.later(Command::Export);
    }

    /// Lets the waiting version in. It is never offered while a session is open.
    pub fn update(self) {
        self.later(Command::Update);
    }
}
