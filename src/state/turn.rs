//! The turn of this tab to change stored values: the actions that wait for it, its number, and its lock.

use super::disk::Disk;
use super::saved_state::SavedCallback;
use crate::browser::clock::within;
use crate::browser::locks::{self, HeldLock, LockMode};
use crate::domain::saved::KeyValue;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::rc::Rc;
use std::time::Duration;

/// The lock of the store.
const STORE: &str = "mainspring-store";
/// The number of the last turn: a key of the store, and the prefix of its lock's name.
const TURN: &str = "mainspring-turn";

/// Time without a new number until the lock is taken from its holder.
const PATIENCE: Duration = Duration::from_secs(3);
/// Time limit for every other answer about locks; without an answer the change is made all the same.
const ANSWER: Duration = Duration::from_secs(2);
/// Limit of checks for the writes of the turn before. Usually they are there at the first check; after the store was cleared
/// they never come, and the next turn begins a new count.
const LOOKS: u32 = 10_000;
/// The same limit while the store has no number at all.
const LOOKS_FOR_NONE: u32 = 1_000;

/// The turn of this tab to change stored values.
#[derive(Default)]
pub(super) struct Turn {
    /// The actions that wait for it.
    changes: RefCell<Vec<Box<dyn FnOnce()>>>,
    /// The callbacks that wait for the result of changes already made.
    pub(super) told: RefCell<Vec<SavedCallback>>,
    /// True if it has been requested.
    pub(super) asked: Cell<bool>,
    /// True if the store has been compared with its copies since the start: no change is made before that.
    pub(super) open: Cell<bool>,
    /// True if the store is to be compared with its copies.
    pub(super) mend: Cell<bool>,
    /// The lock named for the last turn of this tab.
    mark: RefCell<Option<HeldLock>>,
}

impl Turn {
    /// Runs every action that waits.
    pub(super) fn do_changes(&self) {
        for act in self.changes.take() {
            act();
        }
    }

    /// Drops the actions that wait.
    pub(super) fn forget_changes(&self) {
        self.changes.take();
    }

    /// The number of the last turn of any tab, once everything written in it has arrived here.
    pub(super) async fn before(disk: &Disk) -> u32 {
        let known = Cell::new(0);
        let _ = within(ANSWER, Self::come_up(disk, &known)).await;
        known.get()
    }

    async fn come_up(disk: &Disk, known: &Cell<u32>) {
        for look in 0..LOOKS {
            let last = locks::highest(TURN).await;
            let here = number_in(disk);
            known.set(here.unwrap_or_default().max(last));
            let is_here = here.unwrap_or_default() >= last;
            if is_here || here.is_none() && look >= LOOKS_FOR_NONE {
                break;
            }
        }
    }

    /// Writes the number of this turn to the store; not into an empty one.
    pub(super) fn leave_number(disk: &Disk, number: u32) {
        // Without room for it the next tab waits for a short time only.
        let _ = if disk.has_ours() { disk.set(TURN, &number.to_string()) } else { disk.remove(TURN) };
    }

    /// Holds the number of this turn as the name of a lock.
    pub(super) async fn leave_mark(&self, disk: &Disk, number: u32) {
        if disk.has_ours() {
            let name = TURN.to_owned() + &number.to_string();
            let mark = locks::hold(&name, LockMode::IfFree, Box::new(|| {}));
            self.mark.replace(within(ANSWER, mark).await.flatten());
        }
    }

    /// Adds an action for the next turn.
    pub(super) fn push(&self, act: Box<dyn FnOnce()>) {
        self.changes.borrow_mut().push(act);
    }

    /// True if an action waits for its turn.
    pub(super) fn is_waited_for(&self) -> bool {
        !self.changes.borrow().is_empty()
    }
}

/// Acquires the store's lock; takes it from a tab that holds it for too long. `None` if the browser does not answer: then the
/// tab acts as if there were no locks.
pub(super) async fn hold_store(disk: &Disk, stolen: &Rc<Cell<bool>>) -> Option<HeldLock> {
    let lost = || {
        let stolen = stolen.clone();
        Box::new(move || stolen.set(true))
    };
    let mut lock = Box::pin(locks::hold(STORE, LockMode::Wait, lost()));
    let mut known = number_in(disk);
    loop {
        if let Some(held) = within(PATIENCE, lock.as_mut()).await {
            return held;
        }
        // Tabs that are slow leave numbers; a frozen one does not.
        let number = number_in(disk);
        if number == known {
            break;
        }
        known = number;
    }
    release_later(lock);
    let mut lock = Box::pin(locks::hold(STORE, LockMode::Steal, lost()));
    let held = within(ANSWER, lock.as_mut()).await;
    if held.is_none() {
        release_later(lock);
    }
    held.flatten()
}

/// The number of the last turn whose writes have arrived here.
fn number_in(disk: &Disk) -> Option<u32> {
    disk.get(TURN).ok().flatten()?.parse().ok()
}

/// Releases a lock that comes too late.
fn release_later(lock: impl Future<Output = Option<HeldLock>> + 'static) {
    spawn_local(async move { drop(lock.await) });
}
