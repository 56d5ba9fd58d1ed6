//! The shapes of the body's parts, drawn once, in the coordinates of their bones, and put where the bones are.
//!
//! A contour point is how far along the bone it lies (0 at its beginning, 1 at its end) and how far beside it, in standing
//! heights: seen from the side towards the front of the part, seen from the front away from the middle of the body.

use super::vector::Vector;

/// A point of a view: to the viewer's right, and up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Up.
    pub y: f32,
}

impl Point {
    /// The point this share of the way to `other`.
    pub(super) fn towards(self, other: Self, share: f32) -> Self {
        Self { x: self.x + (other.x - self.x) * share, y: self.y + (other.y - self.y) * share }
    }

    /// This much further right and up.
    pub(super) const fn moved(self, x: f32, y: f32) -> Self {
        Self { x: self.x + x, y: self.y + y }
    }
}

/// From where the figure is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// From its right: it looks to the right of the picture.
    Side,
    /// From before it.
    Front,
}

impl View {
    /// Where a place is in the picture.
    #[must_use]
    pub const fn point(self, at: Vector) -> Point {
        match self {
            Self::Side => Point { x: at.x, y: at.y },
            Self::Front => Point { x: -at.z, y: at.y },
        }
    }

    /// How near to the viewer a place is.
    #[must_use]
    pub const fn nearness(self, at: Vector) -> f32 {
        match self {
            Self::Side => at.z,
            Self::Front => at.x,
        }
    }
}

/// A contour in the coordinates of a bone.
pub(super) type Contour = [(f32, f32)];

/// A closed line through points: smooth, or with corners.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    points: Vec<Point>,
    cornered: bool,
}

impl Outline {
    /// A smooth line through `points`.
    pub(super) const fn smooth(points: Vec<Point>) -> Self {
        Self { points, cornered: false }
    }

    /// Straight lines from point to point.
    pub(super) const fn cornered(points: Vec<Point>) -> Self {
        Self { points, cornered: true }
    }

    /// Twice the area inside; negative for points in clockwise order.
    fn area(&self) -> f32 {
        let next = self.points.iter().cycle().skip(1);
        self.points.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum()
    }

    /// The points it goes through.
    #[must_use]
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// A strip of this width along `line`.
    pub(super) fn ribbon(line: &[Point], width: f32) -> Self {
        let beside = |at: usize, turn: f32| {
            let (before, after) = (line[at.saturating_sub(1)], line[(at + 1).min(line.len() - 1)]);
            let (dx, dy) = (after.x - before.x, after.y - before.y);
            let scale = turn * width * 0.5 / (dx * dx + dy * dy).sqrt().max(1e-5);
            Point { x: line[at].x - dy * scale, y: line[at].y + dx * scale }
        };
        let one = (0..line.len()).map(|at| beside(at, 1.0));
        let other = (0..line.len()).rev().map(|at| beside(at, -1.0));
        Self::cornered(one.chain(other).collect())
    }

    /// `contour` on the bone from `from` to `to`, which is `length` long when it is not foreshortened; beside it is
    /// towards `beside`.
    pub(super) fn on_bone(contour: &Contour, from: Point, to: Point, length: f32, beside: Point) -> Self {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let seen = (dx * dx + dy * dy).sqrt();
        // A bone that points at the viewer has no direction of its own: its ends are drawn as they would hang.
        let (ux, uy) = if seen > 1e-4 { (dx / seen, dy / seen) } else { (0.0, -1.0) };
        let turn = if -uy * beside.x + ux * beside.y < 0.0 { -1.0 } else { 1.0 };
        let (nx, ny) = (-uy * turn, ux * turn);
        let place = |&(along, aside): &(f32, f32)| {
            // The rounded ends keep their size.
            let along = if along < 0.0 {
                along * length
            } else if along > 1.0 {
                seen + (along - 1.0) * length
            } else {
                along * seen
            };
            Point { x: from.x + ux * along + nx * aside, y: from.y + uy * along + ny * aside }
        };
        Self::smooth(contour.iter().map(place).collect())
    }

    /// Writes it as SVG path data, in thousandths of the standing height, down the page.
    pub fn write(&self, path: &mut String) {
        let points = &self.points;
        let count = points.len();
        if count < 3 {
            return;
        }
        // All the same way round: parts of one path never cut each other out.
        let clockwise = self.area() < 0.0;
        let at = |index: usize| points[if clockwise { count - 1 - index % count } else { index % count }];
        path.push('M');
        write_point(path, at(0));
        for index in 0..count {
            if self.cornered {
                path.push('L');
                write_point(path, at(index + 1));
                continue;
            }
            let (before, here) = (at(index + count - 1), at(index));
            let (next, after) = (at(index + 1), at(index + 2));
            // Catmull-Rom through the points, as cubic Béziers.
            path.push('C');
            write_point(path, Point { x: here.x + (next.x - before.x) / 6.0, y: here.y + (next.y - before.y) / 6.0 });
            write_point(path, Point { x: next.x - (after.x - here.x) / 6.0, y: next.y - (after.y - here.y) / 6.0 });
            write_point(path, next);
        }
        path.push('Z');
    }
}

pub(super) fn write_point(path: &mut String, point: Point) {
    write_number(path, point.x * 1000.0);
    write_number(path, point.y * -1000.0);
}

/// A tenth of a thousandth is less than a pixel shows. Without `format!`: this is written 60 times a second.
fn write_number(path: &mut String, number: f32) {
    #[allow(clippy::cast_possible_truncation, reason = "a picture is a few thousand units wide")]
    let tenths = (number * 10.0).round() as i32;
    path.push(if tenths < 0 { '-' } else { ' ' });
    let tenths = tenths.unsigned_abs();
    let mut digits = [b'0'; 10];
    let mut at = digits.len();
    let mut whole = tenths / 10;
    loop {
        at -= 1;
        digits[at] = b'0' + u8::try_from(whole % 10).unwrap_or(0);
        whole /= 10;
        if whole == 0 || at == 0 {
            break;
        }
    }
    path.extend(digits[at..].iter().map(|digit| char::from(*digit)));
    if !tenths.is_multiple_of(10) {
        path.push('.');
        path.push(char::from(b'0' + u8::try_from(tenths % 10).unwrap_or(0)));
    }
}

/// The thigh from the side.
pub(super) const THIGH_SIDE: &Contour = &[
    (-0.20, 0.012),
    (-0.13, 0.046),
    (0.12, 0.057),
    (0.45, 0.051),
    (0.82, 0.038),
    (1.02, 0.032),
    (1.11, 0.010),
    (1.07, -0.020),
    (0.92, -0.031),
    (0.60, -0.043),
    (0.25, -0.055),
    (-0.06, -0.060),
    (-0.19, -0.040),
];
/// The shank from the side, the calf behind.
pub(super) const SHANK_SIDE: &Contour = &[
    (-0.08, 0.026),
    (0.02, 0.031),
    (0.14, 0.028),
    (0.50, 0.023),
    (0.92, 0.019),
    (1.03, 0.006),
    (1.03, -0.010),
    (0.92, -0.019),
    (0.66, -0.026),
    (0.33, -0.042),
    (0.13, -0.037),
    (-0.04, -0.031),
    (-0.11, -0.004),
];
/// The thigh from the front.
pub(super) const THIGH_FRONT: &Contour = &[
    (-0.16, 0.010),
    (-0.10, 0.040),
    (0.10, 0.049),
    (0.45, 0.046),
    (0.82, 0.036),
    (1.02, 0.031),
    (1.09, 0.012),
    (1.09, -0.012),
    (1.00, -0.030),
    (0.85, -0.034),
    (0.50, -0.044),
    (0.15, -0.050),
    (-0.06, -0.044),
    (-0.15, -0.020),
];
/// The shank from the front.
pub(super) const SHANK_FRONT: &Contour = &[
    (-0.08, 0.014),
    (-0.03, 0.029),
    (0.14, 0.032),
    (0.34, 0.036),
    (0.62, 0.027),
    (0.90, 0.020),
    (1.03, 0.018),
    (1.05, -0.014),
    (0.92, -0.018),
    (0.62, -0.025),
    (0.30, -0.037),
    (0.12, -0.031),
    (-0.03, -0.029),
    (-0.08, -0.014),
];
/// The upper arm; its front is where the elbow bends to.
pub(super) const UPPER_ARM: &Contour = &[
    (-0.19, 0.006),
    (-0.13, 0.029),
    (0.10, 0.035),
    (0.40, 0.031),
    (0.72, 0.026),
    (1.00, 0.025),
    (1.12, 0.010),
    (1.12, -0.012),
    (1.00, -0.024),
    (0.65, -0.028),
    (0.25, -0.034),
    (-0.08, -0.034),
    (-0.18, -0.016),
];
/// The forearm.
pub(super) const FOREARM: &Contour = &[
    (-0.12, 0.006),
    (-0.07, 0.021),
    (0.12, 0.027),
    (0.34, 0.027),
    (0.70, 0.019),
    (1.00, 0.0155),
    (1.06, 0.0),
    (1.00, -0.0155),
    (0.70, -0.017),
    (0.30, -0.023),
    (0.05, -0.024),
    (-0.09, -0.014),
];
/// The hand, fingers a little curled.
pub(super) const HAND: &Contour = &[
    (-0.10, 0.013),
    (0.12, 0.019),
    (0.45, 0.021),
    (0.75, 0.024),
    (0.97, 0.022),
    (1.03, 0.010),
    (0.92, -0.002),
    (0.70, -0.012),
    (0.40, -0.017),
    (0.12, -0.017),
    (-0.10, -0.012),
];
/// The thumb, on the hand's bone.
pub(super) const THUMB: &Contour =
    &[(0.06, 0.008), (0.16, 0.022), (0.36, 0.036), (0.54, 0.042), (0.60, 0.034), (0.50, 0.024), (0.36, 0.008)];
/// A fist round something, on the hand's bone.
pub(super) const FIST: &Contour = &[
    (-0.10, 0.013),
    (0.10, 0.022),
    (0.30, 0.030),
    (0.52, 0.030),
    (0.66, 0.016),
    (0.68, -0.006),
    (0.56, -0.020),
    (0.30, -0.022),
    (0.08, -0.017),
    (-0.10, -0.012),
];
/// The trunk from the side, from the hips (0) to the shoulders (1).
pub(super) const TRUNK_SIDE: &Contour = &[
    (-0.14, -0.010),
    (-0.13, -0.048),
    (0.02, -0.068),
    (0.15, -0.058),
    (0.32, -0.045),
    (0.52, -0.046),
    (0.76, -0.060),
    (0.94, -0.052),
    (1.05, -0.026),
    (1.075, 0.004),
    (1.03, 0.030),
    (0.90, 0.050),
    (0.72, 0.060),
    (0.52, 0.054),
    (0.34, 0.049),
    (0.14, 0.053),
    (-0.06, 0.050),
    (-0.13, 0.030),
];
/// The shorts from the side, over hips and the lower trunk.
pub(super) const SHORTS_SIDE: &Contour = &[
    (-0.16, -0.004),
    (-0.145, -0.050),
    (0.02, -0.0695),
    (0.16, -0.0585),
    (0.19, -0.020),
    (0.185, 0.020),
    (0.165, 0.0535),
    (0.02, 0.0545),
    (-0.12, 0.051),
    (-0.16, 0.025),
];
/// One half of the trunk from the front; the other is its mirror image.
pub(super) const TRUNK_FRONT_HALF: &Contour = &[
    (-0.10, 0.060),
    (-0.04, 0.088),
    (0.08, 0.0955),
    (0.24, 0.083),
    (0.40, 0.0745),
    (0.58, 0.083),
    (0.76, 0.098),
    (0.90, 0.108),
    (1.00, 0.098),
    (1.07, 0.058),
    (1.10, 0.030),
];
/// One half of the shorts from the front.
pub(super) const SHORTS_FRONT_HALF: &Contour =
    &[(-0.16, 0.012), (-0.13, 0.058), (-0.05, 0.090), (0.08, 0.097), (0.20, 0.088), (0.21, 0.040)];
/// The head from the side, about the point where it sits on the neck: forward and up, in standing heights.
pub(super) const HEAD_SIDE: &Contour = &[
    (0.012, 0.131),
    (0.044, 0.121),
    (0.063, 0.096),
    (0.066, 0.074),
    (0.077, 0.056),
    (0.066, 0.049),
    (0.066, 0.034),
    (0.060, 0.016),
    (0.044, 0.004),
    (0.018, 0.010),
    (0.004, 0.020),
    (-0.026, 0.026),
    (-0.042, 0.052),
    (-0.044, 0.086),
    (-0.024, 0.120),
];
/// The hair from the side.
pub(super) const HAIR_SIDE: &Contour = &[
    (0.010, 0.137),
    (0.040, 0.129),
    (0.062, 0.108),
    (0.054, 0.101),
    (0.026, 0.098),
    (0.012, 0.082),
    (0.004, 0.060),
    (-0.012, 0.056),
    (-0.012, 0.036),
    (-0.030, 0.022),
    (-0.048, 0.046),
    (-0.051, 0.086),
    (-0.030, 0.124),
];
/// One half of the head from the front: aside and up.
pub(super) const HEAD_FRONT_HALF: &Contour =
    &[(0.020, 0.004), (0.038, 0.024), (0.045, 0.050), (0.046, 0.080), (0.036, 0.114), (0.016, 0.130)];
/// One half of the hair from the front.
pub(super) const HAIR_FRONT_HALF: &Contour =
    &[(0.012, 0.104), (0.030, 0.098), (0.041, 0.078), (0.046, 0.062), (0.051, 0.082), (0.040, 0.120), (0.017, 0.137)];
