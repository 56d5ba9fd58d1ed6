//! Versioned stored shapes and the rules of keeping them: the only room with serde. Stored data is a promise: a shape
//! once shipped is read for ever, a value that cannot be read is kept verbatim and never overwritten.
//!
//! Keys, all under [`PREFIX`]: `settings`, `routines`, `active` (the running session's plan), `at` (its position),
//! `log:2026-11` (one a month), `pain` (what hurt), `index` (which keys there should be), `journal.…` (where there is no `IndexedDB`),
//! `quarantine.…` (what could not be read), `erased` (there for a moment only, to be heard). What the index names has a
//! second copy in the journal: see `mirror`.

mod export;
mod fork;
mod index;
mod journal;
mod keep;
mod log_change;
mod mirror;
mod month;
mod pain;
mod running;
mod shapes;
mod store;

pub use export::export;
pub use index::{Missing, missing, rebuild as rebuild_index, what};
pub use journal::{Replay, ended_record, head_record, logged_record, replay, session_prefix, set_record, step_key};
pub use keep::{
    ERASED, Loaded, NotSaved, erase, erased_note, erased_up_to, load_routines, load_settings, save_routines,
    save_settings,
};
pub use log_change::{LogChange, change_record, changes as log_changes};
pub use mirror::{COPIES, Mended, Mirrored, copy_key, is_whole, mend, revision};
pub use month::{
    Appended, amend, append, count as count_sessions, delete as delete_session, deleted as deleted_sessions, is_known,
    keys as month_keys, load as load_month, month_key, put as put_session,
};
pub use pain::{MAX_REPORTS, keep_pain, load_pain};
pub use running::{clear_running, is_running, load_position, load_running, missing_sets, save_position, save_running};
pub use store::{KeyValue, Memory, Refused};

/// What every key of ours begins with.
pub const PREFIX: &str = "mainspring.";
/// The version that this app writes.
pub const VERSION: u32 = 1;
