//! The working muscles: tapered patches on the surface, so that they follow the skin and are seen where they face the viewer.

use super::body::Body;
use super::part::Part;
use super::section::Loft;
use super::surface::{Strip, dense, line, patch};
use crate::domain::figure::body::{Muscle, Muscles, Skeleton};
use crate::domain::figure::camera::Camera;

/// A patch narrower than this in the picture says nothing.
const SLIVER: f32 = 0.014;
/// Places of the fibres, as shares of a patch's width.
const FIBRES: [f32; 4] = [0.2, 0.4, 0.6, 0.8];

/// A part of the body with muscles of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Region {
    Thigh,
    Buttock,
    Shank,
    Foot,
    Trunk,
}

/// A muscle's patch: by its position along the part, the angles from which to which it reaches, for the right side of the body. On the
/// trunk it has a twin on the other side, unless it lies in the middle.
struct Patch {
    muscle: Muscle,
    region: Region,
    strips: &'static [Strip],
}

const PATCHES: [Patch; 11] = [
    Patch {
        muscle: Muscle::Quads,
        region: Region::Thigh,
        strips: &[
            [0.10, 55.0, 120.0],
            [0.2, 40.0, 140.0],
            [0.4, 32.0, 148.0],
            [0.6, 35.0, 145.0],
            [0.8, 48.0, 140.0],
            [0.9, 62.0, 122.0],
            [0.95, 80.0, 105.0],
        ],
    },
    Patch {
        muscle: Muscle::Hamstrings,
        region: Region::Thigh,
        strips: &[
            [0.20, 245.0, 300.0],
            [0.3, 225.0, 315.0],
            [0.5, 215.0, 320.0],
            [0.7, 218.0, 318.0],
            [0.85, 230.0, 305.0],
            [0.92, 250.0, 290.0],
        ],
    },
    Patch {
        muscle: Muscle::Adductors,
        region: Region::Thigh,
        strips: &[
            [0.1, 160.0, 195.0],
            [0.2, 148.0, 208.0],
            [0.4, 152.0, 206.0],
            [0.55, 160.0, 200.0],
            [0.68, 174.0, 190.0],
        ],
    },
    Patch {
        muscle: Muscle::HipFlexors,
        region: Region::Thigh,
        strips: &[[-0.06, 70.0, 105.0], [0.03, 58.0, 118.0], [0.12, 68.0, 122.0], [0.22, 92.0, 114.0]],
    },
    Patch {
        muscle: Muscle::GluteMax,
        region: Region::Buttock,
        strips: &[
            [0.10, 250.0, 300.0],
            [0.25, 225.0, 330.0],
            [0.5, 215.0, 340.0],
            [0.75, 222.0, 330.0],
            [0.9, 250.0, 300.0],
        ],
    },
    Patch {
        muscle: Muscle::Calves,
        region: Region::Shank,
        strips: &[
            [0.06, 250.0, 290.0],
            [0.2, 225.0, 315.0],
            [0.32, 220.0, 320.0],
            [0.45, 228.0, 312.0],
            [0.58, 255.0, 285.0],
        ],
    },
    Patch {
        muscle: Muscle::TibialisPosterior,
        region: Region::Shank,
        strips: &[[0.15, 200.0, 215.0], [0.3, 190.0, 222.0], [0.6, 190.0, 220.0], [0.92, 196.0, 212.0]],
    },
    Patch {
        muscle: Muscle::FootIntrinsics,
        region: Region::Foot,
        strips: &[[-0.02, 180.0, 205.0], [0.01, 165.0, 215.0], [0.04, 168.0, 212.0], [0.062, 184.0, 202.0]],
    },
    Patch {
        muscle: Muscle::GluteMed,
        region: Region::Trunk,
        strips: &[[0.02, -20.0, 30.0], [0.07, -35.0, 48.0], [0.13, -32.0, 48.0], [0.18, -15.0, 30.0]],
    },
    Patch {
        muscle: Muscle::Abdominals,
        region: Region::Trunk,
        strips: &[[0.20, 66.0, 89.0], [0.3, 60.0, 89.0], [0.5, 58.0, 89.0], [0.64, 62.0, 89.0], [0.70, 74.0, 89.0]],
    },
    Patch {
        muscle: Muscle::SpinalErectors,
        region: Region::Trunk,
        strips: &[[0.2, 276.0, 290.0], [0.35, 274.0, 298.0], [0.55, 274.0, 300.0], [0.78, 278.0, 292.0]],
    },
];

/// A muscle in the picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Mark {
    pub(super) is_primary: bool,
    pub(super) areas: Vec<Vec<crate::domain::figure::view::Point>>,
    pub(super) fibres: Vec<Vec<crate::domain::figure::view::Point>>,
}

/// Adds the working muscles of a region to `part`, as far as they are seen on `loft`.
pub(super) fn mark(part: &mut Part, camera: &Camera, muscles: &Muscles, region: Region, loft: &Loft) {
    for patch in PATCHES.iter().filter(|patch| patch.region == region) {
        let is_primary = muscles.primary.contains(&patch.muscle);
        if !is_primary && !muscles.secondary.contains(&patch.muscle) {
            continue;
        }
        let strips = dense(patch.strips, 2);
        part.marks.extend(on_surface(camera, loft, &strips, is_primary));
        if region == Region::Trunk {
            let twin: Vec<Strip> = strips.iter().map(|[at, from, to]| [*at, 180.0 - to, 180.0 - from]).collect();
            part.marks.extend(on_surface(camera, loft, &twin, is_primary));
        }
    }
}

fn on_surface(camera: &Camera, loft: &Loft, strips: &[Strip], is_primary: bool) -> Option<Mark> {
    let areas = patch(loft, camera, strips);
    let is_seen = |area: &Vec<_>| breadth(area) > SLIVER;
    if !areas.iter().any(is_seen) {
        return None;
    }
    let inner = &strips[1..strips.len() - 1];
    let fibre = |share: &f32| {
        let places: Vec<[f32; 2]> = inner.iter().map(|[at, from, to]| [*at, from + (to - from) * share]).collect();
        line(loft, camera, &places, 0.15)
    };
    Some(Mark { is_primary, areas, fibres: FIBRES.iter().filter_map(fibre).collect() })
}

/// The area of a patch by its length: how broad it is.
fn breadth(area: &[crate::domain::figure::view::Point]) -> f32 {
    let next = area.iter().cycle().skip(1);
    let (mut twice, mut around) = (0.0, 0.0);
    for (a, b) in area.iter().zip(next) {
        twice += a.x * b.y - b.x * a.y;
        around += a.distance(*b);
    }
    if around > 0.0 { twice.abs() / around * 2.0 } else { 0.0 }
}

/// The legs whose muscles work: those that carry the body, or both where none does.
pub(super) fn working(bones: &Skeleton) -> [bool; 2] {
    let carries = bones.legs.map(|leg| leg.planted);
    carries.map(|carries_it| carries_it || carries == [false; 2])
}

/// The loft of the trunk under what is worn on it.
pub(super) fn worn(body: &Body) -> Loft {
    body.trunk.clone().grown(0.003)
}
