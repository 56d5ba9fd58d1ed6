//! A routine made for a request: minutes, kit, the run of the day, level, focus and pain. Deterministic: equal requests with equal
//! conditions have equal results. The exercises are an argument.

mod fit;
mod option;
mod order;
mod proposal;
mod request;
mod select;

pub use option::{Candidate, MadeConditions, catalogue_candidates};
pub use request::{LEAST_MINUTES, MOST_MINUTES, MadeRequest, RunWhen};

use crate::domain::catalogue::Job;
use crate::domain::routine::Routine;
use crate::domain::units::Seconds;
use option::{Usable, gentle, usable};
use proposal::Proposal;

/// The id of a routine that was made and is not saved.
pub const MADE: &str = "made";

/// A routine that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The routine, without a name; empty if nothing can be trained.
    pub routine: Routine,
    /// The reason for each of its items.
    pub reasons: Vec<MadeReason>,
    /// Its length from Start to the end of the last set.
    pub length: Seconds,
    /// The ways in which it differs from the request, because nothing fits that.
    pub compromises: Vec<Compromise>,
}

/// The reason for an exercise in a routine that was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MadeReason {
    /// It warms up.
    WarmsUp,
    /// The runner pinned it.
    Pinned,
    /// It does the job that the runner asked for.
    Focus(Job),
    /// It does a job that no exercise before it does.
    Covers(Job),
    /// It is easy, with a run before or after.
    Easy,
    /// It trains both legs together.
    BothLegs,
    /// It does a job once more, in another way.
    Again(Job),
}

/// A difference between a routine and its request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compromise {
    /// Shorter: before a run a few minutes are enough.
    BeforeRun(u8),
    /// Shorter: the run begins before.
    RunBegins(u8),
    /// Shorter: after a hard or long run.
    AfterRun(u8),
    /// Shorter or longer, because of the exercises that can be trained.
    Minutes(u8),
    /// Nothing that can be trained does the job.
    NoFocus(Job),
    /// A pinned exercise cannot be trained.
    NotPinned(String),
    /// Nothing can be trained.
    Nothing,
}

/// The longest sessions, in minutes: before a run (rule P4 of the coaching rules), after a hard and after a long run (P5, P7).
const MOST_BEFORE_RUN: u8 = 15;
const MOST_AFTER_HARD: u8 = 30;
const MOST_AFTER_LONG: u8 = 20;

/// The routine for `request`, of the exercises in `candidates`.
#[must_use]
pub fn make(request: &MadeRequest, conditions: &MadeConditions, candidates: &[Candidate]) -> Made {
    let options = usable(request, conditions, candidates);
    let gentle = gentle(request, conditions, candidates);
    let (mut compromises, minutes) = (Vec::new(), cap(request));
    compromises.extend(minutes.1);
    let does = |job: Job| options.iter().any(|option| option.facts.jobs.contains(&job));
    compromises.extend(request.focus.filter(|focus| !does(*focus)).map(Compromise::NoFocus));
    let is_there = |slug: &String| options.iter().any(|option| option.slug == slug);
    compromises.extend(request.pinned.iter().filter(|slug| !is_there(slug)).cloned().map(Compromise::NotPinned));
    let found = nearest(request, &options, &gentle, minutes.0)
        .or_else(|| nearest(&MadeRequest { kept: Vec::new(), ..request.clone() }, &options, &gentle, minutes.0))
        .or_else(|| nearest(&request.afresh(), &options, &gentle, minutes.0));
    match found {
        Some((proposal, length)) => {
            if length != minutes.0 {
                compromises.push(Compromise::Minutes(length));
            }
            proposal.build(request, compromises)
        }
        None => Made {
            routine: Routine::empty(MADE.to_owned(), ""),
            reasons: Vec::new(),
            length: Seconds(0),
            compromises: vec![Compromise::Nothing],
        },
    }
}

/// `request` with the next number whose result has other exercises or another order; `None` if there is no other.
#[must_use]
pub fn another(request: &MadeRequest, conditions: &MadeConditions, candidates: &[Candidate]) -> Option<MadeRequest> {
    let plan = |request: &MadeRequest| {
        let made = make(request, conditions, candidates);
        made.routine.items.iter().map(|item| (item.exercise.clone(), item.targets.len())).collect::<Vec<_>>()
    };
    let present = plan(request);
    let base = MadeRequest { kept: Vec::new(), without: Vec::new(), not_to_warm_up: Vec::new(), ..request.clone() };
    let tries = (1..=TRIES).map(|step| MadeRequest { seed: request.seed.wrapping_add(step), ..base.clone() });
    tries.into_iter().find(|next| plan(next) != present)
}

/// The largest number of proposals in search of another one.
const TRIES: u32 = 12;

/// The minutes that suit the run of the day, and the reason if they are fewer than asked for.
fn cap(request: &MadeRequest) -> (u8, Option<Compromise>) {
    let asked = request.minutes;
    let begins = u8::try_from(request.run_in).unwrap_or(u8::MAX).max(LEAST_MINUTES);
    let is_soon = request.when == RunWhen::Before && request.run_in > 0 && begins < asked.min(MOST_BEFORE_RUN);
    let (most, compromise): (u8, fn(u8) -> Compromise) = match request.when {
        RunWhen::Before if is_soon => (begins, Compromise::RunBegins),
        RunWhen::Before => (MOST_BEFORE_RUN, Compromise::BeforeRun),
        RunWhen::AfterHard => (MOST_AFTER_HARD, Compromise::AfterRun),
        RunWhen::AfterLong => (MOST_AFTER_LONG, Compromise::AfterRun),
        RunWhen::NoRun | RunWhen::AfterEasy => return (asked, None),
    };
    if asked > most { (most, Some(compromise(most))) } else { (asked, None) }
}

/// The best proposal of so many minutes, or of the nearest number that there is one for.
fn nearest<'a>(
    request: &MadeRequest,
    options: &[Usable<'a>],
    gentle: &[Usable<'a>],
    minutes: u8,
) -> Option<(Proposal<'a>, u8)> {
    let fewer = (LEAST_MINUTES..=minutes).rev();
    let mut lengths = fewer.chain(minutes + 1..=MOST_MINUTES);
    lengths.find_map(|minutes| Some((select::best(request, options, gentle, minutes)?, minutes)))
}
