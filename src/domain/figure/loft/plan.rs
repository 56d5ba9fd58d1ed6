//! The plan of each piece: what is painted of it, in order.
//!
//! A step names a loft and a way to paint it. It may take a part of the loft, or what is worn on it, and may depend on the view, the
//! pose and the pieces that are painted already: where one piece grows out of another one, it covers the seam.

use super::body::LoftName;
use super::muscles::Region;
use super::paint::{Contour, Ink};
use super::part::Layer;
use super::surface::{Strip, strip};

/// The end of the top and the beginning of the shorts, along the trunk.
const WAISTBAND: f32 = 0.195;
/// The end of the shorts, along the thigh.
const HEM: f32 = 0.60;
/// Thickness of cloth.
pub(super) const CLOTH: f32 = 0.003;

/// A place of a line on a surface: its position along the bone in ten-thousandths, its angle in degrees.
pub(super) type SurfacePlace = [i16; 2];

/// A way to paint a loft.
#[derive(Clone, Copy)]
pub(super) enum Paint {
    /// Its contour alone.
    Edge,
    /// Its area with a contour.
    Lined(Ink),
    /// Its area without a contour.
    Filled(Ink),
    /// The side of it away from the light, and the hundredths of its length over which that begins and ends.
    Shaded(Ink, [u8; 2]),
    /// The end of a garment, where its part begins.
    Hem,
    /// A line on its surface, where that faces the viewer by more than so many hundredths.
    Crease(Ink, u8, &'static [SurfacePlace]),
    /// Such a line on the right and its twin on the left.
    Twins(Ink, u8, &'static [SurfacePlace]),
    /// A panel on its surface.
    Panel(Layer, Ink, &'static [Strip]),
    /// Such a panel on the right and its twin on the left.
    TwinPanels(Layer, Ink, &'static [Strip]),
    /// All of it that is seen, as a panel.
    Band(Ink),
    /// The working muscles of a region.
    Muscles(Region),
    /// Nothing: what follows is painted after all that was before, with this contour.
    Next(Contour),
}

/// A condition of a step.
#[derive(Clone, Copy)]
pub(super) enum Fact {
    Always,
    /// The trunk is painted already.
    OverTrunk,
    /// This piece of the same side is painted already.
    OverThigh,
    OverShank,
    OverUpperArm,
    OverForearm,
    OverHand,
    /// The knee is nearer to the viewer than the hip.
    PointsHere,
    /// The hip is nearly straight.
    Upright,
    /// The hip is straighter than half-way, over the painted trunk.
    StandsOverTrunk,
    /// The pelvis is seen from the side or from behind.
    SeatIsSeen,
    /// The muscles of the leg work.
    Works,
    /// No shoe hides the foot, which is painted already.
    OverBareFoot,
    /// The sole faces the viewer.
    SoleIsSeen,
    /// The ear lies behind the head, or before it.
    EarIsFar,
    EarIsNear,
    /// The head is seen from behind.
    FacesAway,
    EyesClosed,
    /// A backpack is worn.
    Backpack,
}

/// A step of a plan.
#[derive(Clone, Copy)]
pub(super) struct PlanStep {
    pub(super) paint: Paint,
    pub(super) loft: LoftName,
    /// The part of the loft, in thousandths along it.
    range: [i16; 2],
    /// The thickness of what is worn on it, in ten-thousandths.
    worn: u8,
    /// The fact on which it depends, and if it must be true.
    pub(super) when: (Fact, bool),
}

impl PlanStep {
    const fn on(loft: LoftName, paint: Paint) -> Self {
        Self { paint, loft, range: [-2000, 2000], worn: 0, when: (Fact::Always, true) }
    }

    #[allow(clippy::cast_possible_truncation, reason = "positions are about 1")]
    const fn part(self, from: f32, to: f32) -> Self {
        Self { range: [(from * 1000.0).round_ties_even() as i16, (to * 1000.0).round_ties_even() as i16], ..self }
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "thin")]
    const fn worn(self, thickness: f32) -> Self {
        Self { worn: (thickness * 10_000.0).round_ties_even() as u8, ..self }
    }

    const fn when(self, fact: Fact) -> Self {
        Self { when: (fact, true), ..self }
    }

    const fn unless(self, fact: Fact) -> Self {
        Self { when: (fact, false), ..self }
    }

    /// The positions from which to which the loft is taken.
    pub(super) fn range(&self) -> [f32; 2] {
        self.range.map(|at| f32::from(at) * 0.001)
    }

    /// The thickness of what is worn on it.
    pub(super) fn thickness(&self) -> f32 {
        f32::from(self.worn) * 0.0001
    }
}

const fn edge(loft: LoftName) -> PlanStep {
    PlanStep::on(loft, Paint::Edge)
}

const fn lined(loft: LoftName, ink: Ink) -> PlanStep {
    PlanStep::on(loft, Paint::Lined(ink))
}

const fn filled(loft: LoftName, ink: Ink) -> PlanStep {
    PlanStep::on(loft, Paint::Filled(ink))
}

const fn shaded(loft: LoftName, ink: Ink) -> PlanStep {
    PlanStep::on(loft, Paint::Shaded(ink, [0; 2]))
}

/// A shaded side that fades over so many hundredths of its length.
const fn faded(loft: LoftName, ink: Ink, from: u8, to: u8) -> PlanStep {
    PlanStep::on(loft, Paint::Shaded(ink, [from, to]))
}

const fn hem(loft: LoftName, at: f32) -> PlanStep {
    PlanStep::on(loft, Paint::Hem).part(at, at)
}

const fn crease(loft: LoftName, least: u8, places: &'static [SurfacePlace]) -> PlanStep {
    PlanStep::on(loft, Paint::Crease(Ink::Inner, least, places))
}

const fn twins(loft: LoftName, ink: Ink, least: u8, places: &'static [SurfacePlace]) -> PlanStep {
    PlanStep::on(loft, Paint::Twins(ink, least, places))
}

const fn panel(loft: LoftName, paint: Paint) -> PlanStep {
    PlanStep::on(loft, paint)
}

const fn muscles(loft: LoftName, region: Region) -> PlanStep {
    PlanStep::on(loft, Paint::Muscles(region)).worn(CLOTH)
}

const fn next(contour: Contour) -> PlanStep {
    PlanStep::on(LoftName::Trunk, Paint::Next(contour))
}

use Ink::{Hair, Inner, Shoe, Shorts, Skin, Sole, Top};
use LoftName as On;

// The trunk --------------------------------------------------------------------------------------------------------------

pub(super) static TRUNK: [PlanStep; 7] = [
    lined(On::Neck, Skin),
    lined(On::Trunk, Skin).part(0.7, 1.15),
    edge(On::Trunk).part(WAISTBAND, 0.745).worn(0.0015),
    edge(On::Trunk).part(-0.15, WAISTBAND).worn(CLOTH),
    faded(On::Neck, Skin, 50, 0).part(0.05, 0.8),
    faded(On::Trunk, Skin, 0, 50).part(0.7, 1.05),
    // The collar bones.
    twins(On::Trunk, Inner, 12, &[[10350, 62], [10300, 73], [10100, 84]]),
];

/// A side of it: where a limb is painted already, that covers the seam.
pub(super) static TRUNK_SIDE: [PlanStep; 6] = [
    lined(On::ChestBridge, Skin).unless(Fact::OverUpperArm),
    lined(On::BackBridge, Skin).unless(Fact::OverUpperArm),
    lined(On::UpperArm, Skin).part(-0.15, 0.16).unless(Fact::OverUpperArm),
    lined(On::Collar, Skin).unless(Fact::OverUpperArm),
    edge(On::Buttock),
    edge(On::Thigh).part(-0.10, 0.12).worn(CLOTH).unless(Fact::OverThigh),
];

pub(super) static SHORTS: [PlanStep; 4] = [
    next(Contour::Full),
    filled(On::Trunk, Shorts).part(-0.15, WAISTBAND).worn(CLOTH),
    shaded(On::Trunk, Shorts).part(-0.15, WAISTBAND).worn(CLOTH),
    hem(On::Trunk, WAISTBAND).worn(CLOTH),
];

pub(super) static SHORTS_SIDE: [PlanStep; 2] = [
    filled(On::Buttock, Shorts).unless(Fact::OverThigh),
    filled(On::Thigh, Shorts).part(-0.10, 0.12).worn(CLOTH).unless(Fact::OverThigh),
];

/// A vest: a band of the trunk, and panels with straps on its surface.
pub(super) static VEST: [PlanStep; 9] = [
    next(Contour::Full),
    panel(On::Trunk, Paint::Panel(Layer::Panels, Top, &VEST_FRONT)).worn(VEST_THICKNESS),
    panel(On::Trunk, Paint::Panel(Layer::Panels, Top, &VEST_BACK)).worn(VEST_THICKNESS),
    panel(On::Trunk, Paint::TwinPanels(Layer::Panels, Top, &STRAP_FRONT)).worn(VEST_THICKNESS),
    panel(On::Trunk, Paint::TwinPanels(Layer::Panels, Top, &STRAP_BACK)).worn(VEST_THICKNESS),
    panel(On::Trunk, Paint::TwinPanels(Layer::Bands, Ink::Band, &PACK_STRAP)).worn(VEST_THICKNESS).when(Fact::Backpack),
    panel(On::Trunk, Paint::Band(Top)).part(WAISTBAND, 0.745).worn(0.0015),
    faded(On::Trunk, Top, 0, 35).part(WAISTBAND, 0.86).worn(VEST_THICKNESS),
    // The spine.
    crease(On::Trunk, 30, &[[2400, 270], [3500, 270], [5000, 270], [6500, 270], [7800, 270]]).worn(VEST_THICKNESS),
];
const VEST_THICKNESS: f32 = 0.0012;

pub(super) static TRUNK_MUSCLES: [PlanStep; 2] = [next(Contour::Full), muscles(On::Trunk, Region::Trunk)];

// Legs -------------------------------------------------------------------------------------------------------------------

pub(super) static THIGH: [PlanStep; 9] = [
    edge(On::Thigh).part(-0.14, HEM).worn(CLOTH).unless(Fact::OverTrunk),
    edge(On::Thigh).part(0.06, HEM).worn(CLOTH).when(Fact::OverTrunk),
    lined(On::Thigh, Skin).part(HEM, 1.0),
    // Where the thigh points at the viewer, the knee hides the hem.
    filled(On::Thigh, Shorts).part(-0.14, HEM).worn(CLOTH).when(Fact::PointsHere),
    filled(On::Thigh, Skin).part(HEM, 1.0).when(Fact::PointsHere),
    filled(On::Knee, Skin).when(Fact::OverShank),
    filled(On::Shank, Skin).part(0.0, 0.2).when(Fact::OverShank),
    filled(On::Thigh, Shorts).part(-0.14, HEM).worn(CLOTH).unless(Fact::PointsHere),
    shaded(On::Thigh, Skin).part(HEM, 1.0),
];

/// The seam of thigh and pelvis: covers the lines between them, but leaves the crease in front of a bent hip.
pub(super) static HIP: [PlanStep; 6] = [
    crease(On::Thigh, 30, &[[2000, 300], [2350, 280], [2400, 255], [2100, 225]]).worn(CLOTH).when(Fact::Upright),
    faded(On::Thigh, Shorts, 70, 0).part(0.0, 0.36).worn(CLOTH),
    filled(On::Buttock, Shorts).when(Fact::SeatIsSeen),
    filled(On::Hip, Shorts),
    filled(On::Thigh, Shorts).part(-0.03, 0.36).worn(CLOTH),
    PlanStep::on(On::Buttock, Paint::Muscles(Region::Buttock)).when(Fact::Works),
];

pub(super) static THIGH_SURFACE: [PlanStep; 5] = [
    hem(On::Trunk, WAISTBAND).worn(CLOTH).when(Fact::StandsOverTrunk),
    shaded(On::Thigh, Shorts).part(-0.14, HEM).worn(CLOTH),
    hem(On::Thigh, HEM).worn(CLOTH),
    muscles(On::Thigh, Region::Thigh).when(Fact::Works),
    // The kneecap.
    twins(On::Thigh, Inner, 30, &[[9000, 52], [9400, 58], [9850, 62]]),
];

pub(super) static SHANK: [PlanStep; 7] = [
    lined(On::Shank, Skin),
    lined(On::Knee, Skin),
    filled(On::Thigh, Skin).part(0.84, 1.0).when(Fact::OverThigh),
    filled(On::RearFoot, Skin).part(-0.03, 0.03).when(Fact::OverBareFoot),
    shaded(On::Shank, Skin),
    // The calf.
    crease(On::Shank, 45, &[[3000, 268], [4200, 262], [5200, 268]]),
    PlanStep::on(On::Shank, Paint::Muscles(Region::Shank)).when(Fact::Works),
];

pub(super) static FOOT: [PlanStep; 10] = [
    lined(On::RearFoot, Skin),
    lined(On::Toes, Skin),
    filled(On::Shank, Skin).part(0.80, 1.0).when(Fact::OverShank),
    shaded(On::RearFoot, Skin),
    PlanStep::on(On::RearFoot, Paint::Muscles(Region::Foot)).when(Fact::Works),
    // The toes, and the ankle bone.
    crease(On::Toes, 12, &[[120, 40], [240, 40], [340, 40]]),
    crease(On::Toes, 12, &[[120, 65], [240, 65], [340, 65]]),
    crease(On::Toes, 12, &[[120, 90], [240, 90], [340, 90]]),
    crease(On::Toes, 12, &[[120, 115], [240, 115], [340, 115]]),
    crease(On::Shank, 12, &[[9300, -25], [9650, 0], [10000, -10]]),
];

/// Seen from below, the sole lies before the shoe.
pub(super) static SHOE: [PlanStep; 9] = [
    shaded(On::RearUpper, Shoe),
    hem(On::Shank, 0.90).worn(0.0035),
    lined(On::RearSole, Sole).unless(Fact::SoleIsSeen),
    lined(On::ToesSole, Sole).unless(Fact::SoleIsSeen),
    lined(On::RearUpper, Shoe),
    lined(On::ToesUpper, Shoe),
    lined(On::Shank, Shoe).part(0.90, 1.0).worn(0.0035),
    lined(On::RearSole, Sole).when(Fact::SoleIsSeen),
    lined(On::ToesSole, Sole).when(Fact::SoleIsSeen),
];

// Arms -------------------------------------------------------------------------------------------------------------------

pub(super) static UPPER_ARM: [PlanStep; 9] = [
    lined(On::UpperArm, Skin).part(0.10, 1.0).when(Fact::OverTrunk),
    filled(On::UpperArm, Skin).part(-0.15, 0.2).when(Fact::OverTrunk),
    lined(On::UpperArm, Skin).unless(Fact::OverTrunk),
    lined(On::ChestBridge, Skin).unless(Fact::OverTrunk),
    lined(On::BackBridge, Skin).unless(Fact::OverTrunk),
    filled(On::Elbow, Skin).when(Fact::OverForearm),
    filled(On::Forearm, Skin).part(0.0, 0.18).when(Fact::OverForearm),
    shaded(On::UpperArm, Skin),
    PlanStep::on(On::UpperArm, Paint::Muscles(Region::UpperArm)),
];

pub(super) static FOREARM: [PlanStep; 6] = [
    lined(On::Forearm, Skin),
    lined(On::Elbow, Skin),
    filled(On::UpperArm, Skin).part(0.82, 1.0).when(Fact::OverUpperArm),
    filled(On::Palm, Skin).part(-0.1, 0.3).when(Fact::OverHand),
    shaded(On::Forearm, Skin),
    PlanStep::on(On::Forearm, Paint::Muscles(Region::Forearm)),
];

pub(super) static HAND: [PlanStep; 7] = [
    lined(On::FirstFinger, Skin),
    lined(On::MiddleFinger, Skin),
    lined(On::RingFinger, Skin),
    lined(On::LittleFinger, Skin),
    lined(On::Thumb, Skin),
    lined(On::Palm, Skin),
    filled(On::Forearm, Skin).part(0.84, 1.0).when(Fact::OverForearm),
];

// The head ---------------------------------------------------------------------------------------------------------------

/// An ear is seen behind the head, or before it.
pub(super) static FAR_EAR: [PlanStep; 2] =
    [next(Contour::Fine).when(Fact::EarIsFar), lined(On::Ear, Skin).when(Fact::EarIsFar)];

pub(super) static NEAR_EAR: [PlanStep; 3] = [
    next(Contour::Fine).when(Fact::EarIsNear),
    lined(On::Ear, Skin).when(Fact::EarIsNear),
    // Its rim.
    crease(On::Ear, 12, &[[2500, 20], [5900, 50], [8600, 30]]).when(Fact::EarIsNear),
];

pub(super) static HEAD: [PlanStep; 10] = [
    next(Contour::Full),
    lined(On::Head, Skin),
    lined(On::Nose, Skin),
    faded(On::Head, Skin, 35, 40).part(0.006, 0.12),
    // Brows, lids, pupils (short strokes with round ends), mouth and nose.
    twins(On::Head, Ink::Brow, 12, &[[835, 46], [865, 58], [850, 74]]),
    twins(On::Head, Ink::Brow, 12, &[[725, 44], [690, 50], [675, 58], [690, 66], [725, 72]]).when(Fact::EyesClosed),
    twins(On::Head, Ink::Brow, 12, &[[725, 49], [742, 57], [722, 67]]).unless(Fact::EyesClosed),
    twins(On::Head, Ink::Brow, 22, &[[736, 58], [700, 58]]).unless(Fact::EyesClosed),
    crease(On::Head, 12, &[[325, 70], [318, 90], [325, 110]]),
    crease(On::Nose, 12, &[[10000, 30], [10000, 90], [10000, 150]]),
];

/// A cap of hair with a broken hairline. From behind, the neck hides the jaw.
pub(super) static HAIR: [PlanStep; 7] = [
    next(Contour::Fine),
    lined(On::Head, Hair).part(0.111, 0.131).worn(HAIR_THICKNESS),
    panel(On::Head, Paint::TwinPanels(Layer::First, Hair, &HAIRLINE)).worn(HAIR_THICKNESS),
    next(Contour::Full).when(Fact::FacesAway),
    lined(On::Neck, Skin).part(0.30, 0.80).when(Fact::FacesAway),
    filled(On::Neck, Skin).when(Fact::FacesAway),
    shaded(On::Neck, Skin).part(0.30, 0.80).when(Fact::FacesAway),
];
const HAIR_THICKNESS: f32 = 0.0055;

static VEST_FRONT: [Strip; 4] =
    [strip(0.73, -5, 185), strip(0.78, 20, 160), strip(0.82, 32, 148), strip(0.87, 37, 143)];
static VEST_BACK: [Strip; 5] =
    [strip(0.73, 175, 365), strip(0.78, 198, 342), strip(0.84, 212, 328), strip(0.90, 218, 322), strip(0.94, 221, 319)];
/// The right strap, before and behind the shoulder.
static STRAP_FRONT: [Strip; 8] = [
    strip(0.865, 36, 92),
    strip(0.885, 38, 78),
    strip(0.91, 39, 67),
    strip(0.95, 38, 60),
    strip(1.0, 34, 54),
    strip(1.04, 24, 46),
    strip(1.065, 2, 36),
    strip(1.085, -12, 22),
];
/// The right strap of a backpack, before the shoulder.
static PACK_STRAP: [Strip; 7] = [
    strip(0.50, -12, 6),
    strip(0.60, 0, 22),
    strip(0.70, 17, 40),
    strip(0.80, 30, 58),
    strip(0.91, 41, 65),
    strip(1.0, 35, 53),
    strip(1.065, 5, 34),
];
static STRAP_BACK: [Strip; 7] = [
    strip(0.935, 269, 320),
    strip(0.95, 291, 321),
    strip(0.98, 301, 323),
    strip(1.01, 307, 327),
    strip(1.04, 314, 336),
    strip(1.065, 324, 358),
    strip(1.085, 338, 372),
];
/// The hair on the right side of the head: by the height, from the hairline to the middle of the back.
static HAIRLINE: [Strip; 18] = [
    strip(0.028, 232, 270),
    strip(0.035, 216, 270),
    strip(0.042, 206, 270),
    strip(0.048, 196, 270),
    strip(0.054, 182, 270),
    strip(0.058, 173, 270),
    strip(0.066, 170, 270),
    strip(0.074, 166, 270),
    strip(0.080, 166, 270),
    strip(0.086, 158, 270),
    strip(0.0940, 150, 270),
    strip(0.0985, 137, 270),
    strip(0.1010, 142, 270),
    strip(0.1045, 138, 270),
    strip(0.1075, 123, 270),
    strip(0.1100, 127, 270),
    strip(0.1135, 114, 270),
    strip(0.124, 90, 270),
];
