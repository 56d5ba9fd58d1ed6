//! How far the restore of a backup has come on this page, and what the last one changed. In the lazy chunk.

use crate::domain::saved::{BackupFile, RestorePlan, ValueChange};
use leptos::prelude::{ArcRwSignal, Get, GetUntracked, Set};
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
}

impl RestoreStage {
    /// The stage of the restore. Reads reactively.
    pub(super) fn get(&self) -> Restore {
        self.stage.get()
    }

    /// True where the last restore of this visit can be taken back. Reads reactively.
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

    /// Notes what a restore has changed, so that it can be taken back.
    pub(super) fn note(&self, changes: Rc<[ValueChange]>) {
        self.last.set(Some(changes));
    }

    /// Takes what the last restore changed, to be taken back.
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
