//! One tab at a time: whatever reads a stored value, changes it and writes it back does so while no other tab does.
//!
//! A lock gives the turn, but what was written in a turn comes to the other tabs by another road, which can be the slower
//! one. So each turn leaves its number twice: in the store, behind everything that it wrote, and as the name of a lock.
//! Whose turn is next waits until the number that the locks tell has come by the store's road too.

use super::{App, World};
use crate::browser::locks::{self, Held, Way};
use crate::domain::saved::KeyValue;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The lock of the store.
const STORE: &str = "mainspring-store";
/// The number of the last turn: a key of the store, and what the name of its lock begins with.
const TURN: &str = "mainspring-turn";

/// How often a tab looks whether the writes of the turn before have come: for two seconds or more. Usually they are there
/// at the first look; where somebody cleared the store they never come, and the next turn begins a new count.
const LOOKS: u32 = 10_000;

/// The turn of this tab to change what is kept.
#[derive(Default)]
pub(super) struct Turn {
    /// What waits for it.
    changes: RefCell<Vec<Box<dyn FnOnce()>>>,
    /// Whether it has been asked for.
    asked: Cell<bool>,
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
        if world.disk.is_memory() || !locks::is_there() {
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
            act();
        }
    }

    /// Drops what waits for its turn.
    pub(super) fn forget_changes(&self) {
        self.turn.changes.take();
    }

    async fn take_turn(self: Rc<Self>) {
        let held = locks::hold(STORE, Way::Wait, Box::new(|| {})).await;
        let mut number = self.turn_before().await;
        while !self.turn.changes.borrow().is_empty() {
            number += 1;
            self.do_changes();
            self.leave_mark(number).await;
        }
        self.turn.asked.set(false);
        drop(held);
    }

    /// The number of the last turn of any tab, once all that was written in it is here.
    async fn turn_before(&self) -> u32 {
        let (mut here, mut last) = (0, 0);
        for _ in 0..LOOKS {
            last = locks::highest(TURN).await;
            here = self.disk.get(TURN).ok().flatten().and_then(|text| text.parse().ok()).unwrap_or_default();
            if here >= last {
                break;
            }
        }
        here.max(last)
    }

    /// Leaves the number of this turn to the next one; none where nothing is stored.
    async fn leave_mark(&self, number: u32) {
        if !self.disk.has_ours() {
            let _ = self.disk.remove(TURN);
            return;
        }
        let number = number.to_string();
        // Without room for it the next tab does not wait for long.
        let _ = self.disk.set(TURN, &number);
        let mark = locks::hold(&(TURN.to_owned() + &number), Way::IfFree, Box::new(|| {})).await;
        self.turn.mark.replace(mark);
    }
}
