//! Restoring a backup: the plan of its changes, and the changes themselves, all or nothing. The browser's two stores are
//! arguments: the key-value store that holds the values, and one record of the journal that survives a kill.
//!
//! A restore goes planned → recorded → applied → settled. It is *recorded* first, durably, with every value before and after
//! (`restore/pending`); then the values are written. After a kill the next start completes it: if every value is still the one
//! before or the one after, all are written; otherwise none had been written yet, and the record is removed. Once *applied*,
//! the record only repairs values that the browser had not brought to disk, for a day.

mod change;
mod counts;
mod plan;
mod record;
mod write;

pub use change::{NotApplied, ValueChange, apply_changes, is_current, undo_changes};
pub use counts::Counts;
pub use plan::{RestorePlan, SettingsChange, plan_restore};
pub use record::{Leftover, leftover, records_to_forget, restore_key, restore_record};
