//! Days and months by name. In English from tables, in any other language from the browser.

use super::{IS_ENGLISH, locale, number};
use time::Date;

pub use super::app::dates::*;

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
    let at = day_at(day);
    if !IS_ENGLISH && let Some(locale) = locale::names() {
        return &locale.days[0][at];
    }
    DAYS[at]
}

/// "Mon".
#[must_use]
pub fn short_weekday(day: Date) -> &'static str {
    if !IS_ENGLISH && let Some(locale) = locale::names() {
        return &locale.days[1][day_at(day)];
    }
    &weekday(day)[..3]
}

/// "M".
#[must_use]
pub fn letter(day: Date) -> &'static str {
    if !IS_ENGLISH && let Some(locale) = locale::names() {
        return &locale.days[2][day_at(day)];
    }
    &weekday(day)[..1]
}

/// "November".
#[must_use]
pub fn month(day: Date) -> &'static str {
    let at = month_at(day);
    if !IS_ENGLISH && let Some(locale) = locale::names() {
        return &locale.months[0][at];
    }
    MONTHS[at]
}

/// "Nov".
#[must_use]
pub fn short_month(day: Date) -> &'static str {
    if !IS_ENGLISH && let Some(locale) = locale::names() {
        return &locale.months[1][month_at(day)];
    }
    &month(day)[..3]
}

/// "Mon 16 Nov"; with the year "Mon 17 Nov 2025".
#[must_use]
pub fn short_day(day: Date, with_year: bool) -> String {
    let (name, of, month) = (short_weekday(day), number(day.day().into()), short_month(day));
    if with_year { short_year(&of, month, name, &day.year().to_string()) } else { short(&of, month, name) }
}

/// "22 Nov 2027".
#[must_use]
pub fn full_date(day: Date) -> String {
    date(&number(day.day().into()), short_month(day), &day.year().to_string())
}

/// "16–22 Nov", "30 Nov – 6 Dec".
#[must_use]
pub fn days(first: Date, last: Date) -> String {
    let (from, to) = (number(first.day().into()), number(last.day().into()));
    if first.month() == last.month() {
        span(&from, &to, short_month(last))
    } else {
        span_months(&from, short_month(first), &to, short_month(last))
    }
}

/// "Monday 16 November".
#[must_use]
pub fn long_day(day: Date) -> String {
    long(&number(day.day().into()), month(day), weekday(day))
}

fn day_at(day: Date) -> usize {
    usize::from(day.weekday().number_days_from_monday()) % 7
}

fn month_at(day: Date) -> usize {
    usize::from(u8::from(day.month()) - 1) % 12
}
