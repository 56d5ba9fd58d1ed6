//! The bars of the chart of weeks.

use super::{Week, monday};
use crate::domain::log::Performed;
use time::{Date, Duration};

/// The bar of one week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekBar {
    /// Percent of the longest week, 0 … 100; a week with any training is never flat.
    pub percent: u32,
    /// True under the first week that begins in a month, where there is room for the name of the month.
    pub names_month: bool,
    /// True for the week of today.
    pub now: bool,
    /// The week itself.
    pub week: Week,
}

/// The bars of `weeks`, oldest first, the last one being the week of today.
#[must_use]
pub fn bars(weeks: &[Week]) -> Vec<WeekBar> {
    let most = weeks.iter().map(|week| week.minutes).max().unwrap_or(0).max(1);
    let begins = |at: usize| at == 0 || weeks[at].monday.month() != weeks[at - 1].monday.month();
    // A first week alone in its month leaves no room for two names side by side.
    let named = |at: usize| begins(at) && !(at == 0 && weeks.len() > 1 && begins(1));
    let bar = |(at, week): (usize, &Week)| WeekBar {
        percent: if week.minutes == 0 { 0 } else { (week.minutes * 100 / most).max(3) },
        names_month: named(at),
        now: at + 1 == weeks.len(),
        week: *week,
    };
    weeks.iter().enumerate().map(bar).collect()
}

/// True if a log read as far as `newest_first` reaches covers the last `weeks` weeks.
#[must_use]
pub fn covers_weeks(newest_first: &[Performed], today: Date, weeks: u16) -> bool {
    let from = monday(today).saturating_sub(Duration::weeks(i64::from(weeks.saturating_sub(1))));
    newest_first.last().and_then(Performed::day).is_some_and(|day| day < from)
}
