//! The sessions that the last page left behind: the open one is found again, finished ones go into the log.

use super::{App, Offer, Tone, clock_now};
use crate::browser::locks::Way;
use crate::domain::log::Performed;
use crate::domain::saved;
use crate::domain::session::Session;
use leptos::prelude::{Set, WithUntracked};
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

impl App {
    /// Finds the session that was open and folds those that are over but not in the log yet.
    pub(super) fn replay(self, mut records: Vec<(String, String)>) {
        spawn_local(async move {
            self.finish_restore(&mut records).await;
            self.replayed(records).await;
            self.ready.set(true);
        });
    }

    /// Sorts out the journal. The open session is this tab's, unless another one plays it.
    pub(super) async fn replayed(self, mut records: Vec<(String, String)>) {
        let now = clock_now();
        let world = self.world();
        let plan = self.stored_plan();
        let unplanned = plan.clone().filter(|(head, _)| records.iter().all(|(key, _)| key != head));
        // Where the journal has lost the plan, the sets that it has are still read.
        records.extend(plan);
        let changes = saved::log_changes(&records);
        // One that was deleted does not come back from its records.
        let is_changed = |id: &str| changes.iter().any(|change| change.session.id == id);
        let months: RefCell<BTreeMap<String, BTreeSet<String>>> = RefCell::default();
        let logged = |performed: &Performed| {
            let key = saved::month_key(performed);
            let ids = || {
                let month = saved::load_month(&world.disk, &key).whole().unwrap_or_default();
                let deleted = saved::deleted_sessions(&world.disk, &key);
                month.into_iter().map(|session| session.id).chain(deleted).collect()
            };
            is_changed(&performed.id)
                || months.borrow_mut().entry(key.clone()).or_insert_with(ids).contains(&performed.id)
        };
        let replay = saved::replay(&records, logged, now);
        self.fold_all(replay.fold);
        self.redo_log_changes(changes.clone());
        spawn_local(self.tidy(replay.logged, replay.purge));
        if !replay.unreadable.is_empty() {
            let text = "A part of an open session could not be read. It is kept untouched; everything else is here.";
            self.tell(Tone::Trouble, text, Offer::Export);
        }
        let (open, planned) = (replay.running.map(|session| self.placed(session)), saved::is_running(&world.disk));
        if open.is_none() && !planned {
            self.drop_session(false);
            return self.let_go();
        }
        if !self.claim(Way::IfFree).await {
            return self.watch();
        }
        // What was watched is not what was kept.
        self.drop_session(false);
        // Another tab can have ended it this very moment.
        let over = planned && !saved::is_running(&world.disk);
        match open.filter(|_| !over) {
            // Killed after the last set and before the log: the sets are all there, only the folding is not.
            Some(session) if session.is_finished() => self.fold_finished(&session),
            Some(session) => {
                if let Some(plan) = unplanned {
                    self.write_ahead(plan).await;
                }
                self.go_on(&session, replay.unreadable.is_empty());
            }
            // Killed after the log and before this: the plan of a session that is in the log already.
            None => {
                self.check(saved::clear_running(&world.disk));
            }
        }
        self.let_go();
    }

    /// Notes which sessions have been found in the log, and forgets those that need no records any more. Nobody waits for
    /// it: there may be thousands.
    async fn tidy(self, logged: Vec<String>, purge: Vec<String>) {
        let now = clock_now();
        for id in &logged {
            self.write_ahead(saved::logged_record(id, now)).await;
        }
        for id in &purge {
            self.forget(saved::session_prefix(id)).await;
        }
    }

    /// Takes up a session where it stood, and says what became of it; of sets that cannot be read it was said already.
    fn go_on(self, session: &Session, readable: bool) {
        if let Some(gone) = saved::missing_sets(&self.world().disk, session).filter(|_| readable) {
            self.tell(Tone::Trouble, gone.sentence(), Offer::Export);
        }
        self.found(session.clone().found_again(clock_now()));
        if self.is_running() {
            self.tell_truth(session);
        }
    }

    fn fold_finished(self, session: &Session) {
        if let Some(performed) = Performed::of(session) {
            self.fold(performed, Box::new(|_| {}));
        }
        self.check(saved::clear_running(&self.world().disk));
    }

    /// The plan of the open session as the store has it, as a record of the journal; none of a session that is in the log.
    fn stored_plan(self) -> Option<(String, String)> {
        let kept = saved::load_running(&self.world().disk);
        self.report("The plan of the open session", &kept);
        let open = |plan: &Session| self.log.with_untracked(|log| log.iter().all(|p| p.id != plan.id));
        kept.whole().filter(open).map(|plan| saved::head_record(&plan))
    }

    /// The open session where the store says it stood, if that is further on than its sets.
    fn placed(self, mut session: Session) -> Session {
        let next = session.clone();
        let known = saved::load_position(&self.world().disk, &mut session);
        if known { session } else { next.waiting(clock_now()) }
    }
}
