//! The routines that a runner can train: what she has kit for, without what hurts, at the levels that she has reached.

use super::{EXPERIENCED_SESSIONS, Situation};
use crate::domain::catalogue::{Demand, Kit, Level, brief, has_kit};
use crate::domain::log::{Effort, Performed, all_sets, exercises_of};
use crate::domain::routine::{Item, Routine, is_suggested, ready_made};

/// The number of latest sessions that show kit and levels: as many as are always read.
const LATELY: usize = EXPERIENCED_SESSIONS;

/// A routine as it can be trained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    /// Without the exercises that load a sore part.
    pub(super) routine: Routine,
    /// Their names.
    pub(super) left_out: Vec<&'static str>,
    /// True if an exercise is at a higher level than in the ready-made routine.
    pub(super) is_raised: bool,
}

impl Choice {
    pub(super) fn trains(&self, exercise: &str) -> bool {
        self.routine.items.iter().any(|item| item.exercise == exercise)
    }
}

/// The routines that can be trained with the kit at hand, the ready-made ones first. A ready-made one has each exercise at the
/// level that the runner has reached; she chose those of her own routines herself. A ready-made one that is not suggested from the
/// first day on is a choice once she has trained it, and stays as it is.
pub(super) fn choices(of: &Situation, log: &[Performed]) -> Vec<Choice> {
    let kit = kit_at_hand(of.kit, log);
    let is_trained = |routine: &Routine| log.iter().any(|session| session.from == routine.id);
    let ready = ready_made().into_iter().filter(|routine| is_suggested(&routine.id) || is_trained(routine));
    let ready = ready.map(|routine| {
        let may_raise = is_suggested(&routine.id);
        choice(routine, of, |item| raised(item, of, log, &kit).filter(|_| may_raise))
    });
    let own = of.own.iter().map(|routine| choice(routine.clone(), of, |_| None));
    let fits = |choice: &Choice| choice.routine.sets() > 0 && has_kit(&kit, &choice.routine.kit());
    ready.chain(own).filter(fits).collect()
}

/// The kit that the runner said she has, and that of her latest sessions.
#[must_use]
pub fn kit_at_hand(said: &[Kit], newest_first: &[Performed]) -> Vec<Kit> {
    let trained = all_sets(lately(newest_first)).filter_map(|set| Some(brief(&set.exercise)?.at(set.level)));
    let used: Vec<&Demand> = trained.collect();
    let has = |piece: &Kit| said.contains(piece) || used.iter().any(|demand| demand.kit.contains(piece));
    Kit::ALL.iter().copied().filter(has).collect()
}

/// The exercises of the latest sessions, the latest first.
#[must_use]
pub fn used_lately(newest_first: &[Performed]) -> Vec<String> {
    exercises_of(lately(newest_first))
}

fn choice(mut routine: Routine, of: &Situation, raise: impl Fn(&Item) -> Option<Item>) -> Choice {
    let (mut left_out, mut is_raised) = (Vec::new(), false);
    routine.items.retain_mut(|item| {
        let out = (of.is_out)(&item.exercise, item.level);
        if let Some(known) = item.known().filter(|known| out && !left_out.contains(&known.name)) {
            left_out.push(known.name);
        }
        if let Some(higher) = raise(item).filter(|_| !out) {
            *item = higher;
            is_raised = true;
        }
        !out
    });
    Choice { routine, left_out, is_raised }
}

/// `item` at the highest level that the runner has reached, has the kit for, and that loads nothing sore, with as many sets;
/// `None` if that is not above its own level.
fn raised(item: &Item, of: &Situation, log: &[Performed], kit: &[Kit]) -> Option<Item> {
    let (exercise, reached) = (item.known()?, reached(log, &item.exercise)?);
    let can = |level: &Level| {
        let has_kit = has_kit(kit, exercise.at(*level).kit);
        item.level < *level && *level <= reached && has_kit && !(of.is_out)(&item.exercise, *level)
    };
    let level = Level::ALL.iter().copied().rev().find(can)?;
    let targets = item.amounts_at(exercise, level).into_iter().take(item.targets.len()).collect();
    Some(item.clone().at_level(level, targets))
}

/// The highest level at which every set of `exercise` was done as planned in one of the latest sessions that was not too hard.
#[must_use]
pub fn reached(log: &[Performed], exercise: &str) -> Option<Level> {
    let managed = |session: &Performed, level: &Level| {
        let mut sets = session.sets.iter().filter(|set| set.exercise == exercise && set.level == *level).peekable();
        sets.peek().is_some() && sets.all(|set| set.done >= set.target)
    };
    let easy_enough = || lately(log).iter().filter(|session| session.effort != Some(Effort::Hard));
    Level::ALL.iter().copied().rev().find(|level| easy_enough().any(|session| managed(session, level)))
}

fn lately(newest_first: &[Performed]) -> &[Performed] {
    &newest_first[..newest_first.len().min(LATELY)]
}
