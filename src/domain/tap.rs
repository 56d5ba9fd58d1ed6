//! Two taps that were meant as one: a finger that bounces, or somebody who taps everything twice. Knows no page.

/// A tap this soon after another, at the same place, is its echo. Milliseconds.
const ECHO: f64 = 500.0;

/// How far from each other two taps of one finger can be, across and down. CSS pixels: the width of a button.
const APART: u32 = 44;

/// One tap on something that counts once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tap {
    /// When, in milliseconds on any clock that only goes on.
    pub at_ms: f64,
    /// From the left and from the top, in CSS pixels.
    pub place: (i32, i32),
}

impl Tap {
    /// True for a tap that was not meant: it follows `before` too soon, at the same place, whatever stands there by now.
    #[must_use]
    pub fn is_echo_of(self, before: Self) -> bool {
        let near = |one: i32, other: i32| one.abs_diff(other) <= APART;
        let soon = (0.0..ECHO).contains(&(self.at_ms - before.at_ms));
        soon && near(self.place.0, before.place.0) && near(self.place.1, before.place.1)
    }
}
