//! Weights and bands in words.

use super::number;
use crate::domain::catalogue::LoadKind;
use crate::domain::load::{Band, Load, Weight};
use crate::domain::name::isolated;

pub use super::app::load::*;

/// "8 kg", "2 × 7.5 kg", "Red band".
#[must_use]
pub fn words(load: &Load) -> String {
    match load {
        Load::Weight(weight, place) => held(*place, &weight_words(*weight)),
        Load::Band(band) => band_words(band),
    }
}

/// The load, or that there is none; for an exercise that takes this kind.
#[must_use]
pub fn chosen(load: Option<&Load>, kind: LoadKind) -> String {
    load.map_or_else(
        || {
            match kind {
                LoadKind::Weight(_) => no_weight(),
                LoadKind::Band => no_band(),
            }
            .to_owned()
        },
        words,
    )
}

/// "Weight", "Band".
#[must_use]
pub const fn label(kind: LoadKind) -> &'static str {
    match kind {
        LoadKind::Weight(_) => weight_label(),
        LoadKind::Band => band_label(),
    }
}

/// "Weight of Deep squat", for screen readers.
#[must_use]
pub fn label_of(kind: LoadKind, exercise: &str) -> String {
    match kind {
        LoadKind::Weight(_) => weight_of(exercise),
        LoadKind::Band => band_of(exercise),
    }
}

/// "Red band", "Strong one, green band".
#[must_use]
pub fn band_words(band: &Band) -> String {
    if band.name.is_empty() { self::band(band.color).to_owned() } else { band_named(band.color, &isolated(&band.name)) }
}

fn weight_words(weight: Weight) -> String {
    self::weight(&weight_number(weight), weight.unit)
}

/// "7.5"
#[must_use]
pub fn weight_number(weight: Weight) -> String {
    let (whole, tenth) = (u32::from(weight.tenths() / 10), u32::from(weight.tenths() % 10));
    if tenth == 0 { number(whole) } else { decimal(tenth, whole) }
}
