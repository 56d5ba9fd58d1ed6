//! The write-ahead journal in `IndexedDB`, and its stand-in: small keys of localStorage, where there is no journal or it does
//! not answer.

use super::{App, World};
use crate::browser::indexed_db::{self, Database};
use crate::domain::saved::{KeyValue, PREFIX};
use std::rc::Rc;

/// The name of the database.
pub(super) const NAME: &str = "mainspring";

/// Keys and values.
pub(super) type Pairs = Vec<(String, String)>;

/// What the keys of the stand-in begin with.
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

    /// Leaves out the records under these keys.
    pub(super) fn drop_keys(&mut self, keys: &[String]) {
        for records in [&mut self.journal, &mut self.stand_in] {
            records.retain(|(key, _)| !keys.contains(key));
        }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.journal.is_empty() && self.stand_in.is_empty()
    }
}

impl App {
    /// Opens the journal and reads all of it, the stand-in's records too. A journal that is there and cannot be read is noted
    /// as unread: nothing is written to it, and nothing judged without it.
    pub(super) async fn read_journal(self) -> Records {
        let world = self.world();
        let opened = world.journal.borrow().clone();
        let database = match opened {
            Some(database) => Some(database),
            None => Database::open(NAME).await,
        };
        let kept = match &database {
            Some(database) => database.all().await.ok(),
            None => None,
        };
        world.unread.set(kept.is_none() && indexed_db::is_there());
        world.journal.replace(database);
        Records { journal: kept.unwrap_or_default(), stand_in: world.stand_in_records() }
    }

    /// Writes a record of a session that is over: to the journal, or where there is none to the stand-in. One that is not
    /// written is written by the next start. True when one of them has it.
    pub(super) async fn write_ahead(self, (key, value): (String, String)) -> bool {
        let world = self.world();
        let written = match world.journal() {
            Some(database) => database.put(&key, &value).await.is_ok(),
            None => false,
        };
        written || world.disk.set(&(stand_in() + &key), &value).is_ok() && !world.disk.is_memory()
    }

    /// Forgets the records whose key begins with `prefix`; all of them for an empty one.
    pub(super) async fn forget(self, prefix: String) {
        let world = self.world();
        let database = world.journal.borrow().clone();
        if let Some(database) = database {
            // What cannot be removed is found again at the next start and known to be in the log.
            let _ = database.remove_all(&prefix).await;
        }
        world.forget_stand_in(&prefix);
    }
}

impl World {
    /// The journal, if it was read at the start.
    pub(super) fn journal(&self) -> Option<Database> {
        self.journal.borrow().clone().filter(|_| !self.unread.get())
    }

    /// Forgets the stand-in's records whose key begins with `prefix`.
    pub(super) fn forget_stand_in(self: &Rc<Self>, prefix: &str) {
        let prefix = stand_in() + prefix;
        for key in self.stand_in_keys().iter().filter(|key| key.starts_with(&prefix)) {
            let _ = self.disk.remove(key);
        }
    }

    fn stand_in_keys(self: &Rc<Self>) -> Vec<String> {
        let keys = self.disk.keys().unwrap_or_default();
        keys.into_iter().filter(|key| key.starts_with(&stand_in())).collect()
    }

    fn stand_in_records(self: &Rc<Self>) -> Pairs {
        let record = |key: String| {
            let value = self.disk.get(&key).ok()??;
            Some((key.strip_prefix(&stand_in())?.to_owned(), value))
        };
        self.stand_in_keys().into_iter().filter_map(record).collect()
    }
}
