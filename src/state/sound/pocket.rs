//! Pocket mode: the rest of the session plays as one track, which goes on with the screen locked and answers the lock screen's
//! keys. In the lazy chunk.

use super::{DeviceEvent, SessionSound};
use crate::browser::audio_session::AudioSessionType;
use crate::browser::media_session::{MediaKey, MediaKeys};
use crate::browser::track::{TrackEvent, TrackPlayer};
use crate::domain::session::{Event, Session};
use crate::domain::sound::{self, Heard, ToneChoice, Track};
use crate::domain::units::Timestamp;
use crate::state::day::clock_now;
use crate::state::notices::{NoticeKind, Offer};
use crate::text::{player, session, units};
use leptos::prelude::WithUntracked;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A track that differs from the session's clock by more than this is corrected. Milliseconds.
const DRIFT: i64 = 50;
/// Later than any moment.
const NEVER: Timestamp = Timestamp(i64::MAX);

/// The playing track, and the media keys. Silences the track and releases the keys when dropped.
#[derive(Clone)]
pub(super) struct Pocket(Rc<Inner>);

struct Inner {
    player: TrackPlayer,
    keys: Option<MediaKeys>,
    loaded: RefCell<Option<LoadedTrack>>,
    /// The moment since which the track has played without a stop; the end of time while it is paused.
    from: Cell<Timestamp>,
    /// The number of play and pause requests: a refusal counts only as the answer to the last one.
    told: Cell<u32>,
}

struct LoadedTrack {
    track: Track,
    volume: u8,
    /// The moment of its beginning, by the session's clock.
    zero: Timestamp,
    /// The track's position when the session was paused. Milliseconds.
    held: Option<i64>,
}

/// A change of the session that the track asks for.
pub(in crate::state) enum TrackRequest {
    /// The track has come to its end: advance the session to now, and schedule its sound again.
    Advance,
    /// The runner used a key of the device.
    Say(Event),
}

impl SessionSound {
    /// True if the session follows the track: then sets that the runner ends take their tempo's time.
    pub(in crate::state) fn is_in_pocket(&'static self) -> bool {
        self.pocket.borrow().is_some()
    }

    /// The moment since which the session follows the track; `None` if it does not, or is paused.
    pub(in crate::state) fn keeps_time_from(&'static self, now: Timestamp) -> Option<Timestamp> {
        self.pocket.borrow().as_ref().map(|pocket| pocket.from(now))
    }

    /// Plays `session` from `now` on as a track if pocket mode is on; true if it plays.
    pub(super) fn keep_track(
        &'static self,
        session: &Session,
        now: Timestamp,
        wants: ToneChoice,
        at_once: Option<sound::Sound>,
    ) -> bool {
        let (on, volume) =
            self.choices.settings.with_untracked(|s| (s.pocket, if s.sound { s.volume.get() } else { 0 }));
        if session.is_finished() && at_once.is_none() && self.is_in_pocket() {
            // The session's last sound is in the track.
            return true;
        }
        if !on || session.is_finished() || !self.may_play.get() {
            self.end_pocket();
            return false;
        }
        if !self.is_in_pocket() {
            self.pocket.replace(Pocket::open(self));
        }
        let Some(pocket) = self.pocket.borrow().clone() else { return false };
        pocket.describe(session);
        if session.paused().is_some() {
            pocket.hold(now);
            return true;
        }
        let mut track = sound::track(session, now, pocket.from(now), wants);
        if track.length_ms > 0 {
            track.cues.extend(at_once.map(|sound| Heard { at_ms: 0, sound }));
        }
        let tells = track.length_ms > 0 || at_once.is_none();
        if pocket.take(track, volume, now, at_once.is_some()) {
            spawn_local(self.play(pocket));
        }
        tells
    }

    /// Corrects the track's position by the session's clock, on return to the page.
    pub(in crate::state) fn align_pocket(&'static self) {
        let pocket = self.pocket.borrow().clone();
        if let Some(pocket) = pocket.filter(|_| self.player.is_running()) {
            pocket.align(clock_now());
        }
    }

    /// Stops the track and releases the keys. A key may be calling this: it is dropped after that.
    pub(super) fn end_pocket(&'static self) {
        if let Some(pocket) = self.pocket.take() {
            pocket.stop();
            spawn_local(async move { drop(pocket) });
        }
    }

    async fn play(&'static self, pocket: Pocket) {
        let (told, plays) = pocket.play();
        let plays = plays.await;
        if told != pocket.0.told.get() {
            return;
        }
        if plays {
            pocket.align(clock_now());
            return;
        }
        self.may_play.set(false);
        if !self.told_refusal.replace(true) {
            self.notices.tell(NoticeKind::Plain, player::pocket_refused(), Offer::Nothing);
        }
        self.retell();
    }

    /// Answers a change of the track by the device.
    pub(in crate::state) fn answer_track(&'static self, happening: TrackEvent) -> Option<TrackRequest> {
        let pocket = self.pocket.borrow().clone()?;
        let paused =
            self.player.session.with_untracked(|session| session.as_ref().map(|session| session.paused().is_some()));
        match (happening, paused) {
            (TrackEvent::Ended, None) => {
                self.end_pocket();
                self.behave(AudioSessionType::Auto);
                None
            }
            (TrackEvent::Ended, Some(false)) => {
                pocket.0.loaded.take();
                Some(TrackRequest::Advance)
            }
            (TrackEvent::Paused, Some(false)) if pocket.was_stopped() => Some(TrackRequest::Say(Event::Pause)),
            (TrackEvent::Going, Some(true)) if !pocket.0.player.is_paused() => Some(TrackRequest::Say(Event::Resume)),
            _ => None,
        }
    }

    /// The event of the session for a key of the lock screen.
    pub(in crate::state) fn event_of(&self, key: MediaKey) -> Option<Event> {
        let onward =
            || self.player.session.with_untracked(|s| s.as_ref().map(|session| Event::onward(session, clock_now())));
        match key {
            MediaKey::Play => Some(Event::Resume),
            MediaKey::Pause => Some(Event::Pause),
            MediaKey::Previous => Some(Event::Back),
            MediaKey::Next => onward(),
        }
    }
}

impl Pocket {
    fn open(sound: &'static SessionSound) -> Option<Self> {
        let player = TrackPlayer::new(move |happening| sound.ask(DeviceEvent::Track(happening)))?;
        let keys = MediaKeys::take(move |key| sound.ask(DeviceEvent::Key(key)));
        let (loaded, from, told) = (RefCell::new(None), Cell::new(NEVER), Cell::new(0));
        Some(Self(Rc::new(Inner { player, keys, loaded, from, told })))
    }

    /// Notes the moment since which it plays without a stop: now, if it stood. A clock set back moves it along.
    fn from(&self, now: Timestamp) -> Timestamp {
        let from = self.0.from.get().min(now);
        self.0.from.set(from);
        from
    }

    /// Sets the lock screen's words: the exercise and its side above the dose.
    fn describe(&self, session: &Session) {
        let Some(keys) = &self.0.keys else { return };
        let step = session.step();
        let amount = step.target.get();
        let dose = [&amount.to_string(), " ", units::word(amount.into(), step.measure)].concat();
        keys.describe(&session::set_words(step), &dose);
        keys.set_playing(session.paused().is_none());
    }

    /// Pauses with the session.
    fn hold(&self, now: Timestamp) {
        if let Some(loaded) = self.0.loaded.borrow_mut().as_mut() {
            loaded.held.get_or_insert(now.ms_since(loaded.zero));
        }
        self.0.from.set(NEVER);
        self.stop();
    }

    fn stop(&self) {
        self.0.told.update(|told| told + 1);
        self.0.player.pause();
    }

    /// Plays `track` from `now`; renders it `anew` if it is not the loaded one. True if it is to play.
    fn take(&self, track: Track, volume: u8, now: Timestamp, anew: bool) -> bool {
        let player = &self.0.player;
        let mut held = self.0.loaded.borrow_mut();
        if let Some(loaded) = held.as_mut().filter(|loaded| !anew && loaded.volume == volume) {
            let at = loaded.held.unwrap_or(now.ms_since(loaded.zero));
            if loaded.track.goes_on(at, &track) {
                loaded.zero = now.plus_ms(-at);
                loaded.held = None;
                return player.is_paused() && at < loaded.track.length_ms;
            }
        }
        if track.length_ms == 0 || !player.load(track.wav(volume), "audio/wav") {
            self.stop();
            *held = None;
            return false;
        }
        self.0.keys.iter().for_each(|keys| keys.set_position(0, u32::try_from(track.length_ms).unwrap_or(0)));
        *held = Some(LoadedTrack { track, volume, zero: now, held: None });
        true
    }

    fn play(&self) -> (u32, impl Future<Output = bool> + use<>) {
        self.0.told.update(|told| told + 1);
        (self.0.told.get(), self.0.player.play())
    }

    /// Seeks to the session's clock.
    fn align(&self, now: Timestamp) {
        let loaded = self.0.loaded.borrow();
        let Some(loaded) = loaded.as_ref().filter(|loaded| loaded.held.is_none()) else { return };
        let at = now.ms_since(loaded.zero);
        if (self.0.player.position_ms() - at).abs() > DRIFT && at < loaded.track.length_ms {
            self.0.player.seek(u32::try_from(at).unwrap_or(0));
        }
    }

    /// True if it is paused before its end.
    fn was_stopped(&self) -> bool {
        let length = self.0.loaded.borrow().as_ref().map_or(0, |loaded| loaded.track.length_ms);
        self.0.player.is_paused() && self.0.player.position_ms() + DRIFT < length
    }
}
