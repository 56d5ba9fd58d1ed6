//! The present or next set, in words.

use super::{ShownSession, asked};
use crate::domain::catalogue::Sides;
use crate::domain::session::{PhaseKind, SessionView, Side, Step};
use crate::text::{player, session, units, vocabulary};
use crate::ui::{El, el, title};
use leptos::prelude::With;

/// The present or next set: name, side, dose, cue.
pub(super) fn task(shown: ShownSession) -> El {
    let step = shown.step;
    let side = move || step.with(|step| step.side.map(side));
    let tempo = move || step.with(tempo_words);
    let beats = el("p").class("player-tempo small soft").flag_live("hidden", move || tempo().is_empty());
    let how = el("details").class("player-how").child(el("summary").text(player::how_to()));
    el("section")
        .class("player-task")
        .attr("aria-labelledby", "title")
        .child(el("p").class("eyebrow").text_live(move || shown.view.with(coming_words).to_owned()))
        .child(title().text_live(move || step.with(|step| step.name().to_owned())).live(side))
        .child(asked::asked(shown))
        .child(el("p").class("soft").text_live(move || step.with(level_words)))
        .child(el("p").class("player-dose numbers").text_live(move || step.with(dose_words)))
        .child(beats.text_live(tempo))
        .child(el("p").class("player-cue").text_live(move || step.with(cue_words)))
        .child(how.live(move || step.with(how_to)))
}

fn side(side: Side) -> El {
    el("span").class("player-side").attr("data-side", session::side(side)).text(session::side(side))
}

const fn coming_words(view: &SessionView) -> &'static str {
    match view.kind {
        PhaseKind::Ready if view.step == 0 => player::first(),
        PhaseKind::Ready | PhaseKind::Rest | PhaseKind::Wait => player::next(),
        _ => player::now(),
    }
}

pub(super) fn level_words(step: &Step) -> String {
    format!("{} · {}", vocabulary::level(step.level), step.variation().map_or("", |v| v.title))
}

fn dose_words(step: &Step) -> String {
    let amount = step.target.get();
    let words = format!("{amount} {}", units::word(amount.into(), step.measure));
    let in_turn = step.demand().is_some_and(|demand| demand.sides == Sides::Alternating);
    let words = if in_turn { player::in_turn(&words) } else { words };
    if step.sets > 1 { player::dose(&words, &set_words(step)) } else { words }
}

fn set_words(step: &Step) -> String {
    let said = if step.side.is_some() { player::set_each_side } else { player::set };
    said(step.set.into(), step.sets.into())
}

/// "up 1 · hold 3 · down 2"; nothing for a plain hold.
fn tempo_words(step: &Step) -> String {
    let beats = step.variation().map_or(&[][..], |v| v.tempo);
    beats.iter().map(|beat| format!("{} {}", beat.word, beat.seconds)).collect::<Vec<_>>().join(" · ")
}

fn cue_words(step: &Step) -> String {
    step.variation().map_or("", |v| v.cue).to_owned()
}

fn how_to(step: &Step) -> Vec<El> {
    let Some(variation) = step.variation() else { return Vec::new() };
    let lines = variation.start.iter().chain(variation.steps).map(|line| el("li").text(line));
    vec![el("ol").children(lines), el("p").text(variation.breathing), el("p").text(variation.note)]
}
