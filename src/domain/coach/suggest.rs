//! The next session and its day: rules on the log, the kit, the week and pain. Pure; today is an argument.

use crate::domain::catalogue::{Kit, Level};
use crate::domain::log::{Effort, Performed, all_sets, so_far, trained_on};
use crate::domain::progress::monday;
use crate::domain::routine::{self, Item, Routine};
use time::{Date, Duration};

/// The number of sessions from which on a runner counts as experienced.
pub const EXPERIENCED_SESSIONS: usize = 8;

/// Days from one strength session to the next: 48 hours (rule P3 of the coaching rules).
const DAYS_BETWEEN: i64 = 2;

/// The input of a suggestion.
#[derive(Clone, Copy)]
pub struct Situation<'a> {
    /// The runner's own routines.
    pub own: &'a [Routine],
    /// The kit at hand.
    pub kit: &'a [Kit],
    /// The log, newest first, as far as it was read; sessions dated ahead may be in it.
    pub newest_first: &'a [Performed],
    /// True if older sessions have not been read.
    pub has_older: bool,
    /// The local day.
    pub today: Date,
    /// The number of strength days a week for the goal.
    pub weekly_days: usize,
    /// True for an exercise at a level that loads a sore part: it is not suggested.
    pub is_out: &'a dyn Fn(&str, Level) -> bool,
}

/// A suggestion of Today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Training now, or rest with its reason.
    pub now: Now,
    /// Its reason.
    pub reason: Reason,
    /// The routine and its day; `None` if nothing can be trained.
    pub next: Option<(Routine, Date)>,
    /// The names of its exercises that are left out, because they load a sore part.
    pub left_out: Vec<&'static str>,
    /// The other ready-made routines: none that loads a sore part, nor one with an exercise that was trained today.
    pub others: Vec<Routine>,
}

/// Training now, or rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Now {
    /// The next routine can be trained today.
    Train,
    /// Something was trained today already.
    DoneToday,
    /// This week has the strength days that the goal asks for.
    WeekDone,
    /// Yesterday was hard, or everything loads a sore part.
    Rest,
}

/// The reason of a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is the first session: short, standing, without kit.
    First,
    /// The usual first session loads a sore part.
    FirstHurts,
    /// Every exercise that there is kit for loads a sore part.
    AllHurts,
    /// The week has the strength days that the goal asks for.
    AllDays,
    /// It was trained today, and leg sessions should be 48 hours apart.
    HoursBetween,
    /// It trains other exercises than yesterday's.
    SomethingElse,
    /// Yesterday was hard, and every routine has exercises of that day.
    YesterdayHard,
    /// It is not in the part of the log that was read.
    NotLately,
    /// It was never trained.
    New,
    /// It was trained longest ago.
    LongestAgo,
}

/// The suggestion on the first day without pain: the ready-made routine that needs no kit.
#[must_use]
pub fn first_suggestion(today: Date) -> Suggestion {
    let mut others = routine::ready_made();
    let first = others.iter().position(|routine| routine.id == routine::DEFAULT).map(|at| others.remove(at));
    let next = first.map(|routine| (routine, today));
    Suggestion { now: Now::Train, reason: Reason::First, next, left_out: Vec::new(), others }
}

/// The suggestion by these rules, in order:
///
/// 1. On the first day the ready-made routine that needs no kit.
/// 2. Rest after a session on the same day, and in a week that has its strength days: the next day is named.
/// 3. Exercises that load a sore part are left out of every routine; a routine without any other is not suggested.
/// 4. After a hard day none of that day's exercises, after any other day preferably other ones.
/// 5. An experienced runner gets the beginners' routine only if no other one fits.
/// 6. Of the remaining routines, with the kit at hand, the one trained longest ago.
#[must_use]
pub fn suggest(of: &Situation) -> Suggestion {
    let suggestion = next(of);
    let is_done = |exercise: &str| trained_on(of.newest_first, of.today, exercise);
    let fits = |item: &Item| !(of.is_out)(&item.exercise, item.level) && !is_done(&item.exercise);
    let is_next = |routine: &Routine| suggestion.next.as_ref().is_some_and(|(next, _)| next.id == routine.id);
    let mut others = routine::ready_made();
    others.retain(|routine| !is_next(routine) && routine.items.iter().all(fits));
    Suggestion { others, ..suggestion }
}

fn next(of: &Situation) -> Suggestion {
    let log = so_far(of.newest_first, of.today);
    if log.is_empty() {
        return first_day(of);
    }
    let choices = choices(of, log);
    let rest = |now, reason, day| {
        let next = longest_ago(log, choices.iter());
        told(now, reason, next.map(|choice| (choice.clone(), day)))
    };
    let trained =
        |ago: i64| log.iter().filter(move |p| p.counted_day(of.today) == Some(of.today - Duration::days(ago)));
    if choices.is_empty() {
        return told(Now::Rest, Reason::AllHurts, None);
    }
    let week_is_done = strength_days(log, of.today) >= of.weekly_days;
    let day_after = |days| {
        let day = of.today + Duration::days(days);
        if week_is_done { day.max(monday(of.today) + Duration::WEEK) } else { day }
    };
    if trained(0).next().is_some() {
        let reason = if week_is_done { Reason::AllDays } else { Reason::HoursBetween };
        return rest(Now::DoneToday, reason, day_after(DAYS_BETWEEN));
    }
    if week_is_done {
        return rest(Now::WeekDone, Reason::AllDays, day_after(1));
    }
    let again = |choice: &Choice| trained(1).any(|p| p.sets.iter().any(|set| choice.trains(&set.exercise)));
    let fresh: Vec<&Choice> = choices.iter().filter(|choice| !again(choice)).collect();
    let was_yesterday = trained(1).next().is_some();
    if let Some(choice) = longest_ago(log, fresh.iter().copied()) {
        let reason = if was_yesterday { Reason::SomethingElse } else { reason(of, log, choice) };
        return told(Now::Train, reason, Some((choice.clone(), of.today)));
    }
    if trained(1).any(is_hard) {
        return rest(Now::Rest, Reason::YesterdayHard, day_after(1));
    }
    let chosen = longest_ago(log, choices.iter());
    let reason = chosen.map_or(Reason::LongestAgo, |choice| reason(of, log, choice));
    told(Now::Train, reason, chosen.map(|choice| (choice.clone(), of.today)))
}

/// A routine without exercises that load a sore part.
#[derive(Clone)]
struct Choice {
    routine: Routine,
    left_out: Vec<&'static str>,
}

impl Choice {
    fn of(mut routine: Routine, is_out: &dyn Fn(&str, Level) -> bool) -> Self {
        let mut left_out = Vec::new();
        routine.items.retain(|item| {
            let out = is_out(&item.exercise, item.level);
            if let Some(known) = item.known().filter(|known| out && !left_out.contains(&known.name)) {
                left_out.push(known.name);
            }
            !out
        });
        Self { routine, left_out }
    }

    fn trains(&self, exercise: &str) -> bool {
        self.routine.items.iter().any(|item| item.exercise == exercise)
    }
}

fn first_day(of: &Situation) -> Suggestion {
    let first = routine::ready_made().into_iter().find(|routine| routine.id == routine::DEFAULT);
    let choice = first.map(|routine| Choice::of(routine, of.is_out)).filter(|choice| choice.routine.sets() > 0);
    match choice {
        Some(choice) => told(Now::Train, Reason::First, Some((choice, of.today))),
        None => told(Now::Rest, Reason::FirstHurts, None),
    }
}

fn told(now: Now, reason: Reason, next: Option<(Choice, Date)>) -> Suggestion {
    let left_out = next.as_ref().map_or_else(Vec::new, |(choice, _)| choice.left_out.clone());
    let next = next.map(|(choice, day)| (choice.routine, day));
    Suggestion { now, reason, next, left_out, others: Vec::new() }
}

/// The routines that can be trained with the kit at hand, the ready-made ones first, each without exercises that load a sore
/// part.
fn choices(of: &Situation, log: &[Performed]) -> Vec<Choice> {
    let ready = routine::ready_made().into_iter();
    let mut choices: Vec<Choice> =
        ready.chain(of.own.iter().cloned()).map(|routine| Choice::of(routine, of.is_out)).collect();
    choices
        .retain(|choice| choice.routine.sets() > 0 && choice.routine.kit().iter().all(|piece| of.kit.contains(piece)));
    if is_experienced(log) && choices.len() > 1 {
        choices.retain(|choice| choice.routine.id != routine::DEFAULT);
    }
    choices
}

/// True for a runner with many sessions, or with a set above the first level.
fn is_experienced(log: &[Performed]) -> bool {
    log.len() >= EXPERIENCED_SESSIONS || all_sets(log).any(|set| set.level > Level::Base)
}

/// True if the runner said so, or trained above the first level.
fn is_hard(session: &Performed) -> bool {
    session.effort == Some(Effort::Hard) || session.sets.iter().any(|set| set.level > Level::Base)
}

/// Days of the week of `today` on which something was trained.
fn strength_days(log: &[Performed], today: Date) -> usize {
    let from = monday(today);
    let mut days: Vec<Date> = log.iter().filter_map(|p| p.counted_day(today)).filter(|day| *day >= from).collect();
    // Newest first, so equal days are neighbours, except for a day or two of travel.
    days.dedup();
    days.len()
}

/// The one trained longest ago; of those never trained the first.
fn longest_ago<'a>(log: &[Performed], choices: impl DoubleEndedIterator<Item = &'a Choice>) -> Option<&'a Choice> {
    // `max_by_key` takes the last of equals; reversed, the first listed wins among those never trained.
    choices.rev().max_by_key(|choice| ago(log, choice))
}

/// The number of sessions since it was trained last.
fn ago(log: &[Performed], choice: &Choice) -> usize {
    log.iter().position(|p| p.from == choice.routine.id).unwrap_or(usize::MAX)
}

fn reason(of: &Situation, log: &[Performed], choice: &Choice) -> Reason {
    match ago(log, choice) {
        usize::MAX if of.has_older => Reason::NotLately,
        usize::MAX => Reason::New,
        _ => Reason::LongestAgo,
    }
}
