//! A number between a less and a more button.

use super::icon::{Icon, icon};
use leptos::prelude::*;

/// A number that is changed a step at a time. The words carry the unit: "3 sets".
#[component]
pub fn Stepper(
    /// What is counted, for screen readers: "sets of Deep squat".
    #[prop(into)]
    label: String,
    /// The number with its unit.
    #[prop(into)]
    words: Signal<String>,
    /// One step less (−1) or more (+1).
    on_step: Callback<i16>,
) -> impl IntoView {
    let (fewer, more) = (format!("Less: {label}"), format!("More: {label}"));
    view! {
        <div class="stepper" role="group" aria-label=label>
            <button type="button" class="button icon" aria-label=fewer on:click=move |_| on_step.run(-1)>
                {icon(Icon::Minus)}
            </button>
            <output aria-live="polite">{move || words.get()}</output>
            <button type="button" class="button icon" aria-label=more on:click=move |_| on_step.run(1)>
                {icon(Icon::Plus)}
            </button>
        </div>
    }
}
