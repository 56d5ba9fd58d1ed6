//! The present or next set, in words: name, side, level, dose, cue.

use super::ShownSession;
use crate::domain::catalogue::{SideName, Sides, is_own};
use crate::domain::routine::BlockPlace;
use crate::domain::session::{PhaseKind, RestKind, Session, SessionView, Side, Step};
use crate::text::{player, session, units, vocabulary};
use crate::ui::{El, el, load_fact, title};
use leptos::prelude::With;

/// Each on a row of its own, which keeps its place.
pub(super) fn task(shown: ShownSession) -> El {
    let step = shown.step;
    let side = move || step.with(|step| Some(side(step.side?, step.limb())));
    let round = move || step.with(|step| step.place.kind.is_in_turn().then(|| step.place.round.to_string()));
    let level = el("p").class("player-level soft").live(side);
    let level = level.child(el("span").text_live(move || step.with(level_words)));
    let level = level.live(move || step.with(|step| step.load.as_ref().map(load_fact)));
    el("section")
        .class("player-task")
        .attr("aria-labelledby", "title")
        .child(el("p").class("eyebrow").child(coming(shown)).live(move || shown.session.with(then)))
        .child(
            title()
                .attr_live("translate", move || step.with(|step| is_own(&step.exercise).then(|| "no".to_owned())))
                .text_live(move || step.with(|step| step.name().to_owned())),
        )
        .child(level)
        .child(
            el("p")
                .class("player-dose numbers")
                .attr_live("data-round", round)
                .text_live(move || step.with(dose_words)),
        )
        .child(el("p").class("player-cue").text_live(move || step.with(cue_words)))
}

/// "Right leg", and the side alone as a value.
fn side(side: Side, limb: SideName) -> El {
    let value = el("span").attr("data-side", session::side(side)).attr("hidden", "").text(session::side(side));
    el("span").class("player-side").child(value).child(el("span").text(session::side_words(side, limb)))
}

fn coming(shown: ShownSession) -> El {
    let words = move || match shown.rest() {
        Some(RestKind::Set) => player::next_set(),
        Some(RestKind::Exercise) => player::next_exercise(),
        Some(RestKind::Round) => player::next_round(),
        None => shown.view.with(coming_words),
    };
    el("span").text_live(move || words().to_owned())
}

/// The exercise that follows in turn.
fn then(session: &Session) -> Option<El> {
    let next = session.next_in_turn()?;
    Some(el("span").class("player-then").attr("data-then", &next.exercise).text(&player::then(next.name())))
}

const fn coming_words(view: &SessionView) -> &'static str {
    match view.kind {
        PhaseKind::Ready if view.step == 0 => player::first(),
        PhaseKind::Ready | PhaseKind::Rest | PhaseKind::Wait => player::next(),
        _ => player::now(),
    }
}

pub(super) fn level_words(step: &Step) -> String {
    if is_own(&step.exercise) {
        return String::new();
    }
    format!("{} · {}", vocabulary::level(step.level), step.variation().map_or("", |v| v.title))
}

fn dose_words(step: &Step) -> String {
    let amount = step.target.get();
    let words = format!("{amount} {}", units::word(amount.into(), step.measure));
    let in_turn = step.demand().is_some_and(|demand| demand.sides == Sides::Alternating);
    let words = if in_turn { player::in_turn(&words) } else { words };
    if step.sets > 1 || step.place.rounds != 1 { player::dose(&words, &set_words(step)) } else { words }
}

fn set_words(step: &Step) -> String {
    let BlockPlace { kind, round, rounds, .. } = step.place;
    if rounds == 0 {
        let said = if step.side.is_some() { player::round_open_each_side } else { player::round_open };
        return said(round.into());
    }
    let (said, number, all) = match (kind.is_in_turn(), step.side.is_some()) {
        (true, true) => (player::round_each_side as fn(u32, u32) -> String, round, rounds),
        (true, false) => (player::round as _, round, rounds),
        (false, true) => (player::set_each_side as _, step.set, step.sets),
        (false, false) => (player::set as _, step.set, step.sets),
    };
    said(number.into(), all.into())
}

fn cue_words(step: &Step) -> String {
    step.variation().map_or("", |v| v.cue).to_owned()
}
