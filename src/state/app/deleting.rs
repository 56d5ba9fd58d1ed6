//! Deleting what is kept, and bringing it back; sessions that were dated by a wrong clock. In the lazy chunk.

use super::{App, Deleted, Offer, Tone, clock_now};
use crate::domain::log::{self, Performed};
use crate::domain::name::{isolated, plain};
use crate::domain::routine;
use crate::domain::saved::{self, LogChange};
use crate::text::{self, deleted};
use leptos::prelude::{Update, WithUntracked};
use leptos::task::spawn_local;

impl App {
    /// Deletes a routine of the runner's own, and offers to put it back.
    pub fn delete_routine(self, id: &str) {
        let Some(routine) = self.routines.with_untracked(|routines| routines.iter().find(|r| r.id == id).cloned())
        else {
            return;
        };
        let order = self.routine_order();
        let id = routine.id.clone();
        self.change_routines(Box::new(move |routines| routines.retain(|r| r.id != id)), Box::new(|_| {}));
        let name = routine.title().to_owned();
        self.tell_deleted(deleted::routine(&isolated(&name)), Deleted::Routine(Box::new(routine), order));
    }

    /// The ids of the runner's own routines in order, those included that can still be put back.
    fn routine_order(self) -> Vec<String> {
        let mut routines = self.routines.with_untracked(Clone::clone);
        self.notices.list.with_untracked(|notices| {
            for notice in notices {
                if let Offer::Undo(Deleted::Routine(routine, order)) = &notice.offer {
                    routine::put_back(&mut routines, routine, order);
                }
            }
        });
        routines.into_iter().map(|routine| routine.id).collect()
    }

    fn tell_deleted(self, text: String, deleted: Deleted) {
        self.notices.announce(plain(&text));
        self.notices.tell(Tone::Plain, text, Offer::Undo(deleted));
    }

    /// Deletes a session of the log, and offers to bring it back once that is on disk.
    pub fn delete_session(self, id: &str) {
        let Some(session) = self.log.with_untracked(|log| log.iter().find(|p| p.id == id).cloned()) else { return };
        self.log.update(|log| log.retain(|other| other.id != session.id));
        spawn_local(async move {
            let record = saved::change_record(&session, true, clock_now());
            let key = record.0.clone();
            self.store().write_ahead(record).await;
            self.with_store_lock(move || {
                let Some(stored) = self.notices.check(saved::delete_session(&self.world().store.disk, &session)) else {
                    spawn_local(self.store().forget(key));
                    return self.show_in_log(session);
                };
                self.tell_session_deleted(stored.unwrap_or(session));
            });
        });
    }

    fn tell_session_deleted(self, session: Performed) {
        let when = text::log::dated_words(&session, self.day_now(), clock_now());
        self.tell_deleted(deleted::session(&isolated(&session.name), &when), Deleted::Session(Box::new(session)));
    }

    pub(super) fn undo_now(self, deleted: Deleted) {
        match deleted {
            Deleted::Routine(routine, order) => {
                let put = move |routines: &mut Vec<_>| routine::put_back(routines, &routine, &order);
                self.change_routines(Box::new(put), Box::new(|_| {}));
                self.notices.announce(deleted::routine_restored());
            }
            Deleted::Session(session) => {
                let again = session.clone();
                let refused = move || self.tell_session_deleted(*again);
                self.put_in_log(*session, deleted::session_restored(), Box::new(refused));
            }
        }
    }

    /// Gives a session that a wrong clock dated ahead a start of today. Its sets, and all that was said of it, stay.
    pub fn set_to_today(self, id: &str) {
        let Some(session) = self.log.with_untracked(|log| log.iter().find(|p| p.id == id).cloned()) else { return };
        let now = clock_now();
        if session.is_dated_ahead(now) {
            self.put_in_log(session.dated_today(now), text::diary::said_set_to_today(), Box::new(|| {}));
        }
    }

    /// Puts `session` into the log, in the place of one with its id that is dated later, and says `done` once that is on disk;
    /// does `refused` where it cannot be.
    fn put_in_log(self, session: Performed, done: &'static str, refused: Box<dyn FnOnce()>) {
        spawn_local(async move {
            self.store().write_ahead(saved::change_record(&session, false, clock_now())).await;
            self.with_store_lock(move || {
                if self.notices.check(saved::put_session(&self.world().store.disk, &session)).is_none() {
                    return refused();
                }
                self.show_in_log(session);
                self.notices.announce(done);
            });
        });
    }

    /// Shows `session` in the log; one with its id that is dated later goes, here and in the store.
    fn show_in_log(self, session: Performed) {
        self.merge_log(vec![session]);
    }

    /// Shows what was read of the log. Of two sessions with one id the one dated earlier holds: a page that died while a
    /// session was set to today leaves both, and the other one is taken out of its month.
    pub(super) fn merge_log(self, read: Vec<Performed>) {
        let mut stale = Vec::new();
        self.log.update(|known| {
            stale = log::merge(known, read);
            let moved = |old: &Performed| {
                let holds = known.iter().find(|session| session.id == old.id);
                holds.is_some_and(|session| saved::month_key(session) != saved::month_key(old))
            };
            stale.retain(moved);
        });
        if !stale.is_empty() {
            self.with_store_lock(move || {
                let disk = &self.world().store.disk;
                for session in &stale {
                    self.notices.check(saved::delete_session(disk, session));
                }
            });
        }
    }

    /// Makes the changes of the log again that a kill may have taken back, and forgets those that have lasted.
    pub(super) fn redo_log_changes(self, changes: Vec<LogChange>) {
        for change in changes {
            if change.has_lasted(&self.world().store.disk, clock_now()) {
                spawn_local(self.store().forget(change.key()));
                continue;
            }
            self.with_store_lock(move || {
                let disk = &self.world().store.disk;
                if change.deleted {
                    self.notices.check(saved::delete_session(disk, &change.session));
                    self.log.update(|log| log.retain(|other| other.id != change.session.id));
                } else if self.notices.check(saved::put_session(disk, &change.session)).is_some() {
                    self.show_in_log(change.session);
                }
            });
        }
    }
}
