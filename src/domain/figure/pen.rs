//! Writes SVG path data: whole numbers, in ten-thousandths of the standing height, down the page. A tenth of a pixel is
//! finer than anyone sees, and numbers relative to the last point are short: this is written 60 times a second.

use super::contour::Point;

/// What brings written paths to the thousandths of the standing height that a [`super::Stage`] counts in.
pub const PATH_SCALE: &str = "scale(.1)";

/// A path that is being written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pen {
    /// What is written so far.
    pub(super) path: String,
    here: (i32, i32),
}

impl Pen {
    /// Begins at `point`, with lines (`l`) or curves (`c`) relative to the last end.
    pub(super) fn start(&mut self, point: Point, lines: char) {
        self.path.push('M');
        self.here = (0, 0);
        self.reach(point);
        self.path.push(lines);
    }

    /// Writes a point on the way: what steers a curve.
    pub(super) fn point(&mut self, point: Point) {
        let (x, y) = place(point);
        self.number(x - self.here.0);
        self.number(y - self.here.1);
    }

    /// Writes the point where a line or curve ends.
    pub(super) fn reach(&mut self, point: Point) {
        self.point(point);
        self.here = place(point);
    }

    fn number(&mut self, number: i32) {
        self.path.push(if number < 0 { '-' } else { ' ' });
        let mut digits = [b'0'; 10];
        let (mut rest, mut at) = (number.unsigned_abs(), digits.len());
        loop {
            at -= 1;
            digits[at] = b'0' + u8::try_from(rest % 10).unwrap_or(0);
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        self.path.push_str(str::from_utf8(&digits[at..]).unwrap_or_default());
    }
}

#[allow(clippy::cast_possible_truncation, reason = "a picture is a few thousand units wide")]
const fn place(point: Point) -> (i32, i32) {
    ((point.x * 10_000.0).round_ties_even() as i32, (point.y * -10_000.0).round_ties_even() as i32)
}
