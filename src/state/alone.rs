//! One tab at a time: whatever reads a stored value, changes it and writes it back does so while no other tab does.
//!
//! A lock gives the turn, but what was written in a turn comes to the other tabs by another road, which can be the slower
//! one. So each turn leaves its number twice: in the store, behind everything that it wrote, and as the name of a lock.
//! Whose turn is next waits until the number that the locks tell has come by the store's road too. And it keeps the lock
//! until the second copies of what it wrote are on disk.
//!
//! A tab that stands still can hold the lock for ever. After some seconds it is taken from it; it finds that out when it
//! goes on, writes no more in that turn, and takes another one.

use super::saving::Told;
use super::{App, World};
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
    /// Whether it has been asked for.
    asked: Cell<bool>,
    /// True if the store has been compared with its copies since the start: nothing is changed before.
    pub(super) open: Cell<bool>,
    /// True if the store is to be compared with its copies.
    pub(super) mend: Cell<bool>,
    /// The lock named for the last turn of this tab.
    mark: RefCell<Option<Held>>,
}

impl App {
    /// Does `act`, which reads what it changes freshly, as soon as no other tab changes what is kept: usually within two
    /// milliseconds, in the order of calls. What still waits when the page goes is done then, locked or not.
    pub(super) fn alone(self, act: impl FnOnce() + 'static) {
        self.alone_boxed(Box::new(act));
    }

    fn alone_boxed(self, act: Box<dyn FnOnce()>) {
        let world = self.world();
        world.turn.changes.borrow_mut().push(act);
        if world.disk.is_memory() {
            world.do_changes();
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
        self.world().do_changes();
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
            if turn.changes.borrow().is_empty() && !turn.mend.get() {
                return turn.asked.set(false);
            }
        }
    }

    async fn take_turn(self) {
        let world = self.world();
        let stolen = Rc::new(Cell::new(false));
        let held = hold_store(&stolen).await;
        let mut number = world.turn_before().await;
        let mut wrote = false;
        if !stolen.get() && (world.turn.mend.take() || world.disk.has_vanished()) {
            self.mend_now().await;
            wrote = true;
        }
        while !stolen.get() && !world.turn.changes.borrow().is_empty() {
            number += 1;
            world.do_changes();
            world.leave_number(number);
            wrote = true;
            self.copy_changed().await;
            world.leave_mark(number).await;
        }
        if stolen.get() && wrote && world.copies.read.get() {
            // Another tab may have written between the value and its copy.
            world.turn.mend.set(true);
        }
        drop(held);
    }
}

impl World {
    /// Does every change that waits for its turn.
    pub(super) fn do_changes(&self) {
        for act in self.turn.changes.take() {
            act();
        }
    }

    /// Drops what waits for its turn.
    pub(super) fn forget_changes(&self) {
        self.turn.changes.take();
    }

    /// The number of the last turn of any tab, once all that was written in it is here.
    async fn turn_before(&self) -> u32 {
        let known = Cell::new(0);
        let _ = within(ANSWER, self.come_up_to_turn(&known)).await;
        known.get()
    }

    async fn come_up_to_turn(&self, known: &Cell<u32>) {
        for look in 0..LOOKS {
            let last = locks::highest(TURN).await;
            let here: Option<u32> = self.disk.get(TURN).ok().flatten().and_then(|text| text.parse().ok());
            known.set(here.unwrap_or_default().max(last));
            let is_here = here.unwrap_or_default() >= last;
            if is_here || here.is_none() && look >= LOOKS_FOR_NONE {
                break;
            }
        }
    }

    /// Leaves the number of this turn in the store; none where nothing is stored.
    fn leave_number(&self, number: u32) {
        // Without room for it the next tab does not wait for long.
        let _ = if self.disk.has_ours() { self.disk.set(TURN, &number.to_string()) } else { self.disk.remove(TURN) };
    }

    /// Leaves the number of this turn as the name of a lock.
    async fn leave_mark(&self, number: u32) {
        if self.disk.has_ours() {
            let name = TURN.to_owned() + &number.to_string();
            let mark = locks::hold(&name, Way::IfFree, Box::new(|| {}));
            self.turn.mark.replace(within(ANSWER, mark).await.flatten());
        }
    }
}

/// Holds the store's lock; from whoever has it for too long it is taken. None where the browser does not answer: then
/// the tab acts as if there were no locks.
async fn hold_store(stolen: &Rc<Cell<bool>>) -> Option<Held> {
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
