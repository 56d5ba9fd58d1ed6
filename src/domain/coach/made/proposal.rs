//! A proposal as a routine: a warm-up, then the main part or a circuit, with the reason for each exercise.

use super::fit::{Dosed, WARM_UP_REST, half, total, warm_up_seconds};
use super::option::Usable;
use super::{Compromise, MADE, Made, MadeReason, MadeRequest};
use crate::domain::catalogue::Job;
use crate::domain::routine::{Block, BlockKind, Item, Routine};
use crate::domain::units::{Amount, Seconds};

const WARM_UP_KEY: u32 = 101;
const MAIN_KEY: u32 = 102;

/// Exercises with their doses.
pub(super) struct Proposal<'a> {
    pub(super) warm_up: Vec<Usable<'a>>,
    pub(super) main: Vec<Dosed<'a>>,
    pub(super) is_circuit: bool,
}

impl Proposal<'_> {
    /// The routine.
    pub(super) fn build(&self, request: &MadeRequest, compromises: Vec<Compromise>) -> Made {
        let warm_up = self.warm_up.iter().map(|option| (option, vec![half(option)], WARM_UP_REST, WARM_UP_KEY));
        let main = self.main.iter().map(|one| (&one.option, one.amounts().collect(), one.rest, MAIN_KEY));
        let rows: Vec<_> = warm_up.chain(main).collect();
        let item = |(key, (option, amounts, rest, block)): (u32, &(&Usable, Vec<u16>, u32, u32))| Item {
            key,
            exercise: option.slug.to_owned(),
            level: option.level,
            targets: amounts.iter().copied().map(Amount::clamped).collect(),
            rest: Seconds(*rest),
            block: *block,
            note: String::new(),
            load: None,
            side_order: None,
            tempo: Vec::new(),
            clock: None,
        };
        let items = (1..).zip(&rows).map(item).collect();
        let warm_up_length: u32 = self.warm_up.iter().map(warm_up_seconds).sum();
        Made {
            routine: Routine { items, blocks: self.blocks(), ..Routine::empty(MADE.to_owned(), "") }.settled(),
            reasons: self.reasons(request),
            length: Seconds(total(&self.main, warm_up_length)),
            compromises,
        }
    }

    fn blocks(&self) -> Vec<Block> {
        let last = self.main.last();
        let main = if self.is_circuit {
            Block {
                rounds: last.and_then(|last| u8::try_from(last.sets).ok()).unwrap_or(1),
                rest: Seconds(last.map_or(0, |last| last.rest)),
                ..Block::new(MAIN_KEY, BlockKind::Circuit)
            }
        } else {
            Block::new(MAIN_KEY, BlockKind::Main)
        };
        let warm_up = (!self.warm_up.is_empty()).then(|| Block::new(WARM_UP_KEY, BlockKind::WarmUp));
        warm_up.into_iter().chain([main]).collect()
    }

    fn reasons(&self, request: &MadeRequest) -> Vec<MadeReason> {
        let mut done: Vec<Job> = Vec::new();
        let mut reasons = vec![MadeReason::WarmsUp; self.warm_up.len()];
        for Dosed { option, .. } in &self.main {
            let jobs = option.facts.jobs;
            let fresh = jobs.iter().find(|job| !done.contains(job));
            reasons.push(if request.pinned.iter().any(|slug| slug == option.slug) {
                MadeReason::Pinned
            } else if let Some(focus) = request.focus.filter(|focus| jobs.contains(focus)) {
                MadeReason::Focus(focus)
            } else if let Some(job) = fresh {
                MadeReason::Covers(*job)
            } else if request.is_near_run() && option.is_light() {
                MadeReason::Easy
            } else {
                jobs.first().map_or(MadeReason::BothLegs, |job| MadeReason::Again(*job))
            });
            done.extend(jobs);
        }
        reasons
    }
}
