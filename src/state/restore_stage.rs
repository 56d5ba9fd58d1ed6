//! The stage of a restore on this page, and the changes of the last one. In the lazy chunk.

use crate::domain::saved::{BackupFile, RestorePlan, ValueChange};
use futures_channel::oneshot::{Receiver, Sender, channel};
use leptos::prelude::{ArcRwSignal, Get, GetUntracked, Set};
use std::cell::RefCell;
use std::rc::Rc;

/// The stage of a restore.
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
pub(super) struct RestoreStage {
    stage: ArcRwSignal<Restore>,
    /// The changes of the last restore.
    last: ArcRwSignal<Option<Rc<[ValueChange]>>>,
    /// The end of the last work begun.
    ends: RefCell<Option<Receiver<()>>>,
}

/// The period in which all stored values are being replaced, or compared with a file. It ends when this is dropped.
pub(super) type Work = Sender<()>;

impl RestoreStage {
    /// Begins a restore, Undo or erasure once the one before has ended: a file is never compared with values about to go.
    pub(super) async fn begin_work(&self) -> Work {
        let (work, end) = channel();
        if let Some(before) = self.ends.replace(Some(end)) {
            // Nothing is ever sent: it ends when the other side is dropped.
            _ = before.await;
        }
        work
    }

    /// The stage of the restore. Reads reactively.
    pub(super) fn get(&self) -> Restore {
        self.stage.get()
    }

    /// True if the last restore of this visit can be undone. Reads reactively.
    pub(super) fn can_undo(&self) -> bool {
        self.last.get().is_some()
    }

    /// The file of the preview.
    pub(super) fn previewed(&self) -> Option<Rc<BackupFile>> {
        match self.stage.get_untracked() {
            Restore::Preview(file, _) => Some(file),
            _ => None,
        }
    }

    pub(super) fn set(&self, stage: Restore) {
        self.stage.set(stage);
    }

    /// Notes the changes of a restore, so that it can be undone.
    pub(super) fn note(&self, changes: Rc<[ValueChange]>) {
        self.last.set(Some(changes));
    }

    /// Takes the changes of the last restore, to undo them.
    pub(super) fn take_last(&self) -> Option<Rc<[ValueChange]>> {
        let last = self.last.get_untracked();
        if last.is_some() {
            self.last.set(None);
        }
        last
    }

    /// Forgets the restore of this visit: everything is erased.
    pub(super) fn forget(&self) {
        self.stage.set(Restore::Idle);
        self.last.set(None);
    }
}
