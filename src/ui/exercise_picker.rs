//! The catalogue as a list to add from: its own small search, and a button each.

use super::icon::{Icon, icon};
use super::kind_mark::kind_mark;
use super::routine_row::of;
use crate::domain::catalogue::{self, Exercise, Filter, Level};
use leptos::prelude::*;

/// Exercises to add, narrowed by a search that belongs to this list alone.
#[component]
pub fn ExercisePicker(
    /// The id of its search field, unique on the page.
    #[prop(into)]
    id: String,
    /// An exercise is to be added.
    on_add: Callback<&'static Exercise>,
) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let found = Memo::new(move |_| text.with(|text| found(text)));
    let row = move |exercise: &'static Exercise| {
        view! {
            <li data-exercise=exercise.id>
                {kind_mark(exercise.kind)}
                <div class="grow">
                    <p class="row-title">{exercise.name}</p>
                    <p class="small soft numbers">{exercise.at(Level::Base).dose.words}</p>
                </div>
                <button type="button" class="button icon" on:click=move |_| on_add.run(exercise)>
                    {icon(Icon::Plus)}<span class="visually-hidden">"Add"</span>{of(exercise.name)}
                </button>
            </li>
        }
    };
    view! {
        <div class="picker">
            <div class="field">
                <label for=id.clone()>"Search exercises to add"</label>
                <input class="input" id=id type="search" autocomplete="off"
                    on:input=move |event| text.set(event_target_value(&event))
                />
            </div>
            <ul class="picker-rows">
                {move || found.get().into_iter().filter_map(catalogue::find).map(row).collect_view()}
            </ul>
            {move || found.with(Vec::is_empty).then(|| view! { <p class="soft">"No exercise has these words. Try fewer."</p> })}
        </div>
    }
}

fn found(text: &str) -> Vec<catalogue::Slug> {
    let filter = Filter { text: text.to_owned(), ..Filter::default() };
    catalogue::search(&filter).into_iter().map(|exercise| exercise.id).collect()
}
