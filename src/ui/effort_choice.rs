//! How a session felt, in one tap; a second tap takes it back.

use crate::domain::log::Effort;
use leptos::prelude::*;

/// Easy, Right, Hard.
#[component]
pub fn EffortChoice(
    /// What was said so far.
    #[prop(into)]
    chosen: Signal<Option<Effort>>,
    /// One was tapped.
    on_choose: Callback<Effort>,
) -> impl IntoView {
    let button = move |effort: Effort| {
        let pressed = move || if chosen.get() == Some(effort) { "true" } else { "false" };
        view! {
            <button type="button" class="button" aria-pressed=pressed on:click=move |_| on_choose.run(effort)>
                {effort.words()}
            </button>
        }
    };
    view! {
        <div class="effort-choice" role="group" aria-label="How did it feel?">
            {Effort::ALL.iter().copied().map(button).collect_view()}
        </div>
    }
}
