//! The write-ahead journal: the plan of a session and each of its sets as records of their own, committed before a set counts
//! as acknowledged. The next start replays it, exactly once, wherever the last page died.
//!
//! Records are `id/head`, `id/set/00012`, `id/at` (the position, while the session runs), and `id/logged`: the moment at which
//! a start first found the session in the log. They are kept for a day from then, because a browser may take minutes to bring
//! the log itself to disk. The record `player` names the tab that may write the running session.

mod changes;
mod read;
mod record;
mod replay;
mod restore;

pub use changes::{Changes, changes};
pub use record::{
    blind_set_record, ended_record, head_record, logged_record, missing_records, position_key, position_record,
    session_prefix, set_record, step_key,
};
pub use replay::{Replay, replay};

/// The key of the record with the token of the tab that plays.
pub const PLAYER: &str = "player";
