//! The reasons why nothing of a file can be restored.

/// The reason why nothing of a file can be restored, and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotRestorable {
    /// More than [`MAX_BYTES`](super::MAX_BYTES).
    TooLarge,
    /// No bytes, or only space.
    Empty,
    /// Text in another encoding than UTF-8.
    Encoding,
    /// No text at all, such as a picture.
    NotText,
    /// Text of another app.
    Foreign,
    /// A backup of this app, cut or altered.
    Damaged,
    /// Written by a later version.
    Newer,
    /// More rows than any runner can have.
    TooMuch,
}
