//! The second copy of every value: a record of the journal with the same text, under `store/` and the value's key.
//!
//! localStorage may lose its last minutes in a crash, the copy loses nothing. So every value has a revision,
//! `"rev":1764150000`: higher than the one before, and not below the clock's seconds. Of two copies the higher revision holds;
//! two values of one revision, which two tabs without a lock can leave, are merged.

mod mend;
mod mirrored;
mod newest;
mod revision;
mod stored_text;

pub use mend::{Mended, is_whole, mend};
pub use mirrored::Mirrored;
pub use revision::revision;

use super::{PREFIX, index};

/// The prefix of the keys of second copies among the journal's records.
pub const COPIES: &str = "store/";

/// The key of the second copy of `name`, such as `settings` or `log:2026-11`.
#[must_use]
pub fn copy_key(name: &str) -> String {
    format!("{COPIES}{name}")
}

/// True if the value under this full key has a second copy.
pub(super) fn is_mirrored(key: &str) -> bool {
    key.strip_prefix(PREFIX).is_some_and(index::is_named)
}
