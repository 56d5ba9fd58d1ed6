//! The right of this tab to write the open session. Its token is in the record `player` of the journal, where each write checks
//! it, and in localStorage if there is no journal.

use super::disk::Disk;
use crate::browser::indexed_db::{Guard, WriteFailure};
use crate::browser::{clock, random};
use crate::domain::saved::KeyValue;
use std::cell::{Cell, RefCell};

/// The key of the playing tab's token in localStorage: used if there is no journal. Not a value of the runner's.
pub(super) const OWNER: &str = "mainspring-player";

/// The right of this tab to write the open session, as far as this tab knows, and its counters.
#[derive(Default)]
pub(super) struct WriteRight {
    right: RefCell<Right>,
    /// The token under which this tab claims the right.
    pub(super) token: RefCell<String>,
    /// The number of times that the position was written.
    pub(super) moves: Cell<u32>,
    /// True once the runner was told that sets reach the disk later.
    pub(super) is_told: Cell<bool>,
    /// True while the journal has not answered for long: the stand-in is written as well.
    pub(super) is_stuck: Cell<bool>,
    /// True once this tab has put its token into localStorage.
    pub(super) owns: Cell<bool>,
    /// The last moment at which this tab certainly played, on the monotonic clock.
    pub(super) looked: Cell<f64>,
    /// The actions that wait until it is certain that this tab still plays; `None` while no check is under way.
    pub(super) waiting: RefCell<Option<Vec<WriterAction>>>,
}

/// The right of this tab to write the open session.
#[derive(Clone, Default)]
pub(super) enum Right {
    /// None: another tab plays.
    #[default]
    Lost,
    /// To be claimed with the next write, if the record `player` is as the guard says.
    Unclaimed(Guard),
    /// Claimed by a write that has not been answered yet.
    Asked(String, Guard),
    /// Claimed under this token.
    Held(String),
}

/// An action to run while this tab plays.
pub(super) type WriterAction = Box<dyn FnOnce()>;

impl WriteRight {
    /// The guard of a write that begins now, the token of this tab, and true if the write claims the right.
    pub(super) fn claim(&self) -> (Guard, String, bool) {
        let right = self.get();
        match right {
            Right::Lost => (Guard::Holds(Some(String::new())), String::new(), false),
            Right::Asked(token, _) | Right::Held(token) => (Guard::Holds(Some(token.clone())), token, false),
            Right::Unclaimed(guard) => {
                let token = self.token.borrow().clone();
                self.right.replace(Right::Asked(token.clone(), guard.clone()));
                (guard, token, true)
            }
        }
    }

    /// Notes the answer to a write under `token`.
    pub(super) fn answered(&self, token: &str, guard: &Guard, outcome: Result<(), WriteFailure>) {
        let right = self.get();
        match (right, outcome) {
            (Right::Asked(asked, _), Ok(())) if asked == token => {
                self.right.replace(Right::Held(asked));
            }
            (Right::Asked(asked, claimed), Err(WriteFailure::Refused)) if asked == token && claimed == *guard => {
                self.right.replace(Right::Unclaimed(claimed));
            }
            _ => {}
        }
        match outcome {
            Ok(()) => self.is_stuck.set(false),
            Err(WriteFailure::Late) => self.is_stuck.set(true),
            Err(_) => {}
        }
    }

    /// True if this tab may write, as far as it knows.
    pub(super) fn is_ours(&self) -> bool {
        !matches!(&*self.right.borrow(), Right::Lost)
    }

    /// Continues the count of written positions from `moves`.
    pub(super) fn moved(&self, moves: u32) {
        self.moves.set(moves);
    }

    /// Counts one more position.
    pub(super) fn next_move(&self) -> u32 {
        self.moves.set(self.moves.get() + 1);
        self.moves.get()
    }

    pub(super) fn get(&self) -> Right {
        self.right.borrow().clone()
    }

    pub(super) fn is_under(&self, token: &str) -> bool {
        matches!(&*self.right.borrow(), Right::Asked(own, _) | Right::Held(own) if own == token)
    }

    /// Gives the right, to be claimed with the next write under `guard`.
    pub(super) fn may_write(&self, guard: Guard, moves: u32) {
        self.right.replace(Right::Unclaimed(guard));
        self.token.replace(random::id());
        self.moves.set(moves);
        self.owns.set(false);
        self.looked.set(clock::awake_ms());
    }

    /// Removes the right: another tab plays.
    pub(super) fn lose(&self) {
        self.right.replace(Right::Lost);
    }

    /// True if localStorage names this tab as the one that plays; the first call puts its token there.
    pub(super) fn owns(&self, disk: &Disk, token: &str) -> bool {
        if self.owns.replace(true) {
            return !matches!(disk.get(OWNER), Ok(Some(other)) if other != token);
        }
        let _ = disk.set(OWNER, token);
        true
    }

    /// Removes the token of this tab from localStorage.
    pub(super) fn disown(&self, disk: &Disk) {
        if self.owns.replace(false) {
            let _ = disk.remove(OWNER);
        }
    }
}
