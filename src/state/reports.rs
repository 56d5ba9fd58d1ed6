//! The notices of stored values that cannot be read: shown after the store is compared with its copies, which may have them.

use super::notices::{NoticeKind, Notices, Offer};
use crate::domain::message::Kept;
use crate::domain::saved::Loaded;
use crate::text::store;
use std::cell::RefCell;

/// A value that could not be read, and the sentence that says so.
type Report = (Kept, String);

/// The reports of values that could not be read.
pub(super) struct Reports {
    notices: Notices,
    /// The reports that wait for the comparison with the copies; `None` after it.
    waiting: RefCell<Option<Vec<Report>>>,
}

impl Reports {
    /// `waits` is true if there are copies to compare the store with.
    pub(super) fn new(notices: Notices, waits: bool) -> Self {
        Self { notices, waiting: RefCell::new(waits.then(Vec::new)) }
    }

    /// Ends the waiting without a notice: nothing is stored.
    pub(super) fn drop_waiting(&self) {
        self.waiting.take();
    }

    /// Shows the waiting reports.
    pub(super) fn tell_waiting(&self) {
        for (_, text) in self.waiting.take().unwrap_or_default() {
            self.notices.tell(NoticeKind::Trouble, text, Offer::Export);
        }
    }

    /// Removes the waiting report of a value; true if there was one.
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

    /// Reports a value that cannot be read; if the copies are still to be compared, after that.
    pub(super) fn report<T>(&self, what: &Kept, loaded: &Loaded<T>) {
        let text = match loaded {
            Loaded::Unreadable => store::unreadable(&store::kept(what)),
            Loaded::Newer => store::newer(&store::kept(what)),
            Loaded::Absent | Loaded::Whole(_) | Loaded::Blocked => return,
        };
        match &mut *self.waiting.borrow_mut() {
            Some(waiting) => waiting.push((what.clone(), text)),
            None => self.notices.tell(NoticeKind::Trouble, text, Offer::Export),
        }
    }
}
