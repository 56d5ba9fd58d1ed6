//! The top of the player: exit, progress, saved sets, sound.

use super::ShownSession;
use crate::domain::session::{Session, SessionView};
use crate::text::log::watch_words;
use crate::text::{count, player, units};
use crate::ui::{El, Icon, button, el, icon, icon_live};
use leptos::prelude::{Get, With};

/// Exit, progress, sound.
pub(super) fn strip(shown: ShownSession) -> El {
    let app = shown.app;
    let leave = button("button quiet icon")
        .attr("aria-label", player::leave())
        .child(icon(Icon::Close))
        .once()
        .on_click(move || app.leave());
    let place = move || shown.view.with(place_words);
    let saved = move || app.player.acknowledged.get();
    let said = move || {
        // Both sides of a set are one.
        let sets = count(shown.session.with(Session::sets_begun).min(saved()));
        if app.player.is_all_on_disk() { player::saved_sets(sets) } else { player::done_sets(sets) }
    };
    let acknowledged = el("span")
        .class("player-saved")
        .attr_live("data-saved", move || Some(saved().to_string()))
        .flag_live("hidden", move || saved() == 0)
        .child(icon(Icon::Check))
        .text_live(said);
    let on = move || app.choices.settings.with(|settings| settings.sound);
    let sound = button("button quiet icon")
        .attr("aria-label", player::sound())
        .attr_live("aria-pressed", move || Some(on().to_string()))
        .child(icon_live(move || if on() { Icon::Sound } else { Icon::Mute }))
        .on_click(move || shown.turn_sound());
    // It changes every second, faster than it could be translated.
    let clock = move || shown.view.with(|view| view.open.is_some().then(|| "no".to_owned()));
    let place = el("span").attr_live("translate", clock).text_live(place);
    let stands = el("p").class("player-place numbers").child(place).child(acknowledged);
    el("header").class("player-strip").child(leave).child(stands).child(sound)
}

/// The present set of all, or the round and the time left of a block of as many rounds as fit.
fn place_words(view: &SessionView) -> String {
    match view.open {
        Some((round, left)) => player::place_open(&watch_words(left), round.into()),
        None => player::place(&units::minutes_of(view.left), count(view.set), count(view.sets)),
    }
}

/// The bar of all sets.
pub(super) fn line(shown: ShownSession) -> El {
    el("progress")
        .class("player-line")
        .attr("aria-label", player::sets_done())
        .attr_live("max", move || shown.view.with(|view| Some(view.steps.to_string())))
        .attr_live("value", move || shown.view.with(|view| Some(view.done.to_string())))
}
