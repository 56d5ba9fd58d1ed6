//! A routine as a workout that a watch leads through: a step for each set and each rest, and repeat blocks for equal ones.

use super::file::{EPOCH, FitFile, FitValue, text_size};
use crate::domain::catalogue::{Units, Watched};
use crate::domain::load::{Load, Weight};
use crate::domain::routine::{BlockKind, Routine, rest_after_rounds};
use crate::domain::session::{Side, Step, steps};
use crate::domain::units::{Seconds, Timestamp};

// Numbers of messages.
const FILE_ID: u16 = 0;
const WORKOUT: u16 = 26;
const WORKOUT_STEP: u16 = 27;
const EXERCISE_TITLE: u16 = 264;

/// The words of a workout on the watch.
pub struct WatchWords {
    /// The name of a step's exercise at its level: "Lunge, four ways".
    pub name: fn(&Step) -> String,
    /// A few words on a step: its side, and what to attend to.
    pub note: fn(&Step) -> String,
    /// The name of a rest.
    pub rest: &'static str,
    /// The name of a rest between rounds.
    pub round_rest: &'static str,
}

/// The end of a step of a workout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StepEnd {
    /// After so many seconds.
    Time(u32),
    /// After so many repetitions, steps or rounds.
    Count(u16),
    /// Back to the step with this index until its part was done so many times.
    Repeat { from: u32, times: u32 },
    /// Back to the step with this index until so many seconds are over.
    RepeatFor { from: u32, seconds: u32 },
}

/// The kind of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StepKind {
    Active = 0,
    Rest = 1,
    WarmUp = 2,
    CoolDown = 3,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct WatchStep {
    name: String,
    note: String,
    end: StepEnd,
    intensity: StepKind,
    exercise: Option<Watched>,
    weight: Option<Weight>,
}

/// The FIT file of `routine`, made at `made`, with the sides in the order that `first` gives. `None` if it has nothing that this
/// version knows.
#[must_use]
pub fn workout(
    routine: &Routine,
    first: &dyn Fn(&str) -> Side,
    words: &WatchWords,
    made: Timestamp,
) -> Option<Vec<u8>> {
    let steps = watch_steps(&flat(routine, first, words));
    if steps.is_empty() {
        return None;
    }
    let titles = titles(&steps);
    let title = routine.title();
    let name_size = text_size(steps.iter().map(|step| step.name.as_str()));
    let note_size = text_size(steps.iter().map(|step| step.note.as_str()));
    let time = u32::try_from(made.0 / 1000 - EPOCH).unwrap_or(0);
    let mut file = FitFile::default();
    // A workout of a maker under development. Watches tell workouts apart by serial number and time.
    file.message(
        FILE_ID,
        &[
            (0, FitValue::Choice(5)),
            (1, FitValue::Short(Some(255))),
            (2, FitValue::Short(Some(1))),
            (3, FitValue::Serial(time)),
            (4, FitValue::Long(Some(time))),
        ],
    );
    // Strength training.
    file.message(
        WORKOUT,
        &[
            (4, FitValue::Choice(10)),
            (11, FitValue::Choice(20)),
            (6, FitValue::Short(u16::try_from(steps.len()).ok())),
            (8, FitValue::Text(title, text_size([title].into_iter()))),
        ],
    );
    for (at, step) in (0..).zip(&steps) {
        file.message(WORKOUT_STEP, &step.fields(at, name_size, note_size));
    }
    let title_size = text_size(titles.iter().map(|(_, name)| *name));
    for (at, (exercise, name)) in (0..).zip(&titles) {
        file.message(
            EXERCISE_TITLE,
            &[
                (254, FitValue::Short(Some(at))),
                (0, FitValue::Short(Some(exercise.category))),
                (1, FitValue::Short(exercise.name)),
                (2, FitValue::Text(name, title_size)),
            ],
        );
    }
    Some(file.finish())
}

impl WatchStep {
    fn bare(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            note: String::new(),
            end: StepEnd::Time(0),
            intensity: StepKind::Active,
            exercise: None,
            weight: None,
        }
    }

    fn fields(&self, at: u16, name_size: u8, note_size: u8) -> [(u8, FitValue<'_>); 12] {
        let (kind, value, times) = match self.end {
            StepEnd::Time(seconds) => (0, seconds.saturating_mul(1000), None),
            StepEnd::Count(count) => (29, count.into(), None),
            StepEnd::Repeat { from, times } => (6, from, Some(times)),
            StepEnd::RepeatFor { from, seconds } => (7, from, Some(seconds.saturating_mul(1000))),
        };
        [
            (254, FitValue::Short(Some(at))),
            (0, FitValue::Text(&self.name, name_size)),
            (1, FitValue::Choice(kind)),
            (2, FitValue::Long(Some(value))),
            // Open, unless the step repeats others: then there is none.
            (3, FitValue::Choice(if times.is_some() { u8::MAX } else { 2 })),
            (4, FitValue::Long(times.or(Some(0)))),
            (7, FitValue::Choice(self.intensity as u8)),
            (8, FitValue::Text(&self.note, note_size)),
            // None for a rest: a watch shows a bench press where it is 0.
            (10, FitValue::Short(self.exercise.map(|exercise| exercise.category))),
            (11, FitValue::Short(self.exercise.and_then(|exercise| exercise.name))),
            (12, FitValue::Short(self.weight.and_then(in_hundredths))),
            (13, FitValue::Short(self.weight.map(|weight| unit_number(weight.unit)))),
        ]
    }
}

/// Sets and rests in order, with the seconds for which they are repeated in a block of as many rounds as fit, and its number.
struct Stretch {
    steps: Vec<WatchStep>,
    block: u8,
    lasts: Option<Seconds>,
}

/// Every set and every rest in order; also the rest after the last set, so that its round is as those before it.
fn flat(routine: &Routine, first: &dyn Fn(&str) -> Side, words: &WatchWords) -> Vec<Stretch> {
    let mut steps = steps(routine, first);
    let planned = routine.planned_sets(|item| item.known().is_some());
    if let Some((step, planned)) = steps.last_mut().zip(planned.last()) {
        step.rest = planned.rest;
    }
    let mut all: Vec<Stretch> = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        if all.last().is_none_or(|last| last.block != step.place.number) {
            let is_open = all.last().is_some_and(|before| before.lasts.is_some());
            let between = is_open.then(|| rest(words.rest, rest_after_rounds(steps[at - 1].rest)));
            let begun = between.into_iter().collect();
            all.push(Stretch { steps: begun, block: step.place.number, lasts: step.within() });
        }
        let Some(Stretch { steps: flat, .. }) = all.last_mut() else { continue };
        flat.push(work(step, words));
        let next = steps.get(at + 1).filter(|next| next.place == step.place);
        let name = if next.is_none() && step.place.rounds != 1 { words.round_rest } else { words.rest };
        if step.rest > Seconds(0) {
            flat.push(rest(name, step.rest));
        }
    }
    all
}

fn work(step: &Step, words: &WatchWords) -> WatchStep {
    let amount = step.target.get();
    WatchStep {
        name: (words.name)(step),
        note: (words.note)(step),
        end: if step.is_hold() { StepEnd::Time(step.length().0) } else { StepEnd::Count(amount) },
        intensity: match step.place.kind {
            BlockKind::WarmUp => StepKind::WarmUp,
            BlockKind::CoolDown => StepKind::CoolDown,
            _ => StepKind::Active,
        },
        exercise: Some(step.watched()),
        weight: if let Some(Load::Weight(weight, _)) = step.load { Some(weight) } else { None },
    }
}

/// A weight in hundredths of a kilogram, in which FIT has it; `None` if it is too heavy for the field. A pound is 0.45359237 kg
/// (International Yard and Pound Agreement, 1959).
fn in_hundredths(weight: Weight) -> Option<u16> {
    let tenths = u64::from(weight.tenths());
    let hundredths = match weight.unit {
        Units::Metric => tenths * 10,
        Units::Imperial => (tenths * 45_359_237 + 5_000_000) / 10_000_000,
    };
    u16::try_from(hundredths).ok().filter(|hundredths| *hundredths < u16::MAX)
}

/// The number of a unit of weight in the FIT profile.
const fn unit_number(unit: Units) -> u16 {
    match unit {
        Units::Metric => 1,
        Units::Imperial => 2,
    }
}

fn rest(name: &str, length: Seconds) -> WatchStep {
    WatchStep { end: StepEnd::Time(length.0), intensity: StepKind::Rest, ..WatchStep::bare(name) }
}

/// The steps of a workout: parts that follow themselves are written once, each with a repeat step after it.
fn watch_steps(all: &[Stretch]) -> Vec<WatchStep> {
    let mut steps = Vec::new();
    for Stretch { steps: flat, lasts, .. } in all {
        let from = count(&steps);
        add_with_repeats(flat, &mut steps);
        if let Some(time) = lasts {
            let end = StepEnd::RepeatFor { from, seconds: time.0 };
            steps.push(WatchStep { end, ..WatchStep::bare("") });
        }
    }
    // Nothing comes after the last rest.
    steps.pop_if(|last| last.intensity == StepKind::Rest);
    steps
}

fn count(steps: &[WatchStep]) -> u32 {
    u32::try_from(steps.len()).unwrap_or(u32::MAX)
}

fn add_with_repeats(flat: &[WatchStep], steps: &mut Vec<WatchStep>) {
    let mut at = 0;
    while at < flat.len() {
        let rest = &flat[at..];
        // The longest stretch, and of equal ones that of the shortest part.
        let repeated = |length: usize| {
            let times = rest.chunks(length).take_while(|part| *part == &rest[..length]).count();
            (times > 1).then_some((length, times))
        };
        let best = (1..=rest.len() / 2).filter_map(repeated).rev().max_by_key(|(length, times)| length * times);
        let (length, times) = best.unwrap_or((1, 1));
        let from = count(steps);
        steps.extend_from_slice(&rest[..length]);
        if times > 1 {
            let end = StepEnd::Repeat { from, times: u32::try_from(times).unwrap_or(u32::MAX) };
            steps.push(WatchStep { end, ..WatchStep::bare("") });
        }
        at += length * times;
    }
}

/// The names of the exercises, each once. A watch finds them by the numbers of the exercise, so of two with the same the first counts.
fn titles(steps: &[WatchStep]) -> Vec<(Watched, &str)> {
    let mut titles: Vec<(Watched, &str)> = Vec::new();
    for step in steps {
        if let Some(exercise) = step.exercise.filter(|exercise| titles.iter().all(|(other, _)| other != exercise)) {
            titles.push((exercise, &step.name));
        }
    }
    titles
}
