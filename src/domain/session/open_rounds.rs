//! Blocks of as many rounds as fit into a time: their clock, a further round while it runs, and their end.
//!
//! The plan has one round of such a block. Another one is added when a round is over; when the time is over, what is left of the
//! present round is taken out of the plan. A set that the runner ends goes on beyond the time until she says how many she did.

use super::transition::Transition;
use super::{Phase, Session, Step};
use crate::domain::routine::{SetClock, rest_after_rounds};
use crate::domain::units::{Seconds, Timestamp};
use std::ops::Range;

/// The largest number of rounds of a block without a number of rounds.
const MOST_ROUNDS: u8 = 200;

impl Step {
    /// The time of its whole block, if as many rounds are done as fit.
    #[must_use]
    pub const fn within(&self) -> Option<Seconds> {
        match self.place.clock {
            Some(SetClock::Within(time)) => Some(time),
            _ => None,
        }
    }
}

impl Session {
    /// The moment at which the time of the present block is over; `None` outside such a block, and before its first set.
    #[must_use]
    pub fn block_end(&self) -> Option<Timestamp> {
        self.step().within()?;
        Some(self.epoch.plus_ms(self.until_ms?))
    }

    /// The time left of the present block of as many rounds as fit; all of it before its first set.
    #[must_use]
    pub fn block_left(&self, now: Timestamp) -> Option<Seconds> {
        let time = self.step().within()?;
        let now = match self.phase {
            Phase::Wait { since, .. } => since,
            _ => self.paused.unwrap_or(now),
        };
        let left = self.block_end().map_or(i64::from(time.0) * 1000, |end| end.ms_since(now));
        Some(Seconds(u32::try_from((left + 999) / 1000).unwrap_or(0)))
    }

    /// True if the time of the present block is over.
    #[must_use]
    pub fn is_block_over(&self, now: Timestamp) -> bool {
        self.block_end().is_some_and(|end| end <= now)
    }

    /// The full rounds done in blocks of as many rounds as fit: a round of which the time has taken something is none.
    #[must_use]
    pub fn full_rounds(&self) -> u16 {
        let is_done = |step: usize| self.done.iter().any(|done| done.step == step);
        let (mut full, mut before, mut at) = (0, None, 0);
        for round in self.steps.chunk_by(|one, other| one.place == other.place) {
            let (number, steps) = (round[0].place.number, round.iter().zip(at..));
            let kept: Vec<usize> = steps.filter(|(step, _)| !self.is_left_out(step)).map(|(_, at)| at).collect();
            let is_whole = before.is_none_or(|(same, length)| same != number || kept.len() >= length);
            full += u16::from(number > 0 && is_whole && !kept.is_empty() && kept.iter().all(|at| is_done(*at)));
            before = Some((number, kept.len()));
            at += round.len();
        }
        full
    }

    /// The end of the present block in the plan.
    fn block_steps_end(&self) -> usize {
        let number = self.step().place.number;
        let coming = self.steps[self.at..].iter();
        self.at + coming.take_while(|step| step.place.number == number).count()
    }

    /// The steps of the present round.
    fn round(&self) -> Range<usize> {
        let (number, round) = (self.step().place.number, self.step().place.round);
        let is_in = |step: &&Step| step.place.number == number && step.place.round == round;
        let before = self.steps[..self.at].iter().rev().take_while(is_in).count();
        let from = self.steps[self.at..].iter().take_while(is_in).count();
        self.at - before..self.at + from
    }

    /// True if no set from here on was done, so that steps may come and go.
    fn is_free_from(&self, step: usize) -> bool {
        self.done.iter().chain(&self.taken_back).all(|done| done.step < step)
    }
}

impl Transition {
    /// Starts the clock of the present block with its first set.
    pub(super) fn start_block(&mut self, now: Timestamp) {
        if let Some(time) = self.step().within().filter(|_| self.until_ms.is_none()) {
            self.session.until_ms = Some(now.ms_since(self.epoch) + i64::from(time.0) * 1000);
        }
    }

    /// Adds a further round after the present step, if that is the last one of its round. A round of which nothing was done is the
    /// last.
    pub(super) fn add_round(&mut self) {
        if self.step().within().is_none() {
            return;
        }
        let (end, round) = (self.block_steps_end(), self.round());
        let is_last = (self.at + 1..end).all(|at| self.is_left_out(&self.steps[at]));
        let has_done = self.done.iter().any(|done| round.contains(&done.step));
        if !is_last || !has_done || !self.is_free_from(end) || self.step().place.round >= MOST_ROUNDS {
            return;
        }
        let next = |step: &Step| {
            let mut step = step.clone();
            step.place.round += 1;
            step.set = step.set.saturating_add(1);
            step.sets = step.sets.max(step.set);
            step.target = step.target.stepped(step.place.ladder.into());
            step
        };
        let steps: Vec<Step> = self.steps[round].iter().filter(|step| !self.is_left_out(step)).map(next).collect();
        if !steps.is_empty() {
            self.session.steps.splice(end..end, steps);
            self.revise();
        }
    }

    /// Goes on after the present block: what is left of its round is no part of the plan any more.
    pub(super) fn end_block(&mut self, now: Timestamp) {
        let end = self.block_steps_end();
        let rest = self.steps[self.round()].iter().map(|step| step.rest).max().unwrap_or_default();
        let is_done = self.done.iter().any(|done| done.step == self.at);
        let from = if is_done { self.at + 1 } else { self.at };
        // Of a first round that was not whole the plan tells so.
        let goes = self.step().place.round > 1 && from < end && self.is_free_from(from);
        let next = (end..self.steps.len()).find(|at| !self.is_left_out(&self.steps[*at]));
        let next = next.map(|next| if goes { next - (end - from) } else { next });
        if goes {
            self.session.steps.drain(from..end);
            self.revise();
        }
        if let Some(next) = next {
            self.stand_at(next);
            return self.rest_until(now.plus(rest_after_rounds(rest)), now);
        }
        if goes && !is_done {
            self.session.at = from - 1;
        }
        self.finish(now);
    }
}
