//! Versioned stored shapes and their rules: the only module with serde. Stored data is a promise: a shape once shipped can be
//! read for ever, a value that cannot be read is kept verbatim and never overwritten.
//!
//! Keys, all under [`PREFIX`]: `settings`, `routines`, `exercises` (the runner's own), `active` (the running session's plan), `at`
//! (its position), `log:2026-11` (one a month), `pain` (pain reports), `unfinished` (invalid typed texts), `undo` (steps of Undo),
//! `index` (the keys that should exist), `journal.…` (used if there is no `IndexedDB`), `quarantine.…` (unreadable texts), `erased`
//! (set for a moment only, as an event for other tabs). Each value in the index has a second copy in the journal: see `mirror`.

mod backup;
mod fork;
mod index;
mod journal;
mod keep;
mod log_change;
mod merge;
mod mirror;
mod month;
mod pain;
mod restore;
mod running;
mod shapes;
mod store;
mod undo_steps;
mod unfinished;

pub use backup::{
    Backup, BackupFile, FILE_VERSION, MAX_BYTES, NotRestorable, OpenSession, ScreenValues, UnreadableCounts, collect,
    read as read_backup, write as write_backup,
};
pub use index::{kept, missing, rebuild as rebuild_index};
pub use journal::{
    Changes, PLAYER, Replay, blind_set_record, changes, ended_record, head_record, logged_record, missing_records,
    position_key, position_record, replay, session_prefix, set_record, step_key,
};
pub use keep::{
    ERASED, Loaded, NotSaved, erase, erased_note, erased_up_to, load_exercises, load_routines, load_settings,
    save_exercises, save_routines, save_settings,
};
pub use log_change::{LogChange, change_record, changes as log_changes};
pub use merge::merge;
pub use mirror::{COPIES, Mended, Mirrored, copy_key, is_whole, mend, revision};
pub use month::{
    Appended, amend, append, append_all, count as count_sessions, delete as delete_session,
    deleted as deleted_sessions, is_known, keys as month_keys, load as load_month, month_key, put as put_session,
};
pub use pain::{MAX_REPORTS, keep_pain, load_pain};
pub use restore::{
    Counts, Leftover, NotApplied, RestorePlan, SettingsChange, ValueChange, apply_changes, is_current, leftover,
    plan_restore, records_to_forget, restore_key, restore_record, undo_changes,
};
pub use running::{
    LastPosition, clear_running, clear_session, is_running, load_position, load_running, restore_position,
    save_position, save_running,
};
pub use store::{KeyValue, Memory, Refused};
pub use undo_steps::{StoredDraft, forget_steps, keep_steps, load_steps};
pub use unfinished::{keep_unfinished, load_unfinished};

/// The prefix of every key of the app.
pub const PREFIX: &str = "mainspring.";
/// The version that this app writes.
pub const VERSION: u32 = 1;
