//! The notices for the runner, and the status line for screen readers. Knows nothing of what they are about.

use crate::domain::log::Performed;
use crate::domain::name::plain;
use crate::domain::routine::Routine;
use crate::domain::said::said_after;
use crate::text::{Sentence, store};
use leptos::prelude::{GetUntracked, RwSignal, Set, Update};
use std::sync::atomic::{AtomicU32, Ordering};

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Plain,
    /// Something did not work; said at once to screen readers.
    Trouble,
}

/// What a notice offers to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Nothing but to read it.
    Nothing,
    /// Download all data.
    Export,
    /// Load the newest version of the program.
    Renew,
    /// Bring back what was deleted.
    Undo(Deleted),
    /// Take back what was restored.
    UndoRestore,
}

/// Something that was deleted, as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deleted {
    /// A routine of the runner's own, and the ids of all of them in order.
    Routine(Box<Routine>, Vec<String>),
    /// A session of the log.
    Session(Box<Performed>),
}

/// One sentence for the runner: what happened, what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its identity for as long as the page lives; texts can be equal.
    pub id: u32,
    /// How it is meant.
    pub tone: Tone,
    /// The sentence.
    pub text: String,
    /// What it offers.
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
    /// Tells the runner. A sentence told again takes the place of the one before, but every deletion has
    /// a notice, and an Undo, of its own.
    pub fn tell(self, tone: Tone, text: impl Into<String>, offer: Offer) {
        let notice = Notice { id: new_id(), tone, text: text.into(), offer };
        let is_deletion = |notice: &Notice| matches!(notice.offer, Offer::Undo(_));
        self.list.update(|notices| {
            if !is_deletion(&notice) {
                notices.retain(|other| other.text != notice.text || is_deletion(other));
            }
            notices.push(notice);
        });
    }

    /// Takes a notice away.
    pub fn dismiss(self, id: u32) {
        self.list.update(|notices| notices.retain(|notice| notice.id != id));
    }

    /// Takes away what was told in these words, because it is not so any more.
    pub fn withdraw(self, text: &str) {
        self.list.update(|notices| notices.retain(|notice| notice.text != text));
    }

    /// Takes away every offer to take back what was restored: that cannot be done any more.
    pub(super) fn withdraw_undo_restore(self) {
        self.list.update(|notices| notices.retain(|notice| !matches!(notice.offer, Offer::UndoRestore)));
    }

    /// Takes every notice away.
    pub fn clear(self) {
        self.list.set(Vec::new());
    }

    /// Says something to screen readers, politely. Said again it is a change all the same, and so is heard again.
    pub fn announce(self, text: impl Into<String>) {
        let said = said_after(&self.status.get_untracked(), text.into());
        self.status.set(said);
    }

    /// Tells in these words that something was deleted, and offers to bring it back.
    pub(super) fn tell_deleted(self, text: String, deleted: Deleted) {
        self.announce(plain(&text));
        self.tell(Tone::Plain, text, Offer::Undo(deleted));
    }

    /// Reports what was not saved, with the data as a way out.
    pub fn check<T>(self, outcome: Result<T, impl Sentence>) -> Option<T> {
        match outcome {
            Ok(value) => Some(value),
            Err(error) => {
                self.tell(Tone::Trouble, store::go_on(&error.sentence()), Offer::Export);
                None
            }
        }
    }
}

fn new_id() -> u32 {
    static LAST: AtomicU32 = AtomicU32::new(0);
    LAST.fetch_add(1, Ordering::Relaxed)
}
