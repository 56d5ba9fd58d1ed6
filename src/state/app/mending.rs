//! Repair of the store from its second copies: at the start, before any decision is based on it, and after the store was
//! cleared while the app is open.

use super::App;
use crate::domain::saved::{self, KeyValue, Loaded, Mended, PREFIX};
use crate::state::notices::{NoticeKind, Offer};
use crate::state::store::Record;
use crate::text::{count, store};
use leptos::task::spawn_local;

/// The largest number of missing values that are reported one by one.
const TOLD: usize = 6;
/// The largest size of second copies that the start waits for, in bytes.
const AWAITED: usize = 200_000;

impl App {
    /// Repairs the store from its second copies; only in a turn.
    pub(super) async fn mend_now(self) {
        let records = self.saving().store.records().await;
        self.saving().store.copies.read.set(records.is_some());
        let records = records.unwrap_or_default();
        let erased = self.erased_lately().await;
        let has_vanished = self.disk().has_vanished();
        let is_erased = self.is_just_erased() || erased.is_some_and(|floor| self.disk().is_all_up_to(floor));
        if has_vanished && is_erased {
            return self.erased();
        }
        if erased.is_some() {
            self.drop_erased_session(&records);
        }
        let mended = saved::mend(self.disk(), &records, erased);
        self.show_mended(&mended, erased.is_some());
        self.tell_mended(&mended, has_vanished);
        let copied = self.saving().copy_changed();
        if self.disk().changed_bytes() > AWAITED {
            spawn_local(copied);
        } else {
            copied.await;
        }
    }

    /// Removes the session records that reappeared in the store after they were erased.
    fn drop_erased_session(self, records: &[Record]) {
        let disk = self.disk();
        let is_new = |id: &str| records.iter().any(|(key, _)| key.strip_suffix("/head") == Some(id));
        if let Loaded::Whole(session) = saved::load_running(disk)
            && !is_new(session.id())
        {
            self.notices.check(saved::clear_running(disk));
        }
        let is_old = |key: &&String| key.strip_prefix(PREFIX).is_some_and(|key| key.starts_with("quarantine."));
        for key in disk.keys().unwrap_or_default().iter().filter(is_old) {
            // If it cannot be removed now, the next start finds it again.
            let _ = disk.remove(key);
        }
    }

    fn show_mended(self, mended: &Mended, erased: bool) {
        if erased {
            self.read_choices();
            self.read_pains();
            return self.members().log.read_anew();
        }
        if mended.restored.is_empty() {
            return;
        }
        self.read_choices();
        self.read_pains();
        for month in mended.restored.iter().filter(|name| name.starts_with("log:")) {
            self.members().log.read_again(month);
        }
    }

    fn tell_mended(self, mended: &Mended, has_vanished: bool) {
        for name in &mended.restored {
            let what = saved::kept(name);
            // It may have been set aside when it was read for the first page.
            if self.early().reports.take(&what) || mended.repaired.contains(name) {
                let text = store::mended(&store::kept(&what));
                self.notices.tell(NoticeKind::Plain, text, Offer::Nothing);
            }
        }
        if !mended.refused.is_empty() {
            self.notices.tell(NoticeKind::Trouble, store::takes_nothing_back(), Offer::Export);
        } else if has_vanished && !mended.restored.is_empty() {
            self.notices.tell(NoticeKind::Trouble, store::put_back(), Offer::Export);
            self.writer().put_back();
        }
    }

    /// Reports the values that neither the store nor a copy has any more.
    pub(super) fn report_missing(self) {
        let disk = self.disk();
        let missing = saved::missing(disk);
        for gone in missing.iter().take(TOLD) {
            self.notices.tell(NoticeKind::Trouble, store::gone(gone), Offer::Export);
        }
        if missing.len() > TOLD {
            let text = store::gone_more(count(missing.len() - TOLD));
            self.notices.tell(NoticeKind::Trouble, text, Offer::Export);
        }
        // Without an index no later loss would be noticed; the next write reports a refusal.
        let _ = saved::rebuild_index(disk);
        self.early().reports.tell_waiting();
    }
}
