//! The runner's note on a session.

/// The longest note, in characters.
pub const MAX_NOTE: usize = 500;

/// `text` as a stored note: without control characters except line breaks, without surrounding space, at most [`MAX_NOTE`]
/// characters. `None` if nothing is left.
#[must_use]
pub fn note(text: &str) -> Option<String> {
    let plain: String = text.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    let cut: String = plain.trim().chars().take(MAX_NOTE).collect();
    let note = cut.trim_end();
    (!note.is_empty()).then(|| note.to_owned())
}
