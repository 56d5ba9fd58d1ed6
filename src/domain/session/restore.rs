//! A session restored from its stored parts, and the parts to store: its plan, its position, and its sets.

use super::{Done, Phase, Session, Step};
use crate::domain::catalogue::Level;
use crate::domain::units::{Offset, Timestamp};

/// The plan of a session: the fields that change seldom. They are those of [`Session`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field has a reader of its name, with its meaning")]
pub struct Plan {
    pub id: String,
    pub from: String,
    pub name: String,
    pub started: Timestamp,
    pub offset: Offset,
    pub steps: Vec<Step>,
    pub left_out: Vec<String>,
    pub left_out_levels: Vec<(String, Level)>,
    pub revision: u32,
    pub wait_for_me: bool,
}

/// The position of a session. Fields are those of [`Session`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field has a reader of its name, with its meaning")]
pub struct Position {
    pub at: usize,
    pub phase: Phase,
    pub paused: Option<Timestamp>,
    pub epoch: Timestamp,
    pub seen: Timestamp,
    pub until_ms: Option<i64>,
}

/// The reason why stored records make no session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotRestored {
    /// The plan has no step.
    NoStep,
    /// A set was done in a step that the plan does not have.
    SetOfNoStep,
    /// Two sets were done in one step.
    SetTwice,
    /// The position lies beyond the plan.
    BeyondPlan,
    /// The position is on a step that is left out.
    OnLeftOutStep,
    /// The position is on a step that is done, or before one.
    BehindSets,
}

impl Session {
    /// The session with this plan and these sets, in any order. Without a position it is in the get-ready phase, at its last
    /// known moment, before the first step after its sets that is neither done nor left out; finished if there is none.
    ///
    /// # Errors
    /// If plan, sets and position do not fit each other.
    pub fn restore(plan: Plan, position: Option<Position>, sets: &[Done]) -> Result<Self, NotRestored> {
        let Plan { id, from, name, started, offset, steps, left_out, left_out_levels, revision, wait_for_me } = plan;
        if steps.is_empty() {
            return Err(NotRestored::NoStep);
        }
        let phase = Phase::Ready { since: started, until: started, asked: false };
        let (paused, done, taken_back, epoch, seen) = (None, Vec::new(), Vec::new(), started, started);
        let mut session = Self {
            id,
            from,
            name,
            started,
            offset,
            steps,
            left_out,
            left_out_levels,
            revision,
            wait_for_me,
            at: 0,
            phase,
            paused,
            done,
            taken_back,
            doubted: None,
            epoch,
            seen,
            until_ms: None,
        };
        for set in sets {
            session.take_set(*set)?;
        }
        session.stand_after_sets();
        position.map_or(Ok(()), |position| session.stand(position))?;
        Ok(session)
    }

    /// Moves to `position`, which was stored for this session.
    ///
    /// # Errors
    /// If the position does not fit the plan and the sets, which can be newer than it: the session stays as it is.
    pub fn stand(&mut self, position: Position) -> Result<(), NotRestored> {
        let Position { at, phase, paused, epoch, seen, until_ms } = position;
        if at >= self.steps.len() {
            return Err(NotRestored::BeyondPlan);
        }
        let out = |step: usize| self.is_left_out(&self.steps[step]);
        if !matches!(phase, Phase::Finished { .. }) {
            if out(at) {
                return Err(NotRestored::OnLeftOutStep);
            }
            if self.done.iter().any(|done| done.step >= at && !out(done.step)) {
                return Err(NotRestored::BehindSets);
            }
        }
        (self.at, self.phase, self.paused, self.epoch, self.seen) = (at, phase, paused, epoch, seen);
        self.until_ms = until_ms;
        Ok(())
    }

    /// Its plan, to be stored.
    #[must_use]
    pub fn plan(&self) -> Plan {
        Plan {
            id: self.id.clone(),
            from: self.from.clone(),
            name: self.name.clone(),
            started: self.started,
            offset: self.offset,
            steps: self.steps.clone(),
            left_out: self.left_out.clone(),
            left_out_levels: self.left_out_levels.clone(),
            revision: self.revision,
            wait_for_me: self.wait_for_me,
        }
    }

    /// Its position, to be stored.
    #[must_use]
    pub const fn position(&self) -> Position {
        let (at, phase, paused, until_ms) = (self.at, self.phase, self.paused, self.until_ms);
        Position { at, phase, paused, epoch: self.epoch, seen: self.seen, until_ms }
    }

    fn take_set(&mut self, set: Done) -> Result<(), NotRestored> {
        if set.step >= self.steps.len() {
            return Err(NotRestored::SetOfNoStep);
        }
        if self.done.iter().any(|other| other.step == set.step) {
            return Err(NotRestored::SetTwice);
        }
        self.done.insert(set.place_in(&self.done), set);
        Ok(())
    }

    /// Moves to the first step after the sets that is neither done nor left out. Sets of an exercise left out may lie ahead.
    fn stand_after_sets(&mut self) {
        let out = |step: usize| self.is_left_out(&self.steps[step]);
        let done = self.done.iter().map(|done| done.step);
        let next = done.filter(|step| !out(*step)).map(|step| step + 1).max().unwrap_or(0);
        let next = (next..self.steps.len()).find(|step| !out(*step));
        let reached = self.done.last().map_or(self.started, |done| self.started.plus_ms(done.at_ms));
        if let Some(next) = next {
            self.at = next;
            self.phase = Phase::Ready { since: reached, until: reached, asked: false };
        } else {
            self.at = self.steps.len() - 1;
            self.phase = Phase::Finished { at: reached };
        }
        self.seen = reached;
    }
}
