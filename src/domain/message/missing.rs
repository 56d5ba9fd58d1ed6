//! Vanished values of the store. `saved` finds them.

/// A stored value that should be there and is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
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
    /// This many months of the log.
    Months(usize),
    /// This many sets of the open session.
    Sets(usize),
}
