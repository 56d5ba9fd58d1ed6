//! The open session on screen: showing it, scheduling its sound, removing it.

use super::App;
use crate::domain::place::Place;
use crate::domain::session::{Announcement, Session};
use crate::domain::sound::Sound;
use crate::domain::units::Timestamp;
use crate::state::day::clock_now;
use leptos::prelude::{GetUntracked, Set, WithUntracked};

/// The effects of a change that are carried out once the session is on screen.
#[derive(Default)]
pub(super) struct ScreenChange {
    /// True if the session's position or plan has changed.
    pub(super) changed: bool,
    pub(super) moved: bool,
    pub(super) at_once: Option<Sound>,
    pub(super) announcement: Option<Announcement>,
}

impl ScreenChange {
    /// For a session that was not on screen before.
    pub(super) fn anew() -> Self {
        Self { changed: true, moved: true, ..Self::default() }
    }
}

impl App {
    /// Updates the day for a new place. On any page but the player's nothing more is told of the session.
    pub(super) fn follow_day(self) {
        self.members().day.update();
        if !matches!(self.navigation.place.get_untracked(), Place::Play { .. }) {
            self.sound().drop_words();
        }
    }

    /// True while the running session should be heard and is not. Reads reactively.
    #[must_use]
    pub fn is_silent(self) -> bool {
        self.sound().is_silent()
    }

    /// Shows `next`, and schedules its sound and the next tick.
    pub(super) fn set_session(self, next: Session, shown: &ScreenChange) {
        let (sound, wake_lock) = (self.sound(), self.members().wake_lock);
        let ran =
            self.player.session.with_untracked(|before| before.as_ref().is_some_and(|before| !before.is_paused()));
        let runs = !next.is_paused();
        if shown.changed {
            sound.tell_phase(&next, shown.at_once);
        }
        self.show(next);
        sound.check_sound();
        if runs && (!ran || shown.moved && !wake_lock.is_held()) {
            wake_lock.request();
        }
    }

    /// Shows `next` and schedules the next tick.
    pub(super) fn show(self, next: Session) {
        self.show_at(next, clock_now());
    }

    fn show_at(self, next: Session, now: Timestamp) {
        self.player.now.set(now);
        self.player.session.set(Some(next));
        self.sound().schedule_tick(now);
    }

    /// Shows a session of another tab at the present moment. That tab notices a clock that was set back, so its stored position
    /// is never in the future.
    pub(super) fn show_moving(self, session: Session) {
        let now = clock_now().max(session.seen());
        let (next, _) = session.advance(now);
        self.show_at(next, now);
    }

    /// Removes the session from the screen. Its sound ends at once, or after the last one if it is `finished`.
    pub(super) fn drop_session(self, finished: bool) {
        let sound = self.sound();
        sound.stop_ticking();
        self.player.session.set(None);
        self.player.watching.set(false);
        self.player.left.set(false);
        sound.fall_silent(finished);
        sound.check_sound();
        self.members().wake_lock.release();
    }
}
