//! Performed sessions in words: days, clocks, counts, sets.

use super::{common, count, dates, units};
use crate::domain::catalogue::Measure;
use crate::domain::log::{Performed, set_count};
use crate::domain::progress::{DayMark, ExerciseSets, WeekBar};
use crate::domain::units::{Amount, Offset, Seconds, Timestamp};
use time::{Date, Duration};

pub use super::app::log::*;

/// "Today", "Yesterday", "Mon 16 Nov"; of another year "Mon 17 Nov 2025".
#[must_use]
pub fn day_words(day: Date, today: Date) -> String {
    match (today - day).whole_days() {
        0 => self::today().to_owned(),
        1 => yesterday().to_owned(),
        _ => dates::short_day(day, day.year() != today.year()),
    }
}

/// "17:42".
#[must_use]
pub fn clock_words(moment: Timestamp, offset: Offset) -> String {
    let (hour, minute) = moment.clock(offset);
    format!("{hour}:{minute:02}")
}

/// The age of a past moment: "just now", "12 min ago", "3 h ago", "2 days ago".
#[must_use]
pub fn ago_words(since: Timestamp, now: Timestamp) -> String {
    let minutes = u32::try_from(now.ms_since(since) / 60_000).unwrap_or(u32::MAX);
    match minutes {
        0 => just_now().to_owned(),
        1..60 => minutes_ago(minutes),
        60..1440 => hours_ago(minutes / 60),
        _ => days_ago(minutes / 1440),
    }
}

/// "6 sets": counted as [`crate::domain::routine::Item::sets`] counts them.
#[must_use]
pub fn sets_words(sets: usize) -> String {
    common::sets(count(sets))
}

/// A planned day, after other words: "today", "tomorrow", "Tuesday", "Mon 30 Nov".
#[must_use]
pub fn next_day_words(day: Date, today: Date) -> String {
    match (day - today).whole_days() {
        0 => next_today().to_owned(),
        1 => next_tomorrow().to_owned(),
        2..7 => dates::weekday(day).to_owned(),
        _ => day_words(day, today),
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
    let amount = amount.get().into();
    if measure == Measure::Seconds { units::seconds(amount) } else { units::amount(amount, measure) }
}

/// "3 reps in reserve", if the runner has said so.
#[must_use]
pub fn reserve_words(exercise: &ExerciseSets) -> Option<String> {
    let last = exercise.last_with_reserve()?;
    Some(reserve(&units::amount(last.reserve?.into(), last.measure)))
}

/// "Today, 17:42", "Mon 16 Nov, 7:05": by the local clock of the place where it was.
#[must_use]
pub fn when_words(session: &Performed, today: Date) -> String {
    let clock = clock_words(session.started, session.offset);
    session.day().map_or_else(|| clock.clone(), |day| when(&clock, &day_words(day, today)))
}

/// As [`when_words`], or "Dated ahead: 22 Nov 2027" for a session that starts after `now`.
#[must_use]
pub fn dated_words(session: &Performed, today: Date, now: Timestamp) -> String {
    match session.day() {
        _ if !session.is_dated_ahead(now) => when_words(session, today),
        Some(day) => dated_ahead(&dates::full_date(day)),
        None => dated_nowhere().to_owned(),
    }
}

/// "8 sets", or "5 sets, ended early". The log keeps how many steps were planned, and not how many sets that were.
#[must_use]
pub fn session_sets(session: &Performed) -> String {
    let mut sets = sets_words(set_count(&session.sets));
    if session.rounds > 0 {
        sets = rounds_and_sets(&super::routine::rounds(session.rounds.into()), &sets);
    }
    if session.sets.len() < usize::from(session.planned) { ended_early(&sets) } else { sets }
}

/// Whole minutes, rounded as all minutes are ([`Seconds::minutes`]).
#[must_use]
pub fn session_minutes(session: &Performed) -> String {
    units::minutes_of(session.length)
}

/// The progress of an open session: "3 of 8 sets done, all saved".
#[must_use]
pub fn open_words(done: usize, planned: usize, saved: usize) -> String {
    let planned = count(planned);
    match count(done) {
        0 => open(0, planned),
        done if count(saved) >= done => open_saved(done, planned),
        done => open_unsaved(done, planned, count(saved)),
    }
}

/// The accessible name of a weekday's mark: "Monday, trained".
#[must_use]
pub fn mark_words(mark: &DayMark) -> String {
    let say = match (mark.trained, mark.against_today) {
        (true, std::cmp::Ordering::Equal) => day_today_trained,
        (false, std::cmp::Ordering::Equal) => day_today,
        (true, _) => day_trained,
        (false, std::cmp::Ordering::Greater) => day_to_come,
        (false, std::cmp::Ordering::Less) => day_no_session,
    };
    say(dates::weekday(mark.day))
}

/// The minutes of a week above its bar; nothing for an empty week.
#[must_use]
pub fn bar_value(bar: &WeekBar) -> String {
    if bar.week.minutes == 0 { String::new() } else { super::number(bar.week.minutes) }
}

/// "Nov" under the first week that begins in a month.
#[must_use]
pub fn bar_month(bar: &WeekBar) -> &'static str {
    if bar.names_month { dates::short_month(bar.week.monday) } else { "" }
}

/// "16–22 Nov", "30 Nov – 6 Dec": the week that begins on `monday`.
#[must_use]
pub fn span_words(monday: Date) -> String {
    dates::days(monday, monday.saturating_add(Duration::days(6)))
}

/// The number of stored sessions, as far as it is known: "43 sessions", "At least 43 sessions".
#[must_use]
pub fn stored_words(sessions: usize, more: bool) -> String {
    let sessions = count(sessions);
    if more { at_least(sessions) } else { common::sessions(sessions) }
}
