//! How strength fits with running: the order, how often, and why the core.

use crate::domain::catalogue::{CORE, order_advice};
use crate::domain::log::{week_days, weekly, weekly_words};
use crate::domain::settings::Settings;
use crate::state::App;
use crate::ui::{GoalCards, PageHead, WeekStrip};
use leptos::prelude::*;

pub(super) fn page() -> impl IntoView {
    view! {
        <PageHead title="Strength and running" />
        <div class="stack plan">
            {order()}
            {often()}
            {core()}
        </div>
    }
}

fn order() -> impl IntoView {
    let app = App::get();
    let goal = Memo::new(move |_| app.settings.with(|settings| settings.goal));
    view! {
        <section aria-labelledby="order">
            <h2 id="order">"Run before or after strength?"</h2>
            <p class="soft">"It depends on what you train for. Choose your goal."</p>
            <GoalCards
                chosen=goal
                on_choose=Callback::new(move |goal| app.choose(|settings| Settings { goal, ..settings }))
            />
            <div class="nuance" aria-live="polite">
                <h3>"When the answer changes"</h3>
                <p>{move || order_advice(goal.get()).nuance}</p>
            </div>
        </section>
    }
}

fn often() -> impl IntoView {
    let app = App::get();
    let asked = Memo::new(move |_| app.settings.with(|settings| weekly(settings.goal)));
    let days = Memo::new(move |_| app.log.with(|log| week_days(log, app.today())));
    view! {
        <section class="card often" aria-labelledby="often">
            <h2 id="often">"How often?"</h2>
            <p class="answer numbers">{move || days.with(|days| weekly_words(days, asked.get().days))}</p>
            <WeekStrip days=days />
            <p class="soft">{move || asked.get().reason}</p>
        </section>
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
