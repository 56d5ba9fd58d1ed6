//! Changes of the remaining plan in mid-session. The steps before the present one never change: sets done keep their places.

use super::plan::{item_steps, set_steps};
use super::transition::Transition;
use super::{After, Announcement, Effect, Phase, Plan, Session, Side, Step};
use crate::domain::catalogue::{self, Brief, Level};
use crate::domain::routine::{Item, PlannedSet, SetClock};
use crate::domain::units::{Seconds, Timestamp};
use std::ops::Range;

impl Session {
    /// This session without the exercises of `out`, each at a level that loads a sore part of the body: none of them is trained
    /// again, neither later in the plan nor by Back, at another level or as an alternative; sets done keep their places. Ends
    /// the session if nothing else is left to do.
    #[must_use]
    pub fn without(self, out: &[(String, Level)], now: Timestamp) -> (Self, Vec<Effect>) {
        self.change(now, |next| next.leave_out(out, now))
    }

    /// This session, of which no set has begun, with the steps and the left-out exercises of `plan`, but without `out`: a part
    /// because of which exercises were left out is better.
    #[must_use]
    pub fn planned_again(self, plan: Plan, out: &[(String, Level)], now: Timestamp) -> (Self, Vec<Effect>) {
        self.change(now, |next| {
            if next.has_begun_any() || plan.steps.is_empty() {
                return;
            }
            let Plan { steps, left_out, left_out_levels, .. } = plan;
            next.session = Session { steps, left_out, left_out_levels, ..next.session.clone() };
            next.revise();
            next.leave_out(out, now);
            next.announce_step();
        })
    }

    /// True once a set has begun, or the session has left its start.
    #[must_use]
    pub const fn has_begun_any(&self) -> bool {
        !matches!(self.phase, Phase::Ready { .. }) || self.at > 0 || !self.done.is_empty()
    }

    /// The side that would begin if the sides changed places now; `None` if they cannot: the first set has begun, or was done
    /// before the runner went back to it. A set done keeps its side.
    #[must_use]
    pub fn flipped(&self) -> Option<Side> {
        let item = self.item();
        let was_done = self.taken_back.iter().any(|done| item.contains(&done.step));
        let is_first = item.start == self.at || self.step().place.kind.is_in_turn();
        let may = is_first && self.step().other_side_next && !self.has_begun() && !was_done;
        self.step().side.filter(|_| may).map(Side::other)
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

    /// True if the present set has begun, even while nobody looked.
    const fn has_begun(&self) -> bool {
        matches!(self.phase, Phase::Work { .. } | Phase::Wait { after: After::Hold, .. })
    }
}

impl Transition {
    /// Changes the rest of the present exercise to `level`; its sets continue their numbers.
    pub(super) fn change_level(&mut self, level: Level, now: Timestamp) {
        let Step { exercise, set, level: before, .. } = self.step();
        let (set, same) = (*set, *before == level);
        let may = !same && !self.is_out(exercise, level);
        if let Some(exercise) = catalogue::brief(exercise).filter(|_| may) {
            self.put_in(exercise, level, set, now);
            self.give(Effect::Announce(Announcement::Level(level)));
        }
    }

    /// Replaces the rest of the present exercise by `exercise` at `level`, its sets numbered from 1; not by one that is left
    /// out.
    pub(super) fn swap(&mut self, exercise: &Brief, level: Level, now: Timestamp) {
        if self.step().exercise != exercise.id && !self.is_out(exercise.id, level) {
            self.put_in(exercise, level, 1, now);
            self.announce_step();
        }
    }

    /// Removes all coming sets of an exercise, and skips those that are over.
    pub(super) fn drop_exercise(&mut self, slug: &str, now: Timestamp) {
        if !self.left_out.iter().any(|out| out == slug) {
            self.session.left_out.push(slug.to_owned());
            self.take_out(now);
        }
    }

    /// Removes the exercises of `out`, whether they are planned or possible alternatives.
    pub(super) fn leave_out(&mut self, out: &[(String, Level)], now: Timestamp) {
        let is_new = |slug: &str, level: Level| {
            !self.is_out(slug, level) && out.iter().any(|(other, at)| other == slug && *at == level)
        };
        let coming = self.steps[self.at..].iter().filter(|step| is_new(&step.exercise, step.level));
        let coming: Vec<Effect> = coming.map(|step| Effect::LeaveOut(step.exercise.clone(), step.level)).collect();
        for effect in coming {
            self.give(effect);
        }
        let left_out = self.left_out_levels.len();
        for (slug, level) in out {
            if !self.is_out(slug, *level) {
                self.session.left_out_levels.push((slug.clone(), *level));
            }
        }
        if self.left_out_levels.len() > left_out {
            self.take_out(now);
        }
    }

    /// Removes all coming steps that are left out.
    fn take_out(&mut self, now: Timestamp) {
        let present = self.step().clone();
        self.revise();
        if self.loses_taken_back() {
            self.put_back();
        }
        self.pass_sets_done();
        if self.is_left_out(self.step()) {
            self.add_round();
        }
        let coming = self.steps[self.at..].iter();
        let mut kept: Vec<Step> = Vec::new();
        for step in coming {
            if !self.is_left_out(step) {
                kept.push(step.clone());
            } else if let Some(before) =
                kept.last_mut().filter(|before| before.place == step.place && before.place.kind.is_in_turn())
            {
                // The rest after the round.
                before.rest = before.rest.max(step.rest);
            }
        }
        // A plan is never empty, even if nothing of it was done.
        let keeps = if kept.is_empty() { self.at.max(1) } else { self.at };
        self.session.steps.truncate(keeps);
        if kept.is_empty() {
            self.stand_at(keeps - 1);
            self.go_on(now);
            self.finish(now);
            return;
        }
        self.session.steps.extend(kept);
        self.end_plan();
        let is_another = Step { rest: present.rest, ..self.step().clone() } != present;
        if is_another && (self.has_begun() || matches!(self.phase, Phase::Switch { .. })) {
            self.take_position(self.paused.unwrap_or(now), false);
        }
        self.announce_step();
    }

    /// True if undone sets count again: one of them, or a step before it, is left out, and a set done keeps its place in the
    /// plan. If all of them lie before the removed steps, they are still to be done again.
    fn loses_taken_back(&self) -> bool {
        let is_out = |step: usize| self.is_left_out(&self.steps[step]);
        self.taken_back.iter().any(|taken| (self.at..=taken.step).any(is_out))
    }

    /// Exchanges the sides of the present exercise, if possible.
    pub(super) fn flip(&mut self) {
        if self.flipped().is_none() {
            return;
        }
        let mut places = self.rounds_ahead();
        if places.is_empty() {
            places.push(self.item());
        }
        for place in places {
            for step in &mut self.session.steps[place] {
                step.side = step.side.map(Side::other);
            }
        }
        self.revise();
        self.announce_step();
    }

    /// Puts `exercise` in place of the rest of the present item, from its set number `set` on: no more sets than were left, and
    /// no more than its own dose has. The rest of the plan stays as it is. If only the second side of a set is left, only that
    /// side is put in.
    fn put_in(&mut self, exercise: &Brief, level: Level, set: u8, now: Timestamp) {
        self.forget_taken_back();
        self.pass_sets_done();
        let (place, present) = (self.item(), self.step().clone());
        let planned = &self.steps[place.clone()];
        let left = usize::from(planned.last().map_or(0, |last| last.set.saturating_sub(present.set))) + 1;
        let rest = planned.iter().map(|step| step.rest).max().filter(|rest| *rest > Seconds(0));
        let second_side = present.side.filter(|_| !present.other_side_next);
        let first = second_side.map(Side::other).or(present.side).unwrap_or(Side::Right);

        let mut item = Item::prescribed(0, exercise, level);
        item.rest = rest.unwrap_or(item.rest);
        let rounds = self.rounds_ahead();
        if !rounds.is_empty() {
            self.put_in_rounds(&mut item, set, first, second_side.is_some(), rounds);
            self.begin_replanned(&present, now);
            return;
        }
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
        let at = self.at;
        self.session.steps.splice(at..place.end, steps);
        self.begin_replanned(&present, now);
    }

    /// Puts `item` in each round that is left, from its set number `set` on, with the rests as planned.
    fn put_in_rounds(&mut self, item: &mut Item, set: u8, first: Side, second_side: bool, rounds: Vec<Range<usize>>) {
        item.repeat(usize::from(set) - 1 + rounds.len());
        for (set, place) in (set..).zip(rounds).collect::<Vec<_>>().into_iter().rev() {
            let Step { rest, place: in_block, .. } = self.steps[place.end - 1];
            let target = match in_block.clock {
                Some(SetClock::For(time)) => time,
                Some(SetClock::Breaths { .. }) => self.steps[place.start].target,
                Some(SetClock::Every(_) | SetClock::Within(_)) | None => item.targets[usize::from(set) - 1],
            };
            let mut steps = set_steps(&PlannedSet { item, set, target, rest, place: in_block }, first);
            if second_side && place.start == self.at && steps[0].other_side_next {
                steps.remove(0);
            }
            self.session.steps.splice(place, steps);
        }
    }

    /// Goes on with the changed plan, in which `present` was the present step.
    fn begin_replanned(&mut self, present: &Step, now: Timestamp) {
        self.end_plan();
        self.revise();
        let other_side_gone = matches!(self.phase, Phase::Switch { .. }) && self.step().side != present.side;
        if self.has_begun() || other_side_gone {
            self.take_position(self.paused.unwrap_or(now), false);
        }
    }

    /// Handles a runner who went back over an exercise that is left out, and so has sets done ahead of her. They keep their
    /// places: the steps before them move behind them, so that all of those can be planned again.
    fn pass_sets_done(&mut self) {
        let Some(last) = self.done.iter().map(|done| done.step).max().filter(|last| *last >= self.at) else { return };
        let before = &self.steps[self.at..last];
        let is_done = |step: usize| self.done.iter().any(|done| done.step == step);
        let before = (self.at..last).zip(before).filter(|(at, step)| !self.is_left_out(step) && !is_done(*at));
        let before: Vec<Step> = before.map(|(_, step)| step.clone()).collect();
        self.forget_taken_back();
        let next = last + 1;
        self.stand_at(next);
        self.session.steps.splice(next..next, before);
    }

    /// There is no rest after the last set.
    fn end_plan(&mut self) {
        if let Some(last) = self.session.steps.last_mut().filter(|last| last.within().is_none()) {
            last.rest = Seconds(0);
        }
    }
}
