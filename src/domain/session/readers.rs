//! Public getters of a session.

use super::{Done, Phase, Session, Step};
use crate::domain::catalogue::Level;
use crate::domain::units::{Offset, Timestamp};

impl Session {
    /// Permanent and unique.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The routine or exercise it was started from.
    #[must_use]
    pub fn from(&self) -> &str {
        &self.from
    }

    /// Its name at the start.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The moment of its start by the device's clock. Never changes.
    #[must_use]
    pub const fn started(&self) -> Timestamp {
        self.started
    }

    /// Offset of the local clock from UTC at the start.
    #[must_use]
    pub const fn offset(&self) -> Offset {
        self.offset
    }

    /// The sets to do, in order. Never empty.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The exercises that are left out from now on, by slug.
    #[must_use]
    pub fn left_out(&self) -> &[String] {
        &self.left_out
    }

    /// The exercises, by slug, and their levels that are left out from now on.
    #[must_use]
    pub fn left_out_levels(&self) -> &[(String, Level)] {
        &self.left_out_levels
    }

    /// The number of changes of the plan, a choice or a set: of two records the higher one holds.
    #[must_use]
    pub const fn revision(&self) -> u32 {
        self.revision
    }

    /// True if nothing moves on by itself, except that a hold ends when its time is over.
    #[must_use]
    pub const fn wait_for_me(&self) -> bool {
        self.wait_for_me
    }

    /// The index of the present step, or the next one.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.at
    }

    /// The present phase.
    #[must_use]
    pub const fn phase(&self) -> Phase {
        self.phase
    }

    /// The moment of the pause, if it is paused.
    #[must_use]
    pub const fn paused(&self) -> Option<Timestamp> {
        self.paused
    }

    /// True while it is paused.
    #[must_use]
    pub const fn is_paused(&self) -> bool {
        self.paused.is_some()
    }

    /// The sets done, in order of time, each step at most once. Beyond the present step lie only sets of an exercise left out.
    #[must_use]
    pub fn done(&self) -> &[Done] {
        &self.done
    }

    /// The undone sets, to do again: a step that is skipped instead keeps its old set. Only as long as the page lives.
    #[must_use]
    pub fn all_taken_back(&self) -> &[Done] {
        &self.taken_back
    }

    /// The set of `step`, whether it counts or was undone.
    #[must_use]
    pub fn set_of(&self, step: usize) -> Option<&Done> {
        self.done.iter().chain(&self.taken_back).find(|done| done.step == step)
    }

    /// The zero of the session's own clock: the start, moved on by every finished pause and wait, and along when the device's
    /// clock is set back.
    #[must_use]
    pub const fn epoch(&self) -> Timestamp {
        self.epoch
    }

    /// The last moment seen.
    #[must_use]
    pub const fn seen(&self) -> Timestamp {
        self.seen
    }
}
