//! The log as marks of days and bars of weeks, as a screen shows them. Says nothing in words.

use super::{Performed, SetDone, Week, monday};
use crate::domain::catalogue::{Level, brief};
use crate::domain::routine::Routine;
use time::{Date, Duration};

/// Some consecutive sets of one exercise at one level within a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bout<'a> {
    /// Its sets in order; never empty.
    pub sets: &'a [SetDone],
    /// The level of them all.
    pub level: Level,
    /// Whether any of them was done on one side alone.
    pub sided: bool,
}

impl Bout<'_> {
    /// The last set of which the runner said how many more could have been done.
    #[must_use]
    pub fn last_with_reserve(&self) -> Option<&SetDone> {
        self.sets.iter().rev().find(|set| set.reserve.is_some())
    }
}

impl Performed {
    /// Its sets exercise by exercise, in the order of training.
    #[must_use]
    pub fn bouts(&self) -> Vec<Bout<'_>> {
        let bout = |sets: &'_ [SetDone]| sets.first().map(|first| (first.level, sets.iter().any(|s| s.side.is_some())));
        let same = |a: &SetDone, b: &SetDone| a.exercise == b.exercise && a.level == b.level;
        let runs = self.sets.chunk_by(same);
        runs.filter_map(|sets| bout(sets).map(|(level, sided)| Bout { sets, level, sided })).collect()
    }

    /// What to train to do it again: the routine it came from if that is still there, or the exercise it was.
    #[must_use]
    pub fn again(&self, routine: Option<Routine>) -> Option<Routine> {
        routine.or_else(|| {
            let level = self.sets.first().map_or(Level::Base, |set| set.level);
            Some(Routine::single(brief(&self.from)?, level))
        })
    }
}

/// One day of a week and whether it was trained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayMark {
    /// The day.
    pub day: Date,
    /// Whether a session was started on it.
    pub trained: bool,
    /// Whether it is today, before it or after it.
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

/// One week of the chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Percent of the longest week, 0 … 100; a week with any training is never flat.
    pub percent: u32,
    /// True under the first week that begins in a month, where there is room for the name of the month.
    pub names_month: bool,
    /// Whether it is the week of today.
    pub now: bool,
    /// The week itself.
    pub week: Week,
}

/// The bars of `weeks`, oldest first, the last one being the week of today.
#[must_use]
pub fn bars(weeks: &[Week]) -> Vec<Bar> {
    let most = weeks.iter().map(|week| week.minutes).max().unwrap_or(0).max(1);
    let begins = |at: usize| at == 0 || weeks[at].monday.month() != weeks[at - 1].monday.month();
    // A first week alone in its month leaves no room for two names side by side.
    let named = |at: usize| begins(at) && !(at == 0 && weeks.len() > 1 && begins(1));
    let bar = |(at, week): (usize, &Week)| Bar {
        percent: if week.minutes == 0 { 0 } else { (week.minutes * 100 / most).max(3) },
        names_month: named(at),
        now: at + 1 == weeks.len(),
        week: *week,
    };
    weeks.iter().enumerate().map(bar).collect()
}

/// Whether a log read as far as `newest_first` reaches covers the last `weeks` weeks.
#[must_use]
pub fn covers(newest_first: &[Performed], today: Date, weeks: u16) -> bool {
    let from = monday(today).saturating_sub(Duration::weeks(i64::from(weeks.saturating_sub(1))));
    newest_first.last().and_then(Performed::day).is_some_and(|day| day < from)
}
