//! Commands on what is kept: settings, routines, the log, all data.

use super::{App, Offer, Tone};
use crate::browser::{document, download, random, service_worker};
use crate::domain::coach::pain::PainReport;
use crate::domain::log::{self, Effort, Performed};
use crate::domain::routine::Routine;
use crate::domain::saved;
use crate::domain::settings::{Settings, Theme};
use leptos::prelude::{GetUntracked, Set, Update, WithUntracked};
use leptos::task::spawn_local;

impl App {
    /// Changes the settings and keeps them.
    pub fn choose(self, change: impl FnOnce(Settings) -> Settings) {
        let settings = change(self.settings.get_untracked());
        show_theme(settings.theme);
        self.settings.set(settings);
        self.later(move |commands| (commands.keep_settings)(self));
    }

    pub(super) fn keep_settings(self) {
        let settings = self.settings.get_untracked();
        self.check(saved::save_settings(&self.world().disk, &settings));
        self.retell();
    }

    /// A new routine of the runner's own with these contents; gives its id.
    #[must_use]
    pub fn add_routine(self, routine: Routine) -> String {
        let id = random::id();
        self.keep_routine(Routine { id: id.clone(), ..routine });
        id
    }

    /// Adds one exercise to a routine, or a new routine with it, and says so; a refusal is told instead. Gives the
    /// routine's id.
    #[must_use]
    pub fn put_into(self, longer: Routine) -> String {
        let text = format!("Added to {}.", longer.title());
        let routine = if longer.id.is_empty() { Routine { id: random::id(), ..longer } } else { longer };
        let id = routine.id.clone();
        if self.keep_routine(routine) {
            self.announce(text.clone());
            self.tell(Tone::Plain, text, Offer::Nothing);
        }
        id
    }

    /// Keeps a routine of the runner's own as it stands now, in the place of what was kept under its id. Gives
    /// whether it is kept now.
    #[expect(clippy::must_use_candidate, reason = "a refusal is told by a notice; who says nothing of it need not ask")]
    pub fn keep_routine(self, routine: Routine) -> bool {
        self.routines.update(|routines| match routines.iter_mut().find(|r| r.id == routine.id) {
            Some(kept) => *kept = routine,
            None => routines.push(routine),
        });
        self.save_routines()
    }

    /// Deletes a routine of the runner's own, and offers to put it back.
    pub fn delete_routine(self, id: &str) {
        let Some(at) = self.routines.with_untracked(|routines| routines.iter().position(|r| r.id == id)) else {
            return;
        };
        let mut removed = None;
        self.routines.update(|routines| removed = Some(routines.remove(at)));
        self.keep_routines();
        if let Some(routine) = removed {
            let text = format!("{} deleted.", routine.title());
            self.announce(text.clone());
            self.tell(Tone::Plain, text, Offer::PutBack(at, Box::new(routine)));
        }
    }

    /// Puts a deleted routine back.
    pub fn put_back(self, at: usize, routine: Routine) {
        self.routines.update(|routines| routines.insert(at.min(routines.len()), routine));
        self.later(move |commands| (commands.keep_routines)(self));
    }

    pub(super) fn keep_routines(self) {
        self.save_routines();
    }

    fn save_routines(self) -> bool {
        let routines = self.routines.get_untracked();
        self.check(saved::save_routines(&self.world().disk, &routines)).is_some()
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
        let months = saved::month_keys(&world.disk);
        let border = world.read_down_to.borrow().clone();
        let mut unread = months.into_iter().filter(|key| border.as_ref().is_none_or(|border| key < border)).peekable();
        let mut read = Vec::new();
        while !enough(read.len()) {
            let Some(month) = unread.next() else { break };
            read.extend(self.read_month(&month));
            world.read_down_to.replace(Some(month));
        }
        self.log_goes_on.set(unread.peek().is_some());
        self.log.update(|log| {
            // A session folded at the start may stand there already.
            read.retain(|session| log.iter().all(|known| known.id != session.id));
            log.extend(read);
            log.sort_by_key(|session| std::cmp::Reverse(session.started));
        });
    }

    /// The sessions of a month, newest first; what cannot be read is reported.
    pub(super) fn read_month(self, key: &str) -> Vec<Performed> {
        let month = saved::load_month(&self.world().disk, key);
        self.report(&format!("The log of {}", key.trim_start_matches("log:")), &month);
        let mut sessions = month.whole().unwrap_or_default();
        sessions.sort_by_key(|session| std::cmp::Reverse(session.started));
        sessions
    }

    /// Puts a finished session into the log, once.
    pub(super) fn fold(self, performed: &Performed) -> bool {
        let kept = self.check(saved::append(&self.world().disk, performed)).is_some();
        let there = self.log.with_untracked(|log| log.iter().any(|p| p.id == performed.id));
        if !there {
            self.log.update(|log| {
                log.push(performed.clone());
                log.sort_by_key(|session| std::cmp::Reverse(session.started));
            });
        }
        kept
    }

    /// Notes how a session felt; what was said already is taken back.
    pub fn rate(self, id: &str, effort: Effort) {
        let said = self.log.with_untracked(|log| log.iter().find(|p| p.id == id).and_then(|p| p.effort));
        let effort = (said != Some(effort)).then_some(effort);
        self.amend(id, &|session| session.effort = effort);
    }

    /// Notes what the runner writes of a session.
    pub fn note(self, id: &str, text: &str) {
        let note = log::note(text);
        self.amend(id, &|session| session.note.clone_from(&note));
    }

    /// Changes a session of the log: on disk, and where that worked, on screen.
    fn amend(self, id: &str, change: &dyn Fn(&mut Performed)) {
        let Some(session) = self.log.with_untracked(|log| log.iter().find(|p| p.id == id).cloned()) else { return };
        if self.check(saved::amend(&self.world().disk, &session, change)).is_some() {
            let put = |p: &mut Performed| {
                if p.id == id {
                    change(p);
                }
            };
            self.log.update(|log| log.iter_mut().for_each(put));
            self.finished.update(|finished| finished.iter_mut().for_each(|finished| put(&mut finished.performed)));
        }
    }

    /// What hurt so far, in the order told, as it stands in the store.
    #[must_use]
    pub fn pains(self) -> Vec<PainReport> {
        let pains = saved::load_pain(&self.world().disk);
        self.report("What you told of pain", &pains);
        pains.whole().unwrap_or_default()
    }

    /// Keeps what hurt, in the place of what was kept of the same moment and exercise.
    pub fn keep_pain(self, report: &PainReport) {
        self.check(saved::keep_pain(&self.world().disk, report));
    }

    pub(super) fn export_now(self) {
        spawn_local(async move {
            let journal = self.journal_records().await;
            let text = saved::export(&self.world().disk, &journal);
            let Some(text) = self.check(text) else { return };
            let name = format!("mainspring-{}.json", self.today());
            if !download::file(&name, "application/json", &text) {
                self.tell(
                    Tone::Trouble,
                    "The browser did not take the file. Try again in another browser.",
                    Offer::Nothing,
                );
            }
        });
    }

    /// Erases everything that Mainspring keeps in this browser.
    pub fn erase(self) {
        self.drop_session(false);
        self.check(saved::erase(&self.world().disk));
        spawn_local(self.forget(String::new()));
        self.settings.set(Settings::default());
        show_theme(Theme::System);
        self.routines.set(Vec::new());
        self.log.set(Vec::new());
        self.log_goes_on.set(false);
        self.notices.set(Vec::new());
        self.tell(Tone::Plain, "Everything is erased.", Offer::Nothing);
    }

    /// Copies text; says whether it worked.
    pub fn copy(self, text: String) {
        spawn_local(async move {
            let said = if download::copy(&text).await {
                "Link copied."
            } else {
                "The browser did not allow copying. Select the link and copy it yourself."
            };
            self.announce(said);
            self.tell(Tone::Plain, said, Offer::Nothing);
        });
    }

    pub(super) fn update_now(self) {
        if self.session.with_untracked(Option::is_none) {
            spawn_local(service_worker::accept());
        }
    }
}

/// Shows a theme; the system's is the absence of one.
pub(super) fn show_theme(theme: Theme) {
    let shown = match theme {
        Theme::System => None,
        chosen => Some(chosen.slug()),
    };
    document::set_data("theme", shown);
}
