//! The runner's note on a routine, a block or an item.

use super::{Block, BlockKind, Routine};
use crate::domain::name::visible;

/// The longest note, in characters.
pub const MAX_PLAN_NOTE: usize = 200;

/// `text` as a note: one line of at most [`MAX_PLAN_NOTE`] characters, empty if nothing of it is visible.
#[must_use]
pub fn plan_note(text: &str) -> String {
    visible(text.chars().filter(|sign| !sign.is_control()).take(MAX_PLAN_NOTE).collect())
}

impl Routine {
    /// The notes for a set of `exercise` in a block of this kind, that of the block first; none that is empty.
    #[must_use]
    pub fn notes_on(&self, exercise: &str, kind: BlockKind) -> Vec<&str> {
        let of_kind = |block: &&Block| block.kind == kind;
        let found = self.parts().iter().filter(of_kind).find_map(|block| {
            let item = self.items_of(block.key).find(|item| item.exercise == exercise)?;
            Some([block.note.as_str(), item.note.as_str()])
        });
        found.into_iter().flatten().filter(|note| !note.is_empty()).collect()
    }
}
