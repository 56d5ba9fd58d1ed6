//! What hurt, under a small key of its own: `{"v":1,"r":[[when,offset,"lunge","h","knee",4,"easier",asked,"same"]]}`,
//! newest last. Where she chose nothing the answer is empty; a report not asked about again ends before the last two.

use super::VERSION;
use super::keep::{Loaded, NotSaved, for_change, load, save};
use super::shapes::{level_letter, level_of};
use super::store::KeyValue;
use crate::domain::coach::pain::{Answer, Change, FollowUp, PainReport, Score, Spot};
use crate::domain::units::{Offset, Timestamp};
use serde::{Deserialize, Serialize};

/// How many reports are kept.
pub const MAX_REPORTS: usize = 200;

#[derive(Serialize, Deserialize)]
struct PainV1 {
    v: u32,
    r: Vec<ReportV1>,
}

/// When, offset, exercise, level, spot, score, answer; when asked again, how it was then.
#[derive(Clone, Serialize, Deserialize)]
struct ReportV1(
    i64,
    i16,
    String,
    char,
    String,
    u8,
    String,
    #[serde(default, skip_serializing_if = "Option::is_none")] Option<i64>,
    #[serde(default, skip_serializing_if = "String::is_empty")] String,
);

/// What hurt so far, in the order told.
pub fn load_pain(store: &impl KeyValue) -> Loaded<Vec<PainReport>> {
    load::<Checked>(store, "pain").map(|checked| checked.reports)
}

/// Keeps a report: in the place of the same one, or as the newest. Of more than [`MAX_REPORTS`] the oldest go, those
/// first that were asked about again.
///
/// # Errors
/// Where it was not saved; the others are as they were then.
pub fn keep_pain(store: &impl KeyValue, report: &PainReport) -> Result<(), NotSaved> {
    let mut reports = for_change(load_pain(store))?;
    match reports.iter_mut().find(|kept| kept.is(report)) {
        Some(kept) => kept.clone_from(report),
        None => reports.push(report.clone()),
    }
    while reports.len() > MAX_REPORTS {
        let settled = reports[..MAX_REPORTS].iter().position(|report| report.follow_up.is_some());
        reports.remove(settled.unwrap_or(0));
    }
    save(store, "pain", &Checked { reports })
}

/// Reports that can all be read: anything else is refused as a whole, and so kept verbatim.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "PainV1", into = "PainV1")]
pub(super) struct Checked {
    pub(super) reports: Vec<PainReport>,
}

impl TryFrom<PainV1> for Checked {
    type Error = &'static str;

    fn try_from(pain: PainV1) -> Result<Self, Self::Error> {
        let reports = pain.r.into_iter().map(read).collect::<Option<Vec<_>>>();
        Ok(Self { reports: reports.ok_or("a report that cannot be read")? })
    }
}

impl From<Checked> for PainV1 {
    fn from(checked: Checked) -> Self {
        Self { v: VERSION, r: checked.reports.into_iter().map(write).collect() }
    }
}

fn read(shape: ReportV1) -> Option<PainReport> {
    let ReportV1(when, offset, exercise, level, spot, score, answer, asked, change) = shape;
    let answer = match answer.as_str() {
        "" => None,
        slug => Some(Answer::from_slug(slug)?),
    };
    let follow_up = match asked {
        Some(when) => Some(FollowUp { when: Timestamp(when), change: Change::from_slug(&change)? }),
        None => None,
    };
    Some(PainReport {
        when: Timestamp(when),
        offset: Offset::from_minutes(offset),
        exercise,
        level: level_of(level)?,
        spot: Spot::from_slug(&spot)?,
        score: Score::new(score).ok()?,
        answer,
        follow_up,
    })
}

fn write(report: PainReport) -> ReportV1 {
    let PainReport { when, offset, exercise, level, spot, score, answer, follow_up } = report;
    let (spot, answer) = (spot.slug().to_owned(), answer.map_or("", Answer::slug).to_owned());
    let asked = follow_up.map(|follow_up| follow_up.when.0);
    let change = follow_up.map_or("", |follow_up| follow_up.change.slug()).to_owned();
    ReportV1(when.0, offset.minutes(), exercise, level_letter(level), spot, score.get(), answer, asked, change)
}
