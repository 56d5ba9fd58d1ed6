//! How a running session is told: tones, words, vibration, a flash, and the few words of a screen reader. What is told and
//! when is the domain's; this file knows which doors there are. In the lazy chunk.

use super::hearing::Hearing;
use super::pocket::Pocket;
use super::{App, clock_now};
use crate::browser::audio::Tone;
use crate::browser::audio_session::{self, Manner};
use crate::browser::{speech, vibration};
use crate::domain::session::{Cue, Session};
use crate::domain::settings::Toggle;
use crate::domain::sound::{self, Announcer, Moment, Offer, Sound, Wants};
use crate::domain::units::Timestamp;
use leptos::prelude::{Dispose, GetUntracked, RwSignal, Set, StoredValue, Update, WithUntracked, on_cleanup};
use std::cell::{Cell, RefCell};

/// What comes this late is not told any more: the page slept. Milliseconds.
const STALE: i64 = 1_000;

/// What is still to be told, and the doors of pocket mode.
pub(super) struct Telling {
    /// Of the present phase, in no particular order.
    coming: RefCell<Vec<(Timestamp, Deed)>>,
    announcer: RefCell<Announcer>,
    /// When the announcer has something to announce.
    announces: Cell<Option<Timestamp>>,
    manner: Cell<Manner>,
    pub(super) pocket: RefCell<Option<Pocket>>,
    /// Whether a tap has allowed pocket mode to play, and the browser has not refused since.
    pub(super) may_play: Cell<bool>,
    pub(super) told_refusal: Cell<bool>,
    pub(super) hearing: Hearing,
}

/// What happens at a moment, beside the tones: those are on the audio clock already.
#[derive(Clone)]
enum Deed {
    Show(Sound),
    Say(String),
}

impl Telling {
    fn new() -> Self {
        Self {
            coming: RefCell::default(),
            announcer: RefCell::default(),
            announces: Cell::new(None),
            manner: Cell::new(Manner::Auto),
            pocket: RefCell::default(),
            may_play: Cell::new(false),
            told_refusal: Cell::new(false),
            hearing: Hearing::default(),
        }
    }

    /// When the next thing is to be told, beside the tones.
    pub(super) fn next(&self) -> Option<Timestamp> {
        let coming = self.coming.borrow();
        coming.iter().map(|(at, _)| *at).chain(self.announces.get()).min()
    }

    /// Tells the device how the page's sound is to live with others'; only what is new.
    pub(super) fn behave(&self, manner: Manner) {
        if self.manner.replace(manner) != manner {
            // Where the browser knows no such thing, it mixes as it always does.
            let _ = audio_session::ask(manner);
        }
    }
}

impl App {
    /// What is still to be told. It lives as long as the page: so the first load need not know how to
    /// drop it.
    pub(super) fn telling(self) -> &'static Telling {
        self.world().telling.get_or_init(|| Box::leak(Box::new(Telling::new())))
    }

    /// Whether the device has a voice for the page's language, as long as the present view lives.
    #[must_use]
    pub fn has_voice(self) -> RwSignal<bool> {
        let there = RwSignal::new(speech::is_there());
        let held = StoredValue::new_local(speech::Arrivals::listen(move || there.set(speech::is_there())));
        on_cleanup(move || held.dispose());
        there
    }

    /// Lets sound begin, and pocket mode where it was not refused; from within a tap.
    pub(super) fn unlock(self) {
        self.unlock_sound();
        let telling = self.telling();
        if !telling.told_refusal.get() {
            telling.may_play.set(true);
        }
    }

    /// Turns a choice of the player's on or off, in answer to a tap. Where the browser refused pocket mode before, turning
    /// it on lets it try again, and tells a refusal again.
    pub fn switch(self, toggle: Toggle, on: bool) {
        if on && toggle == Toggle::Pocket {
            let telling = self.telling();
            telling.told_refusal.set(false);
            telling.may_play.set(true);
        }
        self.choose(move |settings| settings.with(toggle, on));
    }

    /// Lets the voice begin, and pocket mode again; from within the tap that starts a session or goes on with it.
    pub(super) fn unlock_all(self) {
        self.unlock_sound();
        self.telling().may_play.set(true);
        if self.settings.with_untracked(|settings| settings.sound && settings.voice) {
            speech::unlock();
        }
    }

    /// Tells `session`, which has moved: what is planned, shown and said from now on, and `at_once` what a tap sounds.
    pub(super) fn tell_phase(self, session: &Session, at_once: Option<Sound>) {
        self.plan_telling(session, at_once, true);
        self.tell_due();
    }

    /// Tells the open session by settings that have changed, or after the page has slept.
    pub(super) fn retell(self) {
        let watching = self.watching.get_untracked();
        if let Some(session) = self.session.with_untracked(Clone::clone).filter(|_| !watching) {
            self.plan_telling(&session, None, false);
            self.check_sound();
            self.schedule_tick(clock_now());
        }
    }

    /// Plans the rest of the phase; with the words of its beginning where it `begins`.
    fn plan_telling(self, session: &Session, at_once: Option<Sound>, begins: bool) {
        let now = clock_now();
        self.plan_sounds(session, now, at_once);
        let speaks = self.settings.with_untracked(|settings| settings.sound && settings.voice);
        if !speaks || session.paused().is_some() {
            speech::hush();
            return;
        }
        let says = sound::spoken(session, now).into_iter().filter(|spoken| begins || spoken.at_ms > 0);
        let says = says.map(|spoken| (now.plus_ms(spoken.at_ms), Deed::Say(spoken.words)));
        self.telling().coming.borrow_mut().extend(says);
    }

    /// Puts the tones of the phase on the audio clock, or into the track of pocket mode, and what is shown with them into
    /// what comes.
    fn plan_sounds(self, session: &Session, now: Timestamp, at_once: Option<Sound>) {
        let (telling, world) = (self.telling(), self.world());
        let (on, volume, tempo) = self.settings.with_untracked(|s| (s.sound, s.volume.get(), s.tempo));
        let is_heard_on_silent = self.settings.with_untracked(|s| s.on_silent);
        let wants = Wants { beeps: true, halfway: true, tempo };
        let heard = sound::plan(session, now, wants);
        let in_pocket = self.keep_track(session, now, wants, at_once);
        telling.behave(match in_pocket {
            true => Manner::Playback,
            false if on && is_heard_on_silent && !session.is_finished() => Manner::Playback,
            false if on && !session.is_finished() => Manner::Transient,
            false => Manner::Auto,
        });
        world.speaker.set_volume(volume);
        if !on || in_pocket || session.paused().is_some() {
            world.speaker.hush();
        } else {
            let notes: Vec<Tone> = heard.iter().flat_map(|heard| tones(heard.at_ms, heard.sound)).collect();
            world.speaker.plan(&notes);
            world.speaker.add(&at_once.into_iter().flat_map(|sound| tones(0, sound)).collect::<Vec<_>>());
        }
        let shows = at_once.map(|sound| (now, Deed::Show(sound))).into_iter();
        let comes = heard.into_iter().map(|heard| (now.plus_ms(heard.at_ms), Deed::Show(heard.sound)));
        telling.coming.replace(shows.chain(comes).collect());
    }

    /// Tells what is due, and nothing that the page has slept through.
    pub(super) fn tell_due(self) {
        let (now, telling) = (clock_now(), self.telling());
        let due: Vec<_> = telling.coming.borrow_mut().extract_if(.., |(at, _)| *at <= now).collect();
        for (_, deed) in due.into_iter().filter(|(at, _)| now.ms_since(*at) < STALE) {
            self.act(deed);
        }
        if telling.announces.get().is_some_and(|at| at <= now) {
            let offer = telling.announcer.borrow_mut().due(now);
            self.take_offer(offer, now);
        }
    }

    fn act(self, deed: Deed) {
        let (shake, flash, volume) = self.settings.with_untracked(|s| (s.vibration, s.flash, s.volume.get()));
        match deed {
            Deed::Say(words) => self.say_aloud(&words, volume),
            Deed::Show(sound) => {
                if flash {
                    self.flash.update(|count| *count += 1);
                }
                if shake {
                    // A device that does not shake is one that does not.
                    let _ = vibration::shake(&sound.shakes());
                }
            }
        }
    }

    /// Tells screen readers of a change of phase.
    pub(super) fn announce_cue(self, session: &Session, cue: Cue) {
        let is_told = matches!(cue, Cue::Go | Cue::Wait | Cue::OtherSide | Cue::Rest);
        if is_told && !self.voice_opens(session) {
            self.announce_in(session, sound::words(session, Moment::Opening));
        }
    }

    /// Says something of the running session to screen readers: few words a phase, and far enough apart.
    pub(super) fn announce_in(self, session: &Session, words: String) {
        let now = clock_now();
        let offer = self.telling().announcer.borrow_mut().offer(now, sound::since(session), words);
        self.take_offer(offer, now);
    }

    /// Whether something said of the running session now would be heard at once.
    pub(super) fn is_free_to_announce(self) -> bool {
        self.telling().announcer.borrow().is_free(clock_now())
    }

    fn take_offer(self, offer: Offer, now: Timestamp) {
        let later = if let Offer::Later(ms) = offer { Some(now.plus_ms(ms)) } else { None };
        self.telling().announces.set(later);
        if let Offer::Now(words) = offer {
            self.notices.announce(words);
        }
    }

    /// No more of the session is told: at once, or once its last sound is over where it is `finished`.
    pub(super) fn fall_silent(self, finished: bool) {
        let telling = self.telling();
        telling.coming.take();
        if !finished {
            telling.announces.set(None);
            self.world().speaker.hush();
            speech::hush();
            self.end_pocket();
        }
        if !self.is_in_pocket() {
            telling.behave(Manner::Auto);
        }
    }
}

/// The tones of `sound`, `at_ms` milliseconds from now.
fn tones(at_ms: i64, sound: Sound) -> impl Iterator<Item = Tone> {
    sound.notes().iter().map(move |note| Tone {
        sound_ms: at_ms,
        after_ms: note.after_ms,
        length_ms: note.length_ms,
        hertz: note.hertz,
        percent: note.percent,
    })
}
