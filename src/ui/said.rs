//! A live region: a text that screen readers announce whenever it changes.

use super::element::El;
use crate::domain::said::said_after;
use std::cell::RefCell;

/// Text at the end of `place` that follows signals; announced again if the same words come again.
#[must_use]
pub fn said_live(place: El, words: impl Fn() -> String + 'static) -> El {
    let said = RefCell::new(String::new());
    place.text_live(move || {
        let next = said_after(&said.borrow(), words());
        said.replace(next.clone());
        next
    })
}
