//! The catalogue, searched by the words that the runner reads.

use super::vocabulary;
use crate::domain::catalogue::{self, Exercise, Filter, SetWords};

pub use super::app::exercises::*;

const WORDS: SetWords =
    SetWords { kind: vocabulary::kind, muscle: vocabulary::muscle, area: vocabulary::area, kit: vocabulary::kit };

/// Every exercise that matches `filter`: those with the words in their name first, each part in teaching order.
#[must_use]
pub fn find(filter: &Filter) -> Vec<&'static Exercise> {
    catalogue::search(filter, &WORDS)
}

/// True if `exercise` matches: its type, its area, its words, and one level that fits all the rest.
#[must_use]
pub fn matches(exercise: &Exercise, filter: &Filter) -> bool {
    catalogue::matches(exercise, filter, &WORDS)
}
