//! Feet: bare, or in shoes.

use super::body::{Body, LoftName};
use super::section::Loft;
use super::table::{FOOT, StoredRow, TOES};
use crate::domain::figure::body::proportions::HEEL;
use crate::domain::figure::body::{LegBones, sign};
use crate::domain::figure::four::Four;
use crate::domain::figure::vector::Vector;

/// Adds the foot of a leg and its shoe: from the heel to the hinge of the toes, and the toes.
pub(super) fn foot(body: &mut Body, leg: &LegBones, side: usize) {
    let ahead = (leg.ball - leg.heel).unit();
    // The point of the sole under the ankle.
    let sole = leg.heel + ahead * HEEL;
    let up = (leg.ankle - sole).beside(ahead).unit();
    let out = ahead.cross(up) * sign(side);
    let mut part = |[bare, upper, sole]: [LoftName; 3], table: &[StoredRow], origin: Vector, ahead: Vector| {
        let part = Loft::straight(table, origin, ahead, out, up.beside(ahead).unit());
        body.put(upper, side, over_sole(&part));
        body.put(sole, side, shoe_sole(&part));
        body.put(bare, side, part);
    };
    part([LoftName::RearFoot, LoftName::RearUpper, LoftName::RearSole], &FOOT, sole, ahead);
    let (hinge, ahead) = (leg.ball + ahead * 0.006, (leg.toe - leg.ball).unit());
    part([LoftName::Toes, LoftName::ToesUpper, LoftName::ToesSole], &TOES, hinge, ahead);
}

/// The sole of a shoe under a part of the foot.
fn shoe_sole(part: &Loft) -> Loft {
    let mut sole = part.clone();
    for section in &mut sole.0 {
        let [out, inward, _, under] = section.half.array();
        section.centre = section.centre - section.front * (under - 0.0055);
        section.half = Four::of([out + 0.0035, inward + 0.0035, 0.003, 0.006]);
    }
    sole
}

/// The upper of a shoe over a part of the foot: it ends above the sole.
fn over_sole(part: &Loft) -> Loft {
    let mut upper = part.clone().grown(0.003);
    for section in &mut upper.0 {
        section.half = section.half.minus(Four::of([0.0, 0.0, 0.0, 0.007])).max(Four::all(0.001));
    }
    upper
}
