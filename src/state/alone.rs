//! One tab at a time: whatever reads a stored value, changes it and writes it back does so while no other tab does.

use super::{App, World};
use crate::browser::clock;
use crate::browser::locks::{self, Way};
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The lock of the store.
const STORE: &str = "mainspring-store";

/// How long a tab keeps its turn after its last write: what it wrote is on its way to the other tabs by another road than
/// the lock, and must be there first. Milliseconds; of 250 meetings of two tabs 4 went wrong in 5, none in 20.
const SETTLE: u32 = 100;

/// The turn of this tab to change what is kept.
#[derive(Default)]
pub(super) struct Turn {
    /// What waits for it.
    changes: RefCell<Vec<Box<dyn FnOnce()>>>,
    asked: Cell<bool>,
    /// Whether it is now, so that nothing has to wait.
    now: Cell<bool>,
    /// Whether anything was changed that may still be on its way.
    unsettled: Cell<bool>,
}

impl App {
    /// Does `act`, which reads what it changes freshly, as soon as no other tab changes what is kept: usually within a
    /// millisecond, in the order of calls. What still waits when the page goes is done then, locked or not.
    pub(super) fn alone(self, act: impl FnOnce() + 'static) {
        self.alone_boxed(Box::new(act));
    }

    fn alone_boxed(self, act: Box<dyn FnOnce()>) {
        let world = self.world();
        world.turn.changes.borrow_mut().push(act);
        if world.disk.is_memory() || world.turn.now.get() {
            world.do_changes();
        } else if !world.turn.asked.replace(true) {
            spawn_local(world.take_turn());
        }
    }
}

impl World {
    /// Does every change that waits for its turn.
    pub(super) fn do_changes(&self) {
        for act in self.turn.changes.take() {
            self.turn.unsettled.set(true);
            act();
        }
    }

    /// Whether a change waits for its turn here.
    pub(super) fn has_changes(&self) -> bool {
        !self.turn.changes.borrow().is_empty()
    }

    /// Drops what waits for its turn.
    pub(super) fn drop_changes(&self) {
        self.turn.changes.take();
    }

    async fn take_turn(self: Rc<Self>) {
        let held = locks::hold(STORE, Way::Wait, Box::new(|| {})).await;
        self.turn.now.set(true);
        self.do_changes();
        while self.turn.unsettled.take() {
            clock::pass(SETTLE).await;
        }
        self.turn.now.set(false);
        self.turn.asked.set(false);
        drop(held);
    }
}
