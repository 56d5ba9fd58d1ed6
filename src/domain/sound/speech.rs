//! Spoken words of a session, and their times. Sentences are short, because they are heard during exercise.

use super::plan::{half_ms, is_halved};
use crate::domain::catalogue::Measure;
use crate::domain::session::{Phase, Session, Side, Step};
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
}

/// Words and their time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Milliseconds from the requested moment; never negative.
    pub at_ms: i64,
    /// The words.
    pub words: String,
}

/// The words of `session` at `moment`: "Lunge. Left side. 12 reps." After a set that was done they begin with "Done."
#[must_use]
pub fn words(session: &Session, moment: Moment) -> String {
    match moment {
        Moment::Opening => opening(session),
        Moment::Halfway => "Halfway.".to_owned(),
        Moment::TenSeconds => "Ten seconds.".to_owned(),
    }
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
            all.push(Spoken { at_ms, words: words(session, moment) });
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

fn opening(session: &Session) -> String {
    let step = session.step();
    match session.phase() {
        Phase::Work { .. } => dose(step),
        Phase::Rest { since, until } => {
            let seconds = until.ms_since(since) / 1000;
            let unit = Measure::Seconds.word(u16::try_from(seconds).unwrap_or(u16::MAX));
            [over(session), "Rest, ", &seconds.to_string(), " ", unit, ". Next: ", &next(step), "."].concat()
        }
        Phase::Finished { .. } => [over(session), "The session is over."].concat(),
        _ if matches!(session.phase(), Phase::Switch { .. }) => {
            [over(session), "Other side. ", side(step), "."].concat()
        }
        _ if session.phase_end().is_some() => ["Get ready: ", &next(step), "."].concat(),
        _ => ["Your turn: ", &next(step), "."].concat(),
    }
}

/// "Done. " if the set before this phase was done, nothing if it was left out.
fn over(session: &Session) -> &'static str {
    let before = if session.is_finished() { Some(session.at()) } else { session.step_before() };
    let done = before.is_some_and(|step| session.done().iter().any(|done| done.step == step));
    if done { "Done. " } else { "" }
}

/// "Monster walk. Right side. 12 steps."
fn dose(step: &Step) -> String {
    let amount = step.target.get();
    let (side, word) = (side(step), step.measure.word(amount));
    let of_the_side = if side.is_empty() { "" } else { " side. " };
    [step.name(), ". ", side, of_the_side, &amount.to_string(), " ", word, "."].concat()
}

/// "monster walk, right side": within a sentence.
fn next(step: &Step) -> String {
    let mut next = step.name().to_owned();
    if let Some(first) = next.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    match step.side {
        Some(Side::Left) => next.push_str(", left side"),
        Some(Side::Right) => next.push_str(", right side"),
        None => {}
    }
    next
}

fn side(step: &Step) -> &'static str {
    step.side.map_or("", Side::words)
}
