//! The sentences of an exercise: those of a level, then those of all levels.

use super::stage;
use crate::domain::catalogue::{Cue, Exercise, Muscle, Tag, Variation};
use crate::text::{exercise, vocabulary};
use crate::ui::{Controls, El, FigureHighlight, Icon, button, el, follow, icon};
use leptos::prelude::Get;

/// The one cue, the way into the position, and the movement.
pub(super) fn how_to(variation: &Variation) -> [El; 3] {
    let steps = |sentences: &[&str]| {
        let step = |sentence: &&str| el("li").text(sentence);
        el("ol").class("steps").children(sentences.iter().map(step))
    };
    [
        el("p").class("main-cue").text(variation.cue),
        section(exercise::start(), steps(variation.start)),
        section(exercise::steps(), steps(variation.steps)),
    ]
}

/// Remarks to read before a level is tried: note, warning, tags.
pub(super) fn remarks(variation: &Variation) -> Vec<El> {
    let mut parts = vec![note(variation.note), callout(variation.warning, true).attr("data-warning", "")];
    parts.extend((!variation.tags.is_empty()).then(|| tags(variation.tags)));
    parts
}

/// The cues, folded. Calls `on_cue` with the cue that was tapped, to show it on the figure; `is_shown` tells which one is shown.
pub(super) fn cues(
    variation: impl Fn() -> &'static Variation + 'static,
    on_cue: impl Fn(usize) + Copy + 'static,
    is_shown: impl Fn(usize) -> bool + Copy + 'static,
) -> El {
    let list = move || {
        let cues = variation().cues.iter().enumerate();
        let cues = cues.map(|(at, of)| cue(of, move || on_cue(at), move || is_shown(at)));
        Some(el("ol").class("cues").children(cues))
    };
    fold(exercise::cues(), el("div").live(list)).attr("open", "")
}

/// The common mistake, and ways to change the level a little.
pub(super) fn ways(exercise: &Exercise, variation: &Variation) -> [El; 2] {
    let slip = el("dl")
        .class("slip")
        .child(term(exercise::slip(), variation.slip.slip))
        .child(term(exercise::fix(), variation.slip.fix).class("fix"));
    let pairs = [
        pair(exercise::easier(), variation.easier),
        pair(exercise::harder(), variation.harder),
        pair(exercise::breathing(), variation.breathing),
        pair(exercise::when(), exercise.timing),
    ];
    [section(exercise::common_slip(), slip), el("div").class("pairs").children(pairs)]
}

/// The reasons to do it, and the muscles that it works, folded: a tap shows one on the figure, another tap hides it.
pub(super) fn at_all_levels(exercise: &Exercise, controls: Controls) -> [El; 2] {
    let worked = el("dl")
        .class("muscles")
        .child(muscles(exercise::primary(), exercise.muscles.primary, controls))
        .child(muscles(exercise::secondary(), exercise.muscles.secondary, controls));
    [
        fold(exercise::why(), el("div").class("pair").child(el("p").text(exercise.why))),
        fold(exercise::muscles(), worked),
    ]
}

fn fold(heading: &str, body: El) -> El {
    el("details").class("fold").child(el("summary").child(el("h2").text(heading))).child(body)
}

fn section(heading: &str, body: El) -> El {
    el("section").child(el("h2").text(heading)).child(body)
}

fn pair(heading: &str, text: &str) -> El {
    section(heading, el("p").text(text)).class("pair")
}

fn term(term: &str, words: &str) -> El {
    el("div").child(el("dt").text(term)).child(el("dd").text(words))
}

fn note(words: &str) -> El {
    callout(words, words.starts_with(exercise::warning()))
}

fn callout(words: &str, careful: bool) -> El {
    el("p")
        .class("callout")
        .class_if("careful", careful)
        .children(careful.then(|| icon(Icon::Warning)))
        .child(el("span").text(words))
}

/// A tap shows the cue on the figure, another one hides it.
fn cue(cue: &Cue, on_tap: impl Fn() + 'static, is_shown: impl Fn() -> bool + 'static) -> El {
    let tap = button("cue").child(el("b").class("cue-topic").text(cue.topic)).child(el("span").text(cue.text));
    el("li").child(on_figure(tap, on_tap, is_shown))
}

/// A button that shows something on the figure.
fn on_figure(tap: El, on_tap: impl Fn() + 'static, is_shown: impl Fn() -> bool + 'static) -> El {
    let pressed = tap.clone();
    follow(Box::new(move || {
        let shown = is_shown();
        pressed.set("aria-pressed", if shown { "true" } else { "false" });
        if shown {
            // In a narrow window the figure now covers the top of the page.
            pressed.reveal();
        }
    }));
    tap.attr("aria-controls", "stage").on_click(on_tap)
}

fn tags(all: &[Tag]) -> El {
    let tag = |tag: &Tag| el("li").attr("data-tag", tag.slug()).text(vocabulary::tag(*tag));
    el("ul").class("tags").attr("aria-label", exercise::tags()).children(all.iter().map(tag))
}

fn muscles(words: &str, all: &'static [Muscle], controls: Controls) -> El {
    let one = |muscle: &'static Muscle| {
        let tap = button("chip muscle").text(vocabulary::muscle(*muscle));
        let is_lit = move || controls.highlight.get() == Some(FigureHighlight::Chosen(*muscle));
        on_figure(tap, move || stage::show_muscle(controls, *muscle), is_lit)
    };
    el("div").child(el("dt").text(words)).child(el("dd").children(all.iter().map(one)))
}
