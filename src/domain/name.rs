//! Names typed by somebody, of routines and their sessions. A name in a sentence is isolated from it, so that its text direction
//! and a browser's translation do not affect what is not its own.

/// The name on screen of a routine without one.
pub const UNNAMED: &str = "Unnamed routine";

/// The characters before and after a name within a sentence (first strong isolate, pop directional
/// isolate).
pub const MARKS: [char; 2] = ['\u{2068}', '\u{2069}'];

/// Characters that are invisible on a screen, beside white space and controls: fillers, joiners, direction marks,
/// variation selectors, tags.
const UNSEEN: &[(char, char)] = &[
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{202a}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{2800}', '\u{2800}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff0}', '\u{fffb}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d159}', '\u{1d159}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{e0000}', '\u{e0fff}'),
];

/// `name`; empty if nothing of it is visible. Blanks stay while more is typed: they do not make a name visible.
#[must_use]
pub fn visible(name: String) -> String {
    if name.trim().is_empty() || name.chars().any(is_seen) { name } else { String::new() }
}

/// `name`; [`UNNAMED`] if nothing of it is visible.
#[must_use]
pub fn visible_or_unnamed(name: String) -> String {
    if name.chars().any(is_seen) { name } else { UNNAMED.to_owned() }
}

fn is_seen(c: char) -> bool {
    !(c.is_whitespace() || c.is_control() || UNSEEN.iter().any(|(first, last)| (*first..=*last).contains(&c)))
}

/// `name` for use in a sentence, between [`MARKS`]. Direction overrides in it end with it.
#[must_use]
pub fn isolated(name: &str) -> String {
    let [open, close] = MARKS;
    // An isolate mark in the name would end ours too early.
    let inner = name.chars().filter(|c| !('\u{2066}'..='\u{2069}').contains(c));
    std::iter::once(open).chain(inner).chain([close]).collect()
}

/// `sentence` for use without elements, such as a title or a label: [`MARKS`] stay only where they change anything.
#[must_use]
pub fn plain(sentence: &str) -> String {
    let is_mark = |c: &char| MARKS.contains(c);
    let runs_right = |c: char| c < '\u{590}' || ('\u{2010}'..='\u{2027}').contains(&c) || is_mark(&c);
    if sentence.chars().all(runs_right) {
        sentence.chars().filter(|c| !is_mark(c)).collect()
    } else {
        sentence.to_owned()
    }
}
