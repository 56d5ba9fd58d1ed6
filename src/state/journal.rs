//! The write-ahead journal in `IndexedDB`; where there is none, in small keys of localStorage.

use super::{App, World};
use crate::browser::indexed_db::Database;
use crate::domain::saved::{KeyValue, PREFIX};
use std::rc::Rc;

/// The name of the database.
pub(super) const NAME: &str = "mainspring";

/// What the keys of the stand-in begin with.
fn stand_in() -> String {
    format!("{PREFIX}journal.")
}

impl App {
    /// Opens the journal and reads all of it, the stand-in's records too.
    pub(super) async fn read_journal(self) -> Vec<(String, String)> {
        let world = self.world();
        let mut records = world.stand_in_records();
        if let Some(database) = Database::open(NAME).await
            && let Ok(kept) = database.all().await
        {
            records.extend(kept);
            world.journal.replace(Some(database));
        }
        records
    }

    /// Writes a record; true when it is on disk.
    pub(super) async fn write_ahead(self, (key, value): (String, String)) -> bool {
        let world = self.world();
        let database = world.journal.borrow().clone();
        if let Some(database) = database
            && database.put(&key, &value).await.is_ok()
        {
            return true;
        }
        // No journal, or a full one: small keys of localStorage are the next best, and the head may be missing there.
        self.check(world.disk.set(&format!("{}{key}", stand_in()), &value)).is_some() && !world.disk.is_memory()
    }

    /// Forgets the records whose key begins with `prefix`; all of them for an empty one.
    pub(super) async fn forget(self, prefix: String) {
        let world = self.world();
        let database = world.journal.borrow().clone();
        if let Some(database) = database {
            // What cannot be removed is found again at the next start and known to be in the log.
            let _ = database.remove_all(&prefix).await;
        }
        for key in world.stand_in_keys().iter().filter(|key| key.starts_with(&format!("{}{prefix}", stand_in()))) {
            let _ = world.disk.remove(key);
        }
    }
}

impl World {
    fn stand_in_keys(self: &Rc<Self>) -> Vec<String> {
        let keys = self.disk.keys().unwrap_or_default();
        keys.into_iter().filter(|key| key.starts_with(&stand_in())).collect()
    }

    fn stand_in_records(self: &Rc<Self>) -> Vec<(String, String)> {
        let record = |key: String| {
            let value = self.disk.get(&key).ok()??;
            Some((key.strip_prefix(&stand_in())?.to_owned(), value))
        };
        self.stand_in_keys().into_iter().filter_map(record).collect()
    }
}
