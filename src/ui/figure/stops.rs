//! The named views of a figure: as buttons, and as a list where there is little room.

use super::{Controls, aspect};
use crate::domain::figure::{Aspect, Stop, azimuth_of, whole_degrees};
use crate::text::figure;
use crate::ui::element::{El, button, el, value_of};
use leptos::prelude::{Get, GetUntracked, Set};

/// A button for each named view; pressed once more it shows the other side.
#[must_use]
pub fn stops(controls: Controls) -> El {
    let stop = |stop: &Stop| {
        let stop = *stop;
        let is_seen = move || stop.is_at(azimuth_of(controls.seen.get()));
        button("button quiet")
            .attr_live("aria-pressed", move || Some(is_seen().to_string()))
            .text(figure::stop(stop))
            .on_click(move || {
                let there = stop.from(azimuth_of(controls.seen.get_untracked()));
                controls.azimuth.set(Some(whole_degrees(there)));
            })
    };
    let group = el("div").class("figure-stops").attr("role", "group").attr("aria-label", figure::view());
    group.children(Stop::ALL.iter().map(stop))
}

/// A list of the named views, and the motion's own.
#[must_use]
pub fn view_list(controls: Controls) -> El {
    let chosen = move || {
        let mirrored = controls.mirrored.get();
        controls.azimuth.get().map(|azimuth| aspect(azimuth, mirrored))
    };
    let option = move |own: Option<Aspect>| {
        let value = own.map(|aspect| whole_degrees(aspect.azimuth().into()).to_string()).unwrap_or_default();
        el("option")
            .attr("value", &value)
            .prop_live("selected", move || chosen() == own)
            .text(own.map_or_else(figure::best, figure::aspect))
    };
    let choose = move |value: &str| {
        let mirrored = controls.mirrored.get_untracked();
        controls
            .azimuth
            .set(value.parse().ok().map(|azimuth: u32| if mirrored { (360 - azimuth) % 360 } else { azimuth }));
    };
    el("select")
        .class("select figure-view")
        .attr("aria-label", figure::view())
        .children([None].into_iter().chain(Aspect::ALL.iter().copied().map(Some)).map(option))
        .on("change", move |event| choose(&value_of(&event)))
}
