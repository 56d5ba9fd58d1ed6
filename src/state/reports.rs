//! What is told of values that are there and cannot be used: once the store is compared with its copies, which may have them.

use super::notices::{Notices, Offer, Tone};
use crate::domain::message::Kept;
use crate::domain::saved::Loaded;
use crate::text::store;
use std::cell::RefCell;

/// A value that could not be read, and the sentence that says so.
type Report = (Kept, String);

/// The reports of values that could not be read.
pub(super) struct Reports {
    notices: Notices,
    /// The reports that wait until the store is compared with its copies; `None` from then on.
    waiting: RefCell<Option<Vec<Report>>>,
}

impl Reports {
    /// `waits`: whether there are copies to compare the store with.
    pub(super) fn new(notices: Notices, waits: bool) -> Self {
        Self { notices, waiting: RefCell::new(waits.then(Vec::new)) }
    }

    /// Ends the waiting without a word: nothing is stored.
    pub(super) fn drop_waiting(&self) {
        self.waiting.take();
    }

    /// Tells what has waited.
    pub(super) fn tell_waiting(&self) {
        for (_, text) in self.waiting.take().unwrap_or_default() {
            self.notices.tell(Tone::Trouble, text, Offer::Export);
        }
    }

    /// Takes away what was to be told of a value that could not be read; gives whether there was anything.
    pub(super) fn take(&self, what: &Kept) -> bool {
        let mut reports = self.waiting.take();
        let before = reports.as_ref().map_or(0, Vec::len);
        if let Some(reports) = &mut reports {
            reports.retain(|(other, _)| other != what);
        }
        let is_taken = reports.as_ref().map_or(0, Vec::len) < before;
        self.waiting.replace(reports);
        is_taken
    }

    /// Tells the runner of a value that is there and cannot be used; before the copies are compared, once they are.
    pub(super) fn report<T>(&self, what: &Kept, loaded: &Loaded<T>) {
        let text = match loaded {
            Loaded::Unreadable => store::unreadable(&store::kept(what)),
            Loaded::Newer => store::newer(&store::kept(what)),
            Loaded::Absent | Loaded::Whole(_) | Loaded::Blocked => return,
        };
        match &mut *self.waiting.borrow_mut() {
            Some(waiting) => waiting.push((what.clone(), text)),
            None => self.notices.tell(Tone::Trouble, text, Offer::Export),
        }
    }
}
