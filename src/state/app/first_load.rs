//! The commands that the first load needs for Today: the suggestion, starting a session and resuming one. Their code is in the
//! lazy chunk.

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
    /// Loads the newest version of the program instead of this one.
    pub fn renew(self) {
        document::dispatch("mainspring:renew");
    }

    /// Begins a session of `routine`, in answer to a tap, and goes to the player. A session open in this tab is ended first,
    /// and added to the log. One open in another tab is shown instead.
    pub fn start(self, routine: &Routine) {
        self.early().speaker.begin();
        self.opening.set(self.early().lazy.get().is_none());
        self.later(Command::Start(routine.clone()));
    }

    /// Begins a session of `routine` like [`App::start`]; after a long break the player first offers an easier start, unless a
    /// session is open: the runner is back already.
    pub fn start_or_ask(self, routine: &Routine) {
        let known = catalogue::brief(&routine.id).is_some() || untrack(|| self.routine(&routine.id)).is_some();
        let is_back = self.player.has_session();
        let asks = known && !is_back && untrack(|| self.way_back(routine)).is_some_and(|way| way.is_long);
        match routine.items.first() {
            Some(first) if asks => self.go(Place::play(&routine.id, first.level)),
            _ => self.start(routine),
        }
    }

    /// The offer to train `routine` more easily after a break; `None` without such a break. Reads the log reactively.
    #[must_use]
    pub fn way_back(self, routine: &Routine) -> Option<WayBack> {
        // The log is read by the lazy chunk: until then no break is known.
        let is_empty = self.log.sessions.with(Vec::is_empty);
        self.early().lazy.get().filter(|_| !is_empty).and_then(|lazy| (lazy.way_back)(self, routine))
    }

    /// Undoes a deletion.
    pub fn undo(self, deleted: Deleted) {
        self.later(Command::Undo(deleted));
    }

    /// The suggested routine and its day. Reads the log, the routines, the settings and the sore parts reactively.
    #[must_use]
    pub fn suggestion(self) -> Suggestion {
        // The log is read by the lazy chunk: until then this is the first day.
        self.log.sessions.track();
        self.pains.sores.track();
        self.early().lazy.get().map_or_else(|| coach::first_suggestion(self.today()), |lazy| (lazy.suggest)(self))
    }

    /// Resumes the open session, in answer to a tap, and goes to the player.
    pub fn resume(self) {
        self.early().speaker.begin();
        self.later(Command::Resume);
    }

    /// Ends the open session and adds its sets to the log.
    pub fn end(self) {
        self.later(Command::End);
    }

    /// Undoes the last restore of this visit.
    pub fn undo_restore(self) {
        self.later(Command::UndoRestore);
    }

    /// Offers all of the runner's data as a file.
    pub fn export(self) {
        self.later(Command::Export);
    }

    /// Activates the waiting version. It is never offered while a session is open.
    pub fn update(self) {
        self.later(Command::Update);
    }
}
