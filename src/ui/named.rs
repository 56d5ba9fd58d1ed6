//! A sentence with a name, which has an element of its own.

use super::element::{El, name};

/// Stands for the name in the sentence that is asked for.
const PLACE: char = '\u{fffc}';

/// The sentence that `words` makes of a name at the end of `place`, with `of` as that name. Follows signals.
#[must_use]
pub fn named(place: El, of: &str, words: impl Fn(&str) -> String + Clone + 'static) -> El {
    let parts = move || {
        let said = words(PLACE.encode_utf8(&mut [0; 4]));
        let (before, after) = said.split_once(PLACE).unwrap_or((&said, ""));
        (before.to_owned(), after.to_owned())
    };
    let before = parts.clone();
    place.text_live(move || before().0).child(name(of)).text_live(move || parts().1)
}
