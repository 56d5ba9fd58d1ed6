//! Reads a file of the present form, row by row.

use super::{BackupFile, NotRestorable, UnreadableCounts};
use crate::domain::catalogue::OwnExercise;
use crate::domain::coach::pain::PainReport;
use crate::domain::log::Performed;
use crate::domain::message::Gap;
use crate::domain::order::{Places, keep_first};
use crate::domain::routine::Routine;
use crate::domain::saved::backup::fields::{Fields, Rows};
use crate::domain::saved::backup::{Backup, MAX_ID, MOMENTS, OpenSession, oldest_first};
use crate::domain::saved::pain::identity;
use crate::domain::units::{Offset, Timestamp};
use serde_json::value::RawValue;

/// The largest number of routines in a file.
const MAX_ROUTINES: usize = 1_000;
/// The largest number of own exercises in a file, deleted ones counted.
const MAX_EXERCISES: usize = 2_000;
/// The largest number of sessions in a file: three a day for twenty-five years.
const MAX_SESSIONS: usize = 30_000;
/// The largest number of pain reports in a file.
const MAX_PAIN: usize = 2_000;

/// The largest number of sentences about gaps, and of names of unknown fields.
pub(in crate::domain::saved::backup) const MAX_SENTENCES: usize = 20;

/// Reads the rows of a file and notes unreadable rows and unknown fields.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) unreadable: UnreadableCounts,
    pub(super) unknown: Places,
}

impl Reader {
    pub(super) fn file(mut self, mut file: Fields) -> Result<BackupFile, NotRestorable> {
        let damaged = NotRestorable::Damaged;
        let saved = file.optional::<String>("saved").ok_or(damaged)?;
        let _build = file.text("build");
        let settings = file.text("settings").filter(|text| *text != "null").map(|text| self.settings(text));
        let exercises = rows(file.rows("exercises"), MAX_EXERCISES)?;
        let routines = rows(file.rows("routines"), MAX_ROUTINES)?;
        let sessions = rows(file.rows("sessions"), MAX_SESSIONS)?;
        let pain = rows(file.rows("pain"), MAX_PAIN)?;
        let open = file.text("open").filter(|text| *text != "null").map(|text| self.open(text));
        let set_aside = file.text("setAside").map(|text| self.set_aside(text)).unwrap_or_default();
        let mut missing = file.optional::<Vec<String>>("missing").ok_or(damaged)?.unwrap_or_default();
        missing.truncate(MAX_SENTENCES);
        let missing = missing.iter().map(|sentence| Gap::Told(clip(sentence, 300))).collect();
        self.know(file);

        let mut exercises: Vec<OwnExercise> = exercises.iter().filter_map(|row| self.exercise(row.get())).collect();
        keep_first(&mut exercises, &|own| own.id.clone());
        let mut routines: Vec<Routine> = routines.iter().filter_map(|row| self.routine(row.get())).collect();
        keep_first(&mut routines, &|routine| routine.id.clone());
        let mut sessions: Vec<Performed> = sessions.iter().filter_map(|row| self.session_row(row.get())).collect();
        keep_first(&mut sessions, &|session| session.id.clone());
        oldest_first(&mut sessions);
        let mut pain: Vec<PainReport> = pain.iter().filter_map(|row| self.pain(row.get())).collect();
        keep_first(&mut pain, &identity);
        let count = |there: Option<&Option<OpenSession>>| usize::from(there.is_some_and(Option::is_none));
        self.unreadable.sessions += count(open.as_ref());
        self.unreadable.values += usize::from(settings.as_ref().is_some_and(Option::is_none));
        let (settings, open) = (settings.flatten(), open.flatten());
        let backup = Backup { settings, exercises, routines, sessions, pain, open, set_aside, missing };
        let unknown = self.unknown.into_keys().take(MAX_SENTENCES).collect();
        Ok(BackupFile { backup, saved, unreadable: self.unreadable, unknown })
    }

    /// Notes the remaining fields as unknown.
    pub(super) fn know(&mut self, left: Fields) {
        for name in left.left().take(MAX_SENTENCES) {
            self.unknown.insert(clip(&name, 40), 0);
        }
    }
}

fn rows(rows: Option<Rows<'_>>, most: usize) -> Result<Vec<&RawValue>, NotRestorable> {
    let Rows { rows, too_many } = rows.ok_or(NotRestorable::Damaged)?;
    if too_many || rows.len() > most { Err(NotRestorable::TooMuch) } else { Ok(rows) }
}

pub(super) fn clip(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// Takes the id or slug `name`.
pub(super) fn id(fields: &mut Fields, name: &str) -> Option<String> {
    fields.value::<String>(name).filter(|id| is_id(id))
}

/// True for a possible id or slug: short, not empty, without control characters.
pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= MAX_ID && !text.chars().any(char::is_control)
}

pub(super) fn moment(ms: i64) -> Option<Timestamp> {
    MOMENTS.contains(&ms).then_some(Timestamp(ms))
}

pub(super) fn offset(minutes: i16) -> Option<Offset> {
    let offset = Offset::from_minutes(minutes);
    (offset.minutes() == minutes).then_some(offset)
}
