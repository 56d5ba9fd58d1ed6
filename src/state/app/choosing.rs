//! Commands on the runner's choices: settings and own routines.

use super::App;
use super::later::Command;
use crate::browser::{download, random, service_worker};
use crate::domain::catalogue::{Brief, Kit, Level};
use crate::domain::coach::{self, kit_at_hand};
use crate::domain::log::so_far;
use crate::domain::name::{isolated, plain};
use crate::domain::routine::{self, Edit, Replaced, Routine, RoutineChange};
use crate::domain::saved;
use crate::domain::settings::{Settings, Toggle};
use crate::state::choices::{EditRoutines, EditSettings, SettingsEdit, show_theme};
use crate::state::day::clock_now;
use crate::state::notices::{Deleted, NoticeKind, Offer};
use crate::state::saved_state::{Saved, SavedCallback};
use crate::text::{self, deleted, exercise, routines};
use leptos::prelude::{GetUntracked, Set, Update, With, WithUntracked};
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::rc::Rc;

impl App {
    /// Changes the settings and saves them.
    pub fn choose(self, change: impl Fn(Settings) -> Settings + 'static) {
        self.choose_boxed(Box::new(change));
    }

    /// The kit that the runner said she has, and that of her latest sessions. Reads the settings and the log reactively.
    #[must_use]
    pub fn kit_at_hand(self) -> Vec<Kit> {
        let said = self.choices.settings.with(|settings| settings.kit.clone());
        self.log.sessions.with(|log| kit_at_hand(&said, so_far(log, self.today())))
    }

    /// The exercises of the latest sessions, the latest first. Reads the log reactively.
    #[must_use]
    pub fn used_lately(self) -> Vec<String> {
        self.log.sessions.with(|log| coach::used_lately(so_far(log, self.today())))
    }

    fn choose_boxed(self, change: EditSettings) {
        let before = self.choices.settings.get_untracked();
        let settings = change(before.clone());
        show_theme(settings.theme);
        self.choices.settings.set(settings);
        self.later(Command::KeepSettings((before, change)));
    }

    pub(super) fn keep_settings(self, change: SettingsEdit) {
        self.sound().retell();
        self.saving().change(move || {
            if self.members().choices.change_settings(change) {
                self.sound().retell();
            }
        });
    }

    /// Turns the player's sound on or off.
    pub fn set_sound(self, sound: bool) {
        self.choose(move |settings| Settings { sound, ..settings });
    }

    /// Turns a setting of the player on or off, in answer to a tap. If the browser refused pocket mode before, turning it on
    /// lets it try again, and shows a refusal again.
    pub fn switch(self, toggle: Toggle, on: bool) {
        if on && toggle == Toggle::Pocket {
            self.sound().try_pocket_again();
        }
        self.choose(move |settings| settings.with(toggle, on));
    }

    /// Shows the stored settings and routines.
    pub(super) fn read_choices(self) {
        if self.members().choices.read() {
            self.sound().retell();
        }
    }

    /// Adds a routine of the runner's own with these contents; gives its id, and calls `then` with the result.
    #[must_use]
    pub fn add_routine(self, routine: Routine, then: impl FnOnce(Saved) + 'static) -> String {
        let id = random::id();
        let routine = Routine { id: id.clone(), ..routine };
        let add = move |routines: &mut Vec<Routine>| match routines.iter_mut().find(|kept| kept.id == routine.id) {
            Some(kept) => kept.clone_from(&routine),
            None => routines.push(routine.clone()),
        };
        self.change_routines(Box::new(add), Box::new(then));
        id
    }

    /// Saves a routine that came in a link as one of the runner's own, unless there is a copy of it. Gives the id of the copy, and
    /// true if it was there before; calls `then` with the result otherwise.
    #[must_use]
    pub fn keep_received(self, routine: &Routine, then: impl FnOnce(Saved) + 'static) -> (String, bool) {
        let copy = self.choices.routines.with_untracked(|own| routine.copy_among(own).map(|copy| copy.id.clone()));
        if let Some(id) = copy {
            return (id, true);
        }
        self.keep_exercises_of(routine, true);
        let routine = Routine { id: routine.received_id(), ..routine.clone() };
        let id = routine.id.clone();
        // Another tab may have saved it, and the runner changed it there.
        let add = move |routines: &mut Vec<Routine>| {
            if routines.iter().all(|kept| kept.id != routine.id) {
                routines.push(routine.clone());
            }
        };
        self.change_routines(Box::new(add), Box::new(then));
        (id, false)
    }

    /// Adds one exercise to a routine, or to a new one if `to` has no id, and tells the runner once it is saved. Gives the
    /// routine's id.
    #[must_use]
    pub fn put_into(self, to: &Routine, exercise: &'static Brief, level: Level) -> String {
        let id = if to.id.is_empty() { random::id() } else { to.id.clone() };
        let before = Routine { id: id.clone(), ..to.clone() };
        let (edit, fresh) = (Edit::Add(exercise, level), fresh_key());
        let after = before.edited_with(&edit, fresh);
        let name = isolated(after.title());
        self.change_routine(RoutineChange { before, after, edit: Some(edit), fresh }, move |saved, replaced| {
            if replaced.is_empty() {
                self.tell_added(saved, &name);
            }
        });
        id
    }

    /// Tells the runner that something was added to a routine, if it was.
    fn tell_added(self, saved: Saved, routine: &str) {
        let text = match saved {
            Saved::OnDisk => exercise::added(routine),
            Saved::Soon => exercise::added_soon(routine),
            Saved::No if self.memory_only.get_untracked() => exercise::added_this_visit(routine),
            Saved::No => return,
        };
        self.notices.announce(plain(&text));
        self.notices.tell(NoticeKind::Plain, text, Offer::Nothing);
    }

    /// Changes a routine of the runner's own: on screen at once, and in the store, where another tab may have changed it too.
    /// Calls `then` with the result and the changes of other tabs that it replaced; the runner has been told of those.
    pub fn change_routine(self, change: RoutineChange, then: impl FnOnce(Saved, Vec<Replaced>) + 'static) {
        let replaced = Rc::new(RefCell::new(Vec::new()));
        let found = replaced.clone();
        let put = move |routines: &mut Vec<Routine>| match routines.iter_mut().find(|r| r.id == change.after.id) {
            Some(kept) => {
                let merged = change.made_in(kept);
                *kept = merged.routine;
                found.replace(merged.replaced);
            }
            None => routines.push(change.after.clone()),
        };
        let tell = move |saved| {
            let replaced = replaced.take();
            for other in &replaced {
                self.notices.tell(NoticeKind::Plain, text::routine::replaced(other), Offer::Nothing);
            }
            then(saved, replaced);
        };
        self.change_routines(Box::new(put), Box::new(tell));
    }

    /// Changes the routines on screen at once, and in the store in the next turn.
    fn change_routines(self, change: EditRoutines, then: SavedCallback) {
        self.choices.routines.update(&change);
        self.saving().change(move || {
            let kept = self.members().choices.change_routines(change);
            if kept {
                self.members().storage.ask_to_persist();
            }
            self.saving().tell_saved(kept, then);
        });
    }

    /// Deletes a routine of the runner's own, and offers Undo.
    pub fn delete_routine(self, id: &str) {
        let own = self.choices.routines;
        let Some(routine) = own.with_untracked(|routines| routines.iter().find(|r| r.id == id).cloned()) else {
            return;
        };
        let order = self.routine_order();
        let (id, gone) = (routine.id.clone(), routine.id.clone());
        self.change_routines(Box::new(move |routines| routines.retain(|r| r.id != id)), Box::new(|_| {}));
        self.saving().change(move || self.members().undo_steps.forget(&gone));
        let name = routine.title().to_owned();
        self.notices.tell_deleted(deleted::routine(&isolated(&name)), Deleted::Routine(Box::new(routine), order));
    }

    /// The ids of the runner's own routines in order, including those that Undo can bring back.
    fn routine_order(self) -> Vec<String> {
        let mut routines = self.choices.routines.with_untracked(Clone::clone);
        self.notices.list.with_untracked(|notices| {
            for notice in notices {
                if let Offer::Undo(Deleted::Routine(routine, order)) = &notice.offer {
                    routine::put_back(&mut routines, routine, order);
                }
            }
        });
        routines.into_iter().map(|routine| routine.id).collect()
    }

    pub(super) fn undo_now(self, deleted: Deleted) {
        match deleted {
            Deleted::Routine(routine, order) => {
                let put = move |routines: &mut Vec<_>| routine::put_back(routines, &routine, &order);
                self.change_routines(Box::new(put), Box::new(|_| {}));
                self.notices.announce(deleted::routine_restored());
            }
            Deleted::Exercise(id) => self.undo_exercise(&id),
            Deleted::Session(session) => self.members().log.bring_back(*session),
        }
    }

    /// The invalid text typed into `field` within the last day.
    #[must_use]
    pub fn unfinished(self, field: &str) -> Option<String> {
        saved::load_unfinished(self.disk(), field, clock_now())
    }

    /// Saves the text typed into `field`, so that it is there when the page is loaded again, or forgets it.
    pub fn keep_unfinished(self, field: &str, text: Option<String>) {
        let field = field.to_owned();
        self.saving().change(move || {
            self.notices.check(saved::keep_unfinished(self.disk(), &field, text.as_deref(), clock_now()));
        });
    }

    /// Copies text to the clipboard; true if it worked.
    pub fn copy(self, text: String) {
        spawn_local(async move {
            let is_copied = download::copy(&text).await;
            let said = if is_copied { routines::link_copied() } else { routines::copying_refused() };
            self.notices.announce(said);
            self.notices.tell(NoticeKind::Plain, said, Offer::Nothing);
        });
    }

    pub(super) fn update_now(self) {
        if !self.player.has_session() {
            spawn_local(service_worker::accept());
        }
    }
}

/// A key for a new row of a routine, different from those of other tabs.
#[must_use]
pub fn fresh_key() -> u32 {
    random::number()
}
