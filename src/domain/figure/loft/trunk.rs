//! Trunk and neck, and the soft bridges from the trunk to the limbs: buttock, collar, chest and back.

use super::body::{Body, LoftName};
use super::section::{CrossSection, Loft, smooth};
use super::table::{NECK, TRUNK};
use crate::domain::figure::body::proportions::{TRUNK as LENGTH, WAIST};
use crate::domain::figure::body::{LegBones, Skeleton, sign};
use crate::domain::figure::four::Four;
use crate::domain::figure::vector::{Frame, Vector, vector, within};

/// The part of the trunk along which it bends.
const BEND: [f32; 2] = [0.10, 0.64];

/// A point in the axes of a body part: forward, up, to the right.
pub(super) extern "C" fn on(frame: &Frame, at: Vector) -> Vector {
    frame.forward * at.x() + frame.up * at.y() + frame.right * at.z()
}

/// From the crotch to the root of the neck.
pub(super) fn trunk(body: &Skeleton) -> Loft {
    let (pelvis, loin, chest, [from, to]) = (&body.pelvis, &body.loin, &body.chest, BEND);
    Loft::by_table(&TRUNK, &mut move |row| {
        let at = row.at;
        // Straight up to where the bend begins, and straight again after its end.
        let bent = within((at - from) / (to - from), 0.0, 1.0);
        let below = body.hips + pelvis.up * (at.min(from) * LENGTH);
        let above = body.waist + chest.up * ((at.max(to) - WAIST) * LENGTH);
        let centre = below.towards(body.waist, bent).towards(body.waist.towards(above, bent), bent);
        // Pelvis, waist and ribs turn against each other.
        let (low, high) = (smooth(at, 0.05, 0.36), smooth(at, 0.36, 0.72));
        let up = pelvis.up.towards(loin.up, low).towards(chest.up, high).unit();
        let front = pelvis.forward.towards(loin.forward, low).towards(chest.forward, high).beside(up).unit();
        let breath = 0.004 * body.breath * smooth(at, 0.45, 0.66) * smooth(at, 1.0, 0.84);
        CrossSection {
            along: at,
            // Above the shoulders the root of the neck lies further back.
            centre: centre - chest.forward * (0.006 * smooth(at, 0.9, 1.15)),
            out: front.cross(up),
            front,
            half: row.half.plus(Four::of([0.4, 0.4, 1.0, 0.0]).times(Four::all(breath))),
        }
    })
}

/// From the shoulders to the skull.
pub(super) fn neck(body: &Skeleton) -> Loft {
    let (chest, head) = (&body.chest, &body.head);
    let root = chest.beyond(body.shoulders, vector(-0.010, 0.018, 0.0));
    let (middle, top) = (body.neck + head.up * 0.004, head.beyond(body.neck, vector(0.004, 0.040, 0.0)));
    Loft::by_table(&NECK, &mut move |row| {
        let out = chest.right.towards(head.right, row.at).unit();
        CrossSection {
            along: row.at,
            centre: root.towards(middle, row.at).towards(middle.towards(top, row.at), row.at),
            out,
            front: chest.forward.towards(head.forward, row.at).beside(out).unit(),
            half: row.half,
        }
    })
}

/// From the pelvis to the thigh; it stretches where the hip bends.
pub(super) fn buttock(body: &Skeleton, leg: &LegBones, front: Vector, side: usize) -> Loft {
    let thigh = (leg.knee - leg.hip).unit();
    let out = body.pelvis.right * sign(side);
    let above = body.hips + on(&body.pelvis, vector(-0.022, 0.010, 0.046 * sign(side)));
    let below = leg.hip + thigh * 0.030 - front * 0.012 - out * 0.002;
    let middle = above.towards(below, 0.5) - (body.pelvis.forward + front).unit() * 0.004;
    let mut loft = Loft::balls(&[above, middle, below], &[0.040, 0.0415, 0.040], out, true);
    // Its front is that of the body on both sides.
    loft.0.iter_mut().for_each(|section| section.front = section.front * sign(side));
    loft
}

/// Hides the seam between pelvis and thigh.
pub(super) fn hip(body: &Skeleton, leg: &LegBones, side: usize) -> Loft {
    let thigh = (leg.knee - leg.hip).unit();
    let above = body.hips + on(&body.pelvis, vector(0.004, 0.010, 0.046 * sign(side)));
    Loft::balls(&[above, leg.hip + thigh * 0.016], &[0.038, 0.042], body.pelvis.right, true)
}

/// From the root of the neck over the collar bone to the shoulder.
pub(super) fn collar(body: &Skeleton, shoulder: Vector, side: usize) -> Loft {
    let chest = &body.chest.sided(sign(side));
    let root = chest.beyond(body.shoulders, vector(-0.006, 0.008, 0.072));
    let middle = root.towards(shoulder, 0.55) + chest.up * 0.004;
    Loft::balls(&[root, middle, shoulder + chest.up * 0.001], &[0.014, 0.018, 0.022], chest.forward, true)
}

/// Adds chest and back muscle, from the ribs to the upper arm; they appear as the arm is raised.
pub(super) fn armpit(lofts: &mut Body, body: &Skeleton, shoulder: Vector, side: usize) {
    let chest = &body.chest.sided(sign(side));
    let upper = (body.arms[side].elbow - shoulder).unit();
    // By the cosine of the arm's elevation: nothing up to 15 degrees, all from 90 on.
    let raised = smooth(1.0 + upper.dot(chest.up), 0.034, 1.0);
    if raised < 0.2 {
        return;
    }
    let mut bridge = |name: LoftName, from: Vector, [thick, far, thin]: [f32; 3]| {
        let radii = [thick * raised, thin * raised];
        lofts.put(name, side, Loft::balls(&[from, shoulder + upper * far], &radii, body.chest.right, true));
    };
    let front = chest.beyond(body.shoulders, vector(0.030, -0.062, 0.052));
    let back = chest.beyond(body.shoulders, vector(-0.012, -0.105, 0.062));
    bridge(LoftName::ChestBridge, front, [0.024, 0.034, 0.019]);
    bridge(LoftName::BackBridge, back, [0.027, 0.040, 0.018]);
}
