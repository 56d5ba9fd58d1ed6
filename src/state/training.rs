//! The running session: commands, the clock that repaints it, and every set kept the moment it is done.

use super::{App, Finished, Offer, Tone, clock_now};
use crate::browser::audio::Tone as Note;
use crate::browser::clock::Alarm;
use crate::browser::keyboard::Keys;
use crate::browser::{document, random, wake_lock};
use crate::domain::catalogue::{self, Level};
use crate::domain::coach;
use crate::domain::log::{self, Performed};
use crate::domain::place::Place;
use crate::domain::routine::Routine;
use crate::domain::saved;
use crate::domain::session::{Cue, Event, Phase, Session, Side, Start};
use crate::domain::settings::Settings;
use crate::domain::sound::Sound;
use leptos::prelude::{Dispose, GetUntracked, Set, StoredValue, Update, WithUntracked, on_cleanup};
use leptos::task::spawn_local;
use std::time::Duration;

impl App {
    /// Begins a session in the tab that plays.
    pub(super) fn start_here(self, routine: &Routine) {
        self.end_now();
        let start = Start { first: &|exercise| self.first_side(exercise), ..Start::of(routine) };
        let Some(session) = Session::start(random::id(), &start, clock_now(), self.offset()) else {
            let text = "There is nothing to train in this routine yet. Add an exercise first.";
            self.tell(Tone::Trouble, text, Offer::Nothing);
            return self.let_go();
        };
        self.finished.set(None);
        self.acknowledged.set(0);
        self.keep_plan(&session);
        let place = play_place(&session);
        self.set_session(session);
        self.stay_awake();
        self.go(place);
    }

    pub(super) fn resume_now(self) {
        let Some(place) = self.session.with_untracked(|s| s.as_ref().map(play_place)) else { return };
        if !self.watching.get_untracked() {
            self.say(Event::Resume);
            self.stay_awake();
        }
        self.go(place);
    }

    /// Leaves the player with the session open: it stands still, and Today offers to go on.
    pub fn leave(self) {
        self.go(Place::Today);
    }

    pub(super) fn end_now(self) {
        if self.watching.get_untracked() {
            return;
        }
        let Some(session) = self.session.get_untracked() else { return };
        self.drop_session();
        let ended = saved::ended_record(&session);
        let performed = Performed::of(&session);
        // At once, so that it is never the next session that is cleared; the journal has all of this one.
        self.check(saved::clear_running(&self.world().disk));
        spawn_local(async move {
            match performed {
                Some(performed) => {
                    self.write_ahead(ended).await;
                    self.fold(performed, Box::new(|_| {}));
                }
                None => self.forget(saved::session_prefix(&session.id)).await,
            }
            self.let_go();
        });
    }

    /// Tells the session what the runner says.
    pub fn say(self, event: Event) {
        let Some(session) = self.session.get_untracked().filter(|_| !self.watching.get_untracked()) else { return };
        let taken_back = if event == Event::Back { session.at.checked_sub(1) } else { None };
        let now = clock_now();
        let (mut next, cues) = session.on(event, now);
        if matches!(event, Event::Swap(_)) && next.step().side == Some(self.first_side(&next.step().exercise).other()) {
            next = next.on(Event::Flip, now).0;
        }
        if let Some(step) = taken_back.filter(|step| next.at == *step) {
            spawn_local(self.forget(saved::step_key(&next, step)));
        }
        self.follow(next, &cues);
    }

    /// Looks at the clock: what it has ended is over.
    pub fn look(self) {
        let Some(session) = self.session.get_untracked() else { return };
        if self.watching.get_untracked() {
            return self.show_moving(session);
        }
        let (next, cues) = session.advance(clock_now());
        self.follow(next, &cues);
    }

    /// Shows and keeps a session that moved: its plan where that changed, then its sets, then where it stands.
    fn follow(self, next: Session, cues: &[Cue]) {
        let replanned = self.session.with_untracked(|s| s.as_ref().is_some_and(|s| s.revision != next.revision));
        if replanned && !next.is_finished() {
            self.keep_plan(&next);
        }
        for cue in cues {
            if let Cue::SetDone(index) = cue {
                self.keep_set(&next, *index);
            }
        }
        self.announce_cues(&next, cues);
        if next.is_finished() {
            self.finish(&next);
        } else {
            self.set_session(next);
        }
    }

    /// Keeps the plan in both places: the journal for sure, the store for the next start without one.
    fn keep_plan(self, session: &Session) {
        self.check(saved::save_running(&self.world().disk, session));
        let head = saved::head_record(session);
        spawn_local(async move {
            self.write_ahead(head).await;
        });
    }

    /// Keeps a set; one that is corrected is written anew and counts once.
    fn keep_set(self, session: &Session, index: usize) {
        let Some(done) = session.done.get(index) else { return };
        let had = |before: &Session| before.done.iter().any(|other| other.step == done.step);
        let corrected = self.session.with_untracked(|before| before.as_ref().is_some_and(had));
        let record = saved::set_record(session, done);
        spawn_local(async move {
            if self.write_ahead(record).await && !corrected {
                self.acknowledged.update(|count| *count += 1);
            }
        });
    }

    fn finish(self, session: &Session) {
        self.drop_session();
        let ended = saved::ended_record(session);
        let Some(performed) = Performed::of(session) else {
            let forgotten = self.forget(saved::session_prefix(&session.id));
            spawn_local(async move {
                forgotten.await;
                self.let_go();
            });
            self.check(saved::clear_running(&self.world().disk));
            self.go(Place::Today);
            return;
        };
        self.read_all();
        let pains = self.pains();
        let sentence = self.log.with_untracked(|log| coach::finish_sentence(&performed, log, &pains));
        self.announce(sentence.clone());
        self.finished.set(Some(Finished { performed: performed.clone(), sentence, kept: false }));
        let told = move |kept| {
            let kept = kept && !self.world().disk.is_memory();
            self.finished.update(|finished| finished.iter_mut().for_each(|finished| finished.kept = kept));
        };
        self.fold(performed, Box::new(told));
        self.check(saved::clear_running(&self.world().disk));
        spawn_local(async move {
            self.write_ahead(ended).await;
            self.let_go();
        });
    }

    /// Puts `next` on screen, keeps its position where that changed, and plans the next look and sounds.
    fn set_session(self, next: Session) {
        let moved = self.session.with_untracked(|before| before.as_ref().is_none_or(|b| stands_elsewhere(b, &next)));
        if moved {
            self.check(saved::save_position(&self.world().disk, &next));
            self.plan_sounds(&next);
        }
        self.show(next);
    }

    /// Puts `next` on screen and plans the next look at it, unless nobody plays it any more.
    pub(super) fn show(self, next: Session) {
        let now = clock_now();
        self.now.set(now);
        let wait = next.next_change(now).filter(|_| !self.world().left.get_untracked());
        self.session.set(Some(next));
        if let Some(tick) = self.world().tick.get() {
            wait.map_or_else(|| tick.silence(), |ms| tick.set(Duration::from_millis(ms)));
        }
    }

    /// Takes the session off the screen and silences it.
    pub(super) fn drop_session(self) {
        self.world().tick.get().into_iter().for_each(Alarm::silence);
        self.world().speaker.hush();
        self.session.set(None);
        self.watching.set(false);
        self.world().left.set(false);
        self.sleep();
    }

    /// Puts back a session found at the start. On the player's page it goes on by its own clock; anywhere else it
    /// stands still until the runner goes on.
    pub(super) fn found(self, session: Session) {
        self.acknowledged.set(session.done.len());
        self.set_session(session);
        self.pause_unless_playing(&self.place.get_untracked());
    }

    /// Pauses, and lets the screen sleep.
    pub(super) fn stand_still(self) {
        self.say(Event::Pause);
        self.sleep();
    }

    /// Back on screen: what the clock has ended is over, and the screen stays on again.
    pub(super) fn wake(self) {
        self.look();
        self.stay_awake();
    }

    /// Turns the player's sound on or off.
    pub fn set_sound(self, sound: bool) {
        self.choose(move |settings| Settings { sound, ..settings });
        self.session.with_untracked(|session| session.iter().for_each(|s| self.plan_sounds(s)));
    }

    /// Calls `pressed` for key presses that nothing else on the page wants, as long as the present view lives.
    pub fn on_keys(self, pressed: impl Fn(&str) -> bool + 'static) {
        let held = StoredValue::new_local(Keys::listen(pressed));
        on_cleanup(move || held.dispose());
    }

    fn plan_sounds(self, session: &Session) {
        let world = self.world();
        let silent = session.paused.is_some() || self.watching.get_untracked();
        if silent || !self.settings.with_untracked(|s| s.sound) {
            world.speaker.hush();
            return;
        }
        let left = session.phase_end().map(|end| end.ms_since(clock_now()));
        world.speaker.plan(&left.map(countdown).unwrap_or_default());
    }

    fn announce_cues(self, session: &Session, cues: &[Cue]) {
        let step = session.step();
        let side = step.side.map(|side| format!(", {} side", side.words())).unwrap_or_default();
        let amount = step.target.get();
        let set = || format!("{}{side}. {amount} {}.", step.name(), step.measure.word(amount));
        match Cue::telling(cues) {
            Some(Cue::Go) => self.announce(set()),
            Some(Cue::Wait) => self.announce(format!("Your turn: {}", set())),
            Some(Cue::OtherSide) => self.announce("Other side."),
            Some(Cue::Rest) => {
                self.announce(format!("Rest, {} seconds. Next: {}.", rest_seconds(session), step.name()));
            }
            _ => {}
        }
    }

    /// The side that begins: the one that did less last time.
    fn first_side(self, exercise: &str) -> Side {
        self.log.with_untracked(|log| log::weaker_side(log, exercise)).unwrap_or(Side::Right)
    }

    /// Asks for the screen to stay on; a refusal is told once.
    pub(super) fn stay_awake(self) {
        spawn_local(async move {
            let lock = wake_lock::request().await;
            let world = self.world();
            if lock.is_none() && !world.told_sleepy.replace(true) && document::is_visible() {
                let text = "This browser lets the screen sleep. The clock goes on; come back any time.";
                self.tell(Tone::Plain, text, Offer::Nothing);
            }
            world.awake.replace(lock);
        });
    }

    fn sleep(self) {
        if let Some(lock) = self.world().awake.take() {
            wake_lock::release(&lock);
        }
    }
}

/// The address of the player for a session.
#[must_use]
pub fn play_place(session: &Session) -> Place {
    let single = catalogue::brief(&session.from).is_some();
    let level = if single { session.step().level } else { Level::Base };
    Place::Play { id: session.from.clone(), level }
}

fn stands_elsewhere(before: &Session, after: &Session) -> bool {
    let place = |s: &Session| (s.id.clone(), s.at, s.phase, s.paused, s.epoch, s.done.len());
    place(before) != place(after)
}

fn rest_seconds(session: &Session) -> u32 {
    match session.phase {
        Phase::Rest { since, until } => u32::try_from(until.ms_since(since) / 1000).unwrap_or(0),
        _ => 0,
    }
}

/// Three early sounds, a second apart, and a long one at the end of a phase that ends in `left` milliseconds.
fn countdown(left: i64) -> Vec<Note> {
    let early = (1..=3).rev().map(|s| left - s * 1000).filter(|ms| *ms >= 0).flat_map(|ms| tones(ms, Sound::Early));
    early.chain(tones(left, Sound::Go)).collect()
}

/// The tones of `sound`, `at_ms` milliseconds from now.
fn tones(at_ms: i64, sound: Sound) -> impl Iterator<Item = Note> {
    sound.notes().iter().map(move |note| Note {
        sound_ms: at_ms,
        after_ms: note.after_ms,
        length_ms: note.length_ms,
        hertz: note.hertz,
        percent: note.percent,
    })
}
