//! Writes SVG path data: whole numbers, in ten-thousandths of the standing height, down the page. A tenth of a pixel is
//! finer than anyone sees, and numbers relative to the last point are short: this is written 60 times a second.

use crate::domain::figure::view::Point;

/// SVG transform from the units of written paths to the thousandths of the standing height of a [`super::Stage`].
pub const PATH_SCALE: &str = "scale(.1)";

/// A path that is being written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::domain::figure) struct Pen {
    written: Vec<u8>,
}

/// A point in the units of the path.
type PathPoint = (i32, i32);

/// The most letters of a point: two numbers with their signs.
const LONGEST: usize = 12;

impl Pen {
    /// The whole path.
    pub(in crate::domain::figure) fn path(self) -> String {
        String::from_utf8(self.written).unwrap_or_default()
    }

    /// Adds the path of another pen.
    pub(in crate::domain::figure) fn add(&mut self, other: &Self) {
        self.written.extend_from_slice(&other.written);
    }

    /// Writes a smooth line through `points`, with a corner where it turns by more than 60 degrees.
    ///
    /// It is a quadratic B-spline: each curve ends half-way between two control points, so every control point mirrors the one before
    /// it and need not be written (`t`).
    pub(in crate::domain::figure) fn curve(&mut self, points: &[Point], closed: bool) {
        let (count, from) = (points.len(), self.written.len());
        // After the last point comes the first one again.
        let point = |at: usize| points[if at < count { at } else { at - count }];
        let turn = |at: usize| {
            if !closed && (at == 0 || at + 1 == count) {
                return (point(at), true);
            }
            control(point(at + count - 1), point(at), point(at + 1))
        };
        let (mut here, mut is_corner) = turn(0);
        let first = place(here);
        let start = if closed { place(turn(count - 1).0.towards(here, 0.5)) } else { first };
        // Room for all of it at once; letter by letter it would be asked for 20,000 times a picture.
        self.written.resize(from + (2 * count + 4) * LONGEST, 0);
        let mut text = Text { letters: &mut self.written[from..], end: 0, here: (0, 0), control: first };
        text.letter(b'M');
        text.reach(start);
        text.letter(b'q');
        text.pair(first);
        let mut is_first = true;
        for at in 1..=count {
            // At a corner two control points lie in one place: the line goes through it.
            if is_corner {
                text.half_way(place(here), &mut is_first);
            }
            if at < count || closed {
                (here, is_corner) = turn(if at < count { at } else { 0 });
                text.half_way(place(here), &mut is_first);
            }
        }
        if closed {
            text.letter(b'z');
        }
        let end = text.end;
        self.written.truncate(from + end);
    }
}

/// The text of a line.
struct Text<'a> {
    letters: &'a mut [u8],
    /// The end of what is written.
    end: usize,
    /// The end of the last curve, and its control point.
    here: PathPoint,
    control: PathPoint,
}

impl Text<'_> {
    fn letter(&mut self, letter: u8) {
        self.letters[self.end] = letter;
        self.end += 1;
    }

    /// Ends a curve half-way to the next control point. From the second curve on, control points are left out.
    fn half_way(&mut self, next: PathPoint, is_first: &mut bool) {
        let end = ((self.control.0 + next.0) >> 1, (self.control.1 + next.1) >> 1);
        self.reach(end);
        // Not `next` itself, which may be half a unit off: so no rounding adds up.
        self.control = (2 * end.0 - self.control.0, 2 * end.1 - self.control.1);
        if std::mem::take(is_first) {
            self.letter(b't');
        }
    }

    /// Writes the end point of a curve.
    fn reach(&mut self, place: PathPoint) {
        self.pair(place);
        self.here = place;
    }

    fn pair(&mut self, (x, y): PathPoint) {
        self.number(x - self.here.0);
        self.number(y - self.here.1);
    }

    /// Writes a number after its sign, or a space. Digits are computed from the last one.
    fn number(&mut self, number: i32) {
        self.letter(if number < 0 { b'-' } else { b' ' });
        // Five digits are as wide as ten pictures.
        let mut rest = number.unsigned_abs().min(99_999);
        let digits =
            1 + usize::from(rest > 9) + usize::from(rest > 99) + usize::from(rest > 999) + usize::from(rest > 9_999);
        self.end += digits;
        for digit in self.letters[self.end - digits..self.end].iter_mut().rev() {
            *digit = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
    }
}

/// The control point that leads the line through `here`, and true for a corner.
fn control(before: Point, here: Point, next: Point) -> (Point, bool) {
    let (from, to) = (here.moved(-before.x, -before.y), next.moved(-here.x, -here.y));
    let along = from.x * to.x + from.y * to.y;
    let lengths = (from.x * from.x + from.y * from.y) * (to.x * to.x + to.y * to.y);
    if along < 0.0 || 4.0 * along * along <= lengths {
        return (here, true);
    }
    (here.moved((from.x - to.x) * 0.125, (from.y - to.y) * 0.125), false)
}

#[allow(clippy::cast_possible_truncation, reason = "a picture is a few thousand units wide")]
const fn place(point: Point) -> PathPoint {
    ((point.x * 10_000.0).round_ties_even() as i32, (point.y * -10_000.0).round_ties_even() as i32)
}
