//! The load of a set: in words beside a dose, and to be chosen.

use super::choice::Segmented;
use super::element::{Act, El, Live, el};
use super::stepper::stepper;
use crate::domain::catalogue::{LoadKind, LoadPlace};
use crate::domain::load::{Load, LoadChoices};
use crate::domain::settings::Settings;
use crate::text::load;
use leptos::prelude::untrack;
use std::rc::Rc;

/// A load in words, a band with its colour.
#[must_use]
pub fn load_fact(load: &Load) -> El {
    let words = el("span").class("load-words").text(&load::words(load));
    let words = if let Some(color) = color(load) { words.attr("data-color", color) } else { words };
    el("span").class("load").child(words)
}

/// The choice of a load.
#[derive(Clone)]
pub struct LoadChoice {
    /// The name of the exercise.
    pub exercise: String,
    /// The kind of load that it takes.
    pub kind: LoadKind,
    /// The present load.
    pub load: Live<Option<Load>>,
    /// The runner's settings: her unit and her bands.
    pub settings: Live<Settings>,
    /// Called with another load.
    pub on_load: Act<Option<Load>>,
}

impl LoadChoice {
    /// The load between a button for one step less and one more.
    #[must_use]
    pub fn stepper(&self) -> El {
        let Self { exercise, kind, load, settings, on_load } = self.clone();
        let (said, shown) = (load.clone(), load.clone());
        let step = move |by: i16| {
            let (now, settings) = untrack(|| (load(), settings()));
            let choices = LoadChoices { units: settings.units, bands: &settings.bands };
            on_load(choices.stepped(now.as_ref(), kind, by > 0));
        };
        let words = move || load::chosen(said().as_ref(), kind);
        stepper(&load::label_of(kind, &exercise), words, &(Rc::new(step) as Act<i16>))
            .class("stepper load-stepper")
            .attr_live("data-color", move || Some(color(&shown()?)?.to_owned()))
    }

    /// The choice of the place where a weight is held; `name` is that of the group, unique on the page.
    #[must_use]
    pub fn places(&self, name: String) -> El {
        let Self { load, on_load, .. } = self.clone();
        let (now, held) = (load.clone(), load.clone());
        let choose = move |slug: &str| {
            if let (Some(Load::Weight(weight, _)), Some(place)) = (untrack(|| now()), LoadPlace::from_slug(slug)) {
                on_load(Some(Load::Weight(weight, place)));
            }
        };
        let places = Segmented {
            label: load::place_label().to_owned(),
            name,
            options: LoadPlace::ALL.iter().map(|place| (place.slug(), load::place(*place))).collect(),
            chosen: Rc::new(move || if let Some(Load::Weight(_, place)) = load() { place.slug() } else { "" }),
            on_choose: Rc::new(choose),
        };
        places.view().flag_live("hidden", move || !matches!(held(), Some(Load::Weight(..))))
    }
}

/// The slug of a band's colour.
fn color(load: &Load) -> Option<&'static str> {
    if let Load::Band(band) = load { Some(band.color.slug()) } else { None }
}
