//! The top of the player: the way out, where one is, what is saved, and the sound.

use super::Shown;
use crate::text;
use crate::ui::{El, Icon, button, el, icon, icon_live};
use leptos::prelude::{Get, With};

/// Exit, where one is, sound.
pub(super) fn strip(shown: Shown) -> El {
    let app = shown.app;
    let leave = button("button quiet icon")
        .attr("aria-label", "Leave; what is done stays saved")
        .child(icon(Icon::Close))
        .once()
        .on_click(move || app.leave());
    let place = move || {
        shown
            .view
            .with(|view| format!("{} of {} · {} left", view.step + 1, view.steps, text::units::minutes_of(view.left)))
    };
    let saved = move || app.acknowledged.get();
    let acknowledged = el("span")
        .class("player-saved")
        .attr_live("data-saved", move || Some(saved().to_string()))
        .flag_live("hidden", move || saved() == 0)
        .child(icon(Icon::Check))
        .text_live(move || format!("{} {}", saved(), if app.is_all_on_disk() { "saved" } else { "done" }));
    let on = move || app.settings.with(|settings| settings.sound);
    let sound = button("button quiet icon")
        .attr("aria-label", "Sound")
        .attr_live("aria-pressed", move || Some(on().to_string()))
        .child(icon_live(move || if on() { Icon::Sound } else { Icon::Mute }))
        .on_click(move || shown.turn_sound());
    let stands = el("p").class("player-place numbers").child(el("span").text_live(place)).child(acknowledged);
    el("header").class("player-strip").child(leave).child(stands).child(sound)
}

/// The line of all sets.
pub(super) fn line(shown: Shown) -> El {
    el("progress")
        .class("player-line")
        .attr("aria-label", "Sets done")
        .attr_live("max", move || shown.view.with(|view| Some(view.steps.to_string())))
        .attr_live("value", move || shown.view.with(|view| Some(view.done.to_string())))
}
