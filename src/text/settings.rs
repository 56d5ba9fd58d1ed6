//! Values of the settings, in words.

use crate::domain::catalogue::Kit;
use crate::domain::settings::{Units, Volume, starting_weight};

pub use super::app::settings::*;

/// "80 %", "Silent".
#[must_use]
pub fn volume(volume: Volume) -> String {
    match volume.get() {
        0 => silent().to_owned(),
        percent => self::percent(percent.into()),
    }
}

/// The weight to begin with, for a piece of kit that has one: "start with 6 to 8 kg".
#[must_use]
pub fn starting_words(kit: Kit, units: Units) -> Option<String> {
    starting_weight(kit, units).map(|(from, to)| first_weight(from, to, units))
}
