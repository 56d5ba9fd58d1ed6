//! Sound and voice of a running session that the system takes away and gives back. Each is requested again as soon as the
//! browser allows it, and the runner is told while it is missing. In the lazy chunk.

use super::SessionSound;
use crate::browser::audio::StateListener;
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
/// Time without movement after which the audio clock counts as stopped.
const STANDS: Duration = Duration::from_millis(500);
/// Sound that was lost again sooner than this is not requested at once. Milliseconds.
const AGAIN: i64 = 1_000;
/// An audio clock that stood for longer than this is behind its schedule. Milliseconds.
const BEHIND: i64 = 100;

/// The state of the running session's sound.
#[derive(Default)]
pub(super) struct Hearing {
    silent: ArcRwSignal<bool>,
    changes: OnceCell<StateListener>,
    /// True if there was sound: sound that never began is not requested without a tap.
    was_heard: Cell<bool>,
    /// The moment since which it is missing.
    gone: Cell<Option<Timestamp>>,
    /// The moment of the last request without a tap.
    asked: Cell<Option<Timestamp>>,
    /// The moment of the last tick, and the audio clock's seconds then.
    noted: Cell<Option<(Timestamp, f64)>>,
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

/// True if the device has a silent switch that the page can ask to override.
#[must_use]
pub fn has_silent_switch() -> bool {
    audio_session::is_there()
}

impl SessionSound {
    /// True while the running session should be heard and is not. Reads reactively.
    #[must_use]
    pub fn is_silent(&'static self) -> bool {
        self.hearing.silent.get()
    }

    /// Opens the sound in answer to a tap, and follows its state.
    pub(super) fn unlock_sound(&'static self) {
        let hearing = &self.hearing;
        self.speaker.unlock();
        self.speaker.tell(hearing.changes.get_or_init(|| StateListener::new(move || self.check_sound())));
        if !hearing.is_watched.replace(true) {
            document::on_tap(move || self.hear_again());
        }
    }

    /// Opens the sound for a restored session, if the browser allows it without a tap.
    pub(in crate::state) fn take_up_sound(&'static self) {
        if self.wants_sound() {
            self.unlock_sound();
            self.check_sound();
        }
    }

    /// Opens the sound again at any tap.
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

    /// Checks the sound; requests it again if it is missing, or tells the runner.
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

    /// Tells the runner if the sound that is missing `since` then needs a tap.
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

    /// Checks, on return to the page, that the audio clock moves: after a call it can claim to run and stand still. Opens
    /// another one then.
    pub(in crate::state) fn check_audio_clock(&'static self) {
        spawn_local(async move {
            let Some(before) = self.seconds() else { return };
            clock::sleep_awake(STANDS).await;
            if self.seconds().is_some_and(|after| after <= before) {
                self.speaker.close();
                if self.wants_sound() {
                    self.unlock_sound();
                    self.retell();
                }
            }
        });
    }

    fn seconds(&self) -> Option<f64> {
        self.speaker.seconds().filter(|_| self.speaker.is_running())
    }

    /// Notes the audio clock at a tick.
    pub(in crate::state) fn note_sound(&self, now: Timestamp) {
        self.hearing.noted.set(self.seconds().map(|seconds| (now, seconds)));
    }

    /// True if the sound has played on since the last tick: the page was hidden, but did not sleep.
    pub(in crate::state) fn has_sounded(&self, now: Timestamp) -> bool {
        self.hearing.noted.get().zip(self.seconds()).is_some_and(|((at, before), seconds)| {
            #[allow(clippy::cast_possible_truncation, reason = "the milliseconds of a sleep")]
            let played = ((seconds - before) * 1000.0) as i64;
            now.ms_since(at) - played < BEHIND * 10
        })
    }

    /// True if the device speaks, and the runner can hear it.
    pub(super) fn speaks(&'static self) -> bool {
        let is_on = self
            .choices
            .settings
            .with_untracked(|settings| settings.sound && settings.voice && settings.volume.get() > 0);
        is_on && speech::is_there()
    }

    /// True if the voice announces the present phase of `session`, so that a screen reader need not.
    pub(in crate::state) fn voice_opens(&'static self, session: &Session) -> bool {
        let opens = |spoken: &sound::Spoken| spoken.at_ms == 0 && spoken.moment == Moment::Opening;
        self.speaks() && sound::spoken(session, clock_now()).iter().any(opens)
    }

    /// Tells a screen reader what comes, or, once, that the voice speaks and that it will not repeat the same words.
    pub(in crate::state) fn tell_start(&'static self, session: &Session) {
        if !self.voice_opens(session) {
            self.announce_soon(session, text::speech::words(session, Moment::Opening));
        } else if !self.hearing.told_of_voice.replace(true) {
            self.announce_in(session, player::voice_speaks().to_owned());
        }
    }

    /// Speaks `words`. If the voice cannot, a screen reader gets those with which a phase begins.
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
