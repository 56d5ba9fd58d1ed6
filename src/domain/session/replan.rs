//! What is left of the plan, changed in mid-session. The steps before the present one never change: sets done keep their
//! places.

use super::plan::item_steps;
use super::{After, Cue, Phase, Session, Side, Step};
use crate::domain::catalogue::{self, Brief, Level};
use crate::domain::routine::Item;
use crate::domain::units::{Seconds, Timestamp};
use std::mem::take;
use std::ops::Range;

impl Session {
    /// What is left of the present exercise goes on at `level`, its sets numbered on.
    pub(super) fn change_level(&mut self, level: Level, now: Timestamp) {
        let Step { exercise, set, level: before, .. } = self.step();
        let (set, same) = (*set, *before == level);
        let may = !same && !self.is_out(exercise, level);
        if let Some(exercise) = catalogue::brief(exercise).filter(|_| may) {
            self.put_in(exercise, level, set, now);
        }
    }

    /// `exercise` at `level` takes the place of what is left of the present one, its sets numbered anew; none that is left
    /// out.
    pub(super) fn swap(&mut self, exercise: &Brief, level: Level, now: Timestamp) {
        if self.step().exercise != exercise.id && !self.is_out(exercise.id, level) {
            self.put_in(exercise, level, 1, now);
        }
    }

    /// Takes all sets of an exercise out that are still to come, and has those that are over passed over.
    pub(super) fn drop_exercise(&mut self, slug: &str, now: Timestamp, cues: &mut Vec<Cue>) {
        if !self.left_out.iter().any(|out| out == slug) {
            self.left_out.push(slug.to_owned());
            self.take_out(now, cues);
        }
    }

    /// Takes out what `is_out` names, whether it is planned or could take the place of what is.
    pub(super) fn leave_out_sore(&mut self, is_out: &dyn Fn(&str, Level) -> bool, now: Timestamp, cues: &mut Vec<Cue>) {
        let every = catalogue::briefs().iter().flat_map(|brief| Level::ALL.iter().map(|level| (brief.id, *level)));
        let planned = self.steps.iter().map(|step| (step.exercise.as_str(), step.level));
        let mut out: Vec<(String, Level)> = Vec::new();
        for (slug, level) in every.chain(planned).filter(|(slug, level)| is_out(slug, *level)) {
            if !self.is_out(slug, level) && !out.iter().any(|(other, at)| other == slug && *at == level) {
                out.push((slug.to_owned(), level));
            }
        }
        if !out.is_empty() {
            self.left_out_levels.extend(out);
            self.take_out(now, cues);
        }
    }

    /// Takes all steps out that are left out and still to come.
    fn take_out(&mut self, now: Timestamp, cues: &mut Vec<Cue>) {
        let present = self.step().clone();
        self.revision += 1;
        self.put_back(cues);
        self.pass_sets_done();
        let coming = self.steps[self.at..].iter();
        let kept: Vec<Step> = coming.filter(|step| !self.is_left_out(step)).cloned().collect();
        // A plan is never empty, even one of which nothing was done.
        self.steps.truncate(if kept.is_empty() { self.at.max(1) } else { self.at });
        if kept.is_empty() {
            self.at = self.steps.len() - 1;
            self.go_on(now);
            self.finish(now, cues);
            return;
        }
        self.steps.extend(kept);
        self.end_plan();
        let is_another = Step { rest: present.rest, ..self.step().clone() } != present;
        if is_another && (self.has_begun() || matches!(self.phase, Phase::Switch { .. })) {
            self.take_position(self.paused.unwrap_or(now), false);
        }
    }

    /// Sets taken back count as they were done where one of them, or a step before it, is left out: a set that was done
    /// keeps its place in the plan. Where all of them lie before what is taken out, they are still done again.
    fn put_back(&mut self, cues: &mut Vec<Cue>) {
        let is_out = |step: usize| self.is_left_out(&self.steps[step]);
        if self.taken_back.iter().any(|taken| (self.at..=taken.step).any(is_out)) {
            let mut taken_back = take(&mut self.taken_back);
            taken_back.sort_by_key(|taken| taken.step);
            for taken in taken_back {
                self.keep(taken, cues);
            }
        }
    }

    /// The sides of the present exercise change places, unless its first set has begun, or was done before the runner went
    /// back to it: a set that was done keeps its side.
    pub(super) fn flip(&mut self) {
        let item = self.item();
        let was_done = self.taken_back.iter().any(|done| item.contains(&done.step));
        if item.start != self.at || !self.step().other_side_next || self.has_begun() || was_done {
            return;
        }
        for step in &mut self.steps[item] {
            step.side = step.side.map(Side::other);
        }
        self.revision += 1;
    }

    /// The side that would begin if the sides changed places now; `None` where they cannot.
    #[must_use]
    pub fn flipped(&self) -> Option<Side> {
        let mut other = self.clone();
        other.flip();
        (other.revision != self.revision).then(|| other.step().side)?
    }

    /// Puts `exercise` in the place of what is left of the present item, from its set number `set` on: no more sets than
    /// were left, and no more than its own dose has. The rest stays as the runner planned it. Where only the second side
    /// of a set is left, only that side of it is put in.
    fn put_in(&mut self, exercise: &Brief, level: Level, set: u8, now: Timestamp) {
        // What is planned anew is done anew.
        self.taken_back.clear();
        self.pass_sets_done();
        let (place, present) = (self.item(), self.step().clone());
        let planned = &self.steps[place.clone()];
        let left = usize::from(planned.last().map_or(0, |last| last.set.saturating_sub(present.set))) + 1;
        let rest = planned.iter().map(|step| step.rest).max().filter(|rest| *rest > Seconds(0));
        let second_side = present.side.filter(|_| !present.other_side_next);
        let first = second_side.map(Side::other).or(present.side).unwrap_or(Side::Right);

        let mut item = Item::prescribed(0, exercise, level);
        item.rest = rest.unwrap_or(item.rest);
        let before = usize::from(set) - 1;
        let sets = before + item.targets.len().saturating_sub(before).clamp(1, left);
        if let Some(last) = item.targets.last().copied() {
            item.targets.resize(sets, last);
        }
        let mut steps = item_steps(&item, first);
        steps.retain(|step| step.set >= set);
        if second_side.is_some() && steps.first().is_some_and(|step| step.other_side_next) {
            steps.remove(0);
        }
        self.steps.splice(self.at..place.end, steps);
        self.end_plan();
        self.revision += 1;
        let other_side_gone = matches!(self.phase, Phase::Switch { .. }) && self.step().side != present.side;
        if self.has_begun() || other_side_gone {
            self.take_position(self.paused.unwrap_or(now), false);
        }
    }

    /// A runner who went back over an exercise left out has sets done ahead of her. They keep their places: what is to do
    /// before them moves behind them, so that all that follows can be planned anew.
    fn pass_sets_done(&mut self) {
        let Some(last) = self.done.iter().map(|done| done.step).max().filter(|last| *last >= self.at) else { return };
        let before = &self.steps[self.at..last];
        let is_done = |step: usize| self.done.iter().any(|done| done.step == step);
        let before = (self.at..last).zip(before).filter(|(at, step)| !self.is_left_out(step) && !is_done(*at));
        let before: Vec<Step> = before.map(|(_, step)| step.clone()).collect();
        self.at = last + 1;
        self.taken_back.clear();
        self.steps.splice(self.at..self.at, before);
    }

    /// The steps of the present item: those of its exercise around the present one, from its first set on.
    fn item(&self) -> Range<usize> {
        let exercise = &self.step().exercise;
        let begins = |step: &Step| step.set == 1 && (step.side.is_none() || step.other_side_next);
        let mut start = self.at;
        while !begins(&self.steps[start]) && start > 0 && self.steps[start - 1].exercise == *exercise {
            start -= 1;
        }
        let coming = &self.steps[self.at + 1..];
        let end = coming.iter().position(|step| step.exercise != *exercise || begins(step)).unwrap_or(coming.len());
        start..self.at + 1 + end
    }

    /// Nothing is rested for after the last set.
    fn end_plan(&mut self) {
        if let Some(last) = self.steps.last_mut() {
            last.rest = Seconds(0);
        }
    }

    /// Whether the present set has begun, seen or unseen.
    const fn has_begun(&self) -> bool {
        matches!(self.phase, Phase::Work { .. } | Phase::Wait { after: After::Hold, .. })
    }
}
