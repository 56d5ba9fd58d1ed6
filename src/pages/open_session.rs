//! The open session on Today and on Progress: the card that resumes it or ends it.

use super::shell::LazyPages;
use crate::domain::session::Session;
use crate::state::App;
use crate::text::{
    self,
    log::{ago_words, open_words},
};
use crate::ui::{El, ResumeCard, el};
use leptos::prelude::{Get, GetUntracked, RwSignal, Set, Track, With, on_cleanup, set_interval_with_handle};
use std::time::Duration;

/// `page` with the card of the open session at its end, if there is one, once it is fetched.
pub(super) fn with_open_session(page: El, lazy: LazyPages) -> El {
    let app = App::get();
    let id = move || {
        let there = lazy.are_here();
        app.player
            .session
            .with(|session| session.iter().filter(|_| there).map(|session| session.id().to_owned()).collect())
    };
    page.each(id, move |_| {
        app.player.session.get_untracked().and_then(|s| lazy.resume(&s)).unwrap_or_else(|| el("div"))
    })
}

/// The card of the open session.
pub(super) fn card(app: App, session: &Session) -> El {
    let (started, planned) = (session.started(), session.set_count());
    let watching = move || app.player.watching.get();
    // Of another tab's session only the position is known.
    let count = move |s: &Session| if watching() { s.set_number() - 1 } else { s.sets_done() };
    let done = move || app.player.session.with(|session| session.as_ref().map_or(0, count));
    let on_disk = move || app.player.acknowledged.get().saturating_sub(app.player.unsure.with(Vec::len));
    let unsaved = move |s: &Session| s.done().len() > on_disk();
    let is_behind = move || !watching() && app.player.session.with(|session| session.as_ref().is_some_and(unsaved));
    let saved = move || if is_behind() { on_disk().min(done().saturating_sub(1)) } else { usize::MAX };
    let elsewhere = move || match (watching(), app.player.is_left()) {
        (false, _) => "",
        (true, false) => text::today::elsewhere(),
        (true, true) => text::today::left_elsewhere(),
    };
    let now = RwSignal::new(app.moment());
    // Without a timer "just now" would stay for hours; if none can be set, it stays.
    if let Ok(handle) = set_interval_with_handle(move || now.set(app.moment()), Duration::from_secs(30)) {
        on_cleanup(move || handle.clear());
    }
    let card = ResumeCard {
        name: session.name(),
        standing: Box::new(move || open_words(done(), planned, saved())),
        ago: Box::new(move || {
            // On return to the page the timer may be late; a change of day is not.
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
