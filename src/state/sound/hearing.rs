//! What the system takes and gives, in a running session: the sound and the voice. Each is asked for again as soon as it may be
//! had, and while it cannot be had the runner is told. In the lazy chunk.

use super::Sound;
use crate::browser::audio::Changes;
use crate::browser::clock;
use crate::browser::{audio_session, document, speech};
use crate::domain::session::Session;
use crate::domain::sound::{self, Moment};
use crate::domain::units::Timestamp;
use crate::state::day::clock_now;
use crate::text::{self, player};
use leptos::prelude::{ArcRwSignal, Get, GetUntracked, Set, WithUntracked};
use leptos::task::spawn_local;
use std::cell::{Cell, OnceCell};
use std::time::Duration;

/// Time limit for the sound to begin before the runner is told.
const GRACE: Duration = Duration::from_millis(1_500);
/// An audio clock that does not move for so long stands.
const STANDS: Duration = Duration::from_millis(500);
/// What was taken again sooner than this is not asked for at once. Milliseconds.
const AGAIN: i64 = 1_000;
/// An audio clock that stood for longer than this is behind what was planned on it. Milliseconds.
const BEHIND: i64 = 100;

/// True if the running session is heard.
#[derive(Default)]
pub(super) struct Hearing {
    silent: ArcRwSignal<bool>,
    changes: OnceCell<Changes>,
    /// True if the sound was there: a sound that never was is not asked for without a tap.
    was_heard: Cell<bool>,
    /// Since when it is gone.
    gone: Cell<Option<Timestamp>>,
    /// When it was last asked for without a tap.
    asked: Cell<Option<Timestamp>>,
    told_of_voice: Cell<bool>,
    is_watched: Cell<bool>,
}

impl Hearing {
    fn show(&self, silent: bool) {
        if self.silent.get_untracked() != silent {
            self.silent.set(silent);
        }
    }
}

/// True where the device has a silent switch that the page can ask to be heard in spite of.
#[must_use]
pub fn has_silent_switch() -> bool {
    audio_session::is_there()
}

impl Sound {
    /// True while the running session should be heard and is not. Reads reactively.
    #[must_use]
    pub fn is_silent(&'static self) -> bool {
        self.hearing.silent.get()
    }

    /// Opens the sound in answer to a tap, and hears what becomes of it.
    pub(super) fn unlock_sound(&'static self) {
        let hearing = &self.hearing;
        self.speaker.unlock();
        self.speaker.tell(hearing.changes.get_or_init(|| Changes::new(move || self.check_sound())));
        if !hearing.is_watched.replace(true) {
            document::on_tap(move || self.hear_again());
        }
    }

    /// Takes the sound up for a session that was found, where the browser allows it without a tap.
    pub(in crate::state) fn take_up_sound(&'static self) {
        if self.wants_sound() {
            self.unlock_sound();
            self.check_sound();
        }
    }

    /// Any tap brings the sound back.
    fn hear_again(&'static self) {
        if self.hearing.gone.get().is_some() && self.player.is_running() {
            self.unlock();
            if self.choices.settings.with_untracked(|settings| settings.pocket) {
                self.retell();
            }
        }
    }

    fn wants_sound(&'static self) -> bool {
        let is_on = self.choices.settings.with_untracked(|settings| settings.sound && settings.volume.get() > 0);
        is_on && self.player.is_running() && !self.is_in_pocket()
    }

    /// Looks whether the session is heard; if not, asks for the sound again or tells the runner.
    pub(in crate::state) fn check_sound(&'static self) {
        let (hearing, now) = (&self.hearing, clock_now());
        let runs = self.speaker.is_running();
        if runs || !self.wants_sound() {
            hearing.was_heard.set(hearing.was_heard.get() || runs);
            hearing.show(false);
            if hearing.gone.take().is_some_and(|since| now.ms_since(since) > BEHIND) {
                self.retell();
            }
            return;
        }
        if hearing.gone.get().is_none() {
            hearing.gone.set(Some(now));
            spawn_local(async move {
                clock::sleep_awake(GRACE).await;
                self.tell_silent(now);
            });
        }
        if hearing.was_heard.get() && hearing.asked.get().is_none_or(|asked| now.ms_since(asked).abs() >= AGAIN) {
            hearing.asked.set(Some(now));
            self.speaker.wake();
        }
    }

    /// Tells the runner where the sound that is gone `since` then is still to be had by a tap alone.
    fn tell_silent(&'static self, since: Timestamp) {
        let hearing = &self.hearing;
        if hearing.gone.get() != Some(since) {
            return;
        }
        let is_silent = self.wants_sound() && !self.speaker.is_running();
        if is_silent && !hearing.silent.get_untracked() {
            self.notices.announce(player::no_sound());
        }
        hearing.show(is_silent);
    }

    /// Looks, on return to the page, whether the audio clock moves: after a call it can say that it runs and stand. Then
    /// another one is opened.
    pub(in crate::state) fn check_audio_clock(&'static self) {
        spawn_local(async move {
            let read = || self.speaker.seconds().filter(|_| self.speaker.is_running());
            let Some(before) = read() else { return };
            clock::sleep_awake(STANDS).await;
            if read().is_some_and(|after| after <= before) {
                self.speaker.close();
                if self.wants_sound() {
                    self.unlock_sound();
                    self.retell();
                }
            }
        });
    }

    /// True if the device says aloud what happens, and the runner can hear it.
    fn speaks(&'static self) -> bool {
        let is_on = self
            .choices
            .settings
            .with_untracked(|settings| settings.sound && settings.voice && settings.volume.get() > 0);
        is_on && speech::is_there()
    }

    /// True if the voice says with which words the present phase of `session` begins: a screen reader need not.
    pub(in crate::state) fn voice_opens(&'static self, session: &Session) -> bool {
        let opens = |spoken: &sound::Spoken| spoken.at_ms == 0 && spoken.moment == Moment::Opening;
        self.speaks() && sound::spoken(session, clock_now()).iter().any(opens)
    }

    /// Tells a screen reader, once, that it is the voice that speaks: it does not repeat what that says.
    pub(in crate::state) fn tell_of_voice(&'static self, session: &Session) {
        if self.voice_opens(session) && !self.hearing.told_of_voice.replace(true) {
            self.announce_in(session, player::voice_speaks().to_owned());
        }
    }

    /// Has the voice say `words`. If it cannot, a screen reader gets those with which a phase begins.
    pub(super) fn say_aloud(&'static self, words: &str, volume: u8) {
        let said = words.to_owned();
        let unheard = move || {
            let session = self.player.session.get_untracked();
            if let Some(session) = session.filter(|session| text::speech::words(session, Moment::Opening) == said) {
                self.announce_in(&session, said.clone());
                self.schedule_tick(clock_now());
            }
        };
        speech::say(words, volume, Box::new(unheard));
    }
}
