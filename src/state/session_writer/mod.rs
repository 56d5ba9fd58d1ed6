//! Writing the open session: the journal first, in one transaction for each change, then localStorage, from which other tabs
//! read.
//!
//! Only the tab that plays may write. The record `player` of the journal holds a random token of that tab, and each write
//! checks it in its own transaction: a tab that lost the right while it slept changes nothing when it wakes.

mod playing;

use super::disk::Disk;
use super::notices::{NoticeKind, Notices, Offer};
use super::player::Player;
use super::saved_state::Saved;
use super::saving::Saving;
use super::store::{Pairs, stand_in};
use super::write_right::{Right, WriteRight};
use crate::browser::clock;
use crate::browser::indexed_db::{Change, Guard, WriteFailure};
use crate::browser::locks::{self, HeldLock};
use crate::domain::saved::{self, Changes, KeyValue};
use crate::domain::session::Session;
use crate::text::store;
use leptos::prelude::{Set, Update, WithUntracked};
use leptos::task::spawn_local;
use playing::SLEPT;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

/// Called with the result of a change: maybe twice, if it reaches the disk later.
pub(super) type WriteCallback = Rc<dyn Fn(Saved)>;

/// A change of the open session on its way to the stores.
#[derive(Clone)]
struct Write {
    session: Session,
    changes: Vec<Change>,
    /// For the stand-in: sets and plan.
    records: Pairs,
    removed: Vec<String>,
    plan: bool,
    position: Option<u32>,
    /// Steps whose sets are new, and those whose sets are corrected.
    new: Vec<usize>,
    corrected: Vec<usize>,
    /// True if it ends the session, so that no tab plays any more.
    ends: bool,
    /// True once the new sets are counted.
    counted: Rc<Cell<bool>>,
    /// Called with the result; not called if another tab plays.
    then: Option<WriteCallback>,
}

/// The writer of the open session, in the tab that plays it: the lock, the right to write, and pending changes. In the lazy
/// chunk.
pub(super) struct SessionWriter {
    saving: &'static Saving,
    player: Player,
    notices: Notices,
    pub(super) right: WriteRight,
    /// The lock of the open session, in the tab that plays it.
    held: RefCell<Option<HeldLock>>,
    /// True if this tab is about to play, by a tap.
    pub(super) claiming: Cell<bool>,
    /// True if this tab waits until no tab plays any more.
    queued: Cell<bool>,
    /// Called when another tab has taken over. The app shows that tab's session then.
    pub(super) lost: OnceCell<Box<dyn Fn()>>,
}

impl SessionWriter {
    pub(super) fn new(saving: &'static Saving, player: Player, notices: Notices) -> Self {
        let (right, held, lost) = (WriteRight::default(), RefCell::default(), OnceCell::new());
        Self { saving, player, notices, right, held, claiming: Cell::new(false), queued: Cell::new(false), lost }
    }

    const fn disk(&self) -> &'static Disk {
        self.saving.disk()
    }

    /// Writes a session just begun to where other tabs read it, at once: this tab has the lock, so no other one plays.
    pub(super) fn show_start(&self, session: &Session) {
        if locks::is_there() && self.is_held() {
            self.notices.check(saved::save_running(self.disk(), session));
            self.notices.check(saved::save_position(self.disk(), session, 1));
        }
    }

    /// Writes the open session into the store again, in the tab that plays it.
    pub(super) fn put_back(&self) {
        if !self.is_held() {
            return;
        }
        self.player.session.with_untracked(|session| {
            if let Some(session) = session {
                self.notices.check(saved::save_running(self.disk(), session));
                self.notices.check(saved::save_position(self.disk(), session, self.right.next_move()));
            }
        });
    }

    /// The number of times that the position will have been written with the next change.
    pub(super) fn next_moves(&'static self) -> u32 {
        self.right.moves.get() + 1
    }

    /// Writes `changes`, by which the open session has become `next`. Calls `then` with the result if that one is finished.
    pub(super) fn keep(&'static self, next: &Session, changes: Changes, then: Option<WriteCallback>) {
        if changes.put.is_empty() && changes.remove.is_empty() {
            return;
        }
        let Changes { forgotten, corrected, .. } = &changes;
        if !forgotten.is_empty() {
            self.player.acknowledged.update(|count| *count = count.saturating_sub(forgotten.len()));
            self.player.unsure.update(|steps| steps.retain(|step| !forgotten.contains(step)));
        }
        if !corrected.is_empty() {
            self.player.unsure.update(|steps| steps.extend(corrected));
        }
        let moves = self.next_moves();
        if changes.position {
            self.right.moves.set(moves);
        }
        self.write(Write { then, ..Write::of(next, changes, moves) });
    }

    /// Ends the open session, `session`, at its present position. Calls `then` with the result.
    pub(super) fn keep_end(&'static self, session: &Session, then: WriteCallback) {
        let changes = Changes {
            put: vec![saved::ended_record(session)],
            remove: vec![saved::position_key(session.id())],
            ..Changes::default()
        };
        let write = Write::of(session, changes, 0);
        self.write(Write { ends: true, then: Some(then), ..write });
    }

    /// Deletes `session`, of which no set was done. Calls `then` with the result.
    pub(super) fn keep_nothing(&'static self, session: &Session, then: WriteCallback) {
        let prefix = saved::session_prefix(session.id());
        let mut write = Write::of(session, Changes::default(), 0);
        write.changes.push(Change::RemoveAll(prefix.clone()));
        let forget = move |saved| {
            self.saving.store.forget_stand_in(&prefix);
            then(saved);
        };
        self.write(Write { ends: true, then: Some(Rc::new(forget)), ..write });
    }

    /// Writes the records of `session` that only the stand-in, or localStorage, has into the journal.
    pub(super) fn mend_journal(&'static self, session: &Session, missing: Pairs) {
        let moves = self.right.moves.get();
        let lacks = |step: &usize| missing.iter().any(|(key, _)| *key == saved::step_key(session, *step));
        let sets: Vec<usize> = session.done().iter().map(|done| done.step).filter(lacks).collect();
        self.player.unsure.set(sets.clone());
        let mut changes = Changes { put: missing, corrected: sets, ..Changes::default() };
        changes.put.push(saved::position_record(session, moves));
        let prefix = saved::session_prefix(session.id());
        let then = move |saved| {
            if saved == Saved::OnDisk {
                self.saving.store.forget_stand_in(&prefix);
            }
        };
        let write = Write::of(session, changes, moves);
        self.write(Write { then: Some(Rc::new(then)), ..write });
    }

    fn write(&'static self, write: Write) {
        if matches!(self.right.get(), Right::Lost) {
            return;
        }
        let (guard, token, claims) = self.right.claim();
        spawn_local(async move { self.written(write, guard, token, claims).await });
    }

    async fn written(&'static self, write: Write, guard: Guard, token: String, claims: bool) {
        let journal = self.saving.store.journal();
        let stands_in = journal.is_none() || self.right.is_stuck.get();
        if stands_in && !self.keep_in_stand_in(&write, &token) {
            return;
        }
        let Some(database) = journal else { return };
        let mut changes = write.changes.clone();
        if claims {
            changes.insert(0, Change::Put(saved::PLAYER.to_owned(), token.clone()));
        }
        if write.ends {
            changes.push(Change::Remove(saved::PLAYER.to_owned()));
        }
        let sent = clock::awake_ms();
        let (late_write, asked, claimed) = (write.clone(), token.clone(), guard.clone());
        let late = move |outcome| {
            self.right.answered(&asked, &claimed, outcome);
            match outcome {
                Ok(()) => self.is_on_disk(&late_write),
                Err(WriteFailure::Guarded) if self.right.is_under(&asked) => self.lose(),
                Err(_) => {}
            }
        };
        let outcome = database.write_guarded(saved::PLAYER, guard.clone(), changes, Box::new(late)).await;
        self.right.answered(&token, &guard, outcome);
        match outcome {
            // A page that slept since may have lost the right; localStorage cannot check that.
            Ok(()) if !write.ends && clock::awake_ms() - sent > SLEPT && !self.still_plays().await => self.lose(),
            Ok(()) => {
                if !stands_in {
                    self.show_to_other_tabs(&write);
                }
                self.is_on_disk(&write);
            }
            Err(WriteFailure::Guarded) => match self.right.get() {
                Right::Unclaimed(_) if !claims => self.write(write),
                _ if claims || self.right.is_under(&token) => {
                    if write.ends {
                        // The session was not ended by this tab.
                        self.player.finished.set(None);
                    }
                    self.lose();
                }
                _ => {}
            },
            Err(WriteFailure::Refused | WriteFailure::Late) if !stands_in => {
                self.keep_in_stand_in(&write, &token);
            }
            Err(_) => {}
        }
    }

    /// Writes a change to localStorage only, which reaches the disk a little later. False if another tab plays.
    fn keep_in_stand_in(&'static self, write: &Write, token: &str) -> bool {
        if !self.right.owns(self.disk(), token) {
            self.lose();
            return false;
        }
        let keep =
            |(key, value): &(String, String)| self.notices.check(self.disk().set(&(stand_in() + key), value)).is_some();
        for key in &write.removed {
            let _ = self.disk().remove(&(stand_in() + key));
        }
        let kept = write.records.iter().all(keep);
        self.show_to_other_tabs(write);
        let saved = if kept && !self.disk().is_memory() { Saved::Soon } else { Saved::No };
        if saved == Saved::Soon {
            self.count(write);
            if self.player.is_open(write.session.id()) {
                self.player.unsure.update(|steps| steps.extend(&write.new));
            }
            if !write.records.is_empty() && !write.new.is_empty() && !self.right.is_told.replace(true) {
                self.notices.tell(NoticeKind::Plain, store::sets_soon(), Offer::Nothing);
            }
        }
        if let Some(then) = &write.then {
            then(saved);
        }
        true
    }

    /// Counts the sets of a change that is on disk.
    fn is_on_disk(&'static self, write: &Write) {
        self.count(write);
        if self.player.is_open(write.session.id()) && self.player.unsure.with_untracked(|unsure| !unsure.is_empty()) {
            self.player.unsure.update(|unsure| {
                for step in write.new.iter().chain(&write.corrected) {
                    if let Some(at) = unsure.iter().position(|other| other == step) {
                        unsure.remove(at);
                    }
                }
            });
        }
        if let Some(then) = &write.then {
            then(Saved::OnDisk);
        }
    }

    /// Counts the new sets of a change, once.
    fn count(&'static self, write: &Write) {
        if !write.counted.replace(true) && !write.new.is_empty() && self.player.is_open(write.session.id()) {
            self.player.acknowledged.update(|count| *count += write.new.len());
        }
    }

    /// Writes plan and position to where other tabs read them, or removes them if the session is over.
    fn show_to_other_tabs(&'static self, write: &Write) {
        let disk = self.disk();
        if write.ends {
            self.notices.check(saved::clear_session(disk, write.session.id()));
            return;
        }
        if write.plan {
            self.notices.check(saved::save_running(disk, &write.session));
        }
        if let Some(moves) = write.position {
            self.notices.check(saved::save_position(disk, &write.session, moves));
        }
    }
}

impl Write {
    fn of(session: &Session, changes: Changes, moves: u32) -> Self {
        let Changes { put, remove, new, corrected, plan, position, .. } = changes;
        let at = saved::position_key(session.id());
        let records = put.iter().filter(|(key, _)| *key != at).cloned().collect();
        let puts = put.into_iter().map(|(key, value)| Change::Put(key, value));
        Self {
            session: session.clone(),
            changes: remove.iter().cloned().map(Change::Remove).chain(puts).collect(),
            records,
            removed: remove,
            plan,
            position: position.then_some(moves),
            new,
            corrected,
            ends: session.is_finished(),
            counted: Rc::default(),
            then: None,
        }
    }
}
