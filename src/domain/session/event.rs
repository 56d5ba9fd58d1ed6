//! How a session moves by what the runner says.

use super::{After, Cue, Done, Phase, Session};
use crate::domain::catalogue::{Brief, Level};
use crate::domain::routine::MAX_REST;
use crate::domain::units::{Amount, Seconds, Timestamp};

/// No phase is ended by a tap this soon after it began: a tap that fast is the echo of the one before. Milliseconds.
const ECHO: i64 = 500;

/// The most that anybody can tell of what was left.
const MAX_RESERVE: u8 = 10;

/// What the runner says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Enough getting ready, resting or changing sides: begin the set. Where she was waited for, a hold is given a
    /// get-ready first.
    Begin,
    /// The set of this step is done, with this amount. Any other step than the present one is ignored.
    Done(usize, Amount),
    /// The set of this step was done before, with this amount.
    Amend(usize, Amount),
    /// After the set of this step so many more would have been possible, 0 … 10.
    Reserve(usize, u8),
    /// Leave the set of this step out.
    Skip(usize),
    /// Back to the step before, to do it again; to none of an exercise that is left out.
    Back,
    /// Stand still.
    Pause,
    /// Go on.
    Resume,
    /// Rest this many seconds longer (or shorter).
    Rest(i32),
    /// What is left of the present exercise at another level.
    Level(Level),
    /// Another exercise, at this level, in the place of what is left of the present one.
    Swap(&'static Brief, Level),
    /// Nothing more of the exercise with this slug: it is never at work again in this session.
    Drop(&'static str),
    /// The present exercise with the other side first; only before its first set has begun.
    Flip,
    /// Whether nothing is to move on by itself.
    WaitForMe(bool),
}

impl Event {
    /// The two presses that change a rest, shorter and longer, each with the words on its button.
    pub const REST_STEPS: [(&'static str, Self); 2] = [("−10 s", Self::Rest(-10)), ("+20 s", Self::Rest(20))];

    /// What one key for all says of `session` at `now`: on to what follows. A hold is done with the seconds held.
    #[must_use]
    pub fn onward(session: &Session, now: Timestamp) -> Self {
        let amount = match session.phase {
            Phase::Work { .. } if session.step().is_hold() => {
                Amount::clamped(u16::try_from(session.view(now).elapsed).unwrap_or(u16::MAX))
            }
            Phase::Work { .. } => session.step().target,
            _ => return Self::Begin,
        };
        Self::Done(session.at, amount)
    }
}

impl Session {
    /// The session after `event` at `now`. An event that does not fit the phase changes nothing.
    #[must_use]
    pub fn on(self, event: Event, now: Timestamp) -> (Self, Vec<Cue>) {
        let (mut next, mut cues) = self.advance(now);
        if !next.is_finished() {
            next.follow(event, now, &mut cues);
        }
        (next, cues)
    }

    /// This session without what `is_out` names: an exercise at a level that loads a sore part of the body. It never comes
    /// to work again, later in the plan, by Back, at another level or in another's place; sets that are over keep their
    /// places. Ends the session where nothing else is left to do.
    #[must_use]
    pub fn without(self, is_out: &dyn Fn(&str, Level) -> bool, now: Timestamp) -> (Self, Vec<Cue>) {
        let (mut next, mut cues) = self.advance(now);
        if !next.is_finished() {
            next.leave_out_sore(is_out, now, &mut cues);
        }
        (next, cues)
    }

    fn follow(&mut self, event: Event, now: Timestamp, cues: &mut Vec<Cue>) {
        match event {
            Event::Begin if self.waited_ms(now) >= ECHO => self.come(now, cues),
            Event::Done(step, amount) if step == self.at && self.worked_ms(now) >= ECHO => {
                self.go_on(now);
                self.complete(amount, now, cues);
            }
            Event::Amend(step, amount) => self.amend(step, cues, |done| done.amount = amount),
            Event::Reserve(step, more) => self.amend(step, cues, |done| done.reserve = Some(more.min(MAX_RESERVE))),
            Event::Skip(step) if step == self.at => {
                self.go_on(now);
                if let Some(done) = self.taken_back().copied() {
                    self.keep(done, cues);
                }
                self.pass(now, cues);
            }
            // Going back leads to getting ready.
            Event::Back if !matches!(self.phase, Phase::Ready { since, .. } if now.ms_since(since) < ECHO) => {
                self.go_back(now, cues);
            }
            Event::Pause if self.paused.is_none() => self.paused = Some(now),
            Event::Resume => self.go_on(now),
            Event::Rest(seconds) => self.stretch_rest(seconds, now),
            Event::Level(level) => self.change_level(level, now),
            Event::Swap(exercise, level) => self.swap(exercise, level, now),
            Event::Drop(slug) => self.drop_exercise(slug, now, cues),
            Event::Flip => self.flip(),
            Event::WaitForMe(wait) if wait != self.wait_for_me => {
                self.wait_for_me = wait;
                self.revision += 1;
            }
            _ => {}
        }
    }

    /// How long the present phase before a set has lasted; 0 in any other phase.
    fn waited_ms(&self, now: Timestamp) -> i64 {
        match self.phase {
            Phase::Ready { since, .. }
            | Phase::Rest { since, .. }
            | Phase::Switch { since, .. }
            | Phase::Wait { since, .. } => now.ms_since(since),
            Phase::Work { .. } | Phase::Finished { .. } => 0,
        }
    }

    /// Whether the set that is waited for may have been done while nobody looked: one that the runner ends, or a hold
    /// that ran out. A hold that has not begun cannot have been done: the clock has to run for it.
    #[must_use]
    pub fn may_be_done(&self) -> bool {
        match self.phase {
            Phase::Wait { after, .. } => after == After::Hold || !self.step().is_hold(),
            _ => false,
        }
    }

    /// How long the present set has been at work, or may have been while nobody saw it; 0 in any other phase.
    fn worked_ms(&self, now: Timestamp) -> i64 {
        match self.phase {
            Phase::Work { since } => self.paused.unwrap_or(now).ms_since(since),
            Phase::Wait { since, .. } if self.may_be_done() => now.ms_since(since),
            _ => 0,
        }
    }

    fn come(&mut self, now: Timestamp, cues: &mut Vec<Cue>) {
        self.go_on(now);
        if matches!(self.phase, Phase::Wait { .. }) && self.step().is_hold() {
            self.take_position(now, true);
        } else {
            self.begin(now, cues);
        }
    }

    fn amend(&mut self, step: usize, cues: &mut Vec<Cue>, change: impl FnOnce(&mut Done)) {
        let Some(index) = self.done.iter().position(|done| done.step == step) else { return };
        let before = self.done[index];
        change(&mut self.done[index]);
        if self.done[index] != before {
            self.revision += 1;
            cues.push(Cue::SetDone(index));
        }
    }

    fn go_back(&mut self, now: Timestamp, cues: &mut Vec<Cue>) {
        let Some(at) = self.step_before() else { return };
        self.at = at;
        self.taken_back.retain(|done| done.step != at);
        self.taken_back.extend(self.done.extract_if(.., |done| done.step == at));
        // A hold that the clock ended in this same moment is undone with it: nothing to save.
        cues.retain(|cue| !matches!(cue, Cue::SetDone(done) if *done >= self.done.len()));
        self.go_on(now);
        self.take_position(now, false);
    }

    fn stretch_rest(&mut self, seconds: i32, now: Timestamp) {
        let floor = self.paused.unwrap_or(now);
        if let Phase::Rest { until, .. } = &mut self.phase {
            let longest = floor.plus(Seconds(MAX_REST));
            *until = until.plus_ms(i64::from(seconds) * 1000).clamp(floor, longest);
        }
    }
}
