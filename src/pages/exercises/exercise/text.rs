//! The words of an exercise, set to be read: what belongs to a level, then what holds at all of them.

use crate::domain::catalogue::{Cue, Exercise, Level, Muscle, Tag};
use crate::ui::{El, Icon, button, el, follow, icon};

/// How it is done at one level, and what holds there. `on_cue` hears which cue was tapped, to be seen on the figure, and
/// `is_shown` tells which one is.
pub(super) fn at_level(
    exercise: &Exercise,
    level: Level,
    on_cue: impl Fn(usize) + Copy + 'static,
    is_shown: impl Fn(usize) -> bool + Copy + 'static,
) -> Vec<El> {
    let variation = exercise.at(level);
    let steps = |sentences: &[&str]| {
        let step = |sentence: &&str| el("li").text(sentence);
        el("ol").class("steps").children(sentences.iter().map(step))
    };
    let pairs = [
        pair("Breathing", variation.breathing),
        pair("When", exercise.timing),
        pair("Easier", variation.easier),
        pair("Harder", variation.harder),
    ];
    let slip = el("dl")
        .class("slip")
        .child(term("Slip", variation.slip.slip))
        .child(term("Fix", variation.slip.fix).class("fix"));
    let cues = variation.cues.iter().enumerate().map(|(at, of)| cue(of, move || on_cue(at), move || is_shown(at)));
    let mut parts = vec![
        el("p").class("main-cue").text(variation.cue),
        section("Take position", steps(variation.start)),
        section("Move", steps(variation.steps)),
        note(variation.note),
    ];
    parts.extend((!variation.tags.is_empty()).then(|| tags(variation.tags)));
    parts.extend([
        section("Cues, in order", el("ol").class("cues").children(cues)),
        section("Common slip", slip),
        callout(variation.warning, true).attr("data-warning", ""),
        el("div").class("pairs").children(pairs),
    ]);
    parts
}

/// Why it is done, and what it works.
pub(super) fn at_all_levels(exercise: &Exercise) -> [El; 2] {
    let worked = el("dl")
        .class("muscles")
        .child(term("Most of the work", &muscles(exercise.muscles.primary)))
        .child(term("Help and steady", &muscles(exercise.muscles.secondary)));
    [pair("Why runners do it", exercise.why), section("Muscles", worked)]
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
