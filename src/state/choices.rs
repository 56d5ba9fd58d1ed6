//! The runner's choices: settings and own routines, as they are on screen and in the store.

use super::notices::Notices;
use super::reports::Reports;
use super::saving::Saving;
use crate::browser::document;
use crate::domain::catalogue::{OwnExercise, define, forget_own};
use crate::domain::message::Kept;
use crate::domain::routine::Routine;
use crate::domain::saved::{self, Loaded};
use crate::domain::settings::{Settings, Theme};
use leptos::prelude::{GetUntracked, RwSignal, Set, WithUntracked};
use std::cell::RefCell;

/// The runner's choices as they are on screen.
#[derive(Clone, Copy)]
pub struct Choices {
    /// The settings.
    pub settings: RwSignal<Settings>,
    /// The runner's own routines.
    pub routines: RwSignal<Vec<Routine>>,
    /// The runner's own exercises, those with them that are in no list any more.
    pub exercises: RwSignal<Vec<&'static OwnExercise>>,
}

impl Default for Choices {
    /// Default settings, no routine, and no exercise.
    fn default() -> Self {
        Self {
            settings: RwSignal::new(Settings::default()),
            routines: RwSignal::new(Vec::new()),
            exercises: RwSignal::new(Vec::new()),
        }
    }
}

/// An edit of the settings, with the settings shown before it.
pub(super) type SettingsEdit = (Settings, EditSettings);

/// A function that edits the settings.
pub(super) type EditSettings = Box<dyn Fn(Settings) -> Settings>;

/// A function that edits the runner's own routines.
pub(super) type EditRoutines = Box<dyn Fn(&mut Vec<Routine>)>;

/// A function that edits the runner's own exercises.
pub(super) type EditExercises = Box<dyn Fn(&mut Vec<OwnExercise>)>;

/// The runner's choices in the store. In the lazy chunk.
pub(super) struct ChoiceStore {
    shown: Choices,
    saving: &'static Saving,
    reports: &'static Reports,
    notices: Notices,
    /// Changes that the store refused: they are made again with the next one.
    refused_settings: RefCell<Vec<EditSettings>>,
    refused_routines: RefCell<Vec<EditRoutines>>,
    refused_exercises: RefCell<Vec<EditExercises>>,
}

impl ChoiceStore {
    pub(super) fn new(shown: Choices, saving: &'static Saving, reports: &'static Reports, notices: Notices) -> Self {
        Self {
            shown,
            saving,
            reports,
            notices,
            refused_settings: RefCell::default(),
            refused_routines: RefCell::default(),
            refused_exercises: RefCell::default(),
        }
    }

    /// Shows exercises, settings and routines as they are stored; true if other settings were shown before.
    pub(super) fn read(&self) -> bool {
        let disk = self.saving.disk();
        if disk.has_vanished() {
            // The values on screen are written again; defaults never take their place.
            return false;
        }
        let exercises = saved::load_exercises(disk);
        self.reports.report(&Kept::Exercises, &exercises);
        // Names and doses of routines need them.
        self.show_exercises(&exercises.whole().unwrap_or_default());
        let (settings, routines) = (saved::load_settings(disk), saved::load_routines(disk));
        self.reports.report(&Kept::Settings, &settings);
        self.reports.report(&Kept::Routines, &routines);
        self.show_routines(routines.whole().unwrap_or_default());
        self.show_settings(settings.whole().unwrap_or_default())
    }

    /// Shows these settings; true if others were shown before.
    fn show_settings(&self, settings: Settings) -> bool {
        show_theme(settings.theme);
        let is_new = self.shown.settings.with_untracked(|shown| *shown != settings);
        if is_new {
            self.shown.settings.set(settings);
        }
        is_new
    }

    fn show_routines(&self, routines: Vec<Routine>) {
        if self.shown.routines.with_untracked(|shown| *shown != routines) {
            self.shown.routines.set(routines);
        }
    }

    /// Changes the settings in the store, which another tab may have changed since. Only in a turn. True if other settings were
    /// shown before.
    pub(super) fn change_settings(&self, (before, change): SettingsEdit) -> bool {
        let stored = saved::load_settings(self.saving.disk()).whole().unwrap_or(before);
        let mut changes = self.refused_settings.take();
        changes.push(change);
        let settings = changes.iter().fold(stored, |settings, change| change(settings));
        if self.notices.check(saved::save_settings(self.saving.disk(), &settings)).is_some() {
            return self.show_settings(settings);
        }
        self.refused_settings.replace(changes);
        false
    }

    /// Changes the routines in the store. Only in a turn. True if the store has taken them.
    pub(super) fn change_routines(&self, change: EditRoutines) -> bool {
        let mut routines = match saved::load_routines(self.saving.disk()) {
            Loaded::Whole(stored) => stored,
            _ => self.shown.routines.get_untracked(),
        };
        let mut changes = self.refused_routines.take();
        changes.push(change);
        for change in &changes {
            change(&mut routines);
        }
        let kept = self.notices.check(saved::save_routines(self.saving.disk(), &routines)).is_some();
        if kept {
            self.show_routines(routines);
        } else {
            self.refused_routines.replace(changes);
        }
        kept
    }

    /// Shows these own exercises, and makes them known.
    pub(super) fn show_exercises(&self, exercises: &[OwnExercise]) {
        let shown = define(exercises);
        if self.shown.exercises.with_untracked(|before| *before != shown) {
            self.shown.exercises.set(shown);
        }
    }

    /// The own exercises as they are shown.
    pub(super) fn shown_exercises(&self) -> Vec<OwnExercise> {
        self.shown.exercises.with_untracked(|shown| shown.iter().map(|own| (*own).clone()).collect())
    }

    /// Changes the own exercises in the store. Only in a turn. True if the store has taken them.
    pub(super) fn change_exercises(&self, change: EditExercises) -> bool {
        let mut exercises = match saved::load_exercises(self.saving.disk()) {
            Loaded::Whole(stored) => stored,
            _ => self.shown_exercises(),
        };
        let mut changes = self.refused_exercises.take();
        changes.push(change);
        for change in &changes {
            change(&mut exercises);
        }
        let kept = self.notices.check(saved::save_exercises(self.saving.disk(), &exercises)).is_some();
        if kept {
            self.show_exercises(&exercises);
        } else {
            self.refused_exercises.replace(changes);
        }
        kept
    }

    /// True if the store refused a change of the routines that is still to be made.
    pub(super) fn has_refused_routines(&self) -> bool {
        !self.refused_routines.borrow().is_empty()
    }

    /// Shows the state of a first start, and drops refused changes: everything is erased.
    pub(super) fn forget(&self) {
        self.shown.settings.set(Settings::default());
        show_theme(Theme::System);
        self.shown.routines.set(Vec::new());
        self.show_exercises(&[]);
        forget_own();
        self.refused_exercises.take();
        self.refused_settings.take();
        self.refused_routines.take();
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
