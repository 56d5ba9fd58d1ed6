//! The flat list of sets of a session, made from a routine.

use super::{Session, Side};
use crate::domain::catalogue::{self, Demand, Level, LoadKind, Measure, SideName, Sides, Slug, Variation, Watched};
use crate::domain::load::Load;
use crate::domain::routine::{BlockPlace, Item, PlannedSet, Routine, SetClock, SideOrder, beat_seconds, rep_seconds};
use crate::domain::units::{Amount, Seconds};

/// The input of a new session.
#[derive(Clone, Copy)]
pub struct Start<'a> {
    /// The routine.
    pub routine: &'a Routine,
    /// The side that begins, by the slug of an exercise whose sides are done one after the other.
    pub first: &'a dyn Fn(&str) -> Side,
    /// The load that the runner used last, of an item whose plan has none.
    pub last_load: &'a dyn Fn(&Item) -> Option<Load>,
    /// True for "wait for me": no phase begins by itself.
    pub wait_for_me: bool,
}

impl<'a> Start<'a> {
    /// The defaults: the clock moves on, and right is first, since the monster walk is taught "12 right, 12 left" and one order
    /// for all is easier to follow.
    #[must_use]
    pub fn of(routine: &'a Routine) -> Self {
        Self { routine, first: &|_| Side::Right, last_load: &|_| None, wait_for_me: false }
    }
}

/// One set to do, on one side if sides are separate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The slug of its exercise.
    pub exercise: String,
    /// Its level.
    pub level: Level,
    /// Number of the set of the exercise, from 1.
    pub set: u8,
    /// The number of sets of the exercise.
    pub sets: u8,
    /// The working side, if sides are separate.
    pub side: Option<Side>,
    /// The unit of the amount.
    pub measure: Measure,
    /// The amount to do.
    pub target: Amount,
    /// Rest after it; zero before the other side and after the last set.
    pub rest: Seconds,
    /// True if the other side of the same set follows.
    pub other_side_next: bool,
    /// Its place in the blocks of the routine.
    pub place: BlockPlace,
    /// Its load, if it has one.
    pub load: Option<Load>,
    /// The seconds of each part of a repetition; empty for the exercise's own tempo.
    pub tempo: Vec<u8>,
}

impl Step {
    /// The name of its exercise.
    #[must_use]
    pub fn name(&self) -> &str {
        catalogue::brief(&self.exercise).map_or(self.exercise.as_str(), |exercise| exercise.name)
    }

    /// The slug of its exercise, if this version knows it.
    #[must_use]
    pub fn slug(&self) -> Option<Slug> {
        catalogue::brief(&self.exercise).map(|exercise| exercise.id)
    }

    /// The facts of its level, if this version knows the exercise.
    #[must_use]
    pub fn demand(&self) -> Option<&'static Demand> {
        Some(catalogue::brief(&self.exercise)?.at(self.level))
    }

    /// The variation with its texts, if this version knows the exercise.
    #[must_use]
    pub fn variation(&self) -> Option<&'static Variation> {
        Some(catalogue::find(&self.exercise)?.at(self.level))
    }

    /// The exercise by which sports watches know it.
    #[must_use]
    pub fn watched(&self) -> Watched {
        catalogue::watched(&self.exercise, self.level)
    }

    /// Its duration at its tempo.
    #[must_use]
    pub fn length(&self) -> Seconds {
        Seconds(u32::from(self.target.get()) * self.rep_seconds())
    }

    /// Seconds of one repetition or breath; 1 where seconds count.
    #[must_use]
    pub fn rep_seconds(&self) -> u32 {
        if let Some(breath) = self.breath() {
            return breath.0;
        }
        let demand = self.demand().filter(|_| !self.is_hold());
        demand.map_or(1, |demand| rep_seconds(demand, &self.tempo))
    }

    /// The parts of a repetition, each with its seconds; none where seconds count.
    #[must_use]
    pub fn beats(&self) -> Vec<(&'static str, u8)> {
        let Some(demand) = self.demand().filter(|_| !self.is_hold()) else { return Vec::new() };
        demand.tempo.iter().map(|beat| beat.word).zip(beat_seconds(demand, &self.tempo)).collect()
    }

    /// The kind of load that its exercise takes at its level; `None` for none.
    #[must_use]
    pub fn load_kind(&self) -> Option<LoadKind> {
        self.demand()?.load_kind()
    }

    /// The word beside left and right.
    #[must_use]
    pub fn limb(&self) -> SideName {
        catalogue::limb(&self.exercise)
    }

    /// True for an exercise of repetitions that is done for a time.
    #[must_use]
    pub fn is_interval(&self) -> bool {
        matches!(self.place.clock, Some(SetClock::For(_)))
            && self.demand().is_some_and(|demand| demand.dose.measure != Measure::Seconds)
    }

    /// The time from its beginning to that of the next set, in a block of one a minute.
    #[must_use]
    pub const fn every(&self) -> Option<Seconds> {
        match self.place.clock {
            Some(SetClock::Every(every)) => Some(every),
            Some(SetClock::For(_) | SetClock::Within(_) | SetClock::Breaths { .. }) | None => None,
        }
    }

    /// The length of a breath, in a flow.
    #[must_use]
    pub const fn breath(&self) -> Option<Seconds> {
        match self.place.clock {
            Some(SetClock::Breaths { each, .. }) => Some(each),
            _ => None,
        }
    }

    /// The amount of a hold that has lasted so long: seconds, or whole breaths; at least 1.
    #[must_use]
    pub fn held(&self, seconds: u32) -> Amount {
        Amount::clamped(u16::try_from(seconds / self.rep_seconds()).unwrap_or(u16::MAX))
    }

    /// True if the clock ends it.
    #[must_use]
    pub fn is_hold(&self) -> bool {
        matches!(self.measure, Measure::Seconds | Measure::Breaths)
    }
}

impl Session {
    /// The exercises of the present and the coming steps, each once, in order; those that this version knows.
    #[must_use]
    pub fn coming(&self) -> Vec<Slug> {
        let mut coming = Vec::new();
        let steps = self.steps[self.at..].iter().filter(|step| !self.is_left_out(step));
        for slug in steps.filter_map(Step::slug) {
            if !coming.contains(&slug) {
                coming.push(slug);
            }
        }
        coming
    }
}

/// The sets of `routine` in order, both sides of a set before the next, starting with the side that `first` names for the
/// exercise. Exercises that this version does not know are skipped.
#[must_use]
pub fn steps(routine: &Routine, first: &dyn Fn(&str) -> Side) -> Vec<Step> {
    let sets = routine.planned_sets(|item| item.known().is_some());
    let mut steps: Vec<Step> =
        sets.iter().flat_map(|set| set_steps(set, first_side(set, first(&set.item.exercise)))).collect();
    if let Some(last) = steps.last_mut().filter(|last| last.within().is_none()) {
        last.rest = Seconds(0);
    }
    steps
}

/// The side that begins this set, if it is `usual` for the exercise.
fn first_side(planned: &PlannedSet, usual: Side) -> Side {
    match planned.item.side_order {
        Some(SideOrder::RightFirst) => Side::Right,
        Some(SideOrder::LeftFirst) => Side::Left,
        // The rounds of a flow to both sides take turns anyway.
        Some(SideOrder::Alternating) if planned.set.is_multiple_of(2) && !planned.item.is_mirrored() => usual.other(),
        Some(SideOrder::Alternating) | None => usual,
    }
}

/// The sets of one item, `first` before the other side.
pub(super) fn item_steps(item: &Item, first: Side) -> Vec<Step> {
    let (rest, place) = (item.rest, BlockPlace::default());
    let sets = (1..).zip(&item.targets).map(|(set, target)| PlannedSet { item, set, target: *target, rest, place });
    sets.flat_map(|set| set_steps(&set, first)).collect()
}

/// The steps of one set: `first` before the other side.
pub(super) fn set_steps(planned: &PlannedSet, first: Side) -> Vec<Step> {
    let PlannedSet { item, set, target, rest, place } = *planned;
    let takes = item.load_kind();
    let is_mirrored = matches!(place.clock, Some(SetClock::Breaths { mirrored: true, .. }));
    let sides: &[Option<Side>] = match item.sides() {
        Sides::PerSide if is_mirrored && place.round.is_multiple_of(2) => &[Some(first.other())],
        Sides::PerSide if is_mirrored => &[Some(first)],
        Sides::PerSide => &[Some(first), Some(first.other())],
        Sides::Both | Sides::Alternating => &[None],
    };
    let measure = match place.clock {
        Some(SetClock::For(_)) => Measure::Seconds,
        Some(SetClock::Breaths { .. }) => Measure::Breaths,
        Some(SetClock::Every(_) | SetClock::Within(_)) | None => item.measure(),
    };
    let is_timed = matches!(measure, Measure::Seconds | Measure::Breaths);
    let step = |side: &Option<Side>| {
        let other_side_next = sides.len() == 2 && *side == Some(first);
        // One a minute, each side has its own.
        let rests = !other_side_next || matches!(place.clock, Some(SetClock::Every(_)));
        Step {
            exercise: item.exercise.clone(),
            level: item.level,
            set,
            sets: u8::try_from(item.targets.len()).unwrap_or(u8::MAX),
            side: *side,
            measure,
            target,
            rest: if rests { rest } else { Seconds(0) },
            other_side_next,
            place,
            load: item.load.clone().filter(|load| takes.is_some_and(|kind| load.is(kind))),
            tempo: if is_timed { Vec::new() } else { item.tempo.clone() },
        }
    };
    sides.iter().map(step).collect()
}
