//! Minutes a week, and the sentence that says them.

use super::Performed;
use time::{Date, Duration};

/// One calendar week, Monday to Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: Date,
    /// Minutes trained, each session rounded up to a whole one.
    pub minutes: u32,
    /// How many sessions.
    pub sessions: u32,
}

/// The Monday of the week of `day` (ISO 8601: weeks begin on Monday).
#[must_use]
pub fn monday(day: Date) -> Date {
    day.saturating_sub(Duration::days(i64::from(day.weekday().number_days_from_monday())))
}

/// The last `count` weeks up to that of `today`, oldest first, empty weeks included.
#[must_use]
pub fn weeks(log: &[Performed], today: Date, count: u16) -> Vec<Week> {
    let this = monday(today);
    let week = |back: u16| {
        let monday = this.saturating_sub(Duration::weeks(i64::from(back)));
        let of_week = log.iter().filter(|p| p.day().is_some_and(|day| self::monday(day) == monday));
        let (minutes, sessions) =
            of_week.fold((0, 0), |(minutes, sessions), p| (minutes + p.length.0.div_ceil(60).max(1), sessions + 1));
        Week { monday, minutes, sessions }
    };
    (0..count).rev().map(week).collect()
}
