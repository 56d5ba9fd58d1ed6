//! Minutes a week, as a chart or as a table, and the sessions.

use crate::page::{Icon, Model, facts, session_href, tile};
use crate::parts::{icon, name, segmented};
use leptos::either::Either;
use leptos::prelude::*;
use mainspring::domain::log::Performed;
use mainspring::domain::progress::WeekBar;
use mainspring::text::log::{bar_month, bar_value, span_words};

/// The part.
pub fn page(model: Model) -> impl IntoView {
    let row = move |id: String| model.session(&id).map(|session| row(model, session));
    view! {
        <div class="stack progress">
            <p class="lead say">{move || model.sentence()}</p>
            {weeks(model)}
            <section aria-labelledby="sessions">
                <h2 id="sessions">"Sessions"</h2>
                <ol class="rows" aria-labelledby="sessions">
                    <For each=move || model.sessions() key=String::clone children=row />
                </ol>
            </section>
        </div>
    }
}

fn weeks(model: Model) -> impl IntoView {
    let chosen = Signal::derive(move || if model.as_table() { "table" } else { "chart" });
    let choose = Callback::new(move |shown| model.show_table(shown == "table"));
    let body = move || {
        if model.as_table() {
            Either::Left(table(&model.bars()))
        } else {
            Either::Right(chart(&model.bars(), &model.sentence()))
        }
    };
    view! {
        <section class="card weeks" aria-labelledby="weeks">
            <div class="weeks-head">
                <h2 id="weeks">"Minutes a week"</h2>
                {segmented("Show as".to_owned(), "weeks-as", &[("chart", "Chart"), ("table", "Table")], chosen, choose)}
            </div>
            {body}
        </section>
    }
}

fn chart(bars: &[WeekBar], sentence: &str) -> impl IntoView + use<> {
    view! {
        <div class="week-bars" role="img" aria-label=format!("Bars of minutes a week. {sentence}")>
            {bars.iter().map(week).collect_view()}
        </div>
    }
}

fn week(bar: &WeekBar) -> impl IntoView + use<> {
    view! {
        <span class="week" class:now=bar.now data-week=bar.week.monday.to_string()>
            <span class="week-room">
                <span class="week-bar" style:height=format!("{}%", bar.percent)>
                    <span class="week-value">{bar_value(bar)}</span>
                </span>
            </span>
            <span class="week-month">{bar_month(bar)}</span>
        </span>
    }
}

fn table(bars: &[WeekBar]) -> impl IntoView + use<> {
    let heading = |words: &'static str| view! { <th scope="col">{words}</th> };
    view! {
        <table class="figures">
            <caption class="visually-hidden">"Sessions and minutes of each week, newest first"</caption>
            <thead>
                <tr>{["Week", "Sessions", "Minutes"].map(heading)}</tr>
            </thead>
            <tbody>{bars.iter().rev().map(figures).collect_view()}</tbody>
        </table>
    }
}

fn figures(bar: &WeekBar) -> impl IntoView + use<> {
    view! {
        <tr data-week=bar.week.monday.to_string()>
            <th scope="row">{span_words(bar.week.monday)}</th>
            <td>{bar.week.sessions.to_string()}</td>
            <td>{bar.week.minutes.to_string()}</td>
        </tr>
    }
}

fn row(model: Model, session: Performed) -> impl IntoView {
    let (day, month) = tile(&session);
    let (href, id, key) = (session_href(&session), format!("row-{}", session.id), session.id.clone());
    let told = facts(&session).into_iter().map(|words| view! { <span>{words}</span> }).collect_view();
    let title = name(&session.name);
    view! {
        <li data-session=key>
            <a href=href id=id>
                <span class="day-tile" aria-hidden="true">
                    <b>{day}</b>
                    {month}
                </span>
                <span class="grow">
                    <span class="row-name">{title}</span>
                    <span class="facts numbers">
                        <span>{move || model.dated(&session)}</span>
                        {told}
                    </span>
                </span>
                <span class="go">{icon(Icon::Forward)}</span>
            </a>
        </li>
    }
}
