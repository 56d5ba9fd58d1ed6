//! The runner's note on a routine, a block or an item.

use crate::domain::name::visible;

/// The longest note, in characters.
pub const MAX_PLAN_NOTE: usize = 200;

/// `text` as a note: one line of at most [`MAX_PLAN_NOTE`] characters, empty if nothing of it is visible.
#[must_use]
pub fn plan_note(text: &str) -> String {
    visible(text.chars().filter(|sign| !sign.is_control()).take(MAX_PLAN_NOTE).collect())
}
