//! The running session: commands, the clock that repaints it, and every set kept the moment it is done.

use super::writing::Told;
use super::{App, Finished, Offer, Saved, Tone, clock_now};
use crate::browser::clock::Alarm;
use crate::browser::indexed_db::Guard;
use crate::browser::keyboard::Keys;
use crate::browser::{locks, random};
use crate::domain::log::Performed;
use crate::domain::message;
use crate::domain::place::Place;
use crate::domain::progress;
use crate::domain::routine::Routine;
use crate::domain::saved::{self, Changes};
use crate::domain::session::{Announcement, Effect, Event, Hurt, Session, Side, Start, Way};
use crate::domain::settings::{FirstSide, Settings};
use crate::domain::sound::{self, Moment, Sound};
use crate::domain::units::Timestamp;
use crate::text::{self, player};
use leptos::prelude::{Dispose, GetUntracked, Set, StoredValue, Update, WithUntracked, on_cleanup};
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

/// After longer than this without a look the runner is told what became of the session. Milliseconds.
const LONG_UNSEEN: i64 = 5_000;

/// A change of the session at a moment: the next session, and what follows.
pub(super) type ChangeSession = Box<dyn FnOnce(Session, Timestamp) -> (Session, Vec<Effect>)>;

/// What of the effects of a change is carried out once the session is on screen.
#[derive(Default)]
struct Shown {
    /// True if the session stands elsewhere, or is planned anew.
    changed: bool,
    moved: bool,
    at_once: Option<Sound>,
    announcement: Option<Announcement>,
}

impl App {
    /// Begins a session in the tab that plays.
    pub(super) fn start_here(self, routine: &Routine) {
        self.end_now();
        let wait_for_me = self.settings.with_untracked(|settings| settings.wait_for_me);
        let start = Start { first: &|exercise| self.first_side(exercise), wait_for_me, ..Start::of(routine) };
        let Some(session) = Session::start(random::id(), &start, clock_now(), self.offset()) else {
            self.notices.tell(Tone::Trouble, player::nothing_to_train(), Offer::Nothing);
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
        let (changes, _) = self.carry_out_effects(&session, &Effect::OF_START);
        self.keep(&session, changes, None);
        self.show_start(&session);
        let place = play_place(&session);
        self.set_session(session.clone(), &Shown { changed: true, moved: true, ..Shown::default() });
        self.tell_of_voice(&session);
        self.go(place);
        self.update_day();
    }

    /// Puts a session just begun where other tabs read it, at once: this tab has the lock, so no other one plays.
    fn show_start(self, session: &Session) {
        let world = self.world();
        if locks::is_there() && world.held.borrow().is_some() {
            self.notices.check(saved::save_running(&world.store.disk, session));
            self.notices.check(saved::save_position(&world.store.disk, session, 1));
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
        self.change(Box::new(move |session, now| {
            let (next, effects) = session.on(event, now);
            match event {
                Event::Swap(..) | Event::Hurt(Hurt { way: Some(Way::Swap(..)), .. }) => {
                    self.first_side_first(next, effects, now)
                }
                _ => (next, effects),
            }
        }));
    }

    /// Begins an exercise just put in with the side that is to begin.
    fn first_side_first(self, next: Session, effects: Vec<Effect>, now: Timestamp) -> (Session, Vec<Effect>) {
        if next.step().side != Some(self.first_side(&next.step().exercise).other()) {
            return (next, effects);
        }
        let (next, more) = next.on(Event::Flip, now);
        (next, Effect::merge(effects, more))
    }

    /// Changes the session, and carries out what follows.
    pub(super) fn change(self, by: ChangeSession) {
        if !self.watching.get_untracked() {
            self.while_playing(move || self.change_now(by));
        }
    }

    fn change_now(self, by: ChangeSession) {
        if self.watching.get_untracked() {
            return;
        }
        if self.is_in_pocket() {
            // The sets that the track has ended are done.
            self.advance_to_now();
        }
        let Some(session) = self.session.get_untracked() else { return };
        let (next, effects) = by(session, clock_now());
        self.follow(next, &effects);
    }

    /// Tells a screen reader what the runner has brought about.
    fn announce_said(self, announcement: Announcement) {
        let Some(session) = self.session.get_untracked() else { return };
        let again = sound::words(&session, Moment::Opening);
        let words = match announcement {
            Announcement::Paused | Announcement::Resumed if !self.is_free_to_announce() => return,
            Announcement::Paused => player::said_paused().to_owned(),
            Announcement::Resumed => player::said_going_on().to_owned(),
            Announcement::Step if self.voice_opens(&session) => return,
            Announcement::Step => again,
            Announcement::Level(level) => player::said_level(level.words(), &again),
        };
        self.announce_in(&session, words);
    }

    /// Looks at the clock: what it has ended is over, what is due is told.
    pub fn advance_to_now(self) {
        self.while_playing(move || self.advance_session());
    }

    fn advance_session(self) {
        self.tell_due();
        let now = clock_now();
        let Some(session) = self.session.get_untracked() else {
            self.schedule_tick(now);
            return;
        };
        if self.watching.get_untracked() {
            return self.show_moving(session);
        }
        let (next, effects) = match self.keeps_time_from(now).filter(|_| session.paused().is_none()) {
            Some(from) => sound::keep_time(session, now, from),
            None => session.advance(now),
        };
        self.follow(next, &effects);
    }

    /// Carries out `effects`, by which the session has become `next`, and shows it.
    fn follow(self, next: Session, effects: &[Effect]) {
        let (changes, shown) = self.carry_out_effects(&next, effects);
        if next.is_finished() {
            self.finish(&next, changes, &shown);
        } else {
            self.keep(&next, changes, None);
            self.set_session(next, &shown);
        }
        if let Some(announcement) = shown.announcement {
            self.announce_said(announcement);
        }
    }

    /// Carries out what `effects` tell the runner; what they are to save comes back for one write.
    fn carry_out_effects(self, next: &Session, effects: &[Effect]) -> (Changes, Shown) {
        let (mut changes, mut shown) = (Changes::default(), Shown::default());
        let (moves, blind) = (self.next_moves(), self.world().store.unread.get());
        let (mut left_out, mut cue) = (Vec::new(), None);
        for effect in effects {
            changes.add(next, effect, moves, blind);
            match effect {
                Effect::SavePlan => shown.changed = true,
                Effect::SavePosition | Effect::Finish => (shown.changed, shown.moved) = (true, true),
                Effect::LeaveOut(exercise, level) => left_out.push((exercise.as_str(), *level)),
                // After several only the last one is news.
                Effect::Cue(last) => cue = Some(*last),
                Effect::Sound => shown.at_once = sound::opening(next),
                Effect::Announce(announcement) => shown.announcement = Some(*announcement),
                Effect::ForgetSet(_) | Effect::SaveSet(_) | Effect::CorrectSet(_) => {}
            }
        }
        self.tell_left_out(left_out);
        if let Some(cue) = cue {
            self.announce_cue(next, cue);
        }
        (changes, shown)
    }

    fn finish(self, session: &Session, changes: Changes, shown: &Shown) {
        self.tell_phase(session, shown.at_once);
        let Some(performed) = Performed::of(session) else {
            self.keep_nothing(session, Rc::new(move |_| self.let_go()));
            self.drop_session(true);
            return self.go(Place::Today);
        };
        self.keep(session, changes, Some(self.folding(performed.clone())));
        self.drop_session(true);
        self.read_all();
        let pains = self.pains();
        let sentence = self.log.with_untracked(|log| text::coach::finish_sentence(&performed, log, &pains));
        self.announce_in(session, sentence.clone());
        self.schedule_tick(clock_now());
        self.finished.set(Some(Finished { performed, sentence, saved: None }));
    }

    /// Puts `next` on screen, and plans what is told of it and the next look.
    fn set_session(self, next: Session, shown: &Shown) {
        let ran = self.session.with_untracked(|before| before.as_ref().is_some_and(|before| !before.is_paused()));
        let runs = !next.is_paused();
        if shown.changed {
            self.tell_phase(&next, shown.at_once);
        }
        self.show(next);
        self.check_sound();
        if runs && (!ran || shown.moved && self.world().awake.borrow().is_none()) {
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
        self.schedule_tick(now);
    }

    /// Has the session looked at again when there is something new to show or to tell, or the screen may sleep; not
    /// where nobody plays it any more.
    pub(super) fn schedule_tick(self, now: Timestamp) {
        let paused = self.session.with_untracked(|s| s.as_ref().is_some_and(Session::is_paused));
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
    pub(super) fn restore_session(self, session: Session) {
        self.acknowledged.set(session.done().len());
        self.set_session(session, &Shown { changed: true, moved: true, ..Shown::default() });
        // A page can die before the runner answered what to do about a pain.
        self.leave_out_sore();
        self.pause_unless_playing(&self.navigation.place.get_untracked());
        self.take_up_sound();
    }

    /// Says what became of the session since it was `before`, unless the screen says so anyway.
    pub(super) fn report_missed_time(self, before: &Session) {
        let now = clock_now();
        let Some(after) = self.session.get_untracked() else { return };
        let told =
            message::truth(&after, before, now).filter(|truth| message::truth(&after, &after, now) != Some(*truth));
        let unseen = now.ms_since(before.seen()) > LONG_UNSEEN;
        told.into_iter()
            .filter(|_| unseen)
            .for_each(|truth| self.notices.tell(Tone::Plain, truth.words(), Offer::Nothing));
    }

    /// Pauses, and lets the screen sleep.
    pub(super) fn pause_and_sleep(self) {
        self.say(Event::Pause);
        self.sleep();
    }

    /// Back on screen: what the clock has ended is over, and the screen stays on again.
    pub(super) fn wake(self) {
        self.while_playing(move || self.wake_now());
    }

    fn wake_now(self) {
        let before = self.session.get_untracked();
        self.advance_to_now();
        if self.is_running() && !self.watching.get_untracked() {
            self.retell();
            self.check_audio_clock();
            self.align_pocket();
            self.stay_awake();
        }
        if let Some(before) = before {
            self.report_missed_time(&before);
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
        self.log.with_untracked(|log| progress::weaker_side(log, exercise)).unwrap_or(chosen)
    }
}

/// The address of the player for a session.
#[must_use]
pub fn play_place(session: &Session) -> Place {
    Place::play(session.from(), session.step().level)
}
