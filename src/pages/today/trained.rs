//! The parts of Today for a runner who has trained before: the last session, a rest day, an easier start. They are in the lazy
//! chunk.

use crate::domain::coach::{Now, Reason, WayBack};
use crate::domain::log::Performed;
use crate::domain::name::isolated;
use crate::domain::routine::Routine;
use crate::pages::progress::row_of;
use crate::pages::way_back;
use crate::state::App;
use crate::text;
use crate::ui::{El, Icon, el, icon, link};
use time::Date;

/// Rest, and the next training day with its routine. Training all the same is one tap further.
pub(in crate::pages) fn nothing_today(app: App, now: Now, reason: Reason, next: Option<(Routine, Date)>) -> El {
    let words = |(routine, day): (Routine, Date)| {
        let words = text::today::next(&text::log::next_day_words(day, app.today()), &isolated(routine.title()));
        el("p").attr("data-next", &day.to_string()).text(&words)
    };
    el("section")
        .class("card stack tight")
        .attr("data-suggestion", "")
        .attr("aria-labelledby", "next")
        .child(el("h2").id("next").text(text::coach::now(now)))
        .child(el("p").class("soft").text(text::coach::reason(reason)))
        .children(next.map(words))
        .child(link("/routines").class("more").text(text::today::start_else()).child(icon(Icon::Forward)))
}

/// The explanation of an easier start, and the two ways to start.
pub(in crate::pages) fn starts_back(app: App, way: &WayBack, routine: &Routine) -> ([El; 2], El) {
    (way_back::words(way), way_back::starts(app, "button big", &way.lighter, routine))
}

/// The exercises that are left out of the suggestion; nothing if there are none.
pub(in crate::pages) fn left_out(names: &[&str]) -> Option<El> {
    let words = text::today::left_out(&names.join(", "));
    (!names.is_empty()).then(|| el("p").class("soft").text(&words))
}

/// The last session, under its heading.
pub(in crate::pages) fn last_session(app: App, session: &Performed) -> [El; 2] {
    let row = row_of(app, session.clone());
    [el("h3").text(text::today::last_session()), el("ul").class("rows bare").child(row)]
}
