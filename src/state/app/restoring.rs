//! Restoring a backup file: chosen → read → previewed → written, all or nothing → undone, if the runner wants. The changes, and
//! their order, which survives a kill, are decided in `domain::saved`. In the lazy chunk.

use super::App;
use crate::browser::picked_file::{Event, PickedFile};
use crate::browser::{clock, document};
use crate::domain::place::Place;
use crate::domain::saved::{
    self, BackupFile, Leftover, MAX_BYTES, NotApplied, NotRestorable, RestorePlan, ValueChange,
};
use crate::state::day::clock_now;
use crate::state::notices::{NoticeKind, Offer};
use crate::state::restore_stage::Restore;
use crate::text::{self, Sentence, restore};
use futures_channel::oneshot::channel;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::rc::Rc;

/// Limit of new plans for one restore, each because another tab changed something meanwhile.
const TRIES: u32 = 5;

impl App {
    /// The stage of the restore. Reads reactively.
    #[must_use]
    pub fn restore_stage(self) -> Restore {
        self.members().restore.get()
    }

    /// True if the last restore of this visit can be undone. Reads reactively.
    #[must_use]
    pub fn can_undo_restore(self) -> bool {
        self.members().restore.can_undo()
    }

    /// Reads the file chosen in the field of `event`, and shows a preview of the restore in Settings. Writes nothing.
    pub fn choose_backup(self, event: &Event) {
        let Some(file) = PickedFile::of(event) else { return };
        self.stage(Restore::Reading);
        self.go(Place::Settings);
        spawn_local(async move {
            let stage = match read(&file).await {
                Ok(file) => {
                    let _work = self.members().restore.begin_work().await;
                    self.preview(file).await
                }
                Err(refused) => Restore::Refused(restore::nothing_changed(&refused.sentence())),
            };
            self.stage(stage);
            // After the focus of a page that has just been opened.
            clock::after_paint(|| clock::after_paint(|| document::show("restore-title")));
        });
    }

    /// Closes the preview.
    pub fn drop_backup(self) {
        self.stage(Restore::Idle);
    }

    /// Restores the file of the preview.
    pub fn restore(self) {
        let Some(file) = self.members().restore.previewed() else { return };
        self.stage(Restore::Writing);
        spawn_local(async move {
            let _work = self.members().restore.begin_work().await;
            let mut outcome = Outcome::Overtaken;
            for _ in 0..TRIES {
                outcome = self.try_to_restore(&file).await;
                if !matches!(outcome, Outcome::Overtaken) {
                    break;
                }
            }
            self.tell_outcome(outcome);
        });
    }

    pub(super) fn undo_restore_now(self) {
        let Some(changes) = self.members().restore.take_last() else { return };
        self.notices.withdraw_undo_restore();
        spawn_local(async move {
            let _work = self.members().restore.begin_work().await;
            // Later changes of the runner are in the store by then.
            self.in_turn(Box::new(|| ())).await;
            let outcome = match saved::undo_changes(self.disk(), &changes) {
                Some(undo) => self.carry_out(undo).await,
                None => Carried::Overtaken,
            };
            match outcome {
                Carried::Out => {
                    self.notices.announce(restore::undone());
                    self.notices.tell(NoticeKind::Plain, restore::undone(), Offer::Nothing);
                }
                Carried::Overtaken => {
                    self.notices.tell(NoticeKind::Trouble, restore::not_undone(), Offer::Nothing);
                }
                Carried::Refused(text) => self.notices.tell(NoticeKind::Trouble, text, Offer::Export),
            }
        });
    }

    /// Finishes a restore in which the last page died: afterwards all of its changes are made, or none. Gives the keys of the
    /// `records` that it has made void.
    pub(super) async fn finish_restore(self, records: &[(String, String)]) -> Vec<String> {
        match saved::leftover(self.disk(), records, clock_now()) {
            Leftover::Nothing => Vec::new(),
            Leftover::Remove => {
                self.saving().store.forget(saved::restore_key()).await;
                Vec::new()
            }
            Leftover::Finish(changes) => {
                if matches!(self.make(changes.clone(), false).await, Some(Ok(()))) {
                    self.note_applied(&changes).await;
                    self.show_restored();
                    saved::records_to_forget(&changes)
                } else {
                    self.notices.tell(NoticeKind::Trouble, restore::not_yet(), Offer::Export);
                    Vec::new()
                }
            }
        }
    }

    fn stage(self, stage: Restore) {
        self.members().restore.set(stage);
    }

    async fn preview(self, file: BackupFile) -> Restore {
        match self.plan(&file).await {
            Ok(plan) => Restore::Preview(Rc::new(file), Rc::new(plan)),
            Err(text) => Restore::Refused(text),
        }
    }

    async fn plan(self, file: &BackupFile) -> Result<RestorePlan, String> {
        let records = self.backup_records().await.unwrap_or_default();
        let plan = saved::plan_restore(self.disk(), &records, file, clock_now());
        plan.map_err(|error| restore::nothing_changed(&error.sentence()))
    }

    async fn try_to_restore(self, file: &BackupFile) -> Outcome {
        let plan = match self.plan(file).await {
            Ok(plan) => plan,
            Err(text) => return Outcome::Refused(text),
        };
        let changes = plan.changes.clone();
        match self.carry_out(changes.clone()).await {
            Carried::Out => Outcome::Restored(Box::new(plan)),
            Carried::Overtaken => Outcome::Overtaken,
            Carried::Refused(text) => Outcome::Refused(text),
        }
    }

    /// Makes `changes`, all or none: first the record that survives a kill, then the values.
    async fn carry_out(self, changes: Vec<ValueChange>) -> Carried {
        if changes.is_empty() {
            return Carried::Out;
        }
        let is_recorded = self.saving().store.write_ahead(saved::restore_record(&changes, false, clock_now())).await;
        if !is_recorded && !self.disk().is_memory() {
            return Carried::Refused(restore::no_room().to_owned());
        }
        match self.make(changes.clone(), true).await {
            Some(Ok(())) => {
                self.note_applied(&changes).await;
                self.show_restored();
                Carried::Out
            }
            Some(Err(NotApplied::Halfway)) => Carried::Refused(NotApplied::Halfway.sentence()),
            Some(Err(refused)) => {
                self.saving().store.forget(saved::restore_key()).await;
                Carried::Refused(refused.sentence())
            }
            None => {
                self.saving().store.forget(saved::restore_key()).await;
                Carried::Overtaken
            }
        }
    }

    /// From here on the record only repairs values that the browser has not brought to disk when it dies.
    async fn note_applied(self, changes: &[ValueChange]) {
        for key in saved::records_to_forget(changes) {
            self.saving().store.forget(key).await;
        }
        self.saving().store.write_ahead(saved::restore_record(changes, true, clock_now())).await;
    }

    fn tell_outcome(self, outcome: Outcome) {
        match outcome {
            Outcome::Restored(plan) => {
                self.stage(Restore::Idle);
                self.members().restore.note(plan.changes.clone().into());
                self.members().storage.ask_to_persist();
                let text = text::restore::done_sentence(&plan);
                self.notices.announce(text.clone());
                self.notices.tell(NoticeKind::Plain, text, Offer::UndoRestore);
            }
            Outcome::Refused(text) => self.stage(Restore::Refused(text)),
            Outcome::Overtaken => {
                self.stage(Restore::Refused(restore::overtaken().to_owned()));
            }
        }
    }

    /// Shows the stored values.
    fn show_restored(self) {
        self.read_choices();
        self.members().log.read_anew();
        self.members().pains.forget();
        self.read_pains();
    }

    /// Makes `changes` in this tab's turn; `None` if a value `must_be_current` and is not.
    async fn make(self, changes: Vec<ValueChange>, must_be_current: bool) -> Option<Result<(), NotApplied>> {
        let made = Rc::new(Cell::new(None));
        let done = made.clone();
        let act = move || {
            let may_be_made = !must_be_current || saved::is_current(self.disk(), &changes);
            done.set(may_be_made.then(|| saved::apply_changes(self.disk(), &changes)));
        };
        self.in_turn(Box::new(act)).await;
        made.take()
    }

    /// Runs `act` in this tab's turn, after every change requested before. It is dropped if another tab erases everything
    /// meanwhile.
    async fn in_turn(self, act: Box<dyn FnOnce()>) {
        let (held, over) = channel::<()>();
        self.saving().change(move || {
            act();
            drop(held);
        });
        // Nothing is ever sent: it is over once the closure is dropped, run or not.
        _ = over.await;
    }
}

/// The result of a restore.
enum Outcome {
    Restored(Box<RestorePlan>),
    Refused(String),
    /// Another tab changed something between plan and write.
    Overtaken,
}

/// The result of a list of changes.
enum Carried {
    Out,
    Refused(String),
    Overtaken,
}

/// The size is checked before a byte is read.
async fn read(file: &PickedFile) -> Result<BackupFile, NotRestorable> {
    #[allow(clippy::cast_precision_loss, reason = "a number of megabytes is exact")]
    let most = MAX_BYTES as f64;
    if file.size() > most {
        return Err(NotRestorable::TooLarge);
    }
    let bytes = file.bytes().await.ok_or(NotRestorable::NotText)?;
    saved::read_backup(&bytes, clock_now())
}
