//! Progress: a sentence, minutes a week, and every session, newest first.

use super::today::open_session;
use crate::domain::coach::weeks_sentence;
use crate::domain::log::{bars, counted, covers, weeks};
use crate::domain::place::Place;
use crate::state::{App, focus};
use crate::ui::{Icon, PageHead, SessionRow, WeekBars, icon, row_id};
use leptos::prelude::*;

/// How many weeks the chart shows.
const WEEKS: u16 = 12;
/// How many sessions a list begins with, and grows by.
const ROWS: usize = 30;

pub(super) fn page() -> impl IntoView {
    let app = App::get();
    read_weeks(app);
    let empty = Memo::new(move |_| app.log.with(Vec::is_empty));
    view! {
        <PageHead title="Progress" />
        <div class="stack progress">
            {open_session()}
            {move || if empty.get() { nothing_yet().into_any() } else { history().into_any() }}
        </div>
    }
}

/// Reads the log as far back as the chart goes.
fn read_weeks(app: App) {
    let covered = || app.log.with_untracked(|log| covers(log, app.today(), WEEKS));
    while app.log_goes_on.get_untracked() && !covered() {
        app.read_more();
    }
}

fn nothing_yet() -> impl IntoView {
    view! {
        <div class="empty" data-empty>
            <h2>"Your first session goes here"</h2>
            <p>"Each one stays with its sets, minutes and how it felt. Weeks add up to bars."</p>
            <p><a class="button primary" href=Place::Today.href()>"Go to Start"</a></p>
        </div>
    }
}

fn history() -> impl IntoView {
    let app = App::get();
    let weeks = Memo::new(move |_| app.log.with(|log| weeks(log, app.today(), WEEKS)));
    let sentence = Memo::new(move |_| weeks.with(|weeks| weeks_sentence(weeks)));
    view! {
        <p class="lead say">{sentence}</p>
        <WeekBars bars=Signal::derive(move || weeks.with(|weeks| bars(weeks))) sentence=sentence />
        {sessions()}
        <p>
            <button type="button" class="button" on:click=move |_| app.export()>
                {icon(Icon::Download)}"Download my data"
            </button>
        </p>
    }
}

fn sessions() -> impl IntoView {
    let app = App::get();
    let shown = RwSignal::new(ROWS);
    let rows = move || app.log.with(|log| log.iter().take(shown.get()).cloned().collect::<Vec<_>>());
    let goes_on = Memo::new(move |_| app.log_goes_on.get() || app.log.with(Vec::len) > shown.get());
    let more = move |_| show_more(app, shown);
    view! {
        <section aria-labelledby="sessions">
            <h2 id="sessions">"Sessions"</h2>
            <ol class="rows" aria-labelledby="sessions">
                <For each=rows key=|p| (p.id.clone(), p.effort) let:session>
                    <SessionRow session=session today=app.today() />
                </For>
            </ol>
            <Show when=move || goes_on.get()>
                <button type="button" class="button show-more" on:click=more>"Show more"</button>
            </Show>
        </section>
    }
}

/// Lets the list grow and puts the focus on what is new.
fn show_more(app: App, shown: RwSignal<usize>) {
    let before = shown.get_untracked().min(app.log.with_untracked(Vec::len));
    shown.set(before + ROWS);
    while app.log_goes_on.get_untracked() && app.log.with_untracked(Vec::len) < before + ROWS {
        app.read_more();
    }
    let (first, there) = app.log.with_untracked(|log| (log.get(before).map(|p| row_id(&p.id)), log.len()));
    let new = there.min(before + ROWS) - before;
    app.announce(format!("{} more.", counted(i64::try_from(new).unwrap_or(i64::MAX), "session")));
    if let Some(first) = first {
        request_animation_frame(move || focus(&first));
    }
}
