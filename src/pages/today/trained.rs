//! The parts of Today for a runner who has trained before: the last session, a day that is done, an easier start. They are in
//! the lazy chunk.

use super::chips;
use crate::domain::coach::{Now, Suggestion, WayBack};
use crate::domain::log::Performed;
use crate::domain::name::isolated;
use crate::domain::routine::Routine;
use crate::pages::progress::row_of;
use crate::pages::way_back;
use crate::state::App;
use crate::text::{self, today};
use crate::ui::{El, Icon, el, icon, link};

/// A day that is done, and the next training day with its routine. Training all the same is a quiet tap further.
pub(in crate::pages) fn nothing_today(app: App, suggestion: &Suggestion) -> El {
    let Suggestion { now, reason, next, others, .. } = suggestion;
    let is_done = matches!(now, Now::DoneToday | Now::WeekDone);
    let heading = el("h2").id("next").text(text::coach::now(*now)).children(is_done.then(|| icon(Icon::Check)));
    let next_day = next.as_ref().map(|(routine, day)| {
        let words = today::next(&text::log::next_day_words(*day, app.today()), &isolated(routine.title()));
        el("p").class("next-day").attr("data-next", &day.to_string()).text(&words)
    });
    let elsewhere = link("/routines").class("more").text(today::start_else()).child(icon(Icon::Forward));
    let anyway = match next {
        Some(_) => el("details")
            .class("fold")
            .child(el("summary").text(today::train_anyway()))
            .children((!others.is_empty()).then(|| chips(others)))
            .child(elsewhere),
        None => elsewhere,
    };
    el("section")
        .class("card stack tight rested")
        .class_if("done", is_done)
        .attr("data-suggestion", "")
        .attr("aria-labelledby", "next")
        .child(heading)
        .children(next_day)
        .child(el("p").class("soft").text(text::coach::reason(*reason)))
        .child(anyway)
}

/// The explanation of an easier start, and the two ways to start.
pub(in crate::pages) fn starts_back(app: App, way: &WayBack, routine: &Routine) -> ([El; 2], El) {
    (way_back::words(way), way_back::starts(app, "button big", &way.lighter, routine))
}

/// The exercises that are left out of the suggestion, and that its levels follow the log; nothing if neither is so.
pub(in crate::pages) fn remarks(left_out: &[&str], is_raised: bool) -> Vec<El> {
    let soft = |words: &str| el("p").class("soft").text(words);
    let left_out = (!left_out.is_empty()).then(|| soft(&today::left_out(&left_out.join(", "))));
    left_out.into_iter().chain(is_raised.then(|| soft(today::raised()))).collect()
}

/// The last session, under its heading.
pub(in crate::pages) fn last_session(app: App, session: &Performed) -> [El; 2] {
    let row = row_of(app, session.clone());
    [el("h3").text(today::last_session()), el("ul").class("rows bare").child(row)]
}
