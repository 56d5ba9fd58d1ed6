//! Gaps in a backup. `saved` finds them.

use super::Kept;

/// Something that a backup lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// The store could not be read, and nothing of it is in the file.
    Store,
    /// The store could not be read, and the file has only the journal.
    AllButJournal,
    /// The journal could not be read.
    Journal,
    /// A value that could not be read; the file has its text.
    Unreadable(Kept),
    /// A value of a newer version; the file has its text.
    Newer(Kept),
    /// A part of an open session that could not be read; the file has its text.
    OpenSession,
    /// A gap described in a file, in its words.
    Told(String),
}
