//! The exercises that can be trained in a routine that is made: with the kit at hand, without pain, near the run of the day.

use super::MadeRequest;
use crate::domain::catalogue::{Demand, Intensity, Kit, Level, Sides, TrainingFacts, briefs, has_kit, training_facts};
use crate::domain::routine::{SWITCH, rep_seconds};

/// A level of an exercise, with its facts.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// The slug of the exercise.
    pub slug: &'a str,
    /// The level.
    pub level: Level,
    /// Its dose, sides, kit and loads.
    pub demand: &'a Demand,
    /// The part that it plays in a routine.
    pub facts: &'a TrainingFacts,
}

/// The exercises of the catalogue at all levels.
#[must_use]
pub fn catalogue_candidates() -> Vec<Candidate<'static>> {
    let levels = briefs().iter().flat_map(|brief| Level::ALL.iter().map(move |level| (brief, *level)));
    let candidate = |(brief, level): (&'static crate::domain::catalogue::Brief, Level)| {
        let (demand, facts) = (brief.at(level), training_facts(brief.id, level)?);
        Some(Candidate { slug: brief.id, level, demand, facts })
    };
    levels.filter_map(candidate).collect()
}

/// The conditions of the runner.
#[derive(Clone, Copy)]
pub struct MadeConditions<'a> {
    /// The kit at hand.
    pub kit: &'a [Kit],
    /// The exercises that she never wants.
    pub banned: &'a [String],
    /// The highest level of an exercise that she has reached.
    pub reached: &'a dyn Fn(&str) -> Level,
    /// True for an exercise at a level that loads a sore part.
    pub is_out: &'a dyn Fn(&str, Level) -> bool,
    /// True if her legs are ready for jumps.
    pub may_jump: bool,
}

/// An exercise at the level at which it is trained.
#[derive(Clone, Copy, Debug)]
pub(super) struct Usable<'a> {
    pub(super) slug: &'a str,
    pub(super) level: Level,
    pub(super) demand: &'a Demand,
    pub(super) facts: &'a TrainingFacts,
}

impl Usable<'_> {
    /// The seconds of a set of this amount, with both sides.
    pub(super) fn set_seconds(&self, amount: u16) -> u32 {
        let one = u32::from(amount) * rep_seconds(self.demand, &[]);
        if self.demand.sides == Sides::PerSide { 2 * one + SWITCH.0 } else { one }
    }

    pub(super) fn is_light(&self) -> bool {
        self.facts.intensity == Intensity::Light
    }
}

/// Each exercise at the highest level that suits.
pub(super) fn usable<'a>(
    request: &MadeRequest,
    conditions: &MadeConditions,
    candidates: &[Candidate<'a>],
) -> Vec<Usable<'a>> {
    let mut options: Vec<Usable> = Vec::new();
    for candidate in candidates.iter().filter(|candidate| suits(request, conditions, candidate)) {
        let option = option(candidate);
        match options.iter_mut().find(|other| other.slug == option.slug) {
            Some(other) if other.level < option.level => *other = option,
            Some(_) => {}
            None => options.push(option),
        }
    }
    options
}

/// Each exercise at the lowest level that suits, for the warm-up; none that is demanding.
pub(super) fn gentle<'a>(
    request: &MadeRequest,
    conditions: &MadeConditions,
    candidates: &[Candidate<'a>],
) -> Vec<Usable<'a>> {
    let mut options: Vec<Usable> = Vec::new();
    let is_gentle = |candidate: &&Candidate| {
        candidate.facts.intensity != Intensity::Demanding
            && !request.not_to_warm_up.iter().any(|slug| slug == candidate.slug)
            && suits(request, conditions, candidate)
    };
    for option in candidates.iter().filter(is_gentle).map(option) {
        match options.iter_mut().find(|other| other.slug == option.slug) {
            Some(other) if option.level < other.level => *other = option,
            Some(_) => {}
            None => options.push(option),
        }
    }
    options
}

fn option<'a>(candidate: &Candidate<'a>) -> Usable<'a> {
    let Candidate { slug, level, demand, facts } = *candidate;
    Usable { slug, level, demand, facts }
}

fn suits(request: &MadeRequest, conditions: &MadeConditions, candidate: &Candidate) -> bool {
    let Candidate { slug, level, demand, facts } = *candidate;
    let is_named = |list: &[String]| list.iter().any(|other| other == slug);
    let top = request.level.unwrap_or_else(|| (conditions.reached)(slug));
    let is_fresh = !request.is_near_run();
    level <= top
        && has_kit(conditions.kit, demand.kit)
        && !is_named(conditions.banned)
        && !is_named(&request.without)
        && (is_fresh || facts.intensity != Intensity::Demanding)
        && (!facts.jumps || (is_fresh && conditions.may_jump))
        && !(conditions.is_out)(slug, level)
}
