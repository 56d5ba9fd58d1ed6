//! Names of stored values, for messages.

/// A stored value of the runner's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The settings.
    Settings,
    /// The runner's own routines.
    Routines,
    /// The runner's own exercises.
    Exercises,
    /// The reports of pain.
    Pain,
    /// A month of the log, as `2026-11`.
    Month(String),
    /// The plan of the open session.
    Plan,
}
