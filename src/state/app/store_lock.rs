//! One tab at a time: whatever reads a stored value, changes it and writes it back does so while no other tab does.
//!
//! A lock gives the turn, but what was written in a turn comes to the other tabs by another road, which can be the slower
//! one. So each turn leaves its number twice: in the store, behind everything that it wrote, and as the name of a lock.
//! Whose turn is next waits until the number that the locks tell has come by the store's road too. And it keeps the lock
//! until the second copies of what it wrote are on disk.
//!
//! A tab that stands still can hold the lock for ever. After some seconds it is taken from it; it finds that out when it
//! goes on, writes no more in that turn, and takes another one.

use super::App;
use super::turn::{Turn, hold_store};
use crate::browser::locks;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::rc::Rc;

impl App {
    /// Does `act`, which reads what it changes freshly, as soon as no other tab changes what is kept: usually within two
    /// milliseconds, in the order of calls. What still waits when the page goes is done then, locked or not.
    pub(super) fn with_store_lock(self, act: impl FnOnce() + 'static) {
        self.with_store_lock_boxed(Box::new(act));
    }

    fn with_store_lock_boxed(self, act: Box<dyn FnOnce()>) {
        let world = self.world();
        world.turn.push(act);
        if world.store.disk.is_memory() {
            world.turn.do_changes();
        } else if !world.turn.open.get() {
            // Done after the store has been mended.
        } else if locks::is_there() {
            self.ask_for_turn();
        } else {
            self.do_changes_now();
        }
    }

    /// Takes a turn as soon as it may, to do what waits.
    pub(super) fn ask_for_turn(self) {
        if !self.world().turn.asked.get() {
            spawn_local(self.take_turns());
        }
    }

    /// Does what waits for its turn without waiting: the page may be gone before.
    pub(super) fn do_changes_now(self) {
        self.world().turn.do_changes();
        if self.world().turn.open.get() {
            spawn_local(self.copy_changed());
        }
    }

    /// Takes turns until nothing waits.
    pub(super) async fn take_turns(self) {
        let world = self.world();
        let turn = &world.turn;
        turn.asked.set(true);
        loop {
            self.take_turn().await;
            if !turn.is_waited_for() && !turn.mend.get() {
                return turn.asked.set(false);
            }
        }
    }

    /// Takes one turn. What waits after it is done in later ones, which nobody waits for: where the journal never answers,
    /// each of them lasts as long as its time limits.
    pub(super) async fn take_first_turn(self) {
        let turn = &self.world().turn;
        turn.asked.set(true);
        self.take_turn().await;
        turn.asked.set(false);
        if turn.is_waited_for() || turn.mend.get() {
            self.ask_for_turn();
        }
    }

    async fn take_turn(self) {
        let world = self.world();
        let stolen = Rc::new(Cell::new(false));
        let held = hold_store(&stolen).await;
        let mut number = Turn::before(&world.store.disk).await;
        let mut wrote = false;
        if !stolen.get() && (world.turn.mend.take() || world.store.disk.has_vanished()) {
            self.mend_now().await;
            wrote = true;
        }
        while !stolen.get() && world.turn.is_waited_for() {
            number += 1;
            world.turn.do_changes();
            Turn::leave_number(&world.store.disk, number);
            wrote = true;
            self.copy_changed().await;
            world.turn.leave_mark(&world.store.disk, number).await;
        }
        if stolen.get() && wrote && world.store.copies.read.get() {
            // Another tab may have written between the value and its copy.
            world.turn.mend.set(true);
        }
        drop(held);
    }
}
