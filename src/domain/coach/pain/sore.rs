//! Sore parts of the body, and the exercises that are left out until the runner says that a part is better.

use super::{PainChange, PainReport, PainSide};
use crate::domain::catalogue::{BodyPart, Brief, Kit, Level, briefs, has_kit};
use crate::domain::routine::{Item, Routine};
use crate::domain::session::{Step, loads, out_from};

/// A sore part of the body: its latest report has a score of 4 or more, or its latest answer is "worse". Exercises are left out
/// on both sides, because these are trained in turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sore {
    /// The latest report on it.
    pub report: PainReport,
    /// The exercises in which it has hurt since it was last well, each with the level from which on it is left out, even if it
    /// does not load the part by the catalogue.
    hurt_in: Vec<(String, Level)>,
}

/// The sore parts, the latest report first. `reports` in order of time.
///
/// A part stays sore without a time limit. "Better" ends it, and so does a later score below 4 on the same side; "same" does
/// not. A report without a side is about both.
#[must_use]
pub fn sore(reports: &[PainReport]) -> Vec<Sore> {
    let mut sores = Vec::new();
    for (at, report) in reports.iter().enumerate().rev() {
        let later = reports[at + 1..].iter().filter(|later| later.is_of(report));
        let decided = later.fold(0, |sides, later| sides | later.sides());
        if report.is_sore() && report.sides() & !decided != 0 {
            sores.push(Sore { report: report.clone(), hurt_in: hurt_in(&reports[..=at]) });
        }
    }
    sores
}

/// The exercises in the unbroken series of sore reports that ends with the last one.
fn hurt_in(reports: &[PainReport]) -> Vec<(String, Level)> {
    let Some(last) = reports.last() else { return Vec::new() };
    let same = reports.iter().rev().filter(|report| report.is_of(last) && report.sides() & last.sides() != 0);
    let row = same.take_while(|report| report.is_sore()).filter(|report| !report.exercise.is_empty());
    row.map(|report| (report.exercise.clone(), report.out_from())).collect()
}

impl PainReport {
    /// True if it keeps its part sore as long as there is no later report.
    fn is_sore(&self) -> bool {
        match self.follow_up.map(|follow_up| follow_up.change) {
            Some(PainChange::Better) => false,
            Some(PainChange::Worse) => true,
            Some(PainChange::Same) | None => self.score.is_sore(),
        }
    }

    /// True if both are about the same part of the body, on any side. "Elsewhere" is the same only in the same exercise.
    pub(super) fn is_of(&self, other: &Self) -> bool {
        self.part == other.part && (self.part != BodyPart::Elsewhere || self.exercise == other.exercise)
    }

    /// The sides that it is about: a bit for the left, a bit for the right.
    pub(super) const fn sides(&self) -> u8 {
        match self.side {
            Some(PainSide::Left) => 0b01,
            Some(PainSide::Right) => 0b10,
            Some(PainSide::Both) | None => 0b11,
        }
    }

    /// The lowest level at which its exercise is left out, even if it does not load the part: at 4 and 5 a lower one may be
    /// easier.
    fn out_from(&self) -> Level {
        let worse = self.follow_up.is_some_and(|follow_up| follow_up.change == PainChange::Worse);
        if worse { Level::Base } else { out_from(self.part, self.score, self.level) }
    }
}

/// The sore part because of which `exercise` is left out at `level`; `None` if it loads no sore part and none hurt in it.
#[must_use]
pub fn is_out<'a>(sores: &'a [Sore], exercise: &str, level: Level) -> Option<&'a Sore> {
    sores.iter().find(|sore| sore.is_loaded_by(exercise, level) || sore.hurt_in(exercise, level))
}

/// Every exercise that is left out: of those that could be planned, and of those in `planned`.
#[must_use]
pub fn all_out(sores: &[Sore], planned: &[Step]) -> Vec<(String, Level)> {
    let every = briefs().iter().flat_map(|brief| Level::ALL.iter().map(|level| (brief.id, *level)));
    let planned = planned.iter().map(|step| (step.exercise.as_str(), step.level));
    let out = every.chain(planned).filter(|(slug, level)| is_out(sores, slug, *level).is_some());
    out.map(|(slug, level)| (slug.to_owned(), level)).collect()
}

impl Sore {
    /// True if `exercise` loads the part at `level`, by the catalogue.
    #[must_use]
    pub fn is_loaded_by(&self, exercise: &str, level: Level) -> bool {
        loads(exercise, level, self.report.part)
    }

    fn hurt_in(&self, exercise: &str, level: Level) -> bool {
        self.hurt_in.iter().any(|(slug, from)| slug == exercise && *from <= level)
    }
}

/// `routine` without the exercises that are left out.
#[must_use]
pub fn trainable(routine: &Routine, sores: &[Sore]) -> Routine {
    let stays = |item: &&Item| is_out(sores, &item.exercise, item.level).is_none();
    Routine { items: routine.items.iter().filter(stays).cloned().collect(), ..routine.clone() }
}

/// The exercises that can still be trained with `kit`, at Base: nobody is sent to a harder level because the easier one is out.
#[must_use]
pub fn possible(sores: &[Sore], kit: &[Kit]) -> Vec<&'static Brief> {
    let is_possible = |brief: &Brief| has_kit(kit, brief.at(Level::Base).kit);
    briefs().iter().filter(|brief| is_possible(brief) && is_out(sores, brief.id, Level::Base).is_none()).collect()
}
