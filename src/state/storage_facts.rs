//! Facts about the browser's storage, and its promise to keep the data. In the lazy chunk.

use crate::browser::{document, download, local_storage, persistence};
use crate::domain::units::Timestamp;
use leptos::prelude::{ArcRwSignal, Get, GetUntracked, RwSignal, Set};
use leptos::task::spawn_local;
use std::cell::Cell;

/// The key of the moment of the last backup: a fact about this browser, not a value of the runner's.
const BACKED_UP: &str = "mainspring-backup";

/// Facts about the browser's storage, shown in Settings.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct StorageFacts {
    /// True if the browser keeps the data until the runner erases it; `None` if it does not tell.
    pub is_persisted: Option<bool>,
    /// Bytes in use, offline copy included.
    pub used: Option<f64>,
    /// The moment of the last backup from this browser.
    pub backed_up: Option<Timestamp>,
}

/// The facts as a signal, and true if the browser was asked for its promise in this visit.
pub(super) struct StorageWatch {
    facts: ArcRwSignal<StorageFacts>,
    memory_only: RwSignal<bool>,
    was_asked: Cell<bool>,
}

/// True if the app runs from the home screen, with storage that may not be the browser's.
#[must_use]
pub fn is_installed_app() -> bool {
    download::is_home_screen_app() || document::matches("(display-mode: standalone)")
}

impl StorageWatch {
    pub(super) fn new(memory_only: RwSignal<bool>) -> Self {
        Self { facts: ArcRwSignal::default(), memory_only, was_asked: Cell::new(false) }
    }

    /// The facts, as far as they are known. Reads reactively.
    pub(super) fn facts(&self) -> StorageFacts {
        self.facts.get()
    }

    /// Asks the browser for the facts about its storage.
    pub(super) fn read(&'static self) {
        spawn_local(async move {
            let backed_up = local_storage::get(BACKED_UP).ok().flatten().and_then(|text| text.parse().ok());
            let facts = StorageFacts {
                is_persisted: persistence::is_persisted().await,
                used: persistence::used().await,
                backed_up: backed_up.map(Timestamp),
            };
            self.facts.set(facts);
        });
    }

    /// Asks the browser to keep the data, once a visit and only if it does not yet: there is something to lose. Some browsers
    /// ask the runner.
    pub(super) fn ask_to_persist(&'static self) {
        if self.memory_only.get_untracked() || self.was_asked.replace(true) {
            return;
        }
        spawn_local(async move {
            if persistence::is_persisted().await == Some(false) {
                let _ = persistence::ask().await;
            }
            self.read();
        });
    }

    /// Saves the moment of a backup.
    pub(super) fn note_backup(&'static self, now: Timestamp) {
        // Without it only the age is missing.
        let _ = local_storage::set(BACKED_UP, &now.0.to_string());
        self.read();
    }

    /// Forgets the moment of the last backup: everything is erased.
    pub(super) fn forget_backup(&'static self) {
        // If it cannot be removed, only a date is left.
        let _ = local_storage::remove(BACKED_UP);
        self.read();
    }
}
