//! Progress: a sentence, minutes per week, and every session, newest first.

mod received;
mod session;

pub(super) use received::page as received;
pub(super) use session::page as session;

use super::open_session::with_open_session;
use super::shell::LazyPages;
use crate::domain::log::Performed;
use crate::domain::place::Place;
use crate::domain::progress::{bars, covers_weeks, weeks};
use crate::state::{App, focus};
use crate::text::{coach, common, count, log, progress};
use crate::ui::{El, Icon, PageHead, button, el, icon, link, row_id, session_row, week_bars};
use leptos::prelude::{
    Get, GetUntracked, Memo, RwSignal, Set, Update, With, WithUntracked, request_animation_frame, set_timeout, untrack,
};
use std::time::Duration;

/// The number of weeks in the chart.
const WEEKS: u16 = 12;
/// The number of sessions in the first paint: about a screenful.
const SCREENFUL: usize = 6;
/// The time before more are added, so that the page is painted first.
const SCREENFUL_ALONE: Duration = Duration::from_millis(150);
/// The number of sessions in the list after that, and at each step further.
const ROWS: usize = 20;

pub(super) fn page(lazy: LazyPages) -> El {
    let app = App::get();
    read_weeks(app);
    let empty = Memo::new(move |_| app.log.sessions.with(Vec::is_empty));
    let parts = with_open_session(el("div").class("stack progress"), lazy);
    let parts = parts.live(move || if empty.get() { vec![nothing_yet()] } else { history(app) });
    el("div").child(PageHead { title: progress::title(), ..PageHead::default() }.view()).child(parts)
}

/// Reads the log as far back as the chart goes.
fn read_weeks(app: App) {
    let covered = || untrack(|| app.log.sessions.with(|log| covers_weeks(log, app.today(), WEEKS)));
    while app.log.goes_on.get_untracked() && !covered() {
        app.read_more();
    }
}

fn nothing_yet() -> El {
    let start = link(&Place::Today.href()).class("button primary").text(progress::start());
    el("div")
        .class("empty")
        .attr("data-empty", "")
        .child(el("h2").text(progress::nothing_yet()))
        .child(el("p").text(progress::what_comes()))
        .child(el("p").child(start))
}

fn history(app: App) -> Vec<El> {
    let weeks = Memo::new(move |_| app.log.sessions.with(|log| weeks(log, app.today(), WEEKS)));
    let sentence = move || weeks.with(|weeks| coach::weeks_sentence(weeks));
    let export =
        button("button").child(icon(Icon::Download)).text(common::download_data()).on_click(move || app.export());
    vec![
        el("p").class("lead say").text_live(sentence),
        week_bars(move || weeks.with(|weeks| bars(weeks)), sentence),
        sessions(app),
        el("p").child(export),
    ]
}

fn sessions(app: App) -> El {
    let shown = RwSignal::new(SCREENFUL);
    let fill = move || {
        // If the runner has left the page by then, both are gone.
        let _ = shown.try_update(|shown| *shown = (*shown).max(ROWS));
    };
    set_timeout(fill, SCREENFUL_ALONE);
    let ids =
        move || app.log.sessions.with(|log| log.iter().take(shown.get()).map(|session| session.id.clone()).collect());
    let goes_on = Memo::new(move |_| app.log.goes_on.get() || app.log.sessions.with(Vec::len) > shown.get());
    let more = move || button("button show-more").text(progress::show_more()).on_click(move || show_more(app, shown));
    el("section")
        .attr("aria-labelledby", "sessions")
        .child(el("h2").id("sessions").text(progress::sessions()))
        .child(el("ol").class("rows").attr("aria-labelledby", "sessions").each(ids, move |id| row(app, id)))
        .live(move || goes_on.get().then(more))
}

fn row(app: App, id: &str) -> El {
    let found = app.log.sessions.with_untracked(|log| log.iter().find(|session| session.id == id).cloned());
    found.map_or_else(|| el("li"), |session| row_of(app, session))
}

/// A session as a row with its day relative to today. Shared with Today.
pub(super) fn row_of(app: App, session: Performed) -> El {
    let shown = session.clone();
    session_row(&shown, move || log::dated_words(&session, app.today(), app.moment()))
}

/// Shows more sessions and moves the focus to the first new one.
fn show_more(app: App, shown: RwSignal<usize>) {
    let before = shown.get_untracked().min(app.log.sessions.with_untracked(Vec::len));
    shown.set(before + ROWS);
    while app.log.goes_on.get_untracked() && app.log.sessions.with_untracked(Vec::len) < before + ROWS {
        app.read_more();
    }
    let (first, there) = app.log.sessions.with_untracked(|log| (log.get(before).map(|p| row_id(&p.id)), log.len()));
    let new = there.min(before + ROWS) - before;
    app.notices.announce(progress::more(count(new)));
    if let Some(first) = first {
        request_animation_frame(move || focus(&first));
    }
}
