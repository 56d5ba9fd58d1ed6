//! Changes of a session by the clock, and the transitions from phase to phase. Knows no event.

use super::transition::Transition;
use super::{After, Announcement, Done, Effect, Phase, Session, Step};
use crate::domain::routine::{READY, SWITCH, rest_after_rounds};
use crate::domain::units::{Amount, DAY_MS, Seconds, Timestamp};

/// A set does not begin by itself if its beginning was missed by more than this. Milliseconds.
const MISSED: i64 = 5_000;
/// A longer time between two ticks was unseen: a hidden page ticks once a minute. The device slept, the page died, or the clock
/// was set. Milliseconds.
const UNSEEN: i64 = 120_000;
/// A hold whose end was missed by more than two days does not count as done: the clock was set, so it is unknown whether it was
/// held. Milliseconds.
const LEAP: i64 = 2 * DAY_MS;
/// A set that the runner ends and that lasted this much longer than its tempo was not trained all that time: it counts as its
/// tempo. Milliseconds.
const LONG_OVER: i64 = 600_000;

/// A change of phase, for sound and announcements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhaseChange {
    /// A set begins.
    Go,
    /// A hold is over.
    HoldOver,
    /// A rest begins.
    Rest,
    /// Change sides.
    OtherSide,
    /// It is the runner's turn: the session waits for her.
    Wait,
    /// All sets are over.
    Finished,
}

impl Session {
    /// The session at `now`: every phase that the clock has ended in between is passed, in order.
    ///
    /// After a gap only the last [`PhaseChange`] is of interest, but every set that was done has its effect. A hold that was running
    /// when the page fell asleep counts as done, unless the clock says that it ended days ago: then the runner is asked. No set
    /// *begins* unseen: the session waits for the runner instead. Of a longer gap in a set that she ends, no more counts than
    /// the rest of its tempo.
    #[must_use]
    pub fn advance(self, now: Timestamp) -> (Self, Vec<Effect>) {
        let mut next = Transition::of(self);
        next.advance(now);
        next.into_parts()
    }

    /// Like [`Session::advance`], for a page that slept since it was last seen: of a hold that ended meanwhile only the time until
    /// then counts, and the runner is asked if she held on.
    #[must_use]
    pub fn advance_asleep(self, now: Timestamp) -> (Self, Vec<Effect>) {
        let (held, step) = (self.held(), self.at);
        let runs = matches!(self.phase, Phase::Work { .. }) && self.paused.is_none();
        let mut next = Transition::of(self);
        next.advance(now);
        if runs && next.done.iter().any(|done| done.step == step && done.amount > held) {
            next.doubt(step, held);
        }
        next.into_parts()
    }

    /// The seconds of the present hold that ends at `end`: its target, unless the time of its block ends it.
    fn held_until(&self, end: Timestamp) -> Amount {
        let held = end.ms_since(self.phase.since()) / 1000;
        self.step().held(u32::try_from(held).unwrap_or(u32::MAX)).min(self.step().target)
    }

    /// True if the present set follows the last one done without a rest.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        let last = self.done.last().map(|done| &self.steps[done.step]);
        last.is_some_and(|last| {
            last.rest == Seconds(0)
                && last.place.number == self.step().place.number
                && (last.breath().is_some() || last.within().is_some())
        })
    }

    /// The seconds of the present hold until the session was last seen.
    fn held(&self) -> Amount {
        let ms = self.seen.ms_since(self.phase.since());
        self.step().held(u32::try_from(ms / 1000).unwrap_or(u32::MAX))
    }

    /// The hold that may have been longer than it counts, because the page slept, until the runner says so or the next set begins.
    #[must_use]
    pub fn asked_hold(&self) -> Option<&Done> {
        let last = self.done.last().filter(|done| self.doubted == Some(done.step))?;
        let next = if self.is_finished() { Some(last) } else { self.just_done() };
        next.filter(|_| !matches!(self.phase, Phase::Work { .. }))
    }

    /// A session restored after its page died: phases that the clock ended meanwhile were unseen, so the session waits for the
    /// runner, and no set counts as done. Time without training in between does not count into its length.
    #[must_use]
    pub fn found_again(self, now: Timestamp) -> Self {
        let mut found = Transition::of(self);
        found.leave_idle_out(now);
        found.follow_clock(now);
        if found.paused.is_none()
            && let Some(end) = found.phase_end().filter(|end| *end <= now)
        {
            found.wait(end);
        }
        found.session
    }

    /// This session before its present step, paused: for an unknown position.
    #[must_use]
    pub fn waiting(self, now: Timestamp) -> Self {
        let mut waiting = Transition::of(self);
        waiting.leave_out_time(now.ms_since(waiting.seen));
        waiting.follow_clock(now);
        if !waiting.is_finished() {
            waiting.take_position(now, false);
            waiting.set_paused(Some(now));
        }
        waiting.session
    }

    /// Milliseconds until the screen has something new to show; `None` while nothing moves.
    #[must_use]
    pub fn next_change(&self, now: Timestamp) -> Option<u64> {
        if self.paused.is_some() || self.is_finished() {
            return None;
        }
        let ms = match (self.phase_end(), self.phase) {
            (Some(end), _) if end <= now => 0,
            (Some(end), _) => 1 + (end.ms_since(now) - 1) % 1000,
            (None, Phase::Work { since } | Phase::Wait { since, .. }) => 1000 - now.ms_since(since) % 1000,
            (None, _) => return None,
        };
        u64::try_from(ms).ok()
    }

    /// The moment at which the clock ends the present phase; `None` if only the runner can end it.
    #[must_use]
    pub fn phase_end(&self) -> Option<Timestamp> {
        let end = self.own_end()?;
        Some(self.block_end().map_or(end, |over| over.min(end)))
    }

    fn own_end(&self) -> Option<Timestamp> {
        match self.phase {
            Phase::Ready { until, .. } | Phase::Switch { until, .. } | Phase::Rest { until, .. } => Some(until),
            Phase::Work { since } if self.step().is_hold() => Some(since.plus(self.step().length())),
            Phase::Work { .. } | Phase::Wait { .. } | Phase::Finished { .. } => None,
        }
    }

    /// The beginning of the present set, if only the runner ends it.
    fn at_work_since(&self) -> Option<Timestamp> {
        match self.phase {
            Phase::Work { since } if !self.step().is_hold() => Some(since),
            _ => None,
        }
    }

    fn tempo_ms(&self) -> i64 {
        i64::from(self.step().length().0) * 1000
    }

    /// True if the session waits for the runner at the end of the present phase.
    const fn waits_here(&self) -> bool {
        self.wait_for_me && !matches!(self.phase, Phase::Ready { asked: true, .. })
    }

    /// True if the other side of the present set comes next. It was planned so, but the runner may have changed the next steps.
    fn other_side_follows(&self, next: usize) -> bool {
        let Step { exercise, side, other_side_next, .. } = self.step();
        let next = &self.steps[next];
        *other_side_next && next.exercise == *exercise && next.side.is_some() && next.side != *side
    }
}

impl Phase {
    /// The same phase with its moments moved by a number of milliseconds.
    const fn shifted(mut self, ms: i64) -> Self {
        match &mut self {
            Self::Ready { since, until, .. } | Self::Switch { since, until } | Self::Rest { since, until } => {
                *since = since.plus_ms(ms);
                *until = until.plus_ms(ms);
            }
            Self::Work { since } | Self::Wait { since, .. } => *since = since.plus_ms(ms),
            Self::Finished { at } => *at = at.plus_ms(ms),
        }
        self
    }
}

impl Transition {
    pub(super) fn advance(&mut self, now: Timestamp) {
        self.leave_idle_out(now);
        self.follow_clock(now);
        if self.paused.is_some() {
            return;
        }
        while let Some(end) = self.phase_end().filter(|end| *end <= now) {
            match self.phase {
                Phase::Work { .. } if now.ms_since(end) > LEAP => self.wait(end),
                Phase::Work { .. } => {
                    self.note_phase_change(PhaseChange::HoldOver);
                    self.complete(self.held_until(end), end);
                }
                _ if self.is_block_over(end) => self.end_block(end),
                _ if now.ms_since(end) > MISSED || self.waits_here() => self.wait(end),
                _ => self.begin(end),
            }
        }
    }

    /// Moves the session's own moments along with a device clock that was set back.
    fn follow_clock(&mut self, now: Timestamp) {
        if now < self.seen {
            let back = now.0.saturating_sub(self.seen.0);
            self.set_epoch(self.epoch.plus_ms(back));
            self.set_paused(self.paused.map(|since| since.plus_ms(back)));
            self.shift_phase(back);
        }
        self.session.seen = now;
    }

    fn shift_phase(&mut self, ms: i64) {
        self.set_phase(self.phase.shifted(ms));
    }

    /// Subtracts the part of an unseen time that was no training from the session's length: in a set that only the runner ends,
    /// all but the rest of its tempo. The time after the end of a phase is a wait, which is subtracted when it ends, like a
    /// pause.
    fn leave_idle_out(&mut self, now: Timestamp) {
        let unseen = now.ms_since(self.seen);
        if self.paused.is_some() || unseen <= UNSEEN {
            return;
        }
        if let Some(since) = self.at_work_since() {
            let left = (self.tempo_ms() - self.seen.ms_since(since)).clamp(0, unseen);
            self.shift_phase(unseen - left);
            self.leave_out_time(unseen - left);
        }
    }

    /// Subtracts the part of a finished set that was no training from the session's length, if the set lasted far beyond its
    /// tempo.
    fn leave_overlong_out(&mut self, now: Timestamp) {
        let Some(since) = self.at_work_since() else { return };
        let over = now.ms_since(since).saturating_sub(self.tempo_ms());
        if over > LONG_OVER {
            self.leave_out_time(over);
        }
    }

    pub(super) fn go_on(&mut self, now: Timestamp) {
        if let Some(since) = self.paused {
            self.set_paused(None);
            self.shift_phase(now.ms_since(since));
            self.leave_out_time(now.ms_since(since));
            self.give(Effect::Announce(Announcement::Resumed));
        }
    }

    /// Subtracts a time without training from the session's length.
    fn leave_out_time(&mut self, ms: i64) {
        self.set_epoch(self.epoch.plus_ms(ms.max(0)));
    }

    fn wait(&mut self, since: Timestamp) {
        let after = match self.phase {
            Phase::Ready { .. } => After::Ready,
            Phase::Switch { .. } => After::Switch,
            Phase::Rest { .. } => After::Rest,
            Phase::Work { .. } => After::Hold,
            Phase::Wait { .. } | Phase::Finished { .. } => return,
        };
        self.set_phase(Phase::Wait { since, after });
        self.note_phase_change(PhaseChange::Wait);
    }

    /// Enters `phase` at `now`. Time spent waiting for the runner is no training, seen or unseen.
    fn enter(&mut self, phase: Phase, now: Timestamp) {
        if let Phase::Wait { since, .. } = self.phase {
            self.leave_out_time(now.ms_since(since));
        }
        self.set_phase(phase);
    }

    pub(super) fn take_position(&mut self, now: Timestamp, asked: bool) {
        self.enter(Phase::Ready { since: now, until: now.plus(READY), asked }, now);
    }

    pub(super) fn begin(&mut self, now: Timestamp) {
        self.enter(Phase::Work { since: now }, now);
        self.start_block(now);
        self.note_phase_change(PhaseChange::Go);
    }

    pub(super) fn complete(&mut self, amount: Amount, now: Timestamp) {
        self.was_at_work(now);
        self.leave_overlong_out(now);
        let step = self.at;
        self.keep(Done { step, amount, at_ms: now.ms_since(self.epoch), reserve: None });
        self.pass(now);
    }

    /// A set done during a wait for the runner: it counts as its tempo, up to the moment of her answer. Only the time before it
    /// was a wait. A hold that ran out unseen had its time before the wait.
    fn was_at_work(&mut self, now: Timestamp) {
        if matches!(self.phase, Phase::Wait { .. }) {
            let length = if self.step().is_hold() { Seconds(0) } else { self.step().length() };
            let begun = now.plus_ms(i64::from(length.0) * -1000);
            self.enter(Phase::Work { since: begun }, begun);
        }
    }

    pub(super) fn pass(&mut self, now: Timestamp) {
        if self.is_block_over(now) {
            return self.end_block(now);
        }
        self.add_round();
        let is_open = self.step().within().is_some();
        let goes_on = is_open || self.step().breath().is_some();
        let Some(next) = self.step_after(self.at) else { return self.finish(now) };
        let (rest, other_side) = (self.rest_after(now), self.other_side_follows(next) && self.step().every().is_none());
        self.stand_at(next);
        if other_side {
            self.enter(Phase::Switch { since: now, until: now.plus(SWITCH) }, now);
            self.note_phase_change(PhaseChange::OtherSide);
        } else if is_open && self.step().within().is_none() {
            self.rest_until(now.plus(rest_after_rounds(rest)), now);
        } else if goes_on && rest == Seconds(0) && !self.wait_for_me && self.seen.ms_since(now) <= MISSED {
            self.begin(now);
        } else {
            self.rest_until(now.plus(rest), now);
        }
    }

    pub(super) fn rest_until(&mut self, until: Timestamp, now: Timestamp) {
        self.enter(Phase::Rest { since: now, until }, now);
        self.note_phase_change(PhaseChange::Rest);
    }

    /// The rest after the present step, which is over. One a minute, it is what is left of the minute.
    fn rest_after(&self, now: Timestamp) -> Seconds {
        match (self.step().every(), self.phase) {
            (Some(every), Phase::Work { since }) => {
                let left = since.plus(every).ms_since(now);
                Seconds(u32::try_from(left.saturating_add(999) / 1000).unwrap_or(0))
            }
            _ => self.step().rest,
        }
    }

    pub(super) fn finish(&mut self, now: Timestamp) {
        self.enter(Phase::Finished { at: now }, now);
        self.give(Effect::Finish);
        self.note_phase_change(PhaseChange::Finished);
    }
}
