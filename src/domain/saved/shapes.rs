//! The stored shapes, frozen as shipped, and how values go in and out of them. Version 1.

use super::VERSION;
use crate::domain::catalogue::{Goal, Kit, Level, Measure};
use crate::domain::log::MAX_RESERVE;
use crate::domain::name::{visible, visible_or_unnamed};
use crate::domain::routine::{Item, MAX_ITEMS, MAX_REST, MAX_SETS, Routine};
use crate::domain::session::{After, Done, Phase, Plan, Position, Session, Side, Step};
use crate::domain::settings::{FirstSide, Settings, Theme, Toggle, Units, Volume};
use crate::domain::units::{Amount, Offset, Seconds, Timestamp};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

#[derive(Serialize, Deserialize)]
pub(super) struct IndexV1 {
    pub(super) v: u32,
    pub(super) keys: Vec<String>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct SettingsV1 {
    v: u32,
    goal: String,
    kit: Vec<String>,
    sound: bool,
    theme: String,
    units: String,
    starred: Vec<String>,
    /// Choices of the player's that are on though usually off, by slug.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    on: Vec<String>,
    /// Those that are off though usually on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    off: Vec<String>,
    /// Percent, where it is not the usual.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    volume: Option<u16>,
    /// Where it is not the usual.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    first: String,
}

impl From<&Settings> for SettingsV1 {
    fn from(settings: &Settings) -> Self {
        let usual = Settings::default();
        let turned = |on: bool| {
            let turned = Toggle::ALL.iter().filter(|t| t.is_on(settings) == on && t.is_on(&usual) != on);
            turned.map(|toggle| toggle.slug().to_owned()).collect()
        };
        let first = if settings.first_side == usual.first_side { "" } else { settings.first_side.slug() };
        Self {
            v: VERSION,
            goal: settings.goal.slug().to_owned(),
            kit: settings.kit.iter().map(|kit| kit.slug().to_owned()).collect(),
            sound: settings.sound,
            theme: settings.theme.slug().to_owned(),
            units: settings.units.slug().to_owned(),
            starred: settings.starred.clone(),
            on: turned(true),
            off: turned(false),
            volume: (settings.volume != usual.volume).then(|| u16::from(settings.volume.get())),
            first: first.to_owned(),
        }
    }
}

impl From<SettingsV1> for Settings {
    fn from(shape: SettingsV1) -> Self {
        let usual = Self::default();
        let settings = Self {
            goal: Goal::from_slug(&shape.goal).unwrap_or(usual.goal),
            kit: Kit::ALL.iter().copied().filter(|kit| shape.kit.iter().any(|slug| slug == kit.slug())).collect(),
            sound: shape.sound,
            theme: Theme::from_slug(&shape.theme).unwrap_or(usual.theme),
            units: Units::from_slug(&shape.units).unwrap_or(usual.units),
            starred: shape.starred,
            volume: shape.volume.map_or(usual.volume, Volume::clamped),
            first_side: FirstSide::from_slug(&shape.first).unwrap_or(usual.first_side),
            ..usual
        };
        let named = |slugs: &[String], toggle: Toggle| slugs.iter().any(|slug| slug == toggle.slug());
        let turn = |settings: Self, toggle: &Toggle| match (named(&shape.on, *toggle), named(&shape.off, *toggle)) {
            (true, false) => settings.with(*toggle, true),
            (false, true) => settings.with(*toggle, false),
            _ => settings,
        };
        Toggle::ALL.iter().fold(settings, turn)
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct RoutinesV1 {
    v: u32,
    routines: Vec<RoutineV1>,
}

#[derive(Serialize, Deserialize)]
struct RoutineV1 {
    id: String,
    name: String,
    items: Vec<ItemV1>,
}

#[derive(Serialize, Deserialize)]
struct ItemV1 {
    exercise: String,
    level: String,
    targets: Vec<u16>,
    rest: u32,
    /// Its key, where that is not its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    key: Option<u32>,
}

impl From<&[Routine]> for RoutinesV1 {
    fn from(routines: &[Routine]) -> Self {
        let item = |(place, item): (u32, &Item)| ItemV1 {
            exercise: item.exercise.clone(),
            level: item.level.slug().to_owned(),
            targets: item.targets.iter().map(|t| t.get()).collect(),
            rest: item.rest.0,
            key: (item.key != place).then_some(item.key),
        };
        let routine = |routine: &Routine| RoutineV1 {
            id: routine.id.clone(),
            name: routine.name.clone(),
            items: (0..).zip(&routine.items).map(item).collect(),
        };
        Self { v: VERSION, routines: routines.iter().map(routine).collect() }
    }
}

impl From<RoutinesV1> for Vec<Routine> {
    fn from(shape: RoutinesV1) -> Self {
        let item = |(place, item): (u32, ItemV1)| {
            let key = item.key.unwrap_or(place);
            let mut targets: Vec<Amount> = item.targets.into_iter().take(MAX_SETS).map(Amount::clamped).collect();
            if targets.is_empty() {
                targets.push(Amount::clamped(1));
            }
            let level = Level::from_slug(&item.level).unwrap_or(Level::Base);
            Item { key, exercise: item.exercise, level, targets, rest: Seconds(item.rest.min(MAX_REST)) }
        };
        let routine = |r: RoutineV1| {
            let items = with_keys_of_their_own((0..).zip(r.items).take(MAX_ITEMS).map(item).collect());
            Routine { id: r.id, name: visible(r.name), items }
        };
        shape.routines.into_iter().map(routine).collect()
    }
}

/// `items` with a new key for each that has the key of one before it.
fn with_keys_of_their_own(mut items: Vec<Item>) -> Vec<Item> {
    for at in 1..items.len() {
        let (before, rest) = items.split_at_mut(at);
        if before.iter().any(|item| item.key == rest[0].key) {
            let used = |key: &u32| before.iter().chain(&*rest).any(|item| item.key == *key);
            rest[0].key = (0..u32::MAX).find(|key| !used(key)).unwrap_or(u32::MAX);
        }
    }
    items
}

/// Exercise, level, set, of sets, side, measure, target, rest, other side next.
type StepV1 = (String, char, u8, u8, char, char, u16, u32, bool);

/// The plan of a running session: written at its start, and again when the runner changes it.
#[derive(Serialize, Deserialize)]
pub(super) struct HeadV1 {
    v: u32,
    pub(super) id: String,
    from: String,
    name: String,
    started: i64,
    offset: i16,
    #[serde(deserialize_with = "readable_steps")]
    steps: Vec<StepV1>,
    /// Whether the session is over and only has to be folded into the log.
    pub(super) ended: bool,
    /// Whether nothing moves on by itself.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    wait: bool,
    /// How often anything was changed since the start: of two plans the higher one holds.
    #[serde(default, skip_serializing_if = "is_zero")]
    rev: u32,
    /// The exercises left out, by slug.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    out: Vec<String>,
    /// The exercises left out at a level, by slug and letter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    outl: Vec<(String, char)>,
}

fn is_zero<N: Default + PartialEq>(number: &N) -> bool {
    *number == N::default()
}

impl HeadV1 {
    pub(super) fn of(session: &Session, ended: bool) -> Self {
        let step = |s: &Step| {
            let (exercise, level) = (s.exercise.clone(), level_letter(s.level));
            let (side, measure) = (side_letter(s.side), measure_letter(s.measure));
            (exercise, level, s.set, s.sets, side, measure, s.target.get(), s.rest.0, s.other_side_next)
        };
        Self {
            v: VERSION,
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
            outl: session.left_out_levels().iter().map(|(slug, level)| (slug.clone(), level_letter(*level))).collect(),
        }
    }

    pub(super) const fn revision(&self) -> u32 {
        self.rev
    }

    /// The plan; `None` where it is empty or has a letter that means nothing.
    pub(super) fn plan(self) -> Option<Plan> {
        let steps = self.steps.into_iter().map(step).collect::<Option<Vec<_>>>()?;
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
    })
}

/// A plan with a step that means nothing is refused as a whole, and so kept verbatim.
fn readable_steps<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<StepV1>, D::Error> {
    let steps = Vec::<StepV1>::deserialize(from)?;
    let readable = !steps.is_empty() && steps.iter().cloned().all(|shape| step(shape).is_some());
    if readable { Ok(steps) } else { Err(D::Error::custom("a step that cannot be read")) }
}

/// Where a running session stands: rewritten at every change of phase, hence small.
#[derive(Serialize, Deserialize)]
pub(super) struct PositionV1 {
    v: u32,
    pub(super) id: String,
    at: usize,
    /// `r`eady, ready as `a`sked for, `w`ork, `s`witch, r`e`st, `f`inished; a capital waits after that phase.
    #[serde(deserialize_with = "readable_phase")]
    phase: char,
    since: i64,
    until: i64,
    paused: Option<i64>,
    epoch: i64,
    seen: i64,
    /// How many sets are done.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(super) sets: usize,
    /// How often the position was written: of two positions of one session the higher one holds.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(super) n: u32,
}

impl PositionV1 {
    /// The position of `session`, written for the `n`th time.
    pub(super) fn of(session: &Session, n: u32) -> Self {
        let (phase, since, until) = match session.phase() {
            Phase::Ready { since, until, asked: false } => ('r', since, until),
            Phase::Ready { since, until, asked: true } => ('a', since, until),
            Phase::Work { since } => ('w', since, since),
            Phase::Switch { since, until } => ('s', since, until),
            Phase::Rest { since, until } => ('e', since, until),
            Phase::Wait { since, after } => (after_letter(after), since, since),
            Phase::Finished { at } => ('f', at, at),
        };
        Self {
            v: VERSION,
            id: session.id().to_owned(),
            at: session.at(),
            phase,
            since: since.0,
            until: until.0,
            paused: session.paused().map(|t| t.0),
            epoch: session.epoch().0,
            seen: session.seen().0,
            sets: session.done().len(),
            n,
        }
    }

    /// The position; `None` where its phase has a letter that means nothing.
    pub(super) fn position(&self) -> Option<Position> {
        let (since, until) = (Timestamp(self.since), Timestamp(self.until));
        let phase = match self.phase {
            'r' | 'a' => Phase::Ready { since, until, asked: self.phase == 'a' },
            'w' => Phase::Work { since },
            's' => Phase::Switch { since, until },
            'e' => Phase::Rest { since, until },
            'f' => Phase::Finished { at: since },
            letter => Phase::Wait { since, after: after_of(letter)? },
        };
        let (epoch, seen) = (Timestamp(self.epoch), Timestamp(self.seen));
        Some(Position { at: self.at, phase, paused: self.paused.map(Timestamp), epoch, seen })
    }

    /// Stands `session` here, if it is the same one and its plan and its sets allow it: they can be newer than a position.
    pub(super) fn place(&self, session: &mut Session) -> bool {
        self.id == session.id() && self.position().is_some_and(|position| session.stand(position).is_ok())
    }
}

fn readable_phase<'de, D: Deserializer<'de>>(from: D) -> Result<char, D::Error> {
    let letter = char::deserialize(from)?;
    if "rawsefRSEW".contains(letter) { Ok(letter) } else { Err(D::Error::custom("a phase that cannot be read")) }
}

const fn after_letter(after: After) -> char {
    match after {
        After::Ready => 'R',
        After::Switch => 'S',
        After::Rest => 'E',
        After::Hold => 'W',
    }
}

const fn after_of(letter: char) -> Option<After> {
    match letter {
        'R' => Some(After::Ready),
        'S' => Some(After::Switch),
        'E' => Some(After::Rest),
        'W' => Some(After::Hold),
        _ => None,
    }
}

/// One set done, as the journal keeps it.
#[derive(Serialize, Deserialize)]
pub(super) struct DoneV1 {
    v: u32,
    pub(super) step: usize,
    done: u16,
    at: i64,
    /// The session's revision when it was written: of two records of one step the higher one holds.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(super) rev: u32,
    /// Reps in reserve, if she said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rir: Option<u8>,
    /// True if it was done while the journal could not be read: its step may have been done before.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) blind: bool,
}

impl DoneV1 {
    pub(super) const fn of(done: &Done, rev: u32, blind: bool) -> Self {
        Self { v: VERSION, step: done.step, done: done.amount.get(), at: done.at_ms, rev, rir: done.reserve, blind }
    }

    pub(super) fn done(&self) -> Option<Done> {
        let reserve = self.rir.filter(|more| *more <= MAX_RESERVE);
        Some(Done { step: self.step, amount: Amount::new(self.done).ok()?, at_ms: self.at, reserve })
    }
}

/// When a session of the journal was first found in the log.
#[derive(Serialize, Deserialize)]
pub(super) struct LoggedV1 {
    v: u32,
    at: i64,
}

impl LoggedV1 {
    pub(super) const fn at(now: Timestamp) -> Self {
        Self { v: VERSION, at: now.0 }
    }

    pub(super) const fn moment(&self) -> Timestamp {
        Timestamp(self.at)
    }
}

pub(super) const fn level_letter(level: Level) -> char {
    match level {
        Level::Base => 'b',
        Level::Hard => 'h',
        Level::Harder => 'x',
    }
}

pub(super) const fn level_of(letter: char) -> Option<Level> {
    match letter {
        'b' => Some(Level::Base),
        'h' => Some(Level::Hard),
        'x' => Some(Level::Harder),
        _ => None,
    }
}

pub(super) const fn side_letter(side: Option<Side>) -> char {
    match side {
        None => '-',
        Some(Side::Left) => 'l',
        Some(Side::Right) => 'r',
    }
}

#[allow(clippy::option_option, reason = "no side is a side letter of its own; an unknown letter is none of them")]
pub(super) const fn side_of(letter: char) -> Option<Option<Side>> {
    match letter {
        '-' => Some(None),
        'l' => Some(Some(Side::Left)),
        'r' => Some(Some(Side::Right)),
        _ => None,
    }
}

pub(super) const fn measure_letter(measure: Measure) -> char {
    match measure {
        Measure::Reps => 'n',
        Measure::Seconds => 's',
        Measure::Steps => 'p',
        Measure::Rounds => 'o',
    }
}

pub(super) const fn measure_of(letter: char) -> Option<Measure> {
    match letter {
        'n' => Some(Measure::Reps),
        's' => Some(Measure::Seconds),
        'p' => Some(Measure::Steps),
        'o' => Some(Measure::Rounds),
        _ => None,
    }
}
