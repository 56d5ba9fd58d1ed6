//! Feet: bare, or in shoes.

use super::section::{CrossSection, Loft};
use super::table::{FOOT, StoredRow, TOES};
use crate::domain::figure::body::proportions::HEEL;
use crate::domain::figure::body::{LegBones, Skeleton, sign};
use crate::domain::figure::four::Four;
use crate::domain::figure::vector::Vector;

/// The directions of a foot.
#[derive(Clone, Copy, Debug)]
pub(super) struct FootAxes {
    pub(super) ahead: Vector,
    pub(super) up: Vector,
    pub(super) out: Vector,
    /// The point of the sole under the ankle.
    pub(super) sole: Vector,
    toes: Vector,
}

impl FootAxes {
    pub(super) fn of(body: &Skeleton, side: usize) -> Self {
        let leg: &LegBones = &body.legs[side];
        let ahead = (leg.ball - leg.heel).unit();
        let sole = leg.heel + ahead * HEEL;
        let up = (leg.ankle - sole).beside(ahead).unit();
        let toes = (leg.toe - leg.ball).unit();
        Self { ahead, up, out: ahead.cross(up) * sign(side), sole, toes }
    }
}

/// From the heel to the hinge of the toes, and the toes.
pub(super) fn foot(body: &Skeleton, side: usize) -> [Loft; 2] {
    let axes = FootAxes::of(body, side);
    let part = |table: &[StoredRow], origin: Vector, ahead: Vector| {
        let up = axes.up.beside(ahead).unit();
        Loft::by_table(table, &mut |row| CrossSection {
            along: row.at,
            centre: origin + ahead * row.at + up * row.off,
            out: axes.out,
            front: up,
            half: row.half,
        })
    };
    let hinge = body.legs[side].ball + axes.ahead * 0.006;
    [part(&FOOT, axes.sole, axes.ahead), part(&TOES, hinge, axes.toes)]
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
