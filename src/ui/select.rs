//! One of many, as the browser's own list with a label above it.

use leptos::prelude::*;

/// A labelled native select. An option is its value and its words.
#[component]
pub fn Select(
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// The id of the field, unique on the page.
    #[prop(into)]
    id: String,
    /// The options in order.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The value chosen.
    #[prop(into)]
    chosen: Signal<String>,
    /// Another value was chosen.
    on_choose: Callback<String>,
) -> impl IntoView {
    let option = move |(value, words): (String, String)| {
        let own = value.clone();
        view! { <option value=value prop:selected=move || chosen.get() == own>{words}</option> }
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select class="select" id=id on:change=move |event| on_choose.run(event_target_value(&event))>
                {move || options.get().into_iter().map(option).collect_view()}
            </select>
        </div>
    }
}
