//! The words of an exercise, set to be read: what belongs to a level, then what holds at all of them.

use crate::domain::catalogue::{Cue, Exercise, Muscle, Tag, Variation};
use crate::ui::{El, Icon, button, el, follow, icon};

/// How it is done at one level.
pub(super) fn at_level(variation: &Variation) -> Vec<El> {
    let steps = |sentences: &[&str]| {
        let step = |sentence: &&str| el("li").text(sentence);
        el("ol").class("steps").children(sentences.iter().map(step))
    };
    let mut parts = vec![
        el("p").class("main-cue").text(variation.cue),
        section("Take position", steps(variation.start)),
        section("Move", steps(variation.steps)),
        note(variation.note),
    ];
    parts.extend((!variation.tags.is_empty()).then(|| tags(variation.tags)));
    parts
}

/// What holds at every level. `on_cue` hears which cue was tapped, to be seen on the figure, and `is_shown` tells which
/// one is.
pub(super) fn at_all_levels(
    exercise: &Exercise,
    on_cue: impl Fn(usize) + Copy + 'static,
    is_shown: impl Fn(usize) -> bool + Copy + 'static,
) -> [El; 6] {
    let pairs = [
        pair("Breathing", exercise.breathing),
        pair("When", exercise.timing),
        pair("Easier", exercise.easier),
        pair("Harder", exercise.harder),
    ];
    let slip = el("dl")
        .class("slip")
        .child(term("Slip", exercise.slip.slip))
        .child(term("Fix", exercise.slip.fix).class("fix"));
    let worked = el("dl")
        .class("muscles")
        .child(term("Most of the work", &muscles(exercise.muscles.primary)))
        .child(term("Help and steady", &muscles(exercise.muscles.secondary)));
    let cues = exercise.cues.iter().enumerate().map(|(at, of)| cue(of, move || on_cue(at), move || is_shown(at)));
    [
        section("Cues, in order", el("ol").class("cues").children(cues)),
        section("Common slip", slip),
        callout(exercise.warning, true).attr("data-warning", ""),
        el("div").class("pairs").children(pairs),
        pair("Why runners do it", exercise.why),
        section("Muscles", worked),
    ]
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
    callout(words, words.starts_with("Warning"))
}

fn callout(words: &str, careful: bool) -> El {
    el("p")
        .class("callout")
        .class_if("careful", careful)
        .children(careful.then(|| icon(Icon::Warning)))
        .child(el("span").text(words))
}

/// A tap shows it on the figure, another one no more.
fn cue(cue: &Cue, on_tap: impl Fn() + 'static, is_shown: impl Fn() -> bool + 'static) -> El {
    let tap = button("cue").child(el("b").class("cue-topic").text(cue.topic)).child(el("span").text(cue.text));
    let pressed = tap.clone();
    follow(Box::new(move || {
        let shown = is_shown();
        pressed.set("aria-pressed", if shown { "true" } else { "false" });
        if shown {
            // In a narrow window the figure now stands over what was at the top.
            pressed.reveal();
        }
    }));
    el("li").child(tap.attr("aria-controls", "stage").on_click(on_tap))
}

fn tags(all: &[Tag]) -> El {
    let tag = |tag: &Tag| el("li").attr("data-tag", tag.slug()).text(tag.words());
    el("ul").class("tags").attr("aria-label", "Good to know").children(all.iter().map(tag))
}

/// "Quads and glute max", "Glute max, quads, calves".
fn muscles(all: &[Muscle]) -> String {
    let mut words = all.iter().map(|muscle| muscle.words()).collect::<Vec<_>>().join(", ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}
