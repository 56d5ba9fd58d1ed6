//! The head: skull and jaw, nose, ears.

use super::section::{CrossSection, Loft};
use super::table::{EAR, HEAD, NOSE};
use super::trunk::on;
use crate::domain::figure::body::{Skeleton, sign};
use crate::domain::figure::vector::Vector;

fn at(body: &Skeleton, forward: f32, up: f32, right: f32) -> Vector {
    body.neck + on(&body.head, [forward, up, right])
}

/// Positions on it are heights over the top of the neck.
pub(super) fn head(body: &Skeleton) -> Loft {
    Loft::by_table(&HEAD, &mut |row| CrossSection {
        along: row.at,
        centre: at(body, row.off, row.at, 0.0),
        out: body.head.right,
        front: body.head.forward,
        half: row.half,
    })
}

pub(super) fn nose(body: &Skeleton) -> Loft {
    Loft::by_table(&NOSE, &mut |row| CrossSection {
        along: row.at,
        centre: at(body, row.off, 0.080 - 0.032 * row.at, 0.0),
        out: body.head.right,
        front: body.head.forward,
        half: row.half,
    })
}

pub(super) fn ear(body: &Skeleton, side: usize) -> Loft {
    Loft::by_table(&EAR, &mut |row| CrossSection {
        along: row.at,
        centre: at(body, row.off, 0.040 + 0.034 * row.at, sign(side) * (0.0425 + 0.0052 * row.at)),
        out: body.head.right * sign(side),
        front: body.head.forward,
        half: row.half,
    })
}
