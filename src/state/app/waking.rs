//! Keeping the screen on while a session runs. Knows nothing of what is on it. In the lazy chunk.

use super::{App, Offer, Tone};
use crate::browser::{document, wake_lock};
use crate::domain::session::{Phase, Session};
use crate::domain::units::Timestamp;
use crate::text::player;
use leptos::prelude::WithUntracked;
use leptos::task::spawn_local;

/// Through a pause as long as this the screen stays on, and as long as this for somebody who does not come. Milliseconds.
const LONG_PAUSE: i64 = 300_000;

impl App {
    /// Asks for the screen to stay on; a refusal is told once.
    pub(super) fn stay_awake(self) {
        spawn_local(async move {
            let lock = wake_lock::request().await;
            let world = self.world();
            if !self.is_running() {
                // She has paused or left while the browser thought about it.
                lock.iter().for_each(wake_lock::release);
                return;
            }
            if let Some(lock) = &lock {
                self.watch_screen(lock);
                world.wake_lock_warned.set(false);
                self.notices.withdraw(player::screen_sleeps());
            } else if !world.wake_lock_warned.replace(true) && document::is_visible() {
                self.notices.tell(Tone::Plain, player::screen_sleeps(), Offer::Nothing);
                self.notices.announce(player::screen_sleeps());
            }
            world.awake.replace(lock).iter().for_each(wake_lock::release);
        });
    }

    /// Lets the screen sleep.
    pub(super) fn sleep(self) {
        self.world().awake.take().iter().for_each(wake_lock::release);
    }

    /// When the present pause, or wait for the runner, is so long that the screen may sleep; it does from then on.
    pub(super) fn sleeps_at(self, now: Timestamp) -> Option<Timestamp> {
        if self.world().awake.borrow().is_none() {
            return None;
        }
        let waits = |session: &Session| match session.phase() {
            Phase::Wait { since, .. } => Some(since),
            _ => None,
        };
        let stands = self.session.with_untracked(|s| s.as_ref().and_then(|s| s.paused().or_else(|| waits(s))))?;
        let at = stands.plus_ms(LONG_PAUSE);
        if at > now {
            return Some(at);
        }
        self.sleep();
        None
    }
}
