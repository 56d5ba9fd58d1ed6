//! An easier start after a break: its explanation, and the two ways to start, equally large. Shared by Today and the player.

use crate::domain::coach::WayBack;
use crate::domain::routine::Routine;
use crate::state::App;
use crate::text::{coach, layoff, routine};
use crate::ui::{El, button, el};
use leptos::prelude::With;

/// The explanation: easier levels, their duration, the reason.
pub(super) fn words(way: &WayBack) -> [El; 2] {
    [el("p").class("way-back").text(&coach::way_back_words(way)), el("p").class("soft").text(layoff::reason())]
}

/// "Start lighter" and "Use my old level", both with this class.
pub(super) fn starts(app: App, class: &str, lighter: &Routine, planned: &Routine) -> El {
    let start = |words: fn(&str) -> String, planned: &Routine| {
        let (routine, words) = (planned.clone(), words(&routine::minutes(planned)));
        button(class).child(el("span").text(&words)).once().on_click(move || app.start(&routine))
    };
    // An open session comes first.
    let lighter =
        start(layoff::lighter, lighter).class_live("primary", move || app.player.session.with(Option::is_none));
    el("div").class("way-back-starts").child(lighter).child(start(layoff::old_level, planned))
}
