//! A routine in a link, after `#`, so that no server sees it. Reading is total: hostile links give an error.

mod mangled;
mod own;
mod version_1;
mod version_2;

pub use mangled::find_code;

use super::Routine;

pub use version_2::encode;

/// The largest number of times that a link may be percent-encoded on its way.
const MOST_ENCODED: usize = 4;

/// A link that holds no routine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnreadableLink {
    /// Nothing after the `#`.
    Empty,
    /// Written by a later version, or with an exercise that only a later version knows.
    Newer,
    /// Cut or altered on its way.
    Damaged,
}

/// The routine in a link, or in a text that contains one; it gets the id `id`. Mail and messengers change links: their
/// encoding, wrapping and additions are removed as long as the whole routine is there. Its own exercises are known from then on;
/// those that are stored here stay as they are.
///
/// # Errors
/// If the text is empty, newer or damaged.
pub fn decode(code: &str, id: &str) -> Result<Routine, UnreadableLink> {
    if code.trim().is_empty() {
        return Err(UnreadableLink::Empty);
    }
    match version_2::read(code, id) {
        Err(UnreadableLink::Damaged) => {}
        read => return read,
    }
    match version_1::exact(code, id) {
        Err(UnreadableLink::Damaged) => mangled::read(code, id),
        read => read,
    }
}
