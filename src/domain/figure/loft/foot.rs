//! Feet: bare, or in shoes.

use super::section::{CrossSection, Loft};
use super::table::{FOOT, Row, TOES, spread};
use crate::domain::figure::body::proportions::HEEL;
use crate::domain::figure::body::{LegBones, Skeleton, sign};
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
    let part = |table: &[Row], count: u8, origin: Vector, ahead: Vector| {
        let up = axes.up.beside(ahead).unit();
        let section = |row: Row| CrossSection {
            along: row[0],
            centre: origin + ahead * row[0] + up * row[5],
            out: axes.out,
            front: up,
            half: [row[1], row[2], row[3], row[4]],
        };
        Loft(spread(table, count).map(section).collect())
    };
    let hinge = body.legs[side].ball + axes.ahead * 0.006;
    [part(&FOOT, 12, axes.sole, axes.ahead), part(&TOES, 6, hinge, axes.toes)]
}

/// The sole of a shoe under a part of the foot.
pub(super) fn shoe_sole(part: &Loft) -> Loft {
    let under = |section: &CrossSection| CrossSection {
        centre: section.centre - section.front * (section.half[3] - 0.0055),
        half: [section.half[0] + 0.0035, section.half[1] + 0.0035, 0.003, 0.006],
        ..*section
    };
    Loft(part.0.iter().map(under).collect())
}

/// The upper of a shoe over a part of the foot: it ends above the sole.
pub(super) fn over_sole(part: &Loft) -> Loft {
    let mut upper = part.clone().grown(0.003);
    upper.0.iter_mut().for_each(|section| section.half[3] = (section.half[3] - 0.007).max(0.001));
    upper
}
