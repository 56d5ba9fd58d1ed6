//! The runner's bands: their colours, and her names for them.

use super::card;
use crate::domain::catalogue::BandColor;
use crate::domain::load::{Band, Load, MAX_BAND_NAME, MAX_BANDS};
use crate::domain::settings::Settings;
use crate::state::{App, focus};
use crate::text::{load, options};
use crate::ui::{El, Icon, button, el, icon, load_fact, text_field};
use leptos::prelude::With;
use std::rc::Rc;

/// The card.
pub(super) fn bands(app: App) -> El {
    let count = move || app.choices.settings.with(|settings| settings.bands.len());
    let keys = move || (0..count()).map(|place| place.to_string()).collect();
    let rows = el("ol")
        .class("bands")
        .id("band-list")
        .attr("tabindex", "-1")
        .each(keys, move |place| row(app, place.parse().unwrap_or_default()));
    let is_full = move || count() >= MAX_BANDS;
    let add = |color: &BandColor| {
        let color = *color;
        let add = button("chip").attr("data-add-band", color.slug()).flag_live("disabled", is_full);
        add.child(icon(Icon::Plus)).text(load::color(color)).on_click(move || {
            app.choose(move |settings| with_band(settings, Band::plain(color)));
        })
    };
    let group = el("div").class("bands-add").attr("role", "group").attr("aria-label", options::add_band());
    let order = el("p").class("soft small").flag_live("hidden", move || count() < 2).text(options::bands_order());
    let full = el("p").class("soft small").flag_live("hidden", move || !is_full());
    card("bands", options::bands())
        .child(el("p").class("soft small").text(options::bands_help()))
        .child(rows)
        .child(order)
        .child(el("p").class("legend").text(options::add_band()))
        .child(group.children(BandColor::ALL.iter().map(add)))
        .child(full.text(&options::bands_full(crate::text::count(MAX_BANDS))))
}

fn with_band(mut settings: Settings, band: Band) -> Settings {
    if settings.bands.len() < MAX_BANDS {
        settings.bands.push(band);
    }
    settings
}

/// The band at this place: its colour, its name, and a button to remove it.
fn row(app: App, place: usize) -> El {
    let band = move || app.choices.settings.with(|settings| settings.bands.get(place).cloned());
    let shown = move || Some(load_fact(&Load::Band(Band::plain(band()?.color))));
    let id = ["band-", &place.to_string()].concat();
    let input = el("input").class("input").attr("type", "text").attr("autocomplete", "off");
    let input = input.attr("placeholder", options::band_name()).attr("aria-label", options::band_name());
    let name = Rc::new(move || band().map_or_else(String::new, |band| band.name));
    let rename = Rc::new(move |name: String| {
        app.choose(move |mut settings| {
            if let Some(band) = settings.bands.get_mut(place) {
                *band = Band::named(band.color, &name);
            }
            settings
        });
    });
    let label = move || Some(options::band_remove(&load::band_words(&band()?)));
    let remove =
        button("button quiet icon").attr_live("aria-label", label).child(icon(Icon::Bin)).on_click(move || {
            app.choose(move |mut settings| {
                if place < settings.bands.len() {
                    settings.bands.remove(place);
                }
                settings
            });
            focus("band-list");
        });
    let row = el("li").attr_live("data-band", move || Some(band()?.color.slug().to_owned())).live(shown);
    row.children(text_field(input, &id, MAX_BAND_NAME, name, rename)).child(remove)
}
