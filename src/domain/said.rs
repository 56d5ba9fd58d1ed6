//! Words for screen readers, which only hear of a text that has changed.

/// A no-break space: it makes a text another one, and is not spoken.
const UNHEARD: char = '\u{a0}';

/// `words` as they are to stand where `before` stands: another text, even where they are the same words.
#[must_use]
pub fn said_after(before: &str, mut words: String) -> String {
    if before == words && !words.is_empty() {
        words.push(UNHEARD);
    }
    words
}
