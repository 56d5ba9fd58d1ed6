//! Feet: bare, or in shoes.

use super::section::Loft;
use super::table::{FOOT, StoredRow, TOES};
use crate::domain::figure::body::proportions::HEEL;
use crate::domain::figure::body::{LegBones, sign};
use crate::domain::figure::four::Four;
use crate::domain::figure::vector::Vector;

/// From the heel to the hinge of the toes, and the toes.
pub(super) fn foot(leg: &LegBones, side: usize) -> [Loft; 2] {
    let ahead = (leg.ball - leg.heel).unit();
    // The point of the sole under the ankle.
    let sole = leg.heel + ahead * HEEL;
    let up = (leg.ankle - sole).beside(ahead).unit();
    let out = ahead.cross(up) * sign(side);
    let part = |table: &[StoredRow], origin: Vector, ahead: Vector| {
        Loft::straight(table, origin, ahead, out, up.beside(ahead).unit())
    };
    [part(&FOOT, sole, ahead), part(&TOES, leg.ball + ahead * 0.006, (leg.toe - leg.ball).unit())]
}

/// The sole of a shoe under a part of the foot.
pub(super) fn shoe_sole(part: &Loft) -> Loft {
    let mut sole = part.clone();
    for section in &mut sole.0 {
        let [out, inward, _, under] = section.half.array();
        section.centre = section.centre - section.front * (under - 0.0055);
        section.half = Four::of([out + 0.0035, inward + 0.0035, 0.003, 0.006]);
    }
    sole
}

/// The upper of a shoe over a part of the foot: it ends above the sole.
pub(super) fn over_sole(part: &Loft) -> Loft {
    let mut upper = part.clone().grown(0.003);
    for section in &mut upper.0 {
        section.half = section.half.minus(Four::of([0.0, 0.0, 0.0, 0.007])).max(Four::all(0.001));
    }
    upper
}
