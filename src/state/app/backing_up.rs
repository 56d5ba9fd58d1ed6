//! The backup file. In the lazy chunk.

use super::App;
use super::places::build;
use crate::browser::download::{self, FileOutcome};
use crate::browser::indexed_db::{self, Database};
use crate::domain::saved::{self, ScreenValues};
use crate::domain::units::Timestamp;
use crate::state::day::{clock_now, day_now};
use crate::state::notices::{NoticeKind, Offer};
use crate::state::storage_facts::StorageFacts;
use crate::state::store;
use crate::text::{self, backup};
use leptos::prelude::{GetUntracked, WithUntracked};
use leptos::task::spawn_local;

impl App {
    /// The facts about the browser's storage, as far as they are known. Reads reactively.
    #[must_use]
    pub fn storage_facts(self) -> StorageFacts {
        self.members().storage.facts()
    }

    /// Asks the browser for the facts about its storage.
    pub fn read_storage_facts(self) {
        self.members().storage.read();
    }

    /// The age of the last backup in words: "2 days ago"; `None` if there was none. Reads reactively.
    #[must_use]
    pub fn backup_age(self) -> Option<String> {
        // The age changes with the day.
        self.track_day();
        self.storage_facts().backed_up.map(|when| text::log::ago_words(when, clock_now()))
    }

    pub(super) fn export_now(self) {
        spawn_local(async move {
            let now = clock_now();
            let journal = self.backup_records().await;
            let backup = saved::collect(self.disk(), journal.as_deref(), now).with_screen(self.screen());
            let gaps = backup::gaps(&backup);
            let text = saved::write_backup(&backup, &gaps, now, build().as_deref());
            let name = format!("mainspring-{}.json", day_now());
            match download::file(&name, "application/json", &text).await {
                FileOutcome::Over => self.note_backup(now, &gaps),
                FileOutcome::Cancelled => {
                    self.notices.tell(NoticeKind::Plain, backup::cancelled(), Offer::Nothing);
                    self.notices.announce(backup::cancelled());
                }
                FileOutcome::Refused => {
                    self.notices.tell(NoticeKind::Trouble, backup::not_taken(), Offer::Nothing);
                }
            }
        });
    }

    /// Saves the moment of a backup, and reports its gaps.
    fn note_backup(self, now: Timestamp, gaps: &[String]) {
        self.notices.withdraw(backup::cancelled());
        self.members().storage.note_backup(now);
        if !gaps.is_empty() {
            let text = backup::incomplete(&gaps.join(" "));
            self.notices.tell(NoticeKind::Trouble, text, Offer::Nothing);
        }
    }

    /// Every record of the journal; `None` if there is a journal that cannot be read.
    pub(super) async fn backup_records(self) -> Option<Vec<(String, String)>> {
        // Without storage there is no journal to miss.
        if self.memory_only.get_untracked() {
            return Some(Vec::new());
        }
        let open = self.saving().store.opened();
        let database = match open {
            Some(database) => database,
            None if indexed_db::is_there() => Database::open(store::NAME).await?,
            None => return Some(Vec::new()),
        };
        database.all().await.ok()
    }

    /// The session as this tab shows it, even if a store refused a part of it.
    fn screen(self) -> ScreenValues {
        let mut sessions = self.log.sessions.get_untracked();
        self.player.finished.with_untracked(|finished| {
            sessions.extend(finished.iter().map(|finished| finished.performed.clone()));
        });
        ScreenValues {
            settings: self.choices.settings.get_untracked(),
            exercises: self.members().choices.shown_exercises(),
            routines: self.choices.routines.get_untracked(),
            sessions,
            pain: self.pains(),
            // Of another tab's session the stores know more.
            open: self.player.session.get_untracked().filter(|_| !self.player.watching.get_untracked()),
        }
    }
}
