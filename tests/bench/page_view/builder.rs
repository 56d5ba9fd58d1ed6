//! A routine under construction: a list by keys, whose rows have controls.

use crate::page::{
    Icon, Model, Read, amount, amount_label, href, level, level_slug, rest, rest_words, sets, sets_label,
};
use crate::parts::{icon, of, segmented, stepper};
use leptos::prelude::*;
use mainspring::domain::catalogue::Level;
use mainspring::domain::routine::Edit;
use mainspring::text;

/// The part.
pub fn page(model: Model) -> impl IntoView {
    let undo = move || {
        view! {
            <button type="button" class="button" on:click=move |_| model.undo()>
                {icon(Icon::Undo)}
                <span>"Undo"</span>
            </button>
        }
    };
    view! {
        <section class="build" aria-labelledby="build">
            <h2 id="build">{move || model.title()}</h2>
            <ol class="build-rows" aria-labelledby="build">
                <For each=move || model.keys() key=|key| *key children=move |key| row(model, key) />
            </ol>
            {move || model.can_undo().then(undo)}
        </section>
    }
}

fn row(model: Model, key: u32) -> impl IntoView {
    let name = model.name_of(key);
    let open = RwSignal::new(false);
    view! {
        <li
            class="build-row"
            class:open=move || open.get()
            id=format!("item-{key}")
            tabindex="-1"
            data-item=key.to_string()
        >
            <span class="build-number numbers" aria-hidden="true">
                {move || (model.stands(key).0 + 1).to_string()}
            </span>
            {head(model, key, &name)}
            {opener(open, &name)}
            {controls(model, key, &name)}
            {moving(model, key, &name)}
        </li>
    }
}

fn head(model: Model, key: u32, name: &str) -> impl IntoView + use<> {
    let fact = |read: Read<String>| view! { <span>{move || model.of(key, read)}</span> };
    view! {
        <div class="build-head">
            <p class="row-title">
                <a href=move || model.of(key, href)>{name.to_owned()}</a>
            </p>
            <p class="facts numbers">{fact(text::routine::dose_words)} {fact(level)} {fact(rest)}</p>
        </div>
    }
}

fn opener(open: RwSignal<bool>, name: &str) -> impl IntoView + use<> {
    view! {
        <button
            type="button"
            class="button quiet build-open"
            aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {move || if open.get() { "Close" } else { "Change" }}
            {of(name)}
        </button>
    }
}

fn controls(model: Model, key: u32, name: &str) -> impl IntoView + use<> {
    let of_key = |read: Read<String>| Signal::derive(move || model.of(key, read));
    let on_sets = Callback::new(move |by| model.step_sets(key, by));
    let on_amount = Callback::new(move |by| model.edit(&Edit::StepAmount(key, by)));
    let on_rest = Callback::new(move |by| model.step_rest(key, by));
    view! {
        <div class="build-controls">
            {levels(model, key, name)}
            <div class="build-steppers">
                {field(of_key(sets_label), stepper(format!("Sets of {name}"), of_key(sets), on_sets))}
                {field(of_key(amount_label), stepper(format!("Amount of {name}"), of_key(amount), on_amount))}
                {field(
                    Signal::stored("Rest after a set".to_owned()),
                    stepper(format!("Rest of {name}"), of_key(rest_words), on_rest),
                )}
            </div>
        </div>
    }
}

fn levels(model: Model, key: u32, name: &str) -> impl IntoView + use<> {
    let options: Vec<_> = Level::ALL.iter().map(|level| (level.slug(), text::vocabulary::level(*level))).collect();
    let chosen = Signal::derive(move || model.of(key, level_slug));
    let choose = Callback::new(move |slug| {
        if let Some(level) = Level::from_slug(slug) {
            model.edit(&Edit::Level(key, level));
        }
    });
    segmented(format!("Level of {name}"), &format!("level-{key}"), &options, chosen, choose)
}

fn field(legend: Signal<String>, stepper: impl IntoView) -> impl IntoView {
    view! {
        <div class="field">
            <span class="legend" aria-hidden="true">
                {legend}
            </span>
            {stepper}
        </div>
    }
}

fn moving(model: Model, key: u32, name: &str) -> impl IntoView + use<> {
    let way = |shown: Icon, words: &'static str| {
        view! {
            {icon(shown)}
            <span class="build-word">{words}</span>
            {of(name)}
        }
    };
    let is_last = move || {
        let (at, of) = model.stands(key);
        at + 1 >= of
    };
    view! {
        <div class="build-moves">
            <button
                type="button"
                class="button quiet"
                disabled=move || model.stands(key).0 == 0
                on:click=move |_| model.edit(&Edit::Move(key, -1))
            >
                {way(Icon::Up, "Move up")}
            </button>
            <button
                type="button"
                class="button quiet"
                disabled=is_last
                on:click=move |_| model.edit(&Edit::Move(key, 1))
            >
                {way(Icon::Down, "Move down")}
            </button>
            <button
                type="button"
                class="button quiet build-remove"
                on:click=move |_| model.edit(&Edit::Remove(key))
            >
                {way(Icon::Bin, "Remove")}
            </button>
        </div>
    }
}
