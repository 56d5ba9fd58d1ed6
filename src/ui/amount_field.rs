//! How much of something: typed, or changed a step at a time. A wrong entry is explained and changes nothing.

use super::icon::{Icon, icon};
use crate::domain::units::{Amount, AmountOutOfRange};
use leptos::prelude::*;

/// A number between a less and a more button that can also be typed.
#[component]
pub fn AmountField(
    /// What is counted: "Reps each side".
    #[prop(into)]
    label: Signal<String>,
    /// Whose amount it is, for screen readers: "Deep squat".
    #[prop(into)]
    whose: String,
    /// The id of the field, unique on the page.
    #[prop(into)]
    id: String,
    /// The amount of every set; where they differ, each of them.
    #[prop(into)]
    amounts: Signal<Vec<Amount>>,
    /// Another amount for every set was typed.
    on_amount: Callback<Amount>,
    /// One step less (−1) or more (+1) for every set.
    on_step: Callback<i16>,
) -> impl IntoView {
    let wrong = RwSignal::new(None::<String>);
    let error_id = format!("{id}-error");
    let typed = move |event| match parse(&event_target_value(&event)) {
        Ok(amount) => {
            wrong.set(None);
            on_amount.run(amount);
        }
        Err(error) => wrong.set(Some(format!("{error} Until then it stays at {}.", listed(&amounts.get_untracked())))),
    };
    let step = move |by| {
        wrong.set(None);
        on_step.run(by);
    };
    view! {
        <div class="field amount-field">
            <label for=id.clone()>{move || label.get()}</label>
            <div class="stepper" class:wrong=move || wrong.with(Option::is_some)>
                {button("Less", whose.clone(), label, Icon::Minus, Callback::new(move |()| step(-1)))}
                <input
                    class="amount numbers"
                    id=id
                    type="number"
                    inputmode="numeric"
                    min="1"
                    max=Amount::MAX.to_string()
                    step="1"
                    autocomplete="off"
                    placeholder=move || listed(&amounts.get())
                    prop:value=move || same(&amounts.get())
                    aria-invalid=move || wrong.with(Option::is_some).then_some("true")
                    aria-describedby=error_id.clone()
                    on:change=typed
                />
                {button("More", whose, label, Icon::Plus, Callback::new(move |()| step(1)))}
            </div>
            <p class="field-error" id=error_id role="alert">{move || wrong.get()}</p>
        </div>
    }
}

fn button(verb: &'static str, whose: String, label: Signal<String>, shown: Icon, on_press: Callback<()>) -> AnyView {
    let name = move || format!("{verb}: {} of {whose}", label.get());
    view! {
        <button type="button" class="button icon" aria-label=name on:click=move |_| on_press.run(())>{icon(shown)}</button>
    }
    .into_any()
}

fn parse(text: &str) -> Result<Amount, AmountOutOfRange> {
    Amount::new(text.trim().parse().map_err(|_| AmountOutOfRange)?)
}

/// The amount that all sets share; empty where they differ.
fn same(amounts: &[Amount]) -> String {
    match amounts {
        [first, rest @ ..] if rest.iter().all(|other| other == first) => first.get().to_string(),
        _ => String::new(),
    }
}

/// "12", or "10, 8" where the sets differ.
fn listed(amounts: &[Amount]) -> String {
    let same = same(amounts);
    if same.is_empty() {
        amounts.iter().map(|amount| amount.get().to_string()).collect::<Vec<_>>().join(", ")
    } else {
        same
    }
}
