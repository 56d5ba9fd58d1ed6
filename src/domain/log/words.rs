//! The log in words and marks, as a screen shows them: days, clocks, counts, bars. English, and no formatter: names
//! come from tables. Decides nothing of what is trained.

use super::{Performed, SetDone, Week, monday};
use crate::domain::catalogue::{Level, Measure, brief};
use crate::domain::routine::Routine;
use crate::domain::units::{Amount, Offset, Seconds, Timestamp};
use time::{Date, Duration};

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "Monday".
#[must_use]
pub fn weekday(day: Date) -> &'static str {
    DAYS[usize::from(day.weekday().number_days_from_monday()) % 7]
}

/// "November".
#[must_use]
pub fn month(day: Date) -> &'static str {
    MONTHS[usize::from(u8::from(day.month()) - 1) % 12]
}

/// "Nov".
#[must_use]
pub fn short_month(day: Date) -> &'static str {
    &month(day)[..3]
}

/// "Today", "Yesterday", "Mon 16 Nov"; of another year "Mon 17 Nov 2025".
#[must_use]
pub fn day_words(day: Date, today: Date) -> String {
    match (today - day).whole_days() {
        0 => "Today".to_owned(),
        1 => "Yesterday".to_owned(),
        _ => {
            let words = format!("{} {} {}", &weekday(day)[..3], day.day(), short_month(day));
            if day.year() == today.year() { words } else { format!("{words} {}", day.year()) }
        }
    }
}

/// "17:42".
#[must_use]
pub fn clock_words(moment: Timestamp, offset: Offset) -> String {
    let (hour, minute) = moment.clock(offset);
    format!("{hour}:{minute:02}")
}

/// How long ago something began, as a person would say it: "just now", "12 min ago", "3 h ago", "2 days ago".
#[must_use]
pub fn ago_words(since: Timestamp, now: Timestamp) -> String {
    match now.ms_since(since) / 60_000 {
        0 => "just now".to_owned(),
        minutes @ 1..60 => format!("{minutes} min ago"),
        minutes @ 60..1440 => format!("{} h ago", minutes / 60),
        minutes => format!("{} ago", counted(minutes / 1440, "day")),
    }
}

/// "1 set", "2 sets": a number with its noun.
#[must_use]
pub fn counted(number: impl Into<i64>, noun: &str) -> String {
    let number: i64 = number.into();
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// "6 sets": counted as [`crate::domain::routine::Item::sets`] counts them.
#[must_use]
pub fn sets_words(sets: usize) -> String {
    counted(i64::try_from(sets).unwrap_or(i64::MAX), "set")
}

/// "8 sets", or "5 of 8 sets" where there are more than were done.
#[must_use]
pub fn done_words(done: usize, planned: usize) -> String {
    if done < planned { format!("{done} of {}", sets_words(planned)) } else { sets_words(done) }
}

/// When something is planned for, after other words: "today", "tomorrow", "on Tuesday", "on Mon 30 Nov".
#[must_use]
pub fn next_day_words(day: Date, today: Date) -> String {
    match (day - today).whole_days() {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        2..7 => format!("on {}", weekday(day)),
        _ => format!("on {}", day_words(day, today)),
    }
}

/// Minutes and seconds as a watch shows them: "0:48", "12:05".
#[must_use]
pub fn watch_words(length: Seconds) -> String {
    format!("{}:{:02}", length.0 / 60, length.0 % 60)
}

/// An amount with its unit, short enough for a column: "12 reps", "30 s".
#[must_use]
pub fn amount_words(amount: Amount, measure: Measure) -> String {
    let unit = if measure == Measure::Seconds { "s" } else { measure.word(amount.get()) };
    format!("{} {unit}", amount.get())
}

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
    /// "3 reps in reserve", where the runner said so after its last set.
    #[must_use]
    pub fn reserve_words(&self) -> Option<String> {
        let last = self.sets.iter().rev().find(|set| set.reserve.is_some())?;
        let reserve = last.reserve?;
        Some(format!("{reserve} {} in reserve", last.measure.word(u16::from(reserve))))
    }
}

impl Performed {
    /// "Today, 17:42", "Mon 16 Nov, 7:05": by the local clock of that day.
    #[must_use]
    pub fn when_words(&self, today: Date) -> String {
        let clock = clock_words(self.started, self.offset);
        self.day().map_or_else(|| clock.clone(), |day| format!("{}, {clock}", day_words(day, today)))
    }

    /// As [`Performed::when_words`]; "Dated ahead: 22 Nov 2027" where it says that it was started after `now`.
    #[must_use]
    pub fn dated_words(&self, today: Date, now: Timestamp) -> String {
        if self.is_dated_ahead(now) { self.ahead_words() } else { self.when_words(today) }
    }

    fn ahead_words(&self) -> String {
        let date = |day: Date| format!("Dated ahead: {} {} {}", day.day(), short_month(day), day.year());
        self.day().map_or_else(|| "Dated ahead".to_owned(), date)
    }

    /// "8 sets", or "5 of 8 sets" where it was ended early.
    #[must_use]
    pub fn sets_words(&self) -> String {
        done_words(self.sets.len(), usize::from(self.planned))
    }

    /// Whole minutes, rounded as all minutes are ([`Seconds::minutes`]).
    #[must_use]
    pub fn minutes_words(&self) -> String {
        self.length.minutes_words()
    }

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

/// How an open session stands: "3 of 8 sets done, all saved".
#[must_use]
pub fn open_words(done: usize, planned: usize, saved: usize) -> String {
    let planned = sets_words(planned);
    match done {
        0 => format!("0 of {planned} done"),
        _ if saved >= done => format!("{done} of {planned} done, all saved"),
        _ => format!("{done} of {planned} done, {saved} saved"),
    }
}

/// One day of a week and whether it was trained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayMark {
    /// "M".
    pub letter: &'static str,
    /// The day of the month.
    pub number: u8,
    /// Whether a session was started on it.
    pub trained: bool,
    /// Whether it is today.
    pub today: bool,
    /// "Monday, trained", for who cannot see the mark.
    pub words: String,
}

/// The week of `today`, Monday to Sunday. Sessions dated after `today` are left out ([`Performed::counted_day`]).
#[must_use]
pub fn week_days(log: &[Performed], today: Date) -> Vec<DayMark> {
    let mark = |days: i64| {
        let day = monday(today).saturating_add(Duration::days(days));
        let trained = log.iter().any(|p| p.counted_day(today) == Some(day));
        let name = weekday(day);
        let state = match (trained, day == today) {
            (true, true) => ", today, trained",
            (false, true) => ", today",
            (true, false) => ", trained",
            (false, false) if day > today => ", to come",
            (false, false) => ", no session",
        };
        DayMark { letter: &name[..1], number: day.day(), trained, today: day == today, words: format!("{name}{state}") }
    };
    (0..7).map(mark).collect()
}

/// One week of the chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Percent of the longest week, 0 … 100; a week with any training is never flat.
    pub percent: u32,
    /// Minutes, nothing for an empty week.
    pub value: String,
    /// "Nov" under the first week that begins in a month.
    pub month: &'static str,
    /// Whether it is the week of today.
    pub now: bool,
    /// "16–22 Nov".
    pub days: String,
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
        value: if week.minutes == 0 { String::new() } else { week.minutes.to_string() },
        month: if named(at) { short_month(week.monday) } else { "" },
        now: at + 1 == weeks.len(),
        days: span_words(week.monday),
        week: *week,
    };
    weeks.iter().enumerate().map(bar).collect()
}

/// "16–22 Nov", "30 Nov – 6 Dec": the week that begins on `monday`.
#[must_use]
pub fn span_words(monday: Date) -> String {
    let sunday = monday.saturating_add(Duration::days(6));
    if monday.month() == sunday.month() {
        format!("{}–{} {}", monday.day(), sunday.day(), short_month(sunday))
    } else {
        format!("{} {} – {} {}", monday.day(), short_month(monday), sunday.day(), short_month(sunday))
    }
}

/// Whether a log read as far as `newest_first` reaches covers the last `weeks` weeks.
#[must_use]
pub fn covers(newest_first: &[Performed], today: Date, weeks: u16) -> bool {
    let from = monday(today).saturating_sub(Duration::weeks(i64::from(weeks.saturating_sub(1))));
    newest_first.last().and_then(Performed::day).is_some_and(|day| day < from)
}

/// How many sessions are stored, as far as that is known: "43 sessions", "At least 43 sessions".
#[must_use]
pub fn stored_words(sessions: usize, more: bool) -> String {
    let counted = counted(i64::try_from(sessions).unwrap_or(i64::MAX), "session");
    if more { format!("At least {counted}") } else { counted }
}
