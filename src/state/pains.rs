//! Pain: the runner's reports, the sore parts, and the exercises left out because of them.

use super::day::{clock_now, day_now};
use super::notices::{NoticeKind, Notices, Offer};
use super::reports::Reports;
use super::saved_state::{Saved, SavedCallback};
use super::saving::Saving;
use crate::domain::catalogue::Level;
use crate::domain::coach::pain::{
    Concern, PainReport, Sore, all_out, concern, is_out, open_questions, sore, trainable,
};
use crate::domain::message::Kept;
use crate::domain::routine::Routine;
use crate::domain::saved;
use crate::domain::session::{Plan, Session, Step};
use crate::text::pain::stays_out;
use leptos::prelude::{RwSignal, Set, With, WithUntracked};
use std::cell::RefCell;

/// The sore parts and the question about pain, as shown.
#[derive(Clone, Copy)]
pub struct Pains {
    /// The sore parts of the body: exercises that load them are left out everywhere.
    pub sores: RwSignal<Vec<Sore>>,
    /// The earlier pain that is asked about at the moment.
    pub question: RwSignal<Option<PainReport>>,
}

impl Default for Pains {
    /// No pain.
    fn default() -> Self {
        Self { sores: RwSignal::new(Vec::new()), question: RwSignal::new(None) }
    }
}

impl Pains {
    /// True if `exercise` at `level` is left out, because it loads a sore part. Reads the sore parts reactively.
    #[must_use]
    pub fn is_out(self, exercise: &str, level: Level) -> bool {
        self.sores.with(|sores| is_out(sores, exercise, level).is_some())
    }

    /// True if everything that could be trained of `routine` is left out. Reads the sore parts reactively.
    #[must_use]
    pub fn is_all_out(self, routine: &Routine) -> bool {
        let known = |routine: &Routine| routine.items.iter().any(|item| item.known().is_some());
        known(routine) && !known(&self.sores.with(|sores| trainable(routine, sores)))
    }
}

/// A session as planned, before exercises were left out.
pub(super) struct Planned {
    pub(super) whole: Plan,
    /// Its remaining steps.
    pub(super) left: Vec<Step>,
}

/// The pain reports in the store. In the lazy chunk.
pub(super) struct PainStore {
    shown: Pains,
    saving: &'static Saving,
    reports: &'static Reports,
    notices: Notices,
    /// The pain reports in the order of their moments, including those not yet stored.
    known: RefCell<Vec<PainReport>>,
    /// Reports that the store refused: they are written again with the next one.
    refused: RefCell<Vec<PainReport>>,
    /// The session just begun, as planned.
    pub(super) planned: RefCell<Option<Planned>>,
}

impl PainStore {
    pub(super) fn new(shown: Pains, saving: &'static Saving, reports: &'static Reports, notices: Notices) -> Self {
        let (known, refused, planned) = (RefCell::default(), RefCell::default(), RefCell::default());
        Self { shown, saving, reports, notices, known, refused, planned }
    }

    /// The pain reports in order: the stored ones, and those that the store refused.
    pub(super) fn stored(&self) -> Vec<PainReport> {
        let pains = saved::load_pain(self.saving.disk());
        self.reports.report(&Kept::Pain, &pains);
        let mut pains = pains.whole().unwrap_or_default();
        for report in &*self.refused.borrow() {
            put(&mut pains, report);
        }
        pains
    }

    /// Saves a report, replacing one of the same moment and exercise; [`PainStore::stored`] has it a moment later. Calls `then`
    /// with the result.
    fn keep(&'static self, report: PainReport, then: SavedCallback) {
        self.saving.change(move || {
            let mut reports = self.refused.take();
            reports.retain(|other| !other.is(&report));
            reports.push(report);
            while let Some(report) = reports.first() {
                if self.notices.check(saved::keep_pain(self.saving.disk(), report)).is_none() {
                    break;
                }
                reports.remove(0);
            }
            let kept = reports.is_empty();
            self.refused.replace(reports);
            self.saving.tell_saved(kept, then);
        });
    }

    /// Notes a report, replacing one of the same moment and exercise: here at once, and in the store.
    pub(super) fn note(&'static self, report: &PainReport) {
        put(&mut self.known.borrow_mut(), report);
        self.shown.sores.set(sore(&self.known.borrow()));
        self.keep(report.clone(), Box::new(|_: Saved| {}));
    }

    /// Reads the stored reports and adds those of this page that are not stored. True if other parts are sore afterwards.
    pub(super) fn read(&self) -> bool {
        let mut pains = self.stored();
        for noted in self.known.borrow().iter() {
            let asked = |report: &PainReport| report.follow_up.map(|follow_up| follow_up.when);
            if pains.iter().all(|kept| !kept.is(noted) || asked(kept) < asked(noted)) {
                put(&mut pains, noted);
            }
        }
        let sores = sore(&pains);
        self.known.replace(pains);
        let is_new = self.shown.sores.with_untracked(|shown| *shown != sores);
        if is_new {
            self.shown.sores.set(sores);
        }
        is_new
    }

    /// Forgets the reports of this page; another tab erases the store.
    pub(super) fn forget(&self) {
        self.known.take();
        self.shown.sores.set(Vec::new());
    }

    /// Drops the reports that the store refused: everything is erased.
    pub(super) fn forget_refused(&self) {
        self.refused.take();
    }

    /// The reason to see a professional about the last report.
    pub(super) fn concern(&self, report: &PainReport) -> Option<Concern> {
        concern(&self.known.borrow(), report)
    }

    /// The next question before the session just begun.
    pub(super) fn next_question(&self) -> Option<PainReport> {
        let planned = self.planned.borrow();
        let coming: Vec<_> =
            planned.iter().flat_map(|planned| &planned.whole.steps).map(|s| (s.exercise.as_str(), s.level)).collect();
        open_questions(&self.known.borrow(), &coming, clock_now()).first().map(|report| (*report).clone())
    }

    /// Tells the runner which exercises are left out, and the reason.
    pub(super) fn tell_left_out<'a>(&self, out: impl IntoIterator<Item = (&'a str, Level)>) {
        let told = self.shown.sores.with_untracked(|sores| stays_out(out, sores, day_now()));
        for text in told {
            self.notices.tell(NoticeKind::Plain, text, Offer::Nothing);
        }
    }

    /// Every exercise that is left out, of those that could be planned and of those in `session`.
    pub(super) fn all_out(&self, session: &Session) -> Vec<(String, Level)> {
        self.all_out_of(session.steps())
    }

    /// Every exercise that is left out, of those that could be planned and of `steps`.
    pub(super) fn all_out_of(&self, steps: &[Step]) -> Vec<(String, Level)> {
        self.shown.sores.with_untracked(|sores| all_out(sores, steps))
    }
}

/// Replaces the report of the same moment and exercise, or adds it at the end.
fn put(pains: &mut Vec<PainReport>, report: &PainReport) {
    match pains.iter_mut().find(|kept| kept.is(report)) {
        Some(kept) => kept.clone_from(report),
        None => pains.push(report.clone()),
    }
}
