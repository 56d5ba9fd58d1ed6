//! The player: the open session on screen, and the state of its sets on their way to disk.

use super::saved_state::Saved;
use crate::domain::log::Performed;
use crate::domain::place::Place;
use crate::domain::session::Session;
use crate::domain::units::{Amount, Timestamp};
use leptos::prelude::{Get, GetUntracked, RwSignal, With, WithUntracked};

/// The open session and the one just finished.
#[derive(Clone, Copy)]
pub struct Player {
    /// The open session, running or left for later.
    pub session: RwSignal<Option<Session>>,
    /// The moment of the last tick; moves only while a session runs.
    pub now: RwSignal<Timestamp>,
    /// True if the open session is played by another tab.
    pub watching: RwSignal<bool>,
    /// True if the tab that played the watched session is gone.
    pub(super) left: RwSignal<bool>,
    /// Number of sets of the open session that a store has taken.
    pub acknowledged: RwSignal<usize>,
    /// The steps of those sets that are not certainly on disk, or not as corrected since.
    pub unsure: RwSignal<Vec<usize>>,
    /// The session just finished, until the runner leaves the page.
    pub finished: RwSignal<Option<Finished>>,
    /// Number of flashes of the screen so far; each change is a flash to show.
    pub flash: RwSignal<u32>,
}

/// A session just finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    /// The sets done.
    pub performed: Performed,
    /// The sentence about it.
    pub sentence: String,
    /// The target of its last set, if that is a hold in which the page slept, until the runner says if she held on.
    pub held_on: Option<Amount>,
    /// The outcome of saving it; `None` while that is not known.
    pub saved: Option<Saved>,
}

impl Player {
    /// No session yet.
    #[must_use]
    pub fn new(now: Timestamp) -> Self {
        Self {
            session: RwSignal::new(None),
            now: RwSignal::new(now),
            watching: RwSignal::new(false),
            left: RwSignal::new(false),
            acknowledged: RwSignal::new(0),
            unsure: RwSignal::new(Vec::new()),
            finished: RwSignal::new(None),
            flash: RwSignal::new(0),
        }
    }

    /// True if the open session is running here, not paused.
    #[must_use]
    pub fn is_running(self) -> bool {
        let runs = |session: &Session| session.paused().is_none() && !session.is_finished();
        !self.watching.get_untracked() && self.session.with_untracked(|s| s.as_ref().is_some_and(runs))
    }

    /// True if the tab that played the watched session is gone. Reads reactively.
    #[must_use]
    pub fn is_left(self) -> bool {
        self.left.get()
    }

    /// True while all counted sets are certainly on disk. Reads reactively.
    #[must_use]
    pub fn is_all_on_disk(self) -> bool {
        self.unsure.with(Vec::is_empty)
    }

    /// True if a session is open, in this tab or in another one.
    pub(super) fn has_session(self) -> bool {
        self.session.with_untracked(Option::is_some)
    }

    /// True if the open session has this id.
    pub(super) fn is_open(self, id: &str) -> bool {
        self.session.with_untracked(|session| session.as_ref().is_some_and(|session| session.id() == id))
    }

    /// The id of the open session.
    pub(super) fn open_id(self) -> Option<String> {
        self.session.with_untracked(|session| session.as_ref().map(|session| session.id().to_owned()))
    }

    /// The address of the open session's page.
    pub(super) fn place(self) -> Option<Place> {
        self.session.with_untracked(|session| session.as_ref().map(play_place))
    }
}

/// The address of the player for a session.
#[must_use]
pub fn play_place(session: &Session) -> Place {
    Place::play(session.from(), session.step().level)
}
