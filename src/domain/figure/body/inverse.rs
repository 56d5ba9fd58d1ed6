//! Inverse kinematics: from positions to joints and angles.

use crate::domain::figure::vector::{Vector, degrees, within};

/// The joint between two bones of these lengths that reach from `from` to `to`, bent towards `pole`; law of cosines.
pub(super) extern "C" fn bent(from: Vector, to: Vector, first: f32, second: f32, pole: Vector) -> Vector {
    let way = to - from;
    let distance = within(way.length(), (first - second).abs() + 1e-4, first + second - 1e-5);
    let along = way.unit();
    let aside = pole.beside(along).unit();
    let cos = (first * first + distance * distance - second * second) / (2.0 * first * distance);
    let cos = within(cos, -1.0, 1.0);
    from + along * (first * cos) + aside * (first * (1.0 - cos * cos).sqrt())
}

/// The angle from −90 to 90 degrees with this sine.
pub(super) fn arc(sin: f32) -> f32 {
    degrees(sin, (1.0 - sin * sin).max(0.0).sqrt())
}

/// The angle of a direction in the plane of two others at right angles, from `zero` towards `quarter`.
pub(super) fn angle(of: Vector, quarter: Vector, zero: Vector) -> f32 {
    degrees(of.dot(quarter), of.dot(zero))
}
