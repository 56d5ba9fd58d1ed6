//! The sessions that the last page left: the open one is restored, finished ones are added to the log, and each store gets the
//! records that only the other one has.

use super::App;
use super::showing::ScreenChange;
use crate::browser::indexed_db::Guard;
use crate::browser::locks::{self, LockMode};
use crate::domain::log::{Performed, places_by_id};
use crate::domain::message::Kept;
use crate::domain::order::{Places, places_of};
use crate::domain::saved::{self, Replay};
use crate::domain::session::{Event, Session};
use crate::state::day::clock_now;
use crate::state::disk::Disk;
use crate::state::notices::{NoticeKind, Offer};
use crate::state::store::{Pairs, Records};
use crate::text::store;
use leptos::prelude::{GetUntracked, Set};
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::mem;

/// The largest number of finished sessions that the start waits for.
const AWAITED: usize = 20;

impl App {
    /// Restores the open session, and adds finished ones to the log that are missing there.
    pub(super) fn replay(self, mut records: Records) {
        spawn_local(async move {
            let void = self.finish_restore(&records.all()).await;
            records.drop_keys(&void);
            self.replayed(records).await;
            self.ready.set(true);
        });
    }

    /// Replays the journal. The open session belongs to this tab, unless another one plays it.
    pub(super) async fn replayed(self, mut records: Records) {
        let mut replay = self.sort_out(&records);
        if !self.saving().store.unread.get() {
            self.settle(&mut replay, &records).await;
        }
        if !replay.unreadable.is_empty() {
            self.notices.tell(NoticeKind::Trouble, store::session_unreadable(), Offer::Export);
        }
        let planned = saved::is_running(self.disk());
        if replay.running.is_none() && !planned {
            self.drop_session(false);
            return self.writer().let_go();
        }
        let held = self.writer().is_held();
        if !self.writer().claim(LockMode::IfFree).await {
            return self.watch_or_show(replay.running);
        }
        // A watched session is not a stored one.
        self.drop_session(false);
        // Another tab may have ended it just now.
        let over = planned && !saved::is_running(self.disk());
        if !held && !self.saving().store.unread.get() {
            // Or may have continued it until then.
            records = self.saving().store.read_journal().await;
            replay = Replay { unreadable: replay.unreadable, ..self.sort_out(&records) };
        }
        match replay.running.filter(|_| !over) {
            Some(session) => self.go_on(session, &records, replay.unreadable.is_empty()),
            // The last page was killed between log and store: the plan is of a session that is in the log already.
            None if !self.saving().store.unread.get() => {
                self.notices.check(saved::clear_running(self.disk()));
            }
            None => {}
        }
        self.writer().let_go();
    }

    /// Replays these records and the plan in the store.
    pub(super) fn sort_out(self, records: &Records) -> Replay {
        let mut all = records.all();
        // If the journal has lost the plan, its sets are still read.
        all.extend(self.stored_plan());
        let disk = self.disk();
        let changes = saved::log_changes(&all);
        let months: RefCell<Vec<Month>> = RefCell::default();
        let logged = |performed: &Performed| {
            // A session that was deleted, or moved to another date, does not come back from its records.
            if changes.iter().any(|change| change.session.id == performed.id) {
                return Some(performed.clone());
            }
            let mut months = months.borrow_mut();
            let key = saved::month_key(performed);
            let at = months.iter().position(|month| month.key == key).unwrap_or(months.len());
            if at == months.len() {
                months.push(Month::read(disk, key));
            }
            months[at].of(performed).cloned()
        };
        saved::replay(&all, logged, clock_now())
    }

    /// Adds finished sessions to the log, and forgets records that are no longer needed.
    async fn settle(self, replay: &mut Replay, records: &Records) {
        for performed in replay.complete.drain(..) {
            self.members().log.complete(performed);
        }
        self.members().log.fold_all(mem::take(&mut replay.fold));
        self.members().log.redo_changes(saved::log_changes(&records.all()));
        let tidied = self.tidy(replay.logged.clone(), replay.purge.clone());
        if replay.logged.len() + replay.purge.len() > AWAITED {
            // The start does not wait for thousands.
            spawn_local(tidied);
        } else {
            tidied.await;
        }
    }

    /// Notes which sessions have been found in the log, and forgets records that are no longer needed.
    async fn tidy(self, logged: Vec<String>, purge: Vec<String>) {
        let now = clock_now();
        for id in &logged {
            self.saving().store.write_ahead(saved::logged_record(id, now)).await;
        }
        for id in &purge {
            self.saving().store.forget(saved::session_prefix(id)).await;
        }
    }

    /// Resumes a session at its position, and reports missed time; sets that cannot be read have been reported already.
    fn go_on(self, mut session: Session, records: &Records, readable: bool) {
        let unread = self.saving().store.unread.get();
        let standing = saved::restore_position(self.disk(), &records.journal, &mut session);
        match standing.missing {
            Some(_) if unread => self.notices.tell(NoticeKind::Trouble, store::sets_unreadable(), Offer::Nothing),
            Some(gone) if readable => self.notices.tell(NoticeKind::Trouble, store::gone(&gone), Offer::Export),
            _ => {}
        }
        if self.writer().right.is_ours() {
            self.writer().right.moved(standing.moves);
        } else {
            let player = records.journal.iter().find(|(key, _)| key == saved::PLAYER).map(|(_, value)| value.clone());
            self.writer().right.may_write(Guard::Holds(player), standing.moves);
        }
        if session.is_finished() {
            return self.fold_finished(&session, unread);
        }
        let before = session.clone();
        let found = if standing.placed { session.found_again(clock_now()) } else { session.waiting(clock_now()) };
        let plays = self.navigation.is_at_player();
        let found = if plays { found } else { found.on(Event::Pause, clock_now()).0 };
        self.player.unsure.set(Vec::new());
        if !unread {
            let prefix = saved::session_prefix(found.id());
            let stand_in: Pairs =
                records.stand_in.iter().filter(|(key, _)| key.starts_with(&prefix)).cloned().collect();
            let missing = saved::missing_records(&found, &records.journal, &stand_in);
            if !missing.is_empty() {
                self.writer().mend_journal(&found, missing);
            }
        }
        self.mend_store(&found, standing.stored == Some(standing.moves));
        self.restore_session(found);
        if self.player.is_running() {
            self.report_missed_time(&before);
        }
    }

    /// Shows a session found at the start. On the player's page it goes on by its own clock; on any other page it is paused.
    fn restore_session(self, session: Session) {
        self.player.acknowledged.set(session.done().len());
        self.set_session(session, &ScreenChange::anew());
        // The last page can have died before the runner answered a question about a pain.
        self.leave_out_sore();
        self.pause_unless_playing(&self.navigation.place.get_untracked());
        self.sound().take_up_sound();
    }

    /// Writes plan and position of the open session to localStorage if it has others: other tabs read them there.
    fn mend_store(self, session: &Session, is_known: bool) {
        let plan = saved::load_running(self.disk()).whole();
        if plan.is_none_or(|plan| (plan.id(), plan.revision()) != (session.id(), session.revision())) {
            self.notices.check(saved::save_running(self.disk(), session));
        }
        // By this, watching tabs notice that the session is played again. Without locks another tab may be playing it.
        if locks::is_there() || !is_known {
            let moves = self.writer().right.next_move();
            self.notices.check(saved::save_position(self.disk(), session, moves));
        }
    }

    /// Adds a finished session to the log that was killed before it got there: all of its sets are in the journal.
    fn fold_finished(self, session: &Session, unread: bool) {
        if unread {
            return;
        }
        if let Some(performed) = Performed::of(session) {
            self.members().log.fold(performed, Box::new(|_| {}));
        }
        self.notices.check(saved::clear_session(self.disk(), session.id()));
    }

    /// The stored plan of the open session as a record of the journal; none if the session is in the log.
    fn stored_plan(self) -> Option<(String, String)> {
        let kept = saved::load_running(self.disk());
        self.early().reports.report(&Kept::Plan, &kept);
        let open = |plan: &Session| !self.log.has(plan.id());
        kept.whole().filter(open).map(|plan| saved::head_record(&plan))
    }
}

/// A month of the log, read once for the replay.
struct Month {
    key: String,
    sessions: Vec<Performed>,
    places: Places,
    deleted: Places,
}

impl Month {
    fn read(disk: &Disk, key: String) -> Self {
        let sessions = saved::load_month(disk, &key).whole().unwrap_or_default();
        let places = places_by_id(&sessions);
        let deleted = places_of(&mut saved::deleted_sessions(disk, &key).iter().map(String::as_str));
        Self { key, sessions, places, deleted }
    }

    /// The session of the log with the id of `performed`; `performed` itself if that was deleted.
    fn of<'a>(&'a self, performed: &'a Performed) -> Option<&'a Performed> {
        if self.deleted.contains_key(&performed.id) {
            return Some(performed);
        }
        self.places.get(&performed.id).map(|at| &self.sessions[*at])
    }
}
