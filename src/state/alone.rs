//! One tab at a time: whatever reads a stored value, changes it and writes it back does so while no other tab does. And
//! where another tab wrote without knowing of a change made a moment ago, that change is made again.

use super::{App, World, clock_now};
use crate::browser::locks;
use crate::domain::units::Timestamp;
use std::rc::Rc;

/// The lock of the store.
const STORE: &str = "mainspring-store";

/// How long a change is made again where another tab's write has undone it: far longer than a write is on its way, and
/// too short for a hand to change its mind in another tab. Milliseconds.
const RECENT: i64 = 1_000;

/// How often a change is made again, so that two that contradict each other come to an end.
const TRIES: u8 = 20;

/// A change of what is kept. It reads what it changes freshly; made twice it is as if made once.
pub(super) struct Change {
    act: Box<dyn Fn()>,
    asked: Timestamp,
    tries: u8,
}

impl App {
    /// Does `act`, which reads what it changes freshly, as soon as no other tab changes what is kept: usually within a
    /// millisecond, in the order of calls. What still waits when the page goes is done then, locked or not.
    pub(super) fn alone(self, act: impl Fn() + 'static) {
        self.queue(Box::new(act), 0);
    }

    /// Does `act` as [`App::alone`] does, and again where a tab that did not know of it yet has written over it.
    pub(super) fn keep(self, act: impl Fn() + 'static) {
        self.queue(Box::new(act), TRIES);
    }

    /// Another tab has written: what it may not have known of is made again, as soon as no other tab is at it.
    pub(super) fn keep_again(self) {
        for change in self.world().recent.take().into_iter().filter(Change::is_recent) {
            self.wait_for_turn(change);
        }
    }

    fn queue(self, act: Box<dyn Fn()>, tries: u8) {
        self.wait_for_turn(Change { act, asked: clock_now(), tries });
    }

    fn wait_for_turn(self, change: Change) {
        let world = self.world();
        world.changes.borrow_mut().push(change);
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
        for change in self.changes.take() {
            (change.act)();
            let mut recent = self.recent.borrow_mut();
            recent.retain(Change::is_recent);
            if let Some(tries) = change.tries.checked_sub(1) {
                recent.push(Change { tries, ..change });
            }
        }
    }

    /// Forgets what waits for its turn and what was done a moment ago.
    pub(super) fn forget_changes(&self) {
        self.changes.take();
        self.recent.take();
    }
}

impl Change {
    fn is_recent(&self) -> bool {
        (0..RECENT).contains(&clock_now().ms_since(self.asked))
    }
}
