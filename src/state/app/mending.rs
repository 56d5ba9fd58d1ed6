//! The store and its second copies brought to the same values: at the start before anything is judged by them, and when
//! the store was cleared under the open app.

use super::store::Record;
use super::store::Records;
use super::{App, Offer, Tone};
use crate::domain::message::Kept;
use crate::domain::saved::{self, KeyValue, Loaded, Mended, PREFIX};
use crate::text::{count, store};
use leptos::prelude::{Set, WithUntracked};
use leptos::task::spawn_local;

/// The most of missing values that are told one by one.
const TOLD: usize = 6;
/// The most of second copies, in bytes, that the start waits for.
const AWAITED: usize = 200_000;

/// A value that could not be read, and the sentence that says so.
pub(super) type Report = (Kept, String);

impl App {
    /// Compares the store with its copies among `records`, then looks for sessions in them. Until then no value changes.
    pub(super) fn mend_and_replay(self, records: Records) {
        spawn_local(async move {
            self.open_store(&records.journal).await;
            self.replay(records);
        });
    }

    /// Compares the store with its copies, and lets changes be made from then on.
    async fn open_store(self, records: &[Record]) {
        let world = self.world();
        let is_read = world.store.journal().is_some();
        world.store.copies.read.set(is_read);
        if is_read && !saved::is_whole(&world.store.disk, records) {
            world.turn.mend.set(true);
        }
        if world.store.disk.is_memory() {
            world.turn.open.set(true);
            return self.report_missing();
        }
        self.with_store_lock(move || self.report_missing());
        world.turn.open.set(true);
        if world.turn.mend.get() {
            self.take_first_turn().await;
        } else {
            self.ask_for_turn();
        }
    }

    /// Another tab or the browser changed the store: looks whether something of the runner's vanished.
    pub(super) fn check_for_vanished(self) {
        if self.world().turn.open.get() && self.world().store.disk.has_vanished() {
            self.ask_for_turn();
        }
    }

    /// Brings both to the same values; only in a turn.
    pub(super) async fn mend_now(self) {
        let world = self.world();
        let records = world.store.records().await;
        world.store.copies.read.set(records.is_some());
        let records = records.unwrap_or_default();
        let erased = self.erased_lately().await;
        let has_vanished = world.store.disk.has_vanished();
        let is_erased = self.is_just_erased() || erased.is_some_and(|floor| world.store.disk.is_all_up_to(floor));
        if has_vanished && is_erased {
            return self.erased();
        }
        if erased.is_some() {
            self.drop_erased_session(&records);
        }
        let mended = saved::mend(&world.store.disk, &records, erased);
        self.show_mended(&mended, erased.is_some());
        self.tell_mended(&mended, has_vanished);
        let copied = self.copy_changed();
        if world.store.disk.changed_bytes() > AWAITED {
            spawn_local(copied);
        } else {
            copied.await;
        }
    }

    /// Takes away what the store has again of a session that was erased.
    fn drop_erased_session(self, records: &[Record]) {
        let disk = &self.world().store.disk;
        let is_new = |id: &str| records.iter().any(|(key, _)| key.strip_suffix("/head") == Some(id));
        if let Loaded::Whole(session) = saved::load_running(disk)
            && !is_new(session.id())
        {
            self.notices.check(saved::clear_running(disk));
        }
        let is_old = |key: &&String| key.strip_prefix(PREFIX).is_some_and(|key| key.starts_with("quarantine."));
        for key in disk.keys().unwrap_or_default().iter().filter(is_old) {
            // What cannot be taken away now is found again at the next start.
            let _ = disk.remove(key);
        }
    }

    fn show_mended(self, mended: &Mended, erased: bool) {
        if erased {
            self.log.set(Vec::new());
            self.world().read_down_to.take();
            self.read_choices();
            self.read_pains();
            return self.read_log();
        }
        if mended.restored.is_empty() {
            return;
        }
        self.read_choices();
        self.read_pains();
        for month in mended.restored.iter().filter(|name| name.starts_with("log:")) {
            self.read_again(month);
        }
    }

    fn tell_mended(self, mended: &Mended, has_vanished: bool) {
        for name in &mended.restored {
            let what = saved::kept(name);
            // It may have been set aside when it was read for the first page.
            if self.take_report(&what) || mended.repaired.contains(name) {
                let text = store::mended(&store::kept(&what));
                self.notices.tell(Tone::Plain, text, Offer::Nothing);
            }
        }
        if !mended.refused.is_empty() {
            self.notices.tell(Tone::Trouble, store::takes_nothing_back(), Offer::Export);
        } else if has_vanished && !mended.restored.is_empty() {
            self.notices.tell(Tone::Trouble, store::put_back(), Offer::Export);
            self.put_session_back();
        }
    }

    /// Takes away what was to be told of a value that could not be read; gives whether there was anything.
    fn take_report(self, what: &Kept) -> bool {
        let mut reports = self.world().reports.take();
        let before = reports.as_ref().map_or(0, Vec::len);
        if let Some(reports) = &mut reports {
            reports.retain(|(other, _)| other != what);
        }
        let is_taken = reports.as_ref().map_or(0, Vec::len) < before;
        self.world().reports.replace(reports);
        is_taken
    }

    /// Writes the open session into the store again, in the tab that plays it.
    fn put_session_back(self) {
        let world = self.world();
        if world.held.borrow().is_none() {
            return;
        }
        self.session.with_untracked(|session| {
            if let Some(session) = session {
                self.notices.check(saved::save_running(&world.store.disk, session));
                self.notices.check(saved::save_position(&world.store.disk, session, world.writing.next_move()));
            }
        });
    }

    /// Tells what neither the store nor a copy has any more.
    fn report_missing(self) {
        let disk = &self.world().store.disk;
        let missing = saved::missing(disk);
        for gone in missing.iter().take(TOLD) {
            self.notices.tell(Tone::Trouble, store::gone(gone), Offer::Export);
        }
        if missing.len() > TOLD {
            let text = store::gone_more(count(missing.len() - TOLD));
            self.notices.tell(Tone::Trouble, text, Offer::Export);
        }
        // Without an index nothing that vanishes later would be noticed; a refusal here is told by the next write.
        let _ = saved::rebuild_index(disk);
        let reports = self.world().reports.take().unwrap_or_default();
        for (_, text) in reports {
            self.notices.tell(Tone::Trouble, text, Offer::Export);
        }
    }

    /// Tells the runner of a value that is there and cannot be used; before the copies are compared, once they are.
    pub(super) fn report<T>(self, what: &Kept, loaded: &Loaded<T>) {
        let text = match loaded {
            Loaded::Unreadable => store::unreadable(&store::kept(what)),
            Loaded::Newer => store::newer(&store::kept(what)),
            Loaded::Absent | Loaded::Whole(_) | Loaded::Blocked => return,
        };
        match &mut *self.world().reports.borrow_mut() {
            Some(waiting) => waiting.push((what.clone(), text)),
            None => self.notices.tell(Tone::Trouble, text, Offer::Export),
        }
    }
}
