//! The log: the finished sessions on screen and in the store, read month by month, newest first.

mod amending;
mod deleting;

use super::day::day_now;
use super::notices::Notices;
use super::player::Player;
use super::reports::Reports;
use super::saved_state::SavedCallback;
use super::saving::Saving;
use crate::domain::coach::{EXPERIENCED_SESSIONS, WAY_BACK_DAYS};
use crate::domain::log::{self, Performed};
use crate::domain::order::places_of;
use crate::domain::saved;
use crate::text;
use amending::Amend;
use leptos::prelude::{Get, GetUntracked, RwSignal, Set, Update, With, WithUntracked};
use std::cell::RefCell;
use time::Date;

/// The log on screen.
#[derive(Clone, Copy)]
pub struct Logbook {
    /// The sessions of the log, newest first, as far back as they have been read.
    pub sessions: RwSignal<Vec<Performed>>,
    /// True if the log has months that have not been read yet.
    pub goes_on: RwSignal<bool>,
}

impl Default for Logbook {
    /// Nothing read yet.
    fn default() -> Self {
        Self { sessions: RwSignal::new(Vec::new()), goes_on: RwSignal::new(true) }
    }
}

impl Logbook {
    /// The session with this id, as far as it has been read.
    pub(super) fn find(self, id: &str) -> Option<Performed> {
        self.sessions.with_untracked(|log| log.iter().find(|p| p.id == id).cloned())
    }

    /// True if a session with this id has been read.
    pub(super) fn has(self, id: &str) -> bool {
        self.sessions.with_untracked(|log| log.iter().any(|p| p.id == id))
    }
}

/// The log in the store. In the lazy chunk.
pub(super) struct LogStore {
    shown: Logbook,
    player: Player,
    saving: &'static Saving,
    reports: &'static Reports,
    notices: Notices,
    /// The oldest month of the log that has been read.
    read_down_to: RefCell<Option<String>>,
    /// Changes that the store refused: they are tried again with the next one.
    refused: RefCell<Vec<(Performed, Amend)>>,
    /// Changes of the session just finished that is not in the log yet, by its id.
    early: RefCell<Vec<(String, Amend)>>,
}

impl LogStore {
    pub(super) fn new(
        (shown, player): (Logbook, Player),
        saving: &'static Saving,
        reports: &'static Reports,
        notices: Notices,
    ) -> Self {
        let (read_down_to, refused, early) = (RefCell::default(), RefCell::default(), RefCell::default());
        Self { shown, player, saving, reports, notices, read_down_to, refused, early }
    }

    /// Reads the newest part of the log: a month, and more until a break that would call for an easier start, or long
    /// experience, cannot be missed.
    pub(super) fn read_newest(&'static self) {
        self.read_more();
        let newer = |day: Date| (day_now() - day).whole_days() < WAY_BACK_DAYS;
        let log = self.shown.sessions;
        let all_newer = || log.with_untracked(|log| log.last().is_some_and(|last| last.day().is_none_or(newer)));
        let few = || log.with_untracked(Vec::len) < EXPERIENCED_SESSIONS;
        while self.shown.goes_on.get_untracked() && (all_newer() || few()) {
            self.read_more();
        }
    }

    /// Reads months of the log until one more gave sessions, or all have been read.
    pub(super) fn read_more(&'static self) {
        self.read_until(|sessions| sessions > 0);
    }

    /// Reads the log to its beginning.
    pub(super) fn read_all(&'static self) {
        if self.shown.goes_on.get_untracked() {
            self.read_until(|_| false);
        }
    }

    /// Reads older months, newest first, until `enough` is true of the number of sessions read.
    fn read_until(&'static self, enough: impl Fn(usize) -> bool) {
        let months = saved::month_keys(self.saving.disk());
        let border = self.read_down_to.borrow().clone();
        let mut unread = months.into_iter().filter(|key| border.as_ref().is_none_or(|border| key < border)).peekable();
        let mut read = Vec::new();
        while !enough(read.len()) {
            let Some(month) = unread.next() else { break };
            read.extend(self.read_month(&month));
            self.read_down_to.replace(Some(month));
        }
        self.shown.goes_on.set(unread.peek().is_some());
        // A session added at the start may be there already.
        self.merge(read);
    }

    /// The number of stored sessions, in words. Reads the log reactively.
    pub(super) fn stored_words(&self) -> String {
        let read = self.shown.sessions.with(Vec::len);
        let (sessions, untold) =
            if self.shown.goes_on.get() { saved::count_sessions(self.saving.disk()) } else { (read, false) };
        text::log::stored_words(sessions.max(read), untold)
    }

    /// The sessions of a month, newest first; those that cannot be read are reported.
    fn read_month(&self, key: &str) -> Vec<Performed> {
        let month = saved::load_month(self.saving.disk(), key);
        self.reports.report(&saved::kept(key), &month);
        let mut sessions = month.whole().unwrap_or_default();
        log::newest_first(&mut sessions);
        sessions
    }

    /// Reads a month again that another tab changed, if it was read before or is newer than those that were.
    pub(super) fn read_again(&self, key: &str) {
        let older = self.read_down_to.borrow().as_deref().is_some_and(|border| key < border);
        if older {
            return self.shown.goes_on.set(true);
        }
        let (stored, deleted) = (self.read_month(key), saved::deleted_sessions(self.saving.disk(), key));
        let is_gone = |session: &Performed| deleted.contains(&session.id) && saved::month_key(session) == key;
        self.read_down_to.borrow_mut().get_or_insert_with(|| key.to_owned());
        self.shown.sessions.update(|log| {
            // Sessions that this tab could not save stay on screen.
            log.retain(|session| stored.iter().all(|other| other.id != session.id) && !is_gone(session));
            log.extend(stored);
            log::newest_first(log);
        });
    }

    /// Reads the stored log from its newest month on.
    pub(super) fn read_anew(&'static self) {
        self.read_down_to.take();
        self.shown.sessions.set(Vec::new());
        self.read_newest();
    }

    /// Shows an empty log, and drops refused changes: everything is erased.
    pub(super) fn forget(&self) {
        self.shown.sessions.set(Vec::new());
        self.shown.goes_on.set(false);
        self.read_down_to.take();
        self.refused.take();
        self.early.take();
    }

    /// Adds a finished session to the log, once, and calls `then` with the result.
    pub(super) fn fold(&'static self, performed: Performed, then: SavedCallback) {
        self.saving.change(move || {
            let performed = self.with_early_changes(performed);
            let disk = self.saving.disk();
            let kept = self.notices.check(saved::append(disk, &performed)).is_some();
            if kept {
                // It may be there already without its copy.
                disk.touch(&saved::month_key(&performed));
            }
            if !self.shown.has(&performed.id) {
                self.shown.sessions.update(|log| {
                    log.push(performed);
                    log::newest_first(log);
                });
            }
            self.saving.tell_saved(kept, then);
        });
    }

    /// Adds finished sessions to the log, each once. Many at a time: a month is written once for all of its sessions.
    pub(super) fn fold_all(&'static self, sessions: Vec<Performed>) {
        if sessions.is_empty() {
            return;
        }
        self.saving.change(move || {
            self.notices.check(saved::append_all(self.saving.disk(), &sessions));
            self.shown.sessions.update(|log| {
                let known = places_of(&mut log.iter().map(|session| session.id.as_str()));
                log.extend(sessions.into_iter().filter(|session| !known.contains_key(&session.id)));
                log::newest_first(log);
            });
        });
    }
}
