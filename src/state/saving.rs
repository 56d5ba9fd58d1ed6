//! One meaning of "saved": on disk for sure.
//!
//! A value is first put into localStorage, which may bring it to disk minutes later, and then copied into `IndexedDB`, which
//! answers once it is there.

use super::App;

/// The state of a change on its way to disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// On disk for sure: nothing but the loss of both stores takes it away.
    OnDisk,
    /// The browser has it and brings it to disk a little later.
    Soon,
    /// The store refused, or there is none: it lasts as long as this page.
    No,
}

impl App {
    /// Tells `then` what became of a change that the store has `kept`.
    pub(super) fn tell_saved(self, kept: bool, then: Box<dyn FnOnce(Saved)>) {
        then(if kept && !self.world().disk.is_memory() { Saved::Soon } else { Saved::No });
    }
}
