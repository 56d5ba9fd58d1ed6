//! The page that somebody most likely meant by an address that names none.

use super::{Place, Section};
use crate::domain::catalogue::{Level, briefs};

impl Place {
    /// The page whose name is most like the last word of `path`, by the pairs of letters that both have; `None` if no name is
    /// like it.
    #[must_use]
    pub fn nearest(path: &str) -> Option<Self> {
        let word = path.rsplit('/').find(|part| !part.is_empty())?.to_ascii_lowercase();
        let sections = Section::ALL.into_iter().map(Section::place);
        let exercises = briefs().iter().map(|brief| Self::Exercise { id: brief.id.to_owned(), level: Level::Base });
        let alike = |place: &Self| likeness(&word, place.href().rsplit('/').next().unwrap_or_default());
        let (likeness, nearest) =
            sections.chain(exercises).map(|place| (alike(&place), place)).max_by_key(|(likeness, _)| *likeness)?;
        (likeness >= ENOUGH).then_some(nearest)
    }
}

/// The least likeness of a name that is offered.
const ENOUGH: usize = 40;

/// Twice the pairs of letters that both have, in percent of all pairs: 100 for the same word, 0 for nothing in common.
fn likeness(one: &str, other: &str) -> usize {
    let pairs = |word: &str| word.as_bytes().windows(2).map(<[u8]>::to_vec).collect::<Vec<_>>();
    let (one, mut left) = (pairs(one), pairs(other));
    let all = one.len() + left.len();
    let mut common = 0_usize;
    for pair in one {
        if let Some(at) = left.iter().position(|other| *other == pair) {
            left.swap_remove(at);
            common += 2;
        }
    }
    (common * 100).checked_div(all).unwrap_or_default()
}
