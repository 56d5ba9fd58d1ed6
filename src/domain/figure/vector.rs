//! Points, directions, and the orientation frames of body parts.

use std::ops::{Add, Mul, Neg, Sub};

use super::four::Four;

/// A point or direction in the figure's own space: forward, up, and to its right; 1 is its standing height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Vector(Four);

/// A vector from its parts: forward, up (0 is the ground), and to the figure's right.
#[must_use]
pub const extern "C" fn vector(x: f32, y: f32, z: f32) -> Vector {
    Vector(Four::of([x, y, z, 0.0]))
}

impl Vector {
    /// Straight up.
    pub const UP: Self = vector(0.0, 1.0, 0.0);
    /// Straight ahead.
    pub const FORWARD: Self = vector(1.0, 0.0, 0.0);

    /// Its part forward.
    #[must_use]
    pub fn x(self) -> f32 {
        self.0.get::<0>()
    }

    /// Its part up.
    #[must_use]
    pub fn y(self) -> f32 {
        self.0.get::<1>()
    }

    /// Its part to the figure's right.
    #[must_use]
    pub fn z(self) -> f32 {
        self.0.get::<2>()
    }

    /// The same place at another height.
    #[must_use]
    pub extern "C" fn at_height(self, y: f32) -> Self {
        vector(self.x(), y, self.z())
    }

    /// The vector so many times as long.
    #[inline(never)]
    extern "C" fn times(self, factor: f32) -> Self {
        Self(self.0.times(Four::all(factor)))
    }

    /// The point so far above it.
    #[inline(never)]
    pub(super) extern "C" fn raised(self, by: f32) -> Self {
        self + vector(0.0, by, 0.0)
    }

    /// The scalar product.
    #[must_use]
    #[inline(never)]
    pub extern "C" fn dot(self, other: Self) -> f32 {
        self.product(other)
    }

    /// The scalar product, computed in place: for what is done thousands of times a frame.
    #[inline]
    pub(super) fn product(self, other: Self) -> f32 {
        let product = self.0.times(other.0);
        product.get::<0>() + product.get::<1>() + product.get::<2>()
    }

    /// The vector product.
    #[must_use]
    #[inline(never)]
    pub extern "C" fn cross(self, other: Self) -> Self {
        let crossed = self.0.times(other.0.turned()).minus(self.0.turned().times(other.0));
        Self(crossed.turned())
    }

    /// The length.
    #[must_use]
    pub fn length(self) -> f32 {
        self.dot(self).sqrt()
    }

    /// The direction, of length 1; forward for a vector of length 0.
    #[must_use]
    #[inline(never)]
    pub extern "C" fn unit(self) -> Self {
        let length = self.length();
        if length > 1e-6 { self * (1.0 / length) } else { Self::FORWARD }
    }

    /// The component at right angles to `axis`, a direction.
    #[must_use]
    #[inline(never)]
    pub extern "C" fn beside(self, axis: Self) -> Self {
        self - axis * self.dot(axis)
    }

    /// The point this share of the way to `other`.
    #[must_use]
    #[inline(never)]
    pub extern "C" fn towards(self, other: Self, share: f32) -> Self {
        Self(self.0.towards(other.0, share))
    }

    /// The direction this share of the turn to `other`, a direction too.
    #[must_use]
    pub extern "C" fn towards_direction(self, other: Self, share: f32) -> Self {
        let aside = other.beside(self);
        turned(self, aside.unit(), degrees(aside.length(), self.dot(other)) * share)
    }
}

impl Default for Vector {
    fn default() -> Self {
        vector(0.0, 0.0, 0.0)
    }
}

impl Add for Vector {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.plus(other.0))
    }
}

impl Sub for Vector {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.minus(other.0))
    }
}

impl Mul<f32> for Vector {
    type Output = Self;

    fn mul(self, factor: f32) -> Self {
        self.times(factor)
    }
}

impl Neg for Vector {
    type Output = Self;

    fn neg(self) -> Self {
        Self(self.0.times(Four::all(-1.0)))
    }
}

/// Turns `from` towards `to`, which is at right angles to it, by `degrees`.
#[must_use]
pub extern "C" fn turned(from: Vector, to: Vector, degrees: f32) -> Vector {
    from * cosine(degrees) + to * sine(degrees)
}

/// Taylor's series of the sine to the eleventh power: each factor on the way from one term to the one before it.
const SERIES: [f32; 5] = [1.0 / 110.0, 1.0 / 72.0, 1.0 / 42.0, 1.0 / 20.0, 1.0 / 6.0];

/// The sine of an angle in degrees, to six decimals. The library's own adds 7 KB for angles beyond any turn.
pub(super) fn sine(degrees: f32) -> f32 {
    let turns = degrees * (1.0 / 360.0);
    // Folded at the quarter turns.
    let share = match turns - turns.round_ties_even() {
        over if over > 0.25 => 0.5 - over,
        under if under < -0.25 => -0.5 - under,
        between => between,
    };
    let angle = share * std::f32::consts::TAU;
    let square = angle * angle;
    SERIES.iter().fold(1.0, |sum, factor| 1.0 - square * factor * sum) * angle
}

/// The cosine of an angle in degrees.
pub(super) fn cosine(degrees: f32) -> f32 {
    sine(degrees + 90.0)
}

/// The arc tangent's series to the seventeenth power (Abramowitz and Stegun 4.4.49), the last coefficient first.
const ARC_SERIES: [f32; 9] = [
    0.002_866_226,
    -0.016_165_737,
    0.042_909_615,
    -0.075_289_64,
    0.106_562_64,
    -0.142_089,
    0.199_935_51,
    -0.333_331_45,
    1.0,
];

/// The angle in degrees of a direction with this sine and cosine, which may both be longer; 0 of no direction. The library's own differs
/// in its last digit from machine to machine, and adds 1 KB.
pub(super) fn degrees(sin: f32, cos: f32) -> f32 {
    let (y, x) = (sin.abs(), cos.abs());
    let is_steep = y > x;
    let (less, more) = if is_steep { (x, y) } else { (y, x) };
    let share = less / (more + f32::MIN_POSITIVE);
    let square = share * share;
    let angle = ARC_SERIES.iter().fold(0.0, |sum, factor| sum * square + factor) * share.to_degrees();
    let first_quarter = if is_steep { 90.0 - angle } else { angle };
    let half = if cos < 0.0 { 180.0 - first_quarter } else { first_quarter };
    half.copysign(sin)
}

/// The number this share of the way from one to the other.
#[inline(never)]
pub(super) extern "C" fn mix(from: f32, to: f32, share: f32) -> f32 {
    from + (to - from) * share
}

/// `value`, clamped to the range. `f32::clamp` adds 18 KB to print numbers in its panic, and `max` and `min` are calls.
#[inline(never)]
pub(super) const extern "C" fn within(value: f32, least: f32, most: f32) -> f32 {
    if value < least {
        least
    } else if value > most {
        most
    } else {
        value
    }
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

    /// The point so far from `at` along its axes: forward, up, and to its right.
    #[inline(never)]
    pub(super) extern "C" fn beyond(&self, at: Vector, by: Vector) -> Vector {
        at + self.up * by.y() + self.right * by.z() + self.forward * by.x()
    }

    /// The same with its right turned outward on the left side of the body, where `sign` is −1.
    pub(super) fn sided(&self, sign: f32) -> Self {
        Self { right: self.right * sign, ..*self }
    }

    /// Leaning forward by so many degrees.
    #[must_use]
    pub fn pitched(self, degrees: f32) -> Self {
        Self {
            up: turned(self.up, self.forward, degrees),
            forward: turned(self.forward, -self.up, degrees),
            right: self.right,
        }
    }

    /// Leaning to its right by so many degrees.
    #[must_use]
    pub fn rolled(self, degrees: f32) -> Self {
        Self {
            up: turned(self.up, self.right, degrees),
            right: turned(self.right, -self.up, degrees),
            forward: self.forward,
        }
    }

    /// Turned to its right by so many degrees.
    #[must_use]
    pub fn swivelled(self, degrees: f32) -> Self {
        Self {
            forward: turned(self.forward, self.right, degrees),
            right: turned(self.right, -self.forward, degrees),
            up: self.up,
        }
    }
}
