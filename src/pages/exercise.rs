//! One exercise at one of its levels: how much, how, why, and what the runner has done of it.

mod actions;
mod history;
mod text;

use crate::domain::catalogue::{self, Beat, Dose, Exercise, Filter, Kit, Level, Variation};
use crate::domain::place::Place;
use crate::domain::settings::{Units, starting_weight};
use crate::domain::units::Seconds;
use crate::state::App;
use crate::ui::{Icon, PageHead, Segmented, icon, kit_fact};
use leptos::prelude::*;

pub(super) fn page(id: String) -> impl IntoView {
    match catalogue::find(&id) {
        Some(exercise) => known(exercise).into_any(),
        None => unknown(id).into_any(),
    }
}

fn known(exercise: &'static Exercise) -> impl IntoView {
    let app = App::get();
    let level = Memo::new(move |_| level_of(&app.place.get()));
    let up = Place::Exercises(Filter::default()).href();
    view! {
        <article class="exercise" data-exercise=exercise.id data-level=move || level.get().slug()>
            <PageHead title=exercise.name eyebrow=exercise.kind.words().to_owned() up=(up, "Exercises") />
            <p class="lead">{exercise.summary}</p>
            <div class="exercise-columns">
                <div class="exercise-side">
                    {level_switch(exercise, level)}
                    {move || dose(exercise, level.get())}
                    {actions::main(exercise, level)}
                    {move || spec(exercise.at(level.get()))}
                    {actions::add(exercise, level)}
                    {history::history(exercise, level)}
                </div>
                <div class="exercise-text">
                    {move || text::at_level(exercise.at(level.get()))}
                    {text::at_all_levels(exercise)}
                </div>
            </div>
            {move || neighbours(exercise, level.get())}
        </article>
    }
}

fn unknown(id: String) -> impl IntoView {
    view! {
        <PageHead title="This exercise is not here" />
        <p class="lead">"There is no exercise at “"{id}"”. The link may be mistyped, or made by a newer version."</p>
        <p class="row lost-ways">
            <a class="button primary" href="/exercises">"See all exercises"</a>
            <a class="button" href="/">"Go to Today"</a>
        </p>
    }
}

fn level_of(place: &Place) -> Level {
    match place {
        Place::Exercise { level, .. } => *level,
        _ => Level::Base,
    }
}

fn level_switch(exercise: &'static Exercise, level: Memo<Level>) -> impl IntoView {
    let app = App::get();
    let choose = move |slug: &'static str| {
        let Some(level) = Level::from_slug(slug) else { return };
        let variation = exercise.at(level);
        app.announce(format!("{}: {}. {}.", level.words(), variation.title, variation.dose.words));
        app.turn(Place::Exercise { id: exercise.id.to_owned(), level });
    };
    view! {
        <Segmented
            label="Level"
            name="level"
            options=Level::ALL.iter().map(|level| (level.slug(), level.words())).collect()
            chosen=Signal::derive(move || level.get().slug())
            on_choose=Callback::new(choose)
        />
    }
}

/// The heart of the page: how much, in figures as large as they matter.
fn dose(exercise: &'static Exercise, level: Level) -> AnyView {
    let variation = exercise.at(level);
    view! {
        <section class="dose" aria-labelledby="variation">
            <h2 id="variation">{variation.title}</h2>
            <p class="dose-figure" data-dose=figure(&variation.dose) aria-hidden="true">
                <span class="dose-number">{figure(&variation.dose)}</span>
                <span class="dose-unit">{unit(&variation.dose)}</span>
            </p>
            <p class="dose-words">{variation.dose.words}</p>
        </section>
    }
    .into_any()
}

/// What it takes.
fn spec(variation: &'static Variation) -> AnyView {
    let app = App::get();
    let fact = |name: &'static str, words: AnyView| view! { <div><dt>{name}</dt><dd>{words}</dd></div> };
    let kit = move || app.settings.with(|settings| kit_words(variation.kit, settings.units));
    view! {
        <dl class="spec">
            {fact("Kit", view! { {kit} }.into_any())}
            {fact("Sides", variation.sides.words().into_any())}
            {fact("Tempo", tempo(variation))}
            {fact("Rest", rest_words(&variation.dose).into_any())}
        </dl>
    }
    .into_any()
}

/// The amounts as figures: "3 × 10", "10 + 8", "30".
fn figure(dose: &Dose) -> String {
    match dose.sets {
        [] => String::new(),
        [one] => one.to_string(),
        [first, rest @ ..] if rest.iter().all(|other| other == first) => format!("{} × {first}", dose.sets.len()),
        sets => sets.iter().map(u16::to_string).collect::<Vec<_>>().join(" + "),
    }
}

fn unit(dose: &Dose) -> &'static str {
    dose.measure.word(dose.sets.last().copied().unwrap_or(1))
}

/// What it takes, with the weight to begin with where there is one.
fn kit_words(kit: &[Kit], units: Units) -> String {
    let weights = kit.iter().filter_map(|piece| starting_weight(*piece, units));
    std::iter::once(kit_fact(kit)).chain(weights.map(str::to_owned)).collect::<Vec<_>>().join(", ")
}

fn rest_words(dose: &Dose) -> String {
    let rest = Seconds(u32::from(dose.rest)).spoken();
    if dose.sets.len() > 1 { format!("{rest} between sets") } else { format!("{rest} afterwards") }
}

/// The parts of a repetition in words, and as a strip as long as each part lasts.
fn tempo(variation: &Variation) -> AnyView {
    if variation.tempo.is_empty() {
        return "Hold still".into_any();
    }
    let words = variation.tempo.iter().map(beat_words).collect::<Vec<_>>().join(" · ");
    let part = |beat: &Beat| {
        let share = beat.seconds.to_string();
        view! { <span style:flex-grow=share></span> }
    };
    view! {
        {words}" s"
        <span class="tempo-strip" aria-hidden="true">{variation.tempo.iter().map(part).collect_view()}</span>
    }
    .into_any()
}

fn beat_words(beat: &Beat) -> String {
    format!("{} {}", beat.word, beat.seconds)
}

/// The way to the exercises before and after, at the same level.
fn neighbours(exercise: &'static Exercise, level: Level) -> AnyView {
    let (before, after) = neighbours_of(exercise);
    let href = |exercise: &Exercise| Place::Exercise { id: exercise.id.to_owned(), level }.href();
    let before = before.map(|exercise| {
        view! {
            <a class="neighbour" rel="prev" href=href(exercise)>
                {icon(Icon::Back)}<span><span class="small soft">"Previous"</span><b>{exercise.name}</b></span>
            </a>
        }
    });
    let after = after.map(|exercise| {
        view! {
            <a class="neighbour next" rel="next" href=href(exercise)>
                <span><span class="small soft">"Next"</span><b>{exercise.name}</b></span>{icon(Icon::Forward)}
            </a>
        }
    });
    view! { <nav class="neighbours" aria-label="More exercises">{before}{after}</nav> }.into_any()
}

/// The exercises before and after in teaching order.
fn neighbours_of(exercise: &Exercise) -> (Option<&'static Exercise>, Option<&'static Exercise>) {
    let all = catalogue::all();
    let at = all.iter().position(|other| other.id == exercise.id).unwrap_or(0);
    (at.checked_sub(1).and_then(|before| all.get(before)).copied(), all.get(at + 1).copied())
}
