//! Beginning a session and taking one over: one session, one tab that plays it. The tab with the lock plays and writes, every
//! other tab watches.

use super::App;
use super::showing::ScreenChange;
use crate::browser::indexed_db::Guard;
use crate::browser::locks::LockMode;
use crate::browser::random;
use crate::domain::routine::{Item, Routine};
use crate::domain::session::{Effect, Session, Start};
use crate::state::day::{clock_now, offset};
use crate::state::notices::{NoticeKind, Offer};
use crate::state::player::play_place;
use crate::text::player;
use leptos::prelude::{GetUntracked, Set, WithUntracked};
use leptos::task::spawn_local;

impl App {
    /// Begins a session if none is open in another tab; else shows that one.
    pub(super) fn start_now(self, routine: &Routine) {
        self.sound().unlock_all();
        // The log shows their names, also those of a link that is not saved.
        self.keep_exercises_of(routine, false);
        let routine = routine.clone();
        self.writer().while_playing(move || self.start_if_free(routine));
    }

    fn start_if_free(self, routine: Routine) {
        let claiming = &self.writer().claiming;
        if claiming.replace(true) {
            return;
        }
        spawn_local(async move {
            let watched = self.player.watching.get_untracked();
            let mine = !watched && self.writer().claim(LockMode::IfFree).await;
            claiming.set(false);
            if mine {
                self.start_here(&routine);
                return;
            }
            self.watch();
            if !watched && !self.player.watching.get_untracked() {
                // The other tab began just now, or localStorage has lost its session.
                let records = self.saving().store.read_journal().await;
                self.watch_or_show(self.sort_out(&records).running);
            }
            self.show_other(watched);
        });
    }

    /// Goes to the session of another tab; `watched` is true if it was shown here before.
    fn show_other(self, watched: bool) {
        match self.player.place() {
            Some(place) => self.go(place),
            None if watched => {
                self.notices.tell(NoticeKind::Plain, player::ended_elsewhere(), Offer::Nothing);
            }
            None => {
                self.notices.tell(NoticeKind::Plain, player::busy_elsewhere(), Offer::Nothing);
            }
        }
    }

    /// Begins a session in the tab that plays.
    fn start_here(self, routine: &Routine) {
        self.end_now();
        let writer = self.writer();
        let wait_for_me = self.choices.settings.with_untracked(|settings| settings.wait_for_me);
        let last_load = |item: &Item| self.last_load(&item.exercise, item.level);
        let first = |exercise: &str| self.first_side(exercise);
        let start = Start { first: &first, last_load: &last_load, wait_for_me, ..Start::of(routine) };
        let Some(session) = Session::start(random::id(), &start, clock_now(), offset()) else {
            self.notices.tell(NoticeKind::Trouble, player::nothing_to_train(), Offer::Nothing);
            return writer.let_go();
        };
        let place = play_place(&session);
        let session = self.apply_pain_rules(&session);
        if session.is_finished() {
            // The player shows which exercises are left out, why, and alternatives.
            writer.let_go();
            return self.go(place);
        }
        self.player.finished.set(None);
        self.player.acknowledged.set(0);
        self.player.unsure.set(Vec::new());
        writer.right.may_write(Guard::Any, 0);
        let (changes, _) = self.carry_out_effects(&session, &Effect::OF_START);
        writer.keep(&session, changes, None);
        writer.show_start(&session);
        let place = play_place(&session);
        self.set_session(session.clone(), &ScreenChange::anew());
        self.go(place);
        self.sound().tell_start(&session);
        self.members().day.update();
    }

    /// Takes over the session that is open in another tab, in answer to a tap; the other tab watches from then on.
    pub fn take_over(self) {
        self.sound().unlock_all();
        let writer = self.writer();
        if writer.claiming.replace(true) {
            return;
        }
        spawn_local(async move {
            writer.claim(LockMode::Steal).await;
            writer.take_right().await;
            let records = self.saving().store.read_journal().await;
            self.replayed(records).await;
            writer.claiming.set(false);
            if let Some(place) = self.player.place() {
                self.go(place);
                self.members().wake_lock.request();
            }
        });
    }
}
