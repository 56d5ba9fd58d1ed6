//! The facts of a level: sets, amounts, tempo, kit and load.

use super::{BodyPart, Kit, LoadKind, LoadPlace, Measure, SideName, Sides};

/// The facts of one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    /// Sets, amounts and rest.
    pub dose: Dose,
    /// The use of the two sides of the body.
    pub sides: Sides,
    /// The kit that it needs; empty for none.
    pub kit: &'static [Kit],
    /// The parts of the body that it loads.
    pub loads: &'static [BodyPart],
    /// The parts of one repetition in order, with their seconds; empty for a plain hold.
    pub tempo: &'static [Beat],
    /// The usual place of a weight, where it can be done with one.
    pub weight: Option<LoadPlace>,
}

impl Demand {
    /// The kind of load that it takes; `None` for none.
    #[must_use]
    pub fn load_kind(&self) -> Option<LoadKind> {
        let has_band = self.kit.iter().any(|kit| matches!(kit, Kit::LoopBand | Kit::LongBand));
        if has_band { Some(LoadKind::Band) } else { self.weight.map(LoadKind::Weight) }
    }
}

/// True if `kit` has every piece that is `needed`.
#[must_use]
pub fn has_kit(kit: &[Kit], needed: &[Kit]) -> bool {
    needed.iter().all(|piece| kit.contains(piece))
}

/// The pieces of `needed` that `kit` lacks.
#[must_use]
pub fn lacking_kit(kit: &[Kit], needed: &[Kit]) -> Vec<Kit> {
    needed.iter().copied().filter(|piece| !kit.contains(piece)).collect()
}

/// The dose of a variation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dose {
    /// The amount of each set, for one side where sides are separate.
    pub sets: &'static [u16],
    /// The unit of the amounts.
    pub measure: Measure,
    /// Seconds that each repetition is held; 0 for none.
    pub hold: u8,
    /// Seconds of rest between sets.
    pub rest: u16,
    /// The word for a side.
    pub side: SideName,
    /// True if more than the amount is welcome.
    pub or_more: bool,
}

/// One part of a repetition: "hold", 3 s.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beat {
    /// The movement, in one or two words: "up", "hold", "down".
    pub word: &'static str,
    /// Its length in seconds; at least 1.
    pub seconds: u8,
}
