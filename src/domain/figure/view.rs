//! The directions from which the figure is seen, their names, and points in the picture.

use super::camera::Camera;

/// The direction from which the figure is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Degrees about the upright axis, −180 … 180: 0 sees the figure's front, 90 its right side, 180 its back, −90 its left side.
    pub azimuth: f32,
    /// Degrees over the horizon, from which it looks down.
    pub elevation: f32,
}

impl View {
    /// Its right side: it faces to the right of the picture.
    pub const SIDE: Self = Self { azimuth: 90.0, elevation: 0.0 };
    /// Its front.
    pub const FRONT: Self = Self { azimuth: 0.0, elevation: 0.0 };

    /// Between its front and its right side.
    pub const BETWEEN: Self = Self { azimuth: Stop::FrontQuarter.azimuth(), elevation: 0.0 };

    /// The camera that sees it so.
    #[must_use]
    pub fn camera(self) -> Camera {
        Camera::at(self.azimuth, self.elevation)
    }

    /// The stop that it is at, if any.
    #[must_use]
    pub fn stop(self) -> Option<Stop> {
        Stop::ALL.iter().copied().find(|stop| stop.is_at(self.azimuth))
    }

    /// The side of the figure that faces the viewer.
    #[must_use]
    pub fn aspect(self) -> Aspect {
        let (away, is_right) = (self.azimuth.abs(), self.azimuth > 0.0);
        let sided = |right, left| if is_right { right } else { left };
        match away {
            _ if away < 17.5 => Aspect::Front,
            _ if away < 62.5 => sided(Aspect::FrontRight, Aspect::FrontLeft),
            _ if away < 117.5 => sided(Aspect::Right, Aspect::Left),
            _ if away < 162.5 => sided(Aspect::BackRight, Aspect::BackLeft),
            _ => Aspect::Back,
        }
    }
}

/// The angle between −180 and 180 degrees.
#[must_use]
#[inline(never)]
pub fn wrapped(angle: f32) -> f32 {
    angle - 360.0 * (angle / 360.0).round_ties_even()
}

/// An azimuth as a whole number of degrees, 0 … 359, as signals hold it.
#[must_use]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an angle within a turn")]
pub fn whole_degrees(azimuth: f32) -> u32 {
    (azimuth + 360.0).round_ties_even() as u32 % 360
}

/// The azimuth of so many whole degrees, −179 … 180.
#[must_use]
#[allow(clippy::cast_precision_loss, reason = "an angle within a turn")]
pub const fn azimuth_of(degrees: u32) -> f32 {
    if degrees > 180 { degrees as f32 - 360.0 } else { degrees as f32 }
}

/// A view with a name of its own, on the right as on the left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The front.
    Front,
    /// Between front and side.
    FrontQuarter,
    /// The side.
    Side,
    /// Between side and back.
    BackQuarter,
    /// The back.
    Back,
}

impl Stop {
    /// All, from front to back.
    pub const ALL: &[Self] = &[Self::Front, Self::FrontQuarter, Self::Side, Self::BackQuarter, Self::Back];

    /// Its azimuth on the right of the figure, in degrees.
    #[must_use]
    pub const fn azimuth(self) -> f32 {
        match self {
            Self::Front => 0.0,
            Self::FrontQuarter => 35.0,
            Self::Side => 90.0,
            Self::BackQuarter => 145.0,
            Self::Back => 180.0,
        }
    }

    /// True if it is the view from this azimuth.
    #[must_use]
    pub fn is_at(self, azimuth: f32) -> bool {
        (self.azimuth() - azimuth.abs()).abs() < 0.5
    }

    /// Its azimuth for somebody who sees the figure from `azimuth`: on the same side, or on the other one if it is seen so already.
    #[must_use]
    pub fn from(self, azimuth: f32) -> f32 {
        let there = if azimuth < 0.0 { -self.azimuth() } else { self.azimuth() };
        if (there - azimuth).abs() < 0.5 { wrapped(-there) } else { there }
    }
}

/// The side of the figure that faces the viewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// The front.
    Front,
    /// Front and right side.
    FrontRight,
    /// The right side.
    Right,
    /// Back and right side.
    BackRight,
    /// The back.
    Back,
    /// Back and left side.
    BackLeft,
    /// The left side.
    Left,
    /// Front and left side.
    FrontLeft,
}

impl Aspect {
    /// All, once round to the right.
    pub const ALL: &[Self] = &[
        Self::Front,
        Self::FrontRight,
        Self::Right,
        Self::BackRight,
        Self::Back,
        Self::BackLeft,
        Self::Left,
        Self::FrontLeft,
    ];

    /// The azimuth at which it is seen best, in degrees.
    #[must_use]
    pub const fn azimuth(self) -> i16 {
        match self {
            Self::Front => 0,
            Self::FrontRight => 35,
            Self::Right => 90,
            Self::BackRight => 145,
            Self::Back => 180,
            Self::BackLeft => -145,
            Self::Left => -90,
            Self::FrontLeft => -35,
        }
    }
}

/// A point of the picture: to the viewer's right, and up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Up.
    pub y: f32,
}

impl Point {
    /// The point this share of the way to `other`.
    #[inline(never)]
    pub(in crate::domain::figure) fn towards(self, other: Self, share: f32) -> Self {
        Self { x: self.x + (other.x - self.x) * share, y: self.y + (other.y - self.y) * share }
    }

    /// The distance between two points.
    #[inline(never)]
    pub(in crate::domain::figure) fn distance(self, other: Self) -> f32 {
        ((other.x - self.x) * (other.x - self.x) + (other.y - self.y) * (other.y - self.y)).sqrt()
    }

    /// Twice the area of the triangle with two other points: above 0 where `two` lies to the left of the way to `one`.
    pub(in crate::domain::figure) fn turn(self, one: Self, two: Self) -> f32 {
        (one.x - self.x) * (two.y - self.y) - (one.y - self.y) * (two.x - self.x)
    }

    /// True inside a closed line (even-odd rule).
    pub(in crate::domain::figure) fn is_inside(self, line: &[Self]) -> bool {
        let mut before = line[line.len() - 1];
        let mut is_inside = false;
        for &here in line {
            let spans = (here.y > self.y) != (before.y > self.y);
            if spans && self.x < here.x + (before.x - here.x) * (self.y - here.y) / (before.y - here.y) {
                is_inside = !is_inside;
            }
            before = here;
        }
        is_inside
    }

    /// The point moved by this much right and up.
    pub(in crate::domain::figure) const fn moved(self, x: f32, y: f32) -> Self {
        Self { x: self.x + x, y: self.y + y }
    }
}
