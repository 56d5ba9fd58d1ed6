//! One meaning of "saved": on disk for sure.
//!
//! A value is first put into localStorage, which may bring it to disk minutes later, and then copied into `IndexedDB`, which
//! answers once it is there.

use super::saved_state::Told;
use super::{App, Saved};
use crate::browser::clock;
use crate::browser::indexed_db;
use leptos::task::spawn_local;
use std::time::Duration;

/// Time until copies that failed are tried again; twice as long after each failure, up to the longest.
const TRY_AGAIN: Duration = Duration::from_secs(1);
const TRY_AGAIN_LONGEST: Duration = Duration::from_mins(1);

impl App {
    /// Tells `then` what became of a change that the store has `kept`, once its second copy is written or is known not
    /// to be.
    pub(super) fn tell_saved(self, kept: bool, then: Told) {
        let world = self.world();
        if kept && !world.store.disk.is_memory() {
            world.turn.told.borrow_mut().push(then);
        } else {
            then(Saved::No);
        }
    }

    /// Copies what changed, and tells who waits to hear of it.
    pub(super) async fn copy_changed(self) {
        let world = self.world();
        let told = world.turn.told.take();
        let records = world.store.disk.take_changed();
        let is_copied = world.store.write_copies(&records).await;
        if !is_copied {
            world.store.disk.give_back(&records);
            self.try_copies_again();
        }
        let saved = if is_copied { Saved::OnDisk } else { Saved::Soon };
        for then in told {
            then(saved);
        }
    }

    /// Has the second copies compared again after a while, because some could not be read or written.
    fn try_copies_again(self) {
        let world = self.world();
        if !indexed_db::is_there() || world.store.copies.waits.replace(true) {
            return;
        }
        let delay = world.store.copies.delay.get().max(TRY_AGAIN);
        world.store.copies.delay.set((delay * 2).min(TRY_AGAIN_LONGEST));
        spawn_local(async move {
            clock::sleep(delay).await;
            world.store.copies.waits.set(false);
            // Looked at before the turn, which an answer that never comes would hold up.
            if world.store.records().await.is_none() {
                return self.try_copies_again();
            }
            world.turn.mend.set(true);
            self.ask_for_turn();
        });
    }
}
