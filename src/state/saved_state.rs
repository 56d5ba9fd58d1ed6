//! The state of a change on its way to disk.

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

/// Who waits to hear what became of a change.
pub(super) type Told = Box<dyn FnOnce(Saved)>;
