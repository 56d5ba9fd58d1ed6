//! The utterances of a session: their times and occasions.

use super::plan::{half_ms, is_halved};
use crate::domain::session::{Phase, Session};
use crate::domain::units::Timestamp;

/// Least time between two utterances of a phase. Milliseconds.
const APART: i64 = 4_000;
/// The beginning of a phase is not spoken if it is longer ago than this. Milliseconds.
const FRESH: i64 = 1_000;
/// "Ten seconds." Milliseconds before the end.
const TEN: i64 = 10_000;

/// The occasion of an utterance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// The present phase has begun.
    Opening,
    /// Half of a hold is over.
    Halfway,
    /// A hold has ten seconds left.
    TenSeconds,
    /// A repetition begins; so many are left.
    Count(u16),
    /// The last repetition is over.
    CountOver,
}

/// An utterance and its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Milliseconds from the requested moment; never negative.
    pub at_ms: i64,
    /// The occasion.
    pub moment: Moment,
}

/// The remaining utterances of the present phase from `now` on, in order. None while it is paused. Its opening only if it has
/// just begun and lasts long enough; halfway and ten seconds only in holds of 20 s and more, and only ten seconds if the
/// two would overlap.
#[must_use]
pub fn spoken(session: &Session, now: Timestamp) -> Vec<Spoken> {
    let mut all = Vec::new();
    if session.paused().is_some() {
        return all;
    }
    let mut say = |at_ms: i64, moment| {
        if at_ms >= 0 {
            all.push(Spoken { at_ms, moment });
        }
    };
    let since = since(session);
    let end = session.phase_end();
    if now.ms_since(since) < FRESH && end.is_none_or(|end| end.ms_since(since) >= APART) {
        say(0, Moment::Opening);
    }
    if let Some(end) = end.filter(|_| matches!(session.phase(), Phase::Work { .. }) && is_halved(session)) {
        let (half, ten) = (since.plus_ms(half_ms(session)), end.plus_ms(-TEN));
        if ten.ms_since(half) >= APART {
            say(half.0 - now.0, Moment::Halfway);
        }
        say(ten.0 - now.0, Moment::TenSeconds);
    }
    all
}

/// The beginning of the present phase without pauses; the end of a session begins when it is seen.
#[must_use]
pub const fn since(session: &Session) -> Timestamp {
    match session.phase() {
        Phase::Finished { .. } => session.seen(),
        phase => phase.since(),
    }
}

impl Session {
    /// True if the set before the present phase was done, and not left out.
    #[must_use]
    pub fn is_set_before_done(&self) -> bool {
        let before = if self.is_finished() { Some(self.at()) } else { self.step_before() };
        before.is_some_and(|step| self.done().iter().any(|done| done.step == step))
    }
}
