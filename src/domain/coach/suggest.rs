//! The next session and its day: rules on the log, the kit, the stars, the week and pain. Pure; today is an argument.

use super::choice::{Choice, choices, kit_at_hand};
use crate::domain::catalogue::{Kit, Level, has_kit};
use crate::domain::log::{Effort, Performed, all_sets, so_far, trained_since};
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
    /// The kit at hand, as the runner said. Kit that she trained with lately counts as well.
    pub kit: &'a [Kit],
    /// The slugs of the exercises with a star.
    pub starred: &'a [String],
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
    /// True if an exercise is at a higher level than in the ready-made routine, because the runner has trained there.
    pub is_raised: bool,
    /// The ready-made routines beside the one to train now, those with the kit at hand first: none that loads a sore part, none with an exercise
    /// that was trained today, or in a week that is done, and no beginners' routine for an experienced runner.
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
    /// It has an exercise with a star.
    Starred,
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
    let mut others = suggested();
    let first = others.iter().position(|routine| routine.id == routine::DEFAULT).map(|at| others.remove(at));
    let next = first.map(|routine| (routine, today));
    let others = first_if(others, |routine| routine.kit().is_empty());
    Suggestion { now: Now::Train, reason: Reason::First, next, left_out: Vec::new(), is_raised: false, others }
}

/// The suggestion: the first of the `RULES` that holds.
#[must_use]
pub fn suggest(of: &Situation) -> Suggestion {
    let facts = Facts::new(of);
    let rule = RULES.iter().find(|rule| (rule.holds)(&facts));
    let (now, reason) = rule.map_or((Now::Rest, Reason::AllHurts), |rule| (rule.now, rule.reason));
    let next = facts.pick(now).map(|choice| (choice, facts.day(now)));
    let (left_out, is_raised) =
        next.map_or_else(Default::default, |(choice, _)| (choice.left_out.clone(), choice.is_raised));
    let next = next.map(|(choice, day)| (choice.routine.clone(), day));
    let shown = next.as_ref().filter(|_| now == Now::Train);
    let others = facts.others(shown.map(|(routine, _)| routine.id.as_str()));
    Suggestion { now, reason, next, left_out, is_raised, others }
}

/// A rule of Today: if it holds, this is suggested, for this reason.
struct Rule {
    now: Now,
    reason: Reason,
    holds: fn(&Facts) -> bool,
}

/// In order; the first one that holds decides. Of the routines that are left by then, the one trained longest ago is next: on
/// the next day after another session none with that day's exercises, if there is another. One with a star counts twice as
/// long ago.
#[rustfmt::skip]
const RULES: &[Rule] = &[
    Rule { now: Now::Rest, reason: Reason::FirstHurts, holds: |facts| facts.is_first_day() && facts.choices.is_empty() },
    Rule { now: Now::Train, reason: Reason::First, holds: |facts| facts.is_first_day() },
    Rule { now: Now::Rest, reason: Reason::AllHurts, holds: |facts| facts.choices.is_empty() },
    Rule { now: Now::DoneToday, reason: Reason::AllDays, holds: |facts| facts.has_trained(0) && facts.is_week_done() },
    Rule { now: Now::DoneToday, reason: Reason::HoursBetween, holds: |facts| facts.has_trained(0) },
    Rule { now: Now::WeekDone, reason: Reason::AllDays, holds: |facts| facts.is_week_done() },
    Rule { now: Now::Train, reason: Reason::SomethingElse, holds: |facts| facts.has_trained(1) && facts.has_fresh() },
    Rule { now: Now::Rest, reason: Reason::YesterdayHard, holds: |facts| facts.trained(1).any(is_hard) },
    Rule { now: Now::Train, reason: Reason::Starred, holds: |facts| facts.is_by_star() },
    Rule { now: Now::Train, reason: Reason::LongestAgo, holds: |facts| facts.has_picked_before() },
    Rule { now: Now::Train, reason: Reason::NotLately, holds: |facts| facts.of.has_older },
    Rule { now: Now::Train, reason: Reason::New, holds: |_| true },
];

/// The facts that the rules ask for.
struct Facts<'a> {
    of: &'a Situation<'a>,
    /// The log up to today, newest first.
    log: &'a [Performed],
    /// The routines that can be trained: on the first day the one that needs no kit.
    choices: Vec<Choice>,
}

impl<'a> Facts<'a> {
    fn new(of: &'a Situation<'a>) -> Self {
        let log = so_far(of.newest_first, of.today);
        let mut choices = choices(of, log);
        if log.is_empty() {
            choices.retain(|choice| choice.routine.id == routine::DEFAULT);
        } else if is_experienced(log) && choices.len() > 1 {
            choices.retain(|choice| choice.routine.id != routine::DEFAULT);
        }
        Self { of, log, choices }
    }

    fn is_first_day(&self) -> bool {
        self.log.is_empty()
    }

    /// The sessions of the day so many days ago.
    fn trained(&self, ago: i64) -> impl Iterator<Item = &'a Performed> {
        let (today, day) = (self.of.today, self.of.today.saturating_sub(Duration::days(ago)));
        self.log.iter().filter(move |session| session.counted_day(today) == Some(day))
    }

    fn has_trained(&self, ago: i64) -> bool {
        self.trained(ago).next().is_some()
    }

    fn is_week_done(&self) -> bool {
        strength_days(self.log, self.of.today) >= self.of.weekly_days
    }

    /// True if a routine has no exercise of yesterday.
    fn has_fresh(&self) -> bool {
        self.choices.iter().any(|choice| self.is_fresh(choice))
    }

    fn is_fresh(&self, choice: &Choice) -> bool {
        !self.trained(1).any(|session| session.sets.iter().any(|set| choice.trains(&set.exercise)))
    }

    /// The next routine.
    fn pick(&self, now: Now) -> Option<&Choice> {
        self.longest_ago(now, |choice| {
            let has_star = self.has_star(choice);
            (self.ago(choice).saturating_mul(if has_star { 2 } else { 1 }), has_star)
        })
    }

    /// True if the star decides on the next routine.
    fn is_by_star(&self) -> bool {
        let without = self.longest_ago(Now::Train, |choice| (self.ago(choice), false));
        self.pick(Now::Train) != without
    }

    fn has_picked_before(&self) -> bool {
        self.pick(Now::Train).is_some_and(|pick| self.ago(pick) < usize::MAX)
    }

    /// The choice with the largest `weight`; of equals the first.
    fn longest_ago(&self, now: Now, weight: impl Fn(&Choice) -> (usize, bool)) -> Option<&Choice> {
        let only_fresh = now == Now::Train && self.has_fresh();
        let choices = self.choices.iter().filter(|choice| !only_fresh || self.is_fresh(choice));
        // `max_by_key` takes the last of equals; reversed, the first listed wins among those never trained.
        choices.rev().max_by_key(|choice| weight(choice))
    }

    fn has_star(&self, choice: &Choice) -> bool {
        self.of.starred.iter().any(|exercise| choice.trains(exercise))
    }

    /// The number of sessions since it was trained last.
    fn ago(&self, choice: &Choice) -> usize {
        self.log.iter().position(|session| session.from == choice.routine.id).unwrap_or(usize::MAX)
    }

    /// The day of the next session.
    fn day(&self, now: Now) -> Date {
        let days = match now {
            Now::Train => return self.of.today,
            Now::DoneToday => DAYS_BETWEEN,
            Now::WeekDone | Now::Rest => 1,
        };
        let day = self.of.today.saturating_add(Duration::days(days));
        if self.is_week_done() { day.max(monday(self.of.today).saturating_add(Duration::WEEK)) } else { day }
    }

    /// The ready-made routines beside the one with the id `shown`.
    fn others(&self, shown: Option<&str>) -> Vec<Routine> {
        let since = if self.is_week_done() { monday(self.of.today) } else { self.of.today };
        let is_done = |item: &Item| trained_since(self.log, self.of.today, since, &item.exercise);
        let fits = |item: &Item| !(self.of.is_out)(&item.exercise, item.level) && !is_done(item);
        let is_too_easy = |routine: &Routine| routine.id == routine::DEFAULT && is_experienced(self.log);
        let kit = kit_at_hand(self.of.kit, self.log);
        let mut others = suggested();
        others.retain(|routine| shown != Some(&routine.id) && !is_too_easy(routine) && routine.items.iter().all(fits));
        first_if(others, |routine| has_kit(&kit, &routine.kit()))
    }
}

/// The ready-made routines that Today suggests.
fn suggested() -> Vec<Routine> {
    let mut routines = routine::ready_made();
    routines.retain(|routine| routine::is_suggested(&routine.id));
    routines
}

/// `routines` with those that are `wanted` first. Not sorted by the library, which weighs more in the first load.
fn first_if(routines: Vec<Routine>, wanted: impl Fn(&Routine) -> bool) -> Vec<Routine> {
    let (mut first, rest): (Vec<_>, Vec<_>) = routines.into_iter().partition(wanted);
    first.extend(rest);
    first
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
