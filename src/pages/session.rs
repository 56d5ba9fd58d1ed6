//! One finished session in full.

use crate::domain::log::{Bout, Performed, SetDone, amount_words, counted, day_words, long_day, watch_words};
use crate::domain::place::Place;
use crate::domain::session::Side;
use crate::state::App;
use crate::ui::{EffortChoice, Icon, PageHead, icon};
use leptos::prelude::*;

pub(super) fn page(id: String) -> impl IntoView {
    let app = App::get();
    let find = move || app.log.with_untracked(|log| log.iter().find(|p| p.id == id).cloned());
    let session = find().or_else(|| {
        app.read_all();
        find()
    });
    match session {
        Some(session) => whole(session).into_any(),
        None => missing().into_any(),
    }
}

fn missing() -> impl IntoView {
    view! {
        <PageHead title="This session is not here" up=(Place::Progress.href(), "Progress") />
        <div class="stack">
            <p class="lead">"It may be stored on another device, or have been erased."</p>
            <p><a class="button primary" href=Place::Progress.href()>"See all sessions"</a></p>
        </div>
    }
}

fn whole(session: Performed) -> impl IntoView {
    let app = App::get();
    let (id, bouts) = (session.id.clone(), session.bouts().iter().map(bout).collect_view());
    view! {
        <PageHead title=session.name.clone() up=(Place::Progress.href(), "Progress") />
        <div class="stack wide session" data-session=id>
            {summary(&session, app)}
            {feeling(session.id.clone(), app)}
            <section class="stack" aria-labelledby="sets">
                <h2 id="sets">"Set by set"</h2>
                <div class="bouts">{bouts}</div>
            </section>
            {again(session, app)}
        </div>
    }
}

fn summary(session: &Performed, app: App) -> impl IntoView + use<> {
    let today = app.today();
    let when = session.when_words(today);
    let day = session.day().filter(|day| day_words(*day, today).ends_with("day"));
    let long = day.map(|day| view! { <p class="small soft">{long_day(day)}</p> });
    view! {
        <dl class="summary numbers">
            <div><dt>"When"</dt><dd>{when}{long}</dd></div>
            <div><dt>"Length"</dt><dd>{session.length.spoken()}</dd></div>
            <div><dt>"Done"</dt><dd>{session.sets_words()}</dd></div>
        </dl>
    }
}

fn feeling(id: String, app: App) -> impl IntoView {
    let of = id.clone();
    let chosen =
        Memo::new(move |_| app.log.with(|log| log.iter().find(|p| p.id == of).and_then(|session| session.effort)));
    view! {
        <section class="stack tight" aria-labelledby="feeling">
            <h2 id="feeling">"How did it feel?"</h2>
            <EffortChoice chosen=chosen on_choose=Callback::new(move |effort| app.rate(&id, effort)) />
        </section>
    }
}

fn bout(bout: &Bout<'_>) -> impl IntoView + use<> {
    let Some(first) = bout.sets.first() else { return ().into_any() };
    let (name, sided, level) = (first.name().to_owned(), bout.sided, bout.level);
    let href = Place::Exercise { id: first.exercise.clone(), level }.href();
    let count = counted(i64::try_from(bout.sets.len()).unwrap_or(i64::MAX), "set");
    let rows = bout.sets.iter().map(|set| row(set, sided)).collect_view();
    view! {
        <section class="card bout">
            <header>
                <h3><a href=href>{name.clone()}</a></h3>
                <p class="facts"><span>{level.words()}</span><span>{count}</span></p>
            </header>
            <table class="figures" class:sided=sided>
                <caption class="visually-hidden">"Sets of "{name}</caption>
                <thead>
                    <tr>
                        <th scope="col">"Set"</th>
                        {sided.then(|| view! { <th scope="col">"Side"</th> })}
                        <th scope="col">"Asked"</th>
                        <th scope="col">"Done"</th>
                        <th scope="col">"At"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn row(set: &SetDone, sided: bool) -> impl IntoView + use<> {
    let side = set.side.map_or("", Side::words);
    view! {
        <tr class:short=set.done < set.target>
            <th scope="row">{set.set}</th>
            {sided.then(|| view! { <td>{side}</td> })}
            <td>{amount_words(set.target, set.measure)}</td>
            <td class="done">{amount_words(set.done, set.measure)}</td>
            <td>{watch_words(set.at)}</td>
        </tr>
    }
}

/// The way to do it again, where there still is one.
fn again(session: Performed, app: App) -> impl IntoView {
    move || {
        let routine = app.routine(&session.from);
        let link = routine.as_ref().map(|routine| {
            let href = Place::Routine { id: routine.id.clone() }.href();
            view! { <a class="button" href=href>"See the routine"</a> }
        });
        session.again(routine).map(|routine| {
            view! {
                <p class="row">
                    <button type="button" class="button primary" on:click=move |_| app.start(&routine)>
                        {icon(Icon::Play)}"Train it again"
                    </button>
                    {link}
                </p>
            }
        })
    }
}
