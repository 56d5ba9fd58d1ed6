//! The key-value store: the browser's, or one in memory if the browser has none. It counts revisions and remembers the values
//! that it has seen, so that a second copy can be kept.

use crate::browser::clock;
use crate::browser::local_storage::{self, Failure};
use crate::domain::saved::{KeyValue, Memory, Mirrored, PREFIX, Refused};

/// The store with revisions.
pub(super) type Disk = Mirrored<Backend>;

/// localStorage, or its replacement in memory.
#[derive(Debug)]
pub(super) enum Backend {
    Browser,
    Memory(Memory),
}

/// The browser's store, if the page may use it.
pub(super) fn open() -> Disk {
    let backend = if local_storage::is_there() { Backend::Browser } else { Backend::Memory(Memory::default()) };
    Mirrored::new(backend, seconds)
}

fn seconds() -> u64 {
    u64::try_from(clock::now_ms() / 1000).unwrap_or(0)
}

impl Mirrored<Backend> {
    pub(super) const fn is_memory(&self) -> bool {
        matches!(self.inner(), Backend::Memory(_))
    }

    /// True if any value of the app is stored, or if the store cannot tell.
    pub(super) fn has_ours(&self) -> bool {
        self.keys().map_or(true, |keys| keys.iter().any(|key| key.starts_with(PREFIX)))
    }
}

impl KeyValue for Backend {
    fn get(&self, key: &str) -> Result<Option<String>, Refused> {
        match self {
            Self::Browser => local_storage::get(key).map_err(refused),
            Self::Memory(memory) => memory.get(key),
        }
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Refused> {
        match self {
            Self::Browser => local_storage::set(key, value).map_err(refused),
            Self::Memory(memory) => memory.set(key, value),
        }
    }

    fn remove(&self, key: &str) -> Result<(), Refused> {
        match self {
            Self::Browser => local_storage::remove(key).map_err(refused),
            Self::Memory(memory) => memory.remove(key),
        }
    }

    fn keys(&self) -> Result<Vec<String>, Refused> {
        match self {
            Self::Browser => local_storage::keys().map_err(refused),
            Self::Memory(memory) => memory.keys(),
        }
    }
}

const fn refused(failure: Failure) -> Refused {
    match failure {
        Failure::Full => Refused::Full,
        Failure::Blocked => Refused::Blocked,
    }
}
