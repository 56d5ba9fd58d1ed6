//! Routines that came in a link: their id before and after they are saved.

use super::{Routine, encode};
use crate::domain::compact::hash;

/// The id of a routine that came in a link and is not saved.
pub const RECEIVED: &str = "shared";
/// The letters of an id made of contents.
const LETTERS: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";

impl Routine {
    /// The id under which a received routine is saved. It follows from the contents, so that the same link leads to the copy that
    /// there is, even after the runner has changed that.
    #[must_use]
    pub fn received_id(&self) -> String {
        let mut left = hash(encode(self).as_bytes());
        let mut letter = || {
            let at = usize::try_from(left % 36).unwrap_or_default();
            left /= 36;
            char::from(LETTERS[at])
        };
        (0..12).map(|_| letter()).collect()
    }

    /// The copy of this received routine among `own`: saved from the same link, or the same in name and exercises.
    #[must_use]
    pub fn copy_among<'a>(&self, own: &'a [Self]) -> Option<&'a Self> {
        let (id, code) = (self.received_id(), encode(self));
        own.iter().find(|kept| kept.id == id).or_else(|| own.iter().find(|kept| encode(kept) == code))
    }

    /// The same without the exercises that this version does not know.
    #[must_use]
    pub fn known(&self) -> Self {
        let mut known = self.clone();
        known.items.retain(|item| item.known().is_some());
        known
    }
}
