//! The two old forms of the file, which contain stored texts of the browser: the export of version 1, and the rescue file of
//! the start page for an app that cannot run (`public/boot.js`).

use super::collect::collect;
use super::fields::{Entries, Fields, Rows};
use super::read::{BackupFile, MAX_SENTENCES, NotRestorable, read_backup};
use super::write::write;
use crate::domain::message::Gap;
use crate::domain::saved::PREFIX;
use crate::domain::saved::store::{KeyValue, Memory};
use crate::domain::units::Timestamp;
use serde_json::value::RawValue;

/// `{"app","v":1,"values":{key: text},"journal":{key: text}}`.
pub(super) fn read_export(mut file: Fields, now: Timestamp) -> Result<BackupFile, NotRestorable> {
    let damaged = NotRestorable::Damaged;
    let values = entries(file.optional("values").ok_or(damaged)?.ok_or(damaged)?)?;
    let journal = entries(file.optional("journal").ok_or(damaged)?.unwrap_or_default())?;
    found(&values, Some(&journal), file, None, now)
}

/// `{"app","kind":"rescue","build","saved","localStorage":{key: text},"journal":[{"key","value"}],"problems":[…]}`.
pub(super) fn read_rescue(mut file: Fields, now: Timestamp) -> Result<BackupFile, NotRestorable> {
    let damaged = NotRestorable::Damaged;
    let saved = file.optional::<String>("saved").ok_or(damaged)?;
    let (_build, _problems) = (file.text("build"), file.text("problems"));
    let values = file.optional::<Entries>("localStorage").ok_or(damaged)?;
    let records = match file.text("journal").unwrap_or("null") {
        "null" => None,
        text => Some(serde_json::from_str::<Rows>(text).map_err(|_| damaged)?),
    };
    let lacks_values = values.is_none();
    let values = entries(values.unwrap_or_default())?;
    let journal = records.as_ref().map(journal_records).transpose()?;
    let mut read = found(&values, journal.as_ref(), file, saved, now)?;
    if lacks_values {
        read.backup.missing.push(Gap::AllButJournal);
    }
    Ok(read)
}

type Texts = Vec<(String, Option<String>)>;

fn entries(found: Entries) -> Result<Texts, NotRestorable> {
    if found.too_many {
        return Err(NotRestorable::TooMuch);
    }
    Ok(found.entries.into_iter().map(|(key, value)| (key, text(value))).collect())
}

/// A value that is no text was not written by the app.
fn text(value: &RawValue) -> Option<String> {
    serde_json::from_str(value.get()).ok()
}

fn journal_records(rows: &Rows) -> Result<Texts, NotRestorable> {
    if rows.too_many {
        return Err(NotRestorable::TooMuch);
    }
    let record = |row: &&RawValue| {
        let mut fields = Fields::of(row.get())?;
        Some((fields.value("key")?, fields.value("value")))
    };
    Ok(rows.rows.iter().filter_map(record).collect())
}

/// The contents of the stored texts `values` and `journal`, checked as a file of the present form is.
fn found(
    values: &Texts,
    journal: Option<&Texts>,
    left: Fields,
    saved: Option<String>,
    now: Timestamp,
) -> Result<BackupFile, NotRestorable> {
    let store = Memory::default();
    let mut unreadable = 0;
    for (key, value) in values {
        match value {
            // A store in memory accepts every write.
            Some(value) if key.starts_with(PREFIX) => drop(store.set(key, value)),
            _ => unreadable += 1,
        }
    }
    let texts = |records: &Texts| -> Vec<_> {
        records.iter().filter_map(|(key, value)| Some((key.clone(), value.clone()?))).collect()
    };
    let mut collected = collect(&store, journal.map(texts).as_deref(), now);
    let text = write(&collected, &[], now, None);
    let file = Fields::of(&text).ok_or(NotRestorable::Damaged)?;
    let mut read = read_backup(file)?;
    collected.missing.truncate(MAX_SENTENCES);
    read.backup.missing = collected.missing;
    read.saved = saved;
    read.unreadable.values += unreadable;
    read.unknown.extend(left.left().take(20));
    Ok(read)
}
