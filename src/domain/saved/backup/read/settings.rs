//! The settings in a file.

use super::reader::{MAX_SENTENCES, Reader, clip, is_id};
use crate::domain::catalogue::{Goal, Kit};
use crate::domain::load::Load;
use crate::domain::order::keep_first;
use crate::domain::saved::backup::fields::Fields;
use crate::domain::saved::shapes::places_of;
use crate::domain::settings::{FirstSide, MAX_BANNED, Settings, Theme, Toggle, Units, Volume};

/// The largest number of favourite exercises, and of bands.
const MAX_STARRED: usize = 500;

impl Reader {
    pub(super) fn settings(&mut self, text: &str) -> Option<Settings> {
        let mut fields = Fields::of(text)?;
        let usual = Settings::default();
        let goal = fields.word("goal", Goal::from_slug)?;
        let kit = fields.value::<Vec<String>>("kit")?;
        for slug in kit.iter().filter(|slug| Kit::from_slug(slug).is_none()).take(MAX_SENTENCES) {
            self.unknown.insert(clip(slug, 40), 0);
        }
        let mut starred = fields.value::<Vec<String>>("starred")?;
        starred.retain(|slug| is_id(slug));
        keep_first(&mut starred, &Clone::clone);
        starred.truncate(MAX_STARRED);
        let mut banned = fields.optional::<Vec<String>>("banned")?.unwrap_or_default();
        banned.retain(|slug| is_id(slug));
        keep_first(&mut banned, &Clone::clone);
        banned.truncate(MAX_BANNED);
        let request = fields.optional::<String>("request")?.unwrap_or_default();
        let bands = fields.optional::<Vec<String>>("bands")?.unwrap_or_default();
        let band = |code: &String| match Load::from_code(code) {
            Some(Load::Band(band)) => Some(band),
            _ => None,
        };
        let settings = Settings {
            goal,
            bands: bands.iter().filter_map(band).take(MAX_STARRED).collect(),
            kit: Kit::ALL.iter().copied().filter(|piece| kit.iter().any(|slug| slug == piece.slug())).collect(),
            sound: fields.value("sound")?,
            theme: fields.word("theme", Theme::from_slug)?,
            units: fields.word("units", Units::from_slug)?,
            starred,
            banned,
            away: places_of(&fields.optional::<Vec<(String, Vec<String>)>>("places")?.unwrap_or_default()),
            volume: Volume::clamped(fields.number("volume")?),
            first_side: fields.word("firstSide", FirstSide::from_slug)?,
            ..usual
        };
        let settings = settings.with_last_request(&request);
        let mut player = Fields::of(fields.text("player")?)?;
        let turn = |settings: Settings, toggle: &Toggle| {
            let on = player.optional::<bool>(toggle.slug())?.unwrap_or_else(|| toggle.is_on(&settings));
            Some(settings.with(*toggle, on))
        };
        let settings = Toggle::ALL.iter().try_fold(settings, turn)?;
        self.know(player);
        self.know(fields);
        Some(settings)
    }
}
