//! The right of this tab to write the open session. Its token stands in the record `player` of the journal, where each write
//! asks for it, and in localStorage where there is no journal.

use super::disk::Disk;
use crate::browser::indexed_db::{Guard, WriteFailure};
use crate::browser::{clock, random};
use crate::domain::saved::KeyValue;
use std::cell::{Cell, RefCell};

/// The token of the tab that plays, in localStorage: asked for where there is no journal. No value of the runner's.
pub(super) const OWNER: &str = "mainspring-player";

/// What this tab knows of its right to write the open session.
#[derive(Default)]
pub(super) struct Writing {
    right: RefCell<Right>,
    /// The token under which this tab claims the right.
    pub(super) token: RefCell<String>,
    /// How often the position was written.
    pub(super) moves: Cell<u32>,
    /// True once the runner was told that sets come to disk later.
    pub(super) is_told: Cell<bool>,
    /// True while the journal has not answered for long: its stand-in is written as well.
    pub(super) is_stuck: Cell<bool>,
    /// True once this tab has put its token into localStorage.
    pub(super) owns: Cell<bool>,
    /// When this tab last knew that it plays, on the clock that nothing sets.
    pub(super) looked: Cell<f64>,
    /// What waits for the answer to whether this tab still plays; `None` while nothing was asked.
    pub(super) waiting: RefCell<Option<Vec<Act>>>,
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

/// Something to do while this tab plays.
pub(super) type Act = Box<dyn FnOnce()>;

impl Writing {
    /// The guard of a write that begins now, the token of this tab, and whether the write claims the right.
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

    /// Goes on counting how often the position is written from `moves` on.
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

    /// Takes the right away: another tab plays.
    pub(super) fn lose(&self) {
        self.right.replace(Right::Lost);
    }

    /// True if localStorage names this tab as the one that plays; the first to ask is.
    pub(super) fn owns(&self, disk: &Disk, token: &str) -> bool {
        if self.owns.replace(true) {
            return !matches!(disk.get(OWNER), Ok(Some(other)) if other != token);
        }
        let _ = disk.set(OWNER, token);
        true
    }

    /// Takes the token of this tab out of localStorage.
    pub(super) fn disown(&self, disk: &Disk) {
        if self.owns.replace(false) {
            let _ = disk.remove(OWNER);
        }
    }
}
