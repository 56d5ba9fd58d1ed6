//! Numbers of rows in a file: new, known, differing.

use crate::domain::log::places_by_id;
use crate::domain::saved::backup::Backup;
use crate::domain::saved::merge::{is_known_routine, sessions_of};

/// Numbers of one kind of rows in a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// In the file.
    pub all: usize,
    /// Not on this device yet.
    pub new: usize,
    /// On this device with the same content.
    pub known: usize,
    /// On this device with another content.
    pub differing: usize,
}

impl Counts {
    /// Counts a row of the file: `is_here` if its identity is here, `is_known` if all of its content is.
    fn add(&mut self, is_here: bool, is_known: bool) {
        self.all += 1;
        match (is_here, is_known) {
            (false, _) => self.new += 1,
            (true, true) => self.known += 1,
            (true, false) => self.differing += 1,
        }
    }
}

pub(super) fn count_routines(device: &Backup, file: &Backup) -> Counts {
    let mut counts = Counts::default();
    for routine in &file.routines {
        let is_here = device.routines.iter().any(|own| own.id == routine.id);
        counts.add(is_here, is_known_routine(&device.routines, routine));
    }
    counts
}

/// Counts the exercises that are in lists.
pub(super) fn count_exercises(device: &Backup, merged: &Backup, file: &Backup) -> Counts {
    let mut counts = Counts::default();
    for theirs in file.exercises.iter().filter(|own| !own.is_gone) {
        let own = device.exercises.iter().find(|own| own.id == theirs.id);
        counts.add(own.is_some(), own.is_some_and(|own| merged.exercises.contains(own)));
    }
    counts
}

pub(super) fn count_pain(device: &Backup, merged: &Backup, file: &Backup) -> Counts {
    let mut counts = Counts::default();
    for report in &file.pain {
        let own = device.pain.iter().find(|own| own.is(report));
        counts.add(own.is_some(), own.is_some_and(|own| merged.pain.contains(own)));
    }
    counts
}

pub(super) fn count_sessions(device: &Backup, merged: &Backup, file: &Backup) -> Counts {
    let (own, all) = (places_by_id(&device.sessions), places_by_id(&merged.sessions));
    let mut counts = Counts::default();
    for session in sessions_of(file) {
        let before = own.get(&session.id).map(|at| &device.sessions[*at]);
        let after = all.get(&session.id).map(|at| &merged.sessions[*at]);
        // A session that the merged backup lacks is open here, and stays as it is.
        counts.add(before.is_some() || after.is_none(), before == after);
    }
    counts
}
