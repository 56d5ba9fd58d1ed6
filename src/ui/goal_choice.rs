//! What training is for: as a row of three, or as three cards that carry their advice.

use super::choice::Segmented;
use crate::domain::catalogue::{Goal, order_advice};
use leptos::prelude::*;

/// The goal as one of three in a row.
#[component]
pub fn GoalChoice(
    /// The name of the group, unique on the page.
    #[prop(into)]
    name: String,
    /// The goal chosen.
    #[prop(into)]
    chosen: Signal<Goal>,
    /// Another was chosen.
    on_choose: Callback<Goal>,
) -> impl IntoView {
    let by_slug = move |slug| {
        if let Some(goal) = Goal::from_slug(slug) {
            on_choose.run(goal);
        }
    };
    view! {
        <Segmented
            label="My goal"
            name=name
            options=Goal::ALL.iter().map(|goal| (goal.slug(), short(*goal))).collect()
            chosen=Signal::derive(move || chosen.get().slug())
            on_choose=Callback::new(by_slug)
        />
    }
}

/// The goal in one word, for three in a row on a phone.
const fn short(goal: Goal) -> &'static str {
    match goal {
        Goal::Muscle => "Muscle",
        Goal::Endurance => "Endurance",
        Goal::Fitness => "Fitness",
    }
}

/// The goals as cards, each with whether to run before or after strength.
#[component]
pub fn GoalCards(
    /// The goal chosen.
    #[prop(into)]
    chosen: Signal<Goal>,
    /// Another was chosen.
    on_choose: Callback<Goal>,
) -> impl IntoView {
    let card = move |goal: Goal| {
        let advice = order_advice(goal);
        let (name, answer) = (format!("goal-{}", goal.slug()), format!("order-{}", goal.slug()));
        view! {
            <label class="goal-card" data-goal=goal.slug()>
                <input
                    type="radio"
                    name="plan-goal"
                    value=goal.slug()
                    aria-labelledby=name.clone()
                    aria-describedby=answer.clone()
                    prop:checked=move || chosen.get() == goal
                    on:change=move |_| on_choose.run(goal)
                />
                <span class="goal-name" id=name>{goal.words()}</span>
                <span class="goal-answer" id=answer>
                    <strong>{advice.headline}</strong>" "
                    <span class="soft">{advice.reason}</span>
                </span>
            </label>
        }
    };
    view! {
        <div class="goal-cards" role="radiogroup" aria-label="My goal">
            {Goal::ALL.iter().copied().map(card).collect_view()}
        </div>
    }
}
