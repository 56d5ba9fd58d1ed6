//! Public readers of a session.

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

    /// The local clock's lead on UTC at the start.
    #[must_use]
    pub const fn offset(&self) -> Offset {
        self.offset
    }

    /// The sets to do, in order. Never empty.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The exercises of which nothing more is done, by slug.
    #[must_use]
    pub fn left_out(&self) -> &[String] {
        &self.left_out
    }

    /// The exercises, by slug, and their levels at which nothing more is done.
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

    /// The index of the step at work or coming next.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.at
    }

    /// The present phase.
    #[must_use]
    pub const fn phase(&self) -> Phase {
        self.phase
    }

    /// Since when it stands still, if it does.
    #[must_use]
    pub const fn paused(&self) -> Option<Timestamp> {
        self.paused
    }

    /// True while it stands still.
    #[must_use]
    pub const fn is_paused(&self) -> bool {
        self.paused.is_some()
    }

    /// The sets done, in order of time, each step at most once. Beyond the present step lie only sets of an exercise left out.
    #[must_use]
    pub fn done(&self) -> &[Done] {
        &self.done
    }

    /// The sets done that the runner went back over, to do them again: a step that is skipped instead has its set as it
    /// was. Only as long as the page lives.
    #[must_use]
    pub fn all_taken_back(&self) -> &[Done] {
        &self.taken_back
    }

    /// The set that was done in `step`, whether it counts or was taken back.
    #[must_use]
    pub fn set_of(&self, step: usize) -> Option<&Done> {
        self.done.iter().chain(&self.taken_back).find(|done| done.step == step)
    }

    /// The session's zero: the start, moved on by every pause and wait that is over, and along when the device's clock is
    /// set back.
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
