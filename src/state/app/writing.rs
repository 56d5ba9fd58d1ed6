//! Writing the open session: the journal first, in one transaction for each change, then localStorage, where other tabs read.
//!
//! Only the tab that plays may write. The record `player` of the journal holds a random token of that tab, and each write asks
//! for it in its own transaction: a tab that lost its turn while it slept changes nothing, whatever it does when it wakes.

use super::store::{Pairs, stand_in};
use super::write_right::{Act, OWNER, Right};
use super::{App, Offer, Saved, Tone};
use crate::browser::indexed_db::{Change, Guard, WriteFailure};
use crate::browser::{clock, locks};
use crate::domain::saved::{self, Changes, KeyValue};
use crate::domain::session::Session;
use crate::text::store;
use leptos::prelude::{GetUntracked, Set, Update, With, WithUntracked};
use leptos::task::spawn_local;
use std::cell::Cell;
use std::rc::Rc;

/// After longer than this without a look another tab may have taken over. Milliseconds that have really passed.
const SLEPT: f64 = 3_000.0;

/// Hears what became of a change: maybe twice, if it comes to disk later.
pub(super) type Told = Rc<dyn Fn(Saved)>;

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
    /// Steps whose sets were not counted before, and those whose sets were.
    new: Vec<usize>,
    corrected: Vec<usize>,
    /// True if it ends the session: nobody plays any more.
    ends: bool,
    /// True once the new sets are counted.
    counted: Rc<Cell<bool>>,
    /// Hears nothing where another tab plays.
    then: Option<Told>,
}

impl App {
    /// Gives this tab the right to write the open session, to be claimed with the next write under `guard`.
    pub(super) fn may_write(self, guard: Guard, moves: u32) {
        self.world().writing.may_write(guard, moves);
    }

    /// Claims the right to write whatever session is open, at once: another tab writes nothing any more from then on.
    pub(super) async fn take_right(self) {
        self.may_write(Guard::Any, 0);
        let world = self.world();
        let (guard, token, _) = world.writing.claim();
        let _ = world.store.disk.set(OWNER, &token);
        world.writing.owns.set(true);
        let Some(database) = world.store.journal() else { return };
        let put = vec![Change::Put(saved::PLAYER.to_owned(), token.clone())];
        let outcome = database.write_guarded(saved::PLAYER, guard.clone(), put, Box::new(|_| {})).await;
        world.writing.answered(&token, &guard, outcome);
    }

    /// How many times the position will have been written with the next change.
    pub(super) fn next_moves(self) -> u32 {
        self.world().writing.moves.get() + 1
    }

    /// Writes `changes`, by which the open session has become `next`. Of one that is over `then` hears what became of it.
    pub(super) fn keep(self, next: &Session, changes: Changes, then: Option<Told>) {
        if changes.put.is_empty() && changes.remove.is_empty() {
            return;
        }
        let Changes { forgotten, corrected, .. } = &changes;
        if !forgotten.is_empty() {
            self.acknowledged.update(|count| *count = count.saturating_sub(forgotten.len()));
            self.unsure.update(|steps| steps.retain(|step| !forgotten.contains(step)));
        }
        if !corrected.is_empty() {
            self.unsure.update(|steps| steps.extend(corrected));
        }
        let moves = self.next_moves();
        if changes.position {
            self.world().writing.moves.set(moves);
        }
        self.write(Write { then, ..Write::of(next, changes, moves) });
    }

    /// Ends the open session, `session`, where it stands. `then` hears what became of it.
    pub(super) fn keep_end(self, session: &Session, then: Told) {
        let changes = Changes {
            put: vec![saved::ended_record(session)],
            remove: vec![saved::position_key(session.id())],
            ..Changes::default()
        };
        let write = Write::of(session, changes, 0);
        self.write(Write { ends: true, then: Some(then), ..write });
    }

    /// Forgets `session`, of which no set was done. `then` hears what became of it.
    pub(super) fn keep_nothing(self, session: &Session, then: Told) {
        let prefix = saved::session_prefix(session.id());
        let mut write = Write::of(session, Changes::default(), 0);
        write.changes.push(Change::RemoveAll(prefix.clone()));
        let forget = move |saved| {
            self.world().store.forget_stand_in(&prefix);
            then(saved);
        };
        self.write(Write { ends: true, then: Some(Rc::new(forget)), ..write });
    }

    /// Writes into the journal what only the stand-in, or localStorage, has of `session`.
    pub(super) fn mend_journal(self, session: &Session, missing: Pairs) {
        let moves = self.world().writing.moves.get();
        let lacks = |step: &usize| missing.iter().any(|(key, _)| *key == saved::step_key(session, *step));
        let sets: Vec<usize> = session.done().iter().map(|done| done.step).filter(lacks).collect();
        self.unsure.set(sets.clone());
        let mut changes = Changes { put: missing, corrected: sets, ..Changes::default() };
        changes.put.push(saved::position_record(session, moves));
        let prefix = saved::session_prefix(session.id());
        let then = move |saved| {
            if saved == Saved::OnDisk {
                self.world().store.forget_stand_in(&prefix);
            }
        };
        let write = Write::of(session, changes, moves);
        self.write(Write { then: Some(Rc::new(then)), ..write });
    }

    fn write(self, write: Write) {
        let world = self.world();
        if matches!(world.writing.right(), Right::Lost) {
            return;
        }
        let (guard, token, claims) = world.writing.claim();
        spawn_local(async move { self.written(write, guard, token, claims).await });
    }

    async fn written(self, write: Write, guard: Guard, token: String, claims: bool) {
        let world = self.world();
        let journal = world.store.journal();
        let stands_in = journal.is_none() || world.writing.is_stuck.get();
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
            self.world().writing.answered(&asked, &claimed, outcome);
            match outcome {
                Ok(()) => self.is_on_disk(&late_write),
                Err(WriteFailure::Guarded) if self.world().writing.is_under(&asked) => self.lost(),
                Err(_) => {}
            }
        };
        let outcome = database.write_guarded(saved::PLAYER, guard.clone(), changes, Box::new(late)).await;
        world.writing.answered(&token, &guard, outcome);
        match outcome {
            // A page that slept since may have lost its turn: localStorage asks nobody.
            Ok(()) if !write.ends && clock::awake_ms() - sent > SLEPT && !self.still_plays().await => self.lost(),
            Ok(()) => {
                if !stands_in {
                    self.show_to_other_tabs(&write);
                }
                self.is_on_disk(&write);
            }
            Err(WriteFailure::Guarded) => match world.writing.right() {
                Right::Unclaimed(_) if !claims => self.write(write),
                _ if claims || world.writing.is_under(&token) => {
                    if write.ends {
                        // It was not ended here.
                        self.finished.set(None);
                    }
                    self.lost();
                }
                _ => {}
            },
            Err(WriteFailure::Refused | WriteFailure::Late) if !stands_in => {
                self.keep_in_stand_in(&write, &token);
            }
            Err(_) => {}
        }
    }

    /// Keeps a change in localStorage alone: the browser brings it to disk a little later. False where another tab plays.
    fn keep_in_stand_in(self, write: &Write, token: &str) -> bool {
        let world = self.world();
        if !world.writing.owns(&world.store.disk, token) {
            self.lost();
            return false;
        }
        let keep = |(key, value): &(String, String)| {
            self.notices.check(world.store.disk.set(&(stand_in() + key), value)).is_some()
        };
        for key in &write.removed {
            let _ = world.store.disk.remove(&(stand_in() + key));
        }
        let kept = write.records.iter().all(keep);
        self.show_to_other_tabs(write);
        let saved = if kept && !world.store.disk.is_memory() { Saved::Soon } else { Saved::No };
        if saved == Saved::Soon {
            self.count(write);
            if self.is_open(write.session.id()) {
                self.unsure.update(|steps| steps.extend(&write.new));
            }
            if !write.records.is_empty() && !write.new.is_empty() && !world.writing.is_told.replace(true) {
                self.notices.tell(Tone::Plain, store::sets_soon(), Offer::Nothing);
            }
        }
        if let Some(then) = &write.then {
            then(saved);
        }
        true
    }

    /// Counts the sets of a change that is on disk.
    fn is_on_disk(self, write: &Write) {
        self.count(write);
        if self.is_open(write.session.id()) && self.unsure.with_untracked(|unsure| !unsure.is_empty()) {
            self.unsure.update(|unsure| {
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
    fn count(self, write: &Write) {
        if !write.counted.replace(true) && !write.new.is_empty() && self.is_open(write.session.id()) {
            self.acknowledged.update(|count| *count += write.new.len());
        }
    }

    /// Puts plan and position where other tabs read them, or takes them away where the session is over.
    fn show_to_other_tabs(self, write: &Write) {
        let disk = &self.world().store.disk;
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

    /// True while the sets that are counted are all on disk for sure. Reads reactively.
    #[must_use]
    pub fn is_all_on_disk(self) -> bool {
        self.unsure.with(Vec::is_empty)
    }

    fn is_open(self, id: &str) -> bool {
        self.session.with_untracked(|session| session.as_ref().is_some_and(|session| session.id() == id))
    }

    /// Does `act` while this tab plays: at once, or after a sleep once it is known that no other tab has taken over.
    pub(super) fn while_playing(self, act: impl FnOnce() + 'static) {
        self.while_playing_boxed(Box::new(act));
    }

    fn while_playing_boxed(self, act: Act) {
        let world = self.world();
        let writing = &world.writing;
        if let Some(acts) = writing.waiting.borrow_mut().as_mut() {
            return acts.push(act);
        }
        let now = clock::awake_ms();
        let slept = now - writing.looked.replace(now) > SLEPT;
        let plays = self.session.with_untracked(Option::is_some) && !self.watching.get_untracked();
        // What is kept in memory alone is no other tab's.
        if !slept || !plays || world.store.disk.is_memory() {
            return act();
        }
        writing.waiting.replace(Some(vec![act]));
        spawn_local(async move {
            let plays = self.still_plays().await;
            let writing = &self.world().writing;
            writing.looked.set(clock::awake_ms());
            let acts = writing.waiting.take().unwrap_or_default();
            if plays {
                for act in acts {
                    act();
                }
            } else {
                self.lost();
            }
        });
    }

    /// True if this tab still plays, by what the stores say now.
    async fn still_plays(self) -> bool {
        let world = self.world();
        let expected = match world.writing.right() {
            Right::Lost => return false,
            Right::Unclaimed(Guard::Any) => return true,
            Right::Unclaimed(Guard::Holds(player)) => player,
            Right::Asked(token, _) | Right::Held(token) => Some(token),
        };
        if let Some(database) = world.store.journal().filter(|_| !world.writing.is_stuck.get()) {
            match database.get(saved::PLAYER).await {
                Ok(player) => return player == expected,
                Err(_) => world.writing.is_stuck.set(true),
            }
        }
        // What the browser had to tell this tab has come when it answers.
        locks::highest(OWNER).await;
        let token = expected.unwrap_or_default();
        world.held.borrow().is_some() && (!world.writing.owns.get() || world.writing.owns(&world.store.disk, &token))
    }

    /// Notes that another tab plays.
    pub(super) fn may_not_write(self) {
        self.world().writing.lose();
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
