//! The running session: a state machine on timestamps. Knows no clock; `now` is always an argument.
//!
//! Phases hold the moment at which they began and, if the clock ends them, the moment of their end; nothing counts ticks, so a
//! page that slept, was throttled or died finds the right phase from the time alone. If the device's clock is set back, the
//! session's own moments move with it: time in a session never runs backwards.

mod advance;
mod count;
mod effect;
mod effort;
mod event;
mod hurt;
mod loaded;
mod open_rounds;
mod plan;
mod readers;
mod replan;
mod restore;
mod rounds;
mod sets;
mod swaps;
mod transition;
mod view;

pub use advance::PhaseChange;
pub use count::RepCount;
pub use effect::{Announcement, Effect};
pub use effort::{ReserveQuestion, reserve_question};
pub use event::{Event, MAX_RESERVE};
pub use hurt::{
    Advised, Answer, Hurt, Light, PainAction, PainAdvice, PainSide, Score, ScoreOutOfRange, advice, loads, out_from,
};
pub use plan::{Start, Step, steps};
pub use restore::{NotRestored, Plan, Position};
pub use rounds::RestKind;
pub use swaps::{MOST_SWAPS, Refit, Substitute, fitted, refitted, substitutes};
pub use view::{PhaseKind, SessionView};

use super::catalogue::Level;
use super::routine::READY;
use super::units::{Amount, Offset, Timestamp};

/// A side of the body, or a direction of travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// The runner's left.
    Left,
    /// The runner's right.
    Right,
}

impl Side {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// The phase before a wait for the runner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// Taking position.
    Ready,
    /// Changing sides.
    Switch,
    /// A rest.
    Rest,
    /// A hold whose end was unseen, because the page died during it: it does not count as done.
    Hold,
}

/// A phase of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Taking position; ends by the clock.
    Ready {
        /// Its beginning.
        since: Timestamp,
        /// The beginning of the work.
        until: Timestamp,
        /// True if the runner has asked for it: then work follows even with "wait for me".
        asked: bool,
    },
    /// The set. A hold ends by the clock, everything else when the runner says so.
    Work {
        /// Its beginning.
        since: Timestamp,
    },
    /// Changing to the other side; ends by the clock.
    Switch {
        /// Its beginning.
        since: Timestamp,
        /// The beginning of the other side.
        until: Timestamp,
    },
    /// Between sets; ends by the clock.
    Rest {
        /// Its beginning.
        since: Timestamp,
        /// The beginning of the next set.
        until: Timestamp,
    },
    /// The runner's turn: nothing moves before her event. Like a pause it is no training and does not count into any length; of
    /// a set that she did meanwhile, its tempo counts.
    Wait {
        /// The end of the phase before it.
        since: Timestamp,
        /// The phase before it.
        after: After,
    },
    /// All sets are over.
    Finished {
        /// The moment of the end.
        at: Timestamp,
    },
}

impl Phase {
    /// Its beginning.
    #[must_use]
    pub const fn since(self) -> Timestamp {
        match self {
            Self::Ready { since, .. }
            | Self::Work { since }
            | Self::Switch { since, .. }
            | Self::Rest { since, .. }
            | Self::Wait { since, .. }
            | Self::Finished { at: since } => since,
        }
    }
}

/// A set as it was done within a running session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    /// Index of the step in the session.
    pub step: usize,
    /// The amount done.
    pub amount: Amount,
    /// Milliseconds after the session's start, by the session's own clock: without pauses and [`Phase::Wait`].
    pub at_ms: i64,
    /// Repetitions in reserve, 0 … [`MAX_RESERVE`], if the runner gave them.
    pub reserve: Option<u8>,
}

impl Done {
    /// Its place among `sets`, which are in order of time.
    #[must_use]
    pub fn place_in(&self, sets: &[Self]) -> usize {
        sets.partition_point(|other| (other.at_ms, other.step) < (self.at_ms, self.step))
    }
}

/// A running session. Its fields are private: it changes by [`Session::on`] and [`Session::advance`], and is restored by
/// [`Session::restore`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Permanent and unique.
    id: String,
    /// The routine or exercise it was started from.
    from: String,
    /// Its name at the start.
    name: String,
    /// The moment of its start by the device's clock. Never changes.
    started: Timestamp,
    /// Offset of the local clock from UTC at the start.
    offset: Offset,
    /// The sets to do, in order. Never empty. Those before `at` never change.
    steps: Vec<Step>,
    /// The exercises that are left out from now on, by slug. Their finished sets keep their places in the plan and are skipped,
    /// forwards and backwards.
    left_out: Vec<String>,
    /// The exercises, by slug, and their levels that are left out from now on, because they load a sore part of the body. Their
    /// finished sets are skipped like those of `left_out`.
    left_out_levels: Vec<(String, Level)>,
    /// The number of changes of the plan, a choice or a set: of two records the higher one holds.
    revision: u32,
    /// True if nothing moves on by itself, except that a hold ends when its time is over.
    wait_for_me: bool,
    /// The present step, or the next one.
    at: usize,
    /// The present phase.
    phase: Phase,
    /// The moment of the pause, if it is paused.
    paused: Option<Timestamp>,
    /// The sets done, in order of time, each step at most once. Beyond `at` lie only sets of an exercise left out.
    done: Vec<Done>,
    /// The undone sets, to do again: a step that is skipped instead keeps its old set. Only as long as the page lives.
    taken_back: Vec<Done>,
    /// The step of the last hold during whose end the page slept, until the runner says how long she held it. Only as long as the
    /// page lives.
    doubted: Option<usize>,
    /// The zero of the session's own clock: the start, moved on by every finished pause and wait, and along when the device's
    /// clock is set back.
    epoch: Timestamp,
    /// The last moment seen.
    seen: Timestamp,
    /// The end of the present block of as many rounds as fit, in milliseconds of the session's own clock; `None` before its first
    /// set and outside of one.
    until_ms: Option<i64>,
}

impl Session {
    /// Begins a session with the get-ready phase; `None` if nothing in the routine can be trained.
    #[must_use]
    pub fn start(id: String, start: &Start, now: Timestamp, offset: Offset) -> Option<Self> {
        let Start { routine, first, last_load, wait_for_me } = *start;
        let mut loaded = routine.clone();
        for item in &mut loaded.items {
            item.load = item.load.take().or_else(|| last_load(item));
        }
        let steps = steps(&loaded, first);
        if steps.is_empty() {
            return None;
        }
        Some(Self {
            id,
            from: routine.id.clone(),
            name: routine.title().to_owned(),
            started: now,
            offset,
            steps,
            left_out: Vec::new(),
            left_out_levels: Vec::new(),
            revision: 0,
            wait_for_me,
            at: 0,
            phase: Phase::Ready { since: now, until: now.plus(READY), asked: false },
            paused: None,
            done: Vec::new(),
            taken_back: Vec::new(),
            doubted: None,
            epoch: now,
            seen: now,
            until_ms: None,
        })
    }

    /// The present step, or the next one.
    #[must_use]
    pub fn step(&self) -> &Step {
        &self.steps[self.at.min(self.steps.len() - 1)]
    }

    /// The step before the present one, to go back to; `None` if there is none.
    #[must_use]
    pub fn step_before(&self) -> Option<usize> {
        (0..self.at).rev().find(|step| !self.is_left_out(&self.steps[*step]))
    }

    /// The step after `step`; `None` if that is the last.
    #[must_use]
    pub fn step_after(&self, step: usize) -> Option<usize> {
        (step + 1..self.steps.len()).find(|next| !self.is_left_out(&self.steps[*next]))
    }

    /// True for a step that is never trained any more: its exercise, or that at its level, is left out.
    #[must_use]
    pub fn is_left_out(&self, step: &Step) -> bool {
        self.is_out(&step.exercise, step.level)
    }

    /// True if `exercise` at `level` is left out.
    #[must_use]
    pub fn is_out(&self, exercise: &str, level: Level) -> bool {
        self.left_out.iter().any(|out| out == exercise)
            || self.left_out_levels.iter().any(|(out, at)| out == exercise && *at == level)
    }

    /// The set just done, if the step after it is the present one.
    #[must_use]
    pub fn just_done(&self) -> Option<&Done> {
        self.done.last().filter(|done| self.step_after(done.step) == Some(self.at))
    }

    /// The step that a pain felt now belongs to: the present one, between sets the one just done.
    #[must_use]
    pub fn felt(&self) -> usize {
        match self.phase {
            Phase::Work { .. } | Phase::Wait { after: After::Hold, .. } => self.at,
            _ => self.just_done().map_or(self.at, |done| done.step),
        }
    }

    /// The set of the present step from before the runner went back to it.
    #[must_use]
    pub fn taken_back(&self) -> Option<&Done> {
        self.taken_back.iter().find(|done| done.step == self.at)
    }

    /// True if every set is over.
    #[must_use]
    pub const fn is_finished(&self) -> bool {
        matches!(self.phase, Phase::Finished { .. })
    }
}
