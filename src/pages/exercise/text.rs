//! The words of an exercise, set to be read: what belongs to a level, then what holds at all of them.

use crate::domain::catalogue::{Exercise, Muscle, Tag, Variation};
use crate::ui::{Icon, icon};
use leptos::prelude::*;

/// How it is done at one level.
pub(super) fn at_level(variation: &'static Variation) -> AnyView {
    let careful = variation.note.starts_with("Warning");
    view! {
        <p class="main-cue">{variation.cue}</p>
        <section>
            <h2>"Take position"</h2>
            <ol class="steps">{sentences(variation.start)}</ol>
        </section>
        <section>
            <h2>"Move"</h2>
            <ol class="steps">{sentences(variation.steps)}</ol>
        </section>
        <p class="callout" class:careful=careful>
            {careful.then(|| icon(Icon::Warning))}<span>{variation.note}</span>
        </p>
        {(!variation.tags.is_empty()).then(|| tags(variation.tags))}
    }
    .into_any()
}

/// What holds at every level.
pub(super) fn at_all_levels(exercise: &'static Exercise) -> AnyView {
    let cue = |cue: &'static crate::domain::catalogue::Cue| {
        view! { <li><b class="cue-topic">{cue.topic}</b><span>{cue.text}</span></li> }
    };
    view! {
        <section>
            <h2>"Cues, in order"</h2>
            <ol class="cues">{exercise.cues.iter().map(cue).collect_view()}</ol>
        </section>
        <section>
            <h2>"Common slip"</h2>
            <dl class="slip">
                <div><dt>"Slip"</dt><dd>{exercise.slip.slip}</dd></div>
                <div class="fix"><dt>"Fix"</dt><dd>{exercise.slip.fix}</dd></div>
            </dl>
        </section>
        <p class="callout careful" data-warning="">{icon(Icon::Warning)}<span>{exercise.warning}</span></p>
        <div class="pairs">
            {pair("Breathing", exercise.breathing)}
            {pair("When", exercise.timing)}
            {pair("Easier", exercise.easier)}
            {pair("Harder", exercise.harder)}
        </div>
        {pair("Why runners do it", exercise.why)}
        <section>
            <h2>"Muscles"</h2>
            <dl class="muscles">
                <div><dt>"Most of the work"</dt><dd>{muscles(exercise.muscles.primary)}</dd></div>
                <div><dt>"Help and steady"</dt><dd>{muscles(exercise.muscles.secondary)}</dd></div>
            </dl>
        </section>
    }
    .into_any()
}

fn pair(heading: &'static str, text: &'static str) -> AnyView {
    view! { <section class="pair"><h2>{heading}</h2><p>{text}</p></section> }.into_any()
}

fn sentences(all: &'static [&'static str]) -> Vec<AnyView> {
    all.iter().map(|sentence| view! { <li>{*sentence}</li> }.into_any()).collect()
}

fn tags(all: &'static [Tag]) -> impl IntoView {
    let tag = |tag: &Tag| view! { <li data-tag=tag.slug()>{tag.words()}</li> };
    view! { <ul class="tags" aria-label="Good to know">{all.iter().map(tag).collect_view()}</ul> }
}

/// "Quads and glute max", "Glute max, quads, calves".
fn muscles(all: &[Muscle]) -> String {
    let mut words = all.iter().map(|muscle| muscle.words()).collect::<Vec<_>>().join(", ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}
