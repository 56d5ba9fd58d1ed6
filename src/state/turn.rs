//! The turn of this tab to change what is kept: what waits for it, its number, and the lock that gives it.

use super::disk::Disk;
use super::saved_state::Told;
use crate::browser::clock::within;
use crate::browser::locks::{self, Held, Way};
use crate::domain::saved::KeyValue;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::rc::Rc;
use std::time::Duration;

/// The lock of the store.
const STORE: &str = "mainspring-store";
/// The number of the last turn: a key of the store, and what the name of its lock begins with.
const TURN: &str = "mainspring-turn";

/// Time to wait for the lock before it is taken from whoever holds it.
const PATIENCE: Duration = Duration::from_secs(3);
/// Time limit for every other answer about locks; without one the change is made all the same.
const ANSWER: Duration = Duration::from_secs(2);
/// How often a tab looks whether the writes of the turn before have come. Usually they are there at the first look; where
/// somebody cleared the store they never come, and the next turn begins a new count.
const LOOKS: u32 = 10_000;
/// How often it looks where the store has no number at all.
const LOOKS_FOR_NONE: u32 = 1_000;

/// The turn of this tab to change what is kept.
#[derive(Default)]
pub(super) struct Turn {
    /// What waits for it.
    changes: RefCell<Vec<Box<dyn FnOnce()>>>,
    /// Who waits to hear what became of the changes that were made.
    pub(super) told: RefCell<Vec<Told>>,
    /// True if it has been asked for.
    pub(super) asked: Cell<bool>,
    /// True if the store has been compared with its copies since the start: nothing is changed before.
    pub(super) open: Cell<bool>,
    /// True if the store is to be compared with its copies.
    pub(super) mend: Cell<bool>,
    /// The lock named for the last turn of this tab.
    mark: RefCell<Option<Held>>,
}

impl Turn {
    /// Does every change that waits for its turn.
    pub(super) fn do_changes(&self) {
        for act in self.changes.take() {
            act();
        }
    }

    /// Drops what waits for its turn.
    pub(super) fn forget_changes(&self) {
        self.changes.take();
    }

    /// The number of the last turn of any tab, once all that was written in it is here.
    pub(super) async fn before(disk: &Disk) -> u32 {
        let known = Cell::new(0);
        let _ = within(ANSWER, Self::come_up(disk, &known)).await;
        known.get()
    }

    async fn come_up(disk: &Disk, known: &Cell<u32>) {
        for look in 0..LOOKS {
            let last = locks::highest(TURN).await;
            let here: Option<u32> = disk.get(TURN).ok().flatten().and_then(|text| text.parse().ok());
            known.set(here.unwrap_or_default().max(last));
            let is_here = here.unwrap_or_default() >= last;
            if is_here || here.is_none() && look >= LOOKS_FOR_NONE {
                break;
            }
        }
    }

    /// Leaves the number of this turn in the store; none where nothing is stored.
    pub(super) fn leave_number(disk: &Disk, number: u32) {
        // Without room for it the next tab does not wait for long.
        let _ = if disk.has_ours() { disk.set(TURN, &number.to_string()) } else { disk.remove(TURN) };
    }

    /// Leaves the number of this turn as the name of a lock.
    pub(super) async fn leave_mark(&self, disk: &Disk, number: u32) {
        if disk.has_ours() {
            let name = TURN.to_owned() + &number.to_string();
            let mark = locks::hold(&name, Way::IfFree, Box::new(|| {}));
            self.mark.replace(within(ANSWER, mark).await.flatten());
        }
    }

    /// Has `act` done in a turn.
    pub(super) fn push(&self, act: Box<dyn FnOnce()>) {
        self.changes.borrow_mut().push(act);
    }

    /// True if something waits for its turn.
    pub(super) fn is_waited_for(&self) -> bool {
        !self.changes.borrow().is_empty()
    }
}

/// Holds the store's lock; from whoever has it for too long it is taken. None where the browser does not answer: then
/// the tab acts as if there were no locks.
pub(super) async fn hold_store(stolen: &Rc<Cell<bool>>) -> Option<Held> {
    let lost = || {
        let stolen = stolen.clone();
        Box::new(move || stolen.set(true))
    };
    for (limit, way) in [(PATIENCE, Way::Wait), (ANSWER, Way::Steal)] {
        let held = held_within(limit, locks::hold(STORE, way, lost())).await;
        if held.is_some() {
            return held;
        }
    }
    None
}

/// A lock that comes within `limit`. One that comes later is let go at once.
async fn held_within(limit: Duration, lock: impl Future<Output = Option<Held>> + 'static) -> Option<Held> {
    let mut lock = Box::pin(lock);
    let held = within(limit, lock.as_mut()).await;
    if held.is_none() {
        spawn_local(async move { drop(lock.await) });
    }
    held.flatten()
}
