//! After a break: what is lighter and why, and the two ways to start, equally large. Shared by Today and the player's
//! offer.

use crate::domain::coach::{WAY_BACK_REASON, WayBack};
use crate::domain::routine::{Routine, minutes_words};
use crate::state::App;
use crate::ui::{El, button, el};
use leptos::prelude::With;

/// What is lighter, for how long, and why.
pub(super) fn words(way: &WayBack) -> [El; 2] {
    [el("p").class("way-back").text(&way.words), el("p").class("soft").text(WAY_BACK_REASON)]
}

/// "Start lighter" and "Use my old level", both of this class.
pub(super) fn starts(app: App, class: &str, lighter: &Routine, planned: &Routine) -> El {
    let start = |words: &str, routine: &Routine| {
        let routine = routine.clone();
        let words = format!("{words} · {}", minutes_words(&routine));
        button(class).child(el("span").text(&words)).once().on_click(move || app.start(&routine))
    };
    // What is open comes first.
    let lighter = start("Start lighter", lighter).class_live("primary", move || app.session.with(Option::is_none));
    el("div").class("way-back-starts").child(lighter).child(start("Use my old level", planned))
}
