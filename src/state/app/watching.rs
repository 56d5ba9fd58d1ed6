//! One session, one tab that plays it: who holds the lock plays and writes, every other tab watches what is stored and
//! writes nothing of it, until it takes over.

use super::{App, Offer, Tone, clock_now, play_place};
use crate::browser::locks::{self, Way};
use crate::domain::routine::Routine;
use crate::domain::saved::{self, PREFIX};
use crate::domain::session::Session;
use crate::text::player;
use leptos::prelude::{GetUntracked, Set, WithUntracked};
use leptos::task::spawn_local;

/// The lock of the open session.
const SESSION: &str = "mainspring-session";

impl App {
    /// Begins a session if none is open in another tab; else shows that one, to be taken over first.
    pub(super) fn start_now(self, routine: &Routine) {
        self.unlock_all();
        let routine = routine.clone();
        self.while_playing(move || self.start_if_free(routine));
    }

    fn start_if_free(self, routine: Routine) {
        if self.world().claiming.replace(true) {
            return;
        }
        spawn_local(async move {
            let watched = self.watching.get_untracked();
            let mine = !watched && self.claim(Way::IfFree).await;
            self.world().claiming.set(false);
            if mine {
                self.start_here(&routine);
                return;
            }
            self.watch();
            if !watched && !self.watching.get_untracked() {
                // It began this very moment, or localStorage has lost it.
                let records = self.store().read_journal().await;
                self.watch_or_show(self.sort_out(&records).running);
            }
            self.show_other(watched);
        });
    }

    /// Goes to the session of another tab; `watched` tells whether it was shown here before.
    fn show_other(self, watched: bool) {
        match self.session.with_untracked(|session| session.as_ref().map(play_place)) {
            Some(place) => self.go(place),
            None if watched => {
                self.notices.tell(Tone::Plain, player::ended_elsewhere(), Offer::Nothing);
            }
            None => {
                self.notices.tell(Tone::Plain, player::busy_elsewhere(), Offer::Nothing);
            }
        }
    }

    /// Has the session that is open in another tab here, in answer to a tap; the other tab watches from then on.
    pub fn take_over(self) {
        self.unlock_all();
        if self.world().claiming.replace(true) {
            return;
        }
        spawn_local(async move {
            self.claim(Way::Steal).await;
            self.take_right().await;
            let records = self.store().read_journal().await;
            self.replayed(records).await;
            self.world().claiming.set(false);
            if let Some(place) = self.session.with_untracked(|session| session.as_ref().map(play_place)) {
                self.go(place);
                self.stay_awake();
            }
        });
    }

    /// Makes this the tab that plays; gives whether it is.
    pub(super) async fn claim(self, way: Way) -> bool {
        let world = self.world();
        let plays = || world.store.disk.is_memory() || world.held.borrow().is_some();
        if !plays() {
            let held = locks::hold(SESSION, way, Box::new(move || self.lost())).await;
            if held.is_some() {
                world.held.replace(held);
            }
        }
        plays()
    }

    /// Lets other tabs play, once no session is open here.
    pub(super) fn let_go(self) {
        if self.session.with_untracked(Option::is_none) {
            let world = self.world();
            world.held.take();
            world.writing.disown(&world.store.disk);
        }
    }

    /// Another tab has taken over: nothing is written here any more.
    pub(super) fn lost(self) {
        self.may_not_write();
        self.world().held.take();
        self.drop_session(false);
        self.watch();
    }

    /// Shows the session of another tab as it is stored; where localStorage has none, as the journal has it.
    pub(super) fn watch_or_show(self, journaled: Option<Session>) {
        self.watch();
        if let Some(session) = journaled.filter(|_| !self.watching.get_untracked()) {
            self.watching.set(true);
            self.show_moving(session);
            self.wait_for_end();
        }
    }

    /// Shows the session of another tab as it is stored, or that there is none any more.
    pub(super) fn watch(self) {
        self.show_stored(false);
        if self.watching.get_untracked() {
            self.wait_for_end();
        }
    }

    /// Waits until nobody plays the session that is watched. Where there are no locks nobody tells.
    fn wait_for_end(self) {
        let world = self.world();
        if !locks::is_there() || world.queued.replace(true) {
            return;
        }
        spawn_local(async move {
            // Nobody plays for a moment: the lock is not kept, so that a reloaded tab finds it free again.
            drop(locks::hold(SESSION, Way::Wait, Box::new(|| {})).await);
            world.queued.set(false);
            if self.watching.get_untracked() {
                self.show_stored(true);
            }
        });
    }

    /// `left`: whether the tab that played is gone, so that the clock of the session stands.
    fn show_stored(self, left: bool) {
        let disk = &self.world().store.disk;
        let stored = saved::load_running(disk).whole().map(|mut session| {
            saved::load_position(disk, &mut session);
            session
        });
        self.world().left.set(left);
        self.watching.set(stored.is_some());
        match stored {
            Some(session) if left => self.show(session),
            Some(session) => self.show_moving(session),
            None => self.drop_session(false),
        }
    }

    /// Shows a session of another tab at the present moment. Whether the clock was set back is that tab's to say: what
    /// it wrote is never of the future.
    pub(super) fn show_moving(self, session: Session) {
        let now = clock_now().max(session.seen());
        let (next, _) = session.advance(now);
        self.show_at(next, now);
    }

    /// Another tab changed what stands under `key`; all of it, where there is none.
    pub(super) fn reread_changed(self, key: Option<&str>) {
        let name = key.map(|key| key.strip_prefix(PREFIX).unwrap_or_default());
        if name != Some(saved::ERASED) {
            self.check_for_vanished();
        }
        if matches!(name, None | Some("settings" | "routines")) {
            self.with_store_lock(move || self.read_choices());
        }
        if matches!(name, None | Some("pain")) {
            self.with_store_lock(move || self.read_pains());
        }
        if name == Some(saved::ERASED) {
            self.erased();
        }
        if matches!(name, None | Some("active" | "at")) {
            self.reread_session();
        }
        if let Some(month) = name.filter(|name| name.starts_with("log:")) {
            self.read_again(month);
        }
    }

    fn reread_session(self) {
        let world = self.world();
        let plays = world.claiming.get() || world.held.borrow().is_some();
        let follows = locks::is_there() || self.watching.get_untracked();
        if self.ready.get_untracked() && !plays && follows {
            self.watch();
        }
    }
}
