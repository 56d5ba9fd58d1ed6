//! Which words a screen reader gets: few, and far enough apart to be heard out. Knows no page.

use crate::domain::units::Timestamp;

/// Between two announcements. Milliseconds; from the experience's chapter on accessibility.
const APART: i64 = 5_000;
/// Announcements in one phase.
const MOST: u8 = 4;

/// What becomes of words that were offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// To be announced now.
    Now(String),
    /// Ask [`Announcer::due`] again in this many milliseconds, at least 1.
    Later(i64),
    /// Nothing to announce.
    Nothing,
}

/// Lets through at most four announcements a phase, at least five seconds apart.
///
/// The words with which a phase begins are never lost to others of the same phase, only to the next phase; of the rest
/// the newest counts.
#[derive(Clone, Debug, Default)]
pub struct Announcer {
    phase: Option<Timestamp>,
    given: u8,
    last: Option<Timestamp>,
    held: Option<Held>,
}

#[derive(Clone, Debug)]
struct Held {
    words: String,
    opens: bool,
}

impl Announcer {
    /// Offers `words` at `now`, in the phase that began at `phase_started`.
    pub fn offer(&mut self, now: Timestamp, phase_started: Timestamp, words: String) -> Offer {
        let opens = self.phase != Some(phase_started);
        if opens {
            (self.phase, self.given) = (Some(phase_started), 0);
        }
        let waits = self.held.as_ref().is_some_and(|held| held.opens);
        if opens || (!waits && self.given < MOST) {
            self.held = Some(Held { words, opens });
        }
        self.due(now)
    }

    /// Whether words offered at `now` would be announced at once. Of what soon is no news any more, only those are.
    #[must_use]
    pub fn is_free(&self, now: Timestamp) -> bool {
        self.held.is_none() && self.given < MOST && self.last.is_none_or(|last| now.ms_since(last) >= APART)
    }

    /// What is to be announced at `now` of what had to wait.
    pub fn due(&mut self, now: Timestamp) -> Offer {
        if self.held.is_none() {
            return Offer::Nothing;
        }
        // A clock that was set back would keep the words waiting until it is again as late as it was.
        self.last = self.last.map(|last| last.min(now));
        let wait = self.last.map_or(0, |last| APART - now.ms_since(last));
        if wait > 0 {
            return Offer::Later(wait);
        }
        self.last = Some(now);
        self.given += 1;
        self.held.take().map_or(Offer::Nothing, |held| Offer::Now(held.words))
    }
}
