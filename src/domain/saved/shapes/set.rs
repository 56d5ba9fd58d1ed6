//! A set of the journal as stored.

use super::is_zero;
use crate::domain::saved::VERSION;
use crate::domain::session::{Done, MAX_RESERVE};
use crate::domain::units::Amount;
use serde::{Deserialize, Serialize};

/// A set in the journal.
#[derive(Serialize, Deserialize)]
pub(in crate::domain::saved) struct DoneV1 {
    v: u32,
    pub(in crate::domain::saved) step: usize,
    done: u16,
    at: i64,
    /// The session's revision when it was written: of two records of one step the higher one holds.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(in crate::domain::saved) rev: u32,
    /// Reps in reserve, if the runner gave them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rir: Option<u8>,
    /// True if it was done while the journal could not be read: its step may have been done before.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(in crate::domain::saved) blind: bool,
}

impl DoneV1 {
    pub(in crate::domain::saved) const fn of(done: &Done, rev: u32, blind: bool) -> Self {
        Self { v: VERSION, step: done.step, done: done.amount.get(), at: done.at_ms, rev, rir: done.reserve, blind }
    }

    pub(in crate::domain::saved) fn done(&self) -> Option<Done> {
        let reserve = self.rir.filter(|more| *more <= MAX_RESERVE);
        Some(Done { step: self.step, amount: Amount::new(self.done).ok()?, at_ms: self.at, reserve })
    }
}
