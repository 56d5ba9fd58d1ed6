//! The working muscles: tapered patches on the surface, so that they follow the skin and are seen where they face the viewer.

use super::paint::{Contour, Ink, twice_the_area};
use super::part::{Layer, Part};
use super::surface::{Strip, Surface, measures, strip, twin};
use crate::domain::figure::body::{Muscle, Muscles, Skeleton};
use crate::domain::figure::view::Point;

/// A patch narrower than this in the picture says nothing.
const SLIVER: f32 = 0.014;
/// Places of the fibres, as shares of a patch's width.
static FIBRES: [f32; 4] = [0.2, 0.4, 0.6, 0.8];

/// A part of the body with lofts of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Region {
    Thigh,
    Buttock,
    Shank,
    Foot,
    Trunk,
    UpperArm,
    Forearm,
    Hand,
    Head,
}

/// A muscle's patch: by its position along the part, the angles from which to which it reaches, for the right side of the body. On the
/// trunk it has a twin on the other side, unless it lies in the middle.
pub(super) struct Patch {
    pub(super) muscle: Muscle,
    pub(super) region: Region,
    pub(super) strips: &'static [Strip],
}

pub(super) static PATCHES: [Patch; 19] = [
    Patch {
        muscle: Muscle::Quads,
        region: Region::Thigh,
        strips: &[
            strip(0.10, 50, 120),
            strip(0.2, 26, 140),
            strip(0.4, 12, 148),
            strip(0.55, 20, 144),
            strip(0.7, 40, 132),
            strip(0.82, 62, 116),
            strip(0.92, 80, 102),
        ],
    },
    Patch {
        muscle: Muscle::Hamstrings,
        region: Region::Thigh,
        strips: &[
            strip(0.20, 245, 300),
            strip(0.3, 225, 315),
            strip(0.5, 215, 320),
            strip(0.7, 218, 318),
            strip(0.85, 230, 305),
            strip(0.92, 250, 290),
        ],
    },
    Patch {
        muscle: Muscle::Adductors,
        region: Region::Thigh,
        strips: &[
            strip(0.1, 160, 195),
            strip(0.2, 148, 208),
            strip(0.4, 152, 206),
            strip(0.55, 160, 200),
            strip(0.68, 174, 190),
        ],
    },
    Patch {
        muscle: Muscle::HipFlexors,
        region: Region::Thigh,
        strips: &[strip(-0.06, 70, 105), strip(0.03, 58, 118), strip(0.12, 68, 122), strip(0.22, 92, 114)],
    },
    Patch {
        muscle: Muscle::GluteMax,
        region: Region::Buttock,
        strips: &[
            strip(0.10, 250, 300),
            strip(0.25, 225, 330),
            strip(0.5, 215, 340),
            strip(0.75, 222, 330),
            strip(0.9, 250, 300),
        ],
    },
    Patch {
        muscle: Muscle::Calves,
        region: Region::Shank,
        strips: &[
            strip(0.19, 254, 286),
            strip(0.24, 232, 308),
            strip(0.32, 220, 320),
            strip(0.45, 228, 312),
            strip(0.58, 255, 285),
        ],
    },
    Patch {
        muscle: Muscle::TibialisPosterior,
        region: Region::Shank,
        strips: &[strip(0.2, 203, 213), strip(0.32, 190, 222), strip(0.6, 190, 220), strip(0.92, 196, 212)],
    },
    Patch {
        muscle: Muscle::FootIntrinsics,
        region: Region::Foot,
        strips: &[strip(-0.02, 180, 205), strip(0.01, 165, 215), strip(0.04, 168, 212), strip(0.062, 184, 202)],
    },
    Patch {
        muscle: Muscle::GluteMed,
        region: Region::Trunk,
        strips: &[strip(0.02, -20, 30), strip(0.07, -35, 48), strip(0.13, -32, 48), strip(0.18, -15, 30)],
    },
    Patch {
        muscle: Muscle::Abdominals,
        region: Region::Trunk,
        strips: &[
            strip(0.20, 66, 89),
            strip(0.3, 60, 89),
            strip(0.5, 58, 89),
            strip(0.64, 62, 89),
            strip(0.70, 74, 89),
        ],
    },
    Patch {
        muscle: Muscle::SpinalErectors,
        region: Region::Trunk,
        strips: &[strip(0.2, 276, 290), strip(0.35, 274, 298), strip(0.55, 274, 300), strip(0.78, 278, 292)],
    },
    Patch {
        muscle: Muscle::Lats,
        region: Region::Trunk,
        strips: &[
            strip(0.28, 294, 304),
            strip(0.4, 299, 324),
            strip(0.54, 302, 340),
            strip(0.68, 304, 348),
            strip(0.78, 312, 350),
            strip(0.84, 326, 346),
        ],
    },
    Patch {
        muscle: Muscle::UpperBack,
        region: Region::Trunk,
        strips: &[
            strip(0.56, 271, 275),
            strip(0.7, 271, 286),
            strip(0.82, 271, 302),
            strip(0.92, 271, 316),
            strip(1.0, 271, 326),
            strip(1.05, 272, 334),
            strip(1.1, 276, 320),
        ],
    },
    Patch {
        muscle: Muscle::Pecs,
        region: Region::Trunk,
        strips: &[
            strip(0.70, 56, 80),
            strip(0.75, 36, 86),
            strip(0.82, 22, 87),
            strip(0.89, 18, 87),
            strip(0.95, 24, 86),
            strip(0.99, 40, 78),
        ],
    },
    Patch {
        muscle: Muscle::Obliques,
        region: Region::Trunk,
        strips: &[
            strip(0.19, 26, 56),
            strip(0.27, 4, 56),
            strip(0.4, -8, 52),
            strip(0.52, -4, 46),
            strip(0.62, 4, 36),
            strip(0.68, 12, 26),
        ],
    },
    Patch {
        muscle: Muscle::TibialisAnterior,
        region: Region::Shank,
        strips: &[
            strip(0.19, 56, 66),
            strip(0.26, 46, 78),
            strip(0.42, 46, 86),
            strip(0.6, 62, 92),
            strip(0.8, 78, 98),
            strip(0.9, 86, 96),
        ],
    },
    Patch {
        muscle: Muscle::Soleus,
        region: Region::Shank,
        strips: &[
            strip(0.56, 256, 284),
            strip(0.63, 230, 310),
            strip(0.74, 238, 302),
            strip(0.85, 256, 284),
            strip(0.91, 266, 274),
        ],
    },
    Patch {
        muscle: Muscle::Shoulders,
        region: Region::UpperArm,
        strips: &[
            strip(-0.1, -40, 60),
            strip(0.0, -75, 95),
            strip(0.12, -80, 98),
            strip(0.26, -60, 78),
            strip(0.38, -32, 44),
            strip(0.46, -8, 18),
        ],
    },
    Patch {
        muscle: Muscle::Grip,
        region: Region::Forearm,
        strips: &[
            strip(0.06, 70, 112),
            strip(0.18, 48, 138),
            strip(0.36, 50, 136),
            strip(0.55, 62, 124),
            strip(0.72, 80, 106),
        ],
    },
];

/// Adds the working muscles of a region to `part`, as far as they are seen on its surface.
pub(super) fn mark(part: &mut Part, muscles: &Muscles, region: Region, surface: &Surface) {
    for patch in PATCHES.iter().filter(|patch| patch.region == region) {
        let is_primary = muscles.primary.contains(&patch.muscle);
        if !is_primary && !muscles.secondary.contains(&patch.muscle) {
            continue;
        }
        on_surface(part, surface, patch.strips, is_primary);
        if region == Region::Trunk {
            on_surface(part, surface, &twin(patch.strips), is_primary);
        }
    }
}

fn on_surface(part: &mut Part, surface: &Surface, strips: &[Strip], is_primary: bool) {
    let areas = surface.patch(strips);
    if !areas.iter().any(|area| breadth(area) > SLIVER) {
        return;
    }
    let (ink, fibre) = if is_primary { (Ink::Primary, Ink::Fibre) } else { (Ink::Secondary, Ink::SecondaryFibre) };
    part.areas(Layer::Muscles, (ink, Contour::None, 0), areas);
    for &share in &FIBRES {
        let mut places = strips[1..strips.len() - 1].iter().map(|strip| {
            let [at, from, to] = measures(*strip);
            [at, from + (to - from) * share]
        });
        if let Some(line) = surface.line(&mut places, 0.15) {
            part.line(Layer::Fibres, fibre, line);
        }
    }
}

/// The area of a patch by its length: how broad it is.
fn breadth(area: &[Point]) -> f32 {
    let mut around = 1e-6;
    let mut from = area[area.len() - 1];
    for &to in area {
        around += from.distance(to);
        from = to;
    }
    twice_the_area(area).abs() / around * 2.0
}

/// The legs whose muscles work: those that carry the body, or both where none does.
pub(super) fn working(bones: &Skeleton) -> [bool; 2] {
    let carries = bones.legs.map(|leg| leg.planted);
    carries.map(|carries_it| carries_it || carries == [false; 2])
}
