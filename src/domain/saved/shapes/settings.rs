//! The settings as stored.

use crate::domain::catalogue::{BandColor, Goal, Kit};
use crate::domain::load::Band;
use crate::domain::saved::VERSION;
use crate::domain::saved::keep::StoredShape;
use crate::domain::settings::{FirstSide, Settings, Theme, Toggle, Units, Venue, Volume};
use serde::{Deserialize, Serialize};

/// The version with bands, written only where there are any.
const WITH_BANDS: u32 = 2;

#[derive(Serialize, Deserialize)]
pub(in crate::domain::saved) struct SettingsV2 {
    v: u32,
    goal: String,
    kit: Vec<String>,
    sound: bool,
    theme: String,
    units: String,
    starred: Vec<String>,
    /// Settings of the player that are on, though off by default, by slug.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    on: Vec<String>,
    /// Those that are off, though on by default.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    off: Vec<String>,
    /// Percent, if it is not the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    volume: Option<u16>,
    /// The side that begins, if it is not the default.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    first: String,
    /// Exercises that are never in a routine made for the runner, by slug.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    banned: Vec<String>,
    /// The last request for such a routine.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    request: String,
    /// The runner's bands: colour and name. Since version 2.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    bands: Vec<(String, String)>,
    /// The kit of other places, where the runner said it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    places: Vec<(String, Vec<String>)>,
}

/// The kit of places by slugs.
pub(in crate::domain::saved) fn places_text(away: &[(Venue, Vec<Kit>)]) -> Vec<(String, Vec<String>)> {
    let slugs = |kit: &[Kit]| kit.iter().map(|kit| kit.slug().to_owned()).collect();
    away.iter().map(|(venue, kit)| (venue.slug().to_owned(), slugs(kit))).collect()
}

/// The kit of places by their slugs, each place once; home is none of them.
pub(in crate::domain::saved) fn places_of(places: &[(String, Vec<String>)]) -> Vec<(Venue, Vec<Kit>)> {
    let of = |venue: &Venue| {
        let (_, slugs) = places.iter().find(|(slug, _)| slug == venue.slug())?;
        let has = |kit: &Kit| slugs.iter().any(|slug| slug == kit.slug());
        Some((*venue, Kit::ALL.iter().copied().filter(has).collect()))
    };
    Venue::ALL.iter().filter(|venue| **venue != Venue::Home).filter_map(of).collect()
}

impl StoredShape for SettingsV2 {
    const NEWEST: u32 = WITH_BANDS;
}

impl From<&Settings> for SettingsV2 {
    fn from(settings: &Settings) -> Self {
        let usual = Settings::default();
        let turned = |on: bool| {
            let turned = Toggle::ALL.iter().filter(|t| t.is_on(settings) == on && t.is_on(&usual) != on);
            turned.map(|toggle| toggle.slug().to_owned()).collect()
        };
        let first = if settings.first_side == usual.first_side { "" } else { settings.first_side.slug() };
        Self {
            v: if settings.bands.is_empty() { VERSION } else { WITH_BANDS },
            goal: settings.goal.slug().to_owned(),
            kit: settings.kit.iter().map(|kit| kit.slug().to_owned()).collect(),
            sound: settings.sound,
            theme: settings.theme.slug().to_owned(),
            units: settings.units.slug().to_owned(),
            starred: settings.starred.clone(),
            on: turned(true),
            off: turned(false),
            volume: (settings.volume != usual.volume).then(|| u16::from(settings.volume.get())),
            first: first.to_owned(),
            banned: settings.banned.clone(),
            request: settings.last_request.clone(),
            bands: settings.bands.iter().map(|band| (band.color.slug().to_owned(), band.name.clone())).collect(),
            places: places_text(&settings.away),
        }
    }
}

impl From<SettingsV2> for Settings {
    fn from(shape: SettingsV2) -> Self {
        let usual = Self::default();
        let band = |(color, name): &(String, String)| Some(Band::named(BandColor::from_slug(color)?, name));
        let settings = Self {
            goal: Goal::from_slug(&shape.goal).unwrap_or(usual.goal),
            kit: Kit::ALL.iter().copied().filter(|kit| shape.kit.iter().any(|slug| slug == kit.slug())).collect(),
            sound: shape.sound,
            theme: Theme::from_slug(&shape.theme).unwrap_or(usual.theme),
            units: Units::from_slug(&shape.units).unwrap_or(usual.units),
            starred: shape.starred,
            banned: shape.banned,
            away: places_of(&shape.places),
            volume: shape.volume.map_or(usual.volume, Volume::clamped),
            first_side: FirstSide::from_slug(&shape.first).unwrap_or(usual.first_side),
            bands: shape.bands.iter().filter_map(band).collect(),
            ..usual
        };
        let settings = settings.with_last_request(&shape.request);
        let named = |slugs: &[String], toggle: Toggle| slugs.iter().any(|slug| slug == toggle.slug());
        let turn = |settings: Self, toggle: &Toggle| match (named(&shape.on, *toggle), named(&shape.off, *toggle)) {
            (true, false) => settings.with(*toggle, true),
            (false, true) => settings.with(*toggle, false),
            _ => settings,
        };
        Toggle::ALL.iter().fold(settings, turn)
    }
}
