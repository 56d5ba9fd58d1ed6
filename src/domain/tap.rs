//! Double taps: two taps meant as one, by a finger that bounces, or by somebody who taps everything twice. Knows no page.

/// A tap within this time after another, at the same place, is its repetition. Milliseconds.
const ECHO: f64 = 500.0;

/// The largest distance between two taps of one finger, across and down. CSS pixels: the width of a button.
const APART: u32 = 44;

/// One tap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tap {
    /// Time in milliseconds, by any monotonic clock.
    pub at_ms: f64,
    /// Position from the left and from the top, in CSS pixels.
    pub place: (i32, i32),
    /// False for a first click by the device's own count.
    pub may_be_second: bool,
    /// True on the same button as the tap before.
    pub is_on_same: bool,
    /// True on a button on which two quick clicks may both be meant: Pause and Go on, Delete in a list.
    pub each_click_counts: bool,
}

impl Tap {
    /// True for an unintended second tap: it follows `before` too soon, at the same place, whatever is there now. If each click
    /// counts, or on another button, the device's own count of clicks decides, if it has one.
    #[must_use]
    pub fn is_echo_of(self, before: Self) -> bool {
        let near = |one: i32, other: i32| one.abs_diff(other) <= APART;
        let soon = (0.0..ECHO).contains(&(self.at_ms - before.at_ms));
        let counts = self.may_be_second || self.is_on_same && !before.each_click_counts;
        counts && soon && near(self.place.0, before.place.0) && near(self.place.1, before.place.1)
    }
}
