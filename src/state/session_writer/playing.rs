//! The lock of the tab that plays, its right to write, and actions that need both.

use super::SessionWriter;
use crate::browser::clock;
use crate::browser::indexed_db::{Change, Guard};
use crate::browser::locks::{self, LockMode};
use crate::domain::saved::{self, KeyValue};
use crate::state::write_right::{OWNER, Right, WriterAction};
use leptos::prelude::GetUntracked;
use leptos::task::spawn_local;

/// The lock of the open session.
const SESSION: &str = "mainspring-session";

/// Time without a tick after which another tab may have taken over. Milliseconds that have really passed.
pub(super) const SLEPT: f64 = 3_000.0;

impl SessionWriter {
    /// Makes this the tab that plays; true if it succeeded.
    pub(in crate::state) async fn claim(&'static self, way: LockMode) -> bool {
        let plays = || self.disk().is_memory() || self.is_held();
        if !plays() {
            let held = locks::hold(SESSION, way, Box::new(move || self.lose())).await;
            if held.is_some() {
                self.held.replace(held);
            }
        }
        plays()
    }

    /// True if this tab holds the lock of the open session.
    pub(in crate::state) fn is_held(&self) -> bool {
        self.held.borrow().is_some()
    }

    /// True if this tab plays, or is about to.
    pub(in crate::state) fn plays(&self) -> bool {
        self.claiming.get() || self.is_held()
    }

    /// Waits until no tab plays the watched session any more; true then. False if this tab waits already, or the browser has no
    /// locks and so cannot tell.
    pub(in crate::state) async fn wait_until_free(&self) -> bool {
        if !locks::is_there() || self.queued.replace(true) {
            return false;
        }
        // Nobody plays for a moment: the lock is not kept, so that a reloaded tab finds it free again.
        drop(locks::hold(SESSION, LockMode::Wait, Box::new(|| {})).await);
        self.queued.set(false);
        true
    }

    /// Releases the lock once no session is open here, so that other tabs can play.
    pub(in crate::state) fn let_go(&self) {
        if !self.player.has_session() {
            self.held.take();
            self.right.disown(self.disk());
        }
    }

    /// Stops writing: another tab has taken over.
    pub(super) fn lose(&self) {
        self.right.lose();
        self.held.take();
        if let Some(lost) = self.lost.get() {
            lost();
        }
    }

    /// Claims the right to write any open session, at once; from then on no other tab writes.
    pub(in crate::state) async fn take_right(&'static self) {
        self.right.may_write(Guard::Any, 0);
        let (guard, token, _) = self.right.claim();
        let _ = self.disk().set(OWNER, &token);
        self.right.owns.set(true);
        let Some(database) = self.saving.store.journal() else { return };
        let put = vec![Change::Put(saved::PLAYER.to_owned(), token.clone())];
        let outcome = database.write_guarded(saved::PLAYER, guard.clone(), put, Box::new(|_| {})).await;
        self.right.answered(&token, &guard, outcome);
    }

    /// Runs `act` if this tab plays: at once, or after a sleep once it is certain that no other tab has taken over.
    pub(in crate::state) fn while_playing(&'static self, act: impl FnOnce() + 'static) {
        self.while_playing_boxed(Box::new(act));
    }

    fn while_playing_boxed(&'static self, act: WriterAction) {
        let writing = &self.right;
        if let Some(acts) = writing.waiting.borrow_mut().as_mut() {
            return acts.push(act);
        }
        let now = clock::awake_ms();
        let slept = now - writing.looked.replace(now) > SLEPT;
        let plays = self.player.has_session() && !self.player.watching.get_untracked();
        // A store in memory belongs to this tab alone.
        if !slept || !plays || self.disk().is_memory() {
            return act();
        }
        writing.waiting.replace(Some(vec![act]));
        spawn_local(async move {
            let plays = self.still_plays().await;
            let writing = &self.right;
            writing.looked.set(clock::awake_ms());
            let acts = writing.waiting.take().unwrap_or_default();
            if plays {
                for act in acts {
                    act();
                }
            } else {
                self.lose();
            }
        });
    }

    /// True if this tab still plays, according to the stores now.
    pub(super) async fn still_plays(&'static self) -> bool {
        let expected = match self.right.get() {
            Right::Lost => return false,
            Right::Unclaimed(Guard::Any) => return true,
            Right::Unclaimed(Guard::Holds(player)) => player,
            Right::Asked(token, _) | Right::Held(token) => Some(token),
        };
        if let Some(database) = self.saving.store.journal().filter(|_| !self.right.is_stuck.get()) {
            match database.get(saved::PLAYER).await {
                Ok(player) => return player == expected,
                Err(_) => self.right.is_stuck.set(true),
            }
        }
        // By the time of this answer, earlier messages of the browser have arrived.
        locks::highest(OWNER).await;
        let token = expected.unwrap_or_default();
        self.is_held() && (!self.right.owns.get() || self.right.owns(self.disk(), &token))
    }
}
