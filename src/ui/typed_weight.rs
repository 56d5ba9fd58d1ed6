//! Field for a weight that no button reaches: 7.5 kg. A number that cannot be read changes nothing, stays, and is explained.

use super::element::{El, el};
use super::load::LoadChoice;
use super::said::said_live;
use super::typed::{show_value, typed};
use crate::domain::catalogue::LoadPlace;
use crate::domain::load::{Load, Weight};
use crate::text::load;
use leptos::prelude::{Get, RwSignal, Set, untrack};
use std::rc::Rc;

impl LoadChoice {
    /// The weight to be typed, for an exercise whose weight is usually held there; the field has `id`.
    #[must_use]
    pub fn typed_weight(&self, place: LoadPlace, id: &str) -> El {
        let Self { load: now, settings, on_load, .. } = self.clone();
        let wrong = RwSignal::new(false);
        let held = {
            let now = now.clone();
            move || if let Some(Load::Weight(weight, place)) = now() { Some((weight, place)) } else { None }
        };
        let unit = {
            let held = held.clone();
            move || held().map_or_else(|| settings().units, |(weight, _)| weight.unit)
        };
        let hand_on = {
            let (held, unit) = (held.clone(), unit.clone());
            move |text: String| {
                let weight = Weight::typed(&text, untrack(&unit));
                wrong.set(weight.is_none() && !text.trim().is_empty());
                let place = untrack(&held).map_or(place, |(_, place)| place);
                let load = weight.map(|weight| Load::Weight(weight, place));
                if (load.is_some() || text.trim().is_empty()) && load != untrack(|| now()) {
                    on_load(load);
                }
            }
        };
        let error_id = [id, "-error"].concat();
        let field = el("input")
            .class("input numbers typed-weight")
            .id(id)
            .attr("type", "text")
            .attr("inputmode", "decimal")
            .attr("autocomplete", "off")
            .attr("maxlength", "5")
            .attr("aria-describedby", &error_id)
            .attr_live("aria-invalid", move || wrong.get().then(|| "true".to_owned()));
        let (field, typed) = typed(field, Rc::new(hand_on));
        let shown = move || held().map_or_else(String::new, |(weight, _)| load::weight_number(weight));
        let field = show_value(field, &typed, shown);
        let label = {
            let unit = unit.clone();
            move || load::weight_in(unit()).to_owned()
        };
        let error = move || if wrong.get() { load::out_of_range().to_owned() } else { String::new() };
        el("div")
            .class("field")
            .child(el("label").attr("for", id).text_live(label))
            .child(field)
            .child(said_live(el("p").class("field-error").id(&error_id).attr("role", "alert"), error))
    }
}
