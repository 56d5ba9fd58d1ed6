//! The pain reports, under a key of their own: `{"v":1,"r":[[when,offset,"lunge","h","knee",4,"easier",asked,"same"]]}`, newest
//! last. Without a choice the answer is empty, and so is the exercise of a report outside a session. A report without a
//! follow-up ends before the last two fields; one with a side has it after them, with `null,"","left"` if there is no
//! follow-up.

use super::VERSION;
use super::keep::{Loaded, NotSaved, StoredShape, for_change, load, save};
use super::shapes::{level_letter, level_of};
use super::store::KeyValue;
use crate::domain::catalogue::BodyPart;
use crate::domain::coach::pain::{Answer, FollowUp, PainChange, PainReport, PainSide, Score, sore};
use crate::domain::units::{Offset, Timestamp};
use serde::{Deserialize, Serialize};

/// The number of reports kept.
pub const MAX_REPORTS: usize = 200;

#[derive(Serialize, Deserialize)]
struct PainV1 {
    v: u32,
    r: Vec<ReportV1>,
}

/// Moment, offset, exercise, level, part, score, answer; moment and answer of the follow-up; the side. `Some(None)` holds the
/// place of a missing value before one that is there.
#[allow(clippy::option_option, reason = "an absent element and an empty one are written differently")]
#[derive(Clone, Serialize, Deserialize)]
struct ReportV1(
    i64,
    i16,
    String,
    char,
    String,
    u8,
    String,
    #[serde(default, skip_serializing_if = "Option::is_none")] Option<Option<i64>>,
    #[serde(default, skip_serializing_if = "Option::is_none")] Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")] Option<String>,
);

/// The stored reports, in order of time.
pub fn load_pain(store: &dyn KeyValue) -> Loaded<Vec<PainReport>> {
    load::<CheckedPain>(store, "pain").map(|checked| checked.reports)
}

/// Saves a report: replaces the one with its identity, or adds it as the newest. Of more than [`MAX_REPORTS`] the oldest are
/// removed, first those with a follow-up, and none that keeps a part of the body sore while there is another.
///
/// # Errors
/// If it was not saved; the others are as they were then.
pub fn keep_pain(store: &dyn KeyValue, report: &PainReport) -> Result<(), NotSaved> {
    let mut reports = for_change(load_pain(store))?;
    match reports.iter_mut().find(|kept| kept.is(report)) {
        Some(kept) => kept.clone_from(report),
        None => reports.push(report.clone()),
    }
    while reports.len() > MAX_REPORTS {
        reports.remove(least(&reports));
    }
    save(store, "pain", &CheckedPain { reports })
}

/// Saves exactly these reports.
pub(super) fn save_all(store: &dyn KeyValue, reports: Vec<PainReport>) -> Result<(), NotSaved> {
    save(store, "pain", &CheckedPain { reports })
}

/// The index of the report to remove first; the newest is not among them.
fn least(reports: &[PainReport]) -> usize {
    let sores = sore(reports);
    let spare = |report: &PainReport| sores.iter().all(|sore| !sore.report.is(report));
    let old = &reports[..reports.len() - 1];
    let settled = old.iter().position(|report| report.follow_up.is_some() && spare(report));
    settled.or_else(|| old.iter().position(spare)).unwrap_or(0)
}

/// Reports that can all be read: any other value is refused as a whole, and so kept verbatim.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "PainV1", into = "PainV1")]
pub(super) struct CheckedPain {
    pub(super) reports: Vec<PainReport>,
}

impl StoredShape for CheckedPain {}

impl TryFrom<PainV1> for CheckedPain {
    type Error = &'static str;

    fn try_from(pain: PainV1) -> Result<Self, Self::Error> {
        let reports = pain.r.into_iter().map(read).collect::<Option<Vec<_>>>();
        Ok(Self { reports: reports.ok_or("a report that cannot be read")? })
    }
}

impl From<CheckedPain> for PainV1 {
    fn from(checked: CheckedPain) -> Self {
        Self { v: VERSION, r: checked.reports.into_iter().map(write).collect() }
    }
}

fn read(shape: ReportV1) -> Option<PainReport> {
    let ReportV1(when, offset, exercise, level, part, score, answer, asked, change, side) = shape;
    let answer = match answer.as_str() {
        "" => None,
        slug => Some(Answer::from_slug(slug)?),
    };
    let follow_up = match asked.flatten() {
        Some(when) => Some(FollowUp { when: Timestamp(when), change: PainChange::from_slug(&change?)? }),
        None => None,
    };
    let side = match side {
        Some(slug) => Some(PainSide::from_slug(&slug)?),
        None => None,
    };
    Some(PainReport {
        when: Timestamp(when),
        offset: Offset::from_minutes(offset),
        exercise,
        level: level_of(level)?,
        part: BodyPart::from_slug(&part)?,
        side,
        score: Score::new(score).ok()?,
        answer,
        follow_up,
    })
}

fn write(report: PainReport) -> ReportV1 {
    let PainReport { when, offset, exercise, level, part, side, score, answer, follow_up } = report;
    let (part, answer) = (part.slug().to_owned(), answer.map_or("", Answer::slug).to_owned());
    let side = side.map(|side| side.slug().to_owned());
    let asked = follow_up.map(|follow_up| Some(follow_up.when.0)).or_else(|| side.is_some().then_some(None));
    let change = follow_up.map(|follow_up| follow_up.change.slug().to_owned());
    let change = change.or_else(|| side.is_some().then(String::new));
    ReportV1(when.0, offset.minutes(), exercise, level_letter(level), part, score.get(), answer, asked, change, side)
}

/// The identity of a report as a key: its moment and its exercise.
pub(super) fn identity(report: &PainReport) -> String {
    format!("{} {}", report.when.0, report.exercise)
}
