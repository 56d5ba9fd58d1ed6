//! Versioned stored shapes and the rules of keeping them: the only room with serde. Stored data is a promise: a shape
//! once shipped is read for ever, a value that cannot be read is kept verbatim and never overwritten.
//!
//! Keys, all under [`PREFIX`]: `settings`, `routines`, `active` (the running session's plan), `at` (its position),
//! `log:2026-11` (one a month), `pain` (what hurt), `index` (which keys there should be), `journal.…` (where there is no `IndexedDB`),
//! `quarantine.…` (what could not be read), `erased` (there for a moment only, to be heard).

mod backup;
mod index;
mod journal;
mod keep;
mod merge;
mod month;
mod pain;
mod restore;
mod restore_words;
mod running;
mod shapes;
mod store;

pub use backup::{
    Backup, BackupFile, FILE_VERSION, MAX_BYTES, NotRestorable, OpenSession, Screen, Unreadable, collect,
    read as read_backup, write as write_backup,
};
pub use index::{Missing, missing, rebuild as rebuild_index};
pub use journal::{Replay, ended_record, head_record, logged_record, replay, session_prefix, set_record, step_key};
pub use keep::{ERASED, Loaded, NotSaved, erase, load_routines, load_settings, save_routines, save_settings};
pub use merge::merge;
pub use month::{Appended, amend, append, keys as month_keys, load as load_month, month_key};
pub use pain::{MAX_REPORTS, keep_pain, load_pain};
pub use restore::{
    Counts, Leftover, NotApplied, RestorePlan, SettingsChange, ValueChange, apply_changes, is_current, leftover,
    plan_restore, restore_key, restore_record, undo_changes,
};
pub use running::{clear_running, is_running, load_position, load_running, missing_sets, save_position, save_running};
pub use store::{KeyValue, Memory, Refused};

/// What every key of ours begins with.
pub const PREFIX: &str = "mainspring.";
/// The version that this app writes.
pub const VERSION: u32 = 1;
