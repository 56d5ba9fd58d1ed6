//! Commands on what is kept: settings, routines, the log.

use super::later::Command;
use super::saved_state::Told;
use super::{App, Finished, Offer, Saved, Tone};
use crate::browser::{document, download, random, service_worker};
use crate::domain::catalogue::{Brief, Level};
use crate::domain::coach::pain::PainReport;
use crate::domain::log::{self, Effort, Performed};
use crate::domain::message::Kept;
use crate::domain::name::{isolated, plain};
use crate::domain::order::places_of;
use crate::domain::routine::{Change, Edit, Replaced, Routine};
use crate::domain::saved::{self, Loaded};
use crate::domain::settings::{Settings, Theme};
use crate::text::{self, exercise, routines};
use leptos::prelude::{Get, GetUntracked, Set, Update, With, WithUntracked};
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::rc::Rc;

/// The settings as they were shown, and what is to change in them.
pub(super) type ChangeSettings = (Settings, SettingsChange);

type SettingsChange = Box<dyn Fn(Settings) -> Settings>;

/// What is to change in the runner's own routines.
pub(super) type ChangeRoutines = Box<dyn Fn(&mut Vec<Routine>)>;

/// What is to change in a session of the log.
type Amend = Box<dyn Fn(&mut Performed)>;

/// Changes that the store refused.
#[derive(Default)]
pub(super) struct Refused {
    settings: RefCell<Vec<SettingsChange>>,
    routines: RefCell<Vec<ChangeRoutines>>,
    pains: RefCell<Vec<PainReport>>,
    amends: RefCell<Vec<(Performed, Amend)>>,
}

impl Refused {
    /// Drops all of them: everything is erased.
    pub(super) fn forget(&self) {
        self.settings.take();
        self.routines.take();
        self.pains.take();
        self.amends.take();
    }
}

impl App {
    /// Changes the settings and keeps them.
    pub fn choose(self, change: impl Fn(Settings) -> Settings + 'static) {
        self.choose_boxed(Box::new(change));
    }

    fn choose_boxed(self, change: Box<dyn Fn(Settings) -> Settings>) {
        let before = self.settings.get_untracked();
        let settings = change(before.clone());
        show_theme(settings.theme);
        self.settings.set(settings);
        self.later(Command::KeepSettings((before, change)));
    }

    /// The change is made in what stands in the store by now, where another tab may have made one too.
    pub(super) fn keep_settings(self, (before, change): ChangeSettings) {
        self.retell();
        self.with_store_lock(move || {
            let world = self.world();
            let stored = saved::load_settings(&world.store.disk).whole().unwrap_or(before);
            let mut changes = world.refused.settings.take();
            changes.push(change);
            let settings = changes.iter().fold(stored, |settings, change| change(settings));
            if self.notices.check(saved::save_settings(&world.store.disk, &settings)).is_some() {
                self.take(settings, self.routines.get_untracked());
            } else {
                world.refused.settings.replace(changes);
            }
        });
    }

    /// A new routine of the runner's own with these contents; gives its id, and tells `then` what became of it.
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

    /// Adds one exercise to a routine, or to a new one where `to` has no id, and says so once it is kept. Gives the
    /// routine's id.
    #[must_use]
    pub fn put_into(self, to: &Routine, exercise: &'static Brief, level: Level) -> String {
        let id = if to.id.is_empty() { random::id() } else { to.id.clone() };
        let before = Routine { id: id.clone(), ..to.clone() };
        let (edit, fresh) = (Edit::Add(exercise, level), fresh_key());
        let after = before.edited_with(&edit, fresh);
        let name = isolated(after.title());
        self.change_routine(Change { before, after, edit: Some(edit), fresh }, move |saved, replaced| {
            if replaced.is_empty() {
                self.tell_added(saved, &name);
            }
        });
        id
    }

    /// Says that something was added to a routine, as far as that is true.
    fn tell_added(self, saved: Saved, routine: &str) {
        let text = match saved {
            Saved::OnDisk => exercise::added(routine),
            Saved::Soon => exercise::added_soon(routine),
            Saved::No if self.memory_only.get_untracked() => exercise::added_this_visit(routine),
            Saved::No => return,
        };
        self.notices.announce(plain(&text));
        self.notices.tell(Tone::Plain, text, Offer::Nothing);
    }

    /// Makes a change to a routine of the runner's own: on screen at once, and in the routine as it stands in the store,
    /// where another tab may have changed it too. Tells `then` what became of it, and which changes of other tabs it
    /// replaced; the runner has been told of those.
    pub fn change_routine(self, change: Change, then: impl FnOnce(Saved, Vec<Replaced>) + 'static) {
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
                self.notices.tell(Tone::Plain, other.sentence(), Offer::Nothing);
            }
            then(saved, replaced);
        };
        self.change_routines(Box::new(put), Box::new(tell));
    }

    /// Changes the routines on screen at once, and as they stand in the store as soon as no other tab does.
    pub(super) fn change_routines(self, change: ChangeRoutines, then: Told) {
        self.routines.update(&change);
        self.with_store_lock(move || {
            let world = self.world();
            let mut routines = match saved::load_routines(&world.store.disk) {
                Loaded::Whole(stored) => stored,
                _ => self.routines.get_untracked(),
            };
            let mut changes = world.refused.routines.take();
            changes.push(change);
            for change in &changes {
                change(&mut routines);
            }
            let kept = self.notices.check(saved::save_routines(&world.store.disk, &routines)).is_some();
            if kept {
                self.take(self.settings.get_untracked(), routines);
                self.ask_to_persist();
            } else {
                world.refused.routines.replace(changes);
            }
            self.tell_saved(kept, then);
        });
    }

    /// Reads months of the log until one more gave sessions, or all have been read.
    pub fn read_more(self) {
        self.read_until(|sessions| sessions > 0);
    }

    /// Reads the log to its beginning.
    pub fn read_all(self) {
        if self.log_goes_on.get_untracked() {
            self.read_until(|_| false);
        }
    }

    /// Reads older months, newest first, until `enough` says so of the number of sessions read.
    fn read_until(self, enough: impl Fn(usize) -> bool) {
        let world = self.world();
        let months = saved::month_keys(&world.store.disk);
        let border = world.read_down_to.borrow().clone();
        let mut unread = months.into_iter().filter(|key| border.as_ref().is_none_or(|border| key < border)).peekable();
        let mut read = Vec::new();
        while !enough(read.len()) {
            let Some(month) = unread.next() else { break };
            read.extend(self.read_month(&month));
            world.read_down_to.replace(Some(month));
        }
        self.log_goes_on.set(unread.peek().is_some());
        // A session folded at the start may stand there already.
        self.merge_log(read);
    }

    /// How many sessions are stored, in words. Follows the log.
    #[must_use]
    pub fn stored_words(self) -> String {
        let read = self.log.with(Vec::len);
        let (sessions, untold) =
            if self.log_goes_on.get() { saved::count_sessions(&self.world().store.disk) } else { (read, false) };
        text::log::stored_words(sessions.max(read), untold)
    }

    /// The sessions of a month, newest first; what cannot be read is reported.
    pub(super) fn read_month(self, key: &str) -> Vec<Performed> {
        let month = saved::load_month(&self.world().store.disk, key);
        self.report(&saved::kept(key), &month);
        let mut sessions = month.whole().unwrap_or_default();
        log::newest_first(&mut sessions);
        sessions
    }

    /// Puts a finished session into the log, once, and tells `then` what became of it.
    pub(super) fn fold(self, performed: Performed, then: Box<dyn FnOnce(Saved)>) {
        self.with_store_lock(move || {
            let disk = &self.world().store.disk;
            let kept = self.notices.check(saved::append(disk, &performed)).is_some();
            if kept {
                // It may have been there, and its copy not.
                disk.touch(&saved::month_key(&performed));
            }
            if self.log.with_untracked(|log| log.iter().all(|p| p.id != performed.id)) {
                self.log.update(|log| {
                    log.push(performed);
                    log::newest_first(log);
                });
            }
            self.tell_saved(kept, then);
        });
    }

    /// Puts finished sessions into the log, each once. Many at a time: a month is written once for all of its sessions.
    pub(super) fn fold_all(self, sessions: Vec<Performed>) {
        if sessions.is_empty() {
            return;
        }
        self.with_store_lock(move || {
            self.notices.check(saved::append_all(&self.world().store.disk, &sessions));
            self.log.update(|log| {
                let known = places_of(&mut log.iter().map(|session| session.id.as_str()));
                log.extend(sessions.into_iter().filter(|session| !known.contains_key(&session.id)));
                log::newest_first(log);
            });
        });
    }

    /// Puts the sets that a session of the log lacks into it.
    pub(super) fn complete(self, whole: Performed) {
        let put = whole.clone();
        self.amend_boxed(whole, Box::new(move |logged| logged.clone_from(&put)), Box::new(|_| {}));
    }

    /// Reads a month anew that another tab changed, if it was read before or is newer than those that were.
    pub(super) fn read_again(self, key: &str) {
        let world = self.world();
        let older = world.read_down_to.borrow().as_deref().is_some_and(|border| key < border);
        if older {
            return self.log_goes_on.set(true);
        }
        let (stored, deleted) = (self.read_month(key), saved::deleted_sessions(&world.store.disk, key));
        let is_gone = |session: &Performed| deleted.contains(&session.id) && saved::month_key(session) == key;
        world.read_down_to.borrow_mut().get_or_insert_with(|| key.to_owned());
        self.log.update(|log| {
            // What this tab could not save stays on screen.
            log.retain(|session| stored.iter().all(|other| other.id != session.id) && !is_gone(session));
            log.extend(stored);
            log::newest_first(log);
        });
    }

    /// Notes how a session felt; what was said already is taken back.
    pub fn rate(self, id: &str, effort: Effort) {
        let said = self.log.with_untracked(|log| log.iter().find(|p| p.id == id).and_then(|p| p.effort));
        let effort = (said != Some(effort)).then_some(effort);
        self.amend(id, move |session| session.effort = effort, |_| {});
    }

    /// Notes how many more she could have done in the last set of a session.
    pub fn tell_reserve(self, id: &str, more: u8) {
        let change = move |session: &mut Performed| {
            let last = session.sets.len().saturating_sub(1);
            *session = session.clone().with_reserve(last, more);
        };
        self.amend(id, change, |_| {});
    }

    /// Corrects the last set of the session just finished, and says of it what is true then.
    pub fn correct_last(self, id: &str, by: i16) {
        let change = move |session: &mut Performed| {
            if let Some(last) = session.sets.last_mut() {
                last.done = last.done.stepped(by);
            }
        };
        self.amend_shown(id, change);
        self.with_store_lock(move || {
            let pains = self.pains();
            self.finished.update(|finished| {
                let Some(Finished { performed, sentence, .. }) = finished else { return };
                let log = self.log.get_untracked();
                let before: Vec<_> = log.into_iter().filter(|session| session.id != performed.id).collect();
                *sentence = text::coach::finish_sentence(performed, &before, &pains);
            });
        });
    }

    /// Notes what the runner writes of a session.
    pub fn note(self, id: &str, text: &str) {
        let note = log::note(text);
        if self.log.with_untracked(|log| log.iter().any(|p| p.id == id && p.note == note)) {
            return;
        }
        self.amend_shown(id, move |session| session.note.clone_from(&note));
    }

    /// Changes a session of the log: in the store, and where that worked, on screen. Tells `then` what became of it.
    pub(super) fn amend(self, id: &str, change: impl Fn(&mut Performed) + 'static, then: impl FnOnce(Saved) + 'static) {
        let Some(session) = self.log.with_untracked(|log| log.iter().find(|p| p.id == id).cloned()) else { return };
        self.amend_boxed(session, Box::new(change), Box::new(then));
    }

    /// Changes a session of the log as [`App::amend`] does, on screen at once and whatever the store says. What it refuses
    /// is written with the next change of this kind.
    fn amend_shown(self, id: &str, change: impl Fn(&mut Performed) + 'static) {
        let Some(session) = self.log.with_untracked(|log| log.iter().find(|p| p.id == id).cloned()) else { return };
        self.show_amended(&session.id, &change);
        self.amend_shown_boxed(session, Box::new(change));
    }

    fn amend_shown_boxed(self, session: Performed, change: Amend) {
        self.with_store_lock(move || {
            let world = self.world();
            let mut amends = world.refused.amends.take();
            amends.push((session, change));
            while let Some((session, change)) = amends.first() {
                if self.notices.check(saved::amend(&world.store.disk, session, change)).is_none() {
                    break;
                }
                drop(amends.remove(0));
            }
            world.refused.amends.replace(amends);
        });
    }

    fn show_amended(self, id: &str, change: &dyn Fn(&mut Performed)) {
        let put = |p: &mut Performed| {
            if p.id == id {
                change(p);
            }
        };
        self.log.update(|log| log.iter_mut().for_each(put));
        self.finished.update(|finished| finished.iter_mut().for_each(|finished| put(&mut finished.performed)));
    }

    fn amend_boxed(self, session: Performed, change: Amend, then: Box<dyn FnOnce(Saved)>) {
        self.with_store_lock(move || {
            let kept = self.notices.check(saved::amend(&self.world().store.disk, &session, &change)).is_some();
            if kept {
                self.show_amended(&session.id, &change);
            }
            self.tell_saved(kept, then);
        });
    }

    /// What hurt so far, in the order told, as it stands in the store, and what the store refused.
    #[must_use]
    pub fn pains(self) -> Vec<PainReport> {
        let world = self.world();
        let pains = saved::load_pain(&world.store.disk);
        self.report(&Kept::Pain, &pains);
        let mut pains = pains.whole().unwrap_or_default();
        for report in &*world.refused.pains.borrow() {
            match pains.iter_mut().find(|known| known.is(report)) {
                Some(known) => known.clone_from(report),
                None => pains.push(report.clone()),
            }
        }
        pains
    }

    /// Keeps what hurt, in the place of what was kept of the same moment and exercise; a moment later [`App::pains`] has it.
    /// Tells `then` what became of it.
    pub fn keep_pain(self, report: &PainReport, then: impl FnOnce(Saved) + 'static) {
        self.keep_pain_boxed(report.clone(), Box::new(then));
    }

    fn keep_pain_boxed(self, report: PainReport, then: Box<dyn FnOnce(Saved)>) {
        self.with_store_lock(move || {
            let world = self.world();
            let mut reports = world.refused.pains.take();
            reports.retain(|other| !other.is(&report));
            reports.push(report);
            while let Some(report) = reports.first() {
                if self.notices.check(saved::keep_pain(&world.store.disk, report)).is_none() {
                    break;
                }
                reports.remove(0);
            }
            let kept = reports.is_empty();
            world.refused.pains.replace(reports);
            self.tell_saved(kept, then);
        });
    }

    /// Copies text; says whether it worked.
    pub fn copy(self, text: String) {
        spawn_local(async move {
            let is_copied = download::copy(&text).await;
            let said = if is_copied { routines::link_copied() } else { routines::copying_refused() };
            self.notices.announce(said);
            self.notices.tell(Tone::Plain, said, Offer::Nothing);
        });
    }

    pub(super) fn update_now(self) {
        if self.session.with_untracked(Option::is_none) {
            spawn_local(service_worker::accept());
        }
    }
}

/// A key for a new row of a routine that no other tab chooses.
#[must_use]
pub fn fresh_key() -> u32 {
    random::number()
}

/// Shows a theme; the system's is the absence of one.
pub(super) fn show_theme(theme: Theme) {
    let shown = match theme {
        Theme::System => None,
        chosen => Some(chosen.slug()),
    };
    document::set_data("theme", shown);
}
