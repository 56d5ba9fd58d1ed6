//! Reading a file that somebody chose: every form that was ever written; everything else gets a sentence. Reading is total: the
//! result is a value for any bytes, and nothing is stored.

mod exercise;
mod not_restorable;
mod pain;
mod reader;
mod routine;
mod session;
mod set_aside;
mod settings;
mod text;

pub use not_restorable::NotRestorable;

pub(super) use reader::MAX_SENTENCES;

use self::reader::Reader;
use self::text::{mend_surrogates, text_of};
use super::fields::Fields;
use super::{Backup, FILE_VERSION, old};
use crate::domain::units::Timestamp;

/// The size of the largest file that is read, in bytes; twenty years of training are about 12 MB.
pub const MAX_BYTES: usize = 25_000_000;

/// A file that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BackupFile {
    /// Its contents.
    pub backup: Backup,
    /// The moment at which it was saved, by its own words: `2026-11-26T18:04:05Z`.
    pub saved: Option<String>,
    /// The number of parts that could not be read.
    pub unreadable: UnreadableCounts,
    /// The names of fields that this version does not know.
    pub unknown: Vec<String>,
}

/// The numbers of parts of a file that could not be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnreadableCounts {
    /// Sessions, the open one counted.
    pub sessions: usize,
    /// Routines.
    pub routines: usize,
    /// Reports of pain.
    pub pain: usize,
    /// The settings, own exercises, and other values.
    pub values: usize,
}

impl UnreadableCounts {
    /// True if everything could be read.
    #[must_use]
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

/// Reads the bytes of a file; `now` is only needed for sessions that were open in files of the old form.
///
/// # Errors
/// If it is not a backup of this app, or not one that this version can read.
pub fn read(bytes: &[u8], now: Timestamp) -> Result<BackupFile, NotRestorable> {
    if bytes.len() > MAX_BYTES {
        return Err(NotRestorable::TooLarge);
    }
    let text = mend_surrogates(text_of(bytes)?);
    // The name of the app is at the front of every form.
    let is_named = text.chars().take(200).collect::<String>().contains("\"mainspring\"");
    let broken = if is_named { NotRestorable::Damaged } else { NotRestorable::Foreign };
    let mut file = Fields::of(&text).ok_or(broken)?;
    if file.value::<String>("app").as_deref() != Some("mainspring") {
        return Err(NotRestorable::Foreign);
    }
    let kind = file.optional::<String>("kind").ok_or(NotRestorable::Damaged)?;
    let version = file.optional_number::<u32>("v").ok_or(NotRestorable::Damaged)?;
    match (kind.as_deref(), version) {
        (Some("backup"), Some(FILE_VERSION)) => read_backup(file),
        (None, Some(1)) => old::read_export(file, now),
        (Some("rescue"), None | Some(1)) => old::read_rescue(file, now),
        (Some("backup") | None, Some(0 | 1) | None) => Err(NotRestorable::Damaged),
        _ => Err(NotRestorable::Newer),
    }
}

/// Reads the fields of a file of the present form.
pub(super) fn read_backup(mut file: Fields) -> Result<BackupFile, NotRestorable> {
    // The head was read before, or is of no interest.
    let _head = [file.text("app"), file.text("kind"), file.text("v")];
    Reader::default().file(file)
}
