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
use std::cell::Cell;
use std::rc::Rc;

impl App {
    /// A new own exercise from a few typed words; not saved yet.
    #[must_use]
    pub fn new_exercise(self, words: &str, units: &UnitWords) -> OwnExercise {
        OwnExercise::from_words(own_id(&random::id()), words, units)
    }

    /// Saves an own exercise, and tells the runner. `None` if it is not whole, or if there are too many, of which she has been told.
    #[must_use]
    pub fn keep_exercise(self, exercise: OwnExercise) -> Option<&'static Brief> {
        let id = exercise.id.clone();
        self.keep(exercise, None, Box::new(|_| {})).then(|| catalogue::brief(&id))?
    }

    /// Saves an own exercise that was `before` when its form was opened: what another tab has changed since stays. Tells the runner,
    /// and calls `then` with true once the browser has taken it. False as [`Self::keep_exercise`] is `None`.
    pub fn keep_edited(self, exercise: OwnExercise, before: OwnExercise, then: impl FnOnce(bool) + 'static) -> bool {
        self.keep(exercise, Some(before), Box::new(then))
    }

    fn keep(self, exercise: OwnExercise, before: Option<OwnExercise>, then: Box<dyn FnOnce(bool)>) -> bool {
        let Some(exercise) = exercise.checked() else { return false };
        let is_full = self.choices.exercises.with(|all| {
            let is_listed = |own: &&&OwnExercise| !own.is_gone && own.id != exercise.id;
            all.iter().filter(is_listed).count() >= MAX_OWN
        });
        if is_full {
            self.notices.tell(NoticeKind::Trouble, own::full(text::count(MAX_OWN)), Offer::Nothing);
            return false;
        }
        let name = isolated(&exercise.name);
        let exercise = OwnExercise { edited: clock_now(), is_gone: false, ..exercise };
        let is_replaced = Rc::new(Cell::new(false));
        let replaces = is_replaced.clone();
        let change = move |all: &mut Vec<OwnExercise>| {
            if put(all, before.as_ref(), &exercise) {
                replaces.set(true);
            }
        };
        let told = move |saved| {
            self.tell(saved, &name);
            if is_replaced.get() {
                self.notices.tell(NoticeKind::Plain, own::replaced(&name), Offer::Nothing);
            }
        };
        self.change_exercises_then(Box::new(change), then, Box::new(told));
        true
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
        self.change_exercises(Box::new(mark));
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
        self.change_exercises(Box::new(add));
    }

    /// Changes the own exercises on screen at once, and in the store in the next turn.
    fn change_exercises(self, change: EditExercises) {
        self.change_exercises_then(change, Box::new(|_| {}), Box::new(|_| {}));
    }

    /// The same; calls `taken` with true once the store has taken it, and `told` with the result.
    fn change_exercises_then(self, change: EditExercises, taken: Box<dyn FnOnce(bool)>, told: SavedCallback) {
        let choices = &self.members().choices;
        let mut shown = choices.shown_exercises();
        change(&mut shown);
        choices.show_exercises(&shown);
        self.saving().change(move || {
            let kept = self.members().choices.change_exercises(change);
            if kept {
                self.members().storage.ask_to_persist();
            }
            self.saving().tell_saved(kept, told);
            taken(kept);
        });
    }
}

/// Puts a new exercise among `all`, or one that was `before` when it began to be changed. True if this replaces what another tab has
/// changed meanwhile.
fn put(all: &mut Vec<OwnExercise>, before: Option<&OwnExercise>, exercise: &OwnExercise) -> bool {
    match (all.iter_mut().find(|own| own.id == exercise.id), before) {
        (Some(own), Some(before)) => own.take_edit(before, exercise),
        (Some(own), None) => {
            own.clone_from(exercise);
            false
        }
        (None, _) => {
            all.push(exercise.clone());
            false
        }
    }
}
