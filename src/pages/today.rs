//! Today: one Start, what is open, whether to run first, the week, and the other routines.

use crate::domain::catalogue::order_advice;
use crate::domain::coach::{self, Suggestion};
use crate::domain::log::{ago_words, long_day, open_words, start_words, week_days};
use crate::domain::place::Place;
use crate::domain::routine::{Item, Routine, estimate, ready_made};
use crate::domain::session::Session;
use crate::domain::settings::Settings;
use crate::state::App;
use crate::ui::{GoalChoice, Icon, ResumeCard, SessionRow, WeekStrip, icon};
use leptos::prelude::*;
use std::time::Duration;

pub(super) fn page() -> impl IntoView {
    let app = App::get();
    let suggestion = Memo::new(move |_| {
        let (own, kit) = (app.routines.get(), app.settings.with(|settings| settings.kit.clone()));
        app.log.with(|log| coach::suggest(&own, &kit, log))
    });
    view! {
        <div class="today">
            <header class="today-head">
                <h1 id="title" tabindex="-1">"Today"</h1>
                <p class="soft">{long_day(app.today())}</p>
            </header>
            {open_session()}
            {move || next(suggestion.get())}
            <div class="today-pair">
                {order()}
                <div class="today-side">
                    {week()}
                    {move || others(suggestion.with(|s| s.routine.id.clone()))}
                </div>
            </div>
        </div>
    }
}

/// The open session, where there is one. Shared with Progress.
pub(super) fn open_session() -> impl IntoView {
    let app = App::get();
    let id = Memo::new(move |_| app.session.with(|session| session.as_ref().map(|s| s.id.clone())));
    move || id.get().and_then(|_| app.session.get_untracked()).map(|session| resume(&session))
}

fn resume(session: &Session) -> impl IntoView + use<> {
    let app = App::get();
    let (started, planned) = (session.started, session.steps.len());
    let done = move || app.session.with(|session| session.as_ref().map_or(0, |s| s.done.len()));
    let standing = move || open_words(done(), planned, app.acknowledged.get());
    let now = RwSignal::new(app.moment());
    // Without the timer "just now" would stand for hours; without a handle it only stands still.
    if let Ok(handle) = set_interval_with_handle(move || now.set(app.moment()), Duration::from_secs(30)) {
        on_cleanup(move || handle.clear());
    }
    view! {
        <ResumeCard
            name=session.name.clone()
            standing=Signal::derive(standing)
            ago=Signal::derive(move || ago_words(started, now.get()))
            on_resume=Callback::new(move |()| app.resume())
            on_end=Callback::new(move |()| app.end())
        />
    }
}

/// The suggestion: primary, unless a session is open.
fn next(suggestion: Suggestion) -> impl IntoView {
    let app = App::get();
    let Suggestion { routine, reason } = suggestion;
    let open = Memo::new(move |_| app.session.with(Option::is_some));
    let href = Place::Routine { id: routine.id.clone() }.href();
    let items = routine.items.iter().map(item).collect_view();
    let (id, name, words) = (routine.id.clone(), routine.title().to_owned(), start_words(&routine));
    let hint = move || {
        open.get().then(|| view! { <p class="small soft">"Ends the open session. Its sets stay in your log."</p> })
    };
    view! {
        <section class="card hero" class:second=open aria-labelledby="next" data-suggestion=id>
            <div class="hero-say">
                <p class="eyebrow">{move || if open.get() { "Or start afresh" } else { "Up next" }}</p>
                <h2 id="next">{name}</h2>
                <p class="soft">{reason}</p>
                <button type="button" class="button big" class:primary=move || !open.get() on:click=move |_| app.start(&routine)>
                    {icon(Icon::Play)}<span>{words}</span>
                </button>
                {hint}
            </div>
            <div class="hero-list">
                <ol class="doses">{items}</ol>
                <a class="more" href=href>"See the routine"{icon(Icon::Forward)}</a>
            </div>
        </section>
    }
}

fn item(item: &Item) -> impl IntoView + use<> {
    view! { <li><span>{item.name()}</span>" "<span class="soft numbers">{item.dose_words()}</span></li> }
}

fn order() -> impl IntoView {
    let app = App::get();
    let goal = Memo::new(move |_| app.settings.with(|settings| settings.goal));
    let advice = move || order_advice(goal.get());
    view! {
        <section class="card order" aria-labelledby="order">
            <h2 id="order">"Run before or after strength?"</h2>
            <GoalChoice
                name="goal"
                chosen=goal
                on_choose=Callback::new(move |goal| app.choose(|settings| Settings { goal, ..settings }))
            />
            <div aria-live="polite">
                <p class="answer">{move || advice().headline}</p>
                <p class="soft">{move || advice().reason}</p>
            </div>
            <a class="more" href=Place::Plan.href()>"When the answer changes"{icon(Icon::Forward)}</a>
        </section>
    }
}

fn week() -> impl IntoView {
    let app = App::get();
    let days = Memo::new(move |_| app.log.with(|log| week_days(log, app.today())));
    let last = Memo::new(move |_| app.log.with(|log| log.first().cloned()));
    let row = move || match last.get() {
        Some(session) => view! {
            <h3>"Last session"</h3>
            <ul class="rows bare"><SessionRow session=session today=app.today() /></ul>
        }
        .into_any(),
        None => view! { <p class="soft">"Your sessions gather here, day by day."</p> }.into_any(),
    };
    view! {
        <section class="card this-week" aria-labelledby="week">
            <h2 id="week">"This week"</h2>
            <WeekStrip days=days />
            {row}
        </section>
    }
}

/// The ready routines that are not suggested.
fn others(suggested: String) -> impl IntoView {
    let other = ready_made().into_iter().filter(move |routine| routine.id != suggested);
    view! {
        <section class="others" aria-labelledby="others">
            <h2 id="others">"Other sessions"</h2>
            <ul class="chips">{other.map(|routine| chip(&routine)).collect_view()}</ul>
        </section>
    }
}

fn chip(routine: &Routine) -> impl IntoView + use<> {
    let href = Place::Routine { id: routine.id.clone() }.href();
    view! {
        <li>
            <a class="chip" href=href>
                {routine.title().to_owned()}" "<span class="count">{estimate(routine).minutes()}" min"</span>
            </a>
        </li>
    }
}
