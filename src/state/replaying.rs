//! The sessions that the last page left behind: the open one is found again, finished ones go into the log.

use super::{App, Offer, Tone, clock_now};
use crate::browser::locks::Way;
use crate::domain::log::Performed;
use crate::domain::saved;
use crate::domain::session::Session;
use leptos::prelude::{Set, WithUntracked};
use leptos::task::spawn_local;

impl App {
    /// Finds the session that was open and folds those that are over but not in the log yet.
    pub(super) fn replay(self, records: Vec<(String, String)>) {
        spawn_local(async move {
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
        let logged = |performed: &Performed| is_changed(&performed.id) || saved::is_known(&world.disk, performed);
        let replay = saved::replay(&records, logged, now);
        for performed in replay.fold {
            self.fold(performed, Box::new(|_| {}));
        }
        self.redo_log_changes(changes.clone());
        for id in &replay.logged {
            self.write_ahead(saved::logged_record(id, now)).await;
        }
        for id in &replay.purge {
            self.forget(saved::session_prefix(id)).await;
        }
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
