//! The key-value store for everything that is saved, and its test double in memory.

use std::cell::{Cell, RefCell};

/// The reason why a store refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// No room.
    Full,
    /// Not allowed, or gone.
    Blocked,
}

/// Text under short keys. One `set` is atomic, several are not.
pub trait KeyValue {
    /// The text under `key`.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, Refused>;

    /// Puts `value` under `key`; on an error the old value is intact.
    ///
    /// # Errors
    /// If there is no room, or writing is not allowed.
    fn set(&self, key: &str, value: &str) -> Result<(), Refused>;

    /// Removes `key`.
    ///
    /// # Errors
    /// If the store cannot be changed.
    fn remove(&self, key: &str) -> Result<(), Refused>;

    /// Every key, in no particular order.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn keys(&self) -> Result<Vec<String>, Refused>;
}

/// A store in memory: used if the browser has none, and in tests, where it refuses writes on demand.
#[derive(Debug, Default)]
pub struct Memory {
    /// In the order of the keys.
    values: RefCell<Vec<(String, String)>>,
    writes_left: Cell<Option<usize>>,
    written: Cell<usize>,
}

impl Memory {
    /// Refuses every write after `writes` more of them; `None` refuses none.
    pub fn fail_after(&self, writes: Option<usize>) {
        self.writes_left.set(writes);
    }

    /// The number of UTF-16 units written so far, keys counted.
    #[must_use]
    pub fn written(&self) -> usize {
        self.written.get()
    }

    /// The number of UTF-16 units stored, keys counted: what a browser's quota counts.
    #[must_use]
    pub fn size(&self) -> usize {
        self.values.borrow().iter().map(|(key, value)| units(key) + units(value)).sum()
    }

    /// The place of `key`; as an error the place at which it would be inserted.
    fn place(&self, key: &str) -> Result<usize, usize> {
        self.values.borrow().binary_search_by(|(other, _)| other.as_str().cmp(key))
    }

    fn spend_write(&self) -> Result<(), Refused> {
        match self.writes_left.get() {
            Some(0) => Err(Refused::Full),
            Some(left) => {
                self.writes_left.set(Some(left - 1));
                Ok(())
            }
            None => Ok(()),
        }
    }
}

impl KeyValue for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, Refused> {
        Ok(self.place(key).ok().map(|at| self.values.borrow()[at].1.clone()))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Refused> {
        self.spend_write()?;
        self.written.set(self.written.get() + units(key) + units(value));
        match self.place(key) {
            Ok(at) => value.clone_into(&mut self.values.borrow_mut()[at].1),
            Err(at) => self.values.borrow_mut().insert(at, (key.to_owned(), value.to_owned())),
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Refused> {
        if let Ok(at) = self.place(key) {
            self.values.borrow_mut().remove(at);
        }
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, Refused> {
        Ok(self.values.borrow().iter().map(|(key, _)| key.clone()).collect())
    }
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}
