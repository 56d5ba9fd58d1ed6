//! What earlier reports mean for today: what to ask, what stays out, and when to ask a professional.

use super::{Change, Light, PainReport, Spot};
use crate::domain::catalogue;
use crate::domain::units::Timestamp;
use time::Date;

const DAY: i64 = 24 * 60 * 60 * 1000;
/// How long a report is asked about, and how long amber may last.
const LONG: i64 = 14 * DAY;
/// Within which time two reds count together.
const SHORT: i64 = 7 * DAY;

/// The reports to ask about before a session of the exercises `coming`, newest first: of the last 14 days, of one of
/// them or of a region that one of them loads, the last of its spot, and not asked about since. `reports` in the order
/// told.
#[must_use]
pub fn open_questions<'a>(reports: &'a [PainReport], coming: &[&str], now: Timestamp) -> Vec<&'a PainReport> {
    let since = |report: &PainReport| now.ms_since(report.when) <= LONG && report.score.get() > 0;
    let mut open: Vec<&PainReport> = Vec::new();
    for (at, report) in reports.iter().enumerate().rev() {
        let settled = reports[at..].iter().any(|later| later.is_like(report) && later.follow_up.is_some());
        let asked = open.iter().any(|other| other.is_like(report));
        if since(report) && report.is_loaded_by(coming) && !settled && !asked {
            open.push(report);
        }
    }
    open
}

/// Whether `exercise` stays out for the rest of the local day `today`, because a set of it was red.
#[must_use]
pub fn is_out_today(reports: &[PainReport], exercise: &str, today: Date) -> bool {
    let red = |r: &PainReport| r.exercise == exercise && r.score.light() == Light::Red;
    reports.iter().any(|report| red(report) && report.when.day(report.offset) == Some(today))
}

/// Why somebody who may should look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// It got worse.
    Worse,
    /// Two reds in 7 days.
    Strong,
    /// Amber for more than 14 days.
    Long,
}

impl Concern {
    /// The reason and what to do, in one line each.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Worse => "It got worse. Show it to a health professional before you load it again.",
            Self::Strong => "Twice 6 or more in 7 days. Show it to a health professional.",
            Self::Long => "It has lasted more than 14 days. Show it to a health professional.",
        }
    }
}

/// Whether `about`, one of `reports` as it stands now, is one for a professional. `reports` in the order told.
#[must_use]
pub fn concern(reports: &[PainReport], about: &PainReport) -> Option<Concern> {
    let reds = up_to(reports, about).filter(|report| report.score.light() == Light::Red);
    let reds = reds.filter(|report| about.when.ms_since(report.when) <= SHORT).count();
    match about.follow_up.map(|follow_up| follow_up.change) {
        Some(Change::Worse) => Some(Concern::Worse),
        Some(Change::Better) => None,
        Some(Change::Same) | None if reds > 1 => Some(Concern::Strong),
        Some(Change::Same) | None => (lasted(reports, about) > LONG).then_some(Concern::Long),
    }
}

/// Milliseconds from the first of an unbroken row of reports that are not green to the last word on `about`. A row
/// breaks where it was better, or where nothing was told for 14 days.
fn lasted(reports: &[PainReport], about: &PainReport) -> i64 {
    let mut since = about.when;
    for report in up_to(reports, about) {
        let better = report.follow_up.is_some_and(|follow_up| follow_up.change == Change::Better);
        if better || report.score.light() == Light::Green || since.ms_since(report.when) > LONG {
            break;
        }
        since = report.when;
    }
    let last = about.follow_up.map_or(about.when, |follow_up| follow_up.when);
    last.ms_since(since)
}

/// The reports of the spot of `about`, from it backwards.
fn up_to<'a>(reports: &'a [PainReport], about: &'a PainReport) -> impl Iterator<Item = &'a PainReport> {
    reports.iter().rev().skip_while(|report| !report.is(about)).filter(|report| report.is_like(about))
}

impl PainReport {
    /// Whether both are the same report, whatever was added to it since.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.when == other.when && self.exercise == other.exercise
    }

    /// Whether both are about the same spot. What hurts elsewhere is only the same in the same exercise.
    fn is_like(&self, other: &Self) -> bool {
        self.spot == other.spot && (self.spot != Spot::Elsewhere || self.exercise == other.exercise)
    }

    fn is_loaded_by(&self, coming: &[&str]) -> bool {
        let areas = |id: &&str| catalogue::find(id).map_or(&[][..], |exercise| exercise.areas);
        let loads = |id: &&str| *id == self.exercise || self.spot.area().is_some_and(|area| areas(id).contains(&area));
        coming.iter().any(loads)
    }
}
