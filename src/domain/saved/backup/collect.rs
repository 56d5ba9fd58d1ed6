//! The backup of stored values and of those on screen. Reads only: nothing is set aside or written.

use super::{Backup, OpenSession, oldest_first};
use crate::domain::catalogue::OwnExercise;
use crate::domain::coach::pain::PainReport;
use crate::domain::log::{Performed, places_by_id};
use crate::domain::message::Gap;
use crate::domain::order::keep_first;
use crate::domain::routine::Routine;
use crate::domain::saved::index::kept;
use crate::domain::saved::journal::{head_record, replay};
use crate::domain::saved::keep::{Loaded, full, load_exercises, load_routines, load_settings};
use crate::domain::saved::mirror::{COPIES, is_mirrored, revision};
use crate::domain::saved::pain::load_pain;
use crate::domain::saved::running::{load_running, restore_position};
use crate::domain::saved::store::{KeyValue, Memory};
use crate::domain::saved::{ERASED, PREFIX};
use crate::domain::saved::{log_change, month};
use crate::domain::session::Session;
use crate::domain::settings::Settings;
use crate::domain::units::Timestamp;

/// The prefix of the keys of restore records.
pub(in crate::domain::saved) const RESTORE: &str = "restore/";
/// The prefix of the keys of the journal's stand-in.
const STAND_IN: &str = "journal.";
/// The prefix of the keys of unreadable texts.
const QUARANTINE: &str = "quarantine.";

/// The values on screen, which can be newer than the stored ones.
#[derive(Clone, Debug, Default)]
pub struct ScreenValues {
    /// The present settings.
    pub settings: Settings,
    /// The runner's own exercises, unsaved changes included.
    pub exercises: Vec<OwnExercise>,
    /// The runner's own routines, unsaved changes included.
    pub routines: Vec<Routine>,
    /// The sessions of the log that are loaded, and the one just finished.
    pub sessions: Vec<Performed>,
    /// The pain reports, including those that the store refused.
    pub pain: Vec<PainReport>,
    /// The session that is open in this tab.
    pub open: Option<Session>,
}

/// The backup of `store` and of the journal's records (`None` if those could not be read).
pub fn collect(store: &dyn KeyValue, journal: Option<&[(String, String)]>, now: Timestamp) -> Backup {
    let mut backup = Backup::default();
    let twin = Memory::default();
    if copy(store, &twin).is_none() {
        backup.missing.push(Gap::Store);
    }
    let records = journal.unwrap_or_else(|| {
        backup.missing.push(Gap::Journal);
        &[]
    });
    fill_from_mirror(&twin, records);
    backup.settings = found(&mut backup, &twin, "settings", load_settings(&twin));
    backup.exercises = found(&mut backup, &twin, "exercises", load_exercises(&twin)).unwrap_or_default();
    backup.routines = found(&mut backup, &twin, "routines", load_routines(&twin)).unwrap_or_default();
    backup.pain = found(&mut backup, &twin, "pain", load_pain(&twin)).unwrap_or_default();
    for key in month::keys(&twin) {
        let sessions = month::load(&twin, &key);
        let sessions = found(&mut backup, &twin, &key, sessions).unwrap_or_default();
        backup.sessions.extend(sessions);
    }
    take_journal(&mut backup, &twin, records, now);
    keep_first(&mut backup.sessions, &|session| session.id.clone());
    oldest_first(&mut backup.sessions);
    take_unread(&mut backup, &twin);
    backup
}

impl Backup {
    /// This backup with the values on screen instead of the stored ones.
    #[must_use]
    pub fn with_screen(mut self, screen: ScreenValues) -> Self {
        let ScreenValues { settings, exercises, routines, sessions, pain, open } = screen;
        if self.settings.is_some() || settings != Settings::default() {
            self.settings = Some(settings);
        }
        let stored = std::mem::replace(&mut self.exercises, exercises);
        for own in stored {
            if self.exercises.iter().all(|shown| shown.id != own.id) {
                self.exercises.push(own);
            }
        }
        let stored = std::mem::replace(&mut self.routines, routines);
        for routine in stored {
            if self.routines.iter().all(|shown| shown.id != routine.id) {
                self.routines.push(routine);
            }
        }
        for report in pain {
            match self.pain.iter_mut().find(|kept| kept.is(&report)) {
                Some(kept) => *kept = report,
                None => self.pain.push(report),
            }
        }
        let mut places = places_by_id(&self.sessions);
        for session in sessions {
            if let Some(at) = places.get(&session.id) {
                self.sessions[*at] = session;
            } else {
                places.insert(session.id.clone(), self.sessions.len());
                self.sessions.push(session);
            }
        }
        self.open = open.map(|session| OpenSession::of(&session)).or(self.open);
        self.open = self.open.filter(|open| !places.contains_key(&open.performed.id));
        oldest_first(&mut self.sessions);
        self
    }
}

/// Copies every key of the app; `None` if the store cannot be read.
fn copy(store: &dyn KeyValue, twin: &Memory) -> Option<()> {
    for key in store.keys().ok()?.iter().filter(|key| key.starts_with(PREFIX)) {
        if let Some(value) = store.get(key).ok()? {
            twin.set(key, &value).ok()?;
        }
    }
    Some(())
}

/// Takes values from the second copies that the store has lost, or has in an earlier revision.
fn fill_from_mirror(twin: &Memory, records: &[(String, String)]) {
    for (key, value) in records {
        let Some(key) = key.strip_prefix(COPIES).map(full).filter(|key| is_mirrored(key)) else { continue };
        let Ok(here) = twin.get(&key) else { continue };
        if here.is_none_or(|here| revision(&here) < revision(value)) {
            // A store in memory accepts every write.
            let _ = twin.set(&key, value);
        }
    }
}

/// The value under `key`; notes it as a gap if it could not be read.
fn found<T>(backup: &mut Backup, twin: &Memory, key: &str, loaded: Loaded<T>) -> Option<T> {
    match loaded {
        Loaded::Whole(value) => return Some(value),
        Loaded::Absent | Loaded::Blocked => {}
        Loaded::Unreadable => note_unread(backup, twin, key, false),
        Loaded::Newer => note_unread(backup, twin, key, true),
    }
    None
}

/// Notes a value that could not be read, or is of a newer version.
fn note_unread(backup: &mut Backup, twin: &Memory, key: &str, is_newer: bool) {
    backup.missing.push(if is_newer { Gap::Newer(kept(key)) } else { Gap::Unreadable(kept(key)) });
    if let Ok(Some(text)) = twin.get(&full(key))
        && is_newer
    {
        backup.set_aside.insert((key.to_owned(), text));
    }
}

/// Takes the sessions of the journal: the open one, and those that are over and not in the log yet.
fn take_journal(backup: &mut Backup, twin: &Memory, journal: &[(String, String)], now: Timestamp) {
    let stand_in = full(STAND_IN);
    let keys = twin.keys().unwrap_or_default();
    let record = |key: &String| Some((key.strip_prefix(&stand_in)?.to_owned(), twin.get(key).ok()??));
    let mut records: Vec<_> = keys.iter().filter_map(record).collect();
    let is_session = |key: &str| !key.starts_with(COPIES) && !key.starts_with(RESTORE);
    records.extend(journal.iter().filter(|(key, _)| is_session(key)).cloned());
    let plan = found(backup, twin, "active", load_running(twin));
    records.extend(
        plan.filter(|plan| backup.sessions.iter().all(|kept| kept.id != plan.id())).map(|plan| head_record(&plan)),
    );
    // Changes to the log that a kill may have reverted.
    let changes = log_change::changes(&records);
    for change in &changes {
        backup.sessions.retain(|session| !change.deleted || session.id != change.session.id);
        if !change.deleted && backup.sessions.iter().all(|session| session.id != change.session.id) {
            backup.sessions.push(change.session.clone());
        }
    }
    let is_logged = |session: &Performed| {
        let is_changed = changes.iter().any(|change| change.session.id == session.id);
        let kept = backup.sessions.iter().find(|kept| kept.id == session.id);
        // A deleted session does not come back from its records.
        let is_gone = || is_changed || month::is_known(twin, session);
        kept.cloned().or_else(|| is_gone().then(|| session.clone()))
    };
    let replay = replay(&records, is_logged, now);
    if !replay.unreadable.is_empty() {
        backup.missing.push(Gap::OpenSession);
    }
    for (key, value) in records.iter().filter(|(key, _)| replay.unreadable.contains(key)) {
        backup.set_aside.insert((format!("journal/{key}"), value.clone()));
    }
    for whole in replay.complete {
        backup.sessions.iter_mut().filter(|kept| kept.id == whole.id).for_each(|kept| kept.clone_from(&whole));
    }
    backup.sessions.extend(replay.fold);
    if let Some(mut session) = replay.running {
        let _ = restore_position(twin, &records, &mut session);
        backup.open = Some(OpenSession::of(&session));
    }
}

/// Takes the unreadable texts: those set aside before or now, and values of a later version.
fn take_unread(backup: &mut Backup, twin: &Memory) {
    const KNOWN: &[&str] =
        &["settings", "routines", "exercises", "pain", "index", "active", "at", "unfinished", "undo", ERASED];
    for key in twin.keys().unwrap_or_default() {
        let Some(short) = key.strip_prefix(PREFIX) else { continue };
        let is_known = KNOWN.contains(&short) || short.starts_with("log:") || short.starts_with(STAND_IN);
        let Ok(Some(text)) = twin.get(&key) else { continue };
        if let Some(numbered) = short.strip_prefix(QUARANTINE) {
            let name = numbered.rsplit_once('.').map_or(numbered, |(name, _)| name);
            backup.set_aside.insert((name.to_owned(), text));
        } else if !is_known {
            backup.set_aside.insert((short.to_owned(), text));
        }
    }
}
