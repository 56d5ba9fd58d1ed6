//! The steps of Undo of the routines that this tab changed: each routine's are stored under a number that belongs to the tab as long
//! as it holds the lock named for it. A tab that is gone leaves them to the next one.

use super::disk::Disk;
use super::saving::Saving;
use crate::browser::locks::{self, HeldLock, LockMode};
use crate::browser::{clock, random};
use crate::domain::routine::Draft;
use crate::domain::saved::{self, StoredDraft};
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::time::Duration;

/// The prefix of the lock's name.
const LOCK: &str = "mainspring-undo-";
/// Limit of checks for a tab that is gone: a page that is loaded again may be here before its own locks are released.
const LOOKS: u32 = 4;
/// Time between two checks.
const LOOK_AGAIN: Duration = Duration::from_millis(120);

/// The numbers of this tab. In the lazy chunk.
pub(super) struct UndoSteps {
    saving: &'static Saving,
    own: RefCell<Vec<Own>>,
}

/// The number of this tab for one routine, and its lock once it is held.
struct Own {
    routine: String,
    tab: u32,
    lock: Option<HeldLock>,
}

impl UndoSteps {
    pub(super) const fn new(saving: &'static Saving) -> Self {
        Self { saving, own: RefCell::new(Vec::new()) }
    }

    /// The routine with the steps that this tab made, or else a tab that is gone.
    pub(super) async fn find(&self, routine: &str) -> Option<Draft> {
        if let Some(tab) = self.number(routine) {
            let stored = saved::load_steps(self.disk(), routine);
            return stored.into_iter().find(|stored| stored.tab == tab).map(|stored| stored.draft);
        }
        for look in 0..LOOKS {
            let stored = saved::load_steps(self.disk(), routine);
            if stored.is_empty() {
                return None;
            }
            for StoredDraft { tab, draft } in stored {
                if let Some(lock) = hold(tab, LockMode::IfFree).await {
                    self.add(routine, tab, Some(lock));
                    return Some(draft);
                }
            }
            if look + 1 < LOOKS {
                clock::sleep(LOOK_AGAIN).await;
            }
        }
        None
    }

    /// Keeps the steps of a routine in the store; without room for them there are none after a reload.
    pub(super) fn keep(&'static self, draft: &Draft, is_there: &dyn Fn(&str) -> bool) {
        let routine = &draft.routine().id;
        let tab = self.number(routine).unwrap_or_else(|| self.begin(routine));
        if saved::keep_steps(self.disk(), tab, draft, is_there).is_err() {
            let _ = saved::forget_steps(self.disk(), None);
        }
    }

    /// Forgets the steps of a routine that is deleted.
    pub(super) fn forget(&self, routine: &str) {
        let _ = saved::forget_steps(self.disk(), Some(routine));
    }

    fn begin(&'static self, routine: &str) -> u32 {
        let tab = random::number();
        self.add(routine, tab, None);
        spawn_local(async move {
            let lock = hold(tab, LockMode::Wait).await;
            if let Some(own) = self.own.borrow_mut().iter_mut().find(|own| own.tab == tab) {
                own.lock = lock;
            }
        });
        tab
    }

    fn add(&self, routine: &str, tab: u32, lock: Option<HeldLock>) {
        self.own.borrow_mut().push(Own { routine: routine.to_owned(), tab, lock });
    }

    fn number(&self, routine: &str) -> Option<u32> {
        self.own.borrow().iter().find(|own| own.routine == routine).map(|own| own.tab)
    }

    const fn disk(&self) -> &'static Disk {
        self.saving.disk()
    }
}

async fn hold(tab: u32, way: LockMode) -> Option<HeldLock> {
    let name = [LOCK, &tab.to_string()].concat();
    locks::hold(&name, way, Box::new(|| {})).await
}
