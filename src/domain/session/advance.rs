//! How a session moves: by time, and by what the runner says.

use super::{Done, Phase, Session, Step};
use crate::domain::routine::{READY, SWITCH};
use crate::domain::units::{Amount, Seconds, Timestamp};

/// No phase is ended by a tap this soon after it began: a tap that fast is the echo of the one before. Milliseconds.
const ECHO: i64 = 500;
/// A hold whose beginning was missed by more than this is offered again, not taken as done. Milliseconds.
const MISSED: i64 = 5_000;
/// A runner unseen for longer than this in mid-set has gone. Milliseconds.
const GONE: i64 = 600_000;

/// What the runner says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Enough getting ready, resting or changing sides: begin the set.
    Begin,
    /// The set of this step is done, with this amount. Any other step than the one at work is ignored.
    Done(usize, Amount),
    /// Leave the set of this step out.
    Skip(usize),
    /// Back to the step before, to do it again.
    Back,
    /// Stand still.
    Pause,
    /// Go on.
    Resume,
    /// Rest this many seconds longer (or shorter).
    Rest(i32),
}

/// What the runner is told at a change of phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// A set begins.
    Go,
    /// A hold is over.
    HoldOver,
    /// A set was done: it is to be saved. The index into `done`.
    SetDone(usize),
    /// A rest begins.
    Rest,
    /// Change sides.
    OtherSide,
    /// All sets are over.
    Finished,
}

impl Session {
    /// The session at `now`: every phase that the clock has ended in between is passed, in order.
    ///
    /// After a gap only the last change is worth a sound, but every `SetDone` is there. A hold that was running when
    /// the page fell asleep counts as done; one that would have *begun* unseen is offered again with a get-ready.
    #[must_use]
    pub fn advance(mut self, now: Timestamp) -> (Self, Vec<Cue>) {
        self.follow_clock(now);
        let mut cues = Vec::new();
        if self.paused.is_some() {
            return (self, cues);
        }
        while let Some(end) = self.phase_end().filter(|end| *end <= now) {
            match self.phase {
                Phase::Work { .. } => {
                    let target = self.step().target;
                    cues.push(Cue::HoldOver);
                    self.complete(target, end, &mut cues);
                }
                _ if self.step().is_hold() && now.ms_since(end) > MISSED => {
                    self.phase = Phase::Ready { since: now, until: now.plus(READY) };
                }
                _ => self.begin(end, &mut cues),
            }
        }
        (self, cues)
    }

    /// The session after `event` at `now`. An event that does not fit the phase changes nothing.
    #[must_use]
    pub fn on(self, event: Event, now: Timestamp) -> (Self, Vec<Cue>) {
        let (mut next, mut cues) = self.advance(now);
        match event {
            Event::Pause if next.paused.is_none() && !next.is_finished() => next.paused = Some(now),
            Event::Resume => next.go_on(now),
            Event::Begin if next.waited_ms(now) >= ECHO => {
                next.go_on(now);
                next.begin(now, &mut cues);
            }
            Event::Done(step, amount) if step == next.at && next.worked_ms(now) >= ECHO => {
                next.go_on(now);
                next.complete(amount, now, &mut cues);
            }
            Event::Skip(step) if step == next.at && !next.is_finished() => {
                next.go_on(now);
                next.pass(now, &mut cues);
            }
            Event::Back if next.at > 0 && !next.is_finished() => {
                next.at -= 1;
                let at = next.at;
                next.done.retain(|done| done.step != at);
                // A hold that the clock ended in this same moment is undone with it: nothing to save.
                cues.retain(|cue| !matches!(cue, Cue::SetDone(done) if *done >= next.done.len()));
                next.go_on(now);
                next.phase = Phase::Ready { since: now, until: now.plus(READY) };
            }
            Event::Rest(seconds) => next.stretch_rest(seconds, now),
            _ => {}
        }
        (next, cues)
    }

    /// A session found again after its page died: like [`Session::advance`], but no set is taken as done unseen, and
    /// what was no training of the time in between does not count into its length.
    #[must_use]
    pub fn found_again(mut self, now: Timestamp) -> Self {
        // A pause is left out when it ends, however long it was.
        if self.paused.is_none() {
            self.leave_out(self.idle_ms(now));
        }
        self.follow_clock(now);
        if self.paused.is_some() || self.is_finished() {
            return self;
        }
        if self.phase_end().is_none_or(|end| end > now) {
            return self;
        }
        if self.step().is_hold() {
            self.phase = Phase::Ready { since: now, until: now.plus(READY) };
            return self;
        }
        self.advance(now).0
    }

    /// This session standing before its present step, paused: where its position is not known.
    #[must_use]
    pub fn waiting(mut self, now: Timestamp) -> Self {
        self.leave_out(now.ms_since(self.seen));
        self.follow_clock(now);
        if !self.is_finished() {
            self.phase = Phase::Ready { since: now, until: now.plus(READY) };
            self.paused = Some(now);
        }
        self
    }

    /// Milliseconds until the screen has something new to say; `None` while nothing moves.
    #[must_use]
    pub fn next_change(&self, now: Timestamp) -> Option<u64> {
        if self.paused.is_some() || self.is_finished() {
            return None;
        }
        let ms = match (self.phase_end(), self.phase) {
            (Some(end), _) if end <= now => 0,
            (Some(end), _) => 1 + (end.ms_since(now) - 1) % 1000,
            (None, Phase::Work { since }) => 1000 - now.ms_since(since) % 1000,
            (None, _) => return None,
        };
        u64::try_from(ms).ok()
    }

    /// When the clock ends the present phase; `None` where only the runner can.
    #[must_use]
    pub fn phase_end(&self) -> Option<Timestamp> {
        match self.phase {
            Phase::Ready { until, .. } | Phase::Switch { until, .. } | Phase::Rest { until, .. } => Some(until),
            Phase::Work { since } if self.step().is_hold() => {
                Some(since.plus(Seconds(u32::from(self.step().target.get()))))
            }
            Phase::Work { .. } | Phase::Finished { .. } => None,
        }
    }

    /// Moves the session's own moments along with a device clock that was set back.
    fn follow_clock(&mut self, now: Timestamp) {
        if now < self.seen {
            let back = now.0.saturating_sub(self.seen.0);
            self.epoch = self.epoch.plus_ms(back);
            self.paused = self.paused.map(|since| since.plus_ms(back));
            self.shift_phase(back);
        }
        self.seen = now;
    }

    fn shift_phase(&mut self, ms: i64) {
        match &mut self.phase {
            Phase::Ready { since, until } | Phase::Switch { since, until } | Phase::Rest { since, until } => {
                *since = since.plus_ms(ms);
                *until = until.plus_ms(ms);
            }
            Phase::Work { since } => *since = since.plus_ms(ms),
            Phase::Finished { at } => *at = at.plus_ms(ms),
        }
    }

    /// How long the present set has been at work; 0 in any other phase.
    fn worked_ms(&self, now: Timestamp) -> i64 {
        match self.phase {
            Phase::Work { since } => self.paused.unwrap_or(now).ms_since(since),
            _ => 0,
        }
    }

    /// How long the present phase before a set has lasted; 0 in any other phase.
    fn waited_ms(&self, now: Timestamp) -> i64 {
        match self.phase {
            Phase::Ready { since, .. } | Phase::Rest { since, .. } | Phase::Switch { since, .. } => now.ms_since(since),
            _ => 0,
        }
    }

    /// How much of the time that nobody saw was no training: what followed the end of the phase; of a set that only the
    /// runner ends all of it, once it is longer than any set.
    fn idle_ms(&self, now: Timestamp) -> i64 {
        let unseen = now.ms_since(self.seen);
        match self.phase_end() {
            Some(end) => now.ms_since(end),
            None if unseen > GONE => unseen,
            None => 0,
        }
    }

    fn go_on(&mut self, now: Timestamp) {
        if let Some(since) = self.paused.take() {
            self.shift_phase(now.ms_since(since));
            self.leave_out(now.ms_since(since));
        }
    }

    /// Takes a time without training out of the session's length.
    fn leave_out(&mut self, ms: i64) {
        self.epoch = self.epoch.plus_ms(ms.max(0));
    }

    fn begin(&mut self, now: Timestamp, cues: &mut Vec<Cue>) {
        self.phase = Phase::Work { since: now };
        cues.push(Cue::Go);
    }

    fn complete(&mut self, amount: Amount, now: Timestamp, cues: &mut Vec<Cue>) {
        let step = self.at;
        self.done.retain(|done| done.step != step);
        self.done.push(Done { step, amount, at_ms: now.ms_since(self.epoch) });
        cues.push(Cue::SetDone(self.done.len() - 1));
        self.pass(now, cues);
    }

    fn pass(&mut self, now: Timestamp, cues: &mut Vec<Cue>) {
        let Step { rest, other_side_next, .. } = *self.step();
        if self.at + 1 >= self.steps.len() {
            self.phase = Phase::Finished { at: now };
            cues.push(Cue::Finished);
            return;
        }
        self.at += 1;
        if other_side_next {
            self.phase = Phase::Switch { since: now, until: now.plus(SWITCH) };
            cues.push(Cue::OtherSide);
        } else {
            self.phase = Phase::Rest { since: now, until: now.plus(rest) };
            cues.push(Cue::Rest);
        }
    }

    fn stretch_rest(&mut self, seconds: i32, now: Timestamp) {
        let floor = self.paused.unwrap_or(now);
        if let Phase::Rest { until, .. } = &mut self.phase {
            let longest = floor.plus(Seconds(crate::domain::routine::MAX_REST));
            *until = until.plus_ms(i64::from(seconds) * 1000).clamp(floor, longest);
        }
    }
}
