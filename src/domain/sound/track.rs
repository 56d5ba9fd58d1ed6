//! Pocket mode: the rest of a session as one audio track, and the session's time while the track plays.

use super::plan::{EARLY, Heard, ToneChoice, heard, opening};
use crate::domain::session::{Effect, Event, Phase, Session};
use crate::domain::units::Timestamp;

/// Longest track; the rest of a longer session is another one. Milliseconds.
pub const LONGEST: i64 = 3_600_000;
/// Time after the last change of phase, so that its sound is heard to the end. Milliseconds.
const TAIL: i64 = 2_000;

/// The sounds from one moment on, to the end of the session or for an hour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// Every sound with its time, phase after phase.
    pub cues: Vec<Heard>,
    /// Length in milliseconds, 0 … [`LONGEST`]; 0 if nothing moves on by itself.
    pub length_ms: i64,
}

impl Track {
    /// True if this track, at `at_ms` milliseconds from its beginning, continues as `fresh` begins, so that it may play on.
    /// A sound at exactly that time has begun already, and sounds after its own end belong to another track.
    #[must_use]
    pub fn goes_on(&self, at_ms: i64, fresh: &Self) -> bool {
        let left = self.cues.iter().filter(|heard| heard.at_ms > at_ms);
        let coming = fresh.cues.iter().filter(|heard| heard.at_ms > 0 && at_ms + heard.at_ms < self.length_ms);
        let goes_on =
            left.map(|heard| (heard.at_ms - at_ms, heard.sound)).eq(coming.map(|heard| (heard.at_ms, heard.sound)));
        goes_on && (self.length_ms == LONGEST || at_ms + fresh.length_ms <= self.length_ms)
    }
}

/// The track of `session` from `now` on. Every set that the runner ends is taken to last as long as its tempo.
///
/// It ends where nothing moves on without the runner. The matching session is computed by [`keep_time`] with the same
/// `from`.
#[must_use]
pub fn track(session: &Session, now: Timestamp, from: Timestamp, wants: ToneChoice) -> Track {
    let (mut session, _) = keep_time(session.clone(), now, from);
    let (mut cues, mut at, mut length_ms) = (Vec::new(), now, 0);
    while let Some(end) = due(&session, from).filter(|_| at.ms_since(now) < LONGEST) {
        let begun = at.ms_since(now);
        let (next, _) = keep_time(session.clone(), end, from);
        let of_the_phase = heard(&session, at, Some(end), opening(&next), wants);
        cues.extend(of_the_phase.into_iter().map(|heard| Heard { at_ms: begun + heard.at_ms, ..heard }));
        session = next;
        at = end;
        length_ms = (at.ms_since(now) + TAIL).min(LONGEST);
    }
    cues.retain(|heard| heard.at_ms < length_ms);
    Track { cues, length_ms }
}

/// The end of the present phase for a runner who keeps the tempo `from` that moment on; `None` if nothing moves on by
/// itself. A set that was at work before is not cut short: from then on it has at least a whole repetition, and time for
/// the countdown beeps.
#[must_use]
pub fn due(session: &Session, from: Timestamp) -> Option<Timestamp> {
    if session.paused().is_some() {
        return None;
    }
    let by_tempo = match session.phase() {
        Phase::Work { since } => Some(since.plus(session.step().length()).max(least(session, since, from))),
        _ => None,
    };
    // A set that has lasted longer is due at once, not in the past.
    session.phase_end().or(by_tempo).map(|end| end.max(session.seen()))
}

/// The earliest end of a set that began `since` and whose time is kept `from` a moment: on a whole second of the set.
fn least(session: &Session, since: Timestamp, from: Timestamp) -> Timestamp {
    let rep = session.step().rep_seconds();
    let before = (from.ms_since(since) + 999) / 1000;
    since.plus_ms(1000 * (before + i64::from(rep).max(EARLY)))
}

/// Like [`Session::advance`], but each set that the runner ends is done when it is [`due`], and nothing counts as
/// missed: the track, which plays `from` a moment on, has sounded it all, however long the page slept.
#[must_use]
pub fn keep_time(mut session: Session, now: Timestamp, from: Timestamp) -> (Session, Vec<Effect>) {
    let mut effects = Vec::new();
    while let Some(end) = due(&session, from).filter(|end| *end <= now) {
        let (at, phase) = (session.at(), session.phase());
        let (next, more) = pass(session, end);
        effects = Effect::merge(effects, more);
        session = next;
        if (session.at(), session.phase()) == (at, phase) {
            break;
        }
    }
    let (session, more) = session.advance(now);
    // The track has sounded it.
    (session, Effect::merge(effects, more).into_iter().filter(|effect| *effect != Effect::Sound).collect())
}

fn pass(session: Session, end: Timestamp) -> (Session, Vec<Effect>) {
    let done = Event::Done(session.at(), session.step().target);
    if session.phase_end().is_some() { session.advance(end) } else { session.on(done, end) }
}
