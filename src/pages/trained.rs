//! The parts of Today that only somebody sees who has trained: the open session, the last one, a day of rest, the way back.
//! They come with the second part of the program.

use super::progress::row_of;
use super::way_back;
use crate::domain::coach::{Now, Reason, WayBack};
use crate::domain::log::{Performed, ago_words, next_day_words, open_words};
use crate::domain::name::isolated;
use crate::domain::routine::Routine;
use crate::domain::session::Session;
use crate::state::App;
use crate::text;
use crate::ui::{El, Icon, ResumeCard, el, icon, link};
use leptos::prelude::{Get, RwSignal, Set, Track, With, on_cleanup, set_interval_with_handle};
use std::time::Duration;
use time::Date;

/// The card of the open session.
pub(super) fn resume(app: App, session: &Session) -> El {
    let (started, planned) = (session.started, session.steps.len());
    let watching = move || app.watching.get();
    // Of another tab's session only the position is known.
    let count = move |s: &Session| if watching() { s.at } else { s.done.len() };
    let done = move || app.session.with(|session| session.as_ref().map_or(0, count));
    let on_disk = move || app.acknowledged.get().saturating_sub(app.unsure.with(Vec::len));
    let saved = move || if watching() { usize::MAX } else { on_disk() };
    let elsewhere = move || match (watching(), app.is_left()) {
        (false, _) => "",
        (true, false) => text::today::elsewhere(),
        (true, true) => text::today::left_elsewhere(),
    };
    let now = RwSignal::new(app.moment());
    // Without the timer "just now" would stand for hours; without a handle it only stands still.
    if let Ok(handle) = set_interval_with_handle(move || now.set(app.moment()), Duration::from_secs(30)) {
        on_cleanup(move || handle.clear());
    }
    let card = ResumeCard {
        name: &session.name,
        standing: Box::new(move || open_words(done(), planned, saved())),
        ago: Box::new(move || {
            // On return the timer may be late, another day is not.
            app.track_day();
            now.track();
            ago_words(started, app.moment())
        }),
        elsewhere: Box::new(elsewhere),
        on_resume: Box::new(move || app.resume()),
        on_end: Box::new(move || app.end()),
    };
    card.view()
}

/// Rest, and what comes next on which day. Training all the same is one tap further.
pub(super) fn nothing_today(app: App, now: Now, reason: Reason, next: Option<(Routine, Date)>) -> El {
    let words = |(routine, day): (Routine, Date)| {
        let words = text::today::next(&next_day_words(day, app.today()), &isolated(routine.title()));
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

/// What is lighter and why, and the two ways to start.
pub(super) fn starts_back(app: App, way: &WayBack, routine: &Routine) -> ([El; 2], El) {
    (way_back::words(way), way_back::starts(app, "button big", &way.lighter, routine))
}

/// The exercises that are left out of the suggestion; nothing where there are none.
pub(super) fn left_out(names: &[&str]) -> Option<El> {
    let words = text::today::left_out(&names.join(", "));
    (!names.is_empty()).then(|| el("p").class("soft").text(&words))
}

/// The last session, under its heading.
pub(super) fn last_session(app: App, session: &Performed) -> [El; 2] {
    let row = row_of(app, session.clone());
    [el("h3").text(text::today::last_session()), el("ul").class("rows bare").child(row)]
}
