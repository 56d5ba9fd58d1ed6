//! The coach's suggestions, in sentences.

use super::{common, count, layoff, log, units, vocabulary};
use crate::domain::catalogue::{Goal, is_own};
use crate::domain::coach::pain::PainReport;
use crate::domain::coach::{Lighter, Now, Reason, WayBack};
use crate::domain::log::{Performed, SetDone, set_count};
use crate::domain::message::{Comparison, Highlight, comparison, highlight};
use crate::domain::progress::{DayMark, Week};

pub use super::app::coach::*;

/// The heading: "Up next", "Done for today".
#[must_use]
pub const fn now(now: Now) -> &'static str {
    match now {
        Now::Train => train(),
        Now::DoneToday => done_today(),
        Now::WeekDone => week_done(),
        Now::Rest => common::rest_today(),
    }
}

/// The reason for the suggestion, in one plain line.
#[must_use]
pub const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::First => first(),
        Reason::FirstHurts => first_hurts(),
        Reason::AllHurts => all_hurts(),
        Reason::AllDays => all_days(),
        Reason::HoursBetween => hours_between(),
        Reason::SomethingElse => something_else(),
        Reason::YesterdayHard => yesterday_hard(),
        Reason::Starred => starred(),
        Reason::NotLately => not_lately(),
        Reason::New => new(),
        Reason::LongestAgo => longest_ago(),
    }
}

/// The week against `asked` days: "1 of 2 strength days this week".
#[must_use]
pub fn weekly_words(week: &[DayMark], asked: usize) -> String {
    let done = week.iter().filter(|day| day.trained).count();
    if done > asked { week_more(count(asked), count(done)) } else { self::week(count(asked), count(done)) }
}

/// The reason for the number of days that the goal asks for.
#[must_use]
pub const fn weekly_reason(goal: Goal) -> &'static str {
    match goal {
        Goal::Muscle => three_days(),
        Goal::Endurance | Goal::Fitness => two_days(),
    }
}

/// The sentence above the chart of weeks, oldest first.
#[must_use]
pub fn weeks_sentence(weeks: &[Week]) -> String {
    let Some(this) = weeks.last() else { return String::new() };
    let kept = count(weeks.iter().filter(|week| week.sessions > 0).count());
    match this.sessions {
        0 => weeks_nothing(kept, count(weeks.len())),
        sessions => self::weeks(kept, this.minutes, sessions, count(weeks.len())),
    }
}

/// A sentence about a session just finished, true and specific.
///
/// `before` is the whole log without it, newest first; `reports` are all pain reports.
#[must_use]
pub fn finish_sentence(session: &Performed, before: &[Performed], reports: &[PainReport]) -> String {
    let (sets, length) = (log::sets_words(set_count(&session.sets)), units::spoken(session.length));
    match highlight(session, before, reports) {
        Highlight::FirstSession => first_session(&length, &sets),
        Highlight::FirstExercise(set) => first_time(set.name(), &length, &sets),
        Highlight::FirstLevel(set) => first_time(&titled(set), &length, &sets),
        Highlight::Best { set, now, then } => {
            best(&log::amount_words(then, set.measure), &titled(set), &log::amount_words(now, set.measure))
        }
        Highlight::Closer { set, now: 0, then } => sides_even(&amount(then, set), set.name()),
        Highlight::Closer { set, now, then } => sides_closer(&amount(then, set), set.name(), &amount(now, set)),
        Highlight::None => number_of_session(&length, count(before.len() + 1), &sets),
    }
}

/// The sentence at the end of a session: its highlight, else a comparison.
#[must_use]
pub fn finish_words(session: &Performed, before: &[Performed], reports: &[PainReport]) -> String {
    let told = match highlight(session, before, reports) {
        Highlight::None => comparison(session, before, reports),
        _ => None,
    };
    told.map_or_else(|| finish_sentence(session, before, reports), comparison_words)
}

fn comparison_words(told: Comparison) -> String {
    match told {
        Comparison::Sides { set, apart: 0 } => sides_even_now(set.name()),
        Comparison::Sides { set, apart } => sides_apart(set.name(), &amount(apart, set)),
        Comparison::LastTime { set, now, then } => {
            let (now, before) = (log::amount_words(now, set.measure), log::amount_words(then, set.measure));
            if now == before { as_last_time(set.name(), &now) } else { last_time(&before, set.name(), &now) }
        }
    }
}

fn amount(amount: u16, set: &SetDone) -> String {
    units::amount(amount.into(), set.measure)
}

/// "Lunge at Hard".
fn titled(set: &SetDone) -> String {
    if is_own(&set.exercise) {
        return set.name().to_owned();
    }
    common::exercise_at(set.name(), vocabulary::level(set.level))
}

/// The way back after a break, and its length: "24 days off: easier levels, fewer sets, for two weeks."
#[must_use]
pub fn way_back_words(way: &WayBack) -> String {
    let Lighter { levels, sets, amounts } = way.what;
    let told = [(levels, layoff::easier_levels()), (sets, layoff::fewer_sets()), (amounts, layoff::less_in_each())];
    let mut changes = String::new();
    for (_, words) in told.iter().filter(|(is_so, _)| *is_so) {
        if !changes.is_empty() {
            changes.push_str(", ");
        }
        changes.push_str(words);
    }
    layoff::what(&changes, way.days, &layoff::weeks(way.weeks))
}
