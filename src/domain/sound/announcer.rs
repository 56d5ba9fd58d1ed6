//! Rate limit for screen-reader announcements: few, and far enough apart to be heard to the end. Knows no page.

use crate::domain::units::Timestamp;

/// Least time between two announcements. Milliseconds; from the specification's chapter on accessibility.
const APART: i64 = 5_000;
/// An announcement is fresh for so long. Milliseconds.
const JUST: i64 = 1_000;
/// Most announcements in one phase.
const MOST: u8 = 4;

/// The decision about offered words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Announce now.
    Now(String),
    /// Call [`Announcer::due`] in this many milliseconds, at least 1.
    Later(i64),
    /// Nothing to announce.
    Nothing,
}

/// Allows at most four announcements per phase, at least five seconds apart.
///
/// The opening words of a phase are replaced only by those of the next phase, never by others of the same one; of the rest
/// the newest replaces the others.
#[derive(Clone, Debug, Default)]
pub struct Announcer {
    phase: Option<Timestamp>,
    given: u8,
    last: Option<Timestamp>,
    held: Option<WaitingWords>,
}

#[derive(Clone, Debug)]
struct WaitingWords {
    words: String,
    opens: bool,
}

impl Announcer {
    /// Offers `words` at `now`, in the phase that began at `phase_started`.
    pub fn offer(&mut self, now: Timestamp, phase_started: Timestamp, words: String) -> Decision {
        let opens = self.phase != Some(phase_started);
        if opens {
            (self.phase, self.given) = (Some(phase_started), 0);
        }
        let waits = self.held.as_ref().is_some_and(|held| held.opens);
        if opens || (!waits && self.given < MOST) {
            self.held = Some(WaitingWords { words, opens });
        }
        self.due(now)
    }

    /// Offers `words` for a moment later: a page is new then, and its heading is read first.
    pub fn offer_soon(&mut self, now: Timestamp, phase_started: Timestamp, words: String) -> Decision {
        self.last = self.last.max(Some(now.plus_ms(JUST - APART)));
        self.offer(now, phase_started, words)
    }

    /// Notes words that are announced at `now` whatever came before: the answer to something the runner has just done.
    pub const fn give_at_once(&mut self, now: Timestamp) {
        self.last = Some(now);
    }

    /// True if something was announced in the last second.
    #[must_use]
    pub fn has_just_told(&self, now: Timestamp) -> bool {
        self.last.is_some_and(|last| now.ms_since(last) < JUST)
    }

    /// True if words offered at `now` would be announced at once. Words that would be outdated soon are offered only then.
    #[must_use]
    pub fn is_free(&self, now: Timestamp) -> bool {
        self.held.is_none() && self.given < MOST && self.last.is_none_or(|last| now.ms_since(last) >= APART)
    }

    /// The waiting words that are due at `now`.
    pub fn due(&mut self, now: Timestamp) -> Decision {
        if self.held.is_none() {
            return Decision::Nothing;
        }
        // After the clock was set back the words would otherwise wait until it reaches the old time again.
        self.last = self.last.map(|last| last.min(now));
        let wait = self.last.map_or(0, |last| APART - now.ms_since(last));
        if wait > 0 {
            return Decision::Later(wait);
        }
        self.last = Some(now);
        self.given += 1;
        self.held.take().map_or(Decision::Nothing, |held| Decision::Now(held.words))
    }
}
