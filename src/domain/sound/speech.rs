//! The utterances of a session: their times and occasions.

use super::plan::{half_ms, is_halved};
use crate::domain::session::{Phase, Session};
use crate::domain::units::{Seconds, Timestamp};

/// Least time between two utterances of a phase. Milliseconds.
const APART: i64 = 4_000;
/// The beginning of a phase is not spoken if it is longer ago than this. Milliseconds.
const FRESH: i64 = 1_000;
/// The last minute of a block of as many rounds as fit.
const MINUTE: Seconds = Seconds(60);
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
    /// A breath in begins in a flow.
    BreatheIn,
    /// A breath out begins.
    BreatheOut,
    /// The next exercise of a flow comes.
    NextInFlow,
    /// Half the time of a block of as many rounds as fit is over; so much is left.
    HalfTime(Seconds),
    /// A minute of it is left.
    LastMinute,
    /// It is over.
    TimeUp,
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
    if let Some(breath) = session.step().breath().filter(|_| matches!(session.phase(), Phase::Work { .. })) {
        breaths(session, breath, &mut |ms, moment| say(since.plus_ms(ms).0 - now.0, moment));
    }
    if let Some((over, time)) = session.block_end().zip(session.step().within()) {
        let half = Seconds(time.0 / 2);
        let mut told = vec![(Seconds(0), Moment::TimeUp), (MINUTE, Moment::LastMinute)];
        if half.0 >= MINUTE.0 + 30 {
            told.push((half, Moment::HalfTime(half)));
        }
        for (left, moment) in told.into_iter().rev() {
            let at = over.plus_ms(-1000 * i64::from(left.0));
            if end.is_none_or(|end| at < end) {
                say(at.0 - now.0, moment);
            }
        }
        all.sort_by_key(|spoken: &Spoken| spoken.at_ms);
    }
    all
}

/// In and out after the first breath, at which the exercise is named, and what comes during the last one.
fn breaths(session: &Session, breath: Seconds, say: &mut dyn FnMut(i64, Moment)) {
    let (ms, count) = (i64::from(breath.0) * 1000, i64::from(session.step().target.get()));
    let next = session.step_after(session.at()).filter(|next| session.steps()[*next].breath().is_some());
    let last = if next.is_some() { count - 1 } else { count };
    for at in 1..last {
        say(at * ms, Moment::BreatheIn);
        say(at * ms + ms / 2, Moment::BreatheOut);
    }
    if next.is_some() && count > 1 {
        say(count * ms - APART, Moment::NextInFlow);
    }
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
