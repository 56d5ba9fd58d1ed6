//! A month of the log and its stored shape, which is frozen.

use super::sets::{read_sets, write_sets};
use crate::domain::catalogue::Measure;
use crate::domain::log::{Effort, Performed, SetDone, note};
use crate::domain::name::visible_or_unnamed;
use crate::domain::saved::VERSION;
use crate::domain::saved::keep::StoredShape;
use crate::domain::units::{Offset, Seconds, Timestamp};
use serde::{Deserialize, Serialize};

/// A month whose every set can be read: any other is refused as a whole, and so kept verbatim.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(try_from = "MonthV1", into = "MonthV1")]
pub(in crate::domain::saved) struct CheckedMonth {
    pub(in crate::domain::saved) sessions: Vec<Performed>,
    /// The ids of the sessions that were deleted, or moved to another month.
    pub(in crate::domain::saved) deleted: Vec<String>,
}

/// The version with loads, written only where there are any.
const WITH_LOADS: u32 = 2;
/// The version with rounds and breaths, written only where there are any.
const WITH_ROUNDS: u32 = 3;

impl StoredShape for CheckedMonth {
    const NEWEST: u32 = WITH_ROUNDS;
}

impl CheckedMonth {
    pub(in crate::domain::saved) fn of(session: Performed) -> Self {
        Self { sessions: vec![session], deleted: Vec::new() }
    }

    pub(in crate::domain::saved) fn into_sessions(self) -> Vec<Performed> {
        self.sessions
    }
}

impl TryFrom<MonthV1> for CheckedMonth {
    type Error = &'static str;

    fn try_from(month: MonthV1) -> Result<Self, Self::Error> {
        let session = |s: SessionV1| {
            Some(Performed {
                id: s.0,
                from: s.1,
                name: visible_or_unnamed(s.2),
                started: Timestamp(s.3),
                offset: Offset::from_minutes(s.4),
                length: Seconds(s.5),
                planned: s.6,
                rounds: 0,
                effort: Effort::from_slug(&s.7),
                note: note(&s.9),
                sets: read_sets(&s.8, &month.x, &month.l)?,
            })
        };
        let sessions = month.s.into_iter().map(session).collect::<Option<Vec<_>>>();
        let mut sessions = sessions.ok_or("a set that cannot be read")?;
        for (place, rounds) in month.r {
            sessions.get_mut(place).ok_or("rounds")?.rounds = rounds;
        }
        Ok(Self { sessions, deleted: month.d })
    }
}

impl From<CheckedMonth> for MonthV1 {
    fn from(checked: CheckedMonth) -> Self {
        let (mut x, mut l): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        let session = |p: Performed| {
            let sets = write_sets(&p.sets, &mut x, &mut l);
            let effort = p.effort.map_or("", Effort::slug).to_owned();
            let (offset, note) = (p.offset.minutes(), p.note.unwrap_or_default());
            SessionV1(p.id, p.from, p.name, p.started.0, offset, p.length.0, p.planned, effort, sets, note)
        };
        let rounds = (0..).zip(&checked.sessions).map(|(place, session)| (place, session.rounds));
        let full: Vec<(usize, u16)> = rounds.filter(|(_, rounds)| *rounds > 0).collect();
        let is_breath = |set: &SetDone| set.measure == Measure::Breaths;
        let has_breaths = checked.sessions.iter().any(|session| session.sets.iter().any(is_breath));
        let s = checked.sessions.into_iter().map(session).collect();
        let v = if has_breaths || !full.is_empty() {
            WITH_ROUNDS
        } else if l.is_empty() {
            VERSION
        } else {
            WITH_LOADS
        };
        Self { v, x, l, s, r: full, d: checked.deleted }
    }
}

#[derive(Serialize, Deserialize)]
struct MonthV1 {
    v: u32,
    x: Vec<String>,
    /// The loads, since version 2.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    l: Vec<String>,
    s: Vec<SessionV1>,
    /// Places of sessions in `s`, each with its full rounds. Since version 3.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    r: Vec<(usize, u16)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    d: Vec<String>,
}

/// Id, from, name, started, offset, length, planned, effort, sets, note.
#[derive(Clone, Serialize, Deserialize)]
struct SessionV1(
    String,
    String,
    String,
    i64,
    i16,
    u32,
    u16,
    String,
    String,
    #[serde(default, skip_serializing_if = "String::is_empty")] String,
);
