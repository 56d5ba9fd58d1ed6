//! Turns: stored values are changed by one tab at a time.
//!
//! A lock gives the turn, but the values written in it reach other tabs by another way, which can be slower. So each turn
//! leaves its number twice: in the store, after everything that it wrote, and as the name of a lock. The next tab waits until
//! the number in the store is that of the lock. Each tab keeps the lock until the second copies of its writes are on disk.
//!
//! A turn is short, so that tabs that change much at once follow each other: what is changed meanwhile waits for the next one.
//! A tab that is frozen could hold the lock for ever. After some seconds without a new number it is taken from that tab, which
//! notices it when it goes on, writes no more in that turn, and takes another one.

use super::App;
use crate::state::turn::{Turn, hold_store};
use std::cell::Cell;
use std::rc::Rc;

impl App {
    /// Takes turns until no action waits. Only through `Saving::ask_for_turn`, which notes that they are requested.
    pub(super) async fn take_turns(self) {
        let turn = &self.saving().turn;
        loop {
            self.take_turn().await;
            if !turn.is_waited_for() && !turn.mend.get() {
                return turn.asked.set(false);
            }
        }
    }

    /// Takes one turn. Actions added meanwhile are run in later turns, which nothing waits for: if the journal never answers,
    /// each of them lasts as long as its time limits.
    pub(super) async fn take_first_turn(self) {
        let turn = &self.saving().turn;
        turn.asked.set(true);
        self.take_turn().await;
        turn.asked.set(false);
        if turn.is_waited_for() || turn.mend.get() {
            self.saving().ask_for_turn();
        }
    }

    async fn take_turn(self) {
        let (saving, disk) = (self.saving(), self.disk());
        let turn = &saving.turn;
        let stolen = Rc::new(Cell::new(false));
        let held = hold_store(disk, &stolen).await;
        let mut number = Turn::before(disk).await;
        let mut wrote = false;
        if !stolen.get() && (turn.mend.take() || disk.has_vanished()) {
            self.mend_now().await;
            wrote = true;
        }
        if !stolen.get() && turn.is_waited_for() {
            number += 1;
            turn.do_changes();
            Turn::leave_number(disk, number);
            wrote = true;
            saving.copy_changed().await;
            turn.leave_mark(disk, number).await;
        }
        if stolen.get() && wrote && saving.store.copies.read.get() {
            // Another tab may have written between the value and its copy.
            turn.mend.set(true);
        }
        drop(held);
    }
}
