//! Warnings about a routine, which explain and never block.

use super::coverage::jobs;
use crate::domain::catalogue::{Job, Kit, Level, lacking_kit, training_facts};
use crate::domain::log::{Performed, all_sets};
use crate::domain::routine::{Item, Routine};
use time::{Date, Duration};

/// A warning about a routine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoutineWarning {
    /// Two balances on one leg follow each other.
    TwoBalances(String, String),
    /// Nothing trains the side of the hip.
    NoHipSide,
    /// A level above Base that the runner has never trained.
    NewLevel(String, Level),
    /// Kit that the runner does not have.
    NoKit(Vec<Kit>),
    /// Jumps before the legs are ready (rule G8 of the coaching rules).
    JumpsTooSoon(String),
}

/// The number of exercises from which on a routine should train the side of the hip.
const WHOLE: usize = 3;
/// Days of training before the first jumps.
const BEFORE_JUMPS: i64 = 28;

/// The runner, as the warnings see her.
#[derive(Clone, Copy, Debug)]
pub struct Trainee<'a> {
    /// The kit that she has.
    pub kit: &'a [Kit],
    /// Her log, newest first.
    pub log: &'a [Performed],
    /// True if older sessions have not been read.
    pub has_older: bool,
    /// The local day.
    pub today: Date,
}

impl Trainee<'_> {
    /// True if she has trained long enough to jump.
    #[must_use]
    pub fn may_jump(&self) -> bool {
        let since = self.today.saturating_sub(Duration::days(BEFORE_JUMPS));
        self.has_older || self.log.iter().any(|session| session.day().is_some_and(|day| day <= since))
    }
}

/// The warnings about `routine`, each exercise in one of a kind.
#[must_use]
pub fn warnings(routine: &Routine, of: &Trainee) -> Vec<RoutineWarning> {
    let mut warnings = Vec::new();
    let balances = |item: &Item| jobs(item).contains(&Job::Balance);
    let two = routine.items.windows(2).find(|pair| {
        pair[0].block == pair[1].block && pair[0].exercise != pair[1].exercise && pair.iter().all(balances)
    });
    warnings.extend(two.map(|pair| RoutineWarning::TwoBalances(pair[0].name(), pair[1].name())));
    let is_whole = routine.items.len() >= WHOLE;
    if is_whole && !routine.items.iter().any(|item| jobs(item).contains(&Job::HipSide)) {
        warnings.push(RoutineWarning::NoHipSide);
    }
    let jumps = |item: &&Item| training_facts(&item.exercise, item.level).is_some_and(|facts| facts.jumps);
    let jump = routine.items.iter().find(jumps).filter(|_| !of.may_jump());
    warnings.extend(jump.map(|item| RoutineWarning::JumpsTooSoon(item.name())));
    let is_new = |item: &&Item| {
        let trained = |level: Level| all_sets(of.log).any(|set| set.exercise == item.exercise && set.level >= level);
        item.known().is_some() && item.level > Level::Base && !of.has_older && !trained(item.level)
    };
    let mut named: Vec<&str> = Vec::new();
    for item in routine.items.iter().filter(is_new) {
        if !named.contains(&item.exercise.as_str()) && jump.is_none_or(|jump| jump.key != item.key) {
            named.push(&item.exercise);
            warnings.push(RoutineWarning::NewLevel(item.name(), item.level));
        }
    }
    let lacking = lacking_kit(of.kit, &routine.kit());
    if !lacking.is_empty() {
        warnings.push(RoutineWarning::NoKit(lacking));
    }
    warnings
}
