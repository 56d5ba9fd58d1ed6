//! The state of a change on its way to disk.

/// The state of a change on its way to disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Certainly on disk.
    OnDisk,
    /// The browser has it and brings it to disk a little later.
    Soon,
    /// The store refused, or there is none: the change is lost with this page.
    No,
}

/// Called once with the result of a change.
pub(super) type SavedCallback = Box<dyn FnOnce(Saved)>;
