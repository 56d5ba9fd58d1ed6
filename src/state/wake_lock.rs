//! Keeping the screen on while a session runs. In the lazy chunk.

use super::day::clock_now;
use super::notices::{NoticeKind, Notices, Offer};
use super::player::Player;
use crate::browser::document;
use crate::browser::wake_lock::{self, Releases, Sentinel};
use crate::domain::session::{Phase, Session};
use crate::domain::units::Timestamp;
use crate::text::player;
use leptos::prelude::WithUntracked;
use leptos::task::spawn_local;
use std::cell::{Cell, OnceCell, RefCell};

/// Time for which the screen stays on in a pause, or in a wait for the runner. Milliseconds.
const LONG_PAUSE: i64 = 300_000;
/// A lock that was taken back again sooner than this is not requested at once. Milliseconds.
const AGAIN: i64 = 1_000;

/// The lock that keeps the screen on.
pub(super) struct WakeLock {
    player: Player,
    notices: Notices,
    held: RefCell<Option<Sentinel>>,
    /// True once the runner was told of a refusal.
    is_told: Cell<bool>,
    releases: OnceCell<Releases>,
    /// The moment of the last request after the browser took it back.
    asked: Cell<Option<Timestamp>>,
}

impl WakeLock {
    pub(super) fn new(player: Player, notices: Notices) -> Self {
        let (held, is_told, releases, asked) = (RefCell::default(), Cell::default(), OnceCell::new(), Cell::default());
        Self { player, notices, held, is_told, releases, asked }
    }

    /// True while the screen is kept on.
    pub(super) fn is_held(&self) -> bool {
        self.held.borrow().is_some()
    }

    /// Requests a lock; a refusal is reported once.
    pub(super) fn request(&'static self) {
        spawn_local(async move {
            let lock = wake_lock::request().await;
            if !self.player.is_running() {
                // The runner paused or left while the browser answered.
                lock.iter().for_each(wake_lock::release);
                return;
            }
            if let Some(lock) = &lock {
                self.releases.get_or_init(|| Releases::new(move |lock| self.taken_back(lock))).hear_of(lock);
                self.is_told.set(false);
                self.notices.withdraw(player::screen_sleeps());
            } else if !self.is_told.replace(true) && document::is_visible() {
                self.notices.tell(NoticeKind::Plain, player::screen_sleeps(), Offer::Nothing);
                self.notices.announce(player::screen_sleeps());
            }
            self.held.replace(lock).iter().for_each(wake_lock::release);
        });
    }

    /// Lets the screen sleep.
    pub(super) fn release(&self) {
        self.held.take().iter().for_each(wake_lock::release);
    }

    /// The moment at which the present pause, or wait for the runner, is so long that the screen may sleep; releases the lock
    /// if it is past.
    pub(super) fn sleeps_at(&self, now: Timestamp) -> Option<Timestamp> {
        if !self.is_held() {
            return None;
        }
        let waits = |session: &Session| match session.phase() {
            Phase::Wait { since, .. } => Some(since),
            _ => None,
        };
        let stands =
            self.player.session.with_untracked(|s| s.as_ref().and_then(|s| s.paused().or_else(|| waits(s))))?;
        let at = stands.plus_ms(LONG_PAUSE);
        if at > now {
            return Some(at);
        }
        self.release();
        None
    }

    /// Handles a lock that the browser took back: the page is hidden, or the battery low.
    fn taken_back(&'static self, lock: &Sentinel) {
        let now = clock_now();
        if !self.held.borrow().as_ref().is_some_and(|held| wake_lock::is_same(held, lock)) {
            // It was released here, or there is a newer one.
            return;
        }
        self.held.take();
        let lately = self.asked.replace(Some(now)).is_some_and(|asked| now.ms_since(asked).abs() < AGAIN);
        if !lately && document::is_visible() && self.player.is_running() {
            self.request();
        }
    }
}
