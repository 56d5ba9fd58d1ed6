//! Questions about earlier reports, and the reports that call for a professional.

use super::{FollowUp, Light, PainChange, PainReport, sore};
use crate::domain::catalogue::Level;
use crate::domain::session::loads;
use crate::domain::units::{DAY_MS, Timestamp};

/// Period in which a report is asked about, and in which amber may last. Milliseconds.
const LONG: i64 = 14 * DAY_MS;
/// Time after which a part that is still sore is asked about again. Milliseconds.
const AGAIN: i64 = DAY_MS / 2;
/// Period in which two reds count together. Milliseconds.
const SHORT: i64 = 7 * DAY_MS;

/// The reports to ask about before a session with the exercises `coming`, newest first: those that keep a part sore, however
/// old, and those of the last 14 days, if one of the exercises loads the part or is the one that hurt. Of each part the latest
/// report or answer counts; an answered question is not asked again, for a sore part not before `AGAIN` has passed. `reports`
/// in order of time.
#[must_use]
pub fn open_questions<'a>(reports: &'a [PainReport], coming: &[(&str, Level)], now: Timestamp) -> Vec<&'a PainReport> {
    let sores = sore(reports);
    let mut open: Vec<&PainReport> = Vec::new();
    for (at, report) in reports.iter().enumerate().rev() {
        let is_sore = sores.iter().any(|sore| sore.report.is(report));
        let recent = now.ms_since(report.when) <= LONG && report.score.get() > 0;
        let settles = |follow_up: FollowUp| !is_sore || now.ms_since(follow_up.when) < AGAIN;
        let settled = reports[at..].iter().any(|later| later.is_like(report) && later.follow_up.is_some_and(settles));
        let asked = open.iter().any(|other| other.is_like(report));
        if (recent || is_sore) && report.is_loaded_by(coming) && !settled && !asked {
            open.push(report);
        }
    }
    open
}

/// A reason to see a professional.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// It got worse.
    Worse,
    /// Two reds in 7 days.
    Strong,
    /// Amber for more than 14 days.
    Long,
}

/// The reason to see a professional about `about`, one of `reports` with its present answer. `reports` in order of time.
#[must_use]
pub fn concern(reports: &[PainReport], about: &PainReport) -> Option<Concern> {
    let reds = up_to(reports, about).filter(|report| report.score.light() == Light::Red);
    let reds = reds.filter(|report| about.when.ms_since(report.when) <= SHORT).count();
    match about.follow_up.map(|follow_up| follow_up.change) {
        Some(PainChange::Worse) => Some(Concern::Worse),
        Some(PainChange::Better) => None,
        Some(PainChange::Same) | None if reds > 1 => Some(Concern::Strong),
        Some(PainChange::Same) | None => (lasted(reports, about) > LONG).then_some(Concern::Long),
    }
}

/// Milliseconds from the first of an unbroken series of reports that are not green to the latest report or answer on `about`. A
/// series ends with "better", or after 14 days without a report.
fn lasted(reports: &[PainReport], about: &PainReport) -> i64 {
    let mut since = about.when;
    for report in up_to(reports, about) {
        let better = report.follow_up.is_some_and(|follow_up| follow_up.change == PainChange::Better);
        if better || report.score.light() == Light::Green || since.ms_since(report.when) > LONG {
            break;
        }
        since = report.when;
    }
    let last = about.follow_up.map_or(about.when, |follow_up| follow_up.when);
    last.ms_since(since)
}

/// The reports of the part of `about`, from it backwards.
fn up_to<'a>(reports: &'a [PainReport], about: &'a PainReport) -> impl Iterator<Item = &'a PainReport> {
    reports.iter().rev().skip_while(|report| !report.is(about)).filter(|report| report.is_like(about))
}

impl PainReport {
    /// True if both are the same report, whatever was added to it since.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.when == other.when && self.exercise == other.exercise
    }

    /// True if both are about the same part and side; a report without a side is about both.
    fn is_like(&self, other: &Self) -> bool {
        self.is_of(other) && self.sides() & other.sides() != 0
    }

    fn is_loaded_by(&self, coming: &[(&str, Level)]) -> bool {
        coming.iter().any(|(id, level)| *id == self.exercise || loads(id, *level, self.part))
    }
}
