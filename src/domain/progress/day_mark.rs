//! The days of a week, each with a mark if it was trained on.

use super::monday;
use crate::domain::log::Performed;
use time::{Date, Duration};

/// One day of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayMark {
    /// The day.
    pub day: Date,
    /// True if a session was started on it.
    pub trained: bool,
    /// Its order relative to today: before, equal or after.
    pub against_today: std::cmp::Ordering,
}

impl DayMark {
    /// True for today.
    #[must_use]
    pub fn is_today(&self) -> bool {
        self.against_today.is_eq()
    }
}

/// The week of `today`, Monday to Sunday. Sessions dated after `today` are left out ([`Performed::counted_day`]).
#[must_use]
pub fn week_days(log: &[Performed], today: Date) -> Vec<DayMark> {
    let mark = |days: i64| {
        let day = monday(today).saturating_add(Duration::days(days));
        let trained = log.iter().any(|p| p.counted_day(today) == Some(day));
        DayMark { day, trained, against_today: day.cmp(&today) }
    };
    (0..7).map(mark).collect()
}
