//! Changes of sessions of the log, in the store and on screen.

use super::LogStore;
use crate::domain::log::{self, Effort, Performed};
use crate::domain::saved;
use crate::state::saved_state::SavedCallback;
use leptos::prelude::{GetUntracked, Update};

/// A change of a session of the log.
pub(super) type Amend = Box<dyn Fn(&mut Performed)>;

impl LogStore {
    /// Adds the sets that a session of the log lacks.
    pub(in crate::state) fn complete(&'static self, whole: Performed) {
        let put = whole.clone();
        self.amend_boxed(whole, Box::new(move |logged| logged.clone_from(&put)), Box::new(|_| {}));
    }

    /// Notes how a session felt; the same answer again removes it.
    pub(in crate::state) fn rate(&'static self, id: &str, effort: Effort) {
        let said = self.known(id).and_then(|p| p.effort);
        let effort = (said != Some(effort)).then_some(effort);
        self.amend(id, Box::new(move |session| session.effort = effort));
    }

    /// Notes the reps in reserve of the last set of a session.
    pub(in crate::state) fn tell_reserve(&'static self, id: &str, more: u8) {
        let change = move |session: &mut Performed| {
            let last = session.sets.len().saturating_sub(1);
            *session = session.clone().with_reserve(last, more);
        };
        self.amend(id, Box::new(change));
    }

    /// Corrects the last set of the session just finished.
    pub(in crate::state) fn correct_last(&'static self, id: &str, by: i16) {
        let change = move |session: &mut Performed| {
            if let Some(last) = session.sets.last_mut() {
                last.done = last.done.stepped(by);
            }
        };
        self.amend_shown(id, Box::new(change));
    }

    /// Saves the runner's note on a session.
    pub(in crate::state) fn note(&'static self, id: &str, text: &str) {
        let note = log::note(text);
        if self.known(id).is_some_and(|p| p.note == note) {
            return;
        }
        self.amend_shown(id, Box::new(move |session| session.note.clone_from(&note)));
    }

    /// Changes a session of the log: in the store, and if that worked, on screen.
    fn amend(&'static self, id: &str, change: Amend) {
        let Some(session) = self.shown.find(id) else { return self.amend_before_log(id, change) };
        self.amend_boxed(session, change, Box::new(|_| {}));
    }

    fn amend_boxed(&'static self, session: Performed, change: Amend, then: SavedCallback) {
        self.saving.change(move || {
            let kept = self.notices.check(saved::amend(self.saving.disk(), &session, &change)).is_some();
            if kept {
                self.show_amended(&session.id, &change);
            }
            self.saving.tell_saved(kept, then);
        });
    }

    /// Changes a session of the log like [`LogStore::amend`], on screen at once even if the store refuses. A refused change is
    /// written with the next one of this kind.
    fn amend_shown(&'static self, id: &str, change: Amend) {
        let Some(session) = self.shown.find(id) else { return self.amend_before_log(id, change) };
        self.show_amended(&session.id, &change);
        self.saving.change(move || {
            let mut amends = self.refused.take();
            amends.push((session, change));
            while let Some((session, change)) = amends.first() {
                if self.notices.check(saved::amend(self.saving.disk(), session, change)).is_none() {
                    break;
                }
                drop(amends.remove(0));
            }
            self.refused.replace(amends);
        });
    }

    /// Changes the session just finished while its end is still on its way to disk: on screen now, and in the log with it. A
    /// session that is neither in the log nor just finished, such as one deleted meanwhile, has nothing to change.
    fn amend_before_log(&self, id: &str, change: Amend) {
        if self.just_finished(id).is_some() {
            self.show_amended(id, &change);
            self.early.borrow_mut().push((id.to_owned(), change));
        }
    }

    /// The session `performed`, as it was changed before it is in the log.
    pub(super) fn with_early_changes(&self, mut performed: Performed) -> Performed {
        self.early.borrow_mut().retain(|(id, change)| {
            let is_of_it = *id == performed.id;
            if is_of_it {
                change(&mut performed);
            }
            !is_of_it
        });
        performed
    }

    /// The session with this id, in the log or just finished.
    fn known(&self, id: &str) -> Option<Performed> {
        self.shown.find(id).or_else(|| self.just_finished(id))
    }

    /// The session just finished, if it has this id.
    fn just_finished(&self, id: &str) -> Option<Performed> {
        let finished = self.player.finished.get_untracked()?;
        Some(finished.performed).filter(|performed| performed.id == id)
    }

    fn show_amended(&self, id: &str, change: &dyn Fn(&mut Performed)) {
        let put = |p: &mut Performed| {
            if p.id == id {
                change(p);
            }
        };
        self.shown.sessions.update(|log| log.iter_mut().for_each(put));
        self.player.finished.update(|finished| finished.iter_mut().for_each(|finished| put(&mut finished.performed)));
    }
}
