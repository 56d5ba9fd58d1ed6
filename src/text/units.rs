//! Amounts of time with their unit.

use crate::domain::units::Seconds;

pub use super::app::units::*;

/// "45 s", "6 min", "1 min 30 s": for reading, not rounded.
#[must_use]
pub fn spoken(length: Seconds) -> String {
    match (length.0 / 60, length.0 % 60) {
        (0, s) => seconds(s),
        (m, 0) => minutes(m),
        (m, s) => minutes_seconds(m, s),
    }
}

/// "6 min", rounded like [`Seconds::minutes`].
#[must_use]
pub fn minutes_of(length: Seconds) -> String {
    minutes(length.minutes())
}
