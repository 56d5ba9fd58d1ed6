//! A routine in the few words that a button has room for.

use super::{Routine, estimate};
use crate::domain::catalogue::Kit;

/// What stands on the button that starts `routine`: "Start · 6 min · no kit".
#[must_use]
pub fn start_words(routine: &Routine) -> String {
    let kit = match routine.kit().as_slice() {
        [] => "no kit".to_owned(),
        [one] => in_sentence(*one),
        [one, other] => format!("{}, {}", in_sentence(*one), in_sentence(*other)),
        more => format!("{} pieces of kit", more.len()),
    };
    format!("Start · {} · {kit}", estimate(routine).minutes_words())
}

/// Whole minutes: "6 min", "0 min" for an empty routine.
#[must_use]
pub fn minutes_words(routine: &Routine) -> String {
    if routine.items.is_empty() { "0 min".to_owned() } else { estimate(routine).minutes_words() }
}

/// A piece of kit in mid-sentence: "loop band", but "BOSU".
fn in_sentence(kit: Kit) -> String {
    let mut words = kit.words().to_owned();
    if words.as_bytes().get(1).is_some_and(u8::is_ascii_lowercase) {
        words[..1].make_ascii_lowercase();
    }
    words
}
