//! What was performed: finished sessions, and what can be said of them. Plans nothing and stores nothing.

mod marks;
mod summary;

pub use marks::{Bar, Bout, DayMark, bars, covers, week_days};
pub use summary::{Week, monday, weeks};

use super::catalogue::{self, Level, Measure, vocabulary};
use super::order::{places_of, put_in_order};
use super::session::{Session, Side};
use super::units::{Amount, Offset, Seconds, Timestamp};
use std::cmp::Ordering;
use time::{Date, Duration};

vocabulary! {
    /// How a session felt as a whole.
    Effort {
        /// Could have done much more.
        Easy = "easy";
        /// As it should be.
        Right = "right";
        /// Too much.
        Hard = "hard";
    }
}

/// A session that is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Performed {
    /// Permanent and unique.
    pub id: String,
    /// The routine or exercise it was started from.
    pub from: String,
    /// Its name at the time.
    pub name: String,
    /// When it was started.
    pub started: Timestamp,
    /// The local clock's lead on UTC then: a past session keeps its local day wherever the runner travels.
    pub offset: Offset,
    /// From the start to the last set.
    pub length: Seconds,
    /// How many sets were planned, counted as [`crate::domain::routine::Item::sets`] counts them.
    pub planned: u16,
    /// How it felt, if the runner said.
    pub effort: Option<Effort>,
    /// What the runner wrote of it, as [`note`] leaves it.
    pub note: Option<String>,
    /// The sets done, in order. Each side of a set done one side after the other is a set of its own.
    pub sets: Vec<SetDone>,
}

/// The longest note, in characters.
pub const MAX_NOTE: usize = 500;

/// A session longer than this is longer than anybody trains: see [`Performed::counted_length`].
const LONGEST_SESSION: Seconds = Seconds(3 * 60 * 60);
/// The most that counts between two sets of such a session.
const LONGEST_GAP: u32 = 30 * 60;

/// The most repetitions in reserve that can be told from one another.
pub const MAX_RESERVE: u8 = 10;

/// A set that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetDone {
    /// The slug of the exercise.
    pub exercise: String,
    /// Its level.
    pub level: Level,
    /// Which set of the exercise, from 1.
    pub set: u8,
    /// The side, where sides are separate.
    pub side: Option<Side>,
    /// What the amounts count.
    pub measure: Measure,
    /// How much was asked.
    pub target: Amount,
    /// How much was done.
    pub done: Amount,
    /// Seconds after the session's start.
    pub at: Seconds,
    /// How many more the runner could have done, 0 … [`MAX_RESERVE`], if she said.
    pub reserve: Option<u8>,
}

/// `text` as a note is kept: without control characters but its line breaks, without space around it, at most
/// [`MAX_NOTE`] characters. `None` where nothing is left.
#[must_use]
pub fn note(text: &str) -> Option<String> {
    let plain: String = text.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    let cut: String = plain.trim().chars().take(MAX_NOTE).collect();
    let note = cut.trim_end();
    (!note.is_empty()).then(|| note.to_owned())
}

impl SetDone {
    /// The name of its exercise.
    #[must_use]
    pub fn name(&self) -> &str {
        catalogue::brief(&self.exercise).map_or(self.exercise.as_str(), |exercise| exercise.name)
    }
}

impl Performed {
    /// What `session` amounts to so far; `None` while no set is done.
    #[must_use]
    pub fn of(session: &Session) -> Option<Self> {
        let mut done = session.done().to_vec();
        for taken in session.all_taken_back() {
            done.insert(taken.place_in(&done), *taken);
        }
        let last = done.last()?.at_ms;
        let sets = done.iter().filter_map(|done| {
            let step = session.steps().get(done.step)?;
            Some(SetDone {
                exercise: step.exercise.clone(),
                level: step.level,
                set: step.set,
                side: step.side,
                measure: step.measure,
                target: step.target,
                done: done.amount,
                at: seconds(done.at_ms),
                reserve: done.reserve,
            })
        });
        Some(Self {
            id: session.id().to_owned(),
            from: session.from().to_owned(),
            name: session.name().to_owned(),
            started: session.started(),
            offset: session.offset(),
            length: seconds(last),
            planned: u16::try_from(session.steps().len()).unwrap_or(u16::MAX),
            effort: None,
            note: None,
            sets: sets.collect(),
        })
    }

    /// The same with so many repetitions left in reserve after the set at `index`; a set that is not there changes
    /// nothing.
    #[must_use]
    pub fn with_reserve(mut self, index: usize, reserve: u8) -> Self {
        if let Some(set) = self.sets.get_mut(index) {
            set.reserve = Some(reserve.min(MAX_RESERVE));
        }
        self
    }

    /// The local calendar day on which it was started.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        self.started.day(self.offset)
    }

    /// The day on which it counts for weeks, breaks and suggestions, looked at on `today`. A session of tomorrow counts today:
    /// a flight west takes the runner there. One dated later, by a clock that was wrong, does not count at all.
    #[must_use]
    pub fn counted_day(&self, today: Date) -> Option<Date> {
        let day = self.day()?;
        (day <= today.saturating_add(Duration::DAY)).then_some(day.min(today))
    }

    /// True where it says that it was started after `now`: the device's clock was ahead then. A minute of doubt is left.
    #[must_use]
    pub fn is_dated_ahead(&self, now: Timestamp) -> bool {
        self.started > now.plus(Seconds(60))
    }

    /// The same session, dated ahead, with a start of the day of `now`: at the same time of day, or now where that is still to
    /// come.
    #[must_use]
    pub fn dated_today(self, now: Timestamp) -> Self {
        let days = now.day(self.offset).zip(self.day()).map(|(today, day)| (today - day).whole_days());
        let same_time = days.map(|days| self.started.plus_ms(days * 86_400_000));
        Self { started: same_time.filter(|started| *started <= now).unwrap_or(now), ..self }
    }

    /// The part of its length that counts into a week: all of it up to three hours. A session that says it lasted longer
    /// stood open while nobody trained (earlier versions counted that), so of the time between two sets of it half an hour
    /// counts at the most.
    #[must_use]
    pub fn counted_length(&self) -> Seconds {
        if self.length <= LONGEST_SESSION {
            return self.length;
        }
        let (mut before, mut counted) = (0, 0_u32);
        for at in self.sets.iter().map(|set| set.at).chain([self.length]) {
            counted = counted.saturating_add(at.0.saturating_sub(before).min(LONGEST_GAP));
            before = before.max(at.0);
        }
        Seconds(counted)
    }

    /// The exercises trained, each once, in order.
    #[must_use]
    pub fn exercises(&self) -> Vec<&str> {
        let mut names = Vec::new();
        for set in &self.sets {
            if !names.contains(&set.name()) {
                names.push(set.name());
            }
        }
        names
    }
}

/// The side with fewer reps or seconds in all, in the newest session of `log` that has both sides of `exercise`; `None`
/// where they were equal, or where there is none. `log` is newest first.
#[must_use]
pub fn weaker_side(log: &[Performed], exercise: &str) -> Option<Side> {
    let (left, right) = log.iter().map(|session| both_sides(session, exercise)).find(|(l, r)| *l > 0 && *r > 0)?;
    match left.cmp(&right) {
        Ordering::Less => Some(Side::Left),
        Ordering::Equal => None,
        Ordering::Greater => Some(Side::Right),
    }
}

/// How much of `exercise` was done on the left, and on the right.
fn both_sides(session: &Performed, exercise: &str) -> (u32, u32) {
    let on = |side: Side| {
        let sets = session.sets.iter().filter(|set| set.side == Some(side) && set.exercise == exercise);
        sets.map(|set| u32::from(set.done.get())).sum()
    };
    (on(Side::Left), on(Side::Right))
}

/// The sessions of a log, newest first, that are not dated after `today` (a session of tomorrow counts today).
#[must_use]
pub fn so_far(newest_first: &[Performed], today: Date) -> &[Performed] {
    let ahead = |session: &&Performed| session.counted_day(today).is_none();
    &newest_first[newest_first.iter().take_while(ahead).count()..]
}

/// True where a session of `day` has a set of `exercise`.
#[must_use]
pub fn trained_on(log: &[Performed], day: Date, exercise: &str) -> bool {
    let of_day = log.iter().filter(|session| session.counted_day(day) == Some(day));
    of_day.flat_map(|session| &session.sets).any(|set| set.exercise == exercise)
}

/// Puts what was read into a log, newest first. Of two sessions with one id the one dated earlier holds, else the known one.
/// Gives those that do not hold because they are dated later.
pub fn merge(log: &mut Vec<Performed>, read: Vec<Performed>) -> Vec<Performed> {
    let mut places = places_of(&mut log.iter().map(|session| session.id.as_str()));
    let mut stale = Vec::new();
    for session in read {
        let Some(known) = places.get(&session.id).map(|at| &mut log[*at]) else {
            places.insert(session.id.clone(), log.len());
            log.push(session);
            continue;
        };
        match session.started.cmp(&known.started) {
            Ordering::Less => stale.push(std::mem::replace(known, session)),
            Ordering::Equal => {}
            Ordering::Greater => stale.push(session),
        }
    }
    newest_first(log);
    stale
}

/// Puts sessions in the order of the log.
pub fn newest_first(sessions: &mut [Performed]) {
    put_in_order(sessions, |one, other| (one.started, &one.id) > (other.started, &other.id));
}

fn seconds(ms: i64) -> Seconds {
    Seconds(u32::try_from(ms / 1000).unwrap_or(0))
}
