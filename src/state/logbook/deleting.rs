//! Deleting sessions of the log, and Undo; correcting sessions that were dated by a wrong clock. In the lazy chunk.

use super::LogStore;
use crate::domain::log::{self, Performed};
use crate::domain::name::isolated;
use crate::domain::saved::{self, LogChange};
use crate::state::day::{clock_now, day_now};
use crate::state::notices::Deleted;
use crate::text::{self, deleted};
use leptos::prelude::Update;
use leptos::task::spawn_local;

impl LogStore {
    /// Deletes a session of the log, and offers Undo once that is on disk.
    pub(in crate::state) fn delete(&'static self, id: &str) {
        let Some(session) = self.shown.find(id) else { return };
        self.take_off_screen(&session.id);
        spawn_local(async move {
            let record = saved::change_record(&session, true, clock_now());
            let key = record.0.clone();
            self.saving.store.write_ahead(record).await;
            self.saving.change(move || {
                let Some(stored) = self.notices.check(saved::delete_session(self.saving.disk(), &session)) else {
                    spawn_local(self.saving.store.forget(key));
                    return self.show(session);
                };
                self.tell_deleted(stored.unwrap_or(session));
            });
        });
    }

    fn take_off_screen(&self, id: &str) {
        self.shown.sessions.update(|log| log.retain(|other| other.id != id));
    }

    fn tell_deleted(&self, session: Performed) {
        let text =
            deleted::session(&isolated(&session.name), &text::log::dated_words(&session, day_now(), clock_now()));
        self.notices.tell_deleted(text, Deleted::Session(Box::new(session)));
    }

    /// Undoes the deletion of a session.
    pub(in crate::state) fn bring_back(&'static self, session: Performed) {
        let again = session.clone();
        self.put(session, deleted::session_restored(), Box::new(move || self.tell_deleted(again)));
    }

    /// Moves a session that a wrong clock dated ahead to today. Its sets, effort and note stay.
    pub(in crate::state) fn set_to_today(&'static self, id: &str) {
        let Some(session) = self.shown.find(id) else { return };
        let now = clock_now();
        if session.is_dated_ahead(now) {
            self.put(session.dated_today(now), text::diary::said_set_to_today(), Box::new(|| {}));
        }
    }

    /// Puts `session` into the log, replacing one with its id that is dated later, and announces `done` once that is on disk;
    /// calls `refused` if it cannot be.
    fn put(&'static self, session: Performed, done: &'static str, refused: Box<dyn FnOnce()>) {
        spawn_local(async move {
            self.saving.store.write_ahead(saved::change_record(&session, false, clock_now())).await;
            self.saving.change(move || {
                if self.notices.check(saved::put_session(self.saving.disk(), &session)).is_none() {
                    return refused();
                }
                self.show(session);
                self.notices.announce(done);
            });
        });
    }

    /// Shows `session` in the log; one with its id that is dated later is removed, here and in the store.
    fn show(&'static self, session: Performed) {
        self.merge(vec![session]);
    }

    /// Shows sessions read from the log. Of two with one id the one dated earlier holds: a page that died while it moved a
    /// session to today leaves both, and the other one is removed from its month.
    pub(super) fn merge(&'static self, read: Vec<Performed>) {
        let mut stale = Vec::new();
        self.shown.sessions.update(|known| {
            stale = log::merge(known, read);
            let moved = |old: &Performed| {
                let holds = known.iter().find(|session| session.id == old.id);
                holds.is_some_and(|session| saved::month_key(session) != saved::month_key(old))
            };
            stale.retain(moved);
        });
        if !stale.is_empty() {
            self.saving.change(move || {
                for session in &stale {
                    self.notices.check(saved::delete_session(self.saving.disk(), session));
                }
            });
        }
    }

    /// Repeats the changes of the log that a kill may have reverted, and forgets those that have lasted.
    pub(in crate::state) fn redo_changes(&'static self, changes: Vec<LogChange>) {
        for change in changes {
            if change.has_lasted(self.saving.disk(), clock_now()) {
                spawn_local(self.saving.store.forget(change.key()));
                continue;
            }
            self.saving.change(move || {
                let disk = self.saving.disk();
                if change.deleted {
                    self.notices.check(saved::delete_session(disk, &change.session));
                    self.take_off_screen(&change.session.id);
                } else if self.notices.check(saved::put_session(disk, &change.session)).is_some() {
                    self.show(change.session);
                }
            });
        }
    }
}
