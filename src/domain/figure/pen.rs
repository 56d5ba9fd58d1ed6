//! Writes SVG path data: whole numbers, in ten-thousandths of the standing height, down the page. A tenth of a pixel is
//! finer than anyone sees, and numbers relative to the last point are short: this is written 60 times a second.

use crate::domain::figure::view::Point;

/// SVG transform from the units of written paths to the thousandths of the standing height of a [`super::Stage`].
pub const PATH_SCALE: &str = "scale(.1)";

/// A path that is being written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::domain::figure) struct Pen {
    written: Vec<u8>,
    here: (i32, i32),
}

impl Pen {
    /// The whole path.
    pub(in crate::domain::figure) fn path(self) -> String {
        String::from_utf8(self.written).unwrap_or_default()
    }

    /// Adds the path of another pen.
    pub(in crate::domain::figure) fn add(&mut self, other: &Self) {
        self.written.extend_from_slice(&other.written);
    }

    /// Begins at `point`, with lines (`l`) or curves (`c`) relative to the last end.
    pub(in crate::domain::figure) fn start(&mut self, point: Point, lines: u8) {
        self.letter(b'M');
        self.here = (0, 0);
        self.reach(point);
        self.letter(lines);
    }

    /// Writes a command.
    pub(in crate::domain::figure) fn letter(&mut self, letter: u8) {
        self.written.push(letter);
    }

    /// Writes a control point of a curve.
    pub(in crate::domain::figure) fn point(&mut self, point: Point) {
        self.place(place(point));
    }

    /// Writes the end point of a line or curve.
    pub(in crate::domain::figure) fn reach(&mut self, point: Point) {
        let place = place(point);
        self.place(place);
        self.here = place;
    }

    /// Writes a smooth line through `points`: Catmull-Rom, as cubic Béziers, with a corner where it turns sharply.
    pub(in crate::domain::figure) fn curve(&mut self, points: &[Point], closed: bool) {
        let count = points.len();
        // The control points lie so far from a point on both sides; a corner has none.
        let tangent = |at: usize| {
            if !closed && (at == 0 || at == count - 1) {
                return Point::default();
            }
            let (before, here, next) = (points[(at + count - 1) % count], points[at % count], points[(at + 1) % count]);
            let (from, to) = (here.moved(-before.x, -before.y), next.moved(-here.x, -here.y));
            let origin = Point::default();
            let (long, short) = (from.distance(origin), to.distance(origin));
            if from.x * to.x + from.y * to.y < 0.5 * long * short {
                return origin;
            }
            // Never farther than a third of the nearer neighbour.
            let scale = (1.0 / 6.0_f32).min(long.min(short) / (3.0 * (next.distance(before)).max(1e-6)));
            Point { x: (next.x - before.x) * scale, y: (next.y - before.y) * scale }
        };
        self.start(points[0], b'c');
        for at in 0..if closed { count } else { count - 1 } {
            let next = points[(at + 1) % count];
            let coming = tangent((at + 1) % count);
            // Each curve starts in the direction in which the last one ended.
            match at {
                0 => {
                    let leaving = tangent(0);
                    self.point(points[0].moved(leaving.x, leaving.y));
                }
                1 => self.letter(b's'),
                _ => {}
            }
            self.point(next.moved(-coming.x, -coming.y));
            self.reach(next);
        }
        if closed {
            self.letter(b'z');
        }
    }

    fn place(&mut self, (x, y): (i32, i32)) {
        let mut text = [0; TWO_NUMBERS];
        let from = before(&mut text, TWO_NUMBERS, y - self.here.1);
        let from = before(&mut text, from, x - self.here.0);
        self.written.extend_from_slice(&text[from..]);
    }
}

/// Length of two numbers with their signs.
const TWO_NUMBERS: usize = 22;

/// Writes `number` into `text`, ending before `end`, and returns its start. Digits are computed from the last one.
fn before(text: &mut [u8; TWO_NUMBERS], end: usize, number: i32) -> usize {
    let (mut rest, mut at) = (number.unsigned_abs(), end);
    loop {
        at -= 1;
        text[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    text[at - 1] = if number < 0 { b'-' } else { b' ' };
    at - 1
}

#[allow(clippy::cast_possible_truncation, reason = "a picture is a few thousand units wide")]
const fn place(point: Point) -> (i32, i32) {
    ((point.x * 10_000.0).round_ties_even() as i32, (point.y * -10_000.0).round_ties_even() as i32)
}
