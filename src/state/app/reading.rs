//! Reading stored values: when the lazy chunk is loaded, and when another tab has changed one.

use super::App;
use super::later::Command;
use crate::browser::clock::Alarm;
use crate::browser::service_worker;
use crate::domain::saved::{self, PREFIX};
use crate::state::echo::mute_echoes;
use crate::state::load_failure::LoadFailure;
use crate::state::navigation::base;
use crate::state::store::{Record, Records};
use leptos::prelude::{GetUntracked, Set};
use leptos::task::spawn_local;

impl App {
    /// Reads every stored value but sessions, and requests the offline copy: once, before any other command.
    pub(super) fn read(self) {
        self.listen_to_members();
        self.read_choices();
        self.read_pains();
        self.members().log.read_newest();
        mute_echoes();
        self.mend_address();
        // The name of a routine of the runner's own.
        self.retitle();
        self.members().day.update();
        for failure in LoadFailure::ALL {
            self.notices.withdraw(failure.sentence());
        }
        // Without a store there is no offline copy either.
        if !self.memory_only.get_untracked() {
            let script = base().with("/sw.js");
            spawn_local(service_worker::register(script, move || self.update_waiting.set(true)));
        }
    }

    /// Connects the members' callbacks to the app: a turn is needed, another tab plays, an event of the device, a tick.
    fn listen_to_members(self) {
        let (saving, writer, sound) = (self.saving(), self.writer(), self.sound());
        saving.take_turns.get_or_init(|| Box::new(move || spawn_local(self.take_turns())));
        writer.lost.get_or_init(|| Box::new(move || self.lost()));
        sound.asks.get_or_init(|| Box::new(move |asked| self.answer(asked)));
        sound.tick.get_or_init(|| Alarm::new(move || self.later(Command::Advance)));
    }

    /// Compares the store with its copies among `records`, then looks for sessions in them. No value is changed before that.
    pub(super) fn mend_and_replay(self, records: Records) {
        spawn_local(async move {
            self.open_store(&records.journal).await;
            self.replay(records);
        });
    }

    /// Compares the store with its copies, and allows changes from then on.
    async fn open_store(self, records: &[Record]) {
        let saving = self.saving();
        let is_read = saving.store.journal().is_some();
        saving.store.copies.read.set(is_read);
        if is_read && !saved::is_whole(self.disk(), records) {
            saving.turn.mend.set(true);
        }
        if self.disk().is_memory() {
            saving.turn.open.set(true);
            return self.report_missing();
        }
        saving.change(move || self.report_missing());
        saving.turn.open.set(true);
        if saving.turn.mend.get() {
            self.take_first_turn().await;
        } else {
            saving.ask_for_turn();
        }
    }

    /// Handles a page that becomes visible: another day may have begun, and the store may have been cleared.
    pub(super) fn on_visible(self) {
        self.members().day.update();
        self.saving().check_for_vanished();
    }

    /// Handles a page that is hidden: writes pending changes, because the page may close before its turn.
    pub(super) fn on_hidden(self) {
        self.members().day.update();
        self.saving().do_changes_now();
    }

    /// Handles a change of `key` by another tab, or of every key if it is `None`.
    pub(super) fn reread_changed(self, key: Option<&str>) {
        let name = key.map(|key| key.strip_prefix(PREFIX).unwrap_or_default());
        if name != Some(saved::ERASED) {
            self.saving().check_for_vanished();
        }
        if matches!(name, None | Some("settings" | "routines" | "exercises")) {
            self.saving().change(move || self.read_choices());
        }
        if matches!(name, None | Some("pain")) {
            self.saving().change(move || self.read_pains());
        }
        if name == Some(saved::ERASED) {
            self.erased();
        }
        if matches!(name, None | Some("active" | "at")) {
            self.reread_session();
        }
        if let Some(month) = name.filter(|name| name.starts_with("log:")) {
            self.members().log.read_again(month);
        }
    }
}
