//! Commands on the finished sessions.

use super::App;
use crate::domain::coach::pain::PainReport;
use crate::domain::log::Effort;
use crate::domain::units::Amount;
use crate::state::player::Finished;
use crate::text;
use leptos::prelude::{GetUntracked, Update, WithUntracked};

impl App {
    /// Reads months of the log until one more gave sessions, or all have been read.
    pub fn read_more(self) {
        self.members().log.read_more();
    }

    /// Reads the log to its beginning.
    pub fn read_all(self) {
        self.members().log.read_all();
    }

    /// The number of stored sessions, in words. Follows the log.
    #[must_use]
    pub fn stored_words(self) -> String {
        self.members().log.stored_words()
    }

    /// Notes how a session felt; the same answer again removes it.
    pub fn rate(self, id: &str, effort: Effort) {
        self.members().log.rate(id, effort);
    }

    /// Notes the reps in reserve of the last set of a session.
    pub fn tell_reserve(self, id: &str, more: u8) {
        self.members().log.tell_reserve(id, more);
    }

    /// Corrects the last set of the session just finished, and the sentence about it.
    pub fn correct_last(self, id: &str, by: i16) {
        self.members().log.correct_last(id, by);
        self.saving().change(move || {
            let pains = self.pains();
            self.player.finished.update(|finished| {
                let Some(Finished { performed, sentence, .. }) = finished else { return };
                let log = self.log.sessions.get_untracked();
                let before: Vec<_> = log.into_iter().filter(|session| session.id != performed.id).collect();
                *sentence = text::coach::finish_words(performed, &before, &pains);
            });
        });
    }

    /// Saves the time of a last hold in which the page slept, in answer to the question.
    pub fn tell_held(self, id: &str, held: Amount) {
        let counted = self.player.finished.with_untracked(|finished| {
            finished.as_ref().and_then(|finished| Some(finished.performed.sets.last()?.done))
        });
        self.player.finished.update(|finished| finished.iter_mut().for_each(|finished| finished.held_on = None));
        let more = counted.map_or(0, |counted| held.get().saturating_sub(counted.get()));
        if more > 0 {
            self.correct_last(id, i16::try_from(more).unwrap_or(i16::MAX));
        }
    }

    /// Saves the runner's note on a session.
    pub fn note(self, id: &str, text: &str) {
        self.members().log.note(id, text);
    }

    /// Deletes a session of the log, and offers Undo once that is on disk.
    pub fn delete_session(self, id: &str) {
        self.members().log.delete(id);
    }

    /// Moves a session that a wrong clock dated ahead to today. Its sets, effort and note stay.
    pub fn set_to_today(self, id: &str) {
        self.members().log.set_to_today(id);
    }

    /// The pain reports in order: the stored ones, and those that the store refused.
    #[must_use]
    pub fn pains(self) -> Vec<PainReport> {
        self.members().pains.stored()
    }
}
