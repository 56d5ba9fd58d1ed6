//! A session during a change: every change goes through here, and leaves its effect.

use super::{Announcement, Done, Effect, Phase, PhaseChange, Session};
use crate::domain::units::{Amount, Timestamp};
use std::mem::{discriminant, take};
use std::ops::Deref;

/// A session that is being changed, with the effects so far.
pub(super) struct Transition {
    pub(super) session: Session,
    effects: Vec<Effect>,
    /// True once the clock's changes are made: those from then on are the runner's.
    by_runner: bool,
}

impl Deref for Transition {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.session
    }
}

impl Transition {
    pub(super) const fn of(session: Session) -> Self {
        Self { session, effects: Vec::new(), by_runner: false }
    }

    /// Begins the runner's changes, after those of the clock.
    pub(super) const fn by_runner(&mut self) {
        self.by_runner = true;
    }

    /// The changed session with its effects.
    pub(super) fn into_parts(self) -> (Session, Vec<Effect>) {
        (self.session, self.effects)
    }

    pub(super) fn give(&mut self, effect: Effect) {
        effect.add_to(&mut self.effects);
    }

    pub(super) fn note_phase_change(&mut self, change: PhaseChange) {
        self.give(Effect::PhaseChange(change));
    }

    /// Announces the next step, if no change of phase does.
    pub(super) fn announce_step(&mut self) {
        if !self.effects.iter().any(|effect| matches!(effect, Effect::PhaseChange(_))) {
            self.give(Effect::Announce(Announcement::Step));
        }
    }

    /// Notes that the plan, a choice or a set done has changed.
    pub(super) fn revise(&mut self) {
        self.session.revision += 1;
        self.give(Effect::SavePlan);
    }

    pub(super) fn stand_at(&mut self, step: usize) {
        if step != self.at {
            let number = self.step().place.number;
            self.session.at = step;
            if self.step().place.number != number {
                self.session.until_ms = None;
            }
            self.moved(true);
        }
    }

    pub(super) fn set_phase(&mut self, phase: Phase) {
        if phase != self.phase {
            let is_another = discriminant(&phase) != discriminant(&self.phase);
            self.session.phase = phase;
            self.moved(is_another);
        }
    }

    pub(super) fn set_paused(&mut self, paused: Option<Timestamp>) {
        if paused != self.paused {
            self.session.paused = paused;
            self.moved(false);
        }
    }

    pub(super) fn set_epoch(&mut self, epoch: Timestamp) {
        if epoch != self.epoch {
            self.session.epoch = epoch;
            self.moved(false);
        }
    }

    fn moved(&mut self, is_heard: bool) {
        if !self.is_finished() {
            self.give(Effect::SavePosition);
        }
        if is_heard && self.by_runner {
            self.give(Effect::Sound);
        }
    }

    /// Inserts a set among those done: never before the set before it, however much of the time since was subtracted.
    pub(super) fn keep(&mut self, done: Done) {
        let session = &mut self.session;
        let sets = session.done.len() + session.taken_back.len();
        session.done.retain(|other| other.step != done.step);
        session.taken_back.retain(|taken| taken.step != done.step);
        let is_known = session.done.len() + session.taken_back.len() < sets;
        let at_ms = session.done.iter().map(|done| done.at_ms).fold(done.at_ms, i64::max);
        let done = Done { at_ms, ..done };
        session.done.insert(done.place_in(&session.done), done);
        self.give(if is_known { Effect::CorrectSet(done.step) } else { Effect::SaveSet(done.step) });
        self.moved(false);
    }

    /// Changes the set of `step`, if it is done, and notes a difference.
    pub(super) fn amend(&mut self, step: usize, change: impl FnOnce(&mut Done)) {
        if self.doubted == Some(step) {
            self.session.doubted = None;
        }
        let Some(done) = self.session.done.iter_mut().find(|done| done.step == step) else { return };
        let before = *done;
        change(done);
        if *done != before {
            self.revise();
            self.give(Effect::CorrectSet(step));
        }
    }

    /// Lets a hold whose end nobody saw count as `held` until the runner says more.
    pub(super) fn doubt(&mut self, step: usize, held: Amount) {
        if let Some(done) = self.session.done.iter_mut().find(|done| done.step == step) {
            done.amount = held;
            self.session.doubted = Some(step);
        }
    }

    /// Undoes the set of `step`, to do it again: its record stays until then.
    pub(super) fn take_back(&mut self, step: usize) {
        let session = &mut self.session;
        if let Some(at) = session.done.iter().position(|done| done.step == step) {
            session.taken_back.retain(|taken| taken.step != step);
            session.taken_back.push(session.done.remove(at));
            self.moved(false);
        }
    }

    /// Makes undone sets count again.
    pub(super) fn put_back(&mut self) {
        let mut taken_back = self.session.taken_back.clone();
        taken_back.sort_by_key(|taken| taken.step);
        for taken in taken_back {
            self.keep(taken);
        }
    }

    /// Forgets the undone sets: replanned steps are done anew.
    pub(super) fn forget_taken_back(&mut self) {
        for taken in take(&mut self.session.taken_back) {
            self.give(Effect::ForgetSet(taken.step));
        }
    }
}
