//! One exercise in a list: what it is, how much of it, and what it takes.

use super::icon::{Icon, icon};
use super::kind_mark::kind_mark;
use super::planned_rows::kit_fact;
use crate::domain::catalogue::{Exercise, Level};
use crate::domain::place::Place;
use leptos::prelude::*;

/// A card that leads to the exercise; the whole of it is the target.
#[component]
pub fn ExerciseCard(
    /// The exercise.
    exercise: &'static Exercise,
    /// The level whose dose and kit are shown, and to which the card leads.
    level: Level,
    /// Whether it is a favourite.
    starred: bool,
) -> impl IntoView {
    let variation = exercise.at(level);
    let href = Place::Exercise { id: exercise.id.to_owned(), level }.href();
    let raised = (level != Level::Base).then(|| {
        view! { <p class="small"><b>{level.words()}</b>": "{variation.title}</p> }
    });
    let star = starred.then(|| {
        view! { <span class="starred">{icon(Icon::Star)}<span class="visually-hidden">"Starred"</span></span> }
    });
    view! {
        <li class="card exercise-card" data-exercise=exercise.id data-level=level.slug()>
            <div class="exercise-card-top">
                {kind_mark(exercise.kind)}
                <p class="eyebrow grow">{exercise.kind.words()}</p>
                {star}
            </div>
            <h2><a href=href>{exercise.name}</a></h2>
            <p class="soft">{exercise.summary}</p>
            {raised}
            <div class="exercise-card-foot">
                <p class="numbers"><b>{variation.dose.words}</b></p>
                <p class="facts"><span>{kit_fact(variation.kit)}</span><span>{variation.sides.words()}</span></p>
            </div>
        </li>
    }
}
