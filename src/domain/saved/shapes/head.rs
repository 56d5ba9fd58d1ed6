//! The plan of a running session as stored. Version 2 adds loads and the clocks of blocks, version 3 tempos, as many
//! rounds as fit and breaths; each is written only where there are any.

use super::is_zero;
use super::letters::{level_letter, level_of, measure_letter, measure_of, side_letter, side_of};
use crate::domain::catalogue::Measure;
use crate::domain::load::Load;
use crate::domain::name::visible_or_unnamed;
use crate::domain::routine::{BlockKind, BlockPlace, MAX_REST, SetClock, within_range};
use crate::domain::saved::VERSION;
use crate::domain::saved::keep::StoredShape;
use crate::domain::session::{Plan, Session, Step};
use crate::domain::units::{Amount, Offset, Seconds, Timestamp};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

/// Exercise, level, set, of sets, side, measure, target, rest, other side next.
type StepV1 = (String, char, u8, u8, char, char, u16, u32, bool);

/// So many steps in a row, kind of their block, their round, of rounds.
type PlacesV1 = (usize, String, u8, u8);

/// So many steps in a row, and their load; empty for none.
type LoadsV2 = (usize, String);

/// So many steps in a row, and the seconds of each part of a repetition; none for the exercise's own.
type TemposV3 = (usize, Vec<u8>);

/// So many steps in a row, the number of their block of as many rounds as fit, and the step of their amount; 0 for none.
type OpenV3 = (usize, u8, i8);

/// The version with loads and clocks.
const WITH_LOADS: u32 = 2;
/// The version with tempos, with as many rounds as fit, and with breaths.
const WITH_TEMPOS: u32 = 3;

/// The plan of a running session: written at its start, and again when the runner changes it.
#[derive(Serialize, Deserialize)]
pub(in crate::domain::saved) struct HeadV1 {
    v: u32,
    pub(in crate::domain::saved) id: String,
    from: String,
    name: String,
    started: i64,
    offset: i16,
    #[serde(deserialize_with = "readable_steps")]
    steps: Vec<StepV1>,
    /// True if the session is over and only has to be added to the log.
    pub(in crate::domain::saved) ended: bool,
    /// True for "wait for me": no phase begins by itself.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    wait: bool,
    /// The number of changes since the start: of two plans the higher one holds.
    #[serde(default, skip_serializing_if = "is_zero")]
    rev: u32,
    /// The exercises left out, by slug.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    out: Vec<String>,
    /// The exercises left out at a level, by slug and letter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    outl: Vec<(String, char)>,
    /// The places of the steps in blocks; steps that are not counted here are in a plain block.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    blocks: Vec<PlacesV1>,
    /// The seconds of the clock of each of these; 0 for none. Since version 2.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    clocks: Vec<u32>,
    /// The loads of the steps; steps that are not counted here have none. Since version 2.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    loads: Vec<LoadsV2>,
    /// The tempos of the steps; steps that are not counted here have the exercise's own. Since version 3.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tempos: Vec<TemposV3>,
    /// The blocks of as many rounds as fit; steps that are not counted here are in none. Since version 3.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    open: Vec<OpenV3>,
}

impl StoredShape for HeadV1 {
    const NEWEST: u32 = WITH_TEMPOS;
}

impl HeadV1 {
    pub(in crate::domain::saved) fn of(session: &Session, ended: bool) -> Self {
        let step = |s: &Step| {
            let (exercise, level) = (s.exercise.clone(), level_letter(s.level));
            let (side, measure) = (side_letter(s.side), measure_letter(s.measure));
            (exercise, level, s.set, s.sets, side, measure, s.target.get(), s.rest.0, s.other_side_next)
        };
        let (loads, (blocks, clocks)) = (loads(session.steps()), places(session.steps()));
        let has_breaths = session.steps().iter().any(|step| step.measure == Measure::Breaths);
        let (tempos, open) = (tempos(session.steps()), open(session.steps()));
        let v = if has_breaths || !(tempos.is_empty() && open.is_empty()) {
            WITH_TEMPOS
        } else if loads.is_empty() && clocks.is_empty() {
            VERSION
        } else {
            WITH_LOADS
        };
        Self {
            v,
            id: session.id().to_owned(),
            from: session.from().to_owned(),
            name: session.name().to_owned(),
            started: session.started().0,
            offset: session.offset().minutes(),
            steps: session.steps().iter().map(step).collect(),
            ended,
            wait: session.wait_for_me(),
            rev: session.revision(),
            out: session.left_out().to_vec(),
            blocks,
            clocks,
            loads,
            tempos,
            open,
            outl: session.left_out_levels().iter().map(|(slug, level)| (slug.clone(), level_letter(*level))).collect(),
        }
    }

    pub(in crate::domain::saved) const fn revision(&self) -> u32 {
        self.rev
    }

    /// The plan; `None` if it is empty or has an unknown letter.
    pub(in crate::domain::saved) fn plan(self) -> Option<Plan> {
        let mut steps = self.steps.into_iter().map(step).collect::<Option<Vec<_>>>()?;
        let mut left = steps.iter_mut();
        let clocks = self.clocks.iter().copied().chain(std::iter::repeat(0));
        for ((count, kind, round, rounds), clock) in self.blocks.iter().zip(clocks) {
            let kind = BlockKind::from_slug(kind).unwrap_or(BlockKind::Main);
            let clock = kind.set_clock(Seconds(clock));
            let place = BlockPlace { kind, round: *round, rounds: *rounds, clock, ..BlockPlace::default() };
            left.by_ref().take(*count).for_each(|step| step.place = place);
        }
        let mut left = steps.iter_mut();
        for (count, load) in &self.loads {
            let load = Load::from_code(load);
            left.by_ref().take(*count).for_each(|step| step.load.clone_from(&load));
        }
        let mut left = steps.iter_mut();
        for (count, number, ladder) in &self.open {
            left.by_ref().take(*count).for_each(|step| (step.place.number, step.place.ladder) = (*number, *ladder));
        }
        let mut left = steps.iter_mut();
        for (count, tempo) in &self.tempos {
            let tempo = within_range(tempo);
            left.by_ref().take(*count).for_each(|step| step.tempo.clone_from(&tempo));
        }
        (!steps.is_empty()).then_some(Plan {
            id: self.id,
            from: self.from,
            name: visible_or_unnamed(self.name),
            started: Timestamp(self.started),
            offset: Offset::from_minutes(self.offset),
            steps,
            left_out: self.out,
            left_out_levels: self.outl.into_iter().filter_map(|(slug, level)| Some((slug, level_of(level)?))).collect(),
            revision: self.rev,
            wait_for_me: self.wait,
        })
    }
}

fn step((exercise, level, set, sets, side, measure, target, rest, other_side_next): StepV1) -> Option<Step> {
    Some(Step {
        exercise,
        level: level_of(level)?,
        set,
        sets,
        side: side_of(side)?,
        measure: measure_of(measure)?,
        target: Amount::new(target).ok()?,
        rest: Seconds(rest.min(MAX_REST)),
        other_side_next,
        place: BlockPlace::default(),
        load: None,
        tempo: Vec::new(),
    })
}

/// The loads of `steps`; none if no step has one.
fn loads(steps: &[Step]) -> Vec<LoadsV2> {
    if steps.iter().all(|step| step.load.is_none()) {
        return Vec::new();
    }
    let shape = |same: &[Step]| (same.len(), same[0].load.as_ref().map_or_else(String::new, Load::code));
    steps.chunk_by(|one, other| one.load == other.load).map(shape).collect()
}

/// The tempos of `steps`; none if all have the exercise's own.
fn tempos(steps: &[Step]) -> Vec<TemposV3> {
    if steps.iter().all(|step| step.tempo.is_empty()) {
        return Vec::new();
    }
    let shape = |same: &[Step]| (same.len(), same[0].tempo.clone());
    steps.chunk_by(|one, other| one.tempo == other.tempo).map(shape).collect()
}

/// The blocks of as many rounds as fit; none if no step is in one.
fn open(steps: &[Step]) -> Vec<OpenV3> {
    if steps.iter().all(|step| step.place.number == 0) {
        return Vec::new();
    }
    let of = |step: &Step| (step.place.number, step.place.ladder);
    let same = steps.chunk_by(|one, other| of(one) == of(other));
    same.map(|same| (same.len(), of(&same[0]).0, of(&same[0]).1)).collect()
}

/// The places of `steps` in blocks, and their clocks; none if all are in a plain one, no clocks if no block has one.
fn places(steps: &[Step]) -> (Vec<PlacesV1>, Vec<u32>) {
    if steps.iter().all(|step| step.place == BlockPlace::default()) {
        return (Vec::new(), Vec::new());
    }
    let shape = |same: &[Step]| {
        let BlockPlace { kind, round, rounds, clock, .. } = same[0].place;
        let seconds = match clock {
            Some(SetClock::For(time)) => time.get().into(),
            Some(SetClock::Every(time) | SetClock::Within(time) | SetClock::Breaths { each: time, .. }) => time.0,
            None => 0,
        };
        ((same.len(), kind.slug().to_owned(), round, rounds), seconds)
    };
    let (places, clocks): (_, Vec<u32>) = steps.chunk_by(|one, other| one.place == other.place).map(shape).unzip();
    let has_clock = clocks.iter().any(|clock| *clock > 0);
    (places, if has_clock { clocks } else { Vec::new() })
}

/// A plan with an unreadable step is refused as a whole, and so kept verbatim.
fn readable_steps<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<StepV1>, D::Error> {
    let steps = Vec::<StepV1>::deserialize(from)?;
    let readable = !steps.is_empty() && steps.iter().cloned().all(|shape| step(shape).is_some());
    if readable { Ok(steps) } else { Err(D::Error::custom("a step that cannot be read")) }
}
