//! Restoring a backup file: chosen → read → previewed → written, all or nothing → taken back, if the runner wants. What is
//! written, and in which order it survives a kill, is decided in `domain::saved`. In the lazy chunk.

use super::{App, Offer, Tone, clock_now};
use crate::browser::picked_file::{Event, PickedFile};
use crate::browser::{clock, document};
use crate::domain::place::Place;
use crate::domain::saved::{
    self, BackupFile, Leftover, MAX_BYTES, NotApplied, NotRestorable, RestorePlan, ValueChange,
};
use crate::text::{self, Sentence, restore};
use leptos::prelude::{ArcRwSignal, Get, GetUntracked, Set, Update};
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

/// How often a restore is planned anew because another tab changed something meanwhile.
const TRIES: u32 = 5;

/// How far a restore has come.
#[derive(Clone, Debug, Default)]
pub enum Restore {
    /// No file was chosen.
    #[default]
    Idle,
    /// The file is being read.
    Reading,
    /// Nothing can be restored from the file: the reason, and what to do.
    Refused(String),
    /// The file is read, and the runner decides.
    Preview(Rc<BackupFile>, Rc<RestorePlan>),
    /// It is being written.
    Writing,
}

/// The restore of this page.
#[derive(Default)]
pub(super) struct Restoring {
    stage: ArcRwSignal<Restore>,
    /// What the last restore changed.
    last: ArcRwSignal<Option<Rc<[ValueChange]>>>,
}

impl App {
    /// How far the restore has come. Reads reactively.
    #[must_use]
    pub fn restore_stage(self) -> Restore {
        self.restoring().stage.get()
    }

    /// True where the last restore of this visit can be taken back. Reads reactively.
    #[must_use]
    pub fn can_undo_restore(self) -> bool {
        self.restoring().last.get().is_some()
    }

    /// Reads the file chosen in the field that `event` is about, and shows in Settings what restoring it would do. Writes
    /// nothing.
    pub fn choose_backup(self, event: &Event) {
        let Some(file) = PickedFile::of(event) else { return };
        self.stage(Restore::Reading);
        self.go(Place::Settings);
        spawn_local(async move {
            let stage = match read(&file).await {
                Ok(file) => self.preview(file).await,
                Err(refused) => Restore::Refused(restore::nothing_changed(&refused.sentence())),
            };
            self.stage(stage);
            // After the focus of a page that has just been gone to.
            clock::after_paint(|| clock::after_paint(|| document::show("restore-title")));
        });
    }

    /// Leaves the chosen file alone.
    pub fn drop_backup(self) {
        self.stage(Restore::Idle);
    }

    /// Forgets the restore of this visit: everything is erased.
    pub(super) fn forget_restore(self) {
        self.stage(Restore::Idle);
        self.restoring().last.set(None);
    }

    /// Restores the file of the preview.
    pub fn restore(self) {
        let Restore::Preview(file, _) = self.restoring().stage.get_untracked() else { return };
        self.stage(Restore::Writing);
        spawn_local(async move {
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
        let Some(changes) = self.restoring().last.get_untracked() else { return };
        self.restoring().last.set(None);
        spawn_local(async move {
            let outcome = match saved::undo_changes(&self.world().store.disk, &changes) {
                Some(undo) => self.carry_out(undo).await,
                None => Carried::Overtaken,
            };
            match outcome {
                Carried::Out => {
                    self.notices.announce(restore::undone());
                    self.notices.tell(Tone::Plain, restore::undone(), Offer::Nothing);
                }
                Carried::Overtaken => {
                    self.notices.tell(Tone::Trouble, restore::not_undone(), Offer::Nothing);
                }
                Carried::Refused(text) => self.notices.tell(Tone::Trouble, text, Offer::Export),
            }
        });
    }

    /// Finishes a restore in which the last page died. Everything that it had to write is there afterwards, or nothing. Gives
    /// the keys of the `records` that it has made void.
    pub(super) async fn finish_restore(self, records: &[(String, String)]) -> Vec<String> {
        let world = self.world();
        match saved::leftover(&world.store.disk, records, clock_now()) {
            Leftover::Nothing => Vec::new(),
            Leftover::Remove => {
                self.store().forget(saved::restore_key()).await;
                Vec::new()
            }
            Leftover::Finish(changes) => {
                if self.make(changes.clone(), false).await == Some(Ok(())) {
                    self.note_applied(&changes).await;
                    self.show_restored();
                    saved::records_to_forget(&changes)
                } else {
                    self.notices.tell(Tone::Trouble, restore::not_yet(), Offer::Export);
                    Vec::new()
                }
            }
        }
    }

    fn restoring(self) -> &'static Restoring {
        self.world().restoring.get_or_init(|| Box::leak(Box::default()))
    }

    fn stage(self, stage: Restore) {
        self.restoring().stage.set(stage);
    }

    async fn preview(self, file: BackupFile) -> Restore {
        match self.plan(&file).await {
            Ok(plan) => Restore::Preview(Rc::new(file), Rc::new(plan)),
            Err(text) => Restore::Refused(text),
        }
    }

    async fn plan(self, file: &BackupFile) -> Result<RestorePlan, String> {
        let records = self.backup_records().await.unwrap_or_default();
        let plan = saved::plan_restore(&self.world().store.disk, &records, file, clock_now());
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
        let world = self.world();
        let is_recorded = self.store().write_ahead(saved::restore_record(&changes, false, clock_now())).await;
        if !is_recorded && !world.store.disk.is_memory() {
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
                self.store().forget(saved::restore_key()).await;
                Carried::Refused(refused.sentence())
            }
            None => {
                self.store().forget(saved::restore_key()).await;
                Carried::Overtaken
            }
        }
    }

    /// From here on the record only repairs what the browser has not brought to disk when it dies.
    async fn note_applied(self, changes: &[ValueChange]) {
        for key in saved::records_to_forget(changes) {
            self.store().forget(key).await;
        }
        self.store().write_ahead(saved::restore_record(changes, true, clock_now())).await;
    }

    fn tell_outcome(self, outcome: Outcome) {
        match outcome {
            Outcome::Restored(plan) => {
                self.stage(Restore::Idle);
                self.restoring().last.set(Some(plan.changes.clone().into()));
                self.ask_to_persist();
                let text = text::restore::done_sentence(&plan);
                self.notices.announce(text.clone());
                self.notices.tell(Tone::Plain, text, Offer::UndoRestore);
            }
            Outcome::Refused(text) => self.stage(Restore::Refused(text)),
            Outcome::Overtaken => {
                self.stage(Restore::Refused(restore::overtaken().to_owned()));
            }
        }
    }

    /// Shows what stands in the store by now.
    fn show_restored(self) {
        self.read_choices();
        self.world().read_down_to.take();
        self.log.update(Vec::clear);
        self.read_log();
        self.forget_pains();
        self.read_pains();
    }

    /// Makes `changes` in this tab's turn to change what is kept; `None` where a value `must_be_current` and is not.
    async fn make(self, changes: Vec<ValueChange>, must_be_current: bool) -> Option<Result<(), NotApplied>> {
        type Made = Option<Result<(), NotApplied>>;
        let result: Rc<Cell<Option<Made>>> = Rc::default();
        let waker: Rc<RefCell<Option<Waker>>> = Rc::default();
        let (done, wake) = (result.clone(), waker.clone());
        self.with_store_lock(move || {
            let disk = &self.world().store.disk;
            let may_be_made = !must_be_current || saved::is_current(disk, &changes);
            done.set(Some(may_be_made.then(|| saved::apply_changes(disk, &changes))));
            if let Some(waker) = wake.take() {
                waker.wake();
            }
        });
        poll_fn(move |context| {
            if let Some(result) = result.take() {
                return Poll::Ready(result);
            }
            waker.replace(Some(context.waker().clone()));
            Poll::Pending
        })
        .await
    }
}

/// What became of a restore.
enum Outcome {
    Restored(Box<RestorePlan>),
    Refused(String),
    /// Another tab changed something between plan and write.
    Overtaken,
}

/// What became of a list of changes.
enum Carried {
    Out,
    Refused(String),
    Overtaken,
}

/// The size is looked at before a byte is read.
async fn read(file: &PickedFile) -> Result<BackupFile, NotRestorable> {
    #[allow(clippy::cast_precision_loss, reason = "a number of megabytes is exact")]
    let most = MAX_BYTES as f64;
    if file.size() > most {
        return Err(NotRestorable::TooLarge);
    }
    let bytes = file.bytes().await.ok_or(NotRestorable::NotText)?;
    saved::read_backup(&bytes, clock_now())
}
