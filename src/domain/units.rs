//! Checked values that all other modules use. Knows nothing of exercises or storage.

use time::{Date, OffsetDateTime, UtcOffset};

/// The milliseconds of a day.
pub const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// A point in time: milliseconds since the Unix epoch, UTC, by the device's clock.
///
/// The device's clock can be set back; do not assume that a later call gives a larger value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// This moment plus `ms` milliseconds; saturates at the ends of the range.
    #[must_use]
    pub const fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }

    /// This moment plus `seconds`.
    #[must_use]
    pub const fn plus(self, seconds: Seconds) -> Self {
        self.plus_ms(seconds.0 as i64 * 1000)
    }

    /// Milliseconds from `earlier` to this moment; 0 if the clock was set back in between.
    #[must_use]
    pub const fn ms_since(self, earlier: Self) -> i64 {
        let ms = self.0.saturating_sub(earlier.0);
        if ms < 0 { 0 } else { ms }
    }

    /// The local calendar day of this moment, with `offset` ahead of UTC.
    #[must_use]
    pub fn day(self, offset: Offset) -> Option<Date> {
        let offset = UtcOffset::from_whole_seconds(i32::from(offset.minutes()) * 60).ok()?;
        let moment = OffsetDateTime::from_unix_timestamp(self.0.div_euclid(1000)).ok()?;
        Some(moment.checked_to_offset(offset)?.date())
    }

    /// Hour and minute of the local clock at this moment.
    #[must_use]
    pub fn clock(self, offset: Offset) -> (u8, u8) {
        let minutes = (self.0.div_euclid(60_000) + i64::from(offset.minutes())).rem_euclid(1440);
        let hour = u8::try_from(minutes / 60).unwrap_or(0);
        let minute = u8::try_from(minutes % 60).unwrap_or(0);
        (hour, minute)
    }
}

/// The local clock's offset from UTC in minutes: −1,439 … 1,439.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Offset(i16);

impl Offset {
    /// `minutes` ahead of UTC; impossible values become UTC.
    #[must_use]
    pub const fn from_minutes(minutes: i16) -> Self {
        if minutes > -1440 && minutes < 1440 { Self(minutes) } else { Self(0) }
    }

    /// Minutes ahead of UTC.
    #[must_use]
    pub const fn minutes(self) -> i16 {
        self.0
    }
}

/// A whole number of seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Seconds(pub u32);

impl Seconds {
    /// Minutes to the nearest whole one, at least 1: the only rounding of minutes on screen. Sums are computed
    /// in seconds and rounded once, so the rows of a list need not add up to their total.
    #[must_use]
    pub const fn minutes(self) -> u32 {
        let minutes = self.0.saturating_add(30) / 60;
        if minutes == 0 { 1 } else { minutes }
    }
}

/// The amount of one set, planned or done: repetitions, seconds, steps or rounds (see `catalogue::Measure`). 1 … 999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(u16);

/// An amount outside 1 … 999.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AmountOutOfRange;

impl Amount {
    /// The largest amount of a set.
    pub const MAX: u16 = 999;

    /// # Errors
    /// Outside 1 … 999.
    pub const fn new(value: u16) -> Result<Self, AmountOutOfRange> {
        if value >= 1 && value <= Self::MAX { Ok(Self(value)) } else { Err(AmountOutOfRange) }
    }

    /// `value`, clamped to the range.
    #[must_use]
    pub const fn clamped(value: u16) -> Self {
        match value {
            0 => Self(1),
            v if v > Self::MAX => Self(Self::MAX),
            v => Self(v),
        }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }

    /// The amount plus `delta`, kept in range.
    #[must_use]
    pub const fn stepped(self, delta: i16) -> Self {
        Self::clamped(self.0.saturating_add_signed(delta))
    }
}
