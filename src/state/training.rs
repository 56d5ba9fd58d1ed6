//! The running session: commands, the clock that repaints it, and every set kept the moment it is done.

use super::writing::Told;
use super::{App, Finished, Offer, Saved, Tone, clock_now};
use crate::browser::clock::Alarm;
use crate::browser::indexed_db::Guard;
use crate::browser::keyboard::Keys;
use crate::browser::{locks, random};
use crate::domain::log::{self, Performed};
use crate::domain::place::Place;
use crate::domain::routine::Routine;
use crate::domain::saved;
use crate::domain::session::{Cue, Event, Session, Side, Start};
use crate::domain::settings::{FirstSide, Settings};
use crate::domain::sound::{self, Moment, Sound};
use crate::domain::units::Timestamp;
use crate::text;
use leptos::prelude::{Dispose, GetUntracked, Set, StoredValue, Update, WithUntracked, on_cleanup};
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

/// After longer than this without a look the runner is told what became of the session. Milliseconds.
const LONG_UNSEEN: i64 = 5_000;

/// A change of the session at a moment: the next session, and what happened.
pub(super) type ChangeSession = Box<dyn FnOnce(Session, Timestamp) -> (Session, Vec<Cue>)>;

impl App {
    /// Begins a session in the tab that plays.
    pub(super) fn start_here(self, routine: &Routine) {
        self.end_now();
        let wait_for_me = self.settings.with_untracked(|settings| settings.wait_for_me);
        let start = Start { first: &|exercise| self.first_side(exercise), wait_for_me, ..Start::of(routine) };
        let Some(session) = Session::start(random::id(), &start, clock_now(), self.offset()) else {
            let text = "There is nothing to train in this routine yet. Add an exercise first.";
            self.tell(Tone::Trouble, text, Offer::Nothing);
            return self.let_go();
        };
        let place = play_place(&session);
        let session = self.apply_pain_rules(&session);
        if session.is_finished() {
            // The player says what stays out and why, and what can be done instead.
            self.let_go();
            return self.go(place);
        }
        self.finished.set(None);
        self.acknowledged.set(0);
        self.unsure.set(Vec::new());
        self.may_write(Guard::Any, 0);
        self.keep(&session, &[], None);
        self.show_start(&session);
        let place = play_place(&session);
        self.set_session(session.clone(), None);
        self.tell_of_voice(&session);
        self.go(place);
        self.look_at_day();
    }

    /// Puts a session just begun where other tabs read it, at once: this tab has the lock, so no other one plays.
    fn show_start(self, session: &Session) {
        let world = self.world();
        if locks::is_there() && world.held.borrow().is_some() {
            self.check(saved::save_running(&world.disk, session));
            self.check(saved::save_position(&world.disk, session, 1));
        }
    }

    pub(super) fn resume_now(self) {
        let Some(place) = self.session.with_untracked(|s| s.as_ref().map(play_place)) else { return };
        self.unlock_all();
        if !self.watching.get_untracked() {
            self.say(Event::Resume);
        }
        self.go(place);
    }

    /// Leaves the player with the session open: it stands still, and Today offers to go on.
    pub fn leave(self) {
        self.go(Place::Today);
    }

    pub(super) fn end_here(self) {
        self.while_playing(move || self.end_now());
    }

    pub(super) fn end_now(self) {
        if self.watching.get_untracked() {
            return;
        }
        let Some(session) = self.session.get_untracked() else { return };
        match Performed::of(&session) {
            Some(performed) => self.keep_end(&session, self.folding(performed)),
            None => self.keep_nothing(&session, Rc::new(move |_| self.let_go())),
        }
        self.drop_session(false);
    }

    /// Puts a session that is over into the log, once the journal has its end, and tells the finish screen what became of it.
    fn folding(self, performed: Performed) -> Told {
        let folded = Cell::new(false);
        Rc::new(move |journaled| {
            let tell = move |logged| {
                self.ask_to_persist();
                let saved = match (logged, journaled) {
                    // The next start finds it in the journal.
                    (Saved::Soon, Saved::OnDisk) => Saved::OnDisk,
                    (logged, _) => logged,
                };
                self.finished.update(|finished| finished.iter_mut().for_each(|finished| finished.saved = Some(saved)));
            };
            if !folded.replace(true) {
                self.fold(performed.clone(), Box::new(tell));
                self.let_go();
            } else if self.finished.with_untracked(|f| f.as_ref().and_then(|f| f.saved)) == Some(Saved::Soon) {
                tell(Saved::Soon);
            }
        })
    }

    /// Tells the session what the runner says, in answer to a tap or a key.
    pub fn say(self, event: Event) {
        if event != Event::Pause && !self.watching.get_untracked() {
            self.unlock();
        }
        self.change(event, Box::new(move |session, now| session.on(event, now)));
    }

    /// Changes the session, and tells it as what follows from `event`.
    pub(super) fn change(self, event: Event, by: ChangeSession) {
        if !self.watching.get_untracked() {
            self.while_playing(move || self.change_now(event, by));
        }
    }

    fn change_now(self, event: Event, by: ChangeSession) {
        if self.watching.get_untracked() {
            return;
        }
        if self.is_in_pocket() {
            // The sets that the track has ended are done.
            self.look();
        }
        let Some(session) = self.session.get_untracked() else { return };
        let now = clock_now();
        let (mut next, cues) = by(session.clone(), now);
        if matches!(event, Event::Swap(..)) && next.step().side == Some(self.first_side(&next.step().exercise).other())
        {
            next = next.on(Event::Flip, now).0;
        }
        let at_once = sound::tapped(&session, &next, now);
        let words = said_words(&session, &next, event, &cues);
        self.follow(next, &cues, at_once);
        self.announce_said(&session, words);
    }

    /// Says to screen readers what the runner has brought about: `words`, or that the session stands or goes on.
    fn announce_said(self, before: &Session, words: Option<String>) {
        let Some(session) = self.session.get_untracked() else { return };
        let stands = session.paused.is_some();
        if let Some(words) = words {
            if !self.voice_opens(&session) || words != sound::words(&session, Moment::Opening) {
                self.announce_in(&session, words);
            }
        } else if stands != before.paused.is_some() && self.is_free_to_announce() {
            self.announce_in(&session, if stands { "Paused." } else { "Going on." }.to_owned());
        }
    }

    /// Looks at the clock: what it has ended is over, what is due is told.
    pub fn look(self) {
        self.while_playing(move || self.look_now());
    }

    fn look_now(self) {
        self.tell_due();
        let now = clock_now();
        let Some(session) = self.session.get_untracked() else {
            self.wind(now);
            return;
        };
        if self.watching.get_untracked() {
            return self.show_moving(session);
        }
        let (next, cues) = match self.keeps_time_from(now).filter(|_| session.paused.is_none()) {
            Some(from) => sound::keep_time(session, now, from),
            None => session.advance(now),
        };
        self.follow(next, &cues, None);
    }

    /// Shows and keeps a session that moved: its plan where that changed, its sets, and where it stands. `at_once` is what it
    /// sounds by a tap.
    fn follow(self, next: Session, cues: &[Cue], at_once: Option<Sound>) {
        self.announce_cues(&next, cues);
        if next.is_finished() {
            self.finish(&next, cues, at_once);
        } else {
            self.keep(&next, cues, None);
            self.set_session(next, at_once);
        }
    }

    fn finish(self, session: &Session, cues: &[Cue], at_once: Option<Sound>) {
        self.tell_phase(session, at_once);
        let Some(performed) = Performed::of(session) else {
            self.keep_nothing(session, Rc::new(move |_| self.let_go()));
            self.drop_session(true);
            return self.go(Place::Today);
        };
        self.keep(session, cues, Some(self.folding(performed.clone())));
        self.drop_session(true);
        self.read_all();
        let pains = self.pains();
        let sentence = self.log.with_untracked(|log| text::coach::finish_sentence(&performed, log, &pains));
        self.announce_in(session, sentence.clone());
        self.wind(clock_now());
        self.finished.set(Some(Finished { performed, sentence, saved: None }));
    }

    /// Puts `next` on screen, and plans what is told of it and the next look.
    fn set_session(self, next: Session, at_once: Option<Sound>) {
        let (moved, replanned, ran) = self.session.with_untracked(|before| {
            let changed = |how: fn(&Session, &Session) -> bool| before.as_ref().is_none_or(|before| how(before, &next));
            let ran = before.as_ref().is_some_and(|before| before.paused.is_none());
            (
                changed(|before, next| next.has_moved_since(before)),
                changed(|before, next| before.revision != next.revision),
                ran,
            )
        });
        let runs = next.paused.is_none();
        if moved || replanned {
            self.tell_phase(&next, at_once);
        }
        self.show(next);
        self.check_sound();
        if runs && (!ran || moved && self.world().awake.borrow().is_none()) {
            self.stay_awake();
        }
    }

    /// Puts `next` on screen and plans the next look at it.
    pub(super) fn show(self, next: Session) {
        self.show_at(next, clock_now());
    }

    pub(super) fn show_at(self, next: Session, now: Timestamp) {
        self.now.set(now);
        self.session.set(Some(next));
        self.wind(now);
    }

    /// Has the session looked at again when there is something new to show or to tell, or the screen may sleep; not
    /// where nobody plays it any more.
    pub(super) fn wind(self, now: Timestamp) {
        let paused = self.session.with_untracked(|s| s.as_ref().is_some_and(|s| s.paused.is_some()));
        let shows = self.session.with_untracked(|s| s.as_ref().and_then(|s| s.next_change(now)));
        let shows = shows.filter(|_| !self.world().left.get_untracked());
        let told = self.telling().next().filter(|_| !paused);
        let ms = |at: Timestamp| u64::try_from(at.ms_since(now)).unwrap_or(0);
        let next = [shows, told.map(ms), self.sleeps_at(now).map(ms)].into_iter().flatten().min();
        if let Some(tick) = self.world().tick.get() {
            next.map_or_else(|| tick.silence(), |ms| tick.set(Duration::from_millis(ms)));
        }
    }

    /// Takes the session off the screen. It falls silent, where it is `finished` once its last sound is over.
    pub(super) fn drop_session(self, finished: bool) {
        self.world().tick.get().into_iter().for_each(Alarm::silence);
        self.session.set(None);
        self.watching.set(false);
        self.world().left.set(false);
        self.fall_silent(finished);
        self.check_sound();
        self.sleep();
    }

    /// Puts back a session found at the start. On the player's page it goes on by its own clock; anywhere else it
    /// stands still until the runner goes on.
    pub(super) fn found(self, session: Session) {
        self.acknowledged.set(session.done.len());
        self.set_session(session, None);
        // A page can die before the runner answered what to do about a pain.
        self.leave_out_sore();
        self.pause_unless_playing(&self.place.get_untracked());
        self.take_up_sound();
    }

    /// Says what became of the session since it was `before`, unless the screen says so anyway.
    pub(super) fn tell_truth(self, before: &Session) {
        let now = clock_now();
        let Some(after) = self.session.get_untracked() else { return };
        let told = after.truth(before, now).filter(|truth| after.truth(&after, now) != Some(*truth));
        let unseen = now.ms_since(before.seen) > LONG_UNSEEN;
        told.into_iter().filter(|_| unseen).for_each(|truth| self.tell(Tone::Plain, truth.words(), Offer::Nothing));
    }

    /// Pauses, and lets the screen sleep.
    pub(super) fn stand_still(self) {
        self.say(Event::Pause);
        self.sleep();
    }

    /// Back on screen: what the clock has ended is over, and the screen stays on again.
    pub(super) fn wake(self) {
        self.while_playing(move || self.wake_now());
    }

    fn wake_now(self) {
        let before = self.session.get_untracked();
        self.look();
        if self.is_running() && !self.watching.get_untracked() {
            self.retell();
            self.check_audio_clock();
            self.align_pocket();
            self.stay_awake();
        }
        if let Some(before) = before {
            self.tell_truth(&before);
        }
    }

    /// Turns the player's sound on or off.
    pub fn set_sound(self, sound: bool) {
        self.choose(move |settings| Settings { sound, ..settings });
    }

    /// Calls `pressed` for key presses that nothing else on the page wants, as long as the present view lives.
    pub fn on_keys(self, pressed: impl Fn(&str) -> bool + 'static) {
        let held = StoredValue::new_local(Keys::listen(pressed));
        on_cleanup(move || held.dispose());
    }

    /// The side that begins: the one that did less last time, else the one she chose.
    fn first_side(self, exercise: &str) -> Side {
        let chosen = self.settings.with_untracked(|settings| match settings.first_side {
            FirstSide::Right => Side::Right,
            FirstSide::Left => Side::Left,
        });
        self.log.with_untracked(|log| log::weaker_side(log, exercise)).unwrap_or(chosen)
    }
}

/// The address of the player for a session.
#[must_use]
pub fn play_place(session: &Session) -> Place {
    Place::play(&session.from, session.step().level)
}

/// What a screen reader is told of what the runner said, where the phase's own words do not tell it.
fn said_words(before: &Session, next: &Session, event: Event, cues: &[Cue]) -> Option<String> {
    let again = || sound::words(next, Moment::Opening);
    match event {
        Event::Level(level) if before.revision != next.revision => Some([level.words(), ". ", &again()].concat()),
        Event::Back | Event::Swap(..) | Event::Drop(_) | Event::Flip if cues.is_empty() => {
            (before.at != next.at || before.revision != next.revision).then(again)
        }
        _ => None,
    }
}
