//! Calendar weeks with their minutes and sessions.

use crate::domain::log::{Performed, so_far};
use crate::domain::units::Seconds;
use time::{Date, Duration};

/// One calendar week, Monday to Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: Date,
    /// Minutes trained: the seconds of its sessions added up, rounded once; 0 without a session.
    pub minutes: u32,
    /// Number of sessions.
    pub sessions: u32,
}

/// The Monday of the week of `day` (ISO 8601).
#[must_use]
pub fn monday(day: Date) -> Date {
    day.saturating_sub(Duration::days(i64::from(day.weekday().number_days_from_monday())))
}

/// The sessions of the week of `today`, newest first.
#[must_use]
pub fn this_week(newest_first: &[Performed], today: Date) -> &[Performed] {
    let log = so_far(newest_first, today);
    let counts = |session: &&Performed| session.counted_day(today).is_some_and(|day| day >= monday(today));
    &log[..log.iter().take_while(counts).count()]
}

/// The last `count` weeks up to that of `today`, oldest first, empty weeks included. Sessions dated after `today` are left out
/// ([`Performed::counted_day`]); of each session its [`Performed::counted_length`] counts.
#[must_use]
pub fn weeks(log: &[Performed], today: Date, count: u16) -> Vec<Week> {
    let this = monday(today);
    let week = |back: u16| {
        let monday = this.saturating_sub(Duration::weeks(i64::from(back)));
        let of_week = log.iter().filter(|p| p.counted_day(today).is_some_and(|day| self::monday(day) == monday));
        let (seconds, sessions) = of_week
            .fold((0_u32, 0), |(seconds, sessions), p| (seconds.saturating_add(p.counted_length().0), sessions + 1));
        Week { monday, minutes: if sessions == 0 { 0 } else { Seconds(seconds).minutes() }, sessions }
    };
    (0..count).rev().map(week).collect()
}
