//! Commands on the runner's own exercises.

use super::App;
use crate::browser::random;
use crate::domain::catalogue::{self, Brief, MAX_OWN, OwnExercise, UnitWords, own_id};
use crate::domain::name::{isolated, plain};
use crate::domain::routine::Routine;
use crate::domain::units::Timestamp;
use crate::state::choices::EditExercises;
use crate::state::day::clock_now;
use crate::state::notices::{Deleted, NoticeKind, Offer};
use crate::state::saved_state::{Saved, SavedCallback};
use crate::text::{self, deleted, own};
use leptos::prelude::With;

impl App {
    /// A new own exercise from a few typed words; not saved yet.
    #[must_use]
    pub fn new_exercise(self, words: &str, units: &UnitWords) -> OwnExercise {
        OwnExercise::from_words(own_id(&random::id()), words, units)
    }

    /// Saves an own exercise, new or changed, and tells the runner. `None` if it is not whole, or if there
    /// are too many, of which she has been told.
    #[must_use]
    pub fn keep_exercise(self, exercise: OwnExercise) -> Option<&'static Brief> {
        let exercise = exercise.checked()?;
        let id = exercise.id.clone();
        let is_full = self.choices.exercises.with(|all| {
            let is_listed = |own: &&&OwnExercise| !own.is_gone && own.id != id;
            all.iter().filter(is_listed).count() >= MAX_OWN
        });
        if is_full {
            self.notices.tell(NoticeKind::Trouble, own::full(text::count(MAX_OWN)), Offer::Nothing);
            return None;
        }
        let name = isolated(&exercise.name);
        let exercise = OwnExercise { edited: clock_now(), is_gone: false, ..exercise };
        self.change_exercises(Box::new(move |all| put(all, &exercise)), Box::new(move |saved| self.tell(saved, &name)));
        catalogue::brief(&id)
    }

    fn tell(self, saved: Saved, name: &str) {
        let words = match saved {
            Saved::OnDisk => own::saved(name),
            Saved::Soon => own::saved_soon(name),
            Saved::No => own::saved_this_visit(name),
        };
        self.notices.announce(plain(&words));
        self.notices.tell(NoticeKind::Plain, words, Offer::Nothing);
    }

    /// Removes an own exercise from every list, and offers Undo. Routines and the log go on to show it.
    pub fn delete_exercise(self, id: &str) {
        let Some(own) = catalogue::own(id) else { return };
        self.mark_gone(id, true);
        self.notices.tell_deleted(deleted::exercise(&isolated(&own.name)), Deleted::Exercise(id.to_owned()));
    }

    pub(super) fn undo_exercise(self, id: &str) {
        self.mark_gone(id, false);
        self.notices.announce(deleted::exercise_restored());
    }

    fn mark_gone(self, id: &str, is_gone: bool) {
        let (id, edited) = (id.to_owned(), clock_now());
        let mark = move |all: &mut Vec<OwnExercise>| {
            for own in all.iter_mut().filter(|own| own.id == id) {
                (own.is_gone, own.edited) = (is_gone, edited);
            }
        };
        self.change_exercises(Box::new(mark), Box::new(|_| {}));
    }

    /// Saves the own exercises of a routine from a link that are not stored here: in her lists, or only for her log.
    pub(super) fn keep_exercises_of(self, routine: &Routine, is_listed: bool) {
        let mut new: Vec<OwnExercise> = Vec::new();
        for item in &routine.items {
            let is_new = |own: &&OwnExercise| {
                let is_known = |kept: &&OwnExercise| kept.id == own.id && (!kept.is_gone || !is_listed);
                self.choices.exercises.with(|all| !all.iter().any(is_known)) && new.iter().all(|new| new.id != own.id)
            };
            new.extend(catalogue::own(&item.exercise).filter(is_new).cloned());
        }
        if new.is_empty() {
            return;
        }
        for own in &mut new {
            own.is_gone = !is_listed;
            // One that is only in the log never holds over the same one of a data file.
            own.edited = if is_listed { clock_now() } else { Timestamp(0) };
        }
        let add = move |all: &mut Vec<OwnExercise>| {
            for own in &new {
                match all.iter_mut().find(|kept| kept.id == own.id) {
                    Some(kept) if kept.is_gone && is_listed => kept.clone_from(own),
                    Some(_) => {}
                    None => all.push(own.clone()),
                }
            }
        };
        self.change_exercises(Box::new(add), Box::new(|_| {}));
    }

    /// Changes the own exercises on screen at once, and in the store in the next turn.
    fn change_exercises(self, change: EditExercises, then: SavedCallback) {
        let choices = &self.members().choices;
        let mut shown = choices.shown_exercises();
        change(&mut shown);
        choices.show_exercises(&shown);
        self.saving().change(move || {
            let kept = self.members().choices.change_exercises(change);
            if kept {
                self.members().storage.ask_to_persist();
            }
            self.saving().tell_saved(kept, then);
        });
    }
}

/// Puts a new or changed exercise among `all`.
fn put(all: &mut Vec<OwnExercise>, exercise: &OwnExercise) {
    match all.iter_mut().find(|own| own.id == exercise.id) {
        Some(own) => own.clone_from(exercise),
        None => all.push(exercise.clone()),
    }
}
