//! The plan of a restore: the changes that a file would make.

use super::ValueChange;
use super::counts::{Counts, count_exercises, count_pain, count_routines, count_sessions};
use super::write::{differences, new_texts, write};
use crate::domain::log::set_count;
use crate::domain::saved::PREFIX;
use crate::domain::saved::backup::{BackupFile, OpenSession, collect};
use crate::domain::saved::keep::NotSaved;
use crate::domain::saved::merge::{merge, sessions_of};
use crate::domain::saved::store::{KeyValue, Memory};
use crate::domain::units::Timestamp;

/// The effect of a restore on the settings of this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingsChange {
    /// The file has none.
    None,
    /// They stay as they are.
    Kept,
    /// Those of the file are taken: there are none here.
    Taken,
    /// Settings of the file are added to those made here.
    Added,
}

/// The plan of a restore.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestorePlan {
    /// Own exercises.
    pub exercises: Counts,
    /// Routines.
    pub routines: Counts,
    /// Sessions; the open one counts once it has sets.
    pub sessions: Counts,
    /// Reports of pain.
    pub pain: Counts,
    /// The settings.
    pub settings: SettingsChange,
    /// The sets of a session that was open when the file was saved and goes into the log.
    pub open_sets: usize,
    /// True if the file has the session that is open here: it stays open and untouched.
    pub is_open_here: bool,
    /// Texts of the file that this version cannot read and keeps verbatim.
    pub set_aside: usize,
    /// The values to write; none if everything is here already.
    pub changes: Vec<ValueChange>,
}

impl RestorePlan {
    /// True if everything in the file is here already.
    #[must_use]
    pub fn is_nothing_new(&self) -> bool {
        self.changes.is_empty()
    }
}

/// Plans the restore of `file` into `store`.
///
/// # Errors
/// If a value that would change cannot be changed by this version, or cannot be read.
pub fn plan_restore(
    store: &dyn KeyValue,
    journal: &[(String, String)],
    file: &BackupFile,
    now: Timestamp,
) -> Result<RestorePlan, NotSaved> {
    let device = collect(store, Some(journal), now);
    let merged = merge(&device, &file.backup);
    let twin = Memory::default();
    for key in store.keys()?.iter().filter(|key| key.starts_with(PREFIX)) {
        if let Some(value) = store.get(key)? {
            twin.set(key, &value)?;
        }
    }
    write(&twin, &device, &merged)?;
    let open_here = device.open.as_ref().map(|open| open.performed.id.as_str());
    let file_open = file.backup.open.as_ref().filter(|open| Some(open.performed.id.as_str()) != open_here);
    Ok(RestorePlan {
        exercises: count_exercises(&device, &merged, &file.backup),
        routines: count_routines(&device, &file.backup),
        sessions: count_sessions(&device, &merged, &file.backup),
        pain: count_pain(&device, &merged, &file.backup),
        settings: match (&device.settings, &file.backup.settings) {
            (_, None) => SettingsChange::None,
            (None, Some(_)) => SettingsChange::Taken,
            (own, _) if *own == merged.settings => SettingsChange::Kept,
            _ => SettingsChange::Added,
        },
        open_sets: file_open.map_or(0, |open: &OpenSession| set_count(&open.performed.sets)),
        is_open_here: open_here.is_some_and(|id| sessions_of(&file.backup).any(|session| session.id == id)),
        set_aside: new_texts(&device, &merged).count(),
        changes: differences(store, &twin)?,
    })
}
