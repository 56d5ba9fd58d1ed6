//! The running session: its commands, its clock, and the saving of every set at the moment it is done.

use super::App;
use super::showing::ScreenChange;
use crate::browser::keyboard::KeyListener;
use crate::domain::catalogue::Level;
use crate::domain::load::Load;
use crate::domain::log::{Performed, last_load, so_far};
use crate::domain::message;
use crate::domain::place::Place;
use crate::domain::progress;
use crate::domain::saved::Changes;
use crate::domain::session::{Announcement, Effect, Event, Hurt, PainAction, Session, Side};
use crate::domain::settings::FirstSide;
use crate::domain::sound::{self, Moment};
use crate::domain::units::Timestamp;
use crate::state::day::clock_now;
use crate::state::notices::{NoticeKind, Offer};
use crate::state::player::Finished;
use crate::state::saved_state::Saved;
use crate::state::session_writer::WriteCallback;
use crate::state::sound::{DeviceEvent, TrackRequest};
use crate::text::{self, player};
use leptos::prelude::{Dispose, GetUntracked, Set, StoredValue, Update, WithUntracked, on_cleanup};
use std::cell::Cell;
use std::rc::Rc;

/// Time without a tick after which missed time is reported. Milliseconds.
const LONG_UNSEEN: i64 = 5_000;

/// A change of the session at a moment: the next session, and its effects.
pub(super) type ChangeSession = Box<dyn FnOnce(Session, Timestamp) -> (Session, Vec<Effect>)>;

impl App {
    pub(super) fn resume_now(self) {
        let Some(place) = self.player.place() else { return };
        self.sound().unlock_all();
        if !self.player.watching.get_untracked() {
            self.say(Event::Resume);
        }
        self.go(place);
    }

    /// Leaves the player: the session is paused, and Today offers to resume it.
    pub fn leave(self) {
        self.go(Place::Today);
    }

    pub(super) fn end_here(self) {
        self.writer().while_playing(move || self.end_now());
    }

    pub(super) fn end_now(self) {
        if self.player.watching.get_untracked() {
            return;
        }
        let Some(session) = self.player.session.get_untracked() else { return };
        match Performed::of(&session) {
            Some(performed) => self.writer().keep_end(&session, self.folding(performed)),
            None => self.writer().keep_nothing(&session, Rc::new(move |_| self.writer().let_go())),
        }
        self.drop_session(false);
    }

    /// Adds a finished session to the log, once its end is in the journal, and shows the result on the finish screen.
    fn folding(self, performed: Performed) -> WriteCallback {
        let folded = Cell::new(false);
        Rc::new(move |journaled| {
            let tell = move |logged| {
                self.members().storage.ask_to_persist();
                let saved = match (logged, journaled) {
                    // The next start finds it in the journal.
                    (Saved::Soon, Saved::OnDisk) => Saved::OnDisk,
                    (logged, _) => logged,
                };
                self.player
                    .finished
                    .update(|finished| finished.iter_mut().for_each(|finished| finished.saved = Some(saved)));
            };
            if !folded.replace(true) {
                self.members().log.fold(performed.clone(), Box::new(tell));
                self.writer().let_go();
            } else if self.player.finished.with_untracked(|f| f.as_ref().and_then(|f| f.saved)) == Some(Saved::Soon) {
                tell(Saved::Soon);
            }
        })
    }

    /// Handles an event of the runner's, in answer to a tap or a key.
    pub fn say(self, event: Event) {
        if event != Event::Pause && !self.player.watching.get_untracked() {
            self.sound().unlock();
        }
        self.change(Box::new(move |session, now| {
            let (next, effects) = session.on(event, now);
            match event {
                Event::Swap(..) | Event::Hurt(Hurt { way: Some(PainAction::Swap(..)), .. }) => {
                    let (next, effects) = self.first_side_first(next, effects, now);
                    self.last_load_first(next, effects, now)
                }
                Event::Level(_) | Event::Hurt(_) => self.last_load_first(next, effects, now),
                _ => (next, effects),
            }
        }));
    }

    /// Sets the side that begins, for an exercise just put in.
    fn first_side_first(self, next: Session, effects: Vec<Effect>, now: Timestamp) -> (Session, Vec<Effect>) {
        if next.step().side != Some(self.first_side(&next.step().exercise).other()) {
            return (next, effects);
        }
        let (next, more) = next.on(Event::Flip, now);
        (next, Effect::merge(effects, more))
    }

    /// Sets the load of last time, for an exercise or a level just put in.
    fn last_load_first(self, next: Session, effects: Vec<Effect>, now: Timestamp) -> (Session, Vec<Effect>) {
        let step = next.step();
        let load = self.last_load(&step.exercise, step.level).filter(|_| step.load.is_none());
        if load.is_none() {
            return (next, effects);
        }
        let (next, more) = next.with_load(load.as_ref(), now);
        (next, Effect::merge(effects, more))
    }

    /// Sets the load of the present exercise, for its present set and those that follow.
    pub fn set_load(self, load: Option<Load>) {
        self.change(Box::new(move |session, now| session.with_load(load.as_ref(), now)));
    }

    /// Changes the session, and carries out the effects.
    pub(super) fn change(self, by: ChangeSession) {
        if !self.player.watching.get_untracked() {
            self.writer().while_playing(move || self.change_now(by));
        }
    }

    fn change_now(self, by: ChangeSession) {
        if self.player.watching.get_untracked() {
            return;
        }
        let is_asleep = |session: &Session| clock_now().ms_since(session.seen()) > LONG_UNSEEN;
        let slept = self.player.session.with_untracked(|session| session.as_ref().is_some_and(is_asleep));
        if slept || self.sound().is_in_pocket() {
            // The sets that the track has ended are done; of a hold in which the page slept only a part may be.
            self.advance_session();
        }
        let Some(session) = self.player.session.get_untracked() else { return };
        let (next, effects) = by(session, clock_now());
        self.follow(next, &effects);
    }

    /// Announces the result of the runner's event to screen readers.
    fn announce_said(self, announcement: Announcement) {
        let Some(session) = self.player.session.get_untracked() else { return };
        if !matches!(self.navigation.place.get_untracked(), Place::Play { .. }) {
            return;
        }
        let again = text::speech::words(&session, Moment::Opening);
        let words = match announcement {
            Announcement::Paused => return self.sound().announce_at_once(player::said_paused().to_owned()),
            Announcement::Resumed => return self.sound().announce_at_once(player::said_going_on().to_owned()),
            Announcement::Step if self.sound().voice_opens(&session) => return,
            Announcement::Step => again,
            Announcement::Level(level) => player::said_level(text::vocabulary::level(level), &again),
        };
        self.sound().announce_in(&session, words);
    }

    /// Announces how the session stands, after a dialog over it was closed.
    pub fn announce_state(self) {
        if let Some(session) = self.player.session.get_untracked() {
            self.sound().announce_state(&session);
        }
    }

    /// Handles an event of the device: a key of the lock screen, a headphone's key, a call.
    pub(super) fn answer(self, asked: DeviceEvent) {
        self.writer().while_playing(move || match asked {
            DeviceEvent::Track(happening) => match self.sound().answer_track(happening) {
                Some(TrackRequest::Advance) => {
                    self.advance_to_now();
                    self.sound().retell();
                }
                Some(TrackRequest::Say(event)) => self.say(event),
                None => {}
            },
            DeviceEvent::Key(key) => {
                // The screen may have been locked for long.
                self.advance_to_now();
                if let Some(event) = self.sound().event_of(key) {
                    self.say(event);
                }
            }
        });
    }

    /// Advances the session to now: phases that are over end, due sounds are played.
    pub fn advance_to_now(self) {
        self.writer().while_playing(move || self.advance_session());
    }

    fn advance_session(self) {
        self.sound().tell_due();
        let now = clock_now();
        let Some(session) = self.player.session.get_untracked() else {
            self.sound().schedule_tick(now);
            return;
        };
        if self.player.watching.get_untracked() {
            return self.show_moving(session);
        }
        let (next, effects) = match self.sound().keeps_time_from(now).filter(|_| session.paused().is_none()) {
            Some(from) => sound::keep_time(session, now, from),
            None if now.ms_since(session.seen()) > LONG_UNSEEN && !self.sound().has_sounded(now) => {
                session.advance_asleep(now)
            }
            None => session.advance(now),
        };
        self.sound().note_sound(now);
        self.follow(next, &effects);
    }

    /// Carries out `effects`, by which the session has become `next`, and shows it.
    fn follow(self, next: Session, effects: &[Effect]) {
        let (changes, shown) = self.carry_out_effects(&next, effects);
        if next.is_finished() {
            self.finish(&next, changes, &shown);
        } else {
            self.writer().keep(&next, changes, None);
            self.set_session(next, &shown);
        }
        if let Some(announcement) = shown.announcement {
            self.announce_said(announcement);
        }
    }

    /// Carries out the `effects` on sound and announcements; gives those to save, for one write.
    pub(super) fn carry_out_effects(self, next: &Session, effects: &[Effect]) -> (Changes, ScreenChange) {
        let (mut changes, mut shown) = (Changes::default(), ScreenChange::default());
        let (moves, blind) = (self.writer().next_moves(), self.saving().store.unread.get());
        let (mut left_out, mut cue) = (Vec::new(), None);
        for effect in effects {
            changes.add(next, effect, moves, blind);
            match effect {
                Effect::SavePlan => shown.changed = true,
                Effect::SavePosition | Effect::Finish => (shown.changed, shown.moved) = (true, true),
                Effect::LeaveOut(exercise, level) => left_out.push((exercise.as_str(), *level)),
                // Of several only the last one is of interest.
                Effect::PhaseChange(last) => cue = Some(*last),
                Effect::Sound => shown.at_once = sound::opening(next),
                Effect::Announce(announcement) => shown.announcement = Some(*announcement),
                Effect::ForgetSet(_) | Effect::SaveSet(_) | Effect::CorrectSet(_) => {}
            }
        }
        self.members().pains.tell_left_out(left_out);
        if let Some(cue) = cue {
            self.sound().announce_cue(next, cue);
        }
        (changes, shown)
    }

    fn finish(self, session: &Session, changes: Changes, shown: &ScreenChange) {
        self.sound().tell_phase(session, shown.at_once);
        let Some(performed) = Performed::of(session) else {
            self.writer().keep_nothing(session, Rc::new(move |_| self.writer().let_go()));
            self.drop_session(true);
            return self.go(Place::Today);
        };
        self.writer().keep(session, changes, Some(self.folding(performed.clone())));
        self.drop_session(true);
        self.read_all();
        let pains = self.pains();
        let sentence = self.log.sessions.with_untracked(|log| text::coach::finish_words(&performed, log, &pains));
        self.sound().announce_in(session, sentence.clone());
        self.sound().schedule_tick(clock_now());
        let held_on = session.asked_hold().map(|done| session.steps()[done.step].target);
        self.player.finished.set(Some(Finished { performed, sentence, held_on, saved: None }));
    }

    /// Reports missed time since the session was `before`, unless the screen shows it anyway.
    pub(super) fn report_missed_time(self, before: &Session) {
        let now = clock_now();
        let Some(after) = self.player.session.get_untracked() else { return };
        let told = message::while_away(&after, before, now)
            .filter(|event| message::while_away(&after, &after, now) != Some(*event));
        let unseen = now.ms_since(before.seen()) > LONG_UNSEEN;
        told.into_iter().filter(|_| unseen).for_each(|event| {
            self.notices.tell(NoticeKind::Plain, text::session::while_away_words(event), Offer::Nothing);
        });
    }

    /// Pauses, and lets the screen sleep.
    pub(super) fn pause_and_sleep(self) {
        self.sound().drop_words();
        self.say(Event::Pause);
        self.members().wake_lock.release();
    }

    /// Resumes on return to the page: advances the session to now, and keeps the screen on again.
    pub(super) fn wake(self) {
        self.writer().while_playing(move || self.wake_now());
    }

    fn wake_now(self) {
        let before = self.player.session.get_untracked();
        self.advance_to_now();
        if self.player.is_running() && !self.player.watching.get_untracked() {
            self.sound().retell();
            self.sound().check_audio_clock();
            self.sound().align_pocket();
            self.members().wake_lock.request();
        }
        if let Some(before) = before {
            self.report_missed_time(&before);
        }
    }

    /// Calls `pressed` for keys that no element of the page uses, for as long as the present view lives.
    pub fn on_keys(self, pressed: impl Fn(&str) -> bool + 'static) {
        let held = StoredValue::new_local(KeyListener::listen(pressed));
        on_cleanup(move || held.dispose());
    }

    /// The side that begins: the one with the smaller result last time, else the one the runner chose.
    pub(super) fn first_side(self, exercise: &str) -> Side {
        let chosen = self.choices.settings.with_untracked(|settings| match settings.first_side {
            FirstSide::Right => Side::Right,
            FirstSide::Left => Side::Left,
        });
        self.log.sessions.with_untracked(|log| progress::weaker_side(log, exercise)).unwrap_or(chosen)
    }

    /// The load of the last set of an exercise at a level.
    pub(super) fn last_load(self, exercise: &str, level: Level) -> Option<Load> {
        self.log.sessions.with_untracked(|log| last_load(so_far(log, self.today()), exercise, level))
    }
}
