//! The kit of an exercise or a routine, in words.

use super::{routine, vocabulary};
use crate::domain::catalogue::Kit;

pub use super::app::kit::*;

/// "No kit", or the list of kit: for use alone.
#[must_use]
pub fn fact(kit: &[Kit]) -> String {
    if kit.is_empty() { none().to_owned() } else { pieces(kit) }
}

/// "No kit", or the list of kit in few letters.
#[must_use]
pub fn in_short(kit: &[Kit]) -> String {
    if kit.is_empty() {
        none().to_owned()
    } else {
        kit.iter().map(|piece| short(*piece)).collect::<Vec<_>>().join(", ")
    }
}

/// "no kit", or the list of kit: for use after other words.
#[must_use]
pub fn after_words(kit: &[Kit]) -> String {
    if kit.is_empty() { routine::no_kit().to_owned() } else { pieces(kit) }
}

fn pieces(kit: &[Kit]) -> String {
    kit.iter().map(|piece| vocabulary::kit(*piece)).collect::<Vec<_>>().join(", ")
}
