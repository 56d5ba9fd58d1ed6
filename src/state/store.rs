//! The stores of this page: the key-value store, and the write-ahead journal in `IndexedDB` with its stand-in: small keys of
//! localStorage, used if there is no journal or it does not answer.

use super::disk::Disk;
use crate::browser::indexed_db::{self, Change, Database};
use crate::domain::saved::{KeyValue, PREFIX};
use std::cell::{Cell, RefCell};
use std::time::Duration;

/// The name of the database.
pub(super) const NAME: &str = "mainspring";

/// A record of the journal: its key and value.
pub(super) type Record = (String, String);

/// Keys and values.
pub(super) type Pairs = Vec<Record>;

/// The prefix of the stand-in's keys.
pub(super) fn stand_in() -> String {
    format!("{PREFIX}journal.")
}

/// The records found at a start.
#[derive(Default)]
pub(super) struct Records {
    /// Those of the journal.
    pub(super) journal: Pairs,
    /// Those of its stand-in.
    pub(super) stand_in: Pairs,
}

impl Records {
    /// All of them, those of the stand-in first.
    pub(super) fn all(&self) -> Pairs {
        [&self.stand_in[..], &self.journal[..]].concat()
    }

    /// Removes the records with these keys.
    pub(super) fn drop_keys(&mut self, keys: &[String]) {
        for records in [&mut self.journal, &mut self.stand_in] {
            records.retain(|(key, _)| !keys.contains(key));
        }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.journal.is_empty() && self.stand_in.is_empty()
    }
}

/// The stores, shared by all members.
pub(super) struct Stores {
    pub(super) disk: Disk,
    journal: RefCell<Option<Database>>,
    /// True if there is a journal that could not be read at the start.
    pub(super) unread: Cell<bool>,
    pub(super) copies: Copies,
}

/// The state of the second copies.
#[derive(Debug, Default)]
pub(super) struct Copies {
    /// True if they were read and compared: none is written before, because it could be newer than the store.
    pub(super) read: Cell<bool>,
    /// Time until the next try, after a failure.
    pub(super) delay: Cell<Duration>,
    /// True if another try is scheduled.
    pub(super) waits: Cell<bool>,
}

impl Stores {
    pub(super) fn new(disk: Disk) -> Self {
        Self { disk, journal: RefCell::default(), unread: Cell::new(false), copies: Copies::default() }
    }

    /// The journal, if it was read at the start.
    pub(super) fn journal(&self) -> Option<Database> {
        self.opened().filter(|_| !self.unread.get())
    }

    /// The journal, if it was opened.
    pub(super) fn opened(&self) -> Option<Database> {
        self.journal.borrow().clone()
    }

    /// Opens the journal and reads all of it, and the stand-in's records too. A journal that is there and cannot be read is
    /// noted as unread: nothing is written to it, and nothing decided without it.
    pub(super) async fn read_journal(&self) -> Records {
        let database = match self.opened() {
            Some(database) => Some(database),
            None => Database::open(NAME).await,
        };
        let kept = match &database {
            Some(database) => database.all().await.ok(),
            None => None,
        };
        self.unread.set(kept.is_none() && indexed_db::is_there());
        self.journal.replace(database);
        Records { journal: kept.unwrap_or_default(), stand_in: self.stand_in_records() }
    }

    /// Writes a record of a finished session: to the journal, or if there is none to the stand-in. If it is not written, the
    /// next start writes it. True when one of them has it.
    pub(super) async fn write_ahead(&self, (key, value): Record) -> bool {
        let written = match self.journal() {
            Some(database) => database.put(&key, &value).await.is_ok(),
            None => false,
        };
        written || self.disk.set(&(stand_in() + &key), &value).is_ok() && !self.disk.is_memory()
    }

    /// Removes the records whose key begins with `prefix`; all of them for an empty one.
    pub(super) async fn forget(&self, prefix: String) {
        if let Some(database) = self.opened() {
            // If one cannot be removed, the next start finds it and knows that it is in the log.
            let _ = database.remove_all(&prefix).await;
        }
        self.forget_stand_in(&prefix);
    }

    /// Removes the stand-in's records whose key begins with `prefix`.
    pub(super) fn forget_stand_in(&self, prefix: &str) {
        let prefix = stand_in() + prefix;
        for key in self.stand_in_keys().iter().filter(|key| key.starts_with(&prefix)) {
            let _ = self.disk.remove(key);
        }
    }

    fn stand_in_keys(&self) -> Vec<String> {
        let keys = self.disk.keys().unwrap_or_default();
        keys.into_iter().filter(|key| key.starts_with(&stand_in())).collect()
    }

    fn stand_in_records(&self) -> Pairs {
        let record = |key: String| {
            let value = self.disk.get(&key).ok()??;
            Some((key.strip_prefix(&stand_in())?.to_owned(), value))
        };
        self.stand_in_keys().into_iter().filter_map(record).collect()
    }

    /// Every record of the journal; `None` if it cannot be read.
    pub(super) async fn records(&self) -> Option<Vec<Record>> {
        let opened = self.opened();
        if let Some(database) = opened
            && let Ok(records) = database.all().await
        {
            return Some(records);
        }
        // Not opened yet, or closed because the browser cleared it.
        let database = Database::open(NAME).await?;
        let records = database.all().await.ok()?;
        self.journal.replace(Some(database));
        Some(records)
    }

    /// Writes second copies; true when all of them are on disk.
    pub(super) async fn write_copies(&self, records: &[Record]) -> bool {
        let Some(database) = self.opened().filter(|_| self.copies.read.get()) else { return false };
        if records.is_empty() {
            return true;
        }
        let puts = records.iter().map(|(key, text)| Change::Put(key.clone(), text.clone())).collect();
        let is_written = database.write(puts).await.is_ok();
        if is_written {
            self.copies.delay.set(Duration::ZERO);
        }
        is_written
    }
}
