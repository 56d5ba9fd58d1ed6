//! A session that another tab plays: shown here as it is stored, never written, until this tab takes over.

use super::App;
use crate::browser::locks;
use crate::domain::saved;
use crate::domain::session::Session;
use leptos::prelude::{GetUntracked, Set};
use leptos::task::spawn_local;

impl App {
    /// Shows the session of another tab that has taken over.
    pub(super) fn lost(self) {
        self.drop_session(false);
        self.watch();
    }

    /// Shows the session of another tab as localStorage has it, else as the journal has it.
    pub(super) fn watch_or_show(self, journaled: Option<Session>) {
        self.watch();
        if let Some(session) = journaled.filter(|_| !self.player.watching.get_untracked()) {
            self.player.watching.set(true);
            self.show_moving(session);
            self.wait_for_end();
        }
    }

    /// Shows the session of another tab as it is stored, or none.
    pub(super) fn watch(self) {
        self.show_stored(false);
        if self.player.watching.get_untracked() {
            self.wait_for_end();
        }
    }

    fn wait_for_end(self) {
        spawn_local(async move {
            if self.writer().wait_until_free().await && self.player.watching.get_untracked() {
                self.show_stored(true);
            }
        });
    }

    /// `left` is true if the tab that played is gone, so that the clock of the session stands.
    fn show_stored(self, left: bool) {
        let disk = self.disk();
        let stored = saved::load_running(disk).whole().map(|mut session| {
            saved::load_position(disk, &mut session);
            session
        });
        self.player.left.set(left);
        self.player.watching.set(stored.is_some());
        match stored {
            Some(session) if left => self.show(session),
            Some(session) => self.show_moving(session),
            None => self.drop_session(false),
        }
    }

    /// Handles a change of the open session's plan or position by another tab.
    pub(super) fn reread_session(self) {
        let follows = locks::is_there() || self.player.watching.get_untracked();
        if self.ready.get_untracked() && !self.writer().plays() && follows {
            self.watch();
        }
    }
}
