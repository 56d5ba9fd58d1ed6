//! The backup file, and the browser's promise to keep the data. In the lazy chunk.

use super::places::build;
use super::{App, Offer, Tone, clock_now};
use crate::browser::download::{self, Handed};
use crate::browser::indexed_db::{self, Database};
use crate::browser::{document, local_storage, persistence};
use crate::domain::saved::{self, Screen};
use crate::domain::units::Timestamp;
use crate::text::{self, backup};
use leptos::prelude::{ArcRwSignal, Get, GetUntracked, Set, WithUntracked};
use leptos::task::spawn_local;
use std::cell::Cell;

/// The key of the moment of the last backup: a fact about this browser, and nothing of the runner's.
const BACKED_UP: &str = "mainspring-backup";

/// What is known of the browser's storage, shown in Settings.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct StorageFacts {
    /// True where the browser keeps the data until the runner erases it; `None` where it does not say.
    pub is_persisted: Option<bool>,
    /// Bytes in use, offline copy included.
    pub used: Option<f64>,
    /// The moment of the last backup from this browser.
    pub backed_up: Option<Timestamp>,
}

/// The facts as a signal, and whether the browser was asked for its promise in this visit.
#[derive(Default)]
pub(super) struct Keeping {
    facts: ArcRwSignal<StorageFacts>,
    was_asked: Cell<bool>,
}

/// True where the app runs from the home screen, with storage that may not be the browser's.
#[must_use]
pub fn is_installed_app() -> bool {
    download::is_home_screen_app() || document::matches("(display-mode: standalone)")
}

impl App {
    /// The facts about the browser's storage, as far as they are known. Reads reactively.
    #[must_use]
    pub fn storage_facts(self) -> StorageFacts {
        self.keeping().facts.get()
    }

    fn keeping(self) -> &'static Keeping {
        self.world().keeping.get_or_init(|| Box::leak(Box::default()))
    }

    /// Asks the browser for the facts about its storage.
    pub fn read_storage_facts(self) {
        spawn_local(async move {
            let backed_up = local_storage::get(BACKED_UP).ok().flatten().and_then(|text| text.parse().ok());
            let facts = StorageFacts {
                is_persisted: persistence::is_persisted().await,
                used: persistence::used().await,
                backed_up: backed_up.map(Timestamp),
            };
            self.keeping().facts.set(facts);
        });
    }

    /// Asks the browser to keep the data from now on, once a visit and only where it does not yet: there is something to
    /// lose. Some browsers ask the runner.
    pub(super) fn ask_to_persist(self) {
        if self.memory_only.get_untracked() || self.keeping().was_asked.replace(true) {
            return;
        }
        spawn_local(async move {
            if persistence::is_persisted().await == Some(false) {
                let _ = persistence::ask().await;
            }
            self.read_storage_facts();
        });
    }

    /// The age of the last backup in words: "2 days ago"; `None` where there was none. Reads reactively.
    #[must_use]
    pub fn backup_age(self) -> Option<String> {
        // Another day, another age.
        self.track_day();
        self.storage_facts().backed_up.map(|when| text::log::ago_words(when, clock_now()))
    }

    /// Forgets when the last backup was: everything is erased.
    pub(super) fn forget_backup_age(self) {
        // What cannot be removed is only a moment.
        let _ = local_storage::remove(BACKED_UP);
        self.read_storage_facts();
    }

    pub(super) fn export_now(self) {
        spawn_local(async move {
            let now = clock_now();
            let journal = self.backup_records().await;
            let backup = saved::collect(&self.world().store.disk, journal.as_deref(), now).with_screen(self.screen());
            let gaps = backup::gaps(&backup);
            let text = saved::write_backup(&backup, &gaps, now, build().as_deref());
            let name = format!("mainspring-{}.json", self.day_now());
            match download::file(&name, "application/json", &text).await {
                Handed::Over => self.note_backup(now, &gaps),
                Handed::Cancelled => {
                    self.notices.tell(Tone::Plain, backup::cancelled(), Offer::Nothing);
                    self.notices.announce(backup::cancelled());
                }
                Handed::Refused => {
                    self.notices.tell(Tone::Trouble, backup::not_taken(), Offer::Nothing);
                }
            }
        });
    }

    /// Keeps the moment of a backup, and tells what it lacks.
    fn note_backup(self, now: Timestamp, gaps: &[String]) {
        self.notices.withdraw(backup::cancelled());
        // Without it the age is not shown, that is all.
        let _ = local_storage::set(BACKED_UP, &now.0.to_string());
        self.read_storage_facts();
        if !gaps.is_empty() {
            let text = backup::incomplete(&gaps.join(" "));
            self.notices.tell(Tone::Trouble, text, Offer::Nothing);
        }
    }

    /// Every record of the journal; `None` where there is a journal that cannot be read.
    pub(super) async fn backup_records(self) -> Option<Vec<(String, String)>> {
        // Where nothing can be stored there is no journal to miss.
        if self.memory_only.get_untracked() {
            return Some(Vec::new());
        }
        let open = self.world().store.opened();
        let database = match open {
            Some(database) => database,
            None if indexed_db::is_there() => Database::open(super::store::NAME).await?,
            None => return Some(Vec::new()),
        };
        database.all().await.ok()
    }

    /// What this tab shows, whatever became of it in the stores.
    fn screen(self) -> Screen {
        let mut sessions = self.log.get_untracked();
        self.finished.with_untracked(|finished| {
            sessions.extend(finished.iter().map(|finished| finished.performed.clone()));
        });
        Screen {
            settings: self.settings.get_untracked(),
            routines: self.routines.get_untracked(),
            sessions,
            pain: self.pains(),
            // Of another tab's session the stores know more.
            open: self.session.get_untracked().filter(|_| !self.watching.get_untracked()),
        }
    }
}
