//! Alternatives: exercises with the same purpose as the present one, to replace it today.

use super::{Hurt, Session, Step};
use crate::domain::catalogue::{self, Brief, Exercise, Kit, Level, has_kit};
use crate::domain::routine::{Item, Routine};
use std::iter::successors;

/// The least similarity of an alternative: one muscle, or one type of exercise.
const SAME_JOB: usize = 2;

/// The largest number of alternatives that help in mid-session.
pub const MOST_SWAPS: usize = 3;

/// An exercise that can replace the present one, and its level.
pub type Substitute = (&'static Brief, Level);

impl Session {
    /// The exercises that can replace the present one with this kit, best first: at its level, or at the next lower one that is
    /// possible. None that comes later anyway, is left out, or would be because of the present pain. If that would leave the
    /// present one out too, exercises for other areas are offered as well.
    #[must_use]
    pub fn swaps(&self, kit: &[Kit], hurt: Option<&Hurt>) -> Vec<Substitute> {
        let is_out = |slug: &str, level: Level| hurt.is_some_and(|hurt| hurt.takes_out(self, slug, level));
        let step = self.step();
        let Some(present) = catalogue::find(&step.exercise) else { return Vec::new() };
        let least = if is_out(present.id, step.level) { 0 } else { SAME_JOB };
        let may =
            |slug: &str, level: Level| !self.comes(slug, &is_out) && !self.is_out(slug, level) && !is_out(slug, level);
        alternatives(present, step.level, least, kit, &may)
    }

    /// The highest level below the present one that is not left out, and would not be because of the present pain.
    #[must_use]
    pub fn easier(&self, hurt: Option<&Hurt>) -> Option<Level> {
        let is_out = |slug: &str, level: Level| hurt.is_some_and(|hurt| hurt.takes_out(self, slug, level));
        let Step { exercise, level, .. } = self.step();
        let may = |level: &Level| !self.is_out(exercise, *level) && !is_out(exercise, *level);
        successors(level.below(), |level| level.below()).find(may)
    }

    /// The next level up, unless it is left out.
    #[must_use]
    pub fn harder(&self) -> Option<Level> {
        let Step { exercise, level, .. } = self.step();
        level.above().filter(|level| !catalogue::is_own(exercise) && !self.is_out(exercise, *level))
    }

    /// True if an exercise comes later anyway, or the runner left it out.
    fn comes(&self, id: &str, is_out: &dyn Fn(&str, Level) -> bool) -> bool {
        let comes = |step: &Step| step.exercise == id && !self.is_left_out(step) && !is_out(id, step.level);
        self.left_out.iter().any(|out| out == id) || self.steps[self.at..].iter().any(comes)
    }
}

/// The exercises that can replace `present` with this kit, best first: at `level`, or at the next lower one that is possible; none
/// that is less similar than `least`, or may not be trained.
fn alternatives(
    present: &Exercise,
    level: Level,
    least: usize,
    kit: &[Kit],
    may: &dyn Fn(&str, Level) -> bool,
) -> Vec<Substitute> {
    let mut found: Vec<(usize, Substitute)> = Vec::new();
    for other in catalogue::all().iter().filter(|other| other.id != present.id) {
        let likeness = likeness(present, other);
        let possible = |level: &Level| has_kit(kit, other.at(*level).kit) && may(other.id, *level);
        let level = successors(Some(level), |level| level.below()).find(possible);
        if let Some((brief, level)) = catalogue::brief(other.id).zip(level).filter(|_| likeness >= least) {
            let place = found.partition_point(|(better, _)| *better >= likeness);
            found.insert(place, (likeness, (brief, level)));
        }
    }
    found.into_iter().map(|(_, substitute)| substitute).collect()
}

/// The exercises that can replace an item of `routine` with this kit, best first: none that it has already, or that `is_out` leaves
/// out.
#[must_use]
pub fn substitutes(
    routine: &Routine,
    item: &Item,
    kit: &[Kit],
    is_out: &dyn Fn(&str, Level) -> bool,
) -> Vec<Substitute> {
    let Some(present) = catalogue::find(&item.exercise) else { return Vec::new() };
    let is_planned = |slug: &str| routine.items.iter().any(|item| item.exercise == slug);
    let may = |slug: &str, level: Level| !is_planned(slug) && !is_out(slug, level);
    let mut found = alternatives(present, item.level, SAME_JOB, kit, &may);
    found.truncate(MOST_SWAPS);
    found
}

/// A routine as it can be trained with some kit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refit {
    /// The routine with its exercises replaced.
    pub routine: Routine,
    /// The items that were replaced, each with the one in its place.
    pub swapped: Vec<(Item, Item)>,
    /// The items that need more kit and have no replacement.
    pub kept: Vec<Item>,
}

/// `routine` as it can be trained with this kit, like [`fitted`], but the amounts stay as they are where the unit is the same.
#[must_use]
pub fn refitted(routine: &Routine, kit: &[Kit], is_out: &dyn Fn(&str, Level) -> bool) -> Refit {
    let mut fit = fitted(routine, kit, is_out);
    let (mut swapped, mut kept) = (Vec::new(), Vec::new());
    for (item, new) in routine.items.iter().zip(&mut fit.items) {
        if (&item.exercise, item.level) != (&new.exercise, new.level) {
            if let Some(exercise) = new.known() {
                *new = item.swapped(item.key, exercise, new.level);
            }
            swapped.push((item.clone(), new.clone()));
        } else if item.demand().is_some_and(|demand| !has_kit(kit, demand.kit)) {
            kept.push(item.clone());
        }
    }
    Refit { routine: fit.settled(), swapped, kept }
}

/// `routine` for a runner with this kit: an exercise that needs more becomes a lower level of itself, or else the most similar
/// exercise that the routine does not have yet. It stays if there is neither. The replacement has its own dose, in no more sets.
/// None is put in that `is_out` leaves out.
#[must_use]
pub fn fitted(routine: &Routine, kit: &[Kit], is_out: &dyn Fn(&str, Level) -> bool) -> Routine {
    let mut fitted = routine.clone();
    for at in 0..fitted.items.len() {
        let item = &fitted.items[at];
        let Some(present) = catalogue::find(&item.exercise).filter(|present| !has_kit(kit, present.at(item.level).kit))
        else {
            continue;
        };
        let lower = || {
            let may = |level: &Level| has_kit(kit, present.at(*level).kit) && !is_out(present.id, *level);
            catalogue::brief(present.id).zip(successors(item.level.below(), |level| level.below()).find(may))
        };
        let is_planned = |slug: &str| fitted.items.iter().any(|item| item.exercise == slug);
        let may = |slug: &str, level: Level| !is_planned(slug) && !is_out(slug, level);
        let other = || alternatives(present, item.level, SAME_JOB, kit, &may).into_iter().next();
        if let Some((exercise, level)) = lower().or_else(other) {
            let mut targets = item.amounts_at(exercise, level);
            targets.truncate(item.targets.len().max(1));
            let (rest, block) = (item.rest, item.block);
            fitted.items[at] = Item { targets, rest, block, ..Item::prescribed(item.key, exercise, level) };
        }
    }
    fitted.settled()
}

/// Similarity of `other` to `present`: its main muscles weigh most, then its type, then its body areas.
fn likeness(present: &Exercise, other: &Exercise) -> usize {
    let (mine, theirs) = (&present.muscles, &other.muscles);
    4 * shared(mine.primary, theirs.primary)
        + 2 * shared(mine.primary, theirs.secondary)
        + 2 * usize::from(present.kind == other.kind)
        + shared(mine.secondary, theirs.primary)
        + shared(present.areas.get(..1).unwrap_or_default(), other.areas)
}

fn shared<T: PartialEq>(mine: &[T], theirs: &[T]) -> usize {
    mine.iter().filter(|one| theirs.contains(one)).count()
}
