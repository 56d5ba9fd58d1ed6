//! The notices for the runner, and the status line for screen readers.

use crate::domain::log::Performed;
use crate::domain::name::plain;
use crate::domain::routine::Routine;
use crate::domain::said::said_after;
use crate::text::{Sentence, store};
use leptos::prelude::{GetUntracked, RwSignal, Set, Update};
use std::sync::atomic::{AtomicU32, Ordering};

/// The kind of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Information.
    Plain,
    /// A failure; announced at once by screen readers.
    Trouble,
}

/// The action that a notice offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// None.
    Nothing,
    /// Download all data.
    Export,
    /// Load the newest version of the program.
    Renew,
    /// Undo a deletion.
    Undo(Deleted),
    /// Undo a restore.
    UndoRestore,
}

/// Something that was deleted, as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deleted {
    /// A routine of the runner's own, and the ids of all of them in order.
    Routine(Box<Routine>, Vec<String>),
    /// An exercise of the runner's own, by its id.
    Exercise(String),
    /// A session of the log.
    Session(Box<Performed>),
}

/// One sentence for the runner: what happened, what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its identity for as long as the page lives; texts can be equal.
    pub id: u32,
    /// Its kind.
    pub tone: NoticeKind,
    /// The sentence.
    pub text: String,
    /// Its action.
    pub offer: Offer,
}

/// Notices and status line.
#[derive(Clone, Copy)]
pub struct Notices {
    /// The notices on screen, oldest first.
    pub list: RwSignal<Vec<Notice>>,
    /// The polite status line for screen readers.
    pub status: RwSignal<String>,
}

impl Default for Notices {
    /// No notice, and an empty status line.
    fn default() -> Self {
        Self { list: RwSignal::new(Vec::new()), status: RwSignal::new(String::new()) }
    }
}

impl Notices {
    /// Shows a notice. One with the same sentence is replaced, but every deletion has a notice, and an Undo, of its own.
    pub fn tell(self, tone: NoticeKind, text: impl Into<String>, offer: Offer) {
        let notice = Notice { id: new_id(), tone, text: text.into(), offer };
        let is_deletion = |notice: &Notice| matches!(notice.offer, Offer::Undo(_));
        self.list.update(|notices| {
            if !is_deletion(&notice) {
                notices.retain(|other| other.text != notice.text || is_deletion(other));
            }
            notices.push(notice);
        });
    }

    /// Removes a notice.
    pub fn dismiss(self, id: u32) {
        self.list.update(|notices| notices.retain(|notice| notice.id != id));
    }

    /// Removes the notices with this sentence, which is no longer true.
    pub fn withdraw(self, text: &str) {
        self.list.update(|notices| notices.retain(|notice| notice.text != text));
    }

    /// Removes the notices that offer Undo of a restore, which is no longer possible.
    pub(super) fn withdraw_undo_restore(self) {
        self.list.update(|notices| notices.retain(|notice| !matches!(notice.offer, Offer::UndoRestore)));
    }

    /// Removes every notice.
    pub fn clear(self) {
        self.list.set(Vec::new());
    }

    /// Announces a sentence to screen readers, politely. A repeated sentence is changed slightly, so that it is announced
    /// again.
    pub fn announce(self, text: impl Into<String>) {
        let said = said_after(&self.status.get_untracked(), text.into());
        self.status.set(said);
    }

    /// Shows the notice of a deletion, with an Undo.
    pub(super) fn tell_deleted(self, text: String, deleted: Deleted) {
        self.announce(plain(&text));
        self.tell(NoticeKind::Plain, text, Offer::Undo(deleted));
    }

    /// Reports a value that was not saved, and offers a download of the data.
    pub fn check<T>(self, outcome: Result<T, impl Sentence>) -> Option<T> {
        match outcome {
            Ok(value) => Some(value),
            Err(error) => {
                self.tell(NoticeKind::Trouble, store::go_on(&error.sentence()), Offer::Export);
                None
            }
        }
    }
}

fn new_id() -> u32 {
    static LAST: AtomicU32 = AtomicU32::new(0);
    LAST.fetch_add(1, Ordering::Relaxed)
}
