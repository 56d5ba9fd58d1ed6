//! A routine made for a request, in words: its name, the reasons, the differences from the request.

use super::units;
use crate::domain::catalogue::brief;
use crate::domain::coach::made::{Compromise, MadeReason, MadeRequest, RunWhen};
use crate::domain::coach::{RoutineWarning, Trimmed};
use crate::text::{count, kit, trim, vocabulary, warning};

pub use super::app::made::*;

/// The run of the day: "Run in 20 min", "After an easy run".
#[must_use]
pub fn run_words(request: &MadeRequest) -> String {
    match request.when {
        RunWhen::NoRun => run_none().to_owned(),
        RunWhen::Before if request.run_in == 0 => run_later().to_owned(),
        RunWhen::Before => run_in(&units::minutes(request.run_in.into())),
        RunWhen::AfterEasy => run_easy().to_owned(),
        RunWhen::AfterHard => run_hard().to_owned(),
        RunWhen::AfterLong => run_long().to_owned(),
    }
}

/// The request on a chip: "12 min · run in 20 min".
#[must_use]
pub fn chip_words(request: &MadeRequest) -> String {
    let minutes = units::minutes(request.minutes.into());
    match request.when {
        RunWhen::NoRun => minutes,
        RunWhen::Before if request.run_in > 0 => chip_run_in(&minutes, &units::minutes(request.run_in.into())),
        RunWhen::Before => chip_before(&minutes),
        RunWhen::AfterEasy => chip_easy(&minutes),
        RunWhen::AfterHard => chip_hard(&minutes),
        RunWhen::AfterLong => chip_long(&minutes),
    }
}

/// The name of the routine: "12 minutes before a run".
#[must_use]
pub fn name(request: &MadeRequest, minutes: u32) -> String {
    match request.when {
        RunWhen::NoRun => name_plain(minutes),
        RunWhen::Before => name_before(minutes),
        RunWhen::AfterEasy | RunWhen::AfterHard | RunWhen::AfterLong => name_after(minutes),
    }
}

/// The reason for an exercise, in a line.
#[must_use]
pub const fn reason(reason: MadeReason) -> &'static str {
    match reason {
        MadeReason::WarmsUp => why_warm_up(),
        MadeReason::Pinned => why_pinned(),
        MadeReason::Focus(job) => why_focus(job),
        MadeReason::Covers(job) => why_job(job),
        MadeReason::Easy => why_easy(),
        MadeReason::BothLegs => why_both_legs(),
        MadeReason::Again(job) => why_again(job),
    }
}

/// A difference from the request, in a sentence.
#[must_use]
pub fn compromise(compromise: &Compromise) -> String {
    match compromise {
        Compromise::BeforeRun(minutes) => before_run((*minutes).into()),
        Compromise::RunBegins(minutes) => run_begins((*minutes).into()),
        Compromise::AfterRun(minutes) => after_run((*minutes).into()),
        Compromise::Minutes(minutes) => nearest((*minutes).into()),
        Compromise::NoFocus(job) => no_focus(*job).to_owned(),
        Compromise::NotPinned(slug) => not_pinned(brief(slug).map_or(slug.as_str(), |brief| brief.name)),
        Compromise::Nothing => nothing().to_owned(),
    }
}

/// A warning about a routine, in a sentence.
#[must_use]
pub fn warning_words(of: &RoutineWarning) -> String {
    match of {
        RoutineWarning::TwoBalances(one, next) => warning::two_balances(one, next),
        RoutineWarning::NoHipSide => warning::no_hip_side().to_owned(),
        RoutineWarning::NewLevel(name, level) => warning::new_level(name, vocabulary::level(*level)),
        RoutineWarning::NoKit(pieces) => warning::no_kit(&kit::fact(pieces)),
        RoutineWarning::JumpsTooSoon(name) => warning::jumps(name),
    }
}

/// The parts that a shorter routine lacks, a sentence each.
#[must_use]
pub fn trimmed_words(trimmed: &Trimmed) -> Vec<String> {
    let mut words = Vec::new();
    if trimmed.fewer_sets > 0 {
        words.push(trim::fewer_sets(count(trimmed.fewer_sets)));
    }
    if !trimmed.left_out.is_empty() {
        words.push(trim::left_out(&trimmed.left_out.join(", ")));
    }
    if trimmed.is_tighter {
        words.push(trim::tighter().to_owned());
    }
    if !trimmed.fits {
        words.push(trim::shortest().to_owned());
    } else if words.is_empty() {
        words.push(trim::whole().to_owned());
    }
    words
}
