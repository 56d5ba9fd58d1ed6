//! The sound of a running session: tones, words, vibration, a flash, and announcements for screen readers. The domain decides
//! on all of them and their moments; this file knows the browser's APIs. In the lazy chunk.

mod hearing;
mod pocket;

pub use hearing::has_silent_switch;
pub(super) use pocket::TrackRequest;

use super::choices::Choices;
use super::day::clock_now;
use super::notices::Notices;
use super::player::Player;
use super::wake_lock::WakeLock;
use crate::browser::audio::{Speaker, Tone};
use crate::browser::audio_session::{self, AudioSessionType};
use crate::browser::clock::Alarm;
use crate::browser::media_session::MediaKey;
use crate::browser::track::TrackEvent;
use crate::browser::{speech, vibration};
use crate::domain::session::{PhaseChange, Session};
use crate::domain::sound::{self, Announcer, Decision, Moment, ToneChoice};
use crate::domain::units::Timestamp;
use crate::text;
use hearing::Hearing;
use leptos::prelude::{Dispose, GetUntracked, RwSignal, Set, StoredValue, Update, WithUntracked, on_cleanup};
use pocket::Pocket;
use std::cell::{Cell, OnceCell, RefCell};
use std::time::Duration;

/// Delay after which a sound or word is dropped, because the page slept. Milliseconds.
const STALE: i64 = 1_000;

/// An event of the device that the running session must answer. The app does so.
pub(super) enum DeviceEvent {
    /// A change of the pocket mode's track: a call stops it, a headphone's key starts it again.
    Track(TrackEvent),
    /// A key of the lock screen was pressed.
    Key(MediaKey),
}

/// The sound of the running session. It lives as long as the page, so that the first load needs no code to drop it.
pub(super) struct SessionSound {
    player: Player,
    choices: Choices,
    notices: Notices,
    wake_lock: &'static WakeLock,
    speaker: &'static Speaker,
    /// The alarm for the next thing to show or to announce.
    pub(super) tick: OnceCell<Alarm>,
    /// Called with the device's events.
    pub(super) asks: OnceCell<Box<dyn Fn(DeviceEvent)>>,
    /// The sounds and words of the present phase still to come, in no particular order.
    coming: RefCell<Vec<(Timestamp, SoundAction)>>,
    announcer: RefCell<Announcer>,
    /// The moment of the announcer's next sentence.
    announces: Cell<Option<Timestamp>>,
    manner: Cell<AudioSessionType>,
    pocket: RefCell<Option<Pocket>>,
    /// True if a tap has allowed pocket mode to play, and the browser has not refused since.
    may_play: Cell<bool>,
    told_refusal: Cell<bool>,
    hearing: Hearing,
}

/// An event at a moment, apart from the tones, which are on the audio clock already.
#[derive(Clone)]
enum SoundAction {
    Show(sound::Sound),
    Say(String),
}

impl SessionSound {
    pub(super) fn new(
        (player, choices, notices): (Player, Choices, Notices),
        wake_lock: &'static WakeLock,
        speaker: &'static Speaker,
    ) -> Self {
        Self {
            player,
            choices,
            notices,
            wake_lock,
            speaker,
            tick: OnceCell::new(),
            asks: OnceCell::new(),
            coming: RefCell::default(),
            announcer: RefCell::default(),
            announces: Cell::new(None),
            manner: Cell::new(AudioSessionType::Auto),
            pocket: RefCell::default(),
            may_play: Cell::new(false),
            told_refusal: Cell::new(false),
            hearing: Hearing::default(),
        }
    }

    /// The moment of the next event, apart from the tones.
    fn next(&self) -> Option<Timestamp> {
        let coming = self.coming.borrow();
        coming.iter().map(|(at, _)| *at).chain(self.announces.get()).min()
    }

    /// Sets how the page's sound mixes with that of other apps, if that has changed.
    fn behave(&self, manner: AudioSessionType) {
        if self.manner.replace(manner) != manner {
            // A browser without this API mixes as it always does.
            let _ = audio_session::ask(manner);
        }
    }

    fn ask(&self, asked: DeviceEvent) {
        if let Some(asks) = self.asks.get() {
            asks(asked);
        }
    }

    /// Unlocks sound, and pocket mode if it was not refused; from within a tap.
    pub(super) fn unlock(&'static self) {
        self.unlock_sound();
        if !self.told_refusal.get() {
            self.may_play.set(true);
        }
    }

    /// Allows pocket mode another try after a refusal, and another notice of a refusal.
    pub(super) fn try_pocket_again(&self) {
        self.told_refusal.set(false);
        self.may_play.set(true);
    }

    /// Unlocks the voice, and pocket mode again; from within the tap that starts or resumes a session.
    pub(super) fn unlock_all(&'static self) {
        self.unlock_sound();
        self.may_play.set(true);
        if self.choices.settings.with_untracked(|settings| settings.sound && settings.voice) {
            speech::unlock();
        }
    }

    /// Schedules the sound of `session`, which has moved, and plays `at_once`, the sound of a tap.
    pub(super) fn tell_phase(&'static self, session: &Session, at_once: Option<sound::Sound>) {
        self.plan_telling(session, at_once, true);
        self.tell_due();
    }

    /// Schedules the open session's sound anew, after settings have changed or the page has slept.
    pub(super) fn retell(&'static self) {
        let watching = self.player.watching.get_untracked();
        if let Some(session) = self.player.session.with_untracked(Clone::clone).filter(|_| !watching) {
            self.plan_telling(&session, None, false);
            self.check_sound();
            self.schedule_tick(clock_now());
        }
    }

    /// Schedules the rest of the phase, including its first words if it `begins`.
    fn plan_telling(&'static self, session: &Session, at_once: Option<sound::Sound>, begins: bool) {
        let now = clock_now();
        self.plan_sounds(session, now, at_once);
        let speaks = self.choices.settings.with_untracked(|settings| settings.sound && settings.voice);
        if !speaks || session.paused().is_some() {
            speech::hush();
            return;
        }
        let counts = self.choices.settings.with_untracked(|settings| settings.count);
        let counted = if counts { sound::counted_aloud(session, now) } else { Vec::new() };
        let says = sound::spoken(session, now).into_iter().chain(counted).filter(|said| begins || said.at_ms > 0);
        let says =
            says.map(|said| (now.plus_ms(said.at_ms), SoundAction::Say(text::speech::words(session, said.moment))));
        self.coming.borrow_mut().extend(says);
    }

    /// Schedules the tones of the phase on the audio clock or in the track of pocket mode, and their flashes and vibration as
    /// events.
    fn plan_sounds(&'static self, session: &Session, now: Timestamp, at_once: Option<sound::Sound>) {
        let (on, volume, tempo) = self.choices.settings.with_untracked(|s| (s.sound, s.volume.get(), s.tempo));
        let is_heard_on_silent = self.choices.settings.with_untracked(|s| s.on_silent);
        let wants = ToneChoice { beeps: true, halfway: true, tempo };
        let mut heard = sound::plan(session, now, wants);
        let in_pocket = self.keep_track(session, now, wants, at_once);
        self.behave(match in_pocket {
            true => AudioSessionType::Playback,
            false if on && is_heard_on_silent && !session.is_finished() => AudioSessionType::Playback,
            false if on && !session.is_finished() => AudioSessionType::Transient,
            false => AudioSessionType::Auto,
        });
        if !in_pocket && self.choices.settings.with_untracked(|settings| settings.count) {
            // The tempo ticks at each repetition anyway.
            let ticks = sound::count_ticks(session, now, self.speaks());
            heard.extend(ticks.into_iter().filter(|tick| !tempo || tick.sound == sound::Sound::Turn));
        }
        self.speaker.set_volume(volume);
        if !on || in_pocket || session.paused().is_some() {
            self.speaker.hush();
        } else {
            let notes: Vec<Tone> = heard.iter().flat_map(|heard| tones(heard.at_ms, heard.sound)).collect();
            self.speaker.plan(&notes);
            self.speaker.add(&at_once.into_iter().flat_map(|sound| tones(0, sound)).collect::<Vec<_>>());
        }
        let shows = at_once.map(|sound| (now, SoundAction::Show(sound))).into_iter();
        let comes = heard.into_iter().map(|heard| (now.plus_ms(heard.at_ms), SoundAction::Show(heard.sound)));
        self.coming.replace(shows.chain(comes).collect());
    }

    /// Runs the events that are due; those that the page has slept through are dropped.
    pub(super) fn tell_due(&'static self) {
        let now = clock_now();
        let due: Vec<_> = self.coming.borrow_mut().extract_if(.., |(at, _)| *at <= now).collect();
        for (_, deed) in due.into_iter().filter(|(at, _)| now.ms_since(*at) < STALE) {
            self.act(deed);
        }
        if self.announces.get().is_some_and(|at| at <= now) {
            let offer = self.announcer.borrow_mut().due(now);
            self.announce_decided(offer, now);
        }
    }

    fn act(&'static self, deed: SoundAction) {
        let (shake, flash, volume) = self.choices.settings.with_untracked(|s| (s.vibration, s.flash, s.volume.get()));
        match deed {
            SoundAction::Say(words) => self.say_aloud(&words, volume),
            SoundAction::Show(sound) => {
                if flash {
                    self.player.flash.update(|count| *count += 1);
                }
                if shake {
                    // A device without a motor does not vibrate; that is no error.
                    let _ = vibration::vibrate(&sound.vibration());
                }
            }
        }
    }

    /// Announces a change of phase to screen readers.
    pub(super) fn announce_cue(&'static self, session: &Session, cue: PhaseChange) {
        let is_told = matches!(cue, PhaseChange::Go | PhaseChange::Wait | PhaseChange::OtherSide | PhaseChange::Rest);
        if !is_told {
            return;
        }
        let opening = (!self.voice_opens(session)).then(|| text::speech::words(session, Moment::Opening));
        let parts: Vec<String> = opening.into_iter().chain(text::session::question_words(session)).collect();
        if !parts.is_empty() {
            self.announce_in(session, parts.join(" "));
        }
    }

    /// Announces a sentence on a session just begun, once the heading of its page was read.
    pub(super) fn announce_soon(&'static self, session: &Session, words: String) {
        let now = clock_now();
        let decision = self.announcer.borrow_mut().offer_soon(now, sound::since(session), words);
        self.announce_decided(decision, now);
    }

    /// Announces a sentence to screen readers at once, however soon after another one.
    pub(super) fn announce_at_once(&'static self, words: String) {
        self.announcer.borrow_mut().give_at_once(clock_now());
        self.notices.announce(words);
    }

    /// Announces how `session` stands, unless something was announced just now: a dialog over it is closed.
    pub(super) fn announce_state(&'static self, session: &Session) {
        if !self.announcer.borrow().has_just_told(clock_now()) {
            self.announce_at_once(text::session::state_words(session));
        }
    }

    /// Drops what waits to be announced: the runner has left the player.
    pub(super) fn drop_words(&'static self) {
        self.announcer.take();
        self.announces.set(None);
    }

    /// Announces a sentence on the running session to screen readers: few words a phase, and far enough apart.
    pub(super) fn announce_in(&'static self, session: &Session, words: String) {
        let now = clock_now();
        let decision = self.announcer.borrow_mut().offer(now, sound::since(session), words);
        self.announce_decided(decision, now);
    }

    fn announce_decided(&'static self, decision: Decision, now: Timestamp) {
        let later = if let Decision::Later(ms) = decision { Some(now.plus_ms(ms)) } else { None };
        self.announces.set(later);
        if let Decision::Now(words) = decision {
            self.notices.announce(words);
        }
    }

    /// Ends the sound of the session: at once, or after its last sound if it is `finished`.
    pub(super) fn fall_silent(&'static self, finished: bool) {
        self.coming.take();
        if !finished {
            self.announces.set(None);
            self.speaker.hush();
            speech::hush();
            self.end_pocket();
        }
        if !self.is_in_pocket() {
            self.behave(AudioSessionType::Auto);
        }
    }

    /// Schedules the next tick, for the next thing to show or to announce and for letting the screen sleep; none if no tab
    /// plays the session any more.
    pub(super) fn schedule_tick(&self, now: Timestamp) {
        let paused = self.player.session.with_untracked(|s| s.as_ref().is_some_and(Session::is_paused));
        let shows = self.player.session.with_untracked(|s| s.as_ref().and_then(|s| s.next_change(now)));
        let shows = shows.filter(|_| !self.player.left.get_untracked());
        let told = self.next().filter(|_| !paused);
        let ms = |at: Timestamp| u64::try_from(at.ms_since(now)).unwrap_or(0);
        let next = [shows, told.map(ms), self.wake_lock.sleeps_at(now).map(ms)].into_iter().flatten().min();
        if let Some(tick) = self.tick.get() {
            next.map_or_else(|| tick.silence(), |ms| tick.set(Duration::from_millis(ms)));
        }
    }

    /// Cancels the next tick: no session is open.
    pub(super) fn stop_ticking(&self) {
        self.tick.get().into_iter().for_each(Alarm::silence);
    }
}

/// A signal, for as long as the present view lives: true if the device has a voice for the page's language.
#[must_use]
pub fn has_voice() -> RwSignal<bool> {
    let there = RwSignal::new(speech::is_there());
    let held = StoredValue::new_local(speech::Arrivals::listen(move || there.set(speech::is_there())));
    on_cleanup(move || held.dispose());
    there
}

/// The tones of `sound`, `at_ms` milliseconds from now.
fn tones(at_ms: i64, sound: sound::Sound) -> impl Iterator<Item = Tone> {
    sound.notes().iter().map(move |note| Tone {
        sound_ms: at_ms,
        after_ms: note.after_ms,
        length_ms: note.length_ms,
        hertz: note.hertz,
        percent: note.percent,
    })
}
