//! One tab at a time: whatever reads a stored value, changes it and writes it back does so while no other tab does.

use super::{App, World};
use crate::browser::locks;
use std::rc::Rc;

/// The lock of the store.
const STORE: &str = "mainspring-store";

impl App {
    /// Does `act`, which reads what it changes freshly, as soon as no other tab changes what is kept: usually within a
    /// millisecond, in the order of calls. What still waits when the page goes is done then, locked or not.
    pub(super) fn alone(self, act: impl FnOnce() + 'static) {
        self.alone_boxed(Box::new(act));
    }

    fn alone_boxed(self, act: Box<dyn FnOnce()>) {
        let world = self.world();
        world.changes.borrow_mut().push(act);
        if world.disk.is_memory() {
            world.do_changes();
        } else {
            locks::exclusively(STORE, move || world.do_changes());
        }
    }
}

impl World {
    /// Does every change that waits for its turn.
    pub(super) fn do_changes(self: &Rc<Self>) {
        for act in self.changes.take() {
            act();
        }
    }
}
