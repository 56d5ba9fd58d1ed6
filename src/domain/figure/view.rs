//! The two views of the figure, and points in them.

use super::vector::Vector;

/// The side from which the figure is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// From its right: it faces to the right of the picture.
    Side,
    /// From the front.
    Front,
}

impl View {
    /// The picture point of a position.
    #[must_use]
    pub const fn point(self, at: Vector) -> Point {
        match self {
            Self::Side => Point { x: at.x, y: at.y },
            Self::Front => Point { x: -at.z, y: at.y },
        }
    }

    /// Distance toward the viewer of a position.
    #[must_use]
    pub const fn nearness(self, at: Vector) -> f32 {
        match self {
            Self::Side => at.z,
            Self::Front => at.x,
        }
    }
}

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
    pub(in crate::domain::figure) fn towards(self, other: Self, share: f32) -> Self {
        Self { x: self.x + (other.x - self.x) * share, y: self.y + (other.y - self.y) * share }
    }

    /// The distance between two points.
    pub(in crate::domain::figure) fn distance(self, other: Self) -> f32 {
        ((other.x - self.x) * (other.x - self.x) + (other.y - self.y) * (other.y - self.y)).sqrt()
    }

    /// The lower left corner of the rectangle around both.
    pub(in crate::domain::figure) const fn least(self, other: Self) -> Self {
        Self { x: self.x.min(other.x), y: self.y.min(other.y) }
    }

    /// The upper right corner of the rectangle around both.
    pub(in crate::domain::figure) const fn most(self, other: Self) -> Self {
        Self { x: self.x.max(other.x), y: self.y.max(other.y) }
    }

    /// The point moved by this much right and up.
    pub(in crate::domain::figure) const fn moved(self, x: f32, y: f32) -> Self {
        Self { x: self.x + x, y: self.y + y }
    }
}
