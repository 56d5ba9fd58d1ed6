//! Erasing everything, here and in every other tab: each of them shows a first start afterwards, and plays nothing.
//!
//! localStorage takes its time to bring an erasure to disk, and after a crash it has everything again. So a note is first
//! written to a database of its own: up to which revision values are erased. The next start reads it.

use super::App;
use crate::browser::indexed_db::{self, Change, Database};
use crate::domain::place::Place;
use crate::domain::saved;
use crate::state::day::clock_now;
use crate::state::notices::{NoticeKind, Offer};
use crate::state::store;
use crate::text::erased;
use leptos::prelude::{GetUntracked, Set};
use leptos::task::spawn_local;

/// The database of the note, and the note's key.
const ERASED: &str = "mainspring-erased";
/// Time after an erasure in which a vanished value counts as erased. Milliseconds.
const ECHO: i64 = 3_000;

impl App {
    /// Erases everything that the app keeps in this browser, and tells the runner once it is done.
    pub fn erase(self) {
        self.reset();
        self.notices.tell(NoticeKind::Plain, erased::in_progress(), Offer::Nothing);
        spawn_local(async move {
            let work = self.members().restore.begin_work().await;
            self.saving().turn.forget_changes();
            let floor = self.disk().forget();
            let is_noted = note(floor).await;
            self.saving().change(move || {
                let is_erased = self.notices.check(saved::erase(self.disk())).is_some();
                self.disk().forget();
                spawn_local(async move {
                    let is_erased = self.erase_journal().await && is_erased;
                    self.tell_erased(is_erased, is_noted);
                    drop(work);
                });
            });
        });
    }

    /// Empties the journal; true if both stores are empty then.
    async fn erase_journal(self) -> bool {
        let database = self.saving().store.opened();
        let database = match database {
            Some(database) => Some(database),
            None => Database::open(store::NAME).await,
        };
        let Some(database) = database else { return self.disk().is_memory() || !indexed_db::is_there() };
        let is_empty = async || database.all().await.is_ok_and(|records| records.is_empty());
        for _ in 0..2 {
            let erased = database.write(vec![Change::RemoveAll(String::new())]).await;
            if erased.is_ok() && is_empty().await && !self.disk().has_ours() {
                return true;
            }
            // Another tab has written just now.
            self.notices.check(saved::erase(self.disk()));
        }
        false
    }

    fn tell_erased(self, is_erased: bool, is_noted: bool) {
        self.members().storage.forget_backup();
        self.choose_azimuth(None);
        self.notices.clear();
        self.tell_of_memory();
        if !is_erased {
            self.read_choices();
            self.members().log.read_newest();
            return self.notices.tell(NoticeKind::Trouble, erased::not_all(), Offer::Nothing);
        }
        let is_final = is_noted || self.disk().is_memory();
        let text = if is_final { erased::done() } else { erased::soon() };
        self.notices.tell(NoticeKind::Plain, text, Offer::Nothing);
    }

    /// Handles an erasure by another tab. Shows the values that there are now, and removes only those that this tab may have
    /// written since: a page that slept for long must not erase new ones.
    pub(super) fn erased(self) {
        self.saving().turn.forget_changes();
        self.disk().forget();
        self.saving().erased_at.set(clock_now().0);
        let session = self.player.session.get_untracked().filter(|_| !self.player.watching.get_untracked());
        self.reset();
        if let Some(session) = session {
            self.notices.check(saved::clear_session(self.disk(), session.id()));
            spawn_local(self.saving().store.forget(saved::session_prefix(session.id())));
        }
        self.read_choices();
        self.read_pains();
        self.members().log.read_newest();
        if self.navigation.is_at_player() {
            self.go_instead(Place::Today);
        }
        self.notices.tell(NoticeKind::Plain, erased::elsewhere(), Offer::Nothing);
    }

    /// The highest revision erased in the last day, according to the note.
    pub(super) async fn erased_lately(self) -> Option<u64> {
        if !indexed_db::exists(ERASED).await {
            return None;
        }
        let records = Database::open(ERASED).await?.all().await.ok()?;
        records.iter().find_map(|(_, text)| saved::erased_up_to(text, clock_now()))
    }

    /// True if another tab erased everything a moment ago.
    pub(super) fn is_just_erased(self) -> bool {
        (clock_now().0 - self.saving().erased_at.get()).abs() < ECHO
    }

    /// Shows the state of a first start.
    fn reset(self) {
        let members = self.members();
        self.drop_session(false);
        members.writer.let_go();
        self.player.finished.set(None);
        self.pains.question.set(None);
        members.pains.forget();
        members.pains.forget_refused();
        members.choices.forget();
        members.log.forget();
        self.notices.clear();
        members.restore.forget();
        self.tell_of_memory();
    }
}

/// Notes durably that everything up to this revision is erased; false if that failed.
async fn note(floor: u64) -> bool {
    let Some(database) = Database::open(ERASED).await else { return false };
    database.put(ERASED, &saved::erased_note(floor, clock_now())).await.is_ok()
}
