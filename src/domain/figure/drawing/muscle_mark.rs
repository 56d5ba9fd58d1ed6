//! Working muscles in the picture: filled if primary, hatched if secondary, on the working legs
//! and on the trunk.

use super::muscle_patch::{PATCHES, Patch, Seat};
use super::outline::{Outline, shares};
use super::painter::Painter;
use super::pen::Pen;
use crate::domain::figure::body::Muscles;
use crate::domain::figure::body::proportions::{SHANK, THIGH};
use crate::domain::figure::view::{Point, View};

/// Length of a stripe and the gap after it, together.
const STRIPE: f32 = 0.016;
/// Slant of a stripe, as a share of the patch's length.
const LEANING: f32 = 0.010;

/// A working muscle in the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct MuscleMark {
    /// True for a primary muscle.
    pub primary: bool,
    /// Its outline.
    pub outline: Outline,
}

impl MuscleMark {
    /// Writes its stripes with `pen`.
    pub(super) fn hatch(&self, pen: &mut Pen) {
        let points = self.outline.points();
        let half = points.len() / 2;
        let (one, other): (Vec<Point>, Vec<Point>) =
            (points[..half].to_vec(), points[half..].iter().rev().copied().collect());
        let length: f32 = one.windows(2).map(|pair| pair[0].distance(pair[1])).sum();
        let mut along = STRIPE * 0.5;
        while along < length {
            pen.start(on_edge(&one, (along / length).min(1.0)), b'l');
            pen.reach(on_edge(&other, ((along + LEANING) / length).min(1.0)));
            along += STRIPE;
        }
    }
}

/// The point at this share of `edge`, counted in its pieces.
fn on_edge(edge: &[Point], share: f32) -> Point {
    let mut at = share * f32::from(u8::try_from(edge.len() - 1).unwrap_or(u8::MAX));
    let mut piece = 0;
    while at > 1.0 && piece + 2 < edge.len() {
        at -= 1.0;
        piece += 1;
    }
    edge[piece].towards(edge[piece + 1], at)
}

/// The marks of `muscles` on these legs (right, left), and on the trunk if `trunk`.
pub(super) fn marks(painter: &Painter<'_>, muscles: &Muscles, legs: [bool; 2], trunk: bool) -> Vec<MuscleMark> {
    let carries = painter.body.legs.map(|leg| leg.planted);
    let works = |side: usize| carries[side] || carries == [false; 2];
    let mut marks = Vec::new();
    for patch in PATCHES.iter().filter(|patch| patch.view == painter.view) {
        let primary = muscles.primary.contains(&patch.muscle);
        if !primary && !muscles.secondary.contains(&patch.muscle) {
            continue;
        }
        let mut mark = |outline| marks.push(MuscleMark { primary, outline });
        for side in [0, 1] {
            if legs[side] && works(side) {
                on_leg(painter, patch, side).into_iter().for_each(&mut mark);
            }
        }
        if trunk {
            on_trunk(painter, patch, usize::from(!works(0)), &mut mark);
        }
    }
    marks
}

fn on_leg(painter: &Painter<'_>, patch: &Patch, side: usize) -> Option<Outline> {
    let leg = &painter.body.legs[side];
    let far = painter.view == View::Side && side == 1;
    match patch.seat {
        // A thigh that points at the viewer shows none of its length.
        Seat::Thigh if painter.point(leg.hip).distance(painter.point(leg.knee)) < 0.22 * THIGH => None,
        Seat::Thigh => Some(painter.bone(patch.contour, leg.hip, leg.knee, THIGH, painter.thigh_front(side))),
        Seat::InnerThigh if far => Some(painter.bone(patch.contour, leg.hip, leg.knee, THIGH, leg.front)),
        Seat::Shank => Some(painter.bone(patch.contour, leg.knee, leg.ankle, SHANK, painter.shank_front(side))),
        Seat::Foot => Some(painter.on_foot(patch.contour, leg)),
        _ => None,
    }
}

fn on_trunk(painter: &Painter<'_>, patch: &Patch, side: usize, mark: &mut impl FnMut(Outline)) {
    let half = |turn: f32| -> Vec<Point> {
        shares(patch.contour).map(|(along, beside)| painter.trunk_point(along, beside * turn)).collect()
    };
    match patch.seat {
        Seat::Trunk => mark(Outline::smooth(half(1.0))),
        Seat::Halves => [1.0, -1.0].map(half).into_iter().map(Outline::smooth).for_each(mark),
        Seat::Hip(below) => {
            let leg = &painter.body.legs[side];
            let below = painter.bone(below, leg.hip, leg.knee, THIGH, leg.front);
            let above = half(1.0);
            let (up, down) = above.split_at(above.len() / 2);
            mark(Outline::smooth([up, below.points(), down].concat()));
        }
        _ => {}
    }
}
