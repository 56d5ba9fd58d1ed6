//! The gaps of a backup, in sentences.

use super::store;
use crate::domain::message::{Gap, Kept};
use crate::domain::saved::Backup;

pub use super::app::backup::*;

/// A sentence for each value that `backup` lacks because it could not be read.
#[must_use]
pub fn gaps(backup: &Backup) -> Vec<String> {
    backup.missing.iter().map(gap).collect()
}

fn gap(gap: &Gap) -> String {
    match gap {
        Gap::Store => gap_store().to_owned(),
        Gap::AllButJournal => gap_all_but_journal().to_owned(),
        Gap::Journal => gap_journal().to_owned(),
        Gap::OpenSession => gap_session().to_owned(),
        Gap::Unreadable(value) => gap_unreadable(&kept(value)),
        Gap::Newer(value) => gap_newer(&kept(value)),
        Gap::Told(sentence) => sentence.clone(),
    }
}

/// The name of a stored value, in the plural.
fn kept(value: &Kept) -> String {
    match value {
        Kept::Pain => pain().to_owned(),
        Kept::Month(month) => self::month(month),
        Kept::Settings | Kept::Routines | Kept::Exercises | Kept::Plan => store::kept(value),
    }
}
