//! The position in a running session as stored.

use super::is_zero;
use crate::domain::saved::VERSION;
use crate::domain::session::{After, Phase, Position, Session};
use crate::domain::units::Timestamp;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

/// The position in a running session: rewritten at every change of phase, hence small.
#[derive(Serialize, Deserialize)]
pub(in crate::domain::saved) struct PositionV1 {
    v: u32,
    pub(in crate::domain::saved) id: String,
    at: usize,
    /// `r`eady, ready as `a`sked for, `w`ork, `s`witch, r`e`st, `f`inished; a capital waits after that phase.
    #[serde(deserialize_with = "readable_phase")]
    phase: char,
    since: i64,
    until: i64,
    paused: Option<i64>,
    epoch: i64,
    seen: i64,
    /// The end of the present block of as many rounds as fit, in milliseconds after `epoch`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    over: Option<i64>,
    /// The number of sets done.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(in crate::domain::saved) sets: usize,
    /// The number of writes of the position: of two positions of one session the higher one holds.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(in crate::domain::saved) n: u32,
}

impl PositionV1 {
    /// The position of `session`, written for the `n`th time.
    pub(in crate::domain::saved) fn of(session: &Session, n: u32) -> Self {
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
            over: session.position().until_ms,
            sets: session.done().len(),
            n,
        }
    }

    /// The position; `None` if the letter of its phase is unknown.
    pub(in crate::domain::saved) fn position(&self) -> Option<Position> {
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
        Some(Position { at: self.at, phase, paused: self.paused.map(Timestamp), epoch, seen, until_ms: self.over })
    }

    /// Moves `session` here, if it is the same one and its plan and its sets allow it: they can be newer than a position.
    pub(in crate::domain::saved) fn place(&self, session: &mut Session) -> bool {
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
