//! The plan of a routine to read, not to change: its exercises in order, each with its dose.

use crate::domain::catalogue::Kit;
use crate::domain::place::Place;
use crate::domain::routine::{Item, Routine};
use leptos::prelude::*;

/// The rows of a routine. An exercise that this version does not know keeps its place and says so.
#[component]
pub fn PlannedRows(
    /// The routine.
    routine: Routine,
) -> impl IntoView {
    view! { <ol class="rows planned">{routine.items.into_iter().map(row).collect_view()}</ol> }
}

/// "No kit", or the pieces it takes.
#[must_use]
pub fn kit_fact(kit: &[Kit]) -> String {
    if kit.is_empty() {
        return "No kit".to_owned();
    }
    kit.iter().map(|piece| piece.words()).collect::<Vec<_>>().join(", ")
}

/// What stands in the place of an exercise that only a newer version knows.
pub const UNKNOWN: &str = "Not in this version of Mainspring. It keeps its place; training passes over it.";

fn row(item: Item) -> impl IntoView {
    let known = item.known().is_some();
    let name = item.name();
    let body = if known {
        let href = Place::Exercise { id: item.exercise.clone(), level: item.level }.href();
        view! {
            <p class="row-title"><a href=href>{name}</a></p>
            <p class="facts numbers">
                <span>{item.dose_words()}</span><span>{item.level.words()}</span>
                <span>{format!("{} rest", item.rest.spoken())}</span>
            </p>
        }
        .into_any()
    } else {
        view! { <p class="row-title unknown-name">{name}</p><p class="small soft">{UNKNOWN}</p> }.into_any()
    };
    view! {
        <li data-item=item.key data-exercise=item.exercise data-known=known.to_string()>
            <div class="grow">{body}</div>
        </li>
    }
}
