//! The numbers and states that the player's screen shows at one moment.

use super::{Phase, Session};
use crate::domain::routine::{SWITCH, rest_after_rounds};
use crate::domain::units::{Seconds, Timestamp};

/// The kind of phase, with a word, an icon, a sound and a colour of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhaseKind {
    /// Taking position.
    Ready,
    /// A set that the clock ends.
    Hold,
    /// A set that the runner ends.
    Reps,
    /// Changing sides.
    Switch,
    /// Between sets.
    Rest,
    /// The runner's turn.
    Wait,
    /// Over.
    Finished,
}

impl PhaseKind {
    /// The name in `data-phase`.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Hold => "hold",
            Self::Reps => "reps",
            Self::Switch => "switch",
            Self::Rest => "rest",
            Self::Wait => "wait",
            Self::Finished => "finished",
        }
    }
}

/// The contents of the player's screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionView {
    /// The kind of phase.
    pub kind: PhaseKind,
    /// The present step, or the next one, from 0.
    pub step: usize,
    /// The number of steps.
    pub steps: usize,
    /// The present set, or the next one, from 1; both sides of a set are one.
    pub set: usize,
    /// The number of sets.
    pub sets: usize,
    /// True in a pause.
    pub paused: bool,
    /// Seconds, in a flow breaths, to the end of a phase that the clock ends; the target amount of a set that the runner ends or
    /// that waits for her.
    pub digits: u32,
    /// Seconds that the present phase has lasted.
    pub elapsed: u32,
    /// Progress of a phase that the clock ends, 0 … 1,000.
    pub permille: u16,
    /// Estimated rest of the whole session.
    pub left: Seconds,
    /// The number of steps done.
    pub done: usize,
    /// The round and the time left of a block of as many rounds as fit.
    pub open: Option<(u8, Seconds)>,
    /// In a flow true while the runner breathes in, false while she breathes out.
    pub breathes_in: Option<bool>,
}

impl Session {
    /// The screen at `now`. Call [`Session::advance`] first.
    #[must_use]
    pub fn view(&self, now: Timestamp) -> SessionView {
        let now = self.paused.unwrap_or(now);
        let kind = self.kind();
        let since = self.phase.since();
        let left_ms = self.phase_end().map(|end| end.ms_since(now));
        let elapsed = u32::try_from(now.ms_since(since) / 1000).unwrap_or(u32::MAX);
        let digits = match kind {
            PhaseKind::Reps | PhaseKind::Wait => u32::from(self.step().target.get()),
            PhaseKind::Finished => u32::try_from(self.sets_done()).unwrap_or(u32::MAX),
            PhaseKind::Hold => {
                whole_seconds(left_ms.unwrap_or(0)).div_ceil(self.step().breath().map_or(1, |breath| breath.0))
            }
            _ => whole_seconds(left_ms.unwrap_or(0)),
        };
        let length = self.phase_end().map_or(0, |end| end.ms_since(since));
        let run = now.ms_since(since).min(length);
        SessionView {
            kind,
            step: self.at,
            steps: self.steps.len(),
            set: self.set_number(),
            sets: self.set_count(),
            paused: self.paused.is_some(),
            digits,
            elapsed,
            permille: if length == 0 { 0 } else { u16::try_from(run.saturating_mul(1000) / length).unwrap_or(1000) },
            left: self.left(left_ms.unwrap_or(0), now),
            done: self.done.len(),
            open: self.open(now),
            breathes_in: self
                .step()
                .breath()
                .filter(|_| kind == PhaseKind::Hold)
                .map(|breath| elapsed % breath.0 < breath.0.div_ceil(2)),
        }
    }

    fn kind(&self) -> PhaseKind {
        match self.phase {
            Phase::Ready { .. } => PhaseKind::Ready,
            Phase::Work { .. } if self.step().is_hold() => PhaseKind::Hold,
            Phase::Work { .. } => PhaseKind::Reps,
            Phase::Switch { .. } => PhaseKind::Switch,
            Phase::Rest { .. } => PhaseKind::Rest,
            Phase::Wait { .. } => PhaseKind::Wait,
            Phase::Finished { .. } => PhaseKind::Finished,
        }
    }

    fn open(&self, now: Timestamp) -> Option<(u8, Seconds)> {
        let left = self.block_left(now).filter(|_| !self.is_finished())?;
        Some((self.step().place.round, left))
    }

    fn left(&self, phase_ms: i64, now: Timestamp) -> Seconds {
        if self.is_finished() {
            return Seconds(0);
        }
        let at_work = matches!(self.phase, Phase::Work { .. });
        let mut coming = self.steps.iter().skip(self.at).filter(|step| !self.is_left_out(step)).peekable();
        let (mut seconds, mut before) = (0, None);
        while let Some(step) = coming.next() {
            let is_first = before.is_none();
            let is_new = before.replace(step.place.number) != Some(step.place.number);
            if let Some(time) = step.within() {
                // The time of a block of as many rounds as fit counts once, and a rest after it only where something follows.
                let time = if is_first { self.block_left(now).unwrap_or(time) } else { time };
                let ends = coming.peek().is_some_and(|next| next.place.number != step.place.number);
                seconds += if is_new { time.0 } else { 0 } + if ends { rest_after_rounds(step.rest).0 } else { 0 };
            } else {
                let work = if is_first && at_work && step.is_hold() { 0 } else { step.length().0 };
                let switch = if step.other_side_next && step.every().is_none() { SWITCH.0 } else { 0 };
                seconds += work + step.rest.0 + switch;
            }
        }
        let phase = if self.block_end().is_some() { 0 } else { whole_seconds(phase_ms) };
        Seconds(phase.saturating_add(seconds))
    }
}

/// Milliseconds as the seconds that a countdown shows: 1 until the very end.
fn whole_seconds(ms: i64) -> u32 {
    u32::try_from(ms.saturating_add(999) / 1000).unwrap_or(u32::MAX)
}
