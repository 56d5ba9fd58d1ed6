//! Parts that several pages use.

use crate::page::Icon;
use leptos::prelude::*;

/// An icon that screen readers pass over.
pub fn icon(which: Icon) -> impl IntoView {
    view! {
        <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
            <path d=which.path() />
        </svg>
    }
}

/// A name that somebody typed.
pub fn name(words: &str) -> impl IntoView + use<> {
    view! { <bdi translate="no">{words.to_owned()}</bdi> }
}

/// The name of what a button acts on, for those who cannot see where it stands.
pub fn of(title: &str) -> impl IntoView + use<> {
    view! { <span class="visually-hidden">" "{name(title)}</span> }
}

/// One of a few, as radio buttons in a row.
pub fn segmented(
    label: String,
    name: &str,
    options: &[(&'static str, &'static str)],
    chosen: Signal<&'static str>,
    on_choose: Callback<&'static str>,
) -> impl IntoView + use<> {
    let option = |(value, words): (&'static str, &'static str)| {
        view! {
            <label>
                <input
                    type="radio"
                    name=name.to_owned()
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
            {options.iter().copied().map(option).collect_view()}
        </div>
    }
}

/// A number between a less and a more button.
pub fn stepper(label: String, words: Signal<String>, on_step: Callback<i16>) -> impl IntoView {
    let step = |name: &str, by: i16, shown: Icon| {
        view! {
            <button type="button" class="button icon" aria-label=format!("{name}: {label}") on:click=move |_| on_step.run(by)>
                {icon(shown)}
            </button>
        }
    };
    let (less, more) = (step("Less", -1, Icon::Minus), step("More", 1, Icon::Plus));
    view! {
        <div class="stepper" role="group" aria-label=label>
            {less}
            <output aria-live="polite">{words}</output>
            {more}
        </div>
    }
}
