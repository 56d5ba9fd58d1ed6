//! Key poses of a motion.

use crate::domain::figure::pose::Pose;

/// A key pose and its time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Key {
    /// Seconds from the start of the loop.
    pub at: f32,
    /// Its easing.
    pub easing: Easing,
    /// The pose.
    pub pose: Pose,
}

/// Easing of a key pose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Easing {
    /// Passed at speed.
    Flow,
    /// Comes to rest, and starts gently.
    Settle,
    /// Comes to rest, and starts with force.
    Drive,
    /// Rests until the next key, which has the same pose; breathing goes on.
    Hold,
}

/// A new key pose.
#[must_use]
pub const fn key(at: f32, easing: Easing, pose: Pose) -> Key {
    Key { at, easing, pose }
}
