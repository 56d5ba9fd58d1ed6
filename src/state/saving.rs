//! One meaning of "saved": on disk for sure.
//!
//! A value is first put into localStorage, which may bring it to disk minutes later, and then copied into `IndexedDB`, which
//! answers once it is there.

use super::{App, World, journal};
use crate::browser::clock;
use crate::browser::indexed_db::{self, Change, Database};
use leptos::task::spawn_local;
use std::cell::Cell;
use std::time::Duration;

/// Time until copies that failed are tried again; twice as long after each failure, up to the longest.
const TRY_AGAIN: Duration = Duration::from_secs(1);
const TRY_AGAIN_LONGEST: Duration = Duration::from_mins(1);

/// The state of a change on its way to disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// On disk for sure: nothing but the loss of both stores takes it away.
    OnDisk,
    /// The browser has it and brings it to disk a little later.
    Soon,
    /// The store refused, or there is none: it lasts as long as this page.
    No,
}

/// Who waits to hear what became of a change.
pub(super) type Told = Box<dyn FnOnce(Saved)>;

/// A record of the journal: its key and value.
pub(super) type Record = (String, String);

impl App {
    /// Tells `then` what became of a change that the store has `kept`, once its second copy is written or is known not
    /// to be.
    pub(super) fn tell_saved(self, kept: bool, then: Told) {
        let world = self.world();
        if kept && !world.disk.is_memory() {
            world.turn.told.borrow_mut().push(then);
        } else {
            then(Saved::No);
        }
    }

    /// Copies what changed, and tells who waits to hear of it.
    pub(super) async fn copy_changed(self) {
        let world = self.world();
        let told = world.turn.told.take();
        let records = world.disk.take_changed();
        let is_copied = world.write_copies(&records).await;
        if !is_copied {
            world.disk.give_back(&records);
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
        if !indexed_db::is_there() || world.copies.waits.replace(true) {
            return;
        }
        let delay = world.copies.delay.get().max(TRY_AGAIN);
        world.copies.delay.set((delay * 2).min(TRY_AGAIN_LONGEST));
        spawn_local(async move {
            clock::sleep(delay).await;
            world.copies.waits.set(false);
            // Looked at before the turn, which an answer that never comes would hold up.
            if world.copies().await.is_none() {
                return self.try_copies_again();
            }
            world.turn.mend.set(true);
            self.ask_for_turn();
        });
    }
}

/// What is known of the second copies.
#[derive(Debug, Default)]
pub(super) struct Copies {
    /// True if they were read and compared: none is written before, it could be newer than the store.
    pub(super) read: Cell<bool>,
    /// Time until the next try, where one failed.
    delay: Cell<Duration>,
    /// True if they will be tried again.
    waits: Cell<bool>,
}

impl World {
    /// Every record of the journal; `None` where it cannot be read.
    pub(super) async fn copies(&self) -> Option<Vec<Record>> {
        let opened = self.journal.borrow().clone();
        if let Some(database) = opened
            && let Ok(records) = database.all().await
        {
            return Some(records);
        }
        // None yet, or one that was closed because the browser cleared it.
        let database = Database::open(journal::NAME).await?;
        let records = database.all().await.ok()?;
        self.journal.replace(Some(database));
        Some(records)
    }

    /// Writes second copies; true when all of them are on disk.
    async fn write_copies(&self, records: &[Record]) -> bool {
        let Some(database) = self.journal.borrow().clone().filter(|_| self.copies.read.get()) else { return false };
        if records.is_empty() {
            return true;
        }
        let puts = records.iter().map(|(key, text)| Change::Put(key.clone(), text.clone())).collect();
        let is_written = database.write(puts).await.is_ok();
        if is_written {
            self.copies.delay.set(Duration::ZERO);
        }
        is_written
    }
}
