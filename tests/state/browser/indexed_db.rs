//! The simulated `IndexedDB`: one for all tabs. It answers a turn later, or not at all while the device says so.

use super::clock;
use super::device::{self, device};
use futures_channel::oneshot::{Sender, channel};
use std::collections::BTreeMap;
use std::time::Duration;

const LIMIT: Duration = Duration::from_secs(3);

/// A change of the records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Stores a value under a key.
    Put(String, String),
    /// Removes the value under a key.
    Remove(String),
    /// Removes all values under keys that begin so.
    RemoveAll(String),
}

/// The reason why a write is not on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteFailure {
    /// The database refused.
    Refused,
    /// No answer yet.
    Late,
    /// The guarded record is another one.
    Guarded,
}

/// A condition for a write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Guard {
    /// None.
    Any,
    /// The record is this one, or there is none.
    Holds(Option<String>),
}

/// A write that waits for an answer.
pub struct Late {
    tab: device::Tab,
    database: Database,
    key: String,
    guard: Guard,
    changes: Vec<Change>,
    answer: Sender<Result<(), WriteFailure>>,
    /// Hears an answer after the limit.
    tell: Box<dyn FnOnce(Result<(), WriteFailure>)>,
}

/// An open database.
#[derive(Clone, Debug)]
pub struct Database(String);

/// True if there is one.
#[must_use]
pub fn is_there() -> bool {
    !device().has_no_databases.get()
}

/// True if there is a database of this name.
pub async fn exists(name: &str) -> bool {
    device::turn().await;
    device().databases.borrow().contains_key(name)
}

/// Answers every write that waits.
pub fn answer() {
    device().is_stuck.set(false);
    for Late { tab, database, key, guard, changes, answer, tell } in device().late.take() {
        let outcome = database.commit(&key, &guard, changes);
        if let Err(outcome) = answer.send(outcome) {
            device::within(tab, || tell(outcome));
        }
    }
}

impl Database {
    /// Opens the database of this name.
    pub async fn open(name: &str) -> Option<Self> {
        device::turn().await;
        if device().opens_none.get() || !is_there() {
            return None;
        }
        device().databases.borrow_mut().entry(name.to_owned()).or_default();
        Some(Self(name.to_owned()))
    }

    /// Makes `changes`, all or none.
    ///
    /// # Errors
    /// If they are not on disk.
    pub async fn write(&self, changes: Vec<Change>) -> Result<(), WriteFailure> {
        self.write_guarded("", Guard::Any, changes, Box::new(|_| {})).await
    }

    /// Makes `changes` under `guard` on the record `key`; `late` hears an answer that comes after the limit.
    ///
    /// # Errors
    /// If they are not on disk.
    pub async fn write_guarded(
        &self,
        key: &str,
        guard: Guard,
        changes: Vec<Change>,
        late: Box<dyn FnOnce(Result<(), WriteFailure>)>,
    ) -> Result<(), WriteFailure> {
        device::turn().await;
        if device().is_stuck.get() || device().never_writes.get() {
            let (database, key, tab) = (self.clone(), key.to_owned(), device::tab());
            let (answer, answered) = channel();
            device().late.borrow_mut().push(Late { tab, database, key, guard, changes, answer, tell: late });
            return clock::within(LIMIT, answered).await.and_then(Result::ok).unwrap_or(Err(WriteFailure::Late));
        }
        clock::sleep(Duration::from_millis(device().write_ms.get())).await;
        self.commit(key, &guard, changes)
    }

    fn commit(&self, key: &str, guard: &Guard, changes: Vec<Change>) -> Result<(), WriteFailure> {
        if device().refuses.get() {
            return Err(WriteFailure::Refused);
        }
        self.with(|records| {
            if matches!(guard, Guard::Holds(expected) if records.get(key) != expected.as_ref()) {
                return Err(WriteFailure::Guarded);
            }
            for change in changes {
                match change {
                    Change::Put(key, value) => drop(records.insert(key, value)),
                    Change::Remove(key) => drop(records.remove(&key)),
                    Change::RemoveAll(prefix) => records.retain(|key, _| !key.starts_with(&prefix)),
                }
            }
            Ok(())
        })
    }

    /// The record under `key`.
    ///
    /// # Errors
    /// If there is no answer.
    pub async fn get(&self, key: &str) -> Result<Option<String>, WriteFailure> {
        answered().await?;
        Ok(self.with(|records| records.get(key).cloned()))
    }

    /// Stores one record.
    ///
    /// # Errors
    /// If it is not on disk.
    pub async fn put(&self, key: &str, value: &str) -> Result<(), WriteFailure> {
        self.write(vec![Change::Put(key.to_owned(), value.to_owned())]).await
    }

    /// Removes the records whose key begins so.
    ///
    /// # Errors
    /// If that is not on disk.
    pub async fn remove_all(&self, prefix: &str) -> Result<(), WriteFailure> {
        self.write(vec![Change::RemoveAll(prefix.to_owned())]).await
    }

    /// Every record.
    ///
    /// # Errors
    /// If there is no answer.
    pub async fn all(&self) -> Result<Vec<(String, String)>, WriteFailure> {
        answered().await?;
        Ok(self.with(|records| records.clone().into_iter().collect()))
    }

    fn with<T>(&self, act: impl FnOnce(&mut BTreeMap<String, String>) -> T) -> T {
        act(device().databases.borrow_mut().entry(self.0.clone()).or_default())
    }
}

async fn answered() -> Result<(), WriteFailure> {
    device::turn().await;
    if device().refuses_reads.get() {
        return Err(WriteFailure::Refused);
    }
    if device().is_stuck.get() {
        clock::sleep(LIMIT).await;
        return Err(WriteFailure::Late);
    }
    Ok(())
}
