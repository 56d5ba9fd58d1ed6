//! The coming tones of the present phase: they are scheduled on the audio clock at once, because timers are
//! throttled in a hidden page.

use super::Sound;
use crate::domain::session::{Phase, RestKind, Session};
use crate::domain::units::Timestamp;

/// Shorter holds have no halfway signal, neither tick nor words. Seconds.
pub(super) const HALVED: u16 = 20;
/// Number of countdown beeps, a second apart, before the end of a phase.
pub(super) const EARLY: i64 = 3;
/// Limit for ticking the tempo ahead: a set of 999 must not schedule thousands of tones. Milliseconds.
pub(super) const AHEAD: i64 = 600_000;

/// The tones chosen by the runner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToneChoice {
    /// The three countdown beeps, and a sound at each change of phase.
    pub beeps: bool,
    /// A tick in the middle of a long hold.
    pub halfway: bool,
    /// The exercise's own tempo, second by second, through sets that the runner ends.
    pub tempo: bool,
}

/// A sound and its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Milliseconds from the requested moment; never negative.
    pub at_ms: i64,
    /// The sound.
    pub sound: Sound,
}

/// The remaining sounds of the present phase from `now` on, unsorted; none while it is paused.
///
/// The sound at the end of the phase is that of the next one, and is not played again when that has begun; if the runner ends a
/// phase (`Effect::Sound`), [`opening`] is the sound to play at once.
#[must_use]
pub fn plan(session: &Session, now: Timestamp, wants: ToneChoice) -> Vec<Heard> {
    let end = session.phase_end();
    let next = end.and_then(|end| opening(&session.clone().advance(end).0));
    heard(session, now, end, next, wants)
}

/// The sound at the beginning of the present phase; `None` for getting ready, which the runner started by a tap.
#[must_use]
pub fn opening(session: &Session) -> Option<Sound> {
    match session.phase() {
        Phase::Work { .. } => Some(Sound::Go),
        Phase::Rest { .. } => Some(match session.rest_kind() {
            None | Some(RestKind::Set) => Sound::Rest,
            Some(RestKind::Exercise) => Sound::RestExercise,
            Some(RestKind::Round) => Sound::RestRound,
        }),
        Phase::Finished { .. } => Some(Sound::Finished),
        _ if matches!(session.phase(), Phase::Switch { .. }) => Some(Sound::Switch),
        _ => session.phase_end().is_none().then_some(Sound::Turn),
    }
}

/// The sounds of the present phase, which ends at `end` and is followed by the sound `next`.
pub(super) fn heard(
    session: &Session,
    now: Timestamp,
    end: Option<Timestamp>,
    next: Option<Sound>,
    wants: ToneChoice,
) -> Vec<Heard> {
    let mut all = Vec::new();
    if session.paused().is_some() {
        return all;
    }
    let mut hear = |at: Timestamp, sound| {
        if at >= now {
            all.push(Heard { at_ms: at.ms_since(now), sound });
        }
    };
    if let Phase::Work { since } = session.phase() {
        if wants.tempo {
            tempo(session, since, &mut hear);
        }
        if wants.halfway && is_halved(session) {
            hear(since.plus_ms(half_ms(session)), Sound::Halfway);
        }
    }
    // The time of the block ends during a set that the runner ends.
    let over = session.block_end().filter(|over| wants.beeps && session.phase_end().is_none() && end != Some(*over));
    if let Some(over) = over.filter(|_| matches!(session.phase(), Phase::Work { .. })) {
        (1..=EARLY).for_each(|second| hear(over.plus_ms(-1000 * second), Sound::Early));
        hear(over, Sound::Turn);
    }
    if let Some(end) = end.filter(|_| wants.beeps) {
        let flows = matches!(session.phase(), Phase::Work { .. }) && session.step().breath().is_some();
        if !flows {
            (1..=EARLY).for_each(|second| hear(end.plus_ms(-1000 * second), Sound::Early));
        }
        if let Some(sound) = next {
            hear(end, sound);
        }
    }
    all
}

/// True if the present step is a hold long enough for a halfway signal.
pub(super) fn is_halved(session: &Session) -> bool {
    let step = session.step();
    step.is_hold() && step.breath().is_none() && step.target.get() >= HALVED
}

/// Milliseconds from the beginning of a hold to its middle.
pub(super) fn half_ms(session: &Session) -> i64 {
    i64::from(session.step().target.get()) * 500
}

/// Every second of every planned repetition of the set: a beat at the beginning of a part, a tick for each further second.
fn tempo(session: &Session, since: Timestamp, hear: &mut impl FnMut(Timestamp, Sound)) {
    let step = session.step();
    let beats = step.beats();
    let mut after = 0;
    for (_, seconds) in (0..step.target.get()).flat_map(|_| &beats) {
        for second in 0..*seconds {
            if after >= AHEAD {
                return;
            }
            hear(since.plus_ms(after), if second == 0 { Sound::Beat } else { Sound::Tick });
            after += 1000;
        }
    }
}
