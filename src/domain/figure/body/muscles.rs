//! The working muscles.

pub use crate::domain::vocabulary::Muscle;

/// The working muscles of an exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Muscles {
    /// Muscles that do most of the work.
    pub primary: &'static [Muscle],
    /// Muscles that help or stabilise.
    pub secondary: &'static [Muscle],
}
