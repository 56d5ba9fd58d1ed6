//! Points, directions, and the orientation frames of body parts.

use std::ops::{Add, Mul, Sub};

#[cfg(target_feature = "simd128")]
use lanes::Lanes;
#[cfg(not(target_feature = "simd128"))]
use numbers::Lanes;

/// A point or direction in the figure's own space: forward, up, and to its right; 1 is its standing height.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Vector(Lanes);

/// A vector from its parts: forward, up (0 is the ground), and to the figure's right.
#[must_use]
pub const fn vector(x: f32, y: f32, z: f32) -> Vector {
    Vector(Lanes::of(x, y, z))
}

impl Vector {
    /// Straight up.
    pub const UP: Self = vector(0.0, 1.0, 0.0);
    /// Straight ahead.
    pub const FORWARD: Self = vector(1.0, 0.0, 0.0);

    /// Its part forward.
    #[must_use]
    pub fn x(self) -> f32 {
        self.0.x()
    }

    /// Its part up.
    #[must_use]
    pub fn y(self) -> f32 {
        self.0.y()
    }

    /// Its part to the figure's right.
    #[must_use]
    pub fn z(self) -> f32 {
        self.0.z()
    }

    /// The same place at another height.
    #[must_use]
    pub fn at_height(self, y: f32) -> Self {
        vector(self.x(), y, self.z())
    }

    /// The scalar product.
    #[must_use]
    pub fn dot(self, other: Self) -> f32 {
        let product = self.0.times(other.0);
        product.x() + product.y() + product.z()
    }

    /// The vector product.
    #[must_use]
    pub fn cross(self, other: Self) -> Self {
        let (one, two) = (self.0, other.0);
        Self(one.turned().times(two.turned_back()).minus(one.turned_back().times(two.turned())))
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
        Self(self.0.times(Lanes::all(factor)))
    }
}

/// Three numbers in one register of the processor. Half of the figure's code and time would go to one number at a time.
#[cfg(target_feature = "simd128")]
mod lanes {
    use core::arch::wasm32::{
        f32x4, f32x4_add, f32x4_extract_lane, f32x4_mul, f32x4_splat, f32x4_sub, i32x4_shuffle, v128,
    };

    #[derive(Clone, Copy, Debug)]
    pub(super) struct Lanes(v128);

    impl Lanes {
        pub(super) const fn of(x: f32, y: f32, z: f32) -> Self {
            Self(f32x4(x, y, z, 0.0))
        }

        pub(super) fn all(value: f32) -> Self {
            Self(f32x4_splat(value))
        }

        pub(super) fn x(self) -> f32 {
            f32x4_extract_lane::<0>(self.0)
        }

        pub(super) fn y(self) -> f32 {
            f32x4_extract_lane::<1>(self.0)
        }

        pub(super) fn z(self) -> f32 {
            f32x4_extract_lane::<2>(self.0)
        }

        pub(super) fn plus(self, other: Self) -> Self {
            Self(f32x4_add(self.0, other.0))
        }

        pub(super) fn minus(self, other: Self) -> Self {
            Self(f32x4_sub(self.0, other.0))
        }

        pub(super) fn times(self, other: Self) -> Self {
            Self(f32x4_mul(self.0, other.0))
        }

        /// y, z, x.
        pub(super) fn turned(self) -> Self {
            Self(i32x4_shuffle::<1, 2, 0, 3>(self.0, self.0))
        }

        /// z, x, y.
        pub(super) fn turned_back(self) -> Self {
            Self(i32x4_shuffle::<2, 0, 1, 3>(self.0, self.0))
        }
    }

    impl Default for Lanes {
        fn default() -> Self {
            Self::of(0.0, 0.0, 0.0)
        }
    }

    impl PartialEq for Lanes {
        fn eq(&self, other: &Self) -> bool {
            (self.x(), self.y(), self.z()) == (other.x(), other.y(), other.z())
        }
    }
}

/// The same one number at a time, where a processor is not asked for more: the same results to the last bit.
#[cfg(not(target_feature = "simd128"))]
mod numbers {
    #[derive(Clone, Copy, Debug, Default, PartialEq)]
    pub(super) struct Lanes {
        x: f32,
        y: f32,
        z: f32,
    }

    impl Lanes {
        pub(super) const fn of(x: f32, y: f32, z: f32) -> Self {
            Self { x, y, z }
        }

        pub(super) fn all(value: f32) -> Self {
            Self::of(value, value, value)
        }

        pub(super) fn x(self) -> f32 {
            self.x
        }

        pub(super) fn y(self) -> f32 {
            self.y
        }

        pub(super) fn z(self) -> f32 {
            self.z
        }

        pub(super) fn plus(self, other: Self) -> Self {
            Self::of(self.x + other.x, self.y + other.y, self.z + other.z)
        }

        pub(super) fn minus(self, other: Self) -> Self {
            Self::of(self.x - other.x, self.y - other.y, self.z - other.z)
        }

        pub(super) fn times(self, other: Self) -> Self {
            Self::of(self.x * other.x, self.y * other.y, self.z * other.z)
        }

        /// y, z, x.
        pub(super) fn turned(self) -> Self {
            Self::of(self.y, self.z, self.x)
        }

        /// z, x, y.
        pub(super) fn turned_back(self) -> Self {
            Self::of(self.z, self.x, self.y)
        }
    }
}

/// Turns `from` towards `to`, which is at right angles to it, by `degrees`.
#[must_use]
pub fn turned(from: Vector, to: Vector, degrees: f32) -> Vector {
    from * cosine(degrees) + to * sine(degrees)
}

/// The sine of an angle in degrees, to six decimals. The library's own adds 7 KB for angles beyond any turn.
pub(super) fn sine(degrees: f32) -> f32 {
    let within_a_turn = degrees - 360.0 * (degrees / 360.0).round_ties_even();
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
