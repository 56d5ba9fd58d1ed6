//! The buttons within reach of the thumb: the large one, and the small ones of the phase.

use super::{LARGE, ShownSession, change, hurts};
use crate::domain::session::{Event, PhaseKind, Session, SessionView};
use crate::text::{common, player};
use crate::ui::{El, Icon, button, el, icon, icon_live};
use leptos::prelude::With;

/// The large button, and the small ones of the phase.
pub(super) fn actions(shown: ShownSession) -> El {
    let large = button("button primary main-action")
        .id(LARGE)
        .child(icon_live(move || shown.view.with(large_button).0))
        .child(el("span").text_live(move || shown.view.with(large_button).1.to_owned()))
        .no_double_click()
        .on_click(move || shown.act());
    let early = button("button end-set")
        .text(player::end_set())
        .flag_live("hidden", move || !shown.works_at(PhaseKind::Hold))
        .once()
        .on_click(move || shown.stop_hold());
    let already = button("button end-set")
        .attr("aria-label", player::did_already())
        .text(player::did_it())
        .flag_live("hidden", move || shown.paused() || !shown.session.with(Session::may_be_done))
        .once()
        .on_click(move || shown.done_already());
    let main = el("div").class("player-large").child(large).child(early).child(already);
    el("div").class("player-actions").child(main).child(small_buttons(shown))
}

/// Less and more rest.
pub(super) fn rest_steps(shown: ShownSession) -> El {
    let app = shown.app;
    let step = |(words, rest): (&'static str, Event)| button("button").text(words).on_click(move || app.say(rest));
    let elsewhere = move || shown.kind() != PhaseKind::Rest || shown.paused();
    el("div").class("player-rest").flag_live("data-empty", elsewhere).children(Event::REST_STEPS.map(step))
}

/// Icon and words of the large button.
const fn large_button(view: &SessionView) -> (Icon, &'static str) {
    match view.kind {
        _ if view.paused => (Icon::Play, player::go_on()),
        PhaseKind::Reps => (Icon::Check, common::done()),
        PhaseKind::Hold => (Icon::Pause, player::pause()),
        PhaseKind::Rest => (Icon::Skip, player::start_now()),
        PhaseKind::Wait => (Icon::Play, common::start()),
        _ => (Icon::Play, player::begin_now()),
    }
}

fn small_buttons(shown: ShownSession) -> El {
    let app = shown.app;
    let small = |sign: El, words: El| button("button quiet").child(sign).child(words);
    let words = |words: &str| el("span").text(words);
    let back = small(icon(Icon::Back), words(player::back()))
        .flag_live("disabled", move || shown.session.with(|session| session.step_before().is_none()))
        .once()
        .on_click(move || app.say(Event::Back));
    // Its place stays empty where the large button pauses or goes on.
    let pause = small(icon(Icon::Pause), words(player::pause()))
        .flag_live("data-empty", move || shown.paused() || shown.kind() == PhaseKind::Hold)
        .no_double_click()
        .on_click(move || app.say(Event::Pause));
    let change = small(icon(Icon::Filter), words(player::change())).on_click(change::open);
    let hurts = small(icon(Icon::Warning), words(player::hurts()))
        .class("button quiet hurts")
        .attr("aria-label", common::something_hurts())
        .on_click(move || hurts::open(shown));
    // A set that was undone keeps its amount, unless it is done again.
    let keeps = move || shown.session.with(|session| session.taken_back().is_some());
    let said = move || if keeps() { player::keep() } else { player::skip() }.to_owned();
    let skip = small(icon(Icon::Skip), el("span").text_live(said))
        .attr_live("aria-label", move || keeps().then(|| player::keep_set().to_owned()))
        .once()
        .on_click(move || shown.skip());
    let row = el("div").class("player-small").child(back).child(pause);
    row.child(change).child(hurts).child(skip)
}
