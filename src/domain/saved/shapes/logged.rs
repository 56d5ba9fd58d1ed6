//! The mark of a session that is in the log, as stored.

use crate::domain::saved::VERSION;
use crate::domain::units::Timestamp;
use serde::{Deserialize, Serialize};

/// The moment at which a session of the journal was first found in the log.
#[derive(Serialize, Deserialize)]
pub(in crate::domain::saved) struct LoggedV1 {
    v: u32,
    at: i64,
}

impl LoggedV1 {
    pub(in crate::domain::saved) const fn at(now: Timestamp) -> Self {
        Self { v: VERSION, at: now.0 }
    }

    pub(in crate::domain::saved) const fn moment(&self) -> Timestamp {
        Timestamp(self.at)
    }
}
