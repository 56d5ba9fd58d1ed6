//! The values that are kept for the runner, to be named in a message.

/// A value that is kept for the runner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The settings.
    Settings,
    /// The runner's own routines.
    Routines,
    /// The reports of pain.
    Pain,
    /// A month of the log, as `2026-11`.
    Month(String),
    /// The plan of the open session.
    Plan,
}
