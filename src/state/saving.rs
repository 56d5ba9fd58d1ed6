//! Changes of stored values, one tab at a time, and one meaning of "saved": certainly on disk.
//!
//! Every change that reads a stored value and writes it back is made in a turn (`turn.rs`), while no other tab makes one. A
//! value is first put into localStorage, which may bring it to disk minutes later, and then copied into `IndexedDB`, which
//! answers once it is there.

use super::disk::Disk;
use super::saved_state::{Saved, SavedCallback};
use super::store::Stores;
use super::turn::Turn;
use crate::browser::clock;
use crate::browser::indexed_db;
use crate::browser::locks;
use leptos::task::spawn_local;
use std::cell::{Cell, OnceCell};
use std::time::Duration;

/// Time until copies that failed are tried again; twice as long after each failure, up to the longest.
const TRY_AGAIN: Duration = Duration::from_secs(1);
const TRY_AGAIN_LONGEST: Duration = Duration::from_mins(1);

/// The stores, and the turns in which they are changed.
pub(super) struct Saving {
    pub(super) store: Stores,
    pub(super) turn: Turn,
    /// The moment at which another tab last reported that it erased everything. Milliseconds since the Unix epoch.
    pub(super) erased_at: Cell<i64>,
    /// Begins to take turns. Set by the app: in a turn the store may have to be compared with its copies, and shown anew.
    pub(super) take_turns: OnceCell<Box<dyn Fn()>>,
}

impl Saving {
    pub(super) fn new(disk: Disk) -> Self {
        Self { store: Stores::new(disk), turn: Turn::default(), erased_at: Cell::new(0), take_turns: OnceCell::new() }
    }

    /// The key-value store.
    pub(super) const fn disk(&self) -> &Disk {
        &self.store.disk
    }

    /// Runs `act`, which must read the stored value anew, as soon as no other tab changes stored values: usually within two
    /// milliseconds, in the order of calls. Actions that still wait when the page closes are run then, locked or not.
    pub(super) fn change(&'static self, act: impl FnOnce() + 'static) {
        self.change_boxed(Box::new(act));
    }

    fn change_boxed(&'static self, act: Box<dyn FnOnce()>) {
        self.turn.push(act);
        if self.disk().is_memory() {
            self.turn.do_changes();
        } else if !self.turn.open.get() {
            // Run after the store has been mended.
        } else if locks::is_there() {
            self.ask_for_turn();
        } else {
            self.do_changes_now();
        }
    }

    /// Requests a turn as soon as possible, to run the waiting actions.
    pub(super) fn ask_for_turn(&self) {
        // Noted here: the turn begins in a later task, and a second one of the same tab would wait for the first.
        if let Some(take_turns) = self.take_turns.get()
            && !self.turn.asked.replace(true)
        {
            take_turns();
        }
    }

    /// Runs the waiting actions at once: the page may close before its turn.
    pub(super) fn do_changes_now(&'static self) {
        self.turn.do_changes();
        if self.turn.open.get() {
            spawn_local(self.copy_changed());
        }
    }

    /// Checks for vanished values, after another tab or the browser changed the store.
    pub(super) fn check_for_vanished(&self) {
        if self.turn.open.get() && self.disk().has_vanished() {
            self.ask_for_turn();
        }
    }

    /// Calls `then` with the result of a change that the store has `kept`, once its second copy is written or has failed.
    pub(super) fn tell_saved(&self, kept: bool, then: SavedCallback) {
        if kept && !self.disk().is_memory() {
            self.turn.told.borrow_mut().push(then);
        } else {
            then(Saved::No);
        }
    }

    /// Copies the changed values, and calls the callbacks that wait for it.
    pub(super) async fn copy_changed(&'static self) {
        let told = self.turn.told.take();
        let records = self.disk().take_changed();
        let is_copied = self.store.write_copies(&records).await;
        if !is_copied {
            self.disk().give_back(&records);
            self.try_copies_again();
        }
        let saved = if is_copied { Saved::OnDisk } else { Saved::Soon };
        for then in told {
            then(saved);
        }
    }

    /// Schedules another comparison with the second copies, because some could not be read or written.
    fn try_copies_again(&'static self) {
        let copies = &self.store.copies;
        if !indexed_db::is_there() || copies.waits.replace(true) {
            return;
        }
        let delay = copies.delay.get().max(TRY_AGAIN);
        copies.delay.set((delay * 2).min(TRY_AGAIN_LONGEST));
        spawn_local(async move {
            clock::sleep(delay).await;
            copies.waits.set(false);
            // Checked before the turn, which an answer that never comes would hold up.
            if self.store.records().await.is_none() {
                return self.try_copies_again();
            }
            self.turn.mend.set(true);
            self.ask_for_turn();
        });
    }
}
