//! Strength and running: the goal, the order, how often, and why the core.

use crate::page::{Icon, Model};
use crate::parts::icon;
use leptos::either::Either;
use leptos::prelude::*;
use mainspring::domain::catalogue::{CORE, Goal};
use mainspring::domain::progress::DayMark;
use mainspring::text;
use mainspring::text::dates::letter;
use mainspring::text::log::mark_words;

/// The part.
pub fn page(model: Model) -> impl IntoView {
    view! {
        <div>
            <header class="page-head">
                <h1>"Strength and running"</h1>
            </header>
            <div class="stack plan">{order(model)} {often(model)} {core()}</div>
        </div>
    }
}

fn order(model: Model) -> impl IntoView {
    view! {
        <section aria-labelledby="order">
            <h2 id="order">"Run before or after strength?"</h2>
            <p class="soft">"It depends on what you train for. Choose your goal."</p>
            <div class="goal-cards" role="radiogroup" aria-label="My goal">
                {Goal::ALL.iter().map(|goal| goal_card(model, *goal)).collect_view()}
            </div>
            <div class="nuance" aria-live="polite">
                <h3>"When the answer changes"</h3>
                <p>{move || model.nuance()}</p>
            </div>
        </section>
    }
}

fn goal_card(model: Model, goal: Goal) -> impl IntoView {
    let advice = Model::advice(goal);
    let (name, answer) = (format!("goal-{}", goal.slug()), format!("order-{}", goal.slug()));
    view! {
        <label class="goal-card" data-goal=goal.slug()>
            <input
                type="radio"
                name="plan-goal"
                value=goal.slug()
                aria-labelledby=name.clone()
                aria-describedby=answer.clone()
                prop:checked=move || model.goal() == goal
                on:change=move |_| model.choose(goal)
            />
            <span class="goal-name" id=name>
                {text::vocabulary::goal(goal)}
            </span>
            <span class="goal-answer" id=answer>
                <strong>{advice.headline}</strong>
                " "
                <span class="soft">{advice.reason}</span>
            </span>
        </label>
    }
}

fn often(model: Model) -> impl IntoView {
    view! {
        <section class="card often" aria-labelledby="often">
            <h2 id="often">"How often?"</h2>
            <p class="answer numbers">{move || model.often()}</p>
            <ol class="week-strip" aria-label="This week">
                {move || model.days().into_iter().map(day).collect_view()}
            </ol>
            <p class="soft">{move || model.reason()}</p>
        </section>
    }
}

fn day(day: DayMark) -> impl IntoView {
    let mark = if day.trained { Either::Left(icon(Icon::Check)) } else { Either::Right(day.day.day().to_string()) };
    view! {
        <li class:trained=day.trained class:today=day.is_today() aria-current=day.is_today().then_some("date")>
            <span aria-hidden="true">{letter(day.day)}</span>
            <span class="day-mark" aria-hidden="true">
                {mark}
            </span>
            <span class="visually-hidden">{mark_words(&day)}</span>
        </li>
    }
}

fn core() -> impl IntoView {
    view! {
        <section class="core" aria-labelledby="core">
            <h2 id="core">{CORE.headline}</h2>
            {CORE.text.iter().map(|text| view! { <p>{*text}</p> }).collect_view()}
        </section>
    }
}
