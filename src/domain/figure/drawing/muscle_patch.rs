//! The visible areas of the muscles on the body.

use super::outline::Contour;
use crate::domain::figure::body::Muscle;
use crate::domain::figure::view::View;

/// The visible area of a muscle in one view. Its contour runs down one edge and back up the other, with the same number of points, so
/// that it can be hatched from edge to edge.
pub(super) struct Patch {
    pub(super) muscle: Muscle,
    pub(super) view: View,
    pub(super) seat: Seat,
    pub(super) contour: &'static Contour,
}

/// The body part of a patch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seat {
    /// The thigh of a leg that works.
    Thigh,
    /// The inside of a thigh; seen from the side only on the far leg.
    InnerThigh,
    /// The shank of a leg that works.
    Shank,
    /// The trunk, continued on the thigh of the nearest working leg with this contour.
    Hip(&'static Contour),
    /// The trunk.
    Trunk,
    /// Both halves of the trunk.
    Halves,
    /// The foot of a leg that works, over its sole; from the front along the foot.
    Foot,
}

const fn patch(muscle: Muscle, view: View, seat: Seat, contour: &'static Contour) -> Patch {
    Patch { muscle, view, seat, contour }
}

/// All patches. A muscle that is hidden in a view has no patch for it, and is named in the text only.
pub(super) const PATCHES: &[Patch] = &[
    patch(
        Muscle::GluteMax,
        View::Side,
        Seat::Hip(&[(60, -48), (190, -46), (190, -22), (40, -8)]),
        &[(150, -51), (60, -60), (70, -8), (150, -22)],
    ),
    patch(
        Muscle::GluteMed,
        View::Side,
        Seat::Hip(&[(-40, -8), (-30, 12)]),
        &[(185, -30), (100, -20), (100, 20), (185, 10)],
    ),
    patch(
        Muscle::Quads,
        View::Side,
        Seat::Thigh,
        &[(120, 50), (350, 48), (600, 41), (850, 31), (960, 24), (960, 8), (850, 8), (600, 10), (350, 12), (120, 22)],
    ),
    patch(
        Muscle::Hamstrings,
        View::Side,
        Seat::Thigh,
        &[(230, -20), (450, -14), (700, -9), (930, -8), (930, -25), (700, -34), (450, -42), (230, -49)],
    ),
    patch(
        Muscle::Adductors,
        View::Side,
        Seat::InnerThigh,
        &[(60, 20), (300, 16), (550, 8), (800, -2), (800, -16), (550, -18), (300, -18), (60, -16)],
    ),
    patch(
        Muscle::HipFlexors,
        View::Side,
        Seat::Hip(&[(140, 46), (330, 38), (330, 16), (110, 10)]),
        &[(190, 44), (100, 46), (90, 14), (190, 22)],
    ),
    patch(
        Muscle::Calves,
        View::Side,
        Seat::Shank,
        &[(60, -12), (220, -10), (400, -8), (600, -8), (600, -24), (400, -35), (220, -37), (60, -30)],
    ),
    patch(
        Muscle::TibialisPosterior,
        View::Side,
        Seat::Shank,
        &[(160, 4), (400, 2), (650, -2), (900, -4), (900, -13), (650, -14), (400, -14), (160, -12)],
    ),
    patch(
        Muscle::FootIntrinsics,
        View::Side,
        Seat::Foot,
        &[(60, 14), (350, 24), (650, 24), (900, 14), (900, 3), (650, 4), (350, 4), (60, 3)],
    ),
    patch(
        Muscle::Abdominals,
        View::Side,
        Seat::Trunk,
        &[(160, 46), (340, 43), (520, 47), (680, 51), (680, 26), (520, 20), (340, 18), (160, 22)],
    ),
    patch(
        Muscle::SpinalErectors,
        View::Side,
        Seat::Trunk,
        &[(200, -46), (340, -39), (520, -40), (760, -52), (760, -30), (520, -20), (340, -19), (200, -26)],
    ),
    patch(
        Muscle::GluteMed,
        View::Front,
        Seat::Halves,
        &[(210, 58), (120, 54), (20, 62), (20, 92), (120, 90), (210, 81)],
    ),
    patch(
        Muscle::Quads,
        View::Front,
        Seat::Thigh,
        &[(130, 34), (400, 36), (700, 31), (920, 22), (920, -14), (700, -14), (400, -18), (130, -14)],
    ),
    patch(
        Muscle::Adductors,
        View::Front,
        Seat::Thigh,
        &[(110, -20), (350, -22), (600, -22), (600, -37), (350, -43), (110, -45)],
    ),
    patch(
        Muscle::HipFlexors,
        View::Front,
        Seat::Thigh,
        &[(-60, 26), (60, 18), (180, 2), (160, -22), (40, -10), (-60, 2)],
    ),
    patch(
        Muscle::TibialisPosterior,
        View::Front,
        Seat::Shank,
        &[(200, -10), (450, -8), (700, -6), (920, -6), (920, -14), (700, -19), (450, -27), (200, -30)],
    ),
    patch(
        Muscle::FootIntrinsics,
        View::Front,
        Seat::Foot,
        &[(250, 14), (550, 19), (850, 21), (850, -19), (550, -16), (250, -12)],
    ),
    patch(
        Muscle::Abdominals,
        View::Front,
        Seat::Halves,
        &[(180, 44), (360, 40), (540, 44), (700, 46), (700, 5), (540, 5), (360, 5), (180, 5)],
    ),
];
