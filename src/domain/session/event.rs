//! Events from the runner, and the changes of a session by them.

use super::transition::Transition;
use super::{After, Announcement, Effect, Hurt, Phase, Session};
use crate::domain::catalogue::{Brief, Level};
use crate::domain::routine::MAX_REST;
use crate::domain::units::{Amount, Seconds, Timestamp};

/// A tap this soon after a phase began does not end it: it is the echo of the tap before. Milliseconds.
const ECHO: i64 = 500;

/// The largest number of repetitions in reserve; more cannot be told apart.
pub const MAX_RESERVE: u8 = 10;

/// An event from the runner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// End getting ready, resting or changing sides, and begin the set. After a wait a hold gets a get-ready phase first.
    Begin,
    /// The set of this step is done, with this amount. Ignored for any step but the present one.
    Done(usize, Amount),
    /// The set of this step was done before, with this amount.
    Amend(usize, Amount),
    /// The repetitions in reserve after the set of this step, 0 … [`MAX_RESERVE`].
    Reserve(usize, u8),
    /// Leave the set of this step out.
    Skip(usize),
    /// Go back to the step before, to do it again; not to one that is left out.
    Back,
    /// Pause.
    Pause,
    /// Resume.
    Resume,
    /// Rest this many seconds longer (or shorter).
    Rest(i32),
    /// The rest of the present exercise at another level.
    Level(Level),
    /// Replace the rest of the present exercise by another one, at this level.
    Swap(&'static Brief, Level),
    /// Leave out the exercise with this slug for the rest of the session.
    Drop(&'static str),
    /// The present exercise with the other side first; only before its first set has begun.
    Flip,
    /// Turn "wait for me" on or off: no phase begins by itself.
    WaitForMe(bool),
    /// Report a pain with the runner's choice: it is carried out, exercises that load the part are left out from a score of 4
    /// on, and the session resumes unless the question was left open. Ends the session if nothing else is left.
    Hurt(Hurt),
}

impl Event {
    /// The two events that change a rest, shorter and longer, each with the words on its button.
    pub const REST_STEPS: [(&'static str, Self); 2] = [("−10 s", Self::Rest(-10)), ("+20 s", Self::Rest(20))];

    /// The event of the key that leads on, in `session` at `now`. A hold is done with the seconds held.
    #[must_use]
    pub fn onward(session: &Session, now: Timestamp) -> Self {
        let amount = match session.phase {
            Phase::Work { .. } if session.step().is_hold() => session.step().held(session.view(now).elapsed),
            Phase::Work { .. } => session.step().target,
            _ => return Self::Begin,
        };
        Self::Done(session.at, amount)
    }
}

impl Session {
    /// The session after `event` at `now`, and its effects. An event that does not fit the phase changes nothing.
    #[must_use]
    pub fn on(self, event: Event, now: Timestamp) -> (Self, Vec<Effect>) {
        self.change(now, |next| next.follow(event, now))
    }

    /// This session at `now`, changed by the runner unless it is over.
    pub(super) fn change(self, now: Timestamp, change: impl FnOnce(&mut Transition)) -> (Self, Vec<Effect>) {
        let mut next = Transition::of(self);
        next.advance(now);
        if !next.is_finished() {
            next.by_runner();
            change(&mut next);
        }
        next.into_parts()
    }

    /// The duration so far of the present phase before a set; 0 in any other phase.
    const fn waited_ms(&self, now: Timestamp) -> i64 {
        match self.phase {
            Phase::Work { .. } | Phase::Finished { .. } => 0,
            phase => now.ms_since(phase.since()),
        }
    }

    /// True if the set that is waited for may have been done unseen: one that the runner ends, or a hold that ran out. A hold
    /// that has not begun cannot have been done: the clock has to run for it.
    #[must_use]
    pub fn may_be_done(&self) -> bool {
        match self.phase {
            Phase::Wait { after, .. } => after == After::Hold || !self.step().is_hold(),
            _ => false,
        }
    }

    /// The duration so far of the present set, as far as it may have been done unseen; 0 in any other phase.
    fn worked_ms(&self, now: Timestamp) -> i64 {
        match self.phase {
            Phase::Work { since } => self.paused.unwrap_or(now).ms_since(since),
            Phase::Wait { since, .. } if self.may_be_done() => now.ms_since(since),
            _ => 0,
        }
    }
}

impl Transition {
    fn follow(&mut self, event: Event, now: Timestamp) {
        match event {
            Event::Begin if self.waited_ms(now) >= ECHO => self.come(now),
            Event::Done(step, amount) if step == self.at && self.worked_ms(now) >= ECHO => {
                self.go_on(now);
                self.complete(amount, now);
            }
            Event::Amend(step, amount) => self.amend(step, |done| done.amount = amount),
            Event::Reserve(step, more) => self.amend(step, |done| done.reserve = Some(more.min(MAX_RESERVE))),
            Event::Skip(step) if step == self.at => {
                self.go_on(now);
                if let Some(done) = self.taken_back().copied() {
                    self.keep(done);
                }
                self.pass_over(now);
            }
            // Going back leads to getting ready.
            Event::Back if !matches!(self.phase, Phase::Ready { since, .. } if now.ms_since(since) < ECHO) => {
                self.go_back(now);
            }
            Event::Pause if self.paused.is_none() => {
                self.set_paused(Some(now));
                self.give(Effect::Announce(Announcement::Paused));
            }
            Event::Resume => self.go_on(now),
            Event::Rest(seconds) => self.stretch_rest(seconds, now),
            Event::Level(level) => self.change_level(level, now),
            Event::Swap(exercise, level) => self.swap(exercise, level, now),
            Event::Drop(slug) => self.drop_exercise(slug, now),
            Event::Flip => self.flip(),
            Event::WaitForMe(wait) if wait != self.wait_for_me => {
                self.session.wait_for_me = wait;
                self.revise();
            }
            Event::Hurt(hurt) => self.hurt(&hurt, now),
            _ => {}
        }
    }

    /// Leaves the present step out. A rest goes on to the next one, because what was rested counts; one that is over is not begun
    /// again.
    fn pass_over(&mut self, now: Timestamp) {
        self.add_round();
        match (self.phase, self.step_after(self.at)) {
            (Phase::Rest { .. } | Phase::Wait { after: After::Rest, .. }, Some(next)) => {
                self.stand_at(next);
                self.announce_step();
            }
            _ => self.pass(now),
        }
    }

    fn come(&mut self, now: Timestamp) {
        self.go_on(now);
        if matches!(self.phase, Phase::Wait { .. }) && self.step().is_hold() {
            self.take_position(now, true);
        } else {
            self.begin(now);
        }
    }

    fn go_back(&mut self, now: Timestamp) {
        let Some(step) = self.step_before() else { return };
        self.stand_at(step);
        self.take_back(step);
        self.go_on(now);
        self.take_position(now, false);
        self.announce_step();
    }

    fn stretch_rest(&mut self, seconds: i32, now: Timestamp) {
        let floor = self.paused.unwrap_or(now);
        if let Phase::Rest { since, until } = self.phase {
            let longest = floor.plus(Seconds(MAX_REST));
            let until = until.plus_ms(i64::from(seconds) * 1000).clamp(floor, longest);
            self.set_phase(Phase::Rest { since, until });
        }
    }
}
