//! One of a few, and yes or no: native inputs with large targets.

use leptos::prelude::*;

/// One of a few, as native radio buttons in a row. An option is its value and its words.
#[component]
pub fn Segmented(
    /// What is chosen, for screen readers.
    #[prop(into)]
    label: String,
    /// The name of the group, unique on the page.
    #[prop(into)]
    name: String,
    /// The options in order.
    options: Vec<(&'static str, &'static str)>,
    /// The value chosen.
    #[prop(into)]
    chosen: Signal<&'static str>,
    /// Another value was chosen.
    on_choose: Callback<&'static str>,
) -> impl IntoView {
    let option = move |(value, words): (&'static str, &'static str)| {
        view! {
            <label>
                <input
                    type="radio"
                    name=name.clone()
                    value=value
                    prop:checked=move || chosen.get() == value
                    on:change=move |_| on_choose.run(value)
                />
                <span>{words}</span>
            </label>
        }
    };
    view! {
        <div class="segmented" role="radiogroup" aria-label=label>
            {options.into_iter().map(option).collect_view()}
        </div>
    }
}

/// A box to tick.
#[component]
pub fn Tick(
    /// Its words.
    #[prop(into)]
    label: String,
    /// Whether it is ticked.
    #[prop(into)]
    ticked: Signal<bool>,
    /// It was ticked or cleared.
    on_tick: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="tick">
            <input
                type="checkbox"
                prop:checked=move || ticked.get()
                on:change=move |event| on_tick.run(event_target_checked(&event))
            />
            <span>{label}</span>
        </label>
    }
}
