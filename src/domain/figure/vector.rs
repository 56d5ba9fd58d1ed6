//! Points, directions, and the orientation frames of body parts.

use std::ops::{Add, Mul, Sub};

/// A point or direction in the figure's own space: forward, up, and to its right; 1 is its standing height.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Vector {
    /// Forward.
    pub x: f32,
    /// Up; 0 is the ground.
    pub y: f32,
    /// To the figure's right.
    pub z: f32,
}

/// A vector from its parts.
#[must_use]
pub const fn vector(x: f32, y: f32, z: f32) -> Vector {
    Vector { x, y, z }
}

impl Vector {
    /// Straight up.
    pub const UP: Self = vector(0.0, 1.0, 0.0);
    /// Straight ahead.
    pub const FORWARD: Self = vector(1.0, 0.0, 0.0);

    /// The scalar product.
    #[must_use]
    pub fn dot(self, other: Self) -> f32 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    /// The vector product.
    #[must_use]
    pub fn cross(self, other: Self) -> Self {
        vector(
            self.y * other.z - self.z * other.y,
            self.z * other.x - self.x * other.z,
            self.x * other.y - self.y * other.x,
        )
    }

    /// The length.
    #[must_use]
    pub fn length(self) -> f32 {
        self.dot(self).sqrt()
    }

    /// The direction, of length 1; forward for a vector of length 0.
    #[must_use]
    pub fn unit(self) -> Self {
        let length = self.length();
        if length > 1e-6 { self * (1.0 / length) } else { Self::FORWARD }
    }

    /// The component at right angles to `axis`, a direction.
    #[must_use]
    pub fn beside(self, axis: Self) -> Self {
        self - axis * self.dot(axis)
    }

    /// The point this share of the way to `other`.
    #[must_use]
    pub fn towards(self, other: Self, share: f32) -> Self {
        self + (other - self) * share
    }

    /// The direction this share of the turn to `other`, a direction too.
    #[must_use]
    pub fn towards_direction(self, other: Self, share: f32) -> Self {
        let aside = other.beside(self);
        let degrees = aside.length().atan2(self.dot(other)).to_degrees();
        turned(self, aside.unit(), degrees * share)
    }
}

impl Add for Vector {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        vector(self.x + other.x, self.y + other.y, self.z + other.z)
    }
}

impl Sub for Vector {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        vector(self.x - other.x, self.y - other.y, self.z - other.z)
    }
}

impl Mul<f32> for Vector {
    type Output = Self;

    fn mul(self, factor: f32) -> Self {
        vector(self.x * factor, self.y * factor, self.z * factor)
    }
}

/// Turns `from` towards `to`, which is at right angles to it, by `degrees`.
#[must_use]
pub fn turned(from: Vector, to: Vector, degrees: f32) -> Vector {
    from * cosine(degrees) + to * sine(degrees)
}

/// The sine of an angle in degrees, to six decimals. The library's own adds 7 KB for angles beyond any turn.
pub(super) fn sine(degrees: f32) -> f32 {
    let within_a_turn = degrees - 360.0 * (degrees / 360.0).round();
    let folded = match within_a_turn {
        over if over > 90.0 => 180.0 - over,
        under if under < -90.0 => -180.0 - under,
        between => between,
    };
    let angle = folded.to_radians();
    let square = angle * angle;
    // Taylor's series to the eleventh power.
    [110.0, 72.0, 42.0, 20.0, 6.0].iter().fold(1.0, |sum, divisor| 1.0 - square / divisor * sum) * angle
}

/// The cosine of an angle in degrees.
pub(super) fn cosine(degrees: f32) -> f32 {
    sine(degrees + 90.0)
}

/// The number this share of the way from one to the other.
pub(super) fn mix(from: f32, to: f32, share: f32) -> f32 {
    from + (to - from) * share
}

/// `value`, clamped to the range. `f32::clamp` adds 18 KB to print numbers in its panic.
#[allow(clippy::manual_clamp, reason = "see above")]
pub(super) const fn within(value: f32, least: f32, most: f32) -> f32 {
    value.max(least).min(most)
}

/// The orientation of a body part: three directions at right angles, each of length 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Direction of its front.
    pub forward: Vector,
    /// Direction of its top.
    pub up: Vector,
    /// Direction of its right side.
    pub right: Vector,
}

impl Frame {
    /// Standing on the ground, looking ahead.
    pub const STANDING: Self = Self { forward: Vector::FORWARD, up: Vector::UP, right: vector(0.0, 0.0, 1.0) };

    /// Leaning forward by so many degrees.
    #[must_use]
    pub fn pitched(self, degrees: f32) -> Self {
        Self {
            up: turned(self.up, self.forward, degrees),
            forward: turned(self.forward, self.up * -1.0, degrees),
            right: self.right,
        }
    }

    /// Leaning to its right by so many degrees.
    #[must_use]
    pub fn rolled(self, degrees: f32) -> Self {
        Self {
            up: turned(self.up, self.right, degrees),
            right: turned(self.right, self.up * -1.0, degrees),
            forward: self.forward,
        }
    }

    /// Turned to its right by so many degrees.
    #[must_use]
    pub fn swivelled(self, degrees: f32) -> Self {
        Self {
            forward: turned(self.forward, self.right, degrees),
            right: turned(self.right, self.forward * -1.0, degrees),
            up: self.up,
        }
    }
}
