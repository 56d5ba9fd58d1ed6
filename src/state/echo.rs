//! The echo of a tap: a second one within half a second, at the same place, is ignored if the first one changed the element
//! there. In the lazy chunk.

use crate::browser::click::{self, Click};
use crate::domain::tap::Tap;
use std::cell::Cell;

/// The attribute of elements that ignore an echo: see `ui::El::once` and `ui::El::no_double_click`.
const ONCE: &str = "data-once";

/// Ignores echoes from now on, for ever.
pub(super) fn mute_echoes() {
    let last = Cell::new(None::<Tap>);
    click::before_all(ONCE, move |Click { at_ms, place, may_be_second, mark, is_on_same }| {
        let each_click_counts = mark.as_deref() == Some("clicks");
        let tap = Tap { at_ms, place, may_be_second, is_on_same, each_click_counts };
        let is_echo = last.get().is_some_and(|before| tap.is_echo_of(before));
        if !is_echo {
            last.set(mark.is_some().then_some(tap));
        }
        is_echo
    });
}
