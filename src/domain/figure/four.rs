//! Four numbers that are computed with at once: in one register of the processor where the program is built for it, and one after
//! the other elsewhere, with the same results to the last bit.

#[cfg(target_feature = "simd128")]
pub(super) use register::Four;
#[cfg(not(target_feature = "simd128"))]
pub(super) use row::Four;

#[cfg(target_feature = "simd128")]
mod register {
    use core::arch::wasm32::{
        f32x4, f32x4_add, f32x4_div, f32x4_extract_lane, f32x4_gt, f32x4_lt, f32x4_mul, f32x4_pmax, f32x4_splat,
        f32x4_sqrt, f32x4_sub, i32x4_bitmask, i32x4_shuffle, v128, v128_bitselect,
    };

    /// Four numbers.
    #[derive(Clone, Copy, Debug)]
    pub(in crate::domain::figure) struct Four(v128);

    impl Four {
        pub(in crate::domain::figure) const fn of([a, b, c, d]: [f32; 4]) -> Self {
            Self(f32x4(a, b, c, d))
        }

        pub(in crate::domain::figure) fn all(value: f32) -> Self {
            Self(f32x4_splat(value))
        }

        pub(in crate::domain::figure) fn get<const AT: usize>(self) -> f32 {
            f32x4_extract_lane::<AT>(self.0)
        }

        pub(in crate::domain::figure) fn plus(self, other: Self) -> Self {
            Self(f32x4_add(self.0, other.0))
        }

        pub(in crate::domain::figure) fn minus(self, other: Self) -> Self {
            Self(f32x4_sub(self.0, other.0))
        }

        pub(in crate::domain::figure) fn times(self, other: Self) -> Self {
            Self(f32x4_mul(self.0, other.0))
        }

        pub(in crate::domain::figure) fn over(self, other: Self) -> Self {
            Self(f32x4_div(self.0, other.0))
        }

        pub(in crate::domain::figure) fn root(self) -> Self {
            Self(f32x4_sqrt(self.0))
        }

        /// Of each place: `less` where it is below 0, `more` elsewhere.
        pub(in crate::domain::figure) fn by_sign(self, less: f32, more: f32) -> Self {
            let is_less = f32x4_lt(self.0, f32x4_splat(0.0));
            Self(v128_bitselect(f32x4_splat(less), f32x4_splat(more), is_less))
        }

        /// A bit for each place in which it is greater than `other`.
        pub(in crate::domain::figure) fn above(self, other: Self) -> u16 {
            u16::from(i32x4_bitmask(f32x4_gt(self.0, other.0)))
        }

        /// The larger of both in each place.
        pub(in crate::domain::figure) fn max(self, other: Self) -> Self {
            Self(f32x4_pmax(self.0, other.0))
        }

        /// The second, the third, the first.
        pub(in crate::domain::figure) fn turned(self) -> Self {
            Self(i32x4_shuffle::<1, 2, 0, 3>(self.0, self.0))
        }
    }
}

#[cfg(not(target_feature = "simd128"))]
mod row {
    /// Four numbers.
    #[derive(Clone, Copy, Debug)]
    pub(in crate::domain::figure) struct Four([f32; 4]);

    impl Four {
        pub(in crate::domain::figure) const fn of(values: [f32; 4]) -> Self {
            Self(values)
        }

        pub(in crate::domain::figure) const fn all(value: f32) -> Self {
            Self([value; 4])
        }

        pub(in crate::domain::figure) const fn get<const AT: usize>(self) -> f32 {
            self.0[AT]
        }

        pub(in crate::domain::figure) const fn plus(self, other: Self) -> Self {
            let (one, two) = (self.0, other.0);
            Self([one[0] + two[0], one[1] + two[1], one[2] + two[2], one[3] + two[3]])
        }

        pub(in crate::domain::figure) const fn minus(self, other: Self) -> Self {
            let (one, two) = (self.0, other.0);
            Self([one[0] - two[0], one[1] - two[1], one[2] - two[2], one[3] - two[3]])
        }

        pub(in crate::domain::figure) const fn times(self, other: Self) -> Self {
            let (one, two) = (self.0, other.0);
            Self([one[0] * two[0], one[1] * two[1], one[2] * two[2], one[3] * two[3]])
        }

        pub(in crate::domain::figure) const fn over(self, other: Self) -> Self {
            let (one, two) = (self.0, other.0);
            Self([one[0] / two[0], one[1] / two[1], one[2] / two[2], one[3] / two[3]])
        }

        pub(in crate::domain::figure) fn root(self) -> Self {
            let [a, b, c, d] = self.0;
            Self([a.sqrt(), b.sqrt(), c.sqrt(), d.sqrt()])
        }

        /// Of each place: `less` where it is below 0, `more` elsewhere.
        pub(in crate::domain::figure) fn by_sign(self, less: f32, more: f32) -> Self {
            Self(self.0.map(|value| if value < 0.0 { less } else { more }))
        }

        /// A bit for each place in which it is greater than `other`.
        pub(in crate::domain::figure) fn above(self, other: Self) -> u16 {
            let is_above = |at: usize| u16::from(self.0[at] > other.0[at]) << at;
            is_above(0) | is_above(1) | is_above(2) | is_above(3)
        }

        /// The larger of both in each place.
        pub(in crate::domain::figure) fn max(self, other: Self) -> Self {
            let larger = |at: usize| if self.0[at] < other.0[at] { other.0[at] } else { self.0[at] };
            Self([larger(0), larger(1), larger(2), larger(3)])
        }

        /// The second, the third, the first.
        pub(in crate::domain::figure) const fn turned(self) -> Self {
            let [x, y, z, w] = self.0;
            Self([y, z, x, w])
        }
    }
}

impl Four {
    /// All four, in order.
    pub(super) fn array(self) -> [f32; 4] {
        [self.get::<0>(), self.get::<1>(), self.get::<2>(), self.get::<3>()]
    }

    /// Each this share of the way to that of `other`.
    pub(super) fn towards(self, other: Self, share: f32) -> Self {
        self.plus(other.minus(self).times(Self::all(share)))
    }
}

impl PartialEq for Four {
    fn eq(&self, other: &Self) -> bool {
        self.array() == other.array()
    }
}
