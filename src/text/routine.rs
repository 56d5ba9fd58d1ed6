//! A routine in the few words that a button has room for.

use super::{count, units};
use crate::domain::catalogue::Kit;
use crate::domain::routine::{Routine, estimate};

pub use super::app::routine::*;

/// What stands on the button that starts it: "Start · 6 min · no kit".
#[must_use]
pub fn start_button(routine: &Routine) -> String {
    let kit = match routine.kit().as_slice() {
        [] => no_kit().to_owned(),
        [one] => in_sentence(*one),
        [one, other] => two_kits(&in_sentence(*one), &in_sentence(*other)),
        more => many_kits(count(more.len())),
    };
    start(&kit, &units::minutes_of(estimate(routine)))
}

/// Whole minutes: "6 min", "0 min" for an empty routine.
#[must_use]
pub fn minutes(routine: &Routine) -> String {
    if routine.items.is_empty() { units::minutes(0) } else { units::minutes_of(estimate(routine)) }
}

/// A piece of kit in mid-sentence: "loop band", but "BOSU".
fn in_sentence(kit: Kit) -> String {
    let mut words = kit.words().to_owned();
    if words.as_bytes().get(1).is_some_and(u8::is_ascii_lowercase) {
        words[..1].make_ascii_lowercase();
    }
    words
}
