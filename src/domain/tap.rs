//! Two taps that were meant as one: a finger that bounces, or somebody who taps everything twice. Knows no page.

/// A tap this soon after another, at the same place, is its echo. Milliseconds.
const ECHO: f64 = 500.0;

/// The distance that two taps of one finger can be apart, across and down. CSS pixels: the width of a button.
const APART: u32 = 44;

/// One tap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tap {
    /// When, in milliseconds on any clock that only goes on.
    pub at_ms: f64,
    /// From the left and from the top, in CSS pixels.
    pub place: (i32, i32),
    /// False for what the device itself counts as a first one.
    pub may_be_second: bool,
    /// True on the same button as the tap before.
    pub is_on_same: bool,
    /// True on a button where two clicks that are no double click may both be meant: Pause and Go on, Delete in a list.
    pub each_click_counts: bool,
}

impl Tap {
    /// True for a tap that was not meant: it follows `before` too soon, at the same place, whatever stands there by now. Where
    /// each click counts, and on another button, the device's own count decides, if it has one.
    #[must_use]
    pub fn is_echo_of(self, before: Self) -> bool {
        let near = |one: i32, other: i32| one.abs_diff(other) <= APART;
        let soon = (0.0..ECHO).contains(&(self.at_ms - before.at_ms));
        let counts = self.may_be_second || self.is_on_same && !before.each_click_counts;
        counts && soon && near(self.place.0, before.place.0) && near(self.place.1, before.place.1)
    }
}
