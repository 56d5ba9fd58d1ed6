//! A session that is over.

use super::{Effort, SetDone};
use crate::domain::catalogue::{Level, brief};
use crate::domain::routine::Routine;
use crate::domain::session::{MAX_RESERVE, Session};
use crate::domain::units::{DAY_MS, Offset, Seconds, Timestamp};
use time::{Date, Duration};

/// A session longer than this cannot be all training: see [`Performed::counted_length`].
const LONGEST_SESSION: Seconds = Seconds(3 * 60 * 60);
/// The longest time that counts between two sets of such a session, in seconds.
const LONGEST_GAP: u32 = 30 * 60;

/// A session that is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Performed {
    /// Permanent and unique.
    pub id: String,
    /// The routine or exercise it was started from.
    pub from: String,
    /// Its name at the time.
    pub name: String,
    /// The moment of its start.
    pub started: Timestamp,
    /// Offset of the local clock from UTC then: a past session keeps its local day wherever the runner travels.
    pub offset: Offset,
    /// From the start to the last set.
    pub length: Seconds,
    /// The number of planned steps: each side of a set is a step of its own.
    pub planned: u16,
    /// The full rounds of its blocks of as many rounds as fit; 0 without any.
    pub rounds: u16,
    /// Its effort, if the runner gave it.
    pub effort: Option<Effort>,
    /// The runner's note, as [`note()`](super::note) leaves it.
    pub note: Option<String>,
    /// The sets done, in order. Each side of a set done one side after the other is a set of its own.
    pub sets: Vec<SetDone>,
}

impl Performed {
    /// The sets of `session` done so far; `None` while there are none.
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
                load: step.load.clone(),
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
            rounds: session.full_rounds(),
            effort: None,
            note: None,
            sets: sets.collect(),
        })
    }

    /// The same with this many repetitions in reserve after the set at `index`; unchanged if there is no such set.
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

    /// The day on which it counts for weeks, breaks and suggestions, if today is `today`. A session of tomorrow counts today:
    /// after a flight west that can happen. One dated later, by a wrong clock, does not count at all.
    #[must_use]
    pub fn counted_day(&self, today: Date) -> Option<Date> {
        let day = self.day()?;
        (day <= today.saturating_add(Duration::DAY)).then_some(day.min(today))
    }

    /// True if it starts after `now`: the device's clock was ahead then. A minute of tolerance is allowed.
    #[must_use]
    pub fn is_dated_ahead(&self, now: Timestamp) -> bool {
        self.started > now.plus(Seconds(60))
    }

    /// The same session, dated ahead, moved to the day of `now`: at the same time of day, or at `now` if that is later.
    #[must_use]
    pub fn dated_today(self, now: Timestamp) -> Self {
        let days = now.day(self.offset).zip(self.day()).map(|(today, day)| (today - day).whole_days());
        let same_time = days.map(|days| self.started.plus_ms(days * DAY_MS));
        Self { started: same_time.filter(|started| *started <= now).unwrap_or(now), ..self }
    }

    /// The part of its length that counts for a week: all of it up to three hours. A longer session was left open without
    /// training (earlier versions counted that), so at most half an hour counts between two of its sets.
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

    /// The routine to train it again: the one it was started from if that still exists, or its exercise.
    #[must_use]
    pub fn again(&self, routine: Option<Routine>) -> Option<Routine> {
        routine.or_else(|| {
            let level = self.sets.first().map_or(Level::Base, |set| set.level);
            Some(Routine::single(brief(&self.from)?, level))
        })
    }
}

fn seconds(ms: i64) -> Seconds {
    Seconds(u32::try_from(ms / 1000).unwrap_or(0))
}
