//! Repeated announcements: screen readers only announce text that has changed.

/// A no-break space: it changes a text, and is not spoken.
const UNHEARD: char = '\u{a0}';

/// `words` with an unspoken difference from `before` if they are the same.
#[must_use]
pub fn said_after(before: &str, mut words: String) -> String {
    if before == words && !words.is_empty() {
        words.push(UNHEARD);
    }
    words
}
